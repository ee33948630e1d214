"""Cards that are mostly text: actions, thoughts, free texts, pictures."""

from __future__ import annotations

from cjm_desktop.layout import marks, style
from cjm_desktop.layout.colour import mix, readable, tint
from cjm_desktop.layout.context import CardView, Context
from cjm_desktop.layout.outline import bubble
from cjm_desktop.layout.pieces import Box, Disc, Path, Photo, Primitive, Shape, Zone
from cjm_desktop.layout.theme import StageInk

_BULLET, _OWN_BULLET = 1.1, 1.9
_INDENT = 5.6
_BUBBLE_PAD = 6.5
_TAIL = 6.5
_EDGE, _OWN_EDGE = 0.35, 0.9
_MARK = 5.6
_SHRINK = (1.0, 0.94, 0.88, 0.82)
_OPENING = "«“„\"'‘"


def action(ctx: Context, view: CardView, width: float, ink: StageInk) -> Shape:
    """One thing the customer does: a bullet in the stage's colour and its text."""
    theme, said, room = ctx.theme, view.card.text, width - _INDENT

    def laid() -> tuple[style.Block, tuple[Primitive, ...]]:
        words = style.shrunk(said, style.BODY, room, 1e9, _SHRINK)
        return words, tuple(words.draw(_INDENT, 0, theme.ink))

    # Apart from the bullet, whose colour changes when stages move.
    words, drawn = ctx.memo.once(("label", view.card.id), (said, room), laid)
    first = style.baseline(words.style) - words.style.size * 0.3
    own = marks.own(view.card)
    radius, colour = (_OWN_BULLET, own) if own else (_BULLET, ink.text)
    bullet = (
        Disc(_BULLET + 0.35, first, radius, None, colour, 0.55 if not own else 0.8)
        if view.assumed
        else Disc(_BULLET + 0.35, first, radius + 0.15, colour)
    )
    zone = words.zone("text", _INDENT, 0, room, theme.ink)
    return Shape(width, words.height, (bullet, *drawn), (zone,))


def quoted(words: str, language: str) -> str:
    """A thought in quotation marks, unless it has its own."""
    words = words.strip()
    if not words or words[0] in _OPENING:
        return words
    return f"«{words}»" if language == "ru" else f"“{words}”"


def thought(ctx: Context, view: CardView, width: float, ink: StageInk) -> Shape:
    """What the customer says to themselves, in a speech bubble."""
    theme, inner = ctx.theme, width - 2 * _BUBBLE_PAD
    said = quoted(view.card.text, ctx.options.language)
    words = style.shrunk(said, style.QUOTE, inner, 1e9, _SHRINK)
    height = max(words.height, style.QUOTE.size * style.QUOTE.leading) + 2 * 5.2
    outline = bubble(width, height, min(6.0, height / 2), 13.5, _TAIL)
    edge = marks.DASH if view.assumed else ()
    own = marks.own(view.card)
    line, thick = (own, _OWN_EDGE) if own else (theme.line2, _EDGE)
    primitives: list[Primitive] = [
        Path(outline, theme.card, line, thick, edge, round=True),
        *words.draw(_BUBBLE_PAD, 5.2, theme.ink),
    ]
    right = width - 4.0
    if view.evidence:
        primitives.append(marks.finding(right - _MARK, height - 1.5, _MARK, theme.good))
        primitives.insert(1, Disc(right - _MARK / 2, height - 1.5 + _MARK / 2, 3.6, theme.card))
    zone = words.zone("text", _BUBBLE_PAD, 5.2, inner, theme.ink)
    return Shape(width, height + _TAIL, tuple(primitives), (zone,))


def plain(ctx: Context, view: CardView, width: float, ink: StageInk) -> Shape:
    """A text in a card: what happens on and behind the stage, and free texts."""
    theme, card = ctx.theme, view.card
    own = marks.own(card)
    fill = tint(own, theme.card, 0.9) if own else theme.card
    paint = readable(fill, "#17202B", "#EEF1F5") if own else theme.ink
    words = style.shrunk(card.text, style.BODY, width - 10, 1e9, _SHRINK)
    height = max(words.height, style.BODY.size * style.BODY.leading) + 8
    edge = marks.DASH if view.assumed else ()
    line = mix(fill, "#17202B", 0.25) if own else theme.line2
    primitives: list[Primitive] = [
        Box(0, 0, width, height, fill, line, _EDGE, 4.0, edge),
        *words.draw(5, 4, paint),
    ]
    if view.evidence:
        primitives.append(marks.finding(width - _MARK - 2, height - _MARK - 2, _MARK, theme.good))
    if view.department is not None:
        owner = style.block(view.department.name, style.CAPTION, width - 16)
        primitives += owner.draw(5, height - 2.5, theme.ink2)
        height += owner.height + 1.5
        primitives[0] = Box(0, 0, width, height, fill, line, _EDGE, 4.0, edge)
    return Shape(width, height, tuple(primitives), (words.zone("text", 5, 4, width - 10, paint),))


def picture(ctx: Context, view: CardView, width: float, ink: StageInk) -> Shape:
    """A stored picture with its caption."""
    theme, found = ctx.theme, view.picture
    primitives: list[Primitive] = []
    if found is not None and found.width and found.height:
        height = min(width * found.height / found.width, width * 1.4)
        shown = height * found.width / found.height
        primitives.append(Photo((width - shown) / 2, 0, shown, height, found.data))
    else:
        height = width * 0.56
        primitives.append(Box(0, 0, width, height, theme.card, theme.line2, _EDGE, 4.0, marks.DASH))
    words = style.block(view.card.text, style.CAPTION, width)
    zones: tuple[Zone, ...] = (words.zone("text", 0, height + 2, width, theme.ink2),)
    if view.card.text:
        primitives += words.draw(0, height + 2, theme.ink2)
        height += words.height + 2
    return Shape(width, height, tuple(primitives), zones)
