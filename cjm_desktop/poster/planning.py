"""What a job comes to before it is printed: sizes, sheets, legibility, ink."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from unicodedata import bidirectional, east_asian_width

from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.layout.pieces import Drawing, Glyphs, Photo
from cjm_desktop.poster import blank, cuts, photos, raster, spread, tiles
from cjm_desktop.poster.job import Job
from cjm_desktop.poster.laid import Laid, lay_out
from cjm_desktop.poster.legibility import LEAST_BODY, LEAST_SIZE, distance, points
from cjm_desktop.poster.tiles import Grid, Spot
from cjm_desktop.poster.writing import make_pdf

_REACHED = 4.0
"""mm: nearer to the edge of a sheet most printers do not print."""
_BLEED = 3.0
"""mm: the bleed that most print shops ask for."""
_MOST_TOLD = 24
"""Characters that a sentence names."""
_MOST_NAMED = 3
"""Texts that are named of those on seams."""
_INK_DOTS = 400
_WORTHWHILE = 1.08
"""A larger poster is offered from here on, against the one before."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a job comes to.

    Lengths are in mm, text sizes in pt, distances in metres.
    """

    laid: Laid
    width: float
    height: float
    rows: int
    columns: int
    spots: tuple[Spot, ...]
    """The sheets that will be printed, row by row; one for a poster in one piece."""
    body_pt: float
    smallest_pt: float
    distance_m: float
    """From which the body text is read."""
    stages_m: float
    """From which the names of the stages are read."""
    missing: tuple[str, ...]
    warnings: tuple[Problem, ...]
    ink: float
    """Printing ink as a share of one ink all over the poster; 0 where not asked for."""

    @property
    def sheets(self) -> int:
        """How many sheets are glued together."""
        return len(self.spots)

    @property
    def pages(self) -> int:
        """How many pages are printed, the assembly sheet included."""
        if self.laid.leaves:
            return len(self.laid.leaves)
        return self.sheets + (self.grid is not None and self.laid.job.assembly)

    @property
    def grid(self) -> Grid | None:
        """How the poster is cut into sheets; None: in one piece."""
        return self.laid.grid


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """A poster that could be glued from so many sheets. Units as in `Plan`."""

    sheets: int
    rows: int
    columns: int
    width: float
    height: float
    name: str
    """The paper it is as large as, such as A0; empty: none."""
    body_pt: float
    distance_m: float
    too_small: bool


def plan(journey: Journey, job: Job, *, with_ink: bool = True) -> Plan:
    """What a job comes to.

    Args:
        with_ink: whether to reckon the ink, which takes as long as making the PDF.

    Raises:
        Problem: the job asks for what cannot be printed.
    """
    laid = lay_out(journey, job)
    drawing, grid = laid.drawing, laid.grid
    spots: tuple[Spot, ...] = (Spot(0, 0),)
    if grid is not None:
        spots = tuple(spread.inked(laid, grid, spread.spread(laid, grid)))
    if laid.leaves:
        spots = tuple(Spot(0, at) for at in range(len(laid.leaves)))
    body, smallest, missing = _sizes(laid)
    return Plan(
        laid=laid,
        width=laid.width,
        height=laid.height,
        rows=grid.rows if grid else 1,
        columns=grid.columns if grid else 1,
        spots=spots,
        body_pt=body,
        smallest_pt=smallest,
        distance_m=distance(body),
        stages_m=distance(points(_stage_size(drawing), laid.unit)),
        missing=missing,
        warnings=(
            *_warnings(body, smallest, missing, _pictures(drawing)),
            *_narrow(laid),
            *_cut(job),
            *_on_seams(laid),
        ),
        ink=ink(laid) if with_ink else 0.0,
    )


def _sizes(laid: Laid) -> tuple[float, float, tuple[str, ...]]:
    """Body and smallest text in pt, and what no font can draw; of all pages."""
    drawing = laid.drawing
    if not laid.leaves:
        body, smallest = drawing.body_size * laid.unit, drawing.smallest_size * laid.unit
        return points(body, 1.0), points(smallest, 1.0), drawing.missing
    body = min(one.body for one in laid.leaves)
    smallest = min(one.smallest for one in laid.leaves)
    missing = {
        letter for leaf in laid.leaves for part in leaf.parts for letter in part.drawing.missing
    }
    return points(body, 1.0), points(smallest, 1.0), tuple(sorted(missing))


def _narrow(laid: Laid) -> list[Problem]:
    """Where the cells of a blank map are too small for notes, and how large it should be."""
    if laid.cells is None or min(laid.cells) >= blank.CELL - 0.05:
        return []
    width, height = (round(side / 10) for side in laid.for_notes)
    across, down = (int(side) for side in laid.cells)
    said = {"width": across, "height": down, "wanted_width": width, "wanted_height": height}
    return [Problem("poster.warn_cells", **said)]


def _cut(job: Job) -> list[Problem]:
    """What a printer leaves white or a guillotine may cut off."""
    if job.tiles is not None and job.margin < _REACHED:
        return [Problem("poster.warn_margin", margin=job.margin, least=_REACHED)]
    if job.press is not None and job.press.bleed < _BLEED:
        return [Problem("poster.warn_bleed", bleed=job.press.bleed, least=_BLEED)]
    return []


def _on_seams(laid: Laid) -> list[Problem]:
    """The texts that sheets end in wherever the poster lies on them; a few are named, all known.

    On a blank map there is hardly any to be cut, and notes will lie over the seams.
    """
    if laid.grid is None or laid.job.blank:
        return []
    struck = cuts.struck(laid.grid, cuts.texts(laid.drawing, laid.unit))
    names = list(dict.fromkeys(one.said for one in struck if one.said))
    if not struck:
        return []
    told = names[:_MOST_NAMED]
    more = sum(one.said not in told for one in struck)
    said = {"names": "; ".join(told), "more": more, "all": "\n".join(names)}
    return [Problem(f"poster.warn_seams{'_more' if more else ''}", n=len(struck), **said)]


def _stage_size(drawing: Drawing) -> float:
    """The size of the stages' names."""
    sizes = [
        each.size
        for cell in drawing.cells.values()
        for piece in cell.pieces
        if piece.kind == "stage"
        for each in piece.shape.primitives
        if isinstance(each, Glyphs) and each.font == "bold"
    ]
    return min(sizes, default=0.0)


