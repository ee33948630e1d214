"""What a sheet leaves out of a piece is not missed on it."""

import random

import pypdfium2
import pytest
from PIL import ImageChops

from cjm_desktop.layout import text
from cjm_desktop.layout.pieces import (
    Box,
    Command,
    Disc,
    Fill,
    Gradient,
    Line,
    Path,
    Piece,
    Primitive,
)
from cjm_desktop.poster import trim
from cjm_desktop.poster.job import Job
from cjm_desktop.poster.paper import Paper
from cjm_desktop.poster.pdf import PdfFile
from cjm_desktop.poster.writer import Writer
from cjm_desktop.poster.writing import make_pdf
from tests.poster import made

TILE = Paper("A6", 148, 105)
SKY = Gradient(0, 0, 0, 200, ((0, "#5DB7C4"), (1, "#A62B1F")))
BARE = {"numbers": False, "marks": False, "assembly": False, "ruler": False}
WIDTH, HEIGHT, PER_MM = 300, 200, 4


def wild(chance: random.Random, kind: str) -> Path:
    """A path of many lines and curves, here and there lifted and closed, all over the poster."""

    def at() -> tuple[float, float]:
        return chance.uniform(-60, WIDTH + 60), chance.uniform(-60, HEIGHT + 60)

    commands: list[Command] = [("M", at())]
    for _ in range(40):
        drawn = chance.random()
        if drawn < 0.08:
            commands += [("Z", ()), ("M", at())] if chance.random() < 0.7 else [("Z", ())]
        elif drawn < 0.5:
            commands.append(("L", at()))
        else:
            commands.append(("C", (*at(), *at(), *at())))
    fill: Fill = None if kind == "stroked" else SKY if kind == "shaded" else "#FFF0B0"
    line = None if kind in ("filled", "shaded") else "#A62B1F"
    return Path(tuple(commands), fill, line, chance.uniform(0.2, 6), round=chance.random() < 0.5)


def worst(piece: Piece) -> int:
    """By how much the sheets of a poster of one piece differ from the whole poster there."""
    found = 0
    shown = made.drawing([piece], WIDTH, HEIGHT)
    job = Job("map", margin=0, overlap=9, **BARE)  # type: ignore[arg-type]
    pdf = make_pdf(made.laid(shown, job=job, tile=TILE))
    whole = made.image(made.pdf_of(shown), per_mm=PER_MM)
    document = pypdfium2.PdfDocument(pdf)
    labels = [document.get_page_label(at) for at in range(len(document))]
    document.close()
    for page, label in enumerate(labels):
        x = (int(label[1]) - 1) * (TILE.width - 9) * PER_MM
        y = (ord(label[0]) - ord("A")) * (TILE.height - 9) * PER_MM
        seen = made.image(pdf, page, PER_MM)
        box = (x, y, min(x + seen.width, whole.width), min(y + seen.height, whole.height))
        cut = seen.crop((0, 0, box[2] - box[0], box[3] - box[1]))
        ends = ImageChops.difference(cut, whole.crop(box)).getextrema()
        found = max(found, *(high for _, high in ends))  # type: ignore[misc]
    return found


@pytest.mark.parametrize("kind", ["filled", "shaded", "stroked", "both"])
@pytest.mark.parametrize("seed", range(5))
def test_paths(kind: str, seed: int) -> None:
    path = wild(random.Random(seed), kind)
    said = text.place("ёлки", "bold", 9, 20, 20, "#17202B")
    assert worst(made.piece("wild", [path, *said])) < 8


def test_what_many_sheets_show_of_a_ground_is_written_once() -> None:
    path = wild(random.Random(7), "both")._replace(line=SKY)
    dashed = Box(5, 5, 280, 180, None, "#5DB7C4", 2, 9, (6, 3))
    shaded = wild(random.Random(8), "shaded")
    piece = made.piece("ground", [dashed, shaded, path], 4, 3)
    assert worst(piece) < 8
    shown = made.drawing([piece], WIDTH, HEIGHT)
    guided = Job("map", margin=0, overlap=9, **{**BARE, "assembly": True})  # type: ignore[arg-type]
    sizes = [
        len(make_pdf(made.laid(shown, job=job, tile=TILE)))
        for job in (Job("map", margin=0, overlap=9, **BARE), guided)  # type: ignore[arg-type]
    ]
    once = len(made.pdf_of(shown))
    assert sizes[0] - once < 2200, "nine sheets and what they draw"
    # The rest is how to put them together, in words.
    assert sizes[1] - sizes[0] < 16_000, "the plan shows what the sheets have"


@pytest.mark.parametrize("turn", [0.0, 2.0, 90.0])
def test_cards(turn: float) -> None:
    inside: list[Primitive] = [Box(0, 0, 240, 150, "#FFF0B0", "#A62B1F", 1, 9)]
    for row in range(9):
        inside += text.place("Собирает таблицу ёлок", "bold", 15, 4, 16 + row * 15, "#17202B")
        inside.append(Disc(200, 14 + row * 15, 6, "#5DB7C4" if row % 2 else SKY, "#17202B", 1))
    assert worst(made.piece("card", inside, 30, 25, w=240, h=150, turn=turn)) < 8


