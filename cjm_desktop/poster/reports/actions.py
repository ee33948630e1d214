"""Action sheets: for each department its barriers, what is to be done, what is tried, by when."""

from __future__ import annotations

from collections.abc import Sequence

from cjm_desktop.journey import duties, metrics, plans, words
from cjm_desktop.journey.duties import Duties, Duty
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Barrier, Hypothesis, JourneyMap, Metric, Opportunity
from cjm_desktop.layout import icons, marks, style
from cjm_desktop.layout.context import Context
from cjm_desktop.layout.drawing import context
from cjm_desktop.layout.notes import fill_of
from cjm_desktop.layout.pieces import Box, Disc, Line, Primitive
from cjm_desktop.layout.style import Style
from cjm_desktop.poster import lines
from cjm_desktop.poster.job import Job
from cjm_desktop.poster.leaves import Leaf
from cjm_desktop.poster.reports import flow
from cjm_desktop.poster.reports.flow import BODY, CAPTION, LABEL, Atom, Flow

_NAME = Style("bold", 9.0, 1.15, hyphenate=False)
_NOTE = Style("semibold", 4.6, 1.26, hyphenate=False)
_PAD = 4.0
_INDENT = 9.0
"""How far what answers a barrier stands to the right of it."""
_ROOM = 150.0
"""A note higher than that goes on in a second one."""
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
        name = f"{_owner(ctx, one)} · {_title(ctx)}"
        for at, inside in enumerate(pages, 1):
            whole = [*inside, *flow.foot(ctx, job, name, at, len(pages))]
            title = _owner(ctx, one) if at == 1 else ""
            made.append(flow.leaf(ctx, job, whole)._replace(title=title))
    return tuple(made)


def _title(ctx: Context) -> str:
    found = ctx.journey.get(JourneyMap, ctx.map.id)
    return found.title or ctx.journey.document.title


def _say(ctx: Context, key: str, **values: object) -> str:
    return words.say(f"reports.{key}", ctx.options.language, **values)


def _owner(ctx: Context, one: Duties) -> str:
    name = one.department.name.strip() if one.department else ""
    return name or _say(ctx, "nobody")


def _pages(ctx: Context, job: Job, one: Duties, number: int) -> list[list[Primitive]]:
    pages = Flow(job, lambda first: _head(ctx, job, one, number, first=first))
    for rank, duty in enumerate(one.duties, 1):
        pages.add(_duty(ctx, duty, rank, pages.width))
    return pages.pages


def _head(ctx: Context, job: Job, one: Duties, number: int, *, first: bool) -> Atom:
    """Who it is for and how much it is; on further pages only who."""
    theme, name = ctx.theme, _owner(ctx, one)
    width = job.finished.width - 2 * flow.EDGE
    if not first:
        said = _say(ctx, "goes_on", name=name)
        return Atom(9.0, lambda x, y: lines.line(said, "semibold", 4.2, x, y + 3.4, theme.ink2))
    own = one.department.colour if one.department else theme.ink3
    colour = theme.role(number, own)
    block = style.shrunk(name, _NAME, width - 22, 24, (1.0, 0.85, 0.7, 0.58))
    caption = f"{_say(ctx, 'actions')} · {_title(ctx)}"
    height = 7.0 + block.height + 11.0

    def draw(x: float, y: float) -> list[Primitive]:
        middle = y + 7.0 + block.height / 2
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
            *block.draw(x + 19, y + 7.0, theme.ink),
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
    return " · ".join(_say(ctx, key, n=n) for key, n in counts.items() if n)


def _duty(ctx: Context, duty: Duty, rank: int, width: float) -> list[Atom]:
    """A barrier, what answers it, what is tried, and where to write who and when."""
    atoms: list[Atom] = []
    inner = width - _INDENT
    if duty.barrier is not None:
        atoms += _barrier(ctx, duty, duty.barrier, rank, width)
    for card in duty.opportunities:
        number = rank if duty.barrier is None else 0
        atoms += _opportunity(ctx, duty, card, number, inner)
    for trial in duty.hypotheses:
        atoms += _hypothesis(ctx, trial, inner)
    if not duty.opportunities and not duty.hypotheses:
        atoms += flow.text_atom(
            _say(ctx, "no_idea"), BODY, width, ctx.theme.ink3, indent=_INDENT, gap=2.2
        )
    atoms.append(_to_fill(ctx, inner))
    return [atoms[0]._replace(gap=8.0), *atoms[1:]]


