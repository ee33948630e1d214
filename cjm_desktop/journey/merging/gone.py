"""What one side deleted while the other went on working on it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from cjm_desktop.journey.belonging import dependents, holders
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.merging.conflicts import Conflict, Side, other
from cjm_desktop.journey.merging.roles import departs
from cjm_desktop.journey.merging.weaving import PLACE, changed, moved
from cjm_desktop.journey.records import Difference, Picture, Record
from cjm_desktop.journey.references import references

Contested = Collection[tuple[str, str]]
"""Record and field of which the former value is not known; no field: whether it was there."""
_BY_THEMSELVES = (Picture, Difference)
"""Nobody deletes these as such: they come and go with those who need them."""


class Gone(NamedTuple):
    """A conflict about what was deleted, and what comes back where it is kept."""

    conflict: Conflict
    tree: frozenset[str]


class Deletions:
    """What one side deleted.

    Args:
        by: that side.
        base: what both come from.
        without: the side that deleted.
        having: the other one.
        contested: what nobody knows the former state of.
    """

    def __init__(
        self, by: Side, base: Journey, without: Journey, having: Journey, contested: Contested
    ) -> None:
        self._by, self._base, self._having, self._contested = by, base, having, contested
        self.ids = frozenset(one.id for one in base if one.id not in without and one.id in having)
        self._roots: dict[str, frozenset[str]] = {}

    def conflicts(self) -> list[Gone]:
        """Deletions under the other side's work; what goes together is one."""
        groups: list[tuple[set[str], dict[str, None]]] = []
        for touched, deleted in self._touched():
            roots, seeds = set(self._roots_of(deleted)), {touched: None}
            apart = []
            for group in groups:
                if group[0] & roots:
                    roots |= group[0]
                    seeds = group[1] | seeds
                else:
                    apart.append(group)
            groups = [*apart, (roots, seeds)]
        return [self._gone(tuple(sorted(roots)), tuple(seeds)) for roots, seeds in groups]

    def _gone(self, roots: tuple[str, ...], seeds: tuple[str, ...]) -> Gone:
        tree = {one for root in roots for one in dependents(self._having, root)}
        key = f"gone {roots[0]}"
        conflict = Conflict(key, "gone", roots, gone=self._by, touched=seeds)
        return Gone(conflict, self.ids & tree)

    def _touched(self) -> Iterator[tuple[str, str]]:
        """What the other side worked on, and what was deleted under it."""
        if not self.ids:
            return
        for record in self._having:
            before = self._base.find(record.id)
            if record is before or isinstance(record, _BY_THEMSELVES):
                continue
            if record.id in self.ids:
                if self._worked_on(before, record):
                    yield record.id, record.id
                continue
            if departs(self._having, record.id) is not None:
                continue  # what it follows is asked about
            known = holders(before) if before is not None else ()
            for one in holders(record):
                if one in self.ids and one not in known:
                    yield record.id, one

    def _worked_on(self, before: Record | None, now: Record) -> bool:
        """Whether it was changed by more than what changes by itself or hardly counts."""
        if before is None or (now.id, "") in self._contested:
            return True
        found, meant = changed(before, now), departs(self._having, now.id)
        if meant is not None:
            found = tuple(name for name in found if name in meant)
        names = [name for name in found if name != PLACE and not self._forgot(before, now, name)]
        return bool(names) or (PLACE in found and moved(before, now))

    def _forgot(self, before: Record, now: Record, name: str) -> bool:
        """Whether a field merely refers no more to what was deleted."""
        pointed, points = (
            [target for one, target in references(record) if one.name == name]
            for record in (before, now)
        )
        return points == [one for one in pointed if one in self._having] != pointed

    def _roots_of(self, record_id: str) -> frozenset[str]:
        """What was deleted and drew this along."""
        known = self._roots.get(record_id)
        if known is None:
            above = [
                one
                for one in holders(self._having.get(Record, record_id))
                if one in self.ids and one != record_id
            ]
            found = [root for one in above for root in self._roots_of(one)]
            known = self._roots[record_id] = frozenset(found or [record_id])
        return known


def deletions(
    base: Journey, ours: Journey, theirs: Journey, contested: Contested
) -> tuple[Deletions, Deletions]:
    """What either side deleted, ours first."""
    sides: dict[Side, Journey] = {"ours": ours, "theirs": theirs}
    first, second = (
        Deletions(side, base, sides[side], sides[other(side)], contested)
        for side in ("ours", "theirs")
    )
    return first, second
