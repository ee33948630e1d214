"""As it is against as it should be: what each view shows, and what the plan changes.

A thing's own path says on which of the two it lies; it is narrowed by the step and the stage it
lies in, so that taking a stage out of the plan takes out all it holds, and giving it back gives
all of it back. A card that is moved or reworded in the plan has a twin: a second card that is only
as it should be and says in `moved_from` which card it stands for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from cjm_desktop.journey import naming, words
from cjm_desktop.journey.journey import Cell, Column, Journey
from cjm_desktop.journey.records import (
    AnyCard,
    Card,
    Channel,
    Feeling,
    Link,
    Path,
    Record,
    Stage,
    Step,
    Touchpoint,
)

OnPath = Stage | Step | Card
"""What has a path of its own."""
_WITH_PATH = (Card, Step, Stage, Feeling)
InColumn = TypeVar("InColumn", bound=Card | Feeling)
Change = Literal["same", "new", "removed", "moved", "moved_away", "reworded", "replaced"]


@dataclass(frozen=True, slots=True)
class Mark:
    """What the plan does to a thing."""

    change: Change
    """`moved` and `reworded` are twins; `moved_away` and `replaced` what they stand for."""
    place: Cell | None = None
    """Lane, stage and step of the other one: where it was moved from, or where it was moved to."""
    channel: tuple[Channel, Channel] | None = None
    """The channel as it is and as it should be, where they differ."""
    inherited: bool = False
    """The stage or step it lies in is new or removed already; nothing is to be said twice."""


def path_of(journey: Journey, record: OnPath) -> Path:
    """On which path a thing lies: its own, narrowed by the step and the stage it lies in.

    Where these contradict each other (the stage was taken out of the plan on another laptop while
    something was planned in it) it is the stage's; neither single view shows such a thing.
    """
    path: Path = "both"
    for one in reversed(_chain(journey, record)):
        path = _narrowed(one.path, path)
    return path


def around(journey: Journey, record: OnPath) -> Path:
    """The path of the step and the stage a thing lies in; `both` of a stage."""
    if isinstance(record, Stage):
        return "both"
    return path_in(journey, record.stage_id, getattr(record, "step_id", None))


def path_in(journey: Journey, stage_id: str, step_id: str | None) -> Path:
    """The path of a step, or of a stage as a whole."""
    return path_of(journey, journey.get(Step, step_id) if step_id else journey.get(Stage, stage_id))


def twin(journey: Journey, card_id: str) -> AnyCard | None:
    """The card that stands for this one in the plan, if it was moved or reworded there."""
    return next(iter(twins(journey, card_id)), None)


def twins(journey: Journey, card_id: str) -> tuple[AnyCard, ...]:
    """All cards that stand for this one; more than one only where two copies were merged."""
    return tuple(
        one
        for one in journey.referrers(card_id)
        if isinstance(one, AnyCard) and one.moved_from == card_id
    )


def shown(journey: Journey, record: Record, view: Path) -> bool:
    """Whether a view shows a record; what has no path shows in all of them."""
    if view == "both":
        return True
    if isinstance(record, Link):
        return None not in (_end(journey, one, view) for one in (record.from_id, record.to_id))
    one: Record | None = record
    while isinstance(one, _WITH_PATH):
        if one.path not in ("both", view):
            return False
        step = journey.find(getattr(one, "step_id", None))
        one = step if step is not None else journey.find(getattr(one, "stage_id", None))
    return True


def seen(journey: Journey, records: Iterable[InColumn], view: Path) -> list[InColumn]:
    """Those of some cards and curve points that a view shows; each column is asked but once."""
    if view == "both":
        return list(records)
    found: list[InColumn] = []
    columns: dict[tuple[str, str | None], bool] = {}
    for one in records:
        if one.path == view or one.path == "both":
            column = one.stage_id, one.step_id
            known = columns.get(column)
            if known is None:
                outer = journey.find(one.step_id or one.stage_id)
                known = columns[column] = outer is not None and shown(journey, outer, view)
            if known:
                found.append(one)
    return found


def hidden(journey: Journey, map_id: str, view: Path) -> frozenset[str]:
    """The ids of stages, steps, cards, curve points and passages that a view leaves out."""
    if view == "both":
        return frozenset()
    found: set[str] = set()
    there: set[str] = set()
    for record, _, _ in _on_path(journey, map_id):
        outer = getattr(record, "step_id", None) or getattr(record, "stage_id", None)
        left_out = record.path not in ("both", view) or outer in found
        (found if left_out else there).add(record.id)
    for lane in journey.lanes(map_id):
        for point in journey.feelings(lane.id):
            column = point.step_id or point.stage_id
            if point.path != view or column in found:
                found.add(point.id)
    for link in journey.links(map_id):
        # Most touchpoints need nothing to stand in for them.
        if not (there.issuperset((link.from_id, link.to_id)) or shown(journey, link, view)):
            found.add(link.id)
    return frozenset(found)


def columns(journey: Journey, map_id: str, view: Path) -> tuple[Column, ...]:
    """The grid's columns that a view shows; a stage keeps one even where it shows no step."""
    found: list[Column] = []
    for stage in journey.stages(map_id):
        if view == "both" or stage.path in ("both", view):
            steps = [one for one in journey.steps(stage.id) if shown(journey, one, view)]
            found += [Column(stage, step) for step in steps] or [Column(stage, None)]
    return tuple(found)


