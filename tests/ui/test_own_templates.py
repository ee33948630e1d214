"""Templates of one's own: saved from a map, offered, renamed and deleted on the first page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from cjm_desktop.document.shelf import TemplateShelf
from cjm_desktop.journey import templates
from cjm_desktop.ui import plain
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.dialogs.template import TemplateDialog
from cjm_desktop.ui.start.cards import CardInfo
from cjm_desktop.ui.window import Window
from tests.ui.conftest import OpenMap


@pytest.fixture
def kept(desk: Desk) -> TemplateShelf:
    """A shelf with one template."""
    sample = templates.make("sample-b2c", "ru")
    desk.shelf.keep(sample, sample.maps()[0].id, "Our way")
    return desk.shelf


def first_page(desk: Desk, qtbot: QtBot) -> Window:
    window = desk.new_window()
    window.resize(1400, 900)
    qtbot.waitExposed(window)
    # Kept templates come last of all.
    window.growing.finish()
    QApplication.processEvents()
    return window


def own(window: Window) -> list[CardInfo]:
    cards = window.start.page.right.templates.cards.cards
    return [one for one in cards if one.key.startswith("own:")]


def test_a_map_is_saved_as_a_template_with_what_was_asked_for(
    desk: Desk, open_map: OpenMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_map(desk, "sample-b2c")
    assert window.work is not None
    asked: list[str] = []

    def answer(dialog: TemplateDialog) -> int:
        field = dialog.findChild(QLineEdit)
        assert field is not None
        asked.append(field.text())
        field.clear()
        assert not dialog.go.isEnabled()
        QTest.keyClicks(field, "Our way")
        dialog.full.setChecked(True)
        dialog.go.click()
        return dialog.result()

    monkeypatch.setattr(QDialog, "exec", answer)
    window.commands["file.template"].trigger()
    assert asked == [window.work.map.title]
    (offer,) = desk.shelf.offers("en")
    assert offer.title == "Our way"
    assert "Our way" in window.banners.sentences()["template"]
    made = desk.shelf.make(offer.name, "en")
    assert len(list(made)) == len(list(window.work.journey))


def test_it_is_offered_after_the_bundled_ones_and_opens(
    desk: Desk, kept: TemplateShelf, qtbot: QtBot
) -> None:
    window = first_page(desk, qtbot)
    shown = window.start.page.right.templates.cards.cards
    assert [one.title for one in shown][-1] == "Our way"
    assert len(shown) == len(templates.TEMPLATES) + 2
    qtbot.waitUntil(lambda: window.start.pictures.waiting == 0, timeout=20_000)
    index = window.start.page.right.templates.cards.index(len(shown) - 1)
    assert index.data(Qt.ItemDataRole.UserRole + 1) is not None
    window.start.page.chose_template.emit(shown[-1].key)
    assert window.work is not None
    assert window.work.journey.document.language == "ru"
    assert window.work.journey.personas()


def test_it_is_renamed_and_deleted_from_its_menu(
    desk: Desk, kept: TemplateShelf, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = first_page(desk, qtbot)
    (card,) = own(window)
    texts = [one.text() for one in window.start.own.menu_of(card.key).actions()]
    assert texts == ["New map", "Rename…", "Delete…"]
    window.start.own.rename(card.key, "Another")
    assert [one.title for one in own(window)] == ["Another"]
    asked: list[str] = []
    answers = iter([1, 0])

    def ask(_parent: object, sentence: str, *_rest: object) -> int:
        asked.append(sentence)
        return next(answers)

    monkeypatch.setattr(plain, "ask", ask)
    window.start.page.dropped_template.emit(card.key)
    assert len(own(window)) == 1
    window.start.page.dropped_template.emit(card.key)
    assert own(window) == []
    assert kept.offers("en") == ()
    assert asked == ["Delete the template “Another”?"] * 2
    window.start.page.dropped_template.emit("b2b")
    assert len(asked) == 2
    assert window.start.own.menu_of("b2b").isEmpty()


def test_a_damaged_file_is_shown_as_such_and_says_why_it_does_not_open(
    desk: Desk, kept: TemplateShelf, qtbot: QtBot
) -> None:
    (kept.folder / "bad.json").write_text("{", encoding="utf-8")
    window = first_page(desk, qtbot)
    broken, whole = own(window)
    assert broken.missing
    assert broken.detail == "The file is damaged"
    assert not whole.missing
    texts = [one.text() for one in window.start.own.menu_of(broken.key).actions()]
    assert texts == ["Delete…"]
    window.start.page.chose_template.emit(broken.key)
    assert window.work is None
    assert "damaged" in " ".join(window.banners.sentences().values())
