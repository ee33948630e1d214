"""Writing a poster whole or not at all, and what to say when it cannot be."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from cjm_desktop.journey.problems import Problem
from cjm_desktop.poster.sheet import Progress, Stopped, tell
from cjm_desktop.replacing import replacing as _replacing

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
_NO_FOLDER = (errno.ENOENT, errno.ENOTDIR)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write that takes the place of `path` when the block ends well.

    Raises:
        Problem: the file cannot be written there, and why.
    """
    try:
        with _replacing(path) as file:
            yield file
    except OSError as error:
        raise problem(error, path.resolve()) from error


def save_text(path: Path, make: Callable[[], str], progress: Progress | None) -> bool:
    """Save what is made as text; whoever waits is told before and after.

    Returns:
        Whether the file was written; False: `progress` stopped it and nothing has changed.

    Raises:
        Problem: the file cannot be written there, and why.
    """
    try:
        tell(progress, 0, 1)
        text = make()
        tell(progress, 1, 1)
    except Stopped:
        return False
    with replacing(path) as file:
        file.write(text.encode("utf-8"))
    return True


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
