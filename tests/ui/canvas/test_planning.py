"""In the view of how it should be only the plan changes; in the others the map itself."""

from __future__ import annotations

import random

import pytest

from cjm_desktop.journey import moves, plans
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.gestures import making, nudging, planning
from cjm_desktop.journey.gestures.walk import Walk
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Card, Feeling, Path, Stage, Step
from cjm_desktop.ui.tools import trial
from cjm_desktop.ui.tools.trial import Landing
from tests.layout.maps import MAP, Maker


def _map() -> Draft:
    maker = Maker().grid([2, 2], ["touchpoints", "barriers", "feelings"])
    for number, step in enumerate(("s0t0", "s0t0", "s0t1", "s1t0")):
        maker.card(f"t{number}", "touchpoints", step, f"Контакт {number}")
    maker.card("b", "barriers", "s0t0", "Долго")
    maker.feeling("s0t0", 1.0)
    return Draft(maker.journey())


def _as_it_is(journey: Journey) -> dict[str, object]:
    """All that the view of how it is shows, and what it says."""
    out = plans.hidden(journey, MAP, "as_is")
    found: dict[str, object] = {}
    for one in journey:
        if isinstance(one, Card) and one.id not in out:
            found[one.id] = (plans.cell_of(one), one.text)
        elif isinstance(one, (Stage, Step)) and one.id not in out:
            found[one.id] = one.title
        elif isinstance(one, Feeling) and one.id not in out:
            found[one.id] = one.value
    return found


def _edit(rnd: random.Random, draft: Draft) -> None:
    """Something a user may do in the view of how it should be."""
    journey, view = draft.journey, "to_be"
    shown = planning.seen(journey, MAP, "to_be")
    cards = [one for one in shown if isinstance(one, Card)]
    walk = Walk(shown, MAP)
    things = [one for one in shown if isinstance(one, (Stage, Step, Card))]
    if not things:
        return
    one = rnd.choice(things)
    kind = rnd.randrange(6)
    if kind == 0:
        planning.remove(draft, view, one.id)
    elif kind == 1 and cards:
        planning.set_fields(draft, view, rnd.choice(cards).id, text=str(rnd.random()))
    elif kind == 2:
        made = making.plan(journey, MAP, rnd.choice(("touchpoint", "step", "feeling", "stage")),
                           walk.of(one.id), view)  # fmt: skip
        assert made is None or made.do(draft)
    elif kind == 3 and cards:
        direction = rnd.choice(("left", "right", "up", "down"))
        found = nudging.plan(journey, MAP, [rnd.choice(cards).id], direction, view)
        assert found is None or found.do(draft)
    elif cards:
        card, other = rnd.choice(cards), rnd.choice(cards)
        to = Landing("card", card.lane_id, other.stage_id, other.step_id, rnd.choice((0, 1, None)))
        trial.put(draft, [card.id], to, copy=kind == 5, view=view)


@pytest.mark.parametrize("seed", range(12))
def test_nothing_done_in_the_plan_changes_how_it_is(seed: int) -> None:
    rnd = random.Random(seed)
    draft = _map()
    before = _as_it_is(draft.journey)
    for _ in range(25):
        tried = Draft(draft.journey)
        try:
            _edit(rnd, tried)
        except Problem:
            continue
        draft = tried
        assert _as_it_is(draft.journey) == before


def test_what_is_done_to_how_it_is_the_plan_follows() -> None:
    draft = _map()
    planning.set_fields(draft, "as_is", "t0", text="Иначе")
    planning.remove(draft, "as_is", "t1")
    planning.move_cards(draft, "as_is", ["t2"], ("touchpoints", "s1", "s1t1"), 0)
    assert _as_it_is(draft.journey) == {
        one: said
        for one, said in _as_it_is(draft.journey).items()
        if one not in plans.hidden(draft.journey, MAP, "to_be") or one.startswith("f:")
    }


@pytest.mark.parametrize("view", ["as_is", "to_be"])
def test_a_place_is_counted_among_what_is_seen(view: Path) -> None:
    draft = _map()
    other: Path = "to_be" if view == "as_is" else "as_is"
    moves.set_path(draft, "t0", other)
    (now,) = planning.move_cards(draft, view, ["t3"], ("touchpoints", "s0", "s0t0"), 1)
    ids = [
        one.id
        for one in draft.journey.cards("touchpoints", "s0", "s0t0")
        if plans.shown(draft.journey, one, view)
    ]
    assert ids == ["t1", now]


def test_steps_of_the_plan_are_named_so() -> None:
    assert planning.step_name("step.move_card", "to_be") == "step.plan_move"
    assert planning.step_name("step.move_card", "both") == "step.move_card"
    assert planning.step_name("step.rename", "to_be") == "step.rename"
