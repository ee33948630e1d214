"""Where a role map's own things and what comes from the general map cannot both be."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from cjm_desktop.journey import plans
from cjm_desktop.journey.belonging import dependents, take_out
from cjm_desktop.journey.following import odds
from cjm_desktop.journey.following.copies import Copies
from cjm_desktop.journey.following.image import PLACES, VALUES
from cjm_desktop.journey.following.pairs import HIDDEN, PLACE, WHERE
from cjm_desktop.journey.records import Feeling, Participation, Record, Step
from cjm_desktop.journey.references import references

_BINDING = WHERE | {"path", "per", "holds", "moved_from", "persona_id", "manner"}
"""The fields by which records can be at odds."""
ALONE = (Feeling, Participation)
"""Of these there may be only one at a place."""


class Peace:
    """Takes back what is at odds with the role map's own, which stays and is in the way.

    Args:
        copies: the role map, with what has been changed there.
    """

    def __init__(self, copies: Copies) -> None:
        self._copies = copies
        self._journey = copies.journey
        self._taken_back: set[str] = set()

    def make(self, leaving: dict[str, Record]) -> None:
        """Take back what has to be.

        Args:
            leaving: the general records of copies that have nothing to follow, by the copies' ids;
                those that are to stay are taken out of it.
        """
        again = True
        while again:
            again = False
            doomed = self._doomed(leaving)
            changed = [(old, self._journey.find(one)) for one, old in self._copies.before.items()]
            there = [(old, now) for old, now in changed if now is not None]
            for one in odds.concerned(self._journey, there):
                record = self._journey.find(one)
                if record is not None and one not in doomed and self._is_at_odds(record):
                    again |= self._take_back(record, leaving)

    def _doomed(self, leaving: dict[str, Record]) -> Collection[str]:
        """What goes along with what has nothing to follow."""
        found: set[str] = set()
        for copy_id in leaving:
            if copy_id in self._journey and copy_id not in found:
                inside = dependents(self._journey, copy_id)
                if not self._copies.is_ours(inside.values()):
                    found.update(inside)
        return found

    def _is_at_odds(self, record: Record) -> bool:
        if odds.against_rules(self._journey, record):
            return True
        general = self._copies.general(record)
        if general is not None and odds.against_sense(self._journey, general):
            return False  # the general map makes as little sense
        twins = plans.twins(self._journey, getattr(record, "moved_from", None) or "")
        own = [one.id for one in twins if self._copies.is_loose(one)]
        return odds.against_sense(self._journey, record, own)

    def _take_back(self, record: Record, leaving: dict[str, Record]) -> bool:
        """Take back a change to what is at odds, or to something it refers to.

        What was there before goes back first, out of what is new.
        """
        targets = (self._journey.find(target) for _, target in references(record))
        found = [one for one in (record, *targets) if one is not None]
        for one in found:
            if self._restore(one):
                leaving.pop(one.id, None)
                return True
        return any(map(self._hide, found))

    def _restore(self, record: Record) -> bool:
        """Let a copy be as it was, and differ from now on."""
        old, general = self._copies.before.get(record.id), self._copies.general(record)
        if general is None or type(old) is not type(record) or record.id in self._taken_back:
            return False
        names = _changed(old, record)
        if not names:
            return False
        inside = dependents(self._journey, record.id)
        if isinstance(record, ALONE) and not self._copies.is_ours(inside.values()):
            self._take_away(record, general)  # nothing is lost that the general map does not say
            return True
        self._taken_back.add(record.id)
        self._put_back(record, old, general, names)
        return True

    def _hide(self, record: Record) -> bool:
        """Hide a copy that is new, with what is new in it; not where other things are in it."""
        general, before = self._copies.general(record), self._copies.before
        inside = dependents(self._journey, record.id)
        if general is None or any(before.get(one, record) is not None for one in inside):
            return False
        self._take_away(record, general)
        return True

    def _take_away(self, record: Record, general: Record) -> None:
        take_out(self._copies.draft, record.id)
        self._copies.differ(general, HIDDEN)

    def _put_back(self, record: Record, old: Record, general: Record, names: set[str]) -> None:
        for name in names:
            self._copies.differ(general, PLACE if name in WHERE else name)
        if names & WHERE:
            names = names | set(PLACES[type(record)])
        was = {name: getattr(old, name) for name in names}
        step = self._journey.find(was.get("step_id"))
        if isinstance(step, Step):
            was["stage_id"] = step.stage_id
        self._copies.put(replace(record, **was))


def _changed(old: Record, now: Record) -> set[str]:
    """The fields that can put a record at odds and are not as they were."""
    names: Any = (*VALUES[type(now)], *PLACES[type(now)])
    return {one for one in names if one in _BINDING and getattr(old, one) != getattr(now, one)}
