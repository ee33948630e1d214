"""A seeded random walk over all verbs, for tests of whoever keeps, draws or compares journeys."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any, TypeVar, get_args
from unittest.mock import patch

from cjm_desktop.journey import moves, naming, records
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import (
    CARD_OF_LANE,
    AnyCard,
    Barrier,
    Card,
    Department,
    Duration,
    Feeling,
    Hypothesis,
    Lane,
    Link,
    Metric,
    Opportunity,
    Persona,
    Picture,
    Record,
    Stage,
    Step,
    Touchpoint,
)

T = TypeVar("T")
Done = tuple[str, dict[str, Any]] | None
"""The key of the history step and what to fill in; None: there is nothing to do that to."""
Verb = Callable[[Draft, random.Random], Done]

WORDS = (
    *("договор", "счёт", "насос", "ёлка", "Büro", "価格", "🙂", "e\u0301", "\u200d\u05d0\u05d1"),
    *("“quoted”", "<b>&amp;", "100 %", "‘x’", "сверхдлинноесловокотороенекудаперенести", "ok"),
)
UNITS = ("minutes", "hours", "days", "weeks", "months")
DOT = (
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63"
    "f8dfc1f01f00069802877db593990000000049454e44ae426082"
)
"""A picture of one dot as a PNG, in hexadecimal digits."""
PLACES_REFUSED = ("move.inside_as_is", "move.inside_to_be")
"""What verbs say of places where a thing of that path cannot lie."""
GENTLE_LIMIT = 6
"""More maps than this are dropped again, so that a long walk does not grow without end."""


@contextmanager
def seeded_ids(seed: int) -> Iterator[None]:
    """Let new ids come from a seed, so that a walk can be walked again."""
    rng = random.Random(seed)
    source = SimpleNamespace(token_hex=lambda size: f"{rng.getrandbits(8 * size):0{2 * size}x}")
    with patch.object(records, "secrets", source):
        yield


def random_verb(draft: Draft, rng: random.Random) -> tuple[str, dict[str, Any]]:
    """Apply one verb that is valid here; return the key of its history step and its values."""
    while True:
        verb = rng.choices([one for one, _ in VERBS], [often for _, often in VERBS])[0]
        touched = tuple(draft._touched)
        try:
            done = verb(draft, rng)
        except Problem as refusal:
            # Where it goes is drawn by lot, and may be on the other path only.
            if refusal.key not in PLACES_REFUSED:
                raise
            assert tuple(draft._touched) == touched, "refused halfway"
            continue
        if done is not None:
            return done


def text(rng: random.Random) -> str:
    """Some words, sometimes none, sometimes on two lines."""
    return rng.choice((" ", " ", "\n")).join(rng.choices(WORDS, k=rng.randrange(5)))


def one_of(rng: random.Random, found: Sequence[T]) -> T | None:
    """One of them, or None where there are none."""
    return rng.choice(found) if found else None


def cards_of(draft: Draft) -> list[AnyCard]:
    """All cards of the document."""
    return [
        card for cls in (Card, Touchpoint, Barrier, Opportunity) for card in draft.journey.all(cls)
    ]


def place(rng: random.Random) -> int | None:
    """An index, near the front, or None."""
    return rng.choice((None, 0, 1, 2, 5))


def named(draft: Draft, record_id: str) -> dict[str, Any]:
    """What a step says of a record."""
    return {"name": naming.label(draft.journey.get(Record, record_id), "ru")}


def cell(draft: Draft, rng: random.Random, lanes: Sequence[Lane]) -> tuple[str, str, str | None]:
    """A cell of one of these lanes; ("", "", None) where there is none."""
    lane = one_of(rng, lanes)
    columns = draft.journey.columns(lane.map_id) if lane else ()
    column = one_of(rng, columns)
    if lane is None or column is None:
        return "", "", None
    whole = rng.random() < 0.2
    return lane.id, column.stage.id, column.step.id if column.step and not whole else None


def duration(rng: random.Random) -> Duration | None:
    """A duration, with and without range, or None."""
    value = rng.choice((1.0, 2.5, 14.0, 0.0))
    low, high = rng.choice(((None, None), (0.0, 20.0), (None, 15.0)))
    return rng.choice((None, Duration(value, rng.choice(UNITS), low, high)))  # type: ignore[arg-type]


# Maps, stages, steps, lanes


def add_map(draft: Draft, rng: random.Random) -> Done:
    if len(draft.journey.maps()) >= GENTLE_LIMIT:
        return None
    map_id = moves.add_map(draft, text(rng), place(rng), scenario=text(rng))
    return "step.add_map", named(draft, map_id)


def copy_map(draft: Draft, rng: random.Random) -> Done:
    if len(draft.journey.maps()) >= GENTLE_LIMIT or len(draft.journey) > 1500:
        return None
    source = rng.choice(draft.journey.maps())
    return "step.copy_map", named(draft, moves.copy_map(draft, source.id, text(rng)))


def move_map(draft: Draft, rng: random.Random) -> Done:
    journey_map = rng.choice(draft.journey.maps())
    moves.move_map(draft, journey_map.id, place(rng))
    return "step.move_map", named(draft, journey_map.id)


def drop_map(draft: Draft, rng: random.Random) -> Done:
    maps = draft.journey.maps()
    return drop(draft, rng.choice(maps), "step.delete_map") if len(maps) > 3 else None


def drop(draft: Draft, record: Record | None, key: str) -> Done:
    """Drop a record, where there is one."""
    if record is None:
        return None
    values = named(draft, record.id)
    moves.drop(draft, record.id)
    return key, values


def add_stage(draft: Draft, rng: random.Random) -> Done:
    target = rng.choice(draft.journey.maps())
    if len(draft.journey.stages(target.id)) > 12:
        return None
    steps = [text(rng) for _ in range(rng.randrange(4))]
    stage_id = moves.add_stage(draft, target.id, text(rng), place(rng), steps)
    return "step.add_stage", named(draft, stage_id)


def move_stage(draft: Draft, rng: random.Random) -> Done:
    stage = one_of(rng, draft.journey.all(Stage))
    if stage is None:
        return None
    moves.move_stage(draft, stage.id, place(rng))
    return "step.move_stage", named(draft, stage.id)


def split_stage(draft: Draft, rng: random.Random) -> Done:
    stage = one_of(rng, [s for s in draft.journey.all(Stage) if len(draft.journey.steps(s.id)) > 1])
    if stage is None:
        return None
    step = rng.choice(draft.journey.steps(stage.id)[1:])
    return "step.split_stage", named(draft, moves.split_stage(draft, stage.id, step.id))


def move_border(draft: Draft, rng: random.Random) -> Done:
    stages = draft.journey.stages(rng.choice(draft.journey.maps()).id)
    if len(stages) < 2:
        return None
    first = rng.randrange(len(stages) - 1)
    pair = [stages[first].id, stages[first + 1].id]
    steps = [*draft.journey.steps(pair[0])[1:], *draft.journey.steps(pair[1])]
    step = one_of(rng, steps)
    to = moves.move_border(draft, pair[0], pair[1], step.id) if step else None
    return ("step.give_steps", named(draft, to)) if to else None


def merge_stages(draft: Draft, rng: random.Random) -> Done:
    stages = draft.journey.stages(rng.choice(draft.journey.maps()).id)
    if len(stages) < 2:
        return None
    first = rng.randrange(len(stages) - 1)
    pair = [stages[first].id, stages[first + 1].id]
    rng.shuffle(pair)
    return "step.merge_stages", named(draft, moves.merge_stages(draft, *pair))


def drop_stage(draft: Draft, rng: random.Random) -> Done:
    return drop(draft, one_of(rng, draft.journey.all(Stage)), "step.delete_stage")


def add_step(draft: Draft, rng: random.Random) -> Done:
    stage = one_of(rng, draft.journey.all(Stage))
    if stage is None or len(draft.journey.steps(stage.id)) > 6:
        return None
    return "step.add_step", named(draft, moves.add_step(draft, stage.id, text(rng), place(rng)))


def move_step(draft: Draft, rng: random.Random) -> Done:
    step = one_of(rng, draft.journey.all(Step))
    if step is None:
        return None
    map_id = draft.journey.get(Stage, step.stage_id).map_id
    moves.move_step(draft, step.id, rng.choice(draft.journey.stages(map_id)).id, place(rng))
    return "step.move_step", named(draft, step.id)


def drop_step(draft: Draft, rng: random.Random) -> Done:
    return drop(draft, one_of(rng, draft.journey.all(Step)), "step.delete_step")


def add_lane(draft: Draft, rng: random.Random) -> Done:
    target = rng.choice(draft.journey.maps())
    if len(draft.journey.lanes(target.id)) > 24:
        return None
    holds: Any = rng.choice(get_args(records.LaneKind))
    lane_id = moves.add_lane(draft, target.id, holds, text(rng), place=place(rng))
    return "step.add_lane", named(draft, lane_id)


def move_lane(draft: Draft, rng: random.Random) -> Done:
    lane = one_of(rng, draft.journey.all(Lane))
    if lane is None:
        return None
    moves.move_lane(draft, lane.id, place(rng))
    return "step.move_lane", named(draft, lane.id)


def resize_lane(draft: Draft, rng: random.Random) -> Done:
    lane = one_of(rng, draft.journey.all(Lane))
    if lane is None:
        return None
    moves.resize_lane(draft, lane.id, rng.choice((None, 20.0, 333.25)))
    return "step.resize_lane", named(draft, lane.id)


def set_lane_per(draft: Draft, rng: random.Random) -> Done:
    lane = one_of(rng, draft.journey.all(Lane))
    if lane is None:
        return None
    moves.set_lane_per(draft, lane.id, rng.choice(("step", "stage")))
    return "step.lane_per", named(draft, lane.id)


def drop_lane(draft: Draft, rng: random.Random) -> Done:
    return drop(draft, one_of(rng, draft.journey.all(Lane)), "step.delete_lane")


# Cards, notes, curves


def add_card(draft: Draft, rng: random.Random) -> Done:
    lanes = [lane for lane in draft.journey.all(Lane) if lane.holds in CARD_OF_LANE]
    target = cell(draft, rng, lanes)
    if not target[0]:
        return None
    card_id = moves.add_card(
        draft, *target, text(rng), place(rng), detail=text(rng), span=rng.choice((1, 1, 1, 2, 3))
    )
    return "step.add_card", named(draft, card_id)


def lanes_for(draft: Draft, card: AnyCard) -> list[Lane]:
    """The lanes of a card's own map that take it."""
    own = draft.journey.get(Lane, card.lane_id).map_id
    return [lane for lane in draft.journey.lanes(own) if CARD_OF_LANE.get(lane.holds) is type(card)]


