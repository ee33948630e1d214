"""Marks: in the margins or in the strips that are glued over, and nowhere else."""

import pytest

from cjm_desktop.layout.pieces import Glyphs, Piece, Primitive
from cjm_desktop.poster import bounds, marks
from cjm_desktop.poster.bounds import Rect
from cjm_desktop.poster.marks import Edges
from cjm_desktop.poster.paper import A4, Paper
from cjm_desktop.poster.tiles import Grid, Spot


def grid_of(margin: float = 10, overlap: float = 12, sheet: Paper = A4) -> Grid:
    return Grid(sheet, margin, overlap, 1189, 841)


def all_marks(grid: Grid, edges: Edges) -> list[tuple[Primitive, Rect]]:
    """The marks on a sheet, and where their ink lies on it."""
    found = []
    for side in edges.sides():
        x, y = (edges.right, edges.bottom) if side.last else (0.0, 0.0)
        for mark in marks.cut_and_glue(grid, side):
            left, top, right, bottom = shrunk(mark)
            found.append((mark, (left + x, top + y, right + x, bottom + y)))
    return found


def kept(grid: Grid, edges: Edges) -> Rect:
    """What is seen of a sheet after gluing: without margins and without the strips."""
    return (
        edges.left,
        edges.top,
        edges.right - (grid.overlap if edges.after else 0),
        edges.bottom - (grid.overlap if edges.below else 0),
    )


@pytest.mark.parametrize(
    ("margin", "overlap"), [(10, 12), (5, 6), (4, 12), (0, 12), (0, 4), (30, 30), (12, 0), (2, 3)]
)
def test_no_mark_is_seen_after_gluing(margin: float, overlap: float) -> None:
    grid = grid_of(margin, overlap)
    used = list(grid.spots())
    for spot in used:
        edges = Edges.of(grid, spot, used)
        inside = kept(grid, edges)
        found = all_marks(grid, edges)
        for piece in marks.labels(grid, edges, spot, used, "Путь клиента", "ru"):
            if not piece.turn:
                found += [(mark, shrunk(mark)) for mark in piece.shape.primitives]
        for mark, reach in found:
            assert not bounds.touches(reach, inside), (spot.name, mark)


def shrunk(mark: object) -> Rect:
    """A mark's ink; bounds leave room round text and lines that is mostly blank."""
    reach = bounds.of_primitive(mark)  # type: ignore[arg-type]
    if isinstance(mark, Glyphs):
        return mark.x, mark.y - 0.75 * mark.size, mark.x + mark.width, mark.y + 0.2 * mark.size
    if type(mark).__name__ == "Line":
        width = mark.width / 2 - 0.01  # type: ignore[attr-defined]
        return (
            min(mark.x0, mark.x1) - (width if mark.x0 == mark.x1 else 0),  # type: ignore[attr-defined]
            min(mark.y0, mark.y1) - (width if mark.y0 == mark.y1 else 0),  # type: ignore[attr-defined]
            max(mark.x0, mark.x1) + (width if mark.x0 == mark.x1 else 0),  # type: ignore[attr-defined]
            max(mark.y0, mark.y1) + (width if mark.y0 == mark.y1 else 0),  # type: ignore[attr-defined]
        )
    return reach


def words(pieces: list[Piece]) -> str:
    return " ".join(
        each.text for piece in pieces for each in piece.shape.primitives if isinstance(each, Glyphs)
    ).replace("\u00a0", " ")


@pytest.mark.parametrize("margin", [10, 5, 3, 0])
def test_each_sheet_says_where_it_belongs(margin: float) -> None:
    grid = grid_of(margin)
    used = list(grid.spots())
    spot = Spot(1, 2)
    said = words(marks.labels(grid, Edges.of(grid, spot, used), spot, used, "Карта", "ru"))
    assert "B3" in said
    assert f"лист {used.index(spot) + 1} из {len(used)}" in said
    assert "справа B4" in said
    assert "снизу C3" in said
    assert ("сюда лист B4" in said) == (margin >= 5)


def test_neighbours_that_are_not_printed_are_not_named() -> None:
    grid = grid_of()
    used = [Spot(0, 0), Spot(0, 2), Spot(2, 0)]
    edges = Edges.of(grid, Spot(0, 0), used)
    assert edges.after is None
    assert edges.below is None
    said = words(marks.labels(grid, edges, Spot(0, 0), used, "Карта", "en"))
    assert "sheet 1 of 3" in said
    assert "right" not in said


def test_the_outer_edge_is_never_cut_along_the_dashes() -> None:
    grid = grid_of()
    used = list(grid.spots())

    def dashed(spot: Spot) -> int:
        found = all_marks(grid, Edges.of(grid, spot, used))
        return sum(1 for mark, _ in found if getattr(mark, "dash", ()) == (2.2, 1.1))

    assert dashed(Spot(0, 0)) == 0
    assert dashed(Spot(0, 3)) == dashed(Spot(3, 0)) == 1
    assert dashed(Spot(2, 2)) == 2


def test_marks_stay_on_the_sheet() -> None:
    for margin in (0, 2, 5, 10, 30):
        grid = grid_of(margin)
        used = list(grid.spots())
        for spot in used:
            for _, reach in all_marks(grid, Edges.of(grid, spot, used)):
                left, top, right, bottom = reach
                assert left >= -0.15
                assert top >= -0.15
                assert right <= 297.15
                assert bottom <= 210.15
