"""The folder of one working copy: its database, its lock, and where it belongs."""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any

from cjm_desktop.document import locking
from cjm_desktop.replacing import real_path
from cjm_desktop.storage.snapshot import sync

_BEGUN = {"path", "real", "title", "when"}
"""What is noted of a copy before it is complete."""


def write_json(path: Path, value: Any, *, durable: bool = True) -> None:
    """Write a small file as a whole: under another name, then in place.

    Args:
        path: of the file.
        value: what it is to say.
        durable: it must outlive a power cut; waiting for the disk may take longer than all else.
    """
    temporary = path.with_name(path.name + ".tmp")
    with temporary.open("w", encoding="utf-8") as file:
        # As ASCII: what a file is called need not be UTF-8.
        json.dump(value, file)
        if durable:
            file.flush()
            os.fsync(file.fileno())
    temporary.replace(path)
    if durable:
        sync(path.parent)


def read_json(path: Path) -> dict[str, Any]:
    """What a small file of ours says; nothing where it is missing or broken."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


@dataclass(frozen=True, slots=True)
class Copy:
    """A working copy on disk that nobody has open."""

    folder: Path
    path: Path | None
    """The user's file it belongs to, if it has one."""
    title: str
    when: datetime
    """When it was last told apart: made, or set aside."""
    attempts: int = 0
    """How often opening it was tried since it was last open and well."""

    @property
    def database(self) -> Path:
        """The working copy itself."""
        return _database_in(self.folder)


class CopyFolder:
    """A working copy's folder, held by this process.

    Args:
        folder: of its own; its name is its id.
        handle: of the lock file; the lock goes with the process, whatever ends it.
    """

    def __init__(self, folder: Path, handle: int) -> None:
        self.folder = folder
        self._handle = handle
        self.database = _database_in(folder)
        """The working copy itself."""
        self._noting = Lock()
        """A thread that saves notes something too."""

    @classmethod
    def hold(cls, folder: Path) -> CopyFolder | None:
        """Hold a folder, or None where another document does."""
        handle = _grasp(folder)
        return cls(folder, handle) if handle >= 0 else None

    def begin(self, path: Path | None, title: str, when: str) -> None:
        """Note what a copy will be of. Before it is complete there is nothing to lose with it."""
        said = _of_file(path) | {"title": title, "when": when}
        write_json(self.folder / "info.json", said, durable=False)

    def complete(self, *, durable: bool = True, **said: Any) -> None:
        """Note that the working copy was made to its end: from now on it must not get lost.

        Args:
            durable: wait for the disk; else `owed` is to be synced.
            said: more to note.
        """
        if durable:
            sync(self.folder.parent)
        self._note({"built": True, **said}, durable=durable)

    @property
    def owed(self) -> tuple[Path, ...]:
        """What is to be synced of a folder that was completed without waiting for the disk."""
        return self.opened, self.folder / "info.json", self.folder, self.folder.parent

    def describe_file(self, path: Path | None) -> None:
        """Note which file of the user it belongs to, by its name and by where that leads."""
        self.describe(**_of_file(path))

    def said_of(self, path: Path | None) -> dict[str, Any]:
        """What there is to note of a complete working copy whose note is broken."""
        return _of_file(path) | {"built": True, "database": self.database.name}

    def next_database(self) -> Path:
        """A name for a working copy that no file has yet."""
        number = 2
        while (found := self.folder / f"work-{number}.sqlite").exists():
            number += 1
        return found

    def drop(self, database: Path) -> None:
        """Take a database away that was not made to its end; should that fail, it goes later."""
        for one in (database, Path(f"{database}-wal")):
            with suppress(OSError):
                one.unlink(missing_ok=True)

    @property
    def opened(self) -> Path:
        """The map as it was when it was opened, for `revert`."""
        return self.folder / "opened.sqlite"

    def describe(self, **said: Any) -> None:
        """Note where the copy belongs."""
        self._note(said, durable=True)

    def _note(self, said: dict[str, Any], *, durable: bool) -> None:
        with self._noting:
            info = read_json(self.folder / "info.json") | said
            write_json(self.folder / "info.json", info, durable=durable)

    def settle(self) -> None:
        """Sync what a program that ended has left: perhaps it had not waited for the disk.

        Before the database is opened: to close another handle of it drops SQLite's locks.

        Raises:
            OSError: the disk refuses; what is there may not be there for good.
        """
        for one in (self.database, Path(f"{self.database}-wal"), *self.owed):
            if one.exists():
                sync(one)

    def count_attempt(self) -> int:
        """Note, before it is tried, that the copy is about to be opened; how often so far."""
        attempts = _attempts(self.folder)
        write_json(self.folder / "attempts.json", {"attempts": attempts + 1})
        return attempts

    def forget_attempts(self) -> None:
        """It was opened and is well."""
        (self.folder / "attempts.json").unlink(missing_ok=True)

    @property
    def is_complete(self) -> bool:
        """Whether it is noted that the working copy was made to its end."""
        return read_json(self.folder / "info.json").get("built") is True

    @property
    def is_only_begun(self) -> bool:
        """Whether the working copy was never made to its end, so there is nothing to lose with it.

        That is not believed of one whose note is broken.
        """
        said = read_json(self.folder / "info.json")
        if said.get("built") is True:
            return False
        there = self.database.exists() and self.database.stat().st_size
        return said.keys() == _BEGUN or not there

    def bring(self, folder: Path) -> None:
        """Put the whole folder elsewhere and go on holding it."""
        folder.parent.mkdir(parents=True, exist_ok=True)
        if locking.moves_what_is_open():
            self.folder.rename(folder)
        else:
            self._bring_let_go(folder)
        self.folder = folder
        self.database = folder / self.database.name

    def _bring_let_go(self, folder: Path) -> None:
        """Let go of it for the moment that moving it takes, as Windows wants it."""
        self.release()
        try:
            self.folder.rename(folder)
        except OSError:
            folder = self.folder
            raise
        finally:
            self._handle = _grasp(folder)

    def move(self, folder: Path) -> None:
        """Put the whole folder elsewhere and let go of it."""
        self.bring(folder)
        self.release()

    def remove(self) -> None:
        """Take it all away; what it held is safe elsewhere."""
        if locking.moves_what_is_open():
            shutil.rmtree(self.folder, ignore_errors=True)
        self.release()
        # Windows keeps the lock that is open, and with it the folder.
        shutil.rmtree(self.folder, ignore_errors=True)

    def release(self) -> None:
        """Let go of it."""
        if self._handle >= 0:
            locking.unlock(self._handle)
            self._handle = -1


