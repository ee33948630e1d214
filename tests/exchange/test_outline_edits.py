"""Editing a map by its outline: one thing changes where one line does."""

from __future__ import annotations

from pathlib import Path

import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.exchange import outline
from cjm_desktop.exchange.outline import Applied, Outline, keeping
from cjm_desktop.journey import moves, rules, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    Barrier,
    Card,
    Duration,
    Feeling,
    Opportunity,
    Picture,
    Stage,
    Step,
)
from tests.exchange.outlined import fresh, told
from tests.journey.test_speed import calls

TEXT = """# Choice 2 w
## Search
- asks friends
- reads
@ site
: +1 curious
! no prices
+ show them
!!! no answer
## Compare
- calls
: -1 tired
# Contract
- signs
"""


class Sketch:
    """A map that is edited as text."""

    def __init__(self, text: str = TEXT, journey: Journey | None = None) -> None:
        self.journey = journey or fresh(text, "en")
        self.map_id = self.journey.maps()[0].id
        self.outline: Outline = outline.write(self.journey, self.map_id)

    def change(self, old: str, new: str) -> Applied:
        """Replace a part of the text."""
        assert self.outline.text.count(old) == 1
        return self.type(self.outline.text.replace(old, new))

    def type(self, text: str) -> Applied:
        """Make the text another one."""
        draft = Draft(self.journey)
        done = outline.apply(draft, self.map_id, outline.parse(text), self.outline)
        rules.check(draft)
        self.journey, self.outline = Journey(draft.journey), done.outline
        return done

    def edit(self) -> Draft:
        """A draft to change the map otherwise; call `take` then."""
        return Draft(self.journey)

    def take(self, draft: Draft) -> None:
        """The map as a draft has it, and its outline."""
        rules.check(draft)
        self.journey = Journey(draft.journey)
        self.outline = outline.write(self.journey, self.map_id)

    def id(self, text: str) -> str:
        """The record of the only line with that text."""
        (found,) = [one.record_id for one in self.outline.items if one.text == text]
        assert found is not None
        return found

    def card(self, text: str) -> Card:
        return self.journey.get(Card, self.id(text))


def test_a_map_is_made_as_the_text_says() -> None:
    sketch = Sketch()
    assert told(sketch.journey) == TEXT
    assert [one.holds for one in sketch.journey.lanes(sketch.map_id)] == [
        "actions", "touchpoints", "feelings", "barriers", "opportunities",
    ]  # fmt: skip
    idea = sketch.journey.get(Opportunity, sketch.id("show them"))
    assert idea.answers == (sketch.id("no prices"),)
    assert sketch.journey.get(Stage, sketch.id("Choice")).actual == Duration(2, "weeks")
    assert sketch.card("signs").step_id is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- reads", "- reads a lot"),
        ("# Contract", "# Deal"),
        ("## Compare", "## Weigh"),
        ("Choice 2 w", "Choice 3 d"),
        ("! no prices", "!! no prices"),
        (": +1 curious", ": 0 curious"),
        (": +1 curious", ": +1 keen"),
        ("@ site", "@ web site"),
        ("+ show them", "+ show all"),
    ],
)
def test_one_line_changes_one_record(old: str, new: str) -> None:
    sketch = Sketch()
    before = sketch.journey
    done = sketch.change(old, new)
    assert len(done.changed) == 1
    assert (done.added, done.moved, done.dropped, done.besides) == ((), (), (), 0)
    changed = [one for one in sketch.journey if before.find(one.id) != one]
    assert [one.id for one in changed] == list(done.changed)
    assert len(sketch.journey) == len(before)


def test_a_text_that_says_the_same_changes_nothing() -> None:
    sketch = Sketch()
    before, text = sketch.outline, TEXT.replace("\n", "\r\n\r\n").replace("- ", "  •")
    assert not sketch.type(text)
    assert keeping.says_same(sketch.outline, before)
    assert sketch.outline.text != before.text
    sketch.type(text.replace("reads", "looks"))
    assert not keeping.says_same(sketch.outline, before)


def test_a_reworded_card_keeps_what_cannot_be_said() -> None:
    sketch = Sketch()
    draft = sketch.edit()
    card_id = sketch.id("no answer")
    moves.set_fields(draft, card_id, votes=7, frequency=2, detail="three calls")
    moves.add_evidence(draft, card_id, people=4)
    moves.pin_barrier(draft, card_id, sketch.id("site"), 12, 30)
    sketch.take(draft)
    before = sketch.journey.get(Barrier, card_id)
    sketch.change("!!! no answer", "!! never an answer")
    after = sketch.journey.get(Barrier, card_id)
    assert (after.votes, after.frequency, after.detail) == (7, 2, "three calls")
    assert (after.on_id, after.dx, after.dy) == (before.on_id, 12, 30)
    assert len(sketch.journey.evidence(card_id)) == 1
    assert (after.text, after.severity) == ("never an answer", 2)


