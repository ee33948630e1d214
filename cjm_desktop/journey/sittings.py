"""A history by sittings: steps that follow each other without a long pause, on one day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

PAUSE = timedelta(minutes=30)
"""A longer pause parts two sittings."""


class Heading(NamedTuple):
    """A row over the steps of a sitting."""

    first: int
    """Index of its oldest step."""
    end: int
    """Index after its newest step."""


class Sittings:
    """The rows of a list of steps, newest first: a heading, its steps, ..., the beginning.

    Nothing is copied: rows are computed when they are asked for.

    Args:
        moment: when the step of an index was made, in the user's time zone.
    """

    def __init__(self, moment: Callable[[int], datetime]) -> None:
        self._moment = moment
        self._starts: list[int] = []
        """Index of the first step of each sitting, oldest first."""
        self._count = 0

    def follow(self, count: int) -> None:
        """Take on that the history has so many steps now; at most the last one is another."""
        same = max(0, min(self._count, count - 1))
        while self._starts and self._starts[-1] >= same:
            self._starts.pop()
        before = self._moment(same - 1) if same else None
        for index in range(same, count):
            moment = self._moment(index)
            if before is None or _parted(before, moment):
                self._starts.append(index)
            before = moment
        self._count = count

    def __len__(self) -> int:
        return self._count + len(self._starts) + 1

    def row(self, row: int) -> Heading | int:
        """What stands in a row: a heading, or the index of a step; -1 for the beginning."""
        if row == len(self) - 1:
            return -1
        back = bisect_right(range(len(self._starts)), row, key=self._row_of_sitting) - 1
        found = self._sitting(back)
        below = row - self._row_of_sitting(back)
        return found if below == 0 else found.end - below

    def row_of(self, index: int) -> int:
        """The row of a step; of the beginning for -1."""
        if index < 0:
            return len(self) - 1
        back = len(self._starts) - bisect_right(self._starts, index)
        return self._row_of_sitting(back) + self._sitting(back).end - index

    def _sitting(self, back: int) -> Heading:
        """A sitting, counted from the newest one."""
        at = len(self._starts) - 1 - back
        end = self._starts[at + 1] if back else self._count
        return Heading(self._starts[at], end)

    def _row_of_sitting(self, back: int) -> int:
        """The row of its heading."""
        return self._count - self._sitting(back).end + back


def _parted(before: datetime, after: datetime) -> bool:
    # A clock that was set back does not part what was done in one go.
    return before.date() != after.date() or after - before > PAUSE
