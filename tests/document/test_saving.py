"""From the working copy to the user's file and back."""

import errno
import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw
import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.document.backups import KEPT, Backups
from cjm_desktop.journey import templates
from cjm_desktop.replacing import replacing
from cjm_desktop.storage import problems, reader
from tests.document.doing import add_card, set_text, state, texts
from tests.document.test_recovery import end
from tests.torture.disk import Disk, faulty


def beside(path: Path) -> set[str]:
    """The names in a file's folder, without the home."""
    return {one.name for one in path.parent.iterdir()} - {"home"}


def test_a_new_map_has_no_file(document: Document) -> None:
    assert document.path is None
    assert document.saved_at is None
    assert not document.unpublished
    with pytest.raises(problems.NoPath):
        document.publish()


def test_work_in_a_new_map_is_not_lost_silently(home: Home) -> None:
    document = Document.create(templates.make("sketch", "en"), home, edited=True)
    assert document.unpublished is True
    document.discard()


def test_saving_and_opening_gives_the_same_map(saved: Document, home: Home, tmp_path: Path) -> None:
    path = tmp_path / "map.cjm"
    before = state(saved)
    assert saved.path == path
    assert not saved.unpublished
    assert saved.saved_at is not None
    assert datetime.now(UTC) - saved.saved_at < timedelta(minutes=1)
    assert beside(path) == {"map.cjm"}
    saved.close()
    again = Document.open(path, home)
    assert again.journey == before
    assert not again.unpublished
    assert again.saved_at is not None
    again.close()
    assert not any((home.folder / "copies").iterdir())


def test_undo_goes_on_over_closing_and_opening(saved: Document, home: Home, tmp_path: Path) -> None:
    made = state(saved)
    card_id = add_card(saved, "вторая")
    set_text(saved, card_id, "третья")
    saved.undo()
    saved.publish()
    saved.close()
    again = Document.open(tmp_path / "map.cjm", home)
    assert [step.undone for step in again.history()] == [False, False, True]
    again.redo()
    assert "третья" in texts(again)
    again.undo()
    again.undo()
    assert again.journey == made
    again.undo()
    assert "первая" not in texts(again)
    assert again.undo_step is None
    again.close()


def test_merging_does_not_go_on_over_opening(saved: Document, home: Home, tmp_path: Path) -> None:
    card_id = add_card(saved, "a")
    set_text(saved, card_id, "ab", merge="typing")
    saved.publish()
    saved.close()
    again = Document.open(tmp_path / "map.cjm", home)
    set_text(again, card_id, "abc", merge="typing")
    assert len(again.history()) == 4
    again.close()


def test_reverting_goes_back_to_how_it_was_opened(
    saved: Document, home: Home, tmp_path: Path
) -> None:
    before = state(saved)
    saved.close()
    again = Document.open(tmp_path / "map.cjm", home)
    again.undo()
    add_card(again, "other")
    again.publish()
    again.revert()
    assert again.journey == before
    assert again.unpublished
    again.close()


def test_the_file_is_one_closed_database(saved: Document, tmp_path: Path) -> None:
    header = (tmp_path / "map.cjm").read_bytes()[:100]
    assert header[:16] == b"SQLite format 3\0"
    assert header[18:20] == b"\x01\x01"
    connection = apsw.Connection(str(tmp_path / "map.cjm"), flags=apsw.SQLITE_OPEN_READONLY)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA freelist_count").fetchall() == [(0,)]
    assert ("local",) not in connection.execute("SELECT name FROM sqlite_schema").fetchall()


def test_edits_while_a_save_is_under_way_stay_unpublished(saved: Document, tmp_path: Path) -> None:
    add_card(saved, "before")
    job = saved.publish_job()
    add_card(saved, "meanwhile")
    job.run()
    job.finish()
    assert saved.unpublished
    kept = reader.read(tmp_path / "map.cjm").journey
    assert {"before"} == {"before", "meanwhile"} & {getattr(one, "text", "") for one in kept}
    saved.publish()
    assert not saved.unpublished


def test_one_save_at_a_time(saved: Document) -> None:
    job = saved.publish_job()
    with pytest.raises(RuntimeError, match="one save at a time"):
        saved.publish_job()
    job.run()
    job.finish()
    with pytest.raises(RuntimeError, match="finished before"):
        job.finish()