def test_a_pinned_note_stays_pinned_when_lines_of_its_cell_change_places() -> None:
    sketch = Sketch()
    draft = sketch.edit()
    for name in ("no prices", "no answer"):
        moves.pin_barrier(draft, sketch.id(name), sketch.id("site"), 1, 2)
    sketch.take(draft)
    done = sketch.type(
        TEXT.replace(
            "! no prices\n+ show them\n!!! no answer", "!!! no answer\n! no prices\n+ show them"
        )
    )
    assert len(done.moved) == 1
    assert all(one.on_id == sketch.id("site") for one in sketch.journey.all(Barrier))
    assert [one.text for one in sketch.journey.all(Barrier)] == ["no answer", "no prices"]


def test_lines_move_with_their_records() -> None:
    sketch = Sketch()
    reads, step = sketch.id("reads"), sketch.id("Compare")
    done = sketch.type(TEXT.replace("- reads\n", "").replace("- signs", "- signs\n- reads"))
    assert done.moved == (reads,)
    assert (done.added, done.dropped) == ((), ())
    stage = sketch.id("Contract")
    assert (sketch.card("reads").stage_id, sketch.card("reads").step_id) == (stage, None)
    text = sketch.outline.text.replace("## Compare\n- calls\n: -1 tired\n", "")
    done = sketch.type(text + "## Compare\n- calls\n: -1 tired\n")
    assert done.moved == (step,)
    assert sketch.journey.get(Step, step).stage_id == sketch.card("calls").stage_id == stage
    assert sketch.card("signs").step_id is None


def test_the_lines_of_a_stage_that_goes_join_the_one_before() -> None:
    sketch = Sketch()
    stage = sketch.id("Contract")
    done = sketch.type(TEXT.replace("# Contract\n", ""))
    assert done.dropped == (stage,)
    assert sketch.card("signs").step_id == sketch.id("Compare")
    assert len(sketch.journey.stages(sketch.map_id)) == 1


def test_a_new_stage_takes_the_lines_below_it_and_gives_them_back() -> None:
    sketch = Sketch()
    before = sketch.journey
    for typed in ("#", "##", "## N", ""):
        sketch.type(TEXT.replace("@ site\n", f"@ site\n{typed}\n"))
    assert sketch.journey == before or told(sketch.journey) == TEXT
    assert {one.id for one in sketch.journey} == {one.id for one in before}


def test_what_goes_is_counted_with_what_went_along() -> None:
    sketch = Sketch()
    draft = sketch.edit()
    moves.add_evidence(draft, sketch.id("calls"))
    lane = moves.add_lane(draft, sketch.map_id, "text")
    moves.add_card(draft, lane, sketch.id("Choice"), sketch.id("Compare"), "unsaid")
    sketch.take(draft)
    done = sketch.type(TEXT.replace("## Compare\n- calls\n: -1 tired\n", ""))
    assert len(done.dropped) == 3
    assert done.besides == 2


def test_an_idea_answers_the_barrier_above_it_and_those_elsewhere() -> None:
    sketch = Sketch(TEXT.replace("- signs", "- signs\n! far"))
    draft = sketch.edit()
    idea, first, far = sketch.id("show them"), sketch.id("no prices"), sketch.id("far")
    moves.set_fields(draft, idea, answers=(far, first))
    sketch.take(draft)
    assert told(sketch.journey).count("! no prices\n+ show them") == 1
    sketch.type(
        sketch.outline.text.replace("+ show them\n", "").replace(
            "no answer", "no answer\n+ show them"
        )
    )
    assert sketch.journey.get(Opportunity, idea).answers == (sketch.id("no answer"), far)
    sketch.type(
        sketch.outline.text.replace("+ show them\n", "").replace("@ site", "@ site\n+ show them")
    )
    assert sketch.journey.get(Opportunity, idea).answers == (far,)


def test_an_idea_of_the_whole_stage_stands_under_its_barrier() -> None:
    sketch = Sketch()
    draft = sketch.edit()
    lane = sketch.journey.get(Opportunity, sketch.id("show them")).lane_id
    moves.set_lane_per(draft, lane, "stage")
    sketch.take(draft)
    assert told(sketch.journey) == TEXT
    done = sketch.change("!!! no answer", "!!! no answer\n+ call back")
    assert len(done.added) == 1
    made = sketch.journey.get(Opportunity, sketch.id("call back"))
    assert (made.step_id, made.answers) == (None, (sketch.id("no answer"),))


