"""Time on the map: widths that follow it, its axis, waits, silences and what is slowest."""

from dataclasses import replace
from itertools import combinations, pairwise
from typing import Any, get_args

import pytest

from cjm_desktop import layout
from cjm_desktop.journey import templates
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    Duration,
    Feeling,
    Language,
    Link,
    Path,
    Persona,
    Stage,
    Step,
    Touchpoint,
)
from cjm_desktop.journey.timeline import Taken
from cjm_desktop.layout import hit, paced
from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.layout.theme import DARK, LIGHT
from tests.layout import drawn
from tests.layout.drawn import texts
from tests.layout.maps import MAP, Maker
from tests.layout.test_samples import A0
from tests.layout.test_walk import seen

D = Duration
DAY = 1440.0


# Sharing out a width


def widths(floors: list[float], days: list[float], total: float) -> paced.Paced:
    return paced.widths(floors, [Taken(one * DAY) for one in days], total)


def test_widths_follow_time_as_far_as_the_least_widths_allow() -> None:
    found = widths([40, 40, 40, 40], [1, 10, 20, 0], 400)
    assert found.ws == pytest.approx((40, 320 / 3, 640 / 3, 40))
    assert sum(found.ws) == pytest.approx(400)
    assert [
        paced.is_true(*one, found.scale)
        for one in zip(found.ws, (DAY, 10 * DAY, 20 * DAY, 0), strict=True)
    ] == [False, True, True, False]


@pytest.mark.parametrize("days", [[0, 0, 0], [1, 2, 3]])
def test_least_widths_come_first(days: list[float]) -> None:
    assert widths([40, 50, 60], days, 100).ws == pytest.approx((40, 50, 60))


def test_where_nobody_knows_the_time_columns_share_the_width_evenly() -> None:
    found = widths([40, 40], [0, 0], 200)
    assert found.ws == pytest.approx((100, 100))
    assert found.scale == 0


def test_a_wait_is_a_part_of_its_columns_width_to_the_same_scale() -> None:
    taken = [Taken(10 * DAY, 6 * DAY), Taken(10 * DAY)]
    found = paced.widths(paced.with_gaps([40, 40], taken), taken, 400)
    assert found.ws == pytest.approx((200, 200))
    assert found.gaps == pytest.approx((120, 0))
    taken = [Taken(10 * DAY, 10 * DAY), Taken(90 * DAY, DAY)]
    found = paced.widths(paced.with_gaps([40, 40], taken), taken, 400)
    assert found.ws == pytest.approx((60, 340))
    assert found.gaps == pytest.approx((20, 20)), "the words come first, and a gap is always seen"


# A map


def timed(planned_wait: Duration | None = None) -> Journey:
    """Stages of 1, 9 and 20 days; between s0t1 and s1t0 one waits 2 days; nobody is met in s2t0."""
    maker = Maker("ru").grid([2, 2, 2], ("touchpoints", "feelings", "actions", "owners"))
    for step in ("s0t0", "s0t1", "s1t0", "s1t1", "s2t1"):
        maker.card(f"c:{step}", "touchpoints", step, "Звонок")
    maker.card("wide", "owners", "s0t0", "Продажи", span=6)
    maker.feeling("s0t0", 1.0, "Радость")
    maker.feeling("s1t1", -1.0, "Тревога")
    link = Link(id="link", map_id=MAP, from_id="c:s0t1", to_id="c:s1t0", actual_wait=D(2))
    maker.records.append(replace(link, planned_wait=planned_wait))
    spans = {"s0": 9, "s1": 1, "s2": 20, "s2t0": 15}
    records = [
        replace(one, actual=D(spans[one.id]))
        if isinstance(one, Stage | Step) and one.id in spans
        else one
        for one in maker.records
    ]
    return Journey(records)


def draw(journey: Journey, by_time: bool, path: Path = "both", **options: Any) -> Drawing:
    chosen = layout.Options("ru", width_by_time=by_time, path=path, **options)
    return layout.draw(journey, journey.maps()[0].id, LIGHT, chosen)


