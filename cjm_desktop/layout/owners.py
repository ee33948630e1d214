"""Owners: grey bars over the columns they answer for, packed in as few rows as possible."""

from __future__ import annotations

from collections.abc import Sequence

from cjm_desktop.layout import marks, style
from cjm_desktop.layout.colour import is_colour, readable, tint
from cjm_desktop.layout.context import CardView, Context
from cjm_desktop.layout.outline import arrow_bar
from cjm_desktop.layout.pieces import Box, Colour, Line, Path, Primitive, Shape
from cjm_desktop.layout.style import Style
from cjm_desktop.layout.theme import StageInk

HEIGHT = 13.4
GAP = 2.6
_NAME = Style("semibold", 7.2, 1.18, hyphenate=False)
_PAD = 6.0
_TIP = 5.0
"""Length of the end of a bar that goes on out of sight, u."""
_ARROW = 4.6
"""Room for the arrow at such an end, u."""


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
    """An owner's bar with the name of the department or the card's own text.

    An end beyond which it goes on out of sight is an arrow.
    """
    theme, own = ctx.theme, marks.own(view.card)
    name = view.card.text
    if view.department is not None:
        own = own or view.department.colour
        name = name or view.department.name
    fill = tint(own, theme.paper, 0.35) if is_colour(own) else theme.bar
    paint = readable(fill, "#17202B", "#EEF1F5")
    left = _PAD + _ARROW * view.from_before
    inner = width - left - _PAD - _ARROW * view.goes_on
    words = style.shrunk(name, _NAME, inner, HEIGHT - 2, (1.0, 0.94, 0.88))
    if not words.whole or words.height > HEIGHT:
        words = style.shrunk(name, _NAME, inner, 1e9, (1.0, 0.94, 0.88, 0.82))
    height = max(HEIGHT, words.height + 4)
    top = (height - words.height) / 2
    primitives: list[Primitive] = [
        *_ground(view, width, height, fill, paint),
        *words.draw(left, top, paint),
    ]
    return Shape(width, height, tuple(primitives), (words.zone("text", left, top, inner, paint),))


def _ground(
    view: CardView, width: float, height: float, fill: Colour, paint: Colour
) -> list[Primitive]:
    """The bar under the words: round ends, or arrows that point to where it goes on."""
    if not (view.from_before or view.goes_on):
        return [Box(0, 0, width, height, fill, radius=HEIGHT / 2)]
    found: list[Primitive] = [
        Path(arrow_bar(width, height, _TIP, view.from_before, view.goes_on), fill)
    ]
    ends = [(_TIP, -1)] * view.from_before + [(width - _TIP, 1)] * view.goes_on
    for x, way in ends:
        found += _arrow(x, height / 2, way, paint)
    return found


def _arrow(x: float, y: float, way: int, colour: Colour) -> list[Primitive]:
    """A small arrow pointing left (-1) or right (1), its middle at x, y."""
    tip, back = x + way * 2.6, x + way * 0.4
    ends = [(x - way * 2.6, y), (back, y - 2.2), (back, y + 2.2)]
    return [Line(*end, tip, y, colour, 0.7, round=True) for end in ends]
