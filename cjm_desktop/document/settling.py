"""Bringing to the disk itself what the system was given, where nobody waits for a slow disk."""

from __future__ import annotations

import errno
import time
from collections.abc import Callable

from cjm_desktop.storage.debts import Debts
from cjm_desktop.storage.problems import FileProblem, problem_of
from cjm_desktop.storage.workcopy import WorkCopy


class SettleJob:
    """Syncs what a working copy owes: `run` in any thread, then `finish` in the main one.

    Args:
        copy: the working copy.
        debts: what it owes; they are taken now.
        finished: told of the outcome.
    """

    def __init__(self, copy: WorkCopy, debts: Debts, finished: Callable[[SettleJob], None]) -> None:
        self.copy = copy
        self._debts = debts
        self._taken = debts.take()
        self._finished = finished
        self.problem: FileProblem | None = None
        """Why the disk does not have it."""
        self.unforeseen: Exception | None = None
        """An error that is no answer of a disk; who finishes the job is to report it."""
        self.seconds = 0.0
        """For one sync."""

    def run(self) -> None:
        """Sync. What goes wrong is told by `problem`."""
        begun = time.perf_counter()
        try:
            self._debts.bring(self._taken)
        except OSError as error:
            self.problem = problem_of(error, self.copy.place)
        except Exception as error:  # noqa: BLE001 - nothing would be settled any more
            self.problem = problem_of(OSError(errno.EIO, str(error)), self.copy.place)
            self.unforeseen = error
        self.seconds = (time.perf_counter() - begun) / len(self._taken)

    def finish(self) -> None:
        """Take note of the outcome; where the disk refuses, the work goes on in memory."""
        self._finished(self)
