"""What differs between two states of a document: found in full, told without the obvious."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from cjm_desktop.journey import comparing, following, moves, order, rules, templates
from cjm_desktop.journey.comparing import Comparison, compare, compare_maps
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import (
    Barrier,
    Duration,
    Feeling,
    Lane,
    Persona,
    Stage,
    Step,
    Touchpoint,
)
from tests.journey import anything
from tests.journey.walk import seeded_ids


def told(found: Comparison, language: str = "en") -> list[str]:
    """Everything that is told, each as a sentence that stands alone."""
    return [comparing.sentence(found, one, language) for one in found.told]


def walked(seed: int) -> tuple[Journey, Journey]:
    """A map, and what some twenty random deeds made of it."""
    rng = random.Random(seed)
    with seeded_ids(seed):
        first = journey = templates.make("sample-b2b", "ru")
        for _ in range(rng.randint(1, 25)):
            draft = Draft(journey)
            if anything.tried(draft, rng, anything.deed(rng)):
                try:
                    rules.check(draft)
                    following.follow(draft)
                except Problem:
                    continue
                journey = draft.journey
    return first, journey


@pytest.mark.parametrize("seed", range(12))
def test_all_differences_applied_make_one_state_of_the_other(seed: int) -> None:
    first, last = walked(seed)
    found = compare(first, last)
    assert comparing.apply(first, found.contrasts) == last
    assert comparing.apply(last, compare(last, first).contrasts) == first
    assert compare(last, last.fork()).contrasts == ()
    for language in ("en", "ru"):
        groups = comparing.groups(found, language)
        assert sum(len(group.lines) for group in groups) == len(found.told)
        assert all(line.text for group in groups for line in group.lines)
    on_maps = {one for map_ in last.maps() for one in compare(first, last, map_.id).told}
    assert {one.record_id for one in on_maps} <= {one.record_id for one in found.contrasts}


@pytest.fixture
def base() -> Journey:
    """A map of two stages with a touchpoint, a barrier and a feeling in the second."""
    made = templates.from_stages("Order, Delivery", "en")
    draft = Draft(made)
    stage = made.all(Stage)[1]
    lanes = {lane.holds: lane.id for lane in made.all(Lane)}
    moves.set_fields(draft, stage.id, actual=Duration(9, "days"))
    moves.add_card(draft, lanes["touchpoints"], stage.id, None, "Courier")
    moves.add_card(draft, lanes["barriers"], stage.id, None, "No status", severity=2)
    moves.set_feeling(draft, lanes["feelings"], stage.id, None, -2.0)
    return draft.journey


def test_a_stage_in_the_words_of_a_review(base: Journey) -> None:
    draft = Draft(base)
    moves.set_fields(draft, base.all(Barrier)[0].id, status="solved")
    moves.set_fields(draft, base.all(Stage)[1].id, actual=Duration(4, "days"))
    moves.set_fields(draft, base.all(Feeling)[0].id, value=0.0)
    found = compare(base, draft.journey)
    (group,) = comparing.groups(found, "en")
    assert group.title == "Delivery"
    assert [line.whole for line in group.lines] == [
        "Stage is shorter: 9 → 4\u00a0days",
        "Feeling “Delivery” higher: −2 → 0",
        "Barrier “No status” closed",
    ]
    (russian,) = comparing.groups(found, "ru")
    assert [line.text for line in russian.lines] == [
        "Этап короче", "Чувство «Delivery» выше", "Снят барьер «No status»"
    ]  # fmt: skip
    assert told(found)[2] == "Delivery: barrier “No status” closed"
    assert comparing.count_words(found.counts, "en") == "3 changed"
    assert comparing.count_words(compare(base, base).counts, "ru") == "Ничего не отличается"


def test_new_gone_moved_and_rewritten(base: Journey) -> None:
    draft = Draft(base)
    first, second = base.all(Stage)
    card, barrier = base.all(Touchpoint)[0], base.all(Barrier)[0]
    moves.move_card(draft, card.id, card.lane_id, first.id, None)
    moves.set_fields(draft, card.id, channel="mail")
    moves.add_card(draft, barrier.lane_id, second.id, None, "Box too heavy", severity=3)
    moves.set_fields(draft, barrier.id, text="No status for days")
    assert told(compare(base, draft.journey)) == [
        "Order: touchpoint “Courier” moved: from “Delivery” to “Order”; channel: — → E-mail",
        "Delivery: barrier “No status for days” rewritten: “No status” → “No status for days”",
        "Delivery: new barrier “Box too heavy”: loses the customer, assumption",
    ]
    moves.drop(draft, barrier.id)
    assert compare(base, draft.journey).counts == {
        "added": 1, "removed": 1, "changed": 0, "moved": 1
    }  # fmt: skip


def test_what_goes_with_a_stage_is_counted_not_listed(base: Journey) -> None:
    draft = Draft(base)
    moves.drop(draft, base.all(Stage)[1].id)
    found = compare(base, draft.journey)
    assert told(found) == ["Stage “Delivery” removed: 2 cards"]
    assert len(found.told[0].along) == len(found.contrasts) - 1 == 3
    assert set(found.both) == set(base)


def test_a_card_that_went_with_its_step_has_not_moved() -> None:
    journey = templates.make("sample-b2b", "en")
    first, second = journey.all(Stage)[:2]
    step = journey.steps(second.id)[0]
    draft = Draft(journey)
    moves.move_step(draft, step.id, first.id)
    assert [one.record_id for one in compare(journey, draft.journey).told] == [step.id]


def test_keys_of_order_alone_are_nothing_to_tell(base: Journey) -> None:
    after = base.fork()
    keys = order.spread(70)[30:]
    for key, stage in zip(keys, base.all(Stage), strict=False):
        after.put(replace(stage, place=key))
    found = compare(base, after)
    assert found.contrasts
    assert found.told == ()
    assert comparing.apply(base, found.contrasts) == after


def test_a_role_map_that_merely_follows_is_not_told_of(base: Journey) -> None:
    draft = Draft(base)
    map_id = base.maps()[0].id
    persona = moves.add_persona(draft, "Storekeeper", map_id)
    role = moves.make_role_map(draft, map_id, persona)
    following.follow(draft)
    whole = draft.journey
    draft = Draft(whole)
    moves.set_fields(draft, base.all(Barrier)[0].id, severity=3)
    following.follow(draft)
    assert told(compare(whole, draft.journey)) == [
        "Delivery: barrier “No status” got worse: slows down → loses the customer"
    ]
    assert len(compare(whole, draft.journey, role).told) == 1


def test_what_all_maps_share_is_told_where_it_concerns_the_map(base: Journey) -> None:
    draft = Draft(base)
    map_id = base.maps()[0].id
    moves.add_persona(draft, "Storekeeper", map_id)
    moves.add_persona(draft, "Nobody's")
    both = {one.record.kind for one in compare(base, draft.journey).told}
    found = compare(base, draft.journey, map_id)
    assert both == {"persona", "map"}
    names = [one.record.name for one in found.told if isinstance(one.record, Persona)]
    assert names == ["Storekeeper"]
    assert comparing.groups(found, "en")[0].title == "Shared by all maps"


def test_long_texts_are_shown_from_where_they_differ(base: Journey) -> None:
    long = "The parcel has been sent, says the message, but where it is " * 3
    before, after = Draft(base), Draft(base)
    for draft, end in ((before, "nobody knows"), (after, "the map shows")):
        moves.set_fields(draft, base.all(Barrier)[0].id, detail=long + end)
    (said,) = told(compare(before.journey, after.journey))
    assert "nobody knows” → " in said
    assert said.endswith("the map shows”")
    assert len(said) < 220


def test_who_merely_forgets_what_has_gone_is_not_told_of(base: Journey) -> None:
    draft = Draft(base)
    barrier = base.all(Barrier)[0]
    moves.answer_barrier(draft, barrier.id, "Send a message")
    after = Draft(draft.journey)
    moves.drop(after, barrier.id)
    found = compare(draft.journey, after.journey)
    assert [one.sort for one in found.told] == ["removed"]
    assert comparing.apply(draft.journey, found.contrasts) == after.journey


def test_a_moved_step_and_a_pinned_note_say_where(base: Journey) -> None:
    draft = Draft(base)
    stage = base.all(Stage)[0]
    steps = [moves.add_step(draft, stage.id, name) for name in ("Ask", "Pay", "Wait")]
    after = Draft(draft.journey)
    moves.move_step(after, steps[0], stage.id, 2)
    found = compare(draft.journey, after.journey)
    assert told(found) == ["Order: step “Ask” moved: its place in the order"]
    assert isinstance(found.told[0].record, Step)
    note = base.all(Barrier)[0]
    after = Draft(base)
    moves.pin_barrier(after, note.id, stage.id, 3.0, 4.0)
    assert compare(base, after.journey).told[0].sort == "moved"


def test_a_copy_of_a_map_differs_in_its_title_only() -> None:
    journey = templates.make("sample-b2b", "en")
    draft = Draft(journey)
    first = journey.maps()[0].id
    copy = moves.copy_map(draft, first, "Copy")
    for pair in ((first, copy), (copy, first)):
        found = compare_maps(draft.journey, pair[0], draft.journey, pair[1])
        assert {one.record.kind for one in found.told} == {"map"}
        assert found.told[0].fields in (("title",), ("title", "persona_ids"))


@pytest.mark.parametrize("text", ["Website", "Audit"])
def test_unrelated_files_of_one_template_are_alike_where_they_say_the_same(text: str) -> None:
    before, after = templates.make("sample-b2b", "en"), templates.make("sample-b2b", "en")
    one, other = before.maps()[0].id, after.maps()[0].id
    assert compare_maps(before, one, after, other).told == ()
    draft = Draft(after)
    card = next(one for one in after.all(Touchpoint) if one.text == text)
    moves.set_fields(draft, card.id, text=f"{card.text}, twice")
    moves.drop(draft, after.all(Barrier)[0].id)
    stage = after.stages(other)[-1]
    moves.move_stage(draft, stage.id, 0)
    found = compare_maps(before, one, draft.journey, other)
    assert found.counts == {"added": 0, "removed": 1, "changed": 1, "moved": 1}
    assert [line for line in told(found) if "rewritten" in line]


def test_a_role_map_beside_its_general_map(base: Journey) -> None:
    draft = Draft(base)
    map_id = base.maps()[0].id
    persona = moves.add_persona(draft, "Storekeeper", map_id)
    role = moves.make_role_map(draft, map_id, persona)
    following.follow(draft)
    copy = next(one for one in draft.journey.all(Barrier) if one.id != base.all(Barrier)[0].id)
    moves.set_fields(draft, copy.id, severity=3)
    found = compare_maps(draft.journey, map_id, draft.journey, role)
    assert [one.record.kind for one in found.told] == ["map", "barrier"]
    assert comparing.apply(found.before, found.contrasts).find(copy.id) == found.after.find(copy.id)


def test_a_sentence_sums_up_how_much_changed_over_how_long_and_what_got_worse(
    base: Journey,
) -> None:
    draft = Draft(base)
    stage = base.all(Stage)[1]
    moves.set_fields(draft, stage.id, actual=Duration(12, "days"))
    moves.drop(draft, base.all(Barrier)[0].id)
    found = compare(base, draft.journey, base.maps()[0].id)
    figures = comparing.figures(found, "en")
    said = comparing.summary(found, figures, timedelta(days=70, hours=3), "en")
    assert said == (
        "2 changes in 70\u00a0days: 1 removed, 1 changed. "
        "Better: open barriers. Worse: time in all."
    )
    assert comparing.summary(found, figures, None, "ru").startswith("2 изменения: 1 убрано")
    assert comparing.summary(compare(base, base.fork()), (), None, "en") == "Nothing differs"
