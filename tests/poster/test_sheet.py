"""One page: exactly the paper's size, everything on it, nothing outside it."""

import io
import re

import pypdfium2
import pytest
from PIL import Image

from cjm_desktop.journey.problems import Problem
from cjm_desktop.layout import text
from cjm_desktop.layout.pieces import Box, Disc, Gradient, Line, Path, Photo
from cjm_desktop.poster import sheet
from cjm_desktop.poster.job import Job
from cjm_desktop.poster.writing import make_pdf
from tests.poster import made


@pytest.mark.parametrize("size", [(1189, 841), (279.4, 215.9), (500, 700), (3210, 904)])
def test_the_page_is_exactly_the_paper(size: tuple[float, float]) -> None:
    pdf = made.pdf_of(made.drawing([], 300, 300 * size[1] / size[0]), width=size[0])
    assert made.size_mm(pdf) == pytest.approx(size, abs=0.01)


def test_the_page_says_what_it_is() -> None:
    pdf = made.pdf_of(made.busy(), title="Путь «клиента» 😀")
    document = pypdfium2.PdfDocument(pdf)
    assert document.get_metadata_value("Title") == "Путь «клиента» 😀"
    assert document.get_metadata_value("Creator") == "CJM Desktop"
    document.close()
    said = made.unpacked(pdf)
    assert b"/PrintScaling /None" in said
    assert b"/DisplayDocTitle true" in said
    assert b"/Lang (ru)" in said


def test_nothing_is_transparent_or_scripted() -> None:
    said = made.unpacked(made.pdf_of(made.busy()))
    for forbidden in (b"/ca ", b"/CA ", b"/SMask", b"/JavaScript", b"/Group"):
        assert forbidden not in said


def test_no_letter_leaves_the_page() -> None:
    document = pypdfium2.PdfDocument(made.pdf_of(made.busy()))
    page = document[0]
    width, height = page.get_size()
    words = page.get_textpage()
    boxes = [words.get_charbox(at) for at in range(words.count_chars())]
    assert len(boxes) > 200
    for left, bottom, right, top in boxes:
        assert 0 <= left <= right <= width
        assert 0 <= bottom <= top <= height
    document.close()


def test_shapes_are_where_the_layout_put_them() -> None:
    shown = made.drawing(
        [
            made.piece("box", [Box(0, 0, 40, 20, "#FF0000", None)], 10, 10),
            made.piece("disc", [Disc(0, 0, 10, "#00FF00")], 100, 50),
            made.piece("line", [Line(0, 0, 100, 0, "#0000FF", 4)], 20, 150),
            made.piece("round", [Box(0, 0, 40, 20, "#FF0000", "#000000", 2, radius=10)], 200, 100),
        ]
    )
    seen = made.image(made.pdf_of(shown), per_mm=2)

    def at(x: float, y: float) -> object:
        return seen.getpixel((round(x * 2), round(y * 2)))

    assert at(11, 11) == at(49, 29) == (255, 0, 0)
    assert at(9, 20) == at(51, 20) == (255, 255, 255)
    assert at(100, 50) == at(108, 50) == at(100, 42) == (0, 255, 0)
    assert at(108, 58) == (255, 255, 255)
    assert at(70, 150) == at(70, 151) == (0, 0, 255)
    assert at(70, 153) == (255, 255, 255)
    assert at(201, 101) == (255, 255, 255), "the corner is rounded"
    assert at(220, 100) == (0, 0, 0)


def test_gradients_fill_and_stroke() -> None:
    red_to_blue = ((0.0, "#FF0000"), (1.0, "#0000FF"))
    stroke = Path(
        (("M", (10.0, 100.0)), ("L", (110.0, 100.0))), None, Gradient(10, 0, 110, 0, red_to_blue), 8
    )
    shown = made.drawing(
        [
            made.piece("fill", [Box(0, 0, 100, 50, Gradient(0, 0, 100, 0, red_to_blue))], 10, 10),
            made.piece("stroke", [stroke]),
            made.piece("stroke moved", [stroke], 100, 50),
        ]
    )
    seen = made.image(made.pdf_of(shown), per_mm=2)
    for y, left in ((35, 10), (100, 10), (150, 110)):
        first = seen.getpixel((round((left + 5) * 2), y * 2))
        middle = seen.getpixel((round((left + 50) * 2), y * 2))
        last = seen.getpixel((round((left + 95) * 2), y * 2))
        assert isinstance(first, tuple)
        assert isinstance(middle, tuple)
        assert isinstance(last, tuple)
        assert first[0] > 220 > 40 > first[2]
        assert abs(middle[0] - middle[2]) < 12
        assert last[2] > 220 > 40 > last[0]
    assert seen.getpixel((18, 70)) == (255, 255, 255), "gradients are clipped to their shape"


