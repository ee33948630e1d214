"""Where an open map's records are kept: the working copy on disk, or memory if there is no room."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from cjm_desktop.document.copies import CopyFolder
from cjm_desktop.document.rewriting import rewritten
from cjm_desktop.document.settling import DiscardJob, SettleJob
from cjm_desktop.journey.journey import Journey
from cjm_desktop.storage.codec import Value
from cjm_desktop.storage.contents import Contents, select
from cjm_desktop.storage.history import History
from cjm_desktop.storage.pace import Pace
from cjm_desktop.storage.past import Past
from cjm_desktop.storage.problems import (
    Damaged,
    FileFull,
    FileProblem,
    Locked,
    Missing,
    NotAMap,
    ReadOnly,
    Unreadable,
    problem_of,
)
from cjm_desktop.storage.snapshot import write_snapshot
from cjm_desktop.storage.soundness import read_snapshot
from cjm_desktop.storage.steps import Steps
from cjm_desktop.storage.workcopy import WorkCopy

T = TypeVar("T")
_DISK = (FileFull, ReadOnly, Unreadable, Damaged, NotAMap, Locked, Missing)
"""What a disk may do to a working copy; the work goes on in memory then."""


class Keeper:
    """The working copy of one document, made when it is first needed.

    Args:
        folder: of the working copy, held; None: there was no room for one.
        contents: what was opened or made; its journey is the document's own.
        local: what a new working copy notes of the user's file.
        copy: the working copy, where it is there already.
    """

    def __init__(
        self,
        folder: CopyFolder | None,
        contents: Contents,
        local: Mapping[str, Value],
        copy: WorkCopy | None = None,
    ) -> None:
        self.folder = folder
        self.make_folder: Callable[[], CopyFolder] | None = None
        """Makes another folder, where there was no room for the first one."""
        self.pace = Pace()
        """Of the disk with the working copy."""
        self.watchers: list[Callable[[], None]] = []
        """Told when the work goes on in memory, and when it is on the disk again."""
        self._settling: SettleJob | None = None
        self._saving: list[SettleJob] = []
        """Those that a save has begun with."""
        self._closed = False
        self._owes_beside = False
        """Somebody may owe what outlives the working copy."""
        self._at_risk: FileProblem | None = None
        self._contents = contents
        self._local = local
        self._opened: Journey | None = contents.journey.fork() if copy is None else None
        self.steps = Steps(contents.steps)
        """What was done so far."""
        self._history = History(copy, self.steps) if copy else None

    @property
    def at_risk(self) -> FileProblem | None:
        """Why the work is only in memory, if it is."""
        return self._at_risk

    @at_risk.setter
    def at_risk(self, problem: FileProblem | None) -> None:
        told = (self._at_risk is None) != (problem is None)
        self._at_risk = problem
        for watcher in self.watchers if told else ():
            watcher()

    # The working copy

    @property
    def history(self) -> History:
        """The history of the working copy, which is made if it is not there yet."""
        if self._history is None:
            self._history = History(self._build(), self.steps)
            self._contents.rows.clear()  # they are in the working copy now
        return self._history

    @property
    def copy(self) -> WorkCopy:
        """The working copy, which is made if it is not there yet."""
        return self.history.copy

    @property
    def built(self) -> bool:
        """Whether there is a working copy yet."""
        return self._history is not None

    @property
    def revision(self) -> int:
        """Counts the edits."""
        return self._history.copy.revision if self._history else 0

    def _build(self) -> WorkCopy:
        if self.folder is not None:
            try:
                copy = WorkCopy.create(self.folder.database, self._contents, self._local, self.pace)
                durable = not copy.debts
                write_snapshot(copy.snapshot(), self.folder.opened, durable=durable)
                self.folder.complete(durable=durable)
                if copy.debts:
                    copy.debts.owe(*self.folder.owed)
            except _DISK as problem:
                self.at_risk = problem
            except OSError as error:
                self.at_risk = problem_of(error, self.folder.folder)
            else:
                return copy
        return WorkCopy.create(None, self._contents, self._local)

    def past(self) -> Past:
        """The map with all its steps as they are now, for whoever looks at them in peace."""
        if self._history is None:
            rows = self._contents.rows["history"]
        else:
            rows = self._history.copy.connection.execute(select("history")).fetchall()
        journey = Journey.of({record.id: record for record in self._contents.journey})
        return Past(journey, rows, self.steps.done)

    def opened(self) -> Journey:
        """The map as it was when it was opened.

        Raises:
            FileProblem: it cannot be read any more.
        """
        if self._opened is None:
            try:
                if self.folder is None:
                    raise Missing("storage.opened_lost")
                self._opened = read_snapshot(self.folder.opened).journey
            except FileProblem as problem:
                raise Missing("storage.opened_lost") from problem
        return self._opened

    # Writing

    def keep(self, action: Callable[[History], T]) -> T:
        """Do something with the history; where the disk refuses, go on in memory.

        Raises:
            Problem: it cannot be done there either; nothing was changed.
        """
        history = self.history
        try:
            return action(history)
        except _DISK as problem:
            if history.copy.place is None:
                raise
            self._go_to_memory(history, problem)
            return action(self.history)

    def remember(
        self,
        local: Mapping[str, Value],
        meta: Mapping[str, Value] | None = None,
        *,
        durable: bool = True,
    ) -> None:
        """Note something beside the map; this is no edit."""
        self.keep(lambda history: history.copy.remember(local, meta, durable=durable))

    def tidy(self) -> None:
        """Make the next edit quick, in an idle moment."""
        self.keep(lambda history: history.copy.tidy())

    @property
    def settled(self) -> bool:
        """Whether the disk itself has every edit."""
        # What a save has brought first is there, however long its own disk takes for the rest.
        saving = any(not one.ran or one.problem for one in self._saving)
        begun = self._settling is not None or saving
        return not begun and not (self._history and self._history.copy.debts)

    def owe(self, *files: Path) -> None:
        """Nobody has waited for these files of ours: they are synced with the working copy."""
        debts = self.copy.debts
        if debts is not None:
            self._owes_beside = True
            debts.owe(*files)

    @property
    def lazy(self) -> bool:
        """What is written beside the map need not wait for the disk: somebody will bring it."""
        return self.pace.lazy and not self._closed

    def settle_job(self, *, always: bool = False, everything: bool = False) -> SettleJob | None:
        """What brings to the disk what it does not have yet; None: it has all, or one is under way.

        Args:
            always: also what need not outlive a power cut, and beside one that is under way.
            everything: also what those that are under way have not brought yet.
        """
        copy = self._history.copy if self._history else None
        if copy is None or copy.debts is None or self._closed:
            return None
        if not always and (self._settling is not None or not copy.debts):
            return None
        job = SettleJob(copy, copy.debts, self._job_settled, everything=everything)
        if always:
            self._saving.append(job)
        else:
            self._settling = job
        return job

    def _job_settled(self, job: SettleJob) -> None:
        if job is self._settling:
            self._settling = None
        elif job in self._saving:
            self._saving.remove(job)
        else:
            return  # it was heard before
        history = self._history
        if self._closed or history is None or history.copy is not job.copy:
            return
        if job.problem is not None:
            # What a disk has failed to sync once it may never sync, whatever it says later.
            self._go_to_memory(history, job.problem)
        else:
            self.pace.note(job.seconds)

    def hear(self) -> None:
        """Take note of jobs that have run and of which nobody has heard yet."""
        for job in (self._settling, *self._saving):
            if job is not None and job.ran:
                job.finish()

    def distrust(self, problem: FileProblem) -> None:
        """Go on in memory: the disk has failed to sync what is there."""
        self._go_to_memory(self.history, problem)

    def _go_to_memory(self, history: History, problem: FileProblem) -> None:
        """Take the working copy into memory; what is on disk stays as it was."""
        try:
            copy = history.copy.in_memory()
        except FileProblem:
            # Not even reading is left. The records are here; the way to them is not.
            was = self._contents
            contents = Contents(was.journey, was.meta, beyond=was.beyond)
            local = {**self._local, "revision": history.copy.revision}
            copy, self.steps = WorkCopy.create(None, contents, local), Steps()
        history.copy.close()
        self._history = History(copy, self.steps)
        self.at_risk = problem

    def return_to_disk(self) -> None:
        """Where the work is only in memory: try to have it on disk again.

        Raises:
            FileProblem: the disk still refuses; the work goes on in memory.
        """
        if self._history is None or self._history.copy.place is not None:
            return
        if self.folder is not None and not self.folder.folder.is_dir():
            self.folder.release()
            self.folder = None
        if self.folder is None and self.make_folder is not None:
            self.folder = self.make_folder()
        if self.folder is None:
            raise self.at_risk or Missing("storage.missing", file="work.sqlite")
        was = self._opened
        opened = Contents(was, self._contents.meta) if was is not None else None
        copy = rewritten(self.folder, self._history.copy, opened)
        copy.pace = self.pace
        if self.pace.lazy and copy.debts is not None:
            # What the copy that was given up owed of its folder.
            copy.debts.owe(*(one for one in self.folder.owed if one.exists()))
        self._history = History(copy, self.steps)
        self.at_risk = None

    # The end

    def close(self, *, keep: bool) -> None:
        """Close the working copy.

        Args:
            keep: it holds what no file has, so it stays for the next start.

        Raises:
            FileProblem: it is to be kept, but is only in memory and the disk refuses it.
        """
        if keep:
            self.history  # noqa: B018 - made, if it is not there yet
        if keep or self._owes_beside:
            self._settle_now()
        if keep:
            self.return_to_disk()
        self._closed = True
        if self._history is not None:
            self._history.copy.close(kept=keep)
        if self.folder is None:
            return
        if keep:
            self.folder.forget_attempts()
            self.folder.release()
        else:
            self.folder.remove()

    def _settle_now(self) -> None:
        """Wait until the disk has all."""
        self.hear()
        job = None if self.settled else self.settle_job(always=True, everything=True)
        if job is not None:
            job.run()
            job.finish()

    def discard_job(self, bin_folder: Path, title: str) -> DiscardJob:
        """Begin to move the working copy to the recently discarded.

        Raises:
            FileProblem: it is only in memory and the disk refuses it.
        """
        self.history  # noqa: B018
        self.hear()
        self.return_to_disk()
        if self.folder is None:
            raise self.at_risk or Missing("storage.missing", file="work.sqlite")
        return DiscardJob(self, self.folder, bin_folder, title)

    def leave(self, bin_folder: Path) -> None:
        """Close the working copy and put its folder elsewhere."""
        self._closed = True
        self.copy.close()
        if self.folder is not None:
            try:
                self.folder.move(bin_folder / self.folder.folder.name)
            except OSError:
                self.folder.release()  # where it is it is offered at the next start
