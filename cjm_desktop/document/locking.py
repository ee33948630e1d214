"""Locks that go with the process that holds them, whatever ends it, on every system."""

from __future__ import annotations

import errno
import os
from importlib import import_module
from typing import Any


def _of_system(name: str) -> Any:
    """A module that only some systems have; typed as none of them, for each lacks the other's."""
    try:
        return import_module(name)
    except ImportError:
        return None


fcntl = _of_system("fcntl")
"""None on Windows."""
msvcrt = _of_system("msvcrt")
"""None but on Windows."""
_TAKEN = frozenset({errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK})
"""How systems say that another has the lock; anything else means that there are no locks here."""


def lock(handle: int) -> bool:
    """Lock an open file; False: another holds it.

    A network's folder may know no locks; that keeps nobody from working there.
    """
    try:
        if fcntl is not None:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        elif msvcrt is not None:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    except OSError as error:
        return error.errno not in _TAKEN
    return True


def unlock(handle: int) -> None:
    """Close a file that was locked. Windows takes its time where it is only closed."""
    try:
        if fcntl is None and msvcrt is not None:
            msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
    finally:
        os.close(handle)


def moves_what_is_open() -> bool:
    """Whether a folder can be moved and removed while a file in it is open: not on Windows."""
    return fcntl is not None
