"""Real maps on real paper: what the user asked for is what comes out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pypdfium2
import pytest
from PIL import Image

from cjm_desktop import poster
from cjm_desktop.journey import templates
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import (
    Barrier,
    Card,
    Feeling,
    JourneyMap,
    Language,
    Opportunity,
    Stage,
    Step,
    Touchpoint,
)
from cjm_desktop.layout import text
from cjm_desktop.layout.pieces import Box, Glyphs
from cjm_desktop.poster import Job, paper
from cjm_desktop.poster.laid import lay_out
from tests.poster import made


@pytest.fixture(scope="module")
def journeys() -> dict[str, Journey]:
    return {language: templates.make("sample-b2b", language) for language in ("ru", "en")}  # type: ignore[arg-type]


def job(journey: Journey, **more: object) -> Job:
    language: Language = journey.document.language
    return Job(journey.maps()[0].id, language=language, **more)  # type: ignore[arg-type]


def bare(words: str) -> str:
    """Letters alone: line breaks, blanks and hyphens at line ends are the layout's business."""
    return "".join(letter for letter in text.clean(words) if letter.isalnum())


def written_texts(journey: Journey) -> list[str]:
    """What the user wrote and the poster shows."""
    found = [
        one.title for one in (*journey.all(JourneyMap), *journey.all(Stage), *journey.all(Step))
    ]
    for kind in (Card, Touchpoint, Barrier, Opportunity):
        found += [card.text for card in journey.all(kind)]
    found += [
        one.word for one in journey.all(Feeling) if one.path == "as_is" and not one.persona_id
    ]
    found.append(journey.personas(journey.maps()[0].id)[0].name)
    return [each for each in found if each]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_map_on_a0(journeys: dict[str, Journey], tmp_path: Path, language: str) -> None:
    journey, path = journeys[language], tmp_path / "map.pdf"
    assert poster.write_pdf(journey, job(journey), path)
    pdf = path.read_bytes()
    assert made.size_mm(pdf) == pytest.approx((1189, 841), abs=0.05)
    fonts = made.fonts_of(pdf)
    assert len(fonts) >= 4
    assert all(fonts.values())
    assert b"Helvetica" not in made.unpacked(pdf)


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_of_the_map_can_be_copied(
    journeys: dict[str, Journey], language: str, theme: str
) -> None:
    journey = journeys[language]
    laid = lay_out(journey, job(journey, theme=theme))
    copied = bare(made.words_on(poster.make_pdf(laid)))
    texts = written_texts(journey)
    assert len(texts) > 60
    missing = [each for each in texts if bare(each) not in copied]
    assert not missing
    runs = [
        each.text
        for cell in laid.drawing.cells.values()
        for piece in cell.pieces
        for each in piece.shape.primitives
        if isinstance(each, Glyphs)
    ]
    assert not [each for each in runs if bare(each) not in copied]


def test_no_letter_is_clipped_by_the_page(journeys: dict[str, Journey]) -> None:
    for name in ("A0", "A3", "Letter", "500x700mm", "roll-914"):
        laid = lay_out(journeys["ru"], job(journeys["ru"], paper=paper.parse(name)))
        document = pypdfium2.PdfDocument(poster.make_pdf(laid))
        page = document[0]
        width, height = page.get_size()
        words = page.get_textpage()
        for at in range(words.count_chars()):
            left, bottom, right, top = words.get_charbox(at)
            assert 0 <= left <= right <= width, name
            assert 0 <= bottom <= top <= height, name
        document.close()


@pytest.mark.parametrize(
    ("name", "landscape", "size"),
    [
        ("A4", None, (297, 210)),
        ("A2", False, (420, 594)),
        ("Letter", None, (279.4, 215.9)),
        ("500x700mm", None, (500, 700)),
    ],
)
def test_paper(
    journeys: dict[str, Journey], name: str, landscape: bool | None, size: tuple[float, float]
) -> None:
    asked = job(journeys["en"], paper=paper.parse(name), landscape=landscape)
    assert made.size_mm(poster.make_pdf(lay_out(journeys["en"], asked))) == pytest.approx(
        size, abs=0.05
    )


