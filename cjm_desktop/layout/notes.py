"""Barriers: sticky notes, a little turned, with a folded corner and their severity."""

from __future__ import annotations

import hashlib

from cjm_desktop.journey.records import Barrier
from cjm_desktop.layout import coding, icons, marks, style
from cjm_desktop.layout.colour import is_colour, mix
from cjm_desktop.layout.context import CardView, Context
from cjm_desktop.layout.outline import polygon
from cjm_desktop.layout.pieces import Box, Colour, Command, Gradient, Path, Primitive, Shape, Zone
from cjm_desktop.layout.theme import StageInk, Theme

HEIGHT = 64.0
WIDEST = 96.0
"""A note is no wider than this, however wide its column."""
_MOST_TURN = 2.3
_FOLD = 8.5
_PAD = 6.0
_TOP = 6.5
_FOOT = 13.0
"""Kept free for the dots."""
_SHRINK = (1.0, 0.94, 0.88, 0.83, 0.78, 0.74)
_DOT, _DOT_STEP = 1.85, 5.3
_SIGN = 6.4
_BAND, _RIM = 3.6, 1.1
"""The band in a note's own colour, and how far it keeps from the edges, which tell other things."""
_CODE = 8.0
"""Height of a row for the code where the foot has no room for it."""


def turn(record_id: str, width: float = WIDEST) -> float:
    """How a note is turned, degrees: always the same for the same id, up to 2.3 either way.

    Args:
        width: of one over several columns, u; its ends rise and fall no more than others' do.
    """
    number = int.from_bytes(hashlib.sha256(record_id.encode()).digest()[:4], "big")
    part = number / 0xFFFFFFFF * 2 - 1
    most = _MOST_TURN * min(1.0, WIDEST / max(width, 1.0))
    return round((0.35 + 0.65 * abs(part)) * most * (1 if part >= 0 else -1), 3)


def fill_of(card: object, theme: Theme) -> str:
    """A note's colour: by its severity, or the free colour it was given."""
    if isinstance(card, Barrier):
        return theme.severities[max(1, min(3, card.severity)) - 1]
    own = getattr(card, "colour", "")
    return own if is_colour(own) else theme.free[0]


def _body(w: float, h: float) -> tuple[Command, ...]:
    return polygon((0, 0), (w, 0), (w, h - _FOLD), (w - _FOLD, h), (0, h))


def _paper(w: float, h: float, fill: str, theme: Theme, dashed: bool) -> list[Primitive]:
    """The sheet with its shadow of two solid shapes and its folded corner."""
    light, low = mix(fill, "#FFFFFF", 0.22), mix(fill, "#17202B", 0.025)
    sheen = Gradient(0, 0, 0, h, ((0.0, light), (0.45, fill), (1.0, low)))
    edge = mix(fill, "#17202B", 0.45) if dashed else None
    return [
        *_shadow(w, h, theme),
        Path(_body(w, h), sheen, edge, 0.4, marks.DASH if dashed else ()),
        Path(_corner(w, h), mix(fill, "#17202B", 0.17)),
    ]


def _band(w: float, own: Colour) -> Box:
    """A strip at the top: the note itself shows how bad it is, and its edge what it rests on."""
    return Box(_RIM, _RIM, w - 2 * _RIM, _BAND, own, "#FFFFFF", 0.5)


def _shadow(w: float, h: float, theme: Theme) -> tuple[Path, ...]:
    if not theme.shadow:
        return ()
    x, y = w - _FOLD, h - _FOLD
    far = polygon((1.2, 4), (w + 1.1, 3), (w + 1.5, y + 2.2), (x + 1.6, h + 1.9), (1.4, h + 2.3))
    near = polygon((0.4, 3), (w + 0.5, 2), (w + 0.7, y + 1.1), (x + 0.8, h + 0.9), (0.5, h + 1.2))
    return (
        Path(far, mix(theme.zebra, theme.shadow, 0.16)),
        Path(near, mix(theme.zebra, theme.shadow, 0.42)),
    )


def _corner(w: float, h: float) -> tuple[Command, ...]:
    """The fold at the lower right, a little curled."""
    f = _FOLD
    rise = (w - f * 0.82, h - f * 0.3, w - f * 0.86, h - f * 0.7, w - f * 0.74, h - f * 0.82)
    across = (w - f * 0.5, h - f * 0.8, w - f * 0.25, h - f * 0.82, w, h - f)
    return (("M", (w - f, h)), ("C", rise), ("C", across), ("Z", ()))


def barrier(ctx: Context, view: CardView, width: float, ink: StageInk) -> Shape:
    """A barrier note; its text shrinks to a floor, then the note grows."""
    theme, card = ctx.theme, view.card
    fill, inner = fill_of(card, theme), width - 2 * _PAD
    room = HEIGHT - _TOP - _FOOT
    words = style.shrunk(card.text, style.STICKY, inner, room, _SHRINK)
    height = max(HEIGHT, _TOP + words.height + _FOOT)
    code, free = view.code, _free(view, width)
    if coding.width(code) > free[1] - free[0]:  # a row of its own, above the dots
        height, free = max(height, _TOP + words.height + _FOOT + _CODE), (_PAD, _PAD)
    foot = height - 7.6
    primitives = _paper(width, height, fill, theme, view.assumed)
    if own := marks.own(card):
        primitives.append(_band(width, own))
    primitives += words.draw(_PAD, _TOP, theme.note_ink)
    zones = [words.zone("text", _PAD, _TOP, inner, theme.note_ink)]
    x = _PAD
    if isinstance(card, Barrier):
        primitives += marks.dots(
            _PAD + _DOT, foot, _DOT, _DOT_STEP, card.severity, theme.note_ink, fill, hollow=True
        )
        zones.append(Zone("severity", _PAD - 1, foot - 4, 3 * _DOT_STEP + 1, 8))
        x += 3 * _DOT_STEP + 2.5
        primitives += _status(card, x, foot, theme)
    primitives += _people(ctx, view, width - _FOLD - 2.5, foot)
    if code:
        line = foot if free[1] > free[0] else foot - _CODE
        primitives += coding.in_foot(code, free, line, theme.note_ink)
    if card.votes:
        primitives += marks.votes(card.votes, width + 2, 1.5, theme)
    return Shape(width, height, tuple(primitives), tuple(zones))


def _free(view: CardView, width: float) -> tuple[float, float]:
    """From where to where the foot of a note is free for its code, u."""
    card, left, right = view.card, _PAD, width - _FOLD - 2.5
    if isinstance(card, Barrier):
        left += 3 * _DOT_STEP + 2.5 + (_SIGN + 1.5 if card.status != "open" else 0.0)
    return left, right - (_SIGN + 1.5 if view.evidence else 0.0)


def _status(card: Barrier, x: float, foot: float, theme: Theme) -> list[Primitive]:
    name = {"in_work": "tools", "solved": "check"}.get(card.status)
    if name is None:
        return []
    return [icons.icon(name, x, foot - _SIGN / 2, _SIGN, theme.note_ink, 2.0)]


def _people(ctx: Context, view: CardView, right: float, foot: float) -> list[Primitive]:
    """From the right: the check mark of a finding."""
    if not view.evidence:
        return []
    return [marks.finding(right - _SIGN, foot - _SIGN / 2, _SIGN, ctx.theme.note_ink)]