def move_cards(draft: Draft, rng: random.Random) -> Done:
    card = one_of(rng, cards_of(draft))
    if card is None:
        return None
    target = cell(draft, rng, lanes_for(draft, card))
    there = draft.journey.cards(card.lane_id, card.stage_id, card.step_id)
    moved = [one.id for one in there if one.id == card.id or rng.random() < 0.5]
    rng.shuffle(moved)
    moves.move_cards(draft, moved, *target, place(rng))
    return "step.move_cards", {"n": len(moved)}


def move_card(draft: Draft, rng: random.Random) -> Done:
    card = one_of(rng, cards_of(draft))
    if card is None:
        return None
    moves.move_card(draft, card.id, *cell(draft, rng, lanes_for(draft, card)), place(rng))
    return "step.move_card", named(draft, card.id)


def copy_cards(draft: Draft, rng: random.Random) -> Done:
    card = one_of(rng, cards_of(draft))
    if card is None:
        return None
    lanes = [one for one in draft.journey.all(Lane) if CARD_OF_LANE.get(one.holds) is type(card)]
    target = cell(draft, rng, lanes)
    if not target[0]:
        return None
    copied = moves.copy_cards(draft, [card.id], *target, place(rng))
    return "step.copy_cards", {"n": len(copied)}


def edit_card(draft: Draft, rng: random.Random) -> Done:
    card = one_of(rng, cards_of(draft))
    if card is None:
        return None
    persona = one_of(rng, draft.journey.personas())
    department = one_of(rng, draft.journey.all(Department))
    fields: dict[str, Any] = rng.choice(
        (
            {"text": text(rng)},
            {"detail": text(rng), "votes": rng.randrange(9)},
            {"persona_ids": (persona.id,) if persona else ()},
            {"department_id": department.id if department else None},
            {"span": rng.randrange(1, 5), "colour": "#FFE680"},
        )
    )
    moves.set_fields(draft, card.id, **fields)
    return "step.edit_text", named(draft, card.id)


