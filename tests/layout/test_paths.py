"""Views of one path: what they leave out, and where the things of the other path went."""

import random
from dataclasses import replace
from typing import Any

import pytest

from cjm_desktop import layout
from cjm_desktop.journey import moves, plans
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    Barrier,
    Card,
    Feeling,
    Lane,
    Path,
    Stage,
    Step,
    Touchpoint,
)
from cjm_desktop.layout import feelings, widths
from cjm_desktop.layout.drawing import context
from cjm_desktop.layout.feelings import Scale
from cjm_desktop.layout.pieces import Drawing
from tests.layout import drawn
from tests.layout.maps import LANES, MAP, Maker, scattered

PATHS: tuple[Path, ...] = ("as_is", "to_be", "both")


def _draw(journey: Journey, view: Path, **options: object) -> Drawing:
    made = replace(layout.Options("ru", path=view), **options)
    return layout.draw(journey, MAP, layout.LIGHT, made)


def _parted(seed: int) -> Journey:
    """A map whose things lie on random paths, as far as verbs allow it."""
    rnd = random.Random(seed)
    draft = Draft(scattered(seed, stages=4))
    for record in list(draft.journey):
        if isinstance(record, (Stage, Step, Card)) and rnd.random() < 0.25:
            if rnd.random() < 0.5:
                moves.remove_from_plan(draft, record.id)
            elif plans.around(draft.journey, record) == "both" and isinstance(record, Card):
                moves.set_path(draft, record.id, "to_be")
    return draft.journey


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("view", PATHS)
def test_a_view_draws_what_lies_on_its_path_and_nothing_else(seed: int, view: Path) -> None:
    journey = _parted(seed)
    out = plans.hidden(journey, MAP, view)
    shown = {
        one.id for one in journey if isinstance(one, (Stage, Step, Card)) and one.id not in out
    }
    found = {one.record_id for _, one in drawn.pieces(_draw(journey, view)) if one.record_id}
    known = {one.id for one in journey if isinstance(one, (Stage, Step, Card))}
    assert found & known == shown


@pytest.mark.parametrize("view", PATHS)
def test_a_view_fits_on_paper_too(view: Path) -> None:
    journey = _parted(4)
    page = layout.fit(
        journey, MAP, layout.LIGHT, layout.Options("ru", paper=True, path=view), 1189.0, 841.0
    )
    columns = plans.columns(journey, MAP, view)
    wanted = [(stage.id, step.id if step else None) for stage, step in columns]
    assert [(one.stage_id, one.step_id) for one in page.columns] == wanted


def test_a_column_of_the_other_path_breaks_no_curve() -> None:
    maker = Maker().grid([3], ["feelings"])
    maker.feeling("s0t0", 1.0).feeling("s0t2", -1.0)
    maker.feeling("s0t0", 1.5, path="to_be").feeling("s0t2", 0.0, path="to_be")
    journey = maker.journey()
    middle = journey.get(Step, "s0t1")

    def curves(path: Path) -> dict[str, int]:
        journey.put(replace(middle, path=path))
        ctx = context(journey, MAP, layout.LIGHT, layout.Options("ru"))
        columns = widths.natural(ctx, 0.0)
        found = feelings.lines(ctx, journey.get(Lane, "feelings"), columns, Scale(0.0, 100.0))
        return {one.path: len(one.parts) for one in found}

    assert curves("both") == {"as_is": 2, "to_be": 2}
    assert curves("to_be") == {"as_is": 1, "to_be": 2}
    assert curves("as_is") == {"as_is": 2, "to_be": 1}


def _pinned() -> Draft:
    maker = Maker().grid([1, 1], ["touchpoints", "barriers"])
    maker.card("t", "touchpoints", "s0t0", "Почта").card("b", "barriers", "s0t0", "Долго")
    draft = Draft(maker.journey())
    moves.pin_barrier(draft, "b", "t", 5.0, 6.0)
    return draft


def test_a_note_hangs_on_what_stands_for_its_touchpoint_in_the_view() -> None:
    draft = _pinned()
    (twin,) = moves.plan_move(draft, ["t"], "touchpoints", "s1", "s1t0")
    for view, on in (("as_is", "t"), ("to_be", twin)):
        drawing = _draw(draft.journey, view)
        left, top = drawing.anchors[on]
        assert drawn.rect(drawing, "b")[:2] == pytest.approx((left + 5.0, top + 6.0))


def test_a_note_whose_touchpoint_is_not_in_the_plan_lies_in_its_cell() -> None:
    draft = _pinned()
    moves.remove_from_plan(draft, "t")
    assert draft.journey.get(Touchpoint, "t").path == "as_is"
    drawing = _draw(draft.journey, "to_be")
    assert "b" in [one.id for one in drawing.cells["barriers:s0:s0t0"].pieces]
    assert "b" in [one.id for one in _draw(draft.journey, "as_is").cells["free"].pieces]


