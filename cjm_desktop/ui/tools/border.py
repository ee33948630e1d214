"""Dragging a border between stages: steps change over, stages merge, or one is split."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication

from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.problems import Problem
from cjm_desktop.ui.tools import borders, brushes, texts
from cjm_desktop.ui.tools.borders import Border, Target
from cjm_desktop.ui.tools.columns import VEIL
from cjm_desktop.ui.tools.gesture import Gesture, Hint, Pointer
from cjm_desktop.ui.tools.patience import Patience

if TYPE_CHECKING:
    from collections.abc import Callable

    from cjm_desktop.ui.canvas.view import Canvas

REACH = 5.0
"""Pixels from a border at which it can be taken."""
AIR = 10.0
"""Pixels round what is painted that are painted anew with it."""


def under(canvas: Canvas, pointer: Pointer) -> Border | None:
    """The border that a press would take."""
    left = canvas.sticky.strips().left
    if pointer.at.x() <= left:
        return None  # what sticks there lies over it
    return borders.at(canvas.drawing, pointer.x, pointer.y, REACH / canvas.camera.scale)


def hovered(canvas: Canvas, border: Border) -> QRectF:
    """Where a border lights up, pixels of the viewport: beside the names of stages and steps."""
    drawing, camera = canvas.drawing, canvas.camera
    box = QRectF(border.x, drawing.stages_y, 0, drawing.grid_y - drawing.stages_y)
    strip = canvas.sticky.strips().stages
    seen = camera.rect_to_view(box)
    if not strip.isEmpty():
        seen.moveBottom(strip.bottom())
    return seen.adjusted(-1, 0, 1, 0)


def tip(border: Border) -> str:
    """What is said of a border when the pointer rests on it."""
    state, keys = hint(border)
    return "\n".join((state, *(one.replace("[", "").replace("]", "") for one in keys)))


def hint(border: Border) -> Hint:
    """What can be done with a border."""
    split = QCoreApplication.translate("Canvas", "[Ctrl]+drag: a new stage")
    if not border.left or not border.right:
        pull = QCoreApplication.translate("Canvas", "drag: a new stage")
        return Hint(QCoreApplication.translate("Canvas", "End of the map"), (pull,))
    keys = (
        QCoreApplication.translate("Canvas", "drag: steps go to the neighbour"),
        QCoreApplication.translate("Canvas", "onto the far edge: merge"),
        split,
    )
    return Hint(QCoreApplication.translate("Canvas", "Border between stages"), keys)


class BorderGrab(Gesture):
    """A border was pressed: a click on what lies there so far, a drag once the pointer moves."""

    cursor = Qt.CursorShape.SplitHCursor
    quiet = True
    scrolls = (False, False)

    def __init__(
        self, canvas: Canvas, border: Border, pointer: Pointer, click: Callable[[Pointer], object]
    ) -> None:
        super().__init__(canvas)
        self._border, self._from, self._click = border, pointer, click

    def move(self, pointer: Pointer) -> None:
        """Become a drag beyond a few pixels."""
        if (pointer.at - self._from.at).manhattanLength() >= QApplication.startDragDistance():
            gesture = BorderDrag(self.canvas, self._border, self._from)
            self.canvas.hands.replace(gesture)
            gesture.move(pointer)

    def release(self, pointer: Pointer) -> None:
        """It was a click."""
        self._click(pointer)

    def hint(self) -> Hint:
        """As while waiting."""
        return hint(self._border)


class BorderDrag(Gesture):
    """A border in the hand."""

    scrolls = (True, False)

    def __init__(self, canvas: Canvas, border: Border, pointer: Pointer) -> None:
        super().__init__(canvas)
        self._border, self._pointer = border, pointer
        self._drawing = canvas.drawing
        self._off = border.x - canvas.camera.to_scene(pointer.at).x()
        self._target = Target("home", border.x)
        self._why_not = ""
        self._patience = Patience()
        self._areas: list[QRectF] = []

    @property
    def cursor(self) -> Qt.CursorShape:  # type: ignore[override]
        """Forbidden where the border cannot stand."""
        refused = Qt.CursorShape.ForbiddenCursor
        return refused if self._why_not else Qt.CursorShape.SplitHCursor

    def move(self, pointer: Pointer) -> None:
        """Bring the border to the nearest place, and show what would come of it."""
        self._pointer = pointer
        x = self.canvas.camera.to_scene(pointer.at).x() + self._off
        places = borders.targets(self._drawing, self._border, splits=pointer.control)
        target = borders.nearest(places, x)
        if target != self._target:
            self._target, self._why_not = target, ""
            self._patience.call(self._preview)
        self._touch()

    def _preview(self) -> None:
        sheet, target = self.canvas.sheet, self._target
        draft = Draft(self.canvas.document.journey)
        try:
            borders.put(draft, self._border, target)
        except Problem as problem:
            self._why_not = problem.sentence(self.canvas.look.language)
            draft = Draft(self.canvas.document.journey)
        if self._why_not or target.kind == "home":
            sheet.end_preview()
        else:
            sheet.preview(draft.journey, steady=True)
        self._touch()

    def release(self, pointer: Pointer) -> None:
        """Do it, as one step."""
        self._patience.now()
        canvas, border, target = self.canvas, self._border, self._target
        if self._why_not:
            canvas.refused.emit(self._why_not)
        elif target.kind != "home":
            key, values = borders.step_name(canvas.document.journey, border, target)
            done = canvas.change(key, lambda draft: borders.put(draft, border, target), values)
            if done and target.kind != "give":
                canvas.select((done,))
        canvas.sheet.end_preview()

    def cancel(self) -> None:
        """Back to where it was."""
        self._patience.forget()
        self.canvas.sheet.end_preview()

    # What is painted

    def _touch(self) -> None:
        before = self._areas
        self._areas = [self._veil(), self._line(), self._pill()]
        self.canvas.touch(one.adjusted(-AIR, -AIR, AIR, AIR) for one in (*before, *self._areas))

    def wipe(self) -> None:
        """Only what was painted goes."""
        self.canvas.touch(one.adjusted(-AIR, -AIR, AIR, AIR) for one in self._areas)

    def _at(self) -> float:
        """Where the border would stand: the column of an empty stage may have gone."""
        wanted = self._target.step_id
        columns = self.canvas.drawing.columns
        return next((one.x for one in columns if wanted and one.step_id == wanted), self._target.x)

    def _line(self) -> QRectF:
        drawing = self.canvas.drawing
        top, bottom = drawing.stages_y, max((one.y + one.h for one in drawing.lanes), default=0.0)
        box = QRectF(self._at(), top, 0, max(bottom, drawing.grid_y) - top)
        seen = self.canvas.camera.rect_to_view(box)
        return seen.adjusted(0, min(0.0, -seen.top()) if seen.top() < 0 else 0.0, 0, 0)

    def _veil(self) -> QRectF:
        """The columns that change over."""
        given = set(self._target.given)
        found = QRectF()
        line = self._line()
        for one in self.canvas.drawing.columns:
            if one.step_id in given:
                found |= self.canvas.camera.rect_to_view(QRectF(one.x, 0, one.w, 1))
        found.setTop(line.top())
        found.setBottom(line.bottom())
        return found if given else QRectF()

    def _pill(self) -> QRectF:
        room = QRectF(self.canvas.viewport().rect())
        return brushes.pill_rect(self._pointer.at, *self._said(), room)

    def paint(self, painter: QPainter) -> None:
        """The steps that change over under a veil, the border, and the pill."""
        room = QRectF(self.canvas.viewport().rect())
        painter.save()
        painter.setClipRect(room.adjusted(self.canvas.sticky.strips().left, 0, 0, 0))
        if self._target.kind != "home":
            painter.fillRect(self._veil(), VEIL)
        if self._target.kind != "merge":
            line = self._line()
            painter.setPen(QPen(brushes.BLUE, 2))
            painter.drawLine(QLineF(line.topLeft(), line.bottomLeft()))
        painter.restore()
        refused = bool(self._why_not)
        brushes.pill(painter, self._pointer.at, *self._said(), room, alarm=refused)

    def _said(self) -> tuple[str, str]:
        if self._why_not:
            return "", self._why_not
        journey, target = self.canvas.document.journey, self._target
        if target.kind == "home":
            return "", QCoreApplication.translate("Canvas", "the border stays here")
        name = texts.short(borders.becomes(journey, self._border, target))
        steps = texts.listed([borders.called(journey, one) for one in target.given])
        if target.kind == "give":
            return steps, QCoreApplication.translate("Canvas", "to “%1”").replace("%1", name)
        if target.kind == "merge":
            said = QCoreApplication.translate("Canvas", "Merge into “%1”").replace("%1", name)
            return said, QCoreApplication.translate("Canvas", "both stages become one")
        said = QCoreApplication.translate("Canvas", "New stage: %1").replace("%1", steps)
        return said, QCoreApplication.translate("Canvas", "out of “%1”").replace("%1", name)

    def hint(self) -> Hint:
        """What helps."""
        state, keys = hint(self._border)
        return Hint(state, (texts.escape_key(), *keys[1:]))
