"""Blocks that flow down pages, one after another; what is too high for a page goes on. In mm."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from cjm_desktop.journey import dates, words
from cjm_desktop.journey.records import Record
from cjm_desktop.layout import glyphs, style
from cjm_desktop.layout.context import Context
from cjm_desktop.layout.pieces import Box, Disc, Fill, Gradient, Line, Path, Primitive
from cjm_desktop.layout.style import Block, Style
from cjm_desktop.poster import lines
from cjm_desktop.poster.job import Job
from cjm_desktop.poster.leaves import Leaf, Part, drawn
from cjm_desktop.poster.paper import Paper

EDGE = 15.0
"""Free on every side of a page."""
PAD = 4.0
"""Between the edge of a card and its text."""
INDENT = 9.0
"""How far what answers a barrier stands to the right of it."""
FOOT = 8.0
"""What its number takes."""
BODY = Style("regular", 3.7, 1.34)
STRONG = Style("semibold", 3.7, 1.34)
LABEL = Style("semibold", 2.9, 1.3, hyphenate=False)
CAPTION = Style("regular", 2.9, 1.3, hyphenate=False)


class Atom(NamedTuple):
    """Something that is never parted."""

    height: float
    draw: Callable[[float, float], list[Primitive]]
    """Draws it with its top left at a place."""
    gap: float = 0.0
    """Free above it, except at the top of a page."""


class Flow:
    """Pages being filled from top to bottom.

    Args:
        job: whose paper they are.
        head: draws the head of a page, told whether it is the first, and how high that is.
    """

    def __init__(self, job: Job, head: Callable[[bool], Atom]) -> None:
        self.paper: Paper = job.finished
        self._head = head
        self._pages: list[list[Primitive]] = []
        self._y = 0.0
        self._new_page()

    @property
    def width(self) -> float:
        """What a block may fill."""
        return self.paper.width - 2 * EDGE

    @property
    def bottom(self) -> float:
        """Where blocks end."""
        return self.paper.height - EDGE - FOOT

    @property
    def pages(self) -> list[list[Primitive]]:
        """What stands on each page so far."""
        return self._pages

    @property
    def room(self) -> float:
        """What a page has under its head when it is not the first."""
        return self.bottom - EDGE - self._head(False).height  # noqa: FBT003 - it is the question

    @property
    def left(self) -> float:
        """What is left of the page as it is."""
        return self.bottom - self._y

    def fits(self, atoms: Sequence[Atom]) -> bool:
        """Whether blocks have room on the page as it is."""
        return self._y + sum(one.height + one.gap for one in atoms) <= self.bottom

    def _new_page(self) -> None:
        head = self._head(not self._pages)
        self._pages.append(head.draw(EDGE, EDGE))
        self._y = EDGE + head.height
        self._fresh = True

    def add(self, atoms: Sequence[Atom]) -> None:
        """Add blocks that belong together: on one page where they fit one."""
        whole = sum(one.height + one.gap for one in atoms)
        if not self._fresh and self._y + whole > self.bottom and whole <= self.room:
            self._new_page()
        for one in atoms:
            gap = 0.0 if self._fresh else one.gap
            if not self._fresh and self._y + gap + one.height > self.bottom:
                self._new_page()
                gap = 0.0
            self._pages[-1] += one.draw(EDGE, self._y + gap)
            self._y += gap + one.height
            self._fresh = False


def say(ctx: Context, key: str, **values: object) -> str:
    """A sentence of the sheets' own words."""
    return words.say(f"reports.{key}", ctx.options.language, **values)


def parted(block: Block, room: float) -> list[Block]:
    """A text in pieces no higher than a room: one where it fits."""
    each = max(1, int(room / (block.style.size * block.style.leading)))
    return [
        Block(block.style, block.lines[at : at + each], block.width, block.whole)
        for at in range(0, len(block.lines), each)
    ]


def leaf(ctx: Context, job: Job, inside: Sequence[Primitive]) -> Leaf:
    """A page of primitives."""
    paper = job.finished
    page = drawn(
        paper.width,
        paper.height,
        [lines.standing(inside)],
        paper=ctx.theme.paper,
        body=BODY.size,
        smallest=CAPTION.size,
        missing=sorted({*glyphs.missing(ctx), *glyphs.missing_in(_told(ctx))}),
    )
    return Leaf(paper.width, paper.height, (Part(page, 0.0, 0.0, 1.0),))


def _told(ctx: Context) -> tuple[Record, ...]:
    """What the sheets say more of than the map does."""
    return (*ctx.journey.hypotheses(ctx.map.id), *ctx.personas)


def moved(one: Primitive, x: float, y: float) -> Primitive:
    """A primitive in another place."""
    if isinstance(one, Line):
        return one._replace(x0=one.x0 + x, y0=one.y0 + y, x1=one.x1 + x, y1=one.y1 + y)
    if isinstance(one, Disc):
        return one._replace(cx=one.cx + x, cy=one.cy + y, fill=_shifted(one.fill, x, y))
    if isinstance(one, Path):
        way = tuple(
            (letter, tuple(value + (y if at % 2 else x) for at, value in enumerate(values)))
            for letter, values in one.commands
        )
        return one._replace(
            commands=way, fill=_shifted(one.fill, x, y), line=_shifted(one.line, x, y)
        )
    if isinstance(one, Box):
        return one._replace(x=one.x + x, y=one.y + y, fill=_shifted(one.fill, x, y))
    return one._replace(x=one.x + x, y=one.y + y)


def _shifted(fill: Fill, x: float, y: float) -> Fill:
    if not isinstance(fill, Gradient):
        return fill
    return Gradient(fill.x0 + x, fill.y0 + y, fill.x1 + x, fill.y1 + y, fill.stops)


def foot(ctx: Context, job: Job, name: str, number: int, count: int) -> list[Primitive]:
    """What page it is, of what, and when it was made."""
    paper, theme = job.finished, ctx.theme
    y = paper.height - EDGE
    said = words.say("poster.page_of", job.language, number=number, n=count)
    if job.shows.today:
        said = f"{dates.written(job.shows.today, job.language)} · {said}"
    right = paper.width - EDGE - lines.width(said, "regular", 2.9)
    left = lines.shortened(name, "regular", 2.9, right - EDGE - 6)
    return [
        Line(EDGE, y - 5.2, paper.width - EDGE, y - 5.2, theme.line, 0.25),
        *lines.line(left, "regular", 2.9, EDGE, y, theme.ink3),
        *lines.line(said, "regular", 2.9, right, y, theme.ink3),
    ]


def pill(
    said: str, x: float, y: float, fill: str, ink: str, size: float = 2.9
) -> tuple[list[Primitive], float]:
    """Words on a rounded ground with its top left at a place, and how wide that is."""
    wide = lines.width(said, "semibold", size) + 2.2 * size * 0.7
    tall = size * 1.7
    return [
        Box(x, y, wide, tall, fill, None, radius=tall / 2),
        *lines.line(said, "semibold", size, x + 0.77 * size, y + tall * 0.69, ink),
    ], wide


def text_atom(
    said: str, how: Style, width: float, colour: str, *, indent: float = 0.0, gap: float = 0.0
) -> list[Atom]:
    """A text as lines that may go on over the page."""
    block = style.block(said, how, width - indent)
    found = []
    for at, part in enumerate(parted(block, 60.0)):
        found.append(
            Atom(
                part.height,
                lambda x, y, part=part: part.draw(x + indent, y, colour),  # type: ignore[misc]
                gap if at == 0 else 0.0,
            )
        )
    return found
