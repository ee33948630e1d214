"""Small hand-made drawings and ways to read back what was printed from them."""

from __future__ import annotations

import ctypes
import re
import zlib
from pathlib import Path

import pypdfium2
from PIL import Image
from pypdfium2 import raw

from cjm_desktop.layout import text
from cjm_desktop.layout.pieces import (
    Box,
    Cell,
    Disc,
    Drawing,
    Gradient,
    Line,
    Piece,
    PieceKind,
    Primitive,
    Shape,
)
from cjm_desktop.layout.pieces import Path as Curve
from cjm_desktop.poster import raster
from cjm_desktop.poster.job import Job
from cjm_desktop.poster.laid import Laid
from cjm_desktop.poster.paper import Paper
from cjm_desktop.poster.tiles import Grid
from cjm_desktop.poster.writing import make_pdf

WORDS = (
    "Собирает таблицу",
    "«Гудок» и ёлка",
    "AVATAR To Wave fix",
    "Доставка 😀 сегодня",
    "у\u00a0директора",
)
INK = "#17202B"


def piece(
    name: str,
    primitives: list[Primitive],
    x: float = 0,
    y: float = 0,
    *,
    w: float = 0,
    h: float = 0,
    turn: float = 0,
    kind: PieceKind = "card",
) -> Piece:
    """A piece of these primitives."""
    return Piece(name, kind, name, x, y, Shape(w, h, tuple(primitives)), turn)


def drawing(
    pieces: list[Piece], width: float = 300, height: float = 200, paper: str = "#FFFFFF"
) -> Drawing:
    """A drawing of one cell that holds these pieces."""
    return Drawing(
        map_id="map",
        width=width,
        height=height,
        paper=paper,
        cells={"all": Cell("all", "grid", 0, 0, width, height, tuple(pieces))},
        columns=(),
        lanes=(),
        label_x=0,
        grid_x=0,
        grid_y=0,
        stages_y=0,
        body_size=7.9,
        smallest_size=5.6,
    )


def busy(width: float = 300, height: float = 200, paper: str = "#FFFFFF") -> Drawing:
    """A drawing with something of every kind in every corner."""
    sky = Gradient(0, 0, 0, height, ((0, "#5DB7C4"), (0.5, "#F2C75C"), (1, "#A62B1F")))
    curve = (
        ("M", (4.0, height - 10)),
        ("C", (width / 3, 0.0, width / 2, height, width - 4, 8.0)),
    )
    pieces = [
        piece("curve", [Curve(curve, None, sky, 3)], kind="ground"),
        piece("line", [Line(2, height / 2, width - 2, height / 2, "#667281", 0.6, (3, 2))]),
    ]
    for row in range(int(height // 50)):
        for column in range(int(width // 75)):
            words = WORDS[(row + column) % len(WORDS)]
            inside: list[Primitive] = [
                Box(0, 0, 66, 40, "#FFF0B0" if row % 2 else sky, "#A62B1F", 0.5, 4),
                Disc(58, 32, 5, "#1F6FA8", "#17202B", 0.5),
                *text.place(words, "regular", 6, 3, 10, INK),
                *text.place("плакат", "bold", 6, 3, 20, INK),
            ]
            turn = 2.0 if (row + column) % 3 == 0 else 0.0
            name = f"card {row} {column}"
            x, y = 4 + column * 75, 5 + row * 50
            pieces.append(piece(name, inside, x, y, w=66, h=40, turn=turn))
    return drawing(pieces, width, height, paper)


def laid(
    shown: Drawing,
    *,
    job: Job | None = None,
    tile: Paper | None = None,
    title: str = "Путь клиента",
    width: float | None = None,
) -> Laid:
    """A drawing as if laid out for a job; a unit is a mm unless `width` says otherwise."""
    job = job or Job("map", language="ru", ruler=False)
    wide = width or shown.width
    tall = shown.height * wide / shown.width
    grid = Grid(tile, job.margin, job.overlap, wide, tall) if tile else None
    return Laid(job, title, shown, wide, tall, grid)


def pdf_of(shown: Drawing, **more: object) -> bytes:
    """A drawing on one page."""
    return make_pdf(laid(shown, **more), invariant=True)  # type: ignore[arg-type]


def unpacked(pdf: bytes) -> bytes:
    """All that is written in a file, its streams inflated."""
    streams = re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    return b"\n".join([pdf, *map(_inflated, streams)])


def _inflated(stream: bytes) -> bytes:
    return zlib.decompressobj().decompress(stream)


def words_on(pdf: bytes, page: int = 0) -> str:
    """The text a reader copies from a page."""
    document = pypdfium2.PdfDocument(pdf)
    found: str = document[page].get_textpage().get_text_bounded()
    document.close()
    return found


def size_mm(pdf: bytes, page: int = 0) -> tuple[float, float]:
    """A page's size."""
    document = pypdfium2.PdfDocument(pdf)
    width, height = document[page].get_size()
    document.close()
    return width * 25.4 / 72, height * 25.4 / 72


def image(pdf: bytes, page: int = 0, per_mm: float = 2.0) -> Image.Image:
    """A page as a picture, every page to the same dots, so that one can be held against another."""
    width, height = (round(side * per_mm) for side in size_mm(pdf, page))
    with raster.open_page(pdf, page) as opened:
        dots = raster.plain_band(opened, width, height, 0, height)
    return Image.frombytes("RGB", (width, height), dots)


def fonts_of(pdf: bytes) -> dict[str, bool]:
    """The fonts of all texts on all pages, and whether each is embedded."""
    document = pypdfium2.PdfDocument(pdf)
    found: dict[str, bool] = {}
    for page in document:
        for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            font = raw.FPDFTextObj_GetFont(thing.raw)
            found[_font_name(font)] = raw.FPDFFont_GetIsEmbedded(font) == 1
    document.close()
    return found


def _font_name(font: object) -> str:
    buffer = ctypes.create_string_buffer(200)
    raw.FPDFFont_GetBaseFontName(font, buffer, 200)
    return buffer.value.decode("ascii")


def leftovers(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(each.name for each in folder.iterdir())
