"""The states a map went through: the map as it is, and the steps that led there, read back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

import apsw

from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Record
from cjm_desktop.storage.changes import Changes, read_changes
from cjm_desktop.storage.codec import Row, Unfit
from cjm_desktop.storage.contents import HistoryStep, step_of
from cjm_desktop.storage.problems import StepFailed


class Moment(NamedTuple):
    """A step that is looked back on."""

    at: int
    """How many steps are older."""
    before: dict[str, Record]
    """All records without it. The dictionary is the walker's own, and goes on with it."""
    changes: Changes
    """What it did."""


class _Found:
    """Records by id, for whoever only asks for one."""

    def __init__(self, records: dict[str, Record]) -> None:
        self.records = records

    def find(self, record_id: str | None) -> Record | None:
        return self.records.get(record_id) if record_id is not None else None


class Past:
    """A map with the steps of its history.

    Args:
        journey: the map as it is.
        rows: of the history, oldest first; those that are undone are the last ones.
        done: how many of them are done.
    """

    def __init__(self, journey: Journey, rows: Sequence[Row], done: int) -> None:
        self.journey = journey
        self.rows = tuple(rows)
        self.done = done

    @classmethod
    def of(cls, journey: Journey, rows: Sequence[Row]) -> Past:
        """The past of a map whose rows say themselves which of them are undone."""
        return cls(journey, rows, sum(not step_of(row).undone for row in rows))

    def step(self, index: int) -> HistoryStep:
        """What a step says of itself."""
        return step_of(self.rows[index])

    def ids(self) -> tuple[str, ...]:
        """The ids of the steps: those of a copy's steps are the same as long as it was one map."""
        return tuple(map(_id_of, self.rows))

    def back(self) -> Iterator[Moment]:
        """The steps that are done, newest first.

        Raises:
            StepFailed: one does not fit the map.
        """
        found = _Found({record.id: record for record in self.journey})
        for index in range(self.done - 1, -1, -1):
            undone = self._read(index, found, inverted=True)
            _take(found.records, undone)
            yield Moment(index, found.records, self._read(index, found))

    def at(self, done: int) -> Journey:
        """The map with its first `done` steps, whatever of them is done now.

        Raises:
            StepFailed: one does not fit the map.
        """
        if done == self.done:
            return self.journey
        found = _Found({record.id: record for record in self.journey})
        for index in range(self.done - 1, done - 1, -1):
            _take(found.records, self._read(index, found, inverted=True))
        for index in range(self.done, done):
            _take(found.records, self._read(index, found))
        return Journey.of(found.records)

    def upto(self, done: int) -> Past:
        """The past of the map as it was with its first `done` steps.

        Raises:
            StepFailed: one does not fit the map.
        """
        return Past(self.at(done), self.rows[:done], done)

    def _read(self, index: int, before: _Found, *, inverted: bool = False) -> Changes:
        changeset = cast("bytes", self.rows[index][-1])
        try:
            said = apsw.Changeset.invert(changeset) if inverted else changeset
            return read_changes(said, before)
        except (apsw.Error, Unfit, UnicodeError, TypeError) as error:
            raise StepFailed("storage.step_failed", number=self.rows[index][0]) from error


def _take(records: dict[str, Record], changes: Changes) -> None:
    for record in changes.dropped:
        del records[record.id]
    for record in changes.put:
        records[record.id] = record


def _id_of(row: Row) -> str:
    """What tells a step from every other in any file: all but whether it is done."""
    number, time, name, said, _, changeset = row
    head = json.dumps([number, time, name, said]).encode()
    body = changeset if isinstance(changeset, bytes) else b""
    return hashlib.blake2s(head + b"\n" + body, digest_size=8).hexdigest()