def _warnings(
    body: float, smallest: float, missing: tuple[str, ...], pictures: set[bytes]
) -> list[Problem]:
    found = []
    if body < LEAST_BODY:
        found.append(Problem("poster.warn_body", size=round(body, 1)))
    elif smallest < LEAST_SIZE:
        found.append(Problem("poster.warn_smallest", size=round(smallest, 1)))
    if any(not photos.readable(data) for data in pictures):
        found.append(Problem("poster.warn_picture"))
    if missing:
        found.append(unprinted(missing))
    return found


def unprinted(missing: Sequence[str]) -> Problem:
    """The sentence about characters of which only codes are printed; many are told by the first."""
    told = " ".join(missing[:_MOST_TOLD]) + (" …" if len(missing) > _MOST_TOLD else "")
    foreign = any(
        bidirectional(one) in {"R", "AL"} or (one.isalpha() and east_asian_width(one) in "WF")
        for one in missing
    )
    return Problem("poster.warn_writing" if foreign else "poster.warn_missing", characters=told)


def _pictures(drawing: Drawing) -> set[bytes]:
    return {
        each.data
        for cell in drawing.cells.values()
        for piece in cell.pieces
        for each in piece.shape.primitives
        if isinstance(each, Photo)
    }


def ink(laid: Laid) -> float:
    """Printing ink as a share of one ink all over what is printed.

    Reckoned from the poster itself, rasterised small, without what a print shop cuts off.
    """
    return ink_of(make_pdf(in_one_piece(laid)))


def ink_of(pdf: bytes) -> float:
    """The same of all the pages of a file together."""
    pages = [raster.page_image(pdf, at, _INK_DOTS) for at in range(len(raster.page_sizes(pdf)))]
    areas = [one.width * one.height for one in pages]
    shares = zip(pages, areas, strict=True)
    return sum(raster.ink(one) * area for one, area in shares) / sum(areas)


def in_one_piece(laid: Laid) -> Laid:
    """The finished poster on a page of its own, reduced until a PDF can have it."""
    reduction = 1 + int(max(laid.width, laid.height) // 5000)
    return replace(
        laid, grid=None, job=replace(laid.job, tiles=None, press=None, reduction=reduction)
    )


def sheet_choices(journey: Journey, job: Job) -> tuple[SheetChoice, ...]:
    """How large a poster comes out of how many sheets, smallest first.

    Up to the size of the job's paper, which is the last one offered. Sheets lie as the job says, or
    else as the poster does. Empty for a job without sheets.

    Raises:
        Problem: the job asks for what cannot be printed.
    """
    if job.tiles is None:
        return ()
    exact = lay_out(journey, replace(job, sheets=None, fill=False, tiles_landscape=_turn(job)))
    grid = exact.grid
    if grid is None:
        return ()
    proportion = exact.width / exact.height
    found: list[SheetChoice] = []
    width = 0.0
    for size in tiles.growing(grid, grid.rows * grid.columns - 1, proportion):
        if width * _WORTHWHILE <= size[0] < exact.width:
            found.append(_choice(exact, cuts.spared(grid.sized(*size), exact.drawing), ""))
            width = size[0]
    name = "" if job.paper.roll or "x" in job.paper.name else job.paper.name
    found.append(_choice(exact, grid, name))
    return tuple(found)


def _turn(job: Job) -> bool:
    return job.finished.landscape if job.tiles_landscape is None else job.tiles_landscape


def _choice(exact: Laid, grid: Grid, name: str) -> SheetChoice:
    """The poster is the same at every size, so its text grows with it."""
    unit = grid.width / exact.drawing.width
    body = points(exact.drawing.body_size, unit)
    return SheetChoice(
        sheets=grid.rows * grid.columns,
        rows=grid.rows,
        columns=grid.columns,
        width=grid.width,
        height=grid.height,
        name=name,
        body_pt=body,
        distance_m=distance(body),
        too_small=body < LEAST_BODY,
    )
