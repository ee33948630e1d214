"""What lies under the pointer, and where a drop lands."""

import math
import random

import pytest

from cjm_desktop import layout
from cjm_desktop.journey.journey import Journey
from cjm_desktop.layout import hit, where
from cjm_desktop.layout.pieces import Drawing
from tests.layout import drawn
from tests.layout.maps import MAP, Maker, scattered


@pytest.fixture(scope="module")
def journey() -> Journey:
    maker = Maker().grid([2, 1, 1], ["actions", "touchpoints", "feelings", "barriers"])
    maker.lane("opportunities", per="stage")
    maker.card("a1", "actions", "s0t0", "Ищет аналоги").card("a2", "actions", "s0t0", "Звонит")
    maker.card("a3", "actions", "s0t0", "Ждёт ответа от менеджера")
    maker.card("t1", "touchpoints", "s0t1", "Почта").card("t2", "touchpoints", "s0t1", "Сайт")
    maker.card("b1", "barriers", "s0t0", "Долго").card("b2", "barriers", "s1t0", "Дорого")
    maker.card("b3", "barriers", "s1t0", "Непонятно", on_id="t2", dx=26.0, dy=3.0)
    maker.card("o1", "opportunities", "s0", "Быстрый ответ")
    maker.feeling("s0t0", -1, "Тревога").feeling("s0t1", 1, "Интерес").feeling("s1t0", 0.5)
    return maker.journey()


@pytest.fixture(scope="module")
def drawing(journey: Journey) -> Drawing:
    return layout.draw(journey, MAP, layout.LIGHT, layout.Options("ru"))


def middle(drawing: Drawing, record_id: str) -> tuple[float, float]:
    found = hit.record_rect(drawing, record_id)
    assert found is not None
    x, y, w, h = found
    return x + w / 2, y + h / 2


@pytest.mark.parametrize("record_id", ["a1", "a3", "t2", "b1", "b2", "o1", "s0", "s0t1", "actions"])
def test_the_middle_of_a_thing_is_the_thing(drawing: Drawing, record_id: str) -> None:
    found = hit.at(drawing, *middle(drawing, record_id))
    assert found is not None
    assert found.record_id == record_id


def test_nothing_lies_in_the_margin(drawing: Drawing) -> None:
    assert hit.at(drawing, 2.0, 2.0) is None
    assert hit.at(drawing, -50.0, 10_000.0) is None


def test_zones(drawing: Drawing) -> None:
    rect = hit.zone_rect(drawing, "b1", "severity")
    assert rect is not None
    found = hit.at(drawing, rect[0] + rect[2] / 2, rect[1] + rect[3] / 2)
    assert found is not None
    assert found.zone is not None
    assert (found.record_id, found.zone.name) == ("b1", "severity")


def test_a_turned_note_is_hit_where_it_is_seen(drawing: Drawing) -> None:
    piece = drawn.piece(drawing, "b1")
    x, y, w, h = drawn.rect(drawing, "b1")
    angle = math.radians(piece.turn)
    for corner_x, corner_y in ((1, 1), (w - 1, 1), (1, h - 1)):
        dx, dy = corner_x - w / 2, corner_y - h / 2
        seen_x = x + w / 2 + dx * math.cos(angle) - dy * math.sin(angle)
        seen_y = y + h / 2 + dx * math.sin(angle) + dy * math.cos(angle)
        found = hit.at(drawing, seen_x, seen_y)
        assert found is not None
        assert found.record_id == "b1"


def test_a_pinned_note_lies_over_its_touchpoint(drawing: Drawing) -> None:
    found = hit.at(drawing, *middle(drawing, "t2"))
    free = hit.record_rect(drawing, "b3")
    anchor = drawing.anchors["t2"]
    assert free is not None
    assert found is not None
    assert (free[0] - anchor[0], free[1] - anchor[1]) == pytest.approx((26.0, 3.0))


def test_cells(drawing: Drawing) -> None:
    assert hit.cell_at(drawing, *middle(drawing, "a1")) == ("actions", "s0", "s0t0")
    assert hit.cell_at(drawing, *middle(drawing, "b2")) == ("barriers", "s1", "s1t0")
    assert hit.cell_at(drawing, *middle(drawing, "o1")) == ("opportunities", "s0", None)
    assert hit.cell_at(drawing, *middle(drawing, "actions")) is None


def test_a_face_is_hit_and_its_word_too_but_not_the_air_between(drawing: Drawing) -> None:
    feeling = "f:as_is:None:s0t0"
    for name in ("face", "word"):
        rect = hit.zone_rect(drawing, feeling, name)
        assert rect is not None
        found = hit.at(drawing, rect[0] + rect[2] / 2, rect[1] + rect[3] / 2)
        assert found is not None
        assert found.record_id == feeling


