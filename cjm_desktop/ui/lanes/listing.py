"""All lanes of a map in one list: shown or folded, renamed where they stand, dragged into order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from cjm_desktop.journey import naming
from cjm_desktop.journey.records import Lane
from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.lanes.menus import sign

Key = Qt.Key
ROW = 34
"""Height of a row of normal text, px."""
LANE = Qt.ItemDataRole.UserRole
MOST = 14
"""Rows that are seen before the list scrolls."""


class LaneList(QListWidget):
    """The lanes from top to bottom."""

    shown = Signal(str, bool)
    """A lane is to be shown, or folded."""
    renamed = Signal(str, str)
    moved = Signal(str, int)
    """A lane is to stand at this index."""
    deleted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "rows")
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setIconSize(icons.BESIDE)
        self._filling = False
        self.itemChanged.connect(self._changed)

    @property
    def current(self) -> str:
        """The id of the lane that is chosen, or nothing."""
        return str(self.currentItem().data(LANE)) if self.currentRow() >= 0 else ""

    def show_lanes(self, lanes: Sequence[Lane], language: str, current: str = "") -> None:
        """List these lanes.

        Args:
            lanes: from top to bottom.
            language: of the window.
            current: the one to choose; empty: the same as before, or its neighbour.
        """
        row, wanted = self.currentRow(), current or self.current
        self._filling = True
        self.clear()
        for lane in lanes:
            self.addItem(self._item(lane, language))
        ids = [one.id for one in lanes]
        self.setCurrentRow(ids.index(wanted) if wanted in ids else min(max(row, 0), len(ids) - 1))
        self._filling = False
        self.updateGeometry()

    def _item(self, lane: Lane, language: str) -> QListWidgetItem:
        item = QListWidgetItem(icons.icon(sign(lane.holds)), naming.label(lane, language))
        item.setData(LANE, lane.id)
        flags = item.flags() | Qt.ItemFlag.ItemIsEditable
        # A drop goes between two lanes, never into one.
        flags &= ~Qt.ItemFlag.ItemIsDropEnabled
        item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable)
        shown = Qt.CheckState.Unchecked if lane.folded else Qt.CheckState.Checked
        item.setCheckState(shown)
        item.setSizeHint(QSize(0, self._row()))
        kind = naming.lane_title(lane.holds, language)
        said = f"{kind}. {lane.question}" if lane.question else kind
        item.setData(Qt.ItemDataRole.ToolTipRole, plain.tip_text(said))
        return item

    def _row(self) -> int:
        return max(ROW, self.fontMetrics().height() + 16)

    def sizeHint(self) -> QSize:
        rows = min(max(self.count(), 3), MOST)
        return QSize(360, rows * self._row() + 2 * self.frameWidth() + 2)

    def _changed(self, item: QListWidgetItem) -> None:
        if self._filling:
            return
        lane_id = str(item.data(LANE))
        self.shown.emit(lane_id, item.checkState() == Qt.CheckState.Checked)
        self.renamed.emit(lane_id, plain.clean(item.text()))

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the new order; the list follows once the map has it."""
        lane_id, row = self.current, self.currentRow()
        place = self._aimed(event)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if lane_id:
            self.moved.emit(lane_id, place - 1 if place > row else place)

    def _aimed(self, event: QDropEvent) -> int:
        """Before which row a drop would go."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        if not index.isValid():
            return self.count()
        return index.row() + (at.y() > self.visualRect(index).center().y())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and event.key() in (Key.Key_Up, Key.Key_Down) and self.current:
            by = -1 if event.key() == Key.Key_Up else 1
            self.moved.emit(self.current, self.currentRow() + by)
        elif event.key() == Key.Key_Delete and self.current:
            self.deleted.emit(self.current)
        elif event.key() in (Key.Key_Return, Key.Key_Enter) and self.current:
            # The Enter that ends the writing of a name comes here too.
            if self.state() != QAbstractItemView.State.EditingState:
                self.editItem(self.currentItem())
        else:
            super().keyPressEvent(event)
