"""A slow disk that nobody waits for: what is owed, what a kill leaves, when it is quick again."""

import errno
import os
from pathlib import Path

import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.document.settling import SettleJob
from cjm_desktop.journey import templates
from cjm_desktop.storage import placing
from cjm_desktop.storage.pace import QUICK_AGAIN, SLOW, Pace, probe
from cjm_desktop.storage.problems import FileProblem
from tests.document.doing import add_card, state
from tests.document.test_recovery import end
from tests.torture.disk import Disk, faulty


def edited(home: Home) -> tuple[Document, SettleJob]:
    """A map with a card that the disk does not have yet, and what would bring it there."""
    document = Document.create(templates.make("blank", "en"), home)
    add_card(document, "one")
    job = document.settle_job()
    assert job is not None
    return document, job


def test_only_who_settles_need_not_wait() -> None:
    pace = Pace()
    pace.learn([1.0, 1.0])
    assert not pace.lazy
    pace.waits = False
    assert pace.slow


def test_one_late_sync_is_chance_and_many_quick_ones_are_not() -> None:
    pace = Pace()
    pace.waits = False
    assert pace.lazy, "until it is known"
    assert not pace.slow
    pace.learn([0.001, SLOW])
    assert not pace.lazy
    pace.note(SLOW)
    assert pace.slow
    for _ in range(QUICK_AGAIN):
        assert pace.slow
        pace.note(0.001)
    assert not pace.lazy


def test_where_nothing_can_be_written_nothing_is_learned(tmp_path: Path) -> None:
    assert len(probe(tmp_path)) == 2
    assert list(tmp_path.iterdir()) == []
    assert probe(tmp_path / "nowhere") == []


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """On a slow disk, with somebody who settles."""
    home = Home(tmp_path / "home")
    home.pace.waits = False
    home.pace.learn([1.0, 1.0])
    return home


def test_no_edit_waits_and_a_kill_takes_none(home: Home, tmp_path: Path) -> None:
    disk = Disk()
    with faulty(disk):
        document = Document.create(templates.make("blank", "en"), home)
        document.prepare()
        document.wall_notes = "1A: a note"
        document.automatic = False
        for number in range(5):
            add_card(document, f"card {number}")
        assert disk.syncs == []
        assert not document.settled_on_disk
        last = state(document)
    end(document)
    (copy,) = Document.recoverable(Home(tmp_path / "home"))
    again = Document.recover(copy, home)
    assert again.journey == last
    assert again.wall_notes == "1A: a note"
    again.discard()


def test_settling_brings_everything_once(home: Home) -> None:
    disk = Disk()
    with faulty(disk):
        document = Document.create(templates.make("blank", "en"), home)
        add_card(document, "one")
        job = document.settle_job()
        assert job is not None
        assert document.settle_job() is None, "one at a time"
        add_card(document, "meanwhile")
        job.run()
        assert {"work.sqlite", "work.sqlite-wal"} <= {Path(one).name for one in disk.syncs}
        job.finish()
        assert not document.settled_on_disk
        disk.syncs.clear()
        job = document.settle_job()
        assert job is not None
        job.run()
        job.finish()
        assert [Path(one).name for one in disk.syncs] == ["work.sqlite-wal"]
        assert document.settled_on_disk
        assert document.settle_job() is None
        document.discard()


def test_a_job_that_ends_after_its_document_is_closed_does_no_harm(home: Home) -> None:
    document, job = edited(home)
    document.discard()
    job.run()
    job.finish()
    assert document.at_risk is None


def test_what_a_save_brings_is_not_on_the_disk_before_it_has(home: Home, tmp_path: Path) -> None:
    document = Document.create(templates.make("blank", "en"), home)
    document.save_as(tmp_path / "map.cjm")
    add_card(document, "one")
    first = document.settle_job()
    assert first is not None
    add_card(document, "two")
    save = document.publish_job()
    first.run()
    first.finish()
    assert not document.settled_on_disk, "the save has the second edit still to bring"
    save.run()
    save.finish()
    assert document.settled_on_disk
    document.close()


