"""Printing through the system's own dialog, on any printer it knows.

What is printed are the pages of the very file that would be saved, as dots as fine as the printer's
own. Painting every mark, form and leaf once more with QPainter would be a second poster to keep
like the first, and printers turn everything into dots anyway.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from cjm_desktop import poster
from cjm_desktop.journey.problems import Problem
from cjm_desktop.poster import press, raster
from cjm_desktop.poster.sheet import Stopped

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from cjm_desktop.poster.laid import Laid

_MM_OF_INCH = 25.4
_FINEST, _LARGE_FINEST = 600, 300
"""Dots per inch at most: up to A3, and above, where nobody looks so closely."""
_A3 = 297.0 * 420.0
_SLACK = 1.0
"""mm by which a printer's idea of a paper may differ from ours."""
_BAND, _SLICE = 24_000_000, 3_000_000
"""Bytes of dots held at a time, and given to the printer at a time: the window waits for each."""

Tell = Callable[[int, int], bool]


class Size(NamedTuple):
    """Width and height of a page, mm."""

    width: float
    height: float


def page_of(plan: poster.Plan) -> Size:
    """The size of a plan's pages."""
    if plan.grid is not None:
        return Size(plan.grid.sheet.width, plan.grid.sheet.height)
    job, around = plan.laid.job, 0.0
    if job.press is not None:
        around = 2 * press.room(job.press, job.reduction)
    return Size(plan.width / job.reduction + around, plan.height / job.reduction + around)


def printer_for(size: Size, title: str) -> QPrinter:
    """The system's usual printer, asked for pages of that size without margins.

    Args:
        title: what the queue calls the print.
    """
    # Loaded when it is needed only: it looks for printers.
    from PySide6.QtPrintSupport import QPrinter

    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setDocName(title)
    made.setCreator("CJM Desktop")
    made.setFullPage(True)
    lay(made, size)
    return made


def lay(printer: QPrinter, size: Size) -> None:
    """Let a printer have pages of exactly this size, as they lie."""
    upright = QSizeF(min(size), max(size))
    paper = QPageSize(upright, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setPageLayout(
        QPageLayout(paper, _turn(size), QMarginsF(), QPageLayout.Unit.Millimeter, QMarginsF())
    )


def _turn(size: Size) -> QPageLayout.Orientation:
    lies = size.width > size.height
    return QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait


def ask(printer: QPrinter, parent: QWidget, pages: int) -> bool:
    """Let the user choose a printer, pages and copies in the system's dialog.

    Args:
        pages: how many there are to choose from.
    """
    from PySide6.QtPrintSupport import QPrintDialog

    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, pages)
    try:
        return bool(dialog.exec())
    finally:
        dialog.deleteLater()


def print_out(laid: Laid, printer: QPrinter, tell: Tell) -> bool:
    """Print the pages that were chosen, at their true size in the middle of the paper.

    Args:
        tell: is told what is done and the total; answers False to stop.

    Returns:
        Whether it was printed; False: `tell` stopped it.

    Raises:
        Problem: a page is larger than the paper, or the printer does not print.
    """
    try:
        pdf = poster.make_pdf(laid)
        sizes = raster.page_sizes(pdf)
        pages = _chosen(printer, len(sizes))
        settle(printer, Size(*sizes[0]))
        painter = QPainter()
        if not painter.begin(printer):
            raise Problem("poster.printer_refused", name=printer.printerName())
        try:
            _paint(painter, printer, pdf, pages, tell)
        except Stopped:
            printer.abort()
            return False
        finally:
            painter.end()
    except Stopped:
        return False
    return True


def _chosen(printer: QPrinter, count: int) -> list[int]:
    """The pages to print, from 0, each as often as the printer leaves to us."""
    ranges = printer.pageRanges()
    chosen = [at for at in range(count) if ranges.isEmpty() or ranges.contains(at + 1)]
    return chosen * (1 if printer.supportsMultipleCopies() else max(1, printer.copyCount()))


