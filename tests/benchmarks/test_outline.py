"""The quick sketch: what a keystroke in an outline costs, in time of the processor."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from cjm_desktop.exchange import outline
from cjm_desktop.journey.draft import Draft
from tests.benchmarks.conftest import RUNS, Figures
from tests.exchange.outlined import fresh
from tests.journey.rich import rich_journey

LINES = 300
LIMIT = 1
"""Milliseconds from a letter to the map that says so, before anything is drawn or kept."""
ADDED = 30
"""Milliseconds for a line that is added, which is one key of many."""
STEP = "## Шаг\n- Платит 40 %\n@ Счёт, Почта\n: -2 Растерянность\n!!! Никто не пишет\n+ Письмо\n"


def spent(work: Callable[[], object]) -> float:
    """The least time a piece of work took, in milliseconds of the processor."""
    times = []
    for _ in range(RUNS * 2):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times) * 1000


@pytest.mark.parametrize(
    "margin",
    [pytest.param(1, marks=pytest.mark.benchmark, id="limit"), pytest.param(2, id="margin")],
)
def test_a_letter_in_an_outline(figures: Figures, margin: float) -> None:
    journey = fresh("# Этап 3 нед\n" + STEP * (LINES // 6), "ru")
    map_id = journey.maps()[0].id
    before = outline.write(journey, map_id)
    lines = before.text.split("\n")
    assert len(lines) >= LINES
    lines[LINES // 2] += "x"
    text = "\n".join(lines)

    def press() -> None:
        assert outline.reword(Draft(journey), map_id, text, before)

    name = f"a letter in an outline of {LINES} lines"
    figures.check(name, spent(press), LIMIT, "ms", margin=margin)


@pytest.mark.parametrize(
    "margin",
    [pytest.param(1, marks=pytest.mark.benchmark, id="limit"), pytest.param(2, id="margin")],
)
def test_a_line_that_is_new_on_a_map_of_1000_cards(figures: Figures, margin: float) -> None:
    journey = rich_journey()
    map_id = journey.maps()[0].id
    before = outline.write(journey, map_id)
    lines = before.text.split("\n")
    lines.insert(len(lines) // 2, "- new")
    text = "\n".join(lines)

    def press() -> None:
        assert outline.apply(Draft(journey), map_id, outline.parse(text), before).added

    figures.check("a new line of a rich outline", spent(press), ADDED, "ms", margin=margin)
