"""Saving a poster as PDF, SVG or PNG: whole or not at all, and stoppable on the way."""

from __future__ import annotations

from pathlib import Path

from cjm_desktop.journey import words
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.quiet import uncollected
from cjm_desktop.poster import binding, press, raster, sheet
from cjm_desktop.poster.job import Job
from cjm_desktop.poster.laid import Laid, lay_out
from cjm_desktop.poster.pdf import PdfFile
from cjm_desktop.poster.saving import replacing, save_text
from cjm_desktop.poster.sheet import Progress, Stopped, tell
from cjm_desktop.poster.tiled import Sheets

LEAST_DPI, MOST_DPI = 10, 1200
MOST_DOTS = 2_000_000_000
"""Of a picture; more is opened by nothing."""


def make_pdf(laid: Laid, progress: Progress | None = None, *, invariant: bool = False) -> bytes:
    """A laid-out poster as PDF.

    Raises:
        Problem: it is longer than a page of a PDF can be.
        Stopped: `progress` answered False.
    """
    job = laid.job
    with uncollected():
        file = PdfFile(
            laid.title,
            job.language,
            laid.drawing.paper,
            subject=laid.subject or words.say("poster.subject", job.language),
            keywords=", ".join(title for _, title in laid.stages if title),
            invariant=invariant,
        )
        file.supplies.grey = job.tone != "colour"
        if laid.leaves:
            binding.add(file, laid.leaves, progress)
        elif laid.grid is None:
            tell(progress, 0, 1)
            if job.press is not None:
                press.add(file, laid, job.press)
            else:
                sheet.add_whole(file, laid)
            tell(progress, 1, 1)
        else:
            Sheets(file, laid, laid.grid).add(progress)
        return file.data()


def write_pdf(
    journey: Journey,
    job: Job,
    path: Path,
    progress: Progress | None = None,
    *,
    invariant: bool = False,
) -> bool:
    """Save a map as PDF, in one piece or on sheets; see `save_pdf`."""
    return save_pdf(lay_out(journey, job), path, progress, invariant=invariant)


def save_pdf(
    laid: Laid, path: Path, progress: Progress | None = None, *, invariant: bool = False
) -> bool:
    """Save a laid-out poster as PDF, in one piece or on sheets.

    Args:
        progress: called with what is done and the total; answers False to stop.
        invariant: the same map gives the same bytes, without dates.

    Returns:
        Whether the file was written; False: `progress` stopped it and nothing has changed.

    Raises:
        Problem: the job or the place cannot be, and why.
    """
    try:
        data = make_pdf(laid, progress, invariant=invariant)
    except Stopped:
        return False
    with replacing(path) as file:
        file.write(data)
    return True


def write_svg(
    journey: Journey,
    job: Job,
    path: Path,
    progress: Progress | None = None,
    *,
    curves: bool = False,
) -> bool:
    """Save a map as one SVG picture; see `save_svg`."""
    _check_in_one_piece(job)
    return save_svg(lay_out(journey, job), path, progress, curves=curves)


def save_svg(
    laid: Laid, path: Path, progress: Progress | None = None, *, curves: bool = False
) -> bool:
    """Save a laid-out poster as one SVG picture.

    Args:
        curves: letters as outlines, for programs that do not read embedded fonts.

    Returns:
        Whether the file was written; False: `progress` stopped it and nothing has changed.

    Raises:
        Problem: the job or the place cannot be, and why.
    """
    from cjm_desktop.poster import svg

    _check_in_one_piece(laid.job)
    return save_text(path, lambda: svg.picture(laid, curves=curves), progress)


def write_png(
    journey: Journey,
    job: Job,
    path: Path,
    dpi: float = 150,
    progress: Progress | None = None,
) -> bool:
    """Save a map as one PNG picture; see `save_png`."""
    _check_in_one_piece(job)
    _check_dpi(dpi)
    return save_png(lay_out(journey, job), path, dpi, progress)


def save_png(laid: Laid, path: Path, dpi: float = 150, progress: Progress | None = None) -> bool:
    """Save a laid-out poster as one PNG picture: its PDF, rasterised a band at a time.

    Args:
        dpi: dots per inch of the finished size.

    Returns:
        Whether the file was written; False: `progress` stopped it and nothing has changed.

    Raises:
        Problem: the job, the size or the place cannot be, and why.
    """
    _check_in_one_piece(laid.job)
    _check_dpi(dpi)
    width, height = dots_of(laid, dpi)
    try:
        tell(progress, 0, height)
        _write_dots(make_pdf(sheet.for_picture(laid)), path, width, height, dpi, progress)
    except Stopped:
        return False
    return True


def dots_of(laid: Laid, dpi: float) -> tuple[int, int]:
    """Width and height in dots of a poster as a picture.

    Raises:
        Problem: nothing opens so large a picture.
    """
    per_mm = dpi / 25.4 / laid.job.reduction
    width, height = max(1, round(laid.width * per_mm)), max(1, round(laid.height * per_mm))
    if width * height > MOST_DOTS:
        raise Problem("poster.picture_too_large", width=width, height=height)
    return width, height


def _write_dots(
    pdf: bytes, path: Path, width: int, height: int, dpi: float, progress: Progress | None
) -> None:
    done = 0
    with replacing(path) as file, raster.open_page(pdf, 0) as page:
        picture = raster.PngFile(file, width, height, dpi)
        for dots in raster.bands(page, width, height):
            picture.add(dots)
            done += len(dots) // (width * 3)
            tell(progress, done, height)
        picture.finish()


def _check_in_one_piece(job: Job) -> None:
    if job.tiles is not None:
        raise Problem("poster.sheets_only_pdf")
    if job.press is not None or job.booklet or job.cards is not None or job.report:
        raise Problem("poster.pages_only_pdf")


def _check_dpi(dpi: float) -> None:
    if not LEAST_DPI <= dpi <= MOST_DPI:
        raise Problem("poster.dpi_range", value=f"{dpi:g}", least=LEAST_DPI, most=MOST_DPI)
