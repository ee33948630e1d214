"""Editing texts in place: which text, where the editor lies, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF

from cjm_desktop.document import Change
from cjm_desktop.journey import hearing, moves, naming, words
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.gestures import planning
from cjm_desktop.journey.gestures.making import name_of
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Card, Feeling, Lane, Participation, Path, Record
from cjm_desktop.layout.context import PAD
from cjm_desktop.layout.pieces import Piece, Zone
from cjm_desktop.ui.canvas.editor import Editor, Face
from cjm_desktop.ui.canvas.ground import ground_under

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas

MAIN = ("title", "text", "name", "word", "goal", "scenario")
"""Fields that are a record's main text, the first it has."""
ONE_LINE = frozenset({"title", "name", "word", "question"})
ROOM_TO_ASK = 56.0
"""Width that is enough for what an empty text asks for, poster units."""
READABLE = 11.0
"""Pixels of text below which an editor is larger than what it lies over."""
NOTE_WIDTH = 240.0
"""Pixels for a note on a role."""
STEPS: dict[tuple[str, str], str] = {
    ("persona", ""): "step.edit_persona",
    ("metric", ""): "step.edit_metric",
    ("feeling", ""): "step.edit_feeling",
    ("map", "scenario"): "step.edit_map",
    ("stage", "goal"): "step.goal",
    ("", "title"): "step.rename",
}
"""The step's name by kind of record and field; nothing: any."""


class Target(NamedTuple):
    """The text that is edited."""

    record_id: str
    field: str
    step: str
    """Key of the step's name."""
    merge: str | None
    fresh: bool
    """The record was just made and is nothing without a text: giving up takes it back."""
    series: bool = False
    """One of several that are typed in a row: Enter goes on to the next one."""
    untouched: str = ""
    """The text a fresh record begins with, which is as good as none."""


def _set(draft: Draft, target: Target, text: str, view: Path = "both") -> str:
    """Write a text; return the id of the record that says so now."""
    if target.field == "title":
        moves.set_title(draft, target.record_id, text)
        return target.record_id
    return planning.set_fields(draft, view, target.record_id, **{target.field: text})


