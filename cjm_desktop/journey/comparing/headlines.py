"""What happened to a thing in a few words: it is new, has gone, has moved, or what became of it."""

from __future__ import annotations

from typing import Final, NamedTuple

from cjm_desktop.journey import durations, naming, reading, words
from cjm_desktop.journey.comparing.contrasts import Contrast
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    Barrier,
    Card,
    Duration,
    Feeling,
    Lane,
    MapDocument,
    Record,
    Stage,
    Step,
)

_RUSSIAN_GENDER: Final = {
    "document": "m",
    "map": "f",
    "persona": "m",
    "department": "m",
    "participant": "m",
    "stage": "m",
    "step": "m",
    "lane": "f",
    "card": "f",
    "touchpoint": "f",
    "barrier": "m",
    "opportunity": "f",
    "feeling": "n",
    "evidence": "n",
    "hypothesis": "f",
    "metric": "f",
    "measurement": "m",
    "link": "m",
    "participation": "n",
    "picture": "f",
    "difference": "n",
}
_OF_LANE: Final = {
    "actions": "n",
    "thoughts": "f",
    "owners": "m",
    "evidence": "f",
    "picture": "m",
    "frontstage": "f",
    "backstage": "f",
    "support": "f",
    "text": "f",
}
"""The same of plain cards, by what their lane holds."""


class Headline(NamedTuple):
    """What happened, as the end of a key, and the field that it speaks of."""

    key: str
    told: str = ""


def headline(one: Contrast) -> Headline:
    """What happened to a thing."""
    if one.sort != "changed" or one.before is None or one.after is None:
        return Headline(one.sort)
    own = _of_kind(one.before, one.after, one.fields)
    if own is not None:
        return own
    if len(one.fields) == 1 and one.fields[0] in reading.OWN:
        name = one.fields[0]
        return Headline("rewritten" if name == "text" else "renamed", name)
    return Headline("changed")


def says_all(one: Contrast, name: str) -> bool:
    """Whether a headline says all of its field, and the values need not be told."""
    return isinstance(one.after, Barrier) and name == "status"


def _of_kind(old: Record, new: Record, names: tuple[str, ...]) -> Headline | None:
    """What happened to a thing that has words of its own for it."""
    if isinstance(old, Barrier) and isinstance(new, Barrier):
        return _of_barrier(old, new)
    if isinstance(old, Feeling) and isinstance(new, Feeling) and old.value != new.value:
        return Headline("higher" if new.value > old.value else "lower", "value")
    if isinstance(old, Stage | Step) and isinstance(new, Stage | Step):
        return _of_time(old, new, names)
    return None


def _of_barrier(old: Barrier, new: Barrier) -> Headline | None:
    if "solved" in (old.status, new.status) and old.status != new.status:
        return Headline("closed" if new.status == "solved" else "reopened", "status")
    if old.severity != new.severity:
        return Headline("eased" if new.severity < old.severity else "worse", "severity")
    return None


def _of_time(old: Stage | Step, new: Stage | Step, names: tuple[str, ...]) -> Headline | None:
    if "actual" not in names or old.actual is None or new.actual is None:
        return None
    before, after = (_minutes(one.actual) for one in (old, new))
    if before == after:
        return None
    return Headline("shorter" if after < before else "longer", "actual")


def _minutes(span: Duration | None) -> float:
    return durations.minutes(span)


def what(journey: Journey, record: Record, language: str, *, named: bool = True) -> str:
    """A thing with its kind and name: `barrier “No status”`.

    Args:
        named: False leaves out the name, where it stands in the heading.
    """
    noun = _noun(journey, record, language)
    name = naming.called(journey, record, language)
    bare = naming.kind_name(record.kind, language)
    if not named or name in (bare, noun) or isinstance(record, MapDocument):
        return noun
    return words.say("comparing.what", language, noun=noun, name=name)


def gender(journey: Journey, record: Record) -> str:
    """The gender of what `what` says in Russian: m, f or n."""
    holds = _plain_holds(journey, record)
    return _OF_LANE[holds] if holds else _RUSSIAN_GENDER[record.kind]


def _noun(journey: Journey, record: Record, language: str) -> str:
    holds = _plain_holds(journey, record)
    if holds:
        return words.say(f"card_of.{holds}", language)
    return naming.kind_name(record.kind, language)


def _plain_holds(journey: Journey, record: Record) -> str:
    """What the lane of a plain card holds, where it has a name of its own."""
    lane = journey.find(record.lane_id) if type(record) is Card else None
    return lane.holds if isinstance(lane, Lane) and lane.holds in _OF_LANE else ""
