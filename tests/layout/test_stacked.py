"""A long map in several rows of stages: nothing is lost, the curve goes on, its type is larger."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm_desktop import layout
from cjm_desktop.journey import templates
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Duration, Link
from cjm_desktop.layout import notes, stacked
from cjm_desktop.layout.pieces import Drawing, Line, Path
from tests.journey.big import big_journey
from tests.layout import drawn
from tests.layout.maps import LANES, MAP, Maker, cards_of, scattered

PAPER = layout.Options("ru", paper=True)


def in_rows(journey: Journey, rows: int, size: tuple[float, float] = (1189, 841)) -> Drawing:
    map_id = journey.maps()[0].id
    return layout.fit_rows(journey, map_id, layout.LIGHT, PAPER, *size, rows)


def row_tops(drawing: Drawing) -> list[float]:
    return sorted({one.y for one in drawing.cells.values() if one.kind == "stage"})


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(40, 400).map(float), min_size=2, max_size=9), st.integers(2, 4))
def test_the_widest_row_is_as_narrow_as_can_be(needs: list[float], rows: int) -> None:
    found = stacked.split(needs, rows)
    assert [at for begin, end in found for at in range(begin, end)] == list(range(len(needs)))
    assert len(found) == min(rows, len(needs))
    widest = max(sum(needs[begin:end]) for begin, end in found)
    for ends in combinations(range(1, len(needs)), len(found) - 1):
        other = max(sum(needs[begin:end]) for begin, end in pairwise((0, *ends, len(needs))))
        assert widest <= other


def test_a_long_map_is_set_larger_in_rows_and_fills_the_page() -> None:
    journey, rows = big_journey(160, 40), 2
    one, found = in_rows(journey, 1), in_rows(journey, rows)
    assert found.width < one.width / 1.15
    assert found.height / found.width == pytest.approx(841 / 1189)
    assert len(row_tops(found)) == rows
    lowest = max(cell.y + cell.h for cell in found.cells.values())
    assert lowest <= found.height
    assert len(found.lanes) == rows * len(one.lanes)


@pytest.mark.parametrize("rows", [2, 3, 9])
@pytest.mark.parametrize("seed", range(3))
def test_nothing_is_lost_and_no_text_lies_over_another(seed: int, rows: int) -> None:
    journey = scattered(seed, stages=5, odd=False)
    found = in_rows(journey, rows)
    shown = [piece.record_id for _, piece in drawn.pieces(found) if piece.kind != "ground"]
    for card in cards_of(journey):
        # A wide bar is drawn once more in every row it goes on in.
        assert shown.count(card.id) in range(1, card.span + 1 if card.lane_id == "owners" else 2)
    for lane in journey.lanes(MAP):
        assert shown.count(lane.id) == min(rows, 5)
    assert drawn.overlaps(found) == []
    for cell, piece in drawn.pieces(found):
        assert drawn.outside(piece) == [], piece.id
        assert cell.y + piece.y + piece.shape.h <= found.height + 0.01


def curve_ends(drawing: Drawing) -> list[tuple[float, float]]:
    """Where the ribbon of each row begins and ends, u from the middle of its scale."""
    found = []
    for cell, piece in drawn.pieces(drawing):
        if piece.id.startswith("curve:"):
            ribbon = [one for one in piece.shape.primitives if isinstance(one, Path)][-1]
            lane = next(one for one in drawing.lanes if one.y == cell.y)
            high = lane.bottom_value_y - lane.top_value_y
            places = [at[-2:] for letter, at in ribbon.commands if letter != "Z"]
            left, right = min(x for x, _ in places), max(x for x, _ in places)
            for x in (left, right):
                ys = [y for at, y in places if abs(at - x) < 2]
                found.append(((min(ys) + max(ys)) / 2 + cell.y - lane.top_value_y) / high)
    return list(zip(found[0::2], found[1::2], strict=True))


def test_the_curve_goes_on_where_the_row_before_ended() -> None:
    maker = Maker().grid([2, 2, 2], ["feelings", "actions"])
    for number, value in enumerate((2, 1, -1, -2, 0.5, 1.5)):
        maker.feeling(f"s{number // 2}t{number % 2}", value, "Да")
    (_, first), (second, third), (fourth, _) = curve_ends(in_rows(maker.journey(), 3))
    assert first == pytest.approx(second, abs=0.02)
    assert third == pytest.approx(fourth, abs=0.02)
    assert first == pytest.approx(0.5, abs=0.12), "between +1 and -1"


def test_the_curves_of_all_rows_are_as_high_as_one_would_be() -> None:
    journey = templates.make("sample-b2b", "ru")

    def part(drawing: Drawing) -> float:
        curves = [one.h for one in drawing.lanes if one.bottom_value_y > one.top_value_y]
        return sum(curves) / drawing.height

    assert part(in_rows(journey, 1)) == pytest.approx(0.25, abs=0.01)
    for rows in (2, 3):
        assert 0.29 < part(in_rows(journey, rows)) < 0.36


def test_one_point_is_the_lowest_of_the_map_and_its_funnel_goes_on() -> None:
    journey = templates.make("sample-b2b", "ru")
    one, found = in_rows(journey, 1), in_rows(journey, 2)

    def said(drawing: Drawing, begin: str) -> list[str]:
        pieces = (piece for _, piece in drawn.pieces(drawing) if piece.id.startswith(begin))
        return sorted(drawn.words(piece) for piece in pieces)

    assert len(said(found, "why:")) == len(said(one, "why:")) == 1
    for metric in journey.metrics(journey.maps()[0].id):
        assert said(found, metric.id) == said(one, metric.id)
    assert said(found, "legend") == said(one, "legend")
    assert said(found, "footer") == said(one, "footer")


def test_a_pinned_note_stays_with_what_it_is_pinned_to() -> None:
    maker = Maker().grid([1, 1], LANES)
    maker.card("t", "touchpoints", "s1t0", "Почта")
    maker.card("b", "barriers", "s0t0", "Не дозвониться", on_id="t", dx=20.0, dy=30.0)
    found = in_rows(maker.journey(), 2)
    touchpoint, note = drawn.rect(found, "t"), drawn.rect(found, "b")
    assert note[1] - touchpoint[1] == pytest.approx(30.0)
    assert note[1] > row_tops(found)[1]


@pytest.mark.parametrize(("dx", "dy"), [(20.0, 900.0), (0.0, -900.0), (2000.0, 30.0)])
def test_a_pinned_note_stays_in_its_row_and_on_the_paper(dx: float, dy: float) -> None:
    maker = Maker().grid([1, 1, 1], LANES)
    maker.card("t", "touchpoints", "s1t0", "Почта")
    maker.card("b", "barriers", "s0t0", "Не дозвониться", on_id="t", dx=dx, dy=dy)
    found = in_rows(maker.journey(), 3)
    tops = row_tops(found)
    x, y, wide, high = drawn.rect(found, "b")
    assert tops[1] <= y <= y + high <= tops[2]
    assert x + wide <= found.width
    whole = in_rows(maker.journey(), 1)
    x, y, wide, high = drawn.rect(whole, "b")
    assert 0 <= y <= y + high <= whole.height
    assert x + wide <= whole.width
    options = layout.Options("ru")
    screen = layout.draw(maker.journey(), MAP, layout.LIGHT, options)
    note, on = drawn.rect(screen, "b"), drawn.rect(screen, "t")
    assert (note[0] - on[0], note[1] - on[1]) == pytest.approx((dx, dy)), "as the user put it"


def test_an_owner_of_several_stages_is_seen_in_every_row() -> None:
    maker = Maker().grid([1, 2, 1], ["actions", "owners"])
    maker.card("wide", "owners", "s0t0", "Продажи", span=3)
    maker.card("last", "owners", "s2t0", "Сервис", span=1)
    found = in_rows(maker.journey(), 3)
    bars = [
        (cell.x + piece.x, cell.x + piece.x + piece.shape.w, piece)
        for cell, piece in drawn.pieces(found)
        if piece.record_id == "wide"
    ]
    assert [drawn.words(piece) for _, _, piece in bars] == ["Продажи"] * 2
    first, second = found.columns[0], found.columns[1:3]
    spans = [(first.x, first.x + first.w), (second[0].x, second[-1].x + second[-1].w)]
    arrows = []
    for (left, right, piece), (begin, end) in zip(bars, spans, strict=True):
        assert (left, right) == pytest.approx((begin, end), abs=5.0)
        assert drawn.outside(piece) == []
        tips = {one.x1 / piece.shape.w for one in piece.shape.primitives if isinstance(one, Line)}
        arrows.append([round(one) for one in tips])
    assert arrows == [[1], [0]], "on to the next row, and from the one before"


def test_a_note_over_wide_columns_stays_a_note() -> None:
    maker = Maker().grid([3, 1], ["barriers"])
    maker.card("wide", "barriers", "s0t0", "Долго", span=3)
    maker.card("last", "barriers", "s1t0", "Ещё дольше", span=3)
    found = in_rows(maker.journey(), 2)
    for name in ("wide", "last"):
        piece = drawn.piece(found, name)
        rise = piece.shape.w * math.sin(math.radians(abs(piece.turn))) / 2
        assert rise < 2.5
    assert drawn.rect(found, "last")[2] <= notes.WIDEST


def waiting(begins: str, ends: str) -> Journey:
    """A map of three stages; from one touchpoint to another one waits six days."""
    maker = Maker().grid([2, 2, 1], LANES)
    for step in ("s0t0", "s0t1", "s1t0", "s1t1", "s2t0"):
        maker.card(f"c:{step}", "touchpoints", step, "Звонок")
    link = Link(id="link", map_id=MAP, from_id=f"c:{begins}", to_id=f"c:{ends}")
    maker.records.append(replace(link, actual_wait=Duration(6)))
    return maker.journey()


@pytest.mark.parametrize(
    ("begins", "ends", "row"),
    [("s0t1", "s1t0", 0), ("s0t0", "s2t0", 0), ("s1t1", "s2t0", 1), ("s2t0", "s0t0", 2)],
)
def test_a_wait_that_leads_to_another_row_is_said_in_the_row_it_begins_in(
    begins: str, ends: str, row: int
) -> None:
    found = in_rows(waiting(begins, ends), 3)
    said = [(cell, one) for cell, one in drawn.pieces(found) if one.id == "wait:link"]
    assert [drawn.words(one) for _, one in said] == ["6 дней"]
    cell, bar = said[0]
    assert cell.id.endswith(f":{row}")
    left, right = cell.x + bar.x, cell.x + bar.x + bar.shape.w
    edges = found.columns[0].x, max(one.x + one.w for one in found.columns)
    if ends < begins:
        assert left == pytest.approx(edges[0], abs=2)
    else:
        assert left == pytest.approx(drawn.rect(found, f"c:{begins}")[0] + 8, abs=2)
        assert right == pytest.approx(edges[1], abs=2)


def test_a_wait_at_the_end_of_some_stages_is_a_part_of_their_width_by_time() -> None:
    options = layout.Options("ru", stage_ids=("s0",), width_by_time=True)
    found = layout.draw(waiting("s0t1", "s1t0"), MAP, layout.LIGHT, options)
    assert drawn.words(drawn.piece(found, "wait:link")) == "6 дней"
    backwards = layout.draw(waiting("s1t0", "s0t1"), MAP, layout.LIGHT, options)
    assert not [one for _, one in drawn.pieces(backwards) if one.id == "wait:link"]