def test_a_roll_is_as_long_as_the_map_needs(journeys: dict[str, Journey]) -> None:
    wide = lay_out(journeys["ru"], job(journeys["ru"], paper=paper.parse("roll-914")))
    assert wide.height == 904
    assert 904 < wide.width < 2500
    tall = lay_out(journeys["ru"], job(journeys["ru"], paper=paper.parse("roll-914", False)))
    assert tall.width == 904
    assert wide.width / wide.height == pytest.approx(tall.width / tall.height, rel=0.001)


def test_sheets(journeys: dict[str, Journey], tmp_path: Path) -> None:
    journey, path = journeys["ru"], tmp_path / "sheets.pdf"
    asked = job(journey, tiles=paper.A4)
    assert poster.write_pdf(journey, asked, path)
    document = pypdfium2.PdfDocument(path)
    labels = [document.get_page_label(at) for at in range(len(document))]
    document.close()
    plan = poster.plan(journey, asked, with_ink=False)
    assert labels == ["Схема", *(spot.name for spot in plan.spots)]
    assert (plan.rows, plan.columns, plan.sheets, plan.pages) == (5, 5, 25, 26)
    for page in (0, 1, 25):
        assert made.size_mm(path.read_bytes(), page) == pytest.approx((297, 210), abs=0.01)


def test_sheets_lie_as_takes_fewer_of_them(journeys: dict[str, Journey]) -> None:
    a1 = job(journeys["en"], paper=paper.parse("A1"), tiles=paper.A4)
    grid = lay_out(journeys["en"], a1).grid
    assert grid is not None
    assert not grid.sheet.landscape
    assert (grid.rows, grid.columns) == (3, 5)
    lying = lay_out(journeys["en"], replace(a1, tiles_landscape=True)).grid
    assert lying is not None
    assert (lying.rows, lying.columns) == (4, 4)


def test_at_most_so_many_sheets_and_filled_sheets(journeys: dict[str, Journey]) -> None:
    asked = job(journeys["en"], tiles=paper.A4, sheets=9)
    few = lay_out(journeys["en"], asked)
    assert few.grid is not None
    assert few.grid.rows * few.grid.columns <= 9
    # As large as the sheets allow, but for what spares texts at their joints.
    assert (round(few.width), round(few.height)) == (749, 530)
    assert few.width >= 0.969 * 772
    filled = lay_out(journeys["en"], job(journeys["en"], tiles=paper.A4, fill=True))
    assert (round(filled.width), round(filled.height)) == (1237, 875)
    assert round(filled.enlarged * 100) == 104
    said = made.words_on(poster.make_pdf(filled))
    assert "larger than A0" in said
    # The percentage on the sheet is what to set in the printer, and no other one.
    assert "104 %" not in said


def test_svg_has_every_text(journeys: dict[str, Journey], tmp_path: Path) -> None:
    path = tmp_path / "map.svg"
    assert poster.write_svg(journeys["ru"], job(journeys["ru"]), path)
    root = ET.parse(path).getroot()
    assert (root.get("width"), root.get("height")) == ("1189mm", "841mm")
    copied = bare("".join(root.itertext()))
    assert not [each for each in written_texts(journeys["ru"]) if bare(each) not in copied]


def test_a_picture_has_no_longest_page(tmp_path: Path) -> None:
    laid = made.laid(made.drawing([made.piece("p", [Box(0, 0, 6200, 50, "#102030")])], 6200, 100))
    assert poster.save_png(laid, tmp_path / "long.png", 10)
    with Image.open(tmp_path / "long.png") as picture:
        assert picture.size == (2441, 39)
        assert picture.convert("L").getbbox() == (0, 0, 2441, 39)
        assert picture.convert("RGB").getpixel((2400, 4)) == (16, 32, 48)


def test_png_has_exactly_its_size(journeys: dict[str, Journey], tmp_path: Path) -> None:
    path = tmp_path / "map.png"
    asked = job(journeys["en"], paper=paper.parse("A4"))
    assert poster.write_png(journeys["en"], asked, path, 90)
    with Image.open(path) as picture:
        assert picture.size == (round(297 / 25.4 * 90), round(210 / 25.4 * 90))
        assert picture.info["dpi"] == pytest.approx((90, 90), abs=0.1)
        assert len(picture.convert("L").getcolors() or []) > 50


