"""Clips on the clipboard: they come back as they were, and the data of others is refused."""

from __future__ import annotations

import json
import random

import pytest

from cjm_desktop.exchange import clips
from cjm_desktop.journey import moves, templates
from cjm_desktop.journey.clipping import Clip, Spot, put, take
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import AnyCard


@pytest.fixture(scope="module")
def journey() -> Journey:
    return templates.make("sample-b2b", "ru")


def cards(journey: Journey) -> list[str]:
    return [one.id for one in journey if isinstance(one, AnyCard)]


@pytest.mark.parametrize("kind", ["cells", "stages", "steps", "lanes"])
def test_a_clip_comes_back_as_it_was(journey: Journey, kind: str) -> None:
    map_id = journey.maps()[0].id
    stages = journey.stages(map_id)
    ids = {
        "cells": cards(journey)[:7],
        "stages": [one.id for one in stages[1:3]],
        "steps": [journey.steps(stages[0].id)[0].id],
        "lanes": [one.id for one in journey.lanes(map_id)[:3]],
    }[kind]
    clip = take(journey, ids, cut=kind == "cells")
    assert clips.read(clips.write(clip)) == clip


def refused(data: bytes) -> str:
    with pytest.raises(Problem) as said:
        clips.read(data)
    return said.value.key


def changed(clip: Clip, **values: object) -> bytes:
    head, _, rest = clips.write(clip).partition(b"\n")
    return json.dumps(json.loads(head) | values).encode() + b"\n" + rest


def test_what_is_no_clip_is_refused_in_one_sentence(journey: Journey) -> None:
    clip = take(journey, cards(journey)[:1])
    other = {"version": 2}, {"version": 99}
    assert [refused(changed(clip, **one)) for one in other] == ["clip.newer"] * 2
    wrong: tuple[dict[str, object], ...] = (
        {"format": "x"}, {"version": 0}, {"version": True}, {"version": "1"}, {"ids": []},
        {"ids": ["nobody"]}, {"ids": 5}, {"ids": [5]}, {"outside": 1}, {"outside": [["a", "b"]]},
        {"outside": [[1, 2, 3]]}, {"ids": [clip.map_id]},
    )  # fmt: skip
    assert [refused(changed(clip, **one)) for one in wrong] == ["clip.damaged"] * len(wrong)
    for data in (b"", b"\n", b"[]\n{}", b"\xff\xfe\n{}", b"[" * 100_000, b"null", b"{}\n{}"):
        assert refused(data) == "clip.damaged"


def test_whatever_becomes_of_its_bytes_it_is_read_or_refused(journey: Journey) -> None:
    rng = random.Random(5)
    data = clips.write(take(journey, [journey.stages(journey.maps()[0].id)[0].id]))
    for _ in range(150):
        broken = bytearray(data)
        for _ in range(rng.randint(1, 4)):
            at = rng.randrange(len(broken))
            if rng.random() < 0.4:
                del broken[at : at + rng.randint(1, 400)]
            else:
                broken[at] = rng.randrange(256)
        try:
            clip = clips.read(bytes(broken))
        except Problem as problem:
            if problem.key not in {"clip.damaged", "clip.newer"}:
                raise
        else:
            draft = Draft(Journey(journey))
            put(draft, clip, Spot(journey.maps()[0].id))


def test_what_points_outside_cannot_break_a_map(journey: Journey) -> None:
    clip = take(journey, cards(journey)[:1])
    (root,) = clip.ids
    lane = journey.lanes(journey.maps()[0].id)[0].id
    wild = [[root, "lane_id", lane], [root, "no_field", lane], [root, "department_id", lane],
            [lane, "map_id", root], ["document", "id", root]]  # fmt: skip
    draft = Draft(Journey(journey))
    moves.add_map(draft, "Other")
    made = put(draft, clips.read(changed(clip, outside=wild)), Spot(journey.maps()[0].id))
    assert draft.journey.find(made.ids[0]) is not None
    from cjm_desktop.journey import rules

    assert rules.check_all(draft.journey) == ()
