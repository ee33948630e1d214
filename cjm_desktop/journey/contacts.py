"""Where customers meet the company: stages where they do not, and what is still done by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cjm_desktop.journey import chain, grid, plans
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    Barrier,
    Card,
    Channel,
    Department,
    Duration,
    Path,
    Stage,
    Touchpoint,
)


class ByHand(NamedTuple):
    """A touchpoint that people still see to: something that might be automated."""

    contact: Touchpoint
    owner: str
    """Who sees to it: its own owner, else its department, else whoever owns its column."""
    channel: Channel
    starts: str
    """What triggers it."""
    following: Touchpoint | None
    """The contact after it: by its passage, else the next one along the journey."""
    wait: Duration | None
    """How long customers wait for that: as it is, else as planned; None where nobody knows."""
    barriers: tuple[Barrier, ...]
    """What stands in the way there and is not solved."""

    @property
    def next_starts(self) -> str:
        """What triggers the contact after it."""
        return self.following.starts if self.following is not None else ""

    @property
    def severity(self) -> int:
        """How severe the worst barrier there is, 1 to 3; 0 without any."""
        return max((one.severity for one in self.barriers), default=0)


def stages_without(journey: Journey, map_id: str, view: Path = "as_is") -> tuple[Stage, ...]:
    """The stages in which customers never meet the company.

    Empty where the map has no touchpoint at all: then nobody has looked yet.
    """
    columns = grid.of_map(journey, map_id)
    met = {
        column
        for one in grid.contacts(journey, map_id)
        if plans.shown(journey, one, view)
        for column in columns.covered(one)
    }
    if not met:
        return ()
    return tuple(
        stage
        for stage in journey.stages(map_id)
        if plans.shown(journey, stage, view) and met.isdisjoint(columns.covered(stage))
    )


def by_hand(journey: Journey, map_id: str) -> tuple[ByHand, ...]:
    """Touchpoints as they are that are not automated, what is most worth automating first.

    By the worst barrier there, then importance, then votes; of equals the earlier in the journey.
    """
    return tuple(
        sorted(
            _ByHand(journey, map_id).found(),
            key=lambda o: (-o.severity, -(o.contact.importance or 0), -o.contact.votes),
        )
    )


class _ByHand:
    """What is asked of every touchpoint of a map, found out once."""

    def __init__(self, journey: Journey, map_id: str) -> None:
        self._journey = journey
        self._hidden = plans.hidden(journey, map_id, "as_is")
        self._columns = grid.of_map(journey, map_id)
        self._contacts = [
            one for one in grid.contacts(journey, map_id) if one.id not in self._hidden
        ]
        self._passages = {one.from_id: one for one in reversed(_onward(journey, map_id))}
        self._barriers = chain.barriers_of_contacts(journey, map_id)
        self._owners = list(self._of_columns(map_id))

    def _of_columns(self, map_id: str) -> Iterator[tuple[range, str]]:
        """Which columns the bars of the owners' lanes cover, and whose they are."""
        for lane in self._journey.lanes(map_id):
            bars = self._journey.cards_of_lane(lane.id) if lane.holds == "owners" else ()
            for bar in bars:
                if bar.id not in self._hidden:
                    said = bar.text or _department(self._journey, bar)
                    yield self._columns.covered(bar), said

    def found(self) -> Iterator[ByHand]:
        """The touchpoints that are not automated, in the order of the journey."""
        for number, contact in enumerate(self._contacts):
            if not contact.automated:
                yield self._of(contact, next(iter(self._contacts[number + 1 : number + 2]), None))

    def _of(self, contact: Touchpoint, after: Touchpoint | None) -> ByHand:
        wait, passage = None, self._passages.get(contact.id)
        if passage is not None:
            after, wait = self._journey.get(Touchpoint, passage.to_id), passage.wait
        barriers = tuple(
            one
            for one in self._barriers[contact.id]
            if one.status != "solved" and one.id not in self._hidden
        )
        owner = contact.owner or _department(self._journey, contact) or self._owner_here(contact)
        return ByHand(contact, owner, contact.channel, contact.starts, after, wait, barriers)

    def _owner_here(self, contact: Touchpoint) -> str:
        here = self._columns.covered(contact)
        return next((name for bar, name in self._owners if grid.meet(here, bar)), "")


class _Passage(NamedTuple):
    """A way from one contact to another, as it is."""

    from_id: str
    to_id: str
    wait: Duration | None


def _onward(journey: Journey, map_id: str) -> list[_Passage]:
    """Passages onward between what there is now, the most used first."""
    onward = [one for one in journey.links(map_id) if one.manner == "next"]
    onward.sort(key=lambda one: (-(one.share if one.share is not None else 0), one.id))
    found = []
    for one in onward:
        ends = [plans.stand_in(journey, key, "as_is") for key in (one.from_id, one.to_id)]
        if ends[0] is not None and ends[1] is not None:
            found.append(_Passage(ends[0], ends[1], one.actual_wait or one.planned_wait))
    return found


def _department(journey: Journey, card: Card) -> str:
    department = journey.find(card.department_id)
    return department.name if isinstance(department, Department) else ""
