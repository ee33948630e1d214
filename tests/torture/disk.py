"""A disk for tests: it records, waits, and fails when told to.

Every read, write and sync of SQLite goes through a VFS of apsw, and what Python itself does to
files through the functions of `os`, so that faults and power cuts can be tried anywhere, without
being root and without a device. `power` puts a disk together from what was recorded here. That it
behaves as a real one does is tried in `test_real`: with SIGKILL, and with a limit on file sizes.
"""

from __future__ import annotations

import errno
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

import apsw

from cjm_desktop.storage import placing

NAME = "faulty"
PYTHON = ("fsync", "replace", "rename", "mkdir", "sendfile")
"""What Python does to files and may fail at; all of it writes."""


class Operation(NamedTuple):
    """Something that was done to a file."""

    what: str
    """write, truncate, sync, create, delete, rename or exchange."""
    name: str
    """Of the file, below the folder that is recorded; the folder itself is "."."""
    at: int = 0
    data: bytes = b""
    other: str = ""
    """The new name of what was renamed."""


class Disk:
    """Counts operations, and lets one fail, or all from one on.

    Args:
        at: which operation fails, counted from 1; 0: none does.
        forever: all that follow fail too.
        full: as a full disk does (only what writes), not as a broken one.
        short: half of a write arrives before it fails.
        records: the folder whose operations are kept.
        wait: called for each sync with the name of the file; a slow disk waits here.
    """

    def __init__(
        self,
        at: int = 0,
        *,
        forever: bool = False,
        full: bool = False,
        short: bool = False,
        records: Path | None = None,
        wait: Callable[[str], None] | None = None,
    ) -> None:
        self.at = at
        self.forever = forever
        self.full = full
        self.short = short
        self.records = records
        self.wait = wait
        self.count = 0
        self.failed: list[str] = []
        self.syncs: list[str] = []
        self.operations: list[Operation] = []
        self.working = True
        self.next: list[str] = []
        """What is to fail once each, by name, one after the other."""
        self.handles: dict[int, str] = {}
        """Which file Python has opened under a number."""
        self._lock = threading.Lock()

    def touch(self, what: str, *, writes: bool) -> bool:
        """Count an operation; whether it must fail."""
        if not self.working or (self.full and not writes):
            return False
        with self._lock:
            self.count += 1
            if self.next and what == self.next[0]:
                del self.next[0]
                self.failed.append(what)
                return True
            due = self.at and (self.count == self.at or (self.forever and self.count > self.at))
            if due:
                self.failed.append(what)
        return bool(due)

    def note(self, what: str, name: str, at: int = 0, data: bytes = b"", other: str = "") -> None:
        """Keep what was done, where it lies in the folder that is recorded."""
        if self.records is None or not self.working:
            return
        below = self._below(name)
        if below is not None:
            self.operations.append(Operation(what, below, at, data, self._below(other) or ""))

    def _below(self, name: str) -> str | None:
        path = Path(name)
        if not name or self.records is None or not path.is_relative_to(self.records):
            return None
        return path.relative_to(self.records).as_posix()

    def name_of(self, handle: int) -> str:
        """The file Python has open under a number; empty where it was opened another way."""
        name = self.handles.get(handle, "")
        try:
            return name if os.path.samestat(Path(name).stat(), os.fstat(handle)) else ""
        except OSError:
            return ""

    def synced(self, name: str) -> None:
        """A file has been synced."""
        self.syncs.append(name)
        self.note("sync", name)
        if self.wait is not None:
            self.wait(name)

    def error(self) -> apsw.Error:
        return apsw.FullError("no room") if self.full else apsw.IOError("input/output error")

    def os_error(self) -> OSError:
        number = errno.ENOSPC if self.full else errno.EIO
        return OSError(number, os.strerror(number))


