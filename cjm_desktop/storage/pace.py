"""How quick the disk below our own folder is: where it is slow, no window waits for it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cjm_desktop.storage.problems import FileProblem
from cjm_desktop.storage.snapshot import write_snapshot

SLOW = 0.1
"""Seconds for one sync from which on a window would be seen to stand still."""
QUICK_AGAIN = 20
"""So many quick syncs in a row, and the disk is taken for a quick one again."""
_PROBES = 2


class Pace:
    """What is known of a disk.

    A commit waits for the disk, as long as that takes. Only who promises to run the jobs that
    `Document.settle_job` gives need not: there a commit is handed to the system, which keeps it
    whatever becomes of the program, and brought to the disk in a thread. Until it is known how
    quick the disk is, it is taken for slow.
    """

    def __init__(self) -> None:
        self.waits = True
        """Each commit waits for the disk, however slow it is."""
        self.known = False
        self._slow = False
        self._late = 0
        self._quick = 0

    @property
    def lazy(self) -> bool:
        """Commits are brought to the disk in a thread."""
        return not self.waits and (self._slow or not self.known)

    @property
    def slow(self) -> bool:
        """The disk was seen to be slow."""
        return self.lazy and self.known

    @property
    def quick(self) -> bool:
        """The disk is known, and nobody is kept waiting by it."""
        return self.known and not self.slow

    def note(self, seconds: float) -> None:
        """Hear how long a sync took: one late sync may be chance, two in a row are not."""
        late = seconds >= SLOW
        self._late = self._late + 1 if late else 0
        self._quick = 0 if late else self._quick + 1
        if self._late >= _PROBES:
            self._slow = True
        elif self._quick >= QUICK_AGAIN:
            self._slow = False

    @contextmanager
    def measured(self) -> Iterator[None]:
        """Measure a commit that waits for the disk."""
        begun = time.perf_counter()
        yield
        if not self.lazy:
            self.note(time.perf_counter() - begun)

    def learn(self, seconds: list[float]) -> None:
        """Hear what probing gave."""
        for one in seconds:
            self.note(one)
        self.known = True


def probe(folder: Path) -> list[float]:
    """How long a disk takes for a sync; in any thread, for that is how long this takes.

    Args:
        folder: to write a small file into; where that is refused nothing is learned.
    """
    place, found = folder / "probe", []
    try:
        for _ in range(_PROBES):
            begun = time.perf_counter()
            write_snapshot(bytes(512), place)
            found.append(time.perf_counter() - begun)
    except (OSError, FileProblem):
        return []
    finally:
        with suppress(OSError):
            place.unlink(missing_ok=True)
    return found
