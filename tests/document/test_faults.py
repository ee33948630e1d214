"""The n-th operation on the disk fails: nothing acknowledged is lost, and there is a sentence.

Every 14th operation in the suite (every 21st where all that follow fail as well), every one in the
long form.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.journey.problems import Problem
from cjm_desktop.storage import reader
from cjm_desktop.storage.problems import FileProblem
from tests.document.doing import add_card, set_text, state
from tests.torture.disk import Disk, faulty

EVERY = 7


class Session:
    """What a person does in a short session, and what must hold whatever the disk does."""

    def __init__(self, path: Path, home: Home) -> None:
        self.path = path
        self.home = home
        self.refused: list[str] = []
        self.document: Document | None = None
        self.bytes = path.read_bytes()

    def run(self) -> None:
        """Open, edit, undo, save, edit, save."""
        try:
            self.document = Document.open(self.path, self.home)
        except FileProblem as problem:
            self.refused.append(problem.sentence("en"))
            return
        for action in (self.edit, self.edit, self.undo, self.save, self.type, self.redo, self.save):
            self.attempt(action)

    def attempt(self, action: Callable[[], object]) -> None:
        """It works as a whole, or it is refused with a sentence and nothing has moved."""
        assert self.document is not None
        before = state(self.document)
        try:
            action()
        except Problem as problem:
            self.refused.append(problem.sentence("en"))
            assert self.document.journey == before

    def edit(self) -> None:
        add_card(self.document, "карточка")

    def type(self) -> None:
        for text in ("п", "пи"):
            set_text(self.document, add_card(self.document, text), text + "!", merge="typing")

    def undo(self) -> None:
        self.document.undo()

    def redo(self) -> None:
        self.document.redo()

    def save(self) -> None:
        """The file is the new state, or byte for byte the old one."""
        try:
            self.document.publish()
        except Problem:
            assert self.path.read_bytes() == self.bytes
            raise
        self.bytes = self.path.read_bytes()

    def check(self) -> None:
        """After the disk has recovered."""
        assert [one.name for one in self.path.parent.iterdir() if one.name.endswith(".tmp")] == []
        if self.document is None:
            assert self.path.read_bytes() == self.bytes
            Document.open(self.path, self.home).close()
            return
        last = state(self.document)
        self.document.return_to_disk()
        assert self.document.at_risk is None
        assert self.document._keeper.copy.load().journey == last
        self.document.publish()
        assert reader.read(self.path).journey == last
        steps = self.document.history()
        self.document.go_to(0)
        self.document.go_to(sum(not step.undone for step in steps))
        assert self.document.journey == last
        self.document.close()


@pytest.fixture
def original(saved: Document, tmp_path: Path) -> Path:
    saved.close()
    return tmp_path / "map.cjm"


def attempt(original: Path, folder: Path, disk: Disk, monkeypatch: pytest.MonkeyPatch) -> Session:
    """One session over a disk with a fault."""
    folder.mkdir()
    path = folder / "map.cjm"
    shutil.copy(original, path)
    session = Session(path, Home(folder / "home"))
    with faulty(disk):
        session.run()
    session.check()
    return session


def sweep(
    original: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, every: int, **how: bool
) -> None:
    """A fault at every so-many-th operation of a session."""
    whole = Disk(**how)
    assert attempt(original, folder / "0", whole, monkeypatch).refused == []
    assert whole.count > 100
    for at in range(1 + every // 2, whole.count + 1, every):
        disk = Disk(at, **how)
        attempt(original, folder / str(at), disk, monkeypatch)
        assert disk.failed


KINDS = [
    pytest.param({}, id="an error once"),
    pytest.param({"forever": True}, id="an error for ever"),
    pytest.param({"full": True}, id="full once"),
    pytest.param({"full": True, "forever": True}, id="full for ever"),
]


@pytest.mark.parametrize("how", KINDS)
def test_whatever_fails_nothing_is_lost(
    how: dict[str, bool], original: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sessions").mkdir()
    every = EVERY * (3 if how.get("forever") else 2)
    sweep(original, tmp_path / "sessions", monkeypatch, every, **how)


@pytest.mark.long
@pytest.mark.parametrize("how", KINDS)
def test_whatever_fails_at_any_point(
    how: dict[str, bool], original: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sessions").mkdir()
    sweep(original, tmp_path / "sessions", monkeypatch, 1, **how)


def test_an_edit_costs_one_sync(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = Disk()
    with faulty(disk):
        other = Document.create(document.journey.fork(), document.home)
        card_id = add_card(other, "first")
        for number in range(5):
            disk.syncs.clear()
            set_text(other, card_id, f"text {number}", merge="typing" if number % 2 else None)
            assert [Path(name).name for name in disk.syncs] == ["work.sqlite-wal"]
        disk.syncs.clear()
        other.undo()
        other.redo()
        assert len(disk.syncs) == 2
        other.close()


def test_opening_does_not_wait_for_the_disk_but_the_working_copy_does(
    document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual, synced = os.fsync, set()

    def noting(handle: int) -> None:
        synced.add(os.fstat(handle).st_ino)
        usual(handle)

    monkeypatch.setattr(os, "fsync", noting)
    document.save_as(tmp_path / "map.cjm")
    document.close()
    synced.clear()
    again = Document.open(tmp_path / "map.cjm", document.home)
    assert synced == set()
    again.prepare()
    assert again._keeper.folder is not None
    folder = again._keeper.folder.folder
    for one in (folder.parent, folder, folder / "info.json"):
        assert one.stat().st_ino in synced, one.name
    again.close()


def test_the_first_edit_after_a_save_costs_one_sync_too(
    document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk()
    with faulty(disk):
        other = Document.create(document.journey.fork(), document.home)
        card_id = add_card(other, "first")
        other.save_as(tmp_path / "map.cjm")
        disk.syncs.clear()
        set_text(other, card_id, "second")
        assert len(disk.syncs) == 1
        other.close()


LOG = "work.sqlite-wal"


@pytest.mark.parametrize(
    "fails", [[f"write {LOG}"], [f"sync {LOG}"], [f"sync {LOG}", f"sync {LOG}"]], ids=len
)
def test_a_commit_that_failed_but_happened_is_not_made_twice(
    fails: list[str], document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a sync that failed the edit may stand in the log: one has to look.

    It does where closing the connection fails too, so that the log stays.
    """
    disk = Disk()
    with faulty(disk):
        other = Document.create(document.journey.fork(), document.home)
        add_card(other, "first")
        disk.next = fails.copy()
        add_card(other, "second")
        assert disk.failed == fails
        assert (other.at_risk is None) is (len(fails) == 2)
        assert [step.values["name"] for step in other.history()] == ["first", "second"]
        assert other._keeper.copy.load().journey == other.journey
        assert other._keeper.copy.load().steps == other.history()
        other.undo()
        other.undo()
        assert other.journey == document.journey
        other.close()


def test_a_full_disk_lets_one_go_on_in_memory(
    saved: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved.close()
    disk = Disk(full=True, forever=True)
    home = Home(tmp_path / "home")
    with faulty(disk):
        document = Document.open(tmp_path / "map.cjm", home)
        add_card(document, "on disk")
        assert document.at_risk is None
        disk.at = disk.count + 1
        add_card(document, "in memory")
        assert document.at_risk is not None
        assert "room" in document.at_risk.sentence("en")
        document.undo()
        document.redo()
        assert [step.values["name"] for step in document.history()][-2:] == ["on disk", "in memory"]
        with pytest.raises(FileProblem):
            document.publish()
        with pytest.raises(FileProblem):
            document.return_to_disk()
        with pytest.raises(FileProblem):
            document.close()
        disk.at = 0
        document.return_to_disk()
        assert document.at_risk is None
        last = state(document)
        document.close()
    (left,) = Document.recoverable(home)
    again = Document.recover(left, home)
    assert again.journey == last
    assert len(again.history()) == 3
    again.close()
