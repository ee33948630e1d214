"""What is said of a thing beside its name: one short line, the weightiest first."""

from __future__ import annotations

from collections.abc import Iterator

from cjm_desktop.journey import basis, naming, plans, weakness, words
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    Barrier,
    Card,
    Department,
    Evidence,
    Feeling,
    Lane,
    Opportunity,
    Path,
    Persona,
    Record,
    Stage,
    Step,
    Touchpoint,
)
from cjm_desktop.journey.values import clean_text

TRUTH = 5
"""The importance of a touchpoint that is a moment of truth."""
_OWN = ("title", "text", "word", "name")


def name(journey: Journey, record: Record, language: str) -> str:
    """All of a thing's own words on one line; where it has none, what it is called."""
    for field in _OWN:
        said = " ".join(clean_text(str(getattr(record, field, ""))).split())
        if said:
            return said
    if isinstance(record, Feeling):
        return words.say(f"emotion.{round(record.value)}", language)
    shown: Record | None = None
    if isinstance(record, Card):
        shown = journey.find(record.department_id) or journey.find(record.picture_id)
    return naming.label(shown or record, language)


def field(journey: Journey, record: Record, language: str) -> str:
    """What the editor over a thing is called: the lane it lies in, or what kind of thing it is."""
    lane = journey.find(getattr(record, "lane_id", None))
    if lane is not None:
        return naming.label(lane, language)
    return naming.kind_name(record.kind, language)


def level(value: float, language: str) -> str:
    """A feeling's height as people read it: `+1.5`, `−1,5`, `0`."""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return sign + words.number(abs(value), language)


def facts(journey: Journey, record: Record, language: str, view: Path = "both") -> str:
    """What is said of a thing: where it counts, how bad it is, whose it is, what it rests on.

    Args:
        view: the path that is looked at.
    """
    return ", ".join(one for one in _facts(journey, record, language, view) if one)


def _facts(journey: Journey, record: Record, language: str, view: Path) -> Iterator[str]:
    if isinstance(record, Stage):
        yield _numbered(journey, record, language, view)
    elif isinstance(record, Step):
        yield _numbered(journey, record, language, view)
        yield words.say("hearing.waiting", language) if record.waiting else ""
    elif isinstance(record, Lane):
        yield words.say("hearing.folded", language) if record.folded else ""
    elif isinstance(record, Barrier):
        yield from _barrier(record, language)
    elif isinstance(record, Touchpoint):
        yield from _touchpoint(record, language, view)
    elif isinstance(record, Opportunity):
        found = (journey.find(one) for one in record.answers)
        named = [naming.label(one, language) for one in found if one is not None]
        yield words.say("hearing.answers", language, names=", ".join(named)) if named else ""
    elif isinstance(record, Feeling):
        planned = record.path == "to_be" and view != "to_be"
        yield words.say("state.to_be", language) if planned else ""
        yield words.say("hearing.weakest", language) if _is_weakest(journey, record) else ""
    yield from _shared(journey, record, language)


def _shared(journey: Journey, record: Record, language: str) -> Iterator[str]:
    """Whose it is, what the plan does to it, and what it rests on."""
    whose = [*getattr(record, "persona_ids", ()), getattr(record, "persona_id", None)]
    whose.append(getattr(record, "department_id", None))
    people = (journey.find(one) for one in whose if one)
    called = name(journey, record, language)
    told = [naming.label(one, language) for one in people if isinstance(one, Persona | Department)]
    yield ", ".join(one for one in dict.fromkeys(told) if one != called)
    if isinstance(record, Card) and record.votes:
        yield words.say("count.votes", language, n=record.votes)
    if isinstance(record, plans.OnPath):
        mark = plans.mark_of(journey, record)
        yield plans.mark_words(journey, mark, language) if mark is not None else ""
    if isinstance(record, Card | Feeling):
        yield _evidence(journey, record, language)


def _numbered(journey: Journey, record: Stage | Step, language: str, view: Path) -> str:
    """Which stage of how many, as this path has them."""
    if isinstance(record, Stage):
        columns = plans.columns(journey, record.map_id, view)
        ids = list(dict.fromkeys(one.stage.id for one in columns))
    else:
        stage = journey.get(Stage, record.stage_id)
        columns = plans.columns(journey, stage.map_id, view)
        ids = [one.step.id for one in columns if one.stage.id == stage.id and one.step is not None]
    if record.id not in ids:
        return naming.kind_name(record.kind, language)
    at = ids.index(record.id) + 1
    return words.say(f"hearing.{record.kind}", language, at=at, total=len(ids))


def _barrier(record: Barrier, language: str) -> Iterator[str]:
    yield words.say(f"severity.{record.severity}", language)
    yield words.say(f"frequency.{record.frequency}", language) if record.frequency else ""
    yield words.say(f"status.{record.status}", language) if record.status != "open" else ""


def _touchpoint(record: Touchpoint, language: str, view: Path) -> Iterator[str]:
    channel = plans.channel_in(record, view)
    said = words.say(f"channel.{channel}", language) if channel else ""
    yield said if said.casefold() != record.text.strip().casefold() else ""
    yield words.say("hearing.truth", language) if record.importance == TRUTH else ""
    if record.expectation is not None and record.fulfilment is not None:
        got = {"expected": record.expectation, "got": record.fulfilment}
        yield words.say("hearing.short", language, **got)


def _is_weakest(journey: Journey, point: Feeling) -> bool:
    """Whether a point is the lowest of its curve, as the map marks it."""
    lane = journey.get(Lane, point.lane_id)
    curve = plans.seen(journey, journey.curve(lane.id, point.persona_id, point.path), "both")
    found = weakness.lowest(journey, lane.map_id, curve)
    return point.path == "as_is" and any(one.id == point.id for one in found)


def _evidence(journey: Journey, record: Card | Feeling, language: str) -> str:
    """From where one knows it; of what rests on nothing that it is an assumption."""
    if not basis.is_asked(journey, record):
        return ""
    found = journey.evidence(record.id)
    if not found:
        return words.say("evidence.assumption", language)
    return ", ".join(dict.fromkeys(_source(one, language) for one in found))


def _source(one: Evidence, language: str) -> str:
    said = words.say(f"source.{one.source or 'other'}", language)
    if one.people is None:
        return said
    if one.out_of is None:
        return f"{said}: {words.say('evidence.people', language, n=one.people)}"
    share = words.say("evidence.out_of", language, people=one.people, out_of=one.out_of)
    return f"{said}: {share}"
