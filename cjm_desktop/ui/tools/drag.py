"""Dragging cards: within their cell, to other cells, several at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from cjm_desktop.journey import naming
from cjm_desktop.journey.gestures import together
from cjm_desktop.journey.records import Card
from cjm_desktop.layout import hit
from cjm_desktop.ui.canvas.marks import place_rect
from cjm_desktop.ui.tools import brushes, texts
from cjm_desktop.ui.tools.carry import AIR, Carry
from cjm_desktop.ui.tools.gesture import Pointer
from cjm_desktop.ui.tools.trial import Landing

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas


class CardDrag(Carry):
    """Cards in the hand; Ctrl drops copies."""

    copies = True

    def __init__(
        self, canvas: Canvas, record_ids: tuple[str, ...], pointer: Pointer, grabbed: str
    ) -> None:
        super().__init__(canvas, record_ids, pointer, grabbed)
        canvas.marks.hide(frozenset(record_ids))
        journey = canvas.document.journey
        block = together.is_block(journey, record_ids)
        self.grabbed = grabbed if block else ""
        """Of a block the card that the others go along with."""
        self.group = together.beside(journey, record_ids, grabbed) if block else self.ids
        """What goes to the cell under the pointer."""

    def find(self, pointer: Pointer) -> Landing | str:
        """The cell under the pointer, and the place among the cards there."""
        sheet = self.canvas.sheet
        shown = dict(zip(self.ids, self.shown_ids, strict=True))
        group = [shown[one] for one in self.group]
        along = {*self.shown_ids} - {*group} if self.grabbed else set()
        if self.grabbed and not pointer.control:
            along |= {*self.ids} - {*group}
        drop = hit.drop(sheet.journey, sheet.drawing, group, pointer.x, pointer.y, along)
        if drop is None or not drop.allowed:
            return self.reason(drop)
        return Landing("card", drop.lane_id, drop.stage_id, drop.step_id, drop.place, self.grabbed)

    def reason(self, drop: hit.Drop | None) -> str:
        """Why it cannot be put down there, in words."""
        from cjm_desktop.journey import words

        if drop is None or not drop.reason:
            return ""
        return words.say(drop.reason, self.canvas.look.language, **drop.values)

    def arranged(self) -> None:
        """The slots and the ghosts are painted by hand, so the map leaves those cards out."""
        hidden = set(self.shown_ids)
        if not self.canvas_copies:
            hidden |= set(self.ids)
        self.canvas.marks.hide(frozenset(hidden))

    @property
    def canvas_copies(self) -> bool:
        """Whether the originals stay."""
        return self.trial is not None and self.pointer.control

    def _ghosts(self) -> tuple[str, ...]:
        apart = self.trial is None or self.trial.apart
        return self.ids if apart and not self.canvas_copies else ()

    def paint_place(self, painter: QPainter) -> None:
        """The places left, the cell aimed at, the slots in it."""
        journey, language = self.canvas.sheet.journey, self.canvas.document.language
        paper = QColor(self.canvas.drawing.paper)
        for record_id in self._ghosts():
            mark, record = self.canvas.marks.of(record_id), journey.find(record_id)
            if mark is not None and record is not None:
                name = naming.label(record, language)
                brushes.ghost(painter, mark.rect, mark.radius, name, paper)
        for cell in self._cells():
            brushes.frame(painter, cell)
        if self.trial is not None:
            for record_id in self.trial.ids:
                mark = self.canvas.marks.of(record_id)
                if mark is not None:
                    brushes.slot(painter, mark.rect, mark.radius, paper)

    def place_areas(self) -> list[QRectF]:
        """Ghosts, cell and slots."""
        ids = self._ghosts() + (self.trial.ids if self.trial is not None else ())
        marks = [self.canvas.marks.of(one) for one in ids]
        rects = [mark.rect for mark in marks if mark is not None]
        rects += self._cells()
        return [one.adjusted(-AIR, -AIR, AIR, AIR) for one in rects]

    def _cells(self) -> list[QRectF]:
        """The cell aimed at, and those where the rest of a block lands."""
        to = self.landing
        if to is None or to.kind != "card":
            return []
        places = {(to.lane_id, to.stage_id, to.step_id): None}
        if self.grabbed and self.trial is not None:
            for one in self.trial.ids:
                card = self.trial.journey.get(Card, one)
                places[card.lane_id, card.stage_id, card.step_id] = None
        rects = [place_rect(self.canvas.drawing, one) for one in places]
        camera = self.canvas.camera
        return [camera.rect_to_view(one).adjusted(1, 1, -1, -1) for one in rects if one is not None]

    def where(self, landing: Landing) -> tuple[str, str]:
        """Stage, step and lane, and the place among the cards there."""
        journey, held = self.canvas.document.journey, {*self.ids, *self.shown_ids}
        there = journey.cards(landing.lane_id, landing.stage_id, landing.step_id)
        others = sum(card.id not in held for card in there)
        place = others if landing.place is None else landing.place
        total = others + len(self.group)
        if self.canvas_copies:
            total += sum(card.id in self.ids for card in there)
        said = texts.place_of(place + 1, total)
        if self.copying:
            said = f"{said} · {texts.copy_word()}"
        return texts.cell(journey, landing.lane_id, landing.stage_id, landing.step_id), said

    def step_name(self, *, copy: bool) -> tuple[str, dict[str, object]]:
        """Which cards, or how many."""
        verb = "copy" if copy else "move"
        if len(self.ids) > 1:
            return f"step.{verb}_cards", {"n": len(self.ids)}
        return f"step.{verb}_card", {"name": self.name()}
