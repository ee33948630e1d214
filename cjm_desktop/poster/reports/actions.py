"""Action sheets: for each department its barriers, what is to be done, what is tried, by when."""

from __future__ import annotations

from collections.abc import Sequence

from cjm_desktop.journey import duties, naming, plans, words
from cjm_desktop.journey.duties import Duties, Duty
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Barrier, Department, Opportunity
from cjm_desktop.layout import icons, marks, style
from cjm_desktop.layout.context import Context
from cjm_desktop.layout.drawing import context
from cjm_desktop.layout.notes import fill_of
from cjm_desktop.layout.pieces import Box, Disc, Line, Primitive
from cjm_desktop.layout.style import Style
from cjm_desktop.poster import lines
from cjm_desktop.poster.job import Job
from cjm_desktop.poster.leaves import Leaf
from cjm_desktop.poster.reports import flow, trials
from cjm_desktop.poster.reports.flow import BODY, CAPTION, INDENT, PAD, Atom, Flow, say

_NAME = Style("bold", 9.0, 1.15, hyphenate=False)
_NOTE = Style("semibold", 4.6, 1.26, hyphenate=False)
_ABOUT = 11.0
"""What number, place and severity of a barrier take."""
_ROOM = 150.0
"""A note higher than that goes on in a second one."""
_ROWS_GAP, _ROWS_HEAD, _ROW = 12.0, 14.0, 10.0
"""Free above the lines to write on at the end of a sheet, height of the first and of each other."""
_LEAST_ROWS, _MOST_ROWS = 3, 6
_UNDER_CAPTION = 9.5
"""From the top of a page down to the name."""
_WEAK = 0.6
"""From this score on the place is marked in the colour of alarm."""


def leaves(journey: Journey, job: Job) -> tuple[Leaf, ...]:
    """The sheets of all departments, one after another, each beginning on a page of its own.

    Raises:
        Problem: there is nothing to be done yet.
    """
    ctx = context(journey, job.map_id, job.colours, job.options)
    found = [
        (one, _pages(ctx, job, one, number))
        for number, one in enumerate(duties.of_map(journey, job.map_id))
    ]
    if not found:
        raise Problem("reports.no_actions")
    made = []
    for one, pages in found:
        name = f"{_owner(ctx, one)} · {naming.map_title(ctx.journey, ctx.map.id)}"
        for at, inside in enumerate(pages, 1):
            whole = [*inside, *flow.foot(ctx, job, name, at, len(pages))]
            title = _owner(ctx, one) if at == 1 else ""
            made.append(flow.leaf(ctx, job, whole)._replace(title=title))
    return tuple(made)


def _owner(ctx: Context, one: Duties) -> str:
    name = one.department.name.strip() if one.department else ""
    return name or say(ctx, "nobody")


def _pages(ctx: Context, job: Job, one: Duties, number: int) -> list[list[Primitive]]:
    pages = Flow(job, lambda first: _head(ctx, job, one, number, first=first))
    for rank, duty in enumerate(one.duties, 1):
        pages.add(_duty(ctx, duty, rank, pages.width))
    rows = min(_MOST_ROWS, int((pages.left - _ROWS_GAP - _ROWS_HEAD) / _ROW) + 1)
    if rows >= _LEAST_ROWS:
        pages.add([_more(ctx, pages.width, rows)])
    return pages.pages


def _more(ctx: Context, width: float, rows: int) -> Atom:
    """Lines to write on what else is to be done."""
    theme = ctx.theme

    def draw(x: float, y: float) -> list[Primitive]:
        found = lines.line(say(ctx, "more"), "semibold", 3.7, x, y + 3.4, theme.ink2)
        down = [y + _ROWS_HEAD + _ROW * number for number in range(rows)]
        return [*found, *(Line(x, at, x + width, at, theme.line2, 0.25) for at in down)]

    return Atom(_ROWS_HEAD + _ROW * (rows - 1), draw, _ROWS_GAP)


def _head(ctx: Context, job: Job, one: Duties, number: int, *, first: bool) -> Atom:
    """Who it is for and how much it is; on further pages only who."""
    theme, name = ctx.theme, _owner(ctx, one)
    width = job.finished.width - 2 * flow.EDGE
    if not first:
        said = say(ctx, "goes_on", name=name)
        return Atom(9.0, lambda x, y: lines.line(said, "semibold", 4.2, x, y + 3.4, theme.ink2))
    own = one.department.colour if one.department else theme.ink3
    colour = theme.role(number, own)
    block = style.shrunk(name, _NAME, width - 22, 24, (1.0, 0.85, 0.7, 0.58))
    caption = f"{say(ctx, 'actions')} · {naming.map_title(ctx.journey, ctx.map.id)}"
    height = _UNDER_CAPTION + block.height + 11.0

    def draw(x: float, y: float) -> list[Primitive]:
        middle = y + _UNDER_CAPTION + block.height / 2
        found: list[Primitive] = [
            *lines.line(
                lines.shortened(caption, "regular", 3.2, width),
                "regular",
                3.2,
                x,
                y + 3,
                theme.ink2,
            ),
            Disc(x + 7.5, middle, 7.5, colour),
            *lines.centred(
                marks.initials(name), "semibold", 5.6, x + 7.5, middle + 2.0, theme.paper
            ),
            *block.draw(x + 19, y + _UNDER_CAPTION, theme.ink),
        ]
        facts = _facts(ctx, one)
        return found + lines.line(
            facts, "regular", 3.7, x + 19, middle + block.height / 2 + 4.6, theme.ink2
        )

    return Atom(height, draw)


