"""Small controls of our own that several parts of the window use."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.icons import IconRole
from cjm_desktop.ui.palette import tokens


def line(look: str = "line") -> QFrame:
    """A separator one pixel thin; `post` for an upright one."""
    made = QFrame()
    made.setProperty("look", look)
    return made


def button(text: str, icon: str = "", look: str = "", role: IconRole = "plain") -> QPushButton:
    """A button with a word on it.

    Args:
        text: what it says.
        icon: name of its icon, if any.
        look: "main" for the one filled button of a view, "flat", "link", or "" for an edged one.
        role: the ink of the icon.
    """
    made = QPushButton(text)
    if icon:
        made.setIcon(icons.icon(icon, "on_accent" if look == "main" else role))
        made.setIconSize(icons.BESIDE)
    if look:
        made.setProperty("look", look)
    return made


def icon_button(icon: str, size: int = 18, role: IconRole = "plain") -> QToolButton:
    """A button that is an icon only; whoever makes it must `name_button` it."""
    made = QToolButton()
    made.setIcon(icons.icon(icon, role))
    made.setIconSize(QSize(size, size))
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def name_button(target: QAbstractButton, name: str, key: str = "") -> None:
    """Tell people and screen readers what an icon means."""
    target.setAccessibleName(name)
    plain.tip(target, f"{name} ({key})" if key else name)


def bold(font: QFont, weight: QFont.Weight = QFont.Weight.DemiBold) -> QFont:
    """The same font, heavier."""
    made = QFont(font)
    made.setWeight(weight)
    return made


def sized(font: QFont, difference: int) -> QFont:
    """The same font, larger or smaller by some pixels."""
    made = QFont(font)
    made.setPixelSize(max(9, font.pixelSize() + difference))
    return made


class Segments(QWidget):
    """A row of choices of which one is on.

    For the Tab key it is one thing, which is entered at the choice; arrows choose another.
    """

    chosen = Signal(str)
    """The key of the choice, after the user has made it."""

    def __init__(self, keys: Sequence[str], *, stretch: bool = False) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        for index, key in enumerate(keys):
            self.buttons[key] = self._segment(index, len(keys), stretch=stretch)
            row.addWidget(self.buttons[key], 1 if stretch else 0)
            self.buttons[key].clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
        if not stretch:
            row.addStretch(1)

    def _segment(self, index: int, count: int, *, stretch: bool) -> QToolButton:
        made = QToolButton()
        made.setCheckable(True)
        # Without a choice the first one is where the row is entered.
        made.setFocusPolicy(_stop(on=index == 0))
        made.toggled.connect(self._be_entered)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setProperty("look", "segment")
        place = "first" if index == 0 else "last" if index == count - 1 else "middle"
        made.setProperty("place", place)
        if stretch:
            made.setProperty("tight", True)  # noqa: FBT003 - Qt's signature
        # Each fills its place, so that there is never a gap between two.
        wide = QSizePolicy.Policy.Expanding if stretch else QSizePolicy.Policy.Preferred
        made.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        self._group.addButton(made)
        return made

    def _be_entered(self) -> None:
        """Let the Tab key reach the choice, and only it."""
        choice = self.choice
        for key, made in self.buttons.items():
            made.setFocusPolicy(_stop(on=key == choice))

    def say(self, texts: Sequence[str]) -> None:
        """Write on the segments, first to last."""
        for made, text in zip(self.buttons.values(), texts, strict=True):
            made.setText(text)
            made.setAccessibleName(text)

    def choose(self, key: str) -> None:
        """Switch one on without telling anybody."""
        if key in self.buttons:
            self.buttons[key].setChecked(True)

    @property
    def choice(self) -> str:
        """The key of the one that is on, or nothing."""
        return next((key for key, one in self.buttons.items() if one.isChecked()), "")


def _stop(*, on: bool) -> Qt.FocusPolicy:
    return Qt.FocusPolicy.TabFocus if on else Qt.FocusPolicy.NoFocus


class Section(QWidget):
    """A part of a panel that folds away under its heading."""

    def __init__(self, *, open_: bool = True) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line())
        head = QWidget()
        head.setFixedHeight(40)
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 0, 16, 0)
        self.head = QToolButton()
        self.head.setProperty("look", "section")
        self.head.setCheckable(True)
        self.head.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setIconSize(QSize(16, 16))
        self.summary = plain.label(role="secondary")
        row.addWidget(self.head)
        row.addStretch(1)
        row.addWidget(self.summary)
        self.body = QWidget()
        self.inside = QVBoxLayout(self.body)
        self.inside.setContentsMargins(16, 0, 14, 12)
        self.inside.setSpacing(8)
        column.addWidget(head)
        column.addWidget(self.body)
        self.head.toggled.connect(self._fold)
        self.head.setChecked(open_)
        self._fold(open_)

    def _fold(self, opened: bool) -> None:
        self.head.setIcon(icons.icon("chevron-down" if opened else "chevron-right"))
        self.body.setVisible(opened)

    def say(self, title: str, summary: str = "") -> None:
        """Write the heading and, at its right, what the section comes to."""
        self.head.setText(plain.menu_text(title))
        self.summary.setText(summary)


class Spin(QSpinBox):
    """A field for a whole number, which the wheel does not change while a panel scrolls under it.

    Args:
        low, high: the smallest and the largest number.
    """

    def __init__(self, low: int, high: int) -> None:
        super().__init__()
        self.setRange(low, high)
        self.setKeyboardTracking(False)
        dress_spin(self)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width() + SPIN_EDGE, field_height(self))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


SPIN_EDGE = 9
"""Room left of the number in a field, px."""


def dress_spin(spin: QAbstractSpinBox) -> None:
    """Give a field of numbers the inner edge that the style sheet cannot."""
    spin.lineEdit().setTextMargins(SPIN_EDGE, 0, 0, 0)
    spin.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def field_height(widget: QWidget) -> int:
    """The height of a field of one line."""
    return widget.fontMetrics().height() + 16


class ShareBar(QWidget):
    """How large a part is, as a bar."""

    def __init__(self, width: int = 64) -> None:
        super().__init__()
        self._share = 0.0
        self.setFixedSize(width, 4)

    def set(self, share: float) -> None:
        """Show a share of 0 to 1."""
        self._share = min(1.0, max(0.0, share))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.line))
        painter.drawRoundedRect(QRectF(self.rect()), 2, 2)
        painter.setBrush(QColor(colours.accent_ink))
        painter.drawRoundedRect(QRectF(0, 0, self.width() * self._share, self.height()), 2, 2)


def square(colour: str, edge: str, side: int = 12, gap: int = 0) -> QIcon:
    """A small coloured square as an icon, such as for a severity.

    Args:
        colour, edge: of the square and of its edge.
        side: px.
        gap: free room at its right, before a word, px.
    """
    picture = QPixmap(side + gap, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(edge), 1))
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(QRectF(0.5, 0.5, side - 1, side - 1), 2, 2)
    painter.end()
    return QIcon(picture)


class Combo(QComboBox):
    """A list of choices that the wheel does not change while the panel scrolls under it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIconSize(QSize(16, 16))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
