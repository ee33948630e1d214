"""One segment in the gallery: how its people behave, and their cards."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionFrame,
    QVBoxLayout,
    QWidget,
)

from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import bold, button
from cjm_desktop.ui.flow import Flow
from cjm_desktop.ui.personas.card import PersonaCard
from cjm_desktop.ui.personas.reading import Group
from cjm_desktop.ui.spelling.marked import spelled


class Shelf(QWidget):
    """The cards of one segment under its description, which is written over where it stands.

    Args:
        group: the segment and its personas.
    """

    described = Signal(str, str)
    """The segment as it was called, and how it is described now."""
    more_asked = Signal(str)
    """One more persona of this segment is wanted."""

    def __init__(self, group: Group) -> None:
        super().__init__()
        self.segment = group.segment
        self.cards: list[PersonaCard] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setContentsMargins(3, 0, 3, 0)
        self.heading: QLineEdit | None = None
        if group.segment:
            self.heading = Description()
            self.heading.setText(group.segment)
            self.heading.setCursorPosition(0)
            self.heading.editingFinished.connect(self._describe)
            row.addWidget(self.heading, 1)
        else:
            row.addWidget(plain.label(self.tr("Without a segment"), "strong"))
            row.addStretch(1)
        self._count: QLabel = plain.label("", "secondary")
        row.addWidget(self._count)
        self.more = button(self.tr("Persona"), "plus", "link")
        self.more.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.more.setAutoDefault(False)
        self.more.clicked.connect(lambda: self.more_asked.emit(self.segment))
        row.addWidget(self.more)
        column.addLayout(row)
        self.holder = QWidget()
        self._flow = Flow(self.holder, 8)
        column.addWidget(self.holder)
        self.say(group)

    def say(self, group: Group) -> None:
        """Show how the segment is described now."""
        self.segment = group.segment
        self._count.setText(str(len(group.personas)))
        if self.heading is not None:
            self.heading.setAccessibleName(self.tr("Segment"))
            plain.tip(self.heading, self.tr("How these people decide and buy"))
            if self.heading.text() != group.segment and not self.heading.hasFocus():
                self.heading.setText(group.segment)
                self.heading.setCursorPosition(0)

    def add(self, card: PersonaCard) -> None:
        """Put a card behind those already there."""
        self.cards.append(card)
        self._flow.addWidget(card)
        card.show()

    def _describe(self) -> None:
        if self.heading is None:
            return
        text = plain.clean(self.heading.text())
        if text and text != self.segment:
            self.described.emit(self.segment, text)
        else:
            self.heading.setText(self.segment)


class Description(QLineEdit):
    """The description of a segment: a heading until it is written in."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "bare")
        spelled(self)
        self.setMinimumWidth(120)
        self.setFont(bold(QApplication.font()))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().height() + 12)

    @property
    def seen(self) -> str:
        """What is to be seen of the text: with dots where it goes on, until it is written in."""
        if self.hasFocus():
            return self.text()
        room = self._room().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def _room(self) -> QRect:
        """Where its letters stand."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inside = QStyle.SubElement.SE_LineEditContents
        return self.style().subElementRect(inside, option, self).adjusted(2, 0, -2, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        said = self.seen
        if said == self.text():
            super().paintEvent(event)
            return
        # A line of text leaves letters at its edge in halves.
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        upright = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self._room(), upright, said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.undo_all()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            # No button of the dialog is meant.
            event.accept()
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    def undo_all(self) -> None:
        """Leave the description as it was."""
        while self.isUndoAvailable():
            self.undo()
        self.clearFocus()
