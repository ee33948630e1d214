"""What keys do to the lines of an outline while it is typed."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from cjm_desktop.exchange.outline import marks
from cjm_desktop.exchange.outline.items import SIGNS, Kind

_LEVELS: tuple[Kind, ...] = ("stage", "step", "action")
_SIGNED = frozenset(SIGNS.values())


class Patch(NamedTuple):
    """Lines of a text that others stand in for."""

    first: int
    """Number of the first line, from 0."""
    last: int
    """The first line behind them."""
    lines: tuple[str, ...]


def kind_of(line: str) -> Kind | None:
    """What a line's sign says it is; None: it has no sign of ours."""
    mark = marks.read(line)
    return mark.kind or ("action" if mark.style else None)


def is_begun(line: str) -> bool:
    """Whether a line is a sign that waits for its words."""
    said = line.strip()
    return said in _SIGNED or (bool(said) and not said.strip("!"))


def relevelled(line: str, by: int) -> str:
    """A line one level deeper (1) or higher (-1): stage, step, what happens in it."""
    mark, kind = marks.read(line), kind_of(line)
    if kind is None:
        wanted: Kind = "step" if by > 0 else "stage"
    else:
        level = _LEVELS.index(kind) if kind in _LEVELS else len(_LEVELS) - 1
        level += by
        if not 0 <= level < len(_LEVELS):
            return line
        wanted = _LEVELS[level]
    return f"{SIGNS[wanted]} {mark.text}"


def next_line(line: str) -> str | None:
    """What the line behind a full one begins with; None: it has no sign."""
    kind = kind_of(line)
    return None if kind is None else f"{SIGNS[kind]} "


def stepped_out(line: str) -> str:
    """What becomes of a line that was begun and left without words: one level higher, then none."""
    kind = kind_of(line)
    if kind is None or kind == "stage":
        return ""
    return f"{SIGNS['stage' if kind == 'step' else 'step']} "


def patches(now: Sequence[str], wanted: Sequence[str]) -> list[Patch]:
    """The fewest lines to change so that a text becomes another one, last ones first."""
    blocks = SequenceMatcher(None, now, wanted, autojunk=False).get_opcodes()
    return [
        Patch(a, a_end, tuple(wanted[b:b_end]))
        for tag, a, a_end, b, b_end in reversed(blocks)
        if tag != "equal"
    ]