def _grasp(folder: Path) -> int:
    """The handle of a folder's lock; -1: another holds it."""
    handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    if locking.lock(handle):
        return handle
    os.close(handle)
    return -1


def _is_noted(folder: Path) -> bool:
    return "title" in read_json(folder / "info.json")


def _database_in(folder: Path) -> Path:
    name = read_json(folder / "info.json").get("database")
    noted = isinstance(name, str)
    if noted or _is_noted(folder):
        database = folder / (name if isinstance(name, str) else "work.sqlite")
        if not noted or database.exists():
            return database
    # Where nothing tells, or of one that was given up in the last moment: the last that was made.
    found = [one.name for one in folder.glob("work*.sqlite")]
    return folder / max(found, key=lambda one: (len(one), one), default="work.sqlite")


def _of_file(path: Path | None) -> dict[str, str | None]:
    return {"path": str(path) if path else None, "real": str(real_path(path)) if path else None}


def copy_in(folder: Path) -> Copy:
    """What a copy's folder says of it."""
    info = read_json(folder / "info.json")
    try:
        when = datetime.fromisoformat(str(info.get("when")))
    except ValueError:
        when = datetime.fromtimestamp(folder.stat().st_mtime, UTC)
    path = info.get("path")
    return Copy(
        folder,
        Path(path) if isinstance(path, str) else None,
        str(info.get("title", "")),
        when,
        _attempts(folder),
    )


def _attempts(folder: Path) -> int:
    """How often opening a copy was tried; where the note of it is broken, not at all."""
    found = read_json(folder / "attempts.json").get("attempts")
    return found if type(found) is int and found > 0 else 0
