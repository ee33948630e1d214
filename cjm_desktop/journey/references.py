"""Which fields of which records point to other records, read once from the records' own page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import NamedTuple

from cjm_desktop.journey.records import KINDS, Card, Difference, Record


class Reference(NamedTuple):
    """A field that holds the id of another record, or a list of ids."""

    name: str
    kinds: frozenset[str]
    """The record kinds it may point to; empty: any."""
    many: bool
    needed: bool
    """The record makes no sense without what it points to."""


def _references(cls: type[Record]) -> tuple[Reference, ...]:
    found = []
    for one in fields(cls):
        kinds = one.metadata.get("to", "")
        if kinds or (cls is Difference and one.name == "record_id"):
            annotation = str(one.type)
            found.append(
                Reference(
                    one.name,
                    frozenset(kinds.split()),
                    many=annotation.startswith("tuple"),
                    needed=annotation == "str",
                )
            )
    return tuple(found)


REFERENCES: dict[type[Record], tuple[Reference, ...]] = {
    cls: _references(cls) for cls in KINDS.values()
}
"""The references of every record class."""

OF_CARDS = ("lane_id", "stage_id")
"""References of cards that a journey lists by cell, lane and stage already."""

_OTHERS = {
    cls: tuple(
        (one.name, one.many)
        for one in found
        if not (issubclass(cls, Card) and one.name in OF_CARDS)
    )
    for cls, found in REFERENCES.items()
}


def references(record: Record) -> Iterator[tuple[Reference, str]]:
    """Each id a record points to, with the field that holds it."""
    for one in REFERENCES[type(record)]:
        value = getattr(record, one.name)
        if one.many:
            for target in value:
                yield one, target
        elif value is not None:
            yield one, value


def listed_fields(cls: type[Record]) -> tuple[tuple[str, bool], ...]:
    """The fields of `listed_targets`, and whether they hold many ids."""
    return _OTHERS[cls]


def listed_targets(record: Record) -> list[str]:
    """The ids a record points to, without those of `OF_CARDS`; quick, for a journey's lists."""
    found: list[str] = []
    for name, many in _OTHERS[type(record)]:
        value = getattr(record, name)
        if value:
            found += value if many else (value,)
    return found