def test_a_plan_is_saved_as_the_job_would_be(journeys: dict[str, Journey], tmp_path: Path) -> None:
    journey = journeys["ru"]
    asked = job(journey, paper=paper.parse("A4"))
    laid = poster.plan(journey, asked, with_ink=False).laid
    assert poster.save_pdf(laid, tmp_path / "a.pdf", invariant=True)
    assert poster.write_pdf(journey, asked, tmp_path / "b.pdf", invariant=True)
    assert poster.save_svg(laid, tmp_path / "a.svg")
    assert poster.write_svg(journey, asked, tmp_path / "b.svg")
    assert poster.save_png(laid, tmp_path / "a.png", 60)
    assert poster.write_png(journey, asked, tmp_path / "b.png", 60)
    for suffix in ("pdf", "svg", "png"):
        saved = [(tmp_path / f"{name}.{suffix}").read_bytes() for name in ("a", "b")]
        assert saved[0] == saved[1]
    with Image.open(tmp_path / "a.png") as picture:
        assert picture.size == poster.dots_of(laid, 60)


def stop_after(reports: int) -> Callable[[int, int], bool]:
    seen = 0

    def progress(done: int, total: int) -> bool:
        nonlocal seen
        seen += 1
        assert 0 <= done <= total
        return seen <= reports

    return progress


@pytest.mark.parametrize("reports", [0, 1])
@pytest.mark.parametrize("suffix", ["pdf", "tiles", "png", "svg"])
def test_stopping_leaves_no_file_behind(
    journeys: dict[str, Journey], tmp_path: Path, suffix: str, reports: int
) -> None:
    journey, path = journeys["en"], tmp_path / f"map.{suffix}"
    path.write_bytes(b"old")
    asked = job(journey, paper=paper.parse("A3"), tiles=paper.A4 if suffix == "tiles" else None)
    progress = stop_after(reports)
    if suffix == "png":
        done = poster.write_png(journey, asked, path, 60, progress)
    elif suffix == "svg":
        done = poster.write_svg(journey, asked, path, progress)
    else:
        done = poster.write_pdf(journey, asked, path, progress)
    assert not done
    assert path.read_bytes() == b"old"
    assert made.leftovers(tmp_path) == [path.name]


def test_the_same_map_gives_the_same_file(journeys: dict[str, Journey], tmp_path: Path) -> None:
    asked = job(journeys["ru"], paper=paper.parse("A2"), tiles=paper.A4)
    for name in ("a.pdf", "b.pdf"):
        poster.write_pdf(journeys["ru"], asked, tmp_path / name, invariant=True)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"margin": -1}, "poster.margin_range"),
        ({"overlap": 31}, "poster.overlap_range"),
        ({"tiles": paper.A4, "sheets": 0}, "poster.sheets_range"),
        ({"tiles": paper.parse("50x50mm"), "margin": 20}, "poster.sheet_too_small"),
        (
            {"tiles": paper.parse("80x80mm"), "paper": paper.parse("20x20m")},
            "poster.too_many_sheets",
        ),
        ({"reduction": 0}, "poster.reduction_range"),
    ],
)
def test_impossible_jobs_are_sentences(
    journeys: dict[str, Journey], tmp_path: Path, wrong: dict[str, object], key: str
) -> None:
    with pytest.raises(Problem) as refused:
        poster.write_pdf(journeys["en"], job(journeys["en"], **wrong), tmp_path / "a.pdf")
    assert refused.value.key == key
    assert refused.value.sentence("ru")
    assert not made.leftovers(tmp_path)


def test_pictures_are_in_one_piece_and_of_a_sane_size(
    journeys: dict[str, Journey], tmp_path: Path
) -> None:
    asked, path = job(journeys["en"], tiles=paper.A4), tmp_path / "a.png"
    for write in (poster.write_png, poster.write_svg):
        with pytest.raises(Problem) as refused:
            write(journeys["en"], asked, path)
        assert refused.value.key == "poster.sheets_only_pdf"
    for dpi, key in ((5, "poster.dpi_range"), (1200, "poster.picture_too_large")):
        with pytest.raises(Problem) as refused:
            poster.write_png(journeys["en"], job(journeys["en"]), path, dpi)
        assert refused.value.key == key
    assert not made.leftovers(tmp_path)


def test_a_missing_folder_is_a_sentence(journeys: dict[str, Journey], tmp_path: Path) -> None:
    with pytest.raises(Problem) as refused:
        poster.write_pdf(journeys["en"], job(journeys["en"]), tmp_path / "no" / "a.pdf")
    assert refused.value.key == "poster.no_folder"
