"""Notes beside a file that tell other computers who has it open."""

from __future__ import annotations

import json
import os
import resource
import socket
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cjm_desktop.document.presence import Claim, note_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "map.cjm"


def test_the_first_one_has_it_and_the_second_is_told(path: Path) -> None:
    ours, theirs = Claim(path, "here"), Claim(path, "there")
    assert ours.take() is None
    found = theirs.take()
    assert found is not None
    assert found.host == socket.gethostname()
    assert found.user
    assert found.since is not None
    assert datetime.now(UTC) - found.since < timedelta(minutes=1)
    theirs.release()
    assert ours.place.exists(), "only one's own note is taken away"
    ours.release()
    assert not ours.place.exists()
    assert theirs.take() is None


def test_what_a_crash_left_behind_is_taken_again_and_only_by_the_same(path: Path) -> None:
    Claim(path, "here").take()
    assert Claim(path, "here").take() is None
    assert Claim(path, "there").take() is not None


def test_age_gives_no_right_to_it_and_insisting_does(path: Path) -> None:
    old = (datetime.now(UTC) - timedelta(days=400)).isoformat()
    note = {"home": "gone", "user": "anna", "host": "laptop", "since": old, "seen": old}
    note_of(path).write_text(json.dumps(note), encoding="utf-8")
    ours = Claim(path, "here")
    found = ours.take()
    assert found is not None
    assert (found.user, found.host) == ("anna", "laptop")
    assert found.seen is not None
    ours.insist()
    assert ours.take() is None
    assert Claim(path, "gone").take() is not None


@pytest.mark.parametrize(
    "said", [b"nonsense", b"[1]", b'{"user": 7, "since": "soon"}', b"[" * 9999]
)
def test_a_broken_note_is_somebodys_who_is_not_known(path: Path, said: bytes) -> None:
    note_of(path).write_bytes(said)
    assert Claim(path, "here").take() == ("", "", None, None)
    assert note_of(path).read_bytes() == said


@pytest.mark.parametrize("said", [b"", b"\0" * 150])
def test_a_note_that_a_power_cut_left_blank_is_nobodys(path: Path, said: bytes) -> None:
    note_of(path).write_bytes(said)
    assert Claim(path, "here").take() is None
    assert Claim(path, "there").take() is not None


def test_a_folder_that_refuses_is_no_trouble(tmp_path: Path) -> None:
    claim = Claim(tmp_path / "nowhere" / "map.cjm", "here")
    assert claim.take() is None
    claim.insist()
    claim.release()


def test_a_full_disk_leaves_no_half_a_note(path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        assert Claim(path, "here").take() is None
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert not note_of(path).exists()


def test_the_note_lies_beside_the_file_itself(path: Path, tmp_path: Path) -> None:
    path.touch()
    (tmp_path / "links").mkdir()
    (tmp_path / "links" / "link.cjm").symlink_to(path)
    Claim(tmp_path / "links" / "link.cjm", "here").take()
    assert Claim(path, "there").take() is not None


@pytest.mark.parametrize("name", ["a" * 250 + ".cjm", "я" * 120 + ".cjm"])
def test_the_longest_names_have_notes_of_their_own(tmp_path: Path, name: str) -> None:
    note = note_of(tmp_path / name)
    assert len(os.fsencode(note.name)) <= 255
    assert note != note_of(tmp_path / f"b{name[1:]}")
    assert Claim(tmp_path / name, "here").take() is None
    assert note.exists()
