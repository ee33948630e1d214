"""What a shape looks like from far: rectangles of one colour each."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from cjm_desktop.layout.pieces import (
    Box,
    Disc,
    Fill,
    Glyphs,
    Gradient,
    Line,
    Path,
    Photo,
    Primitive,
)
from cjm_desktop.ui.canvas.outlines import painter_path
from cjm_desktop.ui.canvas.photos import GREY

GROUND, SHADOW = 400.0, 4.0
"""Square poster units of a part that others lie on, and how far its shadow may stand out."""
BAR = 0.52
"""Height of the bar that stands for a line of text, in ems: from the x-height to the baseline."""
EDGE = 0.8
"""Thickness of the edges of an empty box, poster units."""


class Patch(NamedTuple):
    """A rectangle of one colour that stands for something seen from far."""

    colour: str
    rect: QRectF


def patches(primitives: tuple[Primitive, ...]) -> list[Patch]:
    """Coloured rectangles that stand for primitives, in order."""
    found: list[Patch] = []
    texts: list[Patch] = []
    for one in primitives:
        if isinstance(one, Glyphs):
            if one.width > 0:
                texts.append(Patch(faint(one.colour), bar_of(one)))
            continue
        found += texts
        texts.clear()
        for fill, rect in _of(one):
            _lay(found, fill, rect)
    return found + texts


def bar_of(glyphs: Glyphs) -> QRectF:
    """The bar that stands for a line of text."""
    height = glyphs.size * BAR
    return QRectF(glyphs.x, glyphs.y - height, glyphs.width, height)


def faint(colour: str) -> str:
    """The colour of a bar: text covers less than half of the line it stands on."""
    return "#70" + colour[1:]


def _of(one: Box | Disc | Line | Path | Photo) -> list[tuple[Fill, QRectF]]:
    """The rectangles of a primitive, each with what it is filled with."""
    if isinstance(one, Box):
        rect = QRectF(one.x, one.y, one.w, one.h)
        return [(one.fill, rect)] if one.fill is not None else _edges(one.line, rect)
    if isinstance(one, Disc):
        fill = one.fill if one.fill is not None else one.line
        return [(fill, QRectF(one.cx - one.r, one.cy - one.r, 2 * one.r, 2 * one.r))]
    if isinstance(one, Line):
        return _straight(one)
    if isinstance(one, Path):
        return [(one.fill, painter_path(one).boundingRect())] if one.fill is not None else []
    return [(GREY, QRectF(one.x, one.y, one.w, one.h))]


def _edges(line: Fill, rect: QRectF) -> list[tuple[Fill, QRectF]]:
    """An empty box: its four edges, so that it does not hide what lies under it."""
    left, top, wide, high = rect.left(), rect.top(), rect.width(), rect.height()
    return [
        (line, QRectF(left, top, wide, EDGE)),
        (line, QRectF(left, rect.bottom() - EDGE, wide, EDGE)),
        (line, QRectF(left, top, EDGE, high)),
        (line, QRectF(rect.right() - EDGE, top, EDGE, high)),
    ]


def _straight(line: Line) -> list[tuple[Fill, QRectF]]:
    """A level or upright line; others are not seen from far."""
    if line.x0 != line.x1 and line.y0 != line.y1:
        return []
    half = line.width / 2
    rect = QRectF(QPointF(line.x0, line.y0), QPointF(line.x1, line.y1)).normalized()
    return [(line.line, rect.adjusted(-half, -half, half, half))]


def _lay(found: list[Patch], fill: Fill, rect: QRectF) -> None:
    """Put a rectangle on top; a large one hides what lies under it, such as its shadow."""
    if isinstance(fill, Gradient):
        fill = fill.stops[len(fill.stops) // 2][1]
    if fill is None:
        return
    if rect.width() * rect.height() >= GROUND:
        around = rect.adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW)
        found[:] = [one for one in found if not around.contains(one.rect)]
    found.append(Patch(fill, rect))
