"""What people do by hand, as a list for those who automate."""

from __future__ import annotations

import csv
import io
from typing import get_args

import pytest

from cjm_desktop.exchange import automation
from cjm_desktop.journey import contacts, moves, templates
from cjm_desktop.journey.records import Duration, Language
from tests.journey.conftest import map_
from tests.journey.small import Small

__all__ = ["map_"]


def test_a_row_says_who_does_what_and_what_comes_next(map_: Small) -> None:
    first = map_.card(
        "touchpoints", "a1", "Call", channel="phone", owner="Ann", starts="a form", importance=4
    )
    second = map_.card("touchpoints", "b1", "Invoice", automated=True, starts="the offer")
    moves.add_link(map_.draft, first, second, actual_wait=Duration(36, "hours"))
    for text, severity in (("busy", 2), ("late", 3)):
        map_.card("barriers", "a1", text, severity=severity)
    head, row = automation.table(map_.journey, map_.map_id, "en")
    assert dict(zip(head, row, strict=True)) == {
        "Touchpoint": "Call",
        "Stage": "A",
        "Step": "a1",
        "Owner": "Ann",
        "Channel": "Phone",
        "What starts it": "a form",
        "Next contact": "Invoice",
        "What starts the next contact": "the offer",
        "Wait for the next contact": "36 hours",
        "Wait, days": "1.5",
        "Importance, 1 to 5": "4",
        "Worst barrier": "loses the customer",
        "Barriers there": "busy; late",
    }
    assert automation.table(map_.journey, map_.map_id, "ru")[1][9] == "1,5"
    (data,) = automation.as_data(map_.journey, map_.map_id)
    assert (data["id"], data["next"]["id"], data["severity"]) == (first, second, 3)
    assert data["wait"] == {"value": 36, "unit": "hours", "low": None, "high": None}


def test_where_nothing_is_known_cells_are_empty(map_: Small) -> None:
    map_.card("touchpoints", "C", "Chat")
    _, row = automation.table(map_.journey, map_.map_id, "en")
    assert row == ("Chat", "C", *[""] * 11)
    (data,) = automation.as_data(map_.journey, map_.map_id)
    assert (data["step_id"], data["next"], data["wait"], data["barriers"]) == (None, None, None, [])


@pytest.mark.parametrize("days", [1000, 0.5])
def test_days_are_numbers_to_a_spreadsheet(map_: Small, days: float) -> None:
    first = map_.card("touchpoints", "a1", "Call")
    moves.add_link(map_.draft, first, map_.card("touchpoints", "b1"), planned_wait=Duration(days))
    assert float(automation.table(map_.journey, map_.map_id, "en")[1][9]) == days
    said = automation.table(map_.journey, map_.map_id, "ru")[1][9]
    assert float(said.replace(",", ".")) == days


@pytest.mark.parametrize("language", get_args(Language))
def test_the_sample_is_listed_in_the_order_of_its_worth(language: Language) -> None:
    journey = templates.make("sample-b2b", language)
    map_id = journey.maps()[0].id
    text = automation.as_text(journey, map_id, language, "csv").removeprefix("\ufeff")
    head, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert len(head) == len(automation.COLUMNS)
    assert [row[0] for row in rows] == [
        one.contact.text for one in contacts.by_hand(journey, map_id)
    ]
