"""What is left when the program ends without closing, and what the next start makes of it."""

import errno
import json
import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.document.copies import Copy, CopyFolder, read_json, write_json
from cjm_desktop.journey import codes, moves, templates
from cjm_desktop.journey.ledger import KEY
from cjm_desktop.journey.records import Barrier
from cjm_desktop.storage import problems, reader
from cjm_desktop.storage.contents import read_all
from cjm_desktop.storage.problems import Missing
from tests.document.doing import add_card, room, set_text, state, texts


def end(document: Document) -> None:
    """As when the program is killed: nothing is closed in order, only the handles go."""
    document._keeper.copy.connection.close(force=True)
    assert document._keeper.folder is not None
    document._keeper.folder.release()


def test_unsaved_edits_are_there_again_with_their_undo(saved: Document, tmp_path: Path) -> None:
    before = state(saved)
    card_id = add_card(saved, "вторая")
    set_text(saved, card_id, "третья")
    saved.view_state = {"scale": 2}
    set_text(saved, card_id, "четвёртая")
    saved.undo()
    last, home = state(saved), saved.home
    end(saved)

    (copy,) = Document.recoverable(home)
    assert copy.path == tmp_path / "map.cjm"
    assert copy.title == "Путь клиента: закупка компанией"
    again = Document.recover(copy, home)
    assert again.journey == last
    assert again.path == tmp_path / "map.cjm"
    assert again.unpublished
    assert again.view_state == {"scale": 2}
    assert again.saved_at is not None
    assert [step.undone for step in again.history()] == [False, False, False, True]
    again.redo()
    assert "четвёртая" in texts(again)
    for _ in range(3):
        again.undo()
    assert again.journey == before
    again.publish()
    again.close()
    assert Document.recoverable(home) == ()


def test_what_was_saved_leaves_nothing_to_recover(saved: Document) -> None:
    end(saved)
    assert Document.recoverable(saved.home) == ()
    assert list((saved.home.folder / "copies").iterdir()) == []


def test_a_map_that_was_only_looked_at_leaves_nothing(saved: Document, tmp_path: Path) -> None:
    saved.close()
    again = Document.open(tmp_path / "map.cjm", saved.home)
    assert again._keeper.folder is not None
    again._keeper.folder.release()
    assert Document.recoverable(saved.home) == ()
    assert list((saved.home.folder / "copies").iterdir()) == []


def test_what_is_open_is_not_recovered(saved: Document) -> None:
    add_card(saved, "more")
    assert Document.recoverable(saved.home) == ()
    assert saved._keeper.copy.load().journey == saved.journey


def test_closing_with_unsaved_edits_keeps_them(saved: Document) -> None:
    add_card(saved, "more")
    last = state(saved)
    saved.close()
    (copy,) = Document.recoverable(saved.home)
    again = Document.recover(copy, saved.home)
    assert again.journey == last
    again.close()


def test_a_map_without_a_file_is_recovered_too(document: Document) -> None:
    add_card(document, "one")
    last = state(document)
    end(document)
    (copy,) = Document.recoverable(document.home)
    assert copy.path is None
    again = Document.recover(copy, document.home)
    assert again.path is None
    assert again.journey == last
    with pytest.raises(problems.NoPath):
        again.publish()
    again.discard()


def test_what_is_left_is_called_as_it_was_last_and_dated_by_its_last_edit(home: Home) -> None:
    document = Document.create(templates.make("blank", "en", "First"), home)
    made = datetime.now(UTC)
    with document.edit("step.document", name="x") as draft:
        moves.set_fields(draft, "document", title="Then")
    document.close()
    (copy,) = Document.recoverable(home)
    assert copy.title == "Then"
    assert copy.when >= made.replace(microsecond=0)
    assert copy.when == document.history()[-1].time


def test_work_in_a_new_map_is_recovered_before_its_first_edit(home: Home) -> None:
    document = Document.create(templates.make("sketch", "ru"), home, edited=True)
    last = state(document)
    document.close()
    (copy,) = Document.recoverable(home)
    again = Document.recover(copy, home)
    assert again.journey == last
    assert again.unpublished
    again.discard()


