"""A map on a page in several rows of stages, one below the other, as a text is set in lines.

Every row has the lanes with their names and is as wide as the page, so a map of many stages is set
in larger type. The curve of a row goes on where the one before ended; what is pinned stays with
what it is pinned to; an arrow between two rows is left out, both its ends being marked as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from typing import NamedTuple

from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.memo import Memo
from cjm_desktop.journey.quiet import uncollected
from cjm_desktop.layout import glyphs, page, widths
from cjm_desktop.layout.assemble import assemble, footer_of, header
from cjm_desktop.layout.context import MARGIN, Context
from cjm_desktop.layout.drawing import context
from cjm_desktop.layout.fit import LARGEST, at_width, fit, hard, least_width, narrowest, share
from cjm_desktop.layout.options import Options
from cjm_desktop.layout.page import Frame
from cjm_desktop.layout.pieces import Cell, Drawing
from cjm_desktop.layout.theme import Theme

GAP = 20.0
"""Between two rows, u."""


def fit_rows(
    journey: Journey,
    map_id: str,
    theme: Theme,
    options: Options,
    width_mm: float,
    height_mm: float,
    rows: int,
    largest: float = LARGEST,
) -> Drawing:
    """Lay a map out so that it fills a page, its stages in so many rows or one to a row.

    Args:
        largest: as for `fit`.

    Raises:
        KeyError: the journey has no such map.
    """
    what = (journey, map_id, theme, options, width_mm, height_mm)
    whole = context(journey, map_id, theme, options, Memo((theme, options)))
    if rows < 2 or len(whole.stages) < 2:
        return fit(*what, largest=largest)
    with uncollected():
        groups = split(_needs(whole), rows)
        stages = [whole.stages[begin:end] for begin, end in groups]
        parts = [
            _part(journey, map_id, theme, options, tuple(one.id for one in each)) for each in stages
        ]
        found = _Page(whole, parts, height_mm / width_mm).drawing(largest)
    return replace(found, smallest_size=glyphs.smallest(found.cells.values()))


def _needs(ctx: Context) -> list[float]:
    """The least width of every stage, u."""
    needed = iter(widths.needs(ctx))
    return [sum([next(needed) for _ in steps or (None,)]) for steps in ctx.steps]


def split(needs: Sequence[float], rows: int) -> list[tuple[int, int]]:
    """From which to which stage each row goes, so that the widest is as narrow as can be.

    Of equals the one whose rows are more alike; then the one with longer rows first.
    """
    count = len(needs)

    def cost(ends: tuple[int, ...]) -> tuple[float, float, tuple[int, ...]]:
        sums = [sum(needs[begin:end]) for begin, end in pairwise((0, *ends, count))]
        return max(sums), max(sums) - min(sums), tuple(-end for end in ends)

    ends = min(combinations(range(1, count), min(rows, count) - 1), key=cost)
    return list(pairwise((0, *ends, count)))


class _Part(NamedTuple):
    """One row of stages."""

    ctx: Context
    least: list[float]
    """Of each column, u."""


def _part(
    journey: Journey, map_id: str, theme: Theme, options: Options, stage_ids: tuple[str, ...]
) -> _Part:
    asked = replace(options, stage_ids=stage_ids, show_header=False)
    ctx = context(journey, map_id, theme, asked, Memo((theme, asked)))
    return _Part(ctx, widths.needs(ctx))


class _Page:
    """A page with rows of stages.

    Args:
        whole: the map.
        parts: its rows.
        ratio: of the page's height to its width.
    """

    def __init__(self, whole: Context, parts: Sequence[_Part], ratio: float) -> None:
        self._whole, self._parts, self._ratio = whole, parts, ratio

    def drawing(self, largest: float) -> Drawing:
        """All of it, its type as large as may be."""
        low = least_width(max(sum(one.least) for one in self._parts), self._ratio, largest)
        width = narrowest(self._excess, low)
        total, frames = width * self._ratio, self._frames(width)
        lanes = [row for one in frames for row in one.rows]
        room = total - self._around(width, frames)
        heights = share(lanes, room, total, width, len(frames))
        return self._stacked(frames, heights, width, total)

    def _frames(self, width: float) -> list[Frame]:
        return [at_width(one.ctx, one.least, width) for one in self._parts]

    def _around(self, width: float, frames: Sequence[Frame]) -> float:
        """How high everything but the lanes is, u."""
        head = MARGIN + page.headed(self._whole, width)[1]
        return head + sum(one.head.height for one in frames) + GAP * (len(frames) - 1) + page.FOOT

    def _excess(self, width: float) -> float:
        """By what part of the page the map is higher than it; negative where room is left."""
        height, frames = width * self._ratio, self._frames(width)
        needed = [hard(row, height, width, len(frames)) for one in frames for row in one.rows]
        return (self._around(width, frames) + sum(needed)) / height - 1

    def _stacked(
        self, frames: Sequence[Frame], heights: Sequence[float], width: float, total: float
    ) -> Drawing:
        """The rows in their places."""
        pieces, high = page.headed(self._whole, width)
        cells = list(header(pieces, width, high))
        drawings, left, y = list[Drawing](), list(heights), MARGIN + high
        for part, one in zip(self._parts, frames, strict=True):
            own, left = left[: len(one.rows)], left[len(one.rows) :]
            below = one.grid_y + sum(own)
            drawn = assemble(part.ctx, one, own, below + page.FOOT)
            drawings.append(_moved(drawn, y - one.stages_y, len(drawings)))
            y += below - one.stages_y + GAP
        cells += [cell for drawn in drawings for cell in drawn.cells.values()]
        cells.append(footer_of(self._whole, width, total))
        first = drawings[0]
        return replace(
            first,
            height=total,
            cells={cell.id: cell for cell in cells},
            columns=tuple([box for one in drawings for box in one.columns]),
            lanes=tuple([box for one in drawings for box in one.lanes]),
            missing=glyphs.missing(self._whole),
            anchors={},
            memo=None,
        )


def _moved(drawing: Drawing, dy: float, number: int) -> Drawing:
    """A row lowered to its place, without a footer, its cells named apart from those of others."""

    def moved(cell: Cell) -> Cell:
        name = cell.id if cell.kind in ("grid", "stage") else f"{cell.id}:{number}"
        return cell._replace(id=name, y=cell.y + dy)

    cells = [moved(one) for one in drawing.cells.values() if one.kind != "footer"]
    lanes = [
        one._replace(
            y=one.y + dy,
            top_value_y=one.top_value_y + dy,
            bottom_value_y=one.bottom_value_y + dy,
        )
        for one in drawing.lanes
    ]
    return replace(
        drawing,
        cells={one.id: one for one in cells},
        lanes=tuple(lanes),
        grid_y=drawing.grid_y + dy,
        stages_y=drawing.stages_y + dy,
    )
