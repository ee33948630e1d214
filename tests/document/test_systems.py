"""What Windows has not, or has another way: folders that are synced, and locks by `fcntl`."""

import errno
import os
from pathlib import Path

import pytest

from cjm_desktop.document import Home, locking
from cjm_desktop.document.copies import CopyFolder
from cjm_desktop.storage import snapshot


class Msvcrt:
    """What Python has on Windows: a byte of a file belongs to the handle that locked it."""

    LK_NBLCK, LK_UNLCK = 2, 0

    def __init__(self) -> None:
        self.locked: dict[tuple[int, int, int], int] = {}

    def locking(self, handle: int, mode: int, size: int) -> None:
        found = os.fstat(handle)
        byte = (found.st_dev, found.st_ino, os.lseek(handle, 0, os.SEEK_CUR))
        assert size == 1
        if mode == self.LK_UNLCK:
            del self.locked[byte]
        elif byte in self.locked:
            raise PermissionError(errno.EACCES, "Permission denied")
        else:
            self.locked[byte] = handle


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Msvcrt:
    """Locks are those of Windows, which moves no folder in which a file is open."""
    system, usual = Msvcrt(), Path.rename

    def rename(path: Path, target: Path) -> Path:
        if system.locked:
            raise PermissionError(errno.EACCES, "it is open")
        return usual(path, target)

    monkeypatch.setattr(locking, "fcntl", None)
    monkeypatch.setattr(locking, "msvcrt", system)
    monkeypatch.setattr(Path, "rename", rename)
    return system


def test_a_working_copy_is_held_once_on_windows_too(tmp_path: Path, windows: Msvcrt) -> None:
    held = CopyFolder.hold(tmp_path)
    assert held is not None
    assert CopyFolder.hold(tmp_path) is None
    held.release()
    again = CopyFolder.hold(tmp_path)
    assert again is not None
    again.release()
    assert not windows.locked


def test_on_windows_it_is_moved_and_removed_although_it_is_held(
    tmp_path: Path, windows: Msvcrt
) -> None:
    folder, aside = tmp_path / "one", tmp_path / "aside/one"
    folder.mkdir()
    held = CopyFolder.hold(folder)
    assert held is not None
    held.bring(aside)
    assert not folder.exists()
    assert CopyFolder.hold(aside) is None
    aside.with_name("there").mkdir()
    (aside.with_name("there") / "file").touch()
    with pytest.raises(OSError, match="there"):
        held.bring(aside.with_name("there"))
    assert CopyFolder.hold(aside) is None
    held.remove()
    assert not aside.exists()
    assert not windows.locked


def test_a_home_on_a_disk_without_locks_lets_one_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "no locks available")

    monkeypatch.setattr(locking.fcntl, "flock", refuse)
    held = Home(tmp_path).new_copy(tmp_path / "map.cjm", "Map")
    held.remove()


def test_a_system_that_syncs_no_folders_is_not_asked_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    monkeypatch.setattr(snapshot, "FOLDERS_SYNC", False)
    monkeypatch.setattr(os, "fsync", synced.append)
    snapshot.sync(tmp_path)
    assert not synced
    file = tmp_path / "file"
    file.touch()
    snapshot.sync(file)
    assert len(synced) == 1
    with pytest.raises(FileNotFoundError):
        snapshot.sync(tmp_path / "gone")
