"""Opportunities: a white card with a green bar, a bulb, its owner, effort and effect."""

from __future__ import annotations

from cjm_desktop.journey.records import Opportunity
from cjm_desktop.layout import icons, marks, style
from cjm_desktop.layout.context import CardView, Context
from cjm_desktop.layout.outline import left_rounded
from cjm_desktop.layout.pieces import Box, Colour, Path, Primitive, Shape, Zone
from cjm_desktop.layout.theme import StageInk

_BAR, _OWN_BAR = 3.0, 4.6
"""Wider in a colour of its own: green, too, is seen to have been chosen."""
_WIDE = 110.0
"""From this width on cards are made to look alike: two lines of text at least."""
_BULB = 10.4
_LEFT = 19.5
_TOP = 5.5
_RIGHT = 5.0
_ROW = 9.0
_NARROW_LEFT = 7.5
_SMALL_BULB = 8.0
_SHRINK = (1.0, 0.94, 0.88, 0.82)
_DOT, _DOT_STEP = 1.75, 4.4
_SCALE = 3 * _DOT_STEP + 6
"""Three dots and what parts them from their neighbours."""


def opportunity(ctx: Context, view: CardView, width: float, ink: StageInk) -> Shape:
    """What could be improved; narrow cards have the bulb, effort and effect at the foot."""
    theme, card, wide = ctx.theme, view.card, width > _WIDE
    footed = bool(_groups(ctx, card) or view.department or view.evidence)
    left = _LEFT if wide else _NARROW_LEFT if footed else _NARROW_LEFT + _SMALL_BULB
    inner = width - left - _RIGHT
    words = style.shrunk(card.text, style.BODY, inner, 1e9, _SHRINK)
    least = (2 if wide else 1) * style.BODY.size * style.BODY.leading
    y = _TOP + max(words.height, least) + 2.2
    foot, height = _foot(ctx, view, left, y, width) if footed else ([], y + 2.8)
    side = _BULB if wide else _SMALL_BULB
    top = y + 0.4 if footed and not wide else _TOP - 0.4
    primitives: list[Primitive] = [
        Box(0, 0, width, height, theme.card, theme.line2, 0.35, 4.0, _dash(view)),
        _bar(height, marks.own(card), theme.good),
        icons.icon("bulb", _BAR + 3.2, top, side, theme.good, 1.6),
        *words.draw(left, _TOP, theme.ink),
        *foot,
    ]
    if card.votes:
        primitives += marks.votes(card.votes, width + 2, 1.5, theme)
    zones = (
        words.zone("text", left, _TOP, inner, theme.ink),
        Zone("icon", _BAR + 3.2, top, side, side),
    )
    return Shape(width, height, tuple(primitives), zones)


def _bar(height: float, own: Colour, usual: Colour) -> Path:
    return Path(left_rounded(0, 0, _OWN_BAR if own else _BAR, height, 4.0), own or usual)


def _dash(view: CardView) -> tuple[float, ...]:
    return marks.DASH if view.assumed else ()


def _foot(
    ctx: Context, view: CardView, left: float, y: float, width: float
) -> tuple[list[Primitive], float]:
    """Owner at the left; effort and effect at the right, or below where it is narrow."""
    theme, card = ctx.theme, view.card
    found: list[Primitive] = []
    groups = _groups(ctx, card)
    need = sum(one.width + _SCALE for one, _ in groups)
    x = left if width > _WIDE else left + _SMALL_BULB
    bottom = y + _ROW if width <= _WIDE else y
    if view.evidence:
        found.append(marks.finding(x, y + 1, 6.0, theme.good))
        x, bottom = x + 7.6, y + _ROW
    if view.department is not None:
        owner = style.block(view.department.name, style.CAPTION_STRONG, width - x - _RIGHT)
        found += owner.draw(x, y + (8 - min(owner.height, 8)) / 2, theme.good)
        x += owner.width + 5
        bottom = y + max(_ROW, owner.height + 1.8)
    beside = groups and x + need <= width - _RIGHT + 6
    if groups and not beside:
        y = bottom
    x = width - _RIGHT - need + 6
    if need > width - left - _RIGHT + 6:
        for label, count in groups:
            found += _scale(ctx, label, count, left, y)
            y += 8.0
        return found, y + 3.0
    for label, count in groups:
        found += _scale(ctx, label, count, x, y)
        x += label.width + _SCALE
    return found, max(bottom, y + _ROW if groups else y) + 2.8


def _groups(ctx: Context, card: object) -> list[tuple[style.Block, int]]:
    if not isinstance(card, Opportunity):
        return []
    both = (("effort", card.effort), ("effect", card.effect))
    return [(style.line(ctx.say(name), style.CAPTION), count) for name, count in both if count]


def _scale(ctx: Context, label: style.Block, count: int, x: float, y: float) -> list[Primitive]:
    theme = ctx.theme
    full = theme.good if label.lines[0] == ctx.say("effect") else theme.ink2
    return [
        *label.draw(x, y + (8 - label.height) / 2, theme.ink2),
        *marks.dots(x + label.width + 4.0, y + 4, _DOT, _DOT_STEP, count, full, theme.line2),
    ]