class Writing:
    """The one text that is edited on a canvas, if any."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._target: Target | None = None
        self._editor: Editor | None = None
        self.elsewhere: Callable[[], None] | None = None
        """Keeps what is typed where the map is shown in another way."""

    @property
    def target(self) -> Target | None:
        """What is edited now."""
        return self._target

    @property
    def editor(self) -> Editor | None:
        """The editor that is open."""
        return self._editor

    def open(
        self,
        record_id: str,
        field: str = "",
        *,
        step: str = "",
        merge: str | None = None,
        fresh: bool = False,
        series: bool = False,
        typed: str = "",
    ) -> bool:
        """Lay the editor over a text; False where there is none to edit.

        Args:
            record_id: whose text.
            field: which; empty: the main one.
            step: key of the step's name; empty: as the field says.
            merge: key of the step that made the record just now, which typing becomes part of.
            fresh: without a text, or with the one it begins with, the record goes again.
            series: one of several that are typed in a row.
            typed: what takes the place of the text at once.
        """
        self.commit()
        canvas = self._canvas
        record = canvas.document.journey.find(record_id)
        if not isinstance(getattr(record, field, None), str):
            field = main_field(record)
        if record is None or not field:
            return False
        if not isinstance(record, Participation):  # it is stood on, not chosen
            canvas.select((record_id,), reveal=True)
        step = step or _step_name(record.kind, field)
        untouched = str(getattr(record, field)) if fresh else ""
        self._target = Target(record_id, field, step, merge, fresh, series, untouched)
        self._lay(record, field)
        if typed and self._editor is not None:
            self._editor.insertPlainText(typed)
        canvas.text_editing.emit(True)  # noqa: FBT003 - a signal has no names
        canvas.hands.refresh()
        return True

    def _lay(self, record: Record, field: str) -> None:
        """Lay an editor over a text and let the user type."""
        viewport, text = self._canvas.viewport(), str(getattr(record, field))
        one_line, prompt = field in ONE_LINE, self._prompt(record, field)
        self._editor = editor = Editor(viewport, text, one_line=one_line, prompt=prompt)
        language = self._canvas.look.language
        editor.setAccessibleName(hearing.field(self._canvas.document.journey, record, language))
        editor.kept.connect(self.commit)
        editor.given_up.connect(self.give_up)
        editor.entered.connect(self._canvas.series.enter)
        editor.tabbed.connect(self._canvas.series.tab)
        editor.paged.connect(self._canvas.series.page)
        editor.textChanged.connect(self._typed)
        self.place()
        editor.show()
        editor.setFocus()

    def _prompt(self, record: Record, field: str) -> str:
        """What an empty card of its lane asks for."""
        journey = self._canvas.document.journey
        if isinstance(record, Participation):
            return words.say("consensus.why", journey.document.language)
        lane = journey.find(getattr(record, "lane_id", None))
        if not isinstance(lane, Lane) or field != "text":
            return ""
        return naming.lane_prompt(lane.holds, journey.document.language)

    def place(self) -> None:
        """Lay the editor where its text is seen now."""
        if self._editor is None or self._target is None:
            return
        face = self._face(self._target)
        self._editor.setVisible(face is not None)
        if face is not None:
            self._editor.wear(face)

    def commit(self) -> bool:
        """Keep the text as one step, and close the editor; False where it was refused."""
        if self.elsewhere is not None:
            self.elsewhere()
        target, editor = self._target, self._editor
        if target is None or editor is None:
            return True
        text = editor.text()
        self._close()
        kept = self._settle(target, text)
        # Where nothing was written the map still shows the last thing typed.
        self._canvas.sheet.end_preview()
        if target.merge is not None:
            # Its name may have made a new stage wider than what is seen of it.
            self._canvas.reveal(target.record_id)
        return kept

    def _settle(self, target: Target, text: str) -> bool:
        record = self._canvas.document.journey.find(target.record_id)
        if record is None:
            return True
        if target.fresh and text.strip() in ("", target.untouched):
            self._take_back(target)
        elif getattr(record, target.field) != text:
            return self._write(target, record, text)
        return True

    def give_up(self) -> None:
        """Leave the text as it was; what was made only to be typed into goes."""
        target = self._target
        self._close()
        self._canvas.sheet.end_preview()
        if target is not None and target.fresh:
            self._take_back(target)

    def document_changed(self, change: Change) -> None:
        """Close the editor when its record has gone; follow it when it has moved."""
        target = self._target
        if target is None:
            return
        if any(record.id == target.record_id for record in change.dropped):
            self._close()
        else:
            self.place()

    def _write(self, target: Target, record: Record, text: str) -> bool:
        canvas, view = self._canvas, self._canvas.look.path
        name = name_of(canvas.document.journey, record)
        if target.field == main_field(record) and text.strip() and not isinstance(record, Feeling):
            name = text.strip()
        planned = isinstance(record, Card) and view == "to_be"
        step = "step.plan_fields" if planned and target.merge is None else target.step
        now = canvas.change(
            step,
            lambda draft: _set(draft, target, text, view),
            {"name": shorten(name)},
            merge=target.merge,
        )
        if now is not None and now != target.record_id:
            canvas.select((now,))
        return now is not None

    def _take_back(self, target: Target) -> None:
        """Undo the making of a record that got no text."""
        canvas = self._canvas
        before = canvas.walker.walk().before(target.record_id)
        canvas.deeds.unmake(target.record_id, target.step, target.merge)
        if not canvas.selection:
            # One stands where one began, not nowhere.
            canvas.walker.step_to(before)

    def _close(self) -> None:
        editor, self._editor, self._target = self._editor, None, None
        if editor is None:
            return
        editor.blockSignals(True)  # noqa: FBT003 - Qt's own argument
        if editor.hasFocus():
            self._canvas.setFocus()
        editor.hide()
        editor.deleteLater()
        self._canvas.text_editing.emit(False)  # noqa: FBT003 - a signal has no names
        self._canvas.hands.refresh()

    def _typed(self) -> None:
        """Let the map make room at once, as it will when the text is kept."""
        target, editor = self._target, self._editor
        if target is None or editor is None:
            return
        draft = Draft(self._canvas.document.journey)
        try:
            _set(draft, target, editor.text())
        except Problem:
            # Too long a text: said when it is to be kept.
            return
        self._canvas.sheet.preview(draft.journey)
        self.place()

    def _face(self, target: Target) -> Face | None:
        canvas = self._canvas
        if isinstance(canvas.record(target.record_id), Participation):
            return self._note_face()
        found = canvas.map_scene.shown(target.record_id)
        if found is None:
            return None
        item, piece = found
        zone = zone_of(piece, target) or _stand_in(piece)
        scale = canvas.camera.scale * canvas.sticky.factor(item.cell.kind)
        left, top = item.cell.x + piece.x + zone.x, item.cell.y + piece.y + zone.y
        corner = canvas.sticky.seen(item.cell, QRectF(left, top, 1, 1)).topLeft()
        size = zone.size * scale
        grown = max(1.0, READABLE / size)
        asked = self._room_to_ask(item.cell.w - piece.x - zone.x, zone)
        rect = QRectF(corner.x(), corner.y(), asked * scale * grown, zone.h * scale * grown)
        ground = ground_under(piece, zone) or canvas.drawing.paper
        ink, size = zone.colour, size * grown
        apart = grown > 1.0 or asked > zone.w
        return Face(rect, zone.font, size, zone.leading, ink, ground, apart=apart)

    def _note_face(self) -> Face | None:
        """A note on a role is written right under its token."""
        canvas = self._canvas
        token = canvas.roles.rect()
        if token is None:
            return None
        corner, size = canvas.camera.to_view(token.left(), token.bottom() + 2), READABLE + 2
        rect = QRectF(corner.x(), corner.y(), NOTE_WIDTH, size * 1.3)
        room = canvas.viewport().width() - rect.width() - 8
        rect.moveLeft(max(8.0, min(rect.left(), room)))
        theme = canvas.drawing
        ink = "#EEF1F5" if canvas.look.dark_map else "#17202B"
        return Face(rect, "regular", size, 1.3, ink, theme.paper, apart=True)

    def _room_to_ask(self, free: float, zone: Zone) -> float:
        """How wide the editor is, poster units: an empty chip is narrower than what it asks for.

        Args:
            free: from the text to the end of its cell, poster units.
            zone: of the text.
        """
        asks = self._editor is not None and self._editor.asks
        return max(zone.w, min(free - PAD, ROOM_TO_ASK)) if asks else zone.w


def _step_name(kind: str, field: str) -> str:
    for key in ((kind, field), (kind, ""), ("", field)):
        if key in STEPS:
            return STEPS[key]
    return "step.edit_text"


def main_field(record: Record | None) -> str:
    """The field that is a record's main text, or nothing."""
    own = {one.name for one in fields(record)} if record is not None else set()
    return next((name for name in MAIN if name in own), "")


def zone_of(piece: Piece, target: Target) -> Zone | None:
    """The zone of a text on a piece."""
    for zone in piece.shape.zones:
        whose = zone.record_id or piece.record_id
        if zone.name == target.field and whose == target.record_id and zone.size:
            return zone
    return None


def _stand_in(piece: Piece) -> Zone:
    """Where to type a text that is not on the map yet; a feeling's word under its face."""
    shape = piece.shape
    width, height = max(shape.w, 60.0), 8.2 * 1.24
    left, top = (shape.w - width) / 2, shape.h - height
    if piece.kind == "face":
        top = shape.h + 5.0
    return Zone("word", left, top, width, height, "semibold", 8.2, 1.24, "#17202B")


def shorten(text: str) -> str:
    """A text as the name of a step."""
    flat = " ".join(text.split())
    longest = naming.LONGEST_LABEL
    return flat if len(flat) <= longest else flat[: longest - 1] + "…"
