"""The curves of a lane of feelings on its ground: areas, levels, ribbon, thin lines, bridges."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

from cjm_desktop.layout import curve, gaps
from cjm_desktop.layout.colour import tint
from cjm_desktop.layout.context import Context
from cjm_desktop.layout.curve import Segment
from cjm_desktop.layout.feelings import Line as CurveLine
from cjm_desktop.layout.feelings import Plot, Scale
from cjm_desktop.layout.pieces import Colour, Command, Gradient, Line, Path, Primitive
from cjm_desktop.layout.slots import Rect

RIBBON = 2.9
_OTHER = 1.1
_PLANNED = 0.9
_PLANNED_DASH = (3.2, 2.2)
_BRIDGE, _THIN = 0.9, 0.6
"""Width of a bridge of the main curve, and of the others."""
_BRIDGE_DASH = (1.6, 2.4)
_HATCH = 3.6
_LEAST_GAP = 2.0
"""Closer curves have nothing between them to be shaded, u."""
_DOTTED = (0.3, 2.2)


def ground(ctx: Context, plotted: Plot, width: float, words: list[Rect]) -> list[Primitive]:
    """Areas, levels and curves; the thin ones leave gaps for words."""
    scale, main, planned, others = plotted[:4]
    theme = ctx.theme
    drawn: list[Primitive] = []
    if main is not None:
        drawn += _areas(ctx, main, scale)
    if main is not None and planned is not None:
        drawn += _between(ctx, main, planned, words)
    for value in (2, 1, -1, -2):
        y = scale.y(value)
        drawn.append(Line(0, y, width, y, theme.line, 0.3, _DOTTED, round=True))
    zero = scale.y(0)
    for left, right in gaps.level(zero, width, words):
        drawn.append(Line(left, zero, right, zero, theme.line2, 0.5))
    if planned is not None:
        drawn += _thin(planned, words, theme.ink3, _PLANNED, _PLANNED_DASH)
    for line in others:
        drawn += _thin(line, words, tint(role_colour(ctx, line), theme.paper, 0.7), _OTHER)
    if main is not None:
        drawn += [_bridge(one, theme.ink3, _BRIDGE) for one in _clear(main.bridges, words)]
        drawn += [Path(curve.ribbon(part, RIBBON), _by_value(ctx, scale)) for part in main.parts]
    return drawn


def _thin(
    line: CurveLine,
    words: list[Rect],
    colour: Colour,
    width: float,
    dash: tuple[float, ...] = (),
) -> list[Primitive]:
    """A thin curve, its bridges thinner still."""
    drawn: list[Primitive] = [_bridge(one, colour, _THIN) for one in _clear(line.bridges, words)]
    for part in line.parts:
        drawn += [
            Path(curve.commands(free), None, colour, width, dash, round=not dash)
            for free in gaps.curve(part, words)
        ]
    return drawn


def _clear(bridges: Sequence[Segment], words: list[Rect]) -> list[list[Segment]]:
    """What of some bridges no word covers."""
    return [free for one in bridges for free in gaps.curve([one], words)]


def _bridge(free: Sequence[Segment], colour: Colour, width: float) -> Path:
    """The dashed line that leads over steps of which nobody knows how they feel."""
    return Path(curve.commands(free), None, colour, width, _BRIDGE_DASH, round=False)


def _between(
    ctx: Context, main: CurveLine, planned: CurveLine, words: list[Rect]
) -> list[Primitive]:
    """Fine lines where the planned curve of the same person lies apart from the actual one."""
    if main.path != "as_is" or planned.persona_id != main.persona_id:
        return []
    strokes: list[Command] = []
    for low, high in itertools.product(main.parts, planned.parts):
        x = max(low[0].x0, high[0].x0)
        end = min(low[-1].x3, high[-1].x3)
        x = math.ceil(x / _HATCH) * _HATCH
        while x <= end:
            y, other = curve.value_at(low, x), curve.value_at(high, x)
            if y is not None and other is not None and abs(y - other) > _LEAST_GAP:
                for top, bottom in gaps.upright(x, min(y, other), max(y, other), words):
                    strokes += [("M", (x, top)), ("L", (x, bottom))]
            x += _HATCH
    colour = tint(ctx.theme.ink3, ctx.theme.paper, 0.45)
    return [Path(tuple(strokes), None, colour, 0.3)] if strokes else []


def _by_value(ctx: Context, scale: Scale) -> Gradient:
    stops = tuple((step / 8, ctx.theme.emotion(2 - step / 2)) for step in range(9))
    return Gradient(0, scale.top, 0, scale.bottom, stops)


def _areas(ctx: Context, main: CurveLine, scale: Scale) -> list[Primitive]:
    """Joy over the zero line and trouble under it, each in one gradient."""
    theme, zero = ctx.theme, scale.y(0)
    strength = (0.06, 0.30, 0.52) if theme.name == "light" else (0.10, 0.34, 0.52)
    happy = (theme.emotion(0.6), theme.emotion(1.0), theme.emotion(2.0))
    upset = (theme.emotion(-1.0), theme.emotion(-1.2), theme.emotion(-2.0))

    def gradient(colours: tuple[str, str, str], end: float) -> Gradient:
        parts = zip((0.0, 0.5, 1.0), colours, strength, strict=True)
        return Gradient(
            0, zero, 0, end, tuple((at, tint(one, theme.paper, part)) for at, one, part in parts)
        )

    found: list[Primitive] = []
    for part in main.parts:
        above, below = curve.areas(part, zero)
        if above:
            found.append(Path(above, gradient(happy, scale.top)))
        if below:
            found.append(Path(below, gradient(upset, scale.bottom)))
    return found


def role_colour(ctx: Context, line: CurveLine) -> Colour:
    """The colour of the persona whose curve it is, pale where another one is in question."""
    for index, person in enumerate(ctx.personas):
        if person.id == line.persona_id:
            colour = ctx.theme.role(index, person.colour)
            chosen = ctx.options.persona_ids
            return colour if not chosen or person.id in chosen else ctx.theme.dimmed(colour)
    return ctx.theme.ink3
