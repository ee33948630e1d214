"""Codes on cards, and numbers of stages and steps: readable, and as fresh as the map."""

from dataclasses import replace

import pytest

from cjm_desktop import layout
from cjm_desktop.journey import codes, moves, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Barrier, Card, Evidence, Language
from cjm_desktop.layout import LIGHT, Drawing, Options
from cjm_desktop.layout.curve import Segment
from cjm_desktop.layout.pieces import Glyphs, Path
from tests.layout import drawn

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
    shown = {piece.record_id: piece for cell in drawing.cells.values() for piece in cell.pieces}
    lanes = {one.id for one in journey.lanes(map_id)}
    seen = [one for one in journey if isinstance(one, Card) and one.lane_id in lanes]
    for one in seen:
        code = codes.code_of(journey, map_id, one)
        assert said_by(drawing, one.id).count(code) == 1, code
        for primitive in shown[one.id].shape.primitives:
            if isinstance(primitive, Glyphs) and primitive.text == code:
                assert 0 <= primitive.x <= shown[one.id].shape.w
                assert 0 <= primitive.y <= shown[one.id].shape.h
    points = [one for lane in lanes for one in journey.feelings(lane) if one.id in shown]
    assert len({one.persona_id for one in points}) > 2
    for point in points:
        assert said_by(drawing, point.id).count(codes.code_of(journey, map_id, point)) == 1
    plain = layout.draw(journey, map_id, LIGHT, replace(OPTIONS, codes=False))
    one = seen[0]
    assert codes.code_of(journey, map_id, one) not in said_by(plain, one.id)


def places_along(path: Path) -> list[tuple[float, float]]:
    """Places close together on the lines of a path."""
    found, at = list[tuple[float, float]](), (0.0, 0.0)
    for letter, values in path.commands:
        if letter == "L":
            ((x0, y0), (x1, y1)) = at, (values[0], values[1])
            parts = [part / 40 for part in range(41)]
            found += [(x0 + (x1 - x0) * part, y0 + (y1 - y0) * part) for part in parts]
        elif letter == "C":
            way = Segment(*at, *values)
            found += [way.at(part / 40) for part in range(41)]
        if values:
            at = (values[-2], values[-1])
    return found


@pytest.mark.parametrize("name", ["sample-b2b", "sample-b2c"])
@pytest.mark.parametrize(("language", "rows"), [("en", 1), ("ru", 1), ("ru", 2)])
def test_no_curve_strikes_a_word_or_a_code(name: str, language: Language, rows: int) -> None:
    journey = templates.make(name, language)
    map_id = journey.maps()[0].id
    drawing = layout.fit_rows(journey, map_id, LIGHT, OPTIONS, 1189, 841 * rows, rows)
    said, lines = list[Glyphs](), list[tuple[float, float]]()
    for cell, piece in drawn.pieces(drawing):
        if piece.id.startswith("curve:"):
            thick = [one for one in piece.shape.primitives if isinstance(one, Path)]
            lines += [
                (cell.x + piece.x + x, cell.y + piece.y + y)
                for path in thick
                if path.line or len(path.commands) > 100
                for x, y in places_along(path)
            ]
        if piece.kind == "face":
            dx, dy = cell.x + piece.x, cell.y + piece.y
            runs = [one for one in drawn.runs(piece) if len(one.text) > 2]
            said += [one._replace(x=one.x + dx, y=one.y + dy) for one in runs]
    assert len(said) > 30
    for run in said:
        top, right = run.y - 0.7 * run.size, run.x + run.width
        assert not any(run.x < x < right and top < y < run.y for x, y in lines), run.text


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
