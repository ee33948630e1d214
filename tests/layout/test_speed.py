"""An edit costs what it touches, whatever the size of the map."""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from statistics import median
from typing import Any

import pytest

from cjm_desktop import layout
from cjm_desktop.journey import basis, naming, order, silences, timeline
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Card, Evidence, Stage, Step
from cjm_desktop.layout import blocks, facts_cells, pinned
from tests.journey.rich import rich_id, rich_journey
from tests.layout.maps import MAP, Maker
from tests.layout.test_walk import seen

LANES = ("actions", "touchpoints", "thoughts", "barriers", "opportunities", "feelings", "owners")
OPTIONS = layout.Options("ru")


def _map(cards: int, stages: int) -> Journey:
    maker = Maker().grid([4] * stages, LANES)
    lanes = [one for one in LANES if one != "feelings"]
    for index in range(cards):
        column = index // len(lanes) % (stages * 4)
        step = f"s{column // 4}t{column % 4}"
        text = f"Клиент ждёт ответа менеджера {cards}-{index} и спрашивает о сроках"
        maker.card(f"c{index}", lanes[index % len(lanes)], step, text)
    for column in range(stages * 4):
        maker.feeling(f"s{column // 4}t{column % 4}", (column % 9 - 4) / 2, "Тревога")
    return maker.journey()


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _edit(journey: Journey, drawing: layout.Drawing, number: int) -> layout.Drawing:
    card = journey.get(Card, f"c{number}")
    journey.put(replace(card, text=card.text + "!"))
    return layout.draw(journey, MAP, layout.LIGHT, OPTIONS, drawing)


def _broken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are broken into lines from now on."""
    from cjm_desktop.layout import style

    broken: list[str] = []
    real = style.block

    def counted(words: str, *args: object, **rest: object) -> style.Block:
        broken.append(words)
        return real(words, *args, **rest)  # type: ignore[arg-type]

    monkeypatch.setattr(style, "block", counted)
    return broken


def test_an_edit_shapes_only_its_own_card(monkeypatch: pytest.MonkeyPatch) -> None:
    journey = _map(600, 6)
    drawing = layout.draw(journey, MAP, layout.LIGHT, OPTIONS)
    broken = _broken(monkeypatch)
    _edit(journey, drawing, 100)
    own = journey.get(Card, "c100").text
    assert own in broken
    assert set(broken) <= {own, f"«{own}»"}


def test_new_words_are_no_reason_to_look_for_waits_or_to_count_evidence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    journey = rich_journey(role=False)
    drawing = layout.draw(journey, rich_id("map"), layout.LIGHT, OPTIONS)
    looked: list[str] = []
    for module, name in ((timeline, "passages"), (silences, "of_map"), (basis, "of_records")):
        real = getattr(module, name)
        seen = partial(_noted, looked, name, real)
        monkeypatch.setattr(module, name, seen)

    def moved(name: str, **fields: Any) -> list[str]:
        nonlocal drawing
        looked.clear()
        journey.put(replace(journey.get(Card, rich_id(name)), **fields))
        drawing = layout.draw(journey, rich_id("map"), layout.LIGHT, OPTIONS, drawing)
        return looked

    assert moved("touchpoints3", text="another") == []
    step = journey.get(Step, rich_id("step9"))
    there = {"stage_id": step.stage_id, "step_id": step.id}
    assert moved("touchpoints3", **there) == [], "nobody waits there, and nobody asks for its place"
    assert set(moved("touchpoints4", **there)) == {"passages", "of_map"}, "somebody waits there"
    assert moved("touchpoints6", path="to_be") == ["of_records"], "of plans there is no evidence"


def test_facts_and_pinned_notes_are_laid_out_only_where_they_change(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    journey = rich_journey(role=False)
    drawing = layout.draw(journey, rich_id("map"), layout.LIGHT, OPTIONS)
    looked: list[str] = []
    for module, name in ((facts_cells, "fact_content"), (pinned, "_note")):
        monkeypatch.setattr(module, name, partial(_noted, looked, name, getattr(module, name)))
    monkeypatch.setattr(blocks, "fact_content", facts_cells.fact_content)
    note = journey.get(Card, rich_id("barriers4"))
    journey.put(replace(note, text="another"))
    drawing = layout.draw(journey, rich_id("map"), layout.LIGHT, OPTIONS, drawing)
    assert looked == ["_note"]
    looked.clear()
    stage = journey.get(Stage, rich_id("stage1"))
    journey.put(replace(stage, goal="another"))
    layout.draw(journey, rich_id("map"), layout.LIGHT, OPTIONS, drawing)
    assert "fact_content" in looked


def test_evidence_is_looked_for_only_where_it_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy brings its own, as in the preview of a drag; what goes is missed where its card is."""
    journey = _map(60, 2)
    journey.put(Evidence(about_id="c6", source="interview"))
    draw = partial(layout.draw, journey, MAP, layout.LIGHT, OPTIONS)
    drawing, looked = draw(), list[str]()
    monkeypatch.setattr(blocks, "_block", partial(_noted, looked, "_block", blocks._block))
    card = journey.get(Card, "c6")
    journey.put(replace(card, id="copy"))
    journey.put(Evidence(id="proof", about_id="copy", source="interview"))
    drawing = draw(drawing)
    assert looked == ["_block"], "of its own lane and stage"
    journey.put(replace(card, id="copy", stage_id="s1", step_id="s1t0"))
    drawing = draw(drawing)
    looked.clear()
    journey.drop("proof")
    drawing = draw(drawing)
    assert looked == ["_block"]
    assert seen(drawing) == seen(draw())


