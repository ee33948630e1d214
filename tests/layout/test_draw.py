"""A map at its natural size: what is where, and what an edit leaves alone."""

from dataclasses import replace

import pytest

from cjm_desktop import layout
from cjm_desktop.journey import moves, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.records import Barrier, Card, Duration, Evidence, Feeling, Lane, Step
from cjm_desktop.layout.pieces import Cell, Drawing, Glyphs
from tests.layout import drawn
from tests.layout.maps import LANES, MAP, Maker, scattered

OPTIONS = layout.Options("ru")


def _draw(maker: Maker, **options: object) -> Drawing:
    return layout.draw(maker.journey(), MAP, layout.LIGHT, replace(OPTIONS, **options))


def test_every_card_stage_step_and_feeling_has_one_piece() -> None:
    journey = scattered(3)
    drawing = layout.draw(journey, MAP, layout.LIGHT, OPTIONS)
    found = [one.id for _, one in drawn.pieces(drawing)]
    assert len(found) == len(set(found))
    wanted = {one.id for one in journey if isinstance(one, (Card, Step, Feeling, Lane))}
    assert wanted <= set(found)


@pytest.mark.parametrize("seed", range(25))
def test_cards_never_lie_over_each_other(seed: int) -> None:
    drawing = layout.draw(scattered(seed), MAP, layout.LIGHT, OPTIONS)
    rects = [
        (cell.lane_id, cell.x + one.x, cell.y + one.y, one.shape.w, one.shape.h, one.id)
        for cell, one in drawn.pieces(drawing)
        if cell.kind == "grid" and one.kind in ("card", "touchpoint", "barrier", "opportunity")
    ]
    for index, (lane, x, y, w, h, name) in enumerate(rects):
        for lane2, x2, y2, w2, h2, name2 in rects[index + 1 :]:
            if lane == lane2:
                apart = x + w <= x2 + 0.01 or x2 + w2 <= x + 0.01
                apart = apart or y + h <= y2 + 0.01 or y2 + h2 <= y + 0.01
                assert apart, (name, name2)


@pytest.mark.parametrize("seed", range(10))
def test_cards_lie_inside_their_lane(seed: int) -> None:
    drawing = layout.draw(scattered(seed), MAP, layout.LIGHT, OPTIONS)
    lanes = {one.lane_id: one for one in drawing.lanes}
    for cell, one in drawn.pieces(drawing):
        if cell.kind == "grid" and one.kind != "face":
            lane = lanes[cell.lane_id]
            assert cell.y + one.y >= lane.y
            assert cell.y + one.y + one.shape.h <= lane.y + lane.h + 0.01


def test_the_same_map_gives_the_same_drawing() -> None:
    first = layout.draw(scattered(5), MAP, layout.LIGHT, OPTIONS)
    second = layout.draw(scattered(5), MAP, layout.LIGHT, OPTIONS)
    assert first.cells.keys() == second.cells.keys()
    for one, two in zip(first.cells.values(), second.cells.values(), strict=True):
        assert (one.x, one.y, one.w, one.h) == (two.x, two.y, two.w, two.h)
        for p, q in zip(one.pieces, two.pieces, strict=True):
            assert (p.id, p.x, p.y, p.turn) == (q.id, q.x, q.y, q.turn)
            assert p.shape.primitives == q.shape.primitives
            assert p.shape.zones == q.shape.zones


def test_drawing_again_reuses_every_cell() -> None:
    journey = scattered(6)
    first = layout.draw(journey, MAP, layout.LIGHT, OPTIONS)
    second = layout.draw(journey, MAP, layout.LIGHT, OPTIONS, first)
    for name, cell in first.cells.items():
        assert second.cells[name] is cell, name


def test_an_edit_touches_only_its_own_cell_and_card() -> None:
    maker = Maker().grid([2, 2], LANES)
    maker.card("a", "barriers", "s0t0", "раз").card("b", "barriers", "s0t0", "два")
    maker.card("c", "barriers", "s1t0", "три")
    journey = maker.journey()
    first = layout.draw(journey, MAP, layout.LIGHT, OPTIONS)
    journey.put(replace(journey.get(Barrier, "a"), text="четыре"))
    second = layout.draw(journey, MAP, layout.LIGHT, OPTIONS, first)
    changed = {name for name, cell in second.cells.items() if first.cells[name] != cell}
    assert changed == {"barriers:s0:s0t0"}
    kept = [one for name, one in second.cells.items() if first.cells[name].pieces is one.pieces]
    assert len(kept) == len(second.cells) - 1
    assert drawn.piece(first, "a").shape is not drawn.piece(second, "a").shape
    assert drawn.piece(first, "b").shape is drawn.piece(second, "b").shape


def test_what_only_moves_keeps_its_pieces() -> None:
    maker = Maker().grid([1, 1], ["actions", "touchpoints"])
    maker.card("a", "actions", "s0t0", "раз").card("t", "touchpoints", "s1t0", "Почта")
    journey = maker.journey()
    first = layout.draw(journey, MAP, layout.LIGHT, OPTIONS)
    journey.put(replace(journey.get(Card, "a"), text="много слов " * 20))
    second = layout.draw(journey, MAP, layout.LIGHT, OPTIONS, first)
    name = "touchpoints:s1:s1t0"
    assert second.cells[name].y > first.cells[name].y
    assert second.cells[name].pieces is first.cells[name].pieces


