"""Eight maps, every purpose, both languages: what there is to print, and what was printed."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal, NamedTuple

import pypdfium2
from pypdfium2 import raw

from cjm_desktop.journey import templates
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Department, Persona
from cjm_desktop.layout import text
from cjm_desktop.layout.pieces import Drawing, Glyphs
from cjm_desktop.poster.job import CardWish, Job, Press
from cjm_desktop.poster.laid import Laid
from cjm_desktop.poster.paper import parse
from tests.journey.big import big_journey
from tests.layout.maps import LANES, MAP, Maker

Language = Literal["en", "ru"]
LANGUAGES: tuple[Language, ...] = ("ru", "en")
READERS = ("pdftotext", "qpdf", "mutool")
"""Programs that read a PDF, of Poppler, of QPDF and of MuPDF; PDFium is always there."""

LONG = (
    "Нидерландско-новозеландская высококвалифицированная электрофотополупроводниковая",
    "Рентгеноэлектрокардиографического превысокомногорассмотрительствующего",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "https://example.com/a/very/long/address/without/any/blank?with=many&parameters=inside",
    "Щ" * 60,
)
SCRIPTS = (
    "Қазақша: тұтынушы шағымын әкімге жіберді, өте ұзақ үңілді һ",
    "Татарча: кибеткә җиңел барып җитә, өстәл, һәр көн",
    "Українська: клієнт їде по рахунок, ґанок, є питання, її",
    "Ελληνικά: ο πελάτης περιμένει, ώρα, ΐ ΰ",
    "Tiếng Việt: khách hàng chờ đợi quá lâu, ưỡn ễ ộ",
    "₽ € £ ¥ ₸ ₴ ¢ · № § © ™ ° ± × ÷ ≈ ≤ ≥ … — – « » “ ” „ ‘ ’ † • → ← ↑ ↓",
    "😀 🚚 ☎ ❤️ 👩‍🔧 сердце",
    "שלום מוזמן",
    "مرحبا",
    "你好 こんにちは 한국",
)


def _filled(texts: tuple[str, ...]) -> Journey:
    """A map with these texts wherever a text can stand."""
    maker = Maker().grid([2, 1, 2], (*LANES, "metrics", "support"))
    columns = ("s0t0", "s0t1", "s1t0", "s2t0", "s2t1")
    for number, words in enumerate(texts):
        for lane in LANES:
            if lane != "feelings":
                maker.card(f"{lane}{number}", lane, columns[number % 5], words)
    for number, column in enumerate(columns):
        maker.feeling(column, number * 0.9 - 2, texts[number])
    maker.step("s1", "s1t1", texts[0])
    maker.persona(name=texts[1], role=texts[2], goals=texts[3], quotes=(texts[4],))
    journey = maker.journey()
    journey.put(replace(journey.maps()[0], title=texts[0], scenario=texts[1]))
    journey.put(replace(journey.stages(MAP)[2], title=texts[4]))
    journey.put(Department(name=texts[2]))
    return journey


def _one_card() -> Journey:
    return Maker().grid([1], ["actions"]).card("only", "actions", "s0t0", "Звонит").journey()


MAPS: dict[str, Callable[[Language], Journey]] = {
    "sample b2b": lambda language: templates.make("sample-b2b", language),
    "sample b2c": lambda language: templates.make("sample-b2c", language),
    "blank": lambda language: templates.make("blank", language),
    "one card": lambda _: _one_card(),
    "1000 cards": lambda _: big_journey(1000, 12),
    "40 steps": lambda _: big_journey(320, 40),
    "long words": lambda _: _filled(LONG),
    "all scripts": lambda _: _filled(SCRIPTS),
}

A3, A4, HALF = parse("A3"), parse("A4"), parse("600x420mm")
PURPOSES: dict[str, Job] = {
    "wall": Job(""),
    "rows": Job("", stage_rows=2),
    "sheets": Job("", paper=parse("A1", landscape=True), tiles=A4),
    "press": Job("", press=Press()),
    "handout": Job("", paper=A3, landscape=True),
    "booklet": Job("", paper=A4, landscape=False, booklet=True),
    "blank": Job("", paper=parse("notes"), blank=True),
    "blank sheets": Job("", paper=HALF, blank=True, tiles=A4),
    "cards": Job("", paper=A4, cards=CardWish(("barriers", "opportunities", "actions"))),
    "actions": Job("", paper=A4, landscape=False, report="actions"),
    "personas": Job("", paper=A4, landscape=False, report="personas"),
}


def job(purpose: str, language: Language, journey: Journey) -> Job:
    """What is to be printed of a map."""
    return replace(PURPOSES[purpose], map_id=journey.maps()[0].id, language=language)


def sizes(laid: Laid, pages: int) -> list[tuple[float, float]]:
    """How large each page must be, mm."""
    if laid.leaves:
        return [(one.width, one.height) for one in laid.leaves]
    if laid.grid is not None:
        return [(laid.grid.sheet.width, laid.grid.sheet.height)] * pages
    more = 0.0
    if laid.job.press is not None:
        # Bleed, and round it the crop marks.
        more = 2 * (laid.job.press.bleed + (9.0 if laid.job.press.marks else 0.0))
    return [(laid.width + more, laid.height + more)]


class Run(NamedTuple):
    """A line of text and what it belongs to."""

    place: tuple[float, ...]
    """By which it is read before others."""
    text: str


def read(drawing: Drawing) -> list[str]:
    """The lines of a drawing's text as a reader goes through them, without blanks."""
    runs = []
    for at, cell in enumerate(drawing.cells.values()):
        part = {"header": 0, "free": 2, "footer": 3}.get(cell.kind, 1)
        row = cell.y if part == 1 else 0.0
        inside = {"lane": 0, "band": 1}.get(cell.kind, 2)
        for number, piece in enumerate(cell.pieces):
            for line, run in enumerate(piece.shape.primitives):
                if isinstance(run, Glyphs) and bare(run.text):
                    place = (part, row, inside, at, number, line)
                    runs.append(Run(place, bare(run.text)))
    return [one.text for one in sorted(runs)]