def test_save_as_moves_on_to_the_new_file(saved: Document, home: Home, tmp_path: Path) -> None:
    old = (tmp_path / "map.cjm").read_bytes()
    add_card(saved, "new")
    saved.save_as(tmp_path / "other.cjm")
    assert saved.path == tmp_path / "other.cjm"
    assert not saved.unpublished
    assert (tmp_path / "map.cjm").read_bytes() == old
    add_card(saved, "newer")
    saved.publish()
    assert (tmp_path / "map.cjm").read_bytes() == old
    first = Document.open(tmp_path / "map.cjm", home)
    with pytest.raises(problems.AlreadyOpen):
        Document.open(tmp_path / "other.cjm", home)
    with pytest.raises(problems.AlreadyOpen):
        saved.save_as(tmp_path / "map.cjm")
    first.close()


def test_saving_over_another_file_keeps_its_bytes_in_the_backups(
    saved: Document, tmp_path: Path
) -> None:
    (tmp_path / "other.cjm").write_bytes(b"somebody's thesis")
    saved.save_as(tmp_path / "other.cjm")
    kept = saved.home.backups_of(tmp_path / "other.cjm")
    assert b"somebody's thesis" in [one.read_bytes() for one in kept]


def test_mode_and_links_are_kept(saved: Document, tmp_path: Path) -> None:
    real = tmp_path / "folder" / "real.cjm"
    real.parent.mkdir()
    saved.save_as(real)
    link = tmp_path / "link.cjm"
    link.symlink_to(real)
    saved.close()
    real.chmod(0o640)
    home = saved.home
    again = Document.open(link, home)
    assert again.path == link
    with pytest.raises(problems.AlreadyOpen):
        Document.open(real, home)
    add_card(again, "through the link")
    again.publish()
    again.close()
    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert "through the link" in {getattr(one, "text", "") for one in reader.read(real).journey}


def test_a_new_file_gets_the_usual_mode(document: Document, tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        document.save_as(tmp_path / "map.cjm")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "map.cjm").stat().st_mode) & 0o137 == 0


def test_a_shared_copy_has_no_past(saved: Document, home: Home, tmp_path: Path) -> None:
    card_id = add_card(saved, "СЕКРЕТ-1")
    set_text(saved, card_id, "СЕКРЕТ-2")
    saved.undo()
    saved.undo()
    add_card(saved, "открыто")
    saved.view_state = {"note": "СЕКРЕТ-3"}
    saved.publish(thumbnail=b"SECRET-4")
    saved.share_copy(tmp_path / "shared.cjm")
    raw = (tmp_path / "shared.cjm").read_bytes()
    assert "СЕКРЕТ".encode() not in raw
    assert b"SECRET" not in raw
    shared = Document.open(tmp_path / "shared.cjm", home)
    assert shared.journey == saved.journey
    assert shared.history() == ()
    assert shared.view_state == {}
    shared.close()
    assert saved.path == tmp_path / "map.cjm"


def test_what_was_deleted_and_undone_is_not_in_the_file(saved: Document, tmp_path: Path) -> None:
    add_card(saved, "СЕКРЕТ")
    saved.undo()
    add_card(saved, "и всё")  # drops the undone step
    saved.publish()
    assert "СЕКРЕТ".encode() not in (tmp_path / "map.cjm").read_bytes()


def test_view_and_thumbnail_are_in_the_file(saved: Document, home: Home, tmp_path: Path) -> None:
    saved.view_state = {"scale": 0.5, "map": "Этап"}
    saved.publish(thumbnail=b"\x89PNG")
    assert reader.read_meta(tmp_path / "map.cjm", "thumbnail") == b"\x89PNG"
    saved.publish()
    saved.close()
    assert reader.read_meta(tmp_path / "map.cjm", "thumbnail") == b"\x89PNG"
    again = Document.open(tmp_path / "map.cjm", home)
    assert again.view_state == {"scale": 0.5, "map": "Этап"}
    again.close()


# Somebody else was there


def test_a_file_changed_elsewhere_is_not_overwritten(saved: Document, tmp_path: Path) -> None:
    other_home = Home(tmp_path / "home" / "other")
    other = Document.open(tmp_path / "map.cjm", other_home)
    add_card(other, "theirs")
    other.publish()
    other.close()
    theirs = (tmp_path / "map.cjm").read_bytes()
    add_card(saved, "ours")
    with pytest.raises(problems.ChangedElsewhere) as caught:
        saved.publish()
    assert "map.cjm" in caught.value.sentence("ru")
    assert (tmp_path / "map.cjm").read_bytes() == theirs
    assert saved.unpublished
    assert beside(tmp_path / "map.cjm") == {"map.cjm"}
    saved.save_as(tmp_path / "mine.cjm")
    assert not saved.unpublished


