"""Lines that go and come back, as when a block is cut and pasted: all they cannot say comes too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from cjm_desktop.exchange.outline.items import Gone, Item
from cjm_desktop.exchange.outline.work import Work
from cjm_desktop.journey.belonging import dependents, drop_unused
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.moves.copies import copy_of
from cjm_desktop.journey.records import (
    AnyCard,
    Evidence,
    Feeling,
    Hypothesis,
    Link,
    Measurement,
    Metric,
    Opportunity,
    Participation,
    Picture,
    Record,
    Stage,
    Step,
    new_id,
)
from cjm_desktop.journey.references import references

MOST = 500
"""Lines that are remembered."""
_ALONG = (AnyCard, Feeling, Evidence, Hypothesis, Link, Measurement, Metric, Participation)
_NEW = {
    *("id", "place", "map_id", "lane_id", "stage_id", "step_id", "between", "span", "path"),
    *("title", "text", "word", "value", "severity", "answers", "planned", "actual"),
    *("persona_id", "moved_from", "on_id", "dx", "dy"),
}
"""Fields of which the line that came back says what they are now."""


def going(journey: Journey, base: Journey, item: Item, record_id: str) -> Gone:
    """What goes with a line.

    Args:
        base: the records before other lines went, when nothing was forgotten yet.
    """
    found = tuple(base.find(one) or now for one, now in dependents(journey, record_id).items())
    shown = {getattr(one, "picture_id", None) for one in found}
    pictures = (base.find(one) for one in shown)
    return Gone(item, (*found, *(one for one in pictures if one is not None)))


def claims(
    items: Sequence[Item], ids: Sequence[str | None], gone: Iterable[Gone]
) -> dict[int, Gone]:
    """Which new things are lines that went before: those with the same words, last one first."""
    waiting: defaultdict[tuple[str, str], list[Gone]] = defaultdict(list)
    for one in gone:
        waiting[one.item.kind, one.item.text].append(one)
    return {
        number: waiting[item.kind, item.text].pop()
        for number, item in enumerate(items)
        if ids[number] is None and item.text and waiting.get((item.kind, item.text))
    }


def revive(work: Work, claimed: Mapping[int, Gone]) -> None:
    """Give what came back all that its line cannot say, and what went along with it."""
    pictures = {
        one.id: one
        for gone in claimed.values()
        for one in gone.records
        if isinstance(one, Picture) and one.id not in work.draft.journey
    }
    for one in pictures.values():
        work.draft.put(one)
    new = {gone.records[0].id: work.record(number) for number, gone in claimed.items()}
    for gone in claimed.values():
        _restore(work, gone.records[0], new)
    for gone in claimed.values():
        for record in gone.records[1:]:
            if isinstance(record, _ALONG) and record.id not in new:
                new[record.id] = new_id()
    for gone in claimed.values():
        for record in gone.records[1:]:
            if isinstance(record, _ALONG):
                _bring_along(work, record, new)
    drop_unused(work.draft, pictures)


def _restore(work: Work, old: Record, new: Mapping[str, str]) -> None:
    journey = work.draft.journey
    record = journey.get(type(old), new[old.id])
    names = {one.name for one in fields(old)} - _NEW
    said: dict[str, Any] = {name: getattr(old, name) for name in names}
    if isinstance(old, (Stage, Step)):
        first = work.content.said_time(record)  # type: ignore[arg-type]
        if getattr(record, first) is not None:
            other = "planned" if first == "actual" else "actual"
            said[other] = getattr(old, other)
    if isinstance(old, Opportunity) and isinstance(record, Opportunity):
        answers = (new.get(one, one) for one in old.answers)
        far = [one for one in answers if work.content.beside(record, one) is None]
        said["answers"] = tuple(dict.fromkeys((*record.answers, *far)))
    restored = _sound(journey, replace(record, **said))
    if restored is not None:
        work.draft.put(restored)


def _bring_along(work: Work, old: Record, new: Mapping[str, str]) -> None:
    """Put a copy of what went along where it belongs now, if there is such a place."""
    journey = work.draft.journey
    copy = _sound(journey, copy_of(old, dict(new)))
    if copy is None:
        return
    if isinstance(copy, (AnyCard, Feeling)) and isinstance(old, (AnyCard, Feeling)):
        step = journey.find(copy.step_id)
        if (old.step_id is None) != (step is None):
            return
        if isinstance(step, Step):
            copy = replace(copy, stage_id=step.stage_id)
    work.draft.put(copy)


def _sound(journey: Journey, record: Record) -> Record | None:
    """A record that points to nothing that is not there; None: it cannot be without it."""
    changes: dict[str, Any] = {}
    for reference, target in references(record):
        if target in journey:
            continue
        if reference.needed:
            return None
        kept = getattr(record, reference.name) if reference.many else ()
        there = tuple(one for one in kept if one in journey)
        changes[reference.name] = there if reference.many else None
    return replace(record, **changes) if changes else record
