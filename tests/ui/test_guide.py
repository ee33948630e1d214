"""The guide in the program: every part of it, in both languages, with links that lead somewhere."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjm_desktop import assets
from cjm_desktop.ui.dialogs.guide import PICTURE, GuideDialog, anchor, parts
from tests.ui.conftest import MakeDesk

LANGUAGES = ["en", "ru"]


def guide(language: str) -> str:
    return assets.path("guide", f"{language}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_the_guide_is_there(language: str) -> None:
    text = guide(language)
    found = parts(text)
    assert len(found) >= 4
    begun = text.index(found[0].text)
    assert "\n\n".join(one.text for one in found).split() == text[begun:].split()
    # What is shown before the first part are its links only.
    assert "](#" in text[:begun]


def test_both_guides_have_the_same_parts() -> None:
    english, russian = (parts(guide(language)) for language in LANGUAGES)
    assert len(english) == len(russian)
    for one, other in zip(english, russian, strict=True):
        heads = [len(re.findall(r"^#+ ", part.text, re.MULTILINE)) for part in (one, other)]
        assert heads[0] == heads[1], one.title


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_somewhere(language: str) -> None:
    known = {name for part in parts(guide(language)) for name in part.anchors}
    wanted = re.findall(r"\]\(#([^)]+)\)", guide(language))
    assert wanted
    assert [one for one in wanted if one not in known] == []


def test_signs_of_code_are_no_headings() -> None:
    (only,) = parts("# T\n\n## A\n\n```\n## not one\n```\n\n### B\n")
    assert only.anchors == {"a", "b"}
    assert anchor("Maps as JSON") == "maps-as-json"


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_read_from_the_help_menu(make_desk: MakeDesk, qtbot: QtBot, language: str) -> None:
    window = make_desk(language=language).new_window()
    dialog = GuideDialog(language, window)
    qtbot.addWidget(dialog)
    dialog.show()
    titles = [dialog.contents.item(row).text() for row in range(dialog.contents.count())]
    assert titles == [one.title for one in parts(guide(language))]
    for row, title in enumerate(titles):
        dialog.contents.setCurrentRow(row)
        assert dialog.page.toPlainText().startswith(title)
        # A long page is laid out in several rounds of the loop.
        qtbot.waitUntil(lambda: not dialog.page.horizontalScrollBar().isVisible())
    dialog.follow(QUrl(f"#{anchor(titles[0])}"))
    assert dialog.contents.currentRow() == 0
    assert QApplication.activeModalWidget() is None
    dialog.reject()


def test_the_pictures_are_there_small_and_shown(make_desk: MakeDesk, qtbot: QtBot) -> None:
    folder = assets.path("guide") / "pictures"
    for language in LANGUAGES:
        named = re.findall(r"!\[[^\]]+\]\(pictures/([^)]+)\)", guide(language))
        assert len(named) >= 6
        assert all(one.endswith(f".{language}.png") for one in named)
        assert all((folder / one).stat().st_size < 250_000 for one in named)
    dialog = GuideDialog("en", make_desk().new_window())
    qtbot.addWidget(dialog)
    picture = dialog.page.document().resource(
        QTextDocument.ResourceType.ImageResource.value, QUrl("pictures/table.en.png")
    )
    assert isinstance(picture, QImage)
    assert round(picture.deviceIndependentSize().width()) == PICTURE
