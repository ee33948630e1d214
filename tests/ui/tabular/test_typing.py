"""The table in the real window: typing, walking, and in step with the map."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjm_desktop.journey import moves, tables
from cjm_desktop.journey.records import Card, Measurement, Stage, Step
from cjm_desktop.journey.tables import HEADS, STAGE_ROW, STEP_ROW, Place
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.hypotheses import today
from cjm_desktop.ui.tabular.view import TableView
from cjm_desktop.ui.window import Window
from tests.ui.conftest import OpenMap, work_of
from tests.ui.tabular.conftest import Table

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
Show = Callable[..., Table]


def test_one_key_shows_the_table_and_the_same_key_the_map(show: Show) -> None:
    table = show()
    window = table.window
    assert table.view.isVisible()
    assert not table.work.canvas.isVisible()
    assert window.bench.view.layouts.choice == "table"
    assert table.view.hasFocus()
    QTest.keyClick(table.view, Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    assert table.work.canvas.isVisible()
    assert table.work.canvas.hasFocus()
    assert window.bench.view.layouts.choice == "map"


def test_typing_takes_the_place_of_a_card_and_enter_goes_down(show: Show) -> None:
    table = show()
    row = table.row("barriers")
    column = next(one for one in range(9) if len(table.ids(row, one)) == 1)
    table.at(row, column)
    before = table.ids(row, column)
    table.type("Looks round")
    table.key(Qt.Key.Key_Return)
    assert table.texts(row, column) == ["Looks round"]
    assert table.ids(row, column) == before
    assert table.view.place == Place(row + 1, column)
    assert table.undo_name().startswith("Write into")


def test_typing_over_several_cards_adds_a_line_under_them(show: Show) -> None:
    table = show()
    row = table.row("actions")
    table.at(row, 0)
    before, were = table.ids(row, 0), table.texts(row, 0)
    assert len(before) > 1
    table.type("Looks round")
    assert table.editor.toPlainText().split("\n") == [*were, "Looks round"]
    table.key(Qt.Key.Key_Return)
    assert table.texts(row, 0) == [*were, "Looks round"]
    assert table.ids(row, 0)[:-1] == before


def test_a_number_typed_over_several_feelings_changes_the_first(show: Show) -> None:
    table = show()
    row = table.row("feelings")
    table.at(row, 0)
    before, were = table.ids(row, 0), table.texts(row, 0)
    assert len(before) > 2
    table.type("2 glad")
    assert table.editor.toPlainText().split("\n") == ["2 glad", *were[1:]]
    table.key(Qt.Key.Key_Return)
    assert table.texts(row, 0) == ["+2 glad", *were[1:]]
    assert table.ids(row, 0) == before


def test_tab_walks_right_and_enter_comes_back_below(show: Show) -> None:
    table = show()
    row = table.row("actions")
    table.at(row, 2)
    for word in ("one", "two", "three"):
        table.type(word)
        table.key(Qt.Key.Key_Tab)
    assert table.view.place == Place(row, 5)
    table.key(Qt.Key.Key_Backtab, SHIFT)
    assert table.view.place == Place(row, 4)
    table.key(Qt.Key.Key_Return)
    assert table.view.place == Place(row + 1, 2)
    assert [table.texts(row, one)[-1] for one in (2, 3, 4)] == ["one", "two", "three"]


def test_ctrl_enter_begins_another_card_and_escape_gives_up(show: Show) -> None:
    table = show()
    row = table.row("actions")
    table.at(row, 0)
    before = table.ids(row, 0)
    table.key(Qt.Key.Key_F2)
    table.key(Qt.Key.Key_Return, CONTROL)
    table.type("one more")
    table.key(Qt.Key.Key_Return)
    assert table.texts(row, 0)[-1] == "one more"
    assert table.ids(row, 0)[: len(before)] == before
    steps = table.steps()
    table.at(row, 0)
    table.type("never mind")
    table.key(Qt.Key.Key_Escape)
    assert table.steps() == steps
    assert table.view.place == Place(row, 0)


def test_letters_that_are_tools_of_the_map_are_typed(show: Show) -> None:
    table = show()
    row = table.row("actions")
    table.at(row, 0)
    for letter in (Qt.Key.Key_T, Qt.Key.Key_V, Qt.Key.Key_N):
        table.key(letter)
    table.key(Qt.Key.Key_Return)
    assert table.texts(row, 0)[-1] == "tvn"
    assert table.work.canvas.tool == "select"


def test_right_of_the_edge_a_new_step_begins(show: Show) -> None:
    table = show()
    source = table.view.source
    count = len(table.journey.all(Step))
    table.at(STEP_ROW, source.table.width)
    table.type("After all")
    table.key(Qt.Key.Key_Tab)
    assert len(table.journey.all(Step)) == count + 1
    assert table.view.place == Place(STEP_ROW, source.table.width)
    table.at(STAGE_ROW, source.table.width)
    table.type("Farewell")
    table.key(Qt.Key.Key_Return)
    assert table.journey.stages(table.work.map_id)[-1].title == "Farewell"
    assert source.columnCount() == source.table.width + 1


def test_stage_names_join_their_steps_and_stay_in_sight(show: Show) -> None:
    table = show()
    view = table.view
    assert view.columnSpan(STAGE_ROW, 0) == 2
    assert not view.heads.isVisible()
    table.window.resize(1024, 700)
    QApplication.processEvents()
    view.setFixedHeight(240)
    QApplication.processEvents()
    table.at(view.source.table.height - 1, 0)
    assert view.heads.isVisible()
    assert view.heads.columnSpan(STAGE_ROW, 0) == 2
    middle = table.row("thoughts")
    table.at(middle, 0)
    assert view.visualRect(view.source.index(middle, 0)).top() >= view.heads.covers


def test_delete_empties_cells_but_takes_no_names(show: Show) -> None:
    table = show()
    row = table.row("actions")
    view = table.view
    view.select_places([Place(STEP_ROW, 0), Place(row, 0), Place(row, 1)])
    table.key(Qt.Key.Key_Delete)
    assert table.texts(row, 0) == table.texts(row, 1) == []
    assert table.texts(STEP_ROW, 0) != [""]
    assert view.places() == [Place(STEP_ROW, 0), Place(row, 0), Place(row, 1)]
    table.window.commands["edit.undo"].trigger()
    assert table.texts(row, 0)


def test_what_is_refused_stays_to_be_put_right(show: Show) -> None:
    table = show()
    table.at(STAGE_ROW, 0)
    table.type("x" * 301)
    table.key(Qt.Key.Key_Return)
    assert table.view.edits
    table.key(Qt.Key.Key_Escape)
    assert "x" * 301 not in [one.title for one in table.journey.all(Stage)]


def test_a_number_typed_is_a_value_of_today(show: Show) -> None:
    table = show()
    row = table.row("metrics")
    table.at(row, 0)
    table.type("3100")
    table.key(Qt.Key.Key_Return)
    newest = max(table.journey.all(Measurement), key=lambda one: one.date)
    assert (newest.value, newest.date) == (3100, today())


def test_ins_makes_a_column_and_names_it(show: Show) -> None:
    table = show()
    width = table.view.source.table.width
    table.at(table.row("actions"), 0)
    table.key(Qt.Key.Key_Insert)
    assert table.view.source.table.width == width + 1
    assert table.view.place == Place(STEP_ROW, 1)
    table.type("In between")
    table.key(Qt.Key.Key_Return)
    assert table.texts(STEP_ROW, 1) == ["In between"]


# In step with the map


def test_selection_goes_both_ways(show: Show, qtbot: QtBot) -> None:
    table = show()
    row = table.row("touchpoints")
    table.at(row, 2)
    assert table.work.canvas.selection == table.ids(row, 2)
    other = table.ids(table.row("thoughts"), 0)[0]
    table.work.canvas.select((other,))
    assert table.view.places() == [Place(table.row("thoughts"), 0)]
    assert table.window.bench.inspector.shown == other
    empty = next(
        column
        for column in range(table.view.source.table.width)
        if not table.ids(table.row("barriers"), column)
    )
    table.at(table.row("barriers"), empty)
    assert table.work.canvas.selection == ()
    assert table.work.canvas.standing == table.view.source.table.cell(table.row("barriers"), empty)


def test_an_edit_elsewhere_tells_only_the_cells_it_changed(show: Show) -> None:
    table = show()
    source = table.view.source
    row = table.row("actions")
    told: list[tuple[int, int, int]] = []
    resets: list[int] = []
    source.dataChanged.connect(
        lambda low, high, *_: told.append((low.row(), low.column(), high.column()))
    )
    source.modelReset.connect(lambda: resets.append(1))
    card = table.ids(row, 3)[0]
    table.work.canvas.change(
        "step.edit_text", lambda draft: moves.set_fields(draft, card, text="x"), {"name": "x"}
    )
    assert told == [(row, 3, 3)]
    assert resets == []


def test_the_model_is_sound_whatever_happens(show: Show) -> None:
    table = show()
    source = table.view.source
    tester = QAbstractItemModelTester(source, QAbstractItemModelTester.FailureReportingMode.Fatal)
    map_id, change = table.work.map_id, table.work.canvas.change
    stages = [one.id for one in table.journey.stages(map_id)]
    change(
        "step.add_stage",
        lambda draft: moves.add_stage(draft, map_id, "New", 1, ("a", "b")),
        {"name": "x"},
    )
    change("step.move_stage", lambda draft: moves.move_stage(draft, stages[0], 3), {"name": "x"})
    change("step.delete_stage", lambda draft: moves.drop(draft, stages[1]), {"name": "x"})
    lanes = table.journey.lanes(map_id)
    change(
        "step.add_lane",
        lambda draft: moves.add_lane(draft, map_id, "text", "Free", place=2),
        {"name": "x"},
    )
    change("step.delete_lane", lambda draft: moves.drop(draft, lanes[3].id), {"name": "x"})
    for _ in range(5):
        table.window.commands["edit.undo"].trigger()
    table.work.set_look(path="to_be")
    table.work.set_look(path="both")
    assert source.rowCount() == HEADS + len(source.table.lanes)
    shown = tables.rows(table.journey, map_id)
    assert shown[: HEADS + 1] == [
        [
            source.content(row, column).text
            if source.table.covered(row, column).start == column
            else ""
            for column in range(source.table.width)
        ]
        for row in range(HEADS + 1)
    ]
    tester.deleteLater()


def test_a_tool_of_the_map_brings_the_map(show: Show) -> None:
    table = show()
    table.window.commands["tool.barrier"].trigger()
    assert table.work.layout == "map"
    assert table.work.canvas.tool == "barrier"


def test_another_map_is_shown_as_a_table_too(show: Show) -> None:
    table = show()
    table.window.commands["map.add"].trigger()
    assert table.work.layout == "table"
    assert (
        table.view.source.table.columns == tables.of_map(table.journey, table.work.map_id).columns
    )


def test_the_file_remembers_the_table(desk: Desk, show: Show) -> None:
    table = show()
    table.work.note_view()
    assert table.work.document.view_state["layout"] == "table"
    window = table.window
    document = table.work.document
    window.leave_document()
    window.show_document(document)
    assert work_of(window).layout == "table"
    assert isinstance(window.bench.layouts.front, TableView)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_screen_readers_hear_where_they_are(show: Show, language: str) -> None:
    table = show(language=language)
    row, source = table.row("actions"), table.view.source
    interface = QAccessible.queryAccessibleInterface(table.view)
    assert interface is not None
    cell = interface.child((row + 1) * (source.columnCount() + 1) + 1)
    name = QAccessible.Text.Name
    assert cell.text(name) == source.index(row, 0).data().replace("\n", "; ")
    stage, step = source.table.columns[0]
    assert step is not None
    heads = cell.tableCellInterface()
    assert [one.text(name) for one in heads.columnHeaderCells()] == [
        f"{stage.title} › {step.title}"
    ]
    assert [one.text(name) for one in heads.rowHeaderCells()] == [source.row_name(row)]


def test_side_by_side_is_the_maps_business(show: Show) -> None:
    table = show()
    table.window.commands["view.beside"].trigger()
    assert table.work.layout == "map"
    assert table.work.beside is not None
    QApplication.processEvents()
    assert all(one.isVisible() for one in table.work.canvases)
    table.window.commands["view.table"].trigger()
    assert len(table.work.canvases) == 1
    assert table.work.look.path == "as_is"


def test_undo_while_the_table_is_in_front(show: Show) -> None:
    table = show()
    row = table.row("actions")
    card = table.ids(row, 0)[0]
    old = table.journey.get(Card, card).text
    table.at(row, 0)
    table.type("new")
    table.key(Qt.Key.Key_Return)
    QTest.keyClick(table.view, Qt.Key.Key_Z, CONTROL)
    assert table.journey.get(Card, card).text == old
    assert table.texts(row, 0)[0] == old


def test_a_window_without_a_document_shows_no_table(desk: Desk, open_map: OpenMap) -> None:
    window: Window = open_map(desk)
    window.commands["view.table"].trigger()
    window.commands["file.close"].trigger()
    assert window.work is None or not window.isVisible()


def test_a_lane_has_its_menu_and_is_renamed_on_the_map(show: Show) -> None:
    table = show()
    asked: list[str] = []
    table.view.lane_menu_asked.disconnect()
    table.view.lane_menu_asked.connect(lambda lane_id, _at: asked.append(lane_id))
    row = table.row("actions")
    names = table.view.verticalHeader()
    names.customContextMenuRequested.emit(QPoint(4, table.view.rowViewportPosition(row) + 4))
    lane = table.view.source.table.lane(row)
    assert lane is not None
    assert asked == [lane.id]
    table.work.canvas.edit_text(lane.id, "title")
    assert table.work.layout == "map"
    assert table.work.canvas.writing.editor is not None
    assert table.work.canvas.writing.editor.hasFocus()


def test_a_long_text_grows_its_row(show: Show) -> None:
    table = show()
    row = table.row("actions")
    before = table.view.rowHeight(row)
    table.at(row, 0)
    table.type("a long text that needs several lines of its cell " * 4)
    table.key(Qt.Key.Key_Return)
    QApplication.processEvents()
    assert table.view.rowHeight(row) > before


@pytest.mark.parametrize("command", ["view.outline", "view.map", "map.add"])
def test_what_is_typed_is_kept_when_one_goes_elsewhere(show: Show, command: str) -> None:
    table = show()
    row = table.row("actions")
    said: list[str] = []
    table.work.document.watch(
        lambda change: said.extend(one.text for one in change.put if isinstance(one, Card))
    )
    table.at(row, 0)
    table.type("Kept whatever comes")
    assert table.view.edits
    table.work.canvas.writing.commit()
    assert said == ["Kept whatever comes"]
    table.at(row, 1)
    table.type("This too")
    table.window.commands[command].trigger()
    assert said[-1] == "This too"


def test_an_editor_goes_with_its_column(show: Show) -> None:
    table = show()
    table.at(table.row("actions"), 0)
    table.type("never kept")
    stage, step = table.view.source.table.columns[0]
    assert step is not None
    table.work.canvas.change(
        "step.delete_step", lambda draft: moves.drop(draft, step.id), {"name": stage.title}
    )
    table.work.canvas.writing.commit()
    assert "never kept" not in [one.text for one in table.journey.all(Card)]


@pytest.mark.parametrize("command", ["view.to_be", "map.next"])
def test_what_is_typed_is_kept_when_another_path_or_map_is_shown(show: Show, command: str) -> None:
    table = show()
    if command == "map.next":
        table.window.commands["map.copy"].trigger()
    seen = table.work.map_id, table.work.look.path
    table.at(table.row("actions"), 0)
    table.type("Kept when one turns")
    table.window.commands[command].trigger()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert "Kept when one turns" in [one.text for one in table.journey.all(Card)]
    assert (table.work.map_id, table.work.look.path) != seen
