"""Notes pinned to things: the string that ties one to what it is pinned to."""

from __future__ import annotations

import itertools

import pytest

from cjm_desktop import layout
from cjm_desktop.journey import moves
from cjm_desktop.journey.draft import Draft
from cjm_desktop.layout.pinned import course
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
