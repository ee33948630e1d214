"""Rows of stages in the export dialog: offered where a map gains by them, and never by force."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from cjm_desktop import poster
from cjm_desktop.journey import templates
from cjm_desktop.poster import Reach, RowChoice
from cjm_desktop.ui.export.choices import Choices, remembered, to_keep
from cjm_desktop.ui.export.earlier import Earlier
from cjm_desktop.ui.export.sizing import Sizing
from cjm_desktop.ui.look import Look

LONG = (RowChoice(1, 11.0, 1.2), RowChoice(2, 20.0, 2.12), RowChoice(3, 18.0, 1.9))
SHORT = (RowChoice(1, 24.0, 1.24), RowChoice(2, 16.0, 0.84))


@pytest.fixture
def sizing(qtbot: QtBot) -> Sizing:
    made = Sizing()
    qtbot.addWidget(made)
    made.say("en")
    made.show_choices(Choices())
    return made


def test_a_long_map_is_offered_rows_and_takes_them(sizing: Sizing) -> None:
    sizing.show_rows(LONG, 20)
    assert not sizing.rows.isHidden()
    assert sizing.gain.text() == "In 2 rows the text reads from 2.12\u00a0m instead of 1.2."
    assert sizing.rows.count() == 3
    assert "2.12 m" in sizing.rows.itemText(1)
    sizing.rows.setCurrentIndex(1)
    sizing.rows.activated.emit(1)
    assert sizing.choices.rows == 2
    assert sizing.choices.job("map", Look()).stage_rows == 2
    sizing.show_choices(sizing.choices)
    sizing.show_rows(LONG, 20)
    assert sizing.rows.currentData() == "2"
    assert "hardly" in sizing.gain.text()


def test_of_a_short_map_it_is_said_why_one_row_is_best_and_what_more_cost(sizing: Sizing) -> None:
    sizing.show_rows(SHORT, 6)
    assert sizing.rows.isVisibleTo(sizing)
    # As the figures beside it say it, and no line ends before the unit.
    assert "would be read from 0.84\u00a0m instead of 1.24" in sizing.gain.text()
    sizing.show_choices(replace(Choices(), rows=2))
    sizing.show_rows(SHORT, 6)
    assert sizing.rows.currentData() == "2"
    assert "24\u00a0pt" in sizing.gain.text()
    assert sizing.gain.property("role") == "alarm"


@pytest.mark.parametrize(
    ("more", "stages", "said"),
    [
        ({"size": "roll-914"}, 6, "roll"),
        ({"width_by_time": True}, 6, "as wide as their time"),
        ({}, 1, "one stage"),
        ({}, 20, "not tried by themselves"),
    ],
)
def test_where_no_rows_are_offered_it_is_said_why(
    sizing: Sizing, more: dict[str, Any], stages: int, said: str
) -> None:
    sizing.show_choices(Choices(**more))
    sizing.show_rows((), stages)
    assert said in sizing.gain.text()
    assert sizing.gain.isVisibleTo(sizing)
    assert sizing.rows.isVisibleTo(sizing) == (stages == 20)


def test_distance_and_sheets_that_do_not_go_together_are_said_and_either_is_a_click_away(
    sizing: Sizing,
) -> None:
    sizing.show_choices(Choices(purpose="sheets", by="distance", away=1.5, sheets=16))
    sizing.show_reach(Reach(1.5, 36, 16, 1.07))
    assert "it takes 36 sheets; on 16 it is read from 1.07\u00a0m" in sizing.unlike.text()
    assert sizing.both.buttons["distance"].text().startswith("1.5 m: 36 sheet")
    assert sizing.both.choice == "distance"
    sizing.both.buttons["sheets"].click()
    assert (sizing.choices.way, sizing.choices.sheets) == ("sheets", 16)
    sizing.show_reach(Reach(1.5, 36, 36, 1.5))
    assert not sizing.both.isVisibleTo(sizing)
    sizing.show_choices(Choices(purpose="sheets", by="size", away=1.5, sheets=16))
    sizing.show_reach(Reach(1.5, 36, 16, 1.07))
    assert not sizing.both.isVisibleTo(sizing), "neither of them says the size"


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


def test_a_choice_that_costs_distance_is_told_until_the_next_one() -> None:
    journey = templates.make("sketch", "en")
    earlier, asked = Earlier(), Choices(size="A1")
    map_id = journey.maps()[0].id

    def lost(choices: Choices) -> str:
        plan = poster.plan(journey, choices.job(map_id, Look()), with_ink=False)
        found = earlier.lost(choices, plan)
        return found.sentence("en") if found else ""

    assert not lost(asked)
    smaller = replace(asked, size="A2")
    said = lost(smaller)
    assert "pt instead of" in said
    assert "m instead of" in said
    assert lost(smaller) == said, "the window became larger"
    assert not lost(replace(smaller, theme="dark"))
    assert not lost(asked)
    assert not lost(Choices(purpose="handout", size="A4", booklet=False)), "for something else"


def test_a_tone_is_kept_with_the_map_and_printed() -> None:
    assert Choices(tone="grey").job("map", Look()).tone == "grey"
    assert remembered(to_keep(None, Choices(tone="outline")), "wall", "en").tone == "outline"
    assert remembered({"wall": {"tone": "sepia"}}, "wall", "en").tone == "colour"


def test_rows_are_kept_with_the_map() -> None:
    kept = to_keep(None, Choices(rows=3))
    assert remembered(kept, "wall", "en").rows == 3
    assert remembered({"wall": {"rows": 9}}, "wall", "en").rows == 1