def test_ideas_stay_in_their_lane_of_whole_stages_beside_one_of_steps() -> None:
    sketch = Sketch()
    draft = sketch.edit()
    lane = sketch.journey.get(Opportunity, sketch.id("show them")).lane_id
    moves.set_lane_per(draft, lane, "stage")
    moves.add_lane(draft, sketch.map_id, "opportunities")
    sketch.take(draft)
    assert not sketch.type(TEXT)


def test_durations_change_the_time_that_is_said() -> None:
    sketch = Sketch()
    draft = sketch.edit()
    for name in ("Choice", "Contract"):
        moves.set_duration(draft, sketch.id(name), "planned", Duration(9, "days", 8, 11))
    sketch.take(draft)
    assert "# Contract 9 d\n" in sketch.outline.text
    sketch.change("Choice 2 w", "Choice 20 d")
    sketch.change("Contract 9 d", "Contract 7 d")
    choice, contract = sketch.journey.stages(sketch.map_id)
    assert (choice.actual, choice.planned) == (Duration(20, "days"), Duration(9, "days", 8, 11))
    assert (contract.actual, contract.planned) == (None, Duration(7, "days"))
    sketch.change("Contract 7 d", "Deal")
    assert sketch.journey.stages(sketch.map_id)[1].planned is None


def test_values_nobody_wrote_so_exactly_stay() -> None:
    sketch = Sketch()
    draft = sketch.edit()
    moves.set_fields(draft, sketch.id("curious"), value=1 / 3)
    moves.set_duration(draft, sketch.id("Choice"), "actual", Duration(1 / 3, "days", None, 5))
    sketch.take(draft)
    sketch.type(sketch.outline.text.replace("curious", "keen").replace("Choice", "Pick"))
    assert sketch.journey.get(Feeling, sketch.id("keen")).value == 1 / 3
    assert sketch.journey.get(Stage, sketch.id("Pick")).actual == Duration(1 / 3, "days", None, 5)


def test_what_changed_on_the_map_meanwhile_stays() -> None:
    sketch = Sketch()
    draft = sketch.edit()
    moves.set_fields(draft, sketch.id("reads"), text="reads books")
    moves.add_card(
        draft, sketch.card("reads").lane_id, sketch.id("Contract"), None, "from elsewhere"
    )
    rules.check(draft)
    sketch.journey = Journey(draft.journey)
    done = sketch.change("- calls", "- phones")
    assert len(done.changed) == 1
    assert (done.added, done.moved, done.dropped) == ((), (), ())
    assert "- reads books\n" in told(sketch.journey)
    assert "- from elsewhere\n" in told(sketch.journey)


def test_points_of_a_curve_share_a_step() -> None:
    sketch = Sketch()
    first = sketch.id("curious")
    sketch.change(": +1 curious", ": -1 before\n: +1 curious\n: 2 after\n: 0 later")
    points = sorted(sketch.journey.all(Feeling), key=lambda one: one.between)
    there = [one for one in points if one.step_id == sketch.id("Search")]
    assert [one.word for one in there] == ["before", "curious", "after", "later"]
    assert [one.between for one in there] == [0, 0.25, 0.5, 0.75]
    assert there[1].id == first
    sketch.change(": +1 curious\n", "")
    sketch.change(": 2 after", ": 2 after\n: 1 new")
    betweens = {one.word: one.between for one in sketch.journey.all(Feeling)}
    assert (betweens["before"], betweens["after"], betweens["new"]) == (0, 0.5, 0.625)


def test_other_curves_and_the_other_path_are_left_alone() -> None:
    sketch = Sketch()
    draft = sketch.edit()
    anna = moves.add_persona(draft, "Anna", sketch.map_id)
    step = sketch.id("Search")
    lane = sketch.journey.get(Feeling, sketch.id("curious")).lane_id
    place = sketch.id("Choice"), step
    moves.set_feeling(draft, lane, *place, -2, persona_id=anna)
    moves.set_feeling(draft, lane, *place, 2, path="to_be")
    planned = moves.plan_card(draft, sketch.card("reads").lane_id, *place, "planned", place=1)
    moves.plan_stage(draft, sketch.map_id, "later", 1)
    sketch.take(draft)
    assert sketch.outline.text == TEXT
    sketch.change("- asks friends\n- reads\n", "- reads\n- asks friends\n")
    sketch.change(": +1 curious\n", "")
    cell = sketch.card("reads").lane_id, *place
    assert {one.id for one in sketch.journey.cards(*cell)} > {planned}
    assert sorted(one.value for one in sketch.journey.all(Feeling)) == [-2, -1, 2]
    assert sketch.outline.persona_id is None


