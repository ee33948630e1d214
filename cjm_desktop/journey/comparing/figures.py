"""What became of the numbers of a map between two states: times, barriers, feelings, metrics."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from cjm_desktop.journey import basis, durations, metrics, naming, times, words
from cjm_desktop.journey.comparing.contrasts import Comparison
from cjm_desktop.journey.hearing import level
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Barrier, Feeling, Metric, Touchpoint

LOST = 3
"""The severity of a barrier that loses the customer."""


class Figure(NamedTuple):
    """One number before and after."""

    name: str
    before: str
    """Empty: nobody knows."""
    after: str
    better: bool | None = None
    """None: it did not change, or neither is better."""
    end: bool = False
    """It is the map's end metric."""

    @property
    def differs(self) -> bool:
        """Whether it changed."""
        return self.before != self.after

    @property
    def pair(self) -> str:
        """Both sides in words: `16 → 9 days`; one where it did not change."""
        if not self.differs:
            return self.after
        return f"{self.before or '—'} → {self.after or '—'}"


Count = Callable[[Journey, str], float | None]
Say = Callable[[float, str], str]


def figures(found: Comparison, language: str) -> tuple[Figure, ...]:
    """The numbers of the map that was compared; none where all maps were."""
    if found.map_id is None:
        return ()
    made = [
        _figure(found, found.map_id, name, language)
        for name in ("time", "barriers", "losing", "lowest", "contacts", "confirmed")
    ]
    made += [_metric(found, one, language) for one in _metrics(found, found.map_id)]
    return tuple(one for one in made if one.before or one.after)


def _figure(found: Comparison, map_id: str, name: str, language: str) -> Figure:
    count, say, less_is_better = _KNOWN[name]
    values = [
        count(journey, map_id) if map_id in journey else None
        for journey in (found.before, found.after)
    ]
    said = ["" if one is None else say(one, language) for one in values]
    title = words.say(f"comparing.figure.{name}", language)
    return Figure(title, said[0], said[1], _better(values, less_is_better=less_is_better))


def _better(values: list[float | None], *, less_is_better: bool | None) -> bool | None:
    before, after = values
    if before is None or after is None or before == after or less_is_better is None:
        return None
    return (after < before) == less_is_better


def _time(journey: Journey, map_id: str) -> float | None:
    span = times.total(journey, map_id).span
    return durations.minutes(span) if span is not None else None


def _time_words(minutes: float, language: str) -> str:
    return words.say("duration.days", language, n=round(minutes / durations.MINUTES["days"], 1))


def _open(journey: Journey, map_id: str) -> list[Barrier]:
    return [
        one
        for stage in journey.stages(map_id)
        for one in journey.cards_of_stage(stage.id)
        if isinstance(one, Barrier) and one.status != "solved"
    ]


def _barriers(journey: Journey, map_id: str) -> float:
    return float(len(_open(journey, map_id)))


def _losing(journey: Journey, map_id: str) -> float:
    return float(sum(one.severity == LOST for one in _open(journey, map_id)))


def _contacts(journey: Journey, map_id: str) -> float:
    stages = journey.stages(map_id)
    return float(
        sum(isinstance(c, Touchpoint) for one in stages for c in journey.cards_of_stage(one.id))
    )


def _lowest(journey: Journey, map_id: str) -> float | None:
    points: list[Feeling] = []
    for lane in journey.lanes(map_id):
        points += [one for one in journey.feelings(lane.id) if one.path == "as_is"]
    return min((one.value for one in points), default=None)


def _confirmed(journey: Journey, map_id: str) -> float | None:
    whole = basis.of_map(journey, map_id)
    return float(whole.percent) if whole.asked else None


def _percent(value: float, language: str) -> str:
    return f"{words.number(value, language)}\u00a0%"


_KNOWN: dict[str, tuple[Count, Say, bool | None]] = {
    "time": (_time, _time_words, True),
    "barriers": (_barriers, words.number, True),
    "losing": (_losing, words.number, True),
    "lowest": (_lowest, level, False),
    "contacts": (_contacts, words.number, None),
    "confirmed": (_confirmed, _percent, False),
}
"""How each number is counted and said, and whether less of it is better."""


def _metrics(found: Comparison, map_id: str) -> list[Metric]:
    """The metrics of both states, each once."""
    listed = {
        one.id: one
        for journey in (found.before, found.after)
        if map_id in journey
        for one in journey.metrics(map_id)
    }
    return list(listed.values())


def _metric(found: Comparison, metric: Metric, language: str) -> Figure:
    values = [_last(journey, metric) for journey in (found.before, found.after)]
    said = ["" if one is None else metrics.value_words(metric, one, language) for one in values]
    better = _better(values, less_is_better=metric.direction == "down")
    return Figure(naming.label(metric, language), said[0], said[1], better, metric.end)


def _last(journey: Journey, metric: Metric) -> float | None:
    values = journey.measurements(metric.id)
    return values[-1].value if values else None
