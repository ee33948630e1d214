"""Stages and steps that lie on one path only, in the head of the overlay of both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from cjm_desktop.journey import plans
from cjm_desktop.journey.records import Stage, Step
from cjm_desktop.layout import changes, style
from cjm_desktop.layout.colour import tint
from cjm_desktop.layout.context import Context
from cjm_desktop.layout.pieces import Box, Command, Line, Path, Primitive
from cjm_desktop.layout.style import Style
from cjm_desktop.layout.theme import StageInk

Changed = Literal["", "new", "removed"]
_TAG = Style("semibold", 5.6, 1.2, hyphenate=False)
_TAG_HIGH = 8.0
_TAG_PAD = 3.4
_SIGN = 2.5
_EDGE = 1.1
_HATCH, _SLANT = 6.0, 7.0
_BELOW = 8.2
"""What the word under a step's name adds to its height, u."""


def change(ctx: Context, thing: Stage | Step) -> Changed:
    """Whether the plan brings or takes away a stage or step, as far as its stage does not say."""
    if ctx.options.path != "both" or thing.path == "both":
        return ""
    mark = plans.mark_of(ctx.journey, thing)
    if mark is None or mark.inherited:
        return ""
    return "new" if mark.change == "new" else "removed"


def ink(ctx: Context, own: StageInk, mark: Changed) -> StageInk:
    """The colours of a stage's chevron: one that is on one path only is not filled."""
    if not mark:
        return own
    dim = tint(own.text, ctx.theme.paper, 0.7)
    return own._replace(fill=ctx.theme.paper, on_fill=own.text, dim_on_fill=dim)


def ground(
    ctx: Context,
    outline: tuple[Command, ...],
    box: tuple[float, float, float],
    colours: StageInk,
    mark: Changed,
) -> list[Primitive]:
    """A chevron: filled, outlined where it is new, hatched where it is removed.

    Args:
        box: from where to where it may be hatched, and its height, u.
    """
    if not mark:
        return [Path(outline, colours.fill)]
    if mark == "new":
        return [Path(outline, colours.tint, ctx.theme.accent, _EDGE)]
    left, right, height = box
    found: list[Primitive] = [Path(outline, ctx.theme.zebra, ctx.theme.ink3, 0.6, (3.0, 2.0))]
    x = left
    while x + _SLANT < right:
        found.append(Line(x, height - 0.6, x + _SLANT, 0.6, ctx.theme.line2, 0.5))
        x += _HATCH
    return found


def told(
    ctx: Context, title: Sequence[Primitive], x: float, height: float, mark: Changed
) -> list[Primitive]:
    """The word on the lower edge of a chevron, and the line through a title that goes.

    Args:
        x: where the title begins, u.
        height: of the chevron, u.
    """
    if not mark:
        return []
    found = changes.struck(title, ctx.theme.ink2) if mark == "removed" else []
    return [*found, *_tag(ctx, x, height - _TAG_HIGH / 2, mark)]


def _tag(ctx: Context, x: float, y: float, mark: Changed) -> list[Primitive]:
    theme, words = ctx.theme, style.line(ctx.say(f"plan.{mark}"), _TAG)
    colour = theme.accent if mark == "new" else theme.ink2
    wide = words.width + 2 * _TAG_PAD
    return [
        Box(x, y, wide, _TAG_HIGH, theme.paper, colour, 0.6, _TAG_HIGH / 2),
        *words.draw(x + _TAG_PAD, y + (_TAG_HIGH - words.height) / 2, colour),
    ]


def named(
    ctx: Context, name: Sequence[Primitive], height: float, mark: Changed
) -> tuple[list[Primitive], float]:
    """The word under a step's name, the line through one that goes, and how much that is high.

    Args:
        height: of the name, u.
    """
    if not mark:
        return [], 0.0
    theme, words = ctx.theme, style.line(ctx.say(f"plan.{mark}"), _TAG)
    colour, left = (theme.accent, 2 * _SIGN + 2.0) if mark == "new" else (theme.ink2, 0.0)
    top = height + 0.8
    found: list[Primitive] = []
    if mark == "new":
        found += changes.badge(theme, "plus", _SIGN, top + words.height / 2, _SIGN)
    else:
        found += changes.struck(name, theme.ink2)
    return [*found, *words.draw(left, top, colour)], _BELOW
