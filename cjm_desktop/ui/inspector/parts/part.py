"""What every part of the inspector is, and the rows most of them are made of."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cjm_desktop.journey import words
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Record
from cjm_desktop.ui import focus, icons, plain
from cjm_desktop.ui.controls import bold, button, sized
from cjm_desktop.ui.editing import Editing
from cjm_desktop.ui.palette import tokens

R = TypeVar("R", bound=Record)


class Part(QWidget):
    """Shows something about one record and changes it.

    Args:
        editing: makes the changes.
        record_id: of the record it is about.
        parent: what it lies in. Without one, a part that shows itself would be a window.
    """

    jump = Signal(str)
    """Show this record."""
    made = Signal(str)
    """Show this new record, ready to be named."""
    asked = Signal(str)
    """Do the window's command of this id."""
    told = Signal()
    """It says something else now, without the page having asked it to."""

    def __init__(self, editing: Editing, record_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editing = editing
        self.record_id = record_id
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self._built_from: object = None
        # No maximum: it would be what a wrapped text needs where there is more room.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.set_up()
        self.refresh()

    def set_up(self) -> None:
        """Make what stays the same; rows are made by `build`."""

    @property
    def journey(self) -> Journey:
        """The records as they are."""
        return self.editing.journey

    @property
    def language(self) -> str:
        """Of the window."""
        return self.editing.language

    def say(self, key: str, **values: object) -> str:
        """A word that every room shares."""
        return words.say(key, self.language, **values)

    def record(self, kind: type[R]) -> R:
        """The record it is about."""
        return self.journey.get(kind, self.record_id)

    def state(self) -> object:
        """Everything that is shown; while it is equal nothing is built anew."""
        return None

    def build(self) -> None:
        """Show the state."""

    def refresh(self) -> None:
        """Show the record as it is now."""
        if self.record_id not in self.journey:
            return
        state = self.state()
        if state is None or state != self._built_from:
            self._built_from = state
            with focus.kept(_ground(self)):
                self.build()

    @property
    def summary(self) -> str:
        """What it comes to, beside the section's heading."""
        return ""

    def add_button(self, text: str) -> QPushButton:
        """A quiet button that adds something."""
        made = button(text, "plus", "link")
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return made


def _ground(part: QWidget) -> QWidget:
    """The page a part lies on, by itself where it lies on none yet."""
    while (over := part.parentWidget()) is not None and not isinstance(over, QAbstractScrollArea):
        part = over
    return part


def empty(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


class Row(QPushButton):
    """One record in a list: an icon, a text, what it comes to at the right. A click shows it.

    Args:
        icon: name of its icon.
        text: what it says.
        aside: at the right.
        strong: in semibold.
        colour: of a disc under the icon; empty: no disc.
    """

    def __init__(
        self, icon: str, text: str, aside: str = "", *, strong: bool = False, colour: str = ""
    ) -> None:
        super().__init__()
        self._icon, self._words, self._aside = icon, plain.clean(text), plain.clean(aside)
        self._strong, self._colour = strong, colour
        self.setProperty("look", "row")
        self.setAccessibleName(", ".join(part for part in (self._words, self._aside) if part))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def texts(self) -> tuple[str, str]:
        """Every text it shows."""
        return (self._words, self._aside)

    def sizeHint(self) -> QSize:
        return QSize(120, max(28, self.fontMetrics().height() + 12))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colours, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 4.0
        if self._icon:
            left = self._draw_icon(painter)
        painter.setFont(sized(self.font(), -1))
        aside = painter.fontMetrics().horizontalAdvance(self._aside)
        box = QRect(0, 0, self.width() - 4, self.height())
        painter.setPen(QColor(colours.ink2))
        align = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, align | Qt.AlignmentFlag.AlignRight, self._aside)
        room = self.width() - int(left) - aside - (16 if aside else 6)
        painter.setFont(bold(self.font()) if self._strong else self.font())
        painter.setPen(QColor(colours.ink))
        shown = plain.elided(self._words, painter.fontMetrics(), room)
        painter.drawText(QRect(int(left), 0, room, self.height()), align, shown)
        plain.tip(self, "" if shown == self._words else self._words)

    def _draw_icon(self, painter: QPainter) -> float:
        middle = self.height() / 2
        if self._colour:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._colour))
            painter.drawEllipse(QRectF(0, middle - 11, 22, 22))
            icons.draw(painter, self._icon, "#FFFFFF", QRectF(4, middle - 7, 14, 14))
            return 30.0
        icons.draw(painter, self._icon, tokens().ink2, QRectF(3, middle - 8, 16, 16))
        return 27.0
