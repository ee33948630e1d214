"""Which records of two states of a document differ, in what, and which of it people are told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from typing import Any, Final, Literal, NamedTuple, get_args

from cjm_desktop.journey import belonging, following, reading
from cjm_desktop.journey.comparing import places
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Card, Difference, Feeling, Picture, Record, Step
from cjm_desktop.journey.references import REFERENCES, references
from cjm_desktop.journey.values import FIELDS

Sort = Literal["added", "removed", "changed", "moved"]
SORTS: Final[tuple[Sort, ...]] = get_args(Sort)
_UNSEEN = (Difference, Picture)
"""Records nobody sees as such: a role map's notes, and pictures, which cards show."""


class Contrast(NamedTuple):
    """A record that is not the same before and after."""

    record_id: str
    sort: Sort
    """`moved` goes before `changed` where it is both."""
    before: Record | None
    """None: it was not there."""
    after: Record | None
    """None: it is gone."""
    fields: tuple[str, ...] = ()
    """What a person sees that differs, in the order of the record's fields; where it stands is
    `place`, whatever fields say so. Empty of what is added or removed."""
    along: tuple[str, ...] = ()
    """Ids of records that were added or removed with it and need no sentence of their own."""

    @property
    def record(self) -> Record:
        """As it is now; as it was, where it is gone."""
        found = self.after or self.before
        if found is None:
            raise ValueError("a contrast of nothing")
        return found


class Comparison:
    """Two states of a document side by side.

    Args:
        before, after: the states; what is the same record has the same id in both.
        map_id: only this map with what it shares with others; None: everything.
    """

    def __init__(self, before: Journey, after: Journey, map_id: str | None = None) -> None:
        self.before = before
        self.after = after
        self.map_id = map_id
        self.contrasts: tuple[Contrast, ...] = tuple(self._ordered(self._found()))
        """Every record that differs, in the order of reading, seen or not."""

    @cached_property
    def told(self) -> tuple[Contrast, ...]:
        """What people are told: not what goes without saying, and what nobody can see."""
        return tuple(_told(self))

    @cached_property
    def both(self) -> Journey:
        """The state after with all that was removed back in its place: to draw or to order both."""
        return _both(self.before, self.after)

    @property
    def counts(self) -> dict[Sort, int]:
        """How many things are told of each sort."""
        sorts = [one.sort for one in self.told]
        return {sort: sorts.count(sort) for sort in SORTS}

    @cached_property
    def _by_id(self) -> dict[str, Contrast]:
        return {one.record_id: one for one in self.contrasts}

    def find(self, record_id: str | None) -> Contrast | None:
        """How a record differs; None: it does not."""
        return self._by_id.get(record_id) if record_id is not None else None

    def _found(self) -> list[Contrast]:
        order = places.Places(self.before, self.after)
        found = []
        for record in self.after:
            old = self.before.find(record.id)
            if old is None:
                found.append(Contrast(record.id, "added", None, record))
            elif old is not record and old != record:
                found.append(_changed(old, record, order))
        gone = (one for one in self.before if one.id not in self.after)
        found += [Contrast(one.id, "removed", one, None) for one in gone]
        return [one for one in found if self._concerns(one)]

    def _concerns(self, one: Contrast) -> bool:
        if self.map_id is None:
            return True
        sides = ((self.before, one.before), (self.after, one.after))
        return any(
            _lies_on(journey, record, self.map_id)
            for journey, record in sides
            if record is not None and self.map_id in journey
        )

    def _ordered(self, found: list[Contrast]) -> list[Contrast]:
        if len(found) < 2:
            return found
        order = reading.Order(self.both)
        return sorted(found, key=lambda one: order.key(self.both.get(Record, one.record_id)))


def _lies_on(journey: Journey, record: Record, map_id: str) -> bool:
    on = journey.map_of(record)
    return on == map_id or (on is None and reading.concerns(journey, record, map_id))


def compare(before: Journey, after: Journey, map_id: str | None = None) -> Comparison:
    """Compare two states of one document.

    Args:
        before, after: the states.
        map_id: only this map with what it shares with others; None: everything.
    """
    return Comparison(before, after, map_id)


def apply(journey: Journey, contrasts: Iterable[Contrast]) -> Journey:
    """A journey with differences applied: those from a to b make b of a.

    Args:
        journey: left as it is.
        contrasts: as `compare` found them.
    """
    made = journey.fork()
    for one in contrasts:
        if one.after is not None:
            made.put(one.after)
        elif one.record_id in made:
            made.drop(one.record_id)
    return made


def _both(before: Journey, after: Journey) -> Journey:
    made = after.fork()
    for record in before:
        if record.id not in after:
            made.put(record)
    for record in before:
        # A step that went to another stage takes along what was in it.
        if record.id in after or not isinstance(record, Card | Feeling):
            continue
        step = made.find(record.step_id)
        if isinstance(step, Step) and step.stage_id != record.stage_id:
            made.put(replace(record, stage_id=step.stage_id))
    return made


def _changed(old: Record, new: Record, order: places.Places) -> Contrast:
    """How a record differs that is there before and after."""
    if type(old) is not type(new):
        return Contrast(new.id, "changed", old, new, ("kind",))
    elsewhere = order.differs(old, new)
    names = tuple(
        one.name
        for one in FIELDS[type(new)]
        if one.name not in places.WHERE and getattr(old, one.name) != getattr(new, one.name)
    )
    sort: Sort = "moved" if elsewhere else "changed"
    return Contrast(new.id, sort, old, new, (*(("place",) if elsewhere else ()), *names))


def _told(found: Comparison) -> list[Contrast]:
    """The contrasts that get a sentence, each with those that go along with it."""
    along: dict[str, list[str]] = {}
    told = []
    for one in found.contrasts:
        if isinstance(one.record, _UNSEEN) or _is_copied(found, one):
            continue
        if one.sort in ("changed", "moved"):
            told += [one] if one.fields and not _only_forgot(found, one) else []
            continue
        root = _root(found, one)
        if root is one:
            told.append(one)
        else:
            along.setdefault(root.record_id, []).append(one.record_id)
    return [one._replace(along=tuple(along.get(one.record_id, ()))) for one in told]


def _root(found: Comparison, one: Contrast) -> Contrast:
    """What was added or removed for itself, and took this along."""
    while True:
        holders = (found.find(target) for target in belonging.holders(one.record))
        above = next((o for o in holders if o is not None and o.sort == one.sort), None)
        if above is None or isinstance(above.record, _UNSEEN):
            return one
        one = above


def _only_forgot(found: Comparison, one: Contrast) -> bool:
    """Whether a record merely does not point any more to what was removed."""
    names = {reference.name for reference in REFERENCES[type(one.record)]}
    if one.before is None or not names.issuperset(one.fields):
        return False
    after = {target for _, target in references(one.record)}
    gone = {target for _, target in references(one.before)} - after
    new = after - {target for _, target in references(one.before)}
    return bool(gone) and not new and all(target not in found.after for target in gone)


def _is_copied(found: Comparison, one: Contrast) -> bool:
    """Whether a role map merely followed its general map."""
    journey: Journey = found.before if one.after is None else found.after
    general: Record | None = following.general_of(journey, one.record_id)
    source = found.find(general.id) if general is not None else None
    if source is None or general is None:
        return False
    said: set[Any] = {*one.fields}
    return source.sort == one.sort and said <= {*source.fields}
