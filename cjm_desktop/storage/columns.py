"""How each field of a record becomes a column: the one reading of the records' own page."""

from __future__ import annotations

from dataclasses import Field, dataclass, fields
from enum import Enum, auto
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from cjm_desktop.journey.records import KINDS, Duration, Record


class Form(Enum):
    """What a column holds."""

    TEXT = auto()
    BOOL = auto()
    INT = auto()
    REAL = auto()
    BYTES = auto()
    LIST = auto()
    """A tuple of texts, as a JSON array."""
    DURATION = auto()
    """`[value, unit, low, high]` as JSON."""

    @property
    def sql(self) -> str:
        """The STRICT column type."""
        return _SQL.get(self, "TEXT")


_SQL = {Form.BOOL: "INTEGER", Form.INT: "INTEGER", Form.REAL: "REAL", Form.BYTES: "BLOB"}
_FORMS: dict[Any, Form] = {
    str: Form.TEXT,
    bool: Form.BOOL,
    int: Form.INT,
    float: Form.REAL,
    bytes: Form.BYTES,
    Duration: Form.DURATION,
    tuple[str, ...]: Form.LIST,
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a record's table, under the field's own name."""

    name: str
    form: Form
    nullable: bool
    choices: tuple[str, ...]
    low: float | None
    high: float | None
    length: int
    to: str
    date: bool

    @property
    def parent(self) -> str | None:
        """The table this column refers to, where it is a single one."""
        single = self.form is Form.TEXT and self.to and " " not in self.to
        return self.to if single else None


def _column(one: Field[Any], hint: Any) -> Column:
    nullable = False
    if get_origin(hint) is UnionType:
        nullable = NoneType in get_args(hint)
        (hint,) = (arm for arm in get_args(hint) if arm is not NoneType)
    form = Form.TEXT if get_origin(hint) is Literal else _FORMS[hint]
    said = one.metadata
    return Column(
        one.name,
        form,
        nullable,
        choices=said["choices"],
        low=said["low"],
        high=said["high"],
        length=said["length"],
        to=said["to"],
        date=said["date"],
    )


@cache
def columns_of(kind: str) -> tuple[Column, ...]:
    """The columns of a kind of record, in the order of its fields."""
    cls = KINDS[kind]
    hints = get_type_hints(cls)
    return tuple(_column(one, hints[one.name]) for one in fields(cls))


def columns(cls: type[Record]) -> tuple[Column, ...]:
    """The columns of a record class, in the order of its fields."""
    return columns_of(cls.kind)
