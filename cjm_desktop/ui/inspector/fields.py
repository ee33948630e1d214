"""The fields of the inspector: each shows one value of a record and tells when it is changed."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QIcon, QKeyEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDoubleSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import Combo, Segments, dress_spin, field_height
from cjm_desktop.ui.spelling.marked import spelled
from cjm_desktop.ui.stylesheet import NORMAL_FONT, scaled

_THOUSANDS = re.compile(r"[-+]?\d{1,3}(,\d{3})+(\.\d*)?")
MOST = 10
"""Lines to which a longer text grows."""
Choice = tuple[Any, str]
"""A value and what it is called."""


class Field(QWidget):
    """One value with its name above it.

    Args:
        name: shown above; nothing for a field that explains itself.
        spoken: its name for screen readers, where none is shown.
    """

    edited = Signal(object)
    """The new value, at every change the user makes."""
    entered = Signal()
    """A new editing session begins."""

    def __init__(self, name: str = "", spoken: str = "") -> None:
        super().__init__()
        self._spoken = name or spoken
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        if name:
            self.column.addWidget(plain.label(name, "secondary"))

    def hold(self, inside: QWidget) -> None:
        """Put the control in, and begin a new editing session whenever it is entered."""
        inside.setAccessibleName(self._spoken)
        inside.installEventFilter(self)
        self.column.addWidget(inside)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Coming back from a menu or another program goes on with the same session.
        goes_on = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() not in goes_on:
            self.entered.emit()
        return super().eventFilter(watched, event)

    @abstractmethod
    def show_value(self, value: Any) -> None:
        """Show a value without telling anybody."""

    @property
    def busy(self) -> bool:
        """The user is in it."""
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))


class Line(Field):
    """A short text."""

    def __init__(self, name: str = "", spoken: str = "", hint: str = "") -> None:
        super().__init__(name, spoken)
        self.control = QLineEdit()
        self.control.setPlaceholderText(hint)
        self.control.textEdited.connect(self.edited.emit)
        spelled(self.control)
        self.hold(self.control)

    def show_value(self, value: Any) -> None:
        if self.control.text() != str(value or ""):
            self.control.setText(str(value or ""))
            self.control.setCursorPosition(0)


class Text(Field):
    """A longer text that grows with its lines."""

    def __init__(self, name: str = "", spoken: str = "", hint: str = "", lines: int = 2) -> None:
        super().__init__(name, spoken)
        self._least = lines
        self.control = QPlainTextEdit()
        self.control.setPlaceholderText(hint)
        self.control.setTabChangesFocus(True)
        self.control.textChanged.connect(self._changed)
        # Lines break anew where it becomes narrower, or its letters larger.
        self.control.verticalScrollBar().rangeChanged.connect(self._fit)
        spelled(self.control)
        self._quiet = False
        self.hold(self.control)
        self._fit()

    def _changed(self) -> None:
        self._fit()
        if not self._quiet:
            self.edited.emit(self.control.toPlainText())

    def _fit(self) -> None:
        blocks = self.control.document().documentLayout().documentSize().height()
        lines = min(MOST, max(self._least, round(blocks)))
        # Where all is seen, a bar that comes for a moment would break the lines otherwise.
        bar = Qt.ScrollBarPolicy
        self.control.setVerticalScrollBarPolicy(
            bar.ScrollBarAsNeeded if blocks > MOST else bar.ScrollBarAlwaysOff
        )
        font = self.control.font()
        edges = scaled(20, max(NORMAL_FONT, font.pixelSize()))
        height = QFontMetrics(font).lineSpacing() * lines + edges
        if self.control.height() != height:
            self.control.setFixedHeight(height)

    def resizeEvent(self, event: QEvent) -> None:
        self._fit()

    def show_value(self, value: Any) -> None:
        if self.control.toPlainText() != str(value or ""):
            self._quiet = True
            self.control.setPlainText(str(value or ""))
            self._quiet = False


class Texts(Text):
    """Several short texts, one a line."""

    def _changed(self) -> None:
        self._fit()
        if not self._quiet:
            lines = self.control.toPlainText().split("\n")
            self.edited.emit(tuple(line.strip() for line in lines if line.strip()))

    def show_value(self, value: Any) -> None:
        shown = tuple(one.strip() for one in self.control.toPlainText().split("\n") if one.strip())
        if shown != tuple(value or ()):
            super().show_value("\n".join(value or ()))


class Switch(Field):
    """A yes or no."""

    def __init__(self, name: str) -> None:
        super().__init__(spoken=name)
        self.control = QCheckBox(plain.menu_text(name))
        self.control.clicked.connect(lambda on: self.edited.emit(bool(on)))
        self.hold(self.control)

    def show_value(self, value: Any) -> None:
        self.control.setChecked(bool(value))


class OneOf(Field):
    """One of a few values, all in sight."""

    def __init__(self, name: str, choices: Sequence[Choice], spoken: str = "") -> None:
        super().__init__(name, spoken)
        self._values = {str(value): value for value, _ in choices}
        self.control = Segments([str(value) for value, _ in choices], stretch=True)
        self.control.say([plain.menu_text(text) for _, text in choices])
        self.control.chosen.connect(self._chosen)
        self.hold(self.control)

    def _chosen(self, key: str) -> None:
        self.entered.emit()
        self.edited.emit(self._values[key])

    def show_value(self, value: Any) -> None:
        self.control.choose(str(value))


class Marks(OneOf):
    """A mark, which its digit gives as well; 0 takes it away."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = "None" if event.text() == "0" else event.text()
        if key in self.control.buttons:
            self.control.choose(key)
            self._chosen(key)
        else:
            super().keyPressEvent(event)


