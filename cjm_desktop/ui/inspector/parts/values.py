"""The values of a metric in a table that is typed into, and pasted into from a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QDate,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from cjm_desktop.journey import dates, moves, words
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.numerals import read_number
from cjm_desktop.journey.pasted import Entry
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Measurement, Metric
from cjm_desktop.ui import plain, tables
from cjm_desktop.ui.controls import button, sized
from cjm_desktop.ui.editing import Editing
from cjm_desktop.ui.hypotheses import today
from cjm_desktop.ui.inspector.day import written
from cjm_desktop.ui.inspector.parts.part import Part
from cjm_desktop.ui.palette import tokens

COLUMNS = ("date", "value", "sample", "source")
_LONGEST_DATE, _CELL = "30.08.2028", 9
"""What a date may take, and the free space of a cell at both sides of it, px."""
"""Of the table's width."""
_MOST = 9
"""Rows that are seen without scrolling."""
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


def read_field(name: str, text: str, language: str) -> object:
    """What was typed into a field of a value.

    Raises:
        Problem: it cannot be read.
    """
    said = plain.clean(text)
    if name == "source":
        return said
    if name == "date":
        day = dates.read(said) if said else ""
        if day is None:
            raise Problem("paste.no_date", value=said)
        return day
    if name == "sample" and not said:
        return None
    number = read_number(said, decimal_comma=language == "ru")
    if name == "sample":
        if number is None or number < 0 or number != int(number):
            raise Problem("paste.no_sample", value=said)
        return int(number)
    if number is None:
        raise Problem("paste.no_number", value=said)
    return number


