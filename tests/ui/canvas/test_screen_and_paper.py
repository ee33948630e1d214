"""The screen and the paper show the same picture: one drawing painted by Qt and printed as PDF.

Both are 2 dots to a unit. Letters and edges are smoothed differently, so a dot counts as far off
only where no dot next to it has its colour to within 80 of 255.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest
from PIL import Image, ImageChops, ImageFilter
from PySide6.QtGui import QColor, QImage, QPainter

from cjm_desktop.journey import templates
from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.poster import raster
from cjm_desktop.poster.job import Job
from cjm_desktop.poster.laid import Laid, lay_out
from cjm_desktop.poster.writing import make_pdf
from cjm_desktop.ui.canvas.cells import CellItem
from cjm_desktop.ui.canvas.placed import play
from cjm_desktop.ui.canvas.studio import Studio

SCALE = 2.0
MEAN = 2.5
"""Of 255: by which a dot may differ on average."""
FAR = 80
"""Of 255: a dot that differs by more is far off."""
FAR_SHARE = 0.0001
"""Of all dots: so many may be far off."""

pytestmark = pytest.mark.usefixtures("qapp")


def on_screen(drawing: Drawing, shift: float = 0.0) -> Image.Image:
    """A drawing as the canvas paints it close by."""
    size = round(drawing.width * SCALE), round(drawing.height * SCALE)
    image = QImage(*size, QImage.Format.Format_RGB888)
    image.fill(QColor(drawing.paper))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(SCALE, SCALE)
    painter.translate(shift, 0)
    studio = Studio()
    for ground in (True, False):
        for cell in drawing.cells.values():
            painter.translate(cell.x, cell.y)
            play(painter, CellItem(cell, studio, ground=ground).placed(), SCALE)
            painter.translate(-cell.x, -cell.y)
    painter.end()
    stride, packed = image.bytesPerLine(), size[0] * 3
    data = bytes(image.constBits())
    rows = [data[at : at + packed] for at in range(0, stride * size[1], stride)]
    return Image.frombytes("RGB", size, b"".join(rows))


def on_paper(laid: Laid) -> Image.Image:
    """The same drawing as its PDF shows it."""
    dots = raster.page_image(make_pdf(laid), 0, round(laid.drawing.width * SCALE))
    return Image.frombytes("RGB", (dots.width, dots.height), dots.data)


def mean(one: Image.Image, other: Image.Image) -> float:
    """By how much a dot differs on average."""
    counts = ImageChops.difference(one, other).histogram()
    return sum(count * (at % 256) for at, count in enumerate(counts)) / sum(counts)


def far_share(one: Image.Image, other: Image.Image) -> float:
    """The share of dots that no dot next to the same place comes near to."""
    low, high = other.filter(ImageFilter.MinFilter(3)), other.filter(ImageFilter.MaxFilter(3))
    too_dark, too_light = ImageChops.subtract(low, one), ImageChops.subtract(one, high)
    worst = ImageChops.lighter(too_dark, too_light)
    red, green, blue = worst.split()
    counts = ImageChops.lighter(ImageChops.lighter(red, green), blue).histogram()
    return sum(counts[FAR:]) / sum(counts)


def laid_out(name: str, language: Literal["ru", "en"], theme: Literal["light", "dark"]) -> Laid:
    journey = templates.make(name, language)
    map_id = journey.maps()[0].id
    return lay_out(journey, Job(map_id, language=language, theme=theme, ruler=False))


@pytest.mark.parametrize(
    ("name", "language", "theme"),
    [
        ("planned", "ru", "light"),
        pytest.param("sample-b2b", "ru", "light", marks=pytest.mark.long),
        pytest.param("sample-b2b", "en", "dark", marks=pytest.mark.long),
        pytest.param("sample-b2c", "ru", "dark", marks=pytest.mark.long),
        pytest.param("sample-b2c", "en", "light", marks=pytest.mark.long),
        pytest.param("blueprint", "ru", "light", marks=pytest.mark.long),
    ],
)
def test_the_screen_shows_what_is_printed(
    name: str, language: Literal["ru", "en"], theme: Literal["light", "dark"]
) -> None:
    laid = laid_out(name, language, theme)
    paper = on_paper(laid)
    screen = on_screen(laid.drawing).crop((0, 0, *paper.size))
    assert mean(screen, paper) < MEAN
    assert far_share(screen, paper) < FAR_SHARE
    assert far_share(paper, screen) < FAR_SHARE


@pytest.mark.long
def test_the_comparison_notices_a_shift_of_a_unit_and_a_lost_card() -> None:
    laid = laid_out("sample-b2b", "ru", "light")
    paper = on_paper(laid)
    moved = on_screen(laid.drawing, shift=1.5).crop((0, 0, *paper.size))
    assert mean(moved, paper) > MEAN
    cells = dict(laid.drawing.cells)
    lost = next(key for key, one in cells.items() if one.kind == "grid" and one.pieces)
    del cells[lost]
    fewer = on_screen(replace(laid.drawing, cells=cells)).crop((0, 0, *paper.size))
    assert far_share(paper, fewer) > FAR_SHARE
