"""Rows of stages in the export dialog: offered where a map gains by them, and never by force."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from cjm_desktop.poster import RowChoice
from cjm_desktop.ui.export.choices import Choices, remembered, to_keep
from cjm_desktop.ui.export.sizing import Sizing
from cjm_desktop.ui.look import Look

LONG = (RowChoice(1, 11.0, 1.2), RowChoice(2, 20.0, 2.1), RowChoice(3, 18.0, 1.9))
SHORT = (RowChoice(1, 24.0, 1.2), RowChoice(2, 16.0, 0.8))


@pytest.fixture
def sizing(qtbot: QtBot) -> Sizing:
    made = Sizing()
    qtbot.addWidget(made)
    made.say("en")
    made.show_choices(Choices())
    return made


def test_a_long_map_is_offered_rows_and_takes_them(sizing: Sizing) -> None:
    sizing.show_rows(LONG)
    assert not sizing.rows.isHidden()
    assert sizing.gain.text() == "In 2 rows the text reads from 2.1 m instead of 1.2."
    assert sizing.rows.count() == 3
    assert "2.1" in sizing.rows.itemText(1)
    sizing.rows.setCurrentIndex(1)
    sizing.rows.activated.emit(1)
    assert sizing.choices.rows == 2
    assert sizing.choices.job("map", Look()).stage_rows == 2
    sizing.show_choices(sizing.choices)
    sizing.show_rows(LONG)
    assert sizing.rows.currentData() == "2"
    assert sizing.gain.isHidden()


def test_a_short_map_is_offered_nothing(sizing: Sizing) -> None:
    sizing.show_rows(SHORT)
    assert not sizing.rows.isVisibleTo(sizing)
    sizing.show_choices(replace(Choices(), rows=4))
    sizing.show_rows(SHORT)
    assert sizing.rows.isVisibleTo(sizing)
    assert sizing.rows.currentData() == "2"


@pytest.mark.parametrize(
    "choices",
    [
        Choices(purpose="blank", size="notes", rows=2),
        Choices(purpose="handout", size="A4", rows=2),
        Choices(size="roll-914", rows=2),
        Choices(width_by_time=True, rows=2),
    ],
)
def test_what_cannot_have_rows_has_one(choices: Choices) -> None:
    assert choices.job("map", Look()).stage_rows == 1


def test_rows_are_kept_with_the_map() -> None:
    kept = to_keep(None, Choices(rows=3))
    assert remembered(kept, "wall", "en").rows == 3
    assert remembered({"wall": {"rows": 9}}, "wall", "en").rows == 1