def _barrier(ctx: Context, duty: Duty, card: Barrier, rank: int, width: float) -> list[Atom]:
    theme, fill = ctx.theme, fill_of(card, ctx.theme)
    block = style.block(card.text or _say(ctx, "untitled"), _NOTE, width - 2 * _PAD - 40)
    about = _where(ctx, duty)
    said = " · ".join(
        words.say(key, ctx.options.language)
        for key in (
            f"severity.{card.severity}",
            *((f"frequency.{card.frequency}",) if card.frequency else ()),
            f"status.{card.status}",
        )
    )
    found = []
    for at, part in enumerate(flow.parted(block, _ROOM)):
        first = at == 0
        height = part.height + 2 * _PAD + (11.0 if first else 0.0)

        def draw(
            x: float, y: float, part: style.Block = part, first: bool = first
        ) -> list[Primitive]:
            tall = part.height + 2 * _PAD + (11.0 if first else 0.0)
            drawn: list[Primitive] = [Box(x, y, width, tall, fill, None, radius=2.0)]
            top = y + _PAD
            if first:
                place = lines.shortened(about, "regular", 3.1, width - 2 * _PAD - 40)
                drawn += lines.line(f"{rank}.", "bold", 3.1, x + _PAD, top + 2.2, theme.note_ink)
                drawn += lines.line(
                    place, "regular", 3.1, x + _PAD + 5.4, top + 2.2, theme.note_ink
                )
                drawn += _score(ctx, duty, x + width - _PAD, y + _PAD)
                top += 5.0
            drawn += part.draw(x + _PAD, top, theme.note_ink)
            if first:
                foot = y + tall - _PAD - 0.4
                drawn += marks.dots(
                    x + _PAD + 1,
                    foot - 1,
                    1.0,
                    2.9,
                    card.severity,
                    theme.note_ink,
                    fill,
                    hollow=True,
                )
                drawn += lines.line(said, "regular", 3.1, x + _PAD + 10.5, foot, theme.note_ink)
            return drawn

        found.append(Atom(height, draw))
    return found


def _score(ctx: Context, duty: Duty, right: float, y: float) -> list[Primitive]:
    """How weak the place is, of 100."""
    if not duty.score:
        return []
    theme = ctx.theme
    alarm = duty.score >= _WEAK
    said = _say(ctx, "weak", percent=duty.percent)
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
    said = card.text or _say(ctx, "untitled")
    block = style.block(said, flow.STRONG, width - 2 * _PAD - 7 - 44)
    owner = ctx.journey.find(card.department_id)
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
            x += _INDENT
            drawn: list[Primitive] = [
                Box(x, y, width, tall, theme.card, theme.line2, 0.25, 1.6),
                Box(x, y, 1.5, tall, theme.good, None, radius=0.75),
            ]
            if head:
                drawn += lines.line(about, "regular", 3.1, x + _PAD + 7, y + 4.6, theme.ink2)
            if first:
                drawn.append(icons.icon("bulb", x + _PAD, y + head + 2.4, 4.8, theme.good, 1.9))
                drawn += _effects(ctx, effects, x + width - _PAD, y + head + 3.4)
            return drawn + part.draw(x + _PAD + 7, y + head + 2.6, theme.ink)

        found.append(Atom(tall, draw, 2.2 if first else 0.0))
    name = getattr(owner, "name", "")
    if (
        name
        and duty.barrier is not None
        and duty.barrier.department_id not in (None, owner and owner.id)
    ):
        found += flow.text_atom(
            _say(ctx, "done_by", name=name), CAPTION, width, theme.ink2, indent=_INDENT, gap=0.8
        )
    return found


def _effects(
    ctx: Context, effects: Sequence[tuple[str, int]], right: float, y: float
) -> list[Primitive]:
    """Effort and effect, each a word and three dots, one above the other."""
    theme, found = ctx.theme, list[Primitive]()
    for at, (key, value) in enumerate(effects):
        if not value:
            continue
        full = theme.good if key == "effect" else theme.ink2
        said, down = _say(ctx, key), y + at * 4.2
        found += marks.dots(right - 6.6, down, 1.0, 2.9, value, full, theme.line)
        wide = lines.width(said, "regular", 2.9)
        found += lines.line(said, "regular", 2.9, right - 9.4 - wide, down + 1.0, theme.ink2)
    return found


