"""A disk that takes its time, or hangs: the window says what it waits for, and goes on."""

from __future__ import annotations

import errno
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from cjm_desktop.document import Document
from cjm_desktop.document.copies import Copy
from cjm_desktop.journey import moves
from cjm_desktop.journey.words import say
from cjm_desktop.storage.pace import Pace
from cjm_desktop.ui import patience, statusbar
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.patience import Told, Waiting, attend
from cjm_desktop.ui.recovery.dialog import RecoveryDialog
from cjm_desktop.ui.recovery.survivors import Survivors
from cjm_desktop.ui.saved import State
from cjm_desktop.ui.window import Window
from tests.document.test_recovery import end
from tests.torture.disk import Disk, faulty
from tests.ui.conftest import MakeDesk, work_of
from tests.ui.test_files import choose, edit, make_file, state, titles

LIMIT = 20


class Hanging:
    """A disk that hangs until it is let go; it notes what the window's thread waits for."""

    def __init__(self) -> None:
        self.let = threading.Event()
        self.here = threading.current_thread()
        self.waited: list[str] = []

    def wait(self, name: str) -> None:
        if threading.current_thread() is self.here:
            self.waited.append(name)
        else:
            self.let.wait(LIMIT)


@pytest.fixture
def hanging(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hanging]:
    monkeypatch.setattr(patience, "SOON", 20)
    disk = Hanging()
    with faulty(Disk(wait=disk.wait)):
        yield disk
        disk.let.set()


@contextmanager
def looking(do: Callable[[Waiting], object]) -> Iterator[list[str]]:
    """Do something with each dialog that waits, and give what they say."""
    seen: list[Waiting] = []
    said: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QMessageBox):
            next(one for one in dialog.buttons() if "Don" in one.text()).click()
        if isinstance(dialog, Waiting) and dialog not in seen:
            seen.append(dialog)
            said.append(dialog.said)
            do(dialog)

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(10)
    yield said
    timer.stop()


def slow(desk: Desk, path: Path, qtbot: QtBot) -> Window:
    """A map whose disk is known to be slow."""
    desk.open_files([path])
    window = desk.windows[0]
    qtbot.waitUntil(lambda: desk.home.pace.known, timeout=5000)
    desk.home.pace.learn([1.0, 1.0])
    return window


def test_closing_says_what_it_waits_for_and_one_may_go_back(
    desk: Desk, tmp_path: Path, qtbot: QtBot, hanging: Hanging
) -> None:
    path = make_file(tmp_path, desk)
    hanging.let.set()
    window = slow(desk, path, qtbot)
    hanging.waited.clear()  # what was done before it was slow
    hanging.let.clear()
    edit(window, "Held up")
    with looking(lambda dialog: dialog.findChild(QPushButton).click()) as said:
        assert not window.close()
    assert said == ["Writing the last edits to the disk…"]
    assert hanging.waited == []
    edit(window, "And on", 2)
    with looking(lambda _: hanging.let.set()) as said:
        assert window.close()
    assert len(said) == 1
    assert titles(path)[0] == "And on"


def test_a_disk_that_never_answers_lets_one_go_back_after_a_while(
    desk: Desk, tmp_path: Path, qtbot: QtBot, hanging: Hanging, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "LONGEST", 50)
    hanging.let.set()
    window = slow(desk, make_file(tmp_path, desk), qtbot)
    hanging.let.clear()
    edit(window, "Held up")
    assert not window.close()
    assert window.isVisible()
    assert "does not answer" in window.banners.sentences()["closing"]
    hanging.let.set()


def test_throwing_away_and_having_back_hold_up_no_window(
    desk: Desk, tmp_path: Path, qtbot: QtBot, hanging: Hanging
) -> None:
    path = make_file(tmp_path, desk)
    hanging.let.set()
    window = slow(desk, path, qtbot)
    work_of(window).document.automatic = False
    edit(window, "Not wanted")
    qtbot.waitUntil(lambda: not work_of(window).saving.busy, timeout=5000)
    hanging.waited.clear()
    hanging.let.clear()
    other = desk.new_window()
    with looking(lambda _: hanging.let.set()) as said:
        assert window.close()
    assert said == ["Putting the map aside for 30 days…"]
    (copy,) = desk.home.discarded()
    hanging.let.clear()
    with looking(lambda _: hanging.let.set()) as said:
        other.orders.recovery.have_back(copy)
    assert said == ["Bringing your work back…"]
    assert work_of(other).journey.stages(work_of(other).map_id)[0].title == "Not wanted"
    assert hanging.waited == []


