"""What a window's first picture did without, made after it in steps between which it answers."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from cjm_desktop.ui.window import Window

PAGE = (
    "ui.plain", "ui.icons", "ui.controls", "ui.keyhints", "ui.statusbar", "ui.stylesheet",
    "ui.start.cards", "ui.start.page", "ui.start.desk",
)  # fmt: skip
ORDERS = (
    "ui.registry", "ui.actions", "ui.calling.inmenus", "ui.calling.verbs", "ui.merging.verbs",
    "ui.recovery.verbs", "ui.verbs.closing", "ui.verbs.file_lists", "ui.verbs.files",
    "ui.verbs.frame", "ui.verbs.neighbours", "ui.verbs.troubles", "ui.orders",
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
        window = self._window
        window.desk.seen.emit()
        yield
        if window.bones is not None:
            yield from self._page()
        window.take_icon()
        yield from _loaded(ORDERS)
        commands = window.orders.commands
        # A map that is shown already has said which of them make sense.
        if window.work is None:
            commands.enable(has_map=False)
        window.seen = True
        if window.desk.mishaps is not None:
            window.desk.mishaps.tell_of_last_run(window)
        yield
        if window.work is None:
            yield from _loaded(REST)
        if window.work is None:
            window.start.refresh_rest()

    def _page(self) -> Iterator[None]:
        """The first page in the place of its bones; a map may have come before it."""
        window = self._window
        yield from _loaded(PAGE)
        for make in (window.desk.furnish, lambda: window.status, lambda: window.page):
            make()
            yield
        if window.work is None:
            window.show_first_page()
            yield

    def hear(self, event: QKeyEvent) -> None:
        """Do what a key asks that was pressed before the window was complete."""
        from PySide6.QtGui import QKeySequence
        from PySide6.QtWidgets import QApplication

        self.finish()
        pressed = QKeySequence(event.keyCombination())
        for action in self._window.actions():
            if pressed in action.shortcuts() and action.isEnabled():
                action.trigger()
                return
        focused = self._window.focusWidget()
        if focused is not None:
            QApplication.sendEvent(focused, event)


def _loaded(names: tuple[str, ...]) -> Iterator[None]:
    for name in names:
        importlib.import_module(f"cjm_desktop.{name}")
        yield
