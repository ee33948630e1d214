"""What must be true of role maps, computed afresh and in full: the judge of `following`."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Callable, Collection
from typing import Any

from cjm_desktop.journey import following, moves
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import (
    AnyCard,
    Barrier,
    Card,
    Difference,
    Evidence,
    Feeling,
    JourneyMap,
    Lane,
    Link,
    Measurement,
    Metric,
    Participation,
    Path,
    Record,
    Stage,
    Step,
)
from cjm_desktop.journey.references import references
from tests.journey import walk
from tests.journey.small import small
from tests.journey.walk import Done, named

FOLLOWED = (
    Stage,
    Step,
    Lane,
    Card,
    Feeling,
    Evidence,
    Metric,
    Measurement,
    Link,
    Participation,
)
PLACE = {
    *("lane_id", "stage_id", "step_id", "place", "span", "between", "on_id", "dx", "dy"),
    *("about_id", "metric_id", "from_id", "to_id"),
}
PATHS: tuple[Path, ...] = ("both", "as_is", "to_be")
OF_MAP = ("scenario", "state", "period")


def roles(journey: Journey) -> list[JourneyMap]:
    """The role maps."""
    return [one for one in journey.maps() if one.general_id is not None]


def on_map(journey: Journey, map_id: str | None) -> list[Record]:
    """All that lies on a map."""
    return [one for one in journey if map_id is not None and journey.map_of(one) == map_id]


def check_roles(journey: Journey) -> None:
    """Every role map is its general map, but for what its differences name."""
    known: set[str] = set()
    for role in roles(journey):
        known |= {one.id for one in _check_role(journey, role)}
    assert known == {one.id for one in journey.all(Difference)}, "differences of nothing"


def _check_role(journey: Journey, role: JourneyMap) -> list[Difference]:
    general = journey.get(JourneyMap, role.general_id or "")
    assert general.general_id is None
    differences = [one for one in journey.all(Difference) if one.map_id == role.id]
    names: dict[str, set[str]] = {}
    for found in differences:
        assert found.field_name not in names.setdefault(found.record_id, set()), "twice"
        names[found.record_id].add(found.field_name)
    followed = [one for one in on_map(journey, general.id) if isinstance(one, FOLLOWED)]
    copies = {one.id: following.copy_id(role.id, one.id) for one in followed}
    assert names.keys() <= copies.keys() | {general.id}, "differs from what is not followed"
    for name in OF_MAP:
        if name not in names.get(general.id, ()):
            assert getattr(role, name) == getattr(general, name), name
    for one in followed:
        _check_copy(journey, role, one, copies, names.get(one.id, set()))
    return differences


def _check_copy(
    journey: Journey,
    role: JourneyMap,
    general: Record,
    copies: dict[str, str],
    names: set[str],
) -> None:
    copy = journey.find(copies[general.id])
    wanted = _wanted(journey, general, copies)
    if copy is None:
        if "hidden" in names:
            assert names == {"hidden"}, (general, names)
        else:
            assert not names, (general, names)
            assert wanted is None, f"not shown: {general}"
        return
    assert "hidden" not in names, general
    assert type(copy) is type(general)
    assert journey.map_of(copy) == role.id
    assert following.general_of(journey, copy.id) == general
    assert following.differs(journey, copy.id) == names
    if "place" not in names:
        assert wanted is not None, f"shown where it cannot be: {general}"
    for field in dataclasses.fields(general):
        name = field.name
        differs = "place" if name in PLACE else name
        if name not in {"id", "map_id"} and differs not in names:
            assert wanted is not None or name not in PLACE
            value = (wanted or {}).get(name, _pointed(journey, general, name, copies))
            assert getattr(copy, name) == value, (name, general, copy)


def _pointed(journey: Journey, general: Record, name: str, copies: dict[str, str]) -> Any:
    """A value of the general map, pointing to what the role map shows."""
    value = getattr(general, name)
    if isinstance(value, tuple):
        mapped = [copies.get(one, one) for one in value]
        return tuple(one for one in mapped if one in journey or one not in copies.values())
    if isinstance(value, str) and value in copies:
        return copies[value] if copies[value] in journey else None
    return value


def _wanted(journey: Journey, general: Record, copies: dict[str, str]) -> dict[str, Any] | None:
    """Where a copy has to be; None where it cannot be shown."""
    names = [one.name for one in dataclasses.fields(general) if one.name in PLACE]
    found = {name: _pointed(journey, general, name, copies) for name in names}
    step = journey.find(found.get("step_id"))
    lane = journey.find(found.get("lane_id"))
    if isinstance(general, Card) and isinstance(lane, Lane) and lane.per == "stage":
        found["step_id"] = None
    elif getattr(general, "step_id", None) is not None:
        if not isinstance(step, Step):
            return None
        found["stage_id"] = step.stage_id
    for name in ("lane_id", "stage_id", "about_id", "metric_id", "from_id", "to_id"):
        if name in found and found[name] is None:
            return None
    if isinstance(general, Barrier) and found["on_id"] is None:
        found["dx"] = found["dy"] = 0.0
    return found


# What an edit may not do by itself


def check_untouched(before: Journey, after: Journey, touched: Collection[str]) -> None:
    """What a role map had of its own has not changed unless the edit touched it.

    Args:
        touched: ids of what the edit itself has put or dropped.
    """
    for role in roles(before):
        now = after.find(role.id)
        if not isinstance(now, JourneyMap) or now.general_id != role.general_id:
            continue
        for record in on_map(before, role.id):
            if isinstance(record, (JourneyMap, Difference)) or record.id in touched:
                continue
            names = following.differs(before, record.id)
            if names or not isinstance(record, FOLLOWED):
                _check_kept(before, after, record, names)
        _check_order(before, after, role, touched)


def _check_kept(before: Journey, after: Journey, record: Record, names: frozenset[str]) -> None:
    now = after.find(record.id)
    assert now is not None, f"lost: {record}, {names}"
    gone = {target for _, target in references(record) if target not in after}
    wide = isinstance(record, AnyCard) and record.span > 1
    for field in dataclasses.fields(record):
        name, value = field.name, getattr(record, field.name)
        kept = "own" in names or not names or ("place" if name in PLACE else name) in names
        if not kept or name == "place" or (name == "span" and wide) or getattr(now, name) == value:
            continue
        if gone and (value in gone or set(value if isinstance(value, tuple) else ()) & gone):
            continue  # it refers to nothing that is gone
        if name in {"dx", "dy"} and getattr(record, "on_id", None) in gone:
            continue
        step = getattr(now, "step_id", None)
        if name == "stage_id" and step is not None:
            assert after.get(Step, step).stage_id == getattr(now, name)
            continue  # the step it lies in went to another stage
        assert wide, (name, record, now)
        assert name in {"stage_id", "step_id"}, (name, record, now)


def check_done(before: Journey, edited: Journey, after: Journey) -> None:
    """What an edit itself has said on a role map other than its general one has stayed.

    Args:
        edited: what it was before anything followed.
    """
    for role in roles(after):
        for record in on_map(edited, role.id):
            old = before.find(record.id)
            if old == record or not isinstance(record, FOLLOWED):
                continue
            general = following.general_of(edited, record.id)
            for field in dataclasses.fields(record):
                name, value = field.name, getattr(record, field.name)
                if name in PLACE or name == "map_id" or getattr(old, name, None) == value:
                    continue
                if general is None or _plain(value) != _plain(getattr(general, name)):
                    now = after.find(record.id)
                    assert now is not None, f"lost: {record}"
                    gone = any(target not in after for _, target in references(record))
                    assert gone or getattr(now, name) == value, (name, record, now)


def check_reasons(before: Journey, edited: Journey, after: Journey) -> None:
    """A new difference is one: the two say different things, stand elsewhere, or one is not there.

    And following puts no two things of a list at the same place.

    Args:
        edited: what it was before anything followed.
    """
    for role in roles(after):
        if getattr(before.find(role.id), "general_id", None) != role.general_id:
            continue
        followed = [one for one in on_map(after, role.general_id) if isinstance(one, FOLLOWED)]
        copies = {one.id: following.copy_id(role.id, one.id) for one in followed}
        for general in followed:
            copy, wanted = after.find(copies[general.id]), _wanted(after, general, copies)
            for one in following.departures(after, role.id, general.id).values():
                if one.id in before:
                    continue
                if one.field_name == "place" and copy is not None:
                    assert wanted != {name: getattr(copy, name) for name in wanted or ()}, one
                elif copy is not None:
                    name = one.field_name
                    assert getattr(copy, name) != _pointed(after, general, name, copies), one
        at_first = _tied(before, role.id) or _tied(edited, role.id)
        assert at_first or _tied(edited, role.general_id or "") or not _tied(after, role.id)


def _tied(journey: Journey, map_id: str) -> bool:
    """Whether two things of a list have the same place."""
    listed = [[getattr(one, "place") for one in each] for each in _lists(journey, map_id)]  # noqa: B009
    return any(len(set(one)) < len(one) for one in listed)


def _lists(journey: Journey, map_id: str) -> list[tuple[Record, ...]]:
    """The lists in order of a map, but for its cards."""
    return [
        journey.stages(map_id),
        journey.lanes(map_id),
        *(journey.steps(one.id) for one in journey.stages(map_id)),
    ]


def _plain(value: object) -> object:
    """A value, but for what it may point to: that has another id on each map."""
    return None if isinstance(value, tuple) else value


def _check_order(
    before: Journey, after: Journey, role: JourneyMap, touched: Collection[str]
) -> None:
    """Own things keep their side of every thing whose place has not changed."""
    for listed in _lists(before, role.id):
        there = [one for one in listed if one.id in after and _same_list(before, after, one)]
        for index, one in enumerate(there):
            for other in there[index + 1 :]:
                loose = [
                    each
                    for each in (one, other)
                    if following.differs(before, each.id) & {"own", "place"}
                ]
                still = [each for each in (one, other) if _still(before, after, each, touched)]
                if loose and len(still) == 2:
                    places = [getattr(after.find(each.id), "place") for each in (one, other)]  # noqa: B009
                    assert (places[0], one.id) < (places[1], other.id), (one, other)


def _same_list(before: Journey, after: Journey, record: Record) -> bool:
    now = after.find(record.id)
    return getattr(now, "stage_id", None) == getattr(record, "stage_id", None)


def _still(before: Journey, after: Journey, record: Record, touched: Collection[str]) -> bool:
    """Nobody has moved it: neither the role map, nor the general one."""
    general = following.general_of(before, record.id)
    moved = general is not None and general.id in touched
    return record.id not in touched and not moved


# What to begin with


def dense(rng: random.Random) -> Journey:
    """A small map with much on it, so that what is done to it is soon in the way of something."""
    made = small()
    lanes = ("actions", "touchpoints", "barriers", "opportunities", "owners")
    for number in range(12):
        where, span = rng.choice(list(made.at)), rng.choice((1, 1, 2, 3))
        made.card(rng.choice(lanes), where, f"c{number}", span=span)
    for name in ("Ann", "Bob"):
        moves.add_persona(made.draft, name, made.map_id)
    for _ in range(4):
        walk.set_feeling(made.draft, rng)
    return made.journey


def with_roles(journey: Journey) -> Journey:
    """The same with two role maps of its first map."""
    draft = Draft(journey)
    general = journey.maps()[0].id
    people = [one.id for one in journey.personas()]
    while len(people) < 2:
        people.append(moves.add_persona(draft, "Someone", general))
    for persona_id in people[:2]:
        moves.make_role_map(draft, general, persona_id)
    check_roles(draft.journey)
    return draft.journey


# What can be done


def make_role_map(draft: Draft, rng: random.Random) -> Done:
    if len(roles(draft.journey)) > 2 or len(draft.journey) > 2500:
        return None
    personas = draft.journey.personas()
    if not personas:
        return None
    general = rng.choice(draft.journey.maps())
    role_id = moves.make_role_map(draft, general.id, rng.choice(personas).id, walk.text(rng))
    return "step.make_role_map", named(draft, role_id)


def tried(draft: Draft, verb: Callable[[Draft], object]) -> bool:
    """Do something, unless it is refused."""
    try:
        verb(Draft(draft.journey))
    except Problem:
        return False
    verb(draft)
    return True


def give_back(draft: Draft, rng: random.Random) -> Done:
    found = [one for one in draft.journey.all(Difference) if one.field_name != "hidden"]
    if not found:
        return None
    one = rng.choice(found)
    name = rng.choice((None, one.field_name))
    is_map = isinstance(draft.journey.find(one.record_id), JourneyMap)
    copy_id = one.map_id if is_map else following.copy_id(one.map_id, one.record_id)
    if following.general_of(draft.journey, copy_id) is None:
        return None
    if not tried(draft, lambda draft: moves.give_back(draft, copy_id, name)):
        return None
    return "step.give_back", {"name": "?"}


def show_again(draft: Draft, rng: random.Random) -> Done:
    found = [one for one in draft.journey.all(Difference) if one.field_name == "hidden"]
    if not found:
        return None
    one = rng.choice(found)
    if draft.journey.get(JourneyMap, one.map_id).general_id is None:
        return None
    if not tried(draft, lambda draft: moves.show_again(draft, one.map_id, one.record_id)):
        return None
    return "step.show_again", {"name": "?"}


def become_own(draft: Draft, rng: random.Random) -> Done:
    if len(roles(draft.journey)) < 2:
        return None
    role = rng.choice(roles(draft.journey))
    moves.become_own(draft, role.id)
    return "step.become_own", named(draft, role.id)


def set_path(draft: Draft, rng: random.Random) -> Done:
    found: list[Record] = [*draft.journey.all(Stage), *draft.journey.all(Step)]
    record = rng.choice([*found, *walk.cards_of(draft)] or [None])
    path = rng.choice(PATHS)
    if record is None or not tried(draft, lambda draft: moves.set_path(draft, record.id, path)):
        return None
    return "step.path", {"name": "?"}


def plan_move(draft: Draft, rng: random.Random) -> Done:
    card = walk.one_of(rng, walk.cards_of(draft))
    if card is None:
        return None
    target = walk.cell(draft, rng, walk.lanes_for(draft, card))
    if not tried(draft, lambda draft: moves.plan_move(draft, [card.id], *target)):
        return None
    return "step.move_card", {"name": "?"}


def turn_lane(draft: Draft, rng: random.Random) -> Done:
    """Let an empty lane hold other things."""
    lanes = draft.journey.all(Lane)
    lane = rng.choice([one for one in lanes if not draft.journey.referrers(one.id)] or [None])
    if lane is None:
        return None
    moves.set_fields(draft, lane.id, holds=rng.choice(("touchpoints", "actions", "feelings")))
    return "step.edit", named(draft, lane.id)


def copy_stage(draft: Draft, rng: random.Random) -> Done:
    stage, target = walk.one_of(rng, draft.journey.all(Stage)), rng.choice(draft.journey.maps())
    if stage is None or len(draft.journey.stages(target.id)) > 8:
        return None
    new = moves.copy_stage(draft, stage.id, target.id, walk.place(rng))
    return "step.copy_stage", named(draft, new)


def copy_lane(draft: Draft, rng: random.Random) -> Done:
    lane, target = walk.one_of(rng, draft.journey.all(Lane)), rng.choice(draft.journey.maps())
    if lane is None or len(draft.journey.lanes(target.id)) > 12:
        return None
    if not tried(draft, lambda draft: moves.copy_lane(draft, lane.id, target.id)):
        return None
    return "step.copy_lane", named(draft, lane.id)


VERBS: tuple[tuple[walk.Verb, int], ...] = (
    (make_role_map, 2),
    (give_back, 6),
    (show_again, 6),
    (become_own, 1),
    (set_path, 6),
    (plan_move, 6),
    (turn_lane, 3),
    (copy_stage, 1),
    (copy_lane, 1),
)
"""Every verb here with how often it comes."""


def random_verb(draft: Draft, rng: random.Random) -> bool:
    """Apply one of these verbs, if it can be done here; say whether it was."""
    verb = rng.choices([one for one, _ in VERBS], [often for _, often in VERBS])[0]
    return verb(draft, rng) is not None
