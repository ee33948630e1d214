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
from cjm_desktop.poster.tiles import Grid, Spot, reach

CLEAR = 1.0
"""How far from a cut a text should stay: scissors and glue are no more exact."""
_LOOSE = ("header", "ground")
"""Kinds of pieces that hold texts far apart; of others a text is a whole."""
_SIGN, _NAME = 2, 26
"""Letters of what is but a number or a sign; letters of a text it is named by at most."""


class Text(NamedTuple):
    """How far a text reaches, whether it is on a sticky note, and how it is named."""

    rect: Rect
    on_note: bool
    said: str = ""
    """Its first words."""


def texts(drawing: Drawing, unit: float) -> list[Text]:
    """The texts of a drawing.

    Args:
        unit: mm to a unit of the drawing.
    """
    found = []
    for cell in drawing.cells.values():
        for piece in cell.pieces:
            runs = [one for one in piece.shape.primitives if isinstance(one, Glyphs)]
            place, on_note = placement(piece, cell), piece.kind == "barrier" or piece.turn != 0
            for part in [[one] for one in runs] if piece.kind in _LOOSE else [runs]:
                for rect in _together([_box(one) for one in part]):
                    left, top, right, bottom = bounds.turned(rect, place)
                    there = (left * unit, top * unit, right * unit, bottom * unit)
                    found.append(Text(there, on_note, _begins(part)))
    return found


def _box(run: Glyphs) -> Rect:
    """The letters of a line, from their tops to their tails."""
    return run.x, run.y - run.size, run.x + run.width, run.y + 0.25 * run.size


def _begins(runs: Sequence[Glyphs]) -> str:
    """The words a text is known by: the first line of its largest, numbers and signs left out."""
    named = [one for one in runs if len(one.text.strip()) > _SIGN] or runs
    first = max(named, key=lambda one: one.size)
    said = first.text.replace("\u00a0", " ").strip(' «»“”"')
    more = sum(one.size == first.size for one in named) > 1 or len(said) > _NAME
    return said[:_NAME].rstrip() + ("…" if more else "")


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


def struck(grid: Grid, found: Sequence[Text]) -> list[Text]:
    """The texts that a sheet ends in, those of notes first; where they lie is settled by now."""
    across = [grid.window(Spot(0, at))[0] for at in range(1, grid.columns)]
    down = [grid.window(Spot(at, 0))[1] for at in range(1, grid.rows)]
    cut = [
        one
        for one in found
        if _on_any(across, one.rect[0], one.rect[2]) or _on_any(down, one.rect[1], one.rect[3])
    ]
    return sorted(cut, key=lambda one: not one.on_note)


def _on_any(seams: Iterable[float], begin: float, end: float) -> bool:
    return any(begin - CLEAR < seam < end + CLEAR for seam in seams)


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
