"""The outline in the real window: folding, renaming and moving, in step with the map."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from cjm_desktop.journey import moves
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Barrier, Card, Feeling, Stage, Step
from cjm_desktop.journey.sifting import Only
from cjm_desktop.ui.tree.layout import TreeLayout
from cjm_desktop.ui.tree.telling import DIM, SEVERITY
from cjm_desktop.ui.tree.view import TreeView
from cjm_desktop.ui.window import Window
from tests.ui.conftest import MakeDesk, OpenMap, work_of

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Tree:
    """Works on an outline, and looks at what came of it."""

    def __init__(self, window: Window) -> None:
        self.window, self.work = window, work_of(window)
        shown = window.bench.layouts.shown
        assert isinstance(shown, TreeLayout)
        self.layout = shown
        self.view: TreeView = shown.widget
        self.source = shown.widget.source

    @property
    def journey(self) -> Journey:
        """The records as the document has them."""
        return self.work.journey

    def at(self, record_id: str) -> QModelIndex:
        """Stand on a record."""
        self.view.select_ids((record_id,))
        QApplication.processEvents()
        return self.source.find(record_id)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press a key in the editor that is open, or in the tree."""
        field = QApplication.focusWidget()
        inside = field is not None and self.view.isAncestorOf(field)
        QTest.keyClick(field if inside and field is not None else self.view, key, held)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Write over what is selected in the editor that is open."""
        field = QApplication.focusWidget()
        assert isinstance(field, QPlainTextEdit)
        field.insertPlainText(text)

    def lines(self, above: QModelIndex | None = None) -> list[str]:
        """The ids of the lines of a branch."""
        above = above or QModelIndex()
        return [
            self.source.item(self.source.index(row, 0, above)).id
            for row in range(self.source.rowCount(above))
        ]

    def drop(self, ids: list[str], parent_id: str, row: int) -> bool:
        """Carry things to a row of a branch; whether they may lie there."""
        data = self.source.mimeData([self.source.find(one) for one in ids])
        above = self.source.find(parent_id) if parent_id else QModelIndex()
        move = Qt.DropAction.MoveAction
        may = self.source.canDropMimeData(data, move, row, 0, above)
        assert not self.source.dropMimeData(data, move, row, 0, above)
        return may

    def stages(self) -> list[str]:
        """The ids of the stages, first to last."""
        return [one.id for one in self.journey.stages(self.work.map_id)]

    def steps(self, stage: int = 0) -> list[str]:
        """The ids of the steps of a stage."""
        return [one.id for one in self.journey.steps(self.stages()[stage])]

    def cards(self, step_id: str, holds: str) -> list[str]:
        """The ids of the cards of a step in a kind of lane."""
        lane = next(one for one in self.journey.lanes(self.work.map_id) if one.holds == holds)
        stage_id = self.journey.get(Step, step_id).stage_id
        return [one.id for one in self.journey.cards(lane.id, stage_id, step_id)]


Show = Callable[..., Tree]


@pytest.fixture
def show(make_desk: MakeDesk, open_map: OpenMap, qtbot: QtBot) -> Show:
    """Show a new map as an outline."""

    def shown(template: str = "sample-b2b", language: str = "en") -> Tree:
        window = open_map(make_desk(language=language), template)
        window.commands["view.outline"].trigger()
        qtbot.wait(1)
        return Tree(window)

    return shown


def test_stages_hold_steps_and_steps_their_cards(show: Show) -> None:
    tree = show()
    assert tree.lines() == tree.stages()
    first = tree.source.find(tree.stages()[0])
    assert tree.lines(first) == tree.steps()
    step = tree.steps()[0]
    under = tree.lines(tree.source.find(step))
    assert set(tree.cards(step, "actions")) < set(under)
    card = tree.source.find(under[0])
    assert card.data(Qt.ItemDataRole.DecorationRole) is not None
    assert card.data(Qt.ItemDataRole.AccessibleTextRole) == card.data()
    assert str(card.data(Qt.ItemDataRole.AccessibleDescriptionRole)).startswith("Actions, ")


def test_the_line_one_stands_on_is_selected(show: Show) -> None:
    tree = show()
    first = tree.journey.stages(tree.work.map_id)[0]
    tree.work.canvas.select(())
    tree.view.selectionModel().clearSelection()
    tree.window.commands["view.map"].trigger()
    assert tree.work.canvas.selection == ()
    tree.window.commands["view.outline"].trigger()
    QApplication.processEvents()
    assert tree.work.canvas.selection == (first.id,)


def test_what_is_folded_stays_so_and_comes_back_with_the_file(
    show: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    tree = show()
    second = tree.source.find(tree.stages()[1])
    step = tree.source.find(tree.steps()[0])
    folded = {tree.source.item(one).id for one in (second, step)}
    tree.view.collapse(step)
    tree.view.collapse(second)
    tree.window.commands["view.map"].trigger()
    tree.window.commands["view.outline"].trigger()
    again = Tree(tree.window)
    assert not any(again.view.isExpanded(again.source.find(one)) for one in folded)
    assert again.view.isExpanded(again.source.find(tree.stages()[0]))
    path = tmp_path / "folded.cjm"
    tree.work.note_view()
    tree.work.document.save_as(path)
    tree.window.commands["file.close"].trigger()
    tree.window.desk.open_files([path], tree.window)
    assert work_of(tree.window).folded == folded
    loaded = Tree(tree.window)
    assert not any(loaded.view.isExpanded(loaded.source.find(one)) for one in folded)
    loaded.view.expand(loaded.source.find(tree.stages()[1]))
    assert work_of(tree.window).folded == folded - {tree.stages()[1]}


def test_enter_renames_in_place(show: Show) -> None:
    tree = show()
    card = tree.cards(tree.steps()[0], "actions")[0]
    tree.at(card)
    tree.key(Qt.Key.Key_Return)
    tree.type("Another action")
    tree.key(Qt.Key.Key_Return)
    assert tree.journey.get(Card, card).text == "Another action"
    tree.at(tree.stages()[0])
    tree.key(Qt.Key.Key_F2)
    tree.type("Begin")
    tree.key(Qt.Key.Key_Return)
    assert tree.journey.get(Stage, tree.stages()[0]).title == "Begin"
    tree.key(Qt.Key.Key_F2)
    tree.type("never mind")
    tree.key(Qt.Key.Key_Escape)
    assert tree.journey.get(Stage, tree.stages()[0]).title == "Begin"


def test_a_feeling_is_a_number_and_a_word(show: Show) -> None:
    tree = show()
    point = next(one for one in tree.journey.all(Feeling) if tree.source.find(one.id).isValid())
    tree.source.setData(tree.source.find(point.id), "-2 lost")
    now = tree.journey.get(Feeling, point.id)
    assert (now.value, now.word) == (-2, "lost")


def test_things_are_carried_to_another_place(show: Show) -> None:
    tree = show()
    a, b, *rest = tree.stages()
    assert tree.drop([b], "", 0)
    assert tree.stages() == [b, a, *rest]
    assert tree.lines() == tree.stages()
    here, there = tree.steps(0)[0], tree.steps(1)[1]
    before = tree.cards(there, "actions")
    card = tree.cards(here, "actions")[0]
    assert tree.drop([card], there, -1)
    assert tree.cards(there, "actions") == [*before, card]
    assert tree.work.canvas.selection == (card,)
    assert tree.drop([card], there, 0)
    assert tree.cards(there, "actions") == [card, *before]
    step = tree.steps(0)[0]
    assert tree.drop([step], tree.stages()[1], 0)
    assert tree.steps(1)[0] == step


def test_what_cannot_lie_there_is_not_dropped(show: Show) -> None:
    tree = show()
    stage, step = tree.stages()[0], tree.steps()[0]
    card = tree.cards(step, "actions")[0]
    steps = len(tree.work.document.history())
    assert not tree.drop([stage], step, -1)
    assert not tree.drop([step], "", 0)
    assert not tree.drop([card], "", 0)
    assert not tree.drop([step, card], stage, 0)
    assert len(tree.work.document.history()) == steps


def test_ctrl_arrows_move_as_on_the_map(show: Show) -> None:
    tree = show()
    a, b, *rest = tree.stages()
    tree.at(a)
    tree.key(Qt.Key.Key_Down, CONTROL)
    assert tree.stages() == [b, a, *rest]
    assert tree.view.ids() == [a]
    tree.key(Qt.Key.Key_Up, CONTROL)
    assert tree.stages() == [a, b, *rest]
    cards = tree.cards(tree.steps()[0], "actions")
    tree.at(cards[0])
    tree.key(Qt.Key.Key_Down, CONTROL)
    assert tree.cards(tree.steps()[0], "actions") == [cards[1], cards[0]]
    assert tree.view.ids() == [cards[0]]


def test_ins_makes_one_more_and_del_takes_it(show: Show) -> None:
    tree = show()
    step = tree.steps()[0]
    before = tree.cards(step, "actions")
    tree.at(before[0])
    tree.key(Qt.Key.Key_Insert)
    tree.type("One more")
    tree.key(Qt.Key.Key_Return)
    (new,) = set(tree.cards(step, "actions")) - set(before)
    assert tree.journey.get(Card, new).text == "One more"
    assert tree.view.ids() == [new]
    tree.key(Qt.Key.Key_Delete)
    assert tree.cards(step, "actions") == before


def test_selection_goes_both_ways(show: Show) -> None:
    tree = show()
    card = tree.cards(tree.steps()[0], "actions")[0]
    tree.at(card)
    assert tree.work.canvas.selection == (card,)
    assert tree.window.bench.inspector.shown == card
    step = tree.steps(1)[0]
    tree.work.canvas.select((step,))
    assert tree.view.ids() == [step]


def test_the_edit_menu_is_about_the_lines_that_are_selected(show: Show) -> None:
    tree = show()
    commands, step = tree.window.commands, tree.steps()[0]
    card = tree.cards(step, "actions")[0]
    tree.at(card)
    commands["edit.copy"].trigger()
    there = tree.steps(1)[0]
    tree.at(there)
    before = tree.cards(there, "actions")
    commands["edit.paste"].trigger()
    assert len(tree.cards(there, "actions")) == len(before) + 1
    tree.view.clearSelection()
    assert tree.work.canvas.selection == ()
    assert not commands["edit.delete"].isEnabled(), "what is seen nowhere could be deleted"
    commands["edit.select_all"].trigger()
    assert set(tree.view.ids()) == set(tree.work.canvas.selection) > {step, there, *tree.stages()}


@pytest.mark.qt_log_ignore("does not support grabbing", extend=True)
def test_the_outline_may_go_while_its_menu_is_open(show: Show) -> None:
    tree = show()
    tree.at(tree.steps()[0])

    def go() -> None:
        tree.window.commands["view.map"].trigger()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    QTimer.singleShot(0, tree.window, go)
    tree.view.menu_asked.emit(QPoint())
    assert tree.window.bench.layouts.shown is None


def test_the_model_is_sound_whatever_happens(show: Show) -> None:
    tree = show()
    tester = QAbstractItemModelTester(
        tree.source, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    resets: list[int] = []
    tree.source.modelReset.connect(lambda: resets.append(1))
    map_id, change = tree.work.map_id, tree.work.canvas.change
    stages = tree.stages()
    name = {"name": "x"}
    change("step.add_stage", lambda d: moves.add_stage(d, map_id, "New", 1, ("a", "b")), name)
    change("step.move_stage", lambda d: moves.move_stage(d, stages[0], 3), name)
    change("step.delete_stage", lambda d: moves.drop(d, stages[1]), name)
    change("step.move_step", lambda d: moves.move_step(d, tree.steps(2)[0], stages[-1], 0), name)
    for _ in range(4):
        tree.window.commands["edit.undo"].trigger()
    assert resets == []
    assert tree.lines() == tree.stages() == stages
    tree.work.set_look(path="to_be")
    tree.work.set_look(path="both")
    assert tree.lines() == stages
    tester.deleteLater()


def test_the_menu_adds_a_card_of_any_lane(show: Show) -> None:
    tree = show()
    step = tree.steps()[1]
    before = tree.cards(step, "barriers")
    tree.at(step)
    menu = tree.layout.menu()
    adding = next(one.menu() for one in menu.actions() if one.menu() is not None)
    said = {one.text(): one for one in adding.actions()}  # type: ignore[attr-defined]
    said["Barriers"].trigger()
    assert len(tree.cards(step, "barriers")) == len(before) + 1
    menu.deleteLater()


@pytest.mark.parametrize("command", ["view.map", "view.table", "view.outline"])
def test_every_way_leads_to_every_other(show: Show, command: str) -> None:
    tree = show()
    tree.window.commands[command].trigger()
    wanted = command.removeprefix("view.")
    assert tree.work.layout == ("map" if wanted == "outline" else wanted)
    assert tree.window.bench.view.layouts.choice == tree.work.layout
    assert tree.window.bench.layouts.front.isVisible()


def test_keys_copy_paste_double_and_delete_lines(show: Show) -> None:
    tree = show()
    tree.view.setFocus()
    step, there = tree.steps()[0], tree.steps(1)[0]
    before, aim = tree.cards(step, "actions"), tree.cards(there, "actions")
    tree.at(before[0])
    tree.key(Qt.Key.Key_C, CONTROL)
    tree.key(Qt.Key.Key_D, CONTROL)
    assert len(tree.cards(step, "actions")) == len(before) + 1
    tree.at(there)
    tree.key(Qt.Key.Key_V, CONTROL)
    assert len(tree.cards(there, "actions")) == len(aim) + 1
    tree.at(before[0])
    tree.key(Qt.Key.Key_X, CONTROL)
    assert before[0] not in tree.journey


def test_signs_tell_feelings_and_severity_and_the_filter_dims_or_hides(show: Show) -> None:
    tree = show()
    worst = max(tree.journey.all(Barrier), key=lambda one: one.severity)
    line = tree.source.find(worst.id)
    assert line.data(SEVERITY) == 3
    assert "loses the customer" in str(line.data(Qt.ItemDataRole.AccessibleDescriptionRole))
    step = tree.steps()[0]
    card = tree.cards(step, "actions")[0]
    assert tree.source.find(card).data(SEVERITY) == 0
    tree.work.set_look(only=Only(severities=(3,)))
    assert tree.source.find(card).data(DIM)
    assert not tree.source.find(worst.id).data(DIM)
    tree.work.set_look(others="hide")
    assert not tree.source.find(card).isValid()
    assert tree.source.find(worst.id).isValid()
    tree.view.setFocus()
    tree.key(Qt.Key.Key_Escape)
    assert tree.source.find(card).isValid()
