"""Lane labels at the left: an icon on a disc, the name, and the lane's question."""

from __future__ import annotations

from cjm_desktop.journey.records import Lane
from cjm_desktop.layout import faces, icons, style
from cjm_desktop.layout.colour import is_colour, readable
from cjm_desktop.layout.context import Context
from cjm_desktop.layout.feelings import Scale
from cjm_desktop.layout.pieces import Colour, Primitive, Shape
from cjm_desktop.layout.theme import NIGHT, WHITE

_DISC = 7.0
_ICON = 9.2
_LEFT = 18.0
_TOP = 4.0
_SHRINK = (1.0, 0.95, 0.9, 0.85, 0.8, 0.74)
_ONE_LINE = (1.0, 0.96, 0.92, 0.88, 0.84)
_FACE = 5.0
_LEVELS = (2, 1, 0, -1, -2)


def label(ctx: Context, lane: Lane, width: float) -> Shape:
    """A lane's label, as high as its words."""
    theme = ctx.theme
    room = width - _LEFT - 3.0
    name = _name(lane.title or ctx.name(f"lane.{lane.holds}"), room)
    one_line = style.line(name.lines[0], style.LANE).height
    top = _TOP + max(0.0, _DISC - one_line / 2 - 0.6)
    question = style.block(lane.question, style.CAPTION, room)
    drawn: list[Primitive] = [
        *icons.badge(
            icons.LANES[lane.holds],
            _DISC,
            _TOP + _DISC,
            _DISC,
            *_inks(ctx, lane),
            _ICON / 14,
        ),
        *name.draw(_LEFT, top, theme.ink),
    ]
    y = top + name.height
    zones = [name.zone("title", _LEFT, top, room, theme.ink)]
    if lane.question and not lane.folded:
        drawn += question.draw(_LEFT, y + 0.6, theme.ink3)
        zones.append(question.zone("question", _LEFT, y + 0.6, room, theme.ink3))
        y += question.height + 0.6
    return Shape(width, max(y, _TOP + 2 * _DISC) + 1.0, tuple(drawn), tuple(zones))


def _inks(ctx: Context, lane: Lane) -> tuple[Colour, Colour]:
    """The ground of a lane's icon and the ink on it."""
    if is_colour(lane.colour):
        return lane.colour, readable(lane.colour, NIGHT, WHITE)
    return ctx.theme.disc, ctx.theme.on_disc


def _name(words: str, room: float) -> style.Block:
    """A lane's name on one line if a little smaller type allows it, else on more."""
    one_line = style.LANE.size * style.LANE.leading + 1e-6
    name = style.shrunk(words, style.LANE, room, one_line, _ONE_LINE)
    if name.whole and len(name.lines) == 1:
        return name
    return style.shrunk(words, style.LANE, room, 1e9, _SHRINK)


def divider(ctx: Context, lane: Lane, width: float) -> Shape:
    """The label of a line of interaction or visibility."""
    words = style.shrunk(lane.title, style.CAPTION_STRONG, width - 6, 1e9, (1.0, 0.9))
    drawn = words.draw(0, 1.0, ctx.theme.ink2)
    return Shape(
        width,
        words.height + 2,
        tuple(drawn),
        (words.zone("title", 0, 1, width - 6, ctx.theme.ink2),),
    )


def scale(ctx: Context, at: Scale, width: float, height: float) -> Shape:
    """The five levels of feeling, right-aligned at their heights in the lane."""
    drawn: list[Primitive] = []
    x = width - _FACE - 2.0
    for value in _LEVELS:
        y = at.y(value)
        drawn += faces.face(x, y, _FACE, value, ctx.theme)
        words = style.line(ctx.name(f"emotion.{value}"), style.CAPTION)
        drawn += words.draw(x - _FACE - 3.0 - words.width, y - words.height / 2, ctx.theme.ink2)
    return Shape(width, height, tuple(drawn))
