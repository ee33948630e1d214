"""The cells of a lane, stage by stage: those of a stage out of sight are passed over together."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem

from cjm_desktop.ui.canvas.cells import CellItem

OUT = 130.0
"""How far things may stand out of the cells, poster units."""


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
            self._changed.update(key for key in self._held if key[0] in resized)
        for key in self._changed & self._held.keys():
            stretch, items = self._held[key]
            row = stretch.parentItem()
            left = min(one.cell.x for one in items)
            right = max(one.cell.x + max(one.cell.w, one.reach[2]) for one in items)
            height = row.boundingRect()
            room = QRectF(left - OUT, height.top(), right - left + 2 * OUT, height.height())
            if room != stretch.rect():
                stretch.setRect(room)
        self._changed.clear()
