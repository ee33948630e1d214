"""Underlines and suggestions in the fields of the window, with a tiny word list of our own."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from cjm_desktop.journey.spelling import Dictionary, Speller, Word
from cjm_desktop.ui.preferences.words import Words
from cjm_desktop.ui.settings import Settings
from cjm_desktop.ui.spelling.enchanted import Enchanted, Missing
from cjm_desktop.ui.spelling.marked import spelled
from cjm_desktop.ui.spelling.spelling import Spelling
from cjm_desktop.ui.spelling.watch import Watch
from tests.journey.test_spelling import EN, RU
from tests.ui.conftest import MakeDesk, OpenMap, work_of


class Lists:
    """Two languages of a few words each."""

    missing: Missing = ""
    languages = ("en", "ru")
    broken: tuple[str, ...] = ()

    def load(self, languages: Sequence[str]) -> tuple[Dictionary, ...]:
        return tuple({"en": EN, "ru": RU}[one] for one in languages)


@pytest.fixture
def spelling(qapp: QApplication, tmp_path: Path) -> Iterator[Spelling]:
    parent = QObject()
    made = Spelling(Settings(tmp_path / "s.ini"), Lists(), parent)
    made.wait()
    yield made
    parent.deleteLater()


def underlined(widget: QWidget) -> list[str]:
    """The underlined words of a field, as far as its watch has come."""
    watch = widget.findChild(Watch)
    assert isinstance(watch, Watch)
    if isinstance(widget, QLineEdit):
        return [widget.text()[one.start : one.end] for one in watch.wrong]
    assert isinstance(widget, QTextEdit | QPlainTextEdit)
    marked = [one.cursor.selectedText() for one in widget.extraSelections()]
    assert len(marked) == len(watch.wrong)
    return marked


def menu_of(widget: QWidget, place: int) -> QMenu:
    """The menu of the word at a place."""
    watch = widget.findChild(Watch)
    assert isinstance(watch, Watch)
    return watch.menu_at(place)


@pytest.mark.parametrize("kind", [QTextEdit, QPlainTextEdit, QLineEdit])
def test_wrong_words_are_underlined_and_mended(
    qtbot: QtBot, spelling: Spelling, kind: type[QWidget]
) -> None:
    field = kind()
    qtbot.addWidget(field)
    spelled(field)
    assert isinstance(field, QTextEdit | QPlainTextEdit | QLineEdit)
    set_text = field.setText if isinstance(field, QLineEdit) else field.setPlainText
    set_text("😀 карта клиентт и mpa")
    told: list[object] = []
    field.textChanged.connect(lambda: told.append(1))
    field.show()
    spelling.enter(field)
    spelling.enter(field)
    assert len(field.findChildren(Watch)) == 1
    qtbot.waitUntil(lambda: underlined(field) != [], timeout=2000)
    if not isinstance(field, QLineEdit):
        assert underlined(field) == ["клиентт", "mpa"]
    assert told == []  # an underline is no edit
    menu = menu_of(field, 11)
    texts = [one.text() for one in menu.actions()]
    assert texts[: texts.index("Add to my words")] == ["карта", "клиент"]
    menu.actions()[1].trigger()
    menu.close()
    text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
    assert text == "😀 карта клиент и mpa"
    menu = menu_of(field, len(text))
    next(one for one in menu.actions() if one.text() == "Add to my words").trigger()
    menu.close()
    qtbot.waitUntil(lambda: underlined(field) == [], timeout=2000)
    menu = menu_of(field, len(text))
    next(one for one in menu.actions() if one.text() == "Remove from my words").trigger()
    menu.close()
    qtbot.waitUntil(lambda: len(underlined(field)) == 1, timeout=2000)


def test_a_word_is_not_wrong_before_it_is_written(qtbot: QtBot, spelling: Spelling) -> None:
    field = QPlainTextEdit()
    qtbot.addWidget(field)
    spelled(field)
    field.show()
    field.setFocus()
    spelling.enter(field)
    watch = field.findChild(Watch)
    assert isinstance(watch, Watch)
    QTest.keyClicks(field, "mpa")
    qtbot.wait(1)
    watch.look_again()
    qtbot.wait(20)
    assert watch.wrong == () or not field.hasFocus()
    QTest.keyClicks(field, " ")
    watch.look_again()
    qtbot.waitUntil(lambda: underlined(field) == ["mpa"], timeout=1000)


def test_switched_off_nothing_is_underlined(qtbot: QtBot, spelling: Spelling) -> None:
    field = QPlainTextEdit("mpa крата")
    qtbot.addWidget(field)
    spelled(field)
    spelling.enter(field)
    qtbot.waitUntil(lambda: underlined(field) == ["mpa", "крата"], timeout=2000)
    settings = spelling._settings
    settings.spelling_languages = ("en",)
    spelling.refresh()
    spelling.wait()
    qtbot.waitUntil(lambda: underlined(field) == ["mpa", "крата"], timeout=1000)
    settings.spelling = False
    spelling.refresh()
    qtbot.waitUntil(lambda: underlined(field) == [], timeout=1000)
    unmarked = QPlainTextEdit("mpa")
    qtbot.addWidget(unmarked)
    spelling.enter(unmarked)
    assert unmarked.findChild(Watch) is None


def test_a_card_and_the_inspector_are_checked_and_the_map_is_not_changed(
    qtbot: QtBot, make_desk: MakeDesk, open_map: OpenMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = make_desk()
    desk.spelling = Spelling(desk.settings, Lists(), desk)
    desk.spelling.wait()
    window = open_map(desk, "sketch")
    work = work_of(window)
    stage = work.journey.stages(work.map_id)[0]
    before = work.document.undo_step
    assert work.canvas.writing.open(stage.id)
    editor = work.canvas.writing.editor
    assert editor is not None
    desk._focused(None, editor)
    editor.setPlainText("mpa map")
    qtbot.waitUntil(lambda: underlined(editor) == ["mpa"], timeout=2000)
    shown: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _at: shown.append(menu))
    by_key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(2, 2), QPoint(2, 2))
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    QApplication.sendEvent(editor, by_key)
    QTest.keyClick(editor, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert ["Add to my words" in [one.text() for one in menu.actions()] for menu in shown] == [
        True,
        True,
    ]
    assert work.canvas.writing.editor is editor
    work.canvas.writing.give_up()
    assert work.document.undo_step == before


def test_the_dictionaries_of_this_machine() -> None:
    source = Enchanted()
    if importlib.util.find_spec("enchant") is None:
        assert source.missing == "package"
        pytest.skip("pyenchant is not installed")
    if source.missing:
        pytest.skip(f"pyenchant finds no {source.missing}")
    assert "en" in source.languages
    (first, *_) = source.load(["en"])
    assert first.knows("customer")
    assert not first.knows("custommer")
    assert "customer" in first.suggest("custommer")


LIBRARY = """
class errors:
    class Error(Exception): pass

