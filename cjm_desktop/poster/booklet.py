"""A hand-out of pages: one or more for each stage, with the whole curve small at the top."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from cjm_desktop import layout
from cjm_desktop.journey import naming, words
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Stage
from cjm_desktop.layout import glyphs, legend, persona
from cjm_desktop.layout.context import MARGIN, Context
from cjm_desktop.layout.drawing import context
from cjm_desktop.layout.fit import A0_AREA
from cjm_desktop.layout.pieces import Drawing, Piece, Primitive, Shape
from cjm_desktop.poster import lines, strip
from cjm_desktop.poster.job import Job
from cjm_desktop.poster.leaves import Leaf, Part, drawn
from cjm_desktop.poster.paper import Paper
from cjm_desktop.poster.shares import Share

LEAST = 8.0
"""pt of the body text below which a stage goes on over one more page."""
_EDGE, _HEAD, _FOOT, _GAP = 8.0, 9.0, 9.0, 4.0
"""Free round a page; what its title and its number take; between curve and map; mm."""
_LARGEST, _ROUNDS = 0.5, 2
"""mm to a unit at most, which is 11 pt; how often it is tried to fill the page."""
_WORTHWHILE = 1.1
"""Type must become so much larger for one more page."""
_TITLE, _NOTE = 4.8, 2.9
_LEAD = 0.42
"""mm to a unit of the persona's card and the legend."""
_LEAD_GAP = 8.0
"""Free space after each, u."""
_WIDEST_CARD, _BESIDE_CARD = 520.0, 260.0
"""The card is no wider; the legend stands beside it where so much is left, u."""
_MM_OF_POINT = 25.4 / 72
_TOP = _EDGE + _HEAD + strip.HEIGHT + _GAP


class _Lead(NamedTuple):
    """What the first page says before the curve: whose journey it is, and what the signs mean."""

    pieces: tuple[Piece, ...] = ()
    """In units of `_LEAD`."""
    width: float = 0.0
    height: float = 0.0


class _Page(NamedTuple):
    """A page for a stage, and how far down its map begins, mm."""

    job: Job
    top: float

    @property
    def room(self) -> tuple[float, float]:
        """What the map of a stage may fill, mm."""
        sheet = self.job.finished
        return sheet.width - 2 * _EDGE, sheet.height - self.top - _FOOT

    def scale(self, drawing: Drawing) -> float:
        """mm to a unit: the map's own free edge is cut down to the page's."""
        wide, room = self.room
        return min(wide / (drawing.width - 2 * MARGIN), room / (drawing.height - 2 * MARGIN))

    def points(self, drawing: Drawing) -> float:
        """pt of the body text."""
        return drawing.body_size * self.scale(drawing) / _MM_OF_POINT

    def part(self, drawing: Drawing) -> Part:
        """The map of a stage in its place."""
        scale = self.scale(drawing)
        return Part(drawing, _EDGE - MARGIN * scale, self.top - MARGIN * scale, scale)


_Pages = list[tuple[_Page, Drawing]]
"""Those of one stage."""


def leaves(journey: Journey, job: Job) -> tuple[Leaf, ...]:
    """The pages of a map, its stages one after another."""
    ctx = context(journey, job.map_id, job.colours, job.options)
    lead = _lead(ctx, job.finished.width - 2 * _EDGE)
    shown = _every(journey, ctx, job, lead)
    covered = False
    if lead.pieces and (len(shown[0]) > 1 or _least(shown[:1]) < LEAST):
        alone = _every(journey, ctx, job, _Lead(), 1)
        # Together with the first stage it would not be read, or part it: it gets a page of its own.
        covered = _least(shown[:1]) < LEAST or len(alone[0]) < len(shown[0])
        shown = [*alone, *shown[1:]] if covered else shown
    count, sheet = sum(map(len, shown)) + covered, job.finished
    found = [_leaf(sheet, _around(ctx, job, None, (1, count), lead))] if covered else []
    for number, (stage, pages) in enumerate(zip(ctx.stages, shown, strict=True), start=1):
        for at, (page, drawing) in enumerate(pages):
            parts = _around(ctx, job, stage, (len(found) + 1, count), _Lead() if found else lead)
            name = "" if at else f"{number}. {stage.title}"
            found.append(_leaf(sheet, (*parts, page.part(drawing)), name))
    return tuple(found)


def _leaf(sheet: Paper, parts: tuple[Part, ...], name: str = "") -> Leaf:
    return Leaf(sheet.width, sheet.height, parts, name)


def _every(
    journey: Journey, ctx: Context, job: Job, lead: _Lead, most: int | None = None
) -> list[_Pages]:
    """The pages of each stage.

    Args:
        lead: what stands on the first one.
        most: of so many stages; None: of all.
    """
    tops = (_TOP + (0.0 if at else lead.height * _LEAD) for at in range(len(ctx.stages)))
    listed = list(zip(tops, ctx.stages, ctx.steps, strict=True))[:most]
    lanes = journey.lanes(job.map_id)
    return [
        _pages(journey, _Page(job, top), Share(stage, lanes, tuple(steps)))
        for top, stage, steps in listed
    ]


def _least(shown: Sequence[_Pages]) -> float:
    """pt of the smallest body text."""
    return min(page.points(drawing) for pages in shown for page, drawing in pages)


