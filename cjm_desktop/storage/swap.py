"""Letting two files trade places in one step, so that what was replaced can be looked at after."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

_HERE = -100
_EXCHANGE = 2
_CANNOT = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})


@cache
def _renameat2() -> Any:
    """Linux's system call of that name, where the C library has it."""
    if not sys.platform.startswith("linux"):
        return None
    function = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if function is not None:
        name = ctypes.c_char_p
        function.argtypes = (ctypes.c_int, name, ctypes.c_int, name, ctypes.c_uint)
    return function


def exchange(one: Path, other: Path) -> bool:
    """Let two files trade places; False where the system or the file system cannot.

    Raises:
        OSError: the disk refuses; both are where they were.
    """
    function = _renameat2()
    if function is None:
        return False
    names = os.fsencode(one), os.fsencode(other)
    if function(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(other))
