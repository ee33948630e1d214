"""Writing a file whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from cjm_desktop.journey.problems import Problem

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
_NO_FOLDER = (errno.ENOENT, errno.ENOTDIR)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write that takes the place of `path` when the block ends well.

    Until then it has another name in the same folder; if anything goes wrong it is removed and
    what was at `path` stays as it was.

    Raises:
        Problem: the file cannot be written there, and why.
    """
    target = path.resolve()
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a folder", str(target))
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "read-only", str(target))
        try:
            with part.open("xb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                part.chmod(target.stat().st_mode & 0o777)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise problem(error, target) from error


def problem(error: OSError, path: Path) -> Problem:
    """What a refusal of the system means to the user."""
    if error.errno in _NO_FOLDER:
        return Problem("poster.no_folder", folder=path.parent)
    if error.errno == errno.EISDIR:
        return Problem("poster.is_folder", name=path.name)
    if error.errno in _FORBIDDEN:
        return Problem("poster.no_right", name=path.name)
    if error.errno in _FULL:
        return Problem("poster.disk_full", name=path.name)
    return Problem("poster.not_written", name=path.name, reason=error.strerror or str(error))
