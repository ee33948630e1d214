"""Names of things in the user's language: lanes, records, durations."""

from __future__ import annotations

from cjm_desktop.journey import words
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    Duration,
    Evidence,
    Feeling,
    JourneyMap,
    Lane,
    Link,
    Measurement,
    Participation,
    Persona,
    Record,
)
from cjm_desktop.journey.values import clean_text

LONGEST_LABEL = 40
"""Characters of a name inside a sentence."""


def lane_title(holds: str, language: str) -> str:
    """The usual name of a kind of lane."""
    return words.say(f"lane.{holds}", language)


def lane_question(holds: str, language: str) -> str:
    """The short question under a lane's name."""
    return words.say(f"lane.{holds}.question", language)


def lane_prompt(holds: str, language: str) -> str:
    """What a new card of such a lane asks for while nothing is written: with a hint how."""
    return words.say(f"lane.{holds}.prompt", language)


def lane_asks(lane: Lane, language: str) -> str:
    """What an empty cell of a lane asks for: the lane's question, as if in a sentence."""
    asked = lane.question.strip() or lane_question(lane.holds, language)
    abbreviation = asked[1:2].isupper()
    return asked if abbreviation else asked[:1].lower() + asked[1:]


def kind_name(kind: str, language: str) -> str:
    """What a kind of record is called, in lower case."""
    return words.say(f"kind.{kind}", language)


def map_title(journey: Journey, map_id: str) -> str:
    """What stands over a map: its own title, else the document's."""
    return journey.get(JourneyMap, map_id).title or journey.document.title


def own_words(record: Record) -> str:
    """A record's own title, name or text as one short line; empty where it has none."""
    for name in ("title", "name", "text", "word", "if_text"):
        own = getattr(record, name, "")
        line = _on_one_line(str(own))
        if line:
            return line if len(line) <= LONGEST_LABEL else line[: LONGEST_LABEL - 1].rstrip() + "…"
    return ""


def label(record: Record, language: str) -> str:
    """A record's own words cut short, or what it is called where it has none."""
    own = own_words(record)
    if not own and isinstance(record, Lane):
        return lane_title(record.holds, language)
    return own or kind_name(record.kind, language)


def _on_one_line(text: str) -> str:
    return " ".join(clean_text(text).split())


def in_role(persona: Persona, language: str = "") -> str:
    """What a persona is called among others: by the role, else by name.

    Args:
        language: of the word for one who has neither; empty: it stays empty.
    """
    return _on_one_line(persona.role) or _on_one_line(persona.name) or _anyone(language)


def by_name(persona: Persona, language: str = "") -> str:
    """What a persona is called where they are introduced: by name, else by the role.

    Args:
        language: of the word for one who has neither; empty: it stays empty.
    """
    return _on_one_line(persona.name) or _on_one_line(persona.role) or _anyone(language)


def _anyone(language: str) -> str:
    return kind_name(Persona.kind, language) if language else ""


def named(record: Record) -> str:
    """What a sentence calls a record: its own words, or its kind in that sentence's language."""
    return own_words(record) or words.Key(f"kind.{record.kind}")


def called(journey: Journey, record: Record, language: str) -> str:
    """What a record is called in the name of a step.

    Where there are many of a kind it is the place that tells one from another: a feeling is called
    by its step or stage, evidence and measurements by what they are about, a passage by its ends,
    a part in a stage by whose it is.
    """
    if isinstance(record, Link):
        ends = (journey.find(one) for one in (record.from_id, record.to_id))
        return " → ".join(label(one, language) for one in ends if one is not None)
    about: Record | None = None
    if isinstance(record, Feeling):
        about = journey.find(record.step_id or record.stage_id)
    elif isinstance(record, Evidence):
        about = journey.find(record.about_id)
    elif isinstance(record, Measurement):
        about = journey.find(record.metric_id)
    elif isinstance(record, Participation):
        whose = journey.find(record.persona_id)
        if isinstance(whose, Persona):
            return in_role(whose, language)
    return label(record, language) if about is None else called(journey, about, language)


def deleting(record: Record) -> str:
    """The key of the step that drops a record."""
    key = f"step.delete_{record.kind}"
    return key if key in words.known("step.delete_") else "step.delete"


def amount(span: Duration, language: str) -> str:
    """A duration in words without its range: `14 дней`."""
    return words.say(f"duration.{span.unit}", language, n=span.value)


def bounds(span: Duration, language: str) -> str:
    """The range of a duration in numbers: `2–4`, `до 5`, `от 2`; empty where it has none."""
    low, high = span.low, span.high
    if low == high:
        return ""
    if low is None:
        return words.say("range.up_to", language, value=float(high or 0))
    if high is None:
        return words.say("range.from", language, value=float(low))
    return words.say("range.both", language, low=float(low), high=float(high))


def duration(span: Duration, language: str) -> str:
    """A duration in words, with its range where it has one: `14 дней`, `2–4 недели`.

    Where only one end of the range is known the duration itself is said too: `3 дня, до 5`.
    """
    between = bounds(span, language)
    if not between:
        return amount(span, language)
    if span.low is None or span.high is None:
        return f"{amount(span, language)}, {between}"
    return f"{between}\u00a0{words.say(f'unit.{span.unit}', language, n=span.high)}"
