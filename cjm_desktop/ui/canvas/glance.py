"""What a thing of the map says, all of it, to be read in one look. No Qt."""

from __future__ import annotations

from typing import NamedTuple

from cjm_desktop.journey import hearing, naming, reading, words
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Barrier, Card, Department, Feeling, Persona, Record, Stage

SEVERAL = 12
"""Things of which each is told; of more only how many more there are."""
LONGEST = 900
"""Letters of a text that are shown large."""


class Glance(NamedTuple):
    """One thing as it is read."""

    place: str
    text: str
    more: str
    """What else is said of it, in lines."""


def of(journey: Journey, record_ids: tuple[str, ...], language: str) -> Glance | None:
    """What chosen things say; None where nothing is chosen.

    Args:
        journey: the records shown.
        record_ids: what is chosen; of several each is one line.
        language: of the words about it.
    """
    found = [one for one in map(journey.find, record_ids) if one is not None]
    if len(found) > 1:
        told = [f"• {naming.label(one, language)}" for one in found[:SEVERAL]]
        left = len(found) - SEVERAL
        return Glance("", "\n".join(told), f"+ {left}" if left > 0 else "")
    return _one(journey, found[0], language) if found else None


def _one(journey: Journey, record: Record, language: str) -> Glance:
    own = next((str(getattr(record, name)) for name in ("title", "text", "word", "name")
                if getattr(record, name, "")), "")  # fmt: skip
    if isinstance(record, Feeling):
        own = "\n".join(one for one in (" ".join(level(record.value, language)), own) if one)
    shown = own if len(own) <= LONGEST else own[: LONGEST - 1].rstrip() + "…"
    return Glance(
        reading.place(journey, record, "text", language),
        shown or naming.label(record, language),
        "\n".join(_more(journey, record, language)),
    )


def level(value: float, language: str) -> tuple[str, str]:
    """A feeling as people read it: "+1.5" and the name of its level."""
    return hearing.level(value, language), words.say(f"emotion.{round(value)}", language)


def _more(journey: Journey, record: Record, language: str) -> list[str]:
    """Severity, whose it is, what is said in detail."""
    said = []
    if isinstance(record, Barrier):
        said.append(words.say(f"severity.{record.severity}", language))
    whose = [*getattr(record, "persona_ids", ()), getattr(record, "persona_id", None)]
    whose.append(getattr(record, "department_id", None))
    people = (journey.find(one) for one in whose if one)
    names = [naming.label(one, language) for one in people if isinstance(one, Persona | Department)]
    said.append(", ".join(dict.fromkeys(names)))
    if isinstance(record, Card):
        said.append(record.detail)
    elif isinstance(record, Feeling):
        said.append(record.note)
    elif isinstance(record, Stage):
        said.append(record.goal)
    return [one if len(one) <= LONGEST else one[: LONGEST - 1] + "…" for one in said if one]
