"""Telling those who show the map what has changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from cjm_desktop.journey.records import Record

Cause = Literal["edit", "undo", "redo", "revert"]


@dataclass(frozen=True, slots=True)
class Change:
    """What one step did to the records."""

    put: tuple[Record, ...]
    """New and changed records, as they are now."""
    dropped: tuple[Record, ...]
    """Records that are gone, as they were."""
    cause: Cause


Watcher = Callable[[Change], None]


class Watchers:
    """Those who want to know; they may look, but not edit."""

    def __init__(self) -> None:
        self._watchers: dict[int, Watcher] = {}
        self._next = 0
        self.telling = False

    def add(self, watcher: Watcher) -> Callable[[], None]:
        """Tell `watcher` of every change from now on; call the result to stop."""
        number = self._next
        self._next += 1
        self._watchers[number] = watcher
        return lambda: self._watchers.pop(number, None) and None

    def tell(self, change: Change) -> None:
        """Tell all of them, even when one fails; the first failure is raised at the end."""
        failures: list[Exception] = []
        self.telling = True
        try:
            for watcher in tuple(self._watchers.values()):
                try:
                    watcher(change)
                except Exception as error:  # noqa: BLE001 - raised below, after the others know
                    failures.append(error)
        finally:
            self.telling = False
        if failures:
            raise failures[0]
