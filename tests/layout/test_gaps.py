"""Words beside faces find a free place, and thin lines leave a gap for them."""

import pytest

from cjm_desktop import layout
from cjm_desktop.journey import templates
from cjm_desktop.layout import curve, gaps
from cjm_desktop.layout.slots import Crowd, Rect, around
from tests.layout import drawn

PAGE = Rect(0, 0, 400, 200)


def test_a_level_is_parted_by_words() -> None:
    words = [Rect(50, 90, 40, 20), Rect(120, 95, 10, 10), Rect(200, 0, 50, 20)]
    found = gaps.level(100, 300, words)
    assert found == [
        (0.0, pytest.approx(48.6)),
        (pytest.approx(91.4), pytest.approx(118.6)),
        (pytest.approx(131.4), 300),
    ]
    assert gaps.level(100, 300, []) == [(0.0, 300)]


def test_a_curve_is_parted_by_words_and_keeps_the_rest() -> None:
    whole = curve.segments([(0.0, 50.0), (100.0, 50.0), (200.0, 50.0)])
    parts = gaps.curve(whole, [Rect(80, 40, 40, 20)])
    assert len(parts) == 2
    assert parts[0][0].at(0) == pytest.approx((0, 50))
    assert parts[-1][-1].at(1) == pytest.approx((200, 50))
    assert parts[0][-1].x3 <= 80
    assert parts[1][0].x0 >= 120
    assert gaps.curve(whole, [Rect(80, 0, 40, 20)]) == [whole]


def test_a_word_stands_over_a_summit_and_under_a_valley() -> None:
    crowd = Crowd(PAGE, (), (), ())
    for upward in (True, False):
        spot = crowd.choose(around(200, 100, 10, 40, 10, upward))
        assert (spot.y < 100) is upward
        assert spot.x + spot.w / 2 == pytest.approx(200)


def test_a_word_keeps_off_curves_boxes_and_edges() -> None:
    over = [(x, 80.0) for x in range(150, 250, 4)]
    assert Crowd(PAGE, over, (), ()).choose(around(200, 100, 10, 40, 10, upward=True)).y > 100
    box = Rect(150, 70, 100, 25)
    assert Crowd(PAGE, (), (), [box]).choose(around(200, 100, 10, 40, 10, upward=True)).y > 100
    at_edge = Crowd(PAGE, (), (), ()).choose(around(200, 12, 10, 40, 10, upward=True))
    assert at_edge.y >= 0
    assert at_edge.overlap(PAGE) == pytest.approx(400)


def test_what_is_added_is_in_the_way_too() -> None:
    crowd = Crowd(PAGE, (), (), ())
    first = crowd.choose(around(200, 100, 10, 40, 10, upward=True))
    crowd.add(first)
    assert crowd.choose(around(200, 100, 10, 40, 10, upward=True)).overlap(first) == 0


def test_an_upright_line_is_parted_by_words() -> None:
    words = [Rect(50, 40, 40, 10), Rect(50, 80, 40, 10), Rect(200, 0, 10, 90)]
    air = pytest.approx(1.4)
    (start, one), (two, three), (four, end) = gaps.upright(60, 30, 100, words)
    assert (start, end) == (30, 100)
    assert [40 - one, two - 50, 80 - three, four - 90] == [air] * 4
    assert gaps.upright(150, 30, 100, words) == [(30, 100)]
    assert gaps.upright(60, 42, 48, words) == []


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("name", ["sample-b2b", "sample-b2c"])
def test_in_the_samples_no_word_stands_on_a_point_of_somebody_else(
    name: str, language: str
) -> None:
    journey = templates.make(name, language)
    map_id = journey.maps()[0].id
    options = layout.Options(language)
    for drawing in (
        layout.draw(journey, map_id, layout.LIGHT, options),
        layout.fit(journey, map_id, layout.LIGHT, options, 1189, 841),
    ):
        words, dots = [], []
        for cell, piece in drawn.pieces(drawing):
            if piece.kind != "face":
                continue
            x, y = cell.x + piece.x, cell.y + piece.y
            said = [one for one in piece.shape.zones if one.name == "word"]
            words += [Rect(x + one.x, y + one.y, one.w, one.h) for one in said]
            if piece.shape.w < 6:
                dots.append(Rect(x, y, piece.shape.w, piece.shape.h))
        assert words
        assert [one for one in words if any(one.overlap(dot) > 1.0 for dot in dots)] == []
