"""What of a piece is to be painted where only a window of it is seen, as on one sheet of many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cjm_desktop.layout.pieces import Command, Path
from cjm_desktop.poster import bounds, content
from cjm_desktop.poster.bounds import Rect
from cjm_desktop.poster.content import Matrix

_LONG = 12
"""Commands that make a path worth shortening."""
_SMALL = 24.0
"""How far a sign reaches from where it begins at most, u."""
_MITRE = 5.0
"""How far a pointed corner may stand out, in widths of its line."""


class Outline(NamedTuple):
    """A part of a path that is drawn without lifting the pen."""

    commands: tuple[Command, ...]
    steps: Sequence[Rect | None]
    """How far each but the first of them goes; None: it closes the outline."""
    reach: Rect
    """How far all of them go."""


def seen_from(window: Rect, place: Matrix) -> Rect:
    """A window of the drawing in the coordinates of a piece, or what holds it where that is turned.

    Args:
        place: from the piece's coordinates to the drawing's.
    """
    if place[:4] == (1.0, 0.0, 0.0, 1.0):
        return bounds.moved(window, -place[4], -place[5])
    return bounds.turned(window, content.inverse(place))


def is_long(path: Path) -> bool:
    """Whether a path is worth shortening. A dashed line keeps its length."""
    return not path.dash and len(path.commands) >= _LONG and place_of_sign(path.commands) is None


def outlines(path: Path) -> list[Outline]:
    """A path cut where the pen is lifted, to be looked at through many windows."""
    found: list[Outline] = []
    begin, commands = 0, path.commands
    for end in range(1, len(commands) + 1):
        if end == len(commands) or commands[end][0] == "M":
            found.append(_outline(commands[begin:end]))
            begin = end
    return found


def _outline(commands: tuple[Command, ...]) -> Outline:
    steps: list[Rect | None] = []
    start = x, y = commands[0][1][:2]
    left, top, right, bottom = x, y, x, y
    for _, values in commands[1:]:
        if values:
            xs, ys = (x, *values[0::2]), (y, *values[1::2])
            step = min(xs), min(ys), max(xs), max(ys)
            left, top = min(left, step[0]), min(top, step[1])
            right, bottom = max(right, step[2]), max(bottom, step[3])
            steps.append(step)
            x, y = values[-2:]
        else:
            steps.append(None)
            x, y = start
    return Outline(commands, steps, (left, top, right, bottom))


def shortened(path: Path, window: Rect, known: Iterable[Outline]) -> Path:
    """A path that is the same inside a window and as short as may be outside it.

    Parts of an outline that stay beyond one side of the window are straightened: that moves nothing
    across the window, so it fills the same places in it.

    Args:
        known: its outlines.
    """
    grow = 0.0 if path.line is None else path.width * (1.0 if path.round else _MITRE)
    room = window[0] - grow, window[1] - grow, window[2] + grow, window[3] + grow
    found: list[Command] = []
    for one in known:
        if bounds.within(one.reach, room):
            found += one.commands
        elif len(one.commands) < 2 or not _sides(one.reach, room):
            found += _straightened(one, room)
    return path._replace(commands=tuple(found)) if len(found) < len(path.commands) else path


def place_of_sign(commands: Sequence[Command]) -> tuple[float, float] | None:
    """Where a small path begins, such as a sign that comes up again and again; None: it is large.

    A window shows all of a small path or none of it: a part would be no shorter to write.
    """
    if not commands:
        return None
    x, y = commands[0][1][:2]
    for _, values in commands:
        if values and (abs(values[-2] - x) > _SMALL or abs(values[-1] - y) > _SMALL):
            return None
    return x, y


def _straightened(outline: Outline, room: Rect) -> list[Command]:
    """An outline with what stays beyond one side of a room made straight."""
    first, *others = outline.commands
    found = [first]
    start = x, y = first[1][:2]
    beyond = 0
    for (letter, values), reach in zip(others, outline.steps, strict=True):
        sides = 0 if reach is None else _sides(reach, room)
        if beyond and not beyond & sides:
            found.append(("L", (x, y)))
        beyond = beyond & sides or sides
        if not beyond:
            found.append((letter, values))
        x, y = values[-2:] or start
    if beyond:
        found.append(("L", (x, y)))
    return found


def _sides(reach: Rect, room: Rect) -> int:
    """Beyond which sides of a room all of something lies, as bits."""
    return (
        (reach[2] < room[0])
        | (reach[0] > room[2]) << 1
        | (reach[3] < room[1]) << 2
        | (reach[1] > room[3]) << 3
    )
