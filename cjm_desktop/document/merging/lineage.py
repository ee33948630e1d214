"""What two files come from: the last state both know of, found by their histories.

Copies of a file have the same steps up to where they parted. A merge notes which steps of the other
side it brought, so that they are known from then on, however often and in whatever order copies are
merged. A file without the other's steps, as one that was shared without its history, is known by
what it holds: some state of the other side is where it began.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import Any, Final, NamedTuple

from cjm_desktop.journey import rules
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.merging import Merging, other
from cjm_desktop.journey.merging.weaving import PLACE, changed, placed_as
from cjm_desktop.journey.records import Record
from cjm_desktop.storage.past import Moment, Past

MERGED: Final = "step.merge_copy"
"""The key of the step that a merge is."""
TIPS: Final = "tips"
"""The value of that step which names the last steps it knows of, the other side's first."""
MOST_TIPS = 64
_DEEPEST = 8
"""So often may two sides have merged each other's states crosswise; what lies deeper is asked."""


class Base(NamedTuple):
    """What two sides come from."""

    journey: Journey
    contested: frozenset[tuple[str, str]] = frozenset()
    """Fields that nobody knows the former value of (see `Merging`)."""


class Strand:
    """One side: a map and its past, as far as it tells what it knows of others.

    Args:
        past: of the map.
    """

    def __init__(self, past: Past) -> None:
        self.past = past
        self.ids = past.ids()
        self.merges: dict[int, tuple[str, ...]] = {}
        """The steps another side had, by the place of the step that brought them."""
        for index in range(past.done):
            step = past.step(index)
            if step.key == MERGED:
                self.merges[index] = tuple(str(step.values.get(TIPS) or "").split())[:MOST_TIPS]

    @property
    def tip(self) -> str:
        """The id of the last step that is done; empty where there is none."""
        return self.ids[self.past.done - 1] if self.past.done else ""

    @cached_property
    def known(self) -> frozenset[str]:
        """The ids of all steps that are in the map, by whomever they were made."""
        brought = (one for tips in self.merges.values() for one in tips)
        return frozenset((*self.ids[: self.past.done], *brought))

    @property
    def tips(self) -> tuple[str, ...]:
        """What a merge that brings this side has to note."""
        brought = [one for tips in reversed(self.merges.values()) for one in tips]
        return tuple(dict.fromkeys(one for one in (self.tip, *brought) if one))[:MOST_TIPS]

    def known_to(self, side: Strand) -> int:
        """How many of its steps, done or undone, another side knows of."""
        for count in range(len(self.ids), 0, -1):
            one = self.ids[count - 1]
            if one in side.known or (count <= self.past.done and one in side.ids):
                return count
        return 0

    def upto(self, count: int) -> Strand:
        """The same side when its first steps were all it had."""
        return Strand(self.past.upto(count))


def common(ours: Strand, theirs: Strand, depth: int = 0) -> Base | None:
    """What both come from, or None where they have nothing in common.

    Raises:
        StepFailed: a history does not fit its map.
    """
    mine, yours = ours.known_to(theirs), theirs.known_to(ours)
    if not mine and not yours:
        found = _by_content(ours.past, theirs.past)
        return Base(found) if found is not None else None
    first, second = ours.upto(mine), theirs.upto(yours)
    one_step = mine and yours and first.tip == second.tip
    if one_step and first.past.journey != second.past.journey:
        return None  # no honest copy
    # What its history says a foreign file was is as little to be trusted as what it says it is.
    if not all(_is_sound(one.past.journey) for one in (first, second)):
        return None
    if not mine or first.tip in second.known:
        base = Base(second.past.journey)
    elif not yours or second.tip in first.known:
        base = Base(first.past.journey)
    else:
        base = _crosswise(first, second, depth)
    return _Overlay(base, first.known | second.known).of(ours, theirs)


def _by_content(ours: Past, theirs: Past) -> Journey | None:
    """The state that one side began with and the other went through."""
    for past, began in ((ours, theirs.at(0)), (theirs, ours.at(0))):
        apart = {
            one.id
            for one in (*past.journey, *began)
            if past.journey.find(one.id) != began.find(one.id)
        }
        if not apart:
            return began
        for moment in past.back():
            for one in (*moment.changes.put, *moment.changes.dropped):
                same = moment.before.get(one.id) == began.find(one.id)
                (apart.discard if same else apart.add)(one.id)
            if not apart:
                return began
    return None


def _is_sound(journey: Journey) -> bool:
    return not any(True for _ in rules.broken(journey))


def _crosswise(first: Strand, second: Strand, depth: int) -> Base:
    """Each side merged an earlier state of the other: what both of these come to together."""
    inner = common(first, second, depth + 1) if depth < _DEEPEST else None
    if inner is None:
        return Base(second.past.journey)
    merging = Merging(inner.journey, first.past.journey, second.past.journey, inner.contested)
    contested = set(inner.contested)
    for one in merging.conflicts:
        contested |= {(record_id, one.name) for record_id in (*one.record_ids, *one.touched)}
    kept = {one.key: other(one.gone) for one in merging.conflicts if one.gone is not None}
    return Base(merging.outcome(kept), frozenset(contested))


class _Overlay:
    """What both sides got from a third one is something they come from too.

    The third side's own states are in neither file; what the merges brought of them is.

    Args:
        base: what they come from otherwise.
        known: the steps that are in it.
    """

    def __init__(self, base: Base, known: frozenset[str]) -> None:
        self._base, self._known = base, known
        self._records: dict[str, Record] = {one.id: one for one in base.journey}
        self._said: dict[tuple[str, str], Any] = {}
        self._contested = set(base.contested)

    def of(self, ours: Strand, theirs: Strand) -> Base:
        """The base with what both got from others."""
        moments = [*self._shared(ours, theirs), *self._shared(theirs, ours)]
        if not moments:
            return self._base
        return Base(Journey.of(self._records), frozenset(self._contested))

    def _shared(self, side: Strand, with_side: Strand) -> Iterator[Moment]:
        wanted = {
            index
            for index, tips in side.merges.items()
            if tips
            and tips[0] in with_side.known
            and tips[0] not in self._known
            and tips[0] not in with_side.ids
        }
        for moment in side.past.back() if wanted else ():
            if moment.at in wanted:
                self._lay(moment)
                yield moment

    def _lay(self, moment: Moment) -> None:
        for now in moment.changes.put:
            before, there = moment.before.get(now.id), self._records.get(now.id)
            if before is None and there is None:
                self._records[now.id] = now
            elif before is not None and there is not None:
                for name in changed(before, now):
                    self._lay_field(before, now, name)
        for gone in moment.changes.dropped:
            self._records.pop(gone.id, None)

    def _lay_field(self, before: Record, now: Record, name: str) -> None:
        key, there = (now.id, name), self._records[now.id]
        value = placed_as(there, now) if name == PLACE else getattr(now, name)
        said = self._said.setdefault(key, value)
        if said != value:
            self._contested.add(key)
        elif name == PLACE:
            self._records[now.id] = value
        elif type(there) is type(now) and getattr(there, name) == getattr(before, name, value):
            self._records[now.id] = replace(there, **{name: value})  # type: ignore[arg-type]
