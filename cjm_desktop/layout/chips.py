"""Touchpoints: a chip with the channel's icon on a disc in the stage's colour."""

from __future__ import annotations

from typing import NamedTuple

from cjm_desktop.journey import plans
from cjm_desktop.journey.records import Channel, Touchpoint
from cjm_desktop.layout import icons, marks, style
from cjm_desktop.layout.colour import mix
from cjm_desktop.layout.context import CardView, Context
from cjm_desktop.layout.pieces import Box, Disc, Line, Primitive, Shape, Zone
from cjm_desktop.layout.theme import StageInk

HEIGHT = 13.4
GAP = 2.4
_DISC = 5.3
_LEFT = 14.6
"""Where the label begins."""
_RIGHT = 5.8
_LEAST = 20.0
"""Width of the text of an empty chip for an editor, u."""
_OWN_EDGE = 1.1
"""Width of the edge of a chip that has a colour of its own, u."""
_SECOND = 10.8
"""Room for the channel as it should be, beside the one that is."""
_SHRINK = (1.0, 0.94, 0.88, 0.82)
_SIGN = 5.8
_SIGN_STEP = 6.8
MOMENT_OF_TRUTH = 5
SHORT = "arrow-down"
"""Sign of what falls short of what is expected."""


def _signs(view: CardView) -> list[str]:
    """Icons behind the label: moment of truth, automatic, falls short, rests on evidence."""
    card, found = view.card, []
    if isinstance(card, Touchpoint):
        if card.importance == MOMENT_OF_TRUTH:
            found.append("star")
        if card.automated:
            found.append("robot")
        if view.short:
            found.append(SHORT)
    if view.evidence:
        found.append("circle-check")
    return found


def signs_width(view: CardView) -> float:
    """Width of the signs behind a touchpoint's label, u; other cards have none."""
    signs = len(_signs(view)) * _SIGN_STEP if isinstance(view.card, Touchpoint) else 0.0
    return signs + _left(view) - _LEFT


def _channels(ctx: Context, view: CardView) -> tuple[Channel, ...]:
    """The channel of this view; where the plan has another one, both, that of the plan last."""
    if view.mark is not None and view.mark.channel is not None:
        return view.mark.channel
    if not isinstance(view.card, Touchpoint):
        return ("",)
    return (plans.channel_in(view.card, ctx.options.path),)


def _left(view: CardView) -> float:
    """Where the label begins, u."""
    two = view.mark is not None and view.mark.channel is not None
    return _LEFT + _SECOND if two else _LEFT


class _Label(NamedTuple):
    """What a chip says, whatever its colours."""

    words: style.Block
    drawn: tuple[Primitive, ...]
    room: float
    """Width the words were broken to, u."""
    below: bool
    """Signs stand below the words, not behind them."""
    top: float
    """Of the words, u."""
    width: float
    height: float
    """Of the chip, u."""


def touchpoint(ctx: Context, view: CardView, width: float, ink: StageInk) -> Shape:
    """A chip as wide as its label needs, at most `width`; long labels get more lines."""
    theme, channels, left = ctx.theme, _channels(ctx, view), _left(view)
    name = view.card.text or (ctx.name(f"channel.{channels[-1]}") if channels[-1] else "")
    made_from = (name, width, signs_width(view) - left + _LEFT, left)
    words, drawn, room, below, top, wide, height = ctx.memo.once(
        ("label", view.card.id), made_from, _laid, ctx, *made_from
    )
    primitives: list[Primitive] = [
        _ground(ctx, view, wide, height, ink),
        *_discs(ctx, channels, ink),
        *drawn,
    ]
    x = left if below else left + words.width + 2.2
    y = top + words.height + 0.5 if below else (height - _SIGN) / 2
    for sign in _signs(view):
        colour = {"circle-check": theme.good, SHORT: theme.alarm}.get(sign, ink.text)
        primitives.append(icons.icon(sign, x, y, _SIGN, colour, 2.0))
        x += _SIGN_STEP
    # On one line a text may grow; on more it is broken where the editor over it breaks it.
    held = min(room, max(words.width, _LEAST)) if len(words.lines) < 2 else room
    zones = (
        words.zone("text", left, top, held, theme.ink),
        Zone("icon", 0, 0, HEIGHT + left - _LEFT, HEIGHT),
    )
    return Shape(wide, height, tuple(primitives), zones)


def _ground(ctx: Context, view: CardView, width: float, height: float, ink: StageInk) -> Box:
    """The chip under its words: its edge is dashed where it rests on nothing, or of its own."""
    own, dash = marks.own(view.card), marks.DASH if view.assumed else ()
    if own:
        inset = _OWN_EDGE / 2
        w, h = width - _OWN_EDGE, height - _OWN_EDGE
        return Box(inset, inset, w, h, ink.tint, own, _OWN_EDGE, HEIGHT / 2 - inset, dash)
    edge = mix(ink.fill, ctx.theme.paper, 0.5) if view.assumed else None
    return Box(0, 0, width, height, ink.tint, edge, 0.4, HEIGHT / 2, dash)


def _discs(ctx: Context, channels: tuple[Channel, ...], ink: StageInk) -> list[Primitive]:
    """The channel's icon on its disc; of two the first is pale and struck through."""
    middle, found = HEIGHT / 2, list[Primitive]()
    if len(channels) > 1:
        pale, on_pale = ctx.theme.pale(ink.fill), ctx.theme.paper
        found += icons.badge(icons.CHANNELS[channels[0]], middle, middle, _DISC, pale, on_pale, 0.6)
        far = _DISC * 0.85
        ends = (middle - far, middle + far, middle + far, middle - far)
        found += [Line(*ends, ctx.theme.paper, 1.8), Line(*ends, ctx.theme.ink, 0.8)]
        middle += _SECOND
    icon = icons.CHANNELS[channels[-1]]
    found += icons.badge(icon, middle, HEIGHT / 2, _DISC, ink.fill, ink.on_fill, 0.66)
    if len(channels) > 1:
        found.append(Disc(middle, HEIGHT / 2, _DISC + 0.5, None, ctx.theme.accent, 0.8))
    return found


def _laid(ctx: Context, name: str, width: float, tail: float, left: float) -> _Label:
    """The words of a chip.

    Args:
        width: at most, u.
        tail: width of the signs, u.
        left: where the words begin, u.
    """
    inner = max(width - left - _RIGHT, 12.0)
    words, below = _label(name, inner, tail)
    height = max(HEIGHT, words.height + 5.4 + (_SIGN_STEP if below else 0.0))
    beside = max(words.width, tail) if below else words.width + tail
    wide = min(width, max(left + beside + _RIGHT, 2 * HEIGHT))
    top = (height - words.height - (_SIGN_STEP if below else 0.0)) / 2
    drawn = tuple(words.draw(left, top, ctx.theme.ink))
    return _Label(words, drawn, inner if below else inner - tail, below, top, wide, height)


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
