"""The overlay of both paths: what it marks, how, and that a kept drawing is a fresh one."""

import itertools
import random
from dataclasses import replace

import pytest

from cjm_desktop import layout
from cjm_desktop.journey import moves, plans
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Barrier, Card, Evidence, Path, Stage, Step
from cjm_desktop.layout import changes
from cjm_desktop.layout.changes import End
from cjm_desktop.layout.pieces import Box, Disc, Drawing, Line, Piece
from tests.layout import drawn
from tests.layout.maps import MAP, Maker, scattered
from tests.layout.test_walk import seen
from tests.seeds import seeds

ACCENT = layout.LIGHT.accent


def _draw(journey: Journey, view: Path = "both", **options: object) -> Drawing:
    made = replace(layout.Options("ru", path=view), **options)
    return layout.draw(journey, MAP, layout.LIGHT, made)


def _planned() -> Draft:
    maker = Maker().grid([2, 1], ["actions", "touchpoints"])
    for card_id, step in (("a", "s0t0"), ("b", "s0t1"), ("c", "s1t0")):
        maker.card(card_id, "touchpoints", step, "Почта", channel="mail")
        maker.card(f"{card_id}2", "actions", step, "Ждёт ответа менеджера")
    return Draft(maker.journey())


def _struck(piece: Piece) -> int:
    return sum(isinstance(one, Line) for one in piece.shape.primitives)


def _outlined(piece: Piece) -> bool:
    return any(isinstance(one, Box) and one.line == ACCENT for one in piece.shape.primitives)


def test_what_is_taken_out_is_struck_line_by_line() -> None:
    draft = _planned()
    moves.remove_from_plan(draft, "a2")
    struck = drawn.piece(_draw(draft.journey), "a2")
    assert _struck(struck) == len({run.y for run in drawn.runs(struck)})
    assert not _struck(drawn.piece(_draw(draft.journey, "as_is"), "a2"))
    assert not _struck(drawn.piece(_draw(draft.journey), "b2"))


def test_what_is_new_is_outlined_in_the_overlay_only() -> None:
    draft = _planned()
    new = moves.plan_card(draft, "touchpoints", "s0", "s0t0", "Чат")
    assert _outlined(drawn.piece(_draw(draft.journey), new))
    assert not _outlined(drawn.piece(_draw(draft.journey, "to_be"), new))


def test_an_arrow_leads_from_where_a_thing_was_and_strikes_nothing_through() -> None:
    draft = _planned()
    (twin,) = moves.plan_move(draft, ["a"], "touchpoints", "s1", "s1t0")
    drawing = _draw(draft.journey)
    cell = drawing.cells["moves"]
    assert [one.id for one in cell.pieces] == [f"moved:{twin}"]
    x, y, _, h = drawn.rect(drawing, "a")
    x2, y2, _, h2 = drawn.rect(drawing, twin)
    top = drawing.cells["touchpoints:s0:s0t0"].y
    points = changes.course(End(x, y + h / 2, top), End(x2, y2 + h2 / 2, top, 1.2), 0)
    for (px, py), (qx, qy) in itertools.pairwise(points[1:-1]):
        for other in ("a", "b", "c", twin):
            ox, oy, ow, oh = drawn.rect(drawing, other)
            across = max(px, qx) > ox and min(px, qx) < ox + ow
            assert not (across and max(py, qy) > oy and min(py, qy) < oy + oh)
    assert "moves" not in _draw(draft.journey, "to_be").cells


def test_another_channel_is_shown_beside_the_struck_one() -> None:
    draft = _planned()
    plain = drawn.piece(_draw(draft.journey), "a").shape
    moves.plan_fields(draft, "a", channel="chatbot")
    both = drawn.piece(_draw(draft.journey), "a").shape
    assert both.w > plain.w
    assert sum(isinstance(one, Disc) for one in both.primitives) == 3
    assert drawn.piece(_draw(draft.journey, "to_be"), "a").shape.w == plain.w


