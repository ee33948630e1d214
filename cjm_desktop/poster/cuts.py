"""Where the sheets of a poster meet, so that as few of its texts as can be are cut through.

Sheets mostly hold a little more than the poster. That spare width and height is shared out among
them: each joint lies where it cuts least, and of such places where sheets show equally much. In mm.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate
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
_STEP, _TINY = 0.5, 1e-6
"""How densely places are tried for a joint."""
LEAST = 0.5
"""A sheet shows at least so much of what it would if all showed the same."""
_GIVEN_UP, _TRIES = 0.03, 6
"""By what part a poster may be smaller than its sheets allow to spare texts; sizes tried."""
_SIGN, _NAME = 2, 26
"""Letters of what is but a number or a sign; letters of a text it is named by at most."""


class Text(NamedTuple):
    """How far a text reaches, whether it is on a sticky note, and how it is named."""

    rect: Rect
    on_note: bool
    said: str = ""
    """Its first words."""

    def scaled(self, part: float) -> Text:
        """Where it is on a poster of another size."""
        left, top, right, bottom = self.rect
        return self._replace(rect=(left * part, top * part, right * part, bottom * part))


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
    """The same sheets with joints where the fewest texts are cut, those of notes first."""
    across = [(one.rect[0], one.rect[2], one.on_note) for one in found]
    down = [(one.rect[1], one.rect[3], one.on_note) for one in found]
    return replace(
        grid,
        across=best(grid.columns, grid.print_width, grid.overlap, grid.width, across),
        down=best(grid.rows, grid.print_height, grid.overlap, grid.height, down),
    )


def spared(grid: Grid, drawing: Drawing) -> Grid:
    """The same sheets for a poster hardly smaller, where that cuts fewer texts, notes' first.

    A poster as large as its sheets allow has no spare room to shift its joints in.
    """
    unit = grid.width / drawing.width
    found, kept, least = texts(drawing, unit), grid, (0, 0)
    for at in range(_TRIES + 1):
        part = 1 - _GIVEN_UP * at / _TRIES
        tried = grid.sized(grid.width * part, grid.height * part)
        if (tried.columns, tried.rows) != (grid.columns, grid.rows):
            break
        there = [one.scaled(part) for one in found]
        cut = struck(avoided(tried, there), there)
        cost = sum(one.on_note for one in cut), len(cut)
        if not at or cost < least:
            kept, least = tried, cost
    return kept


def struck(grid: Grid, found: Sequence[Text]) -> list[Text]:
    """The texts that a sheet ends in, those of notes first; where they lie is settled by now."""
    across, down = ([begin for begin, _ in spans[1:]] for spans in grid.spans())
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
) -> tuple[float, ...]:
    """Where the second sheet of a row and those after it begin: the fewest texts are cut there.

    Args:
        count: of sheets in a row.
        shown, overlap: of each, at most and exactly.
        length: of the poster.
        spans: from where to where the texts go, and whether they are on notes.
    """
    step, spare = shown - overlap, reach(count, shown, overlap) - length
    even = (length - overlap) / count
    # One note weighs more than all other texts.
    heavy = count * len(spans) + 1
    ways: list[list[_Way]] = []
    for number in range(1, count):
        last = number * step
        places = _places(last - spare, last, number * even)
        cut = _cut_at(places, spans, heavy)
        before = ways[-1] if ways else [_Way(0.0, 0, 0.0, -1)]
        ways.append(_continued(before, places, cut, (even * LEAST, step), number * even))
    return _followed(ways)


class _Way(NamedTuple):
    """The best choice of the joints up to one."""

    place: float
    cut: int
    uneven: float
    """How far the joints lie from where all sheets show the same, squared and added, mm2."""
    before: int
    """Which of the choices of the joint before it goes on; -1: none does."""

    @property
    def cost(self) -> tuple[int, float]:
        return self.cut, self.uneven


def _places(first: float, last: float, even: float) -> list[float]:
    """The places that are tried for a joint, in order."""
    count = max(0, int((last - first) / _STEP))
    found = {first + _STEP * at for at in range(count + 1)} | {last}
    if first <= even <= last:
        found.add(even)
    return sorted(found)


def _cut_at(
    places: Sequence[float], spans: Sequence[tuple[float, float, bool]], heavy: int
) -> list[int]:
    """How many texts a joint would cut at each place."""
    more = [0] * (len(places) + 1)
    for begin, end, on_note in spans:
        low, high = bisect_right(places, begin - CLEAR), bisect_left(places, end + CLEAR)
        if low < high:
            more[low] += heavy if on_note else 1
            more[high] -= heavy if on_note else 1
    return list(accumulate(more))[:-1]


def _continued(
    before: Sequence[_Way],
    places: Sequence[float],
    cut: Sequence[int],
    sheet: tuple[float, float],
    even: float,
) -> list[_Way]:
    """The best ways up to one joint more.

    Args:
        before: those up to the joint before it, from the left.
        places: where this one may lie, from the left, and how much it cuts there.
        sheet: how far two joints are apart at least and at most.
        even: where this one would lie if all sheets showed the same.
    """
    least, most = sheet
    found, near, at = list[_Way](), deque[int](), 0
    for place, more in zip(places, cut, strict=True):
        # Of the choices before it those are kept that may still be the best one within reach.
        while at < len(before) and before[at].place <= place - least + _TINY:
            while near and before[near[-1]].cost >= before[at].cost:
                near.pop()
            near.append(at)
            at += 1
        while near and before[near[0]].place < place - most - _TINY:
            near.popleft()
        if near:
            way = before[near[0]]
            uneven = way.uneven + (place - even) ** 2
            found.append(_Way(place, way.cut + more, uneven, near[0]))
    return found


def _followed(ways: Sequence[Sequence[_Way]]) -> tuple[float, ...]:
    """The places of all joints on the way that is best in the end."""
    if not ways:
        return ()
    at = min(range(len(ways[-1])), key=lambda one: ways[-1][one].cost)
    found = []
    for each in reversed(ways):
        found.append(each[at].place)
        at = each[at].before
    return tuple(reversed(found))