def bare(words: str) -> str:
    """A text without blanks, signs as they are copied, and the hyphen at its end: PDFium joins
    the parts of a word."""
    return "".join(text.clean(words).replace("\u2011", "-").split()).removesuffix("-")


def objects(document: pypdfium2.PdfDocument, page: int) -> list[str]:
    """The texts of a page in the order in which they were painted, without blanks."""
    opened = document[page]
    words, found = opened.get_textpage(), []
    for one in opened.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        size = raw.FPDFTextObj_GetText(one.raw, words.raw, None, 0)
        buffer = ctypes.create_string_buffer(size)
        shorts = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
        raw.FPDFTextObj_GetText(one.raw, words.raw, shorts, size)
        found.append(bare(buffer.raw[: max(0, size - 2)].decode("utf-16-le")))
    return [one for one in found if one]


def parts(laid: Laid) -> Iterator[tuple[int, Drawing]]:
    """The drawings of a print in one piece or bound, and the pages they are on."""
    if laid.leaves:
        for page, leaf in enumerate(laid.leaves):
            for part in leaf.parts:
                yield page, part.drawing
    else:
        yield 0, laid.drawing


def personas(journey: Journey) -> tuple[Persona, ...]:
    """Of the map that is printed."""
    return journey.personas(journey.maps()[0].id)


def mm(box: tuple[float, float, float, float]) -> tuple[float, float]:
    """Width and height of a page's box."""
    return (box[2] - box[0]) * 25.4 / 72, (box[3] - box[1]) * 25.4 / 72


def read_by(program: str, path: Path) -> list[str]:
    """The command by which a program reads all of a PDF."""
    return {
        "pdftotext": ["pdftotext", "-raw", str(path), os.devnull],
        "qpdf": ["qpdf", "--check", str(path)],
        "mutool": ["mutool", "draw", "-q", "-r", "9", "-o", os.devnull, "-F", "pam", str(path)],
    }[program]
