"""How far pieces reach, ink included, so that a sheet paints only what touches it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from math import inf
from typing import Any

from cjm_desktop.layout.pieces import (
    Box,
    Command,
    Disc,
    Glyphs,
    Line,
    Path,
    Photo,
    Primitive,
    Shape,
)
from cjm_desktop.poster.remembering import by_identity

Rect = tuple[float, float, float, float]
"""Left, top, right, bottom."""

NOTHING: Rect = (inf, inf, -inf, -inf)
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


def of_primitive(primitive: Primitive) -> Rect:
    """How far one primitive reaches, in its shape's coordinates."""
    return _REACH[type(primitive)](primitive)


def of_each(primitives: Iterable[Primitive]) -> list[Rect]:
    """How far each of them reaches."""
    return [_REACH[type(each)](each) for each in primitives]


def of_shape(shape: Shape) -> Rect:
    """How far a shape reaches, in its own coordinates."""
    left, top, right, bottom = NOTHING
    for each in shape.primitives:
        # Of a large map all primitives come by here; min and max take twice as long.
        x0, y0, x1, y1 = _REACH[type(each)](each)
        if x0 < left:
            left = x0
        if y0 < top:
            top = y0
        if x1 > right:
            right = x1
        if y1 > bottom:
            bottom = y1
    return left, top, right, bottom


def _of_glyphs(run: Glyphs) -> Rect:
    x, y, _, size, _, _, _, _, _, width, ys = run
    rise, sink = (min(ys), max(ys)) if ys else (0.0, 0.0)
    aside = _ASIDE * size
    return x - aside, y + rise - _ABOVE * size, x + width + aside, y + sink + _BELOW * size


def _of_box(box: Box) -> Rect:
    grow = box.width / 2 if box.line else 0.0
    return box.x - grow, box.y - grow, box.x + box.w + grow, box.y + box.h + grow


def _of_disc(disc: Disc) -> Rect:
    reach = disc.r + (disc.width / 2 if disc.line else 0.0)
    return disc.cx - reach, disc.cy - reach, disc.cx + reach, disc.cy + reach


def _of_line(line: Line) -> Rect:
    left, top, right, bottom, _, grow, _, _ = line
    if left > right:
        left, right = right, left
    if top > bottom:
        top, bottom = bottom, top
    return left - grow, top - grow, right + grow, bottom + grow


def _of_photo(photo: Photo) -> Rect:
    return photo.x, photo.y, photo.x + photo.w, photo.y + photo.h


def _of_path(path: Path) -> Rect:
    """Mitred corners reach further than half the line."""
    left, top, right, bottom = _round_all(path.commands)
    grow = 0.0 if path.line is None else path.width * (0.5 if path.round else 2)
    return left - grow, top - grow, right + grow, bottom + grow


@by_identity
@lru_cache(maxsize=4096)
def _round_all(commands: Sequence[Command]) -> Rect:
    """Round the points and handles of a path; most of a map's are signs that come up again."""
    places = [value for _, values in commands for value in values]
    if not places:
        return NOTHING
    xs, ys = places[0::2], places[1::2]
    return min(xs), min(ys), max(xs), max(ys)


_REACH: dict[type[Any], Callable[[Any], Rect]] = {
    Box: _of_box,
    Disc: _of_disc,
    Line: _of_line,
    Path: _of_path,
    Glyphs: _of_glyphs,
    Photo: _of_photo,
}


def turned(rect: Rect, matrix: tuple[float, ...]) -> Rect:
    """What holds a rectangle that a matrix leads elsewhere."""
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in (rect[0], rect[2]) for y in (rect[1], rect[3])]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def moved(rect: Rect, dx: float, dy: float) -> Rect:
    """A rectangle in another place."""
    return rect[0] + dx, rect[1] + dy, rect[2] + dx, rect[3] + dy