def test_reverting_works_after_recovery(saved: Document) -> None:
    saved.close()
    assert saved.path is not None
    document = Document.open(saved.path, saved.home)
    opened = state(document)
    add_card(document, "more")
    document.undo()
    document.undo()
    add_card(document, "other")
    end(document)
    again = Document.recover(Document.recoverable(saved.home)[0], saved.home)
    again.revert()
    assert again.journey == opened
    again.discard()


def test_reverting_after_recovery_gives_no_card_a_second_number(home: Home) -> None:
    """What is put aside of a map that never had a file says nothing of the numbers."""
    document = Document.create(templates.make("sample-b2b", "ru"), home)
    barrier = document.journey.all(Barrier)[0]
    with document.edit("step.edit") as draft:
        moves.drop(draft, barrier.id)
    end(document)
    again = Document.recover(Document.recoverable(home)[0], home)
    known = len(codes.numbered(again.journey))
    again.revert()
    assert barrier.id in again.journey
    noted = read_all(again._keeper.copy.connection).meta
    ids = [one for key in noted if KEY.fullmatch(key) for one in json.loads(str(noted[key]))]
    assert len(ids) == len(set(ids)) == known
    again.discard()


def test_recovering_is_not_tried_for_ever(saved: Document) -> None:
    """The program dies while it opens the copy: at the next start it is set aside."""
    add_card(saved, "more")
    last, home = state(saved), saved.home
    end(saved)
    again = Document.recover(Document.recoverable(home)[0], home)
    end(again)  # before it was settled
    assert Document.recoverable(home) == ()
    (aside,) = home.set_aside()
    assert aside.title == "Путь клиента: закупка компанией"
    by_hand = Document.recover(aside, home)
    assert by_hand.journey == last
    by_hand.settled()
    end(by_hand)
    (copy,) = Document.recoverable(home)
    Document.recover(copy, home).discard()


def test_a_settled_recovery_counts_as_well(saved: Document) -> None:
    add_card(saved, "more")
    home = saved.home
    end(saved)
    for _ in range(3):
        (copy,) = Document.recoverable(home)
        again = Document.recover(copy, home)
        again.settled()
        end(again)
    assert home.set_aside() == ()


@pytest.mark.parametrize("harm", ["empty", "noise", "cut", "gone"])
def test_a_broken_working_copy_is_set_aside(saved: Document, harm: str) -> None:
    add_card(saved, "more")
    home = saved.home
    assert saved._keeper.folder is not None
    database = saved._keeper.folder.database
    end(saved)
    raw = database.read_bytes()
    for log in database.parent.glob("*-wal"):
        log.unlink()
    if harm == "gone":
        database.unlink()
    else:
        noise = {"empty": b"", "noise": b"x" * len(raw), "cut": raw[:5000]}[harm]
        database.write_bytes(noise)
    assert Document.recoverable(home) == ()
    assert len(home.set_aside()) == 1
    with pytest.raises(problems.Damaged) as caught:
        Document.recover(home.set_aside()[0], home)
    assert "Путь клиента" in caught.value.sentence("ru")


def test_what_is_discarded_can_be_had_back(saved: Document) -> None:
    add_card(saved, "more")
    last, home = state(saved), saved.home
    saved.discard()
    assert Document.recoverable(home) == ()
    (copy,) = home.discarded()
    again = Document.recover(copy, home)
    assert again.journey == last
    assert again.unpublished
    assert home.discarded() == ()
    again.publish()
    again.close()


def test_back_to_the_file_is_not_back_to_how_it_was_opened(saved: Document) -> None:
    add_card(saved, "saved")
    saved.publish()
    in_file, home = state(saved), saved.home
    add_card(saved, "not saved")
    last = state(saved)
    end(saved)
    again = Document.recover(Document.recoverable(home)[0], home)
    again.back_to_file()
    assert again.journey == in_file
    again.undo()
    assert again.journey == last
    assert saved.path is not None
    saved.path.unlink()
    with pytest.raises(Missing):
        again.back_to_file()
    again.discard()


def test_what_is_had_back_takes_no_file_from_another_window(saved: Document) -> None:
    assert saved.path is not None
    add_card(saved, "discarded")
    last, home = state(saved), saved.home
    saved.discard()
    opened = Document.open(saved.path, home)
    (copy,) = home.discarded()
    again = Document.recover(copy, home)
    assert (again.path, again.journey, again.unpublished) == (None, last, True)
    add_card(opened, "saved")
    opened.publish()
    opened.close()
    again.settled()
    end(again)
    (copy,) = Document.recoverable(home)
    again = Document.recover(copy, home)
    assert again.path is None
    again.discard()


