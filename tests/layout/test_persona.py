"""The persona's card at the head of a map: all of what it is for, however much is said."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from cjm_desktop import layout
from cjm_desktop.journey import moves, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Persona, Picture
from cjm_desktop.layout.pieces import Photo, Piece
from tests.layout import drawn

QUOTE = (
    "Air is like electricity: you notice it only on the day it is gone, and then everybody "
    "stands behind you and asks when it will be back, as if I knew that"
)
LONG = {
    "name": "Martin Vandenberghe, 47",
    "role": "Chief engineer of two bottling plants and of the one that is being built",
    "need": "Steady air for the bottling line all summer, also on the hottest days of July",
    "goals": "Replace two old compressors before summer without stopping the line on workdays",
    "quotes": (QUOTE,),
}


def told(**fields: object) -> Journey:
    """The sample, whose first persona is described anew."""
    journey = templates.make("sample-b2b", "en")
    first = journey.personas(journey.maps()[0].id)[0]
    draft = Draft(journey)
    draft.put(replace(draft.journey.get(Persona, first.id), **fields))  # type: ignore[arg-type]
    return draft.journey


def card(journey: Journey, drawing: layout.Drawing) -> Piece:
    """The persona's card."""
    first = journey.personas(journey.maps()[0].id)[0]
    return drawn.piece(drawing, f"persona:{first.id}")


@pytest.mark.parametrize("paper", [False, True])
def test_name_role_need_quote_and_goal_are_all_there(paper: bool) -> None:
    journey = told(**LONG)
    map_id = journey.maps()[0].id
    options = layout.Options("en", paper=paper)
    if paper:
        drawing = layout.fit(journey, map_id, layout.LIGHT, options, 1189, 841)
    else:
        drawing = layout.draw(journey, map_id, layout.LIGHT, options)
    shown = card(journey, drawing)
    said = drawn.words(shown).replace("\u00ad", "").replace("- ", "").replace("-", "")
    for value in LONG.values():
        for text in value if isinstance(value, tuple) else (value,):
            for word in text.replace("-", "").split():
                assert word in said, word
    assert drawn.outside(shown) == []


def test_a_picture_takes_the_place_of_the_drawn_head() -> None:
    made = io.BytesIO()
    Image.new("RGB", (20, 20), "red").save(made, "PNG")
    journey = told()
    draft = Draft(journey)
    first = journey.personas(journey.maps()[0].id)[0]
    moves.set_picture(draft, first.id, Picture(width=20, height=20, data=made.getvalue()))
    drawing = layout.draw(draft.journey, journey.maps()[0].id, layout.LIGHT, layout.Options("en"))
    photos = [one for one in card(journey, drawing).shape.primitives if isinstance(one, Photo)]
    assert [one.round for one in photos] == [True]


def heading(journey: Journey, language: str = "en") -> str:
    """What stands over the people of a map."""
    found = layout.draw(
        journey, journey.maps()[0].id, layout.LIGHT, layout.Options(language=language)
    )
    said = drawn.words(card(journey, found))
    names = ("Buying centre", "Who decides", "Personas", "Закупочный центр", "Кто решает")
    return next((one for one in names if one in said), "")


def test_a_family_is_no_buying_centre() -> None:
    assert heading(templates.make("sample-b2b", "en")) == "Buying centre"
    assert heading(templates.make("sample-b2c", "en")) == "Who decides"
    assert heading(templates.make("sample-b2c", "ru"), "ru") == "Кто решает"


def test_a_lane_of_consensus_makes_it_a_centre_and_without_a_say_they_are_personas() -> None:
    draft = Draft(templates.make("sample-b2c", "en"))
    moves.add_lane(draft, draft.journey.maps()[0].id, "consensus")
    assert heading(draft.journey) == "Buying centre"
    draft = Draft(templates.make("sample-b2c", "en"))
    for one in draft.journey.all(Persona):
        draft.put(replace(one, buying_parts=()))
    assert heading(draft.journey) == "Personas"


def test_a_name_alone_stands_in_the_middle_of_its_card() -> None:
    journey = told(quotes=(), goals="", need="", role="")
    found = layout.draw(journey, journey.maps()[0].id, layout.LIGHT, layout.Options())
    piece = card(journey, found)
    zone = next(one for one in piece.shape.zones if one.name == "name")
    assert zone.y + zone.h / 2 == pytest.approx(piece.shape.h / 2, abs=3)