def _facts(ctx: Context, one: Duties) -> str:
    """How many barriers, ideas and trials there are."""
    counts = {
        "barriers": sum(duty.barrier is not None for duty in one.duties),
        "ideas": len({card.id for duty in one.duties for card in duty.opportunities}),
        "trials": len({trial.id for duty in one.duties for trial in duty.hypotheses}),
    }
    return " · ".join(say(ctx, key, n=n) for key, n in counts.items() if n)


def _duty(ctx: Context, duty: Duty, rank: int, width: float) -> list[Atom]:
    """A barrier, what answers it, what is tried, and where to write who and when."""
    atoms: list[Atom] = []
    inner = width - INDENT
    if duty.barrier is not None:
        atoms += _barrier(ctx, duty, duty.barrier, rank, width)
    for card in duty.opportunities:
        number = rank if duty.barrier is None else 0
        atoms += _opportunity(ctx, duty, card, number, inner)
    for trial in duty.hypotheses:
        atoms += trials.atoms(ctx, trial, inner)
    if not duty.opportunities and not duty.hypotheses:
        atoms += flow.text_atom(
            say(ctx, "no_idea"), BODY, width, ctx.theme.ink3, indent=INDENT, gap=2.2
        )
    atoms += _to_do(ctx, duty, inner)
    return [atoms[0]._replace(gap=8.0), *atoms[1:]]


def _barrier(ctx: Context, duty: Duty, card: Barrier, rank: int, width: float) -> list[Atom]:
    """A note in the colour of its severity; a long one goes on in further notes."""
    theme, fill = ctx.theme, fill_of(card, ctx.theme)
    block = style.block(card.text or say(ctx, "untitled"), _NOTE, width - 2 * PAD - 40)
    found = []
    for at, part in enumerate(flow.parted(block, _ROOM)):
        more = _ABOUT if at == 0 else 0.0
        tall = part.height + 2 * PAD + more

        def draw(
            x: float, y: float, part: style.Block = part, tall: float = tall, more: float = more
        ) -> list[Primitive]:
            drawn: list[Primitive] = [Box(x, y, width, tall, fill, None, radius=2.0)]
            if more:
                drawn += _above(ctx, duty, rank, (x, y), width)
                drawn += _below(ctx, card, x + PAD, y + tall - PAD - 0.4)
            down = y + PAD + (5.0 if more else 0.0)
            return drawn + part.draw(x + PAD, down, theme.note_ink)

        found.append(Atom(tall, draw))
    return found


def _above(
    ctx: Context, duty: Duty, rank: int, corner: tuple[float, float], width: float
) -> list[Primitive]:
    """Number, place and weakness, over the text of a note."""
    x, y, ink = corner[0] + PAD, corner[1] + PAD, ctx.theme.note_ink
    number = f"{rank}."
    after = max(5.4, lines.width(number, "bold", 3.1) + 1.2)
    place = lines.shortened(_where(ctx, duty), "regular", 3.1, width - 2 * PAD - 34.6 - after)
    return [
        *lines.line(number, "bold", 3.1, x, y + 2.2, ink),
        *lines.line(place, "regular", 3.1, x + after, y + 2.2, ink),
        *_score(ctx, duty, x + width - 2 * PAD, y),
    ]


def _below(ctx: Context, card: Barrier, x: float, y: float) -> list[Primitive]:
    """Severity, frequency and status, under the text of a note."""
    theme = ctx.theme
    often = (f"frequency.{card.frequency}",) if card.frequency else ()
    keys = (f"severity.{card.severity}", *often, f"status.{card.status}")
    said = " · ".join(words.say(key, ctx.options.language) for key in keys)
    fill, ink = fill_of(card, theme), theme.note_ink
    return [
        *marks.dots(x + 1, y - 1, 1.0, 2.9, card.severity, ink, fill, hollow=True),
        *lines.line(said, "regular", 3.1, x + 10.5, y, ink),
    ]


def _score(ctx: Context, duty: Duty, right: float, y: float) -> list[Primitive]:
    """How weak the place is, of 100."""
    if not duty.score:
        return []
    theme = ctx.theme
    alarm = duty.score >= _WEAK
    said = say(ctx, "weak", percent=duty.percent)
    wide = lines.width(said, "semibold", 2.9) + 2.2 * 2.9 * 0.7
    fill, ink = (theme.alarm, theme.on_alarm) if alarm else (theme.paper, theme.ink)
    return flow.pill(said, right - wide, y - 1.0, fill, ink)[0]


