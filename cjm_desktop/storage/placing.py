"""Putting a finished file where it belongs, and noticing whoever else was there."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cjm_desktop.replacing import keep_rights
from cjm_desktop.storage.problems import (
    ChangedElsewhere,
    Damaged,
    FileProblem,
    Missing,
    ReadOnly,
    problem_of,
)
from cjm_desktop.storage.reader import read_save_id
from cjm_desktop.storage.sidefiles import SUFFIXES
from cjm_desktop.storage.snapshot import sync, sync_names
from cjm_desktop.storage.swap import exchange

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


def may_create(temporary: Path) -> bool:
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


def sweep(temporary: Path) -> None:
    """Take a temporary file away; should even that fail, the next start tries again.

    With it goes what SQLite keeps beside it while it is written. For good: once the save is noted
    as done nobody looks for it, so a power cut must not bring it back.
    """
    gone = False
    for one in (temporary, *(temporary.with_name(temporary.name + suffix) for suffix in SUFFIXES)):
        with suppress(OSError):
            one.unlink()
            gone = True
    if gone:
        with suppress(OSError):
            sync(temporary.parent)


def sweep_ours(temporary: Path, ours: Collection[str | None]) -> None:
    """Take away what a save left behind: the new state, or the old one that it replaced.

    Should it be neither, it is what another program saved in the very moment: it stays.

    Args:
        temporary: the name under which the save was prepared.
        ours: ids of the saves that are needed no more.
    """
    try:
        foreign = read_save_id(temporary) not in ours
    except FileProblem:
        foreign = False  # half written
    if not foreign:
        sweep(temporary)


def replace(temporary: Path, path: Path, save_id: str, expected: Known | None) -> Known:
    """Let a finished file take the place of `path`; return it as it is there.

    Args:
        temporary: the finished file.
        path: where it belongs.
        save_id: that is in it.
        expected: what it replaces; None: whatever is there.

    Raises:
        ChangedElsewhere: another program was quicker by a moment; its file is back in its place.
        OSError: the disk refuses; `path` is as it was, or as it should be but not for certain.
    """
    keep_rights(temporary, path)
    sync(temporary)
    known = look(temporary, save_id)
    traded = expected is not None and exchange(temporary, path)
    if expected is not None and traded:
        # What was replaced now has the temporary name.
        try:
            check_unchanged(temporary, expected)
        except FileProblem as problem:
            exchange(temporary, path)
            raise ChangedElsewhere("storage.changed_elsewhere", file=path.name) from problem
    else:
        _rename(temporary, path)
    try:
        sync_names(path.parent)
    except OSError:
        # Pulled out, say: what is in its place now may never have got there.
        if traded:
            with suppress(OSError):
                exchange(temporary, path)
        raise
    return known


def _rename(temporary: Path, path: Path) -> None:
    # On Windows a scanner or a preview may hold the file for a moment.
    for _ in range(_TRIES if os.name == "nt" else 0):
        try:
            temporary.replace(path)
        except PermissionError:
            time.sleep(_WAIT)
        else:
            return
    temporary.replace(path)