def edit_barrier(draft: Draft, rng: random.Random) -> Done:
    note = one_of(rng, draft.journey.all(Barrier))
    if note is None:
        return None
    moves.set_fields(
        draft, note.id, severity=rng.randrange(1, 4), status=rng.choice(("open", "solved"))
    )
    return "step.severity", named(draft, note.id)


def edit_touchpoint(draft: Draft, rng: random.Random) -> Done:
    contact = one_of(rng, draft.journey.all(Touchpoint))
    if contact is None:
        return None
    channel = rng.choice(get_args(records.Channel))
    moves.set_fields(draft, contact.id, channel=channel, importance=rng.choice((None, 1, 5)))
    return "step.channel", named(draft, contact.id)


def drop_card(draft: Draft, rng: random.Random) -> Done:
    return drop(draft, one_of(rng, cards_of(draft)), "step.delete")


def pin_barrier(draft: Draft, rng: random.Random) -> Done:
    note = one_of(rng, draft.journey.all(Barrier))
    if note is None:
        return None
    own = draft.journey.get(Lane, note.lane_id).map_id
    places: list[Record] = [*draft.journey.all(Touchpoint), *draft.journey.all(Step)]
    on = rng.choice([*draft.journey.stages(own), *(p for p in places if belongs(draft, p, own))])
    moves.pin_barrier(draft, note.id, on.id, rng.uniform(-200, 200), rng.uniform(-200, 200))
    return "step.pin_barrier", named(draft, note.id)


