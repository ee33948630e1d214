"""A poster lies on its sheets where the fewest texts are cut through, those of notes first."""

import random
from dataclasses import replace
from itertools import pairwise

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
from cjm_desktop.poster.tiles import Grid, best_for
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
@given(st.integers(2, 6), st.floats(0.02, 0.98), SPANS, st.integers(0, 9))
def test_no_other_joints_cut_fewer(
    count: int, part: float, spans: list[tuple[float, float, bool]], seed: int
) -> None:
    shown, overlap, rnd = 190.0, 12.0, random.Random(seed)
    step = shown - overlap
    length = shown + (count - 1 - part) * step
    found = cuts.best(count, shown, overlap, length, spans)
    assert len(found) == count - 1
    parts = [right - left for left, right in pairwise((0.0, *found, length - overlap))]
    least = (length - overlap) / count * cuts.LEAST
    assert all(least - 1e-6 <= one <= step + 1e-6 for one in parts)
    assert found == cuts.best(count, shown, overlap, length, spans[::-1])
    spare, far = part * step, [(begin - 0.5, end + 0.5, on_note) for begin, end, on_note in spans]
    for _ in range(40):
        # Any other way to share out the spare room; places are tried half a mm apart.
        shares = [rnd.uniform(0.01, 1) for _ in range(count)]
        kept = [sum(shares[:at]) / sum(shares) for at in range(1, count)]
        other = [at * step - spare * one for at, one in enumerate(kept, start=1)]
        lengths = [right - left for left, right in pairwise((0.0, *other, length - overlap))]
        if min(lengths) >= least + 0.5:
            assert cut(list(found), spans) <= cut(other, far)


def test_sheets_show_equally_much_where_nothing_is_cut() -> None:
    found = cuts.best(4, 190.0, 12.0, 612.0, [])
    assert found == pytest.approx((150.0, 300.0, 450.0))


def test_a_note_counts_more_than_all_other_texts() -> None:
    grid = Grid(TILE, 10, 12, 200, 80)
    seam = cuts.avoided(grid, []).across[0]
    note = Text((seam - 3, 0, seam + 3, 10), True)
    others = [Text((seam - 40, 20, seam - 4, 30), False), Text((seam + 4, 20, 190, 30), False)] * 9
    (found,) = cuts.avoided(grid, [note, *others]).across
    assert abs(found - seam) == pytest.approx(3 + CLEAR, abs=0.5)


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

    before = through(replace(laid.grid, across=(), down=()))
    assert through(laid.grid) < before
    assert through(laid.grid)[0] == 0
    struck = cuts.struck(laid.grid, texts)
    assert 0 < len(struck) <= sum(through(laid.grid)) <= 2 * len(struck)
    (said,) = planning.plan(journey, job, with_ink=False).warnings
    assert said.values["n"] == len(struck)
    assert struck[0].said in said.sentence("ru")


def test_a_poster_is_hardly_smaller_than_its_sheets_allow_where_that_spares_notes() -> None:
    journey = templates.make("sample-b2b", "en")
    job = Job(journey.maps()[0].id, tiles=parse("A4"), sheets=20)
    laid = lay_out(journey, job)
    assert laid.grid is not None
    width, height = best_for(laid.grid, 20, 1189 / 841)
    assert 0.97 * width <= laid.width < width
    assert laid.width / laid.height == pytest.approx(width / height)
    before = cuts.texts(laid.drawing, width / laid.drawing.width)
    largest = cuts.struck(cuts.avoided(laid.grid.sized(width, height), before), before)
    struck = cuts.struck(laid.grid, cuts.texts(laid.drawing, laid.unit))
    assert sum(one.on_note for one in largest) > 3 * sum(one.on_note for one in struck)
    assert len(struck) < len(largest)


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


def test_sheets_that_show_less_than_they_could_are_glued_to_the_same_picture() -> None:
    shown = made.busy()
    one_page = made.image(made.pdf_of(shown), per_mm=PER_MM)
    grid = Grid(TILE, 10, 12, 300, 200, across=(90.0, 180.5), down=(60.0, 130.0))
    pdf = make_pdf(replace(made.laid(shown), grid=grid), invariant=True)
    labels = tiles_of(shown)[1]
    assert len(labels) == 10
    assert farthest(glued(pdf, labels, grid), one_page) < 64


def test_a_wall_read_from_afar_has_half_as_many_texts_on_its_seams() -> None:
    journey = templates.make("sample-b2b", "ru")
    job = Job(journey.maps()[0].id, language="ru", tiles=parse("A4"), reads_from=1.5)
    laid = lay_out(journey, job)
    assert laid.grid is not None
    found = cuts.texts(laid.drawing, laid.unit)
    struck = cuts.struck(laid.grid, found)
    late = cuts.struck(replace(laid.grid, across=(), down=()), found)
    assert len(struck) <= len(late) / 2
    assert not any(one.on_note for one in struck)
    widths = [right - left for left, right in laid.grid.spans()[0]]
    assert min(widths) > 0.6 * max(widths), "no sheet is nearly blank"
