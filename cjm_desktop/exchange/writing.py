"""The one way out for formats that are text: written as a whole or not at all."""

from __future__ import annotations

from pathlib import Path

from cjm_desktop.exchange.system import reason
from cjm_desktop.journey.problems import Problem
from cjm_desktop.replacing import replacing


def write_file(path: Path, text: str) -> None:
    """Write a text as UTF-8; what was there before stays if it cannot be done.

    Raises:
        Problem: the place cannot be written.
    """
    try:
        with replacing(path) as file:
            file.write(text.encode())
    except (OSError, ValueError) as error:
        raise Problem("exchange.unwritable", path=path, reason=reason(error)) from error