def _where(ctx: Context, duty: Duty) -> str:
    card = duty.card
    return plans.where(ctx.journey, card.stage_id, card.step_id, ctx.options.language)


def _opportunity(
    ctx: Context, duty: Duty, card: Opportunity, rank: int, width: float
) -> list[Atom]:
    """A white card with a green bar; one of its own begins with its number and place."""
    theme = ctx.theme
    said = card.text or say(ctx, "untitled")
    block = style.block(said, flow.STRONG, width - 2 * PAD - 7 - 44)
    effects = [(key, getattr(card, key)) for key in ("effort", "effect")]
    about = f"{rank}. {_where(ctx, duty)}" if rank else ""
    found = []
    for at, part in enumerate(flow.parted(block, _ROOM)):
        first = at == 0
        head = 4.6 if first and about else 0.0
        tall = max(part.height + 2 * 2.6, 10.2) + head

        def draw(
            x: float, y: float, part: style.Block = part, head: float = head,
            tall: float = tall, first: bool = first,
        ) -> list[Primitive]:  # fmt: skip
            x += INDENT
            drawn: list[Primitive] = [
                Box(x, y, width, tall, theme.card, theme.line2, 0.25, 1.6),
                Box(x, y, 1.5, tall, theme.good, None, radius=0.75),
            ]
            if head:
                drawn += lines.line(about, "regular", 3.1, x + PAD + 7, y + 4.6, theme.ink2)
            if first:
                drawn.append(icons.icon("bulb", x + PAD, y + head + 2.4, 4.8, theme.good, 1.9))
                drawn += _effects(ctx, effects, x + width - PAD, y + head + 3.4)
            return drawn + part.draw(x + PAD + 7, y + head + 2.6, theme.ink)

        found.append(Atom(tall, draw, 2.2 if first else 0.0))
    return found + _done_by(ctx, duty, card, width)


def _done_by(ctx: Context, duty: Duty, card: Opportunity, width: float) -> list[Atom]:
    """Who takes an opportunity, where it is somebody else than who answers for the barrier."""
    owner = ctx.journey.find(card.department_id)
    named = duty.barrier.department_id if duty.barrier is not None else None
    if not isinstance(owner, Department) or named in (None, owner.id):
        return []
    said = say(ctx, "done_by", name=owner.name)
    return flow.text_atom(said, CAPTION, width, ctx.theme.ink2, indent=INDENT, gap=0.8)


def _effects(
    ctx: Context, effects: Sequence[tuple[str, int]], right: float, y: float
) -> list[Primitive]:
    """Effort and effect, each a word and three dots, one above the other."""
    theme, found = ctx.theme, list[Primitive]()
    for at, (key, value) in enumerate(effects):
        if not value:
            continue
        full = theme.good if key == "effect" else theme.ink2
        said, down = say(ctx, key), y + at * 4.2
        found += marks.dots(right - 6.6, down, 1.0, 2.9, value, full, theme.line)
        wide = lines.width(said, "regular", 2.9)
        found += lines.line(said, "regular", 2.9, right - 9.4 - wide, down + 1.0, theme.ink2)
    return found


def _to_do(ctx: Context, duty: Duty, width: float) -> list[Atom]:
    """Who does it and by when, to be filled in by hand, as far as there is something to do.

    What was tried and decided is done; where it did not help and nothing else is tried, another
    idea is what is wanted.
    """
    if not duty.decided:
        return [_to_fill(ctx, width, ("who", "when"), done=True)]
    if duty.barrier is None or any(one.status == "confirmed" for one in duty.hypotheses):
        return []
    return [_to_fill(ctx, width, ("new_idea", "who"))]


def _to_fill(ctx: Context, width: float, asked: tuple[str, str], *, done: bool = False) -> Atom:
    """Lines to write on by hand, and a box to tick where something can be done."""
    theme = ctx.theme

    def draw(x: float, y: float) -> list[Primitive]:
        found: list[Primitive] = []
        at, end = x + INDENT, x + INDENT + width
        base = y + 6.0
        for key, part in zip(asked, (0.5, 0.32), strict=True):
            said = say(ctx, key)
            wide = lines.width(said, "regular", 3.1)
            stop = at + width * part
            found += lines.line(said, "regular", 3.1, at, base, theme.ink2)
            found.append(Line(at + wide + 1.6, base + 0.6, stop, base + 0.6, theme.line2, 0.25))
            at = stop + 4
        if not done:
            return found
        said = say(ctx, "done")
        wide = lines.width(said, "regular", 3.1)
        found.append(Box(end - wide - 5.6, base - 3.4, 4.0, 4.0, None, theme.ink2, 0.3, 0.6))
        return found + lines.line(said, "regular", 3.1, end - wide, base, theme.ink2)

    return Atom(7.6, draw, 1.0)