def belongs(draft: Draft, record: Record, map_id: str) -> bool:
    """Whether a record lies on a map."""
    return draft.journey.map_of(record) == map_id


def unpin_barrier(draft: Draft, rng: random.Random) -> Done:
    note = one_of(rng, [one for one in draft.journey.all(Barrier) if one.on_id])
    if note is None:
        return None
    moves.unpin_barrier(draft, note.id, *cell(draft, rng, lanes_for(draft, note)), place(rng))
    return "step.unpin_barrier", named(draft, note.id)


def answer_barrier(draft: Draft, rng: random.Random) -> Done:
    note = one_of(rng, draft.journey.all(Barrier))
    if note is None:
        return None
    moves.answer_barrier(draft, note.id, text(rng))
    return "step.answer_barrier", named(draft, note.id)


def set_feeling(draft: Draft, rng: random.Random) -> Done:
    target = cell(draft, rng, [one for one in draft.journey.all(Lane) if one.holds == "feelings"])
    if not target[0]:
        return None
    persona = one_of(rng, draft.journey.personas())
    point = moves.set_feeling(
        draft,
        *target,
        round(rng.uniform(-2, 2), 2),
        persona_id=rng.choice((None, persona.id if persona else None)),
        path=rng.choice(("as_is", "as_is", "to_be")),
        between=rng.choice((0.0, 0.0, 0.5)),
        word=rng.choice((None, text(rng))),
    )
    return "step.move_feeling", named(draft, point)


def drop_feeling(draft: Draft, rng: random.Random) -> Done:
    return drop(draft, one_of(rng, draft.journey.all(Feeling)), "step.delete_feeling")


# People and numbers


def add_persona(draft: Draft, rng: random.Random) -> Done:
    if len(draft.journey.personas()) > 8:
        return None
    map_id = rng.choice((None, rng.choice(draft.journey.maps()).id))
    persona_id = moves.add_persona(
        draft, text(rng), map_id, quotes=(text(rng), text(rng)), buying_parts=("user", "buyer")
    )
    return "step.add_persona", named(draft, persona_id)


def copy_persona(draft: Draft, rng: random.Random) -> Done:
    persona = one_of(rng, draft.journey.personas())
    if persona is None or len(draft.journey.personas()) > 8:
        return None
    moves.copy_persona(draft, persona.id, text(rng))
    return "step.copy_persona", named(draft, persona.id)


