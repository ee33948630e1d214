"""A user at the window: looks for what it shows by its words, and clicks and types there.

Nothing is reached that cannot be seen: a control is scrolled to with the wheel and must then be
what lies at its place on the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QDockWidget,
    QMenu,
    QScrollArea,
    QWidget,
)

from tests.walk.opened import Opened

W = TypeVar("W", bound=QWidget)
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
PASTED = 24
"""Letters from which on a text is pasted, where not every letter is to be typed."""


class User:
    """Works in one window.

    Args:
        opened: the window.
        patient: types every letter; else long texts come from the clipboard.
    """

    def __init__(self, opened: Opened, *, patient: bool = False) -> None:
        self.opened = opened
        self._patient = patient

    # Looking

    @property
    def top(self) -> QWidget:
        """What takes the keys and clicks: the dialog that is open, else the window."""
        return QApplication.activeModalWidget() or self.opened.window

    @property
    def inspector(self) -> QWidget:
        """The panel at the right."""
        found = self.opened.window.findChild(QDockWidget, "inspector")
        assert isinstance(found, QDockWidget)
        return found

    def all(self, kind: type[W], name: str, within: QWidget | None = None) -> list[W]:
        """Every control that is shown under a name, from top to bottom."""
        place = within or self.top
        found = [one for one in place.findChildren(kind) if one.isVisible() and _name(one) == name]
        return sorted(found, key=lambda one: one.mapTo(place, QPoint()).toTuple()[::-1])

    def find(self, kind: type[W], name: str, within: QWidget | None = None) -> W:
        """The first control that is shown under a name."""
        found = self.all(kind, name, within)
        assert found, f"no {kind.__name__} “{name}” is seen: {sorted(self.names(kind, within))}"
        return found[0]

    def names(self, kind: type[W], within: QWidget | None = None) -> Iterator[str]:
        """What the controls that are shown are called."""
        place = within or self.top
        return (_name(one) for one in place.findChildren(kind) if one.isVisible())

    # Mouse and keys

    def click(
        self, widget: QWidget, at: QPoint | None = None, held: Qt.KeyboardModifier = NONE
    ) -> None:
        """Click on a control, once it has been scrolled to."""
        self.scroll_to(widget)
        at = at or widget.rect().center()
        seen = widget.window().childAt(widget.mapTo(widget.window(), at))
        assert seen is not None, f"{_name(widget)} is out of sight"
        assert seen is widget or widget.isAncestorOf(seen), f"{_name(widget)} lies under {seen}"
        assert widget.isEnabled(), f"{_name(widget)} is switched off"
        QTest.mouseClick(
            seen, LEFT, held, seen.mapFrom(seen.window(), widget.mapTo(seen.window(), at))
        )
        self.rest()

    def rest(self) -> None:
        """Let the program do what it has to."""
        QApplication.processEvents()

    def scroll_to(self, widget: QWidget) -> None:
        """Turn the wheel until a control of a panel is seen."""
        self.rest()
        area = widget.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is None:
            return
        view = area.viewport()
        for _ in range(200):
            top = widget.mapTo(view, QPoint()).y()
            low = top + min(widget.height(), view.height() - 8)
            if top >= 0 and low <= view.height():
                return
            self._wheel(view, -top if top < 0 else view.height() - low)
        raise AssertionError(f"{_name(widget)} cannot be scrolled to")

    def _wheel(self, view: QWidget, down: int) -> None:
        # Over the panel's edge: the wheel must not turn what lies under the pointer.
        at = QPointF(view.width() - 3, 3)
        event = QWheelEvent(
            at, view.mapToGlobal(at), QPoint(), QPoint(0, 3 * down), Qt.MouseButton.NoButton,
            NONE, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view, event)
        self.rest()

    def press(self, keys: str, times: int = 1) -> None:
        """Press keys, such as "Ctrl+G", in whatever has the keyboard."""
        stroke = QKeySequence(keys)[0]  # type: ignore[index]  # left out of the stubs
        for _ in range(times):
            target = QApplication.focusWidget() or self.top
            QTest.keyClick(target, stroke.key(), stroke.keyboardModifiers())
            self.rest()

    def type_in(self, text: str) -> None:
        """Type a text over what is selected where the cursor is; long ones are pasted."""
        if len(text) > PASTED and not self._patient:
            QGuiApplication.clipboard().setText(text)
            self.press("Ctrl+V")
            return
        for letter in text:
            target = QApplication.focusWidget()
            assert target is not None, "nothing has the keyboard"
            key = Qt.Key.Key_Return if letter == "\n" else Qt.Key.Key_unknown
            QTest.sendKeyEvent(QTest.KeyAction.Click, target, key, letter, NONE)
        self.rest()

    # Controls

    def push(self, name: str, within: QWidget | None = None, nth: int = 0) -> None:
        """Click on a button."""
        found = self.all(QAbstractButton, name, within)
        assert len(found) > nth, (
            f"no button “{name}”: {sorted(self.names(QAbstractButton, within))}"
        )
        self.click(found[nth])

    def write(
        self,
        name: str,
        text: str,
        within: QWidget | None = None,
        nth: int = 0,
        kind: type[QWidget] = QWidget,
    ) -> None:
        """Write into a field, over what is there."""
        found = self.all(kind, name, within)
        assert len(found) > nth, f"no field “{name}”: {sorted(set(self.names(QWidget, within)))}"
        self.click(found[nth])
        self.press("Ctrl+A")
        if text:
            self.type_in(text)
        else:
            self.press("Del")

    def pick(self, name: str, text: str, within: QWidget | None = None, nth: int = 0) -> None:
        """Choose in a list that drops down."""
        combo = self.all(QComboBox, name, within)[nth]
        row = combo.findText(text)
        assert row >= 0, f"“{name}” does not offer “{text}”"
        self.click(combo)
        view = combo.view()
        self.opened.wait(view.isVisible)
        steps = row - combo.currentIndex()
        for _ in range(abs(steps)):
            QTest.keyClick(view, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
        QTest.keyClick(view, Qt.Key.Key_Return)
        self.rest()
        # What was chosen may have made the panel anew, and another list in its place.
        assert self.all(QComboBox, name, within)[nth].currentText() == text

    # What opens over the window

    def meanwhile(
        self, act: Callable[[], object], ready: Callable[[], bool], inside: Callable[[], object]
    ) -> None:
        """Do what opens a menu or a dialog that holds everything up, and go on inside of it.

        Args:
            act: opens it.
            ready: whether it is there.
            inside: what is done then.
        """
        failed: list[BaseException] = []
        ran: list[bool] = []
        timer = QTimer(self.opened.window)

        def go_on() -> None:
            if ran or not ready():
                return
            timer.stop()
            ran.append(True)
            try:
                inside()
            except BaseException as error:  # noqa: BLE001 - raised again outside of Qt
                failed.append(error)
                _close_everything()

        timer.timeout.connect(go_on)
        timer.start(1)
        act()
        self.opened.wait(lambda: ran)
        timer.deleteLater()
        if failed:
            raise failed[0]

    def choose(self, act: Callable[[], object], *path: str) -> None:
        """Open a menu and click through it to an entry."""
        self.meanwhile(act, _menu_is_open, lambda: self._choose(path))
        self._have_keys(self.top)

    def _choose(self, path: tuple[str, ...]) -> None:
        for name in path:
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu), f"no menu is open for “{name}”"
            action = next((one for one in menu.actions() if said(one) == name), None)
            offered = [said(one) for one in menu.actions()]
            assert action is not None, f"no “{name}” in {offered}"
            assert action.isEnabled(), f"“{name}” is switched off"
            place: QRect = menu.actionGeometry(action)
            QTest.mouseMove(menu, place.center())
            QTest.mouseClick(menu, LEFT, NONE, place.center())
            self.rest()

    def command(self, *path: str) -> None:
        """Choose a command in the menu of the window."""
        menu = next(one for one in self.all(QAbstractButton, "Меню", self.opened.window))
        self.choose(lambda: self.click(menu), *path)

    def dialog(self, act: Callable[[], object], inside: Callable[[], object]) -> None:
        """Open a dialog, do something in it, and leave it closed."""

        before = QApplication.activeModalWidget()

        def go_on() -> None:
            inside()
            assert QApplication.activeModalWidget() is before, "the dialog is still open"

        self.meanwhile(act, lambda: _dialog_has_keys(before), go_on)
        self._have_keys(before or self.opened.window)

    def _have_keys(self, window: QWidget) -> None:
        window.activateWindow()
        self.opened.wait(lambda: QApplication.activeWindow() is window)


def said(action: QAction) -> str:
    """The words of a menu's entry, without its keys and mnemonic."""
    return action.text().partition("\t")[0].replace("&", "")


def _name(widget: QWidget) -> str:
    name = widget.accessibleName()
    if not name and isinstance(widget, QAbstractButton):
        name = widget.text().replace("&", "")
    return name


def _menu_is_open() -> bool:
    return isinstance(QApplication.activePopupWidget(), QMenu)


def _dialog_has_keys(before: QWidget | None) -> bool:
    dialog = QApplication.activeModalWidget()
    if dialog is before or not isinstance(dialog, QDialog):
        return False
    # There is no window manager here that would do it.
    dialog.activateWindow()
    return QApplication.activeWindow() is dialog and QApplication.focusWidget() is not None


def _close_everything() -> None:
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    while isinstance(dialog := QApplication.activeModalWidget(), QDialog):
        dialog.reject()
