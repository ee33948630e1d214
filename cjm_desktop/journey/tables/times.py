"""How long a stage or step takes, as lines of a cell: `3 days, waiting` and `planned: 2 days`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from cjm_desktop.journey import moves, naming, typed_spans, words
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Duration, Path, Stage, Step
from cjm_desktop.journey.tables.lines import Content

Which = Literal["planned", "actual"]
_WHICH = re.compile(
    r"(?:(?P<planned>план(?:овая|ово|ируется)?|должно быть|planned|plan)"
    r"|(?P<actual>факт(?:ически)?|сейчас|actual(?:ly)?|now))\s*[:—–-]?\s+(?=\d|от|до|from|up|\Z)",
    re.IGNORECASE,
)
_WAITS = re.compile(
    r"\s*[,;(]?\s*(?<!\w)(?:ожидание|ждёт|ждет|ждать|ждут|waiting|waits?)(?!\w)\s*[:,;)]?\s*",
    re.IGNORECASE,
)


class Said(NamedTuple):
    """What a line says."""

    which: Which
    span: Duration | None
    """None: it says only that one waits."""
    waits: bool


def lines_of(subject: Stage | Step, view: Path, language: str) -> list[str]:
    """What a cell says: how long it takes, whether one only waits, and what was planned.

    A duration without a word is that of the path that is seen.
    """
    plain, other = ("planned", "actual") if view == "to_be" else ("actual", "planned")
    found = []
    first: Duration | None = getattr(subject, plain)
    waits = words.say("table.waits", language) if getattr(subject, "waiting", False) else ""
    said = naming.duration(first, language) if first is not None else ""
    if said or waits:
        found.append(", ".join(one for one in (said, waits) if one))
    second: Duration | None = getattr(subject, other)
    if second is not None and other == "planned":
        span = naming.duration(second, language)
        found.append(words.say("table.planned", language, span=span))
    return found


def read(line: str, view: Path) -> Said:
    """What a line says of one of the two durations.

    Raises:
        Problem: it is no duration.
    """
    text = " ".join(line.split())
    waits = _WAITS.search(text) is not None
    text = _WAITS.sub(" ", text).strip()
    which: Which = "planned" if view == "to_be" else "actual"
    begun = _WHICH.match(text)
    if begun is not None:
        which = "planned" if begun["planned"] else "actual"
        text = text[begun.end() :]
    if not text and waits:
        return Said(which, None, waits)
    return Said(which, typed_spans.duration(text), waits)


def write(draft: Draft, there: Content, lines: Sequence[str], view: Path) -> None:
    """Write how long it takes; a line that went takes its duration along.

    Raises:
        Problem: a line is no duration, says what another one does, or a stage waits.
    """
    if there.cell is None:
        return
    subject = draft.journey.find(there.cell[2] or there.cell[1])
    if not isinstance(subject, (Stage, Step)):
        return
    language = draft.journey.document.language
    shown: dict[str, Said] = {one: read(one, view) for one in lines}
    fields: dict[str, Duration | bool | None] = {}
    for name in ("planned", "actual") if view != "to_be" else ("planned",):
        fields[name] = None
    kept = {" ".join(one.split()) for one in lines_of(subject, view, language)}
    for line, said in shown.items():
        if said.span is not None:
            if fields.get(said.which) is not None:
                raise Problem("table.two_durations")
            # What one did not touch stays as exact as it was.
            same = " ".join(line.split()) in kept
            fields[said.which] = getattr(subject, said.which) if same else said.span
    waits = any(one.waits for one in shown.values())
    if isinstance(subject, Step):
        fields["waiting"] = waits
    elif waits:
        raise Problem("table.stage_waits")
    moves.set_fields(draft, subject.id, **fields)
