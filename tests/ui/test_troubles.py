"""What happens to files while they are open, on real files: the sentence, and every way out."""

from __future__ import annotations

import json
import resource
import shutil
import sqlite3
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from cjm_desktop.document import Document, Home
from cjm_desktop.document.presence import Claim, note_of
from cjm_desktop.journey import moves, templates
from cjm_desktop.journey.records import Stage
from cjm_desktop.journey.words import say
from cjm_desktop.storage import reader
from cjm_desktop.storage.pace import QUICK_AGAIN, SLOW
from cjm_desktop.ui.banner import Banner
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.saved import State
from cjm_desktop.ui.saving import Saving
from cjm_desktop.ui.window import Window
from tests.torture.disk import Disk, faulty
from tests.ui.conftest import MakeDesk, work_of
from tests.ui.test_files import answer, choose, edit, make_file, state, titles


def buttons(window: Window, matter: str) -> list[str]:
    strip = window.banners._shown[matter]
    assert isinstance(strip, Banner)
    return [one.text() for one in strip.findChildren(QPushButton)]


def press(window: Window, matter: str, text: str) -> None:
    strip = window.banners._shown[matter]
    next(one for one in strip.findChildren(QPushButton) if one.text() == text).click()


@contextmanager
def room(size: int) -> Iterator[None]:
    """A disk on which no file may be larger: the system itself refuses the write."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def save(window: Window) -> str:
    """Save, and what is said of it; nothing where it went well."""
    work = work_of(window)
    work.saving.save_in_background()
    work.saving.wait()
    return window.banners.sentences().get("saving", "")


def of_another_program(path: Path, home: Home, title: str) -> None:
    """Change the file as a colleague's computer does, over a folder they share."""
    shared = path.with_name("theirs.cjm")
    shutil.copyfile(path, shared)
    document = Document.open(shared, home)
    with document.edit("step.rename", name=title) as draft:
        moves.set_fields(draft, draft.journey.all(Stage)[0].id, title=title)
    document.publish()
    document.close()
    shared.replace(path)


SAVE_AS, AGAIN, BACK = "Save as…", "Try again", "Put it back"
NEWER = 99_00_00
"""Version 99.0.0, as a file says it."""
DAMAGED = ("storage.damaged", "storage.seal_broken")
OTHERS = ["Save a copy…", "Take theirs", "Replace theirs"]


