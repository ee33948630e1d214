"""Silences: long waits during which the customer meets nobody of the company.

A silence begins at a contact: before the first one nobody knows of the customer yet. It is one of

- a passage whose wait is long, with no touchpoint in the columns between its two ends;
- columns in a row without any touchpoint, after one that has some, whose time together is long;
- both, where the passage leads over just those columns; then it lasts as long as the longer of the
  two says, for the wait of a passage is the time that passes on the way.

Long is what takes a week, or a tenth of the whole journey where that is less, so that the minutes
of a visit to a shop are measured by its hour and not by a factory's year. Looked at is one path:
as it is with what is known of the time, or as it should be with what is planned. The time of a step
in which somebody is met is no silence, however long: it is a matter of `times.slowest`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cjm_desktop.journey import grid, plans, times
from cjm_desktop.journey.durations import MINUTES, minutes
from cjm_desktop.journey.durations import total as together
from cjm_desktop.journey.grid import Grid
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Duration, Link, Stage, State, Step, Touchpoint
from cjm_desktop.journey.times import Which

LONGEST_UNNOTICED = float(MINUTES["weeks"])
"""Minutes without a contact that are long in any journey."""
SHARE_UNNOTICED = 0.1
"""The share of a whole journey that is long without a contact."""


class Silence(NamedTuple):
    """A long wait without a contact."""

    span: Duration
    """How long, with its range."""
    after_id: str
    """The touchpoint it begins at; of several in one column the last."""
    before_id: str | None
    """The touchpoint that ends it; None: nothing follows."""
    place_ids: tuple[str, ...] = ()
    """The steps, and stages without steps, in which nobody is met, left to right."""
    link_id: str | None = None
    """The passage whose wait it is, if a passage says so."""


def of_map(
    journey: Journey, map_id: str, path: State = "as_is", longest: float | None = None
) -> tuple[Silence, ...]:
    """The silences of a map, left to right.

    Args:
        path: as it is, with the known times, or as it should be, with the planned ones.
        longest: minutes from which on a wait is a silence; None: see `long_wait`.
    """
    found = _Looking(journey, map_id, path)
    least = long_wait(journey, map_id, path) if longest is None else longest
    runs = list(found.runs())
    passages = list(found.passages())
    silences = [*_merged(passages, runs), *(one for one in runs if _alone(one, passages))]
    order = {one.id: number for number, one in enumerate(found.contacts)}
    silences = [one for one in silences if 0 < least <= minutes(one.span)]
    return tuple(sorted(silences, key=lambda one: (order[one.after_id], one.link_id or "")))


def long_wait(journey: Journey, map_id: str, path: State = "as_is") -> float:
    """How many minutes without a contact are long on a map; a week where its times are unknown."""
    whole = minutes(times.total(journey, map_id, _which(path)).span)
    return min(LONGEST_UNNOTICED, whole * SHARE_UNNOTICED) if whole else LONGEST_UNNOTICED


def _which(path: State) -> Which:
    return "known" if path == "as_is" else "planned"


class _Looking:
    """The columns and the contacts of one path of a map."""

    def __init__(self, journey: Journey, map_id: str, path: State) -> None:
        self._journey, self._map_id, self._path = journey, map_id, path
        self._grid: Grid = grid.of_map(journey, map_id)
        self.contacts = plans.seen(journey, grid.contacts(journey, map_id), path)
        self._where = {one.id: self._grid.covered(one) for one in self.contacts}

    def _met(self) -> set[int]:
        """The columns in which somebody is met."""
        return {column for here in self._where.values() for column in here}

    def _seen(self, number: int) -> bool:
        """Whether a column is on the path."""
        stage, step = self._grid.columns[number]
        return plans.shown(self._journey, step or stage, self._path)

    def runs(self) -> Iterator[Silence]:
        """Columns in a row without a contact, after one with a contact."""
        met, quiet, after = self._met(), list[int](), -1
        for number in range(len(self._grid.columns)):
            if number in met:
                if quiet:
                    yield from self._run(after, quiet, number)
                quiet, after = [], number
            elif after >= 0 and self._seen(number):
                quiet.append(number)
        if quiet:
            yield from self._run(after, quiet, None)

    def _run(self, after: int, quiet: list[int], before: int | None) -> Iterator[Silence]:
        span = self._time_of(quiet)
        if span is not None:
            places = [self._grid.columns[one] for one in quiet]
            yield Silence(
                span,
                [one.id for one in self.contacts if after in self._where[one.id]][-1],
                next((one.id for one in self.contacts if before in self._where[one.id]), None),
                tuple((step or stage).id for stage, step in places),
            )

    def _time_of(self, quiet: Iterable[int]) -> Duration | None:
        """How long columns take: whole stages as they say it, of others the steps that say it."""
        columns = [self._grid.columns[one] for one in quiet]
        inside: dict[str, list[Stage | Step]] = {}
        for stage, step in columns:
            inside.setdefault(stage.id, []).append(step or stage)
        spans: list[Duration | None] = []
        for stage_id, places in inside.items():
            whole = [one for one in self._grid.stages[stage_id] if self._seen(one)]
            if len(whole) == len(places):
                said = self._time(self._journey.get(Stage, stage_id))
                if said is not None:
                    spans.append(said)
                    continue
            spans += [self._time(one) for one in places]
        return together(spans)

    def _time(self, place: Stage | Step | Link) -> Duration | None:
        return times.of(self._journey, place).of(_which(self._path))

    def passages(self) -> Iterator[Silence]:
        """Passages that wait, with nobody met between their ends."""
        met = self._met()
        for link in times.waiting(self._journey, self._map_id):
            span = self._time(link)
            ends = self._ends(link) if span is not None else None
            if ends is None or span is None:
                continue
            between = self._between(*ends)
            if met.isdisjoint(between):
                places = [self._grid.columns[one] for one in between if self._seen(one)]
                ids = tuple((step or stage).id for stage, step in places)
                yield Silence(span, ends[0].id, ends[1].id, ids, link.id)

    def _ends(self, link: Link) -> tuple[Touchpoint, Touchpoint] | None:
        """The touchpoints of a passage on this path, or what stands for them there."""
        found = []
        for contact_id in (link.from_id, link.to_id):
            shown = plans.stand_in(self._journey, contact_id, self._path)
            if shown not in self._where:
                return None
            found.append(self._journey.get(Touchpoint, shown))
        return found[0], found[1]

    def _between(self, start: Touchpoint, end: Touchpoint) -> range:
        """The columns strictly between two contacts; none on a way back."""
        return range(self._where[start.id].stop, self._where[end.id].start)


def _merged(passages: Iterable[Silence], runs: Iterable[Silence]) -> Iterator[Silence]:
    """Passages, as long as the columns they lead over say, where these say more."""
    for one in passages:
        spans = [run.span for run in runs if run.place_ids == one.place_ids]
        yield one._replace(span=max([one.span, *spans], key=minutes))


def _alone(run: Silence, passages: Iterable[Silence]) -> bool:
    """Whether no passage leads over just these columns."""
    return all(one.place_ids != run.place_ids for one in passages)
