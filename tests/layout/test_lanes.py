"""Every kind of lane: its icon, name and question, what lies in it, on screen and on paper."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import combinations
from typing import get_args

import pytest
from PIL import Image

from cjm_desktop import layout
from cjm_desktop.journey import moves, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    CARD_OF_LANE,
    Duration,
    LaneKind,
    Language,
    Measurement,
    Metric,
    Picture,
    Stage,
)
from cjm_desktop.layout import icons
from cjm_desktop.layout.fit import fit
from cjm_desktop.layout.pieces import Line, Path, Photo
from cjm_desktop.layout.theme import DARK, LIGHT, Theme
from tests.layout import drawn
from tests.layout.drawn import overlaps
from tests.layout.maps import MAP, Maker

KINDS: tuple[LaneKind, ...] = get_args(LaneKind)
SAYS = {
    "ru": "Инженер показывает отчёт о замере и отвечает на вопросы",
    "en": "The engineer shows the report of the audit and answers questions",
}


def everything(language: Language) -> Journey:
    """The sample with every kind of lane, and a card in each that holds some."""
    draft = Draft(templates.make("sample-b2b", language))
    map_id = draft.journey.maps()[0].id
    have = {one.holds for one in draft.journey.lanes(map_id)}
    for kind in KINDS:
        if kind not in have:
            title = {"ru": "Линия видимости", "en": "Line of visibility"}[language]
            moves.add_lane(draft, map_id, kind, title if kind == "divider" else "")
    data = io.BytesIO()
    Image.new("RGB", (40, 30), "#3377AA").save(data, "PNG")
    picture = Picture(name="hall.png", width=40, height=30, data=data.getvalue())
    draft.put(picture)
    column = draft.journey.columns(map_id)[4]
    assert column.step is not None
    for lane in draft.journey.lanes(map_id):
        if lane.holds in CARD_OF_LANE and lane.holds not in have:
            at = (lane.id, column.stage.id, column.step.id)
            card_id = moves.add_card(draft, *at, SAYS[language])
            if lane.holds == "picture":
                moves.set_fields(draft, card_id, picture_id=picture.id)
    return draft.journey


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_lane_has_an_icon_a_name_and_a_question(language: Language) -> None:
    journey = everything(language)
    map_id = journey.maps()[0].id
    drawing = layout.draw(journey, map_id, LIGHT, layout.Options(language))
    seen = []
    for lane in journey.lanes(map_id):
        label = drawn.piece(drawing, lane.id)
        assert drawn.words(label).startswith(lane.title), lane.holds
        assert drawn.outside(label) == []
        if lane.holds == "divider":
            continue
        assert lane.question, lane.holds
        assert lane.question.split()[0] in drawn.words(label)
        assert any(isinstance(one, Path) for one in label.shape.primitives)
        seen.append(icons.LANES[lane.holds])
    assert len(set(seen)) == len(KINDS) - 1


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_what_lies_in_them_is_all_there_and_covers_nothing(
    language: Language, theme: Theme
) -> None:
    journey = everything(language)
    map_id = journey.maps()[0].id
    options = layout.Options(language, paper=True)
    drawing = fit(journey, map_id, theme, options, 1189.0, 1500.0)
    assert overlaps(drawing) == []
    said = {one.record_id: drawn.words(one) for _, one in drawn.pieces(drawing)}
    for lane in journey.lanes(map_id):
        for card in journey.cards_of_lane(lane.id):
            if card.text == SAYS[language]:
                assert said[card.id].replace("- ", "").split() == card.text.split(), lane.holds
    assert any(
        isinstance(primitive, Photo)
        for _, one in drawn.pieces(drawing)
        for primitive in one.shape.primitives
    )


def test_the_three_lines_of_a_blueprint_run_over_the_whole_map() -> None:
    journey = templates.make("blueprint", "en")
    map_id = journey.maps()[0].id
    drawing = layout.draw(journey, map_id, LIGHT, layout.Options("en"))
    dividers = [one for one in journey.lanes(map_id) if one.holds == "divider"]
    assert len(dividers) == 3
    right = max(one.x + one.w for one in drawing.columns)
    for lane in dividers:
        band = drawing.cells[f"band:{lane.id}"]
        lines = [
            (band.x + piece.x + one.x0, band.x + piece.x + one.x1)
            for piece in band.pieces
            for one in piece.shape.primitives
            if isinstance(one, Line) and one.dash and one.y0 == one.y1
        ]
        left = min(one.x for one in drawing.columns)
        assert any(start <= left + 1 and end >= right - 1 for start, end in lines)
    heights = sorted(one.y for one in drawing.lanes if one.lane_id in {d.id for d in dividers})
    assert all(after - before > 20 for before, after in combinations(heights, 2))


def _shown(journey: Journey) -> str:
    drawing = layout.draw(journey, MAP, LIGHT, layout.Options("en"))
    return " ".join(drawn.words(one) for _, one in drawn.pieces(drawing))


def test_what_is_said_of_a_whole_stage_is_shown_where_lanes_have_a_cell_for_each_step() -> None:
    maker = Maker("en").grid([2, 2], [])
    for holds in ("time", "metrics"):
        maker.lane(holds, per="step")
    journey = maker.journey()
    journey.put(replace(journey.get(Stage, "s1"), actual=Duration(17)))
    journey.put(Metric(id="m", map_id=MAP, about_id="s1", title="Offers accepted", unit="%"))
    journey.put(Measurement(metric_id="m", value=43.0, date="2026-03-01"))
    said = _shown(journey)
    assert said.count("17 days") == 2  # the header counts them too
    assert "Offers accepted" in said
    assert "43" in said
