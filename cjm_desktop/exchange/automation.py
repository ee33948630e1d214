"""The list of what people still do by hand: what might be automated, most worth it first."""

from __future__ import annotations

from typing import Any

from cjm_desktop.exchange.delimited import Kind, write_table
from cjm_desktop.exchange.json_write import plain
from cjm_desktop.journey import contacts, naming, words
from cjm_desktop.journey.contacts import ByHand
from cjm_desktop.journey.durations import MINUTES, minutes
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Stage, Step, Touchpoint

COLUMNS = (
    "touchpoint",
    "stage",
    "step",
    "owner",
    "channel",
    "starts",
    "next",
    "next_starts",
    "wait",
    "wait_days",
    "importance",
    "severity",
    "barriers",
)


def table(journey: Journey, map_id: str, language: str) -> list[tuple[str, ...]]:
    """The list as rows, the first one with the names of the columns."""
    head = tuple(words.say(f"automation.{one}", language) for one in COLUMNS)
    found = contacts.by_hand(journey, map_id)
    return [head, *(_row(journey, one, language) for one in found)]


def as_text(journey: Journey, map_id: str, language: str, kind: Kind) -> str:
    """The list as CSV or TSV."""
    return write_table(table(journey, map_id, language), kind)


def as_data(journey: Journey, map_id: str) -> list[dict[str, Any]]:
    """The list for scripts: with ids, and with the values as the records hold them."""
    return [_data(one) for one in contacts.by_hand(journey, map_id)]


def _row(journey: Journey, one: ByHand, language: str) -> tuple[str, ...]:
    contact, wait = one.contact, one.wait
    return (
        contact.text,
        _title(journey, contact.stage_id),
        _title(journey, contact.step_id),
        one.owner,
        words.say(f"channel.{one.channel}", language) if one.channel else "",
        one.starts,
        one.following.text if one.following is not None else "",
        one.next_starts,
        naming.duration(wait, language).replace("\u00a0", " ") if wait is not None else "",
        _days(minutes(wait), language) if wait is not None else "",
        str(contact.importance or ""),
        words.say(f"severity.{one.severity}", language) if one.severity else "",
        "; ".join(barrier.text for barrier in one.barriers),
    )


def _title(journey: Journey, place_id: str | None) -> str:
    place = journey.find(place_id)
    return place.title if isinstance(place, Stage | Step) else ""


def _days(span: float, language: str) -> str:
    """Minutes in days, as a spreadsheet of that language reads a number."""
    grouped = "\u00a0" if language == "ru" else ","
    return words.number(span / MINUTES["days"], language).replace(grouped, "")


def _data(one: ByHand) -> dict[str, Any]:
    contact = one.contact
    return {
        "id": contact.id,
        "text": contact.text,
        "stage_id": contact.stage_id,
        "step_id": contact.step_id,
        "owner": one.owner,
        "channel": one.channel,
        "starts": one.starts,
        "next": _next(one.following),
        "wait": plain(one.wait),
        "importance": contact.importance,
        "votes": contact.votes,
        "severity": one.severity,
        "barriers": [
            {"id": barrier.id, "text": barrier.text, "severity": barrier.severity}
            for barrier in one.barriers
        ],
    }


def _next(contact: Touchpoint | None) -> dict[str, Any] | None:
    if contact is None:
        return None
    return {"id": contact.id, "text": contact.text, "starts": contact.starts}
