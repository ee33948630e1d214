"""Reading a map as a table grows with the map, and stays a small part of drawing it."""

from __future__ import annotations

import time
from collections.abc import Callable

from cjm_desktop import layout
from cjm_desktop.journey import tables
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.tables.branches import branches
from cjm_desktop.layout.theme import LIGHT
from tests.journey.big import big_journey


def cost(do: Callable[[], object], times: int = 3) -> float:
    """Seconds of the processor, the best of some."""
    found = []
    for _ in range(times):
        begun = time.process_time()
        do()
        found.append(time.process_time() - begun)
    return min(found)


def read(journey: Journey) -> object:
    """Read all cells, as after every edit."""
    return tables.contents(journey, "map", tables.of_map(journey, "map"))


def test_a_thousand_cards_are_read_in_a_tenth_of_their_drawing() -> None:
    journey = big_journey(1000, 30)
    options = layout.Options(language="ru", paper=False)
    drawn = cost(lambda: layout.draw(journey, "map", LIGHT, options), 1)
    assert cost(lambda: read(journey)) < drawn / 10
    assert cost(lambda: branches(journey, "map")) < drawn / 10


def test_reading_grows_as_the_map_does() -> None:
    small, large = big_journey(1000, 30), big_journey(4000, 120)
    assert cost(lambda: read(large)) < 10 * cost(lambda: read(small), 5)