def columns(drawing: Drawing) -> dict[str | None, tuple[float, float]]:
    return {one.step_id: (one.x, one.w) for one in drawing.columns}


def test_columns_are_as_wide_as_their_time_and_touch() -> None:
    found = draw(timed(), by_time=True)
    wide = {key: w for key, (_, w) in columns(found).items()}
    assert wide["s2t0"] > wide["s2t1"]
    assert wide["s0t1"] > wide["s0t0"], "the wait is a part of the column it begins in"
    assert wide["s1t0"] == min(wide.values())
    for one, other in pairwise(found.columns):
        assert one.x + one.w == pytest.approx(other.x)
    even = draw(timed(), by_time=False)
    assert len({one.w for one in even.columns}) == 1


def test_a_gap_is_free_of_cards_and_what_covers_columns_goes_on_over_it() -> None:
    found = draw(timed(), by_time=True)
    x, w = columns(found)["s0t1"]
    cell = found.cells["touchpoints:s0:s0t1"]
    gap = drawn.rect(found, "gap:touchpoints:s0t1")
    assert cell.x + cell.w == pytest.approx(gap[0])
    assert gap[0] + gap[2] == pytest.approx(x + w)
    bar = drawn.rect(found, "wide")
    last = columns(found)["s2t1"]
    assert bar[0] + bar[2] == pytest.approx(last[0] + last[1] - 4.5)
    chevron = drawn.rect(found, "s0")
    assert chevron[0] + chevron[2] >= x + w


def test_a_face_stands_over_what_lies_in_its_column_and_not_in_the_wait_behind_it() -> None:
    journey = timed()
    journey.put(replace(journey.get(Feeling, "f:as_is:None:s0t0"), step_id="s0t1", word=""))
    found = draw(journey, by_time=True)
    left, _, wide, _ = drawn.rect(found, "f:as_is:None:s0t0")
    cell = found.cells["feelings:s0:s0t1"]
    assert left + wide / 2 == pytest.approx(cell.x + cell.w / 2)


def test_in_a_gap_one_drops_into_the_column_before_it() -> None:
    journey = timed()
    found = draw(journey, by_time=True)
    left, top, wide, high = drawn.rect(found, "gap:touchpoints:s0t1")
    x, y = left + wide / 2, top + high / 3
    assert hit.cell_at(found, x, y) == ("touchpoints", "s0", "s0t1")
    drop = hit.drop(journey, found, ["c:s2t1"], x, y)
    assert drop is not None
    assert (drop.step_id, drop.place, drop.allowed) == ("s0t1", 1, True)
    assert hit.at(found, x, y) is None


@pytest.mark.parametrize("by_time", [False, True])
def test_a_wait_is_said_between_its_touchpoints(by_time: bool) -> None:
    found = draw(timed(), by_time)
    wait = drawn.piece(found, "wait:link")
    assert drawn.words(wait) == "2 дня"
    left, top, wide, high = drawn.rect(found, "wait:link")
    starts = [drawn.rect(found, one) for one in ("c:s0t1", "c:s1t0")]
    assert starts[0][0] < left < left + wide < starts[1][0] + 20
    assert top >= max(y + h for _, y, _, h in starts), "it covers nothing"
    lane = next(one for one in found.lanes if one.lane_id == "touchpoints")
    assert top + high <= lane.y + lane.h


@pytest.mark.parametrize("by_time", [False, True])
@pytest.mark.parametrize("path", ["as_is", "both"])
def test_columns_in_which_nobody_is_met_are_hatched(by_time: bool, path: Path) -> None:
    found = draw(timed(), by_time, path)
    silence = drawn.piece(found, "silence:c:s1t1")
    assert drawn.words(silence) == "15 дней без единого контакта"
    left, _, wide, _ = drawn.rect(found, "silence:c:s1t1")
    x, w = columns(found)["s2t0"]
    assert left < x + w
    assert x < left + wide
    assert x <= left or not by_time


