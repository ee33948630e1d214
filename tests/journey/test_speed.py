"""What an edit costs does not grow with the map."""

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from types import FrameType
from typing import Any

import pytest

from cjm_desktop.journey import moves, rules
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Card, Feeling, JourneyMap, Participation, Persona, Record
from tests.counting import calls
from tests.journey.big import big_journey

Edit = Callable[[Draft], object]


def move_card(draft: Draft) -> None:
    card = draft.journey.get(Card, "card3")
    moves.move_card(draft, card.id, card.lane_id, "stage2", "step5", 0)


EDITS: dict[str, Edit] = {
    "text": lambda draft: moves.set_fields(draft, "card3", text="new"),
    "move a card": move_card,
    "add a card": lambda draft: moves.add_card(draft, "lane0", "stage2", "step5", "new"),
    "drop a card": lambda draft: moves.drop(draft, "card3"),
    "feeling": lambda draft: moves.set_feeling(draft, "lane3", "stage2", "step5", 1.5),
    "move a lane": lambda draft: moves.move_lane(draft, "lane3", 0),
    "title": lambda draft: moves.set_fields(draft, "stage2", title="new"),
}


def cost(journey: Journey, edit: Edit) -> int:
    """Calls for a draft with one edit, and its check."""

    def work() -> None:
        draft = Draft(journey)
        edit(draft)
        rules.check(draft)

    work()  # lists that are in order already stay so
    return calls(work)


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_does_the_same_work_on_a_large_map(name: str) -> None:
    # As many cards in each cell, ten times as many cells.
    small, large = big_journey(600, 12), big_journey(6000, 120)
    assert cost(large, EDITS[name]) <= 1.2 * cost(small, EDITS[name]) + 10


def test_moving_a_stage_does_not_touch_what_is_in_it() -> None:
    few, many = big_journey(200, 20), big_journey(5000, 20)
    spent = [cost(one, lambda draft: moves.move_stage(draft, "stage2", 0)) for one in (few, many)]
    assert spent[0] == spent[1]


def test_a_journey_is_there_before_anyone_asks_for_its_lists() -> None:
    records = list(big_journey(1000, 20))
    assert calls(lambda: Journey(records)) < 20


def lines(work: Callable[[], object]) -> int:
    """How many lines of Python a piece of work runs through."""
    count = 0

    def note(_frame: FrameType, event: str, _arg: object) -> Any:
        nonlocal count
        count += event == "line"
        return note

    sys.settrace(note)
    try:
        work()
    finally:
        sys.settrace(None)
    return count


def crowd(count: int) -> Iterator[Record]:
    """So many personas, each with a point at one place, a part in one stage and a role map."""
    for number in range(count):
        one = f"p{number}"
        yield Persona(id=one)
        yield JourneyMap(id=f"m{one}", general_id="map")
        yield Participation(id=f"q{one}", persona_id=one, stage_id="stage0")
        yield Feeling(id=f"f{one}", persona_id=one, lane_id="lane3", stage_id="stage0")


def test_checking_a_whole_map_costs_as_much_as_there_is_in_it() -> None:
    """However it is arranged: a hostile map is one that somebody arranged."""
    plain = list(big_journey(10, 4))
    few, many = (Journey([*plain, *crowd(count)]) for count in (50, 500))
    assert rules.check_all(few) == ()
    spent = [lines(partial(rules.check_all, one)) for one in (few, many)]
    assert spent[1] <= 12 * spent[0]


def median(work: Callable[[], object], times: int = 15) -> float:
    """Milliseconds."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return statistics.median(found) * 1000


@pytest.mark.benchmark
def test_a_fork_costs_as_much_as_copying_a_few_dictionaries() -> None:
    journey = big_journey()
    plain = {one.id: one for one in journey}
    assert median(journey.fork) <= 2 * 3 * median(plain.copy)


@pytest.mark.benchmark
@pytest.mark.parametrize("name", EDITS)
def test_checking_an_edit_costs_less_than_copying_a_dictionary(name: str) -> None:
    journey = big_journey()
    plain = {one.id: one for one in journey}
    draft = Draft(journey)
    EDITS[name](draft)
    assert median(lambda: rules.check(draft)) <= 2 * median(plain.copy)
