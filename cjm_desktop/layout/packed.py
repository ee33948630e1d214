"""Owners' bars over the columns they answer for, those too that begin or end out of sight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cjm_desktop.journey import grid
from cjm_desktop.journey.grid import Grid
from cjm_desktop.journey.records import AnyCard, Lane
from cjm_desktop.layout import owners
from cjm_desktop.layout.cells import columns_of, key, piece, shape_of, views_of
from cjm_desktop.layout.context import PAD, CardView, Columns, Content, Context, Place
from cjm_desktop.layout.pieces import Piece, Shape

_OUT = 3.6
"""How far a bar that goes on out of sight reaches into the free space at the side, u."""


class _Bar(NamedTuple):
    """A card, the cell it is drawn in, and the columns that are to be seen of it."""

    view: CardView
    place: Place
    first: int
    cols: int


class _Sight(NamedTuple):
    """The columns of a map of which only a part is to be seen, by their numbers in the whole."""

    every: Grid
    seen: tuple[int, ...]
    before: tuple[int, ...]
    after: tuple[int, ...]

    def passing(self, card: AnyCard) -> int:
        """How many of the columns to be seen a card covers that begins left of them."""
        here = self.every.covered(card)
        return _among(here, self.seen) if here and here.start in self.before else 0

    def told(self, view: CardView) -> CardView:
        """A card that says at which ends it goes on out of sight."""
        here = self.every.covered(view.card)
        left, right = _among(here, self.before) > 0, _among(here, self.after) > 0
        return view._replace(from_before=left, goes_on=right) if left or right else view


def _among(here: range, numbers: Iterable[int]) -> int:
    return sum(one in here for one in numbers)


def contents(
    ctx: Context, columns: Columns, places: Sequence[tuple[int, Place]], lane: Lane, token: object
) -> list[tuple[Place, Content]]:
    """What lies in the cells of a lane, its bars in as few rows as possible.

    Args:
        places: the cells, each with its first column.
        token: the same object as long as the records that cards are drawn with are the same.
    """
    bars = list(_bars(ctx, len(columns.xs), places, lane, token))
    row_of = owners.rows([(one.first, one.cols) for one in bars])
    shapes = [_shape(ctx, columns, one) for one in bars]
    heights = [0.0] * (max(row_of, default=-1) + 1)
    for row, shape in zip(row_of, shapes, strict=True):
        heights[row] = max(heights[row], shape.h)
    tops = [sum(heights[:row]) + row * owners.GAP for row in range(len(heights))]
    bottom = sum(heights) + owners.GAP * max(len(heights) - 1, 0)
    by_cell: dict[tuple[str, str, str], list[Piece]] = {}
    for one, row, shape in zip(bars, row_of, shapes, strict=True):
        left = PAD - _OUT if one.view.from_before else PAD
        drawn = piece(one.view, "card", left, tops[row], shape)
        by_cell.setdefault(key(one.place), []).append(drawn)
    covered = {at for one in bars for at in range(one.first, one.first + one.cols)}
    return [
        (place, Content(tuple(by_cell.get(key(place), ())), bottom, covered=first in covered))
        for first, place in places
    ]


def _bars(
    ctx: Context, columns: int, places: Sequence[tuple[int, Place]], lane: Lane, token: object
) -> Iterator[_Bar]:
    """The cards of a lane, those first that began out of sight."""
    sight = _sight(ctx)
    listed = [(first, one, view) for first, one in places for view in views_of(ctx, one, token)]
    if sight is not None:
        known = {view.card.id for _, _, view in listed}
        corner = next((one for first, one in places if first == 0), None)
        for card in ctx.journey.cards_of_lane(lane.id):
            count = 0 if card.id in known else sight.passing(card)
            if count and corner is not None:
                for view in ctx.views((card,)):
                    yield _Bar(sight.told(view), corner, 0, count)
    for first, place, view in listed:
        shown = view if sight is None else sight.told(view)
        yield _Bar(shown, place, first, min(columns_of(view, place), columns - first))


def _sight(ctx: Context) -> _Sight | None:
    """What of the map is to be seen; None: all of it."""
    if not any(ctx.beside):
        return None
    every = grid.of_map(ctx.journey, ctx.map.id)
    seen, before, after = (
        tuple([every.of(one.id, step.id if step else None).start for one, step in columns])
        for columns in (ctx.columns, *ctx.beside)
    )
    return _Sight(every, seen, before, after)


def _shape(ctx: Context, columns: Columns, one: _Bar) -> Shape:
    """An owner's bar over its columns."""
    out = _OUT * (one.view.from_before + one.view.goes_on)
    width = columns.stretch(one.first, one.first + one.cols).over(0, one.cols) - 2 * PAD + out
    return shape_of(ctx, one.view, width, one.place.lane, ctx.inks[one.place.stage.id])
