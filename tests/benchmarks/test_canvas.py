"""Frames of the canvas on maps far larger than anyone draws, beside their limits."""

import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import moves
from cjm_desktop.ui.canvas import fonts
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
from tests.journey.big import TEXTS, big_journey
from tests.ui.canvas.hand import Hand

MARGIN = 2.0
"""How far over its limit a figure may be before the run fails: machines are noisy."""
QUIET = 1.7
"""Times by which machines at rest differ from one run to the next."""
SIZE = (1600, 900)
Open = Callable[[int, int], Canvas]

pytestmark = pytest.mark.benchmark


@pytest.fixture
def open_map(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """Opens a map of so many cards on so many columns, on a canvas of 1600 x 900."""
    opened: list[tuple[Canvas, Document]] = []

    def make(cards: int, steps: int) -> Canvas:
        home = Home(tmp_path / f"home{len(opened)}")
        document = Document.create(big_journey(cards, steps), home)
        canvas = Canvas(document, "map", Look(language="ru"))
        opened.append((canvas, document))
        qtbot.addWidget(canvas)
        canvas.resize(*SIZE)
        canvas.show()
        qtbot.waitExposed(canvas)
        QApplication.processEvents()
        return canvas

    yield make
    for canvas, document in opened:
        canvas.close_map()
        document.close()


def machine() -> tuple[float, float]:
    """How long this machine takes for what the reference machine does in a known time, in times.

    Returns:
        For painting (54 microseconds for a card of 160 x 72 as a QTextDocument) and for Python (10
        nanoseconds for a turn of an empty loop).
    """
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    cards = []
    for number in range(100):
        card = QTextDocument()
        card.setDefaultFont(fonts.font("regular", 13))
        card.setPlainText(f"{TEXTS[number % len(TEXTS)]} {number}")
        card.setTextWidth(160)
        cards.append(card)

    def paint() -> None:
        painter = QPainter(image)
        for number, card in enumerate(cards):
            painter.resetTransform()
            painter.translate(number % 10 * 160, number // 10 * 72)
            card.drawContents(painter)
        painter.end()

    def turn() -> None:
        for _ in range(100_000):
            pass

    painting, turning = medians(paint, turn, clock=time.thread_time)
    return painting / len(cards) / 54e-6, turning / 100_000 / 10e-9


def test_this_machine_against_the_reference(qapp: QApplication, figures: Figures) -> None:
    fonts.register()
    """On a much slower one the milliseconds that the others may take say nothing of the program."""
    for name, times in zip(("painting", "Python"), machine(), strict=True):
        what = f"this machine against the reference, {name}"
        figures.check(what, times, QUIET, margin=MARGIN)


@pytest.mark.parametrize(("cards", "steps", "limit"), [(1000, 40, 8.0), (10_000, 160, 16.6)])
def test_frames(open_map: Open, figures: Figures, cards: int, steps: int, limit: float) -> None:
    canvas = open_map(cards, steps)
    for name, zoom in (("close", 1.0), ("middle", 0.3), ("far", 0.1)):
        at_rest(canvas, zoom)
        figures.check(
            f"pan {name}, {cards} cards", p95(frames(pan(canvas))), limit, "ms", margin=MARGIN
        )
        at_rest(canvas, zoom)
        figures.check(
            f"zoom {name}, {cards} cards", p95(frames(wheel(canvas))), limit, "ms", margin=MARGIN
        )
    at_rest(canvas, 1.0)
    show_lane(canvas)
    spent = frames(drag(canvas, 20.0))
    canvas.hands.cancel()
    figures.check(f"drag of a card, {cards} cards", p95(spent), limit, "ms", margin=MARGIN)
    at_rest(canvas, 1.0)
    canvas.verticalScrollBar().setValue(canvas.verticalScrollBar().minimum())
    spent = frames(stage(canvas))
    canvas.hands.cancel()
    figures.check(f"move of a stage, {cards} cards", p95(spent), limit, "ms", margin=MARGIN)


def rectangles(count: int) -> float:
    """Milliseconds that one call needs for so many rectangles, the least a repaint can cost."""
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    rects = [QRectF(i * 7 % 1590, i * 3 % 890, 8, 4) for i in range(count)]
    spent = []
    for _ in range(9):
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor("#336699"))
        painter.setPen(Qt.PenStyle.NoPen)
        begun = time.perf_counter()
        painter.drawRects(rects)
        spent.append((time.perf_counter() - begun) * 1000)
        painter.end()
    return statistics.median(spent)


def test_a_whole_repaint_against_as_many_rectangles(open_map: Open, figures: Figures) -> None:
    canvas = open_map(10_000, 160)
    canvas.fit_map()
    QApplication.processEvents()
    spent = statistics.median(frames(lambda _: canvas.viewport().update(), 15))
    ratio = spent / rectangles(10_000)
    figures.check("whole repaint against drawRects, 10 000 cards", ratio, 4, margin=MARGIN)


def test_five_times_the_map_costs_no_more_where_no_more_is_seen(
    open_map: Open, figures: Figures
) -> None:
    spent: dict[str, list[float]] = {"close": [], "drag": [], "far": []}
    for cards, steps in ((10_000, 160), (50_000, 800)):
        canvas = open_map(cards, steps)
        at_rest(canvas, 1.0)
        show_lane(canvas)
        spent["close"].append(statistics.median(frames(pan(canvas))))
        at_rest(canvas, 1.0)
        show_lane(canvas)
        # Within a cell: the hand moves, the place it means does not.
        spent["drag"].append(statistics.median(frames(drag(canvas, 0.5))))
        canvas.hands.cancel()
        canvas.fit_map()
        QApplication.processEvents()
        spent["far"].append(statistics.median(frames(lambda _, c=canvas: c.viewport().update())))
    for name, limit in (("close", 1.3), ("drag", 1.3), ("far", 2.0)):
        few, many = spent[name]
        figures.check(f"{name}: 50 000 against 10 000 cards", many / few, limit, margin=MARGIN)


def test_from_release_to_repainted(open_map: Open, figures: Figures) -> None:
    canvas = open_map(1000, 40)
    document = canvas.document
    at_rest(canvas, 1.0)
    show_lane(canvas)
    frame = statistics.median(frames(lambda _: canvas.viewport().update(), 11))
    hand, card = Hand(canvas), visible_card(canvas, contacts(canvas))
    whole = []
    for index in range(12):
        start = hand.at(card)
        end = start + QPointF(180 if index % 2 == 0 else -180, 0)
        hand.press(start)
        hand.move(start, end)
        hand.rest()
        begun = time.thread_time()
        hand.release(end)
        whole.append((time.thread_time() - begun) * 1000)
        with document.edit("step.edit_text", name="x") as draft:
            moves.set_fields(draft, card, text=f"text {index}")
        QApplication.processEvents()
    # All in processor time, as frames are: what the disk takes falls on both sides alike.
    commit, spent = _commit_alone(open_map), statistics.median(whole)
    limit = 2 * commit + frame
    figures.note("a commit, 1 000 cards", commit, "ms")
    figures.note("a frame, 1 000 cards", frame, "ms")
    figures.note("from release to repainted, 1 000 cards", spent, "ms")
    figures.check("from release to repainted against its limit", spent / limit, 1, margin=MARGIN)


def _commit_alone(open_map: Open) -> float:
    """Milliseconds of one edit that nobody watches."""
    canvas = open_map(1000, 40)
    canvas.close_map()
    document, spent = canvas.document, []
    card = document.journey.cards_of_lane("lane1")[0].id
    for index in range(11):
        begun = time.thread_time()
        with document.edit("step.edit_text", name="x") as draft:
            moves.set_fields(draft, card, text=f"text {index}")
        spent.append((time.thread_time() - begun) * 1000)
    return statistics.median(spent)
