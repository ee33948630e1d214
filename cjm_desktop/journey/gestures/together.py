"""Moving cards of several cells together, so that they keep the shape they stand in."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.gestures import planning
from cjm_desktop.journey.journey import Cell, Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import CARD_OF_LANE, Barrier, Card, Lane, Path


@dataclass(frozen=True, slots=True)
class Put:
    """Cards, in order, that come to stand in one cell, and where among what is not carried."""

    ids: tuple[str, ...]
    cell: Cell
    place: int | None


def home(journey: Journey, card_id: str) -> Cell:
    """The cell a card stands in."""
    card = journey.get(Card, card_id)
    return card.lane_id, card.stage_id, card.step_id


def is_block(journey: Journey, card_ids: Sequence[str]) -> bool:
    """Whether cards stand in more than one cell."""
    return len({home(journey, one) for one in card_ids}) > 1


def beside(journey: Journey, card_ids: Sequence[str], grabbed: str) -> tuple[str, ...]:
    """Those of the cards that stand in the cell of the one that was grabbed."""
    cell = home(journey, grabbed)
    return tuple(one for one in card_ids if home(journey, one) == cell)


def in_order(journey: Journey, map_id: str, record_ids: Sequence[str]) -> tuple[str, ...]:
    """Cards in the order they stand in: lane by lane, each from left to right."""
    lanes = {lane.id: index for index, lane in enumerate(journey.lanes(map_id))}
    columns = journey.column_numbers(map_id)
    cards = [one for one in map(journey.find, record_ids) if isinstance(one, Card)]
    cards.sort(
        key=lambda card: (
            lanes.get(card.lane_id, 0),
            columns.get((card.stage_id, card.step_id), 0),
            card.place,
        )
    )
    return tuple(card.id for card in cards)


def in_hand(journey: Journey, card_ids: Sequence[str], grabbed: str) -> tuple[str, ...]:
    """What is carried of chosen cards: a note goes with the touchpoint it is pinned to anyway."""
    chosen = set(card_ids)

    def follows(card_id: str) -> bool:
        card = journey.find(card_id)
        return isinstance(card, Barrier) and card.on_id in chosen and card_id != grabbed

    return tuple(one for one in card_ids if not follows(one))


def plan(
    journey: Journey,
    card_ids: Sequence[str],
    grabbed: str,
    to: Cell,
    place: int | None,
    view: Path = "both",
    *,
    copy: bool = False,
) -> tuple[Put, ...]:
    """Where cards go when one of them goes to a cell: each as many columns and lanes on.

    Args:
        card_ids: all that are carried, in the order they stand in.
        grabbed: the one that goes to `to`.
        place: index there, among what the view shows and is not carried.

    Returns:
        What is put where, in an order in which none is in another's way. Where cards move within
        the grabbed card's own cell, only those of that cell take another place.

    Raises:
        Problem: one of them would fall off the edge, or there is no lane for it.
    """
    if home(journey, grabbed) == to and not copy:
        return (Put(beside(journey, card_ids, grabbed), to, place),)
    map_id = journey.get(Lane, to[0]).map_id
    seen = planning.seen(journey, map_id, view)
    shift = _Shift(seen, map_id, home(journey, grabbed), to)
    found: dict[Cell, list[str]] = {}
    for one in card_ids:
        found.setdefault(shift.of(home(journey, one)), []).append(one)
    carried = frozenset(card_ids)
    puts = [
        Put(tuple(ids), cell, place if cell == to else row(seen, ids[0], carried))
        for cell, ids in found.items()
    ]
    return tuple(puts if shift.back else reversed(puts))


def put(
    draft: Draft,
    view: Path,
    card_ids: Sequence[str],
    grabbed: str,
    to: Cell,
    place: int | None,
    *,
    copy: bool = False,
    stays: bool = True,
) -> tuple[str, ...]:
    """Move or copy cards as a block (see `plan`).

    Args:
        stays: of copies: the cards they are of are counted in `place`.

    Returns:
        The ids they have there, in the order given.
    """
    now: dict[str, str] = {one: one for one in card_ids}
    for one in plan(draft.journey, card_ids, grabbed, to, place, view, copy=copy):
        if not copy and one.cell != to and _stay(draft.journey, one):
            continue  # in a lane of one cell per stage a step further is the same cell
        if copy:
            at = one.place if stays else _counted(draft.journey, one, card_ids)
            ids = planning.copy_cards(draft, view, one.ids, one.cell, at)
        else:
            ids = planning.move_cards(draft, view, one.ids, one.cell, one.place)
        now.update(zip(one.ids, ids, strict=True))
    return tuple(now[one] for one in card_ids)


def _stay(journey: Journey, put: Put) -> bool:
    return all(home(journey, one) == put.cell for one in put.ids)


def row(journey: Journey, card_id: str, carried: Collection[str]) -> int:
    """How many that are not carried stand before a card in its cell."""
    ids = [one.id for one in journey.cards(*home(journey, card_id))]
    before = ids[: ids.index(card_id)] if card_id in ids else []
    return sum(one not in carried for one in before)


def _counted(journey: Journey, put: Put, carried: Sequence[str]) -> int | None:
    """The index of a place among all of a cell, what is carried counted too."""
    there = journey.cards(*put.cell)
    free = [index for index, one in enumerate(there) if one.id not in carried]
    return None if put.place is None or put.place >= len(free) else free[put.place]


class _Shift:
    """By how many columns, stages and lanes a block goes on."""

    def __init__(self, journey: Journey, map_id: str, start: Cell, end: Cell) -> None:
        self._journey = journey
        self._columns = journey.columns(map_id)
        self._numbers = journey.column_numbers(map_id)
        self._stages = [one.id for one in journey.stages(map_id)]
        self._lanes = [one for one in journey.lanes(map_id) if not one.folded]
        if not {start[1:], end[1:]} <= self._numbers.keys():
            raise Problem("move.no_cell")
        self._by_columns = self._numbers[end[1:]] - self._numbers[start[1:]]
        self._by_stages = self._stages.index(end[1]) - self._stages.index(start[1])
        alike = self._alike(start[0])
        if not {start[0], end[0]} <= set(alike):
            raise Problem("move.block_lane")
        self._by_lanes = alike.index(end[0]) - alike.index(start[0])
        self.back = (self._by_lanes, self._by_columns, self._by_stages) < (0, 0, 0)
        """It goes up, or to the left: the first one leaves first."""

    def of(self, cell: Cell) -> Cell:
        """Where what stands in a cell goes.

        Raises:
            Problem: off the edge, or there is no lane for it.
        """
        lane_id, stage_id, step_id = cell
        alike = self._alike(lane_id)
        if lane_id not in alike or not 0 <= alike.index(lane_id) + self._by_lanes < len(alike):
            raise Problem("move.block_lane")
        there = alike[alike.index(lane_id) + self._by_lanes]
        own, other = self._journey.get(Lane, lane_id), self._journey.get(Lane, there)
        if own.per == "stage" and other.per == "stage":
            return there, self._at(self._stages, stage_id), None
        if (stage_id, step_id) not in self._numbers:
            raise Problem("move.no_cell")
        number = self._numbers[stage_id, step_id] + self._by_columns
        if not 0 <= number < len(self._columns):
            raise Problem("move.block_edge")
        stage, step = self._columns[number]
        return there, stage.id, step.id if step is not None and other.per != "stage" else None

    def _at(self, stages: list[str], stage_id: str) -> str:
        if stage_id not in stages:
            raise Problem("move.no_cell")
        number = stages.index(stage_id) + self._by_stages
        if not 0 <= number < len(stages):
            raise Problem("move.block_edge")
        return stages[number]

    def _alike(self, lane_id: str) -> list[str]:
        """The lanes that hold such cards, top to bottom."""
        holds = CARD_OF_LANE.get(self._journey.get(Lane, lane_id).holds)
        return [one.id for one in self._lanes if CARD_OF_LANE.get(one.holds) is holds]
