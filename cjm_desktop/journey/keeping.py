"""From a map to a template's data: the way back of `filling`, in one language."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from dataclasses import MISSING, fields
from typing import Any

from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    AnyCard,
    Department,
    Duration,
    Feeling,
    JourneyMap,
    Lane,
    Metric,
    Persona,
    Picture,
    Record,
    Stage,
    Step,
)
from cjm_desktop.journey.references import REFERENCES

Told = dict[str, Any]


def keep(journey: Journey, map_id: str, *, contents: bool = True) -> Told:
    """The data of a template that makes such a map (see `filling.fill`).

    Args:
        contents: with all that lies on it, and the people it is about; without: the stages, steps
            and lanes by their names and questions.
    """
    return _Keeping(journey, map_id).data(contents=contents)


class _Keeping:
    """One map on its way to data; it knows which record has got which key."""

    def __init__(self, journey: Journey, map_id: str) -> None:
        self.journey = journey
        self.map = journey.get(JourneyMap, map_id)
        self.lanes = journey.lanes(map_id)
        self.lane_keys = _lane_keys(self.lanes)
        self.keys: dict[str, str] = {}

    def data(self, *, contents: bool) -> Told:
        if not contents:
            return {
                "map": {"title": self.map.title, **_said(self.map, only=("state",))},
                "lanes": [self._lane(one) for one in self.lanes],
                "stages": [self._bare(one) for one in self.journey.stages(self.map.id)],
            }
        self._name_all()
        return {
            "map": {"title": self.map.title, **_said(self.map, skip=("title",))},
            "pictures": [self._picture(one) for one in self._pictures()],
            "departments": [self._keyed(one, "name") for one in self._departments()],
            "personas": [self._persona(one) for one in self._personas()],
            "lanes": [self._lane(one) for one in self.lanes],
            "stages": [self._stage(one) for one in self.journey.stages(self.map.id)],
            "about": [self._metric(one) for one in self.journey.metrics(self.map.id)],
            "links": _in_order(
                {"from": self.keys[one.from_id], "to": self.keys[one.to_id], **_said(one)}
                for one in self.journey.links(self.map.id)
            ),
            "hypotheses": self._hypotheses(),
        }

    # Who there is, and by which key

    def _cards(self) -> Iterable[AnyCard]:
        """The cards in reading order, so that the same map always gives the same data."""
        for stage in self.journey.stages(self.map.id):
            for step_id in (None, *(one.id for one in self.journey.steps(stage.id))):
                for lane in self.lanes:
                    yield from self.journey.cards(lane.id, stage.id, step_id)

    def _points(self) -> Iterable[Feeling]:
        return (point for lane in self.lanes for point in self.journey.feelings(lane.id))

    def _name_all(self) -> None:
        stages = self.journey.stages(self.map.id)
        self._name("stage", stages)
        self._name("step", (step for one in stages for step in self.journey.steps(one.id)))
        self._name("card", self._cards())
        self._name("department", self._departments())
        self._name("persona", self._personas())
        self._name("picture", self._pictures())
        self._name("metric", self.journey.metrics(self.map.id))

    def _name(self, kind: str, records: Iterable[Record]) -> None:
        for number, one in enumerate(records, 1):
            self.keys[one.id] = f"{kind}{number}"

    def _personas(self) -> list[Persona]:
        """The people of the map in their order, then others that something on it belongs to."""
        here = list(self.journey.personas(self.map.id))
        known = {one.id for one in here}
        stages = self.journey.stages(self.map.id)
        other = {one for card in self._cards() for one in card.persona_ids}
        other |= {one.persona_id for one in self._points() if one.persona_id is not None}
        other |= {
            one.persona_id for stage in stages for one in self.journey.participation(stage.id)
        }
        rest = [one for one in self.journey.personas() if one.id in other - known]
        return here + rest

    def _departments(self) -> list[Department]:
        used = {card.department_id for card in self._cards()}
        found = [one for one in self.journey.all(Department) if one.id in used]
        return sorted(found, key=lambda one: (one.place, one.id))

    def _pictures(self) -> list[Picture]:
        shown = [one.picture_id for one in self._personas()]
        shown += [one.picture_id for one in self._cards()]
        unique = dict.fromkeys(one for one in shown if one is not None)
        return [self.journey.get(Picture, one) for one in unique]

    # One by one

    def _keyed(self, record: Record, *always: str) -> Told:
        return {"key": self.keys[record.id], **_said(record, always=always)}

    def _picture(self, picture: Picture) -> Told:
        said = self._keyed(picture)
        return said | {"data": base64.b64encode(picture.data).decode("ascii")}

    def _pictured(self, record: Persona | AnyCard) -> Told:
        return {"picture": self.keys[record.picture_id]} if record.picture_id else {}

    def _persona(self, persona: Persona) -> Told:
        elsewhere = {} if persona.id in self.map.persona_ids else {"elsewhere": True}
        said = self._keyed(persona, "name", "colour")
        return {**said, **self._pictured(persona), **elsewhere}

    def _lane(self, lane: Lane) -> Told:
        key = self.lane_keys[lane.id]
        own = {"key": key} if key != lane.holds else {}
        return {**own, **_said(lane, always=("holds", "title", "question", "per"))}

    def _bare(self, stage: Stage) -> Told:
        steps = [
            _said(one, only=("title", "waiting", "path")) for one in self.journey.steps(stage.id)
        ]
        return {**_said(stage, only=("title", "colour", "path")), "steps": steps}

    def _stage(self, stage: Stage) -> Told:
        steps = [
            {**self._keyed(one, "title"), **self._content(stage, one)}
            for one in self.journey.steps(stage.id)
        ]
        parts = {one.persona_id: one for one in self.journey.participation(stage.id)}
        people = {
            self.keys[one.id]: _said(parts[one.id], always=("involvement",))
            for one in self._personas()
            if one.id in parts
        }
        content = self._content(stage, None)
        return {**self._keyed(stage, "title"), "steps": steps, **content, "participation": people}

    def _content(self, stage: Stage, step: Step | None) -> Told:
        step_id = step.id if step is not None else None
        cards = {
            self.lane_keys[lane.id]: [
                self._card(one) for one in self.journey.cards(lane.id, stage.id, step_id)
            ]
            for lane in self.lanes
        }
        feelings = _in_order(
            self._feeling(one)
            for one in self._points()
            if (one.stage_id, one.step_id) == (stage.id, step_id)
        )
        return {"cards": {key: one for key, one in cards.items() if one}, "feelings": feelings}

    def _card(self, card: AnyCard) -> Told:
        said = {**self._keyed(card), **self._pictured(card)}
        for field, key in (("department_id", "department"), ("on_id", "on"), ("moved_from",) * 2):
            target = getattr(card, field, None)
            if target is not None and target in self.keys:
                said[key] = self.keys[target]
        for field, key in (("persona_ids", "personas"), ("answers", "answers")):
            targets = [self.keys[one] for one in getattr(card, field, ()) if one in self.keys]
            if targets:
                said[key] = targets
        return said | self._evidence(card)

    def _feeling(self, point: Feeling) -> Told:
        said = _said(point, always=("value",))
        key = self.lane_keys[point.lane_id]
        if key != "feelings":
            said["lane"] = key
        if point.persona_id is not None:
            said["persona"] = self.keys[point.persona_id]
        return said | self._evidence(point)

    def _evidence(self, record: Record) -> Told:
        found = _in_order(_said(one) for one in self.journey.evidence(record.id))
        return {"evidence": found} if found else {}

    def _metric(self, metric: Metric) -> Told:
        measured = self.journey.measurements(metric.id)
        values = _in_order(_said(one, always=("value",)) for one in measured)
        said = {"of": self.keys[metric.about_id], **self._keyed(metric, "title")}
        return said | {"measurements": values}

    def _hypotheses(self) -> list[Told]:
        found = []
        for one in self.journey.hypotheses(self.map.id):
            metric = {"metric": self.keys[one.metric_id]} if one.metric_id else {}
            found.append({"of": self.keys[one.about_id], **metric, **_said(one)})
        return found


def _lane_keys(lanes: Iterable[Lane]) -> dict[str, str]:
    """What a template calls each lane: by its kind, with a number from the second one on."""
    seen: dict[str, int] = {}
    keys: dict[str, str] = {}
    for one in lanes:
        seen[one.holds] = number = seen.get(one.holds, 0) + 1
        keys[one.id] = one.holds if number == 1 else f"{one.holds}{number}"
    return keys


def _in_order(told: Iterable[Told]) -> list[Told]:
    """What has no order of its own, in that of what it says."""
    return sorted(told, key=lambda one: json.dumps(one, sort_keys=True))


def _said(
    record: Record,
    *,
    always: tuple[str, ...] = (),
    only: tuple[str, ...] = (),
    skip: tuple[str, ...] = (),
) -> Told:
    """The fields of a record that are not as usual, but for what it refers to.

    Args:
        always: fields that are said even where they are as usual.
        only: the fields that are said at all; empty: all of them.
        skip: fields that are not said.
    """
    pointing = {one.name for one in REFERENCES[type(record)]}
    found: Told = {}
    for field in fields(record):
        value = getattr(record, field.name)
        usual = field.default is not MISSING and value == field.default
        named = field.name in only if only else field.name not in {"id", "place", *pointing, *skip}
        if named and (not usual or field.name in always):
            found[field.name] = _plain(value)
    return found


def _plain(value: object) -> object:
    """A value as JSON holds it."""
    if isinstance(value, Duration):
        return [value.value, value.unit, value.low, value.high]
    if isinstance(value, tuple):
        return list(value)
    return value
