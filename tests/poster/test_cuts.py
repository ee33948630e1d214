"""A poster lies on its sheets where the fewest texts are cut through, those of notes first."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm_desktop.journey import templates
from cjm_desktop.layout import text
from cjm_desktop.poster import cuts, planning
from cjm_desktop.poster.cuts import CLEAR, Text
from cjm_desktop.poster.job import Job
from cjm_desktop.poster.laid import lay_out
from cjm_desktop.poster.paper import Paper, parse
from cjm_desktop.poster.tiles import Grid, Spot
from cjm_desktop.poster.writing import make_pdf
from tests.poster import made
from tests.poster.test_tiled import PER_MM, TILE, farthest, glued, tiles_of

SPANS = st.lists(
    st.tuples(
        st.floats(0, 900).map(lambda at: round(at, 1)),
        st.floats(1, 60).map(lambda at: round(at, 1)),
        st.booleans(),
    ).map(lambda one: (one[0], one[0] + one[1], one[2])),
    max_size=25,
)


def cut(seams: list[float], spans: list[tuple[float, float, bool]]) -> tuple[int, int]:
    """How many texts on notes and how many others lie under these lines or too near to them."""
    found = [
        on_note
        for begin, end, on_note in spans
        for seam in seams
        if begin - CLEAR + 1e-6 < seam < end + CLEAR - 1e-6
    ]
    return sum(found), len(found) - sum(found)


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 6), st.floats(0.02, 0.98), SPANS)
def test_no_other_place_cuts_fewer(
    count: int, part: float, spans: list[tuple[float, float, bool]]
) -> None:
    shown, overlap = 190.0, 12.0
    length = shown + (count - 1 - part) * (shown - overlap)
    spare = part * (shown - overlap)
    found = cuts.best(count, shown, overlap, length, spans)
    assert 0 <= found <= spare

    def at(left: float) -> tuple[int, int]:
        return cut([one * (shown - overlap) - left for one in range(1, count)], spans)

    tried = [spare * step / 200 for step in range(201)]
    assert at(found) <= min(map(at, tried))
    assert all(at(left) > at(found) for left in tried if left < found - 1e-6)
    assert found == cuts.best(count, shown, overlap, length, spans[::-1])


def test_a_note_counts_more_than_all_other_texts() -> None:
    grid = Grid(TILE, 10, 12, 200, 80)
    seam = grid.window(Spot(0, 1))[0]
    note = Text((seam - 3, 0, seam + 3, 10), True)
    others = [Text((0, 20, seam - 2, 30), False)] * 9
    found = cuts.avoided(grid, [note, *others])
    assert found.left == pytest.approx(3 + CLEAR)
    assert cuts.avoided(grid, others).left == 0


@pytest.mark.parametrize("name", templates.SAMPLES)
def test_no_note_of_a_sample_is_cut_where_a_shift_avoids_it(name: str) -> None:
    journey = templates.make(name, "ru")
    job = Job(journey.maps()[0].id, language="ru", tiles=parse("A4"))
    laid = lay_out(journey, job)
    assert laid.grid is not None
    texts = cuts.texts(laid.drawing, laid.unit)
    assert sum(one.on_note for one in texts) > 5

    def through(grid: Grid) -> tuple[int, int]:
        spots = {one.column: grid.window(one)[0] for one in grid.spots() if one.column}
        rows = {one.row: grid.window(one)[1] for one in grid.spots() if one.row}
        across = cut(list(spots.values()), [(*one.rect[0::2], one.on_note) for one in texts])
        down = cut(list(rows.values()), [(*one.rect[1::2], one.on_note) for one in texts])
        return across[0] + down[0], across[1] + down[1]

    before = through(replace(laid.grid, left=0.0, top=0.0))
    assert through(laid.grid) < before
    assert through(laid.grid)[0] == 0
    struck = cuts.struck(laid.grid, texts)
    assert 0 < len(struck) <= sum(through(laid.grid)) <= 2 * len(struck)
    (said,) = planning.plan(journey, job, with_ink=False).warnings
    assert said.values["n"] == len(struck)
    assert struck[0].said in said.sentence("ru")


def test_notes_that_are_cut_are_named_first_and_by_their_first_words() -> None:
    words = text.place("Регистрация просит", "medium", 8, 4, 10, made.INK)
    words += text.place("паспорт", "medium", 8, 4, 20, made.INK)
    note = made.piece("note", [*words], 150, 20, w=70, h=40, kind="barrier")
    title = made.piece("title", [*text.place("Путь", "bold", 12, 180, 80, made.INK)], kind="ground")
    far = made.piece("far", [*text.place("Дом", "bold", 12, 20, 80, made.INK)])
    laid = made.laid(made.drawing([title, far, note]), tile=Paper("sheet", 220, 220))
    assert laid.grid is not None
    found = cuts.struck(laid.grid, cuts.texts(laid.drawing, laid.unit))
    assert [(one.said, one.on_note) for one in found] == [
        ("Регистрация просит…", True),
        ("Путь", False),
    ]


def test_a_poster_in_the_middle_of_its_sheets_is_glued_to_the_same_picture() -> None:
    shown = made.busy()
    one_page = made.image(made.pdf_of(shown), per_mm=PER_MM)
    grid = Grid(TILE, 10, 12, 300, 200, left=31.0, top=9.0)
    laid = replace(made.laid(shown), grid=grid)
    pdf = make_pdf(laid, invariant=True)
    labels = tiles_of(shown)[1]
    assert len(labels) == 10
    whole = glued(pdf, labels, (331, 209), TILE, 10, 12)
    found = whole.crop((31 * PER_MM, 9 * PER_MM, 331 * PER_MM, 209 * PER_MM))
    assert farthest(found, one_page) < 64
