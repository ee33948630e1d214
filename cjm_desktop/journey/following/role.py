"""One role map, brought up to date with what its general map has become."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from cjm_desktop.journey import rules, spans
from cjm_desktop.journey.belonging import dependents, take_out
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.following import pairs, ranks
from cjm_desktop.journey.following.image import PLACES, VALUES, image, place_of, values_of
from cjm_desktop.journey.following.pairs import FOLLOWED, HIDDEN, PLACE, RANK, WHERE
from cjm_desktop.journey.records import (
    Card,
    Difference,
    Feeling,
    JourneyMap,
    Lane,
    Participation,
    Record,
    Stage,
    Step,
)
from cjm_desktop.journey.references import references

_ALONE = (Feeling, Participation)
"""Of these there may be only one at a place."""
_BINDING = WHERE | {"path", "per", "holds", "moved_from", "persona_id", "manner"}
"""The fields that the rules between records read."""


class RoleMap:
    """A role map that follows its general map, in one draft.

    Args:
        draft: keeps all rules.
        role: the role map, which follows another map.
    """

    def __init__(self, draft: Draft, role: JourneyMap) -> None:
        self._draft = draft
        self._journey = draft.journey
        self._role = role
        self._waiting: list[tuple[int, str]] = []
        self._queued: set[str] = set()
        self._before: dict[str, Record | None] = {}
        """The role map's records that were changed here, as they were; None: not there."""
        self._leaving: dict[str, Record] = {}
        """The general records of copies that have nothing to follow any more, or nowhere to go."""
        self._taken_back: set[str] = set()

    def follow(self, generals: Iterable[Record], gone: Iterable[Record] = ()) -> None:
        """Let the copies of records follow them.

        Args:
            generals: records of the general map that are new or have changed.
            gone: records that it has dropped.
        """
        generals, gone = tuple(generals), tuple(gone)
        shifting = any(isinstance(one, (Stage, Step)) for one in (*generals, *gone))
        shown = self._columns() if shifting else frozenset()
        covered = spans.remember(self._journey, self._role.id) if shifting else {}
        for one in gone:
            copy = self._journey.find(self._copy_id(one))
            if type(copy) is type(one):
                self._leaving[copy.id] = one
        for one in generals:
            self._wait(one)
        while self._waiting:
            general_id = heapq.heappop(self._waiting)[1]
            self._queued.discard(general_id)
            self._bring(general_id)
        self._part(_ALONE)  # their places are free before anything else may stand there
        self._make_peace()
        self._part((Record,))
        if covered and self._columns() != shown:
            wide = ((self._journey.find(one), columns) for one, columns in covered.items())
            loose = {
                one.id: columns
                for one, columns in wide
                if one is not None and not self._follows_place(one)
            }
            spans.restore(self._draft, self._role.id, loose)
        self._put_in_order()

    def _copy_id(self, general: Record) -> str:
        if isinstance(general, JourneyMap):
            return self._role.id
        return pairs.copy_id(self._role.id, general.id)

    def _general_id(self, copy: Record) -> str:
        general = pairs.general_in(self._journey, self._role, copy)
        return general.id if general is not None else ""

    def _columns(self) -> frozenset[str]:
        """The ids of the stages and steps there are."""
        return frozenset(
            (step or stage).id for stage, step in self._journey.columns(self._role.id)
        ) | {stage.id for stage in self._journey.stages(self._role.id)}

    def _wait(self, general: Record) -> None:
        if type(general) in FOLLOWED and general.id not in self._queued:
            self._queued.add(general.id)
            heapq.heappush(self._waiting, (RANK[type(general)], general.id))

    # What has changed

    def _bring(self, general_id: str) -> None:
        """Bring one copy up to date, or make it."""
        general = self._journey.find(general_id)
        if general is None or self._journey.map_of(general) != self._role.general_id:
            return
        copy = self._journey.find(self._copy_id(general))
        departed = self._departures(general_id)
        place = place_of(self._journey, self._role, general)
        values = values_of(self._journey, self._role, general)
        if type(copy) is not type(general):
            free = copy is None or not departed
            if free and place is not None and HIDDEN not in departed:
                self._put(image(self._role, general, values, place))
                self._came(general)
            return
        self._leaving.pop(copy.id, None)
        if place is None and PLACE not in departed:
            self._leaving[copy.id] = general
        wanted = {name: value for name, value in values.items() if name not in departed}
        if place is not None and PLACE not in departed:
            wanted |= place
        self._put(replace(copy, **wanted))

    def _came(self, general: Record) -> None:
        """What belongs to a record has a place now, and what refers to it may do so."""
        for one in dependents(self._journey, general.id):
            for other in self._journey.referrers(one):
                self._wait(other)

    def _put(self, record: Record) -> None:
        """Put a record of the role map; what lies in a step goes with it."""
        old = self._journey.find(record.id)
        if old == record:
            return
        self._before.setdefault(record.id, old)
        self._draft.put(record)
        if isinstance(record, Lane) and isinstance(old, Lane) and record.per != old.per:
            for card in self._journey.cards_of_lane(self._general_id(record)):
                self._wait(card)
        if isinstance(record, Step) and isinstance(old, Step) and record.stage_id != old.stage_id:
            for one in self._journey.referrers(record.id):
                if isinstance(one, (Card, Feeling)) and one.step_id == record.id:
                    self._put(replace(one, stage_id=record.stage_id))

    def _departures(self, general_id: str) -> dict[str, Difference]:
        return pairs.departures(self._journey, self._role.id, general_id)

    def _differ(self, general: Record, field_name: str) -> None:
        """Note a difference."""
        if field_name not in self._departures(general.id):
            self._draft.put(
                Difference(
                    id=pairs.difference_id(self._role.id, general.id, field_name),
                    map_id=self._role.id,
                    record_id=general.id,
                    field_name=field_name,
                )
            )

    # What has nothing to follow

    def _part(self, kinds: tuple[type[Record], ...]) -> None:
        """Drop copies that have nothing to follow; keep those the role map has made its own."""
        for copy_id in sorted(self._leaving, key=lambda one: -RANK[type(self._leaving[one])]):
            general, copy = self._leaving[copy_id], self._journey.find(copy_id)
            if copy is None or not isinstance(copy, kinds):
                continue
            del self._leaving[copy_id]
            if not self._stays(copy_id):
                take_out(self._draft, copy_id)
            elif general.id in self._journey:
                self._differ(general, PLACE)
            else:
                for one in self._departures(general.id).values():
                    self._draft.drop(one.id)

    def _stays(self, copy_id: str) -> bool:
        """Whether the role map has changed a copy, or put something of its own there."""
        return any(self._is_loose(one) for one in dependents(self._journey, copy_id))

    def _is_loose(self, record_id: str) -> bool:
        """Whether a record is the role map's own, or differs from the general map."""
        record = self._journey.get(Record, record_id)
        general = pairs.general_in(self._journey, self._role, record)
        if general is not None:
            return bool(self._departures(general.id).keys() - {HIDDEN})
        gone = pairs.general_in(self._draft.base, self._role, record)
        if gone is None or gone.id in self._journey:
            return True
        # What was dropped took the differences along; and this edit may have made more.
        found = pairs.departures(self._draft.base, self._role.id, gone.id)
        before = self._before.get(record_id, record)
        return bool(found.keys() - {HIDDEN}) or self._draft.base.find(record_id) != before

    # Where the two cannot both be

    def _make_peace(self) -> None:
        """Take back what breaks a rule beside the role map's own: that stays, and is in the way."""
        again = True
        while again:
            again = False
            doomed = self._doomed()
            changed = [(old, self._journey.find(one)) for one, old in self._before.items()]
            there = [(old, now) for old, now in changed if now is not None]
            for one in rules.bound_by(self._journey, there):
                record = self._journey.find(one)
                if record is not None and one not in doomed and self._breaks(record):
                    again |= self._take_back(record)

    def _doomed(self) -> Collection[str]:
        """What goes along with what has nothing to follow."""
        found: set[str] = set()
        for copy_id in self._leaving:
            if copy_id in self._journey and copy_id not in found and not self._stays(copy_id):
                found.update(dependents(self._journey, copy_id))
        return found

    def _breaks(self, record: Record) -> bool:
        if any(True for _ in rules.of_relations(self._journey, record)):
            return True
        # A card has one twin in the plan; that is no rule, for two copies of a file may be merged.
        origin = getattr(record, "moved_from", None)
        return (
            origin is not None
            and record.id in self._before
            and any(
                getattr(one, "moved_from", None) == origin
                and one.id != record.id
                and self._is_loose(one.id)
                for one in self._journey.referrers(origin)
            )
        )

    def _take_back(self, record: Record) -> bool:
        """Take back a change to what breaks a rule, or to something it refers to."""
        found = [record, *(self._journey.find(target) for _, target in references(record))]
        return any(one is not None and self._restore(one) for one in found)

    def _restore(self, record: Record) -> bool:
        """Let a copy be as it was, and differ from now on; a new one is hidden."""
        if record.id not in self._before or record.id in self._taken_back:
            return False
        general = pairs.general_in(self._journey, self._role, record)
        old = self._before[record.id]
        if general is None:
            return False
        if old is None:
            take_out(self._draft, record.id)
            self._differ(general, HIDDEN)
            return True
        if type(old) is not type(record):
            return False
        names = _changed(old, record)
        if not names:
            return False
        self._taken_back.add(record.id)
        self._leaving.pop(record.id, None)
        for name in names:
            self._differ(general, PLACE if name in WHERE else name)
        if names & WHERE:
            names |= set(PLACES[type(record)])
        was = {name: getattr(old, name) for name in names}
        step = self._journey.find(was.get("step_id"))
        if isinstance(step, Step):
            was["stage_id"] = step.stage_id
        self._put(replace(record, **was))
        return True

    # Where things stand among others

    def _put_in_order(self) -> None:
        lists: dict[ranks.ListKey, ranks.Ranked] = {}
        for record_id, old in self._before.items():
            now = self._journey.find(record_id)
            if isinstance(now, ranks.Ranked):
                moved = old is None or ranks.list_of(old) != ranks.list_of(now)
                if moved or getattr(old, "place", None) != now.place:
                    lists[ranks.list_of(now) or ()] = now
        for key, one in lists.items():
            listed = ranks.members(self._journey, one)
            loose = {each.id for each in listed if not self._follows_place(each)}
            before = {each.id: self._place_before(each, key) for each in listed}
            ranks.keep_between(self._draft, listed, before, loose)

    def _follows_place(self, record: Record) -> bool:
        general = pairs.general_in(self._journey, self._role, record)
        return general is not None and PLACE not in self._departures(general.id)

    def _place_before(self, record: ranks.Ranked, key: ranks.ListKey) -> str | None:
        """The place a record had in a list; None where it was not in it."""
        old = self._before.get(record.id, record)
        if isinstance(old, ranks.Ranked) and ranks.list_of(old) == key:
            return old.place
        return None


def _changed(old: Record, now: Record) -> set[str]:
    """The fields that the rules between records read, and that are not as they were."""
    names: Any = (*VALUES[type(now)], *PLACES[type(now)])
    return {one for one in names if one in _BINDING and getattr(old, one) != getattr(now, one)}
