"""The pages of a poster glued from sheets: how to assemble it, then the sheets."""

from __future__ import annotations

from math import inf

from cjm_desktop.journey import words
from cjm_desktop.layout.pieces import Piece
from cjm_desktop.poster import assembly, bounds, content, lines, marks, sheet
from cjm_desktop.poster.assembly import Guide
from cjm_desktop.poster.bounds import Rect
from cjm_desktop.poster.laid import Laid
from cjm_desktop.poster.marks import Edges
from cjm_desktop.poster.paint import Painter, Placed, place_all, seen_in, touching
from cjm_desktop.poster.pdf import POINTS, Link, PdfFile
from cjm_desktop.poster.tiles import Grid, Spot


def on_sheets(laid: Laid, grid: Grid) -> dict[Spot, list[Placed]]:
    """The pieces on each sheet, row by row, in paint order.

    Sheets that show nothing are left out; on coloured paper there are none.
    """
    placed = place_all(laid.drawing, reaches=True)
    white = sheet.is_white(laid.drawing.paper)
    found: dict[Spot, list[Placed]] = {}
    row, in_row = -1, placed
    for spot in grid.spots():
        window = laid.in_units(grid.window(spot))
        if spot.row != row:
            row, in_row = spot.row, touching(placed, (-inf, window[1], inf, window[3]))
        on_sheet = touching(in_row, window)
        if not white or any(_shows(one, window) for one in on_sheet):
            found[spot] = on_sheet
    return found


def _shows(one: Placed, window: Rect) -> bool:
    """Whether any ink of a piece that reaches into a window is to be expected in it."""
    if one.piece.turn or bounds.within(one.reach, window):
        return True
    return bool(seen_in(one, window))


class Sheets:
    """Adds the pages of a tiled poster to a file."""

    def __init__(self, file: PdfFile, laid: Laid, grid: Grid) -> None:
        self._file, self._laid, self._grid = file, laid, grid
        self._painter = Painter(file.supplies)
        self._on_sheets = on_sheets(laid, grid)
        self._used = list(self._on_sheets)

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
        painted, names = self._painter.paint(self._on_sheets[spot], matrix, seen)
        ground = sheet.ground(seen, matrix, laid.drawing.paper)
        around, more = sheet.loose(self._painter, self._around(spot, first=first), paper.height)
        operators = ["q", f"{area} W n", *ground, *painted, "Q", *around]
        self._file.add_page(paper.width, paper.height, operators, names | more, spot.name)

    def _around(self, spot: Spot, *, first: bool) -> list[Piece]:
        """Marks, labels and, on the first sheet, the ruler."""
        grid, job = self._grid, self._laid.job
        edges = Edges.of(grid, spot, self._used)
        pieces = []
        if job.marks:
            pieces.append(lines.standing(marks.cut_and_glue(grid, edges)))
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
        operators = sheet.ground(whole, matrix, laid.drawing.paper)
        placed = place_all(laid.drawing, reaches=False)
        small, names = self._painter.paint(assembly.thumbnail(placed, k), matrix)
        over, places = assembly.plan(guide, where)
        standing = [*assembly.heading(guide, where), *over, *assembly.steps(guide, where)]
        if laid.job.ruler:
            standing += assembly.ruler(guide, where)
        around, more = sheet.loose(self._painter, [lines.standing(standing)], grid.sheet.height)
        self._file.add_page(
            grid.sheet.width,
            grid.sheet.height,
            [*operators, *small, *around],
            names | more,
            guide.say("assembly_label"),
            [self._link(page, spot, rect) for page, (spot, rect) in enumerate(places, start=1)],
        )

    def _link(self, page: int, spot: Spot, rect: Rect) -> Link:
        """From a sheet on the plan to its page."""
        height = self._grid.sheet.height
        left, bottom = rect[0] * POINTS, (height - rect[3]) * POINTS
        right, top = rect[2] * POINTS, (height - rect[1]) * POINTS
        says = words.say("poster.go_to_sheet", self._laid.job.language, name=spot.name)
        return Link((left, bottom, right, top), page, says)
