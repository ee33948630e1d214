"""Everything that can be done to a journey, by lot: all verbs, role maps, the plan, any field."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import Field, fields, replace
from typing import Any, get_args

from cjm_desktop.journey import moves
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.hypotheses import STATUSES
from cjm_desktop.journey.pasted import Entry
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import (
    Barrier,
    Difference,
    Duration,
    Metric,
    Opportunity,
    Path,
    Persona,
    Picture,
    Stage,
    Step,
    Unit,
)
from tests.journey import roles, walk

VIEWS: tuple[Path, ...] = ("as_is", "to_be", "both")
Deed = Callable[[Draft, random.Random], object]


def some_card(draft: Draft, rng: random.Random) -> str:
    return rng.choice(walk.cards_of(draft)).id


def some_column(draft: Draft, rng: random.Random) -> str:
    return rng.choice([*draft.journey.all(Stage), *draft.journey.all(Step)]).id


# What the plan changes, and what is tested


def plan_move(draft: Draft, rng: random.Random) -> None:
    card = rng.choice(walk.cards_of(draft))
    moves.plan_move(draft, [card.id], *walk.cell(draft, rng, walk.lanes_for(draft, card)))


def plan_stage(draft: Draft, rng: random.Random) -> None:
    moves.plan_stage(draft, rng.choice(draft.journey.maps()).id, "planned", 1)


def plan_pin(draft: Draft, rng: random.Random) -> None:
    note = rng.choice(draft.journey.all(Barrier))
    moves.plan_pin(draft, note.id, some_column(draft, rng), 1, 2)


def hypothesis(draft: Draft, rng: random.Random) -> None:
    about = rng.choice([*draft.journey.all(Barrier), *draft.journey.all(Opportunity)])
    made = moves.hypothesis_from(draft, about.id)
    moves.move_hypothesis(draft, made, rng.choice(STATUSES), 0, "2026-03-01")


def series(draft: Draft, rng: random.Random) -> None:
    metric = rng.choice(draft.journey.all(Metric))
    entries = [Entry(f"2026-0{month}-01", rng.uniform(0, 100), 50) for month in (1, 2, 5, 6)]
    rng.choice((moves.set_series, moves.add_series))(draft, metric.id, entries)
    moves.set_end_metric(draft, metric.map_id, metric.id)


def turns(draft: Draft, rng: random.Random) -> None:
    persona, stage = rng.choice(draft.journey.personas()), rng.choice(draft.journey.all(Stage))
    turn = rng.choice((moves.turn_involvement, moves.turn_stance))
    turn(draft, persona.id, stage.id)


PLANNING: tuple[Deed, ...] = (
    plan_move,
    plan_move,
    plan_stage,
    plan_pin,
    hypothesis,
    series,
    turns,
    lambda draft, rng: moves.plan_step(draft, rng.choice(draft.journey.all(Stage)).id, "planned"),
    lambda draft, rng: moves.plan_fields(draft, some_card(draft, rng), text=walk.text(rng)),
    lambda draft, rng: moves.remove_from_plan(draft, some_card(draft, rng)),
    lambda draft, rng: moves.remove_from_plan(draft, some_column(draft, rng)),
    lambda draft, rng: moves.set_path(draft, some_column(draft, rng), rng.choice(VIEWS)),
    lambda draft, rng: moves.set_path(draft, some_card(draft, rng), rng.choice(VIEWS)),
    lambda draft, rng: moves.join(draft, some_card(draft, rng), rng.choice(("as_is", "to_be"))),
    lambda draft, rng: moves.join(draft, some_column(draft, rng)),
)


# Any field of any record


_STRUCTURE = {"id", "map_id", "place", "path", "span", "per", "holds", "title"}
"""What verbs keep in order among several records, or name by which a lane is asked for."""


def change_field(draft: Draft, rng: random.Random) -> None:
    """Give some field of some record another value that it may have."""
    record = rng.choice([o for o in draft.journey if not isinstance(o, (Difference, Picture))])
    free = [o for o in fields(record) if o.name not in _STRUCTURE and not o.metadata.get("to")]
    if free:
        one = rng.choice(free)
        value = _value(rng, one, getattr(record, one.name))
        draft.put(replace(record, **{one.name: value}))  # type: ignore[arg-type]


def _value(rng: random.Random, field: Field[Any], old: object) -> object:
    limits, kind = field.metadata, str(field.type)
    if "Duration" in kind:
        span = Duration(rng.choice((1.0, 3.0, 10.0)), rng.choice(get_args(Unit)))
        return rng.choice((None, span, Duration(5.0, "days", 2.0, 9.0)))
    if kind in ("bool", "bytes"):
        return not old if kind == "bool" else old
    if "int" in kind or "float" in kind:
        found = (*((None,) if "None" in kind else ()), 1, 0.5 if "float" in kind else 2, 3)
        return rng.choice([one for one in found if one is None or one <= (limits["high"] or 9)])
    said: object = walk.text(rng)[: limits["length"]]
    if limits["choices"] or limits["date"]:
        said = rng.choice(limits["choices"] or ("", "2025-05-05", "2026-01-02"))
    elif field.name == "colour":
        said = rng.choice(("", "#3A7D44", "#D55E00"))
    return (said,) if isinstance(old, tuple) else said


# One of all these


def deed(rng: random.Random) -> Deed:
    """Something that can be done."""
    planned = rng.choice(PLANNING)
    return rng.choice(
        (walk.random_verb, walk.random_verb, roles.random_verb, planned, change_field)
    )


def tried(draft: Draft, rng: random.Random, one: Deed) -> bool:
    """Whether something was done; there may be nothing to do it to, and it may be refused."""
    state = rng.getstate()
    try:
        one(Draft(draft.journey), rng)
    except Problem:
        return False
    except IndexError:
        kinds = (Persona, Barrier, Opportunity, Metric, Stage)
        assert not all(draft.journey.all(kind) for kind in kinds)
        return False
    rng.setstate(state)
    one(draft, rng)
    return True
