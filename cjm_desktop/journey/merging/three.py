"""Three states of a document, and the one that comes of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.merging import gone, roles, settling
from cjm_desktop.journey.merging.conflicts import SIDES, Choices, Conflict, Side, other
from cjm_desktop.journey.merging.weaving import weave
from cjm_desktop.journey.records import Picture, Record


class Merging:
    """What comes of two states of a document that began as one.

    Args:
        base: what both come from.
        ours, theirs: what they are now; left as they are.
        contested: fields `(record id, name)` of the base that nobody knows the former value of; no
            name: whether the record was there at all.
    """

    def __init__(
        self,
        base: Journey,
        ours: Journey,
        theirs: Journey,
        contested: gone.Contested = frozenset(),
    ) -> None:
        self.base, self.ours, self.theirs = base, ours, theirs
        self._contested: dict[str, set[str]] = {}
        for record_id, name in contested:
            self._contested.setdefault(record_id, set()).add(name)
        self._deletions = gone.deletions(base, ours, theirs, frozenset(contested))
        self._gone = [found for one in self._deletions for found in one.conflicts()]
        self._woven: dict[str, Record] = {}
        """What both changed, without what is a conflict."""
        self._torn: dict[str, tuple[str, ...]] = {}
        """The fields that are conflicts, by id."""
        self._weave()
        found = [*self._of_fields(), *(one.conflict for one in self._gone)]
        self.conflicts: tuple[Conflict, ...] = (*found, *self._of_twins(found))
        """All that a person is asked."""

    def _weave(self) -> None:
        for record in self.ours:
            yours = self.theirs.find(record.id)
            before = self.base.find(record.id)
            if yours is None or record is yours or before is record or before is yours:
                continue
            if yours in (record, before) or record == before:
                continue
            meant = partial(self._meant, record.id, {})
            found, torn = weave(before, record, yours, meant, self._names(record.id))
            self._woven[record.id] = found
            asked = tuple(name for name in torn if self._whose(record.id, name) is None)
            if asked:
                self._torn[record.id] = asked

    def _whose(self, record_id: str, name: str) -> Side | None:
        return roles.whose(self.ours, self.theirs, record_id, name)

    def _meant(self, record_id: str, choices: Choices, name: str) -> Side:
        """Whose value a field takes that both changed: who meant it, or else who is chosen."""
        return self._whose(record_id, name) or choices.get(_key(record_id, name), "ours")

    def _names(self, record_id: str) -> set[str]:
        return self._contested.get(record_id, set())

    def _of_fields(self) -> Iterator[Conflict]:
        for record_id, names in self._torn.items():
            for name in names:
                yield Conflict(_key(record_id, name), "field", (record_id,), name)

    def _of_twins(self, found: list[Conflict]) -> Iterator[Conflict]:
        """What comes to one place, be it only where all is as one side has it."""
        known: dict[str, settling.Twins] = {}
        for side in SIDES:
            choices = dict.fromkeys((one.key for one in found), side)
            for twin in settling.twins(Journey.of(self._put_together(choices))):
                known.setdefault(_twin_key(twin), twin)
        for key, twin in known.items():
            if not settling.alike(twin):
                ours = self._stays(twin, "ours")
                ids = (ours.id, next(one.id for one in twin if one is not ours))
                yield Conflict(key, "same", ids)

    # The outcome

    def outcome(self, choices: Choices | None = None) -> Journey:
        """What comes of it.

        Args:
            choices: by the key of the conflict; what is not decided stays as ours has it.
        """
        sides = (self.ours, self.theirs)
        records = self._put_together(choices or {})
        # What stays of twins may be a twin of nobody else, for either side has but one at a place.
        asked = {one.key for one in self.conflicts}
        for twin in tuple(settling.twins(Journey.of(dict(records)))):
            key = _twin_key(twin)
            side = (choices or {}).get(key, "ours")
            kept = self._stays(twin, side) if key in asked else twin[0]
            dropped = twin[1] if kept is twin[0] else twin[0]
            settling.let_one_stay(records, kept, dropped)
        settling.mend(records, sides)
        found = roles.follow(Journey.of(records))
        found.ledger = self.ours.ledger
        return found

    def _put_together(self, choices: Choices) -> settling.Records:
        records = self._alive(choices)
        for record_id in self._torn.keys() & records.keys():
            records[record_id] = self._decided(record_id, choices)
        settling.settle(records, (self.ours, self.theirs))
        return records

    def _decided(self, record_id: str, choices: Choices) -> Record:
        ours, theirs = (one.get(Record, record_id) for one in (self.ours, self.theirs))
        choose = partial(self._meant, record_id, choices)
        base = self.base.find(record_id)
        return weave(base, ours, theirs, choose, self._names(record_id))[0]

    def _alive(self, choices: Choices) -> settling.Records:
        """All records that are there, as far as it is not for their fields to be decided."""
        dead, back = self._deleted(choices)
        found: settling.Records = {}
        for record in self.ours:
            if record.id not in dead:
                found[record.id] = self._one(record)
        for record in self.theirs:
            if record.id not in found and record.id not in dead:
                found[record.id] = record
        return found | back

    def _one(self, ours: Record) -> Record:
        theirs = self.theirs.find(ours.id)
        if theirs is None or ours.id in self._woven:
            return self._woven.get(ours.id, ours)
        return theirs if ours == self.base.find(ours.id) else ours

    def _deleted(self, choices: Choices) -> tuple[set[str], settling.Records]:
        """The ids that are gone, and the records that somebody wants to keep."""
        dead = {one for found in self._deletions for one in found.ids}
        # A picture is gone when nobody shows it any more.
        dead -= {one for one in dead if isinstance(self._anywhere(one), Picture)}
        back: dict[str, Record] = {}
        for conflict, tree in self._gone:
            by = conflict.gone or "ours"
            if choices.get(conflict.key, "ours") != by:
                having = self.theirs if other(by) == "theirs" else self.ours
                back |= {one: having.get(Record, one) for one in tree}
        return dead - back.keys(), back

    def _anywhere(self, record_id: str) -> Record | None:
        return self.ours.find(record_id) or self.theirs.find(record_id)

    def _stays(self, twin: settling.Twins, side: Side) -> Record:
        """Which of two is the one that a side has at that place."""
        state = self.ours if side == "ours" else self.theirs
        for one in twin:
            there = state.find(one.id)
            if there is not None and settling.at_one_place(one, there):
                return one
        return twin[0]


def _key(record_id: str, name: str) -> str:
    return f"{name} {record_id}"


def _twin_key(twin: settling.Twins) -> str:
    return f"same {twin[0].id} {twin[1].id}"
