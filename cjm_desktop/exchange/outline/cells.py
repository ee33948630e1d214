"""Cards as an outline has them, cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cjm_desktop.exchange.outline import channels
from cjm_desktop.exchange.outline.content import CARDS, Place
from cjm_desktop.exchange.outline.items import Item, Kind
from cjm_desktop.exchange.outline.places import staying
from cjm_desktop.exchange.outline.work import Work
from cjm_desktop.journey import moves
from cjm_desktop.journey.journey import Cell
from cjm_desktop.journey.moves.places import move_to
from cjm_desktop.journey.records import Card, Lane, Opportunity, Touchpoint

Groups = dict[int | None, list[int]]
"""The things of a cell in order; ideas by the barrier they stand under, because the order of those
under different barriers says nothing."""


class Cells:
    """The cards of one change."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._draft = work.draft

    def fill(self) -> None:
        """Add, move and change cards; what is not in the outline is gone already."""
        for kind in CARDS:
            for cell, groups in self._cells(kind).items():
                for group in groups.values():
                    self._arrange(cell, group)
        for number, item in enumerate(self._work.items):
            if item.kind in CARDS:
                self.say(number, item)
                if item.kind == "idea":
                    self._answer(number)

    def _cells(self, kind: Kind) -> dict[Cell, Groups]:
        """What belongs into which cell, in order."""
        work = self._work
        found: dict[Cell, Groups] = {}
        section: tuple[Place, int | None] | None = None
        at = 0
        for number, item in enumerate(work.items):
            if item.kind != kind:
                continue
            lanes, place = work.lanes(kind), work.place(number)
            barrier = work.spots[number].barrier
            if (place, barrier) != section:
                section, at = (place, barrier), -1
            at = max(at, self._own_lane(number, lanes))
            at = _first(lanes, place) if at < 0 else at
            step_id = None if lanes[at].per == "stage" else place[1]
            groups = found.setdefault((lanes[at].id, place[0], step_id), {})
            groups.setdefault(barrier, []).append(number)
        return found

    def _own_lane(self, number: int, lanes: Sequence[Lane]) -> int:
        """Which of several lanes a card lies in, -1 a new one: lines of a lower one come later."""
        if self._work.ids[number] is None:
            return -1
        card = self._draft.journey.get(Card, self._work.record(number))
        return [one.id for one in lanes].index(card.lane_id)

    def _arrange(self, cell: Cell, group: Sequence[int]) -> None:
        """Bring what is new or moves behind what stands before it; pinned notes stay pinned."""
        work = self._work
        ids = [work.ids[one] for one in group]
        there = [one.id for one in self._draft.journey.cards(*cell)]
        known = set(there)
        here = [one for one in ids if one is not None and one in known]
        stay = staying(there, here)
        if len(stay) == len(group):
            return
        last: str | None = None
        for number in group:
            record_id = work.ids[number]
            if record_id is None or record_id not in stay:
                coming = (one for one in ids[group.index(number) :] if one in stay)
                place = self._index(cell, record_id, last, next(coming, None))
                self._bring(number, cell, place)
            last = work.record(number)

    def _index(
        self, cell: Cell, moved: str | None, after: str | None, before: str | None
    ) -> int | None:
        """Where a card is to stand among those of a cell without it."""
        rest = [one.id for one in self._draft.journey.cards(*cell) if one.id != moved]
        if after is not None:
            return rest.index(after) + 1
        return rest.index(before) if before is not None else None

    def _bring(self, number: int, cell: Cell, place: int | None) -> None:
        work, draft = self._work, self._draft
        record_id, item = work.ids[number], work.items[number]
        if record_id is None:
            fields: dict[str, Any] = {"severity": item.severity} if item.severity else {}
            if item.kind == "contact":
                fields["channel"] = channels.named(item.text)
            work.add(number, moves.add_card(draft, *cell, item.text, place, **fields))
            return
        card = draft.journey.get(Card, record_id)
        there = draft.journey.cards(*cell)
        if any(one.id == record_id for one in there):
            move_to(draft, there, [card], place)
        else:
            moves.move_card(draft, record_id, *cell, place)
        work.moved[record_id] = None

    def say(self, number: int, item: Item) -> None:
        """Let a card say what its line says."""
        record_id = self._work.record(number)
        was = self._work.was.get(record_id)
        if was is None or was == item:
            return
        if was.text != item.text:
            self._work.change(record_id, text=item.text, **self._channel(record_id, was, item))
        if was.severity != item.severity:
            self._work.change(record_id, severity=item.severity)

    def _channel(self, record_id: str, was: Item, item: Item) -> dict[str, Any]:
        """Let a contact that was called after its channel have that of its new name."""
        contact = self._draft.journey.find(record_id)
        if not isinstance(contact, Touchpoint):
            return {}
        now = channels.named(item.text)
        own = contact.channel not in ("", channels.named(was.text))
        return {} if own or now == contact.channel else {"channel": now}

    def _answer(self, number: int) -> None:
        """Let an idea answer the barrier it stands under, and what it answers elsewhere."""
        work = self._work
        record_id, barrier = work.record(number), work.spots[number].barrier
        wanted = None if barrier is None else work.record(barrier)
        idea = self._draft.journey.get(Opportunity, record_id)
        said = work.content.answered(idea)
        if said == wanted:
            return
        if wanted is not None:
            rest = [one for one in idea.answers if one not in (wanted, said)]
            answers = (wanted, *rest)
        else:
            answers = tuple(one for one in idea.answers if work.content.beside(idea, one) is None)
        if answers == idea.answers:
            return
        moves.set_fields(self._draft, record_id, answers=answers)
        if record_id not in work.added:
            work.changed[record_id] = None


def _first(lanes: Sequence[Lane], place: Place) -> int:
    """The lane for new cards: the first that has a cell there."""
    fits = (n for n, one in enumerate(lanes) if place[1] is None or one.per == "step")
    return next(fits, 0)
