"""The pages of a poster glued from sheets: how to assemble it, then the sheets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import ceil

from cjm_desktop.journey import words
from cjm_desktop.layout.pieces import Piece
from cjm_desktop.poster import assembly, content, lines, marks, sheet
from cjm_desktop.poster.assembly import Guide
from cjm_desktop.poster.bounds import Rect
from cjm_desktop.poster.laid import Laid
from cjm_desktop.poster.marks import Edges
from cjm_desktop.poster.page import Page
from cjm_desktop.poster.paint import Painter, Placed, place_all, shows
from cjm_desktop.poster.pdf import POINTS, Link, PdfFile
from cjm_desktop.poster.supplies import Name
from cjm_desktop.poster.tiles import Grid, Spot
from cjm_desktop.poster.writer import Writer


def on_sheets(laid: Laid, grid: Grid) -> dict[Spot, list[Placed]]:
    """The pieces on each sheet, row by row, in paint order.

    Sheets that show nothing are left out; on coloured paper there are none.
    """
    found: list[list[list[Placed]]] = [[[] for _ in range(grid.columns)] for _ in range(grid.rows)]
    across = _Row(grid.columns, grid.print_width, grid.overlap, laid.width, laid.unit)
    down = _Row(grid.rows, grid.print_height, grid.overlap, laid.height, laid.unit)
    for one in place_all(laid.drawing, reaches=True):
        left, top, right, bottom = one.reach
        columns = across.touched(left, right)
        for row in down.touched(top, bottom):
            for column in columns:
                found[row][column].append(one)
    all_shown = not sheet.is_white(laid.drawing.paper)
    return {
        spot: found[spot.row][spot.column]
        for spot in grid.spots()
        if all_shown or _inked(found[spot.row][spot.column], laid.in_units(grid.window(spot)))
    }


def _inked(placed: Iterable[Placed], window: Rect) -> bool:
    return any(shows(one, window) for one in placed)


class _Row:
    """Sheets side by side or one below the other, and which of them something touches.

    Args:
        count: how many sheets.
        shown, overlap: of each, mm.
        length: of the poster, mm.
        unit: mm to a unit of the drawing.
    """

    def __init__(
        self, count: int, shown: float, overlap: float, length: float, unit: float
    ) -> None:
        self._last = count - 1
        self._shown, self._step, self._length = (
            shown / unit,
            (shown - overlap) / unit,
            length / unit,
        )

    def touched(self, begin: float, end: float) -> range:
        """The sheets between two places, in the drawing's units."""
        if begin >= self._length or end <= 0 or begin >= end:
            return range(0)
        first = 0 if begin < self._shown else int((begin - self._shown) / self._step) + 1
        last = ceil(end / self._step) - 1 if end < self._length else self._last
        return range(min(first, self._last), min(last, self._last) + 1)


