"""The names of stages and steps, in sight while one scrolls down."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from cjm_desktop.journey.tables import HEADS
from cjm_desktop.ui.tabular.cells import Cells
from cjm_desktop.ui.tabular.model import TableModel


class Heads(QTableView):
    """The two upper rows of a table once more, over its upper edge.

    Args:
        table: whose.
        model: what both show; this one is not in sight while these are where they belong.
    """

    def __init__(self, table: QTableView, model: TableModel) -> None:
        super().__init__(table)
        self._table, self._model = table, model
        self.setObjectName("heads")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAutoScroll(False)
        table.horizontalScrollBar().valueChanged.connect(self.horizontalScrollBar().setValue)
        table.verticalScrollBar().valueChanged.connect(lambda _value: self.lie())
        table.horizontalHeader().sectionResized.connect(
            lambda column, _old, width: self.setColumnWidth(column, width)
        )
        self.hide()

    @property
    def covers(self) -> int:
        """Pixels of the table's viewport that lie under it."""
        return self.height() if self.isVisible() else 0

    def dress(self) -> None:
        """Take rows, widths and spans from the table."""
        table, model = self._table, self._model
        if self.model() is not model:
            self.setModel(model)
            self.setSelectionModel(table.selectionModel())
            self.setItemDelegate(Cells(model, self))
        self.clearSpans()
        for row in range(HEADS, model.rowCount()):
            self.setRowHidden(row, True)  # noqa: FBT003 - Qt's signature
        for column in range(model.columnCount()):
            self.setColumnWidth(column, table.columnWidth(column))
            wide = table.columnSpan(0, column)
            if wide > 1 and self.columnSpan(0, column) == 1:
                self.setSpan(0, column, 1, wide)
        self.lie()

    def lie(self) -> None:
        """Lie over the upper edge where the rows themselves are out of sight."""
        table = self._table
        height = 0
        for row in range(min(HEADS, table.model().rowCount())):
            self.setRowHeight(row, table.rowHeight(row))
            height += table.rowHeight(row)
        names = table.verticalHeader().width()
        self.verticalHeader().setFixedWidth(names)
        top = table.horizontalHeader().height() if table.horizontalHeader().isVisible() else 0
        self.setGeometry(0, top, names + table.viewport().width(), height)
        self.horizontalScrollBar().setValue(table.horizontalScrollBar().value())
        self.setVisible(table.verticalScrollBar().value() > 0)
