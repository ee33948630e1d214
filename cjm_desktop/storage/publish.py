"""Publishing: the user's file is replaced as a whole, or not at all.

A snapshot of the working copy becomes a complete file under a temporary name in the same folder;
it is opened again and verified; only then does it take the old one's place. The user's file is
never deleted and never recreated on an error.
"""

from __future__ import annotations

import os
import secrets
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import apsw

from cjm_desktop.storage.codec import Value
from cjm_desktop.storage.contents import read_rows
from cjm_desktop.storage.problems import (
    ChangedElsewhere,
    Damaged,
    FileProblem,
    Missing,
    ReadOnly,
    problem_of,
)
from cjm_desktop.storage.reader import digest_of, read_save_id
from cjm_desktop.storage.seal import seal_of
from cjm_desktop.storage.snapshot import sync, without_log

_TRIES = 10
_WAIT = 0.05


@dataclass(frozen=True, slots=True)
class Known:
    """A published file as it was last seen: to notice that somebody else changed it."""

    inode: int
    size: int
    changed: int
    """Time of the last change in nanoseconds."""
    save_id: str


@dataclass(frozen=True, slots=True)
class Published:
    """A file that was published."""

    known: Known
    digest: str
    """SHA-256 of the bytes that were verified."""


def look(path: Path, save_id: str) -> Known:
    """A published file as it stands now, with the save id that is known to be in it.

    Raises:
        OSError: it cannot be looked at.
    """
    found = path.stat()
    return Known(found.st_ino, found.st_size, found.st_mtime_ns, save_id)


def check_unchanged(path: Path, known: Known | None) -> None:
    """Make sure that a file is still what it was when it was last seen.

    Args:
        path: of the file.
        known: as it was; None: there was no file, and any that is there may be replaced.

    Raises:
        Missing: it is gone.
        ChangedElsewhere: it is another.
    """
    if known is None:
        return
    try:
        if look(path, known.save_id) == known:
            return
    except OSError as error:
        raise Missing("storage.gone", file=path.name) from error
    # Copied back by a synchronising program, or only touched: the same save is the same map.
    try:
        same = read_save_id(path) == known.save_id
    except FileProblem as error:
        raise ChangedElsewhere("storage.changed_elsewhere", file=path.name) from error
    if not same:
        raise ChangedElsewhere("storage.changed_elsewhere", file=path.name)


def new_save_id() -> str:
    """A new random id for one act of saving."""
    return secrets.token_hex(16)


def temporary_name(path: Path, save_id: str) -> Path:
    """The name under which a new state of `path` is prepared."""
    return path.with_name(f".{path.name[:80]}.{save_id[:12]}.tmp")


def make_file(
    snapshot: bytes, place: Path, meta: dict[str, Value], *, with_history: bool = True
) -> str:
    """Write a complete, sealed and verified file from a working copy's snapshot.

    Args:
        snapshot: of the working copy.
        place: where there is no file yet.
        meta: keys to set; None takes a key out.
        with_history: False leaves out history, versions and all else that is not the map.

    Returns:
        The seal.

    Raises:
        FileProblem: the disk refuses, or what was written is not what was meant.
    """
    try:
        seal = _write(snapshot, place, meta, with_history=with_history)
        verify(place, seal)
        sync(place)
    except (apsw.Error, OSError) as error:
        raise problem_of(error, place.name) or error from error
    return seal


def _write(snapshot: bytes, place: Path, meta: dict[str, Value], *, with_history: bool) -> str:
    connection = apsw.Connection(":memory:")
    try:
        connection.deserialize("main", without_log(snapshot))
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("DROP TABLE local")
        if not with_history:
            connection.execute("DELETE FROM history")
            connection.execute("DELETE FROM version")
        for key, value in meta.items():
            connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))
        connection.execute("DELETE FROM meta WHERE value IS NULL")
        seal = seal_of(read_rows(connection))
        connection.execute("INSERT OR REPLACE INTO meta VALUES ('seal', ?)", (seal,))
        # Compact, without free pages: nothing that was deleted stays in the file.
        connection.execute("VACUUM INTO ?", (str(place),))
    finally:
        connection.close(force=True)
    return seal


def verify(place: Path, seal: str) -> None:
    """Open a file again and make sure that it holds what was meant.

    Raises:
        Damaged: it does not.
    """
    uri = f"{place.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        connection = apsw.Connection(uri, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
        try:
            whole = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
            found = seal_of(read_rows(connection)) if whole else ""
        finally:
            connection.close(force=True)
    except (apsw.Error, UnicodeError) as error:
        raise Damaged("storage.write_failed", file=place.name) from error
    if found != seal:
        raise Damaged("storage.write_failed", file=place.name)


