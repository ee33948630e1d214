"""A desk with settings and folders of its own, and windows on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjm_desktop.document import Document
from cjm_desktop.journey import templates
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Language, Record
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.export.dialog import ExportDialog
from cjm_desktop.ui.settings import Settings
from cjm_desktop.ui.window import Window
from cjm_desktop.ui.work import Work

MakeDesk = Callable[..., Desk]


@pytest.fixture
def make_desk(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MakeDesk]:
    """Make desks that look as asked, and clear them away afterwards."""
    made: list[Desk] = []
    before = QFont(qapp.font()), QPalette(qapp.palette())

    def make(theme: str = "light", language: str = "en") -> Desk:
        settings = Settings(tmp_path / "settings.ini")
        settings.theme, settings.language = theme, language
        desk = Desk(qapp, tmp_path / "home", settings)
        made.append(desk)
        return desk

    yield make
    for desk in made:
        for window in tuple(desk.windows):
            if window.work is not None:
                window.work.saving.stop()
                window.work.document.close()
                window.leave_document()
            window.close()
        desk.translation.switch("en")
        desk.deleteLater()
    qapp.setStyleSheet("")
    qapp.setFont(before[0])
    qapp.setPalette(before[1])
    qtbot.wait(1)


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    """A desk in English, light."""
    return make_desk()


OpenMap = Callable[..., Window]


@cache
def _made(template: str, language: Language) -> tuple[Record, ...]:
    """What a template holds: filled in once, since each of hundreds of windows asks for it."""
    return tuple(templates.make(template, language))


@pytest.fixture
def open_map(qtbot: QtBot) -> OpenMap:
    """Show a new map in a window."""

    def show(desk: Desk, template: str = "sample-b2b", path: Path | None = None) -> Window:
        language: Language = "ru" if desk.language == "ru" else "en"
        document = Document.create(Journey(_made(template, language)), desk.home)
        if path is not None:
            document.save_as(path)
        window = desk.take(document)
        window.resize(1440, 900)
        qtbot.waitExposed(window)
        # The view settles in the next round of the loop.
        qtbot.wait(1)
        return window

    return show


Show = Callable[..., ExportDialog]


@pytest.fixture
def show_export(qtbot: QtBot) -> Show:
    """Show the export dialog over a window, and wait for its preview."""

    def make(window: Window, desk: Desk, purpose: str = "wall") -> ExportDialog:
        assert window.work is not None
        dialog = ExportDialog(window.work, desk, purpose, window)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: dialog.ready, timeout=20_000)
        return dialog

    return make


def work_of(window: Window) -> Work:
    """The document that a window shows."""
    assert window.work is not None
    return window.work
