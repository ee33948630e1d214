"""R4, in short: the n-th operation on the disk fails, and nothing acknowledged is lost.

Every 101st or 151st operation for each kind of fault; long form: `python -m tests.torture r4`.
"""

import os
from pathlib import Path

import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.storage.problems import FileProblem
from tests.document.doing import add_card, set_text, state
from tests.torture import faults
from tests.torture.disk import Disk, faulty
from tests.torture.watch import Watch

SHORT = {
    "an error once": 101,
    "an error for ever": 151,
    "full once": 101,
    "full for ever": 151,
    "half a write once": 101,
    "half a write for ever": 151,
}
"""Every so-many-th operation, by the kind of fault."""


@pytest.mark.parametrize(("kind", "every"), SHORT.items())
def test_whatever_fails_nothing_is_lost(kind: str, every: int, tmp_path: Path) -> None:
    faults.sweep(tmp_path, Watch(), every, 1 + every // 2, faults.KINDS[kind])


@pytest.mark.parametrize("kind", ["an error once", "full for ever"])
def test_whatever_fails_on_a_slow_disk_nothing_is_lost(kind: str, tmp_path: Path) -> None:
    faults.sweep(tmp_path, Watch(), 151, 60, faults.KINDS[kind], slow=True)


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
