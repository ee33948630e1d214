"""What stands in a sheet's margins and in the strips that will be glued over, in mm.

A sheet's top and left margins are cut off along the dashed line, except at the poster's own edge;
the sheet is then laid on the dotted strip of its neighbour. So all marks lie in margins or inside
the strip, and none is seen afterwards.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from cjm_desktop.journey import words
from cjm_desktop.layout import icons
from cjm_desktop.layout.pieces import Box, Line, Path, Piece, Primitive
from cjm_desktop.poster import lines
from cjm_desktop.poster.lines import FAINT, GREY, INK
from cjm_desktop.poster.tiles import Grid, Spot

_CUT, _STRIP, _CORNER = 0.28, 0.22, 0.2
"""Widths of lines, mm."""
_LEAST_TRIANGLE = 1.4
"""Where a margin holds no triangle of this height, mm, they lie in the strip and point out."""
TEXT_ROOM = 5.0
"""Least margin that holds a line of text, mm."""


@dataclass(frozen=True, slots=True)
class Edges:
    """Where a sheet's print area lies on the sheet, and which neighbours it has."""

    left: float
    top: float
    right: float
    bottom: float
    above: bool
    before: bool
    after: Spot | None
    below: Spot | None

    @classmethod
    def of(cls, grid: Grid, spot: Spot, used: Collection[Spot]) -> Edges:
        """The edges of a sheet among those that are printed at all."""
        window, margin = grid.window(spot), grid.margin
        x, y = window[:2]
        after, below = Spot(spot.row, spot.column + 1), Spot(spot.row + 1, spot.column)
        return cls(
            margin + window[0] - x,
            margin + window[1] - y,
            margin + window[2] - x,
            margin + window[3] - y,
            Spot(spot.row - 1, spot.column) in used,
            Spot(spot.row, spot.column - 1) in used,
            after if after in used else None,
            below if below in used else None,
        )

    def unnamed(self) -> Edges:
        """The same without which sheets the neighbours are; there are only a few kinds of these."""
        after, below = self.after and Spot(0, 0), self.below and Spot(0, 0)
        return replace(self, after=after, below=below)


def cut_and_glue(grid: Grid, edges: Edges) -> list[Primitive]:
    """Cut lines with scissors, the strips for glue with their triangles, and corner marks."""
    found = _corners(edges, min(grid.margin, 6.0))
    # Without a margin there is nothing to cut off.
    if edges.above and grid.margin > _CUT:
        found += _cut(edges, grid.margin, across=True)
    if edges.before and grid.margin > _CUT:
        found += _cut(edges, grid.margin, across=False)
    if grid.overlap > 0:
        inside = grid.overlap - _STRIP
        if edges.after:
            found += _upright_strip(edges, edges.right - inside, grid.margin)
        if edges.below:
            found += _level_strip(edges, edges.bottom - inside, grid.margin)
    return found


def _cut(edges: Edges, margin: float, *, across: bool) -> list[Primitive]:
    """The dashed line a margin is cut off along; it lies in the margin that goes."""
    dash, out = (2.2, 1.1), _CUT / 2
    # The icon keeps clear of the map: it is the line's margin that goes, not its other side.
    size = min(5.0, margin * 0.6)
    clear = out * 2 + size * 0.12
    if across:
        y = edges.top - out
        x = edges.left + (edges.right - edges.left) * 0.3
        found: list[Primitive] = [Line(edges.left, y, edges.right, y, INK, _CUT, dash)]
        scissors = icons.icon("scissors", x, edges.top - clear - size * 0.88, size, INK, 1.3)
    else:
        x = edges.left - out
        y = edges.top + (edges.bottom - edges.top) * 0.35
        found = [Line(x, edges.top, x, edges.bottom, INK, _CUT, dash)]
        scissors = icons.icon("cut", edges.left - clear - size * 0.88, y - size, size, INK, 1.3)
    return [*found, scissors] if size >= 1.5 else found


def _upright_strip(edges: Edges, x: float, margin: float) -> list[Primitive]:
    """The strip for the sheet at the right, its triangles at both ends of the line."""
    line = Line(x, edges.top, x, edges.bottom, FAINT, _STRIP, (0.5, 1.4))
    tall = min(3.0, margin * 0.7)
    if tall < _LEAST_TRIANGLE:
        tall = 2.5
        ends = [(x, edges.top + 4), (x, edges.bottom - 4)]
        return [line, *(_triangle(end, (tall, -tall / 2), (tall, tall / 2)) for end in ends)]
    return [
        line,
        _triangle((x, edges.top), (-tall / 2, -tall), (tall / 2, -tall)),
        _triangle((x, edges.bottom), (-tall / 2, tall), (tall / 2, tall)),
    ]