def _hypothesis(ctx: Context, trial: Hypothesis, width: float) -> list[Atom]:
    """If, then and because, the metric that tells, and its dates."""
    theme = ctx.theme
    parts = [
        (key, text)
        for key, text in (
            ("if", trial.if_text),
            ("then", trial.then_text),
            ("because", trial.because),
            ("metric", _metric(ctx, trial)),
            ("outcome", trial.outcome),
        )
        if text.strip()
    ]
    language = ctx.options.language
    status = words.say(f"hypothesis_status.{trial.status}", language)
    dates = _dates(ctx, trial)
    colours = {"running": theme.accent, "confirmed": theme.good, "rejected": theme.alarm}
    fill = colours.get(trial.status, theme.ink3)

    def head(x: float, y: float) -> list[Primitive]:
        x += _INDENT
        said = _say(ctx, "hypothesis")
        found = lines.line(said, "semibold", 3.1, x + _PAD + 7, y + 3.6, theme.ink2)
        found.append(icons.icon("flask", x + _PAD, y + 0.2, 4.8, theme.ink2, 1.9))
        at = x + _PAD + 7 + lines.width(said, "semibold", 3.1) + 2.4
        shown, wide = flow.pill(status, at, y + 0.1, fill, theme.paper)
        found += shown
        return found + lines.line(dates, "regular", 3.1, at + wide + 2.4, y + 3.6, theme.ink2)

    found = [Atom(6.2, head, 2.6)]
    label = (
        max(lines.width(_say(ctx, key), "semibold", 2.9) for key, _ in parts) + 3 if parts else 0
    )
    for key, text in parts:
        found += _labelled(ctx, _say(ctx, key), text, width, label)
    return found


def _labelled(ctx: Context, name: str, text: str, width: float, label: float) -> list[Atom]:
    theme, left = ctx.theme, _INDENT + _PAD + 7
    block = style.block(text, BODY, width - _PAD - 7 - label)
    found = []
    for at, part in enumerate(flow.parted(block, 60.0)):

        def draw(x: float, y: float, part: style.Block = part, at: int = at) -> list[Primitive]:
            said = lines.line(name, LABEL.font, LABEL.size, x + left, y + 3.7, theme.ink3)
            return [*(said if at == 0 else []), *part.draw(x + left + label, y, theme.ink)]

        found.append(Atom(part.height, draw, 0.6))
    return found


def _metric(ctx: Context, trial: Hypothesis) -> str:
    """The number that tells, where it stands and where it should go."""
    metric, language = ctx.journey.find(trial.metric_id), ctx.options.language
    if not isinstance(metric, Metric):
        return trial.expected
    said = [metric.title]
    values = metrics.series(ctx.journey, metric.id)
    if values:
        now = metrics.value_words(metric, values[-1].value, language)
        said.append(_say(ctx, "now", value=now))
    if metric.target is not None:
        aim = metrics.value_words(metric, metric.target, language)
        said.append(_say(ctx, "target", value=aim))
    if trial.expected:
        said.append(_say(ctx, "expected", value=trial.expected))
    return " · ".join(one for one in said if one)


def _dates(ctx: Context, trial: Hypothesis) -> str:
    language = ctx.options.language
    begun, ended = (flow.dated(one, language) for one in (trial.started, trial.ended))
    if begun and ended:
        return f"{begun} – {ended}"
    return _say(ctx, "since", date=begun) if begun else ended


def _to_fill(ctx: Context, width: float) -> Atom:
    """Lines to write on by hand: who, by when, and done."""
    theme = ctx.theme

    def draw(x: float, y: float) -> list[Primitive]:
        found: list[Primitive] = []
        at, end = x + _INDENT, x + _INDENT + width
        base = y + 6.0
        for key, part in (("who", 0.5), ("when", 0.32)):
            said = _say(ctx, key)
            wide = lines.width(said, "regular", 3.1)
            stop = at + width * part
            found += lines.line(said, "regular", 3.1, at, base, theme.ink2)
            found.append(Line(at + wide + 1.6, base + 0.6, stop, base + 0.6, theme.line2, 0.25))
            at = stop + 4
        said = _say(ctx, "done")
        wide = lines.width(said, "regular", 3.1)
        found.append(Box(end - wide - 5.6, base - 3.4, 4.0, 4.0, None, theme.ink2, 0.3, 0.6))
        return found + lines.line(said, "regular", 3.1, end - wide, base, theme.ink2)

    return Atom(7.6, draw, 1.0)
