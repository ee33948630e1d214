"""Every purpose of eight maps in both languages: page boxes, fonts, words and readers.

A part of it runs each time, all of it with `-m long`.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from itertools import product
from pathlib import Path

import pypdfium2
import pytest

from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Card
from cjm_desktop.layout.pieces import Drawing, Shape
from cjm_desktop.poster.laid import Laid, lay_out
from cjm_desktop.poster.paper import parse
from cjm_desktop.poster.writing import make_pdf
from tests.layout import drawn
from tests.poster import made, matrix
from tests.poster.matrix import LANGUAGES, MAPS, PURPOSES, READERS, Language
from tests.poster.test_tiled import PER_MM, farthest, glued

NOTHING = {"no_cards", "no_actions", "no_people"}
"""What is said where a map has nothing for a purpose."""
EXACT = 0.1
"""mm by which a page may be larger or smaller."""

HEAVY = {("40 steps", "booklet"), *product(["1000 cards"], PURPOSES)}
"""What takes seconds."""
EVERY = list(product(MAPS, PURPOSES, LANGUAGES))
SOME = [
    (name, purpose, LANGUAGES[(at + turn) % 2])
    for turn, name in enumerate(MAPS)
    for at, purpose in enumerate(PURPOSES)
    if (at - turn * 3) % len(PURPOSES) < 2 and (name, purpose) not in HEAVY
] + [("1000 cards", "blank", "en")]
"""Each map for some of the purposes, each purpose with some of the maps."""


def _forms() -> list[object]:
    found: list[object] = []
    for case in EVERY:
        marks = () if case in SOME else (pytest.mark.long,)
        found.append(pytest.param(*case, marks=marks, id="-".join(case).replace(" ", "_")))
    return found


def _laid(name: str, purpose: str, language: Language) -> tuple[Journey, Laid | None]:
    """A map laid out; None where it has nothing for a purpose, which is said."""
    journey = MAPS[name](language)
    try:
        return journey, lay_out(journey, matrix.job(purpose, language, journey))
    except Problem as problem:
        if problem.key.rpartition(".")[2] not in NOTHING:
            raise
        return journey, None


@pytest.mark.parametrize(("name", "purpose", "language"), _forms())
def test_a_map_is_printed_whole(
    name: str, purpose: str, language: Language, tmp_path: Path
) -> None:
    journey, laid = _laid(name, purpose, language)
    if laid is None:
        assert name in ("blank", "one card") or purpose == "personas"
        return
    pdf = make_pdf(laid, invariant=True)
    check_pages(pdf, laid)
    assert all(made.fonts_of(pdf).values()), made.fonts_of(pdf)
    document = pypdfium2.PdfDocument(pdf)
    check_words(document, laid)
    document.close()
    for _, drawing in matrix.parts(laid):
        check_texts(drawing)
    if purpose in ("wall", "rows", "sheets", "press", "handout", "booklet"):
        check_cards(journey, laid)
    check_readers(pdf, tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("name", MAPS)
def test_its_sheets_glued_together_are_the_poster_in_one_piece(name: str) -> None:
    """No dot differs by more than 64 of 255 once a shift of 0.25 mm is forgiven."""
    journey = MAPS[name]("ru")
    asked = replace(matrix.job("sheets", "ru", journey), paper=parse("A2", landscape=True))
    laid = lay_out(journey, asked)
    assert laid.grid is not None
    # In whole dots, so that both pictures have the same ones.
    across, down = (
        tuple([int(begin * PER_MM) / PER_MM for begin, _ in spans[1:]])
        for spans in laid.grid.spans()
    )
    grid = replace(laid.grid, across=across, down=down)
    pdf = make_pdf(replace(laid, grid=grid), invariant=True)
    document = pypdfium2.PdfDocument(pdf)
    labels = [document.get_page_label(page) for page in range(len(document))]
    document.close()
    together = glued(pdf, labels, grid)
    one = replace(laid, grid=None, job=replace(asked, tiles=None, ruler=False))
    whole = made.image(make_pdf(one), per_mm=PER_MM)
    assert farthest(together, whole) < 64


def check_pages(pdf: bytes, laid: Laid) -> None:
    """Each page is as large as it must be, and so is what is cut out of it by a print shop."""
    document = pypdfium2.PdfDocument(pdf)
    asked = matrix.sizes(laid, len(document))
    assert len(document) == len(asked)
    for page, (width, height) in zip(document, asked, strict=True):
        assert matrix.mm(page.get_mediabox()) == pytest.approx((width, height), abs=EXACT)
        if laid.job.press is not None:
            bleed = 2 * laid.job.press.bleed
            trim, bled = matrix.mm(page.get_trimbox()), matrix.mm(page.get_bleedbox())
            assert trim == pytest.approx((laid.width, laid.height), abs=EXACT)
            assert bled == pytest.approx((laid.width + bleed, laid.height + bleed), abs=EXACT)
    document.close()


def check_words(document: pypdfium2.PdfDocument, laid: Laid) -> None:
    """All texts can be copied, and come as one reads them."""
    if laid.grid is not None:
        check_sheets(document, laid.drawing, first=int(laid.job.assembly))
        return
    for page in range(len(document)):
        here = [one for at, one in matrix.parts(laid) if at == page]
        found = "".join(matrix.objects(document, page))
        asked = "".join("".join(matrix.read(one)) for one in here)
        # Rulers and what a print shop is told come after the map.
        assert found[: len(asked)] == asked


def check_sheets(document: pypdfium2.PdfDocument, drawing: Drawing, first: int) -> None:
    """Each sheet has its texts in order, and together they have all of them."""
    asked, seen = matrix.read(drawing), set[int]()
    for page in range(first, len(document)):
        at = 0
        for words in matrix.objects(document, page):
            place = next((i for i in range(at, len(asked)) if asked[i] == words), None)
            if place is not None:
                seen.add(place)
                at = place + 1
    lost = {asked[at] for at in range(len(asked))} - {asked[at] for at in seen}
    assert not lost


def check_texts(drawing: Drawing) -> None:
    """No line of text lies over another or reaches out of its piece."""
    assert drawn.overlaps(drawing) == []
    for _, piece in drawn.pieces(drawing):
        # What stands loose on a page has the page for its shape.
        w, h = piece.shape.w or drawing.width, piece.shape.h or drawing.height
        framed = piece._replace(shape=Shape(w, h, piece.shape.primitives))
        assert drawn.outside(framed) == [], piece.id


def check_cards(journey: Journey, laid: Laid) -> None:
    """No card is lost, nor a step, a stage or a lane."""
    shown = {piece.record_id for _, one in matrix.parts(laid) for _, piece in drawn.pieces(one)}
    map_id = laid.job.map_id
    lanes = {one.id for one in journey.lanes(map_id)}
    wanted = {one.id for one in journey.all(Card) if one.lane_id in lanes} | lanes
    for stage in journey.stages(map_id):
        wanted |= {stage.id, *(one.id for one in journey.steps(stage.id))}
    assert wanted <= shown


def check_readers(pdf: bytes, folder: Path) -> None:
    """Whatever reads PDF here does so without complaint."""
    for program in filter(shutil.which, READERS):
        check_reader(program, pdf, folder)


def check_reader(program: str, pdf: bytes, folder: Path) -> None:
    """A program reads a file without complaint."""
    path = folder / "print.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(matrix.read_by(program, path), capture_output=True, check=False)
    said = (done.stdout + done.stderr).splitlines()
    # qpdf ends with "errors that qpdf cannot detect", which is none.
    complaints = [one for one in said if re.search(rb"(?i)\b(warning|error)\b *[:(]", one)]
    assert (done.returncode, complaints) == (0, [])


@pytest.mark.parametrize("program", READERS)
def test_a_program_reads_a_poster_without_complaint(program: str, tmp_path: Path) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    check_reader(program, made.pdf_of(made.busy()), tmp_path)
