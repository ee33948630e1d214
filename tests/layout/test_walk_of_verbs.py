"""After whatever was done, in whatever view, the drawing is what a fresh one would be."""

import random
from dataclasses import replace

import pytest

from cjm_desktop import layout
from cjm_desktop.journey import following, rules, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from tests.journey import anything, roles
from tests.journey.walk import seeded_ids
from tests.layout.test_walk import seen
from tests.seeds import seeds


def _options(rng: random.Random, journey: Journey, map_id: str) -> layout.Options:
    """A view by lot."""
    people = [one.id for one in journey.personas(map_id)]
    made = layout.Options(
        "en",
        paper=rng.random() < 0.2,
        path=rng.choice(anything.VIEWS),
        persona_ids=tuple(rng.sample(people, rng.randrange(len(people) + 1))),
        rests=rng.choice(("", "", "confirmed", "assumed")),
        sources=rng.choice(((), (), ("crm",), ("interview", ""))),
        others=rng.choice(("dim", "hide")),
        width_by_time=rng.random() < 0.5,
        show_header=rng.random() < 0.8,
        show_persona=rng.random() < 0.8,
        show_legend=rng.random() < 0.8,
    )
    return replace(made, show_metrics=rng.random() < 0.8, show_evidence=rng.random() < 0.8)


def _edited(rng: random.Random, journey: Journey) -> Journey:
    """The journey after one edit; the same where it was refused."""
    draft = Draft(journey)
    try:
        if not anything.tried(draft, rng, anything.deed(rng)):
            return journey
        rules.check(draft)
        if following.follow(draft):
            rules.check(draft)
    except Problem:
        return journey
    return draft.journey


# The last two have found cards that were not drawn anew.
@pytest.mark.parametrize("seed", seeds(12, 30, 131, 371))
def test_what_is_drawn_anew_is_all_that_changed(seed: int) -> None:
    rng = random.Random(seed)
    with seeded_ids(seed):
        rich = seed % 10 == 0
        made = templates.make("sample-b2b", "en") if rich else roles.with_roles(roles.dense(rng))
        journey = made
        map_id = rng.choice(journey.maps()).id
        options = _options(rng, journey, map_id)
        drawing = layout.draw(journey, map_id, layout.LIGHT, options)
        for step in range(6 if rich else 16):
            journey = _edited(rng, journey)
            if map_id not in journey:
                return
            options = replace(options, prompts=rng.random() < 0.5)
            drawing = layout.draw(journey, map_id, layout.LIGHT, options, drawing)
            found = seen(drawing)
            wanted = seen(layout.draw(journey, map_id, layout.LIGHT, options))
            assert found.keys() == wanted.keys(), step
            for name, value in wanted.items():
                assert found[name] == value, (step, name)
