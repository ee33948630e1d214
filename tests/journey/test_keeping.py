"""A map kept as a template makes the same map again."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from typing import Any

import pytest

from cjm_desktop.exchange import json_write
from cjm_desktop.journey import keeping, moves, rules, templates
from cjm_desktop.journey.belonging import dependents
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.moves.fields import put_new
from cjm_desktop.journey.records import (
    CARD_OF_LANE,
    Barrier,
    Card,
    Difference,
    Evidence,
    Feeling,
    Hypothesis,
    Language,
    Link,
    Metric,
    Picture,
    Touchpoint,
)
from tests.journey.walk import random_verb, seeded_ids

BOTH: tuple[Language, ...] = ("ru", "en")


def told(journey: Journey) -> Any:
    """All a document says, whatever its ids and keys of order: with numbers instead of ids."""
    ids = {one.id for one in journey if one.id != "document"}
    numbers: dict[str, str] = {}

    def nameless(value: Any) -> str:
        text = json.dumps(value, sort_keys=True)
        return re.sub("|".join(ids), lambda found: numbers.get(found[0], ""), text)

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            kept = {key: one for key, one in value.items() if key not in {"place", "document"}}
            return {key: plain(one) for key, one in kept.items()}
        if isinstance(value, list):
            # What has no order of its own is told in the order of what it says.
            free = value and isinstance(value[0], dict) and "place" not in value[0]
            return [plain(one) for one in (sorted(value, key=nameless) if free else value)]
        if value in ids:
            return numbers.setdefault(value, f"#{len(numbers)}")
        return value

    return plain(uncoded(json_write.as_data(journey)))


def uncoded(value: Any) -> Any:
    """Data without codes: a new document numbers its cards anew."""
    if isinstance(value, dict):
        return {key: uncoded(one) for key, one in value.items() if key not in {"code", "codes"}}
    return [uncoded(one) for one in value] if isinstance(value, list) else value


def again(journey: Journey, map_id: str, *, contents: bool = True) -> Journey:
    """The map kept and made anew, by way of the text of a file."""
    data = json.loads(json.dumps(keeping.keep(journey, map_id, contents=contents)))
    made = templates.made_of({"title": "Own", **data}, journey.document.language)
    assert rules.check_all(made) == ()
    return made


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("name", templates.names())
def test_every_template_and_sample_comes_back_whole(name: str, language: Language) -> None:
    before = templates.make(name, language)
    assert told(again(before, before.maps()[0].id)) == told(before)


def made_at_random(seed: int) -> Journey:
    """A document after many edits of every kind."""
    rng = random.Random(seed)
    with seeded_ids(seed):
        draft = Draft(templates.make("sample-b2c", "ru"))
        for _ in range(60):
            random_verb(draft, rng)
    return draft.journey


@pytest.mark.parametrize("seed", range(12))
def test_whatever_was_done_to_a_map_a_template_of_it_makes_it_again(seed: int) -> None:
    before = made_at_random(seed)
    for one in before.maps():
        made = again(before, one.id)
        assert keeping.keep(made, made.maps()[0].id) == keeping.keep(before, one.id)
        kept = Counter(type(record) for record in dependents(made, made.maps()[0].id).values())
        own = dependents(before, one.id).values()
        expected = Counter(type(record) for record in own if not isinstance(record, Difference))
        for cls in (*CARD_OF_LANE.values(), Feeling, Link, Metric, Evidence, Hypothesis):
            assert kept[cls] == expected[cls], cls


def test_lanes_of_one_kind_pins_pictures_and_strangers_come_along() -> None:
    draft = Draft(templates.make("sample-b2c", "en"))
    own = draft.journey.maps()[0].id
    stage = draft.journey.stages(own)[0]
    step = draft.journey.steps(stage.id)[0]
    second = moves.add_lane(draft, own, "actions", "More", "Why?", "stage", 1)
    moves.set_fields(draft, second, colour="#0072B2", folded=True, height=80.0)
    picture = put_new(draft, Picture, data=b"\x89PNG", width=1, height=1)
    moves.add_card(draft, second, stage.id, None, "On the second", picture_id=picture.id)
    stranger = moves.add_persona(draft, "Nobody here")
    barrier = next(one for one in draft.journey.all(Barrier))
    touchpoint = next(one for one in draft.journey.all(Touchpoint))
    moves.set_fields(draft, barrier.id, persona_ids=(stranger,))
    moves.pin_barrier(draft, barrier.id, touchpoint.id, 3.0, 4.0)
    moves.set_path(draft, step.id, "as_is")
    before = draft.journey
    made = again(before, own)
    assert told(made) == told(before)
    first, copy = made.lanes(made.maps()[0].id)[:2]
    assert (copy.title, copy.per, copy.colour, copy.height) == ("More", "stage", "#0072B2", 80.0)
    assert [one.text for one in made.cards_of_lane(copy.id)] == ["On the second"]
    assert first.holds == copy.holds == "actions"


@pytest.mark.parametrize("name", ["b2b", "sample-b2c"])
def test_without_contents_only_stages_steps_and_lanes_are_kept(name: str) -> None:
    before = templates.make(name, "en")
    own = before.maps()[0].id
    made = again(before, own, contents=False)
    there = made.maps()[0].id
    assert not made.personas()
    assert not made.all(Card)
    assert not made.all(Feeling)
    assert not made.all(Metric)
    assert [one.title for one in made.stages(there)] == [one.title for one in before.stages(own)]
    assert [step and step.title for _, step in made.columns(there)] == [
        step and step.title for _, step in before.columns(own)
    ]
    assert [(one.holds, one.title, one.question) for one in made.lanes(there)] == [
        (one.holds, one.title, one.question) for one in before.lanes(own)
    ]
