"""The bar over the map where one says what to look for, and sees what was found."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.controls import Segments, button, icon_button, line, name_button
from cjm_desktop.ui.finding.listing import FEW, ROWS, HitList, Told
from cjm_desktop.ui.palette import tokens
from cjm_desktop.ui.whole import whole

HERE, EVERYWHERE = "map", "all"
"""Where one looks."""
WIDEST, NARROWEST = 380, 140
"""Of the fields, px."""
SIGN = 16
"""Side of a picture before a field, px."""
LOW = 760
"""In a window lower than this the list shows fewer rows, px."""
Key = Qt.Key
_ENTER = (Key.Key_Return, Key.Key_Enter)


class FindBar(QFrame):
    """A field, how many were found, where one looks, and the list of what was found.

    Args:
        tell: puts the hit of a row of the list into words.
        keys: tells the keys of the previous and the next one.
    """

    asked = Signal()
    """Something else is looked for, or elsewhere."""
    step = Signal(int)
    """Go on by so many hits."""
    gone_to = Signal(int)
    """Go to the hit of this number."""
    preview_asked = Signal()
    """Show what would be replaced."""
    resized = Signal()
    """It needs more or less room."""
    left = Signal()
    """The user is done."""

    def __init__(self, tell: Callable[[int], Told], keys: Callable[[], tuple[str, str]]) -> None:
        super().__init__()
        self.setObjectName("find")
        self._keys, self._found, self._rows = keys, 0, 0
        self.replaced = 0
        """In how many texts words were replaced before one goes on or looks for something else."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._first_row())
        self._second = self._second_row()
        column.addWidget(self._second)
        self._line = line()
        column.addWidget(self._line)
        self.list = HitList(tell)
        self.list.gone_to.connect(self.gone_to)
        self.list.left.connect(self._up)
        column.addWidget(self.list)
        self._order()
        self.show_replacing(shown=False)
        self.listed.setChecked(True)
        self._fit_list()
        self.retranslate()

    def _first_row(self) -> QHBoxLayout:
        row = _row()
        self.field = _field()
        self.field.textChanged.connect(self._typed)
        self.count = plain.label("", "secondary")
        self.previous = icon_button("chevron-up", 16)
        self.next = icon_button("chevron-down", 16)
        self.previous.clicked.connect(lambda: self.step.emit(-1))
        self.next.clicked.connect(lambda: self.step.emit(1))
        self.where = Segments((HERE, EVERYWHERE))
        self.where.choose(HERE)
        self.where.chosen.connect(lambda _: self.asked.emit())
        self.listed = _turns("list")
        self.listed.clicked.connect(self._fit_list)
        self.replacing = _turns("pencil")
        self.replacing.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.replacing.setProperty("look", "worded")
        self.replacing.clicked.connect(self._turn_replacing)
        self.close_button = icon_button("x", 16)
        self.close_button.clicked.connect(self.left)
        row.addWidget(_Sign("search"))
        row.addWidget(self.field, 3)
        row.addWidget(self.count)
        row.addWidget(self.previous)
        row.addWidget(self.next)
        row.addWidget(self.where)
        row.addStretch(1)
        row.addWidget(self.listed)
        row.addWidget(self.replacing)
        row.addWidget(self.close_button)
        return row

    def _second_row(self) -> QWidget:
        holder = QWidget()
        row = _row()
        holder.setLayout(row)
        self.words = _field()
        self.preview = button("")
        self.preview.clicked.connect(self.preview_asked)
        row.addWidget(_Sign("pencil"))
        row.addWidget(self.words, 3)
        row.addWidget(self.preview)
        row.addStretch(4)
        return holder

    def _order(self) -> None:
        """Tab goes on to what is put in the place of what is looked for, then to the buttons."""
        stops = (
            *(self.field, self.words, self.preview, self.previous, self.next),
            *self.where.findChildren(QToolButton),
            *(self.listed, self.replacing, self.close_button, self.list),
        )
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.field.setPlaceholderText(self.tr("Find on the maps"))
        self.field.setAccessibleName(self.tr("What to look for"))
        self.words.setPlaceholderText(self.tr("Replace with"))
        self.words.setAccessibleName(self.tr("What to put in its place"))
        self.where.say((self.tr("This map"), self.tr("All maps")))
        previous, following = self._keys()
        name_button(self.previous, self.tr("Previous"), previous)
        name_button(self.next, self.tr("Next"), following)
        name_button(self.listed, self.tr("List of what was found"))
        self.replacing.setText(self.tr("Replace"))
        name_button(self.replacing, self.tr("Replace what was found"))
        name_button(self.close_button, self.tr("Close"), self.tr("Esc"))
        self.preview.setText(self.tr("Preview…"))
        self.list.setAccessibleName(self.tr("What was found"))

    # What is shown

    @property
    def everywhere(self) -> bool:
        """Whether one looks on all maps."""
        return self.where.choice == EVERYWHERE

    def show_maps(self, count: int) -> None:
        """There are so many maps; where there is one there is nothing to choose."""
        self.where.setVisible(count > 1)

    def show_found(self, count: int, current: int, elsewhere: int = 0) -> None:
        """Say how many were found, and which of them one is at.

        Args:
            current: its number from 0; -1: none yet.
            elsewhere: how many are on other maps.
        """
        self._found = count
        if current >= 0:
            number = self.tr("{number} of {count}")
            said = number.format(number=current + 1, count=count)
        elif count:
            said = self.tr("%n found", "", count)
        elif elsewhere:
            said = self.tr("Nothing here, %n on other maps", "", elsewhere)
        else:
            said = self.tr("Nothing found") if self.field.text().strip() else ""
        if self.replaced:
            done = self.tr("%n replaced", "", self.replaced)
            said = f"{done} · {said}" if said else done
        self.count.setText(said)
        self.field.setAccessibleDescription(said)
        for one in (self.next, self.previous, self.preview):
            one.setEnabled(count > 0)
            one.setAccessibleDescription("" if count else self.tr("Nothing found"))
        self._fit_list()
        self.list.go_to(current)

    def _fit_list(self) -> None:
        """Let the list grow with what is found; it does not shrink: the map would jump.

        What was replaced is found no more, and leaves no empty rows.
        """
        low = self.window().height() < LOW
        wanted = min(self._found, FEW if low else ROWS)
        self._rows = wanted if self.replaced else max(self._rows, wanted)
        shown = self.listed.isChecked() and self._rows > 0
        self._line.setVisible(shown)
        self.list.setVisible(shown)
        self.list.fit(self._rows)
        self.resized.emit()

    def show_replacing(self, *, shown: bool) -> None:
        """Show the field for what to put in the place of what was found."""
        self.replacing.setChecked(shown)
        self._second.setVisible(shown)
        self.resized.emit()

    def _turn_replacing(self, on: bool) -> None:
        self.show_replacing(shown=on)
        (self.words if on else self.field).setFocus()

    def begin(self, words: str = "") -> None:
        """Let the user say what to look for.

        Args:
            words: to begin with; empty: those of last time.
        """
        if self.isHidden():
            self._rows = 0
            self.show()
        if words:
            self.field.setText(words)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _typed(self) -> None:
        self.asked.emit()

    def _up(self) -> None:
        (self.words if self._second.isVisible() else self.field).setFocus()

    # Keys

    def event(self, event: QEvent) -> bool:
        """Leave by Esc before anything else of the window answers it."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        return super().event(event)

    @whole
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the fields do not want: Enter goes on, the arrow down to the list, Esc away."""
        key, back = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Key.Key_Escape:
            self.left.emit()
        elif key in _ENTER and self.words.hasFocus():
            if self.preview.isEnabled():
                self.preview_asked.emit()
        elif key in _ENTER:
            self.step.emit(-1 if back else 1)
        elif key == Key.Key_Down and self._found and self.list.isVisible():
            self.list.setFocus()
            if self.list.currentIndex().row() < 0:
                self.gone_to.emit(0)
        else:
            super().keyPressEvent(event)


def _row() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(12, 5, 8, 5)
    row.setSpacing(8)
    return row


def _field() -> QLineEdit:
    made = QLineEdit()
    made.setClearButtonEnabled(True)
    made.setMinimumWidth(NARROWEST)
    made.setMaximumWidth(WIDEST)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return made


def _turns(icon: str) -> QToolButton:
    """A button that stays pressed."""
    made = icon_button(icon, 16)
    made.setCheckable(True)
    return made


class _Sign(QWidget):
    """A small picture before a field, in the ink of the theme that is on."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(SIGN, SIGN)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        icons.draw(painter, self._name, tokens().ink2, QRectF(0, 0, SIGN, SIGN))
