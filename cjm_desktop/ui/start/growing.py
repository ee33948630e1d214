"""What a window's first picture did without, made after it in steps between which it answers."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from cjm_desktop.ui.start.bones import Bones

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from cjm_desktop.ui.start.mapbones import MapBones
    from cjm_desktop.ui.window import Window

PAGE = (
    "ui.plain", "ui.icons", "ui.controls", "ui.keyhints", "ui.statusbar", "ui.stylesheet",
    "ui.start.cards", "ui.start.page", "ui.start.desk",
)  # fmt: skip
ORDERS = (
    "ui.registry", "ui.actions", "ui.calling.inmenus", "ui.calling.verbs", "ui.merging.verbs",
    "ui.recovery.verbs", "ui.dialogs.frame", "ui.worker", "ui.patience", "ui.verbs.closing",
    "ui.verbs.file_lists", "ui.verbs.files",
    "ui.verbs.frame", "ui.verbs.neighbours", "ui.verbs.troubles", "ui.orders",
)  # fmt: skip
SETTLING = 2
"""Rounds of the loop until a canvas has found its place."""
BENCH = (
    "ui.canvas.view", "ui.inspector.fields", "ui.inspector.dock", "ui.work", "ui.verbs.edits",
    "ui.verbs.improving", "ui.verbs.roles", "ui.bench",
)  # fmt: skip
REST = (
    "journey.records", "journey.journey", "storage.contents", "storage.history",
    "storage.publish", "storage.reader", "document", "layout.text", "layout.pieces",
    "layout.context", "layout.page", "layout", "ui.start.pictures",
)  # fmt: skip
"""Parts of the program in the order in which they are loaded, one at a time."""


class Growing(QObject):
    """Completes one window.

    Args:
        window: which has been painted once.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._steps = self._all()
        self._next = QTimer(self)
        self._next.timeout.connect(self._step)
        self._next.start()

    def _step(self) -> None:
        if next(self._steps, self) is self:
            self._next.stop()

    def finish(self) -> None:
        """Make all that is still to be made, now."""
        self._next.stop()
        for _ in self._steps:
            pass

    def _all(self) -> Iterator[None]:
        parts = self._first, self._loads, self._second, self._stands, self._complete, self._rest
        for part in parts:
            try:
                yield from part()
            except Exception:  # noqa: BLE001 - reported; what comes after it must still be made
                sys.excepthook(*sys.exc_info())

    def _first(self) -> Iterator[None]:
        self._window.desk.seen.emit()
        yield
        if isinstance(self._window.bones, Bones):
            yield from self._page()

    def _loads(self) -> Iterator[None]:
        yield from _loaded(ORDERS)

    def _second(self) -> Iterator[None]:
        bones = self._window.bones
        if bones is not None and not isinstance(bones, Bones):
            yield from self._map(bones)

    def _stands(self) -> Iterator[None]:
        """No bones stay up, whatever went wrong: at least there is the first page."""
        bones = self._window.bones
        if bones is not None:
            self._window.show_first_page()
            if not isinstance(bones, Bones):
                bones.document.close()
        yield

    def _complete(self) -> Iterator[None]:
        window = self._window
        window.seen = True
        window.take_icon()
        commands = window.orders.commands
        # A map that is shown already has said which of them make sense.
        if window.work is None:
            commands.enable(has_map=False)
        if window.desk.mishaps is not None:
            window.desk.mishaps.tell_of_last_run(window)
        yield

    def _rest(self) -> Iterator[None]:
        window = self._window
        if window.work is None:
            yield from _loaded(REST)
        if window.work is None:
            window.start.refresh_rest()

    def _page(self) -> Iterator[None]:
        """The first page in the place of its bones; a map may have come before it."""
        window = self._window
        yield from _loaded(PAGE)
        with _still(window):
            for make in (window.desk.furnish, lambda: window.status, lambda: window.page):
                make()
                yield
            if window.work is None:
                window.show_first_page()
        yield

    def _map(self, bones: MapBones) -> Iterator[None]:
        """The canvas in the place of its picture, and all that is round it."""
        window = self._window
        yield from _loaded(BENCH)
        with _still(window):
            for make in (window.desk.furnish, lambda: window.status, lambda: window.orders):
                make()
                yield
            window.desk.take(bones.document, window, bones.take_drawing())
            window.orders.recovery.tell_of_survivors()
            for _ in range(SETTLING):
                yield

    def then(self, do: Callable[[], object]) -> None:
        """Make all that is still to be made, and do something with it. Not in the midst of it."""

        def done() -> None:
            self.finish()
            do()

        QTimer.singleShot(0, self, done)

    def hear(self, event: QKeyEvent) -> None:
        """Do what a key asks that was pressed before the window was complete."""
        from PySide6.QtGui import QKeySequence
        from PySide6.QtWidgets import QApplication

        had_it = self._window.focusWidget()
        self.finish()
        pressed = QKeySequence(event.keyCombination())
        for action in self._window.actions():
            if pressed in action.shortcuts() and action.isEnabled():
                action.trigger()
                return
        focused: QWidget | None = self._window.focusWidget()
        # What had the key and passed it on has done with it what it does.
        if focused is not None and focused is not had_it:
            QApplication.sendEvent(focused, event)


@contextmanager
def _still(window: Window) -> Iterator[None]:
    """The first picture stays as it is meanwhile; what takes its place is painted once, after."""
    window.setUpdatesEnabled(False)
    try:
        yield
    finally:
        window.setUpdatesEnabled(True)


def _loaded(names: tuple[str, ...]) -> Iterator[None]:
    for name in names:
        importlib.import_module(f"cjm_desktop.{name}")
        yield