class _File(apsw.VFSFile):
    def __init__(self, disk: Disk, base: str, name: Any, flags: list[int]) -> None:
        self._disk = disk
        self._name = name.filename() if isinstance(name, apsw.URIFilename) else str(name)
        super().__init__(base, name, flags)

    def _check(self, what: str, *, writes: bool = True) -> None:
        if self._disk.touch(f"{what} {Path(self._name).name}", writes=writes):
            raise self._disk.error()

    def xRead(self, amount: int, offset: int) -> bytes:
        self._check("read", writes=False)
        return super().xRead(amount, offset)

    def xWrite(self, data: bytes, offset: int) -> None:
        try:
            self._check("write")
        except apsw.Error:
            if self._disk.short:
                self._write(data[: len(data) // 2], offset)
            raise
        self._write(data, offset)

    def _write(self, data: bytes, offset: int) -> None:
        super().xWrite(data, offset)
        self._disk.note("write", self._name, offset, bytes(data))

    def xSync(self, flags: int) -> None:
        self._check("sync")
        super().xSync(flags)
        self._disk.synced(self._name)

    def xTruncate(self, size: int) -> None:
        self._check("truncate")
        super().xTruncate(size)
        self._disk.note("truncate", self._name, size)


class _System(apsw.VFS):
    def __init__(self, disk: Disk, base: str) -> None:
        self.disk = disk
        self.base = base
        super().__init__(NAME, base, makedefault=True)

    def xOpen(self, name: Any, flags: list[int]) -> _File:
        if self.disk.touch("open", writes=bool(flags[0] & apsw.SQLITE_OPEN_CREATE)):
            raise apsw.CantOpenError("unable to open")
        return _File(self.disk, self.base, name, flags)

    def xDelete(self, name: str, sync: bool) -> None:
        super().xDelete(name, sync)
        self.disk.note("delete", name)


@contextmanager
def faulty(disk: Disk) -> Iterator[None]:
    """Everything goes through `disk` while this lasts."""
    usual = apsw.vfs_names()[0]
    system = _System(disk, usual)
    with ExitStack() as patched:
        # Failures of what SQLite only tries, such as tidying up while it closes.
        patched.enter_context(mock.patch.object(sys, "unraisablehook", mock.Mock()))
        for name in PYTHON:
            if hasattr(os, name):
                failing = _failing(disk, name, getattr(os, name))
                patched.enter_context(mock.patch.object(os, name, failing))
        for owner, name, function in (
            (os, "open", _opening(disk, os.open)),
            (os, "unlink", _unlinking(disk, os.unlink)),
            (placing, "exchange", _exchanging(disk, placing.exchange)),
        ):
            patched.enter_context(mock.patch.object(owner, name, function))
        try:
            yield
        finally:
            disk.working = False
            apsw.set_default_vfs(usual)
            system.unregister()


def _failing(disk: Disk, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    def call(*args: Any, **kwargs: Any) -> Any:
        if disk.touch(name, writes=True):
            raise disk.os_error()
        found = function(*args, **kwargs)
        if name == "fsync":
            disk.synced(disk.name_of(args[0]))
        elif name in ("replace", "rename"):
            disk.note("rename", os.fspath(args[0]), other=os.fspath(args[1]))
        return found

    return call


def _opening(disk: Disk, function: Callable[..., int]) -> Callable[..., int]:
    def call(path: Any, flags: int, *args: Any, **kwargs: Any) -> int:
        new = bool(flags & os.O_CREAT) and not Path(path).exists()
        if disk.touch("open", writes=new):
            raise disk.os_error()
        handle = function(path, flags, *args, **kwargs)
        disk.handles[handle] = os.fspath(path)
        if new:
            disk.note("create", os.fspath(path))
        return handle

    return call


def _unlinking(disk: Disk, function: Callable[..., None]) -> Callable[..., None]:
    def call(path: Any, **kwargs: Any) -> None:
        function(path, **kwargs)
        disk.note("delete", os.fspath(path))

    return call


def _exchanging(disk: Disk, function: Callable[..., bool]) -> Callable[..., bool]:
    def call(one: Path, other: Path) -> bool:
        if disk.touch("exchange", writes=True):
            raise disk.os_error()
        done = function(one, other)
        if done:
            disk.note("exchange", str(one), other=str(other))
        return done

    return call
