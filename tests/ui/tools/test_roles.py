"""Who takes part and where they stand, by clicks on the roles and by numbers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import moves, templates
from cjm_desktop.journey.records import Lane, Participation
from cjm_desktop.layout import hit
from cjm_desktop.ui.canvas.view import Canvas
from cjm_desktop.ui.look import Look
from cjm_desktop.ui.tools import roles
from tests.ui.canvas.hand import SHIFT, Hand


@pytest.fixture
def canvas(qtbot: QtBot, tmp_path: Path) -> Iterator[Canvas]:
    """The template of a buying centre: nothing is said of anybody in the first stage."""
    document = Document.create(templates.make("b2b", "en"), Home(tmp_path / "home"))
    map_id = document.journey.maps()[0].id
    with document.edit("step.participation", name="x") as draft:
        for one in draft.journey.participation(draft.journey.stages(map_id)[0].id):
            moves.drop(draft, one.id)
    made = Canvas(document, map_id, Look(language="en", prompts=False))
    qtbot.addWidget(made)
    made.resize(1400, 900)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    made.fit_map()
    yield made
    made.close_map()
    document.close()


@pytest.fixture
def hand(canvas: Canvas) -> Hand:
    return Hand(canvas)


def lane(canvas: Canvas, holds: str) -> Lane:
    lanes = canvas.document.journey.lanes(canvas.map_id)
    return next(one for one in lanes if one.holds == holds)


def token(canvas: Canvas, holds: str, number: int) -> QPointF:
    """The middle of a role's token in the first stage, pixels of the viewport."""
    journey = canvas.document.journey
    stage, person = journey.stages(canvas.map_id)[0], journey.personas(canvas.map_id)[number]
    for cell in canvas.drawing.cells.values():
        if (cell.lane_id, cell.stage_id) != (lane(canvas, holds).id, stage.id):
            continue
        for piece in cell.pieces:
            for zone in piece.shape.zones:
                x = cell.x + piece.x + zone.x + zone.w / 2
                y = cell.y + piece.y + zone.y + zone.h / 2
                found = hit.at(canvas.drawing, x, y)
                if found is not None and roles.role_at(journey, found) == person.id:
                    return canvas.camera.to_view(x, y)
    raise AssertionError("the role is not shown")


def part(canvas: Canvas, number: int) -> Participation | None:
    journey = canvas.document.journey
    stage, person = journey.stages(canvas.map_id)[0], journey.personas(canvas.map_id)[number]
    return next(iter(journey.parts(stage.id, person.id)), None)


def test_a_click_on_a_faint_role_lets_it_take_part_and_the_next_ones_turn_it(
    canvas: Canvas, hand: Hand
) -> None:
    seen: list[str | None] = []
    for _ in range(5):
        hand.click(token(canvas, "participation", 1))
        now = part(canvas, 1)
        seen.append(now.involvement if now is not None else None)
    assert seen == ["takes_part", "influences", "decides", "absent", None]
    hand.click(token(canvas, "participation", 1), SHIFT)
    now = part(canvas, 1)
    assert now is not None
    assert now.involvement == "absent"
    assert canvas.selection == ()
    step = canvas.document.undo_step
    assert step is not None
    assert step.name("en").startswith("Participation of “")


def test_a_click_in_the_lane_of_consensus_turns_the_stance(canvas: Canvas, hand: Hand) -> None:
    seen = []
    for _ in range(4):
        hand.click(token(canvas, "consensus", 0))
        now = part(canvas, 0)
        assert now is not None
        seen.append(now.stance)
    assert seen == ["for", "unsure", "against", ""]


def test_numbers_turn_the_roles_of_the_cell_one_stands_in(canvas: Canvas) -> None:
    stage = canvas.document.journey.stages(canvas.map_id)[0]
    canvas.stand_in((lane(canvas, "consensus").id, stage.id, None))
    QTest.keyClick(canvas, Qt.Key.Key_2)
    QTest.keyClick(canvas, Qt.Key.Key_3)
    QTest.keyClick(canvas, Qt.Key.Key_3)
    QTest.keyClick(canvas, Qt.Key.Key_9)
    second, third = part(canvas, 1), part(canvas, 2)
    assert second is not None
    assert third is not None
    assert (second.stance, third.stance) == ("for", "unsure")
    assert canvas.roles.said((lane(canvas, "consensus").id, stage.id, None)).startswith("1 of 2")
    canvas.stand_in((lane(canvas, "actions").id, stage.id, None))
    QTest.keyClick(canvas, Qt.Key.Key_2)
    assert part(canvas, 1) == second


def test_a_role_stays_under_the_pointer_while_it_is_turned(canvas: Canvas, hand: Hand) -> None:
    for holds in ("participation", "consensus"):
        before = token(canvas, holds, 2)
        hand.click(before)
        assert token(canvas, holds, 2) == before


def test_the_status_bar_says_what_the_stage_comes_to(canvas: Canvas, hand: Hand) -> None:
    told: list[str] = []
    canvas.status_changed.connect(told.append)
    hand.click(token(canvas, "consensus", 0))
    hand.click(token(canvas, "consensus", 1))
    hand.click(token(canvas, "consensus", 1))
    assert "1 of 2" in told[-1].split("\t")[0]


def stand(canvas: Canvas, holds: str) -> None:
    """Step into the first cell of a lane of roles from the cell above it."""
    stage = canvas.document.journey.stages(canvas.map_id)[0]
    canvas.select(())
    canvas.stand_in((lane(canvas, holds).id, stage.id, None))
    canvas.roles.enter("down")


