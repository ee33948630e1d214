"""The tool for everything that is there already: choose it, drag it, edit it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from cjm_desktop.journey import naming
from cjm_desktop.journey.gestures import together
from cjm_desktop.journey.gestures.walk import Place
from cjm_desktop.journey.records import Barrier, Card, Feeling, Lane, Stage, Step
from cjm_desktop.layout import hit
from cjm_desktop.layout.pieces import Glyphs
from cjm_desktop.ui.canvas import stages
from cjm_desktop.ui.canvas.roles import is_of_roles
from cjm_desktop.ui.tools import border, borders, brushes, roles, texts
from cjm_desktop.ui.tools.band import Band
from cjm_desktop.ui.tools.columns import ColumnDrag, LaneDrag
from cjm_desktop.ui.tools.curve import CurveDrag
from cjm_desktop.ui.tools.drag import CardDrag
from cjm_desktop.ui.tools.gesture import Gesture, Hint, Pointer, Tool
from cjm_desktop.ui.tools.note import NoteDrag
from cjm_desktop.ui.tools.resize import LaneResize, edge_at

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas

NEAR = 4.0
"""How near to a line of text is at it, poster units."""


class Grab(Gesture):
    """A thing was pressed: a click so far, a drag once the pointer moves."""

    quiet = True
    scrolls = (False, False)

    def __init__(self, canvas: Canvas, pointer: Pointer, found: hit.Hit) -> None:
        super().__init__(canvas)
        self._from = pointer
        self._found = found
        self._id = found.record_id
        self._adds = pointer.control or pointer.shift
        self._was_chosen = self._id in canvas.selection
        if not self._was_chosen and not self._adds:
            canvas.select((self._id,))

    def move(self, pointer: Pointer) -> None:
        """Become a drag beyond a few pixels."""
        if (pointer.at - self._from.at).manhattanLength() < QApplication.startDragDistance():
            return
        gesture = self._drag()
        if gesture is not None:
            self.canvas.hands.replace(gesture)
            gesture.move(pointer)

    def _drag(self) -> Gesture | None:
        canvas, pointer = self.canvas, self._from
        record = canvas.document.journey.find(self._id)
        if isinstance(record, Feeling):
            return CurveDrag(canvas, record, pointer)
        if isinstance(record, Stage | Step):
            return ColumnDrag(canvas, (record.id,), pointer, record.id)
        if isinstance(record, Lane):
            return LaneDrag(canvas, (record.id,), pointer, record.id)
        if not isinstance(record, Card):
            return None
        if not self._was_chosen:
            canvas.select((*canvas.selection, self._id) if self._adds else (self._id,))
        journey = canvas.document.journey
        chosen = together.in_order(journey, canvas.map_id, canvas.selection)
        ids = together.in_hand(journey, chosen, self._id) or (self._id,)
        if len(ids) == 1 and isinstance(record, Barrier):
            return NoteDrag(canvas, ids, pointer, self._id)
        return CardDrag(canvas, ids, pointer, self._id)

    def release(self, pointer: Pointer) -> None:
        """It was a click."""
        canvas, one = self.canvas, self._id
        if not self._adds:
            if self._was_chosen and self._severity():
                return
            canvas.select((one,))
        elif self._was_chosen:
            canvas.select(other for other in canvas.selection if other != one)
        else:
            canvas.select((*canvas.selection, one))

    def _severity(self) -> bool:
        """A click on a dot of a chosen note sets how bad it is."""
        zone, piece = self._found.zone, self._found.piece
        if zone is None or zone.name != "severity" or piece is None:
            return False
        left = self._found.cell.x + piece.x + zone.x
        part = (self._from.x - left) / zone.w
        return self.canvas.deeds.set_severity(min(3, max(1, int(part * 3) + 1)))

    def wipe(self) -> None:
        """It painted nothing."""

    def hint(self) -> Hint:
        """As while waiting."""
        canvas = self.canvas
        return texts.of_chosen(canvas)


def wording(found: hit.Hit, pointer: Pointer) -> bool:
    """Whether the pointer is at a line of text of a thing, not beside it."""
    x, y = pointer.x - found.cell.x - found.piece.x, pointer.y - found.cell.y - found.piece.y
    return any(
        line.x - NEAR <= x <= line.x + line.width + NEAR
        and line.y - line.size <= y <= line.y + NEAR
        for line in found.piece.shape.primitives
        if isinstance(line, Glyphs)
    )


class Select(Tool):
    """Chooses, drags, edits."""

    name = "select"

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._border: borders.Border | None = None
        """The one under the pointer."""

    def _under(self, pointer: Pointer) -> hit.Hit | None:
        found = hit.at(self.canvas.drawing, pointer.x, pointer.y)
        if found is None or found.record_id not in self.canvas.document.journey:
            return None
        return found

    def press(self, pointer: Pointer) -> Gesture | None:
        """Take a lane's edge, a thing, or begin a rubber band."""
        canvas = self.canvas
        edge = edge_at(canvas.drawing, pointer.x, pointer.y, canvas.camera.scale)
        if edge is not None:
            return LaneResize(canvas, edge, pointer)
        taken = border.under(canvas, pointer)
        if taken is not None:
            return border.BorderGrab(canvas, taken, pointer, self._click)
        found = self._under(pointer)
        if found is None:
            return Band(canvas, pointer)
        persona_id = roles.role_at(canvas.document.journey, found)
        if persona_id:
            place = (found.cell.lane_id, found.cell.stage_id, found.cell.step_id)
            return roles.RoleTurn(canvas, place, persona_id)
        canvas.stand_in(None)
        return Grab(canvas, pointer, found)

    def _click(self, pointer: Pointer) -> None:
        """Choose what lies under a border."""
        found = self._under(pointer)
        gesture = Grab(self.canvas, pointer, found) if found is not None else None
        if gesture is not None:
            gesture.release(pointer)

    def double(self, pointer: Pointer) -> None:
        """Edit the text that was hit, show a stage beside its name, or begin in an empty cell."""
        found = self._under(pointer)
        if found is not None and found.piece.kind == "stage" and not wording(found, pointer):
            stages.show(self.canvas, found.record_id, again=True)
            return
        if found is not None:
            field = found.zone.name if found.zone is not None and found.zone.size else ""
            self.canvas.edit_text(found.record_id, field)
            return
        place = hit.cell_at(self.canvas.drawing, pointer.x, pointer.y)
        if place is not None or not self.canvas.drawing.columns:
            self.canvas.stand_in(place)
            self.canvas.deeds.add_like()

    def point(self, pointer: Pointer) -> str:
        """Choose what is under the pointer, or stand in the empty cell there."""
        canvas, found = self.canvas, self._under(pointer)
        role = roles.role_at(canvas.document.journey, found) if found is not None else ""
        if found is not None and role:
            canvas.select(())
            canvas.stand_in((found.cell.lane_id, found.cell.stage_id, found.cell.step_id), role)
            return ""
        place = hit.cell_at(canvas.drawing, pointer.x, pointer.y)
        record_id = found.record_id if found is not None else canvas.walker.walk().feeling(place)
        if not record_id:
            canvas.select(())
            canvas.stand_in(place)
            return ""
        canvas.stand_in(None)
        if record_id not in canvas.selection:
            canvas.select((record_id,))
        return record_id

    def tip(self, pointer: Pointer) -> str:
        """Whose token it is and what it says; of a cell of roles what it comes to; of a border."""
        canvas, found = self.canvas, self._under(pointer)
        taken = border.under(canvas, pointer)
        if taken is not None:
            return border.tip(taken)
        place = hit.cell_at(canvas.drawing, pointer.x, pointer.y)
        if place is None or not is_of_roles(canvas.document.journey, place):
            return ""
        role = roles.role_at(canvas.document.journey, found) if found is not None else ""
        said = (canvas.roles.said(place, role) if role else "", canvas.roles.said(place))
        return "\n".join(one for one in said if one)

    def hover(self, pointer: Pointer) -> Qt.CursorShape:
        """Outline what can be taken."""
        canvas = self.canvas
        edge = edge_at(canvas.drawing, pointer.x, pointer.y, canvas.camera.scale)
        if edge is not None:
            canvas.mark_hovered("")
            return Qt.CursorShape.SplitVCursor
        if self._over(border.under(canvas, pointer)):
            canvas.mark_hovered("")
            return Qt.CursorShape.SplitHCursor
        found = self._under(pointer)
        canvas.mark_hovered(found.record_id if found is not None else "")
        if found is None:
            return Qt.CursorShape.ArrowCursor
        record = canvas.document.journey.find(found.record_id)
        if isinstance(record, Feeling):
            return Qt.CursorShape.SizeVerCursor
        return Qt.CursorShape.ArrowCursor

    def _over(self, found: borders.Border | None) -> bool:
        """Let the border under the pointer light up, and say what can be done with it."""
        before, self._border = self._border, found
        if before != found:
            lit = [border.hovered(self.canvas, one) for one in (before, found) if one is not None]
            self.canvas.touch(one.adjusted(-4, -4, 4, 4) for one in lit)
            if self.canvas.hands.gesture is None:
                self.canvas.say(self.hint())
        return found is not None

    def leave(self) -> None:
        """The pointer has gone, or the tool is put down."""
        self._over(None)

    def paint(self, painter: QPainter) -> None:
        """The border that a press would take."""
        here, drawing = self._border, self.canvas.drawing
        if here and borders.at(drawing, here.x, drawing.stages_y, 0.1) == here:
            painter.fillRect(border.hovered(self.canvas, here), brushes.BLUE)

    def _of_roles(self, place: Place) -> Hint:
        """What a cell of roles, or the one stood on, comes to, and how to change it."""
        known, persona_id = self.canvas.roles, self.canvas.roles.chosen
        whole = known.said(place)
        said = [known.said(place, persona_id) if persona_id else "", whole]
        if not whole and not persona_id:
            said = [QCoreApplication.translate("Canvas", "Nobody has been asked yet")]
        if self.canvas.look.path == "to_be":
            said.append(QCoreApplication.translate("Canvas", "the same on both paths"))
        keys = (
            QCoreApplication.translate("Canvas", "[←↑↓→] the next role"),
            QCoreApplication.translate("Canvas", "[Space] or click: the next way"),
            QCoreApplication.translate("Canvas", "[Shift] the way before"),
            QCoreApplication.translate("Canvas", "[1]–[9] the roles by number"),
            QCoreApplication.translate("Canvas", "[N] note"),
        )
        return Hint(" · ".join(one for one in said if one), keys)

    def _cell(self, place: Place) -> str:
        canvas = self.canvas
        walk, journey = canvas.walker.walk(), canvas.sheet.journey
        filled = walk.ids(walk.at(place).spot) or walk.feeling(place)
        said = (
            QCoreApplication.translate("Canvas", "Cell")
            if filled
            else QCoreApplication.translate("Canvas", "Empty cell")
        )
        lane = journey.find(place[0])
        name = naming.label(lane, canvas.look.language) if lane is not None else ""
        return f"{said}: {name} · {texts.column(journey, place[1], place[2])}"

    def _standing(self, place: Place) -> Hint:
        if is_of_roles(self.canvas.sheet.journey, place):
            return self._of_roles(place)
        return Hint(self._cell(place), texts.cell_keys(feelings=self.canvas.feelings.awaited))

    def hint(self) -> Hint:
        """What is chosen and what can be done with it."""
        canvas = self.canvas
        if self._border is not None:
            return border.hint(self._border)
        if canvas.writing.target is not None:
            return texts.editing(series=canvas.writing.target.series)
        if canvas.marks.standing is not None:
            return self._standing(canvas.marks.standing)
        if canvas.selection:
            return texts.of_chosen(canvas)
        if canvas.look.sifted:
            return texts.sifted(canvas.sheet.journey, canvas.map_id, canvas.look)
        return Hint(
            QCoreApplication.translate("Canvas", "Nothing selected"),
            (
                QCoreApplication.translate("Canvas", "double click: edit"),
                QCoreApplication.translate("Canvas", "[Enter] to the cells"),
                QCoreApplication.translate("Canvas", "wheel: zoom")
                if canvas.wheel_zooms
                else QCoreApplication.translate("Canvas", "[Ctrl]+wheel zoom"),
                QCoreApplication.translate("Canvas", "[Space]+drag pan"),
            ),
        )