def test_a_silence_in_the_plan_is_told_in_its_view_only() -> None:
    journey = timed(planned_wait=D(9))
    for one in ("s0", "s1", "s2"):
        journey.put(replace(journey.get(Stage, one), actual=None, planned=D(10)))
    journey.put(replace(journey.get(Step, "s2t0"), actual=None))
    link = journey.get(Link, "link")
    journey.put(replace(link, actual_wait=D(1)))
    assert drawn.words(drawn.piece(draw(journey, True, "to_be"), "wait:link")) == (
        "9 дней без единого контакта"
    )
    assert drawn.words(drawn.piece(draw(journey, True, "as_is"), "wait:link")) == "1 день"


def test_on_the_screen_the_plan_is_drawn_to_the_scale_of_what_is() -> None:
    journey = timed()
    for key, days in (("s0", 9), ("s1", 1), ("s2", 16)):
        journey.put(replace(journey.get(Stage, key), planned=D(days)))
    journey.put(replace(journey.get(Step, "s2t0"), planned=D(12)))
    now, planned = (columns(draw(journey, True, view))["s2t0"] for view in get_args(Path)[1:])
    assert planned[1] / now[1] == pytest.approx(12 / 15)
    drawing = draw(journey, True, "to_be")
    options = layout.Options("ru", width_by_time=True, path="to_be")
    journey.put(replace(journey.get(Stage, "s0"), actual=D(30)))
    after = layout.draw(journey, MAP, LIGHT, options, drawing)
    assert seen(after) == seen(layout.draw(journey, MAP, LIGHT, options))
    assert columns(after)["s2t0"][1] < planned[1]


@pytest.mark.parametrize("lanes", [(), ("time",)])
def test_in_the_plan_stages_say_the_planned_time(lanes: tuple[str, ...]) -> None:
    maker = Maker("ru").grid([1], ("touchpoints", *lanes))
    journey = maker.journey()
    journey.put(replace(journey.get(Stage, "s0"), actual=D(9), planned=D(5)))
    journey.put(replace(journey.get(Step, "s0t0"), actual=D(9), planned=D(5)))
    said = {
        view: " ".join(drawn.words(one) for _, one in drawn.pieces(draw(journey, False, view)))
        for view in get_args(Path)
    }
    assert "5 дней" in said["to_be"]
    assert "9 дней" not in said["to_be"]
    assert "9 дней" in said["as_is"]
    assert "9 дней" in said["both"]


def test_a_wait_is_drawn_at_what_stands_for_a_moved_touchpoint() -> None:
    journey = timed(planned_wait=D(2))
    contact = journey.get(Touchpoint, "c:s1t0")
    twin = replace(contact, id="twin", step_id="s1t1", path="to_be", moved_from=contact.id)
    journey.put(replace(contact, path="as_is"))
    journey.put(twin)
    before, after = (draw(journey, False, view) for view in ("as_is", "to_be"))
    shift = [drawn.rect(one, "wait:link")[2] for one in (before, after)]
    assert shift[1] > shift[0] + 50


def test_the_slowest_are_marked_with_a_sign_and_in_the_legend() -> None:
    journey = timed()
    found = draw(journey, by_time=False)
    step = drawn.piece(found, "s2t0").shape
    assert LIGHT.alarm in {getattr(one, "fill", None) for one in step.primitives}
    assert "дольше всего" in drawn.words(drawn.piece(found, "legend"))
    assert "ни одного контакта" in drawn.words(drawn.piece(found, "legend"))
    journey.drop("link")
    journey.put(replace(journey.get(Step, "s2t0"), actual=None))
    found = draw(journey, by_time=False)
    chevron = drawn.piece(found, "s2").shape
    assert LIGHT.alarm in {getattr(one, "colour", None) for one in chevron.primitives}
    assert {one.id for _, one in drawn.pieces(found)}.isdisjoint({"slow:s2"}), "nothing lies on it"