def names(canvas: Canvas) -> list[str]:
    return [one.id for one in canvas.document.journey.personas(canvas.map_id)]


def test_one_stands_nowhere_when_the_stage_goes(canvas: Canvas) -> None:
    stage = canvas.document.journey.stages(canvas.map_id)[1]
    canvas.stand_in((lane(canvas, "consensus").id, stage.id, None))
    with canvas.document.edit("step.delete", name="x") as draft:
        moves.drop(draft, stage.id)
    assert canvas.standing is None
    assert canvas.hands.hint().text()
    canvas.document.undo()
    assert canvas.standing is None


def test_arrows_walk_over_the_roles_of_a_cell_and_then_out_of_it(canvas: Canvas) -> None:
    people = names(canvas)
    stand(canvas, "consensus")
    here = canvas.roles.here()
    assert list(here) == people
    assert canvas.roles.chosen == people[0]
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.roles.chosen == people[1]
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.roles.chosen == people[0], "the first stage is the edge of the map"
    row = [one for one in people if here[one].top() == here[people[0]].top()]
    if len(row) < len(people):
        QTest.keyClick(canvas, Qt.Key.Key_Down)
        assert canvas.roles.chosen == people[len(row)]
        QTest.keyClick(canvas, Qt.Key.Key_Up)
    for _ in row:
        QTest.keyClick(canvas, Qt.Key.Key_Right)
    standing = canvas.standing
    assert standing is not None
    assert standing[1] == canvas.document.journey.stages(canvas.map_id)[1].id
    assert canvas.roles.chosen, "the next cell is entered at a role too"


def test_space_turns_the_role_stood_on_and_does_not_pan(canvas: Canvas) -> None:
    stand(canvas, "participation")
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    now = part(canvas, 0)
    assert now is not None
    assert now.involvement == "influences"
    assert not canvas.hands.space
    assert canvas.roles.chosen == names(canvas)[0]
    QTest.keyClick(canvas, Qt.Key.Key_Space, SHIFT)
    now = part(canvas, 0)
    assert now is not None
    assert now.involvement == "takes_part"


def test_the_status_bar_names_the_role_and_its_value(canvas: Canvas) -> None:
    told: list[str] = []
    canvas.status_changed.connect(told.append)
    stand(canvas, "participation")
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    persona = canvas.document.journey.personas(canvas.map_id)[0]
    assert told[-1].startswith(f"{persona.role or persona.name}: takes part")


@pytest.mark.parametrize("key", [Qt.Key.Key_N, Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_a_key_opens_the_note_of_the_role_stood_on(canvas: Canvas, hand: Hand, key: Qt.Key) -> None:
    stand(canvas, "consensus")
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    hand.key(key)
    hand.type("the price")
    hand.key(Qt.Key.Key_Return)
    now = part(canvas, 0)
    assert now is not None
    assert now.note == "the price"
    persona = canvas.document.journey.personas(canvas.map_id)[0]
    assert hand.step_name() == f"Note on “{persona.name}”"
    assert canvas.roles.chosen == persona.id
    standing = canvas.standing
    assert standing is not None
    assert "(the price)" in canvas.roles.said(standing, persona.id)


def test_a_note_given_up_leaves_a_pale_role_pale(canvas: Canvas, hand: Hand) -> None:
    stand(canvas, "consensus")
    hand.key(Qt.Key.Key_N)
    assert part(canvas, 0) is not None
    hand.key(Qt.Key.Key_Escape)
    assert part(canvas, 0) is None
    assert (hand.steps(), canvas.document.redo_step) == (0, None), "no trace is left"


def test_n_is_the_barrier_tool_where_no_role_is_stood_on(canvas: Canvas) -> None:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_N, Qt.KeyboardModifier.NoModifier)
    assert not canvas.keys.wants(event)
    stand(canvas, "consensus")
    assert canvas.keys.wants(event)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.standing is not None
    assert not canvas.keys.wants(event)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.standing is None


def test_a_role_says_in_a_tooltip_where_it_stands_and_what_the_stage_comes_to(
    canvas: Canvas, hand: Hand
) -> None:
    at = token(canvas, "consensus", 1)
    hand.click(at)
    hand.click(at)
    pointer = canvas.hands.pointer(at, Qt.KeyboardModifier.NoModifier)
    first, second = canvas.hands.tool.tip(pointer).split("\n")
    persona = canvas.document.journey.personas(canvas.map_id)[1]
    assert first == f"{persona.role or persona.name}: unsure"
    assert second == f"None of 1 for; {persona.role or persona.name} unsure"


def test_a_role_can_be_set_from_its_menu(canvas: Canvas) -> None:
    stand(canvas, "consensus")
    canvas.roles.set("against")
    now = part(canvas, 0)
    assert now is not None
    assert now.stance == "against"
    assert [value for value, _, on in canvas.roles.ways() if on] == ["against"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_2, Qt.Key.Key_N])
def test_keys_scroll_to_the_role_they_are_for(canvas: Canvas, hand: Hand, key: Qt.Key) -> None:
    hand.click(token(canvas, "participation", 0))
    canvas.set_zoom(1.5)
    across = canvas.horizontalScrollBar()
    across.setValue(across.maximum())
    QTest.keyClick(QApplication.focusWidget() or canvas, key)
    rect = canvas.stood_rect()
    assert rect is not None
    assert QRectF(canvas.viewport().rect()).contains(rect)
