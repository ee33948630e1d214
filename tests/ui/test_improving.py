"""Board and matrix: hypotheses and opportunities moved by mouse and keys, each step undone."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from cjm_desktop.journey import moves
from cjm_desktop.journey.hypotheses import board
from cjm_desktop.journey.records import Barrier, Hypothesis, Metric, Opportunity
from cjm_desktop.ui import charts, plain
from cjm_desktop.ui.carried import Carried
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.improving.dialog import Improving
from cjm_desktop.ui.inspector.fields import Line, Text
from cjm_desktop.ui.inspector.page import Page
from cjm_desktop.ui.inspector.parts.trial import Trial
from cjm_desktop.ui.window import Window
from tests.ui.conftest import OpenMap, work_of

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
START = [["B"], ["Running"], [], []]


@pytest.fixture
def window(desk: Desk, open_map: OpenMap) -> Window:
    """The sample, with a second hypothesis that is an idea."""
    window = open_map(desk)
    work = work_of(window)
    running = work.journey.all(Hypothesis)[0]
    bare = next(one for one in work.journey.all(Opportunity) if one.id != running.about_id)
    with work.document.edit("step.add_hypothesis", name="Two") as draft:
        for other in work.journey.all(Hypothesis)[1:]:
            moves.drop(draft, other.id)
        moves.set_fields(draft, running.id, if_text="Running")
        moves.add_hypothesis(draft, bare.id, "B")
    return window


@pytest.fixture
def dialog(window: Window, qtbot: QtBot) -> Improving:
    """Board and matrix of that map."""
    made = window.bench.improving.dialog()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def columns(dialog: Improving) -> list[list[str]]:
    """What the columns of the board hold."""
    return [[card.told.if_text for card in one.cards] for one in dialog.board.columns]


def named(window: Window, if_text: str) -> Hypothesis:
    return next(one for one in work_of(window).journey.all(Hypothesis) if one.if_text == if_text)


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, held)


def write(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


def drag(card: Carried, over: QWidget, at: QPoint, *, drop: bool = True) -> None:
    """Drag a card with the mouse to a point of a widget."""
    QApplication.processEvents()
    left, middle = Qt.MouseButton.LeftButton, QPoint(20, 12)
    target = card.mapFromGlobal(over.mapToGlobal(at))
    QTest.mousePress(card, left, pos=middle)
    QTest.mouseMove(card, middle + QPoint(30, 30))
    QTest.mouseMove(card, target)
    if drop:
        QTest.mouseRelease(card, left, pos=target)


def answer(monkeypatch: pytest.MonkeyPatch, index: int) -> list[str]:
    """Answer every question so, and remember what was asked."""
    asked: list[str] = []

    def reply(_parent: object, sentence: str, more: str, _answers: object) -> int:
        asked.append(f"{sentence} {more}")
        return index

    monkeypatch.setattr(plain, "ask", reply)
    return asked


# The board


def test_cards_stand_by_status_and_say_all_of_it(dialog: Improving, window: Window) -> None:
    assert columns(dialog) == START
    running = named(window, "Running")
    texts = dialog.board.cards[running.id].texts
    assert "Running" in texts
    assert running.then_text in texts
    assert running.because in texts
    assert work_of(window).journey.get(Opportunity, running.about_id).text in texts
    assert any("35.4" in one and "46.5" in one for one in texts)
    spoken = dialog.board.cards[running.id].accessibleName()
    assert "Offers agreed" in spoken


def test_keys_walk_and_carry_and_ask_before_a_second_one_runs(
    dialog: Improving, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer(monkeypatch, 0)
    idea = named(window, "B")
    assert dialog.chosen == idea.id
    press(Key.Key_Right, CTRL)
    assert columns(dialog) == START
    assert len(asked) == 1
    assert "Running" in asked[0]
    assert "one thing at a time" in asked[0]
    answer(monkeypatch, 1)
    press(Key.Key_Right, CTRL)
    assert columns(dialog) == [[], ["Running", "B"], [], []]
    assert named(window, "B").started
    press(Key.Key_Up, CTRL)
    assert columns(dialog) == [[], ["B", "Running"], [], []]
    press(Key.Key_Down)
    assert dialog.chosen == named(window, "Running").id
    press(Key.Key_Z, CTRL)
    press(Key.Key_Z, CTRL)
    assert columns(dialog) == START
    press(Key.Key_Y, CTRL)
    assert columns(dialog) == [[], ["Running", "B"], [], []]


def test_the_end_asks_what_came_of_it_and_is_one_step(dialog: Improving, window: Window) -> None:
    running = named(window, "Running")
    steps = len(work_of(window).document.history())
    dialog.board.cards[running.id].setFocus()
    dialog.board.cards[running.id].click()
    press(Key.Key_Right, CTRL)
    assert columns(dialog) == [["B"], [], ["Running"], []]
    write("Finance agrees at once")
    press(Key.Key_Return)
    ended = named(window, "Running")
    assert (ended.status, ended.outcome) == ("confirmed", "Finance agrees at once")
    assert ended.ended
    assert dialog.board.cards[running.id].hasFocus()
    assert "Finance agrees at once" in dialog.board.cards[running.id].texts
    assert len(work_of(window).document.history()) == steps + 1
    press(Key.Key_Z, CTRL)
    assert columns(dialog) == START
    assert named(window, "Running").outcome == ""
    assert dialog.isVisible()


def test_what_ran_and_is_an_idea_again_says_that_its_first_day_goes(
    dialog: Improving, window: Window
) -> None:
    running = named(window, "Running")
    assert running.started
    steps = len(work_of(window).document.history())
    card, ideas = dialog.board.cards[running.id], dialog.board.columns[0]
    drag(card, ideas, QPoint(ideas.width() // 2, ideas.height() - 4))
    assert named(window, "Running").status == "idea"
    assert named(window, "Running").started == ""
    assert charts.long_date(running.started) in dialog.told.text()
    assert "Running" in dialog.told.text()
    done = work_of(window).document.history()[-1]
    assert (len(work_of(window).document.history()), done.key) == (
        steps + 1,
        "step.untry_hypothesis",
    )
    press(Key.Key_Z, CTRL)
    assert named(window, "Running") == running
    assert charts.long_date(running.started) not in dialog.told.text()


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Escape])
def test_the_outcome_may_be_left_empty(dialog: Improving, window: Window, key: Qt.Key) -> None:
    running = named(window, "Running")
    dialog.board.cards[running.id].setFocus()
    dialog.board.cards[running.id].click()
    press(Key.Key_Right, CTRL)
    write("no" if key == Key.Key_Escape else "")
    press(key)
    assert named(window, "Running").status == "confirmed"
    assert named(window, "Running").outcome == ""
    assert dialog.board.cards[running.id].asking is None
    assert dialog.isVisible()


def test_a_card_is_dragged_to_another_column_and_back(dialog: Improving, window: Window) -> None:
    card = dialog.board.cards[named(window, "B").id]
    rejected = dialog.board.columns[3]
    drag(card, rejected, rejected.rect().center())
    assert columns(dialog) == [[], ["Running"], [], ["B"]]
    press(Key.Key_Return)
    first = dialog.board.columns[0]
    drag(card, first, first.rect().center())
    assert columns(dialog) == START
    drag(card, rejected, rejected.rect().center(), drop=False)
    assert [shade(one) for one in dialog.board.columns].count(shade(first)) == 3
    assert shade(rejected) != shade(first)
    card.setFocus()
    press(Key.Key_Escape)
    assert shade(rejected) == shade(first)
    QTest.mouseRelease(card, Qt.MouseButton.LeftButton)
    assert columns(dialog) == START
    assert dialog.isVisible()


def test_the_board_goes_on_under_a_card_that_rests_at_its_edge(
    dialog: Improving, qtbot: QtBot
) -> None:
    board = dialog.board
    board.setMinimumHeight(2000)
    QApplication.processEvents()
    card = next(iter(board.cards.values()))
    port = board.parentWidget()
    area = port.parentWidget()
    assert isinstance(area, QScrollArea)
    bar = area.verticalScrollBar()
    bar.setValue(0)
    drag(card, port, QPoint(200, port.height() - 8), drop=False)
    qtbot.waitUntil(lambda: bar.value() > 60, timeout=2000)
    drag(card, port, QPoint(200, port.height() // 2), drop=False)
    rests = bar.value()
    qtbot.wait(60)
    assert bar.value() == rests
    card.setFocus()
    press(Key.Key_Escape)
    QTest.mouseRelease(card, Qt.MouseButton.LeftButton)
    assert columns(dialog) == START


def shade(column: QWidget) -> str:
    """The colour at the foot of a column."""
    picture = column.grab().toImage()
    return picture.pixelColor(picture.width() // 2, picture.height() - 4).name()


def test_a_card_let_go_beside_the_board_stays_where_it_was(dialog: Improving) -> None:
    for card in list(dialog.board.cards.values()):
        drag(card, dialog.sheet, dialog.sheet.rect().center())
    assert columns(dialog) == START


def test_cards_are_ordered_within_a_column(dialog: Improving, window: Window) -> None:
    work = work_of(window)
    about = named(window, "B").about_id
    with work.document.edit("step.add_hypothesis", name="C") as draft:
        moves.add_hypothesis(draft, about, "C")
    assert columns(dialog)[0] == ["B", "C"]
    first = dialog.board.columns[0]
    drag(dialog.board.cards[named(window, "C").id], first, QPoint(60, 50))
    assert columns(dialog)[0] == ["C", "B"]
    found = board(work.journey, work.map_id)["idea"]
    assert [one.if_text for one in found] == ["C", "B"]


def test_a_double_click_edits_the_texts_and_shows_them_at_once(
    dialog: Improving, window: Window
) -> None:
    card = dialog.board.cards[named(window, "B").id]
    QTest.mouseDClick(card, Qt.MouseButton.LeftButton)
    write("less work")
    assert card.texts[:2] == ("B", "less work")
    card.setFocus()
    press(Key.Key_Return)
    write("nobody waits")
    assert card.texts[:3] == ("B", "less work", "nobody waits")
    card.setFocus()
    press(Key.Key_F2)
    write(" too")
    assert card.texts[0] == "B too"
    assert dialog.isVisible()


def test_a_hypothesis_is_made_from_what_has_none(dialog: Improving, window: Window) -> None:
    work = work_of(window)
    offered = dialog.add_menu().actions()
    barrier = next(one for one in work.journey.all(Barrier))
    about = next(
        one for one in work.journey.all(Opportunity)
        if not any(h.about_id == one.id for h in work.journey.all(Hypothesis))
    )  # fmt: skip
    assert any(one.text().startswith(about.text[:10]) for one in offered)
    dialog.make(about.id)
    made = work.journey.get(Hypothesis, dialog.chosen)
    assert made.if_text == about.text
    assert QApplication.focusWidget() is not None
    dialog.make(barrier.id)
    assert work.journey.get(Hypothesis, dialog.chosen).because == barrier.text
    dialog.board.cards[dialog.chosen].setFocus()
    press(Key.Key_Delete)
    assert len(dialog.board.cards) == 3


def test_shown_on_the_map_is_what_it_answers(dialog: Improving, window: Window) -> None:
    running = named(window, "Running")
    dialog.board.cards[running.id].click()
    dialog.sheet.on_map.click()
    assert not dialog.isVisible()
    assert work_of(window).canvas.selection == (running.about_id,)


def test_the_sheet_looks_up_links_and_comes_back(dialog: Improving, window: Window) -> None:
    running = named(window, "Running")
    dialog.board.cards[running.id].click()
    assert running.metric_id is not None
    dialog.go_to(running.metric_id)
    assert dialog.sheet.record_id == running.metric_id
    dialog.sheet.back.click()
    assert dialog.sheet.record_id == running.id
    dialog.go_to(running.about_id)
    assert dialog.tab == "matrix"
    assert dialog.chosen == running.about_id


# The matrix


def cell(window: Window, opportunity_id: str) -> tuple[int, int]:
    one = work_of(window).journey.get(Opportunity, opportunity_id)
    return one.effect, one.effort


def shown(widget: QWidget) -> list[str]:
    """The labels one can see in a widget."""
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]


def test_a_drag_sets_effect_and_effort_in_one_step(dialog: Improving, window: Window) -> None:
    dialog.turn("matrix")
    QApplication.processEvents()
    steps = len(work_of(window).document.history())
    card = next(one for one in dialog.matrix.cards.values() if one.cell == (3, 1))
    field = dialog.matrix.field
    target = field.laid().cells[1, 3]
    at = QPoint(round(target.x + target.width / 2), round(target.y + target.height / 2))
    drag(card, field, at, drop=False)
    assert "effect: low, effort: high" in shown(dialog.matrix)
    QTest.mouseRelease(
        card, Qt.MouseButton.LeftButton, pos=card.mapFromGlobal(field.mapToGlobal(at))
    )
    assert "effect: low, effort: high" not in shown(dialog.matrix)
    assert cell(window, card.record_id) == (1, 3)
    assert card.cell == (1, 3)
    assert len(work_of(window).document.history()) == steps + 1
    drag(card, dialog.matrix.tray, QPoint(60, 200))
    assert cell(window, card.record_id) == (0, 0)
    assert not card.rated
    press(Key.Key_Z, CTRL)
    press(Key.Key_Z, CTRL)
    assert cell(window, card.record_id) == (3, 1)


def test_keys_move_through_the_matrix(dialog: Improving, window: Window) -> None:
    dialog.turn("matrix")
    QApplication.processEvents()
    card = next(one for one in dialog.matrix.cards.values() if one.cell == (2, 1))
    card.setFocus()
    card.click()
    press(Key.Key_Right, CTRL)
    press(Key.Key_Up, CTRL)
    assert cell(window, card.record_id) == (3, 2)
    assert card.hasFocus()
    press(Key.Key_0)
    assert cell(window, card.record_id) == (0, 0)
    press(Key.Key_Up, CTRL)
    assert cell(window, card.record_id) == (2, 2)
    before = dialog.chosen
    press(Key.Key_Left)
    assert dialog.chosen != before
    assert dialog.matrix.cards[dialog.chosen].hasFocus()


def test_an_opportunity_of_the_matrix_becomes_a_hypothesis(
    dialog: Improving, window: Window
) -> None:
    dialog.turn("matrix")
    opportunity = work_of(window).journey.get(Opportunity, dialog.chosen)
    (dialog.matrix.card or dialog).setFocus()
    press(Key.Key_H)
    assert dialog.tab == "matrix", "it is the key of the map that does it here too"
    press(Key.Key_T, CTRL)
    assert dialog.tab == "board"
    made = work_of(window).journey.get(Hypothesis, dialog.chosen)
    assert (made.about_id, made.if_text) == (opportunity.id, opportunity.text)


def test_cards_of_the_matrix_never_lie_over_each_other(dialog: Improving, window: Window) -> None:
    work = work_of(window)
    with work.document.edit("step.many_path", n=2) as draft:
        for one in work.journey.all(Opportunity):
            moves.set_effect_effort(draft, one.id, 3, 1)
    dialog.turn("matrix")
    QApplication.processEvents()
    boxes = [one.geometry() for one in dialog.matrix.field.cards]
    assert len(boxes) == len(work.journey.all(Opportunity))
    assert not any(one.intersects(other) for at, one in enumerate(boxes) for other in boxes[:at])
    assert dialog.matrix.field.quadrant_names()[0] == "Do first"


def test_a_card_with_half_a_rating_says_which_half(dialog: Improving, window: Window) -> None:
    work = work_of(window)
    half, whole = work.journey.all(Opportunity)[:2]
    with work.document.edit("step.many_path", n=2) as draft:
        moves.set_effect_effort(draft, half.id, 3, 0)
        moves.set_effect_effort(draft, whole.id, 2, 1)
    dialog.turn("matrix")
    asides = {key: card.texts[1] for key, card in dialog.matrix.cards.items()}
    assert asides[half.id] == "effect: high, effort: not rated"
    assert "effect" not in asides[whole.id]


def test_the_sheet_stays_under_the_cursor_while_one_types(dialog: Improving) -> None:
    dialog.board.columns[0].cards[0].setFocus()
    press(Key.Key_F2)
    page, field = dialog.sheet.page, QApplication.focusWidget()
    write("less work")
    assert page is not None
    assert dialog.sheet.page is page
    assert QApplication.focusWidget() is field


def test_the_name_of_a_metric_that_was_looked_up_can_be_typed_on_the_board(
    dialog: Improving, window: Window
) -> None:
    running = named(window, "Running")
    dialog.go_to(running.id)
    dialog.go_to(running.metric_id or "")
    assert dialog.sheet.page is not None
    dialog.sheet.page.begin()
    field = QApplication.focusWidget()
    write("Calls")
    assert dialog.sheet.record_id == running.metric_id
    assert QApplication.focusWidget() is field
    metric = work_of(window).journey.get(Metric, running.metric_id or "")
    assert "Calls" in metric.title
    dialog.go_to(running.id)
    assert dialog.sheet.record_id == running.id


def test_the_foot_says_how_cards_are_moved_in_what_is_shown(dialog: Improving) -> None:
    assert dialog.told.text().startswith("Drag cards between the columns")
    dialog.turn("matrix")
    assert dialog.told.text().startswith("Drag cards to where they belong")


# From the map


def test_keys_of_the_map_make_opportunity_and_hypothesis(window: Window) -> None:
    work = work_of(window)
    barrier = work.journey.all(Barrier)[0]
    work.canvas.select((barrier.id,))
    assert window.commands["edit.hypothesis"].isEnabled()
    work.canvas.setFocus()
    press(Key.Key_T, CTRL)
    made = work.journey.all(Hypothesis)[-1]
    assert (made.about_id, made.because) == (barrier.id, barrier.text)
    assert window.bench.inspector.shown == made.id
    work.canvas.select(())
    assert not window.commands["edit.hypothesis"].isEnabled()


def test_the_floating_bar_offers_what_comes_next(window: Window) -> None:
    work, bar = work_of(window), window.bench.bar
    assert bar is not None
    work.canvas.set_zoom(1.0)
    work.canvas.select((work.journey.all(Barrier)[0].id,), reveal=True)
    assert bar.answer.text() == "Opportunity"
    assert not bar.severity[0].isHidden()
    opportunity = work.journey.all(Opportunity)[1]
    work.canvas.select((opportunity.id,), reveal=True)
    assert bar.answer.text() == "Hypothesis"
    assert bar.severity[0].isHidden()
    number = len(work.journey.all(Hypothesis))
    bar.answer.click()
    assert len(work.journey.all(Hypothesis)) == number + 1


def test_the_chain_leads_to_the_board(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[str, str]] = []

    def look(self: Improving) -> int:
        shown.append((self.tab, self.chosen))
        return 0

    monkeypatch.setattr(Improving, "exec", look)
    work = work_of(window)
    running = named(window, "Running")
    work.editing.board_asked.emit(running.id)
    bare = next(
        one for one in work.journey.all(Opportunity)
        if one.id not in {h.about_id for h in work.journey.all(Hypothesis)}
    )  # fmt: skip
    work.editing.board_asked.emit(bare.id)
    window.commands["map.hypotheses"].trigger()
    assert shown[:2] == [("board", running.id), ("matrix", bare.id)]
    assert shown[2][0] == "board"


# The inspector's page of a hypothesis


def trial_of(window: Window, hypothesis_id: str) -> tuple[Page, Trial]:
    window.bench.inspector.show_record(hypothesis_id)
    page = window.bench.inspector.page
    assert page is not None
    return page, next(one for one in page.parts if isinstance(one, Trial))


def test_the_inspector_asks_too_and_takes_the_outcome(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer(monkeypatch, 0)
    idea = named(window, "B")
    _, trial = trial_of(window, idea.id)
    trial.segments.buttons["running"].click()
    assert len(asked) == 1
    assert trial.segments.choice == "idea"
    assert trial.outcome.isHidden()
    _, trial = trial_of(window, named(window, "Running").id)
    steps = len(work_of(window).document.history())
    trial.segments.buttons["rejected"].click()
    assert not trial.outcome.isHidden()
    assert isinstance(trial.outcome, Text)
    trial.outcome.control.insertPlainText("Nobody read it")
    ended = named(window, "Running")
    assert (ended.status, ended.outcome) == ("rejected", "Nobody read it")
    assert len(work_of(window).document.history()) == steps + 1


def test_the_hypothesis_may_be_gone_when_the_question_is_answered(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    idea = named(window, "B")
    _, trial = trial_of(window, idea.id)

    def reply(*_asked: object) -> int:
        window.commands["edit.undo"].trigger()
        return 0

    monkeypatch.setattr(plain, "ask", reply)
    while idea.id in work_of(window).journey:
        steps = len(work_of(window).document.history())
        trial.segments.buttons["running"].click()
        assert len(work_of(window).document.history()) <= steps


def test_a_missing_metric_is_chosen_or_made_in_the_chain(window: Window) -> None:
    work = work_of(window)
    idea = named(window, "B")
    page, _ = trial_of(window, idea.id)
    part: Any = next(one for one in page.parts if type(one).__name__ == "Chain")
    menu = part._metric_menu(idea, page)
    texts = [one.text() for one in menu.actions() if one.text()]
    assert texts[-1] == "New metric"
    menu.actions()[0].trigger()
    first = work.journey.metrics(work.map_id)[0]
    assert named(window, "B").metric_id == first.id
    window.commands["edit.undo"].trigger()
    part._add_metric(named(window, "B"))
    made = work.journey.get(Metric, named(window, "B").metric_id or "")
    assert window.bench.inspector.shown == made.id
    assert window.bench.inspector.page is not None
    assert isinstance(window.bench.inspector.page.fields["title"], Line)
