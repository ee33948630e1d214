"""What an edit of a role map itself makes differ from its general map, or agree with it again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.following import pairs, ranks
from cjm_desktop.journey.following.image import PLACES, place_of, values_of
from cjm_desktop.journey.following.pairs import FOLLOWED, HIDDEN, PLACE
from cjm_desktop.journey.records import Difference, JourneyMap, Record


class Notes:
    """The differences of one role map, brought up to date with what an edit did to it.

    Args:
        draft: the edit, before the role map follows what it did to the general map.
        role: the role map.
        changed: its records that the edit has put, or that have something to differ from anew.
        afresh: it has begun to follow the general map in this very edit.
    """

    def __init__(
        self, draft: Draft, role: JourneyMap, changed: Iterable[Record], *, afresh: bool
    ) -> None:
        self._draft = draft
        self._journey = draft.journey
        self._role = role
        self._afresh = afresh
        self._changed = {one.id: one for one in changed}

    def take(self, dropped: Iterable[Record]) -> None:
        """Note what was changed, and what was dropped, be it only just made."""
        self._same_order()
        for record_id in self._changed:
            copy = self._journey.find(record_id)
            general = self._general(copy)
            if copy is not None and general is not None:
                self._note(general, copy)
        for record in dropped:
            general = self._general(record)
            if general is not None:
                self._note_dropped(general)
        for record_id in self._draft.passed():
            general = self._journey.find(pairs.copy_id(self._role.id, record_id))
            if general is not None and self._journey.map_of(general) == self._role.general_id:
                self._note_dropped(general)

    def _general(self, copy: Record | None) -> Record | None:
        if copy is None or type(copy) not in FOLLOWED:
            return None
        return pairs.general_in(self._journey, self._role, copy)

    def _was(self, general: Record, copy: Record) -> Record | None:
        """The copy as it was; None where all it says is to be compared."""
        base = self._draft.base
        old = base.find(copy.id)
        given_back = any(
            one.id not in self._journey
            for one in pairs.departures(base, self._role.id, general.id).values()
        )
        anew = self._afresh or given_back or general.id not in base
        return old if type(old) is type(copy) and not anew else None

    def _note(self, general: Record, copy: Record) -> None:
        old = self._was(general, copy)
        known = self._departures(general)
        if HIDDEN in known:
            self._draft.drop(known[HIDDEN].id)
        for name, value in values_of(self._journey, self._role, general).items():
            own = getattr(copy, name)
            if old is None or getattr(old, name) != own:
                self._set(general, name, known, differs=own != value)
        if old is None or _place(old) != _place(copy):
            place = place_of(self._journey, self._role, general)
            self._set(general, PLACE, known, differs=place != _place(copy))

    def _note_dropped(self, general: Record) -> None:
        """What could be shown and is not is hidden; what cannot goes with what it belongs to."""
        for name, one in self._departures(general).items():
            if name != HIDDEN:
                self._draft.drop(one.id)
        if place_of(self._journey, self._role, general) is not None:
            self._set(general, HIDDEN, self._departures(general), differs=True)

    def _departures(self, general: Record) -> dict[str, Difference]:
        return pairs.departures(self._journey, self._role.id, general.id)

    def _set(
        self, general: Record, name: str, known: dict[str, Difference], *, differs: bool
    ) -> None:
        if differs and name not in known:
            self._draft.put(pairs.difference(self._role.id, general.id, name))
        elif not differs and name in known:
            self._draft.drop(known[name].id)

    # Keys of order say nothing by themselves

    def _same_order(self) -> None:
        """Where things stand in the general map's order again, let them have its very places.

        What was moved there and back has not moved, and a list that was spaced anew has not either.
        """
        lists: dict[ranks.ListKey, ranks.Ranked] = {}
        for one in self._changed.values():
            if isinstance(one, ranks.Ranked) and self._place_in_list(one) not in (None, one.place):
                lists[ranks.list_of(one) or ()] = one
        for one in lists.values():
            self._take_places(ranks.members(self._journey, one))

    def _take_places(self, listed: tuple[ranks.Ranked, ...]) -> None:
        wanted = {one.id: place for one in listed if (place := self._place_in_list(one))}
        following = [one for one in listed if one.id in wanted]
        if [one.id for one in sorted(following, key=lambda one: wanted[one.id])] != [
            one.id for one in following
        ]:
            return
        before: dict[str, str | None] = {one.id: one.place for one in listed}
        for one in following:
            if one.place != wanted[one.id]:
                self._draft.put(replace(one, place=wanted[one.id]))
        now = ranks.members(self._journey, listed[0])
        loose = {one.id for one in listed} - wanted.keys()
        ranks.keep_between(self._draft, now, before, loose)

    def _place_in_list(self, copy: ranks.Ranked) -> str | None:
        """The place in its list the general map gives a copy; None where it gives it none there.

        What stood elsewhere already and was not touched stays there.
        """
        general = self._general(copy)
        if general is None:
            return None
        if copy.id not in self._changed and PLACE in self._departures(general):
            return None
        place = place_of(self._journey, self._role, general)
        there = replace(copy, **place) if place is not None else None
        if there is None or replace(there, place=copy.place) != copy:
            return None
        return there.place


def _place(record: Record) -> dict[str, Any]:
    return {name: getattr(record, name) for name in PLACES[type(record)]}