def test_three_stops_keep_their_places() -> None:
    stops = ((0.0, "#FF0000"), (0.25, "#00FF00"), (1.0, "#0000FF"))
    shown = made.drawing(
        [made.piece("p", [Box(0, 0, 200, 50, Gradient(0, 0, 200, 0, stops))], 50, 50)]
    )
    seen = made.image(made.pdf_of(shown), per_mm=1)
    assert seen.getpixel((100, 75))[1] > 245  # type: ignore[index]


def test_turned_pieces_turn_clockwise_about_their_middle() -> None:
    shown = made.drawing(
        [made.piece("p", [Box(0, 0, 100, 20, "#FF0000")], 100, 90, w=100, h=20, turn=90)]
    )
    seen = made.image(made.pdf_of(shown), per_mm=1)
    assert seen.getpixel((150, 55)) == seen.getpixel((150, 145)) == (255, 0, 0)
    assert seen.getpixel((110, 100)) == (255, 255, 255)
    tilted = made.drawing(
        [made.piece("p", [Box(0, 0, 100, 20, "#FF0000")], 100, 90, w=100, h=20, turn=30)]
    )
    seen = made.image(made.pdf_of(tilted), per_mm=1)
    assert seen.getpixel((150 + 39, 100 + 22)) == (255, 0, 0), "the right end goes down"


def picture(mode: str, kind: str) -> bytes:
    """Red at the left, blue at the right; where there is alpha the top half is transparent."""
    made_of = Image.new("RGB", (80, 40), "#FF0000")
    made_of.paste("#0000FF", (40, 0, 80, 40))
    if mode == "RGBA":
        made_of = made_of.convert("RGBA")
        made_of.paste((0, 0, 0, 0), (0, 0, 80, 20))
    file = io.BytesIO()
    made_of.convert(mode).save(file, kind, quality=95)
    return file.getvalue()


@pytest.mark.parametrize(
    ("mode", "kind"), [("RGB", "JPEG"), ("RGB", "PNG"), ("P", "PNG"), ("RGB", "WEBP")]
)
def test_photos(mode: str, kind: str) -> None:
    photo = Photo(0, 0, 80, 40, picture(mode, kind))
    seen = made.image(made.pdf_of(made.drawing([made.piece("p", [photo], 50, 50)])), per_mm=1)
    left, right = seen.getpixel((60, 70)), seen.getpixel((120, 70))
    assert isinstance(left, tuple)
    assert isinstance(right, tuple)
    assert left[0] > 240 > 20 > left[2]
    assert right[2] > 240 > 20 > right[0]
    assert seen.getpixel((45, 70)) == (255, 255, 255)


def test_a_transparent_photo_shows_the_paper() -> None:
    photo = Photo(0, 0, 80, 40, picture("RGBA", "PNG"))
    pdf = made.pdf_of(made.drawing([made.piece("p", [photo], 50, 50)], paper="#14181F"))
    seen = made.image(pdf, per_mm=1)
    assert seen.getpixel((60, 60)) == seen.getpixel((5, 5)) == (0x14, 0x18, 0x1F)
    assert seen.getpixel((60, 80)) == (255, 0, 0)


def test_a_round_photo_is_cut_and_never_stretched() -> None:
    photo = Photo(0, 0, 40, 40, picture("RGB", "PNG"), round=True)
    seen = made.image(made.pdf_of(made.drawing([made.piece("p", [photo], 50, 50)])), per_mm=1)
    assert seen.getpixel((51, 51)) == (255, 255, 255)
    assert seen.getpixel((60, 70)) == (255, 0, 0)
    assert seen.getpixel((80, 70)) == (0, 0, 255)