def test_a_map_as_it_should_be_has_an_outline_of_that() -> None:
    sketch = Sketch()
    draft = sketch.edit()
    moves.set_fields(draft, sketch.map_id, state="to_be")
    moves.plan_step(draft, sketch.id("Contract"), "later")
    sketch.take(draft)
    assert "## later" in sketch.outline.text
    assert ": +1 curious" not in sketch.outline.text
    sketch.change("## later", "## later 2 d\n: 2 glad")
    assert sketch.journey.get(Feeling, sketch.id("glad")).path == "to_be"
    assert sketch.journey.get(Step, sketch.id("later")).planned == Duration(2, "days")


def test_several_lanes_of_a_kind_keep_their_cards() -> None:
    sketch = Sketch()
    draft = sketch.edit()
    lane = moves.add_lane(draft, sketch.map_id, "actions", "Of the team")
    moves.add_card(draft, lane, sketch.id("Choice"), sketch.id("Search"), "team waits")
    sketch.take(draft)
    assert "- reads\n- team waits\n" in sketch.outline.text
    sketch.change("- team waits", "- team waits\n- team asks")
    assert sketch.card("team asks").lane_id == lane
    sketch.change("- asks friends", "- starts\n- asks friends")
    assert sketch.card("starts").lane_id != lane
    sketch.change("- team waits", "- team idles")
    assert sketch.card("team idles").lane_id == lane


def test_missing_lanes_come_where_they_belong() -> None:
    sketch = Sketch("# A\n- b\n! c\n")
    sketch.change("- b", '- b\n" d\n@ e\n+ f')
    assert [one.holds for one in sketch.journey.lanes(sketch.map_id)] == [
        "actions", "touchpoints", "thoughts", "barriers", "opportunities",
    ]  # fmt: skip


def test_a_block_that_is_cut_and_pasted_brings_what_it_cannot_say() -> None:
    sketch = Sketch()
    draft = sketch.edit()
    anna = moves.add_persona(draft, "Anna", sketch.map_id)
    draft.put(Picture(id="photo", data=b"x"))
    step, stage = sketch.id("Search"), sketch.id("Choice")
    moves.set_fields(draft, step, waiting=True)
    moves.set_fields(draft, sketch.id("reads"), votes=3, persona_ids=(anna,), picture_id="photo")
    moves.add_evidence(draft, sketch.id("no prices"), people=4)
    moves.pin_barrier(draft, sketch.id("no prices"), sketch.id("site"), 1, 2)
    lane = moves.add_lane(draft, sketch.map_id, "text")
    moves.add_card(draft, lane, stage, step, "unsaid")
    metric = moves.add_metric(draft, sketch.map_id, sketch.id("site"), "visits")
    moves.add_measurement(draft, metric, 12)
    moves.add_hypothesis(draft, sketch.id("show them"), "if", metric_id=metric)
    sketch.take(draft)
    count = len(sketch.journey)
    block = TEXT[TEXT.index("## Search") : TEXT.index("## Compare")]
    assert sketch.type(TEXT.replace(block, "")).besides == 6
    assert "photo" not in sketch.journey
    sketch.type(TEXT.replace(block, "") + block)
    assert len(sketch.journey) == count
    reads = sketch.card("reads")
    assert (reads.votes, reads.persona_ids, reads.picture_id) == (3, (anna,), "photo")
    assert reads.stage_id == sketch.id("Contract")
    assert sketch.journey.get(Step, sketch.id("Search")).waiting
    assert [one.people for one in sketch.journey.evidence(sketch.id("no prices"))] == [4]
    (unsaid,) = sketch.journey.cards_of_lane(lane)
    assert (unsaid.stage_id, unsaid.step_id) == (reads.stage_id, sketch.id("Search"))
    (hypothesis,) = sketch.journey.hypotheses(sketch.map_id)
    assert hypothesis.about_id == sketch.id("show them")
    assert hypothesis.metric_id == sketch.journey.metrics(sketch.map_id)[0].id
    # A second paste is a copy, which has nothing but its words.
    sketch.type(sketch.outline.text + "# Again\n- reads\n")
    assert sorted(one.votes for one in sketch.journey.all(Card) if one.text == "reads") == [0, 3]


