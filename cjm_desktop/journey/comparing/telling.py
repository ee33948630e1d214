"""Differences in sentences, grouped by the stages of the map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cjm_desktop.journey import dates, naming, reading, words
from cjm_desktop.journey.comparing import headlines
from cjm_desktop.journey.comparing.contrasts import SORTS, Comparison, Contrast, Sort
from cjm_desktop.journey.comparing.values import (
    field_words,
    pair_words,
    place_words,
    value_words,
)
from cjm_desktop.journey.hearing import facts
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    Card,
    Evidence,
    Feeling,
    JourneyMap,
    Lane,
    Measurement,
    Persona,
    Record,
    Stage,
    Step,
)


class Line(NamedTuple):
    """What one difference is, in words."""

    contrast: Contrast
    text: str
    """What happened: `Barrier “No status” eased`."""
    detail: str
    """In what: `severity: slows down → hinders`; may be empty."""

    @property
    def whole(self) -> str:
        """Both in one sentence."""
        return f"{self.text}: {self.detail}" if self.detail else self.text


class Group(NamedTuple):
    """What differs in one stage, or in what belongs to no stage."""

    stage_id: str | None
    """None: what concerns the map as a whole, or no map."""
    title: str
    lines: tuple[Line, ...]


def groups(found: Comparison, language: str) -> tuple[Group, ...]:
    """All differences in words, by stage, in the order of the map."""
    several = found.map_id is None and len(found.both.maps()) > 1
    order: dict[tuple[str | None, str | None], list[Contrast]] = {}
    for one in found.told:
        stage = _stage_of(found.both, one)
        key = (found.both.map_of(one.record), stage.id if stage is not None else None)
        order.setdefault(key, []).append(one)
    return tuple(
        Group(
            stage_id,
            _title(found.both, map_id, stage_id, language, several=several),
            tuple(_line(found, one, language, in_stage=stage_id) for one in listed),
        )
        for (map_id, stage_id), listed in order.items()
    )


def sentence(found: Comparison, one: Contrast, language: str) -> str:
    """What one difference is, in one sentence that stands alone: the stage comes first."""
    stage = _stage_of(found.both, one)
    in_stage = stage.id if stage is not None and stage.id != one.record_id else None
    said = _line(found, one, language, in_stage=in_stage).whole
    if stage is None or in_stage is None:
        return said
    return f"{naming.label(stage, language)}: {_lowered(said)}"


def count_words(counts: dict[Sort, int], language: str) -> str:
    """How much differs: `2 added, 1 removed`; that nothing does, where it does not."""
    said = [words.say(f"comparing.count.{s}", language, n=counts[s]) for s in SORTS if counts[s]]
    return ", ".join(said) if said else words.say("comparing.same", language)


def _lowered(text: str) -> str:
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _stage_of(journey: Journey, one: Contrast) -> Stage | None:
    """The stage that a difference is told under."""
    held = reading.anchor(journey, journey.get(Record, one.record_id))
    stage = journey.find(getattr(held, "stage_id", None)) if held is not None else None
    found = held if isinstance(held, Stage) else stage
    return found if isinstance(found, Stage) else None


def _title(
    journey: Journey, map_id: str | None, stage_id: str | None, language: str, *, several: bool
) -> str:
    if map_id is None:
        return words.say("comparing.shared", language)
    stage = journey.find(stage_id)
    said = [naming.map_title(journey, map_id)] if several else []
    if stage is not None:
        said.append(naming.label(stage, language))
    return " › ".join(one for one in said if one) or words.say("comparing.whole", language)


def _line(found: Comparison, one: Contrast, language: str, *, in_stage: str | None) -> Line:
    journey = found.before if one.after is None else found.after
    head = headlines.headline(one)
    named = one.record_id != in_stage
    what = headlines.what(journey, one.record, language, named=named)
    gender = headlines.gender(journey, one.record)
    text = _headed(head.key, gender, what, language)
    detail = _detail(found, journey, one, head.told, language)
    return Line(one, text[:1].upper() + text[1:], detail)


def _headed(key: str, gender: str, what: str, language: str) -> str:
    agreeing = f"comparing.{key}.{gender}"
    if agreeing in words.known(f"comparing.{key}."):
        return words.say(agreeing, language, what=what)
    return words.say(f"comparing.{key}", language, what=what)


def _detail(found: Comparison, journey: Journey, one: Contrast, told: str, language: str) -> str:
    """In what a thing differs, or what a new one is.

    Args:
        journey: the side that the headline speaks of.
        told: the field that the headline has told already, or whose name it implies.
    """
    if one.sort in ("added", "removed"):
        return _about(journey, one, language)
    said: list[str] = []
    for name in sorted(one.fields, key=lambda name: name != told):
        if name == "place":
            said.append(_moved(found, one, language))
        elif name == told and headlines.says_all(one, told):
            continue
        else:
            pair = _pair(found, one, name, language)
            said.append(pair if name == told else f"{field_words(name, language)}: {pair}")
    whose = _whose(journey, one.record, language)
    return ", ".join(part for part in (whose, "; ".join(p for p in said if p)) if part)


def _whose(journey: Journey, record: Record, language: str) -> str:
    """Whose curve a point is of: there may be several in one place."""
    persona = journey.find(record.persona_id) if isinstance(record, Feeling) else None
    return naming.in_role(persona, language) if isinstance(persona, Persona) else ""


def _pair(found: Comparison, one: Contrast, name: str, language: str) -> str:
    if one.before is None or one.after is None:
        return ""
    return pair_words(((found.before, one.before), (found.after, one.after)), name, language)


def _moved(found: Comparison, one: Contrast, language: str) -> str:
    """From where to where; where both have one name, only its order is another."""
    if one.before is None or one.after is None:
        return ""
    sides = ((found.before, one.before), (found.after, one.after))
    before, after = (place_words(journey, record, language) for journey, record in sides)
    if isinstance(one.after, Step):
        before, after = (_stage_name(j, r, language) for j, r in sides)
    if before == after and isinstance(one.after, Card | Feeling):
        before, after = (value_words(j, r, "lane_id", language) for j, r in sides)
    if before == after:
        return words.say("comparing.order", language)
    return words.say("comparing.from_to", language, before=before, after=after)


def _stage_name(journey: Journey, record: Record, language: str) -> str:
    found = journey.find(getattr(record, "stage_id", None))
    return naming.label(found, language) if found is not None else ""


def _about(journey: Journey, one: Contrast, language: str) -> str:
    """What is said of a thing that came or went: where it stands, and what it is."""
    record, said = one.record, []
    step = journey.find(getattr(record, "step_id", None))
    if step is not None and not isinstance(record, Feeling):
        said.append(naming.label(step, language))
    if isinstance(record, Feeling):
        said.append(_whose(journey, record, language))
        said.append(value_words(journey, record, "value", language))
        said.append(value_words(journey, record, "word", language) if record.word else "")
    elif isinstance(record, Measurement):
        day = dates.written(record.date, language) if record.date else ""
        said += [value_words(journey, record, "value", language), day]
    elif isinstance(record, Evidence):
        said.append(value_words(journey, record, "source", language))
    elif isinstance(record, Stage | Step | Lane | JourneyMap):
        said += _contents(journey, one, language)
    else:
        said.append(facts(journey, record, language))
    return ", ".join(part for part in said if part)


def _contents(journey: Journey, one: Contrast, language: str) -> Sequence[str]:
    """How much came or went along with a stage, a step, a lane or a map."""
    records = [journey.find(other) for other in one.along]
    counts = (
        ("count.stages", sum(isinstance(o, Stage) for o in records)),
        ("count.steps", sum(isinstance(o, Step) for o in records)),
        ("count.lanes", sum(isinstance(o, Lane) for o in records)),
        ("count.cards", sum(isinstance(o, Card) for o in records)),
    )
    return [words.say(key, language, n=count) for key, count in counts if count]
