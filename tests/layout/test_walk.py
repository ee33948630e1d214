"""After any walk of edits the drawing is what a fresh one would be."""

import random
from dataclasses import replace

import pytest

from cjm_desktop import layout
from cjm_desktop.journey import templates
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.order import spread
from cjm_desktop.journey.records import (
    AnyCard,
    Card,
    Duration,
    Evidence,
    Feeling,
    Lane,
    Measurement,
    Metric,
    Participation,
    Persona,
    Record,
    Stage,
    Step,
)
from cjm_desktop.layout.pieces import Drawing
from tests.layout.maps import MAP, scattered, words
from tests.seeds import seeds

KEYS = spread(500)


def seen(drawing: Drawing) -> dict[str, object]:
    found: dict[str, object] = {
        "size": (drawing.width, drawing.height, drawing.columns, drawing.lanes),
        "anchors": drawing.anchors,
        "order": tuple(drawing.cells),
        "missing": drawing.missing,
    }
    for name, cell in drawing.cells.items():
        found[name] = (cell.kind, cell.x, cell.y, cell.w, cell.h, cell.lane_id, cell.stage_id)
        for one in cell.pieces:
            place = (one.kind, one.record_id, one.x, one.y, one.turn)
            shape = (one.shape.w, one.shape.h, one.shape.primitives, one.shape.zones)
            found[f"{name}/{one.id}"] = (*place, *shape)
    return found


def _change(rnd: random.Random, record: Record) -> Record:
    """A record as some edit would leave it."""
    if isinstance(record, Card) and rnd.random() < 0.6:
        return replace(record, text=words(rnd, 9))
    if isinstance(record, Card):
        return replace(record, place=rnd.choice(KEYS), votes=rnd.randint(0, 3))
    if isinstance(record, Feeling):
        return replace(record, value=round(rnd.uniform(-2, 2), 1), word=words(rnd, 2))
    if isinstance(record, Stage | Step):
        place = rnd.choice(KEYS)
        if isinstance(record, Stage) and rnd.random() < 0.3:
            record = replace(record, colour=rnd.choice(("", "#3A7D44")))
        return replace(record, title=words(rnd, 3, odd=False), place=place)
    if isinstance(record, Lane):
        height = rnd.choice((None, 30.0, 120.0))
        return replace(record, folded=rnd.random() < 0.3, place=rnd.choice(KEYS), height=height)
    return record


def _edit(rnd: random.Random, journey: Journey) -> None:
    cards: list[AnyCard] = [one for one in journey if isinstance(one, Card)]
    kind = rnd.random()
    if kind < 0.12 and cards:
        journey.drop(rnd.choice(cards).id)
    elif kind < 0.24 and cards:
        one, other = rnd.choice(cards), rnd.choice(cards)
        moved = replace(one, stage_id=other.stage_id, step_id=other.step_id)
        journey.put(moved)
    elif kind < 0.32 and cards:
        journey.put(Evidence(about_id=rnd.choice(cards).id, source="interview"))
    elif kind < 0.36:
        journey.put(Persona(id="p", name=words(rnd, 2)))
    elif kind < 0.4 and journey.all(Evidence):
        journey.drop(rnd.choice(journey.all(Evidence)).id)
    else:
        record = rnd.choice(list(journey))
        journey.put(_change(rnd, record))


@pytest.mark.parametrize("seed", seeds(3, 6))
def test_incremental_is_fresh(seed: int) -> None:
    rnd = random.Random(seed)
    journey = scattered(seed)
    stages = [one.id for one in journey.stages(MAP)]
    drawing = layout.draw(journey, MAP, layout.LIGHT, layout.Options("ru"))
    for step in range(40):
        _edit(rnd, journey)
        stage, prompts = rnd.choice(stages), rnd.random() < 0.7
        options = layout.Options("ru", prompts=prompts, prompt_stage=stage)
        drawing = layout.draw(journey, MAP, layout.LIGHT, options, drawing)
        fresh = layout.draw(journey, MAP, layout.LIGHT, options)
        found, wanted = seen(drawing), seen(fresh)
        assert found.keys() == wanted.keys(), step
        for name, value in wanted.items():
            assert found[name] == value, (step, name)


def _fact(rnd: random.Random, journey: Journey, map_id: str) -> Record:
    """Something that a lane of facts shows, new or changed."""
    stage = rnd.choice(journey.stages(map_id))
    persona = rnd.choice(journey.personas(map_id))
    metrics = journey.metrics(map_id)
    kind = rnd.randrange(6)
    if kind == 0:
        actual, planned = Duration(rnd.randint(1, 40)), rnd.choice((None, Duration(9, "hours")))
        return replace(stage, actual=actual, planned=planned)
    if kind == 1:
        return replace(stage, goal=words(rnd, 12))
    if kind == 2:
        stance = rnd.choice(("", "for", "unsure", "against"))
        part = rnd.choice(("decides", "influences", "takes_part", "absent"))
        one_id = f"{persona.id[:8]}{stage.id[:8]}"
        return Participation(
            id=one_id, persona_id=persona.id, stage_id=stage.id, involvement=part, stance=stance
        )
    if kind == 3:
        return Metric(
            map_id=map_id, about_id=stage.id, title=words(rnd, 2), funnel=rnd.random() < 0.7
        )
    if kind == 4 and metrics:
        metric = rnd.choice(metrics)
        return Measurement(
            metric_id=metric.id, value=float(rnd.randint(1, 3000)), date="2026-01-02"
        )
    return replace(persona, name=words(rnd, 2), colour=rnd.choice(("", "#D55E00")))


@pytest.mark.parametrize("seed", seeds(2, 3))
def test_facts_are_redrawn_too(seed: int) -> None:
    rnd = random.Random(seed)
    journey = templates.make("b2b", "ru")
    map_id = journey.maps()[0].id
    drawing = layout.draw(journey, map_id, layout.DARK, layout.Options("ru"))
    for step in range(25):
        journey.put(_fact(rnd, journey, map_id))
        drawing = layout.draw(journey, map_id, layout.DARK, layout.Options("ru"), drawing)
        fresh = layout.draw(journey, map_id, layout.DARK, layout.Options("ru"))
        assert seen(drawing) == seen(fresh), step
