"""What became of a hypothesis: its own metric, and the map's end metric beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from cjm_desktop.journey import chain, metrics, naming, words
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.metrics import Change
from cjm_desktop.journey.records import Hypothesis, Metric

Result = Literal[
    "no_metric",
    "not_started",
    "no_start",
    "no_before",
    "no_after",
    "better",
    "worse",
    "same",
    "chance",
]
EndResult = Literal[
    "", "bottleneck_moved", "end_better", "end_chance", "end_not", "end_unknown", "no_end"
]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the numbers say about a hypothesis so far."""

    hypothesis_id: str
    local: Change | None
    """Its own metric; None where it has none, or where it has not begun."""
    end: Change | None
    """The map's end metric; None where none is marked, or where it is the local one itself."""
    result: Result
    at_the_end: EndResult
    """What the end metric says; empty where the local one says nothing yet, or is the end one."""
    muddled: bool
    """Another hypothesis of the map ran at the same time: it cannot be told which one worked."""

    @property
    def bottleneck_moved(self) -> bool:
        """The local metric improved and the end one did not: what held the customer back lies
        elsewhere now."""
        return self.at_the_end == "bottleneck_moved"


def verdict(journey: Journey, hypothesis_id: str) -> Verdict:
    """What the numbers say about a hypothesis.

    Values count until the next hypothesis of the map began after this one had ended.
    """
    one = journey.get(Hypothesis, hypothesis_id)
    others = [o for o in journey.hypotheses(one.map_id) if o.id != hypothesis_id and o.started]
    muddled = bool(one.started) and any(_overlap(one, other) for other in others)
    if one.metric_id is None or not one.started:
        missing: Result = "not_started" if one.status == "idea" else "no_start"
        result = missing if one.metric_id else "no_metric"
        return Verdict(hypothesis_id, None, None, result, "", muddled)
    later = [other.started for other in others if one.ended and other.started >= one.ended]
    until = min((date for date in later if date > one.started), default="")
    local = metrics.change(journey, one.metric_id, one.started, until)
    end_metric = chain.end_metric(journey, one.map_id)
    end = None
    if end_metric is not None and end_metric.id != one.metric_id:
        end = metrics.change(journey, end_metric.id, one.started, until)
    result = _result(local)
    at_the_end: EndResult = ""
    if result in ("better", "worse", "same", "chance"):
        is_end = end_metric is not None and end_metric.id == one.metric_id
        at_the_end = "" if is_end else _at_the_end(local, end)
    return Verdict(hypothesis_id, local, end, result, at_the_end, muddled)


def verdict_words(journey: Journey, found: Verdict, language: str) -> tuple[str, ...]:
    """A verdict in sentences, the most important first."""
    values = _values(journey, found.local, language)
    said = [words.say(f"verdict.{found.result}", language, **values)]
    plain = found.result in ("better", "worse", "same")
    if plain and found.local is not None and found.local.sure == "few":
        said.append(words.say("verdict.few", language))
    if found.at_the_end:
        values = _values(journey, found.end, language)
        said.append(words.say(f"verdict.{found.at_the_end}", language, **values))
    if found.muddled:
        said.append(words.say("verdict.muddled", language))
    return tuple(said)


def moved_words(journey: Journey, found: Verdict, language: str) -> str:
    """The sentence that the bottleneck has moved, for where the end metric is seen beside it.

    Empty where it has not.
    """
    if not found.bottleneck_moved:
        return ""
    return words.say("verdict.moved", language, **_values(journey, found.end, language))


class Figures(NamedTuple):
    """The numbers of a metric."""

    before: str
    """Before the start, or the first value; empty where there is none."""
    after: str
    """After the start, or the last value; empty where there is none."""
    target: str


def figures(
    journey: Journey, metric_id: str, hypothesis: Hypothesis | None, language: str
) -> Figures:
    """The numbers of a metric, before and after a hypothesis began where one has."""
    metric = journey.get(Metric, metric_id)
    target = words.number(metric.target, language) if metric.target is not None else ""

    def said(value: float | None) -> str:
        return "" if value is None else metrics.value_words(metric, value, language)

    change = change_of(journey, metric_id, hypothesis)
    if change is not None:
        return Figures(*metrics.change_words(journey, change, language), target)
    values = [one.value for one in journey.measurements(metric_id)]
    if len(values) < 2:
        return Figures("", said(values[0] if values else None), target)
    return Figures(said(values[0]), said(values[-1]), target)


def change_of(journey: Journey, metric_id: str, hypothesis: Hypothesis | None) -> Change | None:
    """A metric before and after a hypothesis began: its own or the map's end metric."""
    if hypothesis is None or not hypothesis.started:
        return None
    found = verdict(journey, hypothesis.id)
    for change in (found.local, found.end):
        if change is not None and change.metric_id == metric_id:
            return change
    return metrics.change(journey, metric_id, hypothesis.started)


def _overlap(one: Hypothesis, other: Hypothesis) -> bool:
    """Whether two hypotheses ran at the same time; one without an end runs still."""
    return _begins_within(one, other) or _begins_within(other, one)


def _begins_within(one: Hypothesis, other: Hypothesis) -> bool:
    return other.started <= one.started and (not other.ended or one.started < other.ended)


def _result(local: Change) -> Result:
    if local.before is None:
        return "no_before"
    if local.after is None:
        return "no_after"
    if local.better is None:
        return "same"
    if local.sure == "chance":
        return "chance"
    return "better" if local.better else "worse"


def _at_the_end(local: Change, end: Change | None) -> EndResult:
    if end is None:
        return "no_end"
    if end.size is None:
        return "end_unknown"
    if end.better:
        return "end_better" if end.improved else "end_chance"
    return "bottleneck_moved" if local.improved else "end_not"


def _values(journey: Journey, change: Change | None, language: str) -> dict[str, str]:
    """What a sentence says of a metric."""
    if change is None:
        return {}
    metric = journey.get(Metric, change.metric_id)
    before, after = metrics.change_words(journey, change, language)
    return {"metric": naming.label(metric, language), "before": before, "after": after}
