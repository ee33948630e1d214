"""Copying and pasting in the table: as a spreadsheet does it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from cjm_desktop.journey import tables
from cjm_desktop.journey.records import Stage, Step
from cjm_desktop.journey.sifting import Only
from cjm_desktop.journey.tables import STAGE_ROW, STEP_ROW, Place
from cjm_desktop.ui.tabular.layout import TableLayout
from tests.ui.tabular.conftest import Table

CONTROL = Qt.KeyboardModifier.ControlModifier
Show = Callable[..., Table]


def clip(text: str = "", html: str = "") -> None:
    """Put a table on the clipboard, as another program does."""
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def answer(said: str) -> None:
    """Press the button that says so, once the question is asked."""
    timer = QTimer(QApplication.instance())

    def press() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            timer.stop()
            timer.deleteLater()
            next(one for one in box.buttons() if one.text() == said).click()

    timer.timeout.connect(press)
    timer.start(5)


def test_a_block_is_copied_as_text_and_as_html(show: Show) -> None:
    table = show()
    row = table.row("actions")
    table.view.select_places([Place(row, 0), Place(row, 1), Place(row + 1, 0), Place(row + 1, 1)])
    table.key(Qt.Key.Key_C, CONTROL)
    data = QGuiApplication.clipboard().mimeData()
    block = table.view.source.block(range(row, row + 2), range(2))
    assert tables.from_tsv(data.text()) == block
    assert tables.from_html(data.html()) == block


def test_the_edit_menu_is_about_the_cell_one_stands_in_though_it_is_empty(show: Show) -> None:
    table = show()
    row = table.row("actions")
    table.at(row, 0)
    table.key(Qt.Key.Key_Delete)
    clip("left over")
    commands = table.window.commands
    assert not table.work.canvas.selection
    assert commands["edit.copy"].isEnabled()
    commands["edit.copy"].trigger()
    assert QGuiApplication.clipboard().text().strip('"') == ""
    commands["view.map"].trigger()
    assert not commands["edit.copy"].isEnabled()


def test_a_block_is_pasted_to_the_right_and_down(show: Show) -> None:
    table = show()
    row = table.row("actions")
    table.at(row, 0)
    clip('one\t"two\nthree"\r\nfour\tfive\r\n')
    steps = table.steps()
    table.key(Qt.Key.Key_V, CONTROL)
    assert table.texts(row, 1) == ["two", "three"]
    assert table.texts(row + 1, 0) == ["four"]
    assert table.steps() == steps + 1
    assert len(table.view.places()) == 4


def test_a_text_pasted_over_several_cards_comes_under_them(show: Show) -> None:
    table = show()
    row = table.row("actions")
    table.at(row, 0)
    before, were = table.ids(row, 0), table.texts(row, 0)
    assert len(before) > 1
    clip("Looks round")
    table.key(Qt.Key.Key_V, CONTROL)
    assert table.texts(row, 0) == [*were, "Looks round"]
    assert table.ids(row, 0)[:-1] == before
    feelings = table.row("feelings")
    table.at(feelings, 0)
    were = table.texts(feelings, 0)
    assert len(were) > 2
    clip("2 glad")
    table.key(Qt.Key.Key_V, CONTROL)
    assert table.texts(feelings, 0) == ["+2 glad", *were[1:]]


def test_cards_that_give_way_to_a_pasted_block_are_counted(show: Show) -> None:
    table = show()
    row = table.row("actions")
    counts = [len(table.ids(row, one)) for one in (0, 1)]
    table.at(row, 0)
    told: list[str] = []
    table.work.canvas.refused.connect(told.append)
    clip("one\ttwo")
    table.key(Qt.Key.Key_V, CONTROL)
    assert [table.texts(row, one) for one in (0, 1)] == [["one"], ["two"]]
    gone = sum(counts) - 2
    assert told == [f"{gone} cards gave way to what was pasted. Undo brings them back."]
    table.at(row, 0)
    clip("three\tfour")
    table.key(Qt.Key.Key_V, CONTROL)
    assert len(told) == 1, "no card has gone"


def test_merged_cells_of_a_spreadsheet_name_stages(show: Show) -> None:
    table = show()
    table.at(STAGE_ROW, 0)
    clip("x", "<table><tr><td colspan=2>One</td><td>Two</td></tr>"
              "<tr><td>a</td><td>b</td><td>c</td></tr></table>")  # fmt: skip
    table.key(Qt.Key.Key_V, CONTROL)
    assert [table.texts(STAGE_ROW, one) for one in (0, 2)] == [["One"], ["Two"]]
    assert [table.texts(STEP_ROW, one) for one in (0, 1, 2)] == [["a"], ["b"], ["c"]]


def test_one_text_fills_every_selected_cell(show: Show) -> None:
    table = show()
    row = table.row("actions")
    table.view.select_places([Place(row, column) for column in range(3)])
    clip("the same")
    table.key(Qt.Key.Key_V, CONTROL)
    assert [table.texts(row, one) for one in range(3)] == [["the same"]] * 3


def test_beyond_the_edge_new_steps_are_offered(show: Show) -> None:
    table = show()
    row, width = table.row("actions"), table.view.source.table.width
    table.at(row, width - 1)
    count = len(table.journey.all(Step))
    clip("a\tb\tc")
    answer("Cancel")
    table.key(Qt.Key.Key_V, CONTROL)
    assert table.texts(row, width - 1) != ["a"]
    answer("Paste what fits")
    table.key(Qt.Key.Key_V, CONTROL)
    assert table.texts(row, width - 1) == ["a"]
    assert len(table.journey.all(Step)) == count
    answer("Paste with new columns")
    table.key(Qt.Key.Key_V, CONTROL)
    assert table.texts(row, width + 1) == ["c"]
    assert len(table.journey.all(Step)) == count + 2


def test_cut_empties_and_paste_elsewhere_fills(show: Show) -> None:
    table = show()
    row = table.row("actions")
    table.at(row, 0)
    was = table.texts(row, 0)
    table.key(Qt.Key.Key_X, CONTROL)
    assert table.texts(row, 0) == []
    table.at(row, 4)
    table.key(Qt.Key.Key_Delete)
    table.key(Qt.Key.Key_V, CONTROL)
    assert table.texts(row, 4) == was


def test_what_is_far_too_large_is_refused_in_a_sentence(show: Show) -> None:
    table = show()
    table.at(table.row("actions"), 0)
    clip("x\t" * 60_000)
    steps = table.steps()
    table.key(Qt.Key.Key_V, CONTROL)
    assert table.steps() == steps


def test_the_menu_offers_it_all_by_mouse(show: Show) -> None:
    table = show()
    table.at(table.row("actions"), 0)
    menu = table.deeds.menu()
    said = [one.text() for one in menu.actions() if not one.isSeparator()]
    assert said[:3] == ["Copy", "Cut", "Paste"]
    width = table.view.source.table.width
    next(one for one in menu.actions() if one.text() == "Delete the step").trigger()
    assert table.view.source.table.width == width - 1
    menu.deleteLater()


def test_the_edit_menu_copies_and_pastes_cells(show: Show) -> None:
    table = show()
    row = table.row("actions")
    table.at(row, 0)
    table.window.commands["edit.copy"].trigger()
    assert tables.from_tsv(QGuiApplication.clipboard().text()) == [["\n".join(table.texts(row, 0))]]
    table.at(row, 3)
    were = table.texts(row, 3)
    table.window.commands["edit.paste"].trigger()
    assert table.texts(row, 3) == were + table.texts(row, 0)


def test_ctrl_d_fills_down_and_along_and_from_above(show: Show) -> None:
    table = show()
    row = table.row("actions")
    first = table.texts(row, 0)
    table.view.select_places([Place(row, column) for column in range(3)])
    table.key(Qt.Key.Key_D, CONTROL)
    assert table.undo_name() == "Fill 3 cells of the table"
    assert [table.texts(row, one) for one in range(3)] == [first] * 3
    assert len(table.view.places()) == 3
    table.view.select_places([Place(row, 1), Place(row + 1, 1)])
    table.key(Qt.Key.Key_D, CONTROL)
    assert table.texts(row + 1, 1) == first
    table.at(row + 1, 2)
    table.key(Qt.Key.Key_D, CONTROL)
    assert table.texts(row + 1, 2) == first


def test_delete_in_the_menu_empties_cells_and_takes_no_stage(show: Show) -> None:
    table = show()
    row, stages = table.row("actions"), len(table.journey.all(Stage))
    table.view.select_places([Place(STAGE_ROW, 0), Place(row, 0)])
    table.window.commands["edit.delete"].trigger()
    assert table.texts(row, 0) == []
    assert len(table.journey.all(Stage)) == stages


def test_a_filter_dims_or_hides_in_the_table_and_editing_keeps_what_is_hidden(show: Show) -> None:
    table = show()
    row = table.row("barriers")
    column = next(one for one in range(9) if table.ids(row, one))
    whole = table.texts(row, column)
    table.work.set_look(only=Only(holds=("actions",)))
    source = table.view.source
    assert set(table.ids(row, column)) <= source.dimmed
    assert source.shown(row, column).lines
    table.work.set_look(others="hide")
    assert not source.shown(row, column).lines
    assert table.texts(row, column) == whole
    table.view.setFocus()
    table.key(Qt.Key.Key_Escape)
    assert not source.dimmed


def test_widths_are_kept_with_the_file(show: Show) -> None:
    table = show()
    table.view.setColumnWidth(1, 300)
    table.work.note_view()
    assert list(table.work.document.view_state["widths"].values()) == [300]
    table.window.commands["view.map"].trigger()
    table.window.commands["view.table"].trigger()
    shown = table.window.bench.layouts.shown
    assert isinstance(shown, TableLayout)
    assert shown.widget.columnWidth(1) == 300


def test_a_head_renames_and_moves_its_column(show: Show) -> None:
    table = show()
    table.at(STEP_ROW, 1)
    name = table.texts(STEP_ROW, 1)
    menu = table.deeds.menu()
    next(one for one in menu.actions() if one.text() == "Move the step to the left").trigger()
    menu.deleteLater()
    assert table.texts(STEP_ROW, 0) == name
    assert table.view.place == Place(STEP_ROW, 0)


def test_a_table_with_headings_of_its_own_is_shown_first(show: Show) -> None:
    table = show()
    row = table.row("actions")
    lane = table.view.source.row_name(row)
    step = table.texts(STEP_ROW, 1)[0]
    shown: list[list[list[str]]] = []
    table.deeds.show_table = shown.append
    table.at(row, 0)
    clip(f"\t{step}\r\n{lane}\tone more\r\n")
    table.key(Qt.Key.Key_V, CONTROL)
    assert shown == [[["", step], [lane, "one more"]]]
    clip("a\tb\r\nc\td")
    table.key(Qt.Key.Key_V, CONTROL)
    assert len(shown) == 1
    assert table.texts(row, 1) == ["b"]
