"""Where an open map's records are kept: the working copy on disk, or memory if there is no room."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from cjm_desktop.document.copies import CopyFolder
from cjm_desktop.journey.journey import Journey
from cjm_desktop.storage.codec import Value
from cjm_desktop.storage.contents import Contents, HistoryStep, now
from cjm_desktop.storage.history import History
from cjm_desktop.storage.problems import FileFull, FileProblem, ReadOnly, Unreadable
from cjm_desktop.storage.workcopy import WorkCopy, read_snapshot, write_snapshot

T = TypeVar("T")
_NO_ROOM = (FileFull, ReadOnly, Unreadable)


class Keeper:
    """The working copy of one document, made when it is first needed.

    Args:
        folder: of the working copy, held; None: there was no room for one.
        contents: what was opened or made.
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
        self.at_risk: FileProblem | None = None
        """Why the work is only in memory, if it is."""
        self._contents = contents
        self._local = local
        self._opened: Journey | None = contents.journey.fork() if copy is None else None
        self._history = History(copy, contents.steps) if copy else None

    @property
    def built(self) -> bool:
        """Whether there is a working copy yet."""
        return self._history is not None

    @property
    def history(self) -> History:
        """The history of the working copy, which is made if it is not there yet."""
        self.prepare()
        assert self._history is not None  # noqa: S101 - just made
        return self._history

    def _build(self) -> WorkCopy:
        if self.folder is not None:
            try:
                copy = WorkCopy.create(self.folder.database, self._contents, self._local)
                write_snapshot(copy.snapshot(), self.folder.opened)
                self.folder.describe(built=True)
            except _NO_ROOM as problem:
                self.at_risk = problem
            except OSError as error:
                self.at_risk = Unreadable("storage.unreadable", file=str(error.filename))
            else:
                return copy
        return WorkCopy.create(None, self._contents, self._local)

    @property
    def copy(self) -> WorkCopy:
        """The working copy, which is made if it is not there yet."""
        return self.history.copy

    def keep(self, action: Callable[[History], T]) -> T:
        """Do something with the history; where the disk has no room, go on in memory.

        Raises:
            FileProblem: it cannot be done there either; nothing was changed.
        """
        history = self.history
        try:
            return action(history)
        except _NO_ROOM as problem:
            if history.copy.place is None:
                raise
            self._go_to_memory(history, problem)
            return action(self.history)

    def _go_to_memory(self, history: History, problem: FileProblem) -> None:
        """Take the working copy into memory; what is on disk stays as it was."""
        copy = history.copy.in_memory()
        self._history = History(copy, history.steps)
        self.at_risk = problem

    def opened(self) -> Journey:
        """The map as it was when it was opened.

        Raises:
            FileProblem: it cannot be read any more.
        """
        if self._opened is None:
            assert self.folder is not None  # noqa: S101 - a recovered copy has one
            self._opened = read_snapshot(self.folder.opened).journey
        return self._opened

    @property
    def revision(self) -> int:
        """Counts the edits."""
        return self._history.copy.revision if self._history else 0

    @property
    def steps(self) -> tuple[HistoryStep, ...]:
        """All steps of the history, oldest first."""
        return self._history.steps if self._history else self._contents.steps

    def prepare(self) -> None:
        """Make the working copy, if it is not there yet."""
        if self._history is None:
            self._history = History(self._build(), self._contents.steps)
            self._contents.rows.clear()  # they are in the working copy now

    def close(self, *, keep: bool) -> None:
        """Close the working copy.

        Args:
            keep: it holds what no file has, so it stays for the next start.
        """
        if keep:
            self.prepare()
        if self._history is not None:
            self._history.copy.close()
        if self.folder is None:
            return
        if keep:
            self.folder.forget_attempts()
            self.folder.release()
        else:
            self.folder.remove()

    def discard(self, bin_folder: Path, title: str) -> None:
        """Close the working copy and move it to the recently discarded."""
        self.copy.close()
        if self.folder is not None:
            self.folder.describe(title=title, when=now())
            self.folder.move(bin_folder / self.folder.folder.name)
