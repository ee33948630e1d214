"""What a map comes to, for scripts: times, weak points, gaps, verdicts, and what it rests on."""

from __future__ import annotations

from typing import Any

from cjm_desktop.exchange import automation
from cjm_desktop.exchange.json_write import plain
from cjm_desktop.journey import (
    basis,
    consensus,
    contacts,
    gaps,
    silences,
    times,
    verdicts,
    weak_words,
    weakness,
)
from cjm_desktop.journey.basis import Basis
from cjm_desktop.journey.consensus import Agreement
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.metrics import Change
from cjm_desktop.journey.records import Hypothesis
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
    return {
        "map_id": map_id,
        "times": _times(journey, map_id),
        "silences": [_silence(one) for one in silences.of_map(journey, map_id)],
        "stages_without_contact": [one.id for one in contacts.stages_without(journey, map_id)],
        "weak_points": [_weak(journey, one, language) for one in weakness.of_map(journey, map_id)],
        "by_hand": automation.as_data(journey, map_id),
        "gaps": _gaps(journey, map_id),
        "consensus": [_agreement(one, language) for one in consensus.agreements(journey, map_id)],
        "hypotheses": [_verdict(journey, one, language) for one in journey.hypotheses(map_id)],
        "evidence": _evidence(journey, map_id),
    }


def _evidence(journey: Journey, map_id: str) -> dict[str, Any]:
    whole = basis.of_map(journey, map_id)
    return {
        **_share(whole),
        "sources": dict(whole.sources),
        "by_kind": {key: _share(one) for key, one in basis.by_kind(journey, map_id).items()},
        "by_stage": {key: _share(one) for key, one in basis.by_stage(journey, map_id).items()},
    }


def _share(one: Basis) -> dict[str, int]:
    return {"asked": one.asked, "confirmed": one.confirmed, "percent": one.percent}


def _gaps(journey: Journey, map_id: str) -> dict[str, Any]:
    """Where the planned curves lie farthest from the actual ones, and which touchpoints fall
    short of what is expected."""
    return {
        "curves": [
            {
                "feeling_id": one.point.id,
                "persona_id": one.point.persona_id,
                "as_is": one.as_is,
                "to_be": one.to_be,
                "size": one.size,
            }
            for one in gaps.curve_gaps(journey, map_id)
        ],
        "fulfilment": [
            {
                "id": one.contact.id,
                "importance": one.importance,
                "expectation": one.expectation,
                "fulfilment": one.fulfilment,
                "size": one.size,
                "weighted": one.weighted,
            }
            for one in gaps.fulfilment_gaps(journey, map_id)
        ],
    }


def _agreement(one: Agreement, language: str) -> dict[str, Any]:
    return {
        "stage_id": one.stage_id,
        "for": [voice.persona.id for voice in one.favour],
        "unsure": [voice.persona.id for voice in one.unsure],
        "against": [voice.persona.id for voice in one.against],
        "silent": [persona.id for persona in one.silent],
        "missing": one.missing,
        "said": consensus.agreement_words(one, language),
    }


def _verdict(journey: Journey, one: Hypothesis, language: str) -> dict[str, Any]:
    found = verdicts.verdict(journey, one.id)
    return {
        "id": one.id,
        "result": found.result,
        "local": _change(found.local),
        "at_the_end": found.at_the_end,
        "end": _change(found.end),
        "muddled": found.muddled,
        "said": list(verdicts.verdict_words(journey, found, language)),
    }


def _change(one: Change | None) -> dict[str, Any] | None:
    """A metric before and after, means of the values that count."""
    if one is None:
        return None
    return {
        "metric_id": one.metric_id,
        "before": one.before.mean if one.before is not None else None,
        "after": one.after.mean if one.after is not None else None,
        "low": one.low,
        "high": one.high,
        "better": one.better,
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