class Sheets:
    """Adds the pages of a tiled poster to a file."""

    def __init__(self, file: PdfFile, laid: Laid, grid: Grid) -> None:
        self._file, self._laid, self._grid = file, laid, grid
        self._on_sheets = on_sheets(laid, grid)
        self._used = list(self._on_sheets)
        times = Counter(id(one.piece.shape) for each in self._on_sheets.values() for one in each)
        self._painter = Painter(file.supplies, {one for one, many in times.items() if many > 1})
        self._marks: dict[Edges, Name] = {}

    def add(self, progress: sheet.Progress | None = None) -> None:
        """Add the assembly sheet, if wanted, and the sheets, row by row.

        Raises:
            Stopped: `progress` answered False.
        """
        job = self._laid.job
        self._file.print_unscaled()
        sheet.tell(progress, 0, len(self._used))
        if job.assembly:
            self._add_assembly()
        for done, spot in enumerate(self._used, start=1):
            self._add_sheet(spot, first=done == 1 and not job.assembly)
            sheet.tell(progress, done, len(self._used))

    def _add_sheet(self, spot: Spot, *, first: bool) -> None:
        grid, laid, paper = self._grid, self._laid, self._grid.sheet
        window = grid.window(spot)
        # The poster's own top left lies left of and above this sheet's print area.
        matrix = sheet.to_page(
            paper.height, laid.unit, grid.margin - window[0], grid.margin - window[1]
        )
        wide, tall = window[2] - window[0], window[3] - window[1]
        area = content.rectangle(
            grid.margin * POINTS,
            (paper.height - grid.margin - tall) * POINTS,
            wide * POINTS,
            tall * POINTS,
        )
        seen = laid.in_units(window)
        page = Page(paper.width, paper.height)
        page.add(f"q {area} W n")
        sheet.add_ground(page, seen, matrix, laid.drawing.paper)
        self._painter.paint(page, self._on_sheets[spot], matrix, seen)
        page.add("Q")
        edges = Edges.of(grid, spot, self._used)
        if laid.job.marks:
            self._add_marks(page, edges.unnamed())
        sheet.add_loose(self._painter, page, self._around(spot, edges, first=first))
        self._file.add_page(page, spot.name)

    def _add_marks(self, page: Page, edges: Edges) -> None:
        """Marks are the same on all sheets with neighbours on the same sides: one form for all."""
        form = self._marks.get(edges)
        if form is None:
            writer = Writer(self._file.supplies)
            writer.write(marks.cut_and_glue(self._grid, edges))
            form = self._marks[edges] = self._file.supplies.form(
                page.width, page.height, "\n".join(writer.operators), writer.names
            )
        page.add(f"q {content.concat(sheet.to_page(page.height, 1))} /{form[1]} Do Q", [form])

    def _around(self, spot: Spot, edges: Edges, *, first: bool) -> list[Piece]:
        """Labels and, on the first sheet, the ruler."""
        grid, job = self._grid, self._laid.job
        pieces = []
        if job.numbers:
            title = self._laid.title
            pieces += marks.labels(grid, edges, spot, self._used, title, job.language)
        if first and job.ruler and grid.margin >= marks.TEXT_ROOM:
            label = words.say("poster.ruler", job.language)
            y, tall, size = (grid.margin * part for part in (0.72, 0.2, 0.28))
            ruler = lines.labelled_ruler(edges.left + 10, y, tall, label, size)
            pieces.append(lines.standing(ruler))
        return pieces

    def _add_assembly(self) -> None:
        laid, grid = self._laid, self._grid
        guide = Guide(laid.title, grid, self._used, laid.job.language, laid.enlarged)
        where = assembly.frame(guide)
        k = (where.plan[2] - where.plan[0]) / laid.drawing.width
        matrix = sheet.to_page(grid.sheet.height, k, where.plan[0], where.plan[1])
        whole = (0.0, 0.0, laid.drawing.width, laid.drawing.height)
        page = Page(grid.sheet.width, grid.sheet.height)
        sheet.add_ground(page, whole, matrix, laid.drawing.paper)
        placed = place_all(laid.drawing, reaches=False)
        self._painter.paint(page, assembly.thumbnail(placed, k), matrix)
        over, places = assembly.plan(guide, where)
        standing = [*assembly.heading(guide, where), *over, *assembly.steps(guide, where)]
        if laid.job.ruler:
            standing += assembly.ruler(guide, where)
        sheet.add_loose(self._painter, page, [lines.standing(standing)])
        links = [self._link(at, spot, rect) for at, (spot, rect) in enumerate(places, start=1)]
        self._file.add_page(page, guide.say("assembly_label"), links)

    def _link(self, page: int, spot: Spot, rect: Rect) -> Link:
        """From a sheet on the plan to its page."""
        height = self._grid.sheet.height
        left, bottom = rect[0] * POINTS, (height - rect[3]) * POINTS
        right, top = rect[2] * POINTS, (height - rect[1]) * POINTS
        says = words.say("poster.go_to_sheet", self._laid.job.language, name=spot.name)
        return Link((left, bottom, right, top), page, says)
