"""Posters of 10 000 cards: how long, how large, beside Qt's own PDF writer in the same run.

Targets 10 and 11. Both programs get the same map, its lines of text broken and placed; what is
timed is the way from there to the finished file, in CPU seconds, each in a process of its own.
Where Inkscape is installed, the whole command line program, which breaks and places the lines of
a map itself, is set beside it making the PDF of the picture that the same program saved.
"""

from __future__ import annotations

import os
import random
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.layout import text
from cjm_desktop.layout.pieces import Box, Cell, Drawing, Piece, Shape
from cjm_desktop.poster import content, raster, sheet
from cjm_desktop.poster.job import Job
from cjm_desktop.poster.laid import Laid
from cjm_desktop.poster.page import Page
from cjm_desktop.poster.paint import Painter, place_all
from cjm_desktop.poster.paper import A4
from cjm_desktop.poster.pdf import POINTS, PdfFile
from cjm_desktop.poster.tiles import Grid, Spot
from cjm_desktop.poster.writing import make_pdf
from tests.benchmarks.conftest import Figures
from tests.journey.big import big_journey

pytestmark = pytest.mark.benchmark

SIDE = 100
"""Cards across and down."""
RUNS = 5
WIDE = 2400
"""Dots across a sheet: smaller pictures are made finer first, which costs the same on any page."""
MARGIN = 2
"""Times by which a busy machine may miss a target."""
SYLLABLES = (
    "ка", "ло", "ми", "на", "по", "ри", "са", "ту", "ве", "го", "де", "жи", "за", "ки", "лю", "мо",
    "ни", "ос", "пре", "сто", "тра", "ще", "тель", "ние", "ция",
)  # fmt: skip
CARD, EDGE, INK = "#FFF0B0", "#B9C2CC", "#17202B"

OURS = """
import sys, time
sys.path.insert(0, sys.argv[1])
from tests.benchmarks.test_poster import drawing, laid
from cjm_desktop.poster.writing import make_pdf
from tests.benchmarks.conftest import Figures
shown = laid(drawing(1189, 841))
start = time.process_time()
open(sys.argv[2], "wb").write(make_pdf(shown))
print(time.process_time() - start)
"""
QT = """
import sys, time
sys.path.insert(0, sys.argv[1])
from tests.benchmarks.test_poster import CARD, EDGE, INK, cards
from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import (QColor, QFont, QFontDatabase, QGuiApplication, QPageSize, QPainter,
                           QPdfWriter, QPen)
from cjm_desktop.layout import fonts
app = QGuiApplication([])
QFontDatabase.addApplicationFont(str(fonts.path("regular")))
shown = list(cards(1189, 841))
start = time.process_time()
pdf = QPdfWriter(sys.argv[2])
pdf.setPageSize(QPageSize(QSizeF(1189, 841), QPageSize.Unit.Millimeter))
pdf.setPageMargins(QMarginsF(0, 0, 0, 0))
pdf.setResolution(254)
painter = QPainter(pdf)
painter.scale(10, 10)
font = QFont("Inter")
font.setPixelSize(12)
edge, ink, fill = QPen(QColor(EDGE), 0.1), QPen(QColor(INK)), QColor(CARD)
for x, y, w, h, lines, size in shown:
    painter.setPen(edge)
    painter.setBrush(fill)
    painter.drawRoundedRect(QRectF(x, y, w, h), 0.6, 0.6)
    painter.setPen(ink)
    painter.save()
    painter.translate(x, y)
    painter.scale(size / 12, size / 12)
    painter.setFont(font)
    for at, line in enumerate(lines):
        painter.drawText(QPointF(0.7 * 12, (1.6 + 1.6 * at) * 12), line)
    painter.restore()
painter.end()
print(time.process_time() - start)
"""


def cards(width: float, height: float) -> list[tuple[float, float, float, float, list[str], float]]:
    """Place, size and lines of text of each card, and the size of the text."""
    chance = random.Random(1)
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(4000)]
    often = [1 / (rank + 1) ** 0.8 for rank in range(len(words))]
    w, h = width / SIDE, height / SIDE
    return [
        (
            column * w,
            row * h,
            w - 1,
            h - 1,
            [" ".join(chance.choices(words, often, k=3)) for _ in range(3)],
            h / 7,
        )
        for row in range(SIDE)
        for column in range(SIDE)
    ]


def drawing(width: float, height: float) -> Drawing:
    """The cards as a map laid out."""
    cells = {}
    for number, (x, y, w, h, lines, size) in enumerate(cards(width, height)):
        inside = [Box(0, 0, w, h, CARD, EDGE, 0.1, 0.6)]
        for at, line in enumerate(lines):
            inside += text.place(line, "regular", size, size * 0.7, size * (1.6 + 1.6 * at), INK)  # type: ignore[arg-type]
        name = str(number)
        piece = Piece(name, "card", name, 0, 0, Shape(w, h, tuple(inside)))
        cells[name] = Cell(name, "grid", x, y, w, h, (piece,))
    return Drawing("map", width, height, "#FFFFFF", cells, (), (), 0, 0, 0, 0, size, size)


def laid(shown: Drawing, grid: Grid | None = None) -> Laid:
    """A drawing ready to be printed at a mm a unit."""
    job = Job("map", assembly=False, ruler=False)
    return Laid(job, "Карта", shown, shown.width, shown.height, grid)


