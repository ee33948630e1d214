"""Typing into the grid: letters begin a text, and keys go on from one to the next."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cjm_desktop.journey import moves
from cjm_desktop.journey.records import Feeling, Lane, Metric, Opportunity, Stage, Step
from cjm_desktop.ui.canvas.view import Canvas
from tests.journey.filled import Filled
from tests.ui.canvas.hand import ALT, CONTROL, NONE, SHIFT, Hand


def cell(filled: Filled, lane: str, where: str) -> tuple[str, str, str | None]:
    return (filled.map.lane[lane], *filled.map.at[where])


def strike(canvas: Canvas, text: str) -> None:
    """Press the keys of letters, wherever the keyboard is then."""
    for letter in text:
        held = SHIFT if letter.isupper() else NONE
        target = canvas.writing.editor or canvas
        QTest.sendKeyEvent(QTest.KeyAction.Click, target, Qt.Key(ord(letter.upper())), letter, held)
        QApplication.processEvents()


@pytest.mark.parametrize("text", ["quick notes", "Шеф хочет чек", "3 days", "№1"])
def test_letters_begin_a_card_in_an_empty_cell(
    hand: Hand, canvas: Canvas, filled: Filled, text: str
) -> None:
    canvas.stand_in(cell(filled, "touchpoints", "a2"))
    strike(canvas, text)
    hand.key(Qt.Key.Key_Tab)
    assert hand.texts(*cell(filled, "touchpoints", "a2")) == [text]
    assert hand.steps() == 1
    assert canvas.selection == (filled.far,), "Tab goes to the next step"


def test_letters_take_the_place_of_a_text_and_escape_gives_it_back(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    canvas.select((filled.one,))
    strike(canvas, "new")
    assert canvas.writing.editor is not None
    assert canvas.writing.editor.text() == "new"
    hand.key(Qt.Key.Key_Escape)
    assert hand.card(filled.one).text == "one"
    strike(canvas, "new")
    hand.key(Qt.Key.Key_Return)
    assert hand.card(filled.one).text == "new"
    assert canvas.selection == (filled.two,), "Enter goes down to the next card"


def test_enter_makes_one_card_below_another_until_nothing_is_typed(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    place = cell(filled, "actions", "b2")
    canvas.stand_in(place)
    for text in ("asks", "waits", "pays"):
        strike(canvas, text)
        hand.key(Qt.Key.Key_Return)
    hand.key(Qt.Key.Key_Return)
    assert hand.texts(*place) == ["asks", "waits", "pays"]
    assert canvas.writing.editor is None
    assert hand.steps() == 3
    assert canvas.document.redo_step is None, "the empty card has left no trace"
    assert [hand.card(one).text for one in canvas.selection] == ["pays"]


def test_correcting_a_text_makes_no_further_card(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    canvas.select((filled.act,))
    hand.key(Qt.Key.Key_F2)
    hand.type("acts")
    hand.key(Qt.Key.Key_Return)
    assert canvas.writing.editor is None
    assert hand.texts(*cell(filled, "actions", "a1")) == ["acts"]


def test_tab_goes_on_over_the_end_of_a_row_and_back(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    last = canvas.walker.walk().end(
        canvas.walker.walk().at(cell(filled, "touchpoints", "a1")), last=True
    )
    assert last.place is not None
    canvas.stand_in(last.place)
    hand.key(Qt.Key.Key_Tab)
    now = canvas.walker.standing()
    assert now is not None
    assert now.spot.row != last.spot.row
    hand.key(Qt.Key.Key_Backtab, SHIFT)
    assert canvas.standing == last.place
    hand.key(Qt.Key.Key_Home)
    assert canvas.selection == (filled.one,)


def test_names_of_stages_are_typed_in_a_row(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    canvas.select((filled.map.stage("B"),))
    strike(canvas, "Two")
    hand.key(Qt.Key.Key_Tab)
    strike(canvas, "Three")
    hand.key(Qt.Key.Key_Tab)
    strike(canvas, "Four")
    hand.key(Qt.Key.Key_Tab)
    hand.key(Qt.Key.Key_Escape)
    assert hand.stages() == ["A", "Two", "Three", "Four"]
    hand.key(Qt.Key.Key_Backtab, SHIFT)
    assert canvas.selection == (hand.stage("Three").id,)


def test_names_of_steps_are_typed_in_a_row(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    journey = canvas.document.journey
    last = journey.steps(journey.stages(canvas.map_id)[-1].id)
    first = last[-1].id if last else canvas.add("step", hand.stage("C").id)
    assert first is not None
    canvas.edit_text(first)
    hand.type("look")
    hand.key(Qt.Key.Key_Tab)
    strike(canvas, "ask")
    hand.key(Qt.Key.Key_Return)
    strike(canvas, "buy")
    hand.key(Qt.Key.Key_Return)
    hand.key(Qt.Key.Key_Return)
    steps = canvas.document.journey.steps(hand.stage("C").id)
    assert [one.title for one in steps][-3:] == ["look", "ask", "buy"]
    assert canvas.writing.editor is None


def test_letters_are_tools_where_nothing_is_chosen_and_several_are(
    canvas: Canvas, filled: Filled
) -> None:
    key = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_T, NONE, "t")
    assert not canvas.keys.wants(key)
    canvas.select((filled.one, filled.two))
    assert not canvas.keys.wants(key)
    canvas.select((filled.one,))
    assert canvas.keys.wants(key)
    command = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_T, CONTROL, "\x14")
    assert not canvas.keys.wants(command)
    mnemonic = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_T, ALT, "t")
    assert not canvas.keys.wants(mnemonic)
    third_level = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_T, ALT | CONTROL, "€")
    assert canvas.keys.wants(third_level)


def test_an_input_method_writes_into_the_cell_one_stands_in(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    assert not canvas.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)
    canvas.stand_in(cell(filled, "actions", "b2"))
    assert canvas.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)
    event = QInputMethodEvent()
    event.setCommitString("地図")
    QApplication.sendEvent(canvas, event)
    hand.key(Qt.Key.Key_Tab)
    assert hand.texts(*cell(filled, "actions", "b2")) == ["地図"]


def test_shift_and_arrows_choose_more_and_give_up_the_last(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    canvas.select((filled.one,))
    hand.key(Qt.Key.Key_Down, SHIFT)
    hand.key(Qt.Key.Key_Down, SHIFT)
    assert list(canvas.selection) == [filled.one, filled.two, filled.three]
    hand.key(Qt.Key.Key_Up, SHIFT)
    assert list(canvas.selection) == [filled.one, filled.two]
    canvas.select((filled.one,))
    hand.key(Qt.Key.Key_Right, SHIFT)
    assert canvas.selection == (filled.one, filled.far), "over the empty cell"
    canvas.select((filled.map.stage("A"),))
    hand.key(Qt.Key.Key_Right, SHIFT)
    hand.key(Qt.Key.Key_Down, SHIFT)
    assert canvas.selection == (filled.map.stage("A"), filled.map.stage("B"))


def test_digits_set_a_feeling_and_draw_a_curve(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    canvas.select((filled.calm,))
    hand.key(Qt.Key.Key_5)
    assert canvas.document.journey.get(Feeling, filled.calm).value == 2.0
    assert canvas.selection == (filled.calm,)
    hand.key(Qt.Key.Key_Right)
    before = set(canvas.document.journey.all(Feeling))
    assert canvas.standing == cell(filled, "feelings", "a2")
    hand.key(Qt.Key.Key_1)
    made = set(canvas.document.journey.all(Feeling)) - before
    assert [(one.step_id, one.value) for one in made] == [(filled.map.step("a2"), -2.0)]
    assert canvas.selection == (filled.cross,), "and on to the next step"
    hand.key(Qt.Key.Key_Tab)
    assert canvas.selection == (filled.cross,), "where Tab would have gone"
    hand.key(Qt.Key.Key_Tab)
    assert canvas.selection != (filled.cross,)
    hand.key(Qt.Key.Key_Backtab)
    assert canvas.selection == (filled.cross,)
    hand.key(Qt.Key.Key_Down)
    assert canvas.selection != (filled.cross,), "arrows walk here too"


def test_plus_makes_a_point_above_the_curve_in_an_empty_cell(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    canvas.stand_in(cell(filled, "feelings", "a2"))
    hand.key(Qt.Key.Key_Plus)
    made = next(
        one for one in canvas.document.journey.all(Feeling)
        if one.step_id == filled.map.step("a2")
    )  # fmt: skip
    assert canvas.selection == (made.id,)
    assert -1.0 < made.value <= 1.0
    assert canvas.writing.editor is None


def test_a_lane_moves_from_wherever_one_stands_in_it(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    def place() -> int:
        lanes = canvas.document.journey.lanes(canvas.map_id)
        return [one.id for one in lanes].index(filled.map.lane["touchpoints"])

    before = place()
    canvas.select((filled.one,))
    canvas.deeds.move_lane(1)
    assert place() == before + 1
    assert canvas.selection == (filled.one,)
    canvas.select(())
    canvas.stand_in(cell(filled, "touchpoints", "a2"))
    canvas.deeds.move_lane(-1)
    assert place() == before
    assert canvas.standing == cell(filled, "touchpoints", "a2")


def test_space_shows_what_is_chosen_on_a_large_card_while_it_is_held(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    with canvas.document.edit("step.edit_text", name="one") as draft:
        moves.set_fields(draft, filled.note, text="A long reason. " * 60, severity=3)
    for chosen in ((filled.one,), (filled.note,), (filled.calm,), (filled.one, filled.two)):
        canvas.select(chosen)
        QTest.keyPress(canvas, Qt.Key.Key_Space)
        peek = canvas.keys.peek
        assert peek is not None
        assert peek.isVisible()
        assert canvas.viewport().rect().contains(peek.geometry())
        assert peek.text.text()
        wanted = peek.text.heightForWidth(peek.text.width())
        assert peek.text.height() >= wanted, "no line is cut off"
        QTest.keyRelease(canvas, Qt.Key.Key_Space)
        assert not peek.isVisible()
    canvas.select((filled.note,))
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    hand.press(hand.at(filled.far))
    assert canvas.keys.peek is not None
    assert not canvas.keys.peek.isVisible(), "Space and the mouse pan"
    hand.release(hand.at(filled.far))
    QTest.keyRelease(canvas, Qt.Key.Key_Space)


def test_page_keys_go_from_stage_to_stage(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    canvas.stand_in(cell(filled, "actions", "a2"))
    strike(canvas, "reads")
    hand.key(Qt.Key.Key_PageDown)
    assert hand.texts(*cell(filled, "actions", "a2")) == ["reads"]
    assert canvas.standing == cell(filled, "actions", "b1")
    hand.key(Qt.Key.Key_PageUp)
    assert canvas.selection == (filled.act,)


def test_a_name_left_as_it_is_keeps_the_new_stage_only_where_it_was_asked_for(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    count = len(canvas.document.journey.all(Stage))
    canvas.add("stage")
    hand.key(Qt.Key.Key_Return)
    assert len(canvas.document.journey.all(Stage)) == count + 1
    steps = len(canvas.document.journey.all(Step))
    canvas.add("step", hand.stage("A").id)
    hand.key(Qt.Key.Key_Return)
    hand.key(Qt.Key.Key_Return)
    assert len(canvas.document.journey.all(Step)) == steps + 1


def test_goals_and_metrics_are_typed_along_their_rows(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    goals = filled.map.lane["goals"]
    canvas.stand_in((goals, filled.map.stage("A"), None))
    strike(canvas, "choose")
    hand.key(Qt.Key.Key_Tab)
    strike(canvas, "buy")
    hand.key(Qt.Key.Key_Backtab, SHIFT)
    assert (hand.stage("A").goal, hand.stage("B").goal) == ("choose", "buy")
    assert canvas.standing == (goals, filled.map.stage("A"), None)
    with canvas.document.edit("step.add_lane", name="metrics") as draft:
        lane = moves.add_lane(draft, canvas.map_id, "metrics")
    per = canvas.document.journey.get(Lane, lane).per
    stage = filled.map.stage("A")
    canvas.stand_in((lane, stage, None if per == "stage" else filled.map.step("a1")))
    strike(canvas, "Calls")
    hand.key(Qt.Key.Key_Tab)
    assert [one.title for one in canvas.document.journey.all(Metric)] == ["Calls"]
    now = canvas.walker.standing()
    assert now is not None
    assert now.spot.row == lane


def test_an_answer_keeps_what_is_being_typed(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    canvas.stand_in(cell(filled, "barriers", "b2"))
    strike(canvas, "nobody calls")
    barrier = canvas.selection[0]
    canvas.deeds.answer()
    strike(canvas, "call")
    hand.key(Qt.Key.Key_Return)
    assert hand.card(barrier).text == "nobody calls"
    made = canvas.document.journey.get(Opportunity, canvas.selection[0])
    assert (made.text, made.answers) == ("call", (barrier,))
    assert hand.steps() == 2


@pytest.mark.qt_log_ignore("Keyboard event not accepted", extend=True)
def test_an_error_of_pythons_own_in_a_key_is_told_and_ends_nothing(
    canvas: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PySide 6.11 ended the program where such an error came out of two overrides."""
    monkeypatch.setattr(canvas.keys, "press", lambda _event: [].index("nothing"))
    with pytest.raises(ValueError, match="not in list"):
        QTest.keyClick(canvas, Qt.Key.Key_Up)
