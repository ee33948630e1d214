"""The figures of a map for scripts."""

from __future__ import annotations

import json

from cjm_desktop.exchange import figures
from cjm_desktop.journey import basis, templates, weakness
from cjm_desktop.journey.records import Stage, Step, Touchpoint


def test_the_sample_in_figures() -> None:
    journey = templates.make("sample-b2b", "en")
    map_id = journey.maps()[0].id
    (found,) = figures.of_document(journey, "en")
    assert json.loads(json.dumps(found)) == found
    assert found["map_id"] == map_id
    known = found["times"]["known"]
    assert (known["said"], known["stages"]) == (6, 6)
    assert known["span"]["value"] > found["times"]["planned"]["span"]["value"]
    assert len(found["times"]["slowest"]) == 3
    for one in found["times"]["slowest"]:
        assert isinstance(journey.find(one["id"]), Stage | Step | Touchpoint)
        assert one["compared"] in ("", "as_planned", "slower", "faster")
    (silence,) = found["silences"]
    assert silence["after_id"] in journey
    assert found["evidence"]["percent"] == basis.of_map(journey, map_id).percent
    points = found["weak_points"]
    assert [one["id"] for one in points] == [
        one.record.id for one in weakness.of_map(journey, map_id)
    ]
    assert {reason["kind"] for one in points for reason in one["reasons"]} >= {
        "barrier", "short", "feeling", "curves", "silence",
    }  # fmt: skip
    assert found["by_hand"]


def test_gaps_verdicts_consensus_and_shares_stand_among_the_figures() -> None:
    journey = templates.make("sample-b2b", "en")
    map_id = journey.maps()[0].id
    (found,) = figures.of_document(journey, "en")
    shares = found["evidence"]
    stages = [one.id for one in journey.stages(map_id)]
    assert list(shares["by_stage"]) == stages
    for part in (shares["by_stage"], shares["by_kind"]):
        assert sum(one["confirmed"] for one in part.values()) == shares["confirmed"]
        assert sum(one["asked"] for one in part.values()) == shares["asked"]
    (curve, *_) = found["gaps"]["curves"]
    assert curve["feeling_id"] in journey
    assert curve["size"] == curve["to_be"] - curve["as_is"]
    short = found["gaps"]["fulfilment"]
    assert short[0]["weighted"] == max(one["weighted"] for one in short) > 0
    tested = next(one for one in found["hypotheses"] if one["local"])
    assert (tested["result"], tested["at_the_end"]) == ("better", "bottleneck_moved")
    assert tested["local"]["after"] > tested["local"]["before"]
    assert tested["said"][0]
    said = [one for one in found["consensus"] if one["missing"]]
    assert all(one["against"] or one["unsure"] for one in said)
    assert {one["stage_id"] for one in found["consensus"]} <= set(stages)
    assert said[0]["said"]


def test_an_empty_map_has_figures_too() -> None:
    (found,) = figures.of_document(templates.make("blank", "en"), "en")
    assert found["times"]["known"]["span"] is None
    assert found["weak_points"] == found["silences"] == found["by_hand"] == []
    assert found["hypotheses"] == found["consensus"] == found["gaps"]["curves"] == []
