"""A page for a print shop: bleed, boxes, crop marks, black text in black ink, no thin lines.

Colours stay RGB, which every shop converts with the profile of its own machine; a conversion
without one would only guess. Black and grey text is the exception: made of four inks it would be
blurred by the slightest shift between them, so it is printed with the black one alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from cjm_desktop.journey import words
from cjm_desktop.layout.pieces import Colour, Fill, Glyphs
from cjm_desktop.poster import content, lines, sheet
from cjm_desktop.poster.bounds import Rect
from cjm_desktop.poster.content import Matrix
from cjm_desktop.poster.job import Press
from cjm_desktop.poster.laid import Laid
from cjm_desktop.poster.page import Page
from cjm_desktop.poster.paint import Painter, place_all
from cjm_desktop.poster.paper import size_in_cm
from cjm_desktop.poster.pdf import POINTS, PdfFile
from cjm_desktop.poster.supplies import Supplies
from cjm_desktop.poster.writer import UNIT, Writer

HAIRLINE = 0.5
"""pt: thinner lines are not sure to be printed."""
_GAP, _LONG = 1.5, 6.0
"""From the bleed to a crop mark, and its length, mm."""
_BLACK = 0.2
"""Text as dark as this (0 black, 1 white) is black; above, as grey as it is, up to the second."""
_LIGHTEST = 0.6
_GREY = 32
"""Parts of a colour, of 255, that differ by no more make a grey."""
_SIZE = 2.8


class PressWriter(Writer):
    """Writes primitives as a print shop wants them.

    Args:
        supplies, matrix: as for a `Writer`.
        least: width of the thinnest line, units of the primitives.
        curves: letters as shapes.
    """

    def __init__(
        self,
        supplies: Supplies,
        matrix: Matrix = UNIT,
        *,
        least: float,
        curves: bool,
    ) -> None:
        super().__init__(supplies, matrix)
        self._least, self._curves = least, curves
        self._over = False

    def _set_ink(self, colour: Colour) -> None:
        share = black(colour)
        if share is None:
            self._knock_out()
            self._set_fill(colour)
        elif self._fill != f"black {share}":
            self._overprint(on=share == 1)
            self._fill = f"black {share}"
            self.operators.append(f"0 0 0 {content.number(share)} k")

    def _overprint(self, *, on: bool) -> None:
        if self._over != on:
            name = self._supplies.overprint(on=on)
            self.names.add(name)
            self.operators.append(f"/{name[1]} gs")
            self._over = on

    def _knock_out(self) -> None:
        self._overprint(on=False)

    def _end_text(self) -> None:
        super()._end_text()
        self._knock_out()

    def _set_stroke(self, line: Fill, width: float, dash: Sequence[float], *, smooth: bool) -> None:
        super()._set_stroke(line, max(width, self._least), dash, smooth=smooth)

    def _ways(self) -> dict[type[Any], Callable[[Any, Any], None]]:
        found = super()._ways()
        return {**found, Glyphs: PressWriter._curved} if self._curves else found

    def _curved(self, run: Glyphs) -> None:
        """A run of text as shapes."""
        self._set_ink(run.colour)
        size = content.number(run.size)
        for at, glyph in enumerate(run.glyphs):
            name = self._supplies.outline(run.font, glyph)
            self.names.add(name)
            x, y = run.x + run.xs[at], run.y + (run.ys[at] if run.ys else 0.0)
            place = f"{size} 0 0 {size} {content.number(x)} {content.number(y)} cm"
            self._draw(f"q {place} /{name[1]} Do Q", run)


def black(colour: Colour) -> float | None:
    """The share of black ink that prints the colour of a text; None: it is no dark grey."""
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    light = (0.299 * parts[0] + 0.587 * parts[1] + 0.114 * parts[2]) / 255
    if max(parts) - min(parts) > _GREY or light > _LIGHTEST:
        return None
    return 1.0 if light <= _BLACK else round(1 - light, 3)


def room(press: Press, reduction: int) -> float:
    """What a page has round the finished size, mm of the page."""
    return press.bleed / reduction + (_GAP + _LONG + 1.5 if press.marks else 0.0)


def add(file: PdfFile, laid: Laid, press: Press) -> None:
    """Add the page of a poster for a print shop.

    Raises:
        Problem: it would be longer than a PDF can have.
    """
    job, drawing = laid.job, laid.drawing
    around, k = room(press, job.reduction), 1 / job.reduction
    sheet.check_length(laid, 2 * around)
    width, height = laid.width * k, laid.height * k
    page = Page(width + 2 * around, height + 2 * around)
    bleed = press.bleed * k
    trim = (around, around, around + width, around + height)
    page.boxes["TrimBox"] = trim
    page.boxes["BleedBox"] = _grown(trim, bleed)
    matrix = sheet.to_page(page.height, laid.unit * k, around, around)
    over = press.bleed / laid.unit
    ground = (-over, -over, drawing.width + over, drawing.height + over)
    sheet.add_ground(page, ground, matrix, drawing.paper)
    painter = Painter(file.supplies, _writer(press, laid.unit * k, k))
    painter.paint(page, place_all(drawing, reaches=False), matrix)
    under = Painter(file.supplies, _writer(press, k, k))
    foot = sheet.loose([lines.standing(sheet.foot(laid))])
    under.paint(page, foot, sheet.to_page(page.height, k, around, around))
    if press.marks:
        _add_marks(page, trim, bleed)
        x, y = _below(trim, bleed)
        about = lines.standing(lines.line(_about(laid, press), "regular", _SIZE, x, y))
        Painter(file.supplies, _writer(press, 1.0, k)).paint(
            page, sheet.loose([about]), sheet.to_page(page.height, 1.0)
        )
    file.print_unscaled()
    sheet.add_bookmarks(file, laid, matrix)
    file.add_page(page)


def _writer(press: Press, unit: float, scale: float) -> Callable[..., Writer]:
    """What writes pieces whose unit is so many mm on a page at a scale."""
    return partial(PressWriter, least=HAIRLINE * scale / (unit * POINTS), curves=press.curves)


def _grown(rect: Rect, by: float) -> Rect:
    return rect[0] - by, rect[1] - by, rect[2] + by, rect[3] + by


def _add_marks(page: Page, trim: Rect, bleed: float) -> None:
    """Two lines at each corner that show where to cut, outside the bleed."""
    page.add(f"q {content.concat(sheet.to_page(page.height, 1.0))} 0 0 0 1 K 0.18 w")
    near, far = bleed + _GAP, bleed + _GAP + _LONG
    for x, out in ((trim[0], -1), (trim[2], 1)):
        for y, down in ((trim[1], -1), (trim[3], 1)):
            page.add(content.path((("M", (x + out * near, y)), ("L", (x + out * far, y)))) + " S")
            page.add(content.path((("M", (x, y + down * near)), ("L", (x, y + down * far)))) + " S")
    page.add("Q")


def _below(trim: Rect, bleed: float) -> tuple[float, float]:
    """Where the line about the file begins: below the bleed, clear of the crop mark."""
    return trim[0] + 6.0, trim[3] + bleed + _GAP + _SIZE * 1.2


def _about(laid: Laid, press: Press) -> str:
    """The line that tells the shop what it has before it, no longer than the sheet."""
    language = laid.job.language
    said = words.say(
        "poster.press_about",
        language,
        size=size_in_cm(laid.width, laid.height, language),
        scale=f"1:{laid.job.reduction}",
        bleed=words.number(press.bleed, language),
    )
    wide = laid.width / laid.job.reduction - 12.0
    left = wide - lines.width(f" · {said}", "regular", _SIZE)
    title = lines.shortened(laid.title, "regular", _SIZE, left) if left > 0 else ""
    whole = f"{title} · {said}" if title else said
    return lines.shortened(whole, "regular", _SIZE, wide)
