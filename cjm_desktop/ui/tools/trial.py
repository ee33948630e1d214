"""What the map would be if a drag ended here: the verb, run on a draft that nobody keeps. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cjm_desktop.journey import moves, plans
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.gestures import planning, together
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.plans import OnPath
from cjm_desktop.journey.records import Card, Lane, Path, Stage, Step


@dataclass(frozen=True, slots=True)
class Landing:
    """A place to put things down.

    Args:
        kind: "card", "stage", "step", "lane" or "pin".
        lane_id, stage_id, step_id: the cell, as far as it applies.
        place: index there, not counting what is moved.
        grabbed: of cards from several cells, the one that goes there; the others keep the shape.
        on_id, dx, dy: what a note is pinned to, and its offset from there, poster units.
    """

    kind: str
    lane_id: str = ""
    stage_id: str = ""
    step_id: str | None = None
    place: int | None = None
    grabbed: str = ""
    on_id: str = ""
    dx: float = 0.0
    dy: float = 0.0


@dataclass(frozen=True, slots=True)
class Trial:
    """Records as they would be, and the ids under which the dragged things are in them."""

    journey: Journey
    ids: tuple[str, ...]
    apart: bool
    """The dragged things are still where they came from, and copies where they would go."""


def put(
    draft: Draft,
    record_ids: Sequence[str],
    to: Landing,
    *,
    copy: bool,
    view: Path = "both",
    stays: bool = True,
) -> tuple[str, ...]:
    """Move or copy things to a place.

    Args:
        view: what is seen, which the place is counted among; of how it should be only the plan
            changes.
        stays: of copies of a block: what they are of is counted in the place.

    Returns:
        The ids they have there.

    Raises:
        Problem: they cannot go there.
    """
    first = record_ids[0]
    if to.kind == "stage":
        planning.move_stage(draft, view, first, to.place)
    elif to.kind == "step":
        planning.move_step(draft, view, first, to.stage_id, to.place)
    elif to.kind == "lane":
        moves.move_lane(draft, first, to.place)
    elif to.kind == "pin":
        return (_pin(draft, first, to, copy=copy, view=view),)
    elif to.grabbed:
        cell = (to.lane_id, to.stage_id, to.step_id)
        return together.put(
            draft, view, record_ids, to.grabbed, cell, to.place, copy=copy, stays=stays
        )
    else:
        verb = planning.copy_cards if copy else planning.move_cards
        return verb(draft, view, record_ids, (to.lane_id, to.stage_id, to.step_id), to.place)
    return tuple(record_ids)


def _pin(draft: Draft, note_id: str, to: Landing, *, copy: bool, view: Path) -> str:
    if copy:
        note = draft.journey.get(Card, note_id)
        cell = (note.lane_id, note.stage_id, note.step_id)
        note_id = planning.copy_cards(draft, view, (note_id,), cell)[0]
    return planning.pin(draft, view, note_id, to.on_id, to.dx, to.dy)


def attempt(
    journey: Journey, record_ids: Sequence[str], to: Landing, *, copy: bool, view: Path = "both"
) -> Trial:
    """See what would be.

    Cards that go to another cell are copied there, so that the place they leave is still seen and
    nothing there moves before they are put down.

    Raises:
        Problem: they cannot go there.
    """
    draft = Draft(journey)
    apart = to.kind == "card" and (copy or leaves(journey, record_ids, to))
    ids = put(draft, record_ids, to, copy=apart or copy, view=view, stays=copy)
    return Trial(draft.journey, ids, apart or copy)


def leaves(journey: Journey, record_ids: Sequence[str], to: Landing) -> bool:
    """Whether any of the cards comes from another cell."""
    cell = (to.lane_id, to.stage_id, to.step_id)
    moved = (to.grabbed,) if to.grabbed else record_ids
    return any(together.home(journey, one) != cell for one in moved)


def is_home(journey: Journey, record_ids: Sequence[str], to: Landing, view: Path = "both") -> bool:
    """Whether things would lie exactly where they lie, among what is seen."""
    record = journey.find(record_ids[0])
    if to.kind == "card":
        if leaves(journey, record_ids, to):
            return False
        cards = journey.cards(to.lane_id, to.stage_id, to.step_id)
        if to.grabbed:
            record_ids = together.beside(journey, record_ids, to.grabbed)
        return _same_order(_seen(journey, cards, view), record_ids, to.place)
    if isinstance(record, Stage):
        there = _seen(journey, journey.stages(record.map_id), view)
        return _same_order(there, record_ids, to.place)
    if isinstance(record, Lane):
        there = [one.id for one in journey.lanes(record.map_id)]
        return _same_order(there, record_ids, to.place)
    if isinstance(record, Step):
        there = _seen(journey, journey.steps(record.stage_id), view)
        return record.stage_id == to.stage_id and _same_order(there, record_ids, to.place)
    return False


def _seen(journey: Journey, listed: Sequence[OnPath], view: Path) -> list[str]:
    return [one.id for one in listed if plans.shown(journey, one, view)]


def _same_order(there: list[str], moved: Sequence[str], place: int | None) -> bool:
    rest = [one for one in there if one not in moved]
    at = len(rest) if place is None else place
    return [*rest[:at], *moved, *rest[at:]] == there
