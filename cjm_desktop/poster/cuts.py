"""Where a poster lies on its sheets, so that as few of its texts as can be are cut through.

Sheets mostly show a little more than the poster. Within that spare width and height it may lie
anywhere; only the places count where one sheet is laid on the other. In mm.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from cjm_desktop.layout.pieces import Drawing, Glyphs
from cjm_desktop.poster import bounds
from cjm_desktop.poster.bounds import Rect
from cjm_desktop.poster.paint import placement
from cjm_desktop.poster.tiles import Grid, reach

CLEAR = 1.0
"""How far from a cut a text should stay: scissors and glue are no more exact."""
_LOOSE = ("header", "ground")
"""Kinds of pieces that hold texts far apart; of others a text is a whole."""


class Text(NamedTuple):
    """How far a text reaches, and whether it is on a sticky note."""

    rect: Rect
    on_note: bool


def texts(drawing: Drawing, unit: float) -> list[Text]:
    """The texts of a drawing.

    Args:
        unit: mm to a unit of the drawing.
    """
    found = []
    for cell in drawing.cells.values():
        for piece in cell.pieces:
            runs = [_box(one) for one in piece.shape.primitives if isinstance(one, Glyphs)]
            place = placement(piece, cell)
            whole = runs if piece.kind in _LOOSE else _together(runs)
            for rect in whole:
                left, top, right, bottom = bounds.turned(rect, place)
                there = (left * unit, top * unit, right * unit, bottom * unit)
                found.append(Text(there, piece.kind == "barrier" or piece.turn != 0))
    return found


def _box(run: Glyphs) -> Rect:
    """The letters of a line, from their tops to their tails."""
    return run.x, run.y - run.size, run.x + run.width, run.y + 0.25 * run.size


def _together(rects: Sequence[Rect]) -> list[Rect]:
    if not rects:
        return []
    lefts, tops, rights, bottoms = zip(*rects, strict=True)
    return [(min(lefts), min(tops), max(rights), max(bottoms))]


def avoided(grid: Grid, found: Sequence[Text]) -> Grid:
    """The same sheets with the poster where the fewest texts are cut, those of notes first."""
    across = [(one.rect[0], one.rect[2], one.on_note) for one in found]
    down = [(one.rect[1], one.rect[3], one.on_note) for one in found]
    return replace(
        grid,
        left=best(grid.columns, grid.print_width, grid.overlap, grid.width, across),
        top=best(grid.rows, grid.print_height, grid.overlap, grid.height, down),
    )


def best(
    count: int,
    shown: float,
    overlap: float,
    length: float,
    spans: Sequence[tuple[float, float, bool]],
) -> float:
    """How far into the first sheet a poster begins: the least way that cuts the fewest texts.

    Args:
        count: of sheets in a row.
        shown, overlap: of each.
        length: of the poster.
        spans: from where to where the texts go, and whether they are on notes.
    """
    step, spare = shown - overlap, reach(count, shown, overlap) - length
    # One note weighs more than all other texts.
    heavy = count * len(spans) + 1
    cut = 0
    changes: defaultdict[float, int] = defaultdict(int)
    for begin, end, on_note in spans:
        weight = heavy if on_note else 1
        for low, high in _cutting(begin - CLEAR, end + CLEAR, step, count, spare):
            if low < 0:
                cut += weight
            else:
                changes[low] += weight
            changes[high] -= weight
    return _least(cut, changes.items(), spare)


def _cutting(
    begin: float, end: float, step: float, count: int, spare: float
) -> Iterable[tuple[float, float]]:
    """Between which ways into the first sheet a text is cut."""
    for seam in range(max(1, int(begin / step)), count):
        low, high = seam * step - end, seam * step - begin
        if low >= spare:
            return
        if high > 0:
            yield low, high


def _least(cut: int, changes: Iterable[tuple[float, int]], spare: float) -> float:
    """The first place where the fewest are cut, from 0 on.

    Args:
        cut: what is cut at 0.
        changes: by how much more or less is cut from a place on.
    """
    least, found = cut, 0.0
    for place, change in sorted(changes):
        if place > spare:
            break
        cut += change
        if cut < least:
            least, found = cut, place
    return found