def test_values_of_the_curve(drawing: Drawing) -> None:
    lane = next(one for one in drawing.lanes if one.lane_id == "feelings")
    assert hit.value_at(drawing, "feelings", lane.top_value_y) == 2
    assert hit.value_at(drawing, "feelings", lane.bottom_value_y) == -2
    assert hit.value_at(drawing, "feelings", (lane.top_value_y + lane.bottom_value_y) / 2) == 0
    assert hit.value_at(drawing, "feelings", -1e6) == 2
    assert hit.value_at(drawing, "nobody", 5) == 0


def test_the_nearest_feeling(drawing: Drawing) -> None:
    rect = hit.zone_rect(drawing, "f:as_is:None:s0t1", "face")
    assert rect is not None
    x, y = rect[0] + rect[2] / 2, rect[1] + rect[3] / 2
    assert hit.feeling_near(drawing, x + 8, y - 8, 14) == "f:as_is:None:s0t1"
    assert hit.feeling_near(drawing, x + 60, y, 14) is None


class TestDrop:
    def find(self, journey: Journey, drawing: Drawing, what: str, x: float, y: float) -> hit.Drop:
        found = hit.drop(journey, drawing, [what], x, y)
        assert found is not None
        return found

    def test_between_cards(self, journey: Journey, drawing: Drawing) -> None:
        x, y, _w, h = hit.record_rect(drawing, "a2") or (0, 0, 0, 0)
        above = self.find(journey, drawing, "a1", x + 10, y + 1)
        below = self.find(journey, drawing, "a1", x + 10, y + h - 1)
        assert (above.kind, above.place, below.place) == ("card", 0, 1)
        assert (above.lane_id, above.stage_id, above.step_id) == ("actions", "s0", "s0t0")
        assert above.rect[1] < below.rect[1]

    def test_at_the_end_and_into_an_empty_cell(self, journey: Journey, drawing: Drawing) -> None:
        x, y, _, h = hit.record_rect(drawing, "a3") or (0, 0, 0, 0)
        assert self.find(journey, drawing, "a1", x, y + h + 3).place == 2
        there = drawing.cells["actions:s1:s1t0"]
        empty = self.find(journey, drawing, "a1", there.x + 5, there.y + 5)
        assert (empty.place, empty.stage_id, empty.allowed) == (0, "s1", True)
        assert empty.rect == (there.x, there.y, there.w, there.h)

    def test_what_is_dragged_does_not_count(self, journey: Journey, drawing: Drawing) -> None:
        x, y, _, h = hit.record_rect(drawing, "a3") or (0, 0, 0, 0)
        found = hit.drop(journey, drawing, ["a1", "a2"], x, y + h + 3)
        assert found is not None
        assert found.place == 1

    def test_only_its_own_kind_of_lane(self, journey: Journey, drawing: Drawing) -> None:
        x, y = middle(drawing, "a1")
        found = self.find(journey, drawing, "t1", x, y)
        assert (found.allowed, found.reason) == (False, "move.only_card")
        lane = next(one for one in drawing.lanes if one.lane_id == "feelings")
        refused = self.find(journey, drawing, "t1", x, lane.y + 5)
        assert (refused.allowed, refused.reason) == (False, "move.no_cards")

    def test_a_lane_with_one_cell_per_stage(self, journey: Journey, drawing: Drawing) -> None:
        lane = next(one for one in drawing.lanes if one.lane_id == "opportunities")
        column = drawing.columns[1]
        found = self.find(journey, drawing, "o1", column.x + 5, lane.y + lane.h - 1)
        assert (found.stage_id, found.step_id, found.allowed) == ("s0", None, True)

    def test_beside_the_grid(self, journey: Journey, drawing: Drawing) -> None:
        assert hit.drop(journey, drawing, ["a1"], 3.0, 3.0) is None
        assert hit.drop(journey, drawing, ["nobody"], 200.0, 200.0) is None

    def test_a_note_in_its_lane_is_laid_down(self, journey: Journey, drawing: Drawing) -> None:
        found = self.find(journey, drawing, "b3", *middle(drawing, "b1"))
        assert (found.kind, found.lane_id, found.stage_id) == ("card", "barriers", "s0")

    def test_a_note_elsewhere_is_pinned(self, journey: Journey, drawing: Drawing) -> None:
        x, y, _, _ = hit.record_rect(drawing, "t1") or (0, 0, 0, 0)
        on_chip = self.find(journey, drawing, "b1", x + 6, y + 5)
        assert (on_chip.kind, on_chip.on_id) == ("pin", "t1")
        assert (on_chip.dx, on_chip.dy) == pytest.approx((6, 5))
        on_step = self.find(journey, drawing, "b1", *middle(drawing, "a1"))
        assert (on_step.kind, on_step.on_id) == ("pin", "s0t0")

    def test_notes_held_with_other_cards_are_not_pinned(
        self, journey: Journey, drawing: Drawing
    ) -> None:
        for held in (["b1", "a1"], ["a1", "b1"]):
            found = hit.drop(journey, drawing, held, *middle(drawing, "a1"))
            assert found is not None
            assert (found.allowed, found.reason) == (False, "move.only_card")
        notes = hit.drop(journey, drawing, ["b1", "b3"], *middle(drawing, "a1"))
        assert notes is not None
        assert (notes.allowed, notes.reason) == (False, "layout.pin_one")

    def test_stages_steps_and_lanes(self, journey: Journey, drawing: Drawing) -> None:
        end = drawing.columns[-1]
        found = self.find(journey, drawing, "s0", end.x + end.w - 2, drawing.stages_y + 3)
        assert (found.kind, found.place) == ("stage", 2)
        home = self.find(journey, drawing, "s0", drawing.columns[0].x + 5, drawing.stages_y)
        assert home.place == 0
        step = self.find(journey, drawing, "s0t0", end.x + end.w - 2, drawing.grid_y)
        assert (step.kind, step.stage_id, step.place) == ("step", "s2", 1)
        lane = self.find(journey, drawing, "actions", 5.0, drawing.lanes[1].y + 200)
        assert lane.kind == "lane"
        assert lane.place >= 1

    def test_a_feeling(self, journey: Journey, drawing: Drawing) -> None:
        lane = next(one for one in drawing.lanes if one.lane_id == "feelings")
        x = drawing.columns[2].x + 4
        found = self.find(journey, drawing, "f:as_is:None:s0t0", x, lane.top_value_y)
        assert (found.kind, found.value, found.stage_id) == ("feeling", 2, "s1")

    def test_a_new_stage(self, drawing: Drawing) -> None:
        second = next(one for one in drawing.columns if one.stage_id == "s1")
        found = hit.insert_stage(drawing, second.x + 1)
        assert found is not None
        assert found.place == 1
        assert found.rect[0] == pytest.approx(second.x, abs=2)


