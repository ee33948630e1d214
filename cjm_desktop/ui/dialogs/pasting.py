"""A series of values from a spreadsheet: what of it will be taken, and what cannot be read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cjm_desktop.journey import metrics, words
from cjm_desktop.journey.pasted import Entry, Pasted, parse_series
from cjm_desktop.journey.records import Metric
from cjm_desktop.ui import charts, plain, tables
from cjm_desktop.ui.controls import Segments
from cjm_desktop.ui.dialogs.frame import Frame

_SHOWN = 500
"""Rows of the preview; more would only be slow."""


class Pasting(Frame):
    """Shows what a text holds while it is pasted or written.

    Args:
        parent: the window.
        text: to begin with.
        metric: whose values they will be.
        language: of the window.
    """

    taken = Signal(list, bool, bool)
    """These entries, whether instead of all that are there, and whether they are per cent."""

    def __init__(self, parent: QWidget | None, text: str, metric: Metric, language: str) -> None:
        super().__init__(parent, self.tr("Values of “{name}”").format(name=metric.title))
        self._metric, self._language = metric, language
        self._day_first: bool | None = None
        self.read = Pasted()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(self._left(), 4)
        row.addLayout(self._right(), 5)
        self.inside.addLayout(row, 1)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.take: QPushButton = self.add_button(self.tr("Take them"), main=True)
        self.take.clicked.connect(self._take)
        self.setMinimumSize(720, 480)
        self.text.setPlainText(text if parse_series(text, language).entries else "")
        self._read()
        self.text.textChanged.connect(self._read)
        (self.take if self.read.entries else self.text).setFocus()

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(plain.label(self.tr("A line each: date, value, sample, source"),
                                     "secondary"))  # fmt: skip
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(self.tr("A line each: date, value, sample, source"))
        self.text.setPlaceholderText(self.tr("Paste here what you copied in a spreadsheet"))
        column.addWidget(self.text, 1)
        self.order = Segments(("day", "month"), stretch=True)
        self.order.say((self.tr("day first"), self.tr("month first")))
        self.order.chosen.connect(self._order)
        self.asked = plain.label("", "secondary", wrap=True)
        column.addWidget(self.asked)
        column.addWidget(self.order)
        return column

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        self.told = plain.label("", "secondary")
        column.addWidget(self.told)
        self.preview = QTableWidget(0, 4)
        heads = (self.tr("Date"), self.tr("Value"), self.tr("Sample"), self.tr("Source"))
        self.preview.setHorizontalHeaderLabels(heads)
        self.preview.setAccessibleName(self.tr("What will be taken"))
        self.preview.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.preview.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        tables.dress(self.preview)
        column.addWidget(self.preview, 3)
        self.columns_out = plain.label("", "alarm", wrap=True)
        column.addWidget(self.columns_out)
        self.left_out = plain.label("", "alarm")
        column.addWidget(self.left_out)
        self.refused = QListWidget()
        self.refused.setWordWrap(True)
        self.refused.setProperty("look", "rows")
        self.refused.setAccessibleName(self.tr("Lines that cannot be read"))
        column.addWidget(self.refused, 2)
        self.manner = Segments(("add", "replace"), stretch=True)
        self.manner.say((self.tr("add to the values"), self.tr("instead of all values")))
        self.manner.choose("add")
        column.addWidget(self.manner)
        return column

    # What is read

    def _order(self, key: str) -> None:
        self._day_first = key == "day"
        self._read()

    def _read(self) -> None:
        text = self.text.toPlainText()
        self.read = parse_series(text, self._language, self._day_first)
        # Once asked it stays in sight, or the answer could not be changed.
        asks = self.read.guessed or self._day_first is not None
        self.order.setVisible(asks)
        self.asked.setVisible(asks)
        self.asked.setText(self.tr("Nothing tells how these dates are written:"))
        self.order.choose("day" if self.read.day_first else "month")
        entries = self.read.entries
        self.told.setText(self.tr("%n value(s) will be taken", "", len(entries)))
        self.take.setEnabled(bool(entries))
        self._show_entries(entries[:_SHOWN])
        self._show_columns_out()
        self._show_refused()

    def _show_entries(self, entries: tuple[Entry, ...]) -> None:
        self.preview.setRowCount(len(entries))
        for row, one in enumerate(entries):
            sample = "" if one.sample is None else words.number(one.sample, self._language)
            value = metrics.value_words(self._metric, one.value, self._language)
            shown = (charts.long_date(one.date), value, sample, plain.clean(one.source))
            for column, text in enumerate(shown):
                self.preview.setItem(row, column, QTableWidgetItem(text))

    def _show_columns_out(self) -> None:
        """Name the columns of which nothing is taken, and what would be."""
        names = [
            self.tr("“{name}”").format(name=plain.clean(one.heading))
            if one.heading
            else self.tr("column {number}").format(number=one.number)
            for one in self.read.left_out
        ]
        self.columns_out.setVisible(bool(names))
        said = self.tr("Left out: {names}. Only date, value, sample and source are taken.")
        self.columns_out.setText(said.format(names=", ".join(names)))

    def _show_refused(self) -> None:
        refused = self.read.refused
        self.left_out.setVisible(bool(refused))
        self.refused.setVisible(bool(refused))
        self.left_out.setText(self.tr("%n line(s) will be left out", "", len(refused)))
        self.refused.clear()
        for one in refused[:_SHOWN]:
            sentence = one.problem.sentence(self._language)
            said = self.tr("Line {number}: {sentence}").format(number=one.line, sentence=sentence)
            item = QListWidgetItem(plain.clean(said))
            item.setData(Qt.ItemDataRole.ToolTipRole, plain.tip_text(plain.clean(one.text)))
            self.refused.addItem(item)

    def _take(self) -> None:
        replaces = self.manner.choice == "replace"
        self.taken.emit(list(self.read.entries), replaces, self.read.per_cent)
        self.accept()
