"""Values of fields in words, before and after: `21 → 17 days`, `“Confusion” → “Waiting”`."""

from __future__ import annotations

from typing import Any, Final

from cjm_desktop.journey import metrics, naming, plans, words
from cjm_desktop.journey.hearing import level
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    Duration,
    Feeling,
    Hypothesis,
    Link,
    Measurement,
    Metric,
    Record,
)
from cjm_desktop.journey.references import REFERENCES
from cjm_desktop.journey.values import clean_text

NONE: Final = "—"
LONGEST: Final = 80
"""Characters of a text that are shown."""
_LEAD: Final = 20
"""Characters before the first that differs."""
_BARE: Final = frozenset({"colour", "date", "review_date", "started", "ended"})
"""Fields whose texts are no words."""
_CHOICES: Final = {
    "severity": "severity",
    "frequency": "frequency",
    "status": "status",
    "effect": "effect",
    "effort": "effort",
    "channel": "channel",
    "planned_channel": "channel",
    "source": "source",
    "state": "state",
    "path": "path",
    "holds": "lane",
    "per": "per",
    "direction": "direction",
    "manner": "manner",
    "involvement": "involvement",
    "stance": "stance",
    "language": "language",
    "buying_parts": "buying_part",
}
"""The beginning of the keys that name a field's choices."""


def field_words(name: str, language: str) -> str:
    """What a field is called, in lower case; `kind` is the kind of thing itself."""
    return words.say("comparing.kind" if name == "kind" else f"field.{name}", language)


def value_words(journey: Journey, record: Record, name: str, language: str) -> str:
    """What a field of a record says, in words; a dash where it says nothing.

    Args:
        journey: that the record is of; names what it points to.
        record: whose field.
        name: of the field; `kind` for the kind of thing, `place` for where it stands.
    """
    if name == "kind":
        return naming.kind_name(record.kind, language)
    if name == "place":
        return place_words(journey, record, language) or NONE
    said = _said(journey, record, name, getattr(record, name), language)
    return said or NONE


def pair_words(
    sides: tuple[tuple[Journey, Record], tuple[Journey, Record]], name: str, language: str
) -> str:
    """What a field said before and says after, with an arrow: `21 → 17 days`.

    Args:
        sides: the record before and after, each with the journey it is of.
    """
    (_, before), (_, after) = sides
    old, new = getattr(before, name, None), getattr(after, name, None)
    if isinstance(old, Duration) and isinstance(new, Duration) and _plain_pair(old, new):
        return f"{words.number(old.value, language)} → {naming.amount(new, language)}"
    if isinstance(old, str) and isinstance(new, str) and _is_text(before, name):
        cut_old, cut_new = _apart(old, new)
        said = [quoted(one, language) if one else NONE for one in (cut_old, cut_new)]
        return " → ".join(said)
    return " → ".join(value_words(journey, one, name, language) for journey, one in sides)


def place_words(journey: Journey, record: Record, language: str) -> str:
    """Where a thing stands: its stage and step, and its lane."""
    stage_id = getattr(record, "stage_id", None)
    if stage_id is None:
        return ""
    return plans.where(journey, stage_id, getattr(record, "step_id", None), language)


def quoted(text: str, language: str) -> str:
    """A text in quotes, on one line and cut short."""
    line = " ".join(clean_text(text).split())
    line = line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"
    return words.say("comparing.quoted", language, text=line)


def _plain_pair(old: Duration, new: Duration) -> bool:
    """Whether two durations differ in nothing but their number."""
    ranges = (old.low, old.high, new.low, new.high)
    return old.unit == new.unit and all(one is None for one in ranges)


def _is_choice(record: Record, name: str) -> bool:
    return name in _CHOICES and not (isinstance(record, Measurement) and name == "source")


def _is_text(record: Record, name: str) -> bool:
    return not _is_choice(record, name) and not _is_reference(record, name) and name not in _BARE


def _is_reference(record: Record, name: str) -> bool:
    return any(one.name == name for one in REFERENCES[type(record)])


def _apart(old: str, new: str) -> tuple[str, str]:
    """Two texts from shortly before where they begin to differ, if they are long."""
    if max(len(old), len(new)) <= LONGEST:
        return old, new
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    begin = max(0, same - _LEAD)
    if begin:
        begin = old.rfind(" ", 0, begin) + 1
    lead = "…" if begin else ""
    return lead + old[begin:], lead + new[begin:]


def _said(journey: Journey, record: Record, name: str, value: Any, language: str) -> str:
    if value is None or value == "" or value == ():
        return _nothing(name, value, language)
    if _is_choice(record, name):
        return _choice(record, name, value, language)
    if _is_reference(record, name):
        return _targets(journey, value, language)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number(journey, record, name, float(value), language)
    return _plain(name, value, language)


def _plain(name: str, value: Any, language: str) -> str:
    """A value that says the same wherever it stands."""
    if isinstance(value, bool):
        return words.say("comparing.yes" if value else "comparing.no", language)
    if isinstance(value, Duration):
        return naming.duration(value, language)
    if isinstance(value, tuple):
        return ", ".join(quoted(str(one), language) for one in value)
    if isinstance(value, bytes):
        return words.say("comparing.picture", language)
    return str(value) if name in _BARE else quoted(str(value), language)


def _nothing(name: str, value: Any, language: str) -> str:
    if value == "" and name in ("source", "stance"):
        return words.say(f"{name}.none", language)
    return ""


def _choice(record: Record, name: str, value: Any, language: str) -> str:
    values = value if isinstance(value, tuple) else (value,)
    begun = "hypothesis_status" if isinstance(record, Hypothesis) else _CHOICES[name]
    return ", ".join(words.say(f"{begun}.{one}", language) for one in values)


def _targets(journey: Journey, value: Any, language: str) -> str:
    found = [journey.find(one) for one in (value if isinstance(value, tuple) else (value,))]
    return ", ".join(naming.label(one, language) for one in found if one is not None)


def _number(journey: Journey, record: Record, name: str, value: float, language: str) -> str:
    """A number, with what it is a number of."""
    if isinstance(record, Feeling) and name == "value":
        return level(value, language)
    metric: Record | None = record if isinstance(record, Metric) else None
    if isinstance(record, Measurement):
        metric = journey.find(record.metric_id)
    if isinstance(metric, Metric) and name in ("value", "target"):
        return metrics.value_words(metric, value, language)
    if isinstance(record, Link) and name == "share":
        return f"{words.number(100 * value, language)}\u00a0%"
    return words.number(value, language)