class ValuesModel(QAbstractTableModel):
    """A metric's values, oldest first, and an empty row for the next one.

    Args:
        editing: makes the changes.
        metric_id: of the metric.
    """

    def __init__(self, editing: Editing, metric_id: str) -> None:
        super().__init__()
        self._editing, self._metric_id = editing, metric_id
        self.values: tuple[Measurement, ...] = ()
        self.begun: dict[str, object] = {}
        """Fields of the next value that came before the value itself."""

    def show_values(self, values: tuple[Measurement, ...]) -> None:
        """Show these values."""
        # Row by row: a reset would take the editor away in the midst of what it commits.
        kept = {one.id for one in values}
        for row in reversed(range(len(self.values))):
            if self.values[row].id not in kept:
                self.beginRemoveRows(QModelIndex(), row, row)
                self.values = (*self.values[:row], *self.values[row + 1 :])
                self.endRemoveRows()
        known = {one.id for one in self.values}
        for row, one in enumerate(values):
            if one.id not in known:
                self.beginInsertRows(QModelIndex(), row, row)
                self.values = (*self.values[:row], one, *self.values[row:])
                self.endInsertRows()
        self.values = values
        self.dataChanged.emit(self.index(0, 0), self.index(len(values), len(COLUMNS) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.values) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            said = (self.tr("Date"), self.tr("Value"), self.tr("Sample"), self.tr("Source"))
            return said[section]
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        name = COLUMNS[index.column()]
        if role == Role.ForegroundRole and index.row() == len(self.values):
            return QColor(tokens().ink3)
        if role not in (Role.DisplayRole, Role.EditRole, Role.ToolTipRole):
            return None
        if index.row() == len(self.values):
            value = self.begun.get(name)
            hint = "+" if name == "date" and role == Role.DisplayRole else ""
            return hint if value is None else self._said(name, value, role)
        said = self._said(name, getattr(self.values[index.row()], name), role)
        return plain.tip_text(said) if role == Role.ToolTipRole else said

    def _said(self, name: str, value: object, role: int) -> str:
        if value is None or value == "":
            return ""
        if name == "date":
            day = QDate.fromString(str(value), Qt.DateFormat.ISODate)
            if role != Role.EditRole and self._editing.language != "ru" and day.isValid():
                return QLocale().toString(day, "MMM d, yyyy")
            return written(str(value), self._editing.language)
        if name == "source":
            return plain.clean(str(value))
        number = words.number(float(str(value)), self._editing.language)
        return number if role != Role.EditRole else number.replace("\u00a0", "").replace(
            ",", "" if self._editing.language != "ru" else ","
        )  # fmt: skip

    def setData(self, index: Index, value: Any, role: int = 0) -> bool:
        name, language = COLUMNS[index.column()], self._editing.language
        if str(value) == self.data(index, Role.EditRole):
            return False
        try:
            read = read_field(name, str(value), language)
        except Problem as problem:
            self._editing.refused.emit(problem.sentence(language))
            return False
        if index.row() < len(self.values):
            record = self.values[index.row()]
            return self._editing.set(record.id, name, read, self._editing.session())
        if name != "value":
            self.begun[name] = read
            self.dataChanged.emit(index, index)
            return True
        return self._add(read)

    def _add(self, value: object) -> bool:
        fields = {"date": today(), **self.begun}
        self.begun = {}
        metric = self._editing.journey.get(Metric, self._metric_id)

        def act(draft: Draft) -> str:
            return moves.add_measurement(draft, metric.id, float(str(value)), **fields)

        return bool(self._editing.do("step.add_measurement", metric.title, act))


class Cell(QStyledItemDelegate):
    """Edits a cell in a field as large as the cell."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        made = QLineEdit(parent)
        colours = tokens()
        made.setStyleSheet(
            f"QLineEdit {{ padding: 0 3px; min-height: 0; border: 2px solid {colours.focus};"
            f" border-radius: 3px; background: {colours.field}; }}"
        )
        made.setAccessibleName(str(index.model().headerData(
            index.column(), Qt.Orientation.Horizontal, Role.DisplayRole
        )))  # fmt: skip
        return made


class Table(QTableView):
    """The table itself: typing edits, Del deletes, a paste is told."""

    pasted = Signal(str)
    """This text was pasted."""
    dropped = Signal(list)
    """The values of these rows are to go."""

    def __init__(self, model: QAbstractTableModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(Cell(self))
        tables.dress(self)
        self.setAlternatingRowColors(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        model.rowsInserted.connect(self._fit)
        model.rowsRemoved.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        rows = min(_MOST, self.model().rowCount())
        high = rows * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(high + self.horizontalHeader().sizeHint().height() + 2)
        self.scrollToBottom()

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        head, small = self.model(), QFontMetrics(sized(self.font(), -1))
        said = [
            head.headerData(at, Qt.Orientation.Horizontal, Role.DisplayRole)
            for at in range(len(COLUMNS))
        ]
        needs = [small.horizontalAdvance(str(one)) + _CELL for one in said]
        needs[0] = max(needs[0], self.fontMetrics().horizontalAdvance(_LONGEST_DATE) + _CELL)
        spare = self.viewport().width() - sum(needs)
        for at, need in enumerate(needs):
            self.setColumnWidth(at, need + spare // len(needs))

    def sizeHint(self) -> QSize:
        return QSize(240, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = sorted({one.row() for one in self.selectedIndexes()})
        if self.state() == QAbstractItemView.State.EditingState:
            # What the field of a cell left over, such as Enter, is not meant for the table.
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_Delete and rows:
            self.dropped.emit(rows)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and rows:
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class Values(Part):
    """The values of a metric: typed one by one, or pasted as a series."""

    def set_up(self) -> None:
        self.model = ValuesModel(self.editing, self.record_id)
        self.table = Table(self.model)
        self.table.setAccessibleName(self.say("kind.metric"))
        self.table.pasted.connect(self.paste)
        self.table.dropped.connect(self._drop)
        self.column.addWidget(self.table)
        self.series: QPushButton = button(self.tr("Paste a series…"), "clipboard", "link")
        self.series.setAutoDefault(False)
        self.series.clicked.connect(lambda: self.paste(QGuiApplication.clipboard().text()))
        self.column.addWidget(self.series, 0, Qt.AlignmentFlag.AlignLeft)

    def state(self) -> object:
        return self.journey.measurements(self.record_id)

    def build(self) -> None:
        self.model.show_values(self.journey.measurements(self.record_id))

    def _drop(self, rows: list[int]) -> None:
        going = [self.model.values[row].id for row in rows if row < len(self.model.values)]
        if not going:
            return

        def act(draft: Draft) -> bool:
            for one in going:
                moves.drop(draft, one)
            return True

        self.editing.do("step.delete_measurement", self.record(Metric).title, act)

    def paste(self, text: str) -> None:
        """Show what a pasted text would add, and add it when the user agrees."""
        from cjm_desktop.ui.dialogs.pasting import Pasting

        dialog = Pasting(self.window(), text, self.record(Metric), self.language)
        dialog.taken.connect(self.take)
        dialog.exec()
        dialog.deleteLater()

    def take(self, entries: list[Entry], replaces: bool, per_cent: bool) -> None:
        """Let the metric have a series.

        Args:
            replaces: instead of all its values, else beside them.
            per_cent: the values were written with a sign of per cent.
        """
        metric = self.record(Metric)
        put: Callable[..., object] = moves.set_series if replaces else moves.add_series

        def act(draft: Draft) -> bool:
            put(draft, metric.id, entries)
            if per_cent and not metric.unit.strip():
                moves.set_fields(draft, metric.id, unit="%")
            return True

        self.editing.do("step.set_series" if replaces else "step.add_series", metric.title, act)

    @property
    def summary(self) -> str:
        return str(len(self.model.values) or "")
