"""A picture of what was chosen on a map, for programs that know nothing of maps."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from cjm_desktop.journey.clipping import Clip
from cjm_desktop.layout.pieces import Cell, Piece
from cjm_desktop.ui.canvas.camera import FULL
from cjm_desktop.ui.canvas.looks import LESSER
from cjm_desktop.ui.canvas.placed import Placed, play
from cjm_desktop.ui.canvas.tape import Tape

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas

SCALE = 2 * FULL
"""Pixels a poster unit: sharp on a screen and in a document."""
MOST_PIXELS = 16e6
MOST_PIECES = 400
"""Of an SVG: more would let whoever copies wait."""
AIR = 8.0
"""Round the things, poster units."""


def of_clip(canvas: Canvas, clip: Clip) -> QImage | None:
    """What was chosen as it looks on the map; None: the map shows nothing of it.

    Cards and feelings are painted alone, stages, steps and lanes with all that lies on their part
    of the map.
    """
    if clip.kind == "cells":
        return _of_things(canvas, _things(canvas, frozenset(clip.ids)))
    area = _area(canvas, clip)
    return None if area.isEmpty() else _of_part(canvas, area)


def svg_of_clip(canvas: Canvas, clip: Clip) -> bytes | None:
    """The same as SVG, for programs that draw; None: there is nothing, or more than is quick."""
    from cjm_desktop.poster import reading, svg

    wanted = frozenset(clip.ids)
    if clip.kind == "cells":
        things = _things(canvas, wanted)
        area = _united(one.area().translated(cell.x, cell.y) for cell, _, one in things)
        placed = [(cell, piece) for cell, piece, _ in things]
    else:
        area = _area(canvas, clip)
        placed = [one for one in reading.pieces(canvas.drawing) if _room(*one).intersects(area)]
    if not placed or len(placed) > MOST_PIECES:
        return None
    area.adjust(-AIR, -AIR, AIR, AIR)
    sides = (area.left(), area.top(), area.right(), area.bottom())
    return svg.part(canvas.drawing, sides, placed, canvas.document.language).encode()


def _is(piece: Piece, wanted: Collection[str]) -> bool:
    return piece.record_id in wanted and piece.kind not in LESSER


def _room(cell: Cell, piece: Piece) -> QRectF:
    """About where a piece lies on the paper."""
    shape = piece.shape
    return QRectF(cell.x + piece.x, cell.y + piece.y, max(1.0, shape.w), max(1.0, shape.h))


def _area(canvas: Canvas, clip: Clip) -> QRectF:
    """The part of the paper that stages, steps or lanes take; empty: none."""
    drawing = canvas.drawing
    if clip.kind == "lanes":
        areas = [QRectF(0, one.y, drawing.width, one.h) for one in drawing.lanes
                 if one.lane_id in clip.ids]  # fmt: skip
    else:
        top = drawing.stages_y
        low = max((one.y + one.h for one in drawing.lanes), default=drawing.height)
        areas = [QRectF(one.x, top, one.w, low - top) for one in drawing.columns
                 if one.stage_id in clip.ids or one.step_id in clip.ids]  # fmt: skip
    return _united(areas)


def _things(canvas: Canvas, wanted: Collection[str]) -> list[tuple[Cell, Piece, Placed]]:
    """Cards and faces, where they lie."""
    fonts = canvas.map_scene.studio.fonts
    found: list[tuple[Cell, Piece, Placed]] = []
    for cell in canvas.drawing.cells.values():
        for piece in cell.pieces:
            if _is(piece, wanted):
                tape = Tape(piece.shape, fonts)
                one = Placed(piece.x, piece.y, piece.turn, piece.shape, tape)
                found.append((cell, piece, one))
    return found


def _of_things(canvas: Canvas, found: Sequence[tuple[Cell, Piece, Placed]]) -> QImage | None:
    """Things, and nothing between them."""
    if not found:
        return None
    area = _united(one.area().translated(cell.x, cell.y) for cell, _, one in found)
    image, painter = _begin(canvas, area)
    for cell, _, one in found:
        painter.translate(cell.x, cell.y)
        play(painter, (one,), painter.worldTransform().m11())
        painter.translate(-cell.x, -cell.y)
    painter.end()
    return image


def _of_part(canvas: Canvas, area: QRectF) -> QImage:
    """A part of the paper."""
    image, painter = _begin(canvas, area)
    for item in canvas.map_scene.all_items():
        room = item.rect().translated(item.cell.x, item.cell.y)
        if room.intersects(area):
            painter.translate(item.cell.x, item.cell.y)
            play(painter, item.placed(), painter.worldTransform().m11())
            painter.translate(-item.cell.x, -item.cell.y)
    painter.end()
    return image


def _united(areas: Iterable[QRectF]) -> QRectF:
    whole = QRectF()
    for one in areas:
        whole = whole.united(one)
    return whole


def _begin(canvas: Canvas, area: QRectF) -> tuple[QImage, QPainter]:
    """A sheet of the map's paper, and a painter that paints in poster units on it."""
    area = area.adjusted(-AIR, -AIR, AIR, AIR)
    scale = min(SCALE, math.sqrt(MOST_PIXELS / (area.width() * area.height())))
    size = max(1, round(area.width() * scale)), max(1, round(area.height() * scale))
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(canvas.drawing.paper))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.translate(-area.left(), -area.top())
    return image, painter
