"""Blank lines and the order somebody typed stay while the map changes elsewhere."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from cjm_desktop.exchange import outline
from cjm_desktop.exchange.outline import keeping
from cjm_desktop.exchange.outline.items import Outline
from cjm_desktop.journey import moves
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Barrier, Card, MapDocument, Stage, Touchpoint
from tests.exchange.outlined import edited, maps

TEXT = '\n# A\n\n" why\n- b\n\n! c\n\n# B\n@ d, e\n\n\n'


def typed(text: str) -> tuple[Draft, Outline]:
    """A map, and its outline as it was typed."""
    draft = Draft(Journey())
    draft.put(MapDocument())
    map_id = moves.add_map(draft, "")
    return draft, outline.apply(draft, map_id, outline.parse(text)).outline


def brought(draft: Draft, mine: Outline) -> Outline:
    """What is shown after the map was changed elsewhere."""
    return keeping.kept(outline.write(draft.journey, draft.journey.maps()[0].id, mine), mine)


def test_what_did_not_change_stays_as_it_was_typed() -> None:
    draft, mine = typed(TEXT)
    assert keeping.says_same(outline.write(draft.journey, draft.journey.maps()[0].id), mine)
    moves.set_fields(draft, next(iter(draft.journey.all(Barrier))).id, text="changed", severity=3)
    assert brought(draft, mine).text == TEXT.replace("! c", "!!! changed")


def test_what_is_new_stands_behind_what_it_follows() -> None:
    draft, mine = typed(TEXT)
    stage = draft.journey.all(Stage)[0]
    lane = next(one for one in draft.journey.all(Card) if one.text == "b").lane_id
    moves.add_card(draft, lane, stage.id, None, "new")
    moves.add_stage(draft, draft.journey.maps()[0].id, "C")
    assert brought(draft, mine).text == f"{TEXT}\n# C".replace("- b\n", "- b\n- new\n")


def test_what_went_leaves_the_rest_alone() -> None:
    draft, mine = typed(TEXT)
    moves.drop(draft, next(one for one in draft.journey.all(Touchpoint) if one.text == "e").id)
    assert brought(draft, mine).text == TEXT.replace("@ d, e", "@ d")


@settings(max_examples=40)
@given(maps(), st.data())
def test_it_always_says_what_the_map_says(journey: Journey, data: st.DataObject) -> None:
    map_id = journey.maps()[0].id
    first = outline.write(journey, map_id)
    draft = Draft(journey)
    mine = outline.apply(draft, map_id, outline.parse(data.draw(edited(first.text))), first).outline
    outline.apply(draft, map_id, outline.parse(data.draw(edited(mine.text))), mine)
    now = outline.write(draft.journey, map_id, mine)
    shown = keeping.kept(now, mine)
    assert keeping.says_same(shown, now)
    assert outline.parse(shown.text).items == tuple(
        one._replace(record_id=None) for one in shown.items
    )
