"""What a monkey does with mouse and keyboard: each act is made of events a real hand would make."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QWindow,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QWidget
from shiboken6 import isValid

from cjm_desktop.ui import registry
from cjm_desktop.ui.window import Window

Act = Callable[[], str]
NONE, SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
HELD = (NONE,) * 8 + (CTRL, SHIFT, CTRL | SHIFT, ALT)
LEFT, RIGHT, MIDDLE = (
    Qt.MouseButton.LeftButton,
    Qt.MouseButton.RightButton,
    Qt.MouseButton.MiddleButton,
)
BUTTONS = (LEFT,) * 10 + (RIGHT, MIDDLE)
KEYS = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down) * 3,
    *(Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Space) * 2,
    Qt.Key.Key_Delete, Qt.Key.Key_Backtab, Qt.Key.Key_Backspace, Qt.Key.Key_Insert,
    Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_F2, Qt.Key.Key_F6, Qt.Key.Key_Enter,
    Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Menu,
    *(Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_5, Qt.Key.Key_9),
)  # fmt: skip
WORDS = (
    "а", "Ё", "ж", "q", "Z", "1", "5", "! ", "# Этап\n", "## step", '" мысль', "+ идея", "3 дня",
    "x\ny\nz", "e\u0301", "👩\u200d🚀", "\u202eback", "<img src=x>", "&&", "%1", "0", "-2.5", " ",
)  # fmt: skip
CLIPS = (
    "один\nдва\nтри", "a\tb\tc\nd\te\tf", "# Stage\n- action\n! barrier", "x" * 3000, "", "https://example.org",
)  # fmt: skip


class Hands:
    """The acts of one monkey.

    Args:
        window: where it sits.
        dice: what it does next.
        file: that it may drop on things.
    """

    def __init__(self, window: Window, dice: random.Random, file: str) -> None:
        self.window, self.dice, self._file = window, dice, file
        self.tell: Callable[[str], object] = print
        """Told of what is about to be done."""

    # Where

    @property
    def top(self) -> QWidget:
        """What is in front and takes mouse and keys."""
        modal = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if modal is not None:
            return modal
        shown = [one for one in self.window.desk.windows if one.isVisible()]
        return self.dice.choice(shown) if len(shown) > 1 and self.dice.random() < 0.2 else shown[0]

    def place(self, top: QWidget) -> tuple[QWidget, QPoint]:
        """Some widget that is seen, and a point in it, in pixels of its window."""
        seen = [one for one in top.findChildren(QWidget) if is_seen(one, top)] or [top]
        canvas = self.window.work.canvas if self.window.work is not None else None
        widget = self.dice.choice(seen)
        if (
            canvas is not None
            and top is self.window
            and canvas.isVisible()
            and self.dice.random() < 0.4
        ):
            widget = canvas.viewport()
            spot = self._record()
            if spot is not None:
                return widget, widget.mapTo(top, spot)
        area = widget.visibleRegion().boundingRect()
        at = QPoint(
            self.dice.randint(area.left(), max(area.left(), area.right())),
            self.dice.randint(area.top(), max(area.top(), area.bottom())),
        )
        return widget, widget.mapTo(top, at)

    def _record(self) -> QPoint | None:
        """A point on something of the map, where it is seen."""
        work = self.window.work
        assert work is not None
        rect = work.canvas.record_rect(self.dice.choice([one.id for one in work.journey]))
        if rect is None:
            return None
        at = QPointF(
            rect.left() + rect.width() * self.dice.random(),
            rect.top() + rect.height() * self.dice.random(),
        ).toPoint()
        return at if work.canvas.viewport().rect().contains(at) else None

    # Acts

    def click(self) -> str:
        """Click somewhere, once or twice."""
        top = self.top
        widget, at = self.place(top)
        button, held = self.dice.choice(BUTTONS), self.dice.choice(HELD)
        twice = self.dice.random() < 0.2
        how = f"click {button.name} {held} {'twice ' if twice else ''}"
        said = f"{how}on {called(widget)} {at.toTuple()}"
        window = _window(top)
        if window is not None:
            QTest.mouseClick(window, button, held, inside(window, at))
            if twice and is_there(window):
                QTest.mouseDClick(window, button, held, inside(window, at))
        return said

    def drag(self) -> str:
        """Drag from one place to another, with keys in between now and then."""
        top = self.top
        widget, start = self.place(top)
        end = self.place(top)[1]
        held, escape = self.dice.choice(HELD), self.dice.random() < 0.15
        button = self.dice.choice(BUTTONS)
        said = (
            f"drag {button.name} {held} from {called(widget)} {start.toTuple()} to {end.toTuple()}"
        )
        window = _window(top)
        if window is None:
            return said
        QTest.mousePress(window, button, held, inside(window, start))
        for step in range(1, 5):
            if not is_there(window):
                return said
            QTest.mouseMove(window, inside(window, start + (end - start) * (step / 4)))
        if escape:
            self._key(Qt.Key.Key_Escape, NONE)
        if is_there(window):
            QTest.mouseRelease(window, button, held, inside(window, end))
        return said + (" and escape" if escape else "")

    def hover(self) -> str:
        """Move the pointer somewhere."""
        top = self.top
        widget, at = self.place(top)
        window, said = _window(top), f"hover over {called(widget)}"
        if window is not None:
            QTest.mouseMove(window, inside(window, at))
        return said

    def wheel(self) -> str:
        """Turn the wheel."""
        top = self.top
        widget, at = self.place(top)
        held = self.dice.choice((NONE, NONE, CTRL, SHIFT, ALT))
        turn = self.dice.choice((-360, -120, 120, 360))
        window, said = _window(top), f"wheel {turn} {held} over {called(widget)}"
        if window is not None:
            QTest.wheelEvent(window, QPointF(inside(window, at)), QPoint(0, turn), QPoint(), held)
        return said

    def key(self) -> str:
        """Press a key."""
        key, held = self.dice.choice(KEYS), self.dice.choice(HELD)
        target = self._key(key, held)
        return f"{key.name} {held} in {target}"

    def shortcut(self) -> str:
        """Press the keys of some command."""
        keys = [one for command in registry.commands() for one in command.keys]
        chosen = self.dice.choice(keys)
        stroke = QKeySequence(chosen)[0]  # type: ignore[index]  # left out of the stubs
        target = self._key(stroke.key(), stroke.keyboardModifiers())
        return f"{chosen} in {target}"

    def type_in(self) -> str:
        """Type something in whatever has the keyboard."""
        text = self.dice.choice(WORDS)
        for letter in text:
            target = self._target()
            key = Qt.Key.Key_Return if letter == "\n" else Qt.Key.Key_unknown
            QTest.sendKeyEvent(QTest.KeyAction.Click, target, key, letter, NONE)
            # A hand is slower than the program: Qt's editors are closed between two keys.
            QApplication.processEvents()
        return f"type {text!r}"

    def command(self) -> str:
        """Give a command of the window, by the way of the menu's entry."""
        offered = [one for one in self.window.commands if one.isEnabled()]
        chosen = self.dice.choice(offered)
        if QApplication.activeModalWidget() is None and QApplication.activePopupWidget() is None:
            chosen.trigger()
        return f"command {chosen.objectName()}"

    def entry(self) -> str:
        """Choose in the menu that is open."""
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            return self.key()
        offered = [one for one in menu.actions() if one.isEnabled() and not one.isSeparator()]
        if not offered:
            return "an empty menu"
        chosen: QAction = self.dice.choice(offered)
        said = f"entry {chosen.text()!r}"
        at = menu.actionGeometry(chosen).center()
        window = _window(menu)
        if window is not None and menu.rect().contains(at):
            QTest.mouseMove(window, inside(window, at))
            QTest.mouseClick(window, LEFT, NONE, inside(window, at))
        return said

    def clipboard(self) -> str:
        """Have something on the clipboard."""
        text = self.dice.choice(CLIPS)
        QGuiApplication.clipboard().setText(text)
        return f"clipboard {text[:20]!r}"

    def drop(self) -> str:
        """Drop a file or a text from another program."""
        top = self.top
        widget, at = self.place(top)
        data = QMimeData()
        if self.dice.random() < 0.5:
            data.setUrls([QUrl.fromLocalFile(self._file)])
        else:
            data.setText(self.dice.choice(CLIPS))
        target: QWidget | None = widget
        while target is not None and not target.acceptDrops():
            target = target.parentWidget() if target is not top else None
        if target is None:
            return "nothing takes a drop"
        point = target.mapFrom(top, at)
        copy = Qt.DropAction.CopyAction
        enter = QDragEnterEvent(point, copy, data, LEFT, NONE)
        QApplication.sendEvent(target, enter)
        if enter.isAccepted():
            QApplication.sendEvent(target, QDropEvent(QPointF(point), copy, data, LEFT, NONE))
        return f"drop on {called(target)}"

    def resize(self) -> str:
        """Make the window another size."""
        size = self.dice.choice(((1024, 700), (1280, 800), (1440, 900), (1900, 1000)))
        self.window.resize(*size)
        return f"resize {size}"

    def _target(self) -> QWidget:
        """What has the keyboard; a window that is not in front gets no keys."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup.focusWidget() or popup
        top = (QApplication.activeModalWidget() or self.window).window()
        if QApplication.activeWindow() is not top:
            # There is no window manager here that would do it.
            top.activateWindow()
            QApplication.processEvents()
        field = QApplication.focusWidget()
        return field if field is not None and field.window() is top else top

    def _key(self, key: Qt.Key, held: Qt.KeyboardModifier) -> str:
        target = self._target()
        said = called(target)
        # Said before it is done: a crash of Qt leaves no other trace.
        self.tell(f"{key.name} {held} in {said}")
        QTest.keyClick(target, key, held)
        return said


def weighted(hands: Hands) -> list[Act]:
    """What a monkey likes to do, the more often the longer it is in the list."""
    acts: list[tuple[int, Act]] = [
        (30, hands.click), (12, hands.drag), (6, hands.hover), (6, hands.wheel), (18, hands.key),
        (10, hands.shortcut), (14, hands.type_in), (8, hands.command), (6, hands.entry),
        (3, hands.clipboard), (2, hands.drop), (1, hands.resize),
    ]  # fmt: skip
    return [act for often, act in acts for _ in range(often)]


def is_seen(widget: QWidget, top: QWidget) -> bool:
    return widget.window() is top and widget.isVisible() and not widget.visibleRegion().isEmpty()


def _window(top: QWidget) -> QWindow | None:
    found = top.windowHandle()
    return found if found is not None and found.isVisible() else None


def inside(window: QWindow, at: QPoint) -> QPoint:
    """The same point, or the nearest one where the window has become smaller."""
    return QPoint(min(at.x(), window.width() - 1), min(at.y(), window.height() - 1))


def is_there(window: QWindow) -> bool:
    return isValid(window) and window.isVisible()


def called(widget: QWidget) -> str:
    name = widget.accessibleName() or widget.objectName()
    if isinstance(widget, QComboBox):
        name = name or widget.currentText()
    return f"{type(widget).__name__}({cast(str, name)[:24]})"