def test_nothing_unsaved_is_not_discarded_but_closed(saved: Document) -> None:
    saved.discard()
    assert saved.home.discarded() == ()
    assert list((saved.home.folder / "copies").iterdir()) == []


def test_what_was_discarded_goes_after_30_days(saved: Document) -> None:
    add_card(saved, "more")
    saved.discard()
    (copy,) = saved.home.discarded()
    info = copy.folder / "info.json"
    write_json(info, read_json(info) | {"when": (datetime.now(UTC) - timedelta(29)).isoformat()})
    assert len(saved.home.discarded()) == 1
    write_json(info, read_json(info) | {"when": (datetime.now(UTC) - timedelta(31)).isoformat()})
    assert saved.home.discarded() == ()
    assert not copy.folder.exists()


def test_a_save_cut_short_before_the_file_was_replaced(saved: Document, tmp_path: Path) -> None:
    add_card(saved, "more")
    last = state(saved)
    job = saved.publish_job()
    job._publication.temporary.write_bytes(b"half a file")
    end(saved)
    (copy,) = Document.recoverable(saved.home)
    assert not job._publication.temporary.exists()
    again = Document.recover(copy, saved.home)
    assert again.journey == last
    again.publish()
    assert not again.unpublished
    again.close()
    assert {one.name for one in tmp_path.iterdir()} == {"map.cjm", "home"}


def test_a_save_cut_short_after_the_file_was_replaced(saved: Document) -> None:
    """It has arrived: no conflict with ourselves, and nothing to recover."""
    add_card(saved, "more")
    job = saved.publish_job()
    job.run()
    end(saved)
    assert Document.recoverable(saved.home) == ()
    assert saved.path is not None
    again = Document.open(saved.path, saved.home)
    assert "more" in texts(again)
    again.close()


def test_edits_during_such_a_save_are_recovered_without_a_conflict(saved: Document) -> None:
    job = saved.publish_job()
    add_card(saved, "meanwhile")
    job.run()
    end(saved)
    again = Document.recover(Document.recoverable(saved.home)[0], saved.home)
    again.publish()
    assert "meanwhile" in texts(again)
    assert not again.unpublished
    again.close()


def test_a_save_that_has_arrived_tells_when_it_was_made(saved: Document) -> None:
    before = saved.saved_at
    job = saved.publish_job()
    add_card(saved, "meanwhile")
    job.run()
    end(saved)
    assert saved.path is not None
    (copy,) = Document.recoverable(saved.home)
    again = Document.recover(copy, saved.home)
    assert again.saved_at is not None
    assert before is not None
    assert again.saved_at > before - timedelta(milliseconds=1)  # which a file does not tell
    assert again.saved_at.isoformat(timespec="milliseconds") == reader.read_meta(
        saved.path, "saved_at"
    )
    again.discard()


def test_a_recovered_copy_is_open_once(saved: Document) -> None:
    add_card(saved, "more")
    end(saved)
    (copy,) = Document.recoverable(saved.home)
    again = Document.recover(copy, saved.home)
    with pytest.raises(problems.AlreadyOpen):
        Document.recover(copy, saved.home)
    assert saved.path is not None
    with pytest.raises(problems.AlreadyOpen):
        Document.open(saved.path, saved.home)
    again.discard()


def test_a_folder_that_was_never_finished_is_tidied_away(home: Home) -> None:
    held = home.new_copy(None, "half made")
    held.database.write_bytes(b"half a database")
    held.release()
    (home.folder / "copies" / "stray").mkdir()
    assert Document.recoverable(home) == ()
    assert list((home.folder / "copies").iterdir()) == []


def test_broken_notes_do_no_harm(saved: Document) -> None:
    saved.close()
    home = saved.home
    for name in ("home.json", "documents.json"):
        (home.folder / name).write_text("{broken")
    again = Home(home.folder)
    assert saved.path is not None
    document = Document.open(saved.path, again)
    assert document.asks_how_to_save  # whoever made it, it was not this new identity
    document.automatic = True
    assert document.automatic
    document.close()


