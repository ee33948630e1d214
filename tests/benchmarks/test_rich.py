"""The targets on a map as rich as real ones get: 5 personas, 30 steps, 12 lanes, 1 000 cards.

Everything in it refers to something else, and a role map follows it (`tests.journey.rich`). What
grows with the number of cards alone is measured on larger maps by the other benchmarks.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import apsw
import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import following, moves
from cjm_desktop.journey.records import Card
from cjm_desktop.poster import paper
from cjm_desktop.poster.job import Job
from cjm_desktop.poster.laid import lay_out
from cjm_desktop.poster.writing import make_pdf
from cjm_desktop.storage.contents import COLUMNS, select
from cjm_desktop.ui.canvas.view import Canvas
from cjm_desktop.ui.look import Look
from tests.benchmarks.acts import (
    at_rest,
    contacts,
    drag,
    frames,
    p95,
    pan,
    show_lane,
    stage,
    visible_card,
    wheel,
)
from tests.benchmarks.conftest import Figures, medians
from tests.benchmarks.test_file import Times, copied
from tests.journey.rich import rich_id, rich_journey
from tests.ui.canvas.hand import Hand

MARGIN = 2.0
FRAME = 8.0
"""Milliseconds of a frame of 1 000 cards."""
MAP, ROLE = rich_id("map"), rich_id("role")

pytestmark = pytest.mark.benchmark


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    """The rich map in a file."""
    made = Document.create(rich_journey(), Home(tmp_path / "home"))
    made.save_as(tmp_path / "map.cjm")
    yield made
    made.close()


@pytest.fixture
def canvas(document: Document, qtbot: QtBot) -> Iterator[Canvas]:
    """It on a canvas of 1600 x 900."""
    made = Canvas(document, MAP, Look(language="ru"))
    qtbot.addWidget(made)
    made.resize(1600, 900)
    made.show()
    qtbot.waitExposed(made)
    QApplication.processEvents()
    yield made
    made.close_map()


def test_frames(canvas: Canvas, figures: Figures) -> None:
    check = partial(figures.check, limit=FRAME, unit="ms", margin=MARGIN)
    for name, zoom in (("close", 1.0), ("middle", 0.3), ("far", 0.1)):
        for act, hand in (("pan", pan), ("zoom", wheel)):
            at_rest(canvas, zoom)
            check(f"rich map, {act} {name}", p95(frames(hand(canvas), 20)))
    at_rest(canvas, 1.0)
    show_lane(canvas)
    # Within a cell: what arranging the map anew costs is a figure of its own.
    check("rich map, drag of a card", p95(frames(drag(canvas, 0.5))))
    canvas.hands.cancel()
    at_rest(canvas, 1.0)
    canvas.verticalScrollBar().setValue(canvas.verticalScrollBar().minimum())
    check("rich map, move of a stage", p95(frames(stage(canvas))))
    canvas.hands.cancel()


def test_an_edit_on_the_canvas(canvas: Canvas, figures: Figures) -> None:
    at_rest(canvas, 1.0)
    show_lane(canvas)
    frame = statistics.median(frames(lambda _: canvas.viewport().update(), 11))
    hand, card = Hand(canvas), visible_card(canvas, contacts(canvas))
    cells = [hand.card(card)]
    whole, arranged = [], []
    # There and back at the same height: put down last in its cell each time, it would leave sight.
    here = hand.at(card)
    for index in range(13):
        start = hand.at(card)
        end = here + QPointF(180 if index % 2 == 0 else 0, 0)
        hand.press(start)
        hand.move(start, start + QPointF(10, 0))
        gc.collect()
        begun = time.thread_time()
        hand.send(QEvent.Type.MouseMove, end)
        hand.settle()
        arranged.append(time.thread_time() - begun)
        hand.rest()
        gc.collect()
        begun = time.thread_time()
        hand.release(end)
        whole.append(time.thread_time() - begun)
        cells.append(hand.card(card))
    canvas.close_map()
    commits = [_moved(canvas.document, cells[1 + index % 2]) for index in range(12)]
    commit = statistics.median(commits) * 1000
    spent = statistics.median(whole) * 1000
    figures.note("rich map, commit of a move", commit, "ms")
    figures.note("rich map, a frame", frame, "ms")
    figures.note("rich map, from release to repainted", spent, "ms")
    figures.note("rich map, arranged anew in a drag", statistics.median(arranged) * 1000, "ms")
    # All in processor time, as frames are: what the disk takes falls on both sides alike.
    name = "rich map, from release to repainted against its limit"
    figures.check(name, spent / (2 * commit + frame), 1, margin=1.5 * MARGIN)


def _moved(document: Document, there: Card) -> float:
    """Seconds of moving a card that nobody watches."""
    gc.collect()
    begun = time.thread_time()
    with document.edit("step.move_card", name="x", place="x") as draft:
        moves.move_cards(draft, (there.id,), there.lane_id, there.stage_id, there.step_id, None)
    return time.thread_time() - begun


def _edited(document: Document, record_id: str, text: str) -> float:
    """Seconds of an edit of a text."""
    begun = time.perf_counter()
    with document.edit("step.edit_text", name=text) as draft:
        moves.set_fields(draft, record_id, text=text)
    return time.perf_counter() - begun


def test_the_file(document: Document, tmp_path: Path, figures: Figures) -> None:
    times = Times(document, tmp_path / "sync")
    edit, sync = statistics.median(times.edit), statistics.median(times.sync)
    check = partial(figures.check, margin=MARGIN)
    check("rich map, an edit beside fdatasync of 4 KB", edit / sync, 6)
    check("rich map, undo beside the edit", statistics.median(times.undo) / edit, 1.5)
    check("rich map, redo beside the edit", statistics.median(times.redo) / edit, 1.5)
    document.publish()
    home, path = document.home, tmp_path / "map.cjm"
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    copies, opened = iter(copied(path, 7)), list[Document]()
    fetched, read = medians(
        lambda: [connection.execute(select(table)).fetchall() for table in COLUMNS],
        lambda: opened.append(Document.open(next(copies), home)),
    )
    for one in opened:
        one.close()
    check("rich map, opening beside fetchall", read / fetched, 1.5)


def test_saving_does_not_hold_up_the_window(document: Document, figures: Figures) -> None:
    held = []
    for number in range(5):
        _edited(document, rich_id("actions3"), str(number))
        begun = time.perf_counter()
        job = document.publish_job()
        first = time.perf_counter()
        job.run()
        second = time.perf_counter()
        job.finish()
        held.append(first - begun + time.perf_counter() - second)
    stopped = statistics.median(held) * 1000
    figures.check("rich map, saving holds up the window", stopped, 16, "ms", margin=MARGIN**2)


def test_a_role_map_costs_an_edit_little(document: Document, figures: Figures) -> None:
    """Both ways: what the general map hands on, and what the role map notes as its own."""
    alone = Document.create(rich_journey(role=False), document.home)
    card = rich_id("touchpoints40")
    copy, texts = following.copy_id(ROLE, card), iter(map(str, range(1000)))
    without, general, own = medians(
        lambda: _edited(alone, card, next(texts)),
        lambda: _edited(document, card, next(texts)),
        lambda: _edited(document, copy, next(texts)),
        runs=9,
    )
    alone.discard()
    figures.check("rich map, an edit that a role map follows", general / without, 2, margin=MARGIN)
    figures.check("rich map, an edit of a role map", own / without, 2, margin=MARGIN)


def test_64_sheets_beside_one_page(figures: Figures) -> None:
    """As on 10 000 cards. Here most pieces lie on two sheets or more and are written on each."""
    journey = rich_journey(role=False)
    whole = lay_out(journey, Job(MAP, paper.A0, language="ru", ruler=False))
    tiled = Job(MAP, paper.A0, tiles=paper.A4, sheets=64, language="ru", ruler=False)
    many = lay_out(journey, replace(tiled, assembly=False))
    guided = lay_out(journey, tiled)
    sizes = [len(make_pdf(one)) for one in (whole, many, guided)]
    one, sheets, guide = (
        statistics.median(spent)
        for spent in zip(
            *(
                [_processor(partial(make_pdf, laid)) for laid in (whole, many, guided)]
                for _ in "12345"
            ),
            strict=True,
        )
    )
    figures.note("rich map, A0", one, "s")
    figures.check("rich map, 64 sheets against one page", sheets / one, 1.3, margin=MARGIN)
    figures.check("rich map, the same, size", sizes[1] / sizes[0], 1.2, margin=MARGIN)
    figures.note(
        "rich map, how to put them together besides, time", (guide - sheets) / one, "times"
    )
    figures.note("rich map, the same, size", (sizes[2] - sizes[1]) / sizes[0], "times")


def _processor(work: Callable[[], object]) -> float:
    """Seconds of processor time."""
    gc.collect()
    begun = time.thread_time()
    work()
    return time.thread_time() - begun
