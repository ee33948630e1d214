"""The panel of steps: it lies under the undo button and stays while one goes back and forth."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from cjm_desktop.document import Change
from cjm_desktop.ui import plain, raised
from cjm_desktop.ui.controls import icon_button, line, name_button
from cjm_desktop.ui.steps.model import StepModel
from cjm_desktop.ui.steps.rows import StepDelegate, StepList, row_height
from cjm_desktop.ui.stylesheet import scaled

if TYPE_CHECKING:
    from cjm_desktop.ui.bench import Bench
    from cjm_desktop.ui.work import Work

WIDTH, HEIGHT = 380, 560
"""At the usual size of text, px; lower where the window is."""


class StepPanel(QFrame):
    """Every step of the document on a bench.

    Args:
        bench: of one window.
    """

    chosen = Signal(int)
    """The number of the step to go to; 0: the beginning."""
    left = Signal()
    """It was closed by the keyboard."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench.window)
        self._bench = bench
        self._work: Work | None = None
        self.model: StepModel | None = None
        self.list = StepList()
        self.list.setItemDelegate(StepDelegate(self.list))
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        self.heading = plain.label(role="panel")
        self.close_button = icon_button("x", 16)
        self.close_button.clicked.connect(self.leave)
        self.hint = plain.label(role="secondary", wrap=True)
        self._build()
        self.hide()
        bench.window.installEventFilter(self)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 6, 1, 8 + raised.EDGE)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setContentsMargins(13, 2, 7, 0)
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button)
        column.addLayout(head)
        column.addWidget(line())
        column.addWidget(self.list, 1)
        column.addWidget(line())
        foot = QHBoxLayout()
        foot.setContentsMargins(13, 2, 13, 2)
        foot.addWidget(self.hint)
        column.addLayout(foot)

    def open(self, work: Work) -> None:
        """Show the steps of a document, and take the keyboard."""
        self._let_go()
        self._work = work
        self.say()
        work.changed.connect(self._changed)
        self.lie()
        self.show()
        self.raise_()
        self._go_to_now()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def say(self) -> None:
        """Say everything in the window's language."""
        if self._work is None:
            return
        name = self.tr("History of steps")
        self.setAccessibleName(name)
        self.heading.setText(name)
        self.list.setAccessibleName(name)
        name_button(self.close_button, self.tr("Close"))
        self.hint.setText(self.tr(
            "A click or Enter goes back or forth to a step. The steps above it stay until you "
            "change something."
        ))  # fmt: skip
        self.model = StepModel(self._work.document, self._bench.desk.language, self)
        old = self.list.model()
        self.list.setModel(self.model)
        self.list.verticalHeader().setDefaultSectionSize(row_height(self.list.fontMetrics()))
        if old is not None:
            old.deleteLater()
        self._go_to_now()

    def leave(self) -> None:
        """Close it."""
        self.close_panel()
        self.left.emit()

    def close_panel(self) -> None:
        """Close it without a word."""
        self._let_go()
        self.hide()

    def forget(self) -> None:
        """Close it: the document has gone."""
        self._work = None
        self.hide()

    def _let_go(self) -> None:
        if self._work is not None:
            self._work.changed.disconnect(self._changed)
            self._work = None

    def _choose(self, index: QModelIndex) -> None:
        number = self.model.number(index.row()) if self.model is not None else None
        if number is not None:
            # The rows become others, which must not happen inside the list's own event.
            QTimer.singleShot(0, self, partial(self.chosen.emit, number))

    def _changed(self, _change: Change) -> None:
        """Follow an edit or a way back, without moving the list under one's eyes."""
        if self.model is None:
            return
        row = self.list.currentIndex().row()
        at = self.model.number(row) if row >= 0 else None
        seen = self.list.verticalScrollBar().value()
        on_it = self.list.hasFocus()
        self.model.follow()
        if on_it and at is not None:
            self.list.verticalScrollBar().setValue(seen)
            self._stand(self.model.row_of_number(at))
        else:
            self._go_to_now()

    def _go_to_now(self) -> None:
        if self.model is not None:
            self._stand(self.model.now)

    def _stand(self, row: int) -> None:
        if self.model is not None:
            index = self.model.index(row)
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)

    # Qt's events

    def lie(self) -> None:
        """Take one's place under the undo button."""
        window, undo = self._bench.window, self._bench.top.undo
        size = self.fontInfo().pixelSize()
        width = min(scaled(WIDTH, size), window.width() - 16)
        top = self._bench.top.mapTo(window, QPoint(0, self._bench.top.height())).y() + 6
        height = min(scaled(HEIGHT, size), window.height() - top - 48)
        middle = undo.mapTo(window, QPoint(undo.width() // 2, 0)).x()
        left = min(max(8, middle - width // 2), window.width() - width - 8)
        self.setGeometry(left, top, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.lie()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        raised.paint(self)
