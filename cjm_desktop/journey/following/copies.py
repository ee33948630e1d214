"""The records of one role map in a draft: which of them follow, and what they differ in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.following import pairs
from cjm_desktop.journey.following.pairs import PLACE
from cjm_desktop.journey.records import (
    Card,
    Difference,
    Feeling,
    JourneyMap,
    Record,
    Step,
)


class Copies:
    """A role map that is being brought up to date.

    Args:
        draft: keeps all rules.
        role: the role map, which follows another map.
    """

    def __init__(self, draft: Draft, role: JourneyMap) -> None:
        self.draft = draft
        self.journey = draft.journey
        self.role = role
        self.before: dict[str, Record | None] = {}
        """The records that were changed here, as they were; None: not there."""

    def id_of(self, general: Record) -> str:
        """The id of the copy of a general record, there or not."""
        if isinstance(general, JourneyMap):
            return self.role.id
        return pairs.copy_id(self.role.id, general.id)

    def general(self, copy: Record) -> Record | None:
        """What a record is the copy of."""
        return pairs.general_in(self.journey, self.role, copy)

    def departures(self, general: Record) -> dict[str, Difference]:
        """What the role map differs in from a general record."""
        return pairs.departures(self.journey, self.role.id, general.id)

    def put(self, record: Record) -> None:
        """Put a record; what lies in a step goes with it."""
        old = self.journey.find(record.id)
        if old == record:
            return
        self.before.setdefault(record.id, old)
        self.draft.put(record)
        if isinstance(record, Step) and isinstance(old, Step) and record.stage_id != old.stage_id:
            for one in self.journey.referrers(record.id):
                if isinstance(one, (Card, Feeling)) and one.step_id == record.id:
                    self.put(replace(one, stage_id=record.stage_id))

    def differ(self, general: Record, field_name: str) -> None:
        """Note a difference."""
        if field_name not in self.departures(general):
            made = pairs.difference(self.role.id, general.id, field_name)
            self.draft.put(made)

    def is_loose(self, record: Record) -> bool:
        """Whether a record is the role map's own, or differs from the general map."""
        general = self.general(record)
        if general is not None:
            return bool(self.departures(general))
        base = self.draft.base
        gone = pairs.general_in(base, self.role, record)
        if gone is None:
            return True
        # What was dropped took the differences along; and this edit may have made more.
        now = self.before.get(record.id, record)
        return base.find(record.id) != now or bool(pairs.departures(base, self.role.id, gone.id))

    def follows_place(self, record: Record) -> bool:
        """Whether a record stands where the general map wants it."""
        general = self.general(record)
        return general is not None and PLACE not in self.departures(general)

    def is_ours(self, inside: Iterable[Record]) -> bool:
        """Whether the role map has changed any of these records, or added one."""
        return any(map(self.is_loose, inside))