def test_pictures_come_back_only_with_what_shows_them() -> None:
    sketch = Sketch()
    draft = sketch.edit()
    draft.put(Picture(id="photo", data=b"x"))
    lane = moves.add_lane(draft, sketch.map_id, "picture")
    place = sketch.id("Choice"), sketch.id("Compare")
    moves.add_card(draft, lane, *place, picture_id="photo")
    sketch.take(draft)
    sketch.type(TEXT.replace("## Compare\n", ""))
    draft = sketch.edit()
    moves.drop(draft, lane)
    sketch.journey = Journey(draft.journey)
    sketch.type(TEXT)
    assert told(sketch.journey) == TEXT
    assert "photo" not in sketch.journey


def test_the_first_step_of_a_stage_leaves_the_rest_of_it_alone() -> None:
    sketch = Sketch()
    draft = sketch.edit()
    lane = moves.add_lane(draft, sketch.map_id, "text")
    card = moves.add_card(draft, lane, sketch.id("Contract"), None, "unsaid")
    sketch.take(draft)
    done = sketch.change("- signs", "- signs\n## Hand over")
    assert len(done.added) == 1
    assert not done.moved
    assert sketch.journey.get(Card, card).step_id is None
    assert sketch.card("signs").step_id is None


def test_commas_inside_a_contact_part_nothing() -> None:
    sketch = Sketch("# A\n@ one\\, two, three\n")
    assert [one.text for one in sketch.outline.items] == ["A", "one, two", "three"]
    assert sketch.outline.text == "# A\n@ one\\, two\n@ three\n"
    assert not sketch.type("# A\n@ one\\, two, three\n")


def test_everything_may_go() -> None:
    sketch = Sketch()
    done = sketch.type("")
    assert len(done.dropped) == 14
    assert not sketch.journey.stages(sketch.map_id)
    sketch.type(TEXT)
    assert told(sketch.journey) == TEXT


@pytest.mark.parametrize("name", [one for one in templates.names() if one != "blank"])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_templates_and_samples(name: str, language: str) -> None:
    journey = templates.make(name, "ru" if language == "ru" else "en")
    sketch = Sketch(journey=journey)
    assert not sketch.type(sketch.outline.text)
    assert told(fresh(sketch.outline.text, language)) == sketch.outline.text


def test_it_is_one_step_of_undo(tmp_path: Path) -> None:
    document = Document.create(templates.make("sample-b2b", "en"), Home(tmp_path))
    try:
        map_id = document.journey.maps()[0].id
        before = Journey(document.journey)
        text = outline.write(before, map_id).text
        lines = text.split("\n")
        edited = "\n".join(reversed([f"{one}x" for one in lines if one]))
        with document.edit("step.edit") as draft:
            outline.apply(draft, map_id, outline.parse(edited))
        assert len([one for one in document.history() if not one.undone]) == 1
        assert outline.write(document.journey, map_id).text != text
        document.undo()
        assert document.journey == before
    finally:
        document.close()


def test_role_maps_follow_and_keep_what_is_theirs(tmp_path: Path) -> None:
    document = Document.create(fresh(TEXT, "en"), Home(tmp_path))
    try:
        general = document.journey.maps()[0].id
        with document.edit("step.edit") as draft:
            anna = moves.add_persona(draft, "Anna", general)
            role = moves.make_role_map(draft, general, anna)
        with document.edit("step.edit") as draft:
            edited = outline.write(document.journey, role).text.replace("- reads", "- skims")
            outline.apply(draft, role, outline.parse(edited))
        with document.edit("step.edit") as draft:
            edited = outline.write(document.journey, general).text
            edited = edited.replace("- calls", "- phones").replace("- reads", "- looks")
            outline.apply(draft, general, outline.parse(edited))
        now = outline.write(document.journey, role).text
        assert "- phones" in now
        assert "- skims" in now
        assert "- reads" not in outline.write(document.journey, general).text
    finally:
        document.close()


def test_a_letter_costs_little_and_grows_with_the_lines_alone() -> None:
    spent = []
    for steps in (10, 40):
        sketch = Sketch("# A\n" + "## b\n- c\n- d\n@ e\n: 1 f\n!! g\n+ h\n" * steps)
        lines = sketch.outline.text.split("\n")
        lines[len(lines) // 2] += "x"
        text = "\n".join(lines)
        spent.append(
            calls(
                lambda sketch=sketch, text=text: outline.apply(  # type: ignore[misc]
                    Draft(sketch.journey), sketch.map_id, outline.parse(text), sketch.outline
                )
            )
        )
    assert spent[1] < 5 * spent[0]
    assert spent[1] < 40_000
