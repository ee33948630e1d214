"""Sheets to glue: put together by their marks they are the poster, to a hair."""

from __future__ import annotations

import re
from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter
from pypdfium2 import raw

from cjm_desktop.layout.pieces import Box, Disc, Drawing
from cjm_desktop.poster import sheet, spread
from cjm_desktop.poster.job import Job
from cjm_desktop.poster.laid import framed
from cjm_desktop.poster.paper import Paper
from cjm_desktop.poster.tiles import Grid
from cjm_desktop.poster.writing import make_pdf
from tests.poster import made

TILE = Paper("A6", 148, 105)
PER_MM = 4


def tiles_of(shown: Drawing, tile: Paper = TILE, **more: object) -> tuple[bytes, list[str]]:
    """A drawing on sheets, and the labels of the pages."""
    job = Job("map", language=more.pop("language", "ru"), **more)  # type: ignore[arg-type]
    pdf = make_pdf(made.laid(shown, job=job, tile=tile), invariant=True)
    document = pypdfium2.PdfDocument(pdf)
    labels = [document.get_page_label(at) for at in range(len(document))]
    document.close()
    return pdf, labels


def glued(pdf: bytes, labels: list[str], grid: Grid) -> Image.Image:
    """What scissors and glue make of the sheets: each laid over the strips of those before it.

    Reckoned from the label, the margin and where each sheet begins.
    """
    tile, margin = grid.sheet, grid.margin
    size = (round(grid.width * PER_MM), round(grid.height * PER_MM))
    whole = Image.new("RGB", size, "#FFFFFF")
    across, down = grid.spans()
    for page, label in enumerate(labels):
        if not re.fullmatch(r"[A-Z]\d+", label):
            continue
        row, column = ord(label[0]) - ord("A"), int(label[1:]) - 1
        seen = made.image(pdf, page, PER_MM)
        assert seen.size == (round(tile.width * PER_MM), round(tile.height * PER_MM))
        edge = round(margin * PER_MM)
        cut = seen.crop((edge, edge, seen.width - edge, seen.height - edge))
        x, y = across[column][0], down[row][0]
        whole.paste(cut, (round(x * PER_MM), round(y * PER_MM)))
    return whole


def farthest(one: Image.Image, other: Image.Image) -> int:
    """The largest difference between two pictures after forgiving a dot's (0.25 mm) shift."""
    low, high = other.filter(ImageFilter.MinFilter(3)), other.filter(ImageFilter.MaxFilter(3))
    too_dark = ImageChops.subtract(low, one)
    too_light = ImageChops.subtract(one, high)
    worst = [ends[1] for ends in (*too_dark.getextrema(), *too_light.getextrema())]  # type: ignore[index, misc]
    return max(worst)


@pytest.mark.parametrize(
    ("tile", "margin", "overlap"),
    [
        (TILE, 10, 12),
        (Paper("tall", 105, 148), 5, 0),
        (TILE, 0, 8),
        (Paper("square", 120, 120), 20, 30),
    ],
)
def test_glued_sheets_are_the_poster(tile: Paper, margin: float, overlap: float) -> None:
    shown = made.busy()
    pdf, labels = tiles_of(shown, tile, margin=margin, overlap=overlap)
    whole = made.image(made.pdf_of(shown), per_mm=PER_MM)
    put_together = glued(pdf, labels, Grid(tile, margin, overlap, shown.width, shown.height))
    assert farthest(put_together, whole) < 64


def test_hundreds_of_pieces_on_a_sheet_stand_where_they_belong() -> None:
    """Each is told from the one before, and now and then from the sheet's corner again."""
    dots = [
        made.piece(str(at), [Disc(1, 1, 1, "#17202B")], at % 40 * 3.37, at // 40 * 3.33, w=2, h=2,
                   turn=90.0 if at % 7 == 0 else 0.0)
        for at in range(1200)
    ]  # fmt: skip
    shown = made.drawing(dots)
    pdf, labels = tiles_of(shown, assembly=False)
    whole = made.image(made.pdf_of(shown), per_mm=PER_MM)
    assert farthest(glued(pdf, labels, Grid(TILE, 10, 12, shown.width, shown.height)), whole) < 64
    begun = re.findall(rb"W n\n(q [^\n]+ cm)\n", made.unpacked(pdf))
    assert made.unpacked(pdf).count(begun[0]) == 2


def test_the_comparison_notices_half_a_millimetre() -> None:
    whole = made.image(made.pdf_of(made.busy()), per_mm=PER_MM)
    assert farthest(ImageChops.offset(whole, 2, 0), whole) > 100