def _lead(ctx: Context, wide: float) -> _Lead:
    """The persona and the legend, as far as they are asked for.

    Args:
        wide: of the page without its edges, mm.
    """
    width, person, found, y = wide / _LEAD, ctx.persona, list[Piece](), 0.0
    if person is not None and ctx.options.show_persona:
        card = persona.card(ctx, person, min(width, _WIDEST_CARD))
        found.append(Piece(f"persona:{person.id}", "header", person.id, 0, 0, card))
        y = card.h + _LEAD_GAP
    left = found[0].shape.w + 2 * _LEAD_GAP if found else 0.0
    beside = found and width - left >= _BESIDE_CARD
    signs = legend.legend(ctx, width - left if beside else width)
    if signs is not None and ctx.options.show_legend:
        found.append(Piece("legend", "header", "", *((left, 0.0) if beside else (0.0, y)), signs))
        y = max(y, signs.h + _LEAD_GAP) if beside else y + signs.h + _LEAD_GAP
    return _Lead(tuple(found), width, y)


def _pages(journey: Journey, first: _Page, share: Share) -> _Pages:
    """A share of a stage on as few pages as it is read on, or as more pages do not help."""
    whole = _fitted(journey, first, share)
    best, size = [(first, whole)], first.points(whole)
    for made in (_by_steps, _by_lanes):
        if size < LEAST:
            found = made(journey, first, share, whole)
            least = _least([found]) if found else 0.0
            if least > size * _WORTHWHILE:
                best, size = found, least
    return best


def _by_steps(journey: Journey, first: _Page, share: Share, whole: Drawing) -> _Pages:
    """The pages of a share, each with some of its steps; none where it does not help."""
    best, size, steps = _Pages(), 0.0, share.steps
    later = _Page(first.job, _TOP)
    for count in range(2, len(steps) + 1):
        ends = [round(len(steps) * at / count) for at in range(count + 1)]
        runs = [share._replace(steps=steps[begin:end]) for begin, end in pairwise(ends)]
        pages = [first, *[later] * (count - 1)]
        made = [(page, _fitted(journey, page, run)) for page, run in zip(pages, runs, strict=True)]
        least = _least([made])
        if least > size * _WORTHWHILE:
            best, size = made, least
        if size >= LEAST:
            break
    return best


def _by_lanes(journey: Journey, first: _Page, share: Share, whole: Drawing) -> _Pages:
    """The pages of the upper half of the lanes, then those of the lower one."""
    if len(share.lanes) < 2:
        return []
    upper, lower = share.by_lanes(whole)
    later = _Page(first.job, _TOP)
    return [*_pages(journey, first, upper), *_pages(journey, later, lower)]


def _fitted(journey: Journey, page: _Page, share: Share) -> Drawing:
    """The map of a stage, or of some of its lanes or steps, for a page."""
    job, options = page.job, share.options(page.job.options)
    wide, room = page.room
    # The map brings a free edge of its own, in its own units: how many mm is known afterwards.
    edge = MARGIN * _LARGEST
    for _ in range(_ROUNDS):
        size = wide + 2 * edge, room + 2 * edge
        largest = _LARGEST * math.sqrt(A0_AREA / (size[0] * size[1]))
        found = layout.fit(journey, job.map_id, job.colours, options, *size, largest=largest)
        edge = MARGIN * page.scale(found)
    return found


def _around(
    ctx: Context, job: Job, stage: Stage | None, number: tuple[int, int], lead: _Lead
) -> tuple[Part, ...]:
    """Title, curve and number of a page, and what stands between them on the first one.

    Args:
        stage: the one the page is about; None: none.
    """
    sheet, theme = job.finished, ctx.theme
    wide = sheet.width - 2 * _EDGE
    title = naming.map_title(ctx.journey, job.map_id)
    said = words.say("poster.page_of", job.language, number=number[0], n=number[1])
    long = lines.width(said, "regular", _NOTE)
    name = lines.shortened(title, "bold", _TITLE, wide - long - 8)
    found: list[Primitive] = [
        *lines.line(name, "bold", _TITLE, 0, _TITLE * 0.9, theme.ink),
        *lines.line(said, "regular", _NOTE, wide - long, _TITLE * 0.9, theme.ink2),
    ]
    head = Piece("head", "header", "", 0, 0, Shape(wide, _HEAD, tuple(found)))
    small = Shape(wide, strip.HEIGHT, tuple(strip.primitives(ctx, stage, wide)))
    down = lead.height * _LEAD
    pieces = (head, Piece("strip", "ground", "", 0, _HEAD + down, small))
    made = drawn(wide, _TOP + down, pieces, paper=theme.paper, body=99.0, smallest=99.0)
    smallest = glyphs.smallest(made.cells.values())
    parts = (Part(replace(made, smallest_size=smallest), _EDGE, _EDGE, 1.0),)
    return (*parts, _led(ctx, lead)) if lead.pieces else parts


def _led(ctx: Context, lead: _Lead) -> Part:
    """Persona and legend in their place."""
    size, paper = (lead.width, lead.height), ctx.theme.paper
    made = drawn(*size, lead.pieces, paper=paper, body=99.0, smallest=99.0)
    smallest = glyphs.smallest(made.cells.values())
    return Part(replace(made, smallest_size=smallest), _EDGE, _EDGE + _HEAD, _LEAD)
