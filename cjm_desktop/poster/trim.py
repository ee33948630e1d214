"""What of a piece is to be painted where only a window of it is seen, as on one sheet of many."""

from __future__ import annotations

from cjm_desktop.layout.pieces import Command, Path, Primitive
from cjm_desktop.poster import bounds, content
from cjm_desktop.poster.bounds import Rect
from cjm_desktop.poster.content import Matrix

_LONG = 12
"""Commands that make a path worth shortening."""
_MITRE = 5.0
"""How far a pointed corner may stand out, in widths of its line."""
_EVERY_SIDE = 0b1111


def seen_from(window: Rect, place: Matrix) -> Rect:
    """A window of the drawing in the coordinates of a piece, or what holds it where that is turned.

    Args:
        place: from the piece's coordinates to the drawing's.
    """
    if place[:4] == (1.0, 0.0, 0.0, 1.0):
        return bounds.moved(window, -place[4], -place[5])
    return bounds.turned(window, content.inverse(place))


def seen(primitive: Primitive, reach: Rect, window: Rect) -> Primitive | None:
    """What of a primitive can be seen in a window: itself, less of it, or None: nothing.

    Args:
        reach: how far the primitive goes.
    """
    if not bounds.touches(reach, window):
        return None
    if not isinstance(primitive, Path) or bounds.within(reach, window):
        return primitive
    kept = shortened(primitive, window)
    # Of a shading no outline at all would be no bounds at all.
    return kept if kept.commands else None


def shortened(path: Path, window: Rect) -> Path:
    """A path that is the same inside a window and as short as may be outside it.

    Parts of an outline that stay beyond one side of the window are straightened: that moves nothing
    across the window, so it fills the same places in it. A dashed line keeps its length.
    """
    if path.dash or len(path.commands) < _LONG:
        return path
    grow = 0.0 if path.line is None else path.width * (1.0 if path.round else _MITRE)
    room = window[0] - grow, window[1] - grow, window[2] + grow, window[3] + grow
    found: list[Command] = []
    for outline in _outlines(path.commands):
        found += _straightened(outline, room)
    return path._replace(commands=tuple(found)) if len(found) < len(path.commands) else path


def _outlines(commands: tuple[Command, ...]) -> list[list[Command]]:
    """A path cut where the pen is lifted."""
    found: list[list[Command]] = []
    for one in commands:
        if one[0] == "M" or not found:
            found.append([])
        found[-1].append(one)
    return found


def _straightened(outline: list[Command], room: Rect) -> list[Command]:
    """An outline with what stays beyond one side of a room made straight; empty: all of it does."""
    found = outline[:1]
    start = x, y = outline[0][1][:2]
    beyond, always = 0, _EVERY_SIDE
    for letter, values in outline[1:]:
        sides = _sides((x, *values[0::2]), (y, *values[1::2]), room) if values else 0
        if beyond and not beyond & sides:
            found.append(("L", (x, y)))
        beyond = beyond & sides or sides
        if not beyond:
            found.append((letter, values))
        if values:
            always &= sides
        x, y = values[-2:] or start
    if beyond:
        found.append(("L", (x, y)))
    return [] if always and len(found) > 1 else found


def _sides(xs: tuple[float, ...], ys: tuple[float, ...], room: Rect) -> int:
    """Beyond which sides of a room all of some points lie, as bits."""
    return (
        (max(xs) < room[0])
        | (min(xs) > room[2]) << 1
        | (max(ys) < room[1]) << 2
        | (min(ys) > room[3]) << 3
    )
