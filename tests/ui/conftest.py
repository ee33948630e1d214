"""A desk with settings and folders of its own, and windows on it.

`desk` (or `make_desk` for another look) and `open_map` give each test a window as new: mostly the
one of the test before with another document in it, which costs a third. See `tests.ui.kept`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjm_desktop.document import Document
from cjm_desktop.journey import templates
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.memo import Memo
from cjm_desktop.journey.records import Language, Record
from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.ui.canvas import sheet
from cjm_desktop.ui.canvas.sheet import Sheet
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.export.dialog import ExportDialog
from cjm_desktop.ui.look import Look
from cjm_desktop.ui.settings import Settings
from cjm_desktop.ui.window import Window
from cjm_desktop.ui.work import Work
from tests.ui.kept import Kept
from tests.ui.kept import Look as Wear

MakeDesk = Callable[..., Desk]


KEPT = Kept()
LITTER = 24


@pytest.fixture(scope="session", autouse=True)
def _litter() -> Iterator[None]:
    """Look for the litter of closed maps less often: beside all the tests it takes a while."""
    usual, sheet.LITTER = sheet.LITTER, LITTER
    yield
    sheet.LITTER = usual


@pytest.fixture
def make_desk(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MakeDesk]:
    """Make desks that look as asked, and clear them away afterwards.

    The first of a test may be the one of the test before, with its window: see `tests.ui.kept`.
    """
    made: list[Desk] = []

    def make(theme: str = "light", language: str = "en") -> Desk:
        if made:
            settings = Settings(tmp_path / "settings.ini")
            settings.theme, settings.language = theme, language
            desk = Desk(qapp, tmp_path / "home", settings)
        else:
            desk = KEPT.desk(qapp, Wear(theme, language), tmp_path)
        made.append(desk)
        return desk

    yield make
    for desk in made:
        KEPT.keep(desk)
        if len(made) > 1:
            KEPT.drop()
    qtbot.wait(1)


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(nextitem: pytest.Item | None) -> None:
    """Close the window that is kept where the next test does not open one."""
    if "open_map" not in getattr(nextitem, "fixturenames", ()):
        KEPT.drop()


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    """A desk in English, light."""
    return make_desk()


OpenMap = Callable[..., Window]


@cache
def _made(template: str, language: Language) -> tuple[Record, ...]:
    """What a template holds: filled in once, since each of hundreds of windows asks for it."""
    return tuple(templates.make(template, language))


_LAID: dict[tuple[str, Look], Drawing] = {}


def _laid(template: str, document: Document, look: Look) -> Drawing:
    """A new map laid out ahead, as where the program is started with its file: once for each look.

    What the layout keeps for the next drawing is each window's own.
    """
    case = template, look
    if case not in _LAID:
        sheet = Sheet(document, document.journey.maps()[0].id, look, lambda _: None)
        sheet.close()
        _LAID[case] = sheet.settled
    memo = _LAID[case].memo
    assert isinstance(memo, Memo)
    return replace(_LAID[case], cells=_LAID[case].cells.copy(), memo=memo.fork())


@pytest.fixture
def open_map(qtbot: QtBot) -> OpenMap:
    """Show a new map in a window."""

    def show(desk: Desk, template: str = "sample-b2b", path: Path | None = None) -> Window:
        language: Language = "ru" if desk.language == "ru" else "en"

        def shown(window: Window | None) -> Window:
            document = Document.create(Journey(_made(template, language)), desk.home)
            if path is not None:
                document.save_as(path)
            window = desk.take(document, window, _laid(template, document, desk.look()))
            window.resize(1440, 900)
            qtbot.waitExposed(window)
            # The view settles in the next round of the loop.
            qtbot.wait(1)
            return window

        return KEPT.open(desk, f"{template} {path}", shown)

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
