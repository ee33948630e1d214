"""Proving that a file's rows make a map, column by column.

Of ten thousand cards most say the same in most columns, and they lie in some hundred cells: what
the rules ask about a value, a reference or a place need be asked but once. This proves only that
all is well; where it cannot, the rules themselves look at each record and say what is wrong.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import chain
from typing import Any, cast

from cjm_desktop.journey import rules
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import KINDS, Record
from cjm_desktop.journey.references import REFERENCES, Reference
from cjm_desktop.journey.values import FIELDS, Field, fault, texts_fit
from cjm_desktop.storage.codec import Row, Unfit, Value, read_list, read_value
from cjm_desktop.storage.columns import Column, Form, columns_of

Values = tuple[Value, ...]
"""Of one column."""


class Proof:
    """What is yet to be proven of rows that are shown to it, table by table."""

    def __init__(self) -> None:
        self.rows = 0
        """How many there were in the map's tables."""
        self._fit = True
        """Every value so far is one that its field may hold."""
        self._targets: list[tuple[Reference, Collection[Any]]] = []
        self._samples: list[Any] = []
        """Ids of records, one for all those that the rules between records do not tell apart."""

    def see(self, table: str, rows: list[Row]) -> None:
        """Look at the rows of one table."""
        if table not in KINDS or not rows:
            return
        self.rows += len(rows)
        try:
            self._fit = self._fit and self._take_in(KINDS[table], rows)
        except Unfit:
            self._fit = False

    def _take_in(self, cls: type[Record], rows: list[Row]) -> bool:
        names = (field.name for field in FIELDS[cls])
        whole: dict[str, Values] = dict(zip(names, zip(*rows, strict=True), strict=True))
        few = {field.name: _fewer(field, whole[field.name]) for field in FIELDS[cls]}
        for one in REFERENCES[cls]:
            self._targets.append((one, _targets(one, few[one.name])))
        self._sample(cls, whole)
        found = zip(FIELDS[cls], columns_of(cls.kind), strict=True)
        return all(_fits(field, column, few[field.name]) for field, column in found)

    def _sample(self, cls: type[Record], whole: dict[str, Values]) -> None:
        if rules.DECIDING[cls]:
            alike = zip(*(whole[name] for name in rules.DECIDING[cls]), strict=True)
            self._samples += dict(zip(alike, whole["id"], strict=True)).values()

    def holds(self, journey: Journey) -> bool:
        """Whether the rows make a map that keeps every rule.

        Args:
            journey: what they were made into.
        """
        if not self._fit:
            return False
        if not all(_lead(journey, *one) for one in self._targets):
            return False
        samples = (journey.get(Record, one) for one in self._samples)
        problems = chain.from_iterable(rules.of_relations(journey, one) for one in samples)
        return next(chain(problems, rules.of_whole(journey)), None) is None


def _fewer(field: Field, values: Values) -> Values:
    """What a column says, each value once where it is likely that few are said."""
    if values.count(values[0]) == len(values):
        return values[:1]
    return values if field.free_text or field.name == "id" else tuple(set(values))


def _fits(field: Field, column: Column, values: Values) -> bool:
    """Whether a field may hold all values of its column.

    Raises:
        Unfit: a value is of another type than the column.
    """
    if column.form is Form.TEXT:
        return texts_fit(field, cast("Sequence[str | None]", values))
    return all(fault(field, read_value(column, one)) is None for one in values)


def _targets(reference: Reference, values: Values) -> Collection[Any]:
    """The ids that a column points to."""
    found = set(values) - {None}
    if not reference.many:
        return found
    return {target for one in found for target in read_list(str(one))}


def _lead(journey: Journey, reference: Reference, targets: Collection[Any]) -> bool:
    """Whether references lead to records that they may lead to."""
    found = [journey.find(one) for one in targets]
    if not reference.kinds:
        return None not in found
    return all(one is not None and one.kind in reference.kinds for one in found)
