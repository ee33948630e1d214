"""The recovery page and the other ways to what can be had back."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cjm_desktop.document import Document
from cjm_desktop.document.copies import CopyFolder
from cjm_desktop.journey import moves, templates
from cjm_desktop.journey.records import Stage
from cjm_desktop.storage import reader
from cjm_desktop.ui.banner import Banner
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.recovery.dialog import RecoveryDialog
from cjm_desktop.ui.recovery.salvaged import SalvageDialog
from cjm_desktop.ui.window import Window
from tests.document.test_leftovers import fail_to_open
from tests.ui.conftest import MakeDesk, work_of
from tests.ui.test_files import answer, answered, choose, make_file


def titled(desk: Desk, title: str) -> Document:
    return Document.create(templates.make("sketch", "en", title), desk.home, edited=True)


def press(window: Window, matter: str, text: str) -> None:
    """Press a button of the strip about a matter."""
    strip = window.banners._shown[matter]
    assert isinstance(strip, Banner)
    next(one for one in strip.findChildren(QPushButton) if one.text() == text).click()


def page_of(window: Window, do: Callable[[RecoveryDialog], object]) -> None:
    answered(RecoveryDialog, do, window.commands["file.recovery"].trigger)


def listed(page: RecoveryDialog) -> list[str]:
    return [one.text for one in page.rows.lines]


def test_the_page_lists_everything_and_opens_it(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    titled(desk, "Crashed").close()
    fail_to_open(desk.home)
    titled(desk, "Thrown away").discard()
    titled(desk, "Never saved").close()
    window = desk.new_window()
    path = make_file(tmp_path, desk)
    desk.open_files([path])
    desk.windows[-1].close()
    window = desk.new_window()

    def look(page: RecoveryDialog) -> None:
        assert listed(page) == [
            "Not saved", "Never saved",
            "Set aside", "Crashed",
            "Recently discarded", "Thrown away",
            "Backups", "map",
        ]  # fmt: skip
        assert page.rows.leftover(0) is None
        assert page.chosen is not None
        assert page.chosen.title == "Never saved", "a heading is nothing to stand on"
        assert not page.mend.isVisible()
        qtbot.keyClick(page.list, Qt.Key.Key_Down)
        assert page.chosen.title == "Crashed"
        assert page.mend.isVisible()
        assert "no file of its own" in page.rows.lines[1].below
        assert str(path) in page.rows.lines[7].below
        qtbot.keyClick(page.list, Qt.Key.Key_End)
        qtbot.keyClick(page.list, Qt.Key.Key_Return)

    page_of(window, look)
    work = work_of(window)
    assert work.document.path is None
    assert work.document.unpublished
    said = window.banners.sentences()["recovered"]
    assert said.startswith("This is the backup of “map.cjm” (today, ")
    assert work.journey.document.title == reader.read(path).journey.document.title


def test_the_first_page_leads_there_and_two_maps_come_back_one_after_the_other(
    desk: Desk, qtbot: QtBot
) -> None:
    for title in ("One", "Two"):
        titled(desk, title).close()
    window = desk.new_window()
    qtbot.waitExposed(window)
    assert len(desk.survivors.copies) == 2
    for left in (1, 0):
        answered(
            RecoveryDialog, lambda page: page.open_button.click(), window.page.right.recovery.click
        )
        assert len(desk.survivors.copies) == left
    shown = [work_of(one).journey.document.title for one in desk.windows]
    assert sorted(shown) == ["One", "Two"]


def test_work_on_a_file_that_is_open_comes_back_beside_it(desk: Desk, tmp_path: Path) -> None:
    path = make_file(tmp_path, desk)
    document = Document.open(path, desk.home)
    with document.edit("step.document", name="x") as draft:
        moves.set_fields(draft, "document", title="Thrown away")
    document.discard()
    desk.open_files([path])
    page_of(desk.windows[0], lambda page: page.open_button.click())
    shown = desk.windows[-1]
    assert "open in another window" in shown.banners.sentences()["recovered"]
    assert work_of(shown).document.path is None
    assert desk.window_of(path) is desk.windows[0]


def test_what_is_listed_is_saved_beside_or_deleted_after_a_question(
    desk: Desk, tmp_path: Path
) -> None:
    for title in ("One", "Two"):
        titled(desk, title).discard()
    window = desk.new_window()

    def look(page: RecoveryDialog) -> None:
        assert page.chosen is not None
        title = page.chosen.title
        choose(str(tmp_path / "copy"), page.save.click)
        assert reader.read(tmp_path / "copy.cjm").journey.document.title == title
        assert "copy.cjm" in page.told.text()
        assert answer("Cancel", page.delete.click).startswith(f"Delete “{title}”")
        assert listed(page)[1:] == ["Two", "One"]
        answer("Delete for good", page.delete.click)
        assert listed(page)[1:] == ["One"]
        answer("Delete for good", page.delete.click)
        assert page.empty.text().startswith("There is nothing to recover")
        assert page.list.isHidden()
        assert [one.text() for one in page.findChildren(QPushButton) if one.isVisible()] == [
            "Close"
        ]
        page.reject()

    page_of(window, look)
    assert desk.home.discarded() == ()


def test_what_does_not_open_is_said_and_what_is_left_of_it_becomes_a_new_map(
    desk: Desk, qtbot: QtBot
) -> None:
    document = titled(desk, "Torn")
    with document.edit("step.document", name="x") as draft:
        moves.set_fields(draft, draft.journey.all(Stage)[0].id, title="Still readable")
    document.discard()
    (copy,) = desk.home.discarded()
    data = bytearray(copy.database.read_bytes())
    data[100:108] = b"\xff" * 8  # the first page's own header
    copy.database.write_bytes(data)
    window = desk.new_window()

    def accept(dialog: SalvageDialog) -> None:
        qtbot.waitUntil(dialog.go.isEnabled, timeout=20_000)
        assert "not" in dialog.told.text()
        assert dialog.lost.toPlainText()
        dialog.go.click()

    def look(page: RecoveryDialog) -> None:
        page.open_button.click()
        assert "could not be opened" in page.told.text()
        assert page.mend.isVisible()
        answered(SalvageDialog, accept, page.mend.click)

    page_of(window, look)
    assert "Still readable" in [one.title for one in work_of(window).journey.all(Stage)]
    assert work_of(window).document.unpublished


def test_of_a_damaged_file_the_last_backup_is_offered_and_what_can_be_read(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = make_file(tmp_path, desk)
    before = path.read_bytes()
    path.write_bytes(before[:-4096] + os.urandom(4096))
    damaged = path.read_bytes()
    window = desk.new_window()
    desk.open_files([path], window)
    assert "map.cjm" in window.banners.sentences()["problem"]
    strip = window.banners._shown["problem"]
    texts = [one.text() for one in strip.findChildren(QPushButton)]
    assert texts[0].startswith("Open the backup of today, ")
    assert texts[1] == "Recover what can be read…"
    press(window, "problem", texts[0])
    assert work_of(window).journey == reader_of(before, tmp_path)
    assert "backup of “map.cjm”" in window.banners.sentences()["recovered"]
    other = desk.new_window()
    desk.open_files([path], other)

    def cancel(dialog: SalvageDialog) -> None:
        qtbot.waitUntil(dialog.go.isEnabled, timeout=20_000)
        dialog.cancel.click()

    answered(SalvageDialog, cancel, lambda: press(other, "problem", texts[1]))
    assert other.work is None

    def take(dialog: SalvageDialog) -> None:
        qtbot.waitUntil(dialog.go.isEnabled, timeout=20_000)
        dialog.go.click()

    desk.open_files([path], other)
    answered(SalvageDialog, take, lambda: press(other, "problem", texts[1]))
    assert work_of(other).document.unpublished
    assert other.banners.sentences()["recovered"] == (
        "This is what could be read of “map.cjm”, and in no file yet."
    )
    assert path.read_bytes() == damaged


def test_of_a_file_that_is_gone_the_last_backup_is_offered(desk: Desk, tmp_path: Path) -> None:
    path = make_file(tmp_path, desk)
    before = path.read_bytes()
    path.unlink()
    window = desk.new_window()
    desk.open_files([path], window)
    strip = window.banners._shown["problem"]
    (offered,) = [one.text() for one in strip.findChildren(QPushButton)]
    press(window, "problem", offered)
    assert work_of(window).journey == reader_of(before, tmp_path)
    assert window.banners.sentences()["recovered"].endswith("in no file yet.")
    assert not path.exists()
    for backup in desk.home.backups_of(path):
        backup.write_bytes(b"nothing")
    other = desk.new_window()
    desk.open_files([path], other)
    press(other, "problem", offered)
    assert "is not a journey map" in other.banners.sentences()["problem"]


def reader_of(data: bytes, folder: Path) -> object:
    place = folder / "whole.cjm"
    place.write_bytes(data)
    return reader.read(place).journey


def test_nothing_is_made_of_a_file_in_which_nothing_is_left(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "noise.cjm"
    path.write_bytes(os.urandom(20_000))
    dialog = SalvageDialog(path, path.name, "en", desk.new_window())
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.bar.isHidden, timeout=20_000)
    assert "Nothing of a map" in dialog.told.text()
    assert not dialog.go.isEnabled()
    dialog.cancel.click()


def test_who_began_with_a_file_is_told_once_of_other_work(
    make_desk: MakeDesk, tmp_path: Path
) -> None:
    desk = make_desk(language="ru")
    titled(desk, "Other").close()
    paths = [make_file(tmp_path, desk, f"{number}.cjm") for number in range(2)]
    for path in paths:
        desk.open_files([path])
    told = [one.banners.sentences() for one in desk.windows]
    assert [("survivors" in one) for one in told] == [True, False]


def test_a_crash_while_recovering_is_told_at_the_next_start(desk: Desk, qtbot: QtBot) -> None:
    titled(desk, "Killer").close()
    (copy,) = Document.recoverable(desk.home)
    held = CopyFolder.hold(copy.folder)
    assert held is not None
    held.count_attempt()  # and the program ended
    held.release()
    titled(desk, "Other").close()
    window = desk.new_window()
    qtbot.waitUntil(lambda: bool(window.page.right._survivors), timeout=5000)
    (other,) = desk.survivors.copies
    assert other.title == "Other", "nothing opens by itself that ended the program once"
    (failed,) = desk.survivors.failed
    strips = window.page.right._survivors
    assert [(one.title, one.failed) for one in strips] == [("Other", False), ("Killer", True)]
    answered(
        RecoveryDialog,
        lambda page: page.open_button.click(),
        lambda: window.page.recover.emit(failed.folder.name),
    )
    assert work_of(window).journey.document.title == "Killer"
    assert desk.survivors.failed == ()
