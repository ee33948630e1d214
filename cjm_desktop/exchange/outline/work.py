"""What the parts of one change by outline share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cjm_desktop.exchange.outline.content import HOLDS, Content, Place
from cjm_desktop.exchange.outline.items import KINDS, Item, Kind
from cjm_desktop.exchange.outline.places import Spot
from cjm_desktop.journey import moves
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.records import Lane


class Work:
    """A draft, the outline it is to follow, and what was done so far.

    Args:
        items: of the outline.
        ids: their records, in a list to be completed; None: not there yet.
        was: how the outline before said what is there, by record.
        spots: where each thing stands.
    """

    def __init__(
        self,
        draft: Draft,
        content: Content,
        items: Sequence[Item],
        ids: list[str | None],
        was: dict[str, Item],
        spots: Sequence[Spot],
    ) -> None:
        self.draft = draft
        self.content = content
        self.items = items
        self.ids = ids
        self.was = was
        self.spots = spots
        self.added: dict[str, None] = {}
        self.changed: dict[str, None] = {}
        self.moved: dict[str, None] = {}

    def record(self, number: int) -> str:
        """The record of a thing, which has one by now."""
        found = self.ids[number]
        if found is None:
            raise LookupError(number)
        return found

    def add(self, number: int, record_id: str) -> str:
        """Note that a thing has a record now."""
        self.ids[number] = record_id
        self.added[record_id] = None
        return record_id

    def place(self, number: int) -> Place:
        """The stage and step a thing stands beneath."""
        spot = self.spots[number]
        return self.record(spot.stage), None if spot.step is None else self.record(spot.step)

    def change(self, record_id: str, **fields: Any) -> None:
        """Change fields of a record that differ."""
        if fields:
            moves.set_fields(self.draft, record_id, **fields)
            self.changed[record_id] = None

    def lanes(self, kind: Kind) -> list[Lane]:
        """The lanes for things of a kind; a map without any gets one where it belongs."""
        found = self.content.lanes[kind]
        if not found:
            lane_id = moves.add_lane(
                self.draft, self.content.map_id, HOLDS[kind], place=self._lane_place(kind)
            )
            found.append(self.draft.journey.get(Lane, lane_id))
        return found

    def _lane_place(self, kind: Kind) -> int | None:
        """Behind the last lane of what comes before it on a line, or before the first behind it."""
        holds = [one.holds for one in self.draft.journey.lanes(self.content.map_id)]
        order = [HOLDS[one] for one in KINDS if one in HOLDS]
        own = order.index(HOLDS[kind])
        before = [n for n, one in enumerate(holds) if one in order[:own]]
        behind = [n for n, one in enumerate(holds) if one in order[own:]]
        if before:
            return before[-1] + 1
        return behind[0] if behind else None