def test_a_note_of_a_stage_that_is_not_in_the_view_is_not_there() -> None:
    draft = _pinned()
    moves.remove_from_plan(draft, "s0")
    assert isinstance(draft.journey.get(Barrier, "b"), Barrier)
    assert not any(one.record_id == "b" for _, one in drawn.pieces(_draw(draft.journey, "to_be")))


def test_the_points_of_a_curve_stand_on_the_columns_that_are_seen() -> None:
    maker = Maker().grid([2, 2], LANES)
    maker.feeling("s0t0", 1.0).feeling("s1t1", -1.5)
    journey = maker.journey()
    journey.put(replace(journey.get(Step, "s0t1"), path="to_be"))
    drawing = _draw(journey, "as_is")
    points = [one for one in journey if isinstance(one, Feeling)]
    for point in points:
        column = next(one for one in drawing.columns if one.step_id == point.step_id)
        cell, face = next(pair for pair in drawn.pieces(drawing) if pair[1].id == point.id)
        zone = next(one for one in face.shape.zones if one.name == "face")
        middle = cell.x + face.x + zone.x + zone.w / 2
        assert middle == pytest.approx(column.x + column.w / 2)


@pytest.mark.parametrize(("view", "columns"), [("as_is", 1), ("to_be", 2), ("both", 2)])
def test_a_card_covers_the_columns_that_are_seen(view: Path, columns: int) -> None:
    maker = Maker().grid([2, 1], ["thoughts"])
    maker.card("q", "thoughts", "s0t0", "Когда приедет?", span=2)
    maker.card("r", "thoughts", "s1t0", "И кто?")
    journey = maker.journey()
    journey.put(replace(journey.get(Step, "s0t1"), path="to_be"))
    drawing = _draw(journey, view)
    width = sum(one.w for one in drawing.columns[:columns])
    assert drawn.piece(drawing, "q").shape.w == pytest.approx(width, abs=10.0)
    assert drawn.rect(drawing, "q")[1] == drawn.rect(drawing, "r")[1]


def _wide(steps: list[int], lane: str, at: str, **fields: Any) -> Journey:
    maker = Maker().grid(steps, [])
    maker.lane(lane, **fields)
    maker.card("wide", lane, at, "Кто ведёт клиента", span=2)
    return maker.journey()


def _columns_covered(drawing: Drawing) -> int:
    left, _, width, _ = drawn.rect(drawing, "wide")
    return sum(one.x < left + width and left < one.x + one.w for one in drawing.columns)


@pytest.mark.parametrize("lane", ["owners", "thoughts"])
@pytest.mark.parametrize(("view", "columns"), [("both", 4), ("as_is", 3)])
def test_a_wide_card_of_a_stage_covers_whole_stages(lane: str, view: Path, columns: int) -> None:
    journey = _wide([2, 2, 1], lane, "s0", per="stage")
    journey.put(replace(journey.get(Step, "s1t1"), path="to_be"))
    assert _columns_covered(_draw(journey, view)) == columns


def test_a_wide_card_covers_the_column_of_a_stage_none_of_whose_steps_is_seen() -> None:
    journey = _wide([1, 1, 1], "owners", "s0", per="stage")
    journey.put(replace(journey.get(Step, "s1t0"), path="to_be"))
    assert _columns_covered(_draw(journey, "as_is")) == 2


def test_a_wide_card_is_drawn_anew_when_what_it_covers_comes_or_goes() -> None:
    journey = _wide([2, 1, 2], "thoughts", "s1t0")
    journey.put(replace(journey.get(Step, "s2t0"), path="to_be"))
    drawing = _draw(journey, "as_is")
    assert _columns_covered(drawing) == 1
    step = journey.get(Step, "s0t1")
    journey.put(replace(step, stage_id="s2", place="0"))
    options = layout.Options("ru", path="as_is")
    drawing = layout.draw(journey, MAP, layout.LIGHT, options, drawing)
    assert _columns_covered(drawing) == 2


def test_a_wide_card_of_a_stage_is_drawn_anew_when_the_next_stage_gets_a_step() -> None:
    journey = _wide([2, 2, 1], "owners", "s0", per="stage")
    drawing = _draw(journey, "both")
    journey.put(Step(id="new", stage_id="s1", title="Ещё", place="zz"))
    drawing = layout.draw(journey, MAP, layout.LIGHT, layout.Options("ru"), drawing)
    assert _columns_covered(drawing) == 5


@pytest.mark.parametrize(
    ("view", "said"), [("as_is", "Как есть"), ("to_be", "Как должно быть"), ("both", "Как есть")]
)
def test_the_header_says_which_path_is_seen(view: Path, said: str) -> None:
    drawing = _draw(Maker().grid([1], ["actions"]).journey(), view)
    assert said in drawn.words(drawn.piece(drawing, f"title:{MAP}"))
