"""What a map offers to look for, and what is looked for in words."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import replace
from typing import Any, NamedTuple, get_args

from cjm_desktop.journey import naming, words
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    Barrier,
    Channel,
    Department,
    LaneKind,
    Persona,
    Touchpoint,
)
from cjm_desktop.journey.sifting import STATUSES, Only, Sieve
from cjm_desktop.journey.values import clean_text

LONGEST = 24
"""Characters of the words that are looked for, where it is told what is."""


class Choice(NamedTuple):
    """One value that can be looked for."""

    value: Any
    said: str
    things: int
    """So many things on the map have it."""


def offers(journey: Journey, map_id: str, language: str) -> dict[str, tuple[Choice, ...]]:
    """For each field of `Only` but the words: the values that something on a map has."""
    holds: dict[str, int] = {}
    channels: dict[str, int] = {}
    departments: dict[str, int] = {}
    severities: dict[int, int] = {}
    statuses: dict[str, int] = {}
    for lane in journey.lanes(map_id):
        cards = journey.cards_of_lane(lane.id)
        there = len(cards) + len(journey.feelings(lane.id))
        if there:
            _count(holds, [lane.holds] * there)
        for card in cards:
            _count(departments, [card.department_id] if card.department_id else [])
            if isinstance(card, Touchpoint):
                _count(channels, {one for one in (card.channel, card.planned_channel) if one})
            elif isinstance(card, Barrier):
                _count(severities, [card.severity])
                _count(statuses, [card.status])
    _count(statuses, (one.status for one in journey.hypotheses(map_id)))
    order = [one.id for one in journey.all(Department)]
    return {
        "holds": _choices(holds, list(holds), "holds", journey, language),
        "severities": _choices(severities, [3, 2, 1], "severities", journey, language),
        "statuses": _choices(statuses, list(STATUSES), "statuses", journey, language),
        "channels": _choices(channels, sorted(channels), "channels", journey, language),
        "department_ids": _choices(departments, order, "department_ids", journey, language),
    }


def _count(found: dict[Any, int], values: Iterable[Any]) -> None:
    for one in values:
        found[one] = found.get(one, 0) + 1


def _choices(
    found: dict[Any, int], order: list[Any], field: str, journey: Journey, language: str
) -> tuple[Choice, ...]:
    return tuple(
        Choice(one, value_words(journey, field, one, language), found[one])
        for one in order
        if one in found
    )


def value_words(journey: Journey, field: str, value: Any, language: str) -> str:
    """One value that is looked for: `Phone`, `loses the customer`, `Barriers`."""
    if field == "holds":
        return naming.lane_title(value, language)
    if field == "severities":
        return words.say(f"severity.{value}", language)
    if field == "channels":
        return words.say(f"channel.{value}", language)
    if field == "statuses":
        own = value in ("open", "in_work", "solved")
        return words.say(f"{'status' if own else 'hypothesis_status'}.{value}", language)
    found = journey.find(value)
    return naming.label(found, language) if found is not None else ""


def told(journey: Journey, sieve: Sieve, language: str) -> list[str]:
    """All that is looked for, each in a few words; nothing where everything is in front."""
    people = (journey.find(one) for one in sorted(sieve.persona_ids))
    said = [naming.in_role(one) for one in people if isinstance(one, Persona)]
    said += [words.say(f"source.{one}", language) for one in sorted(sieve.sources)]
    if sieve.rests and not sieve.sources:
        said.append(words.say(f"sought.{sieve.rests}", language))
    only = sieve.only
    for field in ("holds", "severities", "statuses", "channels", "department_ids"):
        values = getattr(only, field)
        said += [value_words(journey, field, one, language) for one in values]
    text = " ".join(clean_text(only.text).split())
    if text:
        short = text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
        said.append(words.say("sought.text", language, text=short))
    return [one for one in said if one]


def turned(only: Only, field: str, value: Any) -> Only:
    """Look for one more value of a field, or for it no more."""
    now = getattr(only, field)
    rest = tuple(one for one in now if one != value)
    changes: dict[str, Any] = {field: rest if value in now else (*now, value)}
    return replace(only, **changes)


def kept(only: Only) -> dict[str, Any]:
    """As it is kept with a file; empty where nothing is looked for."""
    values = {name: getattr(only, name) for name in Only.__dataclass_fields__}
    return {
        name: list(one) if isinstance(one, tuple) else one for name, one in values.items() if one
    }


def restored(found: object, journey: Journey) -> Only:
    """What `kept` gave, as far as it still makes sense."""
    if not isinstance(found, dict):
        return Only()
    known: dict[str, Container[Any]] = {
        "holds": get_args(LaneKind),
        "department_ids": {one.id for one in journey.all(Department)},
        "channels": get_args(Channel)[1:],
        "statuses": STATUSES,
        "severities": (1, 2, 3),
    }
    fields: dict[str, Any] = {}
    for name, values in known.items():
        kept_values = found.get(name)
        if isinstance(kept_values, list):
            plain = (one for one in kept_values if isinstance(one, (str, int)))
            fields[name] = tuple(one for one in plain if one in values)
    if isinstance(found.get("text"), str):
        fields["text"] = found["text"]
    return Only(**fields)
