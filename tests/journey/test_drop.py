"""Dropping: what depends on it goes, what merely refers to it forgets it."""

import pytest

from cjm_desktop.journey import moves, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    KINDS,
    Barrier,
    Card,
    Difference,
    Feeling,
    Hypothesis,
    JourneyMap,
    MapDocument,
    Opportunity,
    Participant,
    Persona,
    Picture,
    Record,
    Stage,
    Step,
)
from cjm_desktop.journey.references import references
from tests.journey.small import Small


def kinds(map_: Small) -> list[str]:
    """The kinds of what the draft dropped, sorted."""
    return sorted(one.kind for one in map_.draft.dropped())


def full(map_: Small) -> dict[str, str]:
    """Something of everything in step b1."""
    draft, ids = map_.draft, {}
    ids["persona"] = moves.add_persona(draft, "Ann", map_.map_id)
    ids["department"] = moves.add_department(draft, "Sales")
    ids["participant"] = moves.add_participant(draft, "Bob", ids["department"])
    own = {"persona_ids": (ids["persona"],), "department_id": ids["department"]}
    ids["contact"] = map_.card("touchpoints", "b1", "t", path="as_is", **own)
    ids["far"] = map_.card("touchpoints", "a1", "far", path="to_be", moved_from=ids["contact"])
    ids["note"] = map_.card("barriers", "b1", "n")
    ids["pinned"] = map_.card("barriers", "a1", "p")
    ids["answer"] = moves.answer_barrier(draft, ids["note"], "o")
    ids["both"] = map_.card("opportunities", "a1", answers=(ids["pinned"], ids["note"]))
    ids["feeling"] = moves.set_feeling(
        draft, map_.lane["feelings"], *map_.at["b1"], 1, ids["persona"]
    )
    ids["metric"] = moves.add_metric(draft, map_.map_id, ids["contact"], "Calls")
    ids["end"] = moves.add_metric(draft, map_.map_id, map_.stage("A"), "Orders")
    ids["value"] = moves.add_measurement(draft, ids["metric"], 3)
    ids["link"] = moves.add_link(draft, ids["far"], ids["contact"])
    ids["idea"] = moves.add_hypothesis(draft, ids["note"], "If", metric_id=ids["end"])
    ids["evidence"] = moves.add_evidence(draft, ids["note"], source="crm")
    ids["part"] = moves.set_participation(draft, ids["persona"], map_.stage("B"), "decides")
    map_.settle()
    return ids


def test_a_stage_goes_with_everything_in_it(map_: Small) -> None:
    ids = full(map_)
    moves.drop(map_.draft, map_.stage("B"))
    assert kinds(map_) == sorted(
        [
            "stage",
            "step",
            "step",
            "touchpoint",
            "barrier",
            "opportunity",
            "feeling",
            "metric",
            "measurement",
            "link",
            "hypothesis",
            "evidence",
            "participation",
        ]
    )
    assert map_.journey.get(Opportunity, ids["both"]).answers == (ids["pinned"],)
    assert map_.get(ids["far"]).moved_from is None
    assert map_.journey.get(JourneyMap, map_.map_id).persona_ids == (ids["persona"],)
    map_.sound()


def test_a_note_pinned_to_what_goes_falls_back_to_its_cell(map_: Small) -> None:
    ids = full(map_)
    moves.pin_barrier(map_.draft, ids["pinned"], ids["far"], 30, 40)
    map_.settle()
    moves.drop(map_.draft, ids["far"])
    note = map_.journey.get(Barrier, ids["pinned"])
    assert (note.on_id, note.dx, note.dy) == (None, 0, 0)
    assert (note.stage_id, note.step_id) == map_.at["a1"]
    assert kinds(map_) == ["link", "touchpoint"]
    map_.sound()


def test_a_barrier_takes_its_evidence_and_hypotheses_along(map_: Small) -> None:
    ids = full(map_)
    moves.drop(map_.draft, ids["note"])
    assert kinds(map_) == ["barrier", "evidence", "hypothesis"]
    assert map_.journey.get(Opportunity, ids["answer"]).answers == ()
    map_.sound()


def test_a_metric_takes_its_values_but_not_the_hypothesis(map_: Small) -> None:
    ids = full(map_)
    moves.drop(map_.draft, ids["end"])
    moves.drop(map_.draft, ids["metric"])
    assert kinds(map_) == ["measurement", "metric", "metric"]
    assert map_.journey.get(Hypothesis, ids["idea"]).metric_id is None
    map_.sound()


