"""A map is born on the first page, saved and printed on the wall, by mouse and keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from cjm_desktop.storage import reader
from cjm_desktop.ui.export.dialog import ExportDialog
from cjm_desktop.ui.start.cards import CardList
from tests.poster import made
from tests.walk.opened import Opened
from tests.x11.conftest import Start
from tests.x11.screen import Point, Program, Screen, soon, until

pytestmark = pytest.mark.x11

ENGLISH = "en_US.UTF-8"


class Desk:
    """The program on its screen, and its twin in this process that tells where things are."""

    def __init__(self, screen: Screen, program: Program, twin: Opened) -> None:
        self.screen, self.program, self.twin = screen, program, twin

    def click(self, title: str, at: QPoint) -> None:
        """Click in the program's window of a title, where the twin has the thing."""
        origin = self.program.window(title)
        self.screen.click(Point(origin.x + at.x(), origin.y + at.y()))

    def click_until_seen(self, at: QPoint, title: str) -> None:
        """Click on the first page, again where it had no ears yet, until a window is seen."""

        def seen() -> bool:
            if not self.program.has_window(title):
                self.click("CJM Desktop$", at)
            return self.program.has_window(title)

        until(seen, title)

    def save_as(self, title: str, path: Path) -> None:
        """Type a path into a file dialog."""
        self.program.window(title)
        self.screen.write(str(path))
        self.screen.keys("Return")
        until(path.exists, f"{path.name} to be written")

    def save_poster(self, path: Path) -> bytes:
        """Press the key that saves in the export dialog, and type where to."""

        def asked() -> bool:
            # It cannot be pressed before the preview has been drawn. A question that is on its way
            # must not be answered by pressing again.
            self.screen.keys("ctrl+s")
            return soon(lambda: self.program.has_window("^Save the file"))

        until(asked, "the question where to save")
        self.save_as("^Save the file", path)
        return path.read_bytes()


def middle(widget: QWidget, window: QWidget) -> QPoint:
    return widget.mapTo(window, widget.rect().center())


def card(window: QWidget, key: str) -> QPoint | None:
    """The middle of a template's card on the first page, once it is there."""
    for cards in window.findChildren(CardList):
        for row, one in enumerate(cards.cards.cards):
            if one.key == key:
                rect = cards.visualRect(cards.cards.index(row))
                return cards.viewport().mapTo(window, rect.center())
    return None


def test_from_the_first_page_to_the_wall(
    qapp: QApplication, screen: Screen, start: Start, tmp_path: Path
) -> None:
    program = start(ENGLISH)
    with Opened(qapp, tmp_path / "twin", language="en") as twin:
        desk = Desk(screen, program, twin)
        screen.keep("first-page")
        twin.wait(lambda: card(twin.window, "b2b"))
        at = card(twin.window, "b2b")
        assert at is not None
        twin.window.files.new("b2b")
        title = twin.journey.document.title
        desk.click_until_seen(at, f"^{title}.* - CJM Desktop")

        file = tmp_path / "born.cjm"
        screen.keys("ctrl+s")
        desk.save_as("^Save as", file)
        assert reader.read(file).journey.document.title == title

        program.window(f"^{title}.* - CJM Desktop")
        screen.keys("ctrl+p")
        program.window("^Poster and export")
        pdf = desk.save_poster(tmp_path / "wall.pdf")
        assert made.size_mm(pdf) == pytest.approx((1189, 841), abs=0.1)

        dialog = ExportDialog(twin.work, twin.desk, "wall", twin.window)
        dialog.show()
        qapp.processEvents()
        at = middle(dialog.purposes.buttons["sheets"], dialog)
        desk.click("^Poster and export", at)
        screen.keep("sheets")
        pdf = desk.save_poster(tmp_path / "sheets.pdf")
        dialog.close()
        assert made.size_mm(pdf) == pytest.approx((297, 210), abs=0.1)

        program.window("^Poster and export")
        screen.keys("Escape")
        program.window(f"^{title}.* - CJM Desktop")
        screen.keys("ctrl+q")
        assert program.end() == 0
        assert program.said == ""
