"""A colour that someone gave to a card is seen on it, beside its severity and its evidence."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cjm_desktop import layout
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Card, Evidence
from cjm_desktop.layout import marks
from cjm_desktop.layout.colour import contrast
from cjm_desktop.layout.fit import fit
from cjm_desktop.layout.pieces import Box, Disc, Gradient, Path, Piece
from cjm_desktop.layout.theme import DARK, LIGHT, Theme
from tests.layout import drawn
from tests.layout.maps import MAP, Maker

OWN = "#CC79A7"
LANES = ("actions", "touchpoints", "thoughts", "barriers", "opportunities", "owners", "text")


def coloured(lane: str, own: str = OWN, **fields: Any) -> Journey:
    made = Maker().grid([2], [lane]).card("one", lane, "s0t0", "Звонит менеджеру", **fields)
    return repainted(made.journey(), own)


def repainted(journey: Journey, own: str) -> Journey:
    found = journey.fork()
    found.put(replace(journey.get(Card, "one"), colour=own))
    return found


def inks(piece: Piece) -> set[str]:
    """The colours of its areas and edges."""
    found: set[str] = set()
    for one in piece.shape.primitives:
        if isinstance(one, Box | Path | Disc):
            found |= {ink for ink in (one.fill, one.line) if isinstance(ink, str)}
    return found


def dashed(piece: Piece) -> bool:
    return any(getattr(one, "dash", ()) == marks.DASH for one in piece.shape.primitives)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("lane", [one for one in LANES if one not in {"owners", "text"}])
def test_a_chosen_colour_is_seen_on_screen_and_on_paper(lane: str, theme: Theme) -> None:
    journey, options = coloured(lane), layout.Options(language="ru")
    for shown in (
        layout.draw(journey, MAP, theme, options),
        fit(journey, MAP, theme, replace(options, paper=True), 1189, 841),
    ):
        assert OWN in inks(drawn.piece(shown, "one"))


@pytest.mark.parametrize("lane", LANES)
def test_a_colour_is_drawn_anew_when_it_is_chosen(lane: str) -> None:
    plain, options = coloured(lane, ""), layout.Options(language="ru")
    before = layout.draw(plain, MAP, LIGHT, options)
    after = layout.draw(repainted(plain, OWN), MAP, LIGHT, options, previous=before)
    assert inks(drawn.piece(after, "one")) != inks(drawn.piece(before, "one"))
    again = layout.draw(plain, MAP, LIGHT, options, previous=after)
    assert inks(drawn.piece(again, "one")) == inks(drawn.piece(before, "one"))


@pytest.mark.parametrize("severity", [1, 2, 3])
def test_a_note_of_one_s_own_colour_tells_its_severity_as_before(severity: int) -> None:
    def grounds(own: str) -> list[object]:
        shown = layout.draw(
            coloured("barriers", own, severity=severity),
            MAP,
            LIGHT,
            layout.Options(language="ru"),
        )
        return [
            one.fill
            for one in drawn.piece(shown, "one").shape.primitives
            if isinstance(getattr(one, "fill", None), Gradient)
        ]

    assert grounds(OWN) == grounds("") != []


@pytest.mark.parametrize("lane", ["touchpoints", "thoughts", "barriers", "opportunities"])
def test_an_assumption_keeps_its_dashes_in_any_colour(lane: str) -> None:
    journey = coloured(lane)
    journey.put(replace(journey.get(Card, "one"), id="two"))
    journey.put(Evidence(about_id="two", people=3))
    shown = layout.draw(journey, MAP, LIGHT, layout.Options(language="ru"))
    assert dashed(drawn.piece(shown, "one"))


@pytest.mark.parametrize("own", LIGHT.roles)
def test_the_band_of_a_note_is_told_from_its_ground(own: str) -> None:
    """Orange on an orange note has no edge of its own: a white line parts them."""
    shown = layout.draw(
        coloured("barriers", own, severity=2), MAP, LIGHT, layout.Options(language="ru")
    )
    bands = [
        one
        for one in drawn.piece(shown, "one").shape.primitives
        if isinstance(one, Box) and one.fill == own
    ]
    assert len(bands) == 1
    assert contrast(LIGHT.note_ink, LIGHT.severities[1]) > 4.5
    band = bands[0]
    words = next(drawn.runs(drawn.piece(shown, "one")))
    assert band.y + band.h < words.y - words.size * 0.73, "the band keeps clear of the words"