def test_a_slow_passage_is_marked_and_one_of_others_is_dim_or_hidden() -> None:
    journey = timed()
    journey.put(replace(journey.get(Link, "link"), actual_wait=D(40)))
    journey.put(Persona(id="other", name="Пётр"))
    for key in ("c:s0t1", "c:s1t0"):
        journey.put(replace(journey.get(Touchpoint, key), persona_ids=("other",)))
    slow = drawn.piece(draw(journey, True), "wait:link").shape
    assert {getattr(one, "colour", LIGHT.alarm) for one in slow.primitives} == {LIGHT.alarm}
    journey.put(Persona(id="me", name="Анна"))
    dim = drawn.piece(draw(journey, True, persona_ids=("me",)), "wait:link").shape
    assert {getattr(one, "colour", "") for one in dim.primitives} == {"", LIGHT.dimmed(LIGHT.alarm)}
    hidden = draw(journey, True, persona_ids=("me",), others="hide")
    assert all(one.id != "wait:link" for _, one in drawn.pieces(hidden))


def test_what_takes_no_longer_than_the_rest_is_not_called_slow() -> None:
    journey = timed()
    for one in ("s0", "s1", "s2"):
        journey.put(replace(journey.get(Stage, one), actual=D(3)))
    journey.put(replace(journey.get(Step, "s2t0"), actual=None))
    journey.drop("link")
    assert "дольше всего" not in drawn.words(drawn.piece(draw(journey, False), "legend"))


def test_the_axis_says_what_has_passed_and_where_it_is_not_to_scale() -> None:
    found = draw(timed(), by_time=True)
    assert drawn.words(drawn.piece(found, "axis:s0")).split(" ", 1)[0] == "0"
    assert "9 дней" in drawn.words(drawn.piece(found, "axis:s1"))
    assert drawn.words(drawn.piece(found, "axis:s2")).startswith("10 дней")
    assert drawn.words(drawn.piece(found, "axis:s2")).endswith("30 дней")
    lines = [
        one
        for key in ("s0", "s1", "s2")
        for one in drawn.piece(found, f"axis:{key}").shape.primitives
        if isinstance(one, layout.pieces.Line) and one.y0 == one.y1
    ]
    true = [not one.dash for one in lines]
    assert true[4], "15 days"
    assert not any(true[2:4]), "half a day each"
    assert "не в масштабе" in drawn.words(drawn.piece(found, "legend"))
    assert found.grid_y > draw(timed(), by_time=False).grid_y


def test_a_map_without_durations_is_drawn_as_ever() -> None:
    journey = Maker().grid([2, 1], ("touchpoints", "actions")).journey()
    journey.put(Touchpoint(id="t", lane_id="touchpoints", stage_id="s0", step_id="s0t0", place="a"))
    plain, by_time = (draw(journey, one) for one in (False, True))
    assert seen(plain) == seen(by_time)


def test_an_edit_draws_what_a_fresh_drawing_would() -> None:
    journey = timed()
    options = layout.Options("ru", width_by_time=True)
    drawing = layout.draw(journey, MAP, LIGHT, options)
    for record in (
        replace(journey.get(Link, "link"), actual_wait=D(12)),
        replace(journey.get(Stage, "s1"), actual=D(30)),
        replace(journey.get(Touchpoint, "c:s1t0"), step_id="s2t0", stage_id="s2"),
        replace(journey.get(Touchpoint, "c:s1t1"), text="Другой"),
    ):
        journey.put(record)
        drawing = layout.draw(journey, MAP, LIGHT, options, drawing)
        assert seen(drawing) == seen(layout.draw(journey, MAP, LIGHT, options))


# The samples


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("name", templates.SAMPLES)
@pytest.mark.parametrize("path", ["both", "to_be"])
def test_with_widths_by_time_no_text_of_a_sample_lies_over_another(
    name: str, language: Language, path: Path
) -> None:
    journey = templates.make(name, language)
    map_id = journey.maps()[0].id
    options = layout.Options(language, width_by_time=True, path=path, today="2026-11-22")
    for drawing in (
        layout.draw(journey, map_id, DARK, options),
        layout.fit(journey, map_id, LIGHT, replace(options, paper=True), *A0),
    ):
        found = list(texts(drawing))
        assert len(found) > 150
        over = [(one.text, two.text) for one, two in combinations(found, 2) if one.over(two)]
        assert over == []
        for _, one in drawn.pieces(drawing):
            assert drawn.outside(one) == [], one.id
