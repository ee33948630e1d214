"""The gallery of personas: cards, segments, pictures, and every edit one step back."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QMenu, QWidget
from pytestqt.qtbot import QtBot

from cjm_desktop.journey import moves
from cjm_desktop.journey.records import Feeling, JourneyMap, Persona, Picture
from cjm_desktop.layout import hit
from cjm_desktop.ui import plain
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.inspector.parts.people import Cast, Walks
from cjm_desktop.ui.inspector.parts.picture import PicturePart
from cjm_desktop.ui.personas.gallery import Gallery
from cjm_desktop.ui.personas.shelf import Description
from cjm_desktop.ui.personas.strip import PictureDrops
from cjm_desktop.ui.window import Window
from tests.ui.conftest import OpenMap, work_of

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


@pytest.fixture
def window(desk: Desk, open_map: OpenMap) -> Window:
    """A map with four personas: two decide together, one pays, one is in no segment."""
    window = open_map(desk, "blank")
    work = work_of(window)
    with work.document.edit("step.add_persona", name="Four") as draft:
        for name, segment in (("Ann", "together"), ("Bob", "together"), ("Cid", "pays")):
            moves.add_persona(draft, name, work.map_id, segment=segment)
        moves.add_persona(draft, "Dan")
    return window


@pytest.fixture
def gallery(window: Window, qtbot: QtBot) -> Gallery:
    """The gallery of that map."""
    made = window.bench.personas.gallery()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def shelves(gallery: Gallery) -> list[tuple[str, list[str]]]:
    """What stands on the shelves."""
    return [
        (shelf.segment, [card.persona.name for card in shelf.cards])
        for shelf in gallery.board.shelves
    ]


def choose(gallery: Gallery, name: str) -> str:
    """Click a card; return its persona."""
    card = next(one for one in gallery.board.cards.values() if one.persona.name == name)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    return card.persona.id


def named(gallery: Gallery) -> str:
    assert gallery.chosen is not None
    return gallery.chosen.name


def focused() -> QWidget:
    """Where keys go in the dialog, whether the display says that it is active or not."""
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    found = dialog.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(focused(), key, held)


def write(text: str) -> None:
    """Type where the focus is."""
    QTest.keyClicks(focused(), text)


def picture() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (40, 20), "red").save(made, "PNG")
    return made.getvalue()


START = [("together", ["Ann", "Bob"]), ("pays", ["Cid"]), ("", ["Dan"])]


def test_cards_stand_by_segment_and_say_who_they_are(gallery: Gallery, window: Window) -> None:
    assert shelves(gallery) == START
    assert named(gallery) == "Ann"
    ann = choose(gallery, "Ann")
    with work_of(window).document.edit("step.edit_persona", name="Ann") as draft:
        moves.set_fields(draft, ann, role="Engineer", need="Quiet", quotes=("Soon?", "Why?"))
    texts = gallery.board.cards[ann].texts
    assert texts[:4] == ("Ann", "Engineer", "Quiet", "Soon?")
    assert texts[4] == work_of(window).map.title
    dan = gallery.board.cards[choose(gallery, "Dan")]
    assert dan.texts[2:] == ("Which need?", "", "On no map")


def test_every_field_is_edited_beside_the_cards_and_undone(
    gallery: Gallery, window: Window
) -> None:
    cid = choose(gallery, "Cid")
    page = gallery.page
    assert page is not None
    wanted = {
        "name", "role", "segment", "need", "trigger", "alternatives", "criteria", "hooks",
        "fears", "goals", "quotes",
    }  # fmt: skip
    assert set(page.fields) == wanted
    QTest.keyClick(gallery.board.cards[cid], Key.Key_F2)
    write("Cyd")
    assert work_of(window).journey.get(Persona, cid).name == "Cyd"
    assert gallery.board.cards[cid].texts[0] == "Cyd"
    gallery.board.cards[cid].setFocus()
    QTest.keyClick(gallery.board.cards[cid], Key.Key_Z, CTRL)
    assert work_of(window).journey.get(Persona, cid).name == "Cid"
    assert named(gallery) == "Cid"
    QTest.keyClick(gallery.board.cards[cid], Key.Key_Y, CTRL)
    assert work_of(window).journey.get(Persona, cid).name == "Cyd"


def test_undo_takes_the_cursor_out_of_the_sheet(gallery: Gallery, window: Window) -> None:
    cid = choose(gallery, "Cid")
    gallery.edit()
    write("Cyd")
    window.commands["edit.undo"].trigger()
    assert focused() is gallery.board.cards[cid]
    gallery.edit()
    write("Cod")
    window.commands["edit.undo"].trigger()
    assert work_of(window).journey.get(Persona, cid).name == "Cid"


def test_a_segment_typed_in_the_sheet_moves_the_card(gallery: Gallery) -> None:
    choose(gallery, "Dan")
    assert gallery.page is not None
    field = gallery.page.fields["segment"].control  # type: ignore[attr-defined]
    field.setFocus()
    write("pays")
    assert shelves(gallery) == [("together", ["Ann", "Bob"]), ("pays", ["Cid", "Dan"])]
    assert field.hasFocus()


def test_a_persona_is_made_in_a_segment_and_named_at_once(gallery: Gallery, window: Window) -> None:
    gallery.board.shelves[1].more.click()
    write("Eva")
    assert shelves(gallery)[1] == ("pays", ["Cid", "Eva"])
    assert gallery.board.current in work_of(window).map.persona_ids
    gallery.segment.click()
    write("asks friends")
    press(Key.Key_Return)
    assert ("asks friends", ["New persona"]) in shelves(gallery)


def test_a_segment_is_described_over_its_heading(gallery: Gallery) -> None:
    heading = gallery.board.shelves[0].heading
    assert heading is not None
    heading.setFocus()
    heading.selectAll()
    write("as a team")
    QTest.keyClick(heading, Key.Key_Escape)
    assert shelves(gallery) == START
    heading.setFocus()
    heading.selectAll()
    write("as a team")
    QTest.keyClick(heading, Key.Key_Return)
    assert shelves(gallery)[0] == ("as a team", ["Ann", "Bob"])
    assert gallery.isVisible()


def test_a_long_heading_ends_in_dots_until_it_is_written_in(qtbot: QtBot) -> None:
    heading = Description()
    qtbot.addWidget(heading)
    heading.setText("Решают вместе, долго, сверяясь с чужим опытом и с бюджетом на год")
    heading.setCursorPosition(0)
    heading.resize(240, 34)
    other = QImage(240, 34, QImage.Format.Format_RGB32)
    other.fill(Qt.GlobalColor.white)
    heading.render(other)
    assert heading.seen.endswith("…")
    assert heading.fontMetrics().horizontalAdvance(heading.seen) <= 240 - 4
    heading.resize(900, 34)
    assert heading.seen == heading.text()


def test_what_is_typed_over_a_heading_goes_with_it(gallery: Gallery, window: Window) -> None:
    gallery.segment.click()
    press(Key.Key_Return)
    heading = gallery.board.shelves[0].heading
    assert heading is not None
    heading.setFocus()
    write("never described")
    window.commands["edit.undo"].trigger()
    assert shelves(gallery) == START


def test_cards_walk_and_move_by_keys(gallery: Gallery) -> None:
    choose(gallery, "Ann")

    press(Key.Key_Right)
    assert named(gallery) == "Bob"
    press(Key.Key_Down)
    assert named(gallery) == "Cid"
    press(Key.Key_Up)
    assert named(gallery) == "Ann"
    press(Key.Key_Right, CTRL)
    assert shelves(gallery)[0] == ("together", ["Bob", "Ann"])
    press(Key.Key_Down, CTRL)
    assert shelves(gallery) == [("together", ["Bob"]), ("pays", ["Ann", "Cid"]), ("", ["Dan"])]
    press(Key.Key_Down, CTRL)
    assert shelves(gallery) == [("together", ["Bob"]), ("pays", ["Cid"]), ("", ["Ann", "Dan"])]
    for _ in range(3):
        press(Key.Key_Z, CTRL)
    assert shelves(gallery) == START


def drag(gallery: Gallery, name: str, to: QWidget, at: QPoint, *, drop: bool = True) -> None:
    """Drag a card with the mouse."""
    QApplication.processEvents()
    card = next(one for one in gallery.board.cards.values() if one.persona.name == name)
    middle = card.rect().center()
    QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(card, middle + QPoint(30, 30))
    goal = card.mapFromGlobal(to.mapToGlobal(at))
    QTest.mouseMove(card, goal)
    if drop:
        QTest.mouseRelease(card, Qt.MouseButton.LeftButton, pos=goal)


def card_of(gallery: Gallery, name: str) -> QWidget:
    return next(one for one in gallery.board.cards.values() if one.persona.name == name)


def test_a_card_is_dragged_within_and_between_segments(gallery: Gallery, window: Window) -> None:
    drag(gallery, "Bob", card_of(gallery, "Ann"), QPoint(4, 40))
    assert shelves(gallery)[0] == ("together", ["Bob", "Ann"])
    steps = len(work_of(window).document.history())
    drag(gallery, "Ann", card_of(gallery, "Cid"), QPoint(240, 40))
    assert shelves(gallery) == [("together", ["Bob"]), ("pays", ["Cid", "Ann"]), ("", ["Dan"])]
    assert len(work_of(window).document.history()) == steps + 1
    window.commands["edit.undo"].trigger()
    assert shelves(gallery)[0] == ("together", ["Bob", "Ann"])


def test_a_card_dragged_beyond_all_gets_a_segment_to_be_described(
    gallery: Gallery,
) -> None:
    drag(gallery, "Bob", card_of(gallery, "Dan"), QPoint(20, 20), drop=False)
    assert gallery.board.own.isVisible()
    bob = card_of(gallery, "Bob")
    QTest.keyClick(bob, Key.Key_Escape)
    QTest.mouseRelease(bob, Qt.MouseButton.LeftButton)
    assert shelves(gallery) == START
    assert not gallery.board.own.isVisible()
    assert gallery.isVisible()
    gallery.board.own.show()
    drag(gallery, "Bob", gallery.board, QPoint(30, gallery.board.height() + 400))
    assert ("New segment", ["Bob"]) in shelves(gallery)
    write("asks")
    press(Key.Key_Return)
    assert ("asks", ["Bob"]) in shelves(gallery)


def test_a_copy_is_chosen_and_walks_on_the_same_maps(gallery: Gallery, window: Window) -> None:
    ann = choose(gallery, "Ann")
    QTest.keyClick(gallery.board.cards[ann], Key.Key_D, CTRL)
    assert shelves(gallery)[0] == ("together", ["Ann", "Ann (copy)", "Bob"])
    assert named(gallery) == "Ann (copy)"
    assert gallery.board.current in work_of(window).map.persona_ids


def test_deleting_asks_only_where_something_hangs_on_them(
    gallery: Gallery, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answer = [1]

    def ask(_parent: object, sentence: str, more: str, _answers: object) -> int:
        asked.append(f"{sentence} {more}")
        return answer[0]

    monkeypatch.setattr(plain, "ask", ask)
    work = work_of(window)
    ann, dan = choose(gallery, "Ann"), choose(gallery, "Dan")
    QTest.keyClick(gallery.board.cards[dan], Key.Key_Delete)
    assert asked == []
    assert dan not in work.journey
    assert named(gallery) == "Cid"
    with work.document.edit("step.feeling", name="A") as draft:
        stage = moves.add_stage(draft, work.map_id, "A")
        lane = moves.add_lane(draft, work.map_id, "feelings")
        moves.set_feeling(draft, lane, stage, None, 1, ann)
        moves.set_participation(draft, ann, stage, "decides")
    choose(gallery, "Ann")
    QTest.keyClick(gallery.board.cards[ann], Key.Key_Delete)
    going = "With them go: 1 point of their curve, their part in 1 stage."
    assert asked == [f"Delete “Ann”? {going} You can undo this."]
    assert ann in work.journey
    answer[0] = 0
    QTest.keyClick(gallery.board.cards[ann], Key.Key_Delete)
    assert ann not in work.journey
    assert work.journey.all(Feeling) == ()
    window.commands["edit.undo"].trigger()
    assert named(gallery) == "Ann"


def test_the_inspector_asks_before_it_deletes_somebody_with_a_curve(
    desk: Desk, open_map: OpenMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_map(desk)
    work = work_of(window)
    answers = [1, 0]
    monkeypatch.setattr(plain, "ask", lambda *_: answers.pop(0))
    chief = work.journey.personas()[0].id
    window.bench.inspector.show_record(chief)
    for left in (True, False):
        window.bench.inspector.head.drop_button.click()
        assert (chief in work.journey) is left
    assert answers == []


def test_a_new_persona_is_named_at_once(window: Window) -> None:
    window.commands["insert.persona"].trigger()
    page = window.bench.inspector.page
    assert page is not None
    QTest.keyClicks(page.fields["name"].control, "Zoe")  # type: ignore[attr-defined]
    assert work_of(window).journey.personas()[-1].name == "Zoe"


def test_the_maps_a_persona_walks_on_are_ticked(gallery: Gallery, window: Window) -> None:
    work = work_of(window)
    dan = choose(gallery, "Dan")
    assert gallery.page is not None
    part = next(one for one in gallery.page.parts if isinstance(one, Walks))
    part.findChildren(QCheckBox)[0].click()
    assert dan in work.journey.get(JourneyMap, work.map_id).persona_ids
    assert gallery.board.cards[dan].texts[-1] == work.map.title


def test_a_picture_is_pasted_onto_the_chosen_card_and_dropped_on_any(
    gallery: Gallery, window: Window, tmp_path: Path
) -> None:
    work = work_of(window)
    ann = choose(gallery, "Ann")
    QGuiApplication.clipboard().setText("no picture")
    QTest.keyClick(gallery.board.cards[ann], Key.Key_V, CTRL)
    assert gallery.told.text() == "There is no picture in the clipboard."
    QGuiApplication.clipboard().setImage(QImage(60, 30, QImage.Format.Format_RGB32))
    QTest.keyClick(gallery.board.cards[ann], Key.Key_V, CTRL)
    stored = work.journey.get(Picture, str(work.journey.get(Persona, ann).picture_id))
    assert (stored.width, stored.height) == (60, 30)
    (tmp_path / "bob.png").write_bytes(picture())
    bob = gallery.board.cards[choose(gallery, "Bob")]
    drop_on(bob, QPoint(9, 9), tmp_path / "bob.png")
    assert work.journey.get(Persona, bob.persona.id).picture_id is not None
    QGuiApplication.clipboard().clear()


def drop_on(widget: QWidget, at: QPoint, file: Path) -> tuple[bool, ...]:
    """Drag a file into a widget, to a point and drop it there; say what was accepted."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    events: list[QDropEvent] = [
        QDragEnterEvent(QPoint(0, 0), copy, mime, left, none),
        QDragMoveEvent(at, copy, mime, left, none),
        QDropEvent(QPointF(at), copy, mime, left, none),
    ]
    for one in events:
        one.ignore()
        QApplication.sendEvent(widget, one)
    return tuple(one.isAccepted() for one in events)