def test_a_file_replaced_by_another_thing_is_not_overwritten(
    saved: Document, tmp_path: Path
) -> None:
    (tmp_path / "map.cjm").write_text("a shopping list")
    with pytest.raises(problems.ChangedElsewhere):
        saved.publish()
    assert (tmp_path / "map.cjm").read_text() == "a shopping list"


def test_a_file_that_was_only_touched_or_copied_back_is_the_same(
    saved: Document, tmp_path: Path
) -> None:
    path = tmp_path / "map.cjm"
    raw = path.read_bytes()
    path.unlink()
    path.write_bytes(raw)
    os.utime(path, (1, 1))
    add_card(saved, "more")
    saved.publish()
    assert not saved.unpublished


def test_a_file_that_is_gone_is_said_so(saved: Document, tmp_path: Path) -> None:
    (tmp_path / "map.cjm").unlink()
    add_card(saved, "more")
    with pytest.raises(problems.Missing):
        saved.publish()
    assert saved.unpublished
    saved.save_as(tmp_path / "map.cjm")
    assert not saved.unpublished


def test_a_link_that_leads_to_itself_is_one_sentence(saved: Document, tmp_path: Path) -> None:
    path, last = tmp_path / "map.cjm", state(saved)
    path.unlink()
    path.symlink_to(path)
    add_card(saved, "more")
    with pytest.raises(problems.Missing):
        saved.publish()
    with pytest.raises(problems.Unreadable):
        Document.open(path, saved.home)
    path.unlink()
    saved.save_as(path)
    saved.undo()
    assert saved.journey == last


def test_a_read_only_file_is_respected(saved: Document, tmp_path: Path) -> None:
    path = tmp_path / "map.cjm"
    path.chmod(0o444)
    raw = path.read_bytes()
    add_card(saved, "more")
    with pytest.raises(problems.ReadOnly):
        saved.publish()
    assert path.read_bytes() == raw
    assert saved.unpublished


