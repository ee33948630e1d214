"""Hard crashes: the system ends the program, and the next start finds where it was."""

from __future__ import annotations

import faulthandler
from pathlib import Path
from typing import TextIO

MOST = 64 * 1024
"""Bytes of a log that are read."""


class FaultLog:
    """The file a crash of the program itself is written to, as it happens.

    Args:
        folder: the application's own.
    """

    def __init__(self, folder: Path) -> None:
        self.place = folder / "fault.log"
        self._file: TextIO | None = None

    def begin(self) -> str:
        """Listen from now on; what the run before left behind, or nothing.

        A disk that refuses is no reason not to start: then a hard crash goes untold.
        """
        found = self._take()
        # Who asked for it elsewhere (`python -X faulthandler`) has it there.
        if not faulthandler.is_enabled():
            try:
                self.place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                self._file = self.place.open("w", encoding="utf-8")
            except OSError:
                return found
            faulthandler.enable(self._file)
        return found

    def _take(self) -> str:
        try:
            with self.place.open(encoding="utf-8", errors="replace") as file:
                found = file.read(MOST)
            if found:
                self.place.write_text("", encoding="utf-8")
        except OSError:
            return ""
        return found

    def end(self) -> None:
        """Listen no more: what breaks while everything is taken down harms nobody."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None
