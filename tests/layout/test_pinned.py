"""Notes pinned to things: the string that ties one to what it is pinned to."""

from __future__ import annotations

import itertools

import pytest

from cjm_desktop import layout
from cjm_desktop.journey import moves
from cjm_desktop.journey.draft import Draft
from cjm_desktop.layout.pieces import Disc, Path, Primitive
from cjm_desktop.layout.pinned import course
from cjm_desktop.layout.slots import Rect
from tests.layout import drawn
from tests.layout.maps import MAP, Maker

AT = (100.0, 50.0)


@pytest.mark.parametrize(("x", "y"), [(100, 50), (104, 61), (104, 76), (80, 40)])
def test_a_note_on_or_right_under_its_thing_needs_no_string(x: float, y: float) -> None:
    assert course(AT, x, y, 78, 64) == ()


@pytest.mark.parametrize(
    ("x", "y"), [(104, 200), (60, 200), (300, 200), (104, -90), (10, -90), (250, 40)]
)
def test_a_string_leaves_through_the_gap_before_the_column_and_ends_on_the_note(
    x: float, y: float
) -> None:
    points = course(AT, x, y, 78, 64)
    assert points[0] == (AT[0], AT[1] + 6.7)
    assert points[1][0] < AT[0]
    for (x0, y0), (x1, y1) in itertools.pairwise(points):
        assert x0 == x1 or y0 == y1
    end_x, end_y = points[-1]
    assert x <= end_x <= x + 78
    assert y <= end_y <= y + 64
    assert end_x in (x, x + 78) or end_y in (y, y + 64)


def test_the_string_is_drawn_under_the_notes_and_stands_for_no_record() -> None:
    maker = Maker().grid([2], ["touchpoints", "barriers"])
    maker.card("t", "touchpoints", "s0t0", "Site").card("b", "barriers", "s0t0", "Slow")
    draft = Draft(maker.journey())
    moves.pin_barrier(draft, "b", "t", 4, 11)

    def pieces() -> list[tuple[str, str]]:
        made = layout.draw(draft.journey, MAP, layout.LIGHT, layout.Options("en"))
        free = [cell for cell in made.cells.values() if cell.kind == "free"]
        return [(one.id, one.record_id) for cell in free for one in cell.pieces]

    assert pieces() == [("b", "b")]
    moves.pin_barrier(draft, "b", "t", 150, 120)
    assert pieces() == [("pin:b", ""), ("b", "b")]
    other = moves.add_card(draft, "barriers", "s0", "s0t0", "Dear")
    moves.pin_barrier(draft, "b", "t", 4, 11)
    moves.pin_barrier(draft, other, "t", 20, 60)
    assert [one for one, _ in pieces()] == ["b", other], "the stack hangs as one"


def crossings(made: layout.Drawing) -> list[str]:
    """The words that strings strike through."""
    found = []
    for _, string in drawn.pieces(made):
        if not string.id.startswith("pin:"):
            continue
        cell = next(one for one in made.cells.values() if string in one.pieces)
        for primitive in string.shape.primitives:
            for line in lines_of(primitive, cell.x + string.x, cell.y + string.y):
                for other, piece in drawn.pieces(made):
                    if other is cell:
                        continue
                    for run in drawn.runs(piece):
                        x, y = other.x + piece.x + run.x, other.y + piece.y + run.y
                        letters = Rect(x, y - 0.72 * run.size, run.width, 0.9 * run.size)
                        if letters.overlap(line):
                            found.append(run.text)
    return found


def lines_of(primitive: Primitive, x: float, y: float) -> list[Rect]:
    """The rectangles that a pin or a line covers."""
    if isinstance(primitive, Disc):
        r = primitive.r
        return [Rect(x + primitive.cx - r, y + primitive.cy - r, 2 * r, 2 * r)]
    assert isinstance(primitive, Path)
    found, at = [], (0.0, 0.0)
    for name, numbers in primitive.commands:
        to = (numbers[0], numbers[1])
        if name == "L":
            (x0, x1), (y0, y1) = sorted((at[0], to[0])), sorted((at[1], to[1]))
            found.append(Rect(x + x0, y + y0, x1 - x0, y1 - y0).grown(primitive.width / 2))
        at = to
    return found


@pytest.mark.parametrize("on", ["s0", "s0t0", "s0t1", "t"])
@pytest.mark.parametrize(("dx", "dy"), [(150, 120), (260, 40), (4, 260), (-60, 180), (330, 90)])
def test_a_string_strikes_through_no_word(on: str, dx: float, dy: float) -> None:
    lanes = ["actions", "touchpoints", "thoughts", "barriers", "opportunities"]
    maker = Maker().grid([2, 3], lanes)
    maker.card("t", "touchpoints", "s0t1", "Сайт").card("b", "barriers", "s0t0", "Долго")
    for step in ("s0t0", "s0t1", "s1t0", "s1t1", "s1t2"):
        for lane in ("actions", "thoughts", "opportunities"):
            maker.card(f"{lane}{step}", lane, step, "Ждёт ответа от поставщика и сверяет счёт")
    maker.card("wide", "thoughts", "s0", "Сколько же можно ждать ответа от этого поставщика?")
    draft = Draft(maker.journey())
    moves.pin_barrier(draft, "b", on, dx, dy)
    made = layout.draw(draft.journey, MAP, layout.LIGHT, layout.Options("ru"))
    assert any(one.id == "pin:b" for _, one in drawn.pieces(made))
    assert crossings(made) == []
