"""The one way out for formats that are text: written as a whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from cjm_desktop.journey.problems import Problem


def write_file(path: Path, text: str) -> None:
    """Write a text as UTF-8; what was there before stays if it cannot be done.

    Raises:
        Problem: the place cannot be written.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        try:
            temporary.write_text(text, encoding="utf-8", newline="\n")
            os.replace(temporary, path)  # noqa: PTH105 - as elsewhere, by its own name
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Problem("exchange.unwritable", path=path, reason=reason) from error
