"""The chain from a barrier to the number that should move, read from any of its links.

A barrier stands in the way; an opportunity answers it; a hypothesis says what will happen when the
opportunity is taken; a metric tells whether it did. A map's end metric belongs to every chain:
widening one bottleneck opens the next, and only the last number shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from cjm_desktop.journey import grid
from cjm_desktop.journey.grid import Grid
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    Barrier,
    Hypothesis,
    Metric,
    Opportunity,
    Record,
    Stage,
    Step,
    Touchpoint,
)

Link = Barrier | Opportunity | Hypothesis | Metric
"""What a chain is made of."""
LinkKind = Literal["opportunity", "hypothesis", "metric"]
Tie = tuple[str, str]
"""Two links by their ids, what comes first in the chain first."""


@dataclass(frozen=True, slots=True)
class Chain:
    """The links that there are, each kind from left to right of the map."""

    barriers: tuple[Barrier, ...] = ()
    opportunities: tuple[Opportunity, ...] = ()
    hypotheses: tuple[Hypothesis, ...] = ()
    metrics: tuple[Metric, ...] = ()
    end: Metric | None = None
    """The map's end metric, whether or not it is one of `metrics`."""

    @property
    def links(self) -> tuple[Link, ...]:
        """All links, from the barriers to the metrics."""
        return (*self.barriers, *self.opportunities, *self.hypotheses, *self.metrics)

    @property
    def ties(self) -> tuple[Tie, ...]:
        """Which link leads to which: the lines between them."""
        inside = {one.id for one in self.links}
        return tuple(
            (cause, one.id) for one in self.links for cause in _causes_of(one) if cause in inside
        ) + tuple(
            (one.id, one.metric_id)
            for one in self.hypotheses
            if one.metric_id is not None and one.metric_id in inside
        )

    @property
    def missing(self) -> LinkKind | None:
        """The kind of link that should come next and is not there yet."""
        if self.metrics:
            return None
        if self.hypotheses:
            return "metric"
        if self.opportunities:
            return "hypothesis"
        return "opportunity" if self.barriers else None


def of(journey: Journey, record_id: str) -> Chain:
    """The chain a barrier, opportunity, hypothesis or metric is part of.

    What leads to it and what comes of it; not what else comes of its causes. Of any other record:
    an empty chain, with the end metric of its map.
    """
    record = journey.find(record_id)
    if record is None:
        return Chain()
    found: dict[str, Link] = {}
    if isinstance(record, Link):
        for follow in (causes, effects):
            found |= {one.id: one for one in _reached(journey, record, follow)}
    map_id = journey.map_of(record)
    if map_id is None:
        return Chain()
    links = _ordered(grid.of_map(journey, map_id), found.values())
    return Chain(
        tuple(one for one in links if isinstance(one, Barrier)),
        tuple(one for one in links if isinstance(one, Opportunity)),
        tuple(one for one in links if isinstance(one, Hypothesis)),
        tuple(one for one in links if isinstance(one, Metric)),
        end_metric(journey, map_id),
    )


def causes(journey: Journey, link: Link) -> Iterator[Link]:
    """The links a link follows from: the barriers an opportunity answers, and so on."""
    if isinstance(link, Metric):
        for other in journey.referrers(link.id):
            if isinstance(other, Hypothesis):
                yield other
    for record_id in _causes_of(link):
        cause = journey.find(record_id)
        if isinstance(cause, Link):
            yield cause


def effects(journey: Journey, link: Link) -> Iterator[Link]:
    """The links that follow from a link: the opportunities that answer a barrier, and so on."""
    if isinstance(link, Hypothesis):
        metric = journey.find(link.metric_id)
        if isinstance(metric, Metric):
            yield metric
        return
    for other in journey.referrers(link.id):
        if isinstance(other, Link) and link.id in _causes_of(other):
            yield other


def end_metric(journey: Journey, map_id: str) -> Metric | None:
    """The metric of the map's last point, the first that is marked so."""
    return next((one for one in journey.metrics(map_id) if one.end), None)


def running(journey: Journey, map_id: str) -> tuple[Hypothesis, ...]:
    """The hypotheses that are being tested on a map: better no more than one at a time."""
    return tuple(one for one in journey.hypotheses(map_id) if one.status == "running")


def barriers_at(journey: Journey, place_id: str) -> tuple[Barrier, ...]:
    """The barriers that stand at a touchpoint, a step or a stage, left to right.

    At a touchpoint: those pinned to it, and those that lie unpinned in its columns. In a step or a
    stage: all that cover one of its columns, wherever they are pinned.

    Raises:
        KeyError: there is no touchpoint, step or stage of that id.
    """
    place = journey.find(place_id)
    if not isinstance(place, Touchpoint | Step | Stage):
        raise KeyError(place_id)
    map_id = journey.map_of(place) or ""
    columns = grid.of_map(journey, map_id)
    here = columns.covered(place)

    def stands(one: Barrier) -> bool:
        if isinstance(place, Touchpoint) and one.on_id is not None:
            return one.on_id == place.id
        return grid.meet(here, columns.covered(one))

    found = (one for one in _barriers(journey, map_id) if stands(one))
    return tuple(one for one in _ordered(columns, found) if isinstance(one, Barrier))


def barriers_of_contacts(journey: Journey, map_id: str) -> dict[str, tuple[Barrier, ...]]:
    """What `barriers_at` finds at every touchpoint of a map, by its id, all of them at once."""
    columns = grid.of_map(journey, map_id)
    pinned: dict[str, list[tuple[int, Barrier]]] = {}
    lying: dict[int, list[tuple[int, Barrier]]] = {}
    for number, one in enumerate(_ordered(columns, _barriers(journey, map_id))):
        if not isinstance(one, Barrier):
            continue
        if one.on_id is not None:
            pinned.setdefault(one.on_id, []).append((number, one))
        for column in columns.covered(one) if one.on_id is None else ():
            lying.setdefault(column, []).append((number, one))
    found: dict[str, tuple[Barrier, ...]] = {}
    for contact in grid.contacts(journey, map_id):
        here = dict(pinned.get(contact.id, ()))
        for column in columns.covered(contact):
            here.update(lying.get(column, ()))
        found[contact.id] = tuple(here[number] for number in sorted(here))
    return found


def _barriers(journey: Journey, map_id: str) -> Iterator[Barrier]:
    for lane in journey.lanes(map_id):
        if lane.holds == "barriers":
            yield from (one for one in journey.cards_of_lane(lane.id) if isinstance(one, Barrier))


def _causes_of(link: Record) -> tuple[str, ...]:
    """The ids a link itself names as what it follows from."""
    if isinstance(link, Opportunity):
        return link.answers
    return (link.about_id,) if isinstance(link, Hypothesis) else ()


def _reached(
    journey: Journey, start: Link, follow: Callable[[Journey, Link], Iterator[Link]]
) -> Iterable[Link]:
    """A link and all that is reached from it in one direction."""
    found: dict[str, Link] = {}
    waiting = [start]
    while waiting:
        one = waiting.pop()
        if one.id not in found:
            found[one.id] = one
            waiting += follow(journey, one)
    return found.values()


def _ordered(columns: Grid, links: Iterable[Link]) -> list[Link]:
    """Links from left to right, what covers least first, then by their place."""

    def key(link: Link) -> tuple[int, int, str, str]:
        here = columns.covered(link) if isinstance(link, Barrier | Opportunity) else range(0)
        return here.start, here.stop, link.place, link.id

    return sorted(links, key=key)
