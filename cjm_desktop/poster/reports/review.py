"""Before and after: what changed between two states of a map, for a review meeting.

First the numbers, then every difference in words by stage, on A4; last the map itself with all of
it marked, and the curve as it was, on A3.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from cjm_desktop import layout
from cjm_desktop.journey import comparing, naming, words
from cjm_desktop.journey.comparing import Comparison, Figure, Group, Line
from cjm_desktop.layout import icons, style
from cjm_desktop.layout.compared import BADGE, SIGNS, colour_of, marked
from cjm_desktop.layout.context import Context
from cjm_desktop.layout.drawing import context
from cjm_desktop.layout.pieces import Disc, Primitive
from cjm_desktop.layout.pieces import Line as Rule
from cjm_desktop.layout.style import Style
from cjm_desktop.poster import lines
from cjm_desktop.poster.job import Job
from cjm_desktop.poster.laid import Laid
from cjm_desktop.poster.leaves import Leaf, Part
from cjm_desktop.poster.paper import parse
from cjm_desktop.poster.reports import flow
from cjm_desktop.poster.reports.flow import BODY, CAPTION, EDGE, FOOT, STRONG, Atom, Flow, say

_TITLE = Style("bold", 8.0, 1.15, hyphenate=False)
_HEADING = Style("semibold", 4.6, 1.3, hyphenate=False)
_SIGN = 2.1
"""Radius of the disc with a sign, mm."""
_MOST = 2.0
"""How many times its natural size a sign on the marked map is at most."""
_WORDS = 7.0
"""Where words begin behind a sign, mm."""
_NUMBERS = 62.0
"""What the numbers of a row take at its right, mm."""
_STRIP = 12.0
"""What stands over the marked map, mm."""


class States(NamedTuple):
    """What the two states are called."""

    before: str
    after: str


def laid(found: Comparison, states: States, job: Job) -> Laid:
    """The report, ready to be written.

    Args:
        found: the differences of one map.
        states: what the two states are called.
        job: of that map; its language and what it shows count, the paper is A4.

    Raises:
        ValueError: more than one map was compared.
    """
    if found.map_id is None:
        raise ValueError("a review is of one map")
    job = replace(job, map_id=found.map_id, paper=parse("A4"), landscape=False, tiles=None)
    ctx = context(found.both, found.map_id, job.colours, job.options)
    pages = _pages(ctx, job, found, states)
    title = naming.map_title(found.both, found.map_id)
    name = f"{say(ctx, 'review')} · {title}"
    leaves = [
        flow.leaf(ctx, job, [*inside, *flow.foot(ctx, job, name, at, len(pages) + 1)])
        for at, inside in enumerate(pages, 1)
    ]
    leaves[0] = leaves[0]._replace(title=say(ctx, "review"))
    whole = _map(ctx, job, found, name, len(pages) + 1)
    first = leaves[0]
    made = Laid(job, name, first.parts[-1].drawing, first.width, first.height, None)
    return replace(made, leaves=(*leaves, whole))


def _pages(ctx: Context, job: Job, found: Comparison, states: States) -> list[list[Primitive]]:
    """The numbers and the differences in words."""
    language = ctx.options.language
    pages = Flow(job, lambda first: _head(ctx, job, found, states, first=first))
    figures = comparing.figures(found, language)
    if figures:
        pages.add([_heading(ctx, say(ctx, "review_numbers"))])
        for one in figures:
            pages.add([_figure(ctx, one, pages.width)])
    groups = comparing.groups(found, language)
    pages.add([_heading(ctx, say(ctx, "review_changes"))._replace(gap=6.0)])
    if not groups:
        pages.add(flow.text_atom(say(ctx, "review_same"), BODY, pages.width, ctx.theme.ink2))
    for group in groups:
        _group(ctx, pages, group)
    return pages.pages


def _head(ctx: Context, job: Job, found: Comparison, states: States, *, first: bool) -> Atom:
    theme, width = ctx.theme, job.finished.width - 2 * EDGE
    title = naming.map_title(found.both, ctx.map.id)
    if not first:
        said = say(ctx, "goes_on", name=title)
        return Atom(9.0, lambda x, y: lines.line(said, "semibold", 4.2, x, y + 3.4, theme.ink2))
    block = style.shrunk(title, _TITLE, width, 24, (1.0, 0.85, 0.7, 0.58))
    between = f"{states.before} → {states.after}"
    counts = comparing.count_words(found.counts, ctx.options.language)

    def draw(x: float, y: float) -> list[Primitive]:
        down = y + 7.0 + block.height
        return [
            *lines.line(say(ctx, "review"), "regular", 3.2, x, y + 3, theme.ink2),
            *block.draw(x, y + 7.0, theme.ink),
            *lines.line(
                lines.shortened(between, "semibold", 3.9, width), "semibold", 3.9, x, down + 5.4,
                theme.ink,
            ),
            *lines.line(counts, "regular", 3.7, x, down + 11.0, theme.ink2),
        ]  # fmt: skip

    return Atom(7.0 + block.height + 17.0, draw)


def _heading(ctx: Context, said: str) -> Atom:
    block = style.line(said, _HEADING)
    return Atom(block.height + 1.0, lambda x, y: block.draw(x, y, ctx.theme.ink))


def _figure(ctx: Context, one: Figure, width: float) -> Atom:
    """A row: the name at the left, both numbers at the right, and which way it went in words."""
    theme, language = ctx.theme, ctx.options.language
    name = one.name
    if one.end:
        name = words.say("comparing.end_metric", language, metric=name)
    ink, said = theme.ink2, one.pair
    if one.better is not None:
        ink = theme.good if one.better else theme.alarm
        key = "comparing.better" if one.better else "comparing.worse_now"
        said = f"{said} · {words.say(key, language)}"
    font = "semibold" if one.differs else "regular"

    def draw(x: float, y: float) -> list[Primitive]:
        right = x + width - lines.width(said, font, 3.7)  # type: ignore[arg-type]
        room = width - max(_NUMBERS, x + width - right) - 4
        shown = lines.shortened(name, "regular", 3.7, room)
        return [
            *lines.line(shown, "regular", 3.7, x, y + 4.2, theme.ink),
            *lines.line(said, font, 3.7, right, y + 4.2, ink),  # type: ignore[arg-type]
            Rule(x, y + 6.2, x + width, y + 6.2, theme.line, 0.2),
        ]

    return Atom(7.0, draw)


def _group(ctx: Context, pages: Flow, group: Group) -> None:
    """A stage with what changed in it; its name never stands alone at the foot of a page."""
    heading = flow.text_atom(group.title, STRONG, pages.width, ctx.theme.ink2, gap=3.2)
    for at, one in enumerate(group.lines):
        atoms = _line(ctx, one, pages.width)
        pages.add([*heading, *atoms] if at == 0 else atoms)


def _line(ctx: Context, one: Line, width: float) -> list[Atom]:
    theme, sort = ctx.theme, one.contrast.sort
    text = style.block(one.text, BODY, width - _WORDS)
    detail = style.block(one.detail, CAPTION, width - _WORDS) if one.detail else None

    def draw(x: float, y: float) -> list[Primitive]:
        middle, size = y + 2.5, _SIGN * 1.5
        drawn: list[Primitive] = [
            Disc(x + _SIGN, middle, _SIGN, colour_of(sort, theme)),
            icons.icon(
                SIGNS[sort], x + _SIGN - size / 2, middle - size / 2, size, theme.paper, 3.0
            ),
            *text.draw(x + _WORDS, y, theme.ink),
        ]
        if detail is not None:
            drawn += detail.draw(x + _WORDS, y + text.height + 0.4, theme.ink2)
        return drawn

    height = text.height + (detail.height + 0.4 if detail is not None else 0.0)
    return [Atom(height, draw, 1.8)]


def _map(ctx: Context, job: Job, found: Comparison, name: str, count: int) -> Leaf:
    """The map with everything marked, on a page of its own."""
    paper = parse("A3", landscape=True)
    map_id = str(found.map_id)
    wide, high = paper.width - 2 * EDGE, paper.height - 2 * EDGE - FOOT - _STRIP
    fitted = layout.fit(found.both, map_id, ctx.theme, job.options, wide, high)
    scale = min(wide / fitted.width, high / fitted.height)
    # On paper signs of their natural size are dots; those of the list would hide small cards.
    badge = min(max(BADGE, _SIGN / scale), _MOST * BADGE)
    drawing = marked(fitted, found, ctx.theme, badge=badge)
    around = replace(job, paper=paper, landscape=True)
    inside = [*_legend(ctx, badge * scale), *flow.foot(ctx, around, name, count, count)]
    page = flow.leaf(ctx, around, inside)
    left = (paper.width - drawing.width * scale) / 2
    parts = (*page.parts, Part(drawing, left, EDGE + _STRIP, scale))
    return Leaf(paper.width, paper.height, parts, say(ctx, "review_map"))


def _legend(ctx: Context, radius: float) -> list[Primitive]:
    """What the signs on the map mean; they are as large as there, mm."""
    theme, x, y = ctx.theme, EDGE, EDGE + 4.0
    drawn: list[Primitive] = []
    for sort, sign in SIGNS.items():
        said = say(ctx, f"review_{sort}")
        size = radius * 1.5
        drawn += [
            Disc(x + _SIGN, y - 1.2, radius, colour_of(sort, theme)),
            icons.icon(sign, x + _SIGN - size / 2, y - 1.2 - size / 2, size, theme.paper, 3.0),
            *lines.line(said, "regular", 3.4, x + 6.0, y, theme.ink),
        ]
        x += 12.0 + lines.width(said, "regular", 3.4)
    dots: list[Primitive] = [Disc(x + at * 2.2, y - 1.2, 0.55, theme.ink2) for at in range(5)]
    said = say(ctx, "review_curve")
    return [*drawn, *dots, *lines.line(said, "regular", 3.4, x + 12.5, y, theme.ink)]
