"""One role map, brought up to date with what its general map has become."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import replace

from cjm_desktop.journey import spans
from cjm_desktop.journey.belonging import dependents, take_out
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.following import ranks
from cjm_desktop.journey.following.copies import Copies
from cjm_desktop.journey.following.image import image, place_of, values_of
from cjm_desktop.journey.following.pairs import FOLLOWED, HIDDEN, PLACE, RANK
from cjm_desktop.journey.following.peace import ALONE, Peace
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    JourneyMap,
    Lane,
    Record,
    Stage,
    Step,
)


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
        self._copies = Copies(draft, role)
        self._waiting: list[tuple[int, str]] = []
        self._queued: set[str] = set()
        self._leaving: dict[str, Record] = {}
        """The general records of copies that have nothing to follow any more, or nowhere to go."""

    def follow(self, generals: Iterable[Record], gone: Iterable[Record] = ()) -> None:
        """Let the copies of records follow them.

        Args:
            generals: records of the general map that are new or have changed.
            gone: records that it has dropped.
        """
        generals, gone = tuple(generals), tuple(gone)
        shifting = any(self._may_shift(one) for one in (*generals, *gone))
        shown = self._columns() if shifting else frozenset()
        covered = spans.remember(self._journey, self._role.id) if shifting else {}
        for one in gone:
            copy = self._journey.find(self._copies.id_of(one))
            if type(copy) is type(one):
                self._leaving[copy.id] = one
        for one in generals:
            self._wait(one)
        while self._waiting:
            general_id = heapq.heappop(self._waiting)[1]
            self._queued.discard(general_id)
            self._bring(general_id)
        self._part(ALONE)  # their places are free before anything else may stand there
        Peace(self._copies).make(self._leaving)
        self._part((Record,))
        if shifting and self._columns() != shown:
            self._cover_again(covered)
        self._put_in_order()

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
        copy = self._journey.find(self._copies.id_of(general))
        departed = self._copies.departures(general)
        place = place_of(self._journey, self._role, general)
        values = values_of(self._journey, self._role, general)
        if type(copy) is not type(general):
            free = copy is None or not departed
            if free and place is not None and HIDDEN not in departed:
                self._copies.put(image(self._role, general, values, place))
                self._came(general)
            return
        self._leaving.pop(copy.id, None)
        if place is None and PLACE not in departed:
            self._leaving[copy.id] = general
        wanted = {name: value for name, value in values.items() if name not in departed}
        if place is not None and PLACE not in departed:
            wanted |= place
        now = replace(copy, **wanted)
        self._copies.put(now)
        if isinstance(copy, Lane) and isinstance(now, Lane) and now.per != copy.per:
            for one in self._journey.cards_of_lane(general_id):
                self._wait(one)

    def _came(self, general: Record) -> None:
        for one in belonging(self._journey, general):
            self._wait(one)

    # What has nothing to follow

    def _part(self, kinds: tuple[type[Record], ...]) -> None:
        """Drop copies that have nothing to follow; keep those the role map has made its own."""
        for copy_id in tuple(self._leaving):
            general, copy = self._leaving[copy_id], self._journey.find(copy_id)
            if copy is None or not isinstance(copy, kinds):
                continue
            del self._leaving[copy_id]
            if not self._copies.is_ours(dependents(self._journey, copy_id).values()):
                take_out(self._draft, copy_id)
            elif general.id in self._journey:
                self._copies.differ(general, PLACE)

    # Where things stand among others

    def _may_shift(self, general: Record) -> bool:
        """Whether a column may come or go with a record."""
        if not isinstance(general, (Stage, Step)):
            return False
        now, before = self._journey.find(general.id), self._draft.base.find(general.id)
        if now is None or self._copies.id_of(general) not in self._journey:
            return True
        return ranks.list_of(now) != (ranks.list_of(before) if before is not None else None)

    def _columns(self) -> frozenset[str]:
        """The ids of the stages and steps there are."""
        columns = self._journey.columns(self._role.id)
        return frozenset(one.id for column in columns for one in column if one is not None)

    def _cover_again(self, covered: spans.Covered) -> None:
        """Let wide cards that do not follow cover what they covered, as others do in any map."""
        found = ((self._journey.find(one), columns) for one, columns in covered.items())
        loose = {
            one.id: columns
            for one, columns in found
            if one is not None and not self._copies.follows_place(one)
        }
        spans.restore(self._draft, self._role.id, loose)

    def _put_in_order(self) -> None:
        lists: dict[ranks.ListKey, ranks.Ranked] = {}
        for record_id, old in self._copies.before.items():
            now = self._journey.find(record_id)
            if isinstance(now, ranks.Ranked):
                moved = old is None or ranks.list_of(old) != ranks.list_of(now)
                if moved or getattr(old, "place", None) != now.place:
                    lists[ranks.list_of(now) or ()] = now
        for key, one in lists.items():
            listed = ranks.members(self._journey, one)
            loose = {each.id for each in listed if not self._copies.follows_place(each)}
            before = {each.id: self._place_before(each, key) for each in listed}
            ranks.keep_between(self._draft, listed, before, loose)

    def _place_before(self, record: ranks.Ranked, key: ranks.ListKey) -> str | None:
        """The place a record had in a list; None where it was not in it."""
        old = self._copies.before.get(record.id, record)
        if isinstance(old, ranks.Ranked) and ranks.list_of(old) == key:
            return old.place
        return None


def belonging(journey: Journey, record: Record) -> Iterator[Record]:
    """What has a place when a record has one, and what may refer to it then."""
    for one in dependents(journey, record.id):
        yield from journey.referrers(one)
