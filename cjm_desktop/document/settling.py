"""Bringing to the disk itself what the system was given, where nobody waits for a slow disk."""

from __future__ import annotations

import errno
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from cjm_desktop.document.copies import CopyFolder
from cjm_desktop.storage.contents import now
from cjm_desktop.storage.debts import Debts
from cjm_desktop.storage.problems import FileProblem, problem_of
from cjm_desktop.storage.workcopy import WorkCopy

if TYPE_CHECKING:
    from cjm_desktop.document.keeping import Keeper


class SettleJob:
    """Syncs what a working copy owes: `run` in any thread, then `finish` in the main one.

    Args:
        copy: the working copy.
        debts: what it owes; they are taken now.
        everything: also what other jobs are at.
        finished: told of the outcome.
    """

    def __init__(
        self,
        copy: WorkCopy,
        debts: Debts,
        finished: Callable[[SettleJob], None],
        *,
        everything: bool = False,
    ) -> None:
        self.copy = copy
        self._debts = debts
        self._taken = debts.take(everything=everything)
        self._finished = finished
        self.problem: FileProblem | None = None
        """Why the disk does not have it."""
        self.unforeseen: Exception | None = None
        """An error that is no answer of a disk; who finishes the job is to report it."""
        self.ran = False
        """It has its answer, whether anybody has heard it or not."""
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
        self.ran = True

    def finish(self) -> None:
        """Take note of the outcome; where the disk refuses, the work goes on in memory."""
        self._debts.brought(self._taken)
        self._finished(self)


class DiscardJob:
    """Puts a map among the recently discarded: `run` in any thread, then `finish` in the main one.

    Nobody may change the map in between.

    Args:
        keeper: of its working copy, which is on the disk.
        folder: of the working copy.
        bin_folder: where to put that.
        title: of the map.
    """

    def __init__(self, keeper: Keeper, folder: CopyFolder, bin_folder: Path, title: str) -> None:
        self._keeper = keeper
        self._folder = folder
        self._bin = bin_folder
        self._title = title
        self._settling = keeper.settle_job(always=True, everything=True)
        self._problem: FileProblem | None = None

    @property
    def unforeseen(self) -> Exception | None:
        """An error that is no answer of a disk (see `SettleJob`)."""
        return self._settling.unforeseen if self._settling is not None else None

    def run(self) -> None:
        """Wait for the disk. What goes wrong is raised by `finish`."""
        if self._settling is not None:
            self._settling.run()
        try:
            self._folder.describe(title=self._title, when=now())
        except OSError as error:
            self._problem = problem_of(error, self._folder.folder)

    def finish(self) -> None:
        """Close the working copy and put it there.

        Raises:
            FileProblem: the disk refuses; the map is open as before.
        """
        if self._settling is not None:
            self._settling.finish()
        self._keeper.hear()
        # What could not be synced is in memory now: it is written anew, or stays open.
        self._keeper.return_to_disk()
        if self._problem is not None:
            raise self._problem
        self._keeper.leave(self._bin)
