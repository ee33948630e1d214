"""The settings page: what is chosen on it holds at once, for new maps and for folders too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from cjm_desktop.ui import choosing
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.dialogs.settings import SettingsDialog
from cjm_desktop.ui.export.dialog import ExportDialog
from cjm_desktop.ui.spelling.spelling import Spelling
from tests.ui.clipping import clipped
from tests.ui.conftest import MakeDesk, OpenMap, work_of
from tests.ui.spelling.test_spelling_ui import Lists


class Without(Lists):
    """A machine on which pyenchant is missing."""

    def __init__(self, missing: Any) -> None:
        self.missing = missing
        self.languages = ()  # type: ignore[assignment]


def settings_of(desk: Desk, qtbot: QtBot) -> SettingsDialog:
    made = SettingsDialog(desk, desk.windows[0])
    qtbot.addWidget(made)
    made.show()
    return made


def test_new_maps_begin_as_it_was_chosen(desk: Desk, qtbot: QtBot) -> None:
    desk.spelling = Spelling(desk.settings, Lists(), desk)
    window = desk.new_window()
    page = settings_of(desk, qtbot)
    at = page.new_maps.template.findText("Quick sketch")
    page.new_maps.template.activated.emit(at if at >= 0 else 6)
    assert desk.settings.template == "sketch"
    page.new_maps.language.buttons["ru"].click()
    page.new_maps.paper.buttons["Letter"].click()
    page.new_maps.automatic.click()
    assert not desk.settings.automatic
    window.commands["file.new"].trigger()
    other = work_of(desk.windows[-1])
    assert other.journey.document.language == "ru"
    assert len(other.journey.stages(other.map_id)) > 1
    export = ExportDialog(other, desk, "wall", desk.windows[-1])
    qtbot.addWidget(export)
    assert [export._remembered(one).tiles for one in ("sheets", "handout")] == ["Letter", "Letter"]
    assert export._remembered("handout").size == "Letter"
    export.done(0)
    # A template that is gone does not keep one from a new map.
    desk.settings.template = "nonsense"
    desk.windows[-1].commands["file.new"].trigger()
    assert len(desk.windows) == 2


def test_folders_are_chosen_opened_and_forgotten(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.spelling = Spelling(desk.settings, Without("package"), desk)
    desk.new_window()
    page = settings_of(desk, qtbot)
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    monkeypatch.setattr(choosing, "folder", lambda *_: tmp_path / "Карты")
    page.folders.maps.go.click()
    page.folders.exports.go.click()
    page.folders.own.go.click()
    assert desk.settings.maps_place() == desk.settings.exports_place() == tmp_path / "Карты"
    assert [Path(one.toLocalFile()) for one in opened] == [desk.home.folder]
    desk.settings.folder = str(tmp_path)
    page.folders.maps.forget.click()
    assert desk.settings.maps_place() == tmp_path
    assert page.folders.maps.path.text() == "The folder used last"
    how = page.words.how.text()  # for somebody who has no command line to install with
    assert "pip" not in how
    assert "guide" in how
    assert not page.words.own.isVisible()


def test_spelling_is_chosen_and_own_words_are_kept(desk: Desk, qtbot: QtBot) -> None:
    desk.spelling = spelling = Spelling(desk.settings, Lists(), desk)
    spelling.wait()
    desk.new_window()
    page = settings_of(desk, qtbot)
    assert not page.words.how.isVisible()
    page.words.own.setPlainText("Вильо\n\n  SLA-шка ")
    assert desk.settings.own_words == ("SLA-шка", "Вильо")
    assert spelling.speller is not None
    assert spelling.speller.is_own("вильо")
    page.words.languages["ru"].click()
    spelling.wait()
    assert spelling.languages == ("en",)
    page.words.languages["en"].click()
    assert not desk.settings.spelling
    assert spelling.speller is None
    assert not page.words.own.isVisible()


def test_the_largest_text_has_room_as_soon_as_it_is_chosen(
    make_desk: MakeDesk, open_map: OpenMap, qtbot: QtBot
) -> None:
    desk = make_desk(language="ru")
    desk.spelling = Spelling(desk.settings, Lists(), desk)
    window = open_map(desk)
    page = settings_of(desk, qtbot)
    page.interface.text_size.setValue(18)
    qtbot.waitUntil(lambda: not list(clipped(page)) and not list(clipped(window)))
    assert page.height() <= window.height()
    groups = (page.interface, page.new_maps, page.folders, page.words)
    shown = {one.x() for group in groups for one in group._controls if one.isVisible()}
    assert len(shown) == 1, "controls of all groups begin at the same place"