def _noted(looked: list[str], name: str, real: Callable[..., object], *args: object) -> object:
    looked.append(name)
    return real(*args)


def test_prompts_in_another_stage_lay_out_only_the_prompts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    journey = _map(60, 6)
    journey.drop("c3")
    asking = [replace(OPTIONS, prompts=True, prompt_stage=one) for one in ("s1", "s0")]
    drawing = layout.draw(journey, MAP, layout.LIGHT, asking[0])
    broken = _broken(monkeypatch)
    second = layout.draw(journey, MAP, layout.LIGHT, asking[1], drawing)
    asked = [cell for cell in second.cells.values() if cell.pieces[:1]]
    asked = [cell for cell in asked if cell.pieces[0].kind == "prompt"]
    assert {cell.stage_id for cell in asked} == {"s0"}
    assert set(broken) <= {naming.lane_asks(one, "ru") for one in journey.lanes(MAP)}


def test_a_stage_that_moves_is_laid_out_only_where_its_colour_shows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    journey = _map(600, 6)
    drawing = layout.draw(journey, MAP, layout.LIGHT, OPTIONS)
    broken = _broken(monkeypatch)
    stages = journey.stages(MAP)
    journey.put(replace(stages[2], place=order.between(stages[3].place, stages[4].place)))
    moved = layout.draw(journey, MAP, layout.LIGHT, OPTIONS, drawing)
    cards = {one.text for lane in LANES for one in journey.cards_of_lane(lane)}
    assert len(cards & set(broken)) <= 1, "only what stands beside the curve's lowest point"
    before = {one.record_id: one.shape for cell in drawing.cells.values() for one in cell.pieces}
    kinds: dict[str, set[bool]] = {}
    for cell in moved.cells.values():
        for one in cell.pieces:
            if one.kind in ("card", "touchpoint", "barrier", "opportunity"):
                new = one.shape is not before[one.record_id]
                kinds.setdefault(cell.lane_id, set()).add(new)
    assert kinds["barriers"] == kinds["thoughts"] == kinds["opportunities"] == {False}
    assert kinds["touchpoints"] == {True, False}, "two stages have changed their colour"


@pytest.mark.benchmark
def test_an_edit_of_a_thousand_cards_beside_the_whole() -> None:
    journey = _map(1000, 8)
    whole = _seconds(lambda: layout.draw(journey, MAP, layout.LIGHT, OPTIONS))
    drawing = layout.draw(journey, MAP, layout.LIGHT, OPTIONS)
    edits = [_seconds(lambda n=n: _edit(journey, drawing, n)) for n in range(0, 900, 60)]
    print(f"whole {whole * 1000:.0f} ms, edit {median(edits) * 1000:.2f} ms")
    assert median(edits) < whole / 20


@pytest.mark.benchmark
def test_ten_thousand_cards_cost_ten_times_a_thousand() -> None:
    warm, small, large = _map(10, 1), _map(1001, 8), _map(10_000, 40)
    layout.draw(warm, MAP, layout.LIGHT, OPTIONS)
    one = _seconds(lambda: layout.draw(small, MAP, layout.LIGHT, OPTIONS))
    ten = _seconds(lambda: layout.draw(large, MAP, layout.LIGHT, OPTIONS))
    print(f"1 000 cards {one:.3f} s, 10 000 cards {ten:.3f} s")
    assert ten < 16 * one
