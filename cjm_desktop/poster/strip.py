"""The whole curve, small, with one stage marked: the way through a booklet of stages. In mm."""

from __future__ import annotations

from itertools import groupby

from cjm_desktop.journey import curves
from cjm_desktop.journey.records import Feeling, Stage
from cjm_desktop.layout import curve, style
from cjm_desktop.layout.context import Context
from cjm_desktop.layout.pieces import Box, Disc, Gradient, Line, Path, Primitive
from cjm_desktop.layout.style import Style
from cjm_desktop.poster import lines

HEIGHT = 33.0
_NAMES = 9.0
"""Height of the row of stages."""
_NAME = Style("semibold", 3.0, 1.1, hyphenate=False)
_SHRINK = (1.0, 0.9, 0.8, 0.72)
_AIR = 2.6
"""Above and below the curve."""


def primitives(ctx: Context, marked: Stage | None, width: float) -> list[Primitive]:
    """The stages side by side and the curve below them, from (0, 0).

    Args:
        ctx: of the whole map.
        marked: the stage this page is about; None: none.
        width: mm.
    """
    theme = ctx.theme
    each = width / max(1, len(ctx.columns))
    found: list[Primitive] = []
    x = 0.0
    for number, (stage, steps) in enumerate(zip(ctx.stages, ctx.steps, strict=True), start=1):
        wide = each * max(1, len(steps))
        on = marked is not None and stage.id == marked.id
        if on:
            found.append(Box(x, 0, wide, HEIGHT, ctx.inks[stage.id].tint, None, radius=1.2))
        ink = ctx.inks[stage.id]
        fill, over = (ink.fill, ink.on_fill) if on else (theme.zebra, theme.ink2)
        found.append(Box(x + 0.3, 0, wide - 0.6, _NAMES, fill, None, radius=1.2))
        said = style.shrunk(f"{number} {stage.title}", _NAME, wide - 2.6, _NAMES - 0.8, _SHRINK)
        if said.height <= _NAMES and said.whole:
            found += said.draw(x + 1.3, (_NAMES - said.height) / 2, over)
        else:
            name = lines.shortened(f"{number} {stage.title}", "semibold", 2.2, wide - 2.6)
            found += lines.line(name, "semibold", 2.2, x + 1.3, _NAMES / 2 + 0.8, over)
        x += wide
    return found + _curve(ctx, each, width)


def _curve(ctx: Context, each: float, width: float) -> list[Primitive]:
    theme = ctx.theme
    top, bottom = _NAMES + _AIR, HEIGHT - _AIR
    middle = (top + bottom) / 2
    found: list[Primitive] = [Line(0, middle, width, middle, theme.line2, 0.2, (0.6, 0.8))]
    places = [
        ((at + 0.5) * each, middle - one.value / 4 * (bottom - top), one)
        for at, one in _points(ctx)
    ]
    stops = tuple((part / 4, theme.emotion(2 - part)) for part in range(5))
    sky = Gradient(0, top, 0, bottom, stops)
    through = [next(same) for _, same in groupby(places, key=lambda each: round(each[0], 3))]
    if len(through) > 1:
        way = curve.segments([(x, y) for x, y, _ in through])
        found.append(Path(curve.commands(way), None, sky, 0.9))
    found += [Disc(x, y, 1.3, theme.emotion(one.value), theme.paper, 0.3) for x, y, one in places]
    return found


def _points(ctx: Context) -> list[tuple[float, Feeling]]:
    """The points of the curve drawn large, each at its column, left to right."""
    path = "to_be" if ctx.options.path == "to_be" else "as_is"
    for lane in ctx.journey.lanes(ctx.map.id):
        if lane.holds != "feelings":
            continue
        known: dict[str | None, list[tuple[float, Feeling]]] = {}
        for one in sorted(ctx.journey.feelings(lane.id), key=lambda one: one.persona_id or ""):
            at = _column(ctx, one)
            if one.path == path and at is not None:
                known.setdefault(one.persona_id, []).append((at, one))
        main = curves.main(known, ctx.options.persona_ids, (one.id for one in ctx.personas))
        if main is not None:
            return sorted(main, key=lambda each: (each[0], each[1].id))
    return []


def _column(ctx: Context, point: Feeling) -> float | None:
    """Where a point stands, in columns that are to be seen; None: in none of them."""
    here = [
        at
        for at, (stage, step) in enumerate(ctx.columns)
        if stage.id == point.stage_id
        and point.step_id in (None, step.id if step is not None else None)
    ]
    if not here:
        return None
    middle = (here[0] + here[-1]) / 2
    return middle + (here[-1] + 1 - middle) * point.between
