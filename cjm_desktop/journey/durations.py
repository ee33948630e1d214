"""Spans of time: how long each is in one unit, and how long several take together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cjm_desktop.journey.records import Duration, Unit

MINUTES: dict[Unit, int] = {
    "minutes": 1,
    "hours": 60,
    "days": 24 * 60,
    "weeks": 7 * 24 * 60,
    "months": 30 * 24 * 60,
}
"""How many minutes a unit has; a month counts as 30 days."""
YEAR = 12 * MINUTES["months"]
"""From here on nobody counts in days."""


def minutes(span: Duration | None) -> float:
    """How many minutes a span of time has; none where it is not known."""
    return span.value * MINUTES[span.unit] if span is not None else 0.0


def total(spans: Iterable[Duration | None]) -> Duration | None:
    """All spans together, with their ranges, or None where none is known.

    In their own unit where they share one; else in days, from a year on in months, below one day in
    hours, below one hour in minutes.
    """
    known = [one for one in spans if one is not None]
    if len(known) < 2:
        return known[0] if known else None
    unit = _common_unit(known)
    sizes = [_size(one.unit, unit) for one in known]
    value = sum(one.value * size for one, size in zip(known, sizes, strict=True))
    if all(one.low is None and one.high is None for one in known):
        return Duration(value, unit)
    lows = [one.value if one.low is None else one.low for one in known]
    highs = [one.value if one.high is None else one.high for one in known]
    low = sum(one * size for one, size in zip(lows, sizes, strict=True))
    high = sum(one * size for one, size in zip(highs, sizes, strict=True))
    return Duration(value, unit, low, high)


def rough(span: Duration) -> Duration:
    """A span as people say it: whole units from ten on, one decimal below; its range likewise."""
    digits = 0 if span.value >= 10 else 1

    def said(number: float | None) -> float | None:
        return None if number is None else float(round(number, digits))

    return replace(span, value=said(span.value) or 0.0, low=said(span.low), high=said(span.high))


def _common_unit(spans: list[Duration]) -> Unit:
    units = {one.unit for one in spans}
    if len(units) == 1:
        return units.pop()
    whole = sum(map(minutes, spans))
    if whole >= YEAR:
        return "months"
    if whole >= MINUTES["days"]:
        return "days"
    return "hours" if whole >= MINUTES["hours"] else "minutes"


def _size(unit: Unit, wanted: Unit) -> float:
    """How many of the wanted unit one of a unit is; exactly 1 where they are the same."""
    return MINUTES[unit] / MINUTES[wanted]
