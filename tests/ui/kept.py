"""One window for many tests: put back between them, and thrown away where it is not as new.

Opening a window costs three times as much as showing another map in one that is open. So the window
a test has opened is kept for the next one, which gets a new document, new settings and new folders
in it. If it then differs in anything from a window just opened, another is opened in its place: no
test can depend on what another one did, in whatever order they come.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent, QObject, QSettings, QTimer
from PySide6.QtGui import QAction, QFont, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QDockWidget,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.inspector.page import Page
from cjm_desktop.ui.nextmaps import NextMaps
from cjm_desktop.ui.recovery.survivors import Survivors
from cjm_desktop.ui.settings import Settings
from cjm_desktop.ui.start.ahead import Ahead
from cjm_desktop.ui.window import Window

OURS, FOREIGN = "cjm_desktop.ui.", "cjm_desktop.ui.canvas."
"""Whose objects are looked into; a canvas is made anew with each document."""
PLAIN = (str, int, float, bool, bytes, type(None), Enum, Path)
PASSING = (Ahead, NextMaps, Page, QMenu, QAbstractAnimation)
"""Parts made or filled anew whenever they are shown, or of which nothing is seen."""
IGNORED = {
    "window.seen",
    "window._bench._ahead",
    "window._bench._next",
    # Read only after it has been set anew.
    "window._bench.sketch._put_away",
    "window._status._map._bar._share",
    # How wide words are, whatever shows them.
    "window._status.hints._widths",
}
USUAL = 13
"""Size of text, px."""


class Look(NamedTuple):
    """What all windows of the program wear."""

    theme: str
    language: str


class Seen(NamedTuple):
    """What a window is like: its parts, and what its objects remember."""

    parts: list[tuple[Any, ...]]
    remembered: dict[str, Any]


class Kept:
    """Holds the desk and the window that the last test has left, if any."""

    def __init__(self) -> None:
        self._desk: Desk | None = None
        self._window: Window | None = None
        self._look = Look("", "")
        self._bare: tuple[QFont, QPalette] | None = None
        self._new: dict[tuple[Any, ...], Seen] = {}
        self.put_back, self.refused = 0, 0
        """How often a window could be used again, and could not."""

    def desk(self, application: QApplication, look: Look, folder: Path) -> Desk:
        """The desk of the last test or another one, with settings and folders of its own."""
        file = folder / "settings.ini"
        if self._desk is not None and self._look == look:
            desk = self._desk
            desk.settings.store = QSettings(str(file), QSettings.Format.IniFormat)
            desk.folder, desk._home, desk.homeless = folder / "home", None, False
            desk.survivors, desk.mishaps = Survivors(desk), None
            if desk._spelling is not None:
                desk._spelling.deleteLater()
                desk._spelling = None
            desk.settings.theme, desk.settings.language = look
            return desk
        self.drop()
        if self._bare is None:
            self._bare = QFont(application.font()), QPalette(application.palette())
        settings = Settings(file)
        settings.theme, settings.language = look
        return Desk(application, folder / "home", settings)

    def open(self, desk: Desk, what: str, show: Callable[[Window | None], Window]) -> Window:
        """Show a map in the window that is kept, or in another one where that is not as new.

        Args:
            desk: on which.
            what: tells one map from another.
            show: shows it in a window or, with None, in another one.
        """
        first, store = not desk.windows, desk.settings.store
        case = what, *((key, str(store.value(key))) for key in store.allKeys())
        window = self._take(desk) if first else None
        if window is not None and case in self._new:
            show(window)
            if seen(window) == self._new[case]:
                self.put_back += 1
                return window
            self.refused += 1
        if window is not None:
            _clear(window)
            window.close()
            store.remove("window/geometry")
        window = show(None)
        # Only what is complete can be used again.
        window.growing.finish()
        if first:
            self._new[case] = seen(window)
        return window

    def _take(self, desk: Desk) -> Window | None:
        window = self._window if desk is self._desk else None
        if window is not None:
            self._window = None
            desk.windows.append(window)
            # After a dialog none is, and a canvas that comes into one that is not gets no keys.
            window.activateWindow()
            QTest.qWaitForWindowActive(window)
        return window

    def keep(self, desk: Desk) -> None:
        """Clear a desk for the next test, with its first window that may be used again."""
        settings = desk.settings
        look = Look(settings.theme, settings.language)
        for window in desk.windows:
            _clear(window)
        spare = next((one for one in desk.windows if self._may_stay(one)), None)
        for window in tuple(desk.windows):
            if window is not spare:
                window.close()
        if spare is not None:
            _take_away(spare)
            desk.windows.remove(spare)
            self._window = spare
        self._desk, self._look = desk, look
        if self._window is None or settings.font_size != USUAL or settings.keys:
            self.drop()

    def _may_stay(self, window: Window) -> bool:
        asks = any(one.isVisible() for one in window.findChildren(QDialog))
        return window._bench is not None and window.seen and not asks

    def drop(self) -> None:
        """Close what is kept, and undress the application."""
        desk, window, self._desk, self._window = self._desk, self._window, None, None
        if desk is not None:
            if window is not None:
                window.close()
                # A style sheet taken off a window that only waits for its end may crash.
                QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self.undress(desk)

    def undress(self, desk: Desk) -> None:
        """Let go of a desk, and leave the application as it was before the first of them."""
        application = desk.application
        desk.translation.switch("en")
        desk.deleteLater()
        application.setStyleSheet("")
        if self._bare is not None:
            application.setFont(self._bare[0])
            application.setPalette(self._bare[1])


def _clear(window: Window) -> None:
    """Take the document out of a window, whatever has become of it."""
    if window.work is not None:
        window.bench.sketch.settle()
        window.work.saving.stop()
        window.work.document.close()
        window.leave_document()


def _take_away(window: Window) -> None:
    """Take from a window without a document what it remembers, or has made when first asked."""
    find, calling = window.bench.find, window.orders.calling
    window.bench.inspector._folded.clear()
    window.bench.inspector._from = None
    if find._bar is not None:
        window.bench.overlay.below.remove(find._bar)
        find._bar.deleteLater()
        find._bar = None
    if calling.panel is not None:
        calling.panel.deleteLater()
        calling.panel = None
    for dialog in window.findChildren(QDialog):
        dialog.deleteLater()
    if window._start is not None:
        window._start.page.deleteLater()
        window._start.deleteLater()
        window._start = None


def _said(one: QWidget) -> tuple[Any, ...]:
    if isinstance(one, QAbstractButton):
        return one.text(), one.isChecked(), one.toolTip()
    if isinstance(one, QLabel | QLineEdit):
        return (one.text(),)
    if isinstance(one, QComboBox):
        return one.currentText(), one.count()
    if isinstance(one, QTabBar):
        return tuple(one.tabText(index) for index in range(one.count()))
    if isinstance(one, QDockWidget):
        return one.width(), one.isFloating()
    return ()


def _part(one: QObject) -> tuple[Any, ...]:
    if isinstance(one, QAction):
        keys = tuple(key.toString() for key in one.shortcuts())
        return one.text(), one.isEnabled(), one.isVisible(), one.isChecked(), keys
    if isinstance(one, QTimer):
        return one.interval(), one.isActive() and not one.isSingleShot()
    if isinstance(one, QWidget):
        # Where it lies Qt settles some time later.
        return one.isHidden(), one.isEnabled(), one.hasFocus(), *_said(one)
    return ()


def _is_plain(value: Any) -> bool:
    if isinstance(value, tuple | list | set | frozenset):
        return all(_is_plain(one) for one in value)
    if isinstance(value, dict):
        return all(_is_plain(key) and _is_plain(one) for key, one in value.items())
    return isinstance(value, PLAIN)


def _as_it_is(value: Any) -> Any:
    """What stays as it is while the value changes; what is empty is as good as not there."""
    if isinstance(value, dict):
        return {key: kept for key, one in value.items() if (kept := _as_it_is(one)) != {}}
    return tuple(value) if isinstance(value, list) else copy(value)


def _remembered(window: Window) -> dict[str, Any]:
    found: dict[str, Any] = {}
    done = {id(window.desk), id(window.work)}
    todo: list[tuple[str, Any]] = [("window", window)]
    while todo:
        name, one = todo.pop()
        done.add(id(one))
        for key, value in vars(one).items():
            path, kind = f"{name}.{key}", type(value)
            if path in IGNORED or key.startswith("__"):
                continue
            if _is_plain(value):
                found[path] = _as_it_is(value)
                continue
            found[path] = kind.__qualname__
            ours = kind.__module__.startswith(OURS) and not kind.__module__.startswith(FOREIGN)
            gone = isinstance(value, QObject) and not isValid(value)
            ours = ours and not isinstance(value, PASSING)
            if ours and not gone and id(value) not in done and hasattr(value, "__dict__"):
                todo.append((path, value))
    return found


def seen(window: Window) -> Seen:
    """What a window is like now."""
    parts: list[tuple[Any, ...]] = [("", window.width(), window.height(), window.windowTitle())]

    def go(one: QObject, path: str) -> None:
        for child in one.children():
            if isinstance(child, PASSING):
                continue
            name = f"{path}/{type(child).__name__}#{child.objectName()}"
            parts.append((name, *_part(child)))
            out_of_sight = isinstance(child, QWidget) and child.isHidden()
            if not out_of_sight and not isinstance(child, QTabBar):
                go(child, name)

    go(window, "")
    return Seen(sorted(parts, key=repr), _remembered(window))
