"""A hypothesis on an action sheet: if, then and because, the metric that tells, and its dates."""

from __future__ import annotations

from cjm_desktop.journey import dates, metrics, words
from cjm_desktop.journey.records import Hypothesis, Metric
from cjm_desktop.layout import icons, style
from cjm_desktop.layout.context import Context
from cjm_desktop.layout.pieces import Primitive
from cjm_desktop.poster import lines
from cjm_desktop.poster.reports import flow
from cjm_desktop.poster.reports.flow import BODY, INDENT, LABEL, PAD, Atom, say


def atoms(ctx: Context, trial: Hypothesis, width: float) -> list[Atom]:
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
        x += INDENT
        said = say(ctx, "hypothesis")
        found = lines.line(said, "semibold", 3.1, x + PAD + 7, y + 3.6, theme.ink2)
        found.append(icons.icon("flask", x + PAD, y + 0.2, 4.8, theme.ink2, 1.9))
        at = x + PAD + 7 + lines.width(said, "semibold", 3.1) + 2.4
        shown, wide = flow.pill(status, at, y + 0.1, fill, theme.paper)
        found += shown
        return found + lines.line(dates, "regular", 3.1, at + wide + 2.4, y + 3.6, theme.ink2)

    found = [Atom(6.2, head, 2.6)]
    label = max(lines.width(say(ctx, key), "semibold", 2.9) for key, _ in parts) + 3 if parts else 0
    for key, text in parts:
        name = say(ctx, key)
        found += _labelled(ctx, name, _behind(name, text), width, label)
    return found


def _behind(name: str, text: str) -> str:
    """A text without the word that stands before it already."""
    said = text.strip()
    same = said.casefold().startswith(f"{name.casefold()} ")
    return said[len(name) :].strip() if same else text


def _labelled(ctx: Context, name: str, text: str, width: float, label: float) -> list[Atom]:
    theme, left = ctx.theme, INDENT + PAD + 7
    block = style.block(text, BODY, width - PAD - 7 - label)
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
        said.append(say(ctx, "now", value=now))
    if metric.target is not None:
        aim = metrics.value_words(metric, metric.target, language)
        said.append(say(ctx, "target", value=aim))
    if trial.expected:
        said.append(say(ctx, "expected", value=trial.expected))
    return " · ".join(one for one in said if one)


def _dates(ctx: Context, trial: Hypothesis) -> str:
    language = ctx.options.language
    begun, ended = (dates.written(one, language) for one in (trial.started, trial.ended))
    if begun and ended:
        return f"{begun} – {ended}"
    return say(ctx, "since", date=begun) if begun else ended
