"""Writing whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from cjm_desktop.journey.problems import Problem
from cjm_desktop.poster import saving
from tests.poster.made import leftovers


def write(path: Path, data: bytes) -> None:
    with saving.replacing(path) as file:
        file.write(data)


def test_it_replaces_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "плакат 😀.pdf"
    write(path, b"old")
    write(path, b"new")
    assert path.read_bytes() == b"new"
    assert leftovers(tmp_path) == [path.name]


def test_a_name_may_be_as_long_as_the_system_allows(tmp_path: Path) -> None:
    path = tmp_path / ("п" * 125 + ".pdf")
    write(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_failure_on_the_way_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    with pytest.raises(TypeError), saving.replacing(path) as file:
        file.writelines([b"half", "no bytes"])  # type: ignore[list-item]
    assert path.read_bytes() == b"old"
    assert leftovers(tmp_path) == ["a.pdf"]


def test_until_it_is_whole_the_old_file_stands(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    with saving.replacing(path) as file:
        file.write(b"new")
        assert path.read_bytes() == b"old"
        assert len(leftovers(tmp_path)) == 2
    assert path.read_bytes() == b"new"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.pdf").write_bytes(b"old")
    (tmp_path / "link.pdf").symlink_to("real.pdf")
    write(tmp_path / "link.pdf", b"new")
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "real.pdf").read_bytes() == b"new"


def test_rights_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("where", ["missing/a.pdf", "file/a.pdf"])
def test_a_missing_folder_is_a_sentence(tmp_path: Path, where: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Problem) as refused:
        write(tmp_path / where, b"new")
    assert refused.value.key == "poster.no_folder"
    assert str((tmp_path / where).parent) in refused.value.sentence("ru")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(Problem) as refused:
        write(tmp_path, b"new")
    assert refused.value.key == "poster.is_folder"


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only to the administrator")
def test_read_only_places_are_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(Problem) as refused:
        write(path, b"new")
    assert refused.value.key == "poster.no_right"
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("number", "key"),
    [
        (errno.ENOSPC, "poster.disk_full"),
        (errno.EDQUOT, "poster.disk_full"),
        (errno.EROFS, "poster.no_right"),
        (errno.EACCES, "poster.no_right"),
        (errno.EIO, "poster.not_written"),
        (errno.ENAMETOOLONG, "poster.not_written"),
    ],
)
def test_every_refusal_has_a_sentence(number: int, key: str) -> None:
    told = saving.problem(OSError(number, os.strerror(number)), Path("/place/плакат.pdf"))
    assert told.key == key
    for language in ("en", "ru"):
        assert "плакат.pdf" in told.sentence(language)


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    """`/dev/full` refuses every byte as a full disk does."""
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    with (
        pytest.raises(Problem) as refused,
        saving.replacing(path),
        Path("/dev/full").open("wb") as full,
    ):
        full.write(b"x" * 100_000)
    assert refused.value.key == "poster.disk_full"
    assert path.read_bytes() == b"old"
    assert leftovers(tmp_path) == ["a.pdf"]