class Choose(Field):
    """One of many values, in a list that opens."""

    def __init__(self, name: str, choices: Sequence[Choice], spoken: str = "") -> None:
        super().__init__(name, spoken)
        self.control = Combo()
        self._values: list[Any] = []
        self.control.activated.connect(self._chosen)
        self.hold(self.control)
        self.offer(choices)

    def offer(self, choices: Sequence[Choice], icons: Sequence[QIcon] = ()) -> None:
        """Offer these values."""
        self._values = [value for value, _ in choices]
        self.control.clear()
        for index, (_, text) in enumerate(choices):
            sign = icons[index] if index < len(icons) else QIcon()
            self.control.addItem(sign, plain.clean(text))

    def _chosen(self, index: int) -> None:
        self.entered.emit()
        self.edited.emit(self._values[index])

    def show_value(self, value: Any) -> None:
        self.control.setCurrentIndex(self._values.index(value) if value in self._values else -1)


class SpinBox(QDoubleSpinBox):
    """A number that may be left out: the smallest value stands for none."""

    def __init__(self, low: float, high: float, decimals: int, *, optional: bool) -> None:
        super().__init__()
        self.optional = optional
        self._step = 10.0**-decimals
        self.setDecimals(decimals)
        self.setRange(low - self._step if optional else low, high)
        self.setKeyboardTracking(True)
        dress_spin(self)
        if optional:
            # A blank is the text of "none": nothing would switch the special text off.
            self.setSpecialValueText(" ")

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), field_height(self))

    def minimumSizeHint(self) -> QSize:
        return QSize(48, field_height(self))

    def textFromValue(self, value: float) -> str:
        text = self.locale().toString(value, "f", self.decimals())
        if self.decimals():
            text = text.rstrip("0").rstrip(self.locale().decimalPoint())
        return text.replace(self.locale().groupSeparator(), "")

    def _written(self, typed: str) -> str:
        """What was typed as the language writes it: a point and a comma are the same here."""
        point = self.locale().decimalPoint()
        if point == "." and _THOUSANDS.fullmatch(typed):
            return typed.replace(",", "")
        return typed.replace("," if point == "." else ".", point)

    def validate(self, typed: str, place: int) -> tuple[QValidator.State, str, int]:
        state, *_ = super().validate(self._written(typed), place)
        return state, typed, place

    def valueFromText(self, text: str) -> float:
        return super().valueFromText(self._written(text))

    @property
    def number(self) -> float | None:
        """What it says; None where it is left out."""
        return None if self.optional and self.value() == self.minimum() else self.value()

    def show_number(self, value: float | None) -> None:
        """Show a number without telling anybody."""
        shown = self.minimum() if value is None else value
        if shown != self.value():
            self.blockSignals(True)  # noqa: FBT003 - Qt's signature
            self.setValue(shown)
            self.blockSignals(False)  # noqa: FBT003 - Qt's signature

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Number(Field):
    """A number, with or without a fraction, that may be left out."""

    def __init__(
        self,
        name: str,
        low: float,
        high: float,
        decimals: int = 0,
        *,
        optional: bool = False,
        step: float = 1.0,
    ) -> None:
        super().__init__(name)
        self._whole = decimals == 0
        self.control = SpinBox(low, high, decimals, optional=optional)
        self.control.setSingleStep(step)
        self.control.valueChanged.connect(self._changed)
        self.hold(self.control)

    def _changed(self) -> None:
        number = self.control.number
        self.edited.emit(int(number) if self._whole and number is not None else number)

    def show_value(self, value: Any) -> None:
        self.control.show_number(value)


class Percent(Number):
    """A share that is written in per cent and may be left out."""

    def __init__(self, name: str) -> None:
        super().__init__(name, 0, 100, 1, optional=True)

    def _changed(self) -> None:
        number = self.control.number
        self.edited.emit(None if number is None else round(number / 100, 3))

    def show_value(self, value: Any) -> None:
        super().show_value(None if value is None else round(value * 100, 1))
