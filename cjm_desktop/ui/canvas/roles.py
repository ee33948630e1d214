"""The roles in the cells of who takes part and of consensus: stood on, turned and noted by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF

from cjm_desktop.journey import consensus, moves, naming, words
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.gestures.making import merge_key
from cjm_desktop.journey.gestures.walk import Direction, Place
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.moves.turns import INVOLVEMENTS, STANCES
from cjm_desktop.journey.records import Lane, Participation, Persona
from cjm_desktop.layout.pieces import Drawing

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas

STEPS = {"participation": "step.turn_involvement", "consensus": "step.turn_stance"}
"""What the history calls a turn, by the kind of the lane."""
FIELDS = {"participation": "involvement", "consensus": "stance"}
"""What a cell of such a lane sets."""
WAYS = {"involvement": INVOLVEMENTS, "stance": STANCES}
SAME_ROW = 1.0
"""How far tokens of one row may differ in height, poster units."""


def persona_of(journey: Journey, record_id: str) -> str:
    """The persona a token stands for: its own id, or that of how they take part."""
    record = journey.find(record_id)
    if isinstance(record, Participation):
        return record.persona_id
    return record.id if isinstance(record, Persona) else ""


def is_of_roles(journey: Journey, place: Place | None) -> bool:
    """Whether a cell says how roles take part, or where they stand."""
    lane = journey.find(place[0]) if place is not None else None
    return isinstance(lane, Lane) and lane.holds in STEPS


def tokens(journey: Journey, drawing: Drawing, place: Place) -> dict[str, QRectF]:
    """Where the roles of a cell are on the paper, by persona, in reading order."""
    found: dict[str, QRectF] = {}
    if not is_of_roles(journey, place):
        return found
    cell = drawing.cells.get(f"{place[0]}:{place[1]}:{place[2] or ''}")
    for piece in cell.pieces if cell is not None else ():
        for zone in piece.shape.zones:
            persona_id = persona_of(journey, zone.record_id) if zone.name == "role" else ""
            if cell is not None and persona_id:
                x, y = cell.x + piece.x + zone.x, cell.y + piece.y + zone.y
                found[persona_id] = QRectF(x, y, zone.w, zone.h)
    return found


def neighbour(there: dict[str, QRectF], now: str, direction: Direction) -> str:
    """The role beside another one, as they lie; nothing at the edge of the cell."""
    here = there[now].center()
    ways = {
        one: (rect.center().x() - here.x(), rect.center().y() - here.y())
        for one, rect in there.items()
        if one != now
    }
    across = direction in ("left", "right")
    sign = 1 if direction in ("right", "down") else -1
    if across:
        ahead = {k: x * sign for k, (x, y) in ways.items() if abs(y) < SAME_ROW and x * sign > 0}
    else:
        ahead = {k: y * sign * 1000 + abs(x) for k, (x, y) in ways.items() if y * sign >= SAME_ROW}
    return min(ahead, key=lambda one: ahead[one], default="")


def entered(there: dict[str, QRectF], direction: Direction) -> str:
    """The role one comes to first when one steps into its cell."""
    if not there:
        return ""
    ids = list(there)
    last = there[ids[-1]].center().y()
    if direction == "up":
        return next(one for one in ids if abs(there[one].center().y() - last) < SAME_ROW)
    if direction == "left":
        top = there[ids[0]].center().y()
        return [one for one in ids if abs(there[one].center().y() - top) < SAME_ROW][-1]
    return ids[0]


class Roles:
    """Answers keys where the keyboard stands in a cell of roles.

    Args:
        canvas: whose keyboard.
    """

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas

    def here(self) -> dict[str, QRectF]:
        """The roles of the cell the keyboard stands in, where they are on the paper."""
        canvas = self._canvas
        place = canvas.standing
        return tokens(canvas.sheet.journey, canvas.drawing, place) if place is not None else {}

    @property
    def chosen(self) -> str:
        """The persona whose token the keyboard stands on, or nothing."""
        return self._canvas.marks.role if self._canvas.marks.role in self.here() else ""

    @property
    def stage(self) -> tuple[str, ...]:
        """The id of the stage whose roles the keyboard stands among; empty: among none."""
        place = self._canvas.standing
        among = place is not None and is_of_roles(self._canvas.document.journey, place)
        return (place[1],) if place is not None and among else ()

    def rect(self) -> QRectF | None:
        """Where the token the keyboard stands on is on the paper."""
        return self.here().get(self._canvas.marks.role)

    def seen(self, place: Place, persona_id: str) -> QRectF | None:
        """Where a role of a cell is seen, pixels of the viewport; None: it is not shown."""
        canvas = self._canvas
        rect = tokens(canvas.sheet.journey, canvas.drawing, place).get(persona_id)
        return canvas.camera.rect_to_view(rect) if rect is not None else None

    def go(self, direction: Direction) -> bool:
        """Step to the next role of the cell; False where there is none."""
        there, now = self.here(), self.chosen
        target = neighbour(there, now, direction) if now else entered(there, direction)
        if not target:
            return False
        self._stand(target)
        return True

    def enter(self, direction: Direction) -> None:
        """Stand on the first role of the cell one has just stepped into."""
        target = entered(self.here(), direction)
        if target:
            self._stand(target)

    def _stand(self, persona_id: str) -> None:
        canvas = self._canvas
        canvas.stand_in(canvas.standing, persona_id)
        canvas.reveal_role()

    def turn(self, place: Place, persona_id: str, *, back: bool = False) -> None:
        """Let a role take part, or stand, in the next way; the keyboard stands on it then."""
        canvas = self._canvas
        journey, (lane_id, stage_id, _) = canvas.document.journey, place
        holds = journey.get(Lane, lane_id).holds
        verb = moves.turn_involvement if holds == "participation" else moves.turn_stance

        def do(draft: Draft) -> bool:
            verb(draft, persona_id, stage_id, back)
            return True

        persona = journey.get(Persona, persona_id)
        canvas.change(
            STEPS[holds], do, {"name": naming.in_role(persona, journey.document.language)}
        )
        canvas.stand_in((lane_id, stage_id, None), persona_id)
        canvas.select(())
        canvas.hands.say()

    def turn_chosen(self, *, back: bool = False) -> bool:
        """Turn the role the keyboard stands on; False: on none."""
        place, persona_id = self._canvas.standing, self.chosen
        if place is None or not persona_id:
            return False
        self.turn(place, persona_id, back=back)
        self._canvas.reveal_role()
        return True

    def turn_number(self, number: int, *, back: bool = False) -> bool:
        """Turn the role of that number in the cell one stands in; False: there is none."""
        place, there = self._canvas.standing, list(self.here())
        if place is None or not is_of_roles(self._canvas.document.journey, place):
            return False
        if 0 < number <= len(there):
            self.turn(place, there[number - 1], back=back)
            self._canvas.reveal_role()
        return True

    def _name(self, persona_id: str) -> str:
        """What the history calls a role."""
        journey = self._canvas.document.journey
        return naming.in_role(journey.get(Persona, persona_id), journey.document.language)

    def ways(self) -> tuple[tuple[str, str, bool], ...]:
        """The ways the role stood on may take part or stand: value, in words, whether it is so."""
        place, persona_id, journey = self._canvas.standing, self.chosen, self._canvas.sheet.journey
        if place is None or not persona_id:
            return ()
        part = next(iter(journey.parts(place[1], persona_id)), None)
        field = FIELDS[journey.get(Lane, place[0]).holds]
        now = getattr(part, field, None)
        language = self._canvas.look.language
        return tuple(
            (value, words.say(f"{field}.{value or 'none'}", language), value == now)
            for value in WAYS[field]
        )

    def set(self, value: str) -> None:
        """Let the role stood on take part, or stand, in a way."""
        canvas, place, persona_id = self._canvas, self._canvas.standing, self.chosen
        if place is None or not persona_id:
            return
        journey = canvas.document.journey
        holds = journey.get(Lane, place[0]).holds
        said: dict[str, Any] = {FIELDS[holds]: value}
        canvas.change(
            STEPS[holds],
            lambda draft: moves.set_participation(draft, persona_id, place[1], **said),
            {"name": self._name(persona_id)},
        )
        canvas.hands.say()

    def note(self) -> bool:
        """Write why the role stands so; False where the keyboard stands on none.

        Of whom nothing was said takes part from then on.
        """
        canvas, place, persona_id = self._canvas, self._canvas.standing, self.chosen
        if place is None or not persona_id:
            return False
        canvas.reveal_role()
        journey = canvas.document.journey
        part = next(iter(journey.parts(place[1], persona_id)), None)
        if part is not None:
            return canvas.writing.open(part.id, "note", step="step.role_note")
        name, merge = self._name(persona_id), merge_key()
        made = canvas.change(
            "step.role_note",
            lambda draft: moves.set_participation(draft, persona_id, place[1]),
            {"name": name},
            merge,
        )
        return bool(made) and canvas.writing.open(
            str(made), "note", step="step.role_note", merge=merge, fresh=True
        )

    def said(self, place: Place, persona_id: str = "") -> str:
        """What a cell of roles, or one of its roles, comes to; nothing where nobody was asked."""
        journey, language = self._canvas.sheet.journey, self._canvas.look.language
        lane, persona = journey.find(place[0]), journey.find(persona_id)
        if isinstance(persona, Persona) and isinstance(lane, Lane):
            return consensus.voice_words(journey, persona, place[1], lane.holds, language)
        return consensus.agreement_words(consensus.agreement(journey, place[1]), language)