def test_a_persona_takes_feelings_and_participation_along(map_: Small) -> None:
    ids = full(map_)
    moves.drop(map_.draft, ids["persona"])
    assert kinds(map_) == ["feeling", "participation", "persona"]
    assert map_.get(ids["contact"]).persona_ids == ()
    assert map_.journey.get(JourneyMap, map_.map_id).persona_ids == ()
    map_.sound()


def test_a_department_is_forgotten(map_: Small) -> None:
    ids = full(map_)
    moves.drop(map_.draft, ids["department"])
    assert kinds(map_) == ["department"]
    assert map_.get(ids["contact"]).department_id is None
    assert map_.journey.get(Participant, ids["participant"]).department_id is None
    map_.sound()


def test_a_picture_is_forgotten_by_persona_and_card(map_: Small) -> None:
    picture = Picture(name="photo")
    map_.draft.put(picture)
    ann = moves.add_persona(map_.draft, "Ann", picture_id=picture.id)
    card = map_.card("actions", "a1", picture_id=picture.id)
    moves.drop(map_.draft, picture.id)
    assert map_.journey.get(Persona, ann).picture_id is None
    assert map_.get(card).picture_id is None
    map_.sound()


def test_a_lane_takes_its_cards_and_curves_along(map_: Small) -> None:
    ids = full(map_)
    moves.drop(map_.draft, map_.lane["feelings"])
    moves.drop(map_.draft, map_.lane["barriers"])
    assert kinds(map_) == sorted(
        ["lane", "lane", "feeling", "barrier", "barrier", "evidence", "hypothesis"]
    )
    assert map_.journey.get(Opportunity, ids["both"]).answers == ()
    map_.sound()


def test_a_map_takes_all_but_people_along(map_: Small) -> None:
    ids = full(map_)
    other = moves.copy_map(map_.draft, map_.map_id, "Other")
    moves.set_fields(map_.draft, other, general_id=map_.map_id)
    map_.settle()
    moves.drop(map_.draft, map_.map_id)
    left = {one.kind for one in map_.journey if map_.journey.map_of(one) is None}
    assert left == {"document", "persona", "department", "participant"}
    assert [one.id for one in map_.journey.maps()] == [other]
    assert map_.journey.get(JourneyMap, other).general_id is None
    assert ids["persona"] in map_.journey
    map_.sound()


def test_what_a_role_map_changed_goes_with_the_general_record(map_: Small) -> None:
    card = map_.card("actions", "a1", "x")
    other = moves.add_map(map_.draft, "Role", general_id=map_.map_id)
    difference = Difference(map_id=other, record_id=card, field_name="text")
    map_.draft.put(difference)
    map_.settle()
    moves.drop(map_.draft, card)
    assert set(map_.draft.dropped()) == {difference, map_.draft.base.get(Card, card)}
    map_.sound()


def test_dropping_what_is_not_there_is_an_error(map_: Small) -> None:
    with pytest.raises(KeyError):
        moves.drop(map_.draft, "nothing")


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"document", "map"}))
def test_whatever_is_dropped_nothing_points_to_it(kind: str) -> None:
    base = templates.make("sample-b2b", "en")
    base.put(Picture(id="photo"))
    base.put(Participant(id="bob", department_id=base.all(KINDS["department"])[0].id))
    base.put(Difference(id="own", map_id=base.maps()[0].id, record_id=base.all(Stage)[0].id))
    for record in base.all(KINDS[kind]):
        draft = Draft(base)
        moves.drop(draft, record.id)
        gone = {one.id for one in draft.dropped()}
        assert record.id in gone
        for one in draft.journey:
            assert not gone & {target for _, target in references(one)}, (record, one)
        assert draft.journey == Journey(draft.journey)


def test_dropping_changes_only_who_referred_to_it(map_: Small) -> None:
    full(map_)
    before = {one.id: one for one in map_.journey}
    moves.drop(map_.draft, map_.step("b1"))
    changed = {one.id for one in map_.draft.changed()}
    dropped = {one.id for one in map_.draft.dropped()}
    after: dict[str, Record] = {one.id: one for one in map_.journey}
    assert set(before) - set(after) == dropped
    assert {key for key in after if before[key] != after[key]} == changed
    assert isinstance(after["document"], MapDocument)
    assert map_.step("b2") in after
    assert isinstance(before[map_.step("b1")], Step)
    assert not any(isinstance(after[key], (Feeling, Stage)) for key in changed)
