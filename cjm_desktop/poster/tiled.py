"""The pages of a poster glued from sheets: how to assemble it, then the sheets."""

from __future__ import annotations

from cjm_desktop.journey import words
from cjm_desktop.layout.pieces import Piece
from cjm_desktop.poster import assembly, content, lines, marks, sheet, spread
from cjm_desktop.poster.assembly import Guide
from cjm_desktop.poster.bounds import Rect
from cjm_desktop.poster.laid import Laid
from cjm_desktop.poster.marks import Edges, Side
from cjm_desktop.poster.page import Page
from cjm_desktop.poster.paint import Painter, View
from cjm_desktop.poster.paper import SIZES
from cjm_desktop.poster.pdf import POINTS, Bookmark, Link, PdfFile
from cjm_desktop.poster.supplies import Shared
from cjm_desktop.poster.tiles import Grid, Spot
from cjm_desktop.poster.writer import Writer

_PATIENCE = 500
"""Pieces that are painted before whoever waits is asked again whether to go on."""


class Sheets:
    """Adds the pages of a tiled poster to a file."""

    def __init__(self, file: PdfFile, laid: Laid, grid: Grid) -> None:
        self._file, self._laid, self._grid = file, laid, grid
        self._pieces = spread.spread(laid, grid)
        self._used = spread.inked(laid, grid, self._pieces)
        there = frozenset(self._used)
        self._edges = {spot: Edges.of(grid, spot, there) for spot in self._used}
        self._base = sheet.to_page(grid.sheet.height, 1)
        self._begin = file.supplies.shared(content.concat(self._base))
        self._marks: dict[Side, Shared | None] = {}
        self._painter = Painter(file.supplies, many=True)

    def add(self, progress: sheet.Progress | None = None) -> None:
        """Add the assembly sheet, if wanted, and the sheets, row by row.

        Raises:
            Stopped: `progress` answered False.
        """
        job = self._laid.job
        self._file.print_unscaled()
        sheet.tell(progress, 0, len(self._used))
        # The plan comes first and is painted last: it shows what the sheets have.
        painted = self._painted(progress)
        if job.assembly:
            self._add_assembly()
        self._add_bookmarks(job.assembly)
        for done, (spot, page) in enumerate(painted.items(), start=1):
            self._finish(page, spot, first=done == 1 and not job.assembly)
            sheet.tell(progress, done, len(self._used))

    def _add_bookmarks(self, after: bool) -> None:
        """Each stage is the sheet where its name is read.

        Args:
            after: the sheets come after the one with the plan.
        """
        grid, unit = self._grid, self._laid.unit
        for name, _, (left, middle) in sheet.stages_of(self._laid):
            x, y = left * unit, middle * unit
            for at in range(len(self._used) - 1, -1, -1):
                x0, y0, x1, y1 = grid.window(self._used[at])
                if x0 <= x < x1 and y0 <= y < y1:
                    self._file.add_bookmark(Bookmark(name, at + after))
                    break

    def _painted(self, progress: sheet.Progress | None) -> dict[Spot, Page]:
        """The sheets with their parts of the map: piece by piece, so that each is written once."""
        seen = spread.windows(self._laid, self._grid)
        views = {spot: self._view(spot, seen[spot]) for spot in self._used}
        known: dict[int, list[View]] = {}
        """Those of each tuple of sheets."""
        for count, (one, spots) in enumerate(self._pieces, start=1):
            if count % _PATIENCE == 0:
                sheet.tell(progress, 0, len(self._used))
            showing = known.get(id(spots))
            if showing is None:
                showing = known[id(spots)] = [views[spot] for spot in spots if spot in views]
            if showing:
                self._painter.put(one, showing)
        return {spot: view.page for spot, view in views.items()}

    def _view(self, spot: Spot, seen: Rect) -> View:
        """A sheet with nothing on it, ready to have pieces put on it."""
        grid, laid, paper = self._grid, self._laid, self._grid.sheet
        x, y = grid.window(spot)[:2]
        # The poster's own top left lies left of and above this sheet's print area.
        matrix = (laid.unit, 0.0, 0.0, laid.unit, grid.margin - x, grid.margin - y)
        edges = self._edges[spot]
        width, height = edges.right - edges.left, edges.bottom - edges.top
        page = Page(paper.width, paper.height)
        # All is in mm from the top left, which is shorter to say than points.
        page.before.append(self._begin)
        page.add(f"q {content.rectangle(edges.left, edges.top, width, height)} W n")
        sheet.add_ground(page, seen, matrix, laid.drawing.paper)
        page.begin(content.concat(matrix))
        return View(page, content.multiply(matrix, self._base), seen)

    def _finish(self, page: Page, spot: Spot, *, first: bool) -> None:
        """Put round a sheet's part of the map what its gluer needs, and add it to the file."""
        page.end()
        page.add("Q")
        edges = self._edges[spot]
        for one in sheet.loose(self._around(spot, edges, first=first)):
            self._painter.put(one, (View(page, self._base),))
        if self._laid.job.marks:
            left, top, right, bottom = map(self._marks_at, edges.sides())
            # Those lie in the margins only; these two in the strips too, and over the map.
            page.before += filter(None, (left, top))
            page.add(content.concat((1.0, 0.0, 0.0, 1.0, edges.right, edges.bottom)))
            page.after += filter(None, (right, bottom))
        self._file.add_page(page, spot.name)

    def _marks_at(self, side: Side) -> Shared | None:
        """Marks are the same on all sheets with a side alike: written once for all."""
        if side not in self._marks:
            writer = Writer(self._file.supplies, stamped=False)
            writer.write(marks.cut_and_glue(self._grid, side))
            drawn = "\n".join(writer.operators)
            self._marks[side] = self._file.supplies.shared(f"q {drawn} Q") if drawn else None
        return self._marks[side]

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
        asked = laid.job.paper
        named = asked.name if asked.name in SIZES else ""
        guide = Guide(laid.title, grid, self._used, laid.job.language, laid.enlarged, named)
        where = assembly.frame(guide)
        k = (where.plan[2] - where.plan[0]) / laid.drawing.width
        matrix = sheet.to_page(grid.sheet.height, k, where.plan[0], where.plan[1])
        whole = (0.0, 0.0, laid.drawing.width, laid.drawing.height)
        page = Page(grid.sheet.width, grid.sheet.height)
        sheet.add_ground(page, whole, matrix, laid.drawing.paper)
        placed = [one for one, _ in self._pieces]
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