@pytest.mark.parametrize("attempts", [None, "many", [], {}, True, -1])
def test_a_broken_count_of_attempts_does_no_harm(saved: Document, attempts: object) -> None:
    add_card(saved, "more")
    end(saved)
    assert saved._keeper.folder is not None
    write_json(saved._keeper.folder.folder / "attempts.json", {"attempts": attempts})
    (copy,) = Document.recoverable(saved.home)
    assert copy.attempts == 0
    Document.recover(copy, saved.home).discard()


def test_a_home_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(problems.FileProblem):
        Home(tmp_path / "file" / "home")


def test_two_homes_do_not_see_each_other(saved: Document, tmp_path: Path) -> None:
    add_card(saved, "more")
    other = Home(tmp_path / "home" / "other")
    assert Document.recoverable(other) == ()
    shutil.rmtree(other.folder)


def test_a_lock_goes_with_its_holder(home: Home) -> None:
    held = home.new_copy(None, "x")
    assert CopyFolder.hold(held.folder) is None
    held.release()
    again = CopyFolder.hold(held.folder)
    assert again is not None
    again.remove()


def test_a_shared_copy_is_recovered_like_any_other(saved: Document, tmp_path: Path) -> None:
    saved.share_copy(tmp_path / "shared.cjm")
    shared = Document.open(tmp_path / "shared.cjm", saved.home)
    add_card(shared, "more")
    last = state(shared)
    end(shared)
    (copy,) = Document.recoverable(saved.home)
    again = Document.recover(copy, saved.home)
    assert again.journey == last
    again.publish()
    again.close()


def test_stray_files_in_our_folders_do_no_harm(saved: Document) -> None:
    home = saved.home
    for name in ("copies", "discarded", "aside", "backups"):
        (home.folder / name / ".DS_Store").write_bytes(b"x")
    add_card(saved, "more")
    end(saved)
    (copy,) = Document.recoverable(home)
    again = Document.recover(copy, home)
    assert home.discarded() == home.set_aside() == ()
    assert len(home.backups_of(again.path or Path())) == 1
    again.discard()


def test_a_full_disk_at_the_start(saved: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    add_card(saved, "more")
    last, home = state(saved), saved.home
    end(saved)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no room")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        for killed in (True, False):
            (copy,) = Document.recoverable(home)
            again = Document.recover(copy, home)
            assert again.journey == last
            assert isinstance(again.at_risk, problems.FileFull)
            again.settled()
            if killed:
                end(again)
        add_card(again, "in memory")
    again.return_to_disk()
    assert again.at_risk is None
    again.discard()


def test_a_disk_that_may_only_be_read_by_now_stops_no_window(
    saved: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_card(saved, "more")
    end(saved)
    again = Document.recover(Document.recoverable(saved.home)[0], saved.home)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "read-only file system")

    with monkeypatch.context() as patched:
        patched.setattr(os, "unlink", refuse)
        again.settled()
    again.discard()


@pytest.mark.parametrize("size", [0, 100, 1000])
def test_a_full_disk_sets_no_copy_aside(saved: Document, size: int) -> None:
    """With room for a small note, but for none of how a save has ended."""
    add_card(saved, "more")
    last, home = state(saved), saved.home
    saved.publish_job()
    end(saved)
    with room(size):
        for _ in range(2):
            (copy,) = Document.recoverable(home)
            again = Document.recover(copy, home)
            again.settled()
            assert again.journey == last
            end(again)
    again = Document.recover(Document.recoverable(home)[0], home)
    assert again.journey == last
    again.discard()


def test_a_look_of_somebody_else_counts_as_no_failed_attempt(
    saved: Document,
) -> None:
    """He counts one before he opens a copy, and takes it back: what was read between is old."""
    add_card(saved, "more")
    end(saved)
    folder = saved._keeper.folder
    assert folder is not None
    write_json(folder.folder / "attempts.json", {"attempts": 1})
    between = saved.home.left_over()
    folder.forget_attempts()

    class Late(Home):
        def left_over(self) -> tuple[Copy, ...]:
            return between

    (copy,) = Document.recoverable(Late(saved.home.folder))
    assert copy.attempts == 0
    assert saved.home.set_aside() == ()
