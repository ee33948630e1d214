"""Cut, copy, paste and duplicate in a window, between windows, and with other programs."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjm_desktop.exchange import clips
from cjm_desktop.journey import moves, tables
from cjm_desktop.journey.records import AnyCard, Barrier, Card, Hypothesis, Lane, Persona, Stage
from cjm_desktop.ui.canvas.view import Canvas
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.window import Window
from tests.ui.conftest import OpenMap, work_of

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _empty(qapp: QApplication) -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture
def window(desk: Desk, open_map: OpenMap) -> Window:
    return open_map(desk)


def canvas_of(window: Window) -> Canvas:
    canvas = work_of(window).canvas
    canvas.setFocus()
    return canvas


def lane(canvas: Canvas, holds: str) -> Lane:
    lanes = canvas.document.journey.lanes(canvas.map_id)
    return next(one for one in lanes if one.holds == holds)


def cards(canvas: Canvas, holds: str) -> list[AnyCard]:
    return list(canvas.document.journey.cards_of_lane(lane(canvas, holds).id))


def press(qtbot: QtBot, canvas: Canvas, key: Qt.Key) -> None:
    window = canvas.window()
    assert isinstance(window, Window)
    ids = {Qt.Key.Key_C: "edit.copy", Qt.Key.Key_V: "edit.paste",
           Qt.Key.Key_X: "edit.cut", Qt.Key.Key_D: "edit.duplicate"}  # fmt: skip
    action = window.commands[ids[key]]
    assert action.isEnabled()
    assert action.shortcuts()[0].toString() == f"Ctrl+{chr(key)}"
    qtbot.keyClick(canvas, key, CTRL)


def put_text(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def texts(canvas: Canvas, place: tuple[str, str, str | None]) -> list[str]:
    return [one.text for one in canvas.document.journey.cards(*place)]


def empty_place(canvas: Canvas, holds: str) -> tuple[str, str, str | None]:
    """A cell of a lane with nothing in it."""
    journey, row = canvas.document.journey, lane(canvas, holds)
    return next(
        (row.id, stage.id, step.id if step and row.per == "step" else None)
        for stage, step in journey.columns(canvas.map_id)
        if not journey.cards(row.id, stage.id, step.id if step and row.per == "step" else None)
    )


def test_a_copied_card_is_itself_a_table_a_text_and_a_picture(window: Window, qtbot: QtBot) -> None:
    canvas = canvas_of(window)
    one, *others = cards(canvas, "touchpoints")
    last = next(other for other in others if other.stage_id != one.stage_id)
    canvas.select((one.id, last.id))
    press(qtbot, canvas, Qt.Key.Key_C)
    data = QGuiApplication.clipboard().mimeData()
    assert set(clips.read(bytes(data.data(clips.TYPE).data())).ids) == {one.id, last.id}
    rows = tables.from_tsv(data.text())
    assert rows == tables.from_html(data.html())
    assert any(one.text in cell for row in rows for cell in row)
    image = data.imageData()
    assert isinstance(image, QImage)
    colours = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(image.height())}
    assert len(colours) > 20
    assert data.hasFormat("image/svg+xml")
    drawn = bytes(data.data("image/svg+xml").data())
    found = ElementTree.fromstring(drawn)
    assert found.tag.endswith("svg")
    assert float(found.get("width", "").removesuffix("mm")) > 20
    said = {one.get("aria-label") for one in found.iter()}
    assert {one.text, last.text} <= said
    assert said.isdisjoint({other.text for other in others} - {one.text, last.text})


def test_one_card_is_copied_as_its_words(window: Window, qtbot: QtBot) -> None:
    canvas = canvas_of(window)
    one = cards(canvas, "thoughts")[0]
    canvas.select((one.id,))
    press(qtbot, canvas, Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text() == one.text


def test_paste_lands_where_one_stands_as_one_step(window: Window, qtbot: QtBot) -> None:
    canvas = canvas_of(window)
    note = next(one for one in cards(canvas, "barriers") if isinstance(one, Barrier))
    canvas.select((note.id,))
    press(qtbot, canvas, Qt.Key.Key_C)
    place = empty_place(canvas, "barriers")
    canvas.select(())
    canvas.stand_in(place)
    before = len(canvas.document.history())
    press(qtbot, canvas, Qt.Key.Key_V)
    assert texts(canvas, place) == [note.text]
    assert len(canvas.document.history()) == before + 1
    (made,) = canvas.selection
    copy = canvas.document.journey.get(Barrier, made)
    assert (copy.severity, copy.frequency) == (note.severity, note.frequency)
    canvas.document.undo()
    assert texts(canvas, place) == []


def test_cut_goes_and_comes_back_elsewhere(window: Window, qtbot: QtBot) -> None:
    canvas = canvas_of(window)
    stages = canvas.document.journey.stages(canvas.map_id)
    first, last = stages[0], stages[-1]
    held = len(canvas.document.journey.cards_of_stage(first.id))
    canvas.select((first.id,))
    press(qtbot, canvas, Qt.Key.Key_X)
    titles = [one.title for one in canvas.document.journey.stages(canvas.map_id)]
    assert titles == [one.title for one in stages[1:]]
    canvas.select((last.id,))
    press(qtbot, canvas, Qt.Key.Key_V)
    now = canvas.document.journey.stages(canvas.map_id)
    assert now[-1].title == first.title
    assert len(canvas.document.journey.cards_of_stage(now[-1].id)) == held
    assert canvas.selection == (now[-1].id,)


def test_duplicates_are_chosen_and_stand_behind(window: Window, qtbot: QtBot) -> None:
    canvas = canvas_of(window)
    one = cards(canvas, "actions")[0]
    canvas.select((one.id,))
    press(qtbot, canvas, Qt.Key.Key_D)
    journey = canvas.document.journey
    there = [each.id for each in journey.cards(one.lane_id, one.stage_id, one.step_id)]
    assert there.index(canvas.selection[0]) == there.index(one.id) + 1


def test_another_map_takes_a_stage_with_all_it_holds(window: Window, qtbot: QtBot) -> None:
    canvas = canvas_of(window)
    stage = canvas.document.journey.stages(canvas.map_id)[1]
    held = len(canvas.document.journey.cards_of_stage(stage.id))
    canvas.select((stage.id,))
    press(qtbot, canvas, Qt.Key.Key_C)
    with canvas.document.edit("step.add_map", name="Two") as draft:
        other = moves.add_map(draft, "Two")
    canvas.set_map(other)
    press(qtbot, canvas, Qt.Key.Key_V)
    journey = canvas.document.journey
    (made,) = journey.stages(other)
    assert made.title == stage.title
    assert len(journey.cards_of_stage(made.id)) == held


def test_whose_curve_a_feeling_of_nobody_came_to_is_said(window: Window, qtbot: QtBot) -> None:
    canvas = canvas_of(window)
    stage = canvas.document.journey.stages(canvas.map_id)[1]
    with canvas.document.edit("step.add_map", name="Two") as draft:
        step = draft.journey.steps(stage.id)[0].id
        moves.set_feeling(draft, lane(canvas, "feelings").id, stage.id, step, 1)
        other = moves.add_map(draft, "Two")
        ann = moves.add_persona(draft, "Ann", other)
        curve = moves.add_lane(draft, other, "feelings")
        moves.set_feeling(draft, curve, moves.add_stage(draft, other, "One"), None, -1, ann)
    canvas.select((stage.id,))
    press(qtbot, canvas, Qt.Key.Key_C)
    canvas.set_map(other)
    with qtbot.waitSignal(canvas.refused) as told:
        press(qtbot, canvas, Qt.Key.Key_V)
    assert "curve of Ann" in told.args[0]
    assert len(canvas.document.journey.stages(other)) == 2
    assert None not in {one.persona_id for one in canvas.document.journey.feelings(curve)}


def test_another_document_in_another_window_knows_the_people_by_name(
    desk: Desk, open_map: OpenMap
) -> None:
    here, there = open_map(desk), open_map(desk)
    source, target = canvas_of(here), canvas_of(there)
    journey = source.document.journey
    whose = next(one for one in journey if isinstance(one, Card) and one.persona_ids)
    names = {one.name for one in journey.personas() if one.id in whose.persona_ids}
    source.select((whose.id,))
    here.commands["edit.copy"].trigger()
    count = len(target.document.journey.personas())
    target.select((target.document.journey.stages(target.map_id)[0].id,))
    there.commands["edit.paste"].trigger()
    journey = target.document.journey
    made = journey.get(Card, target.selection[0])
    assert {one.name for one in journey.personas() if one.id in made.persona_ids} == names
    assert len(journey.personas()) == count


def test_a_list_becomes_cards(window: Window, qtbot: QtBot) -> None:
    canvas = canvas_of(window)
    place = empty_place(canvas, "barriers")
    canvas.stand_in(place)
    put_text("- long forms\r\n- no answer\n\n- wrong price\n")
    press(qtbot, canvas, Qt.Key.Key_V)
    assert texts(canvas, place) == ["long forms", "no answer", "wrong price"]
    assert len(canvas.selection) == 3
    canvas.document.undo()
    assert texts(canvas, place) == []


def test_a_column_of_a_spreadsheet_becomes_cards_line_by_line(window: Window, qtbot: QtBot) -> None:
    canvas = canvas_of(window)
    place = empty_place(canvas, "barriers")
    canvas.stand_in(place)
    mime = QMimeData()
    mime.setHtml(
        "<table><tr><td>one<br>two</td></tr><tr><td> </td></tr><tr><td>=3</td></tr></table>"
    )
    mime.setText("one")
    QGuiApplication.clipboard().setMimeData(mime)
    press(qtbot, canvas, Qt.Key.Key_V)
    assert texts(canvas, place) == ["one", "two", "=3"]


def test_a_list_makes_the_stages_of_an_empty_map(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    canvas = canvas_of(open_map(desk, "blank"))
    for stage in canvas.document.journey.stages(canvas.map_id):
        with canvas.document.edit("step.delete", name="") as draft:
            moves.drop(draft, stage.id)
    put_text("1. Need\n2. Choice\n3. Purchase")
    press(qtbot, canvas, Qt.Key.Key_V)
    titles = [one.title for one in canvas.document.journey.stages(canvas.map_id)]
    assert titles == ["Need", "Choice", "Purchase"]
    assert all(isinstance(canvas.record(one), Stage) for one in canvas.selection)


def test_a_picture_becomes_that_of_the_chosen_card(window: Window, qtbot: QtBot) -> None:
    canvas = canvas_of(window)
    card = cards(canvas, "actions")[0]
    canvas.select((card.id,))
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    QGuiApplication.clipboard().setImage(image)
    press(qtbot, canvas, Qt.Key.Key_V)
    assert canvas.document.journey.get(Card, card.id).picture_id is not None


@pytest.mark.parametrize(
    "data", [b"", b"nonsense", b'{"format":"cjm-desktop-clip","version":9}\n{}']
)
def test_what_is_no_clip_is_told_in_one_sentence(window: Window, qtbot: QtBot, data: bytes) -> None:
    canvas = canvas_of(window)
    mime = QMimeData()
    mime.setData(clips.TYPE, data)
    QGuiApplication.clipboard().setMimeData(mime)
    before = len(canvas.document.history())
    with qtbot.waitSignal(canvas.refused) as said:
        press(qtbot, canvas, Qt.Key.Key_V)
    assert len(str(said.args)) > 20
    assert len(canvas.document.history()) == before


def test_nothing_to_paste_and_nowhere_to_paste_are_said(window: Window, qtbot: QtBot) -> None:
    canvas = canvas_of(window)
    canvas.select(())
    canvas.stand_in(None)
    QGuiApplication.clipboard().clear()
    with qtbot.waitSignal(canvas.refused):
        press(qtbot, canvas, Qt.Key.Key_V)
    put_text("a list\nof two")
    with qtbot.waitSignal(canvas.refused) as said:
        press(qtbot, canvas, Qt.Key.Key_V)
    assert "cell" in str(said.args)


def test_without_a_choice_there_is_nothing_to_copy(window: Window) -> None:
    canvas = canvas_of(window)
    canvas.select(())
    for command in ("edit.cut", "edit.copy", "edit.duplicate"):
        assert not window.commands[command].isEnabled()
    canvas.select((cards(canvas, "actions")[0].id,))
    for command in ("edit.cut", "edit.copy", "edit.duplicate"):
        assert window.commands[command].isEnabled()


def test_a_picture_becomes_that_of_the_chosen_persona(window: Window, qtbot: QtBot) -> None:
    canvas = canvas_of(window)
    with canvas.document.edit("step.add_persona", name="Ann") as draft:
        ann = moves.add_persona(draft, "Ann", canvas.map_id)
    canvas.select((ann,))
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    QGuiApplication.clipboard().setImage(image)
    press(qtbot, canvas, Qt.Key.Key_V)
    assert canvas.document.journey.get(Persona, ann).picture_id is not None


def test_while_one_types_the_text_is_pasted_into(window: Window, qtbot: QtBot) -> None:
    canvas = canvas_of(window)
    one = cards(canvas, "actions")[0]
    count = len(cards(canvas, "actions"))
    canvas.edit_text(one.id)
    put_text("pasted")
    editor = QApplication.focusWidget()
    assert editor is not None
    assert editor is not canvas
    qtbot.keyClick(editor, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(editor, Qt.Key.Key_V, CTRL)
    canvas.writing.commit()
    assert canvas.document.journey.get(Card, one.id).text == "pasted"
    assert len(cards(canvas, "actions")) == count


def test_what_was_cut_comes_back_once_as_itself_and_then_as_a_copy(
    window: Window, qtbot: QtBot
) -> None:
    canvas = canvas_of(window)
    journey = canvas.document.journey
    idea = next(one for one in journey.all(Hypothesis) if one.status != "idea")
    barrier = journey.find(idea.about_id)
    assert isinstance(barrier, Card)
    canvas.select((barrier.id,))
    press(qtbot, canvas, Qt.Key.Key_X)
    assert idea.id not in canvas.document.journey
    found = []
    for _ in range(2):
        canvas.select((cards(canvas, "actions")[0].id,))
        press(qtbot, canvas, Qt.Key.Key_V)
        now = canvas.document.journey
        found.append([one.status for one in now.all(Hypothesis)
                      if one.about_id == canvas.selection[0]])  # fmt: skip
    assert idea.status in found[0]
    assert set(found[1]) == {"idea"}
