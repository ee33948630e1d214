"""Cutting into sheets: the geometry that scissors and glue rely on."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm_desktop.journey.problems import Problem
from cjm_desktop.poster import tiles
from cjm_desktop.poster.paper import A4, Paper, parse
from cjm_desktop.poster.tiles import Grid, Spot


def a0_on_a4() -> Grid:
    return Grid(A4, 10, 12, 1189, 841)


def test_a0_takes_25_sheets_of_a4() -> None:
    grid = a0_on_a4()
    assert (grid.rows, grid.columns) == (5, 5)
    assert [spot.name for spot in grid.spots()][:6] == ["A1", "A2", "A3", "A4", "A5", "B1"]


def test_sheets_overlap_by_what_was_asked() -> None:
    grid = a0_on_a4()
    assert grid.window(Spot(0, 0)) == (0, 0, 277, 190)
    assert grid.window(Spot(1, 2)) == (530, 178, 807, 368)
    assert grid.window(Spot(4, 4))[2:] == (1189, 841)


@pytest.mark.parametrize(
    ("row", "name"), [(0, "A1"), (25, "Z1"), (26, "AA1"), (27, "AB1"), (701, "ZZ1"), (702, "AAA1")]
)
def test_rows_beyond_z(row: int, name: str) -> None:
    assert Spot(row, 0).name == name


def test_larger_posters_for_more_sheets() -> None:
    """The table of the print dialog: 27 x 19, 52 x 37, 77 x 55, 102 x 72 cm."""
    proportion = 1189 / 841
    sizes = [tiles.best_for(a0_on_a4(), count, proportion) for count in (1, 4, 9, 16)]
    assert [(round(width / 10), round(height / 10)) for width, height in sizes] == [
        (27, 19), (52, 37), (77, 55), (102, 72)
    ]  # fmt: skip
    grown = [width for width, _ in tiles.growing(a0_on_a4(), 16, proportion)]
    assert grown == sorted(grown)
    assert len(set(grown)) == len(grown)


def test_at_most_so_many_sheets() -> None:
    proportion = 1189 / 841
    width, height = tiles.best_for(a0_on_a4(), 24, proportion)
    # 5 rows of 4 sheets are enough for it.
    assert (round(width), round(height)) == (1072, 758)
    assert width / height == pytest.approx(proportion)
    # A long map gains from sheets side by side.
    assert tiles.best_for(a0_on_a4(), 3, 807 / 190) == pytest.approx((807, 190))


def test_too_many_sheets_are_refused() -> None:
    with pytest.raises(Problem) as refused:
        tiles.check_count(Grid(A4, 10, 12, 20_000, 20_000))
    assert "листов" in refused.value.sentence("ru")


sides = st.floats(100, 3000)
edges = st.floats(0, 30)


@settings(max_examples=80, deadline=None)
@given(sides, sides, edges, edges, st.sampled_from(["A4", "A3", "Letter"]), st.booleans())
def test_windows_cover_the_poster_and_no_more(
    width: float, height: float, margin: float, overlap: float, name: str, landscape: bool
) -> None:
    sheet: Paper = parse(name, landscape)
    grid = Grid(sheet, margin, overlap, width, height)
    for spot in grid.spots():
        left, top, right, bottom = grid.window(spot)
        assert 0 <= left < right <= width
        assert 0 <= top < bottom <= height
        assert right - left <= sheet.width - 2 * margin + 1e-6
        after = Spot(spot.row, spot.column + 1)
        if after.column < grid.columns:
            assert right - grid.window(after)[0] == pytest.approx(overlap, abs=1e-6)
        below = Spot(spot.row + 1, spot.column)
        if below.row < grid.rows:
            assert bottom - grid.window(below)[1] == pytest.approx(overlap, abs=1e-6)
    last = grid.window(Spot(grid.rows - 1, grid.columns - 1))
    assert last[2:] == (width, height)
    # One sheet less would not do.
    if grid.columns > 1:
        assert grid.window(Spot(0, grid.columns - 2))[2] < width
