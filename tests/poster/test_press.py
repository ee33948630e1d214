"""A file for a print shop: its boxes, black ink, lines, and nothing transparent."""

import re

import pypdfium2
import pytest

from cjm_desktop.journey.problems import Problem
from cjm_desktop.layout import text
from cjm_desktop.layout.pieces import Box, Line
from cjm_desktop.poster.job import Job, Press
from cjm_desktop.poster.press import black
from tests.poster import made

PER_MM = 72 / 25.4


def pressed(press: Press, reduction: int = 1, wide: float = 300.0, **more: object) -> bytes:
    job = Job("map", language="ru", press=press, reduction=reduction)
    return made.pdf_of(made.busy(), job=job, width=wide, **more)


def boxes(pdf: bytes) -> dict[str, list[float]]:
    """Media, bleed and trim box, mm."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    found = {
        name: [side / PER_MM for side in box]
        for name, box in (
            ("media", page.get_mediabox()),
            ("bleed", page.get_bleedbox()),
            ("trim", page.get_trimbox()),
        )
    }
    document.close()
    return found


@pytest.mark.parametrize(("bleed", "reduction"), [(5.0, 1), (3.0, 1), (0.0, 1), (5.0, 2)])
def test_the_boxes_are_exact(bleed: float, reduction: int) -> None:
    found = boxes(pressed(Press(bleed), reduction, 1189.0))
    left, bottom, right, top = found["trim"]
    assert (right - left, top - bottom) == pytest.approx(
        (1189 / reduction, 1189 * 2 / 3 / reduction), abs=0.1
    )
    grown = [left - bleed / reduction, bottom - bleed / reduction]
    grown += [right + bleed / reduction, top + bleed / reduction]
    assert found["bleed"] == pytest.approx(grown, abs=0.1)
    media = found["media"]
    assert media[0] < found["bleed"][0], "room for crop marks"
    assert media[2] > found["bleed"][2]


def test_crop_marks_stay_outside_the_bleed_and_can_be_left_out() -> None:
    seen = made.image(pressed(Press(5.0)), per_mm=4)
    around = boxes(pressed(Press(5.0)))["trim"][0]
    bleed = made.image(pressed(Press(5.0, marks=False)), per_mm=4)
    edge, corner = round((around - 5) * 4), round(around * 4)
    assert min(seen.getpixel((x, corner))[0] for x in range(edge)) < 200
    strip = [seen.getpixel((x, corner)) for x in range(edge + 1, corner - 1)]
    assert set(strip) == {(255, 255, 255)}
    assert bleed.size == ((310 * 4), (210 * 4))


def test_coloured_paper_runs_to_the_edge_of_the_bleed() -> None:
    job = Job("map", press=Press(5.0, marks=False))
    pdf = made.pdf_of(made.drawing([], paper="#14181F"), job=job)
    seen = made.image(pdf, per_mm=2)
    assert seen.getpixel((1, 1)) == seen.getpixel((seen.width - 2, seen.height - 2)) == (20, 24, 31)


@pytest.mark.parametrize("curves", [True, False])
def test_nothing_is_transparent_and_black_text_is_black_ink_that_overprints(curves: bool) -> None:
    said = made.unpacked(pressed(Press(curves=curves)))
    for forbidden in (b"/ca ", b"/CA ", b"/SMask", b"/Group", b"/BM"):
        assert forbidden not in said
    assert b"0 0 0 1 k" in said
    assert b"/OP true" in said
    assert b"/op true" in said
    dark = re.findall(rb"0\.09 0\.125 0\.169 rg", said)
    assert not dark, "no text in four inks"


def test_overprinting_ends_with_the_text() -> None:
    words = text.place("чёрный", "regular", 8, 5, 15, "#17202B")
    white = text.place("белый", "regular", 8, 5, 30, "#FFFFFF")
    shown = made.drawing([made.piece("a", [*words, *white, Box(0, 40, 20, 10, "#5DB7C4"), *words])])
    job = Job("map", ruler=False, press=Press(marks=False))
    said = made.unpacked(made.pdf_of(shown, job=job)).decode("latin-1")
    on, off = re.search(r"/(E\d+) gs\n0 0 0 1 k", said), re.search(r"/(E\d+) gs\n1 1 1 rg", said)
    assert on
    assert off
    assert on[1] != off[1]
    state = ""
    for found in re.finditer(r"/(E\d+) gs|(1 1 1 rg|0\.365 0\.718 0\.769 rg)|0 0 0 1 k", said):
        if found[1]:
            state = found[1]
        else:
            assert state == (off[1] if found[2] else on[1]), found[0]


def test_grey_text_is_one_ink_and_colours_stay() -> None:
    assert black("#000000") == black("#17202B") == 1.0
    assert 0.5 < (black("#667281") or 0) < 0.8
    assert black("#FFFFFF") is black("#A62B1F") is black("#135B8C") is None


@pytest.mark.parametrize("reduction", [1, 2])
def test_no_line_is_thinner_than_half_a_point_when_printed(reduction: int) -> None:
    shown = made.drawing([made.piece("line", [Line(0, 50, 300, 50, "#A62B1F", 0.02)])])
    job = Job("map", ruler=False, press=Press(marks=False), reduction=reduction)
    said = made.unpacked(made.pdf_of(shown, job=job)).decode("latin-1")
    width = float(re.findall(r"([\d.]+) w", said)[-1])
    assert width * PER_MM == pytest.approx(0.5, abs=0.002), "in the drawing's units"


def test_letters_as_curves_need_no_font_and_look_the_same() -> None:
    curved, plain = pressed(Press(curves=True)), pressed(Press())
    assert b"/FontFile2" not in made.unpacked(curved)
    assert b"/Font " not in made.unpacked(curved)
    one, other = (made.image(each, per_mm=3).convert("L") for each in (curved, plain))
    far = sum(abs(a - b) > 90 for a, b in zip(one.tobytes(), other.tobytes(), strict=True))
    assert far < 0.002 * one.width * one.height


def test_longer_than_a_page_of_a_pdf_is_offered_smaller() -> None:
    with pytest.raises(Problem) as refused:
        pressed(Press(), wide=5075.0)
    assert refused.value.key == "poster.too_long"
    assert "1:2" in refused.value.sentence("en")
    trim = boxes(pressed(Press(), 2, 5075.0))["trim"]
    assert trim[2] - trim[0] == pytest.approx(5075 / 2, abs=0.1)
    with pytest.raises(Problem):
        Job("map", press=Press(31.0)).check()
    with pytest.raises(Problem):
        Job("map", press=Press(), tiles=made.Paper("A4", 297, 210)).check()
