"""Who takes part in a stage and where they stand: every role a token with letters and a sign."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from cjm_desktop.journey.consensus import Agreement, agreement_words, has_voice
from cjm_desktop.journey.records import Participation, Persona
from cjm_desktop.layout import icons, marks, style
from cjm_desktop.layout.colour import tint
from cjm_desktop.layout.context import Context
from cjm_desktop.layout.pieces import Box, Disc, Line, Primitive, Shape, Zone
from cjm_desktop.layout.theme import Theme

HEIGHT = 13.4
_HEAD = 5.5
_GAP = 3.0
_DOT, _STEP = 1.7, 4.4
_INFLUENCE = {"decides": 3, "influences": 2, "takes_part": 1, "absent": 0}
_SIGN = 7.2
_ALERT = 6.8
_NOTE = 4.6
_WORDS = style.Style("regular", 6.6, 1.24, hyphenate=False)


class Part(NamedTuple):
    """A persona, how they take part in a stage, and their colour."""

    persona: Persona
    part: Participation | None
    colour: str


_Draw = Callable[[Context, Part, float, float, float], list[Primitive]]


def participation(ctx: Context, parts: Sequence[Part], width: float) -> Shape | None:
    """Influence of every role: three dots decide, two influence, one takes part, a dash: absent.

    On screen those of whom nothing is said stand among them, pale, so that a click says it: each
    stays in its place then.
    """
    shown = [one for one in parts if one.part is not None or not ctx.options.paper]
    return _tokens(ctx, shown, width, 2 * _HEAD + 3 + 3 * _STEP + 3.4, _influence)


def consensus(ctx: Context, parts: Sequence[Part], width: float, found: Agreement) -> Shape | None:
    """Stance of every role: a check is for, a question unsure, a cross against.

    Where somebody is known not to agree, words say who and why. On screen those
    whose stance is not known stand among them, pale; who is absent is not asked.
    """
    shown = [one for one in parts if one.part is not None and has_voice(one.part)]
    if not ctx.options.paper:
        shown = [one for one in parts if not _absent(one)]
    tokens = _tokens(ctx, shown, width, 2 * _HEAD + 3 + _SIGN + 3.4, _stance)
    return _with_words(ctx, tokens, found) if tokens is not None else None


def _with_words(ctx: Context, tokens: Shape, found: Agreement) -> Shape:
    """The tokens, and under them who does not agree and why."""
    if not found.missing:
        return tokens
    theme, left = ctx.theme, _ALERT + 2.0
    said = style.block(agreement_words(found, ctx.options.language), _WORDS, tokens.w - left)
    y = tokens.h + _GAP
    sign = icons.icon("alert-triangle", 0.0, y + 0.2, _ALERT, theme.alarm, 2.0)
    drawn = (*tokens.primitives, sign, *said.draw(left, y, theme.ink))
    return Shape(tokens.w, y + said.height, drawn, tokens.zones)


def _absent(one: Part) -> bool:
    return one.part is not None and one.part.involvement == "absent"


def _tokens(
    ctx: Context, parts: Sequence[Part], width: float, each: float, draw: _Draw
) -> Shape | None:
    if not parts or ctx.options.blank:
        return None
    columns = max(1, int((width + _GAP) / (each + _GAP)))
    primitives: list[Primitive] = []
    zones: list[Zone] = []
    for index, one in enumerate(parts):
        x = index % columns * (each + _GAP)
        y = index // columns * (HEIGHT + _GAP)
        primitives += draw(ctx, one, x, y, each)
        if one.part is not None and one.part.note and not ctx.options.paper:
            primitives += _noted(ctx, x + each - _NOTE, y)
        record = one.part.id if one.part is not None else one.persona.id
        zones.append(Zone("role", x, y, each, HEIGHT, record_id=record))
    lines = (len(parts) + columns - 1) // columns
    return Shape(width, lines * (HEIGHT + _GAP) - _GAP, tuple(primitives), tuple(zones))


def _noted(ctx: Context, x: float, y: float) -> list[Primitive]:
    """The mark of a reason that was written down, on the upper edge of a token."""
    theme, middle = ctx.theme, x + _NOTE / 2
    disc = Disc(middle, y + 0.6, _NOTE * 0.68, theme.paper, theme.line2, 0.4)
    return [disc, icons.icon("note", x, y + 0.6 - _NOTE / 2, _NOTE, theme.ink2, 2.2)]


def _faint(ctx: Context, one: Part, x: float, y: float, w: float) -> list[Primitive]:
    """Someone of whom nothing is said: the edge of a token, pale."""
    theme = ctx.theme
    pale = tint(one.colour, theme.paper, 0.22)
    edge = Box(x, y, w, HEIGHT, None, theme.line, 0.4, HEIGHT / 2, marks.DASH)
    return [edge, *marks.head(one.persona, pale, x + HEIGHT / 2, y + HEIGHT / 2, _HEAD)]


def _token(ctx: Context, one: Part, x: float, y: float, w: float, absent: bool) -> list[Primitive]:
    theme, middle = ctx.theme, y + HEIGHT / 2
    if absent:
        faint = tint(one.colour, theme.paper, 0.4)
        found: list[Primitive] = [
            Box(x, y, w, HEIGHT, None, theme.line2, 0.4, HEIGHT / 2, marks.DASH)
        ]
        return found + marks.head(one.persona, faint, x + HEIGHT / 2, middle, _HEAD)
    ground = tint(one.colour, theme.paper, 0.13 if theme.name == "light" else 0.24)
    found = [Box(x, y, w, HEIGHT, ground, None, radius=HEIGHT / 2)]
    return found + marks.head(one.persona, one.colour, x + HEIGHT / 2, middle, _HEAD)


def _influence(ctx: Context, one: Part, x: float, y: float, w: float) -> list[Primitive]:
    if one.part is None:
        return _faint(ctx, one, x, y, w)
    theme, middle = ctx.theme, y + HEIGHT / 2
    level = _INFLUENCE[one.part.involvement]
    found = _token(ctx, one, x, y, w, level == 0)
    left = x + HEIGHT + 2.6
    if level == 0:
        return [*found, Line(left, middle, left + 2 * _STEP, middle, theme.ink3, 0.8, round=True)]
    return found + marks.dots(left, middle, _DOT, _STEP, level, theme.ink, theme.ink2, hollow=True)


def _stance(ctx: Context, one: Part, x: float, y: float, w: float) -> list[Primitive]:
    if one.part is None or not has_voice(one.part):
        return _faint(ctx, one, x, y, w)
    middle, cx = y + HEIGHT / 2, x + w - _SIGN / 2 - 2.6
    token = _token(ctx, one, x, y, w, absent=False)
    return token + stance(ctx.theme, one.part.stance, cx, middle, _SIGN)


def stance(theme: Theme, name: str, cx: float, cy: float, side: float) -> list[Primitive]:
    """The sign of a stance on its disc: for, against or unsure."""
    icon, colour, ink = {
        "for": ("check", theme.good, theme.paper),
        "against": ("x", theme.alarm, theme.on_alarm),
    }.get(name, ("help", theme.emotions[2], "#17202B"))
    disc = Disc(cx, cy, side / 2, colour)
    if icon == "help":
        return [disc, *_question(cx, cy, ink, side)]
    inner = side * 0.8
    return [disc, icons.icon(icon, cx - inner / 2, cy - inner / 2, inner, ink, 3.2)]


def _question(cx: float, cy: float, ink: str, side: float) -> list[Primitive]:
    mark = style.line("?", style.Style("bold", side * 0.89, 1.0, hyphenate=False))
    return mark.draw(cx - mark.width / 2, cy - mark.height / 2, ink)
