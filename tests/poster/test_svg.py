"""SVG: one picture, its text still text."""

import base64
import io
import re
from xml.etree import ElementTree as ET

import pytest
import uharfbuzz
from PIL import Image, ImageChops

from cjm_desktop.layout import text
from cjm_desktop.layout.pieces import Box, Photo
from cjm_desktop.poster import raster, svg
from cjm_desktop.poster.job import Job
from tests.poster import made

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
"""The name that every program knows, not only new ones."""


def parsed(shown: made.Drawing, *, curves: bool = False, **more: object) -> ET.Element:
    return ET.fromstring(svg.picture(made.laid(shown, **more), curves=curves))  # type: ignore[arg-type]


def texts(root: ET.Element) -> list[str]:
    return ["".join(each.itertext()) for each in root.iter(f"{SVG}text")]


def test_it_has_the_size_and_every_text() -> None:
    root = parsed(made.busy(), width=420, title="Путь <клиента> & «друзья»")
    assert root.get("width") == "420mm"
    assert root.get("height") == "280mm"
    assert root.get("viewBox") == "0 0 300 200"
    title = root.find(f"{SVG}title")
    assert title is not None
    assert title.text == "Путь <клиента> & «друзья»"
    found = " ".join(texts(root))
    for words in made.WORDS:
        for word in words.split():
            assert word in found


def test_each_letter_has_its_place() -> None:
    words = "AVATAR Гудок"
    run = text.place(words, "regular", 20, 10, 60, made.INK)[0]
    (element,) = parsed(made.drawing([made.piece("p", [run])])).iter(f"{SVG}text")
    places = [float(each) for each in (element.get("x") or "").split()]
    assert len(places) == len(words)
    assert places == pytest.approx([10 + x for x in run.xs], abs=0.001)  # type: ignore[union-attr]


def test_emoji_stand_alone_because_they_count_twice() -> None:
    runs = text.place("Да 😀😀", "regular", 20, 10, 60, made.INK)
    root = parsed(made.drawing([made.piece("p", runs)]))
    spans = [(each.get("x"), each.text) for each in root.iter(f"{SVG}tspan")]
    assert [each for _, each in spans] == ["😀", "😀"]
    assert all(" " not in (x or "") for x, _ in spans)


def test_its_fonts_come_along_and_have_every_letter() -> None:
    root = parsed(made.busy())
    style = root.find(f".//{SVG}style")
    assert style is not None
    assert style.text is not None
    rules = re.findall(r"@font-face\{([^}]*)\}", style.text)
    assert len(rules) == 3
    drawn = set("".join(texts(root))) - {"\u00a0"}
    known: set[int] = set()
    for rule in rules:
        data = base64.b64decode(rule.split("base64,")[1].rstrip(")"))
        known |= set(uharfbuzz.Face(uharfbuzz.Blob(data)).unicodes)
    assert {ord(letter) for letter in drawn} <= known
    families = {(each.get("font-family") or "").split(",")[0] for each in root.iter(f"{SVG}text")}
    assert families == {"CJM Inter", "CJM Emoji"}


def test_as_curves_it_needs_no_font() -> None:
    root = parsed(made.busy(), curves=True)
    assert not texts(root)
    assert len(list(root.iter(f"{SVG}use"))) > 200
    ids = {each.get("id") for each in root.iter() if each.get("id")}
    for use in root.iter(f"{SVG}use"):
        assert (use.get(LINK) or "").lstrip("#") in ids
    style = root.find(f".//{SVG}style")
    assert style is not None
    assert "font-face" not in (style.text or "")
    labels = {each.get("aria-label") for each in root.iter() if each.get("aria-label")}
    assert "AVATAR To Wave fix" in labels


def test_gradients_are_defined_once_and_referred_to() -> None:
    root = parsed(made.busy())
    gradients = [each.get("id") for each in root.iter(f"{SVG}linearGradient")]
    assert len(gradients) == 1
    used = [
        each
        for each in root.iter()
        if f"url(#{gradients[0]})" in (each.get("fill"), each.get("stroke"))
    ]
    assert len(used) > 4


def test_turned_pieces_and_dark_paper() -> None:
    shown = made.drawing(
        [made.piece("p", [Box(0, 0, 40, 20, "#FF0000")], 10, 20, w=40, h=20, turn=2)],
        paper="#14181F",
    )
    root = parsed(shown)
    (group,) = root.iter(f"{SVG}g")
    assert group.get("transform") == "translate(10 20) rotate(2 20 10)"
    ground = root.find(f"{SVG}rect")
    assert ground is not None
    assert ground.get("fill") == "#14181F"


def test_photos_come_along() -> None:
    file = io.BytesIO()
    Image.new("RGB", (4, 4), "#FF0000").save(file, "PNG")
    photo = Photo(0, 0, 40, 40, file.getvalue(), round=True)
    (image,) = parsed(made.drawing([made.piece("p", [photo])])).iter(f"{SVG}image")
    assert (image.get(LINK) or "").startswith("data:image/png;base64,")
    assert (image.get("clip-path") or "").startswith("url(#")


def test_reduction_shrinks_the_paper_only() -> None:
    root = parsed(made.busy(), job=Job("map", reduction=2))
    assert root.get("width") == "150mm"
    assert root.get("viewBox") == "0 0 300 200"


def test_another_renderer_sees_what_the_pdf_shows() -> None:
    """Qt against PDFium: 2 of 255 apart on average, 1 dot in 100 by more than a third."""
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    shown = made.busy()
    dots = raster.page_image(made.pdf_of(shown), 0, 600)
    seen = QImage(dots.width, dots.height, QImage.Format.Format_RGB888)
    seen.fill(0xFFFFFFFF)
    painter = QPainter(seen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    written = svg.picture(made.laid(shown), curves=True).encode()
    QSvgRenderer(QByteArray(written)).render(painter)
    painter.end()
    expected = Image.frombytes("RGB", (dots.width, dots.height), dots.data)
    packed = bytes(seen.constBits())
    got = Image.frombytes("RGB", expected.size, packed, "raw", "RGB", seen.bytesPerLine())
    counts = ImageChops.difference(expected, got).convert("L").histogram()
    assert sum(value * count for value, count in enumerate(counts)) / sum(counts) < 2
    assert sum(counts[85:]) / sum(counts) < 0.01
