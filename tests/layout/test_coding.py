"""Codes on cards, and numbers of stages and steps: readable, and as fresh as the map."""

from dataclasses import replace

import pytest

from cjm_desktop import layout
from cjm_desktop.journey import codes, moves, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Barrier, Card, Evidence, Feeling
from cjm_desktop.layout import LIGHT, Drawing, Options
from cjm_desktop.layout.pieces import Glyphs

OPTIONS = Options(language="en", paper=True, codes=True)


def said_by(drawing: Drawing, record_id: str) -> list[str]:
    return [
        primitive.text
        for cell in drawing.cells.values()
        for piece in cell.pieces
        if piece.record_id == record_id
        for primitive in piece.shape.primitives
        if isinstance(primitive, Glyphs)
    ]


@pytest.fixture(scope="module")
def journey() -> Journey:
    return templates.make("sample-b2b", "en")


def test_every_card_that_is_drawn_carries_its_code(journey: Journey) -> None:
    map_id = journey.maps()[0].id
    drawing = layout.draw(journey, map_id, LIGHT, OPTIONS)
    drawn = {piece.record_id: piece for cell in drawing.cells.values() for piece in cell.pieces}
    lanes = {one.id for one in journey.lanes(map_id)}
    seen = [one for one in journey if isinstance(one, Card) and one.lane_id in lanes]
    for one in seen:
        code = codes.code_of(journey, map_id, one)
        assert said_by(drawing, one.id).count(code) == 1, code
        for primitive in drawn[one.id].shape.primitives:
            if isinstance(primitive, Glyphs) and primitive.text == code:
                assert 0 <= primitive.x <= drawn[one.id].shape.w
                assert 0 <= primitive.y <= drawn[one.id].shape.h
    faces = [one for one in journey.all(Feeling) if codes.code_of(journey, map_id, one)]
    assert any(codes.code_of(journey, map_id, one) in said_by(drawing, one.id) for one in faces)
    plain = layout.draw(journey, map_id, LIGHT, replace(OPTIONS, codes=False))
    one = seen[0]
    assert codes.code_of(journey, map_id, one) not in said_by(plain, one.id)


def test_stages_and_steps_are_numbered_as_notes_name_them(journey: Journey) -> None:
    map_id = journey.maps()[0].id
    drawing = layout.draw(journey, map_id, LIGHT, OPTIONS)
    for record_id, at in codes.coordinates(journey, map_id).items():
        assert at in said_by(drawing, record_id)


def test_a_new_card_has_its_code_once_it_is_kept(journey: Journey) -> None:
    map_id = journey.maps()[0].id
    barrier = journey.all(Barrier)[0]
    before = layout.draw(journey, map_id, LIGHT, OPTIONS)
    draft = Draft(journey)
    new = moves.add_card(draft, barrier.lane_id, barrier.stage_id, barrier.step_id, "new")
    shown = layout.draw(draft.journey, map_id, LIGHT, OPTIONS, before)
    made = draft.journey
    assert all("new" in one for one in said_by(shown, new))
    made.ledger.give(codes.fresh(made, draft.changed()))
    after = layout.draw(made, map_id, LIGHT, OPTIONS, shown)
    assert codes.code_of(made, map_id, made.get(Barrier, new)) in said_by(after, new)
    afresh = layout.draw(made, map_id, LIGHT, OPTIONS)
    barriers = made.all(Barrier)
    assert [said_by(after, one.id) for one in barriers] == [
        said_by(afresh, one.id) for one in barriers
    ]


def test_a_note_without_room_in_its_foot_grows(journey: Journey) -> None:
    map_id = journey.maps()[0].id
    barrier = journey.all(Barrier)[0]
    draft = Draft(journey)
    moves.set_fields(draft, barrier.id, status="in_work", text="a")
    draft.put(Evidence(about_id=barrier.id))
    made = draft.journey.fork()
    made.ledger.give([f"{number:016x}" for number in range(1, 99_990)])
    more = Draft(made)
    new = moves.add_card(more, barrier.lane_id, barrier.stage_id, barrier.step_id, "a")
    more.put(replace(made.get(Barrier, barrier.id), id=new, place="Vz"))
    more.put(Evidence(about_id=new))
    made = more.journey
    made.ledger.give([new])
    drawing = layout.draw(made, map_id, LIGHT, OPTIONS)
    code = codes.code_of(made, map_id, made.get(Barrier, new))
    assert len(code) > 5
    assert code in said_by(drawing, new)