def check_writable(path: Path) -> None:
    """Respect a file that its owner marked as read-only.

    Raises:
        ReadOnly: it is.
    """
    try:
        mode = path.stat().st_mode
    except OSError:
        return  # a new file
    if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise ReadOnly("storage.read_only", file=path.name)


@dataclass(frozen=True, slots=True)
class Publication:
    """One act of publishing, which a worker thread may run while editing goes on.

    Args:
        snapshot: of the working copy.
        path: the real path of the user's file.
        known: the file as it was last seen; None: a new file, or one that may be replaced.
        meta: keys to set in the file, `save_id` among them.
        keep: puts a verified copy of a file away before it is overwritten, and says where.
        spare: a folder of our own, for folders that refuse new files.
        with_history: False leaves out history, versions and all else that is not the map.
    """

    snapshot: bytes
    path: Path
    known: Known | None
    meta: dict[str, Value]
    keep: Callable[[Path], Path]
    spare: Path
    with_history: bool = True

    @property
    def temporary(self) -> Path:
        """The name under which the new state is prepared."""
        return temporary_name(self.path, str(self.meta["save_id"]))

    def run(self) -> Published:
        """Publish.

        Raises:
            FileProblem: the file is as it was.
        """
        check_writable(self.path)
        check_unchanged(self.path, self.known)
        try:
            return self._run()
        except OSError as error:
            raise problem_of(error, self.path.name) or error from error

    def _run(self) -> Published:
        temporary = self.temporary
        try:
            if not _may_create(temporary):
                return self._overwrite()
            self._make(temporary)
            digest = digest_of(temporary)
            check_unchanged(self.path, self.known)
            if self.known is None and self.path.exists():
                self.keep(self.path)
            return Published(replace(temporary, self.path, str(self.meta["save_id"])), digest)
        finally:
            _sweep(temporary)

    def _make(self, place: Path) -> None:
        make_file(self.snapshot, place, self.meta, with_history=self.with_history)

    def _overwrite(self) -> Published:
        """The folder refuses new files: the old bytes are put away first, then written over."""
        if not self.path.exists():
            raise ReadOnly("storage.read_only_folder", file=self.path.parent.name)
        prepared = self.spare / self.temporary.name
        try:
            self._make(prepared)
            digest = digest_of(prepared)
            check_unchanged(self.path, self.known)
            kept = self.keep(self.path)
            overwrite(prepared, self.path, kept)
        finally:
            _sweep(prepared)
        return Published(look(self.path, str(self.meta["save_id"])), digest)


def _may_create(temporary: Path) -> bool:
    """Whether the folder takes new files (empty ones; SQLite fills what it finds empty)."""
    try:
        temporary.touch(exist_ok=False)
    except OSError as error:
        if isinstance(problem_of(error, temporary.name), ReadOnly):
            return False
        raise
    return True


def overwrite(prepared: Path, path: Path, kept: Path) -> None:
    """Write a finished file's bytes over another file and make sure they arrived.

    Args:
        prepared: the finished file.
        path: the file to write over.
        kept: a verified copy of the old bytes, put back should it fail.

    Raises:
        FileProblem: it failed; the sentence says where the old bytes are.
    """
    try:
        _pour(prepared, path)
    except OSError as error:
        try:
            _pour(kept, path)
        except OSError as second:
            raise Damaged("storage.overwrite_failed", file=path.name, backup=str(kept)) from second
        raise problem_of(error, path.name) or error from error


def _pour(source: Path, path: Path) -> None:
    wanted = source.read_bytes()
    with path.open("r+b") as file:
        file.write(wanted)
        file.truncate()
        file.flush()
        os.fsync(file.fileno())
    if path.read_bytes() != wanted:
        raise OSError(f"{path} does not hold what was written")


def _sweep(temporary: Path) -> None:
    """Take a temporary file away; should even that fail, the next start tries again."""
    with suppress(OSError):
        temporary.unlink(missing_ok=True)


def replace(temporary: Path, path: Path, save_id: str) -> Known:
    """Let a finished file take the place of `path`; return it as it is there.

    Raises:
        OSError: the disk refuses; `path` is as it was.
    """
    if path.exists():
        temporary.chmod(stat.S_IMODE(path.stat().st_mode))
    sync(temporary)
    known = look(temporary, save_id)
    for left in range(_TRIES, 0, -1):
        try:
            temporary.replace(path)
            break
        except PermissionError:
            # Windows: a scanner or a preview holds the file for a moment.
            if os.name != "nt" or left == 1:
                raise
            time.sleep(_WAIT)
    # From here on it is saved. A network folder may not know how to sync itself.
    with suppress(OSError):
        sync(path.parent)
    return known
