"""Backups outside the user's file: its last published states, each verified."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cjm_desktop.document.copies import read_json, write_json
from cjm_desktop.replacing import real_path
from cjm_desktop.storage.problems import Unreadable, problem_of
from cjm_desktop.storage.reader import digest_of
from cjm_desktop.storage.snapshot import sync

KEPT = 10
"""How many states of a file are kept."""
APART = timedelta(minutes=10)
"""States closer than this replace each other, or ten automatic saves would be half a minute."""
_STAMP = "%Y%m%dT%H%M%S%f%z"
_STAMPED = re.compile(r"\d{8}T\d{12}\+0000 .*")


def backups_of(folder: Path, path: Path) -> tuple[Path, ...]:
    """The backups of a user's file, oldest first.

    Args:
        folder: that holds the backups of all documents.
        path: of the user's file, which need not be readable any more.
    """
    real = real_path(path)
    places = {one: Path(str(read_json(one / "where.json").get("path"))) for one in folder.iterdir()}
    own = [one for one, place in places.items() if place == real]
    names = {_document_of(one) for one in own}
    for one, place in places.items():
        if one not in own and _document_of(one) in names and _has_moved(place, real):
            own.append(one)
    return tuple(_in_order(state for one in own for state in _states(one))[-KEPT:])


def _document_of(folder: Path) -> str:
    return folder.name.partition("-")[0]


def _has_moved(place: Path, real: Path) -> bool:
    """Whether a document's earlier file is the one that has another place or name now."""
    # On a stick that was pulled out it is still there.
    return not place.exists() and (place.name == real.name or place.parent.is_dir())


def _states(folder: Path) -> list[Path]:
    return [one for one in folder.glob("*.cjm") if _STAMPED.fullmatch(one.name)]


def _in_order(states: Iterable[Path]) -> list[Path]:
    """Oldest first. What says that it comes from the future was made before the clock was right."""
    moment = datetime.now(UTC)
    return sorted(states, key=lambda one: (stamp(one) <= moment, one.name))


class Backups:
    """The backups of one document, which may have been saved to several files.

    Args:
        folder: that holds the backups of all documents.
        document_id: names the document.
    """

    def __init__(self, folder: Path, document_id: str) -> None:
        self._all = folder
        self._document_id = document_id
        self._added: dict[Path, list[Path]] = {}
        """What was kept of each file since the document was opened; the first of it stays."""

    def _folder_of(self, file: Path) -> Path:
        """Where the states of a file go; made, with a note of which file it is, to find them when
        that can no longer be read."""
        said = {"path": str(real_path(file))}
        for one in self._all.glob(f"{self._document_id}*"):
            if _document_of(one) == self._document_id and read_json(one / "where.json") == said:
                return one
        mark = hashlib.sha256(os.fsencode(said["path"])).hexdigest()[:12]
        folder = self._all / f"{self._document_id}-{mark}"
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_json(folder / "where.json", said)
        return folder

    def keep(self, file: Path, *, durable: bool = True) -> Path:
        """Put a verified copy of a file away, for good until ten others came after it.

        Args:
            file: of the user.
            durable: it may be the only one in a moment, so its name is to outlive a power cut.

        Raises:
            FileProblem: the disk refuses.
        """
        try:
            folder = self._folder_of(file)
            moment = datetime.now(UTC).strftime(_STAMP)
            kept = folder / f"{moment} {file.stem[:40]}.cjm"
            _copy(file, kept)
            if durable:
                sync(folder)
                sync(folder.parent)
        except OSError as error:
            raise problem_of(error, file.name) or error from error
        for old in _in_order(_states(folder))[:-KEPT]:
            old.unlink(missing_ok=True)
        return kept

    def add(self, file: Path) -> None:
        """Keep a state that was just published; one of a moment ago goes.

        Raises:
            FileProblem: the disk refuses.
        """
        kept = self.keep(file, durable=False)
        added = self._added.setdefault(kept.parent, [])
        added.append(kept)
        if len(added) > 2 and stamp(added[-2]) - stamp(added[-3]) < APART:
            added.pop(-2).unlink(missing_ok=True)


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