def told(script: str, *arguments: str) -> float:
    """What a script prints, run in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", script, str(Path(__file__).resolve().parents[2]), *arguments],
        capture_output=True, text=True, check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    return float(done.stdout)


class Spent(NamedTuple):
    """What a process took."""

    seconds: float
    """Of all its processors."""
    memory: int
    """Bytes at most."""


MEASURED = """
import os, subprocess, sys
quiet = subprocess.DEVNULL
process = subprocess.Popen(sys.argv[1:], stdout=quiet, stderr=quiet)
_, status, used = os.wait4(process.pid, 0)
print(used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)
sys.exit(status != 0)
"""
"""Starts a program from a small process: Linux counts the memory of who starts it as its own."""


def spent(command: list[str]) -> Spent:
    """Run a program to its end."""
    # As installed: what was compiled once is not compiled again.
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    said = subprocess.run(
        [sys.executable, "-IS", "-c", MEASURED, *command],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    seconds, memory = said.split()
    return Spent(float(seconds), int(memory))


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of a piece of work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def test_10_a0_beside_qt(tmp_path: Path, figures: Figures) -> None:
    ours, qt = [], []
    for _ in range(RUNS):
        ours.append(told(OURS, str(tmp_path / "ours.pdf")))
        qt.append(told(QT, str(tmp_path / "qt.pdf")))
    ratio = statistics.median(ours) / statistics.median(qt)
    figures.check("10 A0 of 10 000 cards against QPdfWriter, time", ratio, 0.7, margin=MARGIN)
    size = (tmp_path / "ours.pdf").stat().st_size / (tmp_path / "qt.pdf").stat().st_size
    figures.check("10 the same, size", size, 1.0, margin=MARGIN)


@pytest.mark.skipif(shutil.which("inkscape") is None, reason="needs Inkscape")
def test_10_the_whole_program_beside_inkscape(tmp_path: Path, figures: Figures) -> None:
    document = Document.create(big_journey(), Home(tmp_path / "home"))
    document.save_as(tmp_path / "map.cjm")
    document.close()
    export = [sys.executable, "-m", "cjm_desktop.cli", "export", str(tmp_path / "map.cjm")]
    picture = tmp_path / "map.svg"
    spent([*export, str(picture)])
    ours = [spent([*export, str(tmp_path / f"{run}.pdf")]) for run in range(3)]
    theirs = spent(["inkscape", str(picture), f"--export-filename={tmp_path / 'theirs.pdf'}"])
    ratio = statistics.median(each.seconds for each in ours) / theirs.seconds
    figures.check("10 a whole export against Inkscape, time", ratio, 0.1, margin=MARGIN)
    memory = max(each.memory for each in ours) / theirs.memory
    figures.check("10 the same, memory", memory, 1 / 20, margin=MARGIN)
    figures.note("10 the same of ours", max(each.memory for each in ours) / 1e6, "MB")


def test_11_64_sheets_beside_one_page(figures: Figures) -> None:
    width, height = 8 * 265 + 12, 8 * 178 + 12
    shown = drawing(width, height)
    grid = Grid(A4, 10, 12, width, height)
    assert grid.rows * grid.columns == 64
    make_pdf(laid(shown))  # so that neither pays for loading reportlab
    one, many = [], []
    for _ in range(RUNS):
        one.append(cpu(lambda: make_pdf(laid(shown))))
        many.append(cpu(lambda: make_pdf(laid(shown, grid))))
    ratio = statistics.median(many) / statistics.median(one)
    figures.check("11 64 sheets against one page, time", ratio, 1.3, margin=MARGIN)
    size = len(make_pdf(laid(shown, grid))) / len(make_pdf(laid(shown)))
    figures.check("11 the same, size", size, 1.2, margin=MARGIN)


def test_11_a_sheet_beside_the_whole_map_on_each_sheet(
    figures: Figures,
) -> None:
    width, height = 8 * 265 + 12, 8 * 178 + 12
    shown = drawing(width, height)
    grid = Grid(A4, 10, 12, width, height)
    ours = make_pdf(laid(shown, grid))
    spots = [Spot(3, 3), Spot(4, 5)]
    whole = _whole_map_on(shown, grid, spots)
    culled = [
        cpu(lambda spot=spot: raster.page_image(ours, _page(spot), WIDE)) for spot in spots * 2
    ]  # type: ignore[misc]
    form = [cpu(lambda at=at: raster.page_image(whole, at, WIDE)) for at in (0, 1) * 2]  # type: ignore[misc]
    ratio = statistics.median(culled) / statistics.median(form)
    figures.check("11 rendering a sheet against the whole map on it", ratio, 1 / 3, margin=MARGIN)


def _page(spot: Spot) -> int:
    return spot.row * 8 + spot.column


def _whole_map_on(shown: Drawing, grid: Grid, spots: list[Spot]) -> bytes:
    """Sheets that each hold the whole map, clipped: what one form for all sheets amounts to."""
    file = PdfFile("Карта", "ru", "#FFFFFF", invariant=True)
    painter, placed = Painter(file.supplies), place_all(shown, reaches=False)
    for spot in spots:
        window = grid.window(spot)
        page = Page(297, 210)
        page.add(f"q {content.rectangle(*(side * POINTS for side in (10, 10, 277, 190)))} W n")
        painter.paint(page, placed, sheet.to_page(210, 1.0, 10 - window[0], 10 - window[1]))
        page.add("Q")
        file.add_page(page)
    return file.data()