def settle(printer: QPrinter, size: Size) -> None:
    """Turn the paper that was chosen so that a page fits it.

    Raises:
        Problem: it fits neither way.
    """
    printer.setFullPage(True)
    paper = printer.pageLayout().pageSize().size(QPageSize.Unit.Millimeter)
    short, long = sorted((paper.width(), paper.height()))
    if min(size) > short + _SLACK or max(size) > long + _SLACK:
        # The system's dialog goes back to the printer's usual paper whatever it was asked for.
        if has_paper(printer, size):
            lay(printer, size)
            return
        sides = {"short": short, "long": long, "width": size.width, "height": size.height}
        raise Problem(
            "poster.paper_small", **{name: round(side / 10, 1) for name, side in sides.items()}
        )
    printer.setPageOrientation(_turn(size))


def has_paper(printer: QPrinter, size: Size) -> bool:
    """Whether a printer knows paper of that size, or takes any up to one that is as large."""
    from PySide6.QtPrintSupport import QPrinterInfo

    info = QPrinterInfo(printer)
    papers = [one.size(QPageSize.Unit.Millimeter) for one in info.supportedPageSizes()]
    if any_is(papers, size):
        return True
    most = info.maximumPhysicalPageSize().size(QPageSize.Unit.Millimeter)
    short, long = sorted((most.width(), most.height()))
    return info.supportsCustomPageSizes() and min(size) <= short and max(size) <= long


def any_is(papers: Iterable[QSizeF], size: Size) -> bool:
    """Whether one of some papers, mm, is of that size, however it lies."""
    wanted = sorted(size)
    return any(
        max(abs(one - other) for one, other in zip(sorted(each.toTuple()), wanted, strict=True))
        <= _SLACK
        for each in papers
    )


def _paint(painter: QPainter, printer: QPrinter, pdf: bytes, pages: list[int], tell: Tell) -> None:
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    for number, page in enumerate(pages):
        if not tell(number, len(pages)):
            raise Stopped
        if number and not printer.newPage():
            raise Problem("poster.printer_refused", name=printer.printerName())
        with raster.open_page(pdf, page) as opened:
            _paint_page(painter, printer, opened, partial(tell, number, len(pages)))
    tell(len(pages), len(pages))


def _paint_page(
    painter: QPainter, printer: QPrinter, page: Any, going_on: Callable[[], bool]
) -> None:
    width, height = (side / 72 for side in page.get_size())
    area = width * height * _MM_OF_INCH**2
    dpi = min(printer.resolution(), _FINEST if area <= _A3 else _LARGE_FINEST)
    across, down = round(width * dpi), round(height * dpi)
    device = printer.pageLayout().fullRect(QPageLayout.Unit.Inch)
    scale = printer.resolution() / dpi
    painter.save()
    painter.scale(scale, scale)
    painter.translate((device.width() * dpi - across) / 2, (device.height() * dpi - down) / 2)
    for top, rows, dots in _bands(page, across, down):
        if not going_on():
            raise Stopped
        for begin, count in _runs(rows, max(16, _SLICE // (across * 3))):
            part = dots[begin * across * 3 : (begin + count) * across * 3]
            image = QImage(part, across, count, across * 3, QImage.Format.Format_RGB888)
            painter.drawImage(QRectF(0, top + begin, across, count), image)
    painter.restore()


def _bands(page: Any, across: int, down: int) -> Iterator[tuple[int, int, bytes]]:
    """Where each run of rows begins, how many there are, and their dots."""
    for top, rows in _runs(down, max(16, _BAND // (across * 3))):
        yield top, rows, raster.band(page, across, down, top, rows)


def _runs(total: int, each: int) -> Iterator[tuple[int, int]]:
    """Where each run of so many rows begins, and how many it has."""
    for top in range(0, total, each):
        # One row more, so that no light shows between two runs.
        yield top, min(each + 1, total - top)
