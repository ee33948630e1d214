"""Who takes part in a stage and where they stand, as the map draws and says it."""

from __future__ import annotations

from typing import Any

import pytest

from cjm_desktop import layout
from cjm_desktop.journey.records import Participation
from cjm_desktop.layout.options import Options
from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.layout.theme import DARK, LIGHT, Theme
from tests.layout import drawn
from tests.layout.maps import MAP, Maker

PEOPLE = ("engineer", "buyer", "finance", "director", "user")


def centre(stances: dict[str, str], lane: str = "consensus", language: str = "en") -> Maker:
    """A stage in which those take part, with their stances."""
    made = Maker(language, persona_ids=PEOPLE).grid((2,), ())
    made.lane(lane)
    for name in PEOPLE:
        made.persona(id=name, role=name.title())
    for name, stance in stances.items():
        note = "price" if stance == "against" else ""
        fields: dict[str, Any] = {"stance": stance, "note": note}
        made.records.append(Participation(id=f"p:{name}", persona_id=name, stage_id="s0", **fields))
    return made


def draw(made: Maker, theme: Theme = LIGHT, **options: Any) -> Drawing:
    return layout.draw(made.journey(), MAP, theme, Options(**options))


SPLIT = {
    "engineer": "for",
    "buyer": "for",
    "user": "for",
    "finance": "against",
    "director": "unsure",
}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("paper", [False, True])
def test_where_agreement_is_missing_the_map_says_who_and_why(theme: Theme, paper: bool) -> None:
    piece = drawn.piece(draw(centre(SPLIT), theme, paper=paper), "consensus:consensus:s0")
    assert "3 of 5 for; Finance against: price; Director unsure" in drawn.words(piece)
    assert drawn.outside(piece) == []


def test_it_is_said_in_russian() -> None:
    found = draw(centre(SPLIT, language="ru"), language="ru")
    said = drawn.words(drawn.piece(found, "consensus:consensus:s0"))
    assert "За 3 из 5; Finance против: price" in said


def test_where_all_agree_nothing_is_said() -> None:
    agreed = dict.fromkeys(PEOPLE, "for")
    piece = drawn.piece(draw(centre(agreed)), "consensus:consensus:s0")
    assert "for" not in drawn.words(piece).split()


def test_participation_says_nothing_of_stances() -> None:
    piece = drawn.piece(draw(centre(SPLIT, "participation")), "participation:participation:s0")
    assert "against" not in drawn.words(piece)


def test_another_reason_is_drawn_at_once() -> None:
    made = centre(SPLIT)
    first = draw(made)
    made.records = [one for one in made.records if one.id != "p:finance"]
    made.records.append(
        Participation(id="p:finance", persona_id="finance", stage_id="s0", stance="against",
                      note="no payback")
    )  # fmt: skip
    again = layout.draw(made.journey(), MAP, LIGHT, Options(), previous=first)
    assert "no payback" in drawn.words(drawn.piece(again, "consensus:consensus:s0"))


@pytest.mark.parametrize("lane", ["participation", "consensus"])
def test_a_note_leaves_a_mark_also_where_nobody_knows_the_stance(lane: str) -> None:
    found = {}
    for note in ("", "waits for the figures"):
        made = centre({}, lane)
        made.records.append(
            Participation(id="p", persona_id="buyer", stage_id="s0", note=note, stance="")
        )
        for paper in (False, True):
            piece = (
                drawn.piece(draw(made, paper=paper), f"{lane}:{lane}:s0")
                if not paper or (lane == "participation")
                else None
            )
            found[note, paper] = len(piece.shape.primitives) if piece is not None else 0
            assert piece is None or drawn.outside(piece) == []
    bare, noted = found["", False], found["waits for the figures", False]
    assert noted == bare + 2
    assert found["", True] == found["waits for the figures", True], "on paper nobody can open it"
