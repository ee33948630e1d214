"""Where customers meet the company: stages where they do not, and what is still done by hand."""

from __future__ import annotations

from typing import NamedTuple

from cjm_desktop.journey import chain, grid, plans
from cjm_desktop.journey.grid import Grid
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    Barrier,
    Card,
    Channel,
    Department,
    Duration,
    Link,
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

    Empty where the map has no lane of touchpoints: then nobody has looked.
    """
    if not any(lane.holds == "touchpoints" for lane in journey.lanes(map_id)):
        return ()
    columns = grid.of_map(journey, map_id)
    covered = [
        columns.covered(one)
        for one in grid.contacts(journey, map_id)
        if plans.shown(journey, one, view)
    ]
    return tuple(
        stage
        for stage in journey.stages(map_id)
        if plans.shown(journey, stage, view)
        and not any(grid.meet(columns.covered(stage), one) for one in covered)
    )


def by_hand(journey: Journey, map_id: str) -> tuple[ByHand, ...]:
    """Touchpoints as they are that are not automated, what is most worth automating first.

    By the worst barrier there, then importance, then votes; of equals the earlier in the journey.
    """
    contacts = [one for one in grid.contacts(journey, map_id) if plans.shown(journey, one, "as_is")]
    passages = {one.from_id: one for one in reversed(_by_use(journey, map_id))}
    columns = grid.of_map(journey, map_id)
    found = []
    for number, contact in enumerate(contacts):
        if not contact.automated:
            passage = passages.get(contact.id)
            after = contacts[number + 1] if number + 1 < len(contacts) else None
            found.append(_by_hand(journey, columns, contact, passage, after))
    return tuple(
        sorted(found, key=lambda o: (-o.severity, -(o.contact.importance or 0), -o.contact.votes))
    )


def _by_use(journey: Journey, map_id: str) -> list[Link]:
    """Passages onward, the most used first."""
    onward = (one for one in journey.links(map_id) if one.manner == "next")
    return sorted(onward, key=lambda one: (-(one.share if one.share is not None else 0), one.id))


def _by_hand(
    journey: Journey,
    columns: Grid,
    contact: Touchpoint,
    passage: Link | None,
    after: Touchpoint | None,
) -> ByHand:
    wait = None
    if passage is not None:
        after = journey.get(Touchpoint, passage.to_id)
        wait = passage.actual_wait or passage.planned_wait
    barriers = tuple(
        one
        for one in chain.barriers_at(journey, contact.id)
        if one.status != "solved" and plans.shown(journey, one, "as_is")
    )
    owner = contact.owner or _department(journey, contact) or _of_column(journey, columns, contact)
    return ByHand(contact, owner, contact.channel, contact.starts, after, wait, barriers)


def _department(journey: Journey, card: Card) -> str:
    department = journey.find(card.department_id)
    return department.name if isinstance(department, Department) else ""


def _of_column(journey: Journey, columns: Grid, contact: Touchpoint) -> str:
    """Who owns the column a touchpoint stands in, by the bars of the owners' lane."""
    here = columns.covered(contact)
    for lane in journey.lanes(columns.columns[0].stage.map_id):
        if lane.holds == "owners":
            for bar in journey.cards_of_lane(lane.id):
                if grid.meet(here, columns.covered(bar)) and plans.shown(journey, bar, "as_is"):
                    return bar.text or _department(journey, bar)
    return ""
