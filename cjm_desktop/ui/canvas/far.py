"""The map from far: one picture for each stage instead of an item for each cell."""

from __future__ import annotations

import math
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from cjm_desktop.ui.canvas import sprites
from cjm_desktop.ui.canvas.cells import CellItem, Z
from cjm_desktop.ui.canvas.placed import paint_patches
from cjm_desktop.ui.canvas.sprites import Sprite
from cjm_desktop.ui.canvas.studio import Studio
from cjm_desktop.ui.canvas.torn import or_torn

MANY = 100
"""Cells in one window from which on they are painted by stages."""
LARGE = 300
"""Cells of a map from which on a small picture of it is made of rectangles."""
FINE = 0.4
"""Pixels a poster unit from which on a stage is made of its cells, not of rectangles."""


class Chunk:
    """The cells of one stage."""

    def __init__(self) -> None:
        self.items: dict[str, CellItem] = {}
        self.area = QRectF()
        """On the paper."""
        self._places: tuple[tuple[float, float], ...] = ()

    def settle(self, *, changed: bool) -> bool:
        """Find out where it lies now.

        Args:
            changed: some of its cells look different.

        Returns:
            Whether it looks different as a whole; a stage that has only moved does not.
        """
        left = top = math.inf
        right = bottom = -math.inf
        spots = [(item.cell.x, item.cell.y, item.reach) for item in self.items.values()]
        for x, y, reach in spots:
            if reach[2] > reach[0]:
                left, right = min(left, x + reach[0]), max(right, x + reach[2])
                top, bottom = min(top, y + reach[1]), max(bottom, y + reach[3])
        if left > right:
            left = top = right = bottom = 0.0
        self.area = QRectF(left, top, right - left, bottom - top)
        places = tuple([(round(x - left, 3), round(y - top, 3)) for x, y, _ in spots])
        changed = changed or places != self._places
        self._places = places
        return changed

    @property
    def has_patches(self) -> bool:
        """Whether its rectangles are at hand; making them takes as long as painting cells."""
        return all(item.has_patches for item in self.items.values())

    def paint_patches(self, painter: QPainter) -> None:
        """Paint all it shows as rectangles, where the painter stands."""
        left, top = self.area.left(), self.area.top()
        for item in self.items.values():
            x, y = item.cell.x - left, item.cell.y - top
            painter.translate(x, y)
            paint_patches(painter, item.patches())
            painter.translate(-x, -y)


class FarItem(QGraphicsRectItem):
    """Paints the grid of a large map when it is seen from far."""

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self._studio = studio
        self._chunks: dict[str, Chunk] = {}
        self._changed: dict[str, bool] = {}
        """Stages to look at again, and whether any of their cells looks different."""
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setPen(QPen(Qt.PenStyle.NoPen))
        self.setZValue(Z["grid"])
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setVisible(False)

    def add(self, item: CellItem) -> None:
        """A cell of the grid is new."""
        self._chunks.setdefault(item.cell.stage_id, Chunk()).items[item.cell.id] = item
        self.change(item)

    def drop(self, item: CellItem) -> None:
        """A cell of the grid has gone."""
        stage_id = item.cell.stage_id
        chunk = self._chunks[stage_id]
        del chunk.items[item.cell.id]
        self.change(item)
        if not chunk.items:
            del self._chunks[stage_id], self._changed[stage_id]
            self.update(chunk.area)
            self._studio.sprites.forget(("far", stage_id))

    def change(self, item: CellItem, *, looks: bool = True) -> None:
        """A cell looks different, or only lies elsewhere."""
        stage_id = item.cell.stage_id
        self._changed[stage_id] = looks or self._changed.get(stage_id, False)

    def move(self, stage_ids: Iterable[str]) -> None:
        """Cells of some stages lie elsewhere."""
        for one in stage_ids:
            self._changed.setdefault(one, False)

    def settle(self) -> None:
        """All changes are told: have what they touch painted anew, if it is to be seen at all."""
        if self.isVisible():
            self._settle()

    def _settle(self) -> None:
        for stage_id, looks in self._changed.items():
            chunk = self._chunks[stage_id]
            before = chunk.area
            if chunk.settle(changed=looks):
                self._studio.sprites.forget(("far", stage_id))
            self.update(before.united(chunk.area))
        self._changed.clear()

    def appear(self, there: bool) -> None:
        """Show the stages, or leave it to the cells."""
        if there:
            self._settle()
        self.setVisible(there)

    def chunks(self) -> Iterable[Chunk]:
        """Every stage."""
        self._settle()
        return self._chunks.values()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Paint the stages that are to be seen."""
        scale, exposed = painter.worldTransform().m11(), option.exposedRect
        for stage_id, chunk in self._chunks.items():
            if chunk.area.intersects(exposed):
                painter.translate(chunk.area.topLeft())
                with or_torn(painter, QRectF(QPointF(0, 0), chunk.area.size())):
                    self.draw_stage(painter, stage_id, chunk, scale)
                painter.translate(-chunk.area.topLeft())

    def draw_stage(self, painter: QPainter, stage_id: str, chunk: Chunk, scale: float) -> None:
        """Paint one stage where the painter stands: as kept, put together, or as time allows."""
        studio, key = self._studio, ("far", stage_id)
        known = studio.sprites.get(key)
        sharp = known is not None and known.scale == scale and known.ratio == studio.ratio
        if known is not None and (sharp or studio.pace.moving):
            studio.pace.unfinished = studio.pace.unfinished or not sharp
            known.paint(painter)
        elif self._prepare(chunk, scale):
            made = self._put_together(chunk, scale)
            if made is not None:
                studio.sprites.keep(key, made)
                made.paint(painter)
            else:
                self._paint(painter, chunk, scale)
        elif known is not None:
            known.paint(painter)
        elif chunk.has_patches:
            chunk.paint_patches(painter)

    def _prepare(self, chunk: Chunk, scale: float) -> bool:
        """Have all of a stage ready to be put together, if time allows."""
        if scale < FINE:
            return self._studio.pace.may_paint(known=False)
        return all(item.prepare(scale) for item in chunk.items.values())

    def _put_together(self, chunk: Chunk, scale: float) -> Sprite | None:
        """The picture of a stage; None where it would be too large."""
        area = QRectF(0, 0, chunk.area.width(), chunk.area.height())
        sprite = sprites.blank(area, scale, self._studio.ratio)
        if sprite is not None:
            inside = QPainter(sprite.pixmap)
            inside.setRenderHint(QPainter.RenderHint.Antialiasing)
            inside.scale(scale, scale)
            try:
                self._paint(inside, chunk, scale)
            finally:
                inside.end()
        return sprite

    def _paint(self, painter: QPainter, chunk: Chunk, scale: float) -> None:
        if scale < FINE:
            chunk.paint_patches(painter)
            return
        left, top = chunk.area.left(), chunk.area.top()
        for item in chunk.items.values():
            x, y = item.cell.x - left, item.cell.y - top
            painter.translate(x, y)
            item.draw(painter)
            painter.translate(-x, -y)
