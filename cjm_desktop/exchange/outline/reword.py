"""One line that says something else now: what most keys do, made without reading other lines."""

from __future__ import annotations

from dataclasses import replace

from cjm_desktop.exchange.outline import marks
from cjm_desktop.exchange.outline.cells import Cells
from cjm_desktop.exchange.outline.columns import Columns
from cjm_desktop.exchange.outline.content import CARDS, Content
from cjm_desktop.exchange.outline.curve import Curve
from cjm_desktop.exchange.outline.items import KINDS, Item, Outline
from cjm_desktop.exchange.outline.marks import Mark
from cjm_desktop.exchange.outline.parse import parse
from cjm_desktop.exchange.outline.work import Work
from cjm_desktop.exchange.report import Note
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.values import clean_text

_OF_OTHERS = ("outline.of_five", "outline.perhaps_of_five")
"""What is told of one line, and hangs on others."""


def reword(draft: Draft, map_id: str, text: str, before: Outline) -> Outline | None:
    """Make a map what its outline says, where one line of it was reworded and nothing else.

    Args:
        text: as it is now.
        before: the outline that was edited, from `write` or the last `apply`.

    Returns:
        What `apply` gives; None: there is more to do, and nothing was done.
    """
    old, new = before.text.removesuffix("\n").split("\n"), text.removesuffix("\n").split("\n")
    if len(old) != len(new):
        return None
    differing = [number for number, line in enumerate(new) if line != old[number]]
    if len(differing) != 1 or not _alone(before, old, new[differing[0]], differing[0]):
        return None
    number = differing[0] + 1
    here = [n for n, one in enumerate(before.items) if one.line == number]
    said = _said(new[number - 1], number)
    if said is None or [one.kind for one in said[0]] != [before.items[n].kind for n in here]:
        return None
    found, notes = said
    if any(one.key in _OF_OTHERS for one in (*notes, *before.notes)):
        return None
    known = [before.items[n] for n in here]
    if not known or not all(one.record_id in draft.journey for one in known):
        return None
    items = [now._replace(record_id=one.record_id) for now, one in zip(found, known, strict=True)]
    _say(draft, map_id, before, known, items)
    others = [one for one in before.notes if one.line != number]
    return before._replace(
        text=text,
        lines=(*before.lines, "blank")[: text.count("\n") + 1],
        items=(*before.items[: here[0]], *items, *before.items[here[-1] + 1 :]),
        notes=tuple(sorted((*others, *notes), key=lambda one: one.line or 0)),
    )


def _alone(before: Outline, old: list[str], line: str, at: int) -> bool:
    """Whether a line may change without a word of another one meaning something else."""
    if at >= len(before.lines) or before.lines[at] not in KINDS or "left_out" in before.lines:
        return False
    if any(one.line == at + 1 and one.key == "outline.before_stage" for one in before.notes):
        return False
    if not line.strip() or marks.is_rule(line) or clean_text(line) != line:
        return False
    was, now = marks.read(old[at]), marks.read(line)
    same = _kind(was) is not None and _kind(was) == _kind(now) and was.indent == now.indent
    return same and any(_is_heading(one) for one in old)


def _kind(mark: Mark) -> str | None:
    return mark.kind or ("action" if mark.style else None)


def _is_heading(line: str) -> bool:
    return line.lstrip().startswith("#") and not marks.is_rule(line)


def _said(line: str, number: int) -> tuple[list[Item], list[Note]] | None:
    """What a line of an outline with headings names, and what is worth telling of it."""
    begins = marks.read(line).kind == "stage"
    found = parse(line if begins else f"# \n{line}")
    first = 0 if begins else 1
    if len(found.lines) != first + 1:
        return None
    items = [one._replace(line=number) for one in found.items[first:]]
    return items, [replace(one, line=number) for one in found.notes]


def _say(draft: Draft, map_id: str, before: Outline, known: list[Item], items: list[Item]) -> None:
    ids = [one.record_id for one in items]
    was = {one.record_id: one for one in known if one.record_id is not None}
    work = Work(draft, Content(draft.journey, map_id, before.persona_id), items, ids, was, ())
    for number, item in enumerate(items):
        if item.kind in CARDS:
            Cells(work).say(number, item)
        elif item.kind == "feeling":
            Curve(work).say(number)
        else:
            Columns(work).say(number)
