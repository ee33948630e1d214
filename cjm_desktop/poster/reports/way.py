"""One person's curve under the stages, as large as a sheet held in the hand needs. In mm."""

from __future__ import annotations

from itertools import pairwise

from cjm_desktop.journey import grid
from cjm_desktop.journey.records import Feeling
from cjm_desktop.layout import curve, faces, style
from cjm_desktop.layout.colour import tint
from cjm_desktop.layout.context import Context
from cjm_desktop.layout.curve import Segment
from cjm_desktop.layout.pieces import Box, Disc, Gradient, Line, Path, Primitive
from cjm_desktop.layout.style import Style
from cjm_desktop.poster import lines

HEIGHT = 60.0
_NAMES = 8.0
"""Height of the row of stages."""
_NAME = Style("semibold", 3.0, 1.1, hyphenate=False)
_SHRINK = (1.0, 0.9, 0.8, 0.72)
_TOP, _BOTTOM = 17.0, 51.0
"""Where +2 and -2 are."""
_FACE, _LOWEST = 2.7, 3.4
_WORD = 2.7
_RIBBON = 0.9
_APART = 0.8
"""Free between words."""
Point = tuple[float, float, Feeling]
Taken = list[tuple[float, float, float, float]]


def points(ctx: Context, whose: set[str | None], path: str) -> list[tuple[float, Feeling]]:
    """The points of somebody's curve with their columns, left to right; of the first lane."""
    places = grid.of_map(ctx.journey, ctx.map.id)
    for lane in ctx.journey.lanes(ctx.map.id):
        mine = [
            (places.at(one), one)
            for one in ctx.journey.feelings(lane.id)
            if one.persona_id in whose and one.path == path
        ]
        if lane.holds == "feelings" and mine:
            mine = [one for one in mine if one[0] < len(places.columns)]
            return sorted(mine, key=lambda one: one[0])
    return []


def primitives(ctx: Context, whose: set[str | None], width: float) -> list[Primitive]:
    """The stages side by side and the curves below them, from (0, 0); empty without a curve."""
    mine = points(ctx, whose, "as_is") or points(ctx, whose, "to_be")
    if not mine:
        return []
    count = max(1, len(grid.of_map(ctx.journey, ctx.map.id).columns))
    each = width / count
    found = _stages(ctx, each)
    placed = [((at + 0.5) * each, _y(one.value), one) for at, one in mine]
    ways = [curve.segments([(x, y) for x, y, _ in run]) for run in _runs(placed, each)]
    found += _ground(ctx, ways, width)
    planned = points(ctx, whose, "to_be") if mine[0][1].path == "as_is" else []
    meant = [((at + 0.5) * each, _y(one.value)) for at, one in planned]
    if len(meant) > 1:
        aim = curve.commands(curve.segments(meant))
        found.append(Path(aim, None, ctx.theme.ink3, 0.35, (1.4, 1.0), round=False))
    sky = Gradient(0, _TOP, 0, _BOTTOM, _stops(ctx))
    found += [Path(curve.ribbon(way, _RIBBON), sky) for way in ways if way]
    return found + _faces(ctx, placed, width)


def _y(value: float) -> float:
    return (_TOP + _BOTTOM) / 2 - value / 4 * (_BOTTOM - _TOP)


def _stops(ctx: Context) -> tuple[tuple[float, str], ...]:
    return tuple((part / 8, ctx.theme.emotion(2 - part / 2)) for part in range(9))


def _runs(placed: list[Point], each: float) -> list[list[Point]]:
    """The points where no column between them is without one."""
    found = [[placed[0]]]
    for before, after in pairwise(placed):
        if after[0] - before[0] > 2.01 * each:
            found.append([])
        found[-1].append(after)
    return found