def _level_strip(edges: Edges, y: float, margin: float) -> list[Primitive]:
    """The strip for the sheet below, its triangles at both ends of the line."""
    line = Line(edges.left, y, edges.right, y, FAINT, _STRIP, (0.5, 1.4))
    tall = min(3.0, margin * 0.7)
    if tall < _LEAST_TRIANGLE:
        tall = 2.5
        ends = [(edges.left + 4, y), (edges.right - 4, y)]
        return [line, *(_triangle(end, (-tall / 2, tall), (tall / 2, tall)) for end in ends)]
    return [
        line,
        _triangle((edges.left, y), (-tall, -tall / 2), (-tall, tall / 2)),
        _triangle((edges.right, y), (tall, -tall / 2), (tall, tall / 2)),
    ]


def _triangle(
    tip: tuple[float, float], one: tuple[float, float], other: tuple[float, float]
) -> Path:
    """A black triangle; its other corners as seen from its tip."""
    x, y = tip
    return Path(
        (
            ("M", tip),
            ("L", (x + one[0], y + one[1])),
            ("L", (x + other[0], y + other[1])),
            ("Z", ()),
        ),
        INK,
    )


def _corners(edges: Edges, long: float) -> list[Primitive]:
    """Two short lines at each corner of the print area, outside it."""
    if long < 1:
        return []
    gap = 0.6
    found: list[Primitive] = []
    for x, out in ((edges.left, -1), (edges.right, 1)):
        for y, down in ((edges.top, -1), (edges.bottom, 1)):
            found.append(Line(x + out * gap, y, x + out * long, y, INK, _CORNER))
            found.append(Line(x, y + down * gap, x, y + down * long, INK, _CORNER))
    return found


def labels(
    grid: Grid, edges: Edges, spot: Spot, used: Collection[Spot], title: str, language: str
) -> list[Piece]:
    """The sheet's name, its neighbours, and at the sides for glue which sheet goes there."""
    about = _about(edges, spot, used, title, language)
    if grid.margin >= TEXT_ROOM:
        return _in_margins(grid, edges, spot, about, language)
    return _in_strips(grid, edges, spot, about)


def _about(
    edges: Edges, spot: Spot, used: Collection[Spot], title: str, language: str
) -> tuple[str, str]:
    """The title, and the words after it."""
    number = sorted(used).index(spot) + 1
    parts = [words.say("poster.sheet_of", language, number=number, n=len(used))]
    if edges.after:
        parts.append(words.say("poster.to_the_right", language, name=edges.after.name))
    if edges.below:
        parts.append(words.say("poster.below", language, name=edges.below.name))
    return title, " · ".join(parts)


def _foot(
    x: float, y: float, size: float, room: float, spot: Spot, about: tuple[str, str]
) -> list[Primitive]:
    """Name, title and neighbours in one line; the title gives way where there is little room."""
    name = lines.width(spot.name, "bold", size * 1.35)
    after = x + name + size
    left = room - name - size - lines.width(f" · {about[1]}", "regular", size)
    title = lines.shortened(about[0], "regular", size, left) if left > 0 else ""
    text = f"{title} · {about[1]}" if title else about[1]
    return [
        *lines.line(spot.name, "bold", size * 1.35, x, y),
        *lines.line(text, "regular", size, after, y, GREY),
    ]


def _in_margins(
    grid: Grid, edges: Edges, spot: Spot, about: tuple[str, str], language: str
) -> list[Piece]:
    size = min(3.1, grid.margin * 0.31)
    y = edges.bottom + grid.margin * 0.5
    room = edges.right - edges.left - 16
    found: list[Primitive] = []
    if edges.below:
        here = words.say("poster.here", language, name=edges.below.name)
        wide = lines.width(here, "regular", size * 0.92)
        # Left of the triangle that marks the strip of the right neighbour.
        end = edges.right - (grid.overlap + 5 if edges.after else 8)
        found += lines.line(here, "regular", size * 0.92, end - wide, y, GREY)
        room -= wide + grid.overlap + 8
    found += _foot(edges.left + 8, y, size, room, spot, about)
    pieces = [lines.standing(found)]
    if edges.after:
        here = words.say("poster.here", language, name=edges.after.name)
        across = edges.right + grid.margin * 0.42
        middle = (edges.top + edges.bottom) / 2
        pieces.append(lines.turned(here, "regular", size * 0.92, across, middle))
    return pieces


def _in_strips(grid: Grid, edges: Edges, spot: Spot, about: tuple[str, str]) -> list[Piece]:
    """Without margins the words stand on the strips, to be glued over; the last sheet has none."""
    size = 2.8
    if grid.overlap < 5:
        return []
    if edges.below:
        room = edges.right - edges.left - grid.overlap - 12
        foot = _foot(edges.left + 6, edges.bottom - 2.2, size, room, spot, about)
        ground = Box(edges.left + 4, edges.bottom - 5.6, room, 5.0, "#FFFFFF")
        return [lines.standing([ground, *foot])]
    if edges.after:
        text = f"{spot.name} · {about[1]}"
        across, middle = edges.right - grid.overlap / 3, (edges.top + edges.bottom) / 2
        long = lines.width(text, "regular", size) + 4
        ground = Box(across - 2.5, middle - long / 2, 5.0, long, "#FFFFFF")
        return [lines.standing([ground]), lines.turned(text, "regular", size, across, middle)]
    return []
