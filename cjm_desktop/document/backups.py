"""Backups outside the user's file: its last published states, each verified."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cjm_desktop.document.copies import read_json, write_json
from cjm_desktop.replacing import real_path
from cjm_desktop.storage.problems import Unreadable, problem_of
from cjm_desktop.storage.reader import digest_of
from cjm_desktop.storage.snapshot import sync

KEPT = 10
"""How many states are kept."""
APART = timedelta(minutes=10)
"""States closer than this replace each other, or ten automatic saves would be half a minute."""


def backups_of(folder: Path, path: Path) -> tuple[Path, ...]:
    """The backups of a user's file, oldest first.

    Args:
        folder: that holds the backups of all documents.
        path: of the user's file, which need not be readable any more.
    """
    found: list[Path] = []
    for one in folder.iterdir():
        if read_json(one / "where.json").get("path") == str(real_path(path)):
            found += Backups(one).states()
    return tuple(sorted(found, key=lambda state: state.name))


_STAMP = "%Y%m%dT%H%M%S%f%z"


class Backups:
    """The backups of one document.

    Args:
        folder: their own; made with the first one.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._added: list[Path] = []
        """What was kept since the document was opened; the first of it stays."""

    def note_place(self, path: Path) -> None:
        """Note which file the backups are of, to find them when it can no longer be read."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        place, said = self.folder / "where.json", {"path": str(path)}
        if read_json(place) != said:
            write_json(place, said)

    def states(self) -> tuple[Path, ...]:
        """All backups, oldest first."""
        if not self.folder.is_dir():
            return ()
        return tuple(sorted(self.folder.glob("*.cjm")))

    def keep(self, file: Path, *, durable: bool = True) -> Path:
        """Put a verified copy of a file away, for good until ten others came after it.

        Args:
            file: of the user.
            durable: it may be the only one in a moment, so its name is to outlive a power cut.

        Raises:
            FileProblem: the disk refuses.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            moment = datetime.now(UTC).strftime(_STAMP)
            kept = self.folder / f"{moment} {file.stem[:40]}.cjm"
            _copy(file, kept)
            if durable:
                sync(self.folder)
                sync(self.folder.parent)
        except OSError as error:
            raise problem_of(error, self.folder.name) or error from error
        for old in self.states()[:-KEPT]:
            old.unlink(missing_ok=True)
        return kept

    def add(self, file: Path) -> None:
        """Keep a state that was just published; one of a moment ago goes.

        Raises:
            FileProblem: the disk refuses.
        """
        self._added.append(self.keep(file, durable=False))
        if len(self._added) > 2 and stamp(self._added[-2]) - stamp(self._added[-3]) < APART:
            self._added.pop(-2).unlink(missing_ok=True)


def stamp(backup: Path) -> datetime:
    """When a backup was made, as its name says."""
    return datetime.fromisoformat(backup.name.split(" ", 1)[0])


def _copy(source: Path, target: Path) -> None:
    """Copy a file and make sure that the copy is the same."""
    partial = target.with_suffix(".part")
    try:
        shutil.copyfile(source, partial)
        with partial.open("rb") as file:
            os.fsync(file.fileno())
        if digest_of(partial) != digest_of(source):
            raise Unreadable("storage.unreadable", file=target.name)
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
