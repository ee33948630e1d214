"""What a disk does to our own folder costs no work, and never gets into the user's file."""

import errno
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import apsw
import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.document.copies import CopyFolder, read_json
from cjm_desktop.document.leftovers import leftovers, save_copy
from cjm_desktop.journey import templates
from cjm_desktop.storage.problems import Damaged, Missing, TooNew, Unreadable
from tests.document.doing import add_card, state
from tests.document.test_recovery import end
from tests.torture.disk import Disk, faulty


@pytest.fixture
def left(saved: Document) -> Path:
    """The folder of a working copy with a card that is in no file."""
    add_card(saved, "unsaved")
    end(saved)
    (folder,) = (saved.home.folder / "copies").iterdir()
    return folder


@pytest.mark.parametrize("harm", [b"", b"{", b'{"title": "?", "buIlt": true}', None])
def test_a_broken_note_costs_no_work(saved: Document, left: Path, harm: bytes | None) -> None:
    last, path = state(saved), saved.path
    note = left / "info.json"
    note.unlink() if harm is None else note.write_bytes(harm)
    (copy,) = Document.recoverable(saved.home)
    assert (copy.title, copy.path) == (last.document.title, path)
    again = Document.recover(copy, saved.home)
    assert again.journey == last
    again.publish()
    again.close()


def test_a_broken_note_leads_to_the_last_working_copy(saved: Document) -> None:
    add_card(saved, "in memory")
    saved._keeper.distrust(Missing("storage.missing", file="work.sqlite"))
    add_card(saved, "later")
    saved.return_to_disk()
    last = state(saved)
    end(saved)
    (folder,) = (saved.home.folder / "copies").iterdir()
    (folder / "info.json").write_bytes(b"")
    for _ in range(2):
        (copy,) = Document.recoverable(saved.home)
        assert copy.database.name == "work-2.sqlite"
    again = Document.recover(copy, saved.home)
    assert again.journey == last
    again.discard()


def test_two_threads_note_at_once(tmp_path: Path) -> None:
    """One that saves notes the file's new name, while a disk that is well again has its own say."""
    held = CopyFolder.hold(tmp_path)
    assert held is not None

    def note(number: int) -> None:
        held.describe(**{str(number): True})

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(note, range(60)))
    held.release()
    assert len(read_json(tmp_path / "info.json")) == 60


def harmed(left: Path, statement: str) -> None:
    connection = apsw.Connection(str(left / "work.sqlite"))
    for one in ("PRAGMA ignore_check_constraints = ON", "PRAGMA foreign_keys = OFF", statement):
        connection.execute(one)
    connection.close()


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE lane SET holds = 'nonsense'",
        "DELETE FROM document",
        "DELETE FROM stage",
        "DROP TABLE meta",
    ],
)
def test_what_is_damaged_never_gets_into_the_file(saved: Document, left: Path, harm: str) -> None:
    assert saved.path is not None
    before = saved.path.read_bytes()
    harmed(left, harm)
    for copy in Document.recoverable(saved.home):
        with pytest.raises(Damaged):
            Document.recover(copy, saved.home)
    (aside,) = leftovers(saved.home, [])
    assert aside.kind == "aside"
    with pytest.raises(Damaged):
        save_copy(aside, saved.path, saved.home)
    assert saved.path.read_bytes() == before


def test_what_makes_no_sense_in_one_copy_keeps_no_other_from_being_offered(
    saved: Document, left: Path
) -> None:
    harmed(left, "UPDATE local SET value = '{' WHERE key = 'known'")
    other = Document.create(state(saved), saved.home, edited=True)
    add_card(other, "well")
    end(other)
    assert len(Document.recoverable(saved.home)) == 1
    assert len(saved.home.set_aside()) == 1


def test_a_damaged_first_state_is_not_gone_back_to(saved: Document, left: Path) -> None:
    (copy,) = Document.recoverable(saved.home)
    again = Document.recover(copy, saved.home)
    first = left / "opened.sqlite"
    first.write_bytes(first.read_bytes().replace(b"touchpoints", b"touchpaints"))
    with pytest.raises(Missing, match="when it was opened"):
        again.revert()
    again.discard()


def test_one_error_of_the_disk_at_the_start_sets_nothing_aside(saved: Document, left: Path) -> None:
    last, home, at = state(saved), saved.home, 0
    disk = Disk()
    while not at or disk.failed:
        at += 1
        disk = Disk(at)
        with faulty(disk):
            found = Document.recoverable(home)
        assert home.set_aside() == ()
        assert [one.folder for one in found] == [left], disk.failed
    (copy,) = found
    for at in range(1, 400, 7):
        disk = Disk(at)
        with faulty(disk):
            again = Document.recover(copy, home)
            again.settled()
            assert again.journey == last
            if not disk.failed:
                break
            end(again)
    else:
        raise AssertionError
    again.discard()


def test_a_new_working_copy_that_was_given_up_leads_back_to_the_old_one(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its name was noted, and only then the disk refused to keep the note for good."""
    document = Document.create(templates.make("blank", "en"), home)
    add_card(document, "on the disk")
    last = state(document)
    document._keeper.distrust(Missing("storage.missing", file="work.sqlite"))
    folder = document._keeper.folder
    assert folder is not None
    usual = os.fsync

    def refuse(handle: int) -> None:
        if os.path.samestat(os.fstat(handle), folder.folder.stat()):
            raise OSError(errno.EIO, "the names")
        usual(handle)

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", refuse)
        with pytest.raises(Unreadable):
            document.return_to_disk()
    end(document)
    (copy,) = Document.recoverable(home)
    again = Document.recover(copy, home)
    assert again.journey == last
    again.discard()


def test_what_a_newer_program_left_is_not_called_broken(saved: Document, left: Path) -> None:
    with apsw.Connection(str(left / "work.sqlite")) as connection:
        connection.execute("PRAGMA user_version = 2000000")
    connection.close()
    for _ in range(2):
        (copy,) = Document.recoverable(saved.home)
        with pytest.raises(TooNew, match=f"{copy.title}.* 2.0 "):
            Document.recover(copy, saved.home)


def test_a_save_that_was_cut_short_is_synced_before_its_edits_go(
    saved: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is written over may be in the system's memory only."""
    add_card(saved, "more")
    job = saved.publish_job()
    job.run()
    end(saved)
    assert saved.path is not None
    place, synced, usual = saved.path, [], os.fsync

    def noting(handle: int) -> None:
        synced.append(os.path.samestat(os.fstat(handle), place.stat()))
        usual(handle)

    monkeypatch.setattr(os, "fsync", noting)
    assert Document.recoverable(saved.home) == ()
    assert any(synced)
