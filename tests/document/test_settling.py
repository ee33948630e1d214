"""A slow disk that nobody waits for: what is owed, what a kill leaves, when it is quick again."""

from pathlib import Path

import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import templates
from cjm_desktop.storage.pace import QUICK_AGAIN, SLOW, Pace, probe
from tests.document.doing import add_card, state
from tests.document.test_recovery import end
from tests.torture.disk import Disk, faulty


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
    document = Document.create(templates.make("blank", "en"), home)
    add_card(document, "one")
    job = document.settle_job()
    assert job is not None
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
    document = Document.create(templates.make("blank", "en"), home)
    add_card(document, "one")
    job = document.settle_job()
    assert job is not None
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