class Saver:
    """Edits and saves a map whose file gets into trouble."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        folder.mkdir()
        self.path = make_file(folder, desk)
        desk.open_files([self.path])
        self.window = desk.windows[0]
        work_of(self.window).document.automatic = False
        self.count = 0

    def refused(self, key: str, answers: list[str], shown: State = State.FAILED) -> None:
        self.count += 1
        edit(self.window, f"Edit {self.count}", self.count)
        assert save(self.window) == say(key, "en", file="map.cjm")
        assert state(self.window) is shown
        assert [one for one in buttons(self.window, "saving") if one != "Merge…"] == answers

    def then(self, way: str) -> None:
        """Press a button, upon which all is well."""
        press(self.window, "saving", way)
        work_of(self.window).saving.wait()
        assert "saving" not in self.window.banners.sentences()
        assert titles(self.path)[0] == f"Edit {self.count}"
        assert state(self.window) is State.SAVED
        assert not [one for one in self.path.parent.iterdir() if one.suffix == ".tmp"]


def test_a_file_that_is_gone_is_put_back_or_waited_for(desk: Desk, tmp_path: Path) -> None:
    saver = Saver(desk, tmp_path / "stick")
    path, folder, away = saver.path, saver.path.parent, tmp_path / "pulled"
    # Renamed or moved: what was moved stays as it is.
    moved = path.rename(folder / "renamed.cjm")
    saver.refused("storage.gone", [SAVE_AS, BACK])
    saver.then(BACK)
    assert moved.exists()
    # Deleted, and put there again by somebody meanwhile: it is looked at first.
    kept = path.read_bytes()
    path.unlink()
    saver.refused("storage.gone", [SAVE_AS, BACK])
    path.write_bytes(kept)
    saver.then(BACK)
    # The stick is pulled, and comes back.
    folder.rename(away)
    saver.refused("storage.gone", [SAVE_AS, AGAIN])
    away.rename(folder)
    saver.then(AGAIN)


def test_a_file_that_refuses_is_as_it_was_until_it_can_be_written(
    desk: Desk, tmp_path: Path
) -> None:
    saver = Saver(desk, tmp_path / "place")
    path = saver.path
    before = path.read_bytes()
    path.chmod(0o444)
    saver.refused("storage.read_only", [SAVE_AS, AGAIN])
    path.chmod(0o644)
    with faulty(Disk(at=1, forever=True, full=True)):
        # It is the disk of our own copy too.
        saver.refused("storage.full", [SAVE_AS, AGAIN], State.AT_RISK)
    with room(len(before) - 1):
        saver.refused("storage.unreadable", [SAVE_AS, AGAIN], State.AT_RISK)
    assert path.read_bytes() == before
    saver.then(AGAIN)
    # Replaced by something that is no map.
    path.write_text("Dear all", encoding="utf-8")
    saver.refused("storage.changed_elsewhere", OTHERS)
    press(saver.window, "saving", OTHERS[1])
    assert work_of(saver.window).journey.all(Stage)[0].title == f"Edit {saver.count}", (
        "or one had neither"
    )
    saver.then(OTHERS[2])
    assert "Backups" in saver.window.banners.sentences()["shared"]
    assert "Dear all" in [one.read_text("utf-8", "replace") for one in desk.home.backups_of(path)]


def test_what_another_computer_saved_is_never_lost(desk: Desk, tmp_path: Path) -> None:
    path, other = make_file(tmp_path, desk), Home(tmp_path / "other")
    desk.open_files([path])
    window = desk.windows[0]

    def conflict(ours: str, theirs: str) -> None:
        work_of(window).document.automatic = False
        edit(window, ours)
        of_another_program(path, other, theirs)
        assert save(window) == say("storage.changed_elsewhere", "en", file="map.cjm")
        assert titles(path)[0] == theirs

    conflict("Ours", "Theirs")
    press(window, "saving", OTHERS[2])
    assert titles(path)[0] == "Ours"
    assert "Theirs" in [titles(one)[0] for one in desk.home.backups_of(path)]
    conflict("Ours 2", "Theirs 2")
    press(window, "saving", OTHERS[1])
    assert work_of(window).journey.all(Stage)[0].title == "Theirs 2"
    assert "30 days" in window.banners.sentences()["shared"]
    (copy,) = desk.home.discarded()
    again = Document.recover(copy, desk.home)
    assert again.journey.all(Stage)[0].title == "Ours 2"
    again.discard()
    # It is told of when one comes back to the window, and nothing is asked where nothing was done.
    window.activateWindow()
    QApplication.processEvents()
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    assert "saving" not in window.banners.sentences()
    of_another_program(path, other, "Theirs 3")
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    said = say("storage.changed_elsewhere", "en", file="map.cjm")
    assert window.banners.sentences()["saving"] == said
    before = desk.home.discarded()
    press(window, "saving", OTHERS[1])
    assert work_of(window).journey.all(Stage)[0].title == "Theirs 3"
    assert desk.home.discarded() == before
    conflict("Ours 4", "Theirs 4")
    choose(str(tmp_path / "ours.cjm"), lambda: press(window, "saving", OTHERS[0]))
    assert titles(tmp_path / "ours.cjm")[0] == "Ours 4"
    assert titles(path)[0] == "Theirs 4"


def test_while_our_own_disk_is_full_one_goes_on_in_memory(
    make_desk: MakeDesk, tmp_path: Path
) -> None:
    desk = make_desk(language="ru")
    path = make_file(tmp_path, desk)
    desk.open_files([path])
    window = desk.windows[0]
    work_of(window).document.automatic = False
    with room(0):
        edit(window, "В памяти")
        edit(window, "И дальше", 2)
        assert state(window) is State.AT_RISK
        strip = window.banners._shown["at risk"]
        assert strip.property("look") == "alarm"
        assert strip.sentence.text().endswith(
            "Изменения пока только в памяти: сохраните карту в другом месте."
        )
        assert buttons(window, "at risk") == ["Сохранить как…", "Ещё раз"]
        edit(window, "Ещё", 3)
        assert window.banners._shown["at risk"] is strip, "it is not said anew at each edit"
        press(window, "at risk", "Ещё раз")
        assert state(window) is State.AT_RISK
        # Thrown away it could not be had back: that is said before.
        answers = iter(["Не сохранять", "Отмена"])
        said = []
        _answer_each(answers, said, window.close)
        assert "только в памяти" in said[0]
        assert said[1].startswith("Эту карту нельзя хранить 30 дней")
        assert window.isVisible()
    press(window, "at risk", "Ещё раз")
    assert "at risk" not in window.banners.sentences()
    assert work_of(window).document.at_risk is None
    assert work_of(window).journey.all(Stage)[0].title == "Ещё"


def test_a_full_disk_is_told_of_at_once_where_no_edit_is_made(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    """A save notes something in our own copy too; the user's file lies on another disk."""
    path = make_file(tmp_path, desk)
    desk.open_files([path])
    window = desk.windows[0]
    work_of(window).document.automatic = False
    edit(window, "Kept")
    with room(0):
        work_of(window).saving.save_in_background()
        work_of(window).saving.wait()
        qtbot.waitUntil(lambda: "at risk" in window.banners.sentences(), timeout=5000)
        assert state(window) is State.AT_RISK
    assert save(window) == ""
    assert "at risk" not in window.banners.sentences()
    assert titles(path)[0] == "Kept"


