"""How long the figures of a map far larger than anyone draws keep the window from answering."""

from __future__ import annotations

import gc
import random
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjm_desktop.document import Document
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Barrier, Duration, Link, Record, Step, Touchpoint
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.inspector.parts.mapwide import MapWide
from tests.benchmarks.conftest import RUNS, Figures
from tests.journey.big import big_journey
from tests.ui.conftest import desk, make_desk

__all__ = ["desk", "make_desk"]

MARGIN = 2.0
LIMIT = 100.0
"""Milliseconds after which a person notices that a window does not answer."""

pytestmark = pytest.mark.benchmark


def processor(work: Callable[[], object]) -> float:
    """Milliseconds of processor time that some work takes."""
    gc.collect()
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000


def told(records: Journey) -> Iterator[Record]:
    """The records of a map with times, waits, expectations and severe barriers all over it."""
    rnd, before = random.Random(3), ""
    for one in records:
        if isinstance(one, Step):
            yield replace(one, actual=Duration(rnd.randint(1, 9)))
        elif isinstance(one, Barrier):
            yield replace(one, severity=rnd.randint(1, 3), frequency=rnd.randint(0, 3))
        elif isinstance(one, Touchpoint):
            marks = {name: rnd.randint(1, 5) for name in ("expectation", "fulfilment")}
            yield replace(one, **marks)
            wait = Duration(rnd.randint(1, 30))
            if before:
                yield Link(map_id="map", from_id=before, to_id=one.id, actual_wait=wait)
            before = one.id
        else:
            yield one


def test_figures_of_ten_thousand_cards_keep_nobody_waiting(
    desk: Desk, qtbot: QtBot, figures: Figures
) -> None:
    document = Document.create(Journey(told(big_journey())), desk.home)
    window = desk.take(document)
    window.resize(1440, 900)
    qtbot.waitExposed(window)
    for name in ("time", "weak", "by_hand"):
        window.bench.weak.show_part(name)
        qtbot.wait(300)
        page = window.bench.inspector.page
        assert page is not None
        part = page.named[name]
        assert isinstance(part, MapWide)

        def anew(part: MapWide = part) -> None:
            part.forget()
            part.work_out()
            QApplication.processEvents()

        spent = statistics.median(processor(anew) for _ in range(RUNS))
        assert part.rows
        figures.check(f"figures of 10 000 cards, {name}", spent, LIMIT, "ms", margin=MARGIN)
