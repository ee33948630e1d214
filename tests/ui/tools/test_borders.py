"""Dragging borders between stages on a real canvas: giving steps, merging, splitting."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtTest import QTest

from cjm_desktop import layout
from cjm_desktop.journey import moves, rules
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.gestures import planning
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Path, Stage
from cjm_desktop.layout.theme import LIGHT
from cjm_desktop.ui.canvas.view import Canvas
from cjm_desktop.ui.tools import borders
from cjm_desktop.ui.tools.border import BorderDrag
from tests.journey.filled import Filled
from tests.journey.small import small
from tests.ui.canvas.hand import CONTROL, NONE, Hand


def edge(hand: Hand, title: str, *, end: bool = False) -> QPointF:
    """The left or right edge of the column of that name, in the row of the stages' names."""
    journey, drawing = hand.canvas.sheet.journey, hand.canvas.drawing
    for column in drawing.columns:
        record = journey.get(Stage, column.stage_id) if not column.step_id else None
        name = record.title if record else journey.find(column.step_id).title  # type: ignore[union-attr]
        if name == title:
            return hand.paper(column.x + column.w * end, drawing.stages_y + 8)
    raise AssertionError(title)


def steps(canvas: Canvas) -> list[list[str]]:
    """The steps of each stage as the document has them."""
    journey = canvas.document.journey
    stages = journey.stages(canvas.map_id)
    return [[one.title for one in journey.steps(stage.id)] for stage in stages]


def hover(hand: Hand, at: QPointF) -> None:
    hand.send(QEvent.Type.MouseMove, at, button=Qt.MouseButton.NoButton)


def said(canvas: Canvas) -> tuple[str, str]:
    """What the pill says."""
    gesture = canvas.hands.gesture
    assert isinstance(gesture, BorderDrag)
    return gesture._said()