def test_new_colours_and_options_are_never_mixed_with_old_ones() -> None:
    journey = scattered(8)
    light = layout.draw(journey, MAP, layout.LIGHT, OPTIONS)
    dark = layout.draw(journey, MAP, layout.DARK, OPTIONS, light)
    fresh = layout.draw(journey, MAP, layout.DARK, OPTIONS)
    assert dark.paper == layout.DARK.paper
    for name, cell in fresh.cells.items():
        shapes = [one.shape.primitives for one in dark.cells[name].pieces]
        assert shapes == [one.shape.primitives for one in cell.pieces], name


def test_a_preview_and_the_way_back_are_both_right() -> None:
    journey = scattered(9)
    first = layout.draw(journey, MAP, layout.LIGHT, OPTIONS)
    preview = journey.fork()
    card = next(one for one in preview if isinstance(one, Card))
    preview.put(replace(card, text="совсем другое"))
    second = layout.draw(preview, MAP, layout.LIGHT, OPTIONS, first)
    assert "другое" in drawn.words(drawn.piece(second, card.id))
    third = layout.draw(journey, MAP, layout.LIGHT, OPTIONS, second)
    for name, cell in first.cells.items():
        shapes = [one.shape.primitives for one in third.cells[name].pieces]
        assert shapes == [one.shape.primitives for one in cell.pieces], name


def test_prompts_stand_only_in_empty_cells_of_one_stage_and_never_on_paper() -> None:
    maker = Maker().grid([2, 1], ["actions", "barriers", "owners"])
    maker.card("a", "actions", "s0t0", "раз").card("o", "owners", "s0t0", "Продажи", span=2)
    found = _draw(maker, prompts=True, prompt_stage="s0")
    prompts = [one.id for _, one in drawn.pieces(found) if one.kind == "prompt"]
    assert prompts == [
        "prompt:actions:s0:s0t1",
        "prompt:barriers:s0:s0t0",
        "prompt:barriers:s0:s0t1",
    ]
    on_paper = _draw(maker, prompts=True, prompt_stage="s0", paper=True)
    assert not any(one.kind == "prompt" for _, one in drawn.pieces(on_paper))


def test_owners_are_packed_in_as_few_rows_as_possible() -> None:
    maker = Maker().grid([2, 2], ["owners"])
    maker.card("a", "owners", "s0t0", "А", span=2).card("b", "owners", "s0t1", "Б", span=2)
    maker.card("c", "owners", "s1t0", "В", span=2)
    found = _draw(maker)
    tops = {one: drawn.rect(found, one)[1] for one in "abc"}
    assert tops["a"] == tops["c"] < tops["b"]
    assert drawn.rect(found, "a")[2] > 2 * 80


def test_a_wide_card_pushes_down_what_lies_under_it() -> None:
    maker = Maker().grid([2], ["thoughts"])
    maker.card("wide", "thoughts", "s0t0", "Думает", span=2).card("under", "thoughts", "s0t1", "Да")
    found = _draw(maker)
    _, y, w, h = drawn.rect(found, "wide")
    assert w > 150
    assert drawn.rect(found, "under")[1] >= y + h


def test_notes_are_turned_by_their_id_alone() -> None:
    maker = Maker().grid([2], ["barriers"])
    for index in range(12):
        maker.card(f"b{index}", "barriers", f"s0t{index % 2}", "Долго", severity=1 + index % 3)
    found = _draw(maker)
    turns = [drawn.piece(found, f"b{index}").turn for index in range(12)]
    assert len(set(turns)) == 12
    assert all(0.5 < abs(one) <= 2.3 for one in turns)
    assert turns == [drawn.piece(_draw(maker), f"b{index}").turn for index in range(12)]


def test_a_pinned_note_stands_on_its_touchpoint_and_not_in_its_cell() -> None:
    maker = Maker().grid([1, 1], ["touchpoints", "barriers"])
    maker.card("t", "touchpoints", "s1t0", "Почта")
    maker.card("b", "barriers", "s1t0", "Долго", on_id="t", dx=12.0, dy=-5.0)
    found = _draw(maker)
    x, y, _, _ = drawn.rect(found, "t")
    assert found.anchors["t"] == (x, y)
    assert drawn.rect(found, "b")[:2] == pytest.approx((x + 12, y - 5))
    assert found.cells["free"].pieces[0].record_id == "b"
    assert found.cells["barriers:s1:s1t0"].pieces == ()


def test_a_lane_is_as_high_as_the_user_made_it() -> None:
    maker = Maker().grid([1], ["actions"])
    maker.lane("text", height=200.0)
    found = _draw(maker)
    assert [one.h for one in found.lanes][1] == 200


def test_a_folded_lane_shows_no_cards() -> None:
    maker = Maker().grid([1], [])
    maker.lane("actions", folded=True)
    maker.card("a", "actions", "s0t0", "слово " * 60)
    found = _draw(maker)
    assert found.lanes[0].h < 30
    assert "a" not in {one.id for _, one in drawn.pieces(found)}