def test_the_recovery_page_holds_up_no_window(
    desk: Desk, tmp_path: Path, qtbot: QtBot, hanging: Hanging
) -> None:
    path = make_file(tmp_path, desk)
    hanging.let.set()
    other = desk.new_window()
    window = slow(desk, path, qtbot)
    qtbot.waitUntil(lambda: not work_of(window).saving.busy, timeout=5000)
    page = RecoveryDialog(other)
    page.show()
    assert page.chosen is not None
    assert page.chosen.kind == "backup"
    hanging.waited.clear()
    hanging.let.clear()
    with looking(lambda _: hanging.let.set()) as said:
        choose(str(tmp_path / "copy"), page.save.click)
    assert said == ["Writing the copy…"]
    assert "copy.cjm" in page.told.text()
    hanging.let.clear()
    with looking(lambda _: hanging.let.set()):
        page.open_button.click()
    assert hanging.waited == []
    hanging.let.set()


def left_behind(path: Path, desk: Desk) -> None:
    """End as a killed program does, before it is known what of the last save is on the disk."""
    document = Document.open(path, desk.home)
    with document.edit("step.edit") as draft:
        stage = document.journey.stages(next(iter(document.journey.maps())).id)[0]
        moves.set_fields(draft, stage.id, title="In no file yet")
    document.prepare()
    document._saver.saved.revision = -1
    end(document)


def test_a_start_after_a_crash_holds_up_no_window(
    desk: Desk, tmp_path: Path, qtbot: QtBot, hanging: Hanging
) -> None:
    left_behind(make_file(tmp_path, desk), desk)
    hanging.waited.clear()
    desk.survivors = Survivors(desk)
    window = desk.new_window()
    window.growing.finish()
    assert not desk.survivors.known
    hanging.let.set()
    qtbot.waitUntil(lambda: desk.survivors.known, timeout=5000)
    assert hanging.waited == []


