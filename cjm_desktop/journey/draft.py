"""A draft: the records as they would be after an edit. Verbs read and write through it."""

from __future__ import annotations

from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Record


class Draft:
    """The records of a document with changes that are not yet kept.

    A document turns a draft into one transaction; a drag shows a draft as its preview and throws
    it away; a template fills one from nothing.
    """

    def __init__(self, base: Journey) -> None:
        self.base = base
        self.journey = base.fork()
        self._touched: dict[str, None] = {}

    @classmethod
    def becoming(cls, base: Journey, state: Journey) -> Draft:
        """A draft in which a document has become another state of itself."""
        draft = cls(base)
        for record in base:
            if record.id not in state:
                draft.drop(record.id)
        for record in state:
            if base.find(record.id) != record:
                draft.put(record)
        return draft

    def put(self, record: Record) -> None:
        """Add a record or replace the one with its id."""
        self.journey.put(record)
        self._touched[record.id] = None

    def drop(self, record_id: str) -> None:
        """Take a record out.

        Raises:
            KeyError: there is no record of that id.
        """
        self.journey.drop(record_id)
        self._touched[record_id] = None

    def changed(self) -> tuple[Record, ...]:
        """The records that are new or differ from the base, in the order first touched."""
        found = (self.journey.find(record_id) for record_id in self._touched)
        return tuple(one for one in found if one is not None and self.base.find(one.id) != one)

    def dropped(self) -> tuple[Record, ...]:
        """The base's records that are gone."""
        gone = (self.base.find(one) for one in self._touched if one not in self.journey)
        return tuple(record for record in gone if record is not None)

    def passed(self) -> tuple[str, ...]:
        """The ids of records that have come and gone again."""
        return tuple(
            one for one in self._touched if one not in self.journey and one not in self.base
        )
