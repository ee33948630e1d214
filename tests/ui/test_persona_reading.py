"""What the gallery reads: segments, places, what hangs on a persona, where a card lands."""

from __future__ import annotations

from cjm_desktop.journey import moves
from cjm_desktop.journey.belonging import Hanging, hanging
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import MapDocument, Persona
from cjm_desktop.ui.personas.landing import Box, band, beyond, slot
from cjm_desktop.ui.personas.reading import groups, maps_of, place_in

PEOPLE = tuple(
    Persona(id=name, name=name, segment=segment, place=name)
    for name, segment in (("a", "x"), ("b", ""), ("c", "y"), ("d", " x"), ("e", "y"))
)


def test_a_segment_stands_where_its_first_persona_does_and_who_has_none_last() -> None:
    found = [(one.segment, [p.id for p in one.personas]) for one in groups(PEOPLE)]
    assert found == [("x", ["a", "d"]), ("y", ["c", "e"]), ("", ["b"])]
    assert groups(()) == ()
    assert [one.segment for one in groups(PEOPLE[1:2])] == [""]


def test_a_place_in_a_segment_is_one_among_all() -> None:
    def after(moved: str, segment: str, index: int) -> list[str]:
        others = [one.id for one in PEOPLE if one.id != moved]
        others.insert(place_in(PEOPLE, moved, segment, index), moved)
        return others

    assert after("e", "x", 0) == ["e", "a", "b", "c", "d"]
    assert after("e", "x", 1) == ["a", "b", "c", "e", "d"]
    assert after("c", "x", 9) == ["a", "b", "d", "c", "e"]
    assert after("a", "x", 1) == ["b", "c", "d", "a", "e"]
    assert after("a", "new", 0) == ["b", "c", "d", "e", "a"]


def test_what_hangs_on_a_persona() -> None:
    draft = Draft(Journey())
    draft.put(MapDocument())
    map_id, other = moves.add_map(draft, "Map"), moves.add_map(draft, "Other")
    ann = moves.add_persona(draft, "Ann", map_id)
    assert not hanging(draft.journey, ann).loses
    stage = moves.add_stage(draft, map_id, "A")
    feelings, actions = (moves.add_lane(draft, map_id, one) for one in ("feelings", "actions"))
    moves.set_feeling(draft, feelings, stage, None, 1, ann)
    moves.set_participation(draft, ann, stage, "decides")
    moves.add_card(draft, actions, stage, None, "Calls", persona_ids=(ann,))
    assert hanging(draft.journey, ann) == Hanging(1, 1, 1)
    assert [one.id for one in maps_of(draft.journey, ann)] == [map_id]
    assert other in draft.journey


def test_a_dragged_card_lands_between_others_as_words_are_read() -> None:
    boxes = [Box(x, y, 100, 50) for y in (0, 60) for x in (0, 110, 220)]
    assert slot(boxes, -5, 10) == 0
    assert slot(boxes, 60, 10) == 1
    assert slot(boxes, 400, 10) == 3
    assert slot(boxes, 60, 80) == 4
    assert slot(boxes, 400, 80) == 6
    assert slot((), 1, 1) == 0


def test_the_nearest_segment_takes_a_card() -> None:
    bands = [Box(0, 0, 9, 100), Box(0, 120, 9, 50)]
    assert [band(bands, y) for y in (-40, 50, 108, 112, 900)] == [0, 0, 0, 1, 1]
    assert band((), 3) == -1


def test_up_and_down_walk_over_rows() -> None:
    boxes = [Box(0, 0, 10, 10), Box(20, 0, 10, 10), Box(0, 20, 10, 10), Box(0, 60, 10, 10)]
    assert beyond(boxes, 1, down=True) == 2
    assert beyond(boxes, 2, down=True) == 3
    assert beyond(boxes, 3, down=True) == 3
    assert beyond(boxes, 3, down=False) == 2
    assert beyond(boxes, 2, down=False) == 0
