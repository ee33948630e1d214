"""Owners: grey bars over the columns they answer for, packed in as few rows as possible."""

from __future__ import annotations

from collections.abc import Sequence

from cjm_desktop.layout import marks, style
from cjm_desktop.layout.colour import is_colour, readable, tint
from cjm_desktop.layout.context import CardView, Context
from cjm_desktop.layout.pieces import Box, Primitive, Shape
from cjm_desktop.layout.style import Style
from cjm_desktop.layout.theme import StageInk

HEIGHT = 13.4
GAP = 2.6
_NAME = Style("semibold", 7.2, 1.18, hyphenate=False)
_PAD = 6.0


def rows(spans: Sequence[tuple[int, int]]) -> list[int]:
    """The row of each span of columns so that none overlap, with as few rows as there can be.

    Args:
        spans: first column and count, in any order. First fit in order of the first column is
            optimal for intervals.
    """
    ends: list[int] = []
    found = [0] * len(spans)
    for index in sorted(range(len(spans)), key=lambda one: (spans[one][0], one)):
        first, count = spans[index]
        row = next((at for at, end in enumerate(ends) if end <= first), len(ends))
        if row == len(ends):
            ends.append(0)
        ends[row] = first + count
        found[index] = row
    return found


def owner(ctx: Context, view: CardView, width: float, ink: StageInk) -> Shape:
    """An owner's bar with the name of the department or the card's own text."""
    theme, own = ctx.theme, marks.own(view.card)
    name = view.card.text
    if view.department is not None:
        own = own or view.department.colour
        name = name or view.department.name
    fill = tint(own, theme.paper, 0.35) if is_colour(own) else theme.bar
    paint = readable(fill, "#17202B", "#EEF1F5")
    inner = width - 2 * _PAD
    words = style.shrunk(name, _NAME, inner, HEIGHT - 2, (1.0, 0.94, 0.88))
    if not words.whole or words.height > HEIGHT:
        words = style.shrunk(name, _NAME, inner, 1e9, (1.0, 0.94, 0.88, 0.82))
    height = max(HEIGHT, words.height + 4)
    top = (height - words.height) / 2
    primitives: list[Primitive] = [
        Box(0, 0, width, height, fill, radius=HEIGHT / 2),
        *words.draw(_PAD, top, paint),
    ]
    return Shape(width, height, tuple(primitives), (words.zone("text", _PAD, top, inner, paint),))
