"""Looking at a part of a map: the rest is faint, or is not there."""

from dataclasses import replace

import pytest

from cjm_desktop import layout
from cjm_desktop.journey import sifting, templates
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Card, Feeling
from cjm_desktop.journey.sifting import Sieve
from cjm_desktop.layout.pieces import Drawing, Glyphs
from tests.layout import drawn

LOOKS = [
    {"rests": "confirmed"},
    {"rests": "assumed"},
    {"sources": ("crm", "interview")},
    {"rests": "confirmed", "path": "as_is"},
]


@pytest.fixture(scope="module")
def sample() -> Journey:
    return templates.make("sample-b2b", "en")


def _draw(journey: Journey, **options: object) -> Drawing:
    made = replace(layout.Options("en"), **options)
    return layout.draw(journey, journey.maps()[0].id, layout.LIGHT, made)


def _shown(journey: Journey, drawing: Drawing) -> set[str]:
    """The cards and points of the main curve that a drawing shows."""
    found = {one.id for _, one in drawn.pieces(drawing)}
    return {one.id for one in journey if isinstance(one, Card | Feeling) and one.id in found}


def _sieve(look: dict[str, object]) -> Sieve:
    return Sieve(**{**look, "sources": frozenset(look.get("sources", ()))})


@pytest.mark.parametrize("look", LOOKS)
def test_what_is_not_looked_for_can_be_hidden(sample: Journey, look: dict[str, object]) -> None:
    map_id = sample.maps()[0].id
    wanted = sifting.sift(sample, map_id, _sieve(look)).front
    path = look.get("path", "both")
    assert _shown(sample, _draw(sample, **look, others="hide")) == wanted & _shown(
        sample, _draw(sample, path=path)
    )


@pytest.mark.parametrize("look", LOOKS)
def test_or_it_is_drawn_faintly_where_it_is(sample: Journey, look: dict[str, object]) -> None:
    plain, faint = _draw(sample, path=look.get("path", "both")), _draw(sample, **look)
    assert plain.lanes == faint.lanes
    dimmed = sifting.sift(sample, sample.maps()[0].id, _sieve(look)).dimmed

    def inks(drawing: Drawing, piece_id: str) -> set[str]:
        shape = drawn.piece(drawing, piece_id).shape
        return {one.colour for one in shape.primitives if isinstance(one, Glyphs)}

    for record_id in _shown(sample, plain):
        before, after = inks(plain, record_id), inks(faint, record_id)
        assert not before or (before != after) is (record_id in dimmed), record_id


def test_the_curves_of_others_can_be_hidden(sample: Journey) -> None:
    mine = sample.personas(sample.maps()[0].id)[0].id
    whose = {
        one.persona_id
        for one in sample
        if isinstance(one, Feeling)
        and one.id in _shown(sample, _draw(sample, persona_ids=(mine,), others="hide"))
    }
    assert whose <= {mine, None}
    assert len({one.persona_id for one in sample if isinstance(one, Feeling)}) > 2


@pytest.mark.parametrize("others", ["dim", "hide"])
def test_a_kept_drawing_of_a_part_is_a_fresh_one(sample: Journey, others: str) -> None:
    options = replace(layout.Options("en"), rests="confirmed", others=others)
    map_id, journey = sample.maps()[0].id, sample.fork()
    drawing = layout.draw(journey, map_id, layout.LIGHT, options)
    for evidence in [one for one in journey if one.kind == "evidence"][::9]:
        journey.drop(evidence.id)
        drawing = layout.draw(journey, map_id, layout.LIGHT, options, drawing)
        fresh = layout.draw(journey, map_id, layout.LIGHT, options)
        assert _shown(journey, drawing) == _shown(journey, fresh)
        for (_, one), (_, other) in zip(drawn.pieces(drawing), drawn.pieces(fresh), strict=True):
            assert one.shape.primitives == other.shape.primitives, one.id