def _stages(ctx: Context, each: float) -> list[Primitive]:
    found: list[Primitive] = []
    x = 0.0
    steps = ctx.journey.steps
    stages = ctx.journey.stages(ctx.map.id)
    for number, stage in enumerate(stages, start=1):
        wide = each * max(1, len(steps(stage.id)))
        ink = ctx.inks.get(stage.id) or ctx.theme.stage(number - 1, len(stages), stage.colour)
        found.append(Box(x + 0.3, 0, wide - 0.6, _NAMES, ink.fill, None, radius=1.2))
        said = style.shrunk(stage.title, _NAME, wide - 3, _NAMES - 0.8, _SHRINK)
        if said.whole and said.height <= _NAMES:
            found += said.draw(x + 1.5, (_NAMES - said.height) / 2, ink.on_fill)
        else:
            name = lines.shortened(stage.title, "semibold", 2.2, wide - 3)
            found += lines.line(name, "semibold", 2.2, x + 1.5, _NAMES / 2 + 0.8, ink.on_fill)
        if number > 1:
            found.append(Line(x, _NAMES, x, HEIGHT, ctx.theme.line2, 0.2, (0.2, 1.2), round=True))
        x += wide
    return found


def _ground(ctx: Context, ways: list[list[Segment]], width: float) -> list[Primitive]:
    theme, zero = ctx.theme, _y(0)
    happy = tint(theme.emotion(0.6), theme.paper, 0.06), tint(theme.emotion(2), theme.paper, 0.5)
    upset = tint(theme.emotion(-1), theme.paper, 0.06), tint(theme.emotion(-2), theme.paper, 0.5)
    found: list[Primitive] = []
    for way in ways:
        for area, (near, far), end in zip(
            curve.areas(way, zero), (happy, upset), (_TOP, _BOTTOM), strict=True
        ):
            if area:
                found.append(Path(area, Gradient(0, zero, 0, end, ((0, near), (1, far)))))
    for value in (2, 1, -1, -2):
        y = _y(value)
        found.append(Line(0, y, width, y, theme.line, 0.15, (0.2, 1.2), round=True))
    found.append(Line(0, zero, width, zero, theme.line2, 0.25))
    return found


def _faces(ctx: Context, placed: list[Point], width: float) -> list[Primitive]:
    """A face at each point, and its word outside the bend of the curve where it has room."""
    theme = ctx.theme
    lowest = min(placed, key=lambda one: one[2].value)
    found: list[Primitive] = []
    taken: Taken = [(x - 3, y - 3, x + 3, y + 3) for x, y, _ in placed]
    # The extremes first: they are the ones that must be named.
    for x, y, one in sorted(placed, key=lambda each: -abs(each[2].value)):
        above = _is_top(placed, x, one)
        radius = _LOWEST if one is lowest[2] else _FACE
        found.append(Disc(x, y, radius * 1.16, theme.paper))
        found += faces.face(x, y, radius, one.value, theme)
        word = " ".join(one.word.split())
        if word:
            found += _word(ctx, word, (x, y), above, width, taken)
    return found


def _is_top(placed: list[Point], x: float, one: Feeling) -> bool:
    """Whether the curve bends downwards at a point; of an end, whether it is joy."""
    before = [each[2].value for each in placed if each[0] < x][-1:]
    after = [each[2].value for each in placed if each[0] > x][:1]
    beside = before + after
    mean = sum(beside) / len(beside) if len(beside) == 2 else 0.0
    return one.value >= mean


def _word(
    ctx: Context, word: str, at: tuple[float, float], above: bool, width: float, taken: Taken
) -> list[Primitive]:
    x, y = at
    wide = lines.width(word, "semibold", _WORD)
    left = min(max(0.0, x - wide / 2), width - wide)
    steps = (-5.2, 7.0, -8.6, 10.4) if above else (7.0, -5.2, 10.4, -8.6)
    for step in steps:
        base = y + step
        box = (left, base - _WORD, left + wide, base + 0.6)
        if base - _WORD > _NAMES and base < HEIGHT and not any(_meet(box, one) for one in taken):
            taken.append(box)
            return lines.line(word, "semibold", _WORD, left, base, ctx.theme.ink)
    return []


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    across = one[0] < other[2] + _APART and other[0] < one[2] + _APART
    return across and one[1] < other[3] and other[1] < one[3]
