"""What a hand does on the canvas, and how long each frame of it takes."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from cjm_desktop.ui.canvas.view import Canvas
from tests.ui.canvas.hand import Hand


def frames(act: Callable[[int], object], count: int = 40) -> list[float]:
    """Milliseconds from each act to the end of the frame that shows it.

    Of processor time: Qt paints in this thread, and what else the machine does is not ours.
    """
    spent = []
    for index in range(count):
        begun = time.thread_time()
        act(index)
        QApplication.processEvents()
        spent.append((time.thread_time() - begun) * 1000)
    return sorted(spent)


def p95(spent: list[float]) -> float:
    return spent[int(len(spent) * 0.95) - 1]


def at_rest(canvas: Canvas, zoom: float) -> None:
    """Zoom to the middle of the map and wait until all is sharp."""
    canvas.set_zoom(zoom)
    canvas.centerOn(QPointF(canvas.drawing.width / 2, canvas.drawing.height / 2))
    pace = canvas.map_scene.studio.pace
    canvas.viewport().update()
    QApplication.processEvents()
    while pace.moving or pace.refining:
        QApplication.processEvents()


def pan(canvas: Canvas) -> Callable[[int], None]:
    def act(index: int) -> None:
        canvas.moving()
        canvas.camera.scroll(*((23, 11) if index % 20 < 10 else (-23, -11)))

    return act


def wheel(canvas: Canvas) -> Callable[[int], None]:
    def act(index: int) -> None:
        turn = QPoint(0, 40 if index % 10 < 5 else -40)
        middle = QPointF(canvas.viewport().rect().center())
        event = QWheelEvent(
            middle,
            middle,
            QPoint(),
            turn,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(canvas.viewport(), event)

    return act


def contacts(canvas: Canvas) -> str:
    """The lane of the touchpoints."""
    lanes = canvas.document.journey.lanes(canvas.map_id)
    return next(one.id for one in lanes if one.holds == "touchpoints")


def visible_card(canvas: Canvas, lane_id: str) -> str:
    """A touchpoint that is seen, away from the edges."""
    room = QRectF(canvas.viewport().rect()).adjusted(300, 150, -300, -150)
    for card in canvas.document.journey.cards_of_lane(lane_id):
        rect = canvas.record_rect(card.id)
        if rect is not None and room.contains(rect):
            return card.id
    raise AssertionError("no touchpoint in sight")


def drag(canvas: Canvas, spread: float) -> Callable[[int], None]:
    """Carry a card to and fro over its lane; the hand has taken it already."""
    hand, card = Hand(canvas), visible_card(canvas, contacts(canvas))
    start = hand.at(card)
    hand.press(start)
    hand.move(start, start + QPointF(30, 0))

    def act(index: int) -> None:
        across = (index % 20 if index % 40 < 20 else 20 - index % 20) * spread
        hand.send(QEvent.Type.MouseMove, start + QPointF(30 + across, 0))

    return act


def stage(canvas: Canvas) -> Callable[[int], None]:
    """Carry a stage with all it holds over its neighbours."""
    hand = Hand(canvas)
    seen = canvas.camera.seen().center().x()
    column = next(one for one in canvas.drawing.columns if one.x > seen - 250)
    rect = canvas.record_rect(column.stage_id)
    assert rect is not None
    start = rect.topLeft() + QPointF(30, 12)
    hand.press(start)
    hand.move(start, start + QPointF(40, 0))

    def act(index: int) -> None:
        hand.send(QEvent.Type.MouseMove, start + QPointF(40 + (index % 12) * 40, 0))

    return act


def show_lane(canvas: Canvas) -> None:
    """Have the lane of the touchpoints in the middle of the window."""
    lane_id = contacts(canvas)
    box = next(one for one in canvas.drawing.lanes if one.lane_id == lane_id)
    canvas.centerOn(QPointF(canvas.drawing.width / 2, box.y + box.h / 2))
    QApplication.processEvents()
