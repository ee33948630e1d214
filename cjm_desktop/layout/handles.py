"""The points of the curves that are not the main one: dots, one of them a head with letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import dist
from typing import NamedTuple

from cjm_desktop.journey.records import Persona
from cjm_desktop.layout import coding, curves, marks, style
from cjm_desktop.layout.context import Context
from cjm_desktop.layout.feelings import Line, Plot, Point
from cjm_desktop.layout.pieces import Colour, Disc, Piece, Primitive, Shape, Zone
from cjm_desktop.layout.slots import Crowd, Rect, around

_SMALL = 5.2
_DOT = 2.4
_DOT_AIR = 1.0
"""Free space round a dot that a word would rather not stand on."""
_TRIED = 7
"""So many places at each side of its own are tried for a head."""
_NEAR = 8.0
"""How far beyond a code's farthest place something may matter to it, u."""


class Handle(NamedTuple):
    """A point and where it stands: not always on its curve, where others feel the same."""

    point: Point
    spot: Rect
    draw: Callable[[float, float], list[Primitive]]
    """Given its middle."""


def of_others(ctx: Context, plotted: Plot, crowd: Crowd) -> list[Handle]:
    """The points of the other curves but the weakest; on the screen also the planned ones."""
    found, heads, theme = list[Handle](), list[Rect](), ctx.theme
    for line in plotted.others:
        person = next((one for one in ctx.personas if one.id == line.persona_id), None)
        colour = curves.role_colour(ctx, line)
        named = _freest(line, crowd) if person is not None else None
        for point in line.points:
            if point is plotted.weak:
                continue
            if person is not None and point is named:
                heads.append(_beside(round_about(point, _SMALL), heads, crowd))
                found.append(Handle(point, heads[-1], _head(ctx, person, colour)))
                crowd.add(heads[-1])
            else:
                ring = _ring(theme.paper, colour, 0.4, 0.9)
                found.append(Handle(point, round_about(point, _DOT), ring))
                crowd.add(round_about(point, _DOT + _DOT_AIR))
    if plotted.planned is not None and not ctx.options.paper:
        for point in plotted.planned.points:
            spot = round_about(point, _DOT)
            found.append(Handle(point, spot, _ring(theme.paper, theme.ink3, 0.7, 0.7)))
            crowd.add(spot)
    return found


def dots(ctx: Context, plotted: Plot) -> list[Rect]:
    """Where the points of the other curves lie, before heads are moved aside."""
    lines = list(plotted.others)
    if plotted.planned is not None and not ctx.options.paper:
        lines.append(plotted.planned)
    points = [one for line in lines for one in line.points if one is not plotted.weak]
    return [round_about(one, _DOT + _DOT_AIR) for one in points]


def _head(
    ctx: Context, person: Persona, colour: Colour
) -> Callable[[float, float], list[Primitive]]:
    def draw(x: float, y: float) -> list[Primitive]:
        ground = Disc(x, y, _SMALL, ctx.theme.paper)
        return [ground, *marks.head(person, colour, x, y, _SMALL * 0.87)]

    return draw


def _ring(
    fill: Colour, line: Colour, inset: float, width: float
) -> Callable[[float, float], list[Primitive]]:
    return lambda x, y: [Disc(x, y, _DOT - inset, fill, line, width)]


def drawn(ctx: Context, handle: Handle, rings: Sequence[Rect], crowd: Crowd) -> tuple[Point, Piece]:
    """A point in its place, its code beside it where codes are shown.

    Args:
        rings: of the faces; of a point under one the code stands beside the face.
    """
    point, spot, draw = handle
    radius, feeling = spot.w / 2, point.feeling
    whole, words = spot, list[Primitive]()
    code = coding.code(ctx, feeling.id)
    if code:
        said = style.line(code, coding.CODE)
        x, y = spot.x + radius, spot.y + radius
        over = (one for one in rings if _holds(one, x, y))
        at = _place(ctx, feeling.id, next(over, spot), (said.width, said.height), crowd)
        whole = _both(spot, at)
        words = said.draw(at.x - whole.x, at.y - whole.y, ctx.theme.ink2)
    left, top = spot.x - whole.x, spot.y - whole.y
    zone = Zone("face", left, top, spot.w, spot.h)
    signs = (*draw(left + radius, top + radius), *words)
    shape = Shape(whole.w, whole.h, signs, (zone,))
    return point, Piece(feeling.id, "face", feeling.id, whole.x, whole.y, shape)


def _holds(ring: Rect, x: float, y: float) -> bool:
    """Whether a place lies within a ring."""
    radius = ring.w / 2
    return dist((x, y), (ring.x + radius, ring.y + radius)) < radius


def _place(
    ctx: Context, record_id: str, about: Rect, size: tuple[float, float], crowd: Crowd
) -> Rect:
    """Where a code covers the least; from now on it is in the way too."""
    radius = about.w / 2
    x, y = about.x + radius, about.y + radius
    place, reach = (x, y, radius, *size, False), radius + size[0] + _NEAR
    made_from = (*place, crowd.about(x - reach, x + reach))
    key = ("spot", record_id)
    spot = ctx.memo.once(key, made_from, lambda: crowd.choose(around(*place)))
    crowd.add(spot)
    return spot


def _both(one: Rect, other: Rect) -> Rect:
    """The rectangle about two."""
    x, y = min(one.x, other.x), min(one.y, other.y)
    right, bottom = max(one.x + one.w, other.x + other.w), max(one.y + one.h, other.y + other.h)
    return Rect(x, y, right - x, bottom - y)


def round_about(point: Point, radius: float) -> Rect:
    """What a disc round a point covers."""
    return Rect(point.x - radius, point.y - radius, 2 * radius, 2 * radius)


def _beside(spot: Rect, heads: Sequence[Rect], crowd: Crowd) -> Rect:
    """The place of a head, moved aside where others feel the same: its letters are to be read.

    Where there is no free place near it only keeps clear of the other heads.
    """
    step = (spot.w + _DOT_AIR) / 2
    for number in range(2 * _TRIED + 1):
        found = _shifted(spot, number, step)
        if not crowd.covered(found):
            return found
    for number in range(2 * len(heads) + 1):
        found = _shifted(spot, number, 2 * step)
        if not any(found.overlap(one) for one in heads):
            return found
    return spot


def _shifted(spot: Rect, number: int, step: float) -> Rect:
    """A place moved aside by so many steps, to the left and to the right in turn."""
    aside = (number + 1) // 2 * (1 if number % 2 else -1)
    return spot._replace(x=spot.x + aside * step)


def _freest(line: Line, crowd: Crowd) -> Point:
    """The point of a curve where a head covers the least; the rightmost of equals."""

    def cost(point: Point) -> tuple[float, float]:
        return (crowd.cost(round_about(point, _SMALL)), -point.x)

    return min(line.points, key=cost)
