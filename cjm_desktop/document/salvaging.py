"""Recovering what can be read of a damaged map into a new one, with a list of what could not."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import NamedTuple

from cjm_desktop.journey import ledger
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.storage.mending import Mender
from cjm_desktop.storage.salvage import Remains, read_remains


class Salvaged(NamedTuple):
    """What was recovered."""

    journey: Journey
    """A map of its own that keeps every rule, for `Document.create(journey, home, edited=True)`."""
    lost: tuple[Problem, ...]
    """What could not be, each as one sentence; empty: the map is all there."""
    read: int
    """Records that were read; what was made anew to hold them together is not among them."""
    complete: bool
    """No record and no part of one is known to be lost."""

    @property
    def told(self) -> Problem:
        """How much was read, as one sentence."""
        return Problem("storage.read_all" if self.complete else "storage.read_some", n=self.read)

    def losses(self, language: str) -> list[str]:
        """What could not be recovered, a line each; what would be said again is counted."""
        said = Counter(one.sentence(language) for one in self.lost)
        return [
            text if times == 1 else f"{text.removesuffix('.')} × {times}."
            for text, times in said.items()
        ]


def salvage(path: Path) -> Salvaged:
    """Recover what can be read of a damaged file, or of a working copy that was set aside.

    The file itself is only read. Undo and versions are not brought along: they are told of in
    `lost`. Takes up to a second for each megabyte, so a window lets a thread do it.

    Args:
        path: of the file; of a copy that was set aside it is `Copy.database`.

    Raises:
        FileProblem: it cannot be read at all, or holds nothing of a map.
    """
    remains = read_remains(path)
    mender = Mender(remains.rows)
    journey = mender.mend()
    notes = remains.rows["meta"].values()
    journey.ledger = ledger.read({str(row["key"]): row.get("value") for row in notes})
    known = (*remains.lost, *mender.lost)
    lost = (*known, *_untold(remains, mender))
    return Salvaged(journey, lost, len(journey) - mender.made, complete=not known)


def _untold(remains: Remains, mender: Mender) -> list[Problem]:
    """What is lost beside the records themselves."""
    found = []
    if not (remains.sealed or remains.lost or mender.lost):
        found.append(Problem("storage.lost.changed"))
    steps, versions = len(remains.rows["history"]), len(remains.rows["version"])
    if steps:
        found.append(Problem("storage.lost.history", n=steps))
    if versions:
        found.append(Problem("storage.lost.versions", n=versions))
    return found