def test_edges_and_borders(drawing: Drawing) -> None:
    lane = drawing.lanes[1]
    assert hit.lane_edge(drawing, 300, lane.y + lane.h + 1, 3) == lane.lane_id
    assert hit.lane_edge(drawing, 300, lane.y + lane.h / 2, 3) is None
    second = next(one for one in drawing.columns if one.stage_id == "s1")
    assert hit.stage_border(drawing, second.x - 1, 3) == 1
    assert hit.stage_border(drawing, drawing.columns[0].x, 3) == 0
    assert hit.stage_border(drawing, second.x + 30, 3) is None


def test_a_rubber_band(drawing: Drawing) -> None:
    x, y, w, h = hit.record_rect(drawing, "a1") or (0, 0, 0, 0)
    assert hit.in_rect(drawing, x - 1, y - 1, w + 2, h) == ("a1",)
    assert hit.in_rect(drawing, x + w, y + h, -w, -h) == ("a1",)
    everything = hit.in_rect(drawing, 0, 0, drawing.width, drawing.height)
    assert {"a1", "t1", "b1", "b3", "o1", "f:as_is:None:s0t0"} <= set(everything)
    assert "s0" not in everything


def test_neighbours(drawing: Drawing) -> None:
    assert hit.neighbour(drawing, "a1", "down") == "a2"
    assert hit.neighbour(drawing, "a2", "up") == "a1"
    assert hit.neighbour(drawing, "b1", "right") == "b2"
    assert hit.neighbour(drawing, "b2", "left") == "b1"
    assert hit.neighbour(drawing, "nobody", "left") is None


@pytest.mark.parametrize("seed", range(4))
def test_looking_about_a_point_misses_nothing_that_lies_there(seed: int) -> None:
    rnd = random.Random(seed)
    drawing = layout.draw(scattered(seed, stages=6), MAP, layout.LIGHT, layout.Options("ru"))
    everything = [
        where.Found(cell, piece)
        for cell in reversed(drawing.cells.values())
        for piece in reversed(cell.pieces)
    ]
    for _ in range(300):
        x, y = rnd.uniform(-20, drawing.width + 20), rnd.uniform(-20, drawing.height + 20)
        there = [one for one in everything if one.holds(x, y)]
        assert [one for one in where.near(drawing, x, y) if one.holds(x, y)] == there
        column = [one for one in drawing.columns if one.x <= x < one.x + one.w]
        assert where.column_at(drawing, x) == (column[0] if column else None)
