"""The points of the emotion curves of a lane: whose they are and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from cjm_desktop.journey import curves, gaps, weakness
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Feeling, Lane
from cjm_desktop.layout import curve
from cjm_desktop.layout.context import Columns, Context
from cjm_desktop.layout.curve import Segment

TOP, BOTTOM = 28.0, 28.0
"""Free space above +2 and below -2."""
HIGH, LOW = 2.0, -2.0


class Point(NamedTuple):
    """A feeling at its place."""

    feeling: Feeling
    first: int
    last: int
    """The columns it stands for."""
    x: float
    """From the grid's left edge, u."""
    y: float
    """From the lane's top, u."""


class Line(NamedTuple):
    """One curve: its points, and its parts without a missing value between."""

    persona_id: str | None
    path: str
    points: tuple[Point, ...]
    parts: tuple[tuple[Segment, ...], ...]
    bridges: tuple[Segment, ...] = ()
    """From each part to the next, over what nobody knows."""


class Scale(NamedTuple):
    """Where the values of a lane lie."""

    top: float
    bottom: float

    def y(self, value: float) -> float:
        """From the lane's top, u."""
        return self.top + (HIGH - value) / (HIGH - LOW) * (self.bottom - self.top)

    def value(self, y: float) -> float:
        """The value at y, kept on the scale."""
        value = HIGH - (y - self.top) / ((self.bottom - self.top) or 1.0) * (HIGH - LOW)
        return max(LOW, min(HIGH, value))


def lines(ctx: Context, lane: Lane, columns: Columns, scale: Scale) -> list[Line]:
    """All curves of a lane that are to be seen, those of a part of the map as on the whole one."""
    shown, before = columns, len(ctx.beside[0])
    columns = _with_beside(ctx, shown)
    order = _order(columns)
    groups: dict[tuple[str | None, str], list[Point]] = {}
    for one in ctx.journey.feelings(lane.id):
        known = order.get((one.stage_id, one.step_id))
        if known is None or not ctx.shown(one.path) or ctx.options.blank or _left_out(ctx, one):
            continue
        first, last = known
        x = _x(columns, first, last, one.between)
        groups.setdefault((one.persona_id, one.path), []).append(
            Point(one, first, last, x, scale.y(one.value))
        )
    found = []
    for (persona_id, path), points in groups.items():
        points.sort(key=lambda point: (point.x, point.feeling.id))
        parts = _parts(points, columns, _numbers(columns, path))
        bridges = tuple(curve.bridge(one[-1], other[0]) for one, other in pairwise(parts))
        found.append(Line(persona_id, path, tuple(points), parts, bridges))
    if columns is not shown:
        cut = (before, shown.xs[0] - columns.xs[0], shown)
        found = [one for one in (_seen_of(line, *cut) for line in found) if one.points]
    return sorted(found, key=lambda one: (one.persona_id or "", one.path))


def _with_beside(ctx: Context, columns: Columns) -> Columns:
    """Columns with those beside them, each of these as wide as these are on average."""
    before, after = ctx.beside
    if not columns.xs or not (before or after):
        return columns
    wide = (columns.right - columns.xs[0]) / len(columns.xs)
    lefts = [columns.xs[0] - wide * (len(before) - at) for at in range(len(before))]
    rights = [columns.right + wide * at for at in range(len(after))]
    gaps = columns.gaps and (*[0.0] * len(before), *columns.gaps, *[0.0] * len(after))
    return Columns(
        (*before, *columns.columns, *after),
        (*lefts, *columns.xs, *rights),
        (*[wide] * len(before), *columns.ws, *[wide] * len(after)),
        (),
        gaps,
    )


def _seen_of(line: Line, before: int, left: float, columns: Columns) -> Line:
    """What of a curve over all columns lies in some of them.

    Args:
        before: so many columns lie before these.
        left: where the first of these begins, u.
    """
    wide, count = columns.right - columns.xs[0], len(columns.xs)
    points = [
        one._replace(first=one.first - before, last=one.last - before, x=min(one.x - left, wide))
        for one in line.points
        if before <= one.first and one.last < before + count
    ]
    parts = (curve.between(one, left, left + wide) for one in line.parts)
    bridges = (curve.between((one,), left, left + wide) for one in line.bridges)
    return line._replace(
        points=tuple(points),
        parts=tuple([one for one in parts if one]),
        bridges=tuple([one for found in bridges for one in found]),
    )


def _left_out(ctx: Context, point: Feeling) -> bool:
    """Whether a point belongs to somebody who is not to be seen now."""
    whose = ctx.options.persona_ids
    hides = bool(whose) and ctx.options.others == "hide"
    return hides and point.persona_id is not None and point.persona_id not in whose


def _order(columns: Columns) -> dict[tuple[str, str | None], tuple[int, int]]:
    """First and last column of every step, and of every stage as a whole."""
    found: dict[tuple[str, str | None], tuple[int, int]] = {}
    for index, (stage, step) in enumerate(columns.columns):
        if step is not None:
            found[(stage.id, step.id)] = (index, index)
        first, _ = found.get((stage.id, None), (index, index))
        found[(stage.id, None)] = (first, index)
    return found


def _middle(columns: Columns, first: int, last: int) -> float:
    """The middle of what lies in some columns, from the grid's left edge, u."""
    wide = columns.stretch(first, last + 1).over(0, last + 1 - first)
    return columns.xs[first] - columns.xs[0] + wide / 2


