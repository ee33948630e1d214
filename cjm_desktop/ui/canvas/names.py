"""Stuck names of stages and lanes where they are smaller than on the paper, or moved in their row.

A stage stays as wide as its column and gets lower; its words get smaller as a whole and stay in
what is seen of the column. A lane's name gets smaller and stays in what is seen of the lane; its
scale stays where the curve is.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTransform

from cjm_desktop.layout.pieces import Disc, Glyphs, Shape
from cjm_desktop.ui.canvas.cells import CellItem
from cjm_desktop.ui.canvas.fonts import Fonts
from cjm_desktop.ui.canvas.placed import Placed, play
from cjm_desktop.ui.canvas.tape import Tape

EDGE = 0.5
"""Of a face, poster units."""
Size = tuple[float, float]
"""Pixels a poster unit of the map, and how much smaller names are, less than 1 or 1."""


def stage(painter: QPainter, item: CellItem, place: QRectF, size: Size, left: float) -> None:
    """Paint a stage and the names of its steps lower than they are.

    Args:
        painter: in pixels of the viewport, clipped.
        item: the stage.
        place: where it is seen.
        size: of the map and of names.
        left: what lies left of here is covered, px.
    """
    (scale, factor), arrows = size, _of_kind(item, "stage")
    small = scale * factor
    for one in item.placed():
        x, y, width = place.x() + one.x * scale, place.y() + one.y * small, one.shape.w * scale
        words = max(x, min(left, x + width * (1 - factor)))
        if id(one.shape) not in arrows:
            _play(painter, one, (words, y), (small, small))
            continue
        ground, front = _parted(one.shape, item.fonts)
        _play(painter, ground, (x, y), (scale, small))
        _play(painter, front, (words, y), (small, small))


def lane(
    painter: QPainter, item: CellItem, places: tuple[QRectF, QRectF], size: Size, ground: QColor
) -> None:
    """Paint the name of a lane where it is seen, and its scale where the lane is.

    Args:
        painter: in pixels of the viewport, clipped.
        item: the lane's label.
        places: of the lane, its right edge where that of the labels is, and of its name.
        size: of the map and of names.
        ground: the colour under the name.
    """
    (scale, factor), named = size, _of_kind(item, "lane")
    whole, name = places
    small = scale * factor
    for one in item.placed():
        if id(one.shape) not in named:
            at = (whole.x() + one.x * scale, whole.y() + one.y * scale)
            begin = at[0] + _begin(one.shape, (name.x() - at[0]) / scale) * scale
            painter.save()
            painter.resetTransform()
            free = QRectF(begin, whole.y(), whole.right() - begin, whole.height())
            painter.setClipRect(free, Qt.ClipOperation.IntersectClip)
            _play(painter, one, at, (scale, scale))
            painter.restore()
    for one in item.placed():
        if id(one.shape) in named:
            painter.resetTransform()
            painter.fillRect(name, ground)
            _play(
                painter, one, (name.x() + one.x * small, name.y() + one.y * small), (small, small)
            )


def _begin(shape: Shape, left: float) -> float:
    """From where on a scale is painted: its faces without their words, where these would be cut.

    Args:
        left: where the room begins, poster units.
    """
    words = [one.x for one in shape.primitives if isinstance(one, Glyphs)]
    faces = [one.cx - one.r for one in shape.primitives if isinstance(one, Disc)]
    return 0.0 if min(words, default=0.0) >= left else min(faces, default=0.0) - EDGE


def _of_kind(item: CellItem, kind: str) -> frozenset[int]:
    return frozenset(id(one.shape) for one in item.cell.pieces if one.kind == kind)


def _play(painter: QPainter, one: Placed, at: Size, scales: Size) -> None:
    painter.setWorldTransform(QTransform(scales[0], 0, 0, scales[1], *at))
    play(painter, (one.alone(),), scales[1])


@lru_cache(maxsize=64)
def _parted(shape: Shape, fonts: Fonts) -> tuple[Placed, Placed]:
    """The arrow of a stage alone, and what is written on it."""
    parts = shape.primitives[:1], shape.primitives[1:]
    shapes = [Shape(shape.w, shape.h, one) for one in parts]
    ground, front = (Placed(0, 0, 0, one, Tape(one, fonts)) for one in shapes)
    return ground, front