def test_a_double_click_on_a_card_puts_the_cursor_into_the_name(gallery: Gallery) -> None:
    card = next(one for one in gallery.board.cards.values() if one.persona.name == "Bob")
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(card, Qt.MouseButton.LeftButton)

    assert named(gallery) == "Bob"
    assert gallery.page is not None
    assert gallery.page.isAncestorOf(focused())


def test_a_card_invites_what_may_be_a_picture_until_it_has_gone(
    gallery: Gallery, tmp_path: Path
) -> None:
    card = gallery.board.cards[choose(gallery, "Ann")]
    QTest.mouseClick(gallery.board.cards[choose(gallery, "Bob")], Qt.MouseButton.LeftButton)
    plain_look = card.grab().toImage()
    picture, words = QMimeData(), QMimeData()
    picture.setUrls([QUrl.fromLocalFile(str(tmp_path / "face.png"))])
    words.setText("words")
    looks = []
    for mime in (picture, words):
        entering = QDragEnterEvent(
            QPoint(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(card, entering)
        looks.append((entering.isAccepted(), card.grab().toImage()))
        QApplication.sendEvent(card, QDragLeaveEvent())
        assert card.grab().toImage() == plain_look

    (taken, invited), (left_alone, hovered) = looks
    assert (taken, left_alone) == (True, False)
    assert invited not in (plain_look, hovered)


def test_a_picture_is_pasted_on_the_map_and_in_the_inspector(window: Window) -> None:
    work = work_of(window)
    persona = work.journey.personas(work.map_id)[0]
    work.canvas.select((persona.id,))
    page = window.bench.inspector.page
    assert page is not None
    part = next(one for one in page.parts if isinstance(one, PicturePart))
    widths = []
    for width, target in ((30, work.canvas), (50, part.choose), (70, None)):
        QGuiApplication.clipboard().setImage(QImage(width, 30, QImage.Format.Format_RGB32))
        if target is not None:
            QTest.keyClick(target, Key.Key_V, CTRL)
        else:
            part.paste.click()
        stored = work.journey.get(Persona, persona.id).picture_id
        widths.append(work.journey.get(Picture, str(stored)).width)
    assert widths == [30, 50, 70]
    assert len(work.journey.all(Picture)) == 1
    QGuiApplication.clipboard().clear()


@pytest.mark.qt_log_ignore("marker type", extend=True)
def test_a_picture_is_dropped_on_the_persona_at_the_head_of_the_map(
    window: Window, tmp_path: Path
) -> None:
    work = work_of(window)
    canvas = work.canvas
    persona = work.journey.personas(work.map_id)[0]
    assert canvas.findChildren(PictureDrops)
    (tmp_path / "ann.png").write_bytes(picture())
    (tmp_path / "ann.jpg").write_bytes(b"\xff\xd8\xff nothing")
    rect = hit.record_rect(canvas.drawing, persona.id)
    assert rect is not None
    middle = canvas.mapFromScene(QPointF(rect[0] + rect[2] / 2, rect[1] + rect[3] / 2))
    assert drop_on(canvas.viewport(), middle, tmp_path / "ann.png") == (True, True, True)
    assert work.journey.get(Persona, persona.id).picture_id is not None
    outside = canvas.mapFromScene(QPointF(rect[0] + rect[2] / 2, rect[1] + rect[3] + 200))
    assert drop_on(canvas.viewport(), outside, tmp_path / "ann.png") == (True, False, False)
    drop_on(canvas.viewport(), middle, tmp_path / "ann.jpg")
    assert "ann.jpg" in window.banners.sentences()["problem"]


def test_the_gallery_is_reached_from_menu_chips_and_inspector(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []

    def note(gallery: Gallery) -> int:
        shown.append(named(gallery))
        return 0

    monkeypatch.setattr(Gallery, "exec", note)
    work = work_of(window)
    QTest.keyClick(work.canvas, Key.Key_U, CTRL)
    bob = work.journey.personas()[1]
    menu = window.bench.personas.chip_menu(bob.id)
    act(menu, "In the gallery…")()
    act(menu, "Everything about them")()
    page = window.bench.inspector.page
    assert page is not None
    assert page.record_id == bob.id
    window.commands["map.properties"].trigger()
    page = window.bench.inspector.page
    assert page is not None
    cast = next(one for one in page.parts if isinstance(one, Cast))
    cast.editing.personas_asked.emit(bob.id)
    assert shown == ["Ann", "Bob", "Bob"]


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_a_chip_has_a_menu_by_mouse_and_by_key(window: Window) -> None:
    chips, shown = window.bench.view.chips, []

    def close() -> None:
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, QMenu)
        shown.append(popup.actions()[0].text())
        popup.close()

    chip = chips.chips[1]
    chip.setFocus()
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        QTimer.singleShot(0, close)
        at = chip.rect().center()
        QApplication.sendEvent(chip, QContextMenuEvent(reason, at, chip.mapToGlobal(at)))
    assert shown == ["Everything about them"] * 2


def act(menu: QMenu, text: str) -> Callable[[], None]:
    return next(one.trigger for one in menu.actions() if one.text() == text)


def test_the_menu_of_a_card_moves_it_to_any_segment(gallery: Gallery) -> None:
    choose(gallery, "Ann")
    menu = gallery.menu()
    segments = menu.findChildren(QMenu)[0]
    assert [one.text() for one in segments.actions() if one.text()] == [
        "together", "pays", "Without a segment", "A segment of their own",
    ]  # fmt: skip
    act(segments, "pays")()
    assert shelves(gallery)[1] == ("pays", ["Cid", "Ann"])


def test_an_empty_gallery_says_what_a_persona_is(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(desk, "blank")
    made = window.bench.personas.gallery()
    qtbot.addWidget(made)
    made.show()
    assert made.chosen is None
    made.add.click()
    assert named(made) == "New persona"
