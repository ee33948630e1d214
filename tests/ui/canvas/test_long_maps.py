"""What a frame costs does not grow with the parts of the map that are not seen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjm_desktop.document import Document, Home
from cjm_desktop.ui.canvas.view import Canvas
from cjm_desktop.ui.look import Look
from tests.counting import calls
from tests.journey.big import big_journey
from tests.ui.canvas.hand import Hand

MORE = 1.1
"""How many more calls are none: a card more or less is in sight."""


def framed(act: Callable[[], object]) -> int:
    """How many functions of Python an act and its frame call."""

    def whole() -> None:
        act()
        QApplication.processEvents()

    return calls(whole)


def spent(qtbot: QtBot, folder: Path, columns: int) -> tuple[int, int, int]:
    """Calls for a frame of panning, of a drag within a cell, and of moving a mouse."""
    document = Document.create(big_journey(12 * columns, columns), Home(folder))
    canvas = Canvas(document, "map", Look(prompts=False))
    qtbot.addWidget(canvas)
    canvas.resize(900, 600)
    canvas.show()
    qtbot.waitExposed(canvas)
    canvas.set_zoom(1.0)
    # The same cells in the same places, wherever they are on the map.
    lane = next(one for one in canvas.drawing.lanes if one.lane_id == "lane1")
    middle = canvas.drawing.columns[columns // 2]
    canvas.centerOn(QPointF(middle.x, lane.y + lane.h / 2))
    QApplication.processEvents()
    hand, room = Hand(canvas), QRectF(canvas.viewport().rect()).adjusted(200, 150, -200, -150)
    for _ in range(3):
        canvas.camera.scroll(1, 0)
        QApplication.processEvents()
    pan = framed(lambda: canvas.camera.scroll(1, 0))
    rects = [canvas.record_rect(one.id) for one in document.journey.cards_of_lane("lane1")]
    start = next(one.center() for one in rects if one is not None and room.contains(one))
    hover = framed(lambda: hand.send(QEvent.Type.MouseMove, start + QPointF(2, 0)))
    hand.press(start)
    hand.move(start, start + QPointF(20, 0))
    hand.settle()
    drag = framed(lambda: hand.send(QEvent.Type.MouseMove, start + QPointF(20.5, 0)))
    canvas.hands.cancel()
    canvas.close_map()
    document.close()
    return pan, drag, hover


@pytest.mark.usefixtures("qapp")
def test_a_map_six_times_as_long_costs_a_frame_no_more_calls(qtbot: QtBot, tmp_path: Path) -> None:
    short, long = (spent(qtbot, tmp_path / str(n), n) for n in (30, 180))
    for name, few, many in zip(("pan", "drag", "hover"), short, long, strict=True):
        assert many <= few * MORE, (name, few, many)
