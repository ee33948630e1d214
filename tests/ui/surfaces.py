"""Every surface of the program, one after the other, for tests that look at each of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from cjm_desktop.journey.records import (
    Barrier,
    Card,
    Department,
    Feeling,
    JourneyMap,
    Lane,
    Opportunity,
    Persona,
    Stage,
    Step,
    Touchpoint,
)
from cjm_desktop.ui.window import Window

Look = Callable[[str, "Window | QDialog"], None]
"""Told the name of what is seen now, and what it is in."""
CHOSEN = (
    JourneyMap, Stage, Step, Lane, Card, Touchpoint, Feeling, Barrier, Opportunity, Persona,
    Department,
)  # fmt: skip
MOST_WORDS = (JourneyMap, Stage, Opportunity)
DIALOGS = (
    "edit.settings", "help.keys", "help.about", "help.guide", "map.lanes", "map.personas",
    "map.hypotheses", "map.matrix", "file.print", "file.picture", "file.template",
)  # fmt: skip
SLOW = ("help.guide", "file.print", "file.picture")
"""Dialogs that draw much."""
TABLE = "Stage\tBuying\tUsing\nBarrier\tToo dear\tToo slow\n"


def settle(rounds: int = 4) -> None:
    """Let layouts and what they put off come to rest."""
    for _ in range(rounds):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, 0)


def of_window(window: Window, look: Look, *, brief: bool = False) -> None:
    """The bars, the panels and the layouts of a window that shows a map.

    Args:
        brief: only those that have the most words.
    """
    work = window.work
    assert work is not None
    window.commands["view.inspector"].setChecked(True)
    window.bench.views.show_panels()
    for kind in MOST_WORDS if brief else CHOSEN:
        found = work.journey.all(kind)
        if kind in (Persona, Department) and found:
            window.bench.inspector.show_record(found[0].id)
        elif kind is JourneyMap or found:
            work.canvas.select(() if kind is JourneyMap else (found[0].id,))
        settle()
        look(f"chosen {kind.__name__}", window)
    layouts = ("view.table", "view.outline", "view.beside", "view.both", "view.map")
    for command in () if brief else layouts:
        window.commands[command].trigger()
        settle()
        look(command, window)
    for command in ("edit.find", "help.commands", "edit.history", "edit.compare"):
        window.commands[command].trigger()
        settle()
        look(command, window)
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
        settle()
    with_sketch(window, look)


def with_sketch(window: Window, look: Look) -> None:
    """The sketch, beside the inspector too."""
    window.commands["view.sketch"].trigger()
    settle()
    look("sketch", window)
    window.bench.views.show_inspector(shown=True)
    settle()
    look("sketch and inspector", window)
    pane = window.bench.sketch.pane
    assert pane is not None
    pane.help_button.click()
    settle()
    look("signs of the sketch", window)
    pane.help_button.click()

    def paste() -> None:
        data = QMimeData()
        data.setText(TABLE)
        pane.pasting.take(data, ask=True)

    asked(paste, "paste preview", look)
    window.bench.sketch.close()
    settle()


def of_dialogs(window: Window, look: Look, dialogs: tuple[str, ...] = DIALOGS) -> None:
    """Every dialog over a window that shows a map."""
    for command in dialogs:
        asked(window.commands[command].trigger, command, look)


def asked(do: Callable[[], object], name: str, look: Look) -> None:
    """Do what opens a dialog, look at it and close it."""
    seen: list[str] = []

    def inside() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog), name
        try:
            settle()
            look(name, dialog)
            seen.append(name)
        finally:
            dialog.reject()

    QTimer.singleShot(0, inside)
    do()
    assert seen == [name], f"{name} opened no dialog"
