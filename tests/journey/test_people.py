"""Personas: copying, moving, segments, who is drawn large; and the pictures they share."""

from __future__ import annotations

import pytest

from cjm_desktop.journey import moves
from cjm_desktop.journey.records import Feeling, JourneyMap, Persona, Picture
from tests.journey.small import Small


def people(map_: Small) -> tuple[str, ...]:
    """Three personas, two of one segment."""
    made = tuple(
        moves.add_persona(map_.draft, name, map_.map_id, segment=segment)
        for name, segment in (("Ann", "in a hurry"), ("Bob", "compares"), ("Cid", "in a hurry "))
    )
    map_.settle()
    return made


def names(map_: Small) -> list[str]:
    """The personas of the document, in order."""
    return [one.name for one in map_.journey.personas()]


def test_a_copy_says_the_same_and_walks_on_the_same_maps(map_: Small) -> None:
    ann, bob, cid = people(map_)
    moves.set_fields(map_.draft, ann, need="a flat", quotes=("Soon?",))
    moves.set_feeling(map_.draft, map_.lane["feelings"], *map_.at["a1"], 1, ann)
    other = moves.add_map(map_.draft, "Other")
    made = moves.copy_persona(map_.draft, ann, "Ann (copy)")
    assert names(map_) == ["Ann", "Ann (copy)", "Bob", "Cid"]
    copy, original = (map_.journey.get(Persona, one) for one in (made, ann))
    assert (copy.need, copy.quotes, copy.segment) == ("a flat", ("Soon?",), "in a hurry")
    assert copy.colour not in {one.colour for one in map_.journey.personas()[2:]} | {
        original.colour
    }
    assert map_.journey.get(JourneyMap, map_.map_id).persona_ids == (ann, bob, cid, made)
    assert map_.journey.get(JourneyMap, other).persona_ids == ()
    assert [one.persona_id for one in map_.journey.all(Feeling)] == [ann]
    map_.sound()


def test_a_persona_moves_among_the_others_and_into_a_segment(map_: Small) -> None:
    ann, _, cid = people(map_)
    moves.move_persona(map_.draft, cid, 0)
    assert names(map_) == ["Cid", "Ann", "Bob"]
    assert map_.journey.get(Persona, cid).segment == "in a hurry "
    moves.move_persona(map_.draft, ann, None, "compares")
    assert names(map_) == ["Cid", "Bob", "Ann"]
    assert map_.journey.get(Persona, ann).segment == "compares"
    map_.sound()


def test_a_segment_is_described_anew_for_all_its_personas(map_: Small) -> None:
    people(map_)
    moves.rename_segment(map_.draft, "in a hurry", "have no time")
    assert [one.segment for one in map_.journey.personas()] == [
        "have no time",
        "compares",
        "have no time",
    ]


def test_one_persona_is_put_first_on_one_map(map_: Small) -> None:
    ann, bob, cid = people(map_)
    moves.put_first(map_.draft, map_.map_id, cid)
    assert map_.journey.get(JourneyMap, map_.map_id).persona_ids == (cid, ann, bob)
    assert names(map_) == ["Ann", "Bob", "Cid"]


def test_a_picture_goes_with_the_last_one_that_shows_it(map_: Small) -> None:
    ann, bob, _ = people(map_)
    first, second = Picture(name="first"), Picture(name="second")
    moves.set_picture(map_.draft, ann, first)
    made = moves.copy_persona(map_.draft, ann, "Copy")
    card = map_.card("actions", "a1")
    moves.set_picture(map_.draft, card, first)
    moves.set_picture(map_.draft, ann, second)
    assert map_.journey.get(Persona, made).picture_id == first.id
    moves.drop(map_.draft, made)
    assert first.id in map_.journey
    moves.drop(map_.draft, card)
    assert first.id not in map_.journey
    moves.set_picture(map_.draft, ann, None)
    assert map_.journey.all(Picture) == ()
    map_.sound()
    with pytest.raises(ValueError, match="picture_id"):
        moves.set_picture(map_.draft, map_.stage("A"), Picture())
    assert bob in map_.journey


def test_a_picture_goes_with_a_whole_map(map_: Small) -> None:
    moves.set_picture(map_.draft, map_.card("actions", "a1"), Picture(name="first"))
    moves.add_map(map_.draft, "Other")
    moves.drop(map_.draft, map_.map_id)
    assert map_.journey.all(Picture) == ()
    map_.sound()
