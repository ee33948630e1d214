"""A map that can be changed: one way in for every change, and everyone who watches told of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from cjm_desktop.document.keeping import Keeper
from cjm_desktop.document.versions import Versions
from cjm_desktop.document.watching import Cause, Change, Watchers
from cjm_desktop.journey import codes, following, rules
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.storage.changes import Changes
from cjm_desktop.storage.contents import HistoryStep
from cjm_desktop.storage.history import Edit
from cjm_desktop.storage.past import Past


class Ready(NamedTuple):
    """An edit made before it is wanted: it keeps the rules, and role maps have followed it."""

    draft: Draft
    changes: int
    """How often the document had changed by then."""


def _complete(draft: Draft) -> None:
    """Check what was done, and let role maps follow it."""
    rules.check(draft)
    sound = draft.changed()
    if following.follow(draft):
        rules.check(draft, sound)


class Editable:
    """The records of an open map, their history, and those who watch them.

    Args:
        journey: all records; the same object for the document's whole life.
        keeper: of the working copy.
        view: where the user was looking, as JSON.
    """

    def __init__(self, journey: Journey, keeper: Keeper, view: str) -> None:
        self.journey = journey
        self._keeper = keeper
        self.versions = Versions(keeper, journey)
        """The states it went through."""
        self._watchers = Watchers()
        self._editing = False
        self._changes = 0
        self._view = view
        self._view_noted = True

    @contextmanager
    def edit(self, key: str, merge: str | None = None, **values: Any) -> Iterator[Draft]:
        """Change the map: one edit, one transaction on disk, one step of undo.

        Role maps follow what it does to their general map.

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
            _complete(draft)
            edit = Edit(key, values, draft.changed(), draft.dropped(), merge)
            change = self._record(edit, draft.journey)
        finally:
            self._editing = False
        self._tell(change)

    def ready(self, draft: Draft) -> Ready:
        """Do what an edit waits for before it is wanted: nobody writes into the draft afterwards.

        Raises:
            Problem: a rule refuses.
        """
        _complete(draft)
        return Ready(draft, self._changes)

    def keep(self, ready: Ready, key: str, **values: Any) -> bool:
        """Make an edit that is ready (see `edit`); False: the map has changed since."""
        self._check_may_change()
        if ready.changes != self._changes:
            return False
        put, dropped = ready.draft.changed(), ready.draft.dropped()
        self._tell(self._record(Edit(key, values, put, dropped), ready.draft.journey))
        return True

    @property
    def changing(self) -> bool:
        """An edit is being made or told of: no other one can begin before it has ended."""
        return self._editing or self._watchers.telling

    def _check_may_change(self) -> None:
        if self.changing:
            raise RuntimeError("a watcher or another edit may not change the map")

    def _record(self, edit: Edit, after: Journey, cause: Cause = "edit") -> Change | None:
        """Keep an edit, and with it the numbers of the cards that it makes.

        Args:
            edit: what to do.
            after: the records as it leaves them.
            cause: of the change.
        """
        self.versions.before_new_step()
        ledger = codes.numbered(self.journey)
        # What was read again to go back to has a ledger of its own, which may know of nobody.
        fresh = codes.fresh(after, edit.put, ledger)
        notes: dict[str, Any] = {} if self._view_noted else {"view_state": self._view}
        if edit.put or edit.dropped:
            notes |= ledger.pages(fresh)
        changes = self._keeper.keep(lambda history: history.record(edit, self.journey, notes))
        if changes is None:
            return None
        self._view_noted = True
        ledger.give(fresh)
        ledger.noted()
        return self._absorb(changes, cause)

    def _absorb(self, changes: Changes, cause: Cause) -> Change:
        """Bring the records in memory up to date with what is on disk."""
        self._changes += 1
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

    def past(self) -> Past:
        """The map as it is with all its steps, for whoever looks at them in peace."""
        return self._keeper.past()

    # Taking it back

    def history(self) -> tuple[HistoryStep, ...]:
        """All steps, oldest first; those that are undone are the last ones."""
        return self._keeper.steps.all()

    @property
    def step_count(self) -> int:
        """How many steps there are, done and undone."""
        return len(self._keeper.steps)

    @property
    def steps_done(self) -> int:
        """How many of them are done: they are the first ones."""
        return self._keeper.steps.done

    def step_at(self, index: int) -> HistoryStep:
        """One step, counted from the oldest, without a copy of the others."""
        return self._keeper.steps[index]

    @property
    def undo_step(self) -> HistoryStep | None:
        """The step that undo would take back."""
        return self._keeper.steps.undo_step

    @property
    def redo_step(self) -> HistoryStep | None:
        """The step that redo would make again."""
        return self._keeper.steps.redo_step

    def undo(self) -> Change | None:
        """Take the last step back; None where there is none.

        Raises:
            Problem: it does not fit the map, or the disk refuses; nothing has changed.
        """
        return self._move(self._keeper.steps.done - 1, "undo")

    def redo(self) -> Change | None:
        """Make the step again that was taken back last; None where there is none.

        Raises:
            Problem: as for `undo`.
        """
        return self._move(self._keeper.steps.done + 1, "redo")

    def go_to(self, number: int) -> Change | None:
        """Take back or make again all steps until `number` is the last one done; 0: none is.

        Raises:
            Problem: as for `undo`; nothing has changed.
        """
        done = self._keeper.steps.place_of(number)
        return self._move(done, "undo" if done < self._keeper.steps.done else "redo")

    def _move(self, done: int, cause: Cause) -> Change | None:
        self._check_may_change()
        steps = self._keeper.steps
        if not 0 <= done <= len(steps) or done == steps.done:
            return None
        changes = self._keeper.keep(
            lambda history: history.move(done, self.journey, self._check_changes)
        )
        change = self._absorb(changes, cause)
        # What undo brings back has its number; only that of an older history may have none yet.
        self.journey.ledger.give(codes.fresh(self.journey, change.put))
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
        return self.become(self._keeper.opened(), "step.revert", "revert")

    def restore(self, past: Journey, when: str) -> Change | None:
        """Back to a state it was in, as one more step that can be taken back.

        Args:
            past: the state; it keeps the rules.
            when: what the state is called: a time, or the name of a version.

        Raises:
            Problem: the disk refuses; nothing has changed.
        """
        return self.become(past, "step.restore", "revert", when=when)

    def become(
        self, state: Journey, key: str, cause: Cause = "edit", **values: Any
    ) -> Change | None:
        """Take on another state as a whole, as one step that can be taken back.

        Args:
            state: it keeps the rules, and its role maps follow already.
            key: of the step's name in `resources/words`.
            cause: of the change.
            values: what to fill into the name.

        Raises:
            Problem: the disk refuses; nothing has changed.
        """
        self._check_may_change()
        put = tuple(record for record in state if self.journey.find(record.id) != record)
        dropped = tuple(record for record in self.journey if record.id not in state)
        change = self._record(Edit(key, values, put, dropped), state, cause)
        self._tell(change)
        return change

    # What is kept beside it

    @property
    def view_state(self) -> dict[str, Any]:
        """Where the user was looking; kept in the file, no step of the history."""
        found: dict[str, Any] = json.loads(self._view)
        return found

    @view_state.setter
    def view_state(self, value: dict[str, Any]) -> None:
        self._view = json.dumps(value)
        self._view_noted = False
