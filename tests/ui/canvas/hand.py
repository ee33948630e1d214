"""A mouse and a keyboard for a canvas, through Qt's own events."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QDeadlineTimer, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cjm_desktop.journey.records import Card, Stage
from cjm_desktop.ui.canvas.view import Canvas

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


class Hand:
    """Presses, moves and releases; looks at what came of it."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.viewport = canvas.viewport()

    # Where things are

    def at(self, record_id: str) -> QPointF:
        """The middle of a thing, pixels of the viewport."""
        rect = self.canvas.record_rect(record_id)
        assert rect is not None, "the map does not show it"
        return rect.center()

    def paper(self, x: float, y: float) -> QPointF:
        """A place on the paper, pixels of the viewport."""
        return self.canvas.camera.to_view(x, y)

    def cell(self, lane_id: str, stage_id: str, step_id: str | None) -> QPointF:
        """The middle of a cell, pixels of the viewport."""
        drawing = self.canvas.drawing
        lane = next(one for one in drawing.lanes if one.lane_id == lane_id)
        columns = [
            one
            for one in drawing.columns
            if one.stage_id == stage_id and step_id in (None, one.step_id)
        ]
        last = columns[-1]
        return self.paper((columns[0].x + last.x + last.w) / 2, lane.y + lane.h / 2)

    # What the mouse does

    def send(
        self,
        kind: QEvent.Type,
        at: QPointF,
        held: Qt.KeyboardModifier = NONE,
        button: Qt.MouseButton = LEFT,
    ) -> None:
        """One event of the mouse, with the keys held."""
        move = kind == QEvent.Type.MouseMove
        down = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
        place = self.viewport.mapToGlobal(at)
        event = QMouseEvent(
            kind, at, place, Qt.MouseButton.NoButton if move else button, down, held
        )
        QApplication.sendEvent(self.viewport, event)
        QApplication.processEvents()

    def press(self, at: QPointF, held: Qt.KeyboardModifier = NONE) -> None:
        """Press the left button."""
        self.send(QEvent.Type.MouseButtonPress, at, held)

    def move(self, start: QPointF, end: QPointF, held: Qt.KeyboardModifier = NONE) -> None:
        """Move in ten steps, the button down."""
        for step in range(1, 11):
            self.send(QEvent.Type.MouseMove, start + (end - start) * step / 10, held)

    def release(self, at: QPointF, held: Qt.KeyboardModifier = NONE) -> None:
        """Let the left button go."""
        self.send(QEvent.Type.MouseButtonRelease, at, held)

    def carry(self, start: QPointF, end: QPointF, held: Qt.KeyboardModifier = NONE) -> None:
        """Press and move, and hold it there."""
        self.press(start, held & ~CONTROL)
        self.move(start, end, held)
        self.settle()

    def settle(self) -> None:
        """Let a preview that waits, because this machine is busy, come now."""
        waiting = getattr(self.canvas.hands.gesture, "_patience", None)
        if waiting is not None:
            waiting.now()
            QApplication.processEvents()

    def rest(self) -> None:
        """Hold still until what letting go comes to has been laid out."""
        deadline = QDeadlineTimer(5000)
        while self.canvas.sheet.foreseen is None:
            assert not deadline.hasExpired(), "nothing is foreseen"
            QTest.qWait(5)

    def drag(self, start: QPointF, end: QPointF, held: Qt.KeyboardModifier = NONE) -> None:
        """Press, move and release."""
        self.carry(start, end, held)
        self.release(end, held)

    def click(self, at: QPointF, held: Qt.KeyboardModifier = NONE) -> None:
        """Press and release."""
        QTest.mouseClick(self.viewport, LEFT, held, at.toPoint())
        QApplication.processEvents()

    def double(self, at: QPointF) -> None:
        """A double click."""
        QTest.mouseDClick(self.viewport, LEFT, NONE, at.toPoint())
        QApplication.processEvents()

    def wheel(self, at: QPointF, turn: int, held: Qt.KeyboardModifier = NONE) -> None:
        """Turn the wheel; 120 is one notch away from oneself."""
        event = QWheelEvent(
            at,
            self.viewport.mapToGlobal(at),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            held,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.viewport, event)
        QApplication.processEvents()

    # What the keyboard does

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press a key in whatever has the focus on the canvas."""
        target: Any = self.canvas.writing.editor or self.canvas
        QTest.keyClick(target, key, held)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Write into the editor that is open, over what is selected in it."""
        editor = self.canvas.writing.editor
        assert editor is not None, "no editor is open"
        editor.insertPlainText(text)
        QApplication.processEvents()

    # What came of it

    def card(self, card_id: str) -> Card:
        """A card as the document has it."""
        return self.canvas.document.journey.get(Card, card_id)

    def texts(self, lane_id: str, stage_id: str, step_id: str | None) -> list[str]:
        """The texts of a cell as the document has them."""
        cards = self.canvas.document.journey.cards(lane_id, stage_id, step_id)
        return [card.text for card in cards]

    def stages(self) -> list[str]:
        """The titles of the stages as the document has them."""
        journey = self.canvas.document.journey
        return [stage.title for stage in journey.stages(self.canvas.map_id)]

    def stage(self, title: str) -> Stage:
        """The stage of that name."""
        journey = self.canvas.document.journey
        return next(one for one in journey.all(Stage) if one.title == title)

    def step_name(self) -> str:
        """What undo would take back, in words; empty: nothing."""
        step = self.canvas.document.undo_step
        return step.name("en") if step is not None else ""

    def steps(self) -> int:
        """How many steps there are."""
        return len(self.canvas.document.history())
