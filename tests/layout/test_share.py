"""The share of a map that rests on evidence: the foot of the poster says what the window says."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from cjm_desktop import layout
from cjm_desktop.journey import basis, moves, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Card, Evidence, Feeling
from tests.layout import drawn

LOOKS: tuple[dict[str, object], ...] = (
    {"path": "as_is"},
    {"path": "to_be"},
    {"path": "both"},
    {"path": "both", "paper": False},
    {"rests": "confirmed"},
    {"rests": "assumed", "others": "hide"},
    {"sources": ("crm",), "others": "hide"},
)


def _map() -> tuple[Draft, str]:
    draft = Draft(templates.make("sample-b2b", "en"))
    return draft, draft.journey.maps()[0].id


def _printed(journey: Journey, map_id: str, **look: object) -> int | None:
    """The share in the footer of a drawing; None: it says nothing of it."""
    made = replace(layout.Options("en"), **look)  # type: ignore[arg-type]
    drawing = layout.draw(journey, map_id, layout.LIGHT, made)
    said = " ".join(drawn.words(one) for _, one in drawn.pieces(drawing))
    found = re.findall(r"Confirmed: (\d+) %", said)
    assert len(found) < 2
    return int(found[0]) if found else None


def _agree(journey: Journey, map_id: str) -> None:
    share = basis.of_map(journey, map_id).percent
    for look in LOOKS:
        assert _printed(journey, map_id, **look) == share, look


def test_every_view_prints_the_share_the_window_says() -> None:
    draft, map_id = _map()
    _agree(draft.journey, map_id)
    people = tuple(one.id for one in draft.journey.personas(map_id)[:1])
    assert _printed(draft.journey, map_id, persona_ids=people) == _printed(draft.journey, map_id)


def test_folded_lanes_count_and_role_maps_have_a_share_of_their_own() -> None:
    draft, map_id = _map()
    for lane in draft.journey.lanes(map_id)[2:6]:
        moves.set_fields(draft, lane.id, folded=True)
    _agree(draft.journey, map_id)
    role = moves.make_role_map(draft, map_id, draft.journey.personas(map_id)[1].id)
    for card in [one for one in draft.journey if isinstance(one, Card)]:
        if draft.journey.map_of(card) == role and not draft.journey.evidence(card.id):
            moves.add_evidence(draft, card.id, source="crm")
            break
    _agree(draft.journey, role)
    _agree(draft.journey, map_id)


@pytest.mark.parametrize("what", [Card, Feeling])
def test_evidence_in_a_folded_lane_or_on_feelings_alone_is_printed_too(what: type[Card]) -> None:
    draft, map_id = _map()
    for one in draft.journey.all(Evidence):
        moves.drop(draft, one.id)
    assert _printed(draft.journey, map_id) is None, "nothing is known: nothing is said"
    record = next(one for one in basis.asked(draft.journey, map_id) if isinstance(one, what))
    moves.add_evidence(draft, record.id, source="interview")
    moves.set_fields(draft, record.lane_id, folded=True)
    _agree(draft.journey, map_id)