def test_the_window_never_waits_for_a_slow_disk_of_our_own(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    """Each sync of it takes longer than a window may stand still: none happens in its thread."""
    path, here = make_file(tmp_path, desk), threading.current_thread()
    waited: list[str] = []
    late, let, said = [True], threading.Event(), threading.Event()

    def slow(name: str) -> None:
        if name.startswith(str(desk.home.folder)) or not name:
            if threading.current_thread() is here:
                waited.append(name)
            elif late[0]:
                assert said.wait(20), "an edit was said to be on a disk that did not have it"
                let.wait(SLOW * 1.1)

    with faulty(Disk(wait=slow)):
        desk.open_files([path])
        window = desk.windows[0]
        document = work_of(window).document
        edit(window, "Before anybody knows")
        qtbot.waitUntil(lambda: state(window) is State.SETTLING, timeout=10_000)
        said.set()
        qtbot.waitUntil(lambda: document.settled_on_disk, timeout=10_000)
        assert desk.home.pace.slow
        waited.clear()
        edit(window, "Slowly")
        edit(window, "But surely", 2)
        assert state(window) is State.SETTLING
        qtbot.waitUntil(lambda: document.settled_on_disk, timeout=10_000)
        assert state(window) is not State.SETTLING
        assert "slow" in window.banners.sentences()["slow disk"]
        edit(window, "Saved", 3)
        assert save(window) == ""
        qtbot.waitUntil(lambda: document.settled_on_disk, timeout=10_000)
        assert waited == []
        late[0] = False
        let.set()
        for number in range(4, 4 + QUICK_AGAIN):
            edit(window, f"Quickly {number}", number)
            qtbot.waitUntil(lambda: document.settled_on_disk, timeout=10_000)
        qtbot.waitUntil(lambda: "slow disk" not in window.banners.sentences(), timeout=10_000)
    assert titles(path)[0].startswith(("Saved", "Quickly"))


def test_a_map_that_is_only_looked_at_comes_to_a_slow_disk_too(
    qtbot: QtBot, tmp_path: Path
) -> None:
    home = Home(tmp_path / "home")
    document = Document.create(templates.make("blank", "en"), home)
    saving = Saving(document, lambda: None, bytes)
    home.pace.learn([1.0, 1.0])
    saving.prepare()
    qtbot.waitUntil(lambda: saving.state is not State.SETTLING, timeout=3000)
    saving.stop()
    document.discard()


def test_a_slow_disk_that_fails_in_the_end_leaves_the_work_in_memory(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = make_file(tmp_path, desk)
    desk.open_files([path])
    window = desk.windows[0]
    document = work_of(window).document
    document.automatic = False
    qtbot.waitUntil(lambda: desk.home.pace.known, timeout=10_000)
    desk.home.pace.learn([1.0, 1.0])
    disk = Disk()
    with faulty(disk):
        edit(window, "First")
        qtbot.waitUntil(lambda: document.settled_on_disk, timeout=10_000)
        disk.next.append("fsync")
        edit(window, "Held", 2)
        qtbot.waitUntil(lambda: "at risk" in window.banners.sentences(), timeout=10_000)
    assert disk.failed == ["fsync"]
    assert work_of(window).journey.all(Stage)[0].title == "Held"
    press(window, "at risk", AGAIN)
    assert document.at_risk is None
    assert save(window) == ""
    assert titles(path)[0] == "Held"


def _answer_each(answers: Iterator[str], said: list[str], do: Callable[[], object]) -> None:
    seen: list[QMessageBox] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox) and box not in seen:
            seen.append(box)
            said.append(f"{box.text()} {box.informativeText()}")
            wanted = next(answers)
            next(one for one in box.buttons() if one.text() == wanted).click()

    watch = QTimer()
    watch.setInterval(20)
    watch.timeout.connect(look)
    watch.start()
    do()
    watch.stop()


def test_a_slow_disk_holds_up_no_picture_of_the_window(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = make_file(tmp_path, desk)
    desk.open_files([path])
    window = desk.windows[0]
    edit(window, "Slowly")
    done, asked = threading.Event(), threading.Event()

    def slow(name: str) -> None:
        if ".map.cjm." in name:
            asked.set()
            assert done.wait(20), "the window's own loop did not turn while the disk was at it"

    seen: list[State] = []
    closed: list[bool] = []

    def look() -> None:
        if asked.is_set() and not done.is_set():
            seen.append(state(window))
            closed.append(window.orders.closing.may_close())
            done.set()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(50)
    with faulty(Disk(wait=slow)):
        assert window.close()
    timer.stop()
    assert set(seen) == {State.SAVING}
    assert not any(closed), "it is closed once, when the disk is done"
    assert titles(path)[0] == "Slowly"


def newer(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[60:64] = NEWER.to_bytes(4, "big")
    path.write_bytes(data)


def of_another(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE notes (text)")
    connection.close()


def torn(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4096])


def changed(path: Path) -> None:
    data = path.read_bytes()
    title = reader.read(path).journey.all(Stage)[0].title.encode()
    path.write_bytes(data.replace(title, title[::-1]))


def test_what_cannot_be_opened_is_said_and_left_alone(make_desk: MakeDesk, tmp_path: Path) -> None:
    desk = make_desk(language="ru")
    window = desk.new_window()
    cases: dict[str, Callable[[Path], object]] = {
        "storage.missing": Path.unlink,
        "storage.empty": lambda path: path.write_bytes(b""),
        "storage.not_a_map": lambda path: path.write_text("Dear all", encoding="utf-8"),
        "storage.other_program": of_another,
        "storage.too_new": newer,
        "storage.damaged": torn,
        "storage.seal_broken": changed,
    }
    good = make_file(tmp_path, desk, "good.cjm").read_bytes()
    for number, (key, harm) in enumerate(cases.items()):
        path = tmp_path / f"{number}.cjm"
        path.write_bytes(good)
        harm(path)
        before = path.read_bytes() if path.exists() else None
        desk.open_files([path], window)
        version = reader.version_name(NEWER)
        assert window.banners.sentences()["problem"] == say(
            key, "ru", file=path.name, version=version
        )
        damaged = key in ("storage.damaged", "storage.seal_broken")
        assert buttons(window, "problem") == (
            ["Восстановить, что можно прочитать…"] if damaged else []
        )
        assert window.work is None
        assert (path.read_bytes() if path.exists() else None) == before


def test_a_file_that_is_open_on_another_computer_is_not_written_before_one_says_so(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = make_file(tmp_path, desk)
    old = "2020-02-01T10:00:00+00:00"
    note = {"home": "there", "user": "<b>Anna</b>", "host": "laptop", "since": old, "seen": old}
    note_of(path).write_text(json.dumps(note), encoding="utf-8")
    before = path.read_bytes()
    desk.open_files([path])
    window = desk.windows[0]
    qtbot.waitUntil(lambda: "neighbour" in window.banners.sentences(), timeout=5000)
    said = window.banners.sentences()["neighbour"]
    assert said.startswith("“map.cjm” is open on another computer: <b>Anna</b>, laptop, 1 February")
    assert "Last sign of life: 1 February 2020." in said
    note_of(path).write_bytes(b"{")
    window.orders.neighbours.tell_again()
    said = window.banners.sentences()["neighbour"]
    assert said.startswith("“map.cjm” is open on another computer.")
    theirs = Claim(path, "there")
    theirs.insist()
    window.orders.neighbours.tell_again()
    assert "sign of life" not in window.banners.sentences()["neighbour"]
    edit(window, "Here")
    assert state(window) is State.EDITED
    window.commands["file.save"].trigger()
    work_of(window).saving.wait()
    assert path.read_bytes() == before
    asked = answer("Cancel", window.close)
    assert asked.startswith("Save the map")
    # They close it: from now on it is ours, and saved as one goes.
    theirs.release()
    window.orders.neighbours.look()
    work_of(window).saving.wait()
    assert "neighbour" not in window.banners.sentences()
    assert titles(path)[0] == "Here"
    assert theirs.take() is not None
    # They insist; then so do we.
    theirs.insist()
    window.orders.neighbours.look()
    edit(window, "Here again", 2)
    press(window, "neighbour", "Save here all the same")
    work_of(window).saving.wait()
    assert titles(path)[0] == "Here again"
    # Another file has another note, and none is left behind.
    choose(str(tmp_path / "own.cjm"), window.commands["file.save_as"].trigger)
    assert [one.name for one in tmp_path.glob(".~*")] == [".~own.cjm.lock"]
    window.close()
    assert not list(tmp_path.glob(".~*"))


def test_without_a_folder_of_our_own_one_works_all_the_same(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    desk.folder.write_text("a file in its place", encoding="utf-8")
    window = desk.new_window()
    window.files.new("blank")
    strip = window.banners._shown["homeless"]
    assert strip.property("look") == "alarm"
    assert buttons(window, "homeless") == [SAVE_AS]
    edit(window, "Kept")
    choose(str(tmp_path / "kept.cjm"), lambda: press(window, "homeless", SAVE_AS))
    assert titles(tmp_path / "kept.cjm")[0] == "Kept"
    edit(window, "And unsaved", 2)
    assert list((tmp_path / "tmp").rglob("work.sqlite")), "it is there when the program is not"