def test_dark_posters_are_dark_to_the_edge() -> None:
    shown = made.busy(paper="#14181F")
    pdf, labels = tiles_of(shown)
    whole = made.image(made.pdf_of(shown), per_mm=PER_MM)
    assert farthest(glued(pdf, labels, Grid(TILE, 10, 12, 300, 200)), whole) < 64


def test_pages_are_the_sheets_and_bear_their_names() -> None:
    pdf, labels = tiles_of(made.busy())
    assert labels == ["Схема", "A1", "A2", "A3", "B1", "B2", "B3", "C1", "C2", "C3"]
    for page in range(len(labels)):
        assert made.size_mm(pdf, page) == pytest.approx((148, 105), abs=0.01)
    assert b"/PrintScaling /None" in made.unpacked(pdf)
    assert all(made.fonts_of(pdf).values())
    assert b"Helvetica" not in made.unpacked(pdf)


def test_labels_in_russian() -> None:
    pdf, labels = tiles_of(made.busy(), Paper("A5", 210, 148))
    words = made.words_on(pdf, labels.index("A1"))
    assert "Путь клиента · лист 1 из 4 · справа A2 · снизу B1" in words
    assert "сюда лист A2" in words
    assert "сюда лист B1" in words
    last = made.words_on(pdf, labels.index("B2"))
    assert "лист 4 из 4" in last
    assert "справа" not in last
    assert "сюда" not in last


def test_labels_in_english() -> None:
    pdf, labels = tiles_of(made.busy(), Paper("A5", 210, 148), language="en")
    words = made.words_on(pdf, labels.index("A1"))
    assert "sheet 1 of 4 · right A2 · below B1" in words
    assert "sheet A2 goes here" in words
    assert labels[0] == "Plan"


def test_a_long_title_gives_way_to_what_the_gluer_needs() -> None:
    job = Job("map", language="ru")
    pdf = make_pdf(made.laid(made.busy(), job=job, tile=TILE, title="Очень длинное название " * 9))
    words = made.words_on(pdf, 1)
    assert "лист 1 из 9 · справа A2 · снизу B1" in words
    assert "…" in words


def test_numbers_and_marks_can_be_left_out() -> None:
    pdf, labels = tiles_of(made.drawing([made.piece("p", [Box(0, 0, 300, 200, "#FFFFFF")])]),
                           numbers=False, marks=False, assembly=False, ruler=False)  # fmt: skip
    assert labels[0] == "A1"
    for page in range(len(labels)):
        assert made.image(pdf, page).getextrema() == ((255, 255),) * 3
        assert not made.words_on(pdf, page).strip()


def test_marks_of_sides_that_are_alike_are_written_once() -> None:
    pdf, labels = tiles_of(made.busy(), assembly=False)
    assert len(labels) == 9
    # Cut lines and strips: the last sheet of a row shows less than the others, and so do columns.
    for dash in (b"[2.2 1.1] 0 d", b"[0.5 1.4] 0 d"):
        assert made.unpacked(pdf).count(dash) == 4


def test_sheets_of_a_row_or_column_share_the_marks_of_their_sides() -> None:
    """Where joints spare texts no two sheets are alike: each had marks of its own for its sides."""
    laid = made.laid(made.busy(), job=Job("map", assembly=False), tile=TILE)
    assert laid.grid is not None
    uneven = replace(laid.grid, across=(105, 221), down=(62, 141))
    pdf = made.unpacked(make_pdf(replace(laid, grid=uneven)))
    # At the right of rows of three heights, and at the bottom of columns of three widths.
    assert pdf.count(b"[0.5 1.4] 0 d") == 6


def test_the_first_sheet_has_a_ruler_of_100_mm() -> None:
    for assembly in (True, False):
        pdf, _ = tiles_of(made.drawing([made.piece("p", [Box(0, 0, 300, 200, "#FFFFFF")])]),
                          numbers=False, marks=False, assembly=assembly)  # fmt: skip
        assert "100 мм" in made.words_on(pdf)
        seen = made.image(pdf, 0, 10).convert("L").point(lambda value: 255 if value < 128 else 0)
        # The longest unbroken dark line on the sheet.
        longest = 0
        for y in range(seen.height):
            row = seen.crop((0, y, seen.width, y + 1)).tobytes()
            longest = max(longest, *map(len, row.split(b"\0")))
        assert abs(longest / 10 - 100) < 0.5


