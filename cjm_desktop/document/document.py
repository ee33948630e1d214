"""A map that is open: one way in for every change, and everyone who watches told of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from cjm_desktop.document.copies import Copy
from cjm_desktop.document.home import Home
from cjm_desktop.document.keeping import Keeper
from cjm_desktop.document.saving import PublishJob, Saver
from cjm_desktop.document.watching import Cause, Change, Watchers
from cjm_desktop.journey import rules
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.storage.changes import Changes
from cjm_desktop.storage.codec import Value
from cjm_desktop.storage.contents import HistoryStep
from cjm_desktop.storage.history import Edit
from cjm_desktop.storage.problems import FileProblem


class Document:
    """One open map. Made by `create`, `open` or `recover`.

    Everything happens in one thread, except `PublishJob.run`.
    """

    def __init__(
        self, home: Home, journey: Journey, keeper: Keeper, saver: Saver, meta: dict[str, Value]
    ) -> None:
        self.home = home
        self.journey = journey
        """All records; the same object for the document's whole life."""
        self._keeper = keeper
        self._saver = saver
        self._watchers = Watchers()
        self._editing = False
        self._view = str(meta.get("view_state") or "{}")
        self._view_noted = True
        self._document_id = str(meta["document_id"])
        self._made_elsewhere = meta.get("saved_by") not in (None, home.id)

    @classmethod
    def create(cls, journey: Journey, home: Home, *, edited: bool = False) -> Document:
        """A new map that has no file yet.

        Args:
            journey: all its records.
            home: the application's folder.
            edited: there is work in it already, so closing it without saving must ask.
        """
        from cjm_desktop.document import opening

        return opening.create(journey, home, edited=edited)

    @classmethod
    def open(cls, path: Path, home: Home) -> Document:
        """Open a map's file.

        Raises:
            FileProblem: it cannot be opened; the sentence says why.
        """
        from cjm_desktop.document import opening

        return opening.open_file(path, home)

    @classmethod
    def recoverable(cls, home: Home) -> tuple[Copy, ...]:
        """Working copies with edits that no file has, left behind when a program ended."""
        from cjm_desktop.document import opening

        return opening.recoverable(home)

    @classmethod
    def recover(cls, copy: Copy, home: Home) -> Document:
        """Open a working copy again, with its undo.

        Raises:
            FileProblem: it cannot be opened; it was set aside.
        """
        from cjm_desktop.document import opening

        return opening.recover(copy, home)

    # What it is

    @property
    def language(self) -> str:
        """The language of the map."""
        return self.journey.document.language

    @property
    def path(self) -> Path | None:
        """The user's file, as it was named; links are followed when it is written."""
        return self._saver.saved.path

    @property
    def at_risk(self) -> FileProblem | None:
        """Why edits are only in memory, when the disk has no room for the working copy."""
        return self._keeper.at_risk

    def prepare(self) -> None:
        """Make the working copy now, in an idle moment, rather than with the first edit."""
        self._keeper.prepare()

    def settled(self) -> None:
        """The map is shown and well: the next start may open its working copy again by itself."""
        if self._keeper.folder is not None:
            self._keeper.folder.forget_attempts()

    # Changing it

    @contextmanager
    def edit(self, key: str, merge: str | None = None, **values: Any) -> Iterator[Draft]:
        """Change the map: one edit, one transaction on disk, one step of undo.

        Args:
            key: of the step's name in `resources/words`.
            merge: consecutive edits with the same key here become one step.
            values: what to fill into the name.

        Raises:
            Problem: a rule or the disk refuses; nothing has changed.
        """
        self._check_may_change()
        draft = Draft(self.journey)
        self._editing = True
        try:
            yield draft
            rules.check(draft)
            change = self._record(Edit(key, values, draft.changed(), draft.dropped(), merge))
        finally:
            self._editing = False
        self._tell(change)

    def _check_may_change(self) -> None:
        if self._editing or self._watchers.telling:
            raise RuntimeError("a watcher or another edit may not change the map")

    def _record(self, edit: Edit, cause: Cause = "edit") -> Change | None:
        notes: dict[str, Any] = {} if self._view_noted else {"view_state": self._view}
        changes = self._keeper.keep(lambda history: history.record(edit, self.journey, notes))
        self._view_noted = True
        return self._absorb(changes, cause) if changes else None

    def _absorb(self, changes: Changes, cause: Cause) -> Change:
        """Bring the records in memory up to date with what is on disk."""
        for record in changes.dropped:
            self.journey.drop(record.id)
        for record in changes.put:
            self.journey.put(record)
        return Change(changes.put, changes.dropped, cause)

    def _tell(self, change: Change | None) -> None:
        if change is not None:
            self._watchers.tell(change)

    def watch(self, watcher: Callable[[Change], None]) -> Callable[[], None]:
        """Tell `watcher` of every change from now on; call the result to stop."""
        return self._watchers.add(watcher)

    # Taking it back

    def history(self) -> tuple[HistoryStep, ...]:
        """All steps, oldest first; those that are undone are the last ones."""
        return self._keeper.steps

    @property
    def undo_step(self) -> HistoryStep | None:
        """The step that undo would take back."""
        return next((step for step in reversed(self._keeper.steps) if not step.undone), None)

    @property
    def redo_step(self) -> HistoryStep | None:
        """The step that redo would make again."""
        return next((step for step in self._keeper.steps if step.undone), None)

    def undo(self) -> Change | None:
        """Take the last step back; None where there is none.

        Raises:
            Problem: it does not fit the map, or the disk refuses; nothing has changed.
        """
        return self._move(self._done() - 1, "undo")

    def redo(self) -> Change | None:
        """Make the step again that was taken back last; None where there is none.

        Raises:
            Problem: as for `undo`.
        """
        return self._move(self._done() + 1, "redo")

    def go_to(self, number: int) -> Change | None:
        """Take back or make again all steps until `number` is the last one done; 0: none is.

        Raises:
            Problem: as for `undo`; nothing has changed.
        """
        done = sum(step.number <= number for step in self._keeper.steps)
        return self._move(done, "undo" if done < self._done() else "redo")

    def _done(self) -> int:
        return sum(not step.undone for step in self._keeper.steps)

    def _move(self, done: int, cause: Cause) -> Change | None:
        self._check_may_change()
        if not 0 <= done <= len(self._keeper.steps) or done == self._done():
            return None
        changes = self._keeper.keep(
            lambda history: history.move(done, self.journey, self._check_changes)
        )
        change = self._absorb(changes, cause)
        self._tell(change)
        return change

    def _check_changes(self, changes: Changes) -> None:
        """What comes out of a history must keep the rules like any other edit."""
        draft = Draft(self.journey)
        for record in changes.dropped:
            draft.drop(record.id)
        for record in changes.put:
            draft.put(record)
        rules.check(draft)

    def revert(self) -> Change | None:
        """Back to how it was opened, as one more step that can be taken back.

        Raises:
            Problem: the disk refuses; nothing has changed.
        """
        self._check_may_change()
        opened = self._keeper.opened()
        put = tuple(record for record in opened if self.journey.find(record.id) != record)
        dropped = tuple(record for record in self.journey if record.id not in opened)
        change = self._record(Edit("step.revert", {}, put, dropped), "revert")
        self._tell(change)
        return change

    # Saving it

    @property
    def unpublished(self) -> bool:
        """Whether there are edits that are not in the user's file."""
        return self._saver.unpublished

    @property
    def saved_at(self) -> datetime | None:
        """When the user's file was last written, as far as we know."""
        return self._saver.saved.at

    @property
    def automatic(self) -> bool:
        """Whether to save as one goes."""
        answer = self.home.saves_by_itself(self._document_id)
        return not self._made_elsewhere if answer is None else answer

    @automatic.setter
    def automatic(self, value: bool) -> None:
        self.home.remember_saving(self._document_id, by_itself=value)

    @property
    def asks_how_to_save(self) -> bool:
        """The file was made on another computer and nobody has said yet how to save it."""
        return self._made_elsewhere and self.home.saves_by_itself(self._document_id) is None

    @property
    def view_state(self) -> dict[str, Any]:
        """Where the user was looking; kept in the file, no step of the history."""
        found = json.loads(self._view)
        return found if isinstance(found, dict) else {}

    @view_state.setter
    def view_state(self, value: dict[str, Any]) -> None:
        self._view = json.dumps(value)
        self._view_noted = False

    def publish_job(self, path: Path | None = None, thumbnail: bytes | None = None) -> PublishJob:
        """Begin to save: call `run()` of the result in any thread, then `finish()` in this one.

        Args:
            path: a file to take the place of, whatever is there; None: the document's own, if
                it is still as it was.
            thumbnail: a small picture for the first page; None: as it was.

        Raises:
            NoPath: there is no file yet.
            AlreadyOpen: another window has that file open.
            FileProblem: the disk refuses.
        """
        target = path.absolute() if path else None
        if target is not None and not self._saver.is_own(target):
            self.home.check_not_open(target)
        notes: dict[str, Value] = {"view_state": self._view}
        if thumbnail is not None:
            notes["thumbnail"] = thumbnail
        return self._saver.job(target, notes)

    def publish(self, thumbnail: bytes | None = None) -> None:
        """Save to the document's own file, now.

        Raises:
            NoPath: there is none yet.
            FileProblem: it could not be saved; the file is as it was.
        """
        job = self.publish_job(thumbnail=thumbnail)
        job.run()
        job.finish()

    def save_as(self, path: Path, thumbnail: bytes | None = None) -> None:
        """Save to another file, which is the document's own from then on.

        Raises:
            FileProblem: it could not be saved.
        """
        job = self.publish_job(path, thumbnail)
        job.run()
        job.finish()

    def share_copy(self, path: Path) -> None:
        """Write a copy without history, versions and anything that was deleted.

        Raises:
            FileProblem: it could not be written.
        """
        self._saver.share(path.absolute())

    def close(self) -> None:
        """Close it. Edits that are in no file stay in the working copy for the next start."""
        self._keeper.close(keep=self.unpublished)

    def discard(self) -> None:
        """Close it and put its working copy, if it has edits, among the recently discarded."""
        if not self.unpublished:
            self._keeper.close(keep=False)
            return
        self._keeper.discard(self.home.folder / "discarded", title=self.journey.document.title)
