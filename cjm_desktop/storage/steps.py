"""The list of steps in memory: what undo and redo would do is known at once, however long it is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from cjm_desktop.storage.contents import HistoryStep


class Steps:
    """The steps of a history, oldest first; those that are undone are the last ones.

    Args:
        steps: as they stand in the file.
    """

    def __init__(self, steps: Iterable[HistoryStep] = ()) -> None:
        self._steps = list(steps)
        self.done = sum(not step.undone for step in self._steps)
        """How many of them are done."""

    def __len__(self) -> int:
        return len(self._steps)

    def __getitem__(self, index: int) -> HistoryStep:
        return self._steps[index]

    def all(self) -> tuple[HistoryStep, ...]:
        """All steps, oldest first."""
        return tuple(self._steps)

    def between(self, first: int, last: int) -> list[HistoryStep]:
        """The steps from one place in the list to before another."""
        return self._steps[first:last]

    @property
    def undo_step(self) -> HistoryStep | None:
        """The step that undo would take back."""
        return self._steps[self.done - 1] if self.done else None

    @property
    def redo_step(self) -> HistoryStep | None:
        """The step that redo would make again."""
        return self._steps[self.done] if self.done < len(self._steps) else None

    def place_of(self, number: int) -> int:
        """How many steps there are up to and with a number."""
        return bisect_right(self._steps, number, key=lambda step: step.number)

    def put(self, kept: int, step: HistoryStep | None) -> None:
        """Let a new step follow the first `kept` ones; the others are gone."""
        self._steps[kept:] = [step] if step else []
        self.done = len(self._steps)

    def mark(self, done: int) -> None:
        """Let the first `done` steps be done, and all others undone."""
        for index in range(min(done, self.done), max(done, self.done)):
            self._steps[index] = replace(self._steps[index], undone=index >= done)
        self.done = done

    def forget(self, count: int) -> None:
        """Let the oldest ones go, which are done."""
        del self._steps[:count]
        self.done -= count
