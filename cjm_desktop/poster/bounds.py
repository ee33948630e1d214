"""How far pieces reach, ink included, so that a sheet paints only what touches it."""

from __future__ import annotations

import math
from collections.abc import Iterable

from cjm_desktop.layout.pieces import Box, Disc, Glyphs, Line, Path, Photo, Piece, Primitive, Shape

Rect = tuple[float, float, float, float]
"""Left, top, right, bottom."""

NOTHING: Rect = (math.inf, math.inf, -math.inf, -math.inf)
# Of a font size: what accents, descenders and slanted letters need round a line of text.
_ABOVE, _BELOW, _ASIDE = 1.1, 0.4, 0.3


def touches(one: Rect, other: Rect) -> bool:
    """Whether two rectangles have area in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def within(inner: Rect, outer: Rect) -> bool:
    """Whether a rectangle lies wholly in another."""
    return (
        outer[0] <= inner[0]
        and outer[1] <= inner[1]
        and inner[2] <= outer[2]
        and inner[3] <= outer[3]
    )


def union(rects: Iterable[Rect]) -> Rect:
    """The least rectangle round all; `NOTHING` round none."""
    left, top, right, bottom = NOTHING
    for rect in rects:
        left, top = min(left, rect[0]), min(top, rect[1])
        right, bottom = max(right, rect[2]), max(bottom, rect[3])
    return left, top, right, bottom


def of_primitive(primitive: Primitive) -> Rect:
    """How far one primitive reaches, in its shape's coordinates."""
    match primitive:
        case Glyphs(x=x, y=y, size=size, width=width, ys=ys):
            rise, sink = min(ys, default=0.0), max(ys, default=0.0)
            return (
                x - _ASIDE * size,
                y + rise - _ABOVE * size,
                x + width + _ASIDE * size,
                y + sink + _BELOW * size,
            )
        case Box(x=x, y=y, w=w, h=h, line=line, width=width):
            grow = width / 2 if line else 0.0
            return x - grow, y - grow, x + w + grow, y + h + grow
        case Disc(cx=cx, cy=cy, r=r, line=line, width=width):
            reach = r + (width / 2 if line else 0.0)
            return cx - reach, cy - reach, cx + reach, cy + reach
        case Line(x0=x0, y0=y0, x1=x1, y1=y1, width=width):
            return (
                min(x0, x1) - width,
                min(y0, y1) - width,
                max(x0, x1) + width,
                max(y0, y1) + width,
            )
        case Photo(x=x, y=y, w=w, h=h):
            return x, y, x + w, y + h
        case Path():
            return _of_path(primitive)


def _of_path(path: Path) -> Rect:
    """Round the path's points and handles; mitred corners reach further than half the line."""
    xs = [x for _, values in path.commands for x in values[0::2]]
    ys = [y for _, values in path.commands for y in values[1::2]]
    if not xs:
        return NOTHING
    grow = 0.0 if path.line is None else path.width * (0.5 if path.round else 2)
    return min(xs) - grow, min(ys) - grow, max(xs) + grow, max(ys) + grow


def of_shape(shape: Shape) -> Rect:
    """How far a shape reaches, in its own coordinates."""
    return union(of_primitive(primitive) for primitive in shape.primitives)


def turned(rect: Rect, degrees: float, cx: float, cy: float) -> Rect:
    """The upright rectangle round one turned clockwise about a point."""
    if not degrees or rect == NOTHING:
        return rect
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    corners = [
        (cx + (x - cx) * cos - (y - cy) * sin, cy + (x - cx) * sin + (y - cy) * cos)
        for x in (rect[0], rect[2])
        for y in (rect[1], rect[3])
    ]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def moved(rect: Rect, dx: float, dy: float) -> Rect:
    """A rectangle in another place."""
    return rect[0] + dx, rect[1] + dy, rect[2] + dx, rect[3] + dy


def of_piece(piece: Piece, shape: Rect) -> Rect:
    """How far a piece reaches, in its cell's coordinates, its shape's reach being known."""
    whole = turned(shape, piece.turn, piece.shape.w / 2, piece.shape.h / 2)
    return moved(whole, piece.x, piece.y)
