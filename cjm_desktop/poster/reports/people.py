"""Persona sheets: who somebody is, what they need and say, how they fare, where it hurts most."""

from __future__ import annotations

from collections.abc import Sequence

from cjm_desktop.journey import naming, weak_words, weakness, words
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Barrier, Feeling, Persona
from cjm_desktop.journey.weakness import Weakness
from cjm_desktop.layout import faces, icons, style
from cjm_desktop.layout.cards import quoted
from cjm_desktop.layout.context import Context
from cjm_desktop.layout.drawing import context
from cjm_desktop.layout.persona import avatar
from cjm_desktop.layout.pieces import Box, Disc, Primitive
from cjm_desktop.layout.style import Style
from cjm_desktop.poster import lines
from cjm_desktop.poster.job import Job
from cjm_desktop.poster.leaves import Leaf
from cjm_desktop.poster.reports import flow, way
from cjm_desktop.poster.reports.flow import BODY, Atom, Flow, moved, say

_NAME = Style("bold", 11.0, 1.12, hyphenate=False)
_ROLE = Style("regular", 5.0, 1.25, hyphenate=False)
_QUOTE = Style("italic", 4.6, 1.34)
_HEADING = Style("bold", 5.0, 1.2, hyphenate=False)
_RADIUS = 17.0
_FIELDS = ("goals", "need", "trigger", "criteria", "alternatives", "hooks", "fears")
_LEAST_WEAK, _MOST_WEAK = 3, 5
"""More than the first are told only where the page has room."""
_COLUMNS, _BETWEEN, _SHORT = 3, 7.0, 45.0
"""Subjects in a row, free between them, and how high a text there may be."""
_SCORE = 40.0
"""Kept free for how weak a place is."""


def leaves(journey: Journey, job: Job) -> tuple[Leaf, ...]:
    """A sheet, or more where they do not fit one, for each persona in question.

    Raises:
        Problem: the map has no personas.
    """
    ctx = context(journey, job.map_id, job.colours, job.options)
    chosen = job.shows.persona_ids
    people = [one for one in ctx.personas if not chosen or one.id in chosen]
    if not people:
        raise Problem("reports.no_people")
    weak = weakness.of_map(journey, job.map_id)
    found: list[Leaf] = []
    for person in people:
        found += _sheets(ctx, job, person, weak)
    return tuple(found)


def _sheets(ctx: Context, job: Job, person: Persona, weak: Sequence[Weakness]) -> list[Leaf]:
    pages = Flow(job, lambda first: _head(ctx, job, person, first=first))
    for said in person.quotes:
        pages.add(_quote(ctx, said, pages.width))
    for row in _rows(ctx, person, pages.width):
        pages.add(row)
    first = {None} if person is ctx.personas[0] else set()
    felt = way.primitives(ctx, {person.id, *first}, pages.width)
    if felt:
        pages.add([_heading(ctx, "feels"), _placed(felt)])
    mine = [one for one in weak if _concerns(ctx, person, one)][:_MOST_WEAK]
    if mine:
        pages.add([_heading(ctx, "weakest"), *_weak_row(ctx, mine[0], pages.width)])
        for number, one in enumerate(mine[1:], 2):
            row = _weak_row(ctx, one, pages.width)
            if number <= _LEAST_WEAK or pages.fits(row):
                pages.add(row)
    made = []
    name = f"{_called(ctx, person)} · {naming.map_title(ctx.journey, ctx.map.id)}"
    for at, inside in enumerate(pages.pages):
        whole = [*inside, *flow.foot(ctx, job, name, at + 1, len(pages.pages))]
        title = _called(ctx, person) if at == 0 else ""
        made.append(flow.leaf(ctx, job, whole)._replace(title=title))
    return made


def _called(ctx: Context, person: Persona) -> str:
    return naming.by_name(person) or say(ctx, "unnamed")


def _head(ctx: Context, job: Job, person: Persona, *, first: bool) -> Atom:
    theme, called = ctx.theme, _called(ctx, person)
    width = job.finished.width - 2 * flow.EDGE
    if not first:
        said = say(ctx, "goes_on", name=called)
        return Atom(9.0, lambda x, y: lines.line(said, "semibold", 4.2, x, y + 3.4, theme.ink2))
    left = 2 * _RADIUS + 8
    name = style.shrunk(called, _NAME, width - left, 27, (1.0, 0.86, 0.74, 0.62))
    under = [
        style.block(person.role if person.name else "", _ROLE, width - left),
        style.block(person.segment, BODY, width - left),
    ]
    under = [one for one in under if one.lines and one.lines[0]]
    parts = [words.say(f"buying_part.{one}", ctx.options.language) for one in person.buying_parts]
    tall = name.height + sum(one.height + 1 for one in under) + (7.5 if parts else 0)
    height = max(2 * _RADIUS, tall)
    colour = theme.role(ctx.personas.index(person), person.colour)

    def draw(x: float, y: float) -> list[Primitive]:
        found = [
            Disc(x + _RADIUS, y + _RADIUS, _RADIUS, theme.zebra),
            *avatar(ctx, person, x + _RADIUS, y + _RADIUS, _RADIUS),
        ]
        down = y + max(0.0, (2 * _RADIUS - tall) / 2)
        found += name.draw(x + left, down, theme.ink)
        down += name.height
        for block in under:
            found += block.draw(x + left, down + 1, theme.ink2)
            down += block.height + 1
        at = x + left
        for part in parts:
            shown, wide = flow.pill(part, at, down + 2.2, colour, theme.paper)
            found += shown
            at += wide + 2
        return found

    return Atom(height + 6.0, draw)


