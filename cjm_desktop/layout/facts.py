"""What a stage says without cards: how long it takes and what the customer wants."""

from __future__ import annotations

from cjm_desktop.journey import naming
from cjm_desktop.journey.durations import minutes
from cjm_desktop.journey.records import Stage, Step
from cjm_desktop.layout import style
from cjm_desktop.layout.context import Context
from cjm_desktop.layout.pieces import Box, Line, Primitive, Shape, Zone
from cjm_desktop.layout.style import Style
from cjm_desktop.layout.theme import StageInk

_VALUE = Style("semibold", 7.9, 1.2, hyphenate=False)
_BAR = 3.2


def time(
    ctx: Context, subject: Stage | Step, width: float, ink: StageInk, longest: float
) -> Shape | None:
    """How long a stage or step takes, as words and as a bar beside the longest of the map."""
    theme = ctx.theme
    planned = subject.planned
    actual = subject.actual if ctx.options.path != "to_be" else None
    shown = actual or planned
    if shown is None or ctx.options.blank:
        return None
    language = ctx.options.language
    value = style.block(naming.amount(shown, language), _VALUE, width)
    primitives: list[Primitive] = value.draw(0, 0, theme.ink)
    notes = [naming.bounds(shown, language)]
    if actual is not None and planned is not None:
        notes.append(ctx.say("planned", text=naming.amount(planned, language)))
    elif actual is None:
        notes.append(ctx.say("plan"))
    note = style.block(" · ".join(one for one in notes if one), style.CAPTION, width)
    y = value.height
    if note.lines != ("",):
        beside = value.width + 4 + note.width <= width and len(note.lines) == 1
        x, down = (value.width + 4, 1.1) if beside else (0.0, y)
        primitives += note.draw(x, down, theme.ink3)
        y = y if beside else y + note.height
    y += 2.0
    full = width * min(1.0, minutes(shown) / longest) if longest else 0.0
    primitives.append(Box(0, y, width, _BAR, theme.track, radius=_BAR / 2))
    if full > 0:
        primitives.append(Box(0, y, max(full, _BAR), _BAR, ink.fill, radius=_BAR / 2))
    if actual is not None and planned is not None and longest:
        x = width * min(1.0, minutes(planned) / longest)
        primitives.append(Line(x, y - 1.2, x, y + _BAR + 1.2, theme.ink, 0.8))
    zone = value.zone("actual" if actual else "planned", 0, 0, width, theme.ink)
    return Shape(width, y + _BAR, tuple(primitives), (zone,))


def goal(ctx: Context, stage: Stage, width: float, ink: StageInk) -> Shape | None:
    """What the customer wants to achieve in a stage, behind a line in its colour."""
    if not stage.goal or ctx.options.blank:
        return None
    text = style.shrunk(stage.goal, style.BODY, width - 6, 1e9, (1.0, 0.94, 0.88, 0.82))
    primitives: list[Primitive] = [
        Box(0, 0.6, 1.5, text.height - 1.2, ink.fill, radius=0.75),
        *text.draw(6, 0, ctx.theme.ink),
    ]
    zone: Zone = text.zone("goal", 6, 0, width - 6, ctx.theme.ink)
    return Shape(width, text.height, tuple(primitives), (zone,))