def stand_in(journey: Journey, card_id: str, view: Path) -> str | None:
    """The card that a view shows for this one; None where it shows none.

    Notes pinned to a touchpoint that was moved in the plan, and passages from and to it, are drawn
    at its twin there.
    """
    card = journey.get(Card, card_id)
    if shown(journey, card, view):
        return card_id
    other = journey.find(card.moved_from) if view == "as_is" else twin(journey, card_id)
    return other.id if other is not None and shown(journey, other, view) else None


def channel_in(contact: Touchpoint, view: Path) -> Channel:
    """The channel of a touchpoint in a view."""
    return (contact.planned_channel if view == "to_be" else "") or contact.channel


def real_place(
    journey: Journey,
    there: Sequence[OnPath],
    view: Path,
    place: int | None,
    without: Collection[str] = (),
) -> int | None:
    """From an index among what a view shows to the index among all, as verbs want it.

    Args:
        there: all that stands in the list, in order.
        place: index among what is shown without what is moved; None: at the end.
        without: ids of what is moved.
    """
    rest = [one for one in there if one.id not in without]
    seen = [index for index, one in enumerate(rest) if shown(journey, one, view)]
    if place is None or place >= len(seen):
        return None
    return seen[max(place, 0)]


def marks(journey: Journey, map_id: str) -> dict[str, Mark]:
    """What the plan changes of stages, steps and cards, by id; what it leaves alone is not in it.

    Something of both paths is only in it where its channel should be another one.
    """
    found: dict[str, Mark] = {}
    for stage in journey.stages(map_id):
        found |= marks_in(journey, stage)
    return found


def marks_in(journey: Journey, stage: Stage) -> dict[str, Mark]:
    """What the plan changes of a stage and of all that lies in it (see `marks`)."""
    found: dict[str, Mark] = {}
    for record, path, outer in _inside(journey, stage):
        # Most things are on both paths, and of those only a touchpoint may differ.
        if path == "both" and not isinstance(record, Touchpoint):
            continue
        mark = _mark(journey, record, path, outer)
        if mark is not None:
            found[record.id] = mark
    return found


def mark_of(journey: Journey, record: OnPath) -> Mark | None:
    """What the plan does to one thing (see `marks`)."""
    return _mark(journey, record, path_of(journey, record), around(journey, record))


