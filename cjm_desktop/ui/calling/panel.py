"""The light list over a window: type a few letters, Enter does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget
from shiboken6 import isValid

from cjm_desktop.journey.matching import seek
from cjm_desktop.ui import plain, raised
from cjm_desktop.ui.calling.entries import PASSING, Entry, entries
from cjm_desktop.ui.calling.rows import Row, RowDelegate, Rows, row_height
from cjm_desktop.ui.stylesheet import scaled

if TYPE_CHECKING:
    from cjm_desktop.ui.window import Window

WIDTH, TOP, MOST = 640, 64, 12
"""Of the list at the usual size of text, px; its place below the top, px; rows seen at once."""
_WALK = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: 1 - MOST,
    Qt.Key.Key_PageDown: MOST - 1,
}


class Panel(QFrame):
    """Everything that can be called in a window, narrowed down by typing.

    Args:
        window: it lies over.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._entries: list[Entry] = []
        self._came_from: QWidget | None = None
        self.field = QLineEdit()
        self.field.setMaxLength(60)
        self.field.textChanged.connect(self._seek)
        self.field.installEventFilter(self)
        self.rows = Rows(self)
        self.list = QListView()
        self.list.setProperty("look", "open")
        self.list.setModel(self.rows)
        self.list.setItemDelegate(RowDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.entered.connect(self.list.setCurrentIndex)
        self.list.clicked.connect(self._run)
        self.list.selectionModel().currentChanged.connect(self._tell)
        self.nothing = plain.label(role="secondary", wrap=True)
        self.nothing.setMargin(16)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(1, 12, 1, 8 + raised.EDGE)
        column.setSpacing(8)
        edge = QVBoxLayout()
        edge.setContentsMargins(11, 0, 11, 0)
        edge.addWidget(self.field)
        column.addLayout(edge)
        column.addWidget(self.list)
        column.addWidget(self.nothing)
        self.hide()
        window.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._focus_changed)  # type: ignore[union-attr]

    # Opening and closing

    def open(self) -> None:
        """Show everything that can be called now, and take the keyboard."""
        self._came_from = QApplication.focusWidget()
        self._entries = entries(self._window)
        self._candidates = [one.candidate for one in self._entries]
        self._say()
        self.field.clear()
        self._seek("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        # Much of the window takes no focus from a click, so that alone would not tell of one.
        program = QApplication.instance()
        if program is not None:
            program.installEventFilter(self)

    def toggle(self) -> None:
        """Open it, or close it where it is open."""
        if self.isVisible():
            self.leave()
        else:
            self.open()

    def leave(self) -> None:
        """Close it and give the keyboard back."""
        came_from, self._came_from = self._came_from, None
        self.hide()
        program = QApplication.instance()
        if program is not None:
            program.removeEventFilter(self)
        if came_from is not None and isValid(came_from) and came_from.isVisible():
            came_from.setFocus()
        elif self._window.work is not None:
            self._window.bench.layouts.front.setFocus()

    def _focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and not self.isAncestorOf(now):
            # Somebody else was clicked, who keeps the keyboard.
            self._came_from = now
            self.leave()

    def _say(self) -> None:
        name = self.tr("Commands, maps, stages, templates")
        self.setAccessibleName(name)
        self.list.setAccessibleName(name)
        self.field.setAccessibleName(self.tr("What to do"))
        self.field.setPlaceholderText(self.tr("What to do? A few letters are enough"))
        self.nothing.setText(
            self.tr("Nothing is called so. Try other letters; either language will do.")
        )

    # Finding and doing

    @property
    def chosen(self) -> Entry | None:
        """What Enter would do."""
        row = self.list.currentIndex().row()
        return self.rows.rows[row].entry if 0 <= row < len(self.rows.rows) else None

    def _seek(self, asked: str) -> None:
        places = {one.id: at for at, one in enumerate(self._entries)}
        called = self._window.desk.settings.called
        lately = [places[one] for one in called if one in places]
        found = seek(asked, self._candidates, lately)
        if asked.strip():
            found.sort(key=lambda one: self._entries[one.at].loses - one.score)
        self.rows.show_rows([Row(self._entries[one.at], one.letters) for one in found])
        self.list.setCurrentIndex(self.rows.index(0))
        self.list.scrollToTop()
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self._lie()

    def _walk(self, by: int) -> None:
        count = len(self.rows.rows)
        if count:
            now = self.list.currentIndex().row() + by
            # Step by step it goes round; by pages it stops at the ends.
            row = now % count if abs(by) == 1 else min(max(now, 0), count - 1)
            self.list.setCurrentIndex(self.rows.index(row))

    def _tell(self, now: QModelIndex) -> None:
        """Let screen readers say what is chosen: the keyboard stays in the field."""
        entry = self.rows.rows[now.row()].entry if now.isValid() else None
        self.field.setAccessibleDescription(entry.said if entry is not None else "")
        if entry is not None and QAccessible.isActive() and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, entry.said))

    def _run(self) -> None:
        entry = self.chosen
        if entry is None or not entry.enabled:
            return
        if not entry.id.startswith(PASSING):
            self._window.desk.settings.note_called(entry.id)
        self.leave()
        # A dialog that it opens must not wait inside an event of this list.
        QTimer.singleShot(0, self._window, entry.do)

    # Qt's events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:
            self._pressed_on(watched)
        elif watched is self._window and event.type() == QEvent.Type.Resize:
            self._lie()
        elif watched is self.field and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                return self._press(event)
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def _pressed_on(self, watched: QObject) -> None:
        """Close when something else in the window is clicked, which then does what it does."""
        if not isinstance(watched, QWidget) or watched.window() is not self._window:
            return
        if watched is not self and not self.isAncestorOf(watched):
            self.leave()

    def _press(self, event: QKeyEvent) -> bool:
        """Whether a key was for the list."""
        key = Qt.Key(event.key())
        if key in _WALK:
            self._walk(_WALK[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run()
        elif key == Qt.Key.Key_Escape:
            self.leave()
        else:
            # Tab would leave for what lies under the list.
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def _lie(self) -> None:
        """Take one's place over the window."""
        size = self.fontInfo().pixelSize()
        width = min(scaled(WIDTH, size), self._window.width() - 48)
        rows = min(MOST, max(1, len(self.rows.rows)))
        room = self._window.height() - TOP - 120
        self.list.setFixedHeight(min(room, rows * row_height(self.list.fontMetrics()) + 2))
        self.nothing.setFixedWidth(width - 2)
        self.setFixedWidth(width)
        self._column.activate()
        self.adjustSize()
        self.move(QPoint((self._window.width() - width) // 2, TOP))

    def paintEvent(self, event: QPaintEvent) -> None:
        raised.paint(self, 10)