def test_a_folder_that_knows_no_rights(saved: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    """As some networks' folders."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOTSUP, "not supported")

    add_card(saved, "more")
    with monkeypatch.context() as patched:
        patched.setattr(os, "chmod", refuse)
        saved.publish()
        assert saved.path is not None
        with replacing(saved.path.with_name("poster.pdf")) as out:
            out.write(b"1")
        with replacing(saved.path.with_name("poster.pdf")) as out:
            out.write(b"2")
    assert not saved.unpublished


def test_a_link_leads_to_the_file(saved: Document, tmp_path: Path) -> None:
    (tmp_path / "link.cjm").symlink_to(tmp_path / "map.cjm")
    saved.close()
    document = Document.open(tmp_path / "link.cjm", saved.home)
    assert document.is_at(tmp_path / "map.cjm")
    assert document.is_at(tmp_path / "link.cjm")
    assert not document.is_at(tmp_path / "other.cjm")
    document.close()


def test_a_vanished_folder_is_said_so(saved: Document, tmp_path: Path) -> None:
    with pytest.raises(problems.Missing):
        saved.save_as(tmp_path / "no" / "where.cjm")
    assert saved.path == tmp_path / "map.cjm"


# Backups


def test_the_last_published_states_are_kept(
    saved: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cjm_desktop.document.backups.APART", timedelta(0))
    for number in range(KEPT + 3):
        add_card(saved, f"card {number}")
        saved.publish()
    states = saved.home.backups_of(tmp_path / "map.cjm")
    assert len(states) == KEPT
    assert reader.read(states[-1]).journey == saved.journey
    for one in states:
        reader.read(one)


def test_saves_of_a_moment_take_one_place(saved: Document, tmp_path: Path) -> None:
    for number in range(8):
        add_card(saved, f"card {number}")
        saved.publish()
    states = saved.home.backups_of(tmp_path / "map.cjm")
    assert len(states) == 2  # the first of the session, and the last
    assert reader.read(states[-1]).journey == saved.journey


def test_each_file_of_a_document_has_its_backups(saved: Document, tmp_path: Path) -> None:
    one, other = tmp_path / "map.cjm", tmp_path / "other.cjm"
    add_card(saved, "last of the first file")
    saved.publish()
    last = one.read_bytes()
    add_card(saved, "first of the other file")
    saved.save_as(other)
    add_card(saved, "second")
    saved.publish()
    kept = [state.read_bytes() for state in saved.home.backups_of(one)]
    assert kept[-1] == last
    assert len(kept) == 2
    assert last not in [state.read_bytes() for state in saved.home.backups_of(other)]


def test_a_file_that_was_moved_brings_its_backups_along(saved: Document, tmp_path: Path) -> None:
    first = saved.home.backups_of(tmp_path / "map.cjm")
    saved.close()
    moved = (tmp_path / "map.cjm").rename(tmp_path / "moved.cjm")
    again = Document.open(moved, saved.home)
    add_card(again, "after")
    again.publish()
    again.close()
    assert len(saved.home.backups_of(moved)) == 2
    assert saved.home.backups_of(moved)[:1] == first == saved.home.backups_of(saved.path)


def test_a_clock_that_is_set_back_takes_no_backup(saved: Document, tmp_path: Path) -> None:
    path, backups = tmp_path / "map.cjm", Backups(saved.home.folder / "backups", "ab")
    for _ in range(KEPT):
        kept = backups.keep(path)
        kept.rename(kept.with_name(f"2999{kept.name[4:]}"))
    kept = backups.keep(path)
    assert kept.exists()
    assert saved.home.backups_of(path)[-1] == kept
    assert len(saved.home.backups_of(path)) == KEPT


def test_whatever_fails_after_a_save_it_ends(
    saved: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who closes the window waits for it."""

    def fail(_: Path) -> str:
        raise MemoryError

    add_card(saved, "one")
    job = saved.publish_job()
    with monkeypatch.context() as patched:
        patched.setattr("cjm_desktop.document.backups.digest_of", fail)
        job.run()
    job.finish()
    assert isinstance(job.unforeseen, MemoryError)
    assert not saved.unpublished


# How it is saved


def test_a_file_made_elsewhere_asks_once(saved: Document, tmp_path: Path) -> None:
    assert saved.automatic
    assert not saved.asks_how_to_save
    here = Home(tmp_path / "home" / "other")
    document = Document.open(tmp_path / "map.cjm", here)
    assert document.asks_how_to_save
    assert not document.automatic
    document.automatic = True
    assert not document.asks_how_to_save
    document.close()
    again = Document.open(tmp_path / "map.cjm", here)
    assert again.automatic
    assert not again.asks_how_to_save
    again.automatic = False
    assert not again.automatic
    again.close()


def test_an_answer_that_cannot_be_kept_holds_until_the_map_is_closed(home: Home) -> None:
    with faulty(Disk(1, forever=True, full=True)):
        document = Document.create(templates.make("blank", "en"), home)
        document.automatic = False
    assert not document.automatic
    document.close()


def test_opening_again_in_the_same_home_is_refused(saved: Document, tmp_path: Path) -> None:
    with pytest.raises(problems.AlreadyOpen) as caught:
        Document.open(tmp_path / "map.cjm", saved.home)
    assert "map.cjm" in caught.value.sentence("en")


@pytest.mark.parametrize("letter", ["😀", "価", "п", "x"])
def test_a_name_may_be_as_long_as_the_system_allows(
    document: Document, tmp_path: Path, letter: str
) -> None:
    name = letter * (250 // len(letter.encode())) + ".cjm"
    document.save_as(tmp_path / name)
    assert document.backup_problem is None
    assert reader.read(tmp_path / name).journey == document.journey


def test_a_name_need_not_be_utf_8(saved: Document, tmp_path: Path) -> None:
    """As a file is called that was packed on another system."""
    saved.close()
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + "/Карты".encode("cp866")))
    folder.mkdir()
    path = (tmp_path / "map.cjm").rename(folder / os.fsdecode("карта.cjm".encode("cp866")))
    document = Document.open(path, saved.home)
    add_card(document, "saved")
    document.publish()
    assert document.backup_problem is None
    add_card(document, "not saved")
    end(document)
    (copy,) = Document.recoverable(saved.home)
    again = Document.recover(copy, saved.home)
    assert again.path == path
    again.publish()
    assert {"saved", "not saved"} <= set(texts(again))
    assert len(saved.home.backups_of(path)) == 3, "with that under its earlier name"
    again.close()
