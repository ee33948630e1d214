"""Laying a poster out and rasterising it beside the window's own work."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from cjm_desktop import poster
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.poster import planning
from cjm_desktop.poster.laid import Laid
from cjm_desktop.poster.raster import Dots
from cjm_desktop.poster.writing import dots_of
from cjm_desktop.ui.export.figures import Made, png_size

WHOLE = -1
"""The page that shows the poster in one piece."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What to show.

    Args:
        journey: the records, not to be changed any more.
        job: how to print them.
        page: of the file, from 0, or `WHOLE`.
        dots: width of the picture.
        kind: of the file, such as "pdf".
        dpi: dots per inch of a PNG.
        wanted: from how far it may be asked to be read, m, against so many sheets at most; 0 of
            these: those it takes. None: one of both is of no matter.
    """

    journey: Journey
    job: poster.Job
    page: int
    dots: int
    kind: str = "pdf"
    dpi: int = 150
    wanted: tuple[float, int] | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What came of a wish: what the job comes to, and its picture; or why it cannot be."""

    wish: Wish
    plan: poster.Plan | None = None
    offers: tuple[poster.SheetChoice, ...] = ()
    rows: tuple[poster.RowChoice, ...] = ()
    reach: poster.Reach | None = None
    picture: QImage | None = None
    ink: float = 0.0
    made: Made = Made()  # noqa: RUF009 - it cannot be changed
    problem: Problem | None = None


def show(wish: Wish) -> Shown:
    """Lay out, make the PDF and rasterise the page that was wished for."""
    try:
        plan = poster.plan(wish.journey, wish.job, with_ink=False)
        offers = poster.sheet_choices(wish.journey, wish.job)
        size = plan.width, plan.height
        rows = poster.row_offers(wish.journey, wish.job, *size, plan.laid.drawing)
        whole = poster.make_pdf(_seen(wish, plan))
        # A print shop's page has marks and an edge that are cut off.
        apart = plan.laid.job.press is not None
        ink = planning.ink(plan.laid) if apart else planning.ink_of(whole)
        if wish.page == WHOLE or plan.laid.leaves:
            page = 0 if plan.laid.job.slides else _page(wish, plan)
            dots = poster.page_image(whole, page, wish.dots)
        else:
            pages = poster.make_pdf(plan.laid)
            dots = poster.page_image(pages, min(wish.page, plan.pages - 1), wish.dots)
        picture = _image(dots)
        made, reach = _made(wish, plan, whole, picture), _reach(wish, plan)
    except Problem as problem:
        return Shown(wish, problem=problem)
    return Shown(wish, plan, offers, rows, reach, picture, ink, made)


def _reach(wish: Wish, plan: poster.Plan) -> poster.Reach | None:
    """What the distance takes and the sheets allow, where both can be had."""
    grid, sheet = plan.grid, wish.job.tiles
    if wish.wanted is None or grid is None or sheet is None:
        return None
    metres, sheets = wish.wanted
    try:
        return poster.reach(
            wish.job, sheet, plan.laid.drawing, metres, sheets or grid.rows * grid.columns
        )
    except Problem:
        # More sheets than anybody glues are no offer.
        return None


def _seen(wish: Wish, plan: poster.Plan) -> Laid:
    """What is previewed: a poster in one piece; all pages, whose file is as large; one slide."""
    if plan.grid is not None:
        return planning.in_one_piece(plan.laid)
    if plan.laid.job.slides:
        # There may be a hundred of them, and they are no PDF in the end.
        return replace(plan.laid, leaves=(plan.laid.leaves[_page(wish, plan)],))
    return plan.laid


def _page(wish: Wish, plan: poster.Plan) -> int:
    """Which page of what is not cut into sheets is shown."""
    return max(0, min(wish.page, plan.pages - 1))


def _made(wish: Wish, plan: poster.Plan, pdf: bytes, picture: QImage) -> Made:
    """What the file will be, guessed where only writing it would tell.

    Raises:
        Problem: nothing opens so large a picture.
    """
    if wish.kind == "png":
        width, height = dots_of(plan.laid, wish.dpi)
        small = QBuffer()
        small.open(QIODevice.OpenModeFlag.WriteOnly)
        # The stub asks for bytes, the binding for str.
        picture.save(small, "PNG")  # type: ignore[call-overload]
        return Made(width, height, png_size(small.size(), picture.width(), width))
    if wish.kind == "pdf" and plan.grid is None:
        return Made(size=len(pdf))
    return Made()


def _image(dots: Dots) -> QImage:
    made = QImage(dots.data, dots.width, dots.height, dots.width * 3, QImage.Format.Format_RGB888)
    # A QImage made from bytes only borrows them.
    return made.copy()
