"""What a map comes to, for scripts: its times, silences, weak points, and what it rests on."""

from __future__ import annotations

from typing import Any

from cjm_desktop.exchange import automation
from cjm_desktop.exchange.json_write import plain
from cjm_desktop.journey import basis, contacts, silences, times, weak_words, weakness
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.silences import Silence
from cjm_desktop.journey.times import Slow, Times, Which
from cjm_desktop.journey.weakness import Weakness

_WHICH: tuple[Which, ...] = ("known", "actual", "planned")


def of_document(journey: Journey, language: str) -> list[dict[str, Any]]:
    """The figures of every map, in the order of the maps."""
    return [of_map(journey, one.id, language) for one in journey.maps()]


def of_map(journey: Journey, map_id: str, language: str) -> dict[str, Any]:
    """The figures of one map.

    Args:
        language: of the reasons.
    """
    resting = basis.of_map(journey, map_id)
    return {
        "map_id": map_id,
        "times": _times(journey, map_id),
        "silences": [_silence(one) for one in silences.of_map(journey, map_id)],
        "stages_without_contact": [one.id for one in contacts.stages_without(journey, map_id)],
        "weak_points": [_weak(journey, one, language) for one in weakness.of_map(journey, map_id)],
        "by_hand": automation.as_data(journey, map_id),
        "evidence": {
            "asked": resting.asked,
            "confirmed": resting.confirmed,
            "percent": resting.percent,
            "sources": dict(resting.sources),
        },
    }


def _times(journey: Journey, map_id: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for which in _WHICH:
        whole = times.total(journey, map_id, which)
        found[which] = {"span": plain(whole.span), "said": whole.said, "stages": whole.stages}
    found["slowest"] = [_slow(one) for one in times.slowest(journey, map_id)]
    return found


def _slow(one: Slow) -> dict[str, Any]:
    return {"kind": one.record.kind, "id": one.record.id, **_both(one.times)}


def _both(found: Times) -> dict[str, Any]:
    return {
        "planned": plain(found.planned),
        "actual": plain(found.actual),
        "compared": found.compared,
    }


def _silence(one: Silence) -> dict[str, Any]:
    return {
        "span": plain(one.span),
        "after_id": one.after_id,
        "before_id": one.before_id,
        "place_ids": list(one.place_ids),
        "link_id": one.link_id,
    }


def _weak(journey: Journey, one: Weakness, language: str) -> dict[str, Any]:
    said = weak_words.said(journey, one, language)
    kinds = [weakness.KINDS[type(reason)] for reason in one.reasons]
    return {
        "rank": one.rank,
        "percent": one.percent,
        "id": one.record.id,
        "what": said.what,
        "where": said.where,
        "reasons": [{"kind": kind, "why": why} for kind, why in zip(kinds, said.why, strict=True)],
    }
