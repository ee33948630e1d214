"""The board of hypotheses in the smallest window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from tests.ui.conftest import MakeDesk, OpenMap


@pytest.mark.parametrize("language", ["en", "ru"])
def test_all_columns_and_their_heads_are_seen_in_the_smallest_window(
    make_desk: MakeDesk, open_map: OpenMap, qtbot: QtBot, language: str
) -> None:
    window = open_map(make_desk(language=language))
    window.resize(1024, 700)
    dialog = window.bench.improving.dialog()
    dialog.show()
    qtbot.wait(1)
    area = next(one for one in dialog.findChildren(QScrollArea) if one.widget() is dialog.board)
    assert area.horizontalScrollBar().maximum() == 0
    for column in dialog.board.columns:
        title = column.title
        assert title.width() >= title.sizeHint().width(), title.text()
        seen = QRect(title.mapTo(area.viewport(), title.rect().topLeft()), title.size())
        assert area.viewport().rect().contains(seen)
    assert dialog.board.add.accessibleName()
    dialog.resize(1480, 900)
    assert dialog.board.add.text() == dialog.board.add.accessibleName()
    dialog.close()


def test_with_large_letters_the_first_column_is_not_cut(
    make_desk: MakeDesk, open_map: OpenMap, qtbot: QtBot
) -> None:
    desk = make_desk()
    desk.settings.font_size = 18
    desk.dress()
    window = open_map(desk)
    window.resize(1024, 700)
    dialog = window.bench.improving.dialog()
    dialog.show()
    qtbot.wait(1)
    area = next(one for one in dialog.findChildren(QScrollArea) if one.widget() is dialog.board)
    assert area.horizontalScrollBar().value() == 0
    dialog.close()