@pytest.mark.parametrize(("mark", "word"), [("new", "новое"), ("removed", "убираем")])
def test_the_head_says_in_a_word_what_lies_on_one_path(mark: str, word: str) -> None:
    draft = _planned()
    if mark == "new":
        stage = moves.plan_stage(draft, MAP, "Отзыв")
        step = moves.plan_step(draft, "s0", "Проба")
    else:
        stage, step = "s1", "s0t1"
        moves.remove_from_plan(draft, stage)
        moves.remove_from_plan(draft, step)
    drawing = _draw(draft.journey)
    for record_id in (stage, step):
        assert word in drawn.words(drawn.piece(drawing, record_id))
    view: Path = "to_be" if mark == "new" else "as_is"
    assert word not in drawn.words(drawn.piece(_draw(draft.journey, view), stage))


def test_the_legend_names_only_the_changes_there_are() -> None:
    draft = _planned()
    draft.put(replace(draft.journey.get(Card, "a"), votes=1))

    def legend(view: Path) -> str:
        found = [one for _, one in drawn.pieces(_draw(draft.journey, view)) if one.id == "legend"]
        return drawn.words(found[0]) if found else ""

    assert legend("both") == ""
    moves.remove_from_plan(draft, "b")
    moves.plan_move(draft, ["a"], "touchpoints", "s1", "s1t0")
    assert legend("both") == "убираем переносим"
    assert legend("to_be") == ""


def test_what_is_only_planned_is_no_assumption() -> None:
    draft = _planned()
    draft.put(Evidence(about_id="b", source="crm"))
    new = moves.plan_card(draft, "touchpoints", "s0", "s0t0", "Чат")
    drawing = _draw(draft.journey, "to_be")
    dashed = {
        one.record_id
        for _, one in drawn.pieces(drawing)
        if any(isinstance(part, Box) and part.dash for part in one.shape.primitives)
    }
    assert "a" in dashed
    assert new not in dashed


def _plan(rnd: random.Random, draft: Draft) -> None:
    """One edit of the plan, as far as it is allowed."""
    things = [one for one in draft.journey if isinstance(one, (Stage, Step, Card))]
    cards = [one for one in things if isinstance(one, Card)]
    one, kind = rnd.choice(things), rnd.randrange(6)
    try:
        if kind == 0:
            moves.remove_from_plan(draft, one.id)
        elif kind == 1:
            moves.join(draft, one.id)
        elif kind == 2:
            moves.set_path(draft, one.id, rnd.choice(("as_is", "to_be", "both")))
        elif kind == 3:
            moves.plan_fields(draft, rnd.choice(cards).id, text="иначе")
        else:
            card, other = rnd.choice(cards), rnd.choice(cards)
            moves.plan_move(draft, [card.id], card.lane_id, other.stage_id, other.step_id)
    except Problem:
        return


@pytest.mark.parametrize("view", ["as_is", "to_be", "both"])
@pytest.mark.parametrize("seed", seeds(1, 3))
def test_a_kept_drawing_is_a_fresh_one_while_the_plan_changes(seed: int, view: Path) -> None:
    rnd = random.Random(seed)
    draft = Draft(scattered(seed))
    contacts = [one for one in draft.journey if isinstance(one, Card) and one.kind == "touchpoint"]
    for note in [one for one in draft.journey if isinstance(one, Barrier)]:
        if contacts:
            moves.pin_barrier(draft, note.id, rnd.choice(contacts).id, 3.0, 4.0)
    options = layout.Options("ru", path=view)
    drawing = layout.draw(draft.journey, MAP, layout.LIGHT, options)
    for step in range(40):
        _plan(rnd, draft)
        drawing = layout.draw(draft.journey, MAP, layout.LIGHT, options, drawing)
        wanted, found = seen(layout.draw(draft.journey, MAP, layout.LIGHT, options)), seen(drawing)
        assert found.keys() == wanted.keys(), step
        differ = [name for name, value in wanted.items() if found[name] != value]
        assert not differ, (step, differ)


def test_counting_of_the_layout_and_of_the_plan_agree() -> None:
    draft = _planned()
    moves.plan_move(draft, ["a"], "touchpoints", "s1", "s1t0")
    moves.plan_fields(draft, "c", channel="phone")
    counted = plans.counted(plans.marks(draft.journey, MAP))
    assert {name for name, count in counted.items() if count} == {"moved", "channel"}
