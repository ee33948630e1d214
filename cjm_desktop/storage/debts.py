"""What the system was given of a working copy, and the disk itself may not have yet."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from cjm_desktop.storage.problems import problem_of
from cjm_desktop.storage.snapshot import sync


class Debts:
    """The files and folders that are to be synced (see `Pace`).

    Args:
        place: of the database.
    """

    def __init__(self, place: Path) -> None:
        self._place = place
        self._owed: dict[Path, None] = {}
        self._taken: list[tuple[Path, ...]] = []
        """What jobs are about to bring that have not ended yet."""
        self._handle = -1
        self.log = Path(f"{place}-wal")
        """The write-ahead log. It may be synced by its name: SQLite holds no locks on it."""

    def __bool__(self) -> bool:
        return bool(self._owed)

    def owe(self, *files: Path) -> None:
        """Nobody has waited for these."""
        self._owed |= dict.fromkeys(files)

    def owe_all(self) -> None:
        """Nothing of the database is on the disk yet.

        The handle of it stays open as long as it: closing it would drop SQLite's locks.

        Raises:
            FileProblem: the disk refuses.
        """
        try:
            self._handle = os.open(self._place, os.O_RDWR)
        except OSError as error:
            raise problem_of(error, self._place) or error from error
        self.owe(self._place, self.log)

    def take(self, *, everything: bool = False) -> tuple[Path, ...]:
        """What is to be brought now, the log with it; whatever comes after that is owed anew.

        Args:
            everything: also what jobs before this one have not brought yet.
        """
        before = [one for taken in self._taken for one in taken] if everything else []
        taken = tuple({**self._owed, **dict.fromkeys(before), self.log: None})
        self._owed = {}
        self._taken.append(taken)
        return taken

    def brought(self, taken: tuple[Path, ...]) -> None:
        """The job that has taken these has ended."""
        if taken in self._taken:
            self._taken.remove(taken)

    def bring(self, taken: Iterable[Path]) -> None:
        """Bring what was taken to the disk itself; in any thread.

        Raises:
            OSError: the disk refuses; what it was given may be lost.
        """
        for one in taken:
            if one != self._place:
                sync(one)
            elif self._handle >= 0:  # else it was closed meanwhile, and SQLite has seen to it
                os.fsync(self._handle)

    def close(self) -> None:
        """The database is closed."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1