def test_a_border_tells_that_it_can_be_taken(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    heard: list[str] = []
    canvas.status_changed.connect(heard.append)
    hover(hand, edge(hand, "b1"))
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.SplitHCursor
    assert heard[-1].startswith("Border between stages\tdrag")
    hover(hand, edge(hand, "b1") + QPointF(30, 0))
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor
    hand.click(edge(hand, "b1") + QPointF(2, 0))
    assert canvas.selection == (filled.map.stage("B"),), "a click chooses what lies there"
    assert canvas.document.undo_step is None


def test_a_border_gives_steps_to_the_neighbour_as_one_step(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    before = dict.fromkeys(canvas.document.journey)
    start, end = edge(hand, "b1"), edge(hand, "a2") + QPointF(9, 30)
    hand.carry(start, end)
    assert dict.fromkeys(canvas.document.journey) == before, "nothing is written before the release"
    assert [len(canvas.sheet.journey.steps(filled.map.stage(one))) for one in "AB"] == [1, 3]
    assert said(canvas) == ("a2", "to “B”")
    hand.release(end)
    assert steps(canvas) == [["a1"], ["a2", "b1", "b2"], []]
    assert hand.card(filled.note).stage_id == filled.map.stage("B")
    assert (hand.step_name(), hand.steps()) == ("Give steps to the stage “B”", 1)
    hand.drag(edge(hand, "a2"), edge(hand, "b2"))
    assert steps(canvas) == [["a1", "a2", "b1"], ["b2"], []]
    canvas.document.undo()
    canvas.document.undo()
    assert dict.fromkeys(canvas.document.journey) == before


def test_onto_the_far_edge_both_stages_become_one(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    before = dict.fromkeys(canvas.document.journey)
    start, end = edge(hand, "b1"), edge(hand, "a1")
    hand.carry(start, end)
    assert said(canvas) == ("Merge into “A / B”", "both stages become one")
    hand.release(end)
    assert hand.stages() == ["A / B", "C"]
    assert steps(canvas) == [["a1", "a2", "b1", "b2"], []]
    assert canvas.selection == (canvas.document.journey.stages(canvas.map_id)[0].id,)
    canvas.document.undo()
    assert dict.fromkeys(canvas.document.journey) == before
    hand.drag(edge(hand, "b1"), edge(hand, "b2", end=True))
    assert hand.stages() == ["A / B", "C"]
    canvas.document.undo()
    assert dict.fromkeys(canvas.document.journey) == before


def test_ctrl_draws_a_new_border_out_of_one_and_can_change_its_mind(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    end = edge(hand, "b2")
    hand.carry(edge(hand, "b1"), end)
    assert said(canvas)[1] == "to “A”"
    QTest.keyPress(canvas, Qt.Key.Key_Control)
    hand.settle()
    assert said(canvas) == ("New stage: b2", "out of “B”")
    QTest.keyRelease(canvas, Qt.Key.Key_Control, CONTROL)
    hand.settle()
    assert said(canvas)[1] == "to “A”"
    hand.move(end, end + QPointF(1, 0), CONTROL)
    hand.settle()
    hand.release(end, CONTROL)
    assert hand.stages() == ["A", "B", "b2", "C"]
    assert canvas.selection == (hand.stage("b2").id,)
    assert hand.step_name() == "Split the stage “B”"
    canvas.document.undo()
    assert hand.stages() == ["A", "B", "C"]


def test_from_the_edge_of_the_map_a_new_stage_is_drawn(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    hand.drag(edge(hand, "a1"), edge(hand, "a2"))
    assert hand.stages() == ["A", "a2", "B", "C"]
    assert steps(canvas)[:2] == [["a1"], ["a2"]]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, None])
def test_a_border_let_go_where_it_was_or_given_up_stays(
    hand: Hand, canvas: Canvas, filled: Filled, key: Qt.Key | None
) -> None:
    before, drawing = dict.fromkeys(canvas.document.journey), canvas.drawing
    start, end = edge(hand, "b1"), edge(hand, "a2")
    hand.carry(start, end)
    if key is not None:
        hand.key(key)
        assert canvas.hands.gesture is None
    hand.move(end, start, NONE)
    hand.settle()
    hand.release(start)
    assert dict.fromkeys(canvas.document.journey) == before
    assert canvas.document.undo_step is None
    assert canvas.drawing.cells == drawing.cells


def test_a_double_click_beside_a_stages_name_shows_it_and_then_the_whole_map(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    stage = filled.map.stage("B")
    rect = canvas.record_rect(stage)
    assert rect is not None
    hand.double(QPointF(rect.center().x() + rect.width() * 0.2, rect.center().y()))
    assert canvas.writing.editor is None
    left = hand.paper(canvas.drawing.columns[2].x, 0).x()
    right = hand.paper(canvas.drawing.columns[3].x + canvas.drawing.columns[3].w, 0).x()
    assert canvas.sticky.strips().left <= left < right <= canvas.viewport().width()
    seen = canvas.record_rect(stage)
    assert seen is not None
    assert seen.top() < 40
    assert seen.width() > rect.width()
    hand.double(QPointF(seen.center().x() + seen.width() * 0.2, seen.center().y()))
    assert canvas.shows_whole
    hand.double(rect.topLeft() + QPointF(24, rect.height() / 2))
    assert canvas.writing.editor is not None, "on its name it is edited"


@pytest.mark.parametrize("view", ["as_is", "to_be", "both"])
def test_every_place_of_every_border_is_sound_or_refused_in_words(view: Path) -> None:
    made = small()
    moves.add_stage(made.draft, made.map_id, "today", 1, ("t1", "t2"), path="as_is")
    moves.plan_step(made.draft, made.stage("A"), "planned", 1)
    moves.plan_stage(made.draft, made.map_id, "new", 3)
    made.settle()
    drawing = layout.draw(made.journey, made.map_id, LIGHT, layout.Options(path=view))
    middle = (drawing.stages_y + drawing.grid_y) / 2
    edges = {one.x for one in drawing.columns} | {drawing.columns[-1].x + drawing.columns[-1].w}
    found = {at for edge in edges if (at := borders.at(drawing, edge, middle, 1.0))}
    assert len(found) == len({one.stage_id for one in drawing.columns}) + 1
    done, told = set(), [" "]
    for border in found:
        for target in {
            *borders.targets(drawing, border, splits=False),
            *borders.targets(drawing, border, splits=True),
        }:
            draft = Draft(made.journey)
            try:
                borders.put(draft, border, target)
            except Problem as problem:
                told.append(problem.sentence("ru"))
                continue
            rules.check(draft)
            done.add(target.kind)
            if target.kind == "give":
                steps = draft.journey.steps(target.stage_id)
                assert set(target.given) <= {one.id for one in steps}
                seen = planning.seen(draft.journey, made.map_id, view)
                first = seen.steps(border.right)[0]
                assert first.id == target.step_id
    assert all(told)
    assert done == {"home", "give", "merge", "split"}
