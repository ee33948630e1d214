"""Dots: previews, PNG by bands, and the ink they need."""

import io
from concurrent.futures import ThreadPoolExecutor

import pytest
from PIL import Image, ImageChops, ImageStat

from cjm_desktop.layout import text
from cjm_desktop.layout.pieces import Box
from cjm_desktop.poster import raster
from tests.poster import made


def test_a_preview_is_as_wide_as_asked() -> None:
    dots = raster.page_image(made.pdf_of(made.busy()), 0, 601)
    assert (dots.width, dots.height) == (601, 401)
    assert len(dots.data) == 601 * 401 * 3


def test_red_comes_first() -> None:
    pdf = made.pdf_of(made.drawing([made.piece("p", [Box(0, 0, 300, 200, "#FF8000")])]))
    assert raster.page_image(pdf, 0, 30).data[:3] == b"\xff\x80\x00"


def test_bands_are_the_page() -> None:
    pdf = made.pdf_of(made.busy())
    whole = raster.page_image(pdf, 0, 300)
    with raster.open_page(pdf, 0) as page:
        rows = [raster.band(page, 300, 200, top, min(37, 200 - top)) for top in range(0, 200, 37)]
    # Gradients are reckoned anew in each band and may differ by a shade nobody sees.
    assert max(abs(a - b) for a, b in zip(b"".join(rows), whole.data, strict=True)) <= 6


def test_a_preview_and_a_picture_may_be_made_at_once() -> None:
    pdf = made.pdf_of(made.busy())
    expected = raster.page_image(pdf, 0, 300).data
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: raster.page_image(pdf, 0, 300).data, range(24)))
    assert all(each == expected for each in found)


@pytest.mark.parametrize("height", [1, 7, 200])
def test_a_png_by_bands_is_what_went_in(height: int) -> None:
    pdf = made.pdf_of(made.busy())
    file = io.BytesIO()
    picture = raster.PngFile(file, 300, 200, 150)
    dots = raster.page_image(pdf, 0, 300).data
    for top in range(0, 200, height):
        picture.add(dots[top * 900 : (top + height) * 900])
    picture.finish()
    opened = Image.open(io.BytesIO(file.getvalue()))
    opened.load()
    assert opened.size == (300, 200)
    assert opened.mode == "RGB"
    assert opened.info["dpi"] == pytest.approx((150, 150), abs=0.1)
    assert opened.tobytes() == dots


@pytest.mark.parametrize(
    ("colour", "ink"),
    [
        ("#FFFFFF", 0.0),
        ("#000000", 1.0),
        ("#808080", 0.498),  # grey is printed in black alone
        ("#00FFFF", 1.0),
        ("#0000FF", 2.0),
        ("#800000", 0.498 + 2),
    ],
)
def test_ink(colour: str, ink: float) -> None:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    assert raster.ink(raster.Dots(2, 1, bytes((red, green, blue) * 2))) == pytest.approx(
        ink, abs=0.01
    )


def test_ink_is_averaged() -> None:
    assert raster.ink(raster.Dots(2, 2, b"\0\0\0" + b"\xff" * 9)) == pytest.approx(0.25)


def test_the_letters_of_a_turned_note_stand_where_they_do_on_paper() -> None:
    words = [*text.place("Ответ приходит на третий день", "medium", 8, 4, 20, made.INK)]
    pdf = made.pdf_of(
        made.drawing([made.piece("p", words, 20, 20, w=130, h=60, turn=2.0)], 180, 90)
    )
    for width in (230, 300, 410):
        exact = raster.page_image(pdf, 0, 12 * width)
        paper = Image.frombytes("RGB", (exact.width, exact.height), exact.data)
        found = raster.page_image(pdf, 0, width)
        shown = paper.resize((found.width, found.height), Image.Resampling.BOX)
        seen = Image.frombytes("RGB", shown.size, found.data)
        differing = ImageStat.Stat(ImageChops.difference(seen, shown)).sum[0]
        ink = ImageStat.Stat(ImageChops.invert(shown)).sum[0]
        assert differing < 0.15 * ink, width