@pytest.mark.parametrize("data", [b"", b"no picture", picture("RGB", "PNG")[:60]])
def test_a_damaged_photo_is_a_grey_field_as_on_the_screen(data: bytes) -> None:
    photo = Photo(0, 0, 40, 40, data, round=True)
    seen = made.image(made.pdf_of(made.drawing([made.piece("p", [photo], 50, 50)])), per_mm=1)
    assert seen.getpixel((70, 70)) == (0xDD, 0xE2, 0xE8)
    assert seen.getpixel((51, 51)) == (255, 255, 255)


def test_the_same_photo_is_stored_once() -> None:
    photo = Photo(0, 0, 40, 40, picture("RGB", "JPEG"), round=True)
    pdf = made.pdf_of(made.drawing([made.piece("a", [photo]), made.piece("b", [photo], 100, 0)]))
    assert pdf.count(b"/Subtype /Image") == 1


def test_dark_paper_is_printed() -> None:
    seen = made.image(made.pdf_of(made.drawing([], paper="#14181F")), per_mm=1)
    assert seen.getextrema() == ((0x14, 0x14), (0x18, 0x18), (0x1F, 0x1F))


def test_the_same_map_gives_the_same_bytes() -> None:
    assert made.pdf_of(made.busy()) == made.pdf_of(made.busy())


def test_files_differ_when_they_carry_their_date() -> None:
    pdf = make_pdf(made.laid(made.busy()))
    assert b"CreationDate" in made.unpacked(pdf)
    assert pdf != made.pdf_of(made.busy())


def test_all_is_packed() -> None:
    pdf = made.pdf_of(made.busy())
    assert b" Tf" in made.unpacked(pdf)
    assert b" Tf" not in pdf
    # The little objects are packed too: what stands open are the heads of some ten streams.
    streams = re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    assert len(pdf) - sum(map(len, streams)) < 150 * len(streams)


def test_a_poster_longer_than_a_pdf_page_is_offered_reduced() -> None:
    long = made.drawing(
        [made.piece("p", text.place("Карта", "bold", 29, 10, 50, made.INK))], 6200, 904
    )
    with pytest.raises(Problem) as refused:
        made.pdf_of(long)
    assert "6,2 м" in refused.value.sentence("ru")
    assert "1:2" in refused.value.sentence("ru")
    pdf = made.pdf_of(long, job=Job("map", reduction=2))
    assert made.size_mm(pdf) == pytest.approx((3100, 452), abs=0.1)
    assert "Карта" in made.words_on(pdf)
    assert "100 mm after enlarging to 200 %" in made.words_on(pdf)


def test_what_no_page_can_hold_is_refused() -> None:
    with pytest.raises(Problem) as refused:
        made.pdf_of(made.drawing([], 60_000, 904))
    assert refused.value.key == "poster.far_too_long"


def test_progress_can_stop_it() -> None:
    with pytest.raises(sheet.Stopped):
        make_pdf(made.laid(made.busy()), lambda done, total: False)


def test_a_wall_poster_has_a_ruler_of_100_mm() -> None:
    pdf = make_pdf(made.laid(made.drawing([], 1189, 841), job=Job("map", language="ru")))
    assert "100 мм" in made.words_on(pdf)
    seen = made.image(pdf, per_mm=4).convert("L").point(lambda value: 255 if value < 200 else 0)
    box = seen.getbbox()
    assert box is not None
    row = max(
        (seen.crop((0, y, seen.width, y + 1)) for y in range(box[1], box[3])),
        key=lambda line: sum(line.tobytes()),
    )
    longest = max(len(part) for part in row.tobytes().split(b"\0"))
    assert longest / 4 == pytest.approx(100, abs=0.5)
    assert box[2] / 4 == pytest.approx(1189 - 26, abs=1), "it ends where the map ends"


def test_a_hand_out_has_none() -> None:
    shown = made.drawing([], 1189, 841)
    pdf = make_pdf(made.laid(shown, job=Job("map", language="ru"), width=297))
    assert not made.words_on(pdf).strip()
