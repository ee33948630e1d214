"""The curve goes through its points and never beyond them."""

import random
from typing import Any

import pytest

from cjm_desktop import layout
from cjm_desktop.journey import gaps, weakness
from cjm_desktop.journey.journey import Journey
from cjm_desktop.layout import curve, pieces
from tests.layout import drawn
from tests.layout.maps import MAP, Maker


def test_it_never_leaves_the_scale_on_two_thousand_maps() -> None:
    rnd = random.Random(7)
    for _ in range(2000):
        values = [
            rnd.choice((-2.0, 2.0, round(rnd.uniform(-2, 2), 1))) for _ in range(rnd.randint(2, 16))
        ]
        x, points = 0.0, []
        for value in values:
            points.append((x, value))
            x += rnd.choice((44.0, 88.0, 130.0))
        for _, y in curve.samples(curve.segments(points), 16):
            assert -2.0 - 1e-9 <= y <= 2.0 + 1e-9


def test_it_goes_through_its_points_and_stays_between_neighbours() -> None:
    points = [(0.0, 0.0), (10.0, 5.0), (20.0, 4.0), (30.0, 4.0), (50.0, -3.0)]
    found = curve.segments(points)
    for (x, y), (x2, y2), one in zip(points, points[1:], found, strict=False):
        assert one.at(0) == pytest.approx((x, y))
        assert one.at(1) == pytest.approx((x2, y2))
        for step in range(11):
            assert min(y, y2) - 1e-9 <= one.at(step / 10)[1] <= max(y, y2) + 1e-9


def test_x_runs_evenly_so_a_value_is_found_by_place() -> None:
    found = curve.segments([(0.0, 0.0), (10.0, 5.0), (30.0, 1.0)])
    assert curve.value_at(found, 10.0) == pytest.approx(5.0)
    assert curve.value_at(found, 40.0) is None
    middle = curve.value_at(found, 20.0)
    assert middle is not None
    assert 1.0 < middle < 5.0


def test_areas_end_at_the_level_and_part_where_it_is_crossed() -> None:
    found = curve.segments([(0.0, -5.0), (10.0, 5.0)])
    above, below = curve.areas(found, 0.0)
    assert {letter for letter, _ in above} == {"M", "L", "C", "Z"}
    for side, sign in ((above, -1), (below, 1)):
        ends = [numbers[-1] for _, numbers in side if numbers]
        assert all(sign * y >= -1e-6 for y in ends)
        assert side[0][1][1] == 0.0


def test_the_ribbon_is_as_wide_everywhere() -> None:
    found = curve.segments([(0.0, 0.0), (80.0, 60.0), (160.0, 0.0)])
    drawn = [numbers[-2:] for letter, numbers in curve.ribbon(found, 3.0) if letter in "MLC"]
    half = len(drawn) // 2
    for (x1, y1), (x2, y2) in zip(drawn[:half], reversed(drawn[half:]), strict=True):
        assert ((x1 - x2) ** 2 + (y1 - y2) ** 2) ** 0.5 == pytest.approx(3.0, abs=1e-6)


def _faces(drawing: layout.Drawing) -> dict[str, tuple[float, float]]:
    found = {}
    for cell in drawing.cells.values():
        for piece in cell.pieces:
            for zone in piece.shape.zones:
                if zone.name == "face":
                    x = cell.x + piece.x + zone.x + zone.w / 2
                    found[piece.record_id] = (x, cell.y + piece.y + zone.y + zone.h / 2)
    return found


def test_a_face_stands_at_its_value_in_the_middle_of_its_column() -> None:
    maker = Maker().grid([2, 1], ["feelings"])
    maker.feeling("s0t0", 2, "Радость").feeling("s0t1", -2).feeling("s1t0", 0)
    drawing = layout.draw(maker.journey(), MAP, layout.LIGHT, layout.Options("ru"))
    lane, columns = drawing.lanes[0], drawing.columns
    found = list(_faces(drawing).values())
    middle = (lane.top_value_y + lane.bottom_value_y) / 2
    assert found[0] == pytest.approx((columns[0].x + columns[0].w / 2, lane.top_value_y))
    assert found[1] == pytest.approx((columns[1].x + columns[1].w / 2, lane.bottom_value_y))
    assert found[2][1] == pytest.approx(middle)


