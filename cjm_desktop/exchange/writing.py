"""The one way out for formats that are text: written as a whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
from pathlib import Path

from cjm_desktop.exchange.system import reason
from cjm_desktop.journey.problems import Problem


def write_file(path: Path, text: str) -> None:
    """Write a text as UTF-8; what was there before stays if it cannot be done.

    Raises:
        Problem: the place cannot be written.
    """
    try:
        target = path.resolve()
        part = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.part")
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a folder", str(target))
        try:
            with part.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                part.chmod(target.stat().st_mode & 0o777)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        raise Problem("exchange.unwritable", path=path, reason=reason(error)) from error
