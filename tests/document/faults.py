"""A disk that fails when told to: every read, write and sync of SQLite, and those of Python."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw
import pytest

NAME = "faulty"


class Disk:
    """Counts operations, and lets one fail, or all from one on.

    Args:
        at: which operation fails, counted from 1; 0: none does.
        forever: all that follow fail too.
        full: as a full disk does (only what writes), not as a broken one.
    """

    def __init__(self, at: int = 0, *, forever: bool = False, full: bool = False) -> None:
        self.at = at
        self.forever = forever
        self.full = full
        self.count = 0
        self.failed: list[str] = []
        self.syncs: list[str] = []
        self.working = True
        self.next: list[str] = []
        """What is to fail once each, by name, one after the other."""

    def touch(self, what: str, *, writes: bool) -> bool:
        """Count an operation; whether it must fail."""
        if not self.working or (self.full and not writes):
            return False
        self.count += 1
        if self.next and what == self.next[0]:
            del self.next[0]
            self.failed.append(what)
            return True
        due = self.at and (self.count == self.at or (self.forever and self.count > self.at))
        if due:
            self.failed.append(what)
        return bool(due)

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
        self._check("write")
        super().xWrite(data, offset)

    def xSync(self, flags: int) -> None:
        self._check("sync")
        self._disk.syncs.append(self._name)
        super().xSync(flags)

    def xTruncate(self, size: int) -> None:
        self._check("truncate")
        super().xTruncate(size)


class _System(apsw.VFS):
    def __init__(self, disk: Disk, base: str) -> None:
        self.disk = disk
        self.base = base
        super().__init__(NAME, base, makedefault=True)

    def xOpen(self, name: Any, flags: list[int]) -> _File:
        if self.disk.touch("open", writes=bool(flags[0] & apsw.SQLITE_OPEN_CREATE)):
            raise apsw.CantOpenError("unable to open")
        return _File(self.disk, self.base, name, flags)


@contextmanager
def faulty(disk: Disk, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Everything goes through `disk` while this lasts."""
    usual = apsw.vfs_names()[0]
    system = _System(disk, usual)
    with monkeypatch.context() as patched:
        # Failures of what SQLite only tries, such as tidying up while it closes.
        patched.setattr(sys, "unraisablehook", lambda _: None)
        for name in ("fsync", "replace", "rename"):
            patched.setattr(os, name, _failing(disk, getattr(os, name)))
        try:
            yield
        finally:
            disk.working = False
            apsw.set_default_vfs(usual)
            system.unregister()


def _failing(disk: Disk, function: Callable[..., Any]) -> Callable[..., Any]:
    def call(*args: Any, **kwargs: Any) -> Any:
        if disk.touch(function.__name__, writes=True):
            raise disk.os_error()
        return function(*args, **kwargs)

    return call
