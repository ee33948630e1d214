"""Two maps that do not come from each other made comparable: what is alike gets one id.

First what is the same record or a role map's copy of it; then, level by level, what says the same
in the same place, says the same elsewhere, or says nearly the same in the same place.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any

from cjm_desktop.journey import following
from cjm_desktop.journey.comparing.contrasts import Comparison
from cjm_desktop.journey.folding import fold_only
from cjm_desktop.journey.journey import CARD_KINDS, Journey
from cjm_desktop.journey.records import (
    Card,
    Department,
    Evidence,
    Feeling,
    Hypothesis,
    JourneyMap,
    Lane,
    Link,
    MapDocument,
    Measurement,
    Metric,
    Participation,
    Persona,
    Picture,
    Record,
    Stage,
    Step,
)
from cjm_desktop.journey.references import REFERENCES

Key = Callable[[Any], Hashable]
NEARLY = 0.6
"""Of two texts so alike one is the other, reworded (Ratcliff and Obershelp's ratio)."""
_WAS = "~was"
_LONGEST_ID = 40


def compare_maps(before: Journey, before_map: str, after: Journey, after_map: str) -> Comparison:
    """Compare two maps, of one document or of two.

    Args:
        before, before_map: the one that is called the earlier, and which of its maps.
        after, after_map: the other one.
    """
    return Comparison(aligned(before, before_map, after, after_map), after, after_map)


def aligned(before: Journey, before_map: str, after: Journey, after_map: str) -> Journey:
    """One map of a journey, with the ids of another map for what is alike in both."""
    return _Pairing(before, before_map, after, after_map).renamed()


class _Pairing:
    """Which record of one map is which of another."""

    def __init__(self, before: Journey, before_map: str, after: Journey, after_map: str) -> None:
        self._before, self._after = before, after
        self._maps = before_map, after_map
        self._old = _of_map(before, before_map)
        self._new = _of_map(after, after_map)
        self._now: dict[str, str] = {before_map: after_map}
        self._taken: set[str] = {after_map}
        self._same_ids()
        for kind, keys in self._levels():
            self._level(kind, keys)

    def _same_ids(self) -> None:
        there = {one.id: type(one) for one in self._new}
        for record in self._old:
            for other in self._candidates(record.id):
                if there.get(other) is type(record) and other not in self._taken:
                    self._pair(record.id, other)
                    break

    def _candidates(self, record_id: str) -> Iterator[str]:
        before_map, after_map = self._maps
        yield record_id
        general = following.general_id(before_map, record_id)
        for one in (record_id, general):
            if one:
                yield one
                yield following.copy_id(after_map, one)

    def _pair(self, old_id: str, new_id: str) -> None:
        self._now[old_id] = new_id
        self._taken.add(new_id)

    def _of(self, old_id: str | None) -> str | None:
        """What an id of the earlier map is in the later one; itself where it is of both."""
        return self._now.get(old_id, old_id) if old_id is not None else None

    def _levels(self) -> Iterator[tuple[tuple[type[Record], ...], tuple[tuple[Key, bool], ...]]]:
        """Kinds in the order in which they are paired, with their keys, the surest first.

        A key comes with whether records of one key are paired by how near their texts are.
        """
        yield (MapDocument,), ((lambda _: "", False),)
        yield (Persona,), ((lambda o: (_said(o.role), _said(o.name)), False), (_role, False))
        yield (Department,), ((lambda o: _said(o.name), False),)
        yield (Stage,), ((_text, False), (self._with_steps, False), (lambda _: "", True))
        yield (Lane,), ((lambda o: (o.holds, _text(o)), False), (lambda o: o.holds, False))
        yield (Step,), ((self._in_stage, False), (_text, False), (self._stage, True))
        cell, lane = self._cell, self._lane
        keys = ((lambda o: (cell(o), _text(o)), False), (lambda o: (lane(o), _text(o)), False))
        yield CARD_KINDS, (*keys, (cell, True))
        yield (Feeling,), ((self._on_curve, False),)
        yield (Participation,), ((self._fields("persona_id", "stage_id"), False),)
        yield (Link,), ((self._fields("from_id", "to_id"), False),)
        about = self._fields("about_id")
        yield (Metric,), ((_text, False), (about, False))
        yield (Measurement,), ((self._fields("metric_id", "date"), False),)
        yield (Hypothesis,), ((lambda o: (about(o), _said(o.if_text)), False), (about, False))
        yield (Evidence,), ((self._fields("about_id", "source", "detail"), False),)
        yield (Picture,), ((lambda o: o.data, False),)

    def _level(self, kinds: tuple[type[Record], ...], keys: tuple[tuple[Key, bool], ...]) -> None:
        for key, nearly in keys:
            old = [o for o in self._old if type(o) in kinds and o.id not in self._now]
            new = [o for o in self._new if type(o) in kinds and o.id not in self._taken]
            groups: dict[Hashable, list[Record]] = {}
            for one in new:
                groups.setdefault((type(one), key(one)), []).append(one)
            for record in old:
                found = groups.get((type(record), key(record)), [])
                match = _nearest(record, found) if nearly else next(iter(found), None)
                if match is not None:
                    found.remove(match)
                    self._pair(record.id, match.id)

    # Keys. An id of the later map stands for itself, for no earlier one is like it.

    def _fields(self, *names: str) -> Key:
        def key(record: Any) -> Hashable:
            return tuple(self._of(getattr(record, name)) for name in names)

        return key

    def _with_steps(self, stage: Stage) -> Hashable:
        """The steps of a stage; one without any is like no other."""
        journey = self._before if stage.map_id == self._maps[0] else self._after
        return tuple(map(_text, journey.steps(stage.id))) or stage.id

    def _stage(self, step: Step) -> Hashable:
        return self._of(step.stage_id)

    def _in_stage(self, step: Step) -> Hashable:
        return (self._of(step.stage_id), _text(step))

    def _lane(self, card: Card) -> Hashable:
        return self._of(card.lane_id)

    def _cell(self, card: Card | Feeling) -> Hashable:
        return tuple(self._of(one) for one in (card.lane_id, card.stage_id, card.step_id))

    def _on_curve(self, point: Feeling) -> Hashable:
        return (self._cell(point), self._of(point.persona_id), point.path)

    # The earlier map with the later one's ids

    def renamed(self) -> Journey:
        """The earlier map, each record with the id of what it is alike."""
        names = {one.id: self._name(one.id) for one in self._old}
        return Journey(_renamed(one, names) for one in self._old)

    def _name(self, old_id: str) -> str:
        found = self._now.get(old_id)
        if found is not None:
            return found
        # What has no match must not be taken for what has its id on another map.
        free = old_id not in self._after
        return old_id if free else old_id[: _LONGEST_ID - len(_WAS)] + _WAS


def _of_map(journey: Journey, map_id: str) -> Sequence[Record]:
    """What lies on a map, and what all maps share; in order, what belongs to a thing behind it."""
    found = [one for one in journey if _belongs(journey, one, map_id)]
    return sorted(found, key=lambda one: (str(getattr(one, "place", "")), one.id))


def _belongs(journey: Journey, record: Record, map_id: str) -> bool:
    if isinstance(record, JourneyMap):
        return record.id == map_id
    on = journey.map_of(record)
    return on == map_id or (on is None and isinstance(record, _SHARED))


_SHARED = (MapDocument, Persona, Department, Picture)


def _renamed(record: Record, names: dict[str, str]) -> Record:
    changes: dict[str, Any] = {"id": names[record.id]}
    for one in REFERENCES[type(record)]:
        value = getattr(record, one.name)
        if one.many:
            changes[one.name] = tuple(names.get(target, target) for target in value)
        elif value is not None:
            changes[one.name] = names.get(value, value)
    return replace(record, **changes)


def _said(text: str) -> str:
    return " ".join(fold_only(text).split())


def _role(persona: Persona) -> Hashable:
    return _said(persona.role) or persona.id


def _text(record: Any) -> str:
    """The words of a record as one compares them."""
    own: str = getattr(record, "text", "") or getattr(record, "title", "")
    return _said(own)


def _nearest(record: Record, others: Iterable[Record]) -> Record | None:
    """The one of others whose words are nearest, if they are near enough."""
    own = _text(record)
    best, found = NEARLY, None
    for one in others:
        ratio = _ratio(own, _text(one))
        if ratio >= best:
            best, found = ratio, one
    return found


def _ratio(one: str, other: str) -> float:
    """How alike two texts are, 0 to 1; of a text that goes on as another much may be new."""
    if not one or not other:
        return 0.0
    goes_on = other.startswith(one) or one.startswith(other)
    ratio = SequenceMatcher(None, one, other, autojunk=False).ratio()
    return max(ratio, NEARLY) if goes_on else ratio