def test_a_missing_value_breaks_the_curve_and_a_bridge_leads_over_it() -> None:
    from cjm_desktop.layout import feelings, page, widths
    from cjm_desktop.layout.drawing import context

    maker = Maker().grid([4], ["feelings"])
    maker.feeling("s0t0", 1).feeling("s0t1", 0).feeling("s0t3", 1)
    journey = maker.journey()
    ctx = context(journey, MAP, layout.LIGHT, layout.Options("ru"))
    columns = widths.natural(ctx, 0.0)
    lane = journey.lanes(MAP)[0]
    (line,) = feelings.lines(ctx, lane, columns, feelings.Scale(0.0, page.EMOTIONS))
    assert len(line.parts) == 2
    assert line.parts[0][-1].x3 == pytest.approx(columns.xs[2] - columns.xs[0])
    assert line.parts[1][0].x0 == pytest.approx(columns.xs[3] - columns.xs[0])
    (bridge,) = line.bridges
    assert bridge.at(0) == (line.parts[0][-1].x3, line.parts[0][-1].y3)
    assert bridge.at(1) == (line.parts[1][0].x0, line.parts[1][0].y0)
    assert bridge.direction(0) == bridge.direction(1) == (1.0, 0.0), "level, as the curve is there"


@pytest.mark.parametrize("path", ["as_is", "to_be"])
def test_a_bridge_is_thin_and_dashed_and_keeps_to_the_scale(path: str) -> None:
    maker = Maker().grid([4], ["feelings"])
    maker.feeling("s0t0", 2, path=path).feeling("s0t3", -2, path=path)
    whole = Maker().grid([4], ["feelings"])
    for step, value in zip(range(4), (2, 1, -1, -2), strict=True):
        whole.feeling(f"s0t{step}", value, path=path)
    drawn = []
    for made in (maker, whole):
        drawing = layout.draw(made.journey(), MAP, layout.LIGHT, layout.Options("ru", path=path))
        piece = next(one for one in drawing.cells["band:feelings"].pieces if "curve" in one.id)
        paths = [one for one in piece.shape.primitives if isinstance(one, pieces.Path)]
        drawn.append([one for one in paths if one.dash and one.fill is None])
    (bridge,) = drawn[0]
    assert bridge.width < 1.2
    assert drawn[1] == [], "where every value is known there is none"
    lane = drawing.lanes[0]
    heights = [numbers[-1] + lane.y for _, numbers in bridge.commands]
    assert min(heights) >= lane.top_value_y - 1e-6
    assert max(heights) <= lane.bottom_value_y + 1e-6


def test_a_point_between_two_columns_stands_between_them() -> None:
    maker = Maker().grid([2], ["feelings"])
    maker.feeling("s0t0", 1, between=0.5)
    drawing = layout.draw(maker.journey(), MAP, layout.LIGHT, layout.Options("ru"))
    (x, _), *_ = _faces(drawing).values()
    assert x == pytest.approx(drawing.columns[1].x)


def _ids(drawing: layout.Drawing) -> set[str]:
    return {piece.id for cell in drawing.cells.values() for piece in cell.pieces}


def test_the_weakest_point_and_the_largest_gap_are_named() -> None:
    maker = Maker().grid([3], ["feelings"])
    maker.feeling("s0t0", 1).feeling("s0t1", -1.5, note="тишина").feeling("s0t2", 0)
    for step, value in (("s0t0", 1.5), ("s0t1", 1), ("s0t2", 0.5)):
        maker.feeling(step, value, path="to_be")
    both = _ids(layout.draw(maker.journey(), MAP, layout.LIGHT, layout.Options("ru")))
    assert {"why:f:as_is:None:s0t1", "gap:f:as_is:None:s0t1"} <= both
    alone = _ids(
        layout.draw(maker.journey(), MAP, layout.LIGHT, layout.Options("ru", path="as_is"))
    )
    assert not any(one.startswith("gap:") for one in alone)
    assert "f:to_be:None:s0t1" not in alone


