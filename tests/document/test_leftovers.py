"""What can be had back: it is listed, opened, saved beside, and deleted for good."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.document.copies import CopyFolder
from cjm_desktop.document.leftovers import Leftover, delete, kinds, leftovers, save_copy
from cjm_desktop.journey import moves, templates
from cjm_desktop.storage import reader
from cjm_desktop.storage.problems import AlreadyOpen, Damaged, FileProblem


def titled(home: Home, title: str) -> Document:
    return Document.create(templates.make("sketch", "en", title), home, edited=True)


def retitle(document: Document, title: str) -> None:
    with document.edit("step.document", name=title) as draft:
        moves.set_fields(draft, "document", title=title)


def fail_to_open(home: Home) -> None:
    """What a program does that ends while it opens what was left behind."""
    for copy in Document.recoverable(home):
        held = CopyFolder.hold(copy.folder)
        assert held is not None
        held.count_attempt()
        held.release()
    assert Document.recoverable(home) == ()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "map.cjm"


@pytest.fixture
def everything(home: Home, path: Path) -> tuple[Leftover, ...]:
    """One of each kind, and two that are unsaved."""
    titled(home, "Crashed").close()
    fail_to_open(home)
    titled(home, "Thrown away").discard()
    filed = titled(home, "Filed")
    filed.save_as(path)
    retitle(filed, "Filed, then edited")
    filed.close()
    titled(home, "Never saved").close()
    return leftovers(home, [path, path])


def test_everything_is_listed_kind_by_kind(everything: tuple[Leftover, ...], path: Path) -> None:
    assert [(one.kind, one.title) for one in everything] == [
        ("unsaved", "Never saved"),
        ("unsaved", "Filed, then edited"),
        ("aside", "Crashed"),
        ("discarded", "Thrown away"),
        ("backup", "map"),
    ]
    assert kinds(everything) == ("unsaved", "aside", "discarded", "backup")
    assert all(one.size > 4096 for one in everything)
    assert everything[1].path == everything[4].path == path
    assert [one.goes is not None for one in everything] == [False, False, False, True, False]


def test_each_can_be_saved_beside_and_stays(
    everything: tuple[Leftover, ...], home: Home, tmp_path: Path, path: Path
) -> None:
    for number, one in enumerate(everything):
        target = tmp_path / f"copy {number}.cjm"
        target.write_text("what was there", encoding="utf-8")
        save_copy(one, target, home)
        contents = reader.read(target)
        wanted = "Filed" if one.kind == "backup" else one.title
        assert contents.journey.document.title == wanted
        document = Document.open(target, home)
        assert not document.unpublished
        assert (document.undo_step is not None) == (number == 1), "with its undo"
        document.close()
    assert leftovers(home, [path]) == everything
    assert not [one for one in tmp_path.iterdir() if one.name.startswith(".")]


def test_each_can_be_deleted_for_good(
    everything: tuple[Leftover, ...], home: Home, path: Path
) -> None:
    for number, one in enumerate(everything, 1):
        delete(one)
        assert leftovers(home, [path]) == everything[number:]
        assert not one.place.exists()
    assert reader.read(path).journey.document.title == "Filed", "the user's file is untouched"


def test_what_is_open_is_left_alone(home: Home, tmp_path: Path) -> None:
    titled(home, "Open again").close()
    (one,) = leftovers(home, [])
    assert one.copy is not None
    document = Document.recover(one.copy, home)
    with pytest.raises(AlreadyOpen):
        delete(one)
    with pytest.raises(AlreadyOpen):
        save_copy(one, tmp_path / "copy.cjm", home)
    assert leftovers(home, []) == ()
    document.close()
    assert len(leftovers(home, [])) == 1


def test_a_copy_is_not_written_over_a_file_that_is_open(
    everything: tuple[Leftover, ...], home: Home, tmp_path: Path
) -> None:
    document = titled(home, "Other")
    document.save_as(tmp_path / "other.cjm")
    with pytest.raises(AlreadyOpen):
        save_copy(everything[0], tmp_path / "other.cjm", home)
    document.close()


def test_a_broken_one_says_so_and_leaves_nothing_behind(
    everything: tuple[Leftover, ...], home: Home, tmp_path: Path
) -> None:
    target = tmp_path / "copy.cjm"
    for one in (everything[0], everything[4]):
        one.source.write_bytes(one.source.read_bytes()[:4096] + os.urandom(4096))
        with pytest.raises(FileProblem):
            save_copy(one, target, home)
        assert not target.exists()
        assert not [one for one in tmp_path.iterdir() if one.name.startswith(".")]


def test_a_backup_opens_as_a_map_without_a_file(
    everything: tuple[Leftover, ...], home: Home
) -> None:
    backup = everything[4]
    before = backup.place.read_bytes()
    document = Document.open_aside(backup.place, home)
    assert document.path is None
    assert document.unpublished
    retitle(document, "Goes on")
    document.discard()
    assert backup.place.read_bytes() == before
    backup.place.write_bytes(before[:-600])
    with pytest.raises(Damaged):
        Document.open_aside(backup.place, home)


def test_two_backups_of_one_minute_are_told_apart(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "twins.cjm"
    document = titled(home, "Twins")
    document.save_as(path)
    retitle(document, "Twins, changed")
    document.publish()
    document.close()
    later, first = (one for one in leftovers(home, [path]) if one.kind == "backup")
    same_minute = later.when.minute == first.when.minute
    assert (later.twin, first.twin) == (same_minute, same_minute)
    assert (later.steps, first.steps) == ((1, 0) if same_minute else (None, None))


def test_what_was_no_map_when_one_took_its_place_can_be_had_back(
    home: Home, path: Path, tmp_path: Path
) -> None:
    path.write_bytes(b"somebody's thesis")
    document = titled(home, "Over it")
    document.save_as(path)
    document.close()
    found = leftovers(home, [path])[-1]
    save_copy(found, tmp_path / "again.txt", home)
    assert (tmp_path / "again.txt").read_bytes() == b"somebody's thesis"