def test_an_error_nobody_foresaw_is_an_answer_too(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, job = edited(home)
    error = ValueError("nobody foresaw it")

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("cjm_desktop.storage.debts.sync", fail)
    monkeypatch.setattr("os.fsync", fail)
    job.run()
    monkeypatch.undo()
    job.finish()
    assert job.unforeseen is error
    assert document.at_risk is job.problem is not None, "the work goes on in memory"
    document.discard()


# What is never to be swallowed


def refusing(*names: str) -> Disk:
    """A disk that cannot sync files whose names end so."""

    def wait(name: str) -> None:
        if name.endswith(names):
            raise OSError(errno.EIO, "input/output error", name)

    return Disk(wait=wait)


def failed(document: Document) -> SettleJob:
    """A job that a disk has refused, and of which nobody has heard yet."""
    job = document.settle_job()
    assert job is not None
    with faulty(refusing("-wal")):
        job.run()
    assert job.problem is not None
    return job


def test_what_is_thrown_away_after_a_failed_sync_is_written_anew(home: Home) -> None:
    document = Document.create(templates.make("blank", "en"), home)
    add_card(document, "one")
    last = state(document)
    failed(document)  # the window is closed before it is told
    document.discard()
    (copy,) = home.discarded()
    assert copy.database.name == "work-2.sqlite", "what a disk failed to sync it may never sync"
    again = Document.recover(copy, home)
    assert again.journey == last
    again.discard()


def test_what_cannot_be_synced_is_not_thrown_away_in_silence(home: Home) -> None:
    document = Document.create(templates.make("blank", "en"), home)
    add_card(document, "one")
    with faulty(Disk(1, forever=True)), pytest.raises(FileProblem):
        document.discard()
    assert document.at_risk is not None
    add_card(document, "it goes on")
    document.abandon()


def test_where_it_cannot_be_noted_nothing_is_thrown_away(home: Home) -> None:
    document = Document.create(templates.make("blank", "en"), home)
    add_card(document, "one")
    disk = Disk()
    disk.next = ["replace"]
    with faulty(disk), pytest.raises(FileProblem):
        document.discard()
    add_card(document, "it goes on")
    document.discard()
    assert len(home.discarded()) == 1


def test_throwing_away_brings_all_of_it_to_the_disk(home: Home) -> None:
    disk = Disk()
    with faulty(disk):
        document = Document.create(templates.make("blank", "en"), home)
        add_card(document, "one")
        assert document.settle_job() is not None, "one that never comes to run"
        job = document.discard_job()
        job.run()
        found = {Path(one).name for one in disk.syncs}
        assert {"work.sqlite", "work.sqlite-wal", "opened.sqlite", "info.json"} <= found
        disk.syncs.clear()
        job.finish()
        assert disk.syncs == [], "the window does not wait for any of it"
    (copy,) = home.discarded()
    again = Document.recover(copy, home)
    assert again.journey == document.journey
    again.discard()


@pytest.mark.parametrize("trades", [True, False])
def test_a_save_whose_name_is_not_on_the_disk_is_none(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, trades: bool
) -> None:
    (tmp_path / "maps").mkdir()
    file = tmp_path / "maps" / "map.cjm"
    document = Document.create(templates.make("blank", "en"), home)
    document.save_as(file)
    add_card(document, "one")
    before = file.read_bytes()
    if not trades:
        monkeypatch.setattr(placing, "exchange", lambda *_: False)
    with faulty(refusing("maps")), pytest.raises(FileProblem):
        document.publish()
    assert document.unpublished, "a stick that was pulled out has nothing of it"
    assert (file.read_bytes() == before) is trades
    document.publish()
    assert not document.unpublished
    document.close()


def test_a_folder_that_no_system_can_sync_is_none_to_wait_for(home: Home, tmp_path: Path) -> None:
    (tmp_path / "maps").mkdir()

    def wait(name: str) -> None:
        if name.endswith("maps"):
            raise OSError(errno.EINVAL, "invalid argument")

    document = Document.create(templates.make("blank", "en"), home)
    with faulty(Disk(wait=wait)):
        document.save_as(tmp_path / "maps" / "map.cjm")
    assert not document.unpublished
    document.close()


def test_save_as_does_not_hold_up_the_window(home: Home, tmp_path: Path) -> None:
    document = Document.create(templates.make("blank", "en"), home)
    add_card(document, "one")
    disk = Disk()
    with faulty(disk):
        job = document.publish_job(tmp_path / "map.cjm")
        job.run()
        disk.syncs.clear()
        job.finish()
        assert disk.syncs == []
    document.close()


def test_what_a_kill_left_is_synced_before_it_is_worked_on(home: Home, tmp_path: Path) -> None:
    document = Document.create(templates.make("blank", "en"), home)
    add_card(document, "one")
    end(document)
    other = Home(tmp_path / "home")
    (copy,) = Document.recoverable(other)
    disk = Disk()
    with faulty(disk):
        again = Document.recover(copy, other)
        synced = {Path(one).name for one in disk.syncs}
    folder = copy.folder
    assert {"opened.sqlite", "work.sqlite", "info.json", folder.name, "copies"} <= synced
    again.discard()


def test_a_save_that_a_kill_cut_short_is_believed_when_it_is_on_the_disk(
    home: Home, tmp_path: Path
) -> None:
    (tmp_path / "maps").mkdir()
    file = tmp_path / "maps" / "map.cjm"
    document = Document.create(templates.make("blank", "en"), home)
    document.save_as(file)
    add_card(document, "one")
    document.publish_job().run()
    end(document)
    with faulty(refusing("maps")):
        (copy,) = Document.recoverable(home)
    again = Document.recover(copy, home)
    assert again.unpublished
    again.publish()
    again.close()
    again = Document.open(file, home)
    add_card(again, "two")
    again.publish_job().run()
    end(again)
    disk = Disk()
    with faulty(disk):
        assert Document.recoverable(home) == ()
    assert str(file.parent) in disk.syncs


def test_what_is_on_the_disk_again_takes_its_first_state_along(home: Home) -> None:
    document = Document.create(templates.make("blank", "en"), home)
    add_card(document, "one")
    failed(document).finish()
    assert document.at_risk is not None
    document.return_to_disk()
    assert not document.settled_on_disk, "opened.sqlite was never synced"
    document.discard()


def test_wall_notes_are_brought_to_the_disk_too(home: Home) -> None:
    document, job = edited(home)
    job.run()
    job.finish()
    document.wall_notes = "1A: a note"
    assert not document.settled_on_disk
    job = document.settle_job()
    assert job is not None
    disk = Disk()
    with faulty(disk):
        job.run()
    job.finish()
    assert {"wallnotes.json", home.folder.name} <= {Path(one).name for one in disk.syncs}
    assert document.settled_on_disk
    document.discard()


def test_an_unforeseen_error_is_told_after_a_save_too(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = Document.create(templates.make("blank", "en"), home)
    add_card(document, "one")
    job = document.publish_job(tmp_path / "map.cjm")
    error = ValueError("nobody foresaw it")
    usual = os.fsync

    def fail(handle: int) -> None:
        if os.fstat(handle).st_size and not (tmp_path / "map.cjm").exists() and not failed:
            failed.append(handle)
            raise error
        usual(handle)

    failed: list[int] = []
    monkeypatch.setattr("os.fsync", fail)
    job.run()
    monkeypatch.undo()
    job.finish()
    assert job.unforeseen is error
    assert not document.unpublished, "the file was saved all the same"
    document.close()


def test_an_error_in_telling_of_a_job_does_not_end_all_saving(home: Home, tmp_path: Path) -> None:
    document = Document.create(templates.make("blank", "en"), home)
    add_card(document, "one")

    def fail() -> None:
        if document.at_risk is not None:
            raise ValueError("nobody foresaw it")

    document.watch_keeping(fail)
    job = document.publish_job(tmp_path / "map.cjm")
    with faulty(refusing("-wal")):
        job.run()
    with pytest.raises(ValueError, match="nobody foresaw it"):
        job.finish()
    assert document.path == tmp_path / "map.cjm"
    add_card(document, "two")
    document.publish()
    document.close()


def test_a_job_is_heard_once(home: Home) -> None:
    document = Document.create(templates.make("blank", "en"), home)
    add_card(document, "one")
    for _ in range(QUICK_AGAIN):
        home.pace.note(0)
    home.pace.note(SLOW)
    home.pace.note(0)
    assert not home.pace.slow
    job = document.settle_job()
    assert job is not None
    job.run()
    job.seconds = SLOW
    job.finish()
    job.finish()
    assert not home.pace.slow, "one late sync may be chance"
    document.discard()


def test_what_stays_for_the_next_start_is_on_the_disk(home: Home) -> None:
    disk = Disk()
    with faulty(disk):
        document = Document.create(templates.make("blank", "en"), home)
        add_card(document, "one")
        disk.syncs.clear()
        document.close()
    names = [Path(one).name for one in disk.syncs]
    assert {"work.sqlite", "work.sqlite-wal", "opened.sqlite", "info.json"} <= set(names)
    document = Document.create(templates.make("blank", "en"), home)
    add_card(document, "one")
    with faulty(Disk(1, forever=True)), pytest.raises(FileProblem):
        document.close()
    document.discard()


def test_a_save_waits_no_oftener_than_it_must(home: Home, tmp_path: Path) -> None:
    """For the new file, for its name, and for the name of the old one that goes."""
    (tmp_path / "maps").mkdir()
    document = Document.create(templates.make("blank", "en"), home)
    document.save_as(tmp_path / "maps" / "map.cjm")
    add_card(document, "one")
    disk = Disk(records=tmp_path / "maps")
    with faulty(disk):
        document.publish()
    names = [Path(one).name for one in disk.syncs if Path(one).is_relative_to(tmp_path / "maps")]
    assert [one.rpartition(".")[2] for one in names] == ["tmp", "maps", "maps"]
    last = max(at for at, one in enumerate(disk.operations) if one.what == "write")
    whats = [one.what for one in disk.operations]
    assert last < whats.index("sync") < whats.index("exchange"), "content comes before its name"
    document.close()


def test_wall_notes_of_a_map_that_is_closed_are_not_forgotten(home: Home, tmp_path: Path) -> None:
    disk = Disk()
    with faulty(disk):
        document = Document.create(templates.make("blank", "en"), home)
        document.save_as(tmp_path / "map.cjm")
        document.wall_notes = "1A: a note"
        disk.syncs.clear()
        document.close()
        assert "wallnotes.json" in {Path(one).name for one in disk.syncs}
        disk.syncs.clear()
        document.wall_notes = "1A: another one"  # its pane goes after it
        assert disk.syncs
    assert list((home.folder / "copies").iterdir()) == []


def test_what_a_kill_left_and_no_disk_takes_goes_on_in_memory(home: Home) -> None:
    document = Document.create(templates.make("blank", "en"), home)
    add_card(document, "one")
    last = state(document)
    end(document)
    (copy,) = Document.recoverable(home)
    with faulty(refusing("opened.sqlite")):
        again = Document.recover(copy, home)
    assert again.journey == last
    assert again.at_risk is not None
    again.return_to_disk()
    assert again.at_risk is None
    again.discard()
