"""Touchpoints: a chip with the channel's icon on a disc in the stage's colour."""

from __future__ import annotations

from typing import NamedTuple

from cjm_desktop.journey.records import Touchpoint
from cjm_desktop.layout import icons, marks, style
from cjm_desktop.layout.colour import mix
from cjm_desktop.layout.context import CardView, Context
from cjm_desktop.layout.pieces import Box, Primitive, Shape, Zone
from cjm_desktop.layout.theme import StageInk

HEIGHT = 13.4
GAP = 2.4
_DISC = 5.3
_LEFT = 14.6
"""Where the label begins."""
_RIGHT = 5.8
_SHRINK = (1.0, 0.94, 0.88, 0.82)
_SIGN = 5.8
_SIGN_STEP = 6.8
MOMENT_OF_TRUTH = 5


def _signs(view: CardView) -> list[str]:
    """Icons behind the label: moment of truth, automatic, rests on evidence."""
    card, found = view.card, []
    if isinstance(card, Touchpoint):
        if card.importance == MOMENT_OF_TRUTH:
            found.append("star")
        if card.automated:
            found.append("robot")
    if view.evidence:
        found.append("circle-check")
    return found


def signs_width(view: CardView) -> float:
    """Width of the signs behind a touchpoint's label, u; other cards have none."""
    return len(_signs(view)) * _SIGN_STEP if isinstance(view.card, Touchpoint) else 0.0


def _channel(view: CardView) -> str:
    return view.card.channel if isinstance(view.card, Touchpoint) else ""


class _Label(NamedTuple):
    """What a chip says, whatever its colours."""

    words: style.Block
    drawn: tuple[Primitive, ...]
    below: bool
    """Signs stand below the words, not behind them."""
    top: float
    """Of the words, u."""
    width: float
    height: float
    """Of the chip, u."""


def touchpoint(ctx: Context, view: CardView, width: float, ink: StageInk) -> Shape:
    """A chip as wide as its label needs, at most `width`; long labels get more lines."""
    theme, channel = ctx.theme, _channel(view)
    name = view.card.text or (ctx.name(f"channel.{channel}") if channel else "")
    made_from = (name, width, signs_width(view))
    words, drawn, below, top, wide, height = ctx.memo.once(
        ("label", view.card.id), made_from, _laid, ctx, *made_from
    )
    edge, dash = (mix(ink.fill, theme.paper, 0.5), marks.DASH) if view.assumed else (None, ())
    primitives: list[Primitive] = [
        Box(0, 0, wide, height, ink.tint, edge, 0.4, HEIGHT / 2, dash),
        *icons.badge(
            icons.CHANNELS[channel], HEIGHT / 2, HEIGHT / 2, _DISC, ink.fill, ink.on_fill, 0.66
        ),
        *drawn,
    ]
    x = _LEFT if below else _LEFT + words.width + 2.2
    y = top + words.height + 0.5 if below else (height - _SIGN) / 2
    for sign in _signs(view):
        colour = theme.good if sign == "circle-check" else ink.text
        primitives.append(icons.icon(sign, x, y, _SIGN, colour, 2.0))
        x += _SIGN_STEP
    zones = (
        words.zone("text", _LEFT, top, max(wide - _LEFT - _RIGHT, 20.0), theme.ink),
        Zone("icon", 0, 0, HEIGHT, HEIGHT),
    )
    return Shape(wide, height, tuple(primitives), zones)


def _laid(ctx: Context, name: str, width: float, tail: float) -> _Label:
    """The words of a chip.

    Args:
        width: at most, u.
        tail: width of the signs, u.
    """
    inner = max(width - _LEFT - _RIGHT, 12.0)
    words, below = _label(name, inner, tail)
    height = max(HEIGHT, words.height + 5.4 + (_SIGN_STEP if below else 0.0))
    beside = max(words.width, tail) if below else words.width + tail
    wide = min(width, max(_LEFT + beside + _RIGHT, 2 * HEIGHT))
    top = (height - words.height - (_SIGN_STEP if below else 0.0)) / 2
    return _Label(words, tuple(words.draw(_LEFT, top, ctx.theme.ink)), below, top, wide, height)


def _label(name: str, inner: float, tail: float) -> tuple[style.Block, bool]:
    """The label on one line if it can be, else on more; and whether the signs stand below it."""
    one_line = HEIGHT - 4
    words = style.shrunk(name, style.CHIP, inner - tail, one_line, (1.0, 0.95, 0.9))
    if words.whole and words.height <= one_line:
        return words, False
    words = style.shrunk(name, style.CHIP, inner - tail, 1e9, _SHRINK)
    if words.whole or not tail:
        return words, False
    return style.shrunk(name, style.CHIP, inner, 1e9, _SHRINK), True
