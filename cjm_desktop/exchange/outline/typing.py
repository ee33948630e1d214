"""What keys do to the lines of an outline while it is typed."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from cjm_desktop.exchange.outline import kindwords, marks
from cjm_desktop.exchange.outline.items import SIGNS, Kind

_LEVELS: tuple[Kind, ...] = ("stage", "step", "action")
_ENDS: dict[Kind, tuple[Kind, ...]] = {"stage": ("stage",), "step": ("stage", "step")}
"""Where what a line holds comes to its end."""
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
    return said in _SIGNED or (bool(said) and not said.strip("!")) or _named(line) is not None


def _named(line: str) -> Kind | None:
    """What a word such as `thought:` says that waits for what is thought."""
    mark = marks.read(line)
    return mark.kind if mark.named and not mark.text else None


def signed(line: str, typed: str) -> str | None:
    """What becomes of a line that was begun when a sign is typed at its end, so that nobody has to
    take away the sign that was there; None: what is typed is a letter like others.

    Args:
        typed: one letter.
    """
    said, kind = line.strip(), kind_of(line)
    if typed == " " and (sign := _meant(line)):
        return f"{sign} "
    if not is_begun(line) or not line.endswith(" "):
        return None
    if typed == "!":
        return f"{said}! " if kind == "barrier" and len(said) < 3 else "! "
    if typed == "#" == said:
        return "## "
    if kind == "feeling" and typed in "-+":
        return None  # of its value
    return line if typed == " " else f"{typed} " if typed in _SIGNED else None


def _meant(line: str) -> str:
    """The sign that a line turns out to stand for when a blank is typed; empty: as it was."""
    said, mark = line.strip(), marks.read(line, worded=False)
    if said in (": -", ": +"):  # no value follows, so it was a sign
        return said[2]
    # The line before may have left it a sign, which was not asked for.
    word = kindwords.read(mark.text)
    return SIGNS[word.kind] if word is not None and word.start == len(mark.text) else ""


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
    """What becomes of a line that was begun and left without words: one level higher, then none.

    A word such as `thought:` becomes its sign first.
    """
    kind, named = kind_of(line), _named(line)
    if named is not None:
        return f"{SIGNS[named]} "
    if kind is None or kind == "stage":
        return ""
    return f"{SIGNS['stage' if kind == 'step' else 'step']} "


class Carried(NamedTuple):
    """Lines that changed places."""

    first: int
    """Number of the first of them, from 0."""
    last: int
    """The first line behind them."""
    lines: tuple[str, ...]
    """What stands there now."""
    at: int
    """Where the first of what was carried stands now."""


def held(lines: Sequence[str], at: int) -> int:
    """The first line behind what a line holds: a stage its steps, a step its cards, a barrier the
    ideas right beneath it."""
    kind = kind_of(lines[at])
    ends = _ENDS.get(kind) if kind else None
    end = at + 1
    if kind == "barrier":
        while end < len(lines) and kind_of(lines[end]) == "idea":
            end += 1
    elif ends:
        while end < len(lines) and kind_of(lines[end]) not in ends:
            end += 1
    return end


def carried(lines: Sequence[str], at: int, by: int) -> Carried | None:
    """Move a line with all it holds before what stands above it (-1), or behind what comes (1).

    A stage goes past a whole stage, a step past a whole step or into the stage beside it, all
    else past one line.
    """
    end = held(lines, at)
    ends = _ENDS.get(kind_of(lines[at]) or "action")
    if by > 0:
        if end >= len(lines):
            return None
        first, last = at, held(lines, end) if ends else end + 1
        if ends and kind_of(lines[at]) == "step" and kind_of(lines[end]) == "stage":
            last = end + 1
            while last < len(lines) and kind_of(lines[last]) not in ends:
                last += 1
        return Carried(first, last, (*lines[end:last], *lines[at:end]), at + last - end)
    if at == 0:
        return None
    first = at - 1
    if ends:
        first = next((n for n in range(at - 1, -1, -1) if kind_of(lines[n]) in ends), 0)
    return Carried(first, end, (*lines[at:end], *lines[first:at]), first)


def patches(now: Sequence[str], wanted: Sequence[str]) -> list[Patch]:
    """The fewest lines to change so that a text becomes another one, last ones first."""
    blocks = SequenceMatcher(None, now, wanted, autojunk=False).get_opcodes()
    return [
        Patch(a, a_end, tuple(wanted[b:b_end]))
        for tag, a, a_end, b, b_end in reversed(blocks)
        if tag != "equal"
    ]
