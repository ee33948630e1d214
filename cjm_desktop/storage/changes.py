"""What a changeset does to the records in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final, Protocol

import apsw

from cjm_desktop.journey.records import KINDS, Record
from cjm_desktop.storage.codec import Unfit, read_value
from cjm_desktop.storage.columns import columns

_SAME: Final = apsw.no_change
"""What a change says of a column that it leaves as it was."""


class Records(Protocol):
    """Where the records stand as they were before the changeset; a journey is one."""

    def find(self, record_id: str | None) -> Record | None:
        """The record of that id, or None."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The records that a changeset leaves behind, and those that it takes away."""

    put: tuple[Record, ...]
    """Each new or changed record, as it is afterwards."""
    dropped: tuple[Record, ...]
    """Each record that is gone, as it was."""


def read_changes(changeset: bytes, before: Records) -> Changes:
    """The changes of a changeset that has been applied.

    Args:
        changeset: as a session made it, or its inverse.
        before: the records without it.

    Raises:
        Unfit: it speaks of other tables or records than there are, or of values that do not fit.
    """
    put: dict[str, Record] = {}
    gone: dict[str, Record] = {}
    for table, old, new in _rows(changeset):
        cls = KINDS.get(table)
        # A newer program may have appended columns; what it did to those stays done.
        if cls is None or max(len(old or ()), len(new or ())) < len(columns(cls)):
            raise Unfit(f"a change of {table}")
        was, said = _fields(cls, old), _fields(cls, new)
        if new is None:
            record = _known(before, cls, old, was)
            gone[record.id] = record
        elif old is None:
            record = cls(**said)
            put[record.id] = record
        else:
            record = _known(before, cls, old, was)
            if not said.keys() <= was.keys():
                raise Unfit(f"a change of a {cls.kind} that cannot be taken back")
            put[record.id] = replace(record, **said)
    # A card that becomes a touchpoint leaves one table and enters another under the same id.
    dropped = tuple(record for record in gone.values() if record.id not in put)
    return Changes(tuple(put.values()), dropped)


def _rows(changeset: bytes) -> Iterator[tuple[str, Any, Any]]:
    for change in apsw.Changeset.iter(changeset):
        yield change.name, change.old, change.new


def _known(before: Records, cls: type[Record], old: tuple[Any, ...], was: dict[str, Any]) -> Record:
    """The record that a change speaks of, if it is what the change says it was."""
    record = before.find(old[0] if isinstance(old[0], str) else None)
    if type(record) is not cls:
        raise Unfit(f"a change of a {cls.kind} that is not there")
    if any(getattr(record, name) != value for name, value in was.items()):
        raise Unfit(f"a change of a {cls.kind} that was another")
    return record


def _fields(cls: type[Record], said: tuple[Any, ...] | None) -> dict[str, Any]:
    """What a change says of a record before or after it: few of many columns, as a rule."""
    return {
        column.name: read_value(column, value)
        for column, value in zip(columns(cls), said or (), strict=False)
        if value is not _SAME
    }