def move_persona(draft: Draft, rng: random.Random) -> Done:
    persona = one_of(rng, draft.journey.personas())
    if persona is None:
        return None
    segment = rng.choice((None, "", "in a hurry", "compares"))
    moves.move_persona(draft, persona.id, rng.choice((None, 0, 1, 9)), segment)
    return "step.move_persona", named(draft, persona.id)


def rename_segment(draft: Draft, rng: random.Random) -> Done:
    persona = one_of(rng, draft.journey.personas())
    if persona is None:
        return None
    moves.rename_segment(draft, persona.segment, text(rng))
    return "step.rename_segment", named(draft, persona.id)


def put_first(draft: Draft, rng: random.Random) -> Done:
    journey_map = rng.choice(draft.journey.maps())
    persona = one_of(rng, draft.journey.personas(journey_map.id))
    if persona is None:
        return None
    moves.put_first(draft, journey_map.id, persona.id)
    return "step.put_first", named(draft, persona.id)


def set_picture(draft: Draft, rng: random.Random) -> Done:
    found = (*draft.journey.personas(), *cards_of(draft))
    owner, data = one_of(rng, found), bytes.fromhex(DOT)
    if owner is None:
        return None
    picture = Picture(name=text(rng), width=1, height=1, data=data) if rng.random() < 0.7 else None
    moves.set_picture(draft, owner.id, picture)
    return "step.picture", named(draft, owner.id)


def drop_persona(draft: Draft, rng: random.Random) -> Done:
    return drop(draft, one_of(rng, draft.journey.personas()), "step.delete_persona")


def turn_persona(draft: Draft, rng: random.Random) -> Done:
    persona, record = one_of(rng, draft.journey.personas()), one_of(rng, cards_of(draft))
    if persona is None or record is None:
        return None
    moves.turn_persona(draft, record.id, persona.id)
    return "step.card_personas", named(draft, record.id)


def add_department(draft: Draft, rng: random.Random) -> Done:
    if len(draft.journey.all(Department)) > 8:
        return None
    department_id = moves.add_department(draft, text(rng))
    moves.add_participant(draft, text(rng), rng.choice((None, department_id)))
    return "step.add_department", named(draft, department_id)


def drop_department(draft: Draft, rng: random.Random) -> Done:
    found = one_of(rng, draft.journey.all(Department))
    return drop(draft, found, "step.delete_department")


def set_participation(draft: Draft, rng: random.Random) -> Done:
    persona, stage = one_of(rng, draft.journey.personas()), one_of(rng, draft.journey.all(Stage))
    if persona is None or stage is None:
        return None
    moves.set_participation(
        draft,
        persona.id,
        stage.id,
        rng.choice((None, "decides", "absent")),
        rng.choice(("", "for")),
    )
    return "step.participation", named(draft, persona.id)


def set_duration(draft: Draft, rng: random.Random) -> Done:
    found: list[Record] = [*draft.journey.all(Stage), *draft.journey.all(Step)]
    record = one_of(rng, [*found, *draft.journey.all(Link)])
    if record is None:
        return None
    moves.set_duration(draft, record.id, rng.choice(("planned", "actual")), duration(rng))
    return "step.duration", named(draft, record.id)


def add_metric(draft: Draft, rng: random.Random) -> Done:
    found: list[Record] = [*draft.journey.all(Stage), *draft.journey.all(Touchpoint)]
    about = one_of(rng, found)
    if about is None or len(draft.journey.all(Metric)) > 30:
        return None
    own = draft.journey.map_of(about) or ""
    metric_id = moves.add_metric(draft, own, about.id, text(rng), target=rng.choice((None, 3.5)))
    return "step.add_metric", named(draft, metric_id)


def add_measurement(draft: Draft, rng: random.Random) -> Done:
    metric = one_of(rng, draft.journey.all(Metric))
    if metric is None:
        return None
    date = rng.choice(("", "2026-02-28", "2026-11-12"))
    moves.add_measurement(draft, metric.id, rng.choice((0, 3200.0, 0.1)), date=date)
    return "step.add_measurement", named(draft, metric.id)