def test_a_shading_on_both_sides_of_a_sheet_does_not_flood_it() -> None:
    def area(x: float) -> tuple[Command, ...]:
        waves = (("C", (x + at, 40.0, x + at, 60.0, x + at + 5, 50.0)) for at in range(0, 50, 5))
        return ("M", (x, 50.0)), *waves, ("L", (x, 150.0)), ("Z", ())

    assert (
        worst(made.piece("two", [Path(area(5) + area(289), SKY), Disc(200, 20, 9, "#5DB7C4")])) < 8
    )


def test_a_long_curve_is_short_on_a_sheet() -> None:
    curve = (("M", (0.0, 50.0)), *(("C", (x, 40.0, x, 60.0, x + 1.0, 50.0)) for x in range(1000)))
    for line, width in (("#000000", 1.0), (None, 0.0)):
        path = Path(curve, "#FF0000", line, width)
        known = trim.outlines(path)
        assert trim.is_long(path)
        assert len(trim.shortened(path, (500.0, 0.0, 520.0, 100.0), known).commands) < 30
        assert not trim.shortened(path, (500.0, 70.0, 520.0, 100.0), known).commands
        assert trim.shortened(path, (0.0, 0.0, 2000.0, 100.0), known) is path
    assert not trim.is_long(Path(curve, None, "#000000", 1.0, (2.0, 1.0))), "it is dashed"
    assert not trim.is_long(Path(curve[:20], "#FF0000")), "a sign"


@pytest.mark.parametrize("seed", range(3))
def test_signs_that_come_up_often(seed: int) -> None:
    """They are written once for all sheets, and each colour and width is still its own."""
    rnd = random.Random(seed)
    inside: list[Primitive] = []
    for _ in range(90):
        x, y = rnd.uniform(0, WIDTH), rnd.uniform(0, HEIGHT)
        colour, line = rnd.choice(("#FFF0B0", "#5DB7C4", None)), rnd.choice(("#A62B1F", None))
        width, kind = rnd.choice((0.3, 2.5)), rnd.randrange(4)
        if kind == 0:
            inside.append(Disc(x, y, 5, colour, line, width))
        elif kind == 1:
            inside.append(Box(x, y, 14, 9, colour, line, width, 3))
        elif kind == 2:
            sign = (("M", (x, y)), ("C", (x + 9, y, x + 9, y + 9, x, y + 9)), ("Z", ()))
            inside.append(Path(sign, colour, line, width, round=rnd.random() < 0.5))
        else:
            inside.append(Line(x, y, x + 20, y + 8, "#17202B", width, round=x > y))
    piece = made.piece("signs", inside)
    assert worst(piece) < 8
    job = Job("map", margin=0, overlap=9, **BARE)  # type: ignore[arg-type]
    shown = made.drawing([piece], WIDTH, HEIGHT)
    assert make_pdf(made.laid(shown, job=job, tile=TILE)).count(b"/Form") >= 3
    assert b"/Form" not in made.pdf_of(shown), "on one page it does not pay"


def test_a_part_is_well_formed_and_says_only_what_it_uses() -> None:
    supplies = PdfFile("Карта", "ru", "#FFFFFF", invariant=True).supplies
    writer = Writer(supplies)
    for at in range(9):
        writer.write([Disc(at * 20, 5, 4, "#5DB7C4" if at % 2 else "#FFF0B0", "#A62B1F", at + 0.5)])
        writer.write(text.place("ёлки", "bold", 8 + at, at * 20, 5, "#17202B"))
    part = writer.part((38.0, 0.0, 44.0, 10.0)).split("\n")
    assert part.count("BT") == part.count("ET") == 2, "what begins before it reaches into it"
    assert sum(one.endswith(" w") for one in part) < 3
    assert writer.part((500.0, 0.0, 520.0, 10.0)) == ""


def test_a_line_of_text_is_told_from_the_one_before_if_that_is_there() -> None:
    lines = [text.place("ёлки", "bold", 8, 3, 20 * at, "#17202B") for at in range(1, 7)]
    pages = PdfFile("Карта", "ru", "#FFFFFF", invariant=True)
    writer = Writer(pages.supplies)
    writer.write([run for each in lines for run in each])

    def begins(top: float, bottom: float) -> list[str]:
        shown = [one for one in writer.part((0, top, 40, bottom)).split("\n") if "TJ" in one]
        return [one.split("[")[0] for one in shown]

    assert begins(0, 130) == ["1 0 0 -1 3 20 Tm", *["0 -20 Td"] * 5]
    assert begins(55, 85) == ["1 0 0 -1 3 60 Tm", "0 -20 Td"]
