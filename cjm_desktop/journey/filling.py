"""From a template's or sample's file to records, through the same verbs everyone uses."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from typing import Any

from cjm_desktop.journey import moves
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.moves.fields import put_new
from cjm_desktop.journey.records import Duration, Picture

Data = Mapping[str, Any]
DURATIONS = ("planned", "actual", "planned_wait", "actual_wait")


def fill(draft: Draft, data: Data) -> str:
    """Make a map from data in one language (see `offers.spoken`); return its id.

    The format: `map`, `pictures`, `departments`, `personas` (`elsewhere`: not on this map),
    `lanes` and `stages` with `steps`; stages and steps hold `cards` by lane, `feelings`,
    `participation` and `metrics`. A lane is called by its kind, or by its `key` where there are
    several of a kind; so has a `key` what others refer to. All other names are those of the
    records' fields; bytes are base64.
    """
    return _Filling(draft, data).map_id


class _Filling:
    """One map on its way from data to records; it knows which key got which id."""

    def __init__(self, draft: Draft, data: Data) -> None:
        self.draft = draft
        self.ids: dict[str, str] = {}
        self.referring: list[tuple[str, Data]] = []
        """Cards that refer to others, which may come after them."""
        for one in data.get("pictures", ()):
            picture = _fields(one) | {"data": base64.b64decode(one["data"], validate=True)}
            self._named(one, put_new(draft, Picture, **picture).id)
        for one in data.get("departments", ()):
            self._named(one, moves.add_department(draft, **_fields(one)))
        self.map_id = moves.add_map(draft, **data["map"])
        for one in data.get("personas", ()):
            on_map = None if one.get("elsewhere") else self.map_id
            fields = self._pictured(one)
            self._named(one, moves.add_persona(draft, map_id=on_map, **fields))
        self.lanes = {one.get("key", one["holds"]): self._lane(one) for one in data["lanes"]}
        for one in data["stages"]:
            self._stage(one)
        self._later(data)

    def _named(self, data: Data, record_id: str) -> None:
        if "key" in data:
            self.ids[data["key"]] = record_id

    def _pictured(self, data: Data) -> dict[str, Any]:
        """The fields of what may show a picture."""
        picture = {"picture_id": self.ids[data["picture"]]} if "picture" in data else {}
        return _fields(data) | picture

    def _lane(self, data: Data) -> str:
        made = {name: data[name] for name in ("holds", "title", "question", "per") if name in data}
        lane_id = moves.add_lane(self.draft, self.map_id, **made)
        rest = {name: value for name, value in _fields(data).items() if name != "holds"}
        moves.set_fields(self.draft, lane_id, **rest)
        return lane_id

    def _stage(self, data: Data) -> None:
        stage_id = moves.add_stage(self.draft, self.map_id, **_fields(data))
        self._named(data, stage_id)
        for one in data.get("steps", ()):
            step_id = moves.add_step(self.draft, stage_id, **_fields(one))
            self._named(one, step_id)
            self._content(one, stage_id, step_id)
        self._content(data, stage_id, None)
        for persona, said in data.get("participation", {}).items():
            moves.set_participation(self.draft, self.ids[persona], stage_id, **said)

    def _content(self, data: Data, stage_id: str, step_id: str | None) -> None:
        for holds, cards in data.get("cards", {}).items():
            for one in cards:
                self._card(one, self.lanes[holds], stage_id, step_id)
        for one in data.get("feelings", ()):
            self._feeling(one, stage_id, step_id)
        for one in data.get("metrics", ()):
            self._metric(one, step_id or stage_id)

    def _card(self, data: Data, lane_id: str, stage_id: str, step_id: str | None) -> None:
        fields = self._pictured(data)
        if "department" in data:
            fields["department_id"] = self.ids[data["department"]]
        if "personas" in data:
            fields["persona_ids"] = tuple(self.ids[one] for one in data["personas"])
        card_id = moves.add_card(self.draft, lane_id, stage_id, step_id, **fields)
        self._named(data, card_id)
        if not data.keys().isdisjoint(("answers", "on", "moved_from")):
            self.referring.append((card_id, data))
        self._evidence(data.get("evidence", ()), card_id)

    def _feeling(self, data: Data, stage_id: str, step_id: str | None) -> None:
        persona = data.get("persona")
        point_id = moves.set_feeling(
            self.draft,
            self.lanes[data.get("lane", "feelings")],
            stage_id,
            step_id,
            persona_id=self.ids[persona] if persona else None,
            **{name: one for name, one in _fields(data).items() if name != "persona"},
        )
        self._evidence(data.get("evidence", ()), point_id)

    def _evidence(self, data: Iterable[Data], about_id: str) -> None:
        for one in data:
            moves.add_evidence(self.draft, about_id, **one)

    def _metric(self, data: Data, about_id: str) -> None:
        metric_id = moves.add_metric(self.draft, self.map_id, about_id, **_fields(data))
        self._named(data, metric_id)
        for one in data.get("measurements", ()):
            moves.add_measurement(self.draft, metric_id, **one)

    def _later(self, data: Data) -> None:
        """What refers to things all over the map."""
        for card_id, told in self.referring:
            if "answers" in told:
                answers = tuple(self.ids[key] for key in told["answers"])
                moves.set_fields(self.draft, card_id, answers=answers)
            if "on" in told:
                moves.set_fields(self.draft, card_id, on_id=self.ids[told["on"]])
            if "moved_from" in told:
                moves.set_fields(self.draft, card_id, moved_from=self.ids[told["moved_from"]])
        for one in data.get("links", ()):
            ends = self.ids[one["from"]], self.ids[one["to"]]
            moves.add_link(self.draft, *ends, **_fields(one))
        for one in data.get("about", ()):
            self._metric(one, self.ids[one["of"]])
        for one in data.get("hypotheses", ()):
            metric_id = self.ids.get(one.get("metric", ""))
            about_id = self.ids[one["of"]]
            moves.add_hypothesis(self.draft, about_id, metric_id=metric_id, **_fields(one))


_OURS = {
    *("key", "steps", "cards", "feelings", "participation", "metrics", "measurements", "evidence"),
    *("department", "personas", "answers", "metric", "from", "to", "of", "on", "moved_from"),
    *("picture", "elsewhere", "lane"),
}
"""Names of the format that are not fields of a record."""


def _fields(data: Data) -> dict[str, Any]:
    """The fields of a record, with lists and durations as records hold them."""
    found = {name: value for name, value in data.items() if name not in _OURS}
    for name, value in found.items():
        if name in DURATIONS:
            found[name] = Duration(*value)
        elif isinstance(value, list):
            found[name] = tuple(value)
    return found
