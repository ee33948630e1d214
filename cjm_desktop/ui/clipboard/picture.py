"""A picture of what was chosen on a map, for programs that know nothing of maps."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from cjm_desktop.journey.clipping import Clip
from cjm_desktop.ui.canvas.camera import FULL
from cjm_desktop.ui.canvas.cells import LESSER
from cjm_desktop.ui.canvas.placed import Placed, play
from cjm_desktop.ui.canvas.tape import Tape

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas

SCALE = 2 * FULL
"""Pixels a poster unit: sharp on a screen and in a document."""
MOST_PIXELS = 16e6
AIR = 8.0
"""Round the things, poster units."""


def of_clip(canvas: Canvas, clip: Clip) -> QImage | None:
    """What was chosen as it looks on the map; None: the map shows nothing of it.

    Cards and feelings are painted alone, stages, steps and lanes with all that lies on their part
    of the map.
    """
    if clip.kind == "cells":
        return _of_things(canvas, frozenset(clip.ids))
    drawing = canvas.drawing
    if clip.kind == "lanes":
        areas = [QRectF(0, one.y, drawing.width, one.h) for one in drawing.lanes
                 if one.lane_id in clip.ids]  # fmt: skip
    else:
        top = drawing.stages_y
        low = max((one.y + one.h for one in drawing.lanes), default=drawing.height)
        areas = [QRectF(one.x, top, one.w, low - top) for one in drawing.columns
                 if one.stage_id in clip.ids or one.step_id in clip.ids]  # fmt: skip
    return _of_part(canvas, _united(areas)) if areas else None


def _of_things(canvas: Canvas, wanted: Collection[str]) -> QImage | None:
    """Cards and faces, where they lie, and nothing between them."""
    fonts = canvas.map_scene.studio.fonts
    found: list[tuple[float, float, Placed]] = []
    for cell in canvas.drawing.cells.values():
        for piece in cell.pieces:
            if piece.record_id in wanted and piece.kind not in LESSER:
                tape = Tape(piece.shape, fonts)
                one = Placed(piece.x, piece.y, piece.turn, piece.shape, tape)
                found.append((cell.x, cell.y, one))
    if not found:
        return None
    area = _united(one.area().translated(x, y) for x, y, one in found)
    image, painter = _begin(canvas, area)
    for x, y, one in found:
        painter.translate(x, y)
        play(painter, (one,), painter.worldTransform().m11())
        painter.translate(-x, -y)
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
