"""A laid-out poster on one page exactly its size, and what every page has in common."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from cjm_desktop.journey import words
from cjm_desktop.journey.problems import Problem
from cjm_desktop.layout.context import MARGIN
from cjm_desktop.layout.pieces import Cell, Colour, Glyphs, Piece, Primitive
from cjm_desktop.poster import bounds, content, lines
from cjm_desktop.poster.bounds import Rect
from cjm_desktop.poster.content import Matrix
from cjm_desktop.poster.laid import Laid
from cjm_desktop.poster.page import Page
from cjm_desktop.poster.paint import Painter, Placed, place_all, placement
from cjm_desktop.poster.pdf import POINTS, Bookmark, PdfFile

Progress = Callable[[int, int], bool]
"""Told how much of how much is done; answers False to stop."""
LONGEST_PAGE = 5080.0
"""mm: a PDF page ends at 14 400 points."""
_REDUCTIONS = (2, 10)
_LEAST_BORDER = 9.0
"""mm: less, and a printer may not reach what stands in the middle of it."""
_WHITE = "#FFFFFF"
_NOWHERE = Cell("", "free", 0.0, 0.0, 0.0, 0.0, ())


class Stopped(Exception):
    """The user does not want the poster any more."""


def tell(progress: Progress | None, done: int, total: int) -> None:
    """Report progress.

    Raises:
        Stopped: the answer was to stop.
    """
    if progress is not None and not progress(done, total):
        raise Stopped


def check_length(laid: Laid, more: float = 0.0) -> None:
    """Refuse a page longer than a PDF can have.

    Args:
        more: what the page is longer than the poster, mm.

    Raises:
        Problem: with the scale at which it could be saved.
    """
    length = max(laid.width, laid.height)
    if length / laid.job.reduction + more <= LONGEST_PAGE:
        return
    metres = round(length / 1000, 2)
    for reduction in _REDUCTIONS:
        if length / reduction + more <= LONGEST_PAGE:
            raise Problem("poster.too_long", length=metres, reduction=reduction)
    raise Problem("poster.far_too_long", length=metres)


def for_picture(laid: Laid) -> Laid:
    """A poster on a page that a PDF can have, for a picture: its dots do not depend on the page."""
    length = max(laid.width, laid.height)
    if length / laid.job.reduction <= LONGEST_PAGE:
        return laid
    # A ruler would be written for another scale than the picture's.
    job = replace(laid.job, reduction=math.ceil(length / LONGEST_PAGE), ruler=False)
    return replace(laid, job=job)


def to_page(height: float, scale: float, left: float = 0.0, top: float = 0.0) -> Matrix:
    """From units that grow downwards to a page's points that grow upwards.

    Args:
        height: of the page, mm.
        scale: mm to a unit.
        left, top: where the origin lies on the page, mm.
    """
    k = scale * POINTS
    return k, 0.0, 0.0, -k, left * POINTS, (height - top) * POINTS


def add_ground(page: Page, rect: Rect, matrix: Matrix, colour: Colour) -> None:
    """Paint the paper as printed: nothing where it is white.

    Args:
        rect: in the coordinates that `matrix` leads from.
    """
    if not is_white(colour):
        left, top, right, bottom = rect
        area = content.rectangle(left, top, right - left, bottom - top)
        page.add(f"q {content.concat(matrix)} {content.rgb(colour)} rg {area} f Q")


def is_white(colour: Colour) -> bool:
    """Whether a colour needs no ink."""
    return colour.upper() == _WHITE


def loose(pieces: Sequence[Piece]) -> list[Placed]:
    """Pieces that belong to no drawing, as they are."""
    return [Placed(piece, placement(piece, _NOWHERE), bounds.NOTHING) for piece in pieces]


def add_loose(painter: Painter, page: Page, pieces: Sequence[Piece], scale: float = 1.0) -> None:
    """Paint pieces that belong to no drawing, in mm from the page's top left.

    Args:
        scale: mm on the page to a mm of the pieces.
    """
    if pieces:
        painter.paint(page, loose(pieces), to_page(page.height, scale))


def add_whole(file: PdfFile, laid: Laid) -> None:
    """Add one page exactly the poster's size, or smaller by the job's reduction.

    Raises:
        Problem: the page would be longer than a PDF can have.
    """
    check_length(laid)
    job, drawing = laid.job, laid.drawing
    width, height = laid.width / job.reduction, laid.height / job.reduction
    matrix = to_page(height, laid.unit / job.reduction)
    page, painter = Page(width, height), Painter(file.supplies)
    # A little beyond the edge, so that no white hairline is left where dots do not end with it.
    over = (-2.0, -2.0, drawing.width + 2.0, drawing.height + 2.0)
    add_ground(page, over, matrix, drawing.paper)
    painter.paint(page, place_all(drawing, reaches=False), matrix)
    add_loose(painter, page, [lines.standing(foot(laid))], 1 / job.reduction)
    file.print_unscaled()
    add_bookmarks(file, laid, matrix)
    file.add_page(page)


def add_bookmarks(file: PdfFile, laid: Laid, matrix: Matrix) -> None:
    """Name each stage's part of the page that is added next.

    Args:
        matrix: from the drawing's coordinates to the page's.
    """
    for one in stages_of(laid):
        left, bottom, right, top = bounds.turned(one.rect, matrix)
        file.add_bookmark(Bookmark(one.name, file.pages, (left, bottom, right, top)))


class Titled(NamedTuple):
    """A stage with its number, and where it lies, in the drawing's units."""

    name: str
    rect: Rect
    begins: tuple[float, float]
    """Where its name is read."""


def stages_of(laid: Laid) -> list[Titled]:
    """The stages that are to be seen."""
    drawing, found = laid.drawing, list[Titled]()
    heads = [one for one in drawing.cells.values() if one.kind == "stage"]
    for stage_id, title in laid.stages:
        cell = drawing.cells.get(f"stage:{stage_id}")
        if cell is not None:
            name = f"{len(found) + 1}. {title}" if title else str(len(found) + 1)
            end = min([one.y for one in heads if one.y > cell.y], default=drawing.height)
            rect = (cell.x, cell.y, cell.x + cell.w, end)
            found.append(Titled(name, rect, _name_begins(cell)))
    return found


def _name_begins(cell: Cell) -> tuple[float, float]:
    """Where the name in the head of a stage is, in the drawing's units."""
    for piece in cell.pieces:
        for run in piece.shape.primitives:
            if piece.kind == "stage" and isinstance(run, Glyphs) and run.font == "bold":
                return cell.x + piece.x + run.x, cell.y + piece.y + run.y - run.size / 3
    return cell.x, cell.y


def foot(laid: Laid) -> list[Primitive]:
    """A ruler of 100 mm in the free border at the right, under the footer; in mm.

    None where the border is too narrow for printers to reach, as on paper held in the hand.
    """
    border, unit, job = MARGIN * laid.unit, laid.unit, laid.job
    if not job.ruler or border < _LEAST_BORDER or laid.width < 100 + 4 * border:
        return []
    colour = job.colours.ink3
    x, y = laid.width - border - 100, laid.height - border * 0.55
    label, size = words.say("poster.ruler", job.language), 5.0 * unit
    if job.reduction > 1:
        percent = 100 * job.reduction
        label = words.say("poster.ruler_reduced", job.language, percent=percent)
    wide = lines.width(label, "regular", size)
    text = lines.line(label, "regular", size, x - wide - size, y, colour)
    return lines.ruler(x, y, 3.2 * unit, colour) + text
