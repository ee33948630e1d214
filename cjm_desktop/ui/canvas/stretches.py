"""The cells of a lane, stage by stage: those of a stage out of sight are passed over together."""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem

from cjm_desktop.ui.canvas.cells import CellItem

OUT = 130.0
"""How far things may stand out of the cells, poster units."""
STEP = 400.0
"""Stretches are as high as their lane in steps of so much: lanes grow and shrink at every turn of a
card that is carried, and passing over what lies higher or lower is the lane's own work."""


def holder() -> QGraphicsRectItem:
    """An item that only holds others, and says where they are."""
    made = QGraphicsRectItem()
    made.setPen(QPen(Qt.PenStyle.NoPen))
    made.setFlag(QGraphicsItem.GraphicsItemFlag.ItemContainsChildrenInShape)
    return made


class Stretches:
    """Holds the cells of the grid within the items of their lanes.

    There may be thousands of cells in a lane, and Qt looks at each child of what is seen, one by
    one, in every frame.
    """

    def __init__(self) -> None:
        self._held: dict[tuple[str, str], tuple[QGraphicsRectItem, set[CellItem]]] = {}
        self._changed: set[tuple[str, str]] = set()

    def add(self, item: CellItem, row: QGraphicsRectItem) -> None:
        """Hold a cell that is new in the item of its lane."""
        key = item.cell.lane_id, item.cell.stage_id
        if key not in self._held:
            made = holder()
            made.setParentItem(row)
            self._held[key] = made, set()
        stretch, items = self._held[key]
        items.add(item)
        item.setParentItem(stretch)
        self._changed.add(key)

    def drop(self, item: CellItem) -> None:
        """Take a cell out of the scene."""
        key = item.cell.lane_id, item.cell.stage_id
        stretch, items = self._held[key]
        items.remove(item)
        item.scene().removeItem(item)
        self._changed.add(key)
        if not items:
            stretch.scene().removeItem(stretch)
            del self._held[key]

    def change(self, item: CellItem) -> None:
        """A cell lies elsewhere, or looks different."""
        self._changed.add((item.cell.lane_id, item.cell.stage_id))

    def settle(self, resized: set[str]) -> None:
        """All changes are told: say where the cells are.

        Args:
            resized: lanes that are of another size.
        """
        if resized:
            self._changed.update(self._outgrown(resized))
        for key in self._changed & self._held.keys():
            stretch, items = self._held[key]
            left = min(one.cell.x for one in items)
            right = max(one.cell.x + max(one.cell.w, one.reach[2]) for one in items)
            row = stretch.parentItem().boundingRect()
            high = math.ceil(row.height() / STEP) * STEP
            room = QRectF(left - OUT, row.top(), right - left + 2 * OUT, high)
            if room != stretch.rect():
                stretch.setRect(room)
        self._changed.clear()

    def _outgrown(self, resized: set[str]) -> Iterator[tuple[str, str]]:
        """Stretches that are not as high as they need, or higher by more than they may be."""
        high: dict[str, float] = {}
        for key, (stretch, _) in self._held.items():
            if key[0] in resized:
                needed = high.get(key[0])
                if needed is None:
                    needed = high[key[0]] = stretch.parentItem().boundingRect().height()
                if not needed <= stretch.rect().height() < needed + 2 * STEP:
                    yield key
