"""The quick sketch in the window: lines are the map, and the map is lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjm_desktop.document import Document
from cjm_desktop.exchange.outline import write
from cjm_desktop.journey import moves
from cjm_desktop.journey.records import Barrier, Stage
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.sketch.pane import Pane
from cjm_desktop.ui.sketch.pasting import Preview
from cjm_desktop.ui.window import Window
from tests.ui.conftest import MakeDesk, OpenMap, work_of

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def opened(window: Window) -> Pane:
    """The pane, opened by its command."""
    window.commands["view.sketch"].trigger()
    pane = window.bench.sketch.pane
    assert pane is not None
    return pane


@pytest.fixture
def empty(desk: Desk, open_map: OpenMap) -> Window:
    return open_map(desk, "blank")


def cleared(window: Window, qtbot: QtBot) -> Pane:
    """The pane of a map that has nothing on it."""
    pane = opened(window)
    pane.lines.selectAll()
    QTest.keyClick(pane.lines, Qt.Key.Key_Delete)
    pane.live.settle()
    return pane


def open_map_at(desk: Desk, path: Path) -> str:
    """The outline of the map in a file."""
    document = Document.open(path, desk.home)
    found = write(document.journey, document.journey.maps()[0].id).text
    document.close()
    return found


def outline_of(window: Window) -> str:
    work = work_of(window)
    return write(work.journey, work.map_id).text


def test_typing_makes_the_map(empty: Window, qtbot: QtBot) -> None:
    pane = cleared(empty, qtbot)
    assert QApplication.focusWidget() is pane.lines
    QTest.keyClicks(pane.lines, "# Search")
    QTest.keyClick(pane.lines, Qt.Key.Key_Return)
    QTest.keyClick(pane.lines, Qt.Key.Key_Tab)
    QTest.keyClicks(pane.lines, "Asks friends")
    QTest.keyClick(pane.lines, Qt.Key.Key_Return)
    QTest.keyClick(pane.lines, Qt.Key.Key_Tab)
    QTest.keyClicks(pane.lines, "Calls three of them")
    QTest.keyClick(pane.lines, Qt.Key.Key_Return)
    QTest.keyClicks(pane.lines, "!! Nobody answers")
    said = "# Search\n## Asks friends\n- Calls three of them\n!! Nobody answers\n"
    qtbot.waitUntil(lambda: outline_of(empty) == said)
    work = work_of(empty)
    assert isinstance(work.journey.find(work.canvas.selection[-1]), Barrier)


def test_nothing_typed_changes_the_map_while_another_change_is_told(
    empty: Window, qtbot: QtBot
) -> None:
    pane, work = cleared(empty, qtbot), work_of(empty)
    QTest.keyClicks(pane.lines, "# Search")
    before = work.document.step_count
    # As where the pane is hidden by a change, and left.
    work.canvas.drawing_changed.connect(pane.live.settle)
    with work.document.edit("step.edit_text", name="x") as draft:
        moves.set_fields(draft, work.map_id, title="Another")
    assert work.document.step_count == before + 1
    assert work.map.title == "Another"


def test_words_and_dashes_are_typed_as_one_thinks_of_them(empty: Window, qtbot: QtBot) -> None:
    pane = cleared(empty, qtbot)
    QTest.keyClicks(pane.lines, "# Search")
    for typed in ("- Asks friends", "pain: nobody answers", "feeling: 2/5 lost", "# Choice"):
        QTest.keyClick(pane.lines, Qt.Key.Key_Return)
        QTest.keyClicks(pane.lines, typed)
    pane.live.settle()
    assert pane.lines.text == "# Search\n- Asks friends\n! nobody answers\n: 2/5 lost\n# Choice"
    said = "# Search\n- Asks friends\n: -1 lost\n! nobody answers\n# Choice\n"
    assert outline_of(empty) == said


def test_the_name_of_a_new_map_gives_way_to_what_is_typed(empty: Window, qtbot: QtBot) -> None:
    pane = opened(empty)
    assert pane.lines.text == "# New stage"
    QTest.keyClicks(pane.lines, "Search")
    QTest.keyClick(pane.lines, Qt.Key.Key_Return, CONTROL)
    assert outline_of(empty) == "# Search\n"
    pane = opened(empty)
    QTest.keyClicks(pane.lines, " engine")
    pane.live.settle()
    assert outline_of(empty) == "# Search engine\n"


def test_a_time_that_stays_in_a_title_is_told(empty: Window, qtbot: QtBot) -> None:
    pane = cleared(empty, qtbot)
    told: list[str] = []
    pane.hinted.connect(lambda said: told.append(said.split("\t")[2]))
    QTest.keyClicks(pane.lines, "# Choice 3 days")
    assert told[-1] == "“3 days” stays in the title; as a time write “3 d”, or a comma before it"
    for _ in "days":
        QTest.keyClick(pane.lines, Qt.Key.Key_Backspace)
    QTest.keyClicks(pane.lines, "sec")
    assert told[-1].startswith("“3 sec” stays in the title; a time is like “3 d”")
    QTest.keyClick(pane.lines, Qt.Key.Key_Return)
    QTest.keyClicks(pane.lines, "- Waits 3 d")
    assert told[-1] == "a time belongs to a stage or a step: write it behind # or ##"
    QTest.keyClicks(pane.lines, "octors")
    assert told[-1] == "one undo takes back the whole line"


def test_a_sign_alone_is_no_card_yet(empty: Window, qtbot: QtBot) -> None:
    pane = cleared(empty, qtbot)
    QTest.keyClicks(pane.lines, "# Search")
    QTest.keyClick(pane.lines, Qt.Key.Key_Return)
    pane.live.settle()
    assert pane.lines.text == "# Search\n# "
    assert outline_of(empty) == "# Search\n"


def test_enter_without_words_steps_out(empty: Window, qtbot: QtBot) -> None:
    pane = cleared(empty, qtbot)
    QTest.keyClicks(pane.lines, "- a")
    for wanted in ("- a\n- ", "- a\n## ", "- a\n# ", "- a\n"):
        QTest.keyClick(pane.lines, Qt.Key.Key_Return)
        assert pane.lines.text == wanted


def test_a_stage_moves_by_keys_with_all_it_holds(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(desk)
    pane, work = opened(window), work_of(window)
    first, second = (one.id for one in work.journey.stages(work.map_id)[:2])
    count = len(work.journey.all(Stage))
    item = pane.live.outline.find(second)
    assert item is not None
    pane.lines.go_to(item.line, 3)
    QTest.keyClick(pane.lines, Qt.Key.Key_Up, ALT)
    pane.live.settle()
    assert pane.lines.line == 1
    assert len(work.journey.all(Stage)) == count
    assert [one.id for one in work.journey.stages(work.map_id)][:2] == [second, first]


def test_undo_is_that_of_the_document_and_takes_back_a_line(empty: Window, qtbot: QtBot) -> None:
    pane = cleared(empty, qtbot)
    QTest.keyClicks(pane.lines, "# Search")
    pane.live.settle()
    QTest.keyClick(pane.lines, Qt.Key.Key_Return)
    QTest.keyClicks(pane.lines, "Cho")
    pane.live.settle()
    QTest.keyClicks(pane.lines, "ice")
    QTest.keyClick(pane.lines, Qt.Key.Key_Z, CONTROL)
    assert outline_of(empty) == "# Search\n"
    assert pane.lines.text == "# Search"
    QTest.keyClick(pane.lines, Qt.Key.Key_Y, CONTROL)
    assert outline_of(empty) == "# Search\n# Choice\n"


def test_another_sitting_is_another_step(empty: Window, qtbot: QtBot) -> None:
    pane = cleared(empty, qtbot)
    QTest.keyClicks(pane.lines, "# Search")
    QTest.keyClick(pane.lines, Qt.Key.Key_Return, CONTROL)
    again = opened(empty)
    again.lines.go_to(1, 99)
    QTest.keyClicks(again.lines, " well")
    again.live.settle()
    assert outline_of(empty) == "# Search well\n"
    QTest.keyClick(again.lines, Qt.Key.Key_Z, CONTROL)
    assert outline_of(empty) == "# Search\n"


def test_what_is_changed_on_the_map_comes_into_the_text(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    pane, work = opened(window), work_of(window)
    stages = work.journey.stages(work.map_id)
    item = pane.live.outline.find(stages[2].id)
    assert item is not None
    pane.lines.go_to(item.line, 4)
    barriers = len(work.journey.all(Barrier))
    with work.document.edit("step.edit", name="x") as draft:
        moves.set_title(draft, stages[0].id, "Another name")
        moves.add_stage(draft, work.map_id, "One more", place=0)
    assert "Another name" in pane.lines.text
    assert pane.lines.line == item.line + 1
    assert pane.lines.textCursor().positionInBlock() == 4
    pane.lines.put_in("x")
    pane.live.settle()
    assert len(work.journey.stages(work.map_id)) == len(stages) + 1
    assert len(work.journey.all(Barrier)) == barriers


def test_what_is_typed_while_the_map_changes_elsewhere_stays(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    pane, work = opened(window), work_of(window)
    first, second = work.journey.stages(work.map_id)[:2]
    item = pane.live.outline.find(second.id)
    assert item is not None
    pane.lines.go_to(item.line, item.start + len(second.title))
    QTest.keyClicks(pane.lines, " typed")
    assert work.journey.get(Stage, second.id).title == second.title
    with work.document.edit("step.edit", name="x") as draft:
        moves.set_title(draft, first.id, "Changed there")
        moves.add_stage(draft, work.map_id, "New there", place=0)
    QTest.keyClicks(pane.lines, " on")
    assert " typed on" in pane.lines.line_text
    pane.live.settle()
    assert work.journey.get(Stage, second.id).title == f"{second.title} typed on"
    titles = [one.title for one in work.journey.stages(work.map_id)]
    assert titles[:2] == ["New there", "Changed there"]
    assert outline_of(window).startswith("# New there")


def test_what_is_typed_while_another_map_is_turned_to_reaches_its_own(
    desk: Desk, open_map: OpenMap
) -> None:
    window = open_map(desk)
    pane, work = opened(window), work_of(window)
    first = work.map_id
    with work.document.edit("step.edit", name="x") as draft:
        other = moves.add_map(draft, "Other")
    pane.lines.begin_after_all()
    QTest.keyClicks(pane.lines, "typed last")
    work.turn_to(other)
    assert "typed last" in write(work.journey, first).text
    assert pane.lines.text == ""
    assert write(work.journey, other).text == ""


def test_the_map_follows_the_caret_and_the_caret_the_map(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    pane, work = opened(window), work_of(window)
    item = next(one for one in pane.live.outline.items if one.kind == "barrier")
    pane.lines.go_to(item.line, 2)
    assert work.canvas.selection == (item.record_id,)
    work.canvas.setFocus()
    other = next(one for one in pane.live.outline.items if one.kind == "thought")
    work.canvas.select((str(other.record_id),))
    assert pane.lines.line == other.line


def pasting(pane: Pane, text: str, press: Qt.Key) -> list[str]:
    """Paste a text, and press a key in the preview; what the preview says."""
    seen: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Preview)
        seen.extend(one.text for one in dialog.found.lines)
        QTest.keyClick(dialog, press)

    QGuiApplication.clipboard().setText(text)
    QTimer.singleShot(0, answer)
    QTest.keyClick(pane.lines, Qt.Key.Key_V, CONTROL)
    return seen


def test_a_pasted_list_is_shown_first(empty: Window, qtbot: QtBot) -> None:
    pane = cleared(empty, qtbot)
    text = "Search:\r\n\u2022\tAsks friends\r\n\u2022\tReads\r\nChoice\r\n"
    shown = pasting(pane, text, Qt.Key.Key_Escape)
    assert shown == ["# Search", "- Asks friends", "- Reads", "# Choice"]
    assert pane.lines.text == ""
    pasting(pane, text, Qt.Key.Key_Return)
    assert outline_of(empty).split("\n")[:-1] == shown
    assert empty.focusWidget() is pane.lines
    pasting(pane, "a\nb", Qt.Key.Key_Return)
    assert outline_of(empty).endswith("# Choice\n# a\n# b\n")


def test_a_sketch_that_closes_under_the_preview_takes_nothing(empty: Window, qtbot: QtBot) -> None:
    pane = cleared(empty, qtbot)

    def close() -> None:
        work_of(empty).saving.stop()
        empty.leave_document()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            QTest.keyClick(dialog, Qt.Key.Key_Return)

    document = work_of(empty).document
    data = QMimeData()
    data.setText("Search\n- Reads\n")
    QTimer.singleShot(0, close)
    pane.pasting.take(data)
    assert empty.work is None
    assert not document.journey.all(Stage)
    document.close()


def test_a_text_no_map_can_hold_is_refused_in_words(empty: Window, qtbot: QtBot) -> None:
    pane = cleared(empty, qtbot)
    told: list[str] = []
    work_of(empty).editing.refused.connect(told.append)
    QGuiApplication.clipboard().setText("# a\n" * 100_000)
    QTest.keyClick(pane.lines, Qt.Key.Key_V, CONTROL)
    assert len(told) == 1
    assert pane.lines.text == ""


def test_ctrl_enter_closes_what_was_typed_is_there(empty: Window, qtbot: QtBot) -> None:
    pane = cleared(empty, qtbot)
    QTest.keyClicks(pane.lines, "# Search")
    QTest.keyClick(pane.lines, Qt.Key.Key_Return, CONTROL)
    assert empty.bench.sketch.pane is None
    assert not empty.commands["view.sketch"].isChecked()
    assert outline_of(empty) == "# Search\n"
    assert QApplication.focusWidget() is work_of(empty).canvas


def test_it_says_below_a_line_what_is_odd_about_it(empty: Window, qtbot: QtBot) -> None:
    pane = cleared(empty, qtbot)
    QTest.keyClicks(pane.lines, "# Search")
    QTest.keyClick(pane.lines, Qt.Key.Key_Return)
    QTest.keyClick(pane.lines, Qt.Key.Key_Backspace)
    QTest.keyClick(pane.lines, Qt.Key.Key_Backspace)
    QTest.keyClicks(pane.lines, ": 9 joy")
    pane.live.settle()
    assert not pane.lines.notes  # half a word is always odd
    pane.live.calm()
    assert list(pane.lines.notes) == [1]
    assert pane.lines.accessibleDescription() == pane.lines.notes[1]
    pane.lines.go_to(1, 0)
    assert pane.lines.accessibleDescription() == ""


def test_blank_lines_and_order_stay_while_it_is_open(empty: Window, qtbot: QtBot) -> None:
    pane = cleared(empty, qtbot)
    pane.lines.put_in('# A\n\n" why\n\n- b 10\u00a0%\n')
    pane.live.settle()
    work = work_of(empty)
    with work.document.edit("step.edit", name="x") as draft:
        moves.set_title(draft, work.journey.stages(work.map_id)[0].id, "B")
    assert pane.lines.text == '# B\n\n" why\n\n- b 10\u00a0%\n'
    empty.bench.sketch.close()
    assert opened(empty).lines.text == '# B\n- b 10\u00a0%\n" why'


def test_the_map_stays_where_it_is_unless_it_follows(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    pane, work = opened(window), work_of(window)
    pane.follow_button.click()
    chosen = work.canvas.selection
    pane.lines.go_to(20, 2)
    assert work.canvas.selection == chosen
    window.bench.sketch.close()
    assert not opened(window).follow_button.isChecked()


def test_names_are_offered_and_taken(desk: Desk, open_map: OpenMap, qtbot: QtBot) -> None:
    window = open_map(desk)
    pane = opened(window)
    pane.lines.begin_after_all()
    QTest.keyClick(pane.lines, Qt.Key.Key_Backspace)
    QTest.keyClick(pane.lines, Qt.Key.Key_Backspace)
    QTest.keyClicks(pane.lines, "@ we")
    QTest.keyClick(pane.lines, Qt.Key.Key_Tab)
    assert pane.lines.line_text == "@ Website"
    QTest.keyClicks(pane.lines, ", pho")
    QTest.keyClick(pane.lines, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is pane.lines
    QTest.keyClick(pane.lines, Qt.Key.Key_Return)
    assert pane.lines.line_text == "@ "
    QTest.keyClicks(pane.lines, "pho")
    QTest.keyClick(pane.lines, Qt.Key.Key_Down)
    QTest.keyClick(pane.lines, Qt.Key.Key_Return)
    assert pane.lines.line_text.startswith("@ Phone")


def test_the_first_page_leads_here(desk: Desk, qtbot: QtBot) -> None:
    window = desk.new_window()
    qtbot.waitExposed(window)
    window.page.left.sketch.field.setPlainText("Need, search, choice")
    QTest.keyClick(window.page.left.sketch.field, Qt.Key.Key_Return, CONTROL)
    pane = window.bench.sketch.pane
    assert pane is not None
    assert window.focusWidget() is pane.lines
    assert pane.lines.text.startswith("# Need\n")
    QTest.keyClicks(pane.lines, "Purchase")
    pane.live.settle()
    assert outline_of(window).endswith("# Purchase\n")


def test_a_whole_outline_pasted_on_the_first_page_opens_its_map(desk: Desk) -> None:
    window = desk.new_window()
    sketch = window.page.left.sketch
    QGuiApplication.clipboard().setText("Search:\r\n\u2022\tReads\r\nChoice:\r\n! dear\r\n")
    sketch.field.setFocus()
    sketch.field.paste()
    assert sketch._counted.text() == "2 stages, 2 more lines"
    sketch.go.click()
    pane = window.bench.sketch.pane
    assert pane is not None
    assert pane.lines.text == "# Search\n- Reads\n# Choice\n! dear\n! "
    assert (pane.lines.line, pane.lines.column) == (5, 2)


def test_it_speaks_russian_and_wears_the_dark(make_desk: MakeDesk, open_map: OpenMap) -> None:
    desk = make_desk("dark", "ru")
    pane = opened(open_map(desk))
    assert pane.title.text() == "Набросок"
    desk.settings.language, desk.settings.theme = "en", "light"
    desk.dress()
    assert pane.title.text() == "Sketch"


def test_closing_the_window_keeps_the_last_letters(
    desk: Desk, open_map: OpenMap, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "own.cjm"
    window = open_map(desk, "blank", path)
    work_of(window).document.automatic = True
    pane = cleared(window, qtbot)
    QTest.keyClicks(pane.lines, "# Search")
    window.close()
    again = open_map_at(desk, path)
    assert "# Search" in again


def test_the_panels_make_room_and_the_card_is_one_key_away(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    assert window.bench.inspector.isVisible()
    pane = opened(window)
    assert not window.bench.inspector.isVisible()
    assert window.status.hints.texts[0] == "Sketch"
    assert not pane.card.isVisible()
    QTest.keyClick(pane.lines, Qt.Key.Key_Slash, CONTROL)
    assert pane.card.isVisible()
    assert "27" not in window.status.hints.texts[1]
    pane.lines.go_to(27, 0)
    assert "27" in window.status.hints.texts[1]
    feeling = pane.lines.text.split("\n").index(": -1.5 Annoyance")
    pane.lines.go_to(feeling + 1, 3)
    assert "1/5" in window.status.hints.texts[2]
    window.resize(1024, 700)
    QApplication.processEvents()
    assert window.height() == 700
    assert pane.hints.height() >= pane.hints.heightForWidth(pane.hints.width())
    pane.live.counted.emit(12, 34)
    QApplication.processEvents()
    assert pane.counts.text() == "12 stages, 34 steps"
    assert pane.counts.width() >= pane.counts.sizeHint().width()
    pane.live.report()
    window.bench.sketch.close()
    window.resize(1600, 1000)
    QApplication.processEvents()
    assert window.bench.inspector.isVisible()