def list_languages():
    return ["en_US", "ru_RU"]

class Dict:
    def __init__(self, tag):
        if tag == "ru_RU":
            raise errors.Error("half a file")
    def check(self, word):
        return word == "map"
    def suggest(self, word):
        return []
"""


def test_a_dictionary_that_cannot_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make_desk: MakeDesk
) -> None:
    (tmp_path / "enchant.py").write_text(LIBRARY)
    monkeypatch.delitem(sys.modules, "enchant", raising=False)
    monkeypatch.syspath_prepend(str(tmp_path))
    desk = make_desk()
    desk.spelling.source = Enchanted()
    desk.spelling.refresh()
    desk.spelling.wait()
    sys.modules.pop("enchant")
    assert desk.spelling.speller is not None
    page = Words(desk)
    page.show()
    assert "ru_RU" in page.how.text()
    assert not page.how.isHidden()
    page.close()


def test_what_was_looked_up_is_not_looked_up_again(qtbot: QtBot, spelling: Spelling) -> None:
    asked: list[str] = []

    class Telling(Speller):
        def wrong(self, text: str) -> tuple[Word, ...]:
            asked.append(text)
            return super().wrong(text)

    spelling.speller = Telling([EN, RU])
    field = QPlainTextEdit("map\nmap map\nmpa")
    qtbot.addWidget(field)
    field.show()
    spelled(field)
    spelling.enter(field)
    qtbot.waitUntil(lambda: underlined(field) == ["mpa"], timeout=2000)
    assert asked == ["map", "map map", "mpa"]
    field.appendPlainText("map mpa")
    qtbot.waitUntil(lambda: len(asked) > 3, timeout=2000)
    assert asked[3:] == ["map mpa"]