def test_a_save_that_takes_its_time_is_told_of_and_the_window_goes_on(
    desk: Desk, tmp_path: Path, qtbot: QtBot, hanging: Hanging, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(statusbar, "SOON", 20)
    hanging.let.set()
    window = slow(desk, make_file(tmp_path, desk), qtbot)
    qtbot.waitUntil(lambda: not work_of(window).saving.busy, timeout=5000)
    assert not window.status.tells_of_saving
    hanging.waited.clear()
    hanging.let.clear()
    window.commands["file.save"].trigger()
    qtbot.waitUntil(lambda: window.status.tells_of_saving, timeout=5000)
    edit(window, "Meanwhile")
    assert hanging.waited == []
    hanging.let.set()
    qtbot.waitUntil(lambda: not work_of(window).saving.busy, timeout=5000)
    assert not window.status.tells_of_saving


def test_a_quick_disk_that_hangs_is_said_to_have_nothing_yet(
    desk: Desk, tmp_path: Path, qtbot: QtBot, hanging: Hanging
) -> None:
    """What it was given before it was known to be quick may be long on its way."""
    path = make_file(tmp_path, desk)
    desk.open_files([path])
    window = desk.windows[0]
    work_of(window).document.automatic = False
    edit(window, "On its way")
    desk.home.pace.learn([0.0, 0.0])
    qtbot.waitUntil(lambda: state(window) is State.SETTLING, timeout=5000)
    assert not work_of(window).document.settled_on_disk
    hanging.let.set()
    qtbot.waitUntil(lambda: state(window) is not State.SETTLING, timeout=5000)
    assert work_of(window).document.settled_on_disk


def test_an_unforeseen_error_of_a_save_is_reported(
    desk: Desk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = slow(desk, make_file(tmp_path, desk), qtbot)
    edit(window, "Saved all the same")
    qtbot.waitUntil(lambda: not work_of(window).saving._settling.busy, timeout=5000)

    def fail(*_: object) -> None:
        monkeypatch.undo()
        raise ValueError("nobody foresaw it")

    monkeypatch.setattr("cjm_desktop.storage.debts.sync", fail)
    with qtbot.captureExceptions() as raised:
        assert work_of(window).saving.save()
        qtbot.waitUntil(lambda: bool(raised), timeout=5000)
    assert [kind for kind, *_ in raised] == [ValueError]


def pulled(folder: Path) -> None:
    folder.rename(folder.with_name("pulled"))


def refuses(number: int) -> Callable[[Path], None]:
    def refuse(_: Path) -> None:
        raise OSError(number, "refused")

    return refuse


Harm = tuple[Callable[[Path], None], str, str]
"""What happens, at the sync of what, and what is said."""


@pytest.mark.parametrize(
    ("language", "harms"),
    [
        (
            "ru",
            [
                (pulled, "temporary", "storage.gone"),
                (refuses(errno.EIO), "folder", "storage.unreadable"),
            ],
        ),
        (
            "en",
            [
                (refuses(errno.ENOSPC), "temporary", "storage.full"),
                (refuses(errno.EROFS), "temporary", "storage.read_only"),
            ],
        ),
    ],
)
def test_what_happens_to_a_disk_while_a_slow_save_is_under_way_is_told(
    language: str, harms: list[Harm], make_desk: MakeDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    desk, folder = make_desk(language=language), tmp_path / "stick"
    folder.mkdir()
    window = slow(desk, make_file(folder, desk), qtbot)
    work = work_of(window)
    for number, (harm, where, key) in enumerate(harms):
        title = f"Kept on {number}"
        _save_harmed(window, folder, harm, where, title, qtbot)
        assert window.banners.sentences()["saving"] == say(key, language, file="map.cjm")
        assert state(window) is State.FAILED
        assert work.document.unpublished
        assert work.journey.stages(work.map_id)[0].title == title
        if harm is pulled:
            folder.with_name("pulled").rename(folder)
        assert work.saving.save()
        assert titles(folder / "map.cjm")[0] == title
        assert list(folder.glob(".*.tmp*")) == []


def _save_harmed(
    window: Window,
    folder: Path,
    harm: Callable[[Path], None],
    where: str,
    title: str,
    qtbot: QtBot,
) -> None:
    """Save, and edit on while the disk is at it, to which something happens then."""
    work, asked, let = work_of(window), threading.Event(), threading.Event()

    def wait(name: str) -> None:
        hit = ".map.cjm." in name if where == "temporary" else name == str(folder)
        if hit and not asked.is_set():
            asked.set()
            assert let.wait(LIMIT)
            harm(folder)

    with faulty(Disk(wait=wait)):
        edit(window, "Before", hash(title))
        work.saving.save_in_background()
        qtbot.waitUntil(asked.is_set, timeout=5000)
        edit(window, title, hash(title) + 1)
        let.set()
        qtbot.waitUntil(lambda: not work.saving.busy, timeout=5000)


def test_what_was_begun_is_waited_for_where_the_program_is_told_to_end(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "SOON", 20)
    let, pace = threading.Event(), Pace()

    def do() -> str:
        let.wait(LIMIT)
        return "done"

    def end_all(dialog: Waiting) -> None:
        threading.Timer(0.05, let.set).start()
        dialog.done(0)

    with looking(end_all) as said:
        assert attend(None, Told("Title", "Waiting"), pace, do) == "done"
    assert said == ["Waiting"]


def test_who_asks_for_what_was_left_while_it_is_looked_for_waits_for_the_same_look(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "SOON", 20)
    path = make_file(tmp_path, desk)
    for name in ("one.cjm", "two.cjm"):
        left_behind(shutil.copy(path, tmp_path / name), desk)
    let, here, looks = threading.Event(), threading.current_thread(), list[str]()

    there = desk.home.set_aside

    def held() -> tuple[Copy, ...]:
        """Every look begins and ends here."""
        if threading.current_thread() is not here:
            looks.append("after" if looks else "before")
            let.wait(LIMIT)
        return there()

    monkeypatch.setattr(desk.home, "set_aside", held)
    desk.home.pace.waits = False
    desk.home.pace.learn([1.0, 1.0])
    desk.survivors = survivors = Survivors(desk)
    asked: list[bool] = []

    def ask(_: Waiting) -> None:
        asked.append(survivors.known)
        QTimer.singleShot(50, let.set)

    with looking(ask):
        assert len(survivors.copies) == 2
    assert (asked, looks) == ([False], ["before", "after"])