def _x(columns: Columns, first: int, last: int, between: float) -> float:
    here = _middle(columns, first, last)
    if not between:
        return here
    if last + 1 < len(columns.xs):
        following = _middle(columns, last + 1, last + 1)
    else:
        following = here + columns.ws[last]
    return min(here + (following - here) * between, columns.right - columns.xs[0])


def _numbers(columns: Columns, path: str) -> list[int]:
    """For each column how many of a path come before it: those of the other break no curve."""
    found, number = [], 0
    for stage, step in columns.columns:
        found.append(number)
        narrowed = step.path if step is not None and stage.path == "both" else stage.path
        number += narrowed in ("both", path)
    return found


def _parts(
    points: Sequence[Point], columns: Columns, numbers: Sequence[int]
) -> tuple[tuple[Segment, ...], ...]:
    """Curves through neighbours, flat for half a column at both ends, broken where one misses.

    Args:
        numbers: of each column, among those that count.
    """
    groups: list[list[Point]] = []
    for point in points:
        if groups and point.x - groups[-1][-1].x < 1e-6:
            continue
        if groups and numbers[point.first] - numbers[groups[-1][-1].last] < 2:
            groups[-1].append(point)
        else:
            groups.append([point])
    found = []
    for group in groups:
        first, last = group[0], group[-1]
        left = columns.xs[first.first] - columns.xs[0]
        right = columns.xs[last.last] + columns.ws[last.last] - columns.xs[0]
        through = [(left, first.y)] if left < first.x - 1e-6 else []
        through += [(one.x, one.y) for one in group]
        through += [(right, last.y)] if right > last.x + 1e-6 else []
        found.append(tuple(curve.segments(through)))
    return tuple(found)


def main_line(ctx: Context, found: Sequence[Line]) -> Line | None:
    """The curve drawn large."""
    path = "to_be" if ctx.options.path == "to_be" else "as_is"
    known = {one.persona_id: one for one in found if one.path == path and one.points}
    return curves.main(known, ctx.options.persona_ids, (one.id for one in ctx.personas))


def _theirs(ctx: Context, line: Line) -> bool:
    """Whether a curve is of whom is in question; a lone persona is the customer as such."""
    chosen = ctx.options.persona_ids
    return not chosen or line.persona_id in (chosen if len(ctx.personas) > 1 else (*chosen, None))


def planned_line(main: Line | None, found: Sequence[Line]) -> Line | None:
    """The planned curve beside the main one: the same person's, else the customer's."""
    planned = [one for one in found if one.path == "to_be" and one is not main]
    for one in planned:
        if main is not None and one.persona_id == main.persona_id:
            return one
    return next((one for one in planned if one.persona_id is None), None)


def weakest(ctx: Context, lane: Lane, found: Sequence[Line]) -> Point | None:
    """The lowest point of the curves in question, where `journey.weakness` finds one; None where
    it is in a part of the map that is not to be seen."""
    theirs = [one for one in found if one.path == "as_is" and _theirs(ctx, one)]
    points = {point.feeling.id: point for one in theirs for point in one.points}
    known = [one.feeling for one in points.values()]
    if any(ctx.beside):
        whose = {one.persona_id for one in theirs}
        every = ctx.journey.feelings(lane.id)
        known = [one for one in every if one.path == "as_is" and one.persona_id in whose]
    low = weakness.lowest(ctx.journey, lane.map_id, known)
    return points.get(low[0].id) if low else None


def voiceless(ctx: Context, found: Sequence[Line]) -> str:
    """The persona in question of whom no feeling is known; empty where there is none such."""
    if ctx.options.blank or any(_theirs(ctx, one) for one in found):
        return ""
    return next((one.id for one in ctx.personas if one.id in ctx.options.persona_ids), "")


class Gap(NamedTuple):
    """Where the main curve lies farthest under the planned one."""

    point: Point
    y: float
    """Of the planned curve, u."""
    size: float
    """How much better it should be there."""


def largest_gap(journey: Journey, lane: Lane, line: Line, planned: Line) -> Gap | None:
    """What an arrow is worth to be drawn for; where it is, is for `journey.gaps` to say."""
    found = gaps.curve_gap(journey, lane.id, line.persona_id)
    point = next((one for one in line.points if found and one.feeling.id == found.point.id), None)
    if found is None or point is None or not found.matters:
        return None
    heights = (curve.value_at(part, point.x) for part in planned.parts)
    y = next((one for one in heights if one is not None), None)
    return Gap(point, y, found.size) if y is not None else None


class Plot(NamedTuple):
    """The curves of a lane and what is said about them."""

    scale: Scale
    main: Line | None
    planned: Line | None
    others: tuple[Line, ...]
    weak: Point | None
    gap: Gap | None
    voiceless: str = ""
    """Id of a persona in question of whom no feeling is known."""

    @property
    def whose(self) -> frozenset[str | None]:
        """Whose curves of the path as it is are drawn."""
        drawn = (*self.others, *((self.main,) if self.main is not None else ()))
        return frozenset(one.persona_id for one in drawn if one.path == "as_is")


def plot(ctx: Context, lane: Lane, columns: Columns, scale: Scale) -> Plot:
    """The curves of a lane of feelings."""
    found = lines(ctx, lane, columns, scale)
    main = main_line(ctx, found)
    planned = planned_line(main, found)
    others = [
        one for one in found if one is not main and one is not planned and one.path == "as_is"
    ]
    weak = weakest(ctx, lane, found)
    gap = None
    if main is not None and planned is not None and main.path == "as_is":
        gap = largest_gap(ctx.journey, lane, main, planned)
    return Plot(scale, main, planned, tuple(others), weak, gap, voiceless(ctx, found))
