"""Writing a file whole or not at all, for every room that writes files for other programs."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_LETTERS = 40
"""Of the file's own name in that of the unfinished one, whose bytes a system limits to 255."""


def real_path(path: Path) -> Path:
    """Where a path leads; of a link that leads to itself, the link."""
    return Path(os.path.realpath(path))


def keep_rights(part: Path, target: Path) -> None:
    """Give a file that is to take another's place that one's rights, where there is one.

    Raises:
        OSError: the disk refuses.
    """
    if not target.exists():
        return
    wanted = stat.S_IMODE(target.stat().st_mode)
    if wanted == stat.S_IMODE(part.stat().st_mode):
        return  # a network's folder may know no rights, and refuse to set what it has anyway
    part.chmod(wanted)


@contextmanager
def replacing(path: Path, *, durable: bool = True) -> Iterator[BinaryIO]:
    """A file to write that takes the place of `path` when the block ends well.

    Until then it has another name in the same folder; if anything goes wrong it is removed and
    what was at `path` stays as it was. Links are followed, rights are kept.

    Args:
        path: of the file.
        durable: False: it need not outlive a power cut, so nobody waits for the disk.

    Raises:
        OSError: the file cannot be written there.
        ValueError: no file can have such a name.
    """
    target = real_path(path)
    part = target.with_name(f".{target.name[:_LETTERS]}.{secrets.token_hex(4)}.part")
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "is a folder", str(target))
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "read-only", str(target))
    try:
        with part.open("xb") as file:
            yield file
            if durable:
                file.flush()
                os.fsync(file.fileno())
        keep_rights(part, target)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
