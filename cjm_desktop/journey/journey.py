"""The read side: all records of a document, found by id, by kind and by what they belong to."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import Any, NamedTuple, TypeVar, cast

from cjm_desktop.journey.ledger import Ledger
from cjm_desktop.journey.lists import (
    ALL,
    CELL,
    OF_LANE,
    OF_STAGE,
    PARTS,
    POINTING,
    POINTS,
    WIDE,
    Listed,
    Loaded,
    Owner,
    in_order,
    owners,
)
from cjm_desktop.journey.records import (
    AnyCard,
    Barrier,
    Card,
    Difference,
    Evidence,
    Feeling,
    Hypothesis,
    JourneyMap,
    Lane,
    Link,
    MapDocument,
    Measurement,
    Metric,
    Opportunity,
    Participation,
    Persona,
    Record,
    Stage,
    Step,
    Touchpoint,
)

R = TypeVar("R", bound=Record)
CARD_KINDS: tuple[type[Card], ...] = (Card, Touchpoint, Barrier, Opportunity)
Cell = tuple[str, str, str | None]
"""Lane, stage, and step or None for the stage as a whole."""


class Column(NamedTuple):
    """One column of the grid: a step, or a stage that has no steps."""

    stage: Stage
    step: Step | None


class Journey:
    """Every record of one document.

    Lists come as tuples in order of place and stay the same objects until something in them
    changes, so a reader may compare them with `is`.
    """

    def __init__(self, records: Iterable[Record] = ()) -> None:
        by_id: dict[str, Record] = {}
        for record in records:
            by_id.pop(record.id, None)
            by_id[record.id] = record
        self._begin(by_id)

    @classmethod
    def of(cls, by_id: dict[str, Record]) -> Journey:
        """A journey of records that are by id already; the dictionary is its own from then on."""
        journey = cls()
        journey._begin(by_id)
        return journey

    def _begin(self, by_id: dict[str, Record]) -> None:
        self._records = by_id
        self.ledger = Ledger()
        """Which number each card has been given; see `codes`."""
        self._loaded = Loaded(by_id.values())
        self._changed: dict[Owner, Listed] = {}
        """The lists that are not as they were loaded."""
        self._sorted: dict[Owner, tuple[Record, ...]] = {}
        self._mine: set[Owner] = set()
        """The lists no fork shares: they may be changed where they are."""

    def make_lists(self) -> None:
        """Make now what the first edit would wait for."""
        self._loaded.make_all()

    def fork(self) -> Journey:
        """An independent journey that begins as this one; cheap, for drafts and previews."""
        other = Journey()
        other._records = self._records.copy()
        other.ledger = self.ledger
        other._loaded = self._loaded
        other._changed = self._changed.copy()
        other._sorted = self._sorted.copy()
        self._mine = set()
        return other

    def put(self, record: Record) -> None:
        """Add a record, or replace the one with its id."""
        old = self._records.get(record.id)
        if old is not None and (type(old) is not type(record) or owners(old) != owners(record)):
            self.drop(record.id)
        self._sorted.pop((ALL, record.kind), None)
        self._records[record.id] = record
        for owner in owners(record):
            self._own(owner)[record.id] = record

    def drop(self, record_id: str) -> None:
        """Take a record out.

        Raises:
            KeyError: there is no record of that id.
        """
        record = self._records.pop(record_id)
        self._sorted.pop((ALL, record.kind), None)
        for owner in owners(record):
            self._own(owner).pop(record_id, None)  # it may point to the same thing twice

    def _own(self, owner: Owner) -> Listed:
        """The list of `owner`, safe to change: not shared with a fork, its order forgotten."""
        self._sorted.pop(owner, None)
        if owner in self._mine:
            return self._changed[owner]
        self._mine.add(owner)
        listed = self._changed.get(owner)
        own = (self._loaded.listed(owner) if listed is None else listed).copy()
        self._changed[owner] = own
        return own

    def _list(self, family: str, key: Hashable) -> tuple[Any, ...]:
        owner = family, key
        known = self._sorted.get(owner)
        if known is None:
            listed = self._changed.get(owner)
            if listed is None:
                return self._loaded.ordered(owner)
            known = self._sorted[owner] = in_order(listed.values())
        return known

    def __iter__(self) -> Iterator[Record]:
        return iter(self._records.values())

    def __len__(self) -> int:
        return len(self._records)

    def __contains__(self, record_id: object) -> bool:
        return record_id in self._records

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Journey) and self._records == other._records

    __hash__ = None  # type: ignore[assignment]

    def find(self, record_id: str | None) -> Record | None:
        """The record of that id, or None."""
        return self._records.get(record_id) if record_id is not None else None

    def get(self, kind: type[R], record_id: str) -> R:
        """The record of that id, which must be of that kind (or a kind of it).

        Raises:
            KeyError: there is none.
        """
        record = self._records[record_id]
        if not isinstance(record, kind):
            raise KeyError(record_id)
        return record

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """All records of exactly that kind, in order of place."""
        owner = ALL, kind.kind
        if issubclass(kind, Card) and owner not in self._sorted:
            found = [record for record in self._records.values() if type(record) is kind]
            self._sorted[owner] = in_order(found)
        return cast("tuple[R, ...]", self._list(*owner))

    @property
    def document(self) -> MapDocument:
        """The document's own record."""
        return self.get(MapDocument, "document")

    def maps(self) -> tuple[JourneyMap, ...]:
        """The journey maps, in the order of their tabs."""
        return self.all(JourneyMap)

    def personas(self, map_id: str | None = None) -> tuple[Persona, ...]:
        """All personas, or those of one map in its own order."""
        if map_id is None:
            return self.all(Persona)
        ids = self.get(JourneyMap, map_id).persona_ids
        return tuple(self.get(Persona, persona_id) for persona_id in ids)

    def stages(self, map_id: str) -> tuple[Stage, ...]:
        """The stages of a map, first to last."""
        return self._list(Stage.kind, map_id)

    def steps(self, stage_id: str) -> tuple[Step, ...]:
        """The steps of a stage, first to last."""
        return self._list(Step.kind, stage_id)

    def columns(self, map_id: str) -> tuple[Column, ...]:
        """The grid's columns, left to right."""
        found: list[Column] = []
        for stage in self.stages(map_id):
            steps = self.steps(stage.id)
            found += [Column(stage, step) for step in steps] or [Column(stage, None)]
        return tuple(found)

    def column_numbers(self, map_id: str) -> dict[tuple[str, str | None], int]:
        """Where each stage and step stands, from 0: a stage as a whole at its first column."""
        found: dict[tuple[str, str | None], int] = {}
        for number, (stage, step) in enumerate(self.columns(map_id)):
            found.setdefault((stage.id, None), number)
            found[stage.id, step.id if step else None] = number
        return found

    def lanes(self, map_id: str) -> tuple[Lane, ...]:
        """The lanes of a map, top to bottom."""
        return self._list(Lane.kind, map_id)

    def cards(self, lane_id: str, stage_id: str, step_id: str | None) -> tuple[AnyCard, ...]:
        """The cards of one cell, first to last."""
        return self._list(CELL, (lane_id, stage_id, step_id))

    def cards_of_lane(self, lane_id: str) -> tuple[AnyCard, ...]:
        """All cards of a lane, by place only."""
        return self._list(OF_LANE, lane_id)

    def cards_of_stage(self, stage_id: str) -> tuple[AnyCard, ...]:
        """All cards that lie in a stage or its steps, in every lane."""
        return self._list(OF_STAGE, stage_id)

    def feelings(self, lane_id: str) -> tuple[Feeling, ...]:
        """All curve points of a feelings lane, in no useful order (see `curve`)."""
        return self._list(Feeling.kind, lane_id)

    def curve(self, lane_id: str, persona_id: str | None, path: str) -> tuple[Feeling, ...]:
        """One curve's points, left to right."""
        order = self.column_numbers(self.get(Lane, lane_id).map_id)
        points = [p for p in self.feelings(lane_id) if (p.persona_id, p.path) == (persona_id, path)]
        last = len(order)
        return tuple(
            sorted(
                points,
                key=lambda p: (order.get((p.stage_id, p.step_id), last) + p.between, p.id),
            )
        )

    def points(self, like: Feeling) -> tuple[Feeling, ...]:
        """The points of the same curve in the same column, in no useful order."""
        key = like.lane_id, like.persona_id, like.path, like.stage_id, like.step_id
        return self._list(POINTS, key)

    def evidence(self, record_id: str) -> tuple[Evidence, ...]:
        """What a card or curve point rests on; empty: it is an assumption."""
        return self._list(Evidence.kind, record_id)

    def metrics(self, map_id: str) -> tuple[Metric, ...]:
        """The metrics of a map."""
        return self._list(Metric.kind, map_id)

    def measurements(self, metric_id: str) -> tuple[Measurement, ...]:
        """A metric's values, oldest first."""
        return self._list(Measurement.kind, metric_id)

    def participation(self, stage_id: str) -> tuple[Participation, ...]:
        """Who takes part in a stage."""
        return self._list(Participation.kind, stage_id)

    def parts(self, stage_id: str, persona_id: str) -> tuple[Participation, ...]:
        """The part that somebody takes in a stage: one, or none."""
        return self._list(PARTS, (stage_id, persona_id))

    def links(self, map_id: str) -> tuple[Link, ...]:
        """The passages between the touchpoints of a map."""
        return self._list(Link.kind, map_id)

    def hypotheses(self, map_id: str) -> tuple[Hypothesis, ...]:
        """The hypotheses of a map."""
        return self._list(Hypothesis.kind, map_id)

    def differences(self, record_id: str) -> tuple[Difference, ...]:
        """How role maps differ from a record of the general map they follow."""
        return self._list(Difference.kind, record_id)

    def wide_cards(self) -> tuple[AnyCard, ...]:
        """All cards that cover more than one column."""
        return self._list(WIDE, WIDE)

    def referrers(self, record_id: str) -> tuple[Record, ...]:
        """Every record that points to that id."""
        return (
            *self._list(POINTING, record_id),
            *self._list(OF_LANE, record_id),
            *self._list(OF_STAGE, record_id),
        )

    def map_of(self, record: Record) -> str | None:
        """The id of the map a record lies in, or None for what belongs to no map."""
        if isinstance(record, JourneyMap):
            return record.id
        direct = getattr(record, "map_id", None)
        if direct is not None:
            return cast("str", direct)
        for name in ("stage_id", "about_id", "metric_id"):
            parent = self.find(getattr(record, name, None))
            if parent is not None:
                return self.map_of(parent)
        return None
