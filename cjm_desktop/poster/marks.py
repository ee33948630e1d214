"""What stands in a sheet's margins and in the strips that will be glued over, in mm.

A sheet's top and left margins are cut off along the dashed line, except at the poster's own edge;
the sheet is then laid on the dotted strip of its neighbour. So all marks lie in margins or inside
the strip, and none is seen afterwards.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

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

    def sides(self) -> tuple[Side, Side, Side, Side]:
        """Left, top, right and bottom, of which a grid has only a few different ones.

        The first two as they lie on the sheet, the others as seen from where they meet: so neither
        says how long the other one is, and all sheets of a column or a row share it.
        """
        left, top, right, bottom = (
            round(each, 3) for each in (self.left, self.top, self.right, self.bottom)
        )
        wide, tall = round(right - left, 3), round(bottom - top, 3)
        after, below = self.after is not None, self.below is not None
        return (
            Side(upright=True, last=False, at=left, begin=top, end=bottom, joined=self.before),
            Side(upright=False, last=False, at=top, begin=left, end=right, joined=self.above),
            Side(upright=True, last=True, at=0.0, begin=-tall, end=0.0, joined=after),
            Side(upright=False, last=True, at=0.0, begin=-wide, end=0.0, joined=below),
        )


class Side(NamedTuple):
    """One of the edges of a sheet's print area."""

    upright: bool
    last: bool
    """Right or bottom."""
    at: float
    begin: float
    end: float
    joined: bool
    """A sheet is glued to it, or it is glued onto one."""


def cut_and_glue(grid: Grid, side: Side) -> list[Primitive]:
    """A side's cut line with its scissors, its strip for glue with triangles, its corner marks."""
    found = _corners(side, min(grid.margin, 6.0)) if side.upright else []
    # Without a margin there is nothing to cut off.
    if side.joined and not side.last and grid.margin > _CUT:
        found += _cut(side, grid.margin)
    if side.joined and side.last and grid.overlap > 0:
        found += _strip(side, side.at - grid.overlap + _STRIP, grid.margin)
    return found


def _cut(side: Side, margin: float) -> list[Primitive]:
    """The dashed line a margin is cut off along; it lies in the margin that goes."""
    dash, at = (2.2, 1.1), side.at - _CUT / 2
    # The icon keeps clear of the map: it is the line's margin that goes, not its other side.
    size = min(5.0, margin * 0.6)
    near = side.at - _CUT - size
    if side.upright:
        line = Line(at, side.begin, at, side.end, INK, _CUT, dash)
        y = side.begin + (side.end - side.begin) * 0.35
        scissors = icons.icon("cut", near, y - size, size, INK, 1.3)
    else:
        line = Line(side.begin, at, side.end, at, INK, _CUT, dash)
        x = side.begin + (side.end - side.begin) * 0.3
        scissors = icons.icon("scissors", x, near, size, INK, 1.3)
    return [line, scissors] if size >= 1.5 else [line]


def _strip(side: Side, at: float, margin: float) -> list[Primitive]:
    """The line where the next sheet's edge is laid, and triangles at both its ends."""
    tall, out = min(3.0, margin * 0.7), 1.0
    ends = [(at, side.begin), (at, side.end)]
    if tall < _LEAST_TRIANGLE:
        tall, out = 2.5, 0.0
        ends = [(at, side.begin + 4), (at, side.end - 4)]
    half = tall / 2
    found: list[Primitive] = [_line(side, at)]
    for tip, way in zip(ends, (-out, out), strict=True):
        # In the margin they point at the line's end, in the strip at the line.
        others = ((-half, way * tall), (half, way * tall)) if out else ((tall, -half), (tall, half))
        found.append(_triangle(side, tip, *others))
    return found


def _line(side: Side, at: float) -> Line:
    if side.upright:
        return Line(at, side.begin, at, side.end, FAINT, _STRIP, (0.5, 1.4))
    return Line(side.begin, at, side.end, at, FAINT, _STRIP, (0.5, 1.4))


def _triangle(
    side: Side, tip: tuple[float, float], one: tuple[float, float], other: tuple[float, float]
) -> Path:
    """A black triangle of an upright side, or what is its like on a level one.

    Args:
        tip: across and along the side.
        one, other: its other corners as seen from there.
    """
    corners = [tip, *((tip[0] + across, tip[1] + along) for across, along in (one, other))]
    places = corners if side.upright else [(along, across) for across, along in corners]
    letters = ("M", "L", "L")
    return Path((*zip(letters, places, strict=True), ("Z", ())), INK)


def _corners(side: Side, long: float) -> list[Primitive]:
    """Two short lines at each end of an upright side, outside the print area."""
    if long < 1:
        return []
    gap, x, out = 0.6, side.at, 1 if side.last else -1
    found: list[Primitive] = []
    for y, down in ((side.begin, -1), (side.end, 1)):
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
