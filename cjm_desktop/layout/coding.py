"""Short codes on what is drawn, and the numbers of stages and steps by which a place is said.

They are drawn only where they are asked for: on the screen while one looks for them, on paper so
that people can write down what is to be changed (see `journey.codes`).
"""

from __future__ import annotations

from collections.abc import Mapping

from cjm_desktop.journey import codes
from cjm_desktop.journey.records import Stage
from cjm_desktop.layout import style
from cjm_desktop.layout.context import Context
from cjm_desktop.layout.pieces import Colour, Primitive, Shape
from cjm_desktop.layout.style import Style

CODE = Style("semibold", 5.8, 1.2, hyphenate=False)
NUMBER = Style("semibold", 6.4, 1.2, hyphenate=False)
_BESIDE_TAIL = 22.0
"""Right of the tail of a speech bubble, u."""
_TAIL = 6.5
_LEFTS = {"actions": 5.6, "touchpoints": 14.6, "opportunities": 7.5}
"""Where the words of a card begin, and its code under them, u."""
_LEFT = 1.0
_GAP = 0.6


def known(ctx: Context) -> object:
    """What codes are drawn from: another one as soon as a card gets its number."""
    if not ctx.options.codes:
        return None
    return len(codes.numbered(ctx.journey)), ctx.journey.document.language


def code(ctx: Context, record_id: str) -> str:
    """The code of a card or curve point; empty where none is to be seen."""
    record = ctx.journey.find(record_id) if ctx.options.codes else None
    return codes.code_of(ctx.journey, ctx.map.id, record) if record is not None else ""


def under(ctx: Context, said: str, shape: Shape, holds: str) -> Shape:
    """A card with its code under it; a note has it in its foot already (see `notes`)."""
    if not said or holds == "barriers":
        return shape
    words = style.line(said, CODE)
    if holds == "thoughts":
        x, y = _BESIDE_TAIL, shape.h - _TAIL + _GAP
    else:
        x, y = _LEFTS.get(holds, _LEFT), shape.h + _GAP
    x = max(0.0, min(x, shape.w - words.width))
    drawn = (*shape.primitives, *words.draw(x, y, ctx.theme.ink2))
    height = max(shape.h, y + words.height)
    return Shape(max(shape.w, words.width), height, drawn, shape.zones)


def in_foot(said: str, at: tuple[float, float], foot: float, ink: Colour) -> list[Primitive]:
    """The code of a note in its foot, the room there given from where to where.

    Args:
        foot: the middle of the foot, u.
    """
    words = style.line(said, CODE)
    left, right = at
    x = left if words.width > right - left else right - words.width
    return words.draw(x, foot - words.height / 2, ink)


def width(said: str) -> float:
    """Of a code, u."""
    return style.line(said, CODE).width if said else 0.0


def coordinates(ctx: Context) -> Mapping[str, str]:
    """The numbers of stages and steps by their ids; nothing where none is to be seen."""
    if not ctx.options.codes:
        return {}
    stages = ctx.journey.stages(ctx.map.id)
    steps = tuple([ctx.journey.steps(one.id) for one in stages])
    made_from = (stages, steps)
    return ctx.memo.once(("coordinates",), made_from, codes.coordinates, ctx.journey, ctx.map.id)


def stage_number(ctx: Context, stage: Stage, usual: str) -> str:
    """The number of a stage among all, where it is to be seen; else as it is usually said."""
    return coordinates(ctx).get(stage.id, usual)


def before_name(ctx: Context, step_id: str, ink: Colour) -> list[Primitive]:
    """The number before a step's name, where it is to be seen."""
    said = coordinates(ctx).get(step_id)
    return style.line(said, NUMBER).draw(0, 1.0, ink) if said else []


def step_room(ctx: Context, step_id: str) -> float:
    """Room for it, u."""
    said = coordinates(ctx).get(step_id)
    return style.line(said, NUMBER).width + 2.4 if said else 0.0
