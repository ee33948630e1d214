"""The history: every edit is a changeset, written in the same transaction as the edit itself.

Undo applies the inverse of the last step that is done and marks it undone; redo is the mirror. A
new edit after undo drops the undone steps. So the undone steps are always the last ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import apsw

from cjm_desktop.journey.records import Record
from cjm_desktop.storage.changes import Changes, Records, read_changes
from cjm_desktop.storage.codec import Unfit, Value
from cjm_desktop.storage.contents import BY, HistoryStep, now, step_of, write_words
from cjm_desktop.storage.people import user_name
from cjm_desktop.storage.problems import StepFailed
from cjm_desktop.storage.steps import Steps
from cjm_desktop.storage.workcopy import WorkCopy
from cjm_desktop.storage.writing import write_records

Check = Callable[[Changes], None]


@contextmanager
def _fitting(moved: list[HistoryStep], *, undoing: bool) -> Iterator[None]:
    """Say of steps that do not fit the map that they do not; a disk speaks for itself."""
    try:
        yield
    except (apsw.FullError, apsw.IOError):
        raise
    except (apsw.Error, Unfit, UnicodeError) as error:
        number = moved[-1 if undoing else 0].number
        raise StepFailed("storage.step_failed", number=number) from error


@dataclass(frozen=True, slots=True)
class Edit:
    """What a person did: a name for the step, and what it does to the records.

    Args:
        key: of the step's name in `resources/words`, and
        values: what to fill in.
        merge: consecutive edits with the same key here become one step.
    """

    key: str
    values: dict[str, Any]
    put: tuple[Record, ...]
    dropped: tuple[Record, ...]
    merge: str | None = None


class History:
    """The only way to change the records of a working copy.

    Args:
        copy: the working copy.
        steps: what was done in it so far.
    """

    def __init__(self, copy: WorkCopy, steps: Steps) -> None:
        self.copy = copy
        self.steps = steps
        by = user_name()
        self._by = {BY: by} if by else {}
        """Goes with every step: copies that come together again tell whose it was."""
        self._merge: str | None = None

    def record(self, edit: Edit, before: Records, notes: dict[str, Any]) -> Changes | None:
        """Make an edit durable.

        Args:
            edit: what to do.
            before: the records as they are.
            notes: keys of `meta` to write along.

        Returns:
            What changed, or None where the edit changes nothing.

        Raises:
            FileProblem: the disk refuses; nothing was changed.
        """
        if not edit.put and not edit.dropped:
            return None
        with self.copy.transaction():
            changeset = self._write(edit, before)
            changes = read_changes(changeset, before)
            kept, step = self._append(edit, changeset)
            if notes:
                self.copy.note("meta", notes)
        self.steps.put(kept, step)
        self._merge = edit.merge if step else None
        return changes

    def _write(self, edit: Edit, before: Records) -> bytes:
        session = apsw.Session(self.copy.connection, "main")
        try:
            session.attach()
            write_records(self.copy.connection, edit.put, edit.dropped, before)
            return session.changeset()
        finally:
            session.close()

    def _append(self, edit: Edit, changeset: bytes) -> tuple[int, HistoryStep | None]:
        """Write the step; return how many steps stay before it, and it."""
        execute = self.copy.connection.execute
        done, last = self.steps.done, self.steps.undo_step
        if self.steps.redo_step:
            execute("DELETE FROM history WHERE undone = 1")
        number = (last.number if last else 0) + 1
        if last and edit.merge is not None and edit.merge == self._merge:
            number, done = last.number, done - 1
            changeset = apsw.Changeset.concat(self._changeset(number), changeset)
            execute("DELETE FROM history WHERE number = ?", (number,))
            if not changeset:
                return done, None
        row = (number, now(), edit.key, write_words({**edit.values, **self._by}), 0, changeset)
        execute("INSERT INTO history VALUES (?, ?, ?, ?, ?, ?)", row)
        return done, step_of(row)

    def _changeset(self, number: int) -> bytes:
        statement = "SELECT changeset FROM history WHERE number = ?"
        ((found,),) = self.copy.connection.execute(statement, (number,)).fetchall()
        if not isinstance(found, bytes):
            raise Unfit("no changeset")
        return found

    def part(self) -> None:
        """Let the next edit be a step of its own: the last one stands in a file as it is.

        A step that grew after it was saved would be another than the one that copies of the file
        have, and what they come from could not be found.
        """
        self._merge = None

    def move(self, done: int, before: Records, check: Check) -> Changes:
        """Take steps back, or make them again, until the first `done` of them are done.

        Args:
            done: how many steps, counted from the oldest.
            before: the records as they are.
            check: called with the outcome before it is kept; raises to refuse it.

        Raises:
            FileProblem: the disk refuses, or a step does not fit the map; nothing was changed.
        """
        if done > len(self.steps):
            raise StepFailed("storage.history_lost")
        undoing = done < self.steps.done
        moved = self.steps.between(min(done, self.steps.done), max(done, self.steps.done))
        with self.copy.transaction():
            changes = self._apply(moved, before, undoing=undoing)
            check(changes)
            self.copy.connection.executemany(
                "UPDATE history SET undone = ? WHERE number = ?",
                [(int(undoing), step.number) for step in moved],
            )
        self.steps.mark(done)
        self._merge = None
        return changes

    def _apply(self, moved: list[HistoryStep], before: Records, *, undoing: bool) -> Changes:
        """Apply steps. They may come from a hostile file: whatever they are, one sentence.

        Reading them has made sure that each row was what the step says, so they are written like
        any edit. SQLite's own `sqlite3changeset_apply` will not do: it leaves out a whole table
        without a word when one flag of it is wrong.
        """
        with _fitting(moved, undoing=undoing):
            changes = read_changes(_joined(self._changesets(moved), undoing=undoing), before)
            write_records(self.copy.connection, changes.put, changes.dropped, before)
        return changes

    def _changesets(self, moved: list[HistoryStep]) -> list[Value]:
        """What steps that follow each other did, oldest first."""
        if not moved:
            return []
        asked = "SELECT changeset FROM history WHERE number BETWEEN ? AND ? ORDER BY number"
        rows = self.copy.ask(asked, (moved[0].number, moved[-1].number))
        return [changeset for (changeset,) in rows]

    # Looking back

    def between(self, done: int, before: Records) -> Changes:
        """What would change if the first `done` steps were done; nothing is written.

        Args:
            done: how many steps, counted from the oldest.
            before: the records as they are.

        Raises:
            StepFailed: a step does not fit the map.
        """
        return self.trail(done)(before)

    def trail(self, done: int) -> Callable[[Records], Changes]:
        """What says what would change if the first `done` steps were done (see `between`).

        The steps are read from the file now; what they come to is read in any thread.
        """
        undoing = done < self.steps.done
        moved = self.steps.between(min(done, self.steps.done), max(done, self.steps.done))
        changesets = self._changesets(moved)

        def read(before: Records) -> Changes:
            with _fitting(moved, undoing=undoing):
                return read_changes(_joined(changesets, undoing=undoing), before)

        return read

    def size(self, steps: int | None = None) -> int:
        """How many bytes the oldest steps take; None: all of them."""
        return sum(self._lengths()[:steps])

    def _lengths(self) -> list[int]:
        asked = "SELECT length(changeset) FROM history ORDER BY number"
        return [int(str(length)) for (length,) in self.copy.ask(asked)]

    def forget(self, steps: int) -> None:
        """Let the oldest steps go for ever; the newest one that is done stays.

        Args:
            steps: how many, counted from the oldest.

        Raises:
            FileProblem: the disk refuses; nothing was changed.
        """
        steps = min(steps, self.steps.done - 1)
        if steps <= 0:
            return
        first_kept = self.steps[steps].number
        with self.copy.transaction():
            self.copy.connection.execute("DELETE FROM history WHERE number < ?", (first_kept,))
        self.steps.forget(steps)


def _joined(changesets: list[Value], *, undoing: bool) -> bytes:
    """What steps do one after the other, or what takes them back."""
    joined = apsw.ChangesetBuilder()  # type: ignore[no-untyped-call]
    for one in reversed(changesets) if undoing else changesets:
        if not isinstance(one, bytes):
            raise Unfit("no changeset")
        joined.add(apsw.Changeset.invert(one) if undoing else one)
    return joined.output()