def test_the_curve_marks_what_the_list_of_weak_points_puts_first_and_says_whose_it_is() -> None:
    maker = Maker(persona_ids=("a", "b", "c")).grid([3], ["feelings"])
    for name, role in (("a", "Инженер"), ("b", "Финансист"), ("c", "Юрист")):
        maker.persona(id=name, role=role, name="Кто-то")
    maker.feeling("s0t0", -1.5, persona_id="a").feeling("s0t1", 1, persona_id="a")
    maker.feeling("s0t1", 1, persona_id="b").feeling("s0t2", -2, persona_id="b")
    journey = maker.journey()
    (first, *_) = weakness.of_map(journey, MAP)
    assert [one for one in _ids(_drawn(journey)) if "why:" in one] == [f"why:{first.record.id}"]
    assert "Финансист" in _said(_drawn(journey), "why:")
    for chosen, marked in (("a", "s0t0"), ("b", "s0t2")):
        drawing = _drawn(journey, persona_ids=(chosen,))
        assert f"why:f:as_is:{chosen}:{marked}" in _ids(drawing)
    silent = _drawn(journey, persona_ids=("c",))
    assert not any("why:" in one for one in _ids(silent)), "another one's curve is not theirs"
    assert "Юрист" in _said(silent, "voiceless:")
    assert "voiceless:c" not in _ids(_drawn(journey, persona_ids=("c",), paper=True))


def _said(drawing: layout.Drawing, which: str) -> str:
    """All texts of the pieces whose id begins so."""
    found = [piece for cell in drawing.cells.values() for piece in cell.pieces]
    return " ".join(
        one.text
        for piece in found
        if piece.id.startswith(which)
        for one in piece.shape.primitives
        if isinstance(one, pieces.Glyphs)
    )


def test_a_content_customer_has_no_weakest_point() -> None:
    maker = Maker().grid([2], ["feelings"])
    maker.feeling("s0t0", 0).feeling("s0t1", 1)
    found = _ids(layout.draw(maker.journey(), MAP, layout.LIGHT, layout.Options("ru")))
    assert not any(one.startswith("why:") for one in found)


def test_the_gap_is_the_one_that_the_figures_name() -> None:
    maker = Maker().grid([3], ["feelings"])
    maker.feeling("s0t0", 0).feeling("s0t0", 0.5, path="to_be")
    maker.feeling("s0t1", -0.5).feeling("s0t2", 1).feeling("s0t2", 1.5, path="to_be")
    journey = maker.journey()
    assert not any("gap:" in one for one in _ids(_drawn(journey))), "nothing is planned in between"
    journey = maker.feeling("s0t1", 0.8, path="to_be").journey()
    found = gaps.curve_gap(journey, "feelings", None)
    assert found is not None
    assert [one for one in _ids(_drawn(journey)) if "gap:" in one] == [f"gap:{found.point.id}"]


def _drawn(journey: Journey, **options: Any) -> layout.Drawing:
    return layout.draw(journey, MAP, layout.LIGHT, layout.Options("ru", **options))


def test_a_head_stands_beside_the_face_of_one_who_feels_the_same() -> None:
    maker = Maker(persona_ids=("a", "b")).grid([2], ["feelings"])
    for name in ("Анна", "Борис"):
        maker.persona(id="ab"[name == "Борис"], name=name)
    for step in ("s0t0", "s0t1"):
        maker.feeling(step, 1.0, persona_id="a").feeling(step, 1.0, persona_id="b")
    found = _drawn(maker.journey())
    assert len(drawn.faces(found)) == 4
    assert drawn.covered(found) == []


def test_a_callout_lies_farther_away_where_faces_stand_close() -> None:
    maker = Maker().grid([9], ["feelings"])
    for number, value in enumerate((0.2, -0.6, 0.0, -0.9, -1.2, -0.9, 0.0, -0.6, 0.2)):
        maker.feeling(
            f"s0t{number}", value, "Тоска", note="Ответ приходит на третий день, и он не о том"
        )
    found = _drawn(maker.journey())
    assert len(drawn.callouts(found)) == 1
    assert drawn.covered(found) == []
    assert drawn.overlaps(found) == []
