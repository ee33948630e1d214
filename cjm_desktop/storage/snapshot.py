"""Snapshots: the whole working copy as bytes, taken in a moment between two edits."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import apsw

from cjm_desktop.storage.problems import problem_of

_CANNOT = frozenset(
    {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EBADF, errno.EISDIR}
    | {errno.EACCES, errno.EPERM}
)
"""How systems say that a folder is nothing they sync, or not for us: a network's, say."""
FOLDERS_SYNC = os.name != "nt"
"""Windows opens no folders, and keeps their names by itself."""
_LOG_MODE = slice(18, 20)
"""Where the header says whether a write-ahead log belongs to the database."""


def connect(place: str, *, flags: int) -> apsw.Connection:
    """A connection for private use, with room for all the statements of an edit."""
    connection = apsw.Connection(place, flags=flags, statementcachesize=200)
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
    return connection


def without_log(snapshot: bytes) -> bytes:
    """A snapshot that stands alone: its header asks for no write-ahead log."""
    plain = bytearray(snapshot)
    plain[_LOG_MODE] = b"\x01\x01"
    return bytes(plain)


def write_snapshot(snapshot: bytes, place: Path, *, durable: bool = True) -> None:
    """Put a snapshot aside as a database of its own.

    Args:
        snapshot: all of it.
        place: of the file.
        durable: wait until it is on the disk itself.

    Raises:
        FileProblem: the disk refuses.
    """
    try:
        with place.open("wb") as file:
            file.write(without_log(snapshot))
            if durable:
                file.flush()
                os.fsync(file.fileno())
    except OSError as error:
        raise problem_of(error, place) or error from error


def sync(path: Path) -> None:
    """Make sure that a file, or the names in a folder, are on the disk itself.

    Raises:
        OSError: the disk refuses.
    """
    if not FOLDERS_SYNC and path.is_dir():
        return
    # Windows syncs only what may be written.
    handle = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_names(folder: Path) -> None:
    """Make sure that the names in a user's folder are on the disk, where that can be done at all.

    Raises:
        OSError: the disk refuses, or is there no more.
    """
    try:
        sync(folder)
    except OSError as error:
        if error.errno not in _CANNOT:
            raise
