"""A window that shows a map as a table, and hands for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.tables import HEADS, Place
from cjm_desktop.ui.tabular.layout import TableLayout
from cjm_desktop.ui.tabular.view import TableView
from cjm_desktop.ui.window import Window
from tests.ui.conftest import MakeDesk, OpenMap, work_of

NONE = Qt.KeyboardModifier.NoModifier


class Table:
    """Types into a table, and looks at what came of it."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.work = work_of(window)
        shown = window.bench.layouts.shown
        assert isinstance(shown, TableLayout)
        self.deeds = shown.deeds
        self.view: TableView = shown.widget

    @property
    def journey(self) -> Journey:
        """The records as the document has them."""
        return self.work.journey

    def row(self, holds: str) -> int:
        """The row of a kind of lane."""
        lanes = self.view.source.table.lanes
        return HEADS + next(index for index, one in enumerate(lanes) if one.holds == holds)

    def at(self, row: int, column: int) -> None:
        """Stand in a cell."""
        self.view.go(Place(row, column))
        QApplication.processEvents()

    @property
    def _field(self) -> QWidget:
        """What takes the keys: the editor that is open, or the table."""
        # A question that was asked may have left no window active: no key would be a command.
        self.view.window().activateWindow()
        QApplication.processEvents()
        field = QApplication.focusWidget()
        if field is not None and self.view.isAncestorOf(field):
            return field
        self.view.setFocus()
        return self.view

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(self._field, key, held)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Write: the first letter is a key, the rest comes at once."""
        QTest.keyClicks(self._field, text[:1])
        field = QApplication.focusWidget()
        if isinstance(field, QPlainTextEdit):
            field.insertPlainText(text[1:])

    def ids(self, row: int, column: int) -> tuple[str, ...]:
        """Whose words stand in a cell."""
        return self.view.source.content(row, column).ids

    def texts(self, row: int, column: int) -> list[str]:
        """The lines of a cell."""
        return [one.text for one in self.view.source.content(row, column).lines]

    @property
    def editor(self) -> QPlainTextEdit:
        """The field in which a cell is written."""
        field = QApplication.focusWidget()
        assert isinstance(field, QPlainTextEdit)
        return field

    def steps(self) -> int:
        """How many steps the history has."""
        return len(self.work.document.history())

    def undo_name(self) -> str:
        """What undo would take back."""
        step = self.work.document.undo_step
        return step.name("en") if step is not None else ""


@pytest.fixture
def show(make_desk: MakeDesk, open_map: OpenMap, qtbot: QtBot) -> Callable[..., Table]:
    """Show a new map as a table."""

    def shown(template: str = "sample-b2b", language: str = "en") -> Table:
        window = open_map(make_desk(language=language), template)
        window.commands["view.table"].trigger()
        qtbot.wait(1)
        return Table(window)

    return shown