def test_empty_sheets_are_skipped() -> None:
    shown = made.drawing(
        [
            made.piece("first", [Box(0, 0, 40, 30, "#FF0000")], 5, 5),
            made.piece("last", [Box(0, 0, 40, 30, "#FF0000")], 255, 165),
            made.piece(
                "over the middle", [Box(0, 0, 9, 9, "#FF0000"), Box(280, 0, 9, 9, "#FF0000")], 5, 90
            ),
        ]
    )
    pdf, labels = tiles_of(shown)
    assert labels == ["Схема", "A1", "B1", "B3", "C3"]
    words = made.words_on(pdf, labels.index("A1"))
    assert "лист 1 из 4 · снизу B1" in words
    assert "справа" not in words
    assert "4 листа" in made.words_on(pdf, 0)


def test_a_frame_goes_round_the_poster_on_the_outer_sheets_alone() -> None:
    shown = made.drawing([made.piece("p", [Box(0, 0, 300, 200, "#FFFFFF")])])
    shown = framed(shown, "#000000", 1.0)
    pdf, labels = tiles_of(shown, numbers=False, marks=False, assembly=False)
    dark = {
        label for page, label in enumerate(labels)
        if made.image(pdf, page).convert("L").getextrema()[0] < 100  # type: ignore[operator]
    }  # fmt: skip
    assert dark == set(labels) - {"B2"}
    whole = made.image(made.pdf_of(shown), per_mm=PER_MM).convert("L")
    for x, y in ((0, 400), (1199, 400), (600, 0), (600, 799)):
        assert whole.getpixel((x, y)) < 128  # type: ignore[operator]
    assert whole.getpixel((600, 400)) == 255


def test_on_dark_paper_no_sheet_is_empty() -> None:
    shown = made.drawing([made.piece("p", [Box(0, 0, 9, 9, "#FF0000")])], paper="#14181F")
    poster = made.laid(shown, tile=TILE)
    assert poster.grid is not None
    pieces = spread.spread(poster, poster.grid)
    assert len(spread.inked(poster, poster.grid, pieces)) == 9


def test_a_sheet_holds_only_what_touches_it() -> None:
    pdf, labels = tiles_of(made.busy(), numbers=False, marks=False, assembly=False)
    document = pypdfium2.PdfDocument(pdf)
    counts = [
        sum(1 for _ in document[at].get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]))
        for at in range(len(labels))
    ]
    document.close()
    whole = pypdfium2.PdfDocument(made.pdf_of(made.busy()))
    total = sum(1 for _ in whole[0].get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]))
    whole.close()
    assert max(counts) < total / 2
    assert total <= sum(counts) < total * 2.5


def test_the_plan_leads_to_every_sheet() -> None:
    pdf, labels = tiles_of(made.busy())
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    width, height = page.get_size()
    found = set()
    for x in range(0, int(width), 4):
        for y in range(0, int(height), 4):
            link = raw.FPDFLink_GetLinkAtPoint(page, x, y)
            if link:
                target = raw.FPDFLink_GetDest(document, link)
                found.add(labels[raw.FPDFDest_GetDestPageIndex(document, target)])
    document.close()
    assert found == set(labels[1:])


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("tile", [TILE, Paper("tall", 105, 148), Paper("A3", 297, 210)])
def test_the_plan_explains_itself(tile: Paper, language: str) -> None:
    pdf, _ = tiles_of(made.busy(), tile, language=language)
    words = " ".join(made.words_on(pdf).split())
    head = {"ru": "Как собрать плакат", "en": "How to put the poster together"}[language]
    size = {"ru": "готовый размер 30 × 20 см", "en": "finished size 30 × 20 cm"}[language]
    assert head in words
    assert size in words
    assert "100 %" in words
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    text = page.get_textpage()
    across, down = page.get_size()
    for at in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(at)
        assert 0 <= left <= right <= across
        assert 0 <= bottom <= top <= down
    document.close()


def test_progress_counts_the_sheets() -> None:
    seen: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        seen.append((done, total))
        return True

    make_pdf(made.laid(made.busy(), tile=TILE), progress)
    assert seen == [(done, 9) for done in range(10)]


def test_a_large_poster_can_be_stopped_before_its_first_sheet() -> None:
    dots = [
        made.piece(str(at), [Box(0, 0, 1, 1, "#FF0000")], at % 290, at // 290 * 40)
        for at in range(1200)
    ]
    asked: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        asked.append((done, total))
        return len(asked) < 3

    with pytest.raises(sheet.Stopped):
        make_pdf(made.laid(made.drawing(dots), tile=TILE), progress)
    assert [done for done, _ in asked] == [0, 0, 0]


def test_sheets_are_the_same_bytes_again() -> None:
    assert tiles_of(made.busy())[0] == tiles_of(made.busy())[0]