def _quote(ctx: Context, said: str, width: float) -> list[Atom]:
    theme = ctx.theme
    block = style.block(quoted(said, ctx.options.language), _QUOTE, width - 12)
    found = []
    for at, part in enumerate(flow.parted(block, 80.0)):

        def draw(x: float, y: float, part: style.Block = part) -> list[Primitive]:
            return [
                Box(x, y, width, part.height + 6, theme.zebra, None, radius=3.0),
                *part.draw(x + 6, y + 3, theme.ink),
            ]

        found.append(Atom(part.height + 6, draw, 2.5 if at == 0 else 0.0))
    return found


def _rows(ctx: Context, person: Persona, width: float) -> list[list[Atom]]:
    """What is known of somebody, subjects side by side where they are short."""
    known = [(key, getattr(person, key)) for key in _FIELDS if getattr(person, key).strip()]
    part = (width - _BETWEEN * (_COLUMNS - 1)) / _COLUMNS
    found, at = list[list[Atom]](), 0
    while at < len(known):
        row = known[at : at + _COLUMNS]
        blocks = [style.block(said, BODY, part) for _, said in row]
        if max(one.height for one in blocks) <= _SHORT:
            found.append([_beside(ctx, [key for key, _ in row], blocks, part + _BETWEEN)])
            at += _COLUMNS
        else:
            key, said = known[at]
            found.append([_subject(ctx, key), *flow.text_atom(said, BODY, width, ctx.theme.ink)])
            at += 1
    return found


def _beside(ctx: Context, keys: Sequence[str], blocks: Sequence[style.Block], step: float) -> Atom:
    def draw(x: float, y: float) -> list[Primitive]:
        found: list[Primitive] = []
        for at, (key, block) in enumerate(zip(keys, blocks, strict=True)):
            name, left = _subject_name(ctx, key), x + at * step
            found += lines.line(name, "semibold", 3.1, left, y + 3.0, ctx.theme.ink3)
            found += block.draw(left, y + 4.4, ctx.theme.ink)
        return found

    return Atom(4.4 + max(one.height for one in blocks), draw, 4.0)


def _subject(ctx: Context, key: str) -> Atom:
    said = _subject_name(ctx, key)
    return Atom(
        4.4, lambda x, y: lines.line(said, "semibold", 3.1, x, y + 3.0, ctx.theme.ink3), 4.0
    )


def _subject_name(ctx: Context, key: str) -> str:
    return words.say(f"reports.field.{key}", ctx.options.language)


def _heading(ctx: Context, key: str) -> Atom:
    said = say(ctx, key)
    return Atom(
        7.0,
        lambda x, y: lines.line(said, _HEADING.font, _HEADING.size, x, y + 4.2, ctx.theme.ink),
        7.0,
    )


def _placed(felt: Sequence[Primitive]) -> Atom:
    """The curve, moved to its place on the page."""

    def draw(x: float, y: float) -> list[Primitive]:
        return [moved(one, x, y) for one in felt]

    return Atom(way.HEIGHT, draw)


def _concerns(ctx: Context, person: Persona, one: Weakness) -> bool:
    """Whether a weak point is one of theirs."""
    record, first = one.record, person is ctx.personas[0]
    if isinstance(record, Feeling):
        return record.persona_id == person.id or (record.persona_id is None and first)
    if isinstance(record, Barrier):
        return person.id in record.persona_ids or (not record.persona_ids and first)
    return first and not getattr(record, "persona_ids", ())


def _weak_row(ctx: Context, one: Weakness, width: float) -> list[Atom]:
    """What is weak, where, why, and how weak."""
    theme = ctx.theme
    said = weak_words.said(ctx.journey, one, ctx.options.language)
    more = style.block(" · ".join((said.where, *said.why)), flow.CAPTION, width - 13 - _SCORE)
    what = style.block(said.what, flow.STRONG, width - 13 - _SCORE)
    tall = what.height + more.height + 3.0

    def draw(x: float, y: float) -> list[Primitive]:
        middle = y + (what.height + more.height) / 2
        found = [*_sign(ctx, one, x + 4.6, middle)]
        found += what.draw(x + 13, y, theme.ink)
        found += more.draw(x + 13, y + what.height, theme.ink2)
        points = words.say("reports.weak", ctx.options.language, percent=one.percent)
        wide = lines.width(points, "semibold", 2.9) + 2.2 * 2.9 * 0.7
        fill, ink = (theme.alarm, theme.on_alarm) if one.score >= 0.6 else (theme.zebra, theme.ink)
        return found + flow.pill(points, x + width - wide, middle - 2.5, fill, ink)[0]

    return [Atom(tall, draw, 1.0)]


def _sign(ctx: Context, one: Weakness, cx: float, cy: float) -> Sequence[Primitive]:
    theme, record = ctx.theme, one.record
    if isinstance(record, Feeling):
        return faces.face(cx, cy, 4.2, record.value, theme)
    name = "alert-triangle" if isinstance(record, Barrier) else "clock"
    return icons.badge(name, cx, cy, 4.2, theme.disc, theme.on_disc)
