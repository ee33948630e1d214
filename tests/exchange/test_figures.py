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


def test_an_empty_map_has_figures_too() -> None:
    (found,) = figures.of_document(templates.make("blank", "en"), "en")
    assert found["times"]["known"]["span"] is None
    assert found["weak_points"] == found["silences"] == found["by_hand"] == []
