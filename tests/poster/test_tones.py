"""Prints that save ink: nothing moves, no colour is left, and what was read is read."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from cjm_desktop.journey import templates
from cjm_desktop.layout import text
from cjm_desktop.layout.colour import contrast
from cjm_desktop.layout.pieces import Box, Disc, Gradient, Photo, Primitive
from cjm_desktop.layout.pieces import Path as Curve
from cjm_desktop.poster import planning, tones
from cjm_desktop.poster.job import Job, Press, Tone
from cjm_desktop.poster.laid import lay_out
from cjm_desktop.poster.paper import Paper
from cjm_desktop.poster.writing import make_pdf
from tests.poster.made import drawing, laid, piece, unpacked

DARK = "#34518D"


def _made(tone: str, *primitives: Primitive) -> list[Primitive]:
    shown = drawing([piece("one", list(primitives), w=90, h=60)])
    (cell,) = tones.toned(shown, tone, {}).cells.values()
    return list(cell.pieces[0].shape.primitives)


def _colours(one: Primitive) -> list[str]:
    listed = [getattr(one, name, None) for name in ("fill", "line", "colour")]
    found = [each for each in listed if isinstance(each, str)]
    return found + [
        colour for each in listed if isinstance(each, Gradient) for _, colour in each.stops
    ]


def _is_grey(colour: str) -> bool:
    return colour[1:3] == colour[3:5] == colour[5:7]


@pytest.mark.parametrize("tone", ["grey", "outline"])
def test_a_poster_without_colours_lies_as_the_coloured_one_and_takes_less_ink(tone: Tone) -> None:
    journey = templates.make("sample-b2b", "ru")
    job = Job(journey.maps()[0].id, language="ru")
    plain = lay_out(journey, job)
    saved = lay_out(journey, replace(job, tone=tone))
    before = {key: [one[:5] for one in cell.pieces] for key, cell in plain.drawing.cells.items()}
    after = {key: [one[:5] for one in cell.pieces] for key, cell in saved.drawing.cells.items()}
    assert after == before
    shown = [
        each
        for cell in saved.drawing.cells.values()
        for one in cell.pieces
        for each in one.shape.primitives
    ]
    assert all(_is_grey(colour) for each in shown for colour in _colours(each))
    assert planning.ink(saved) < planning.ink(plain) * (0.7 if tone == "grey" else 0.6)


@pytest.mark.parametrize("ground", [DARK, "#E69F00", "#F58B7B"])
def test_an_outline_has_a_line_instead_of_a_ground_and_dark_words_on_it(ground: str) -> None:
    words = text.place("Выбор", "bold", 12, 8, 20, "#FFFFFF")
    box, *said = _made("outline", Box(0, 0, 80, 29, ground), *words)
    assert isinstance(box, Box)
    assert box.fill == "#FFFFFF"
    assert box.line
    assert all(contrast(colour, "#FFFFFF") > 7 for one in said for colour in _colours(one))


def test_small_dots_and_the_ribbon_of_a_curve_stay_full() -> None:
    ribbon = (("M", (0.0, 0.0)), ("L", (80.0, 0.0)), ("L", (80.0, 2.9)), ("L", (0.0, 2.9)))
    sky = Gradient(0, 0, 0, 40, ((0, "#5DB7C4"), (0.5, "#F2C75C"), (1, "#A62B1F")))
    dot, curve = _made("outline", Disc(4, 4, 1.85, DARK), Curve((*ribbon, ("Z", ())), sky))
    assert isinstance(dot, Disc)
    assert dot.fill not in (None, "#FFFFFF")
    assert all(contrast(colour, "#FFFFFF") > 3 for colour in _colours(curve))


def test_the_area_under_a_curve_is_left_out_of_an_outline() -> None:
    area = (("M", (0.0, 0.0)), ("L", (80.0, 0.0)), ("L", (80.0, 40.0)), ("Z", ()))
    assert not _made("outline", Curve(area, Gradient(0, 0, 0, 40, ((0, "#FDF1EA"), (1, DARK)))))


def test_a_picture_is_grey_too() -> None:
    file = BytesIO()
    Image.new("RGB", (8, 8), "#CC2211").save(file, "PNG")
    (photo,) = _made("grey", Photo(0, 0, 20, 20, file.getvalue()))
    assert isinstance(photo, Photo)
    with Image.open(BytesIO(photo.data)) as picture:
        assert picture.mode == "L"


@pytest.mark.parametrize("press", [None, Press()])
def test_grey_takes_black_ink_alone_round_a_poster_too(press: Press | None) -> None:
    sky = Gradient(0, 0, 0, 40, ((0, "#5DB7C4"), (1, "#A62B1F")))
    shown = drawing([piece("one", [Box(0, 0, 90, 60, DARK, "#B9C2CC"), Box(0, 70, 90, 60, sky)])])
    job = Job("map", language="ru", tone="grey", press=press)
    shown = tones.toned(shown, "grey", {})
    pdf = make_pdf(laid(shown, job=job, tile=None if press else Paper("sheet", 130, 120)))
    said = unpacked(pdf)
    assert b" g\n" in said
    assert not re.search(rb"[\d.]+ [\d.]+ [\d.]+ (rg|RG)", said)
    assert b"DeviceRGB" not in pdf


def test_a_damaged_picture_stays_damaged() -> None:
    (photo,) = _made("grey", Photo(0, 0, 20, 20, b"no picture"))
    assert isinstance(photo, Photo)
    assert photo.data == b"no picture"