def counted(found: dict[str, Mark]) -> Counter[str]:
    """How many things are new, removed, moved, reworded, or have another channel (`channel`).

    What lies in a new or removed stage or step is not counted beside it.
    """
    counts: Counter[str] = Counter()
    for one in found.values():
        if not one.inherited and one.change not in ("same", "moved_away", "replaced"):
            counts[one.change] += 1
        counts["channel"] += one.channel is not None
    return counts


def mark_words(journey: Journey, mark: Mark, language: str) -> str:
    """What the plan does to a thing, as a short line: `moved from Offer › Calculation`."""
    said = []
    if mark.change != "same":
        _, stage_id, step_id = mark.place or ("", "", None)
        place = where(journey, stage_id, step_id, language)
        said.append(words.say(f"mark.{mark.change}", language, place=place))
    if mark.channel is not None:
        now, planned = (words.Key(f"channel.{one or 'none'}") for one in mark.channel)
        said.append(words.say("mark.channel", language, now=now, planned=planned))
    return ", ".join(said)


def where(journey: Journey, stage_id: str, step_id: str | None, language: str) -> str:
    """A stage, or a stage and its step, by name: `Contract › Advance payment`."""
    found = (journey.find(stage_id), journey.find(step_id))
    return " › ".join(naming.label(one, language) for one in found if one is not None)


def _mark(journey: Journey, record: OnPath, path: Path, outer: Path) -> Mark | None:
    if path == "both":
        channel = _channels(record, record)
        return Mark("same", channel=channel) if channel else None
    if isinstance(record, Card):
        other = journey.find(record.moved_from) if path == "to_be" else twin(journey, record.id)
        if isinstance(other, Card):
            return _of_twin(record, other)
    return Mark("new" if path == "to_be" else "removed", inherited=outer == path)


def _of_twin(card: Card, other: Card) -> Mark:
    place, here = cell_of(other), cell_of(card) == cell_of(other)
    if card.moved_from == other.id:
        return Mark("reworded" if here else "moved", place, _channels(other, card))
    return Mark("replaced" if here else "moved_away", place)


def cell_of(card: Card) -> Cell:
    """Lane, stage and step a card lies in."""
    return card.lane_id, card.stage_id, card.step_id


def _channels(now: OnPath, planned: OnPath) -> tuple[Channel, Channel] | None:
    """The channel of a touchpoint as it is and as it should be, where they differ."""
    if not isinstance(now, Touchpoint) or not isinstance(planned, Touchpoint):
        return None
    both = now.channel, channel_in(planned, "to_be")
    return both if both[0] != both[1] else None


def _chain(journey: Journey, record: OnPath | Feeling) -> list[OnPath | Feeling]:
    """A thing, the step and the stage it lies in."""
    found = [record]
    for name in ("step_id", "stage_id"):
        outer = journey.find(getattr(record, name, None))
        if isinstance(outer, (Stage, Step)):
            found.append(outer)
    return found


def _on_path(journey: Journey, map_id: str) -> Iterator[tuple[OnPath, Path, Path]]:
    """Each stage, step and card of a map, its path, and the path of what it lies in."""
    for stage in journey.stages(map_id):
        yield from _inside(journey, stage)


def _inside(journey: Journey, stage: Stage) -> Iterator[tuple[OnPath, Path, Path]]:
    """A stage and all that lies in it (see `_on_path`)."""
    yield stage, stage.path, "both"
    paths: dict[str | None, Path] = {None: stage.path}
    for step in journey.steps(stage.id):
        paths[step.id] = _narrowed(step.path, stage.path)
        yield step, paths[step.id], stage.path
    for card in journey.cards_of_stage(stage.id):
        outer = paths.get(card.step_id, stage.path)
        yield card, _narrowed(card.path, outer), outer


def _narrowed(path: Path, outer: Path) -> Path:
    return path if outer == "both" else outer


def _end(journey: Journey, contact_id: str, view: Path) -> str | None:
    """What a view shows for one end of a passage."""
    return stand_in(journey, contact_id, view) if contact_id in journey else None