def test_persona_filter_dims_the_cards_of_others() -> None:
    maker = Maker(persona_ids=("p", "q")).grid([1], ["actions"])
    maker.persona(id="p", name="Анна")
    maker.persona(id="q", name="Пётр")
    maker.card("a", "actions", "s0t0", "раз", persona_ids=("p",))
    maker.card("b", "actions", "s0t0", "два", persona_ids=("q",))
    maker.card("c", "actions", "s0t0", "три")
    found = _draw(maker, persona_ids=("q",))
    colours = {one: next(drawn.runs(drawn.piece(found, one))).colour for one in "abc"}
    assert colours["b"] == colours["c"] == layout.LIGHT.ink
    assert colours["a"] == layout.LIGHT.dimmed(layout.LIGHT.ink)


def test_only_the_chosen_path_is_drawn() -> None:
    maker = Maker().grid([1], ["actions"])
    maker.card("now", "actions", "s0t0", "раз", path="as_is")
    maker.card("then", "actions", "s0t0", "два", path="to_be").card(
        "both", "actions", "s0t0", "три"
    )
    for path, shown in (("as_is", {"now", "both"}), ("to_be", {"then", "both"})):
        found = {one.id for _, one in drawn.pieces(_draw(maker, path=path))}
        assert found & {"now", "then", "both"} == shown


def test_assumptions_are_dashed_once_there_is_evidence() -> None:
    maker = Maker().grid([1], ["touchpoints"])
    maker.card("a", "touchpoints", "s0t0", "Почта").card("b", "touchpoints", "s0t0", "Сайт")

    def dashed(drawing: Drawing) -> set[str]:
        return {
            one.id
            for _, one in drawn.pieces(drawing)
            if one.kind == "touchpoint" and getattr(one.shape.primitives[0], "dash", ())
        }

    assert dashed(_draw(maker)) == set()
    maker.records.append(Evidence(about_id="a", source="interview"))
    assert dashed(_draw(maker)) == {"b"}
    assert dashed(_draw(maker, show_evidence=False)) == set()


def test_an_empty_map_and_a_map_without_lanes() -> None:
    empty = _draw(Maker())
    assert empty.columns == ()
    assert empty.width > 400
    assert _draw(Maker().grid([0, 0], [])).lanes == ()
    assert len(_draw(Maker().grid([], LANES)).lanes) == len(LANES)


def test_a_map_unknown_to_the_journey() -> None:
    with pytest.raises(KeyError):
        layout.draw(Maker().journey(), "nobody", layout.LIGHT, OPTIONS)


@pytest.mark.parametrize("theme", [layout.LIGHT, layout.DARK], ids=["light", "dark"])
def test_the_sample_speaks_its_language(theme: layout.Theme) -> None:
    journey = templates.make("sample-b2b", "en")
    drawing = layout.draw(journey, journey.maps()[0].id, theme, layout.Options("en"))
    letters = "".join(run.text for _, one in drawn.pieces(drawing) for run in drawn.runs(one))
    assert not any("а" <= one.lower() <= "я" for one in letters)


def test_zones_lie_where_their_text_is_drawn() -> None:
    drawing = layout.draw(scattered(4), MAP, layout.LIGHT, OPTIONS)
    for _, one in drawn.pieces(drawing):
        for zone in one.shape.zones:
            if zone.name == "text" and zone.size:
                for run in drawn.runs(one):
                    if run.size == zone.size:
                        assert zone.y <= run.y <= zone.y + zone.h + 0.1
                        assert zone.x - 0.1 <= run.x


def _texts(cell: Cell) -> str:
    return " ".join(
        run.text for one in cell.pieces for run in one.shape.primitives if isinstance(run, Glyphs)
    )


def test_a_blank_map_keeps_its_grid() -> None:
    drawing = layout.draw(scattered(2), MAP, layout.LIGHT, replace(OPTIONS, blank=True))
    assert not any(_texts(cell) for cell in drawing.cells.values() if cell.kind == "grid")
    assert any(_texts(cell) for cell in drawing.cells.values() if cell.kind == "stage")


def test_the_header_says_how_long_the_journey_takes_with_its_range() -> None:
    draft = Draft(templates.make("sketch", "en"))
    (journey_map,) = draft.journey.maps()
    stages = draft.journey.stages(journey_map.id)
    for stage in stages:
        moves.set_duration(draft, stage.id, "planned", Duration(2.3, "weeks"))
    moves.set_duration(draft, stages[0].id, "actual", Duration(3, "weeks", 2, 9.6))
    planned = layout.Options("en", path="to_be")
    drawing = layout.draw(draft.journey, journey_map.id, layout.LIGHT, planned)
    assert "12 weeks in all" in drawn.words(drawn.piece(drawing, f"title:{journey_map.id}"))
    options = layout.Options("en")
    drawing = layout.draw(draft.journey, journey_map.id, layout.LIGHT, options)
    assert "11–19 weeks in all" in drawn.words(drawn.piece(drawing, f"title:{journey_map.id}"))
