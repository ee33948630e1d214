"""What colour a text of the map stands on, for the editor that is laid over it. No Qt."""

from __future__ import annotations

from cjm_desktop.layout.pieces import Box, Disc, Fill, Gradient, Path, Piece, Primitive, Zone

STOPS = (0.0, 0.25, 0.5, 0.75, 1.0)
"""Where along the editor a gradient under it is looked at."""


def ground_under(piece: Piece, zone: Zone) -> str:
    """The ground of a zone as a style sheet says it: of the last filled shape round its middle.

    Returns:
        A colour, a vertical gradient, or nothing where the paper itself is seen.
    """
    x, y = zone.x + zone.w / 2, zone.y + zone.h / 2
    found: Fill = None
    for primitive in piece.shape.primitives:
        fill = getattr(primitive, "fill", None)
        if fill is not None and _holds(primitive, x, y):
            found = fill
    if isinstance(found, Gradient):
        return _sheet(found, zone)
    return found or ""


def _holds(primitive: Primitive, x: float, y: float) -> bool:
    left, top, right, bottom = _bounds(primitive)
    return left <= x <= right and top <= y <= bottom


def _bounds(primitive: Primitive) -> tuple[float, float, float, float]:
    if isinstance(primitive, Box):
        x, y = primitive.x, primitive.y
        return x, y, x + primitive.w, y + primitive.h
    if isinstance(primitive, Disc):
        x, y, r = primitive.cx, primitive.cy, primitive.r
        return x - r, y - r, x + r, y + r
    if isinstance(primitive, Path):
        ends = [at[-2:] for _, at in primitive.commands if at]
        xs, ys = [x for x, _ in ends], [y for _, y in ends]
        return min(xs), min(ys), max(xs), max(ys)
    return 1.0, 1.0, 0.0, 0.0


def _sheet(gradient: Gradient, zone: Zone) -> str:
    """The part of a vertical gradient that lies under a zone."""
    high = (gradient.y1 - gradient.y0) or 1.0
    stops = [
        f"stop:{part:g} {colour_at(gradient, (zone.y + part * zone.h - gradient.y0) / high)}"
        for part in STOPS
    ]
    return f"qlineargradient(x1:0, y1:0, x2:0, y2:1, {', '.join(stops)})"


def colour_at(gradient: Gradient, place: float) -> str:
    """The colour of a gradient at 0..1 of its way."""
    before = after = gradient.stops[0]
    for stop in gradient.stops:
        after = stop
        if stop[0] >= place:
            break
        before = stop
    span = after[0] - before[0]
    part = min(1.0, max(0.0, (place - before[0]) / span)) if span > 0 else 0.0
    pairs = zip(_parts(before[1]), _parts(after[1]), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * part):02X}" for a, b in pairs)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
