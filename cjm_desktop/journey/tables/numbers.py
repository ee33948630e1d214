"""Metrics as lines of a cell: `Conversion: 12 % (target 20 %)`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from cjm_desktop.journey import metrics, moves, words
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Metric
from cjm_desktop.journey.tables.lines import Content
from cjm_desktop.journey.tables.pairing import pair
from cjm_desktop.journey.typed_spans import NUMBER, number

_SIGNED = rf"[-−–+]?\s?(?:{NUMBER})"
_LINE = re.compile(
    rf"""(?:(?P<title>.*?)\s*(?:[:=]\s*|\s[—–-]\s+|\Z|(?=\s*\((?:цель|target|goal)\b)))??
    (?:(?P<value>{_SIGNED})\s*(?P<unit>[^\d()]*?))?
    \s*(?:\(\s*(?:цель|target|goal)\s*:?\s*(?P<target>{_SIGNED})\s*(?P<target_unit>[^()]*?)\s*\))?""",
    re.IGNORECASE | re.VERBOSE,
)


class Said(NamedTuple):
    """What a line says of a metric."""

    title: str
    value: float | None
    unit: str
    target: float | None


def line_of(journey: Journey, metric: Metric) -> str:
    """A metric with its newest value and its target."""
    language = journey.document.language
    values, said = journey.measurements(metric.id), metric.title
    if values:
        said = f"{said}: {metrics.value_words(metric, values[-1].value, language)}"
    if metric.target is not None:
        target = metrics.value_words(metric, metric.target, language)
        said = f"{said} ({words.say('table.target', language, value=target)})"
    return said


def read(line: str) -> Said:
    """The metric's name, value and target, as far as a line says them."""
    text = " ".join(line.split())
    found = _LINE.fullmatch(text)
    if found is None or (not found["title"] and found["value"] is None):
        return Said(text, None, "", None)
    unit = found["unit"] or found["target_unit"] or ""
    return Said(found["title"] or "", _value(found["value"]), unit.strip(), _value(found["target"]))


def write(draft: Draft, map_id: str, there: Content, lines: Sequence[str], day: str) -> None:
    """Write the metrics of a cell; a value is a new one of its day, and one whose line goes, goes.

    Args:
        day: ISO date of what is new; empty: the newest value is corrected.

    Raises:
        Problem: a number stands alone, and it is not clear of which metric.
    """
    if there.cell is None:
        return
    written = [" ".join(one.split()) for one in lines]
    shown = {" ".join(one.text.split()): one.record_id for one in there.lines}
    fresh = [one for one in written if one not in shown]
    old = [draft.journey.get(Metric, one) for text, one in shown.items() if text not in written]
    said = [_named(one, old) for one in map(read, fresh)]
    pairs = pair([one.title for one in old], [one.title for one in said])
    for index, gone in enumerate(old):
        if index not in pairs:
            moves.drop(draft, gone.id)
    for found, at in zip(said, pairs, strict=True):
        if at is None:
            about = there.cell[2] or there.cell[1]
            metric_id = moves.add_metric(draft, map_id, about, found.title, unit=found.unit)
        else:
            metric_id = old[at].id
        _set(draft, metric_id, found, day)


def _named(said: Said, old: Sequence[Metric]) -> Said:
    """A number alone is that of the only metric there is."""
    if said.title:
        return said
    if len(old) != 1:
        raise Problem("table.no_metric")
    target = old[0].target if said.target is None else said.target
    return said._replace(title=old[0].title, target=target)


def _set(draft: Draft, metric_id: str, said: Said, day: str) -> None:
    metric = draft.journey.get(Metric, metric_id)
    changes: dict[str, Any] = {"title": said.title, "target": said.target}
    if said.unit:
        changes["unit"] = said.unit
    moves.set_fields(draft, metric.id, **changes)
    values = draft.journey.measurements(metric.id)
    newest = values[-1] if values else None
    if said.value is None or (newest is not None and newest.value == said.value):
        return
    if newest is not None and newest.date in ("", day or newest.date):
        moves.set_fields(draft, newest.id, value=said.value)
    else:
        moves.add_measurement(draft, metric.id, said.value, date=day)


def _value(text: str | None) -> float | None:
    if text is None:
        return None
    sign = -1 if text[0] in "-−–" else 1
    return sign * number(text.lstrip("-−–+ "))
