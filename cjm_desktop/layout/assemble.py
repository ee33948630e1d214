"""A map put together: every cell in its place, in the order of painting."""

from __future__ import annotations

from collections.abc import Sequence

from cjm_desktop.layout import bands, changes, footer, glyphs, grid, labels, pinned, style
from cjm_desktop.layout.context import LABEL, MARGIN, Columns, Context
from cjm_desktop.layout.emotions import lay_out
from cjm_desktop.layout.feelings import Scale
from cjm_desktop.layout.page import Frame, Row
from cjm_desktop.layout.pieces import Cell, ColumnBox, Drawing, LaneBox, Piece


class _Builder:
    """Collects the cells of a drawing in paint order."""

    def __init__(self, ctx: Context, page: Frame) -> None:
        self.ctx, self.page = ctx, page
        self.bands: list[Cell] = []
        self.grid: list[Cell] = []
        self.labels: list[Cell] = []
        self.lanes: list[LaneBox] = []
        self.anchors: dict[str, tuple[float, float]] = {}

    def add(self, row: Row, y: float, height: float, zebra: bool) -> None:
        """A lane: its band, its cells and its label."""
        ctx, page, lane = self.ctx, self.page, row.lane
        emotions, scale = None, None
        if lane.holds == "feelings" and not lane.folded:
            emotions = lay_out(ctx, lane, page.columns, height, row.label.h)
            scale = emotions.scale
        box = (y, height)
        band = bands.band(ctx, page.columns, page.width, lane, box, zebra, emotions, row.strip)
        self.bands.append(band)
        at = (y + scale.top, y + scale.bottom) if scale is not None else (0.0, 0.0)
        self.labels.append(_label(ctx, row, box, scale))
        asked = (ctx.options.prompts, ctx.options.prompt_stage)
        made_from = (row.blocks, page.columns, height, emotions, height - row.strip.height)
        there = (*made_from, asked)
        cells = ctx.memo.broad(("grid", lane.id), there, grid.cells, ctx, lane, *made_from)
        found = ctx.memo.once(("at", lane.id), (cells, y), grid.at, cells, y)
        self.lanes.append(LaneBox(lane.id, y, height, *at, found.reach))
        self.grid += found.cells
        self.anchors |= found.anchors


def _label(ctx: Context, row: Row, box: tuple[float, float], scale: Scale | None) -> Cell:
    """A lane's name, and for feelings the levels."""
    (y, height), lane = box, row.lane
    pieces = [Piece(lane.id, "lane", lane.id, 0, 0, row.label)]
    if scale is not None:
        shape = ctx.memo.once(
            ("scale", lane.id), (scale, height), labels.scale, ctx, scale, LABEL, height
        )
        pieces.append(Piece(f"scale:{lane.id}", "ground", "", 0, 0, shape))
    return Cell(f"lane:{lane.id}", "lane", MARGIN, y, LABEL, height, tuple(pieces), lane.id)


def assemble(ctx: Context, page: Frame, heights: Sequence[float], total: float) -> Drawing:
    """The drawing of a page whose lanes have those heights."""
    build = _Builder(ctx, page)
    y, zebra = page.grid_y, True
    for row, height in zip(page.rows, heights, strict=True):
        plain = row.lane.holds in ("feelings", "divider")
        build.add(row, y, height, zebra and not plain)
        if row.lane.holds != "divider":
            zebra = plain or not zebra
        y += height
    head = page.head.cells
    anchors = build.anchors | ctx.memo.once(("head anchors",), (head,), _head_anchors, head)
    around = list(build.labels)
    around += header(page.header, page.width, page.stages_y - MARGIN)
    under = [*build.bands, *build.grid, *head]
    hung = pinned.cell(ctx, anchors, page, under, _room(ctx, page, y, total))
    over = (changes.arrows(ctx, build.grid), hung)
    around += [one for one in over if one is not None]
    around.append(footer_of(ctx, page.width, total))
    found = [_kept(ctx, one) for one in build.bands]
    found += [*build.grid, *head]
    found += [_kept(ctx, one) for one in around]
    return Drawing(
        map_id=ctx.map.id,
        width=page.width,
        height=total,
        paper=ctx.theme.paper,
        cells={cell.id: cell for cell in found},
        columns=ctx.memo.once(("boxes",), (page.columns,), _column_boxes, page.columns),
        lanes=tuple(build.lanes),
        label_x=MARGIN,
        grid_x=page.columns.xs[0] if page.columns.xs else MARGIN + LABEL,
        grid_y=page.grid_y,
        stages_y=page.stages_y,
        body_size=style.BODY.size,
        smallest_size=style.CAPTION.size,
        missing=glyphs.missing(ctx),
        anchors=anchors,
        memo=ctx.memo,
    )


def _room(ctx: Context, page: Frame, end: float, total: float) -> pinned.Room | None:
    """What pinned notes may not leave: on paper its edge, and in a part of the map its lanes.

    Args:
        end: of the last lane, u.
        total: height of the page, u.
    """
    if not ctx.options.paper:
        return None
    left, right = MARGIN / 2, page.width - MARGIN / 2
    if any(ctx.beside):
        return left, page.stages_y, right, end
    return left, MARGIN / 2, right, total - MARGIN / 2


def _kept(ctx: Context, cell: Cell) -> Cell:
    """The same object as last time while the cell is the same."""
    return ctx.memo.once(("kept", cell.id), (cell,), lambda: cell)


def _column_boxes(columns: Columns) -> tuple[ColumnBox, ...]:
    listed = zip(columns.columns, columns.xs, columns.ws, strict=True)
    return tuple(
        ColumnBox(stage.id, step.id if step else None, x, w) for (stage, step), x, w in listed
    )


def _head_anchors(head: Sequence[Cell]) -> dict[str, tuple[float, float]]:
    return {
        piece.record_id: (cell.x + piece.x, cell.y + piece.y)
        for cell in head
        for piece in cell.pieces
        if piece.record_id
    }


def header(pieces: tuple[Piece, ...], width: float, height: float) -> list[Cell]:
    """What stands over a page of that width, if anything does."""
    if not pieces:
        return []
    return [Cell("header", "header", MARGIN, MARGIN, width - 2 * MARGIN, height, pieces)]


def footer_of(ctx: Context, across: float, total: float) -> Cell:
    """The footer of a page of that width and height."""
    width = across - 2 * MARGIN
    rests_on = footer.rests_on(ctx)
    made_from = (width, rests_on, ctx.journey.document)
    shape = ctx.memo.once(("footer",), made_from, footer.footer, ctx, width, rests_on)
    y = total - MARGIN + 6.0 - shape.h
    piece = Piece("footer", "ground", "", 0, 0, shape)
    return Cell("footer", "footer", MARGIN, y, width, shape.h, (piece,))
