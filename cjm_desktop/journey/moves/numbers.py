"""Verbs for what is measured and proved: durations, metrics, evidence, links, hypotheses."""

from __future__ import annotations

from typing import Any, Literal

from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.moves.fields import put_new, set_fields
from cjm_desktop.journey.moves.places import place_for
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import (
    Duration,
    Evidence,
    Hypothesis,
    Link,
    Measurement,
    Metric,
    Record,
    Stage,
    Step,
    Touchpoint,
)


def set_duration(
    draft: Draft, record_id: str, which: Literal["planned", "actual"], duration: Duration | None
) -> None:
    """Set how long a stage, a step or the wait of a link takes, as planned or as it is.

    Raises:
        TypeError: the record has no duration.
    """
    record = draft.journey.get(Record, record_id)
    if isinstance(record, Link):
        set_fields(draft, record_id, **{f"{which}_wait": duration})
    elif isinstance(record, (Stage, Step)):
        set_fields(draft, record_id, **{which: duration})
    else:
        raise TypeError(f"a {record.kind} has no duration")


def add_metric(draft: Draft, map_id: str, about_id: str, title: str, **fields: Any) -> str:
    """Add a metric of a stage, step or touchpoint."""
    fields.setdefault("place", place_for(draft, draft.journey.metrics(map_id), None))
    return put_new(draft, Metric, map_id=map_id, about_id=about_id, title=title, **fields).id


def add_measurement(draft: Draft, metric_id: str, value: float, **fields: Any) -> str:
    """Add a value of a metric."""
    return put_new(draft, Measurement, metric_id=metric_id, value=float(value), **fields).id


def add_evidence(draft: Draft, about_id: str, **fields: Any) -> str:
    """Add what a card or a curve point rests on."""
    return put_new(draft, Evidence, about_id=about_id, **fields).id


def add_link(draft: Draft, from_id: str, to_id: str, **fields: Any) -> str:
    """Add a passage from one touchpoint to another of the same map.

    Raises:
        Problem: one of the two is no touchpoint, or they are on different maps.
    """
    ends = draft.journey.find(from_id), draft.journey.find(to_id)
    if not all(isinstance(one, Touchpoint) for one in ends):
        raise Problem("move.no_link")
    start, end = (draft.journey.map_of(one) for one in ends if one is not None)
    if start != end:
        raise Problem("move.other_map")
    return put_new(draft, Link, map_id=start, from_id=from_id, to_id=to_id, **fields).id


def add_hypothesis(draft: Draft, about_id: str, if_text: str = "", **fields: Any) -> str:
    """Add a hypothesis about an opportunity or a barrier."""
    map_id = draft.journey.map_of(draft.journey.get(Record, about_id)) or ""
    fields.setdefault("place", place_for(draft, draft.journey.hypotheses(map_id), None))
    return put_new(
        draft, Hypothesis, map_id=map_id, about_id=about_id, if_text=if_text, **fields
    ).id
