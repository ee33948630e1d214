"""A table from a spreadsheet: what of it lands where, before anything is done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from cjm_desktop.journey.clipping.landing import Into, Landing, without
from cjm_desktop.journey.problems import Problem
from cjm_desktop.ui import plain, tables
from cjm_desktop.ui.dialogs.frame import Frame

_ROWS, _COLUMNS = 200, 60
"""Most that is shown; more would only be slow. All of it is taken."""
_LETTERS = 200
_AIR = 16
"""Beside what a column holds, px."""
Read = Callable[[int | None, bool | None], Landing]
"""Reads the table: with how many rows of headings, and whether its first column names rows."""
Try = Callable[[Landing], None]
"""Sees whether it would be taken; raises what is wrong with it."""


class TablePreview(Frame):
    """Shows where a table lands, and lets the user say how it is to be read.

    Args:
        parent: the window.
        read: reads the table.
        attempt: sees whether it fits.
        language: of the window.
    """

    taken = Signal(object)
    """This `Landing` shall be put down."""

    def __init__(self, parent: QWidget | None, read: Read, attempt: Try, language: str) -> None:
        super().__init__(parent, self.tr("Paste a table"))
        self._read, self._attempt, self._language = read, attempt, language
        self.landing = read(None, None)
        self.inside.addWidget(plain.label(
            self.tr("Headings name the steps, the first column names the lanes. Cells are put "
                    "behind what is there already; times, metrics and roles take its place."),
            "secondary", wrap=True,
        ))  # fmt: skip
        self.inside.addLayout(self._switches())
        self.told = plain.label("", "secondary")
        self.inside.addWidget(self.told)
        self.table = QTableWidget()
        self.table.setAccessibleName(self.tr("What lands where"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setWordWrap(True)
        tables.dress(self.table)
        self.table.horizontalHeader().setVisible(True)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.table.itemChanged.connect(self._chosen)
        self.inside.addWidget(self.table, 1)
        self.wrong = plain.label("", "alarm", wrap=True)
        self.inside.addWidget(self.wrong)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.take = self.add_button(self.tr("Paste"), main=True)
        self.take.clicked.connect(self._take)
        self.setMinimumSize(760, 480)
        self._show()
        self.take.setFocus()

    def _switches(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        self.stages = QCheckBox(self.tr("The first row is headings"))
        self.steps = QCheckBox(self.tr("So is the second"))
        self.named = QCheckBox(self.tr("The first column names the lanes"))
        for box in (self.stages, self.steps, self.named):
            row.addWidget(box)
            box.clicked.connect(self._read_again)
        row.addStretch(1)
        return row

    def _read_again(self) -> None:
        heads = int(self.stages.isChecked()) + (self.stages.isChecked() and self.steps.isChecked())
        self.landing = self._read(heads, self.named.isChecked())
        self._show()

    # What is shown

    def _show(self) -> None:
        landing, table = self.landing, self.table
        self.stages.setChecked(landing.heads > 0)
        self.steps.setChecked(landing.heads > 1)
        self.steps.setEnabled(landing.heads > 0)
        self.named.setChecked(landing.named)
        rows, columns = landing.rows[:_ROWS], landing.columns[:_COLUMNS]
        quiet = QSignalBlocker(table)
        table.setRowCount(len(rows))
        table.setColumnCount(1 + len(columns))
        heads = [self.tr("Lane"), *(self._column(one) for one in columns)]
        table.setHorizontalHeaderLabels(heads)
        for number, one in enumerate(rows):
            table.setItem(number, 0, self._row(one))
            for column, text in enumerate(landing.cells[number][: len(columns)]):
                shown = plain.clean(text[:_LETTERS].replace("\n", " · "))
                table.setItem(number, 1 + column, QTableWidgetItem(shown))
        quiet.unblock()
        table.resizeColumnsToContents()
        for column in range(table.columnCount()):
            table.setColumnWidth(column, min(240, max(90, table.columnWidth(column) + _AIR)))
        self._tell()

    def _column(self, into: Into) -> str:
        """The name over a column: its stage and step; of one that says nothing there is none."""
        if into.state == "out":
            return ""
        names = [plain.clean(one) for one in (into.stage, into.name) if one.strip()]
        said = " · ".join(names) or self.tr("step")
        return said if into.state == "there" else self.tr("new: {name}").format(name=said)

    def _row(self, into: Into) -> QTableWidgetItem:
        name = plain.clean(into.name) or self.tr("lane")
        if into.state == "out":  # nothing is in it, so there is nothing to take or leave
            item = QTableWidgetItem(plain.clean(into.name))
            item.setFlags(Qt.ItemFlag.ItemIsSelectable)
            return item
        if into.state == "new":
            name = self.tr("new: {name}").format(name=name)
        item = QTableWidgetItem(name)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable
                      | Qt.ItemFlag.ItemIsSelectable)  # fmt: skip
        item.setCheckState(Qt.CheckState.Checked)
        return item

    def chosen(self) -> Landing:
        """The table without the rows that the user left out."""
        left = set()
        for number in range(self.table.rowCount()):
            item = self.table.item(number, 0)
            if item is not None and item.checkState() == Qt.CheckState.Unchecked:
                left.add(number)
        return without(self.landing, left)

    def _chosen(self, item: QTableWidgetItem) -> None:
        if item.column() == 0:
            self._tell()

    def _tell(self) -> None:
        """Say how much is taken, or why it cannot be."""
        landing = self.chosen()
        self.told.setText(self.tr("%n cell(s) will be put into the map", "", landing.taken))
        wrong = ""
        try:
            self._attempt(landing)
        except Problem as problem:
            wrong = problem.sentence(self._language)
        self.wrong.setText(plain.clean(wrong))
        self.wrong.setVisible(bool(wrong))
        self.take.setEnabled(not wrong)

    def _take(self) -> None:
        self.taken.emit(self.chosen())
        self.accept()