def add_evidence(draft: Draft, rng: random.Random) -> Done:
    about = one_of(rng, [*cards_of(draft), *draft.journey.all(Feeling)])
    if about is None:
        return None
    source = rng.choice(get_args(records.Source))
    moves.add_evidence(draft, about.id, source=source, people=rng.choice((None, 5)), out_of=9)
    return "step.add_evidence", named(draft, about.id)


def add_link(draft: Draft, rng: random.Random) -> Done:
    target = rng.choice(draft.journey.maps()).id
    contacts = [one for one in draft.journey.all(Touchpoint) if belongs(draft, one, target)]
    if len(contacts) < 2:
        return None
    ends = [one.id for one in rng.sample(contacts, 2)]
    moves.add_link(draft, *ends, share=rng.choice((None, 0.25)), actual_wait=duration(rng))
    return "step.add_link", named(draft, ends[0])


def drop_link(draft: Draft, rng: random.Random) -> Done:
    return drop(draft, one_of(rng, draft.journey.all(Link)), "step.delete_link")


def add_hypothesis(draft: Draft, rng: random.Random) -> Done:
    found: list[Record] = [*draft.journey.all(Barrier), *draft.journey.all(Opportunity)]
    about = one_of(rng, found)
    if about is None or len(draft.journey.all(Hypothesis)) > 20:
        return None
    metrics = draft.journey.metrics(draft.journey.map_of(about) or "")
    metric = one_of(rng, metrics)
    hypothesis_id = moves.add_hypothesis(
        draft, about.id, text(rng), then_text=text(rng), metric_id=metric.id if metric else None
    )
    return "step.add_hypothesis", named(draft, hypothesis_id)


def drop_metric(draft: Draft, rng: random.Random) -> Done:
    return drop(draft, one_of(rng, draft.journey.all(Metric)), "step.delete_metric")


def edit_document(draft: Draft, rng: random.Random) -> Done:
    moves.set_fields(draft, "document", title=text(rng), review_date=rng.choice(("", "2027-01-31")))
    return "step.document", {}


def edit_map(draft: Draft, rng: random.Random) -> Done:
    journey_map = rng.choice(draft.journey.maps())
    everyone = list(draft.journey.all(Persona))
    rng.shuffle(everyone)
    chosen = tuple(one.id for one in everyone[: rng.randrange(4)])
    moves.set_fields(
        draft,
        journey_map.id,
        persona_ids=chosen,
        state=rng.choice(("as_is", "to_be")),
    )
    return "step.edit_map", named(draft, journey_map.id)


VERBS: tuple[tuple[Verb, int], ...] = (
    (add_card, 14),
    (edit_card, 10),
    (move_card, 10),
    (move_cards, 6),
    (copy_cards, 3),
    (drop_card, 8),
    (edit_barrier, 2),
    (edit_touchpoint, 2),
    (pin_barrier, 3),
    (unpin_barrier, 2),
    (answer_barrier, 2),
    (set_feeling, 8),
    (drop_feeling, 2),
    (add_stage, 4),
    (move_stage, 4),
    (split_stage, 2),
    (merge_stages, 2),
    (move_border, 2),
    (drop_stage, 1),
    (add_step, 4),
    (move_step, 4),
    (drop_step, 2),
    (add_lane, 4),
    (move_lane, 2),
    (resize_lane, 2),
    (set_lane_per, 1),
    (drop_lane, 1),
    (add_map, 1),
    (copy_map, 1),
    (move_map, 1),
    (drop_map, 1),
    (add_persona, 2),
    (drop_persona, 1),
    (turn_persona, 3),
    (copy_persona, 1),
    (move_persona, 2),
    (rename_segment, 1),
    (put_first, 1),
    (set_picture, 2),
    (add_department, 1),
    (drop_department, 1),
    (set_participation, 3),
    (set_duration, 3),
    (add_metric, 2),
    (add_measurement, 3),
    (drop_metric, 1),
    (add_evidence, 4),
    (add_link, 2),
    (drop_link, 1),
    (add_hypothesis, 2),
    (edit_document, 1),
    (edit_map, 2),
)
"""Every verb with how often it comes."""
