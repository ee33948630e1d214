"""Rows of a damaged file: what its pages still hold, without trusting any of it.

Rows that the tables' own trees lead to are taken first; then pages that nothing leads to are looked
at, and a row there belongs to the table whose every column it fits.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from cjm_desktop.journey import words
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import KINDS
from cjm_desktop.journey.values import FIELDS, fault
from cjm_desktop.storage.checks import fits_meta
from cjm_desktop.storage.codec import Row, Unfit, Value, read_value
from cjm_desktop.storage.columns import columns_of
from cjm_desktop.storage.contents import BESIDE, COLUMNS
from cjm_desktop.storage.pages import Cell, Pages
from cjm_desktop.storage.problems import FileProblem, Missing, NotAMap, problem_of
from cjm_desktop.storage.seal import Seal
from cjm_desktop.storage.sidefiles import alone

LARGEST = 256 * 1024**2
"""Bytes of a file that is looked through."""
_NAME = re.compile(r'^ {2}"([a-z_]{1,40})" ', re.MULTILINE)
_ROWID = "number"
"""The column of the history that is the rowid itself."""
_OF_INDEX = 2
"""Columns of a row in any of our indexes."""
Found = dict[str, Value]
"""A row's values by the names of their columns."""


@dataclass(slots=True)
class Remains:
    """What was found in a file."""

    rows: dict[str, dict[Value, Found]] = field(
        default_factory=lambda: {one: {} for one in COLUMNS}
    )
    """The rows of each table, by their first column."""
    lost: list[Problem] = field(default_factory=list)
    """What is known to be missing."""
    torn: Counter[str] = field(default_factory=Counter)
    """Pages of which something could not be read, by their table; "": nobody knows whose."""
    indexed: dict[str, set[Value]] = field(default_factory=dict)
    """The ids that indexes say a table had."""
    sealed: bool = False
    """Everything is there and as it was saved."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing that a map could be made of."""
        return not any(self.rows[kind] for kind in KINDS)


def read_remains(path: Path) -> Remains:
    """Read what can be read of a damaged map, be it a file or a working copy.

    Raises:
        FileProblem: it cannot be read at all, or holds nothing of a map.
    """
    data, lost = _bytes(path)
    remains = Remains(lost=lost)
    pages = Pages(data)
    _read_tables(pages, remains)
    with _counted(pages, remains, ""):
        for number in pages.unread:
            for cell in pages.rows_on(number):
                _place(cell, remains)
    if remains.empty:
        raise NotAMap("storage.nothing_left", file=path.name)
    remains.sealed = _is_sealed(remains)
    if not remains.sealed:
        remains.lost += _missing(remains, pages.count)
    return remains


@contextmanager
def _counted(pages: Pages, remains: Remains, table: str) -> Iterator[None]:
    """Count what tears meanwhile as a table's."""
    before = len(pages.torn)
    yield
    remains.torn[table] += len(pages.torn) - before


def _missing(remains: Remains, pages: int) -> Iterator[Problem]:
    """The records that are lost, by kind: how many where an index tells, else that some may be.

    Pages of indexes, of the history and of versions hold no records, so they are not told of.
    """
    for kind in KINDS:
        name = words.Key(f"kind.{kind}")
        gone = len(remains.indexed.get(kind, set()) - remains.rows[kind].keys())
        if gone:
            yield Problem("storage.lost.records", kind=name, n=gone)
        elif remains.torn[kind] and not remains.indexed.get(kind):
            yield Problem("storage.lost.some", kind=name)
    if remains.torn[""]:
        yield Problem("storage.lost.pages", n=remains.torn[""], all=pages)


def _bytes(path: Path) -> tuple[bytes, list[Problem]]:
    """The file with what lies in its log; without that where it cannot be had."""
    try:
        if not path.is_file():
            raise Missing("storage.missing", file=path.name)
        if path.stat().st_size > LARGEST:
            raise NotAMap("storage.too_large", file=path.name)
        try:
            with alone(path) as place:
                return place.read_bytes(), []
        except FileProblem:
            return path.read_bytes(), [Problem("storage.lost.log")]
    except OSError as error:
        raise problem_of(error, path.name) or error from error


def _read_tables(pages: Pages, remains: Remains) -> None:
    """What the tables' own trees lead to."""
    roots: dict[str, tuple[int, tuple[str, ...]]] = {}
    others: list[tuple[str, str, int]] = []
    with _counted(pages, remains, ""):
        schema = list(pages.rows_under(1))
    for _, row in schema:
        kind, name, of, root, said = row if len(row) == 5 else (None,) * 5
        if not isinstance(root, int):
            continue
        if kind == "table" and name in COLUMNS and isinstance(said, str):
            roots[str(name)] = root, tuple(_NAME.findall(said))
        elif kind in ("index", "table"):
            others.append((str(name), str(of), root))
    for table in COLUMNS:
        if table not in roots:
            continue
        root, names = roots[table]
        with _counted(pages, remains, table):
            for cell in pages.rows_under(root):
                _take(table, names, cell, remains)
    for name, of, root in others:
        _read_index(pages, remains, name, of, root)


def _read_index(pages: Pages, remains: Remains, name: str, of: str, root: int) -> None:
    """The ids an index knows of; what lies in it, or in a table of others, is no row of ours."""
    with _counted(pages, remains, f"index of {of}"):
        for _, row in pages.rows_under(root):
            if of in KINDS and len(row) == _OF_INDEX:
                # That of a primary key ends with the rowid, any other with the key.
                key = row[0] if name.startswith("sqlite_autoindex_") else row[1]
                remains.indexed.setdefault(of, set()).add(key)


def _take(table: str, names: tuple[str, ...], cell: Cell, remains: Remains) -> None:
    rowid, row = cell
    # A column that was added later is missing in older rows.
    found = dict(zip(names, row, strict=False))
    if table == "history" and rowid is not None:
        found[_ROWID] = rowid
    key = found.get(COLUMNS[table][0])
    if key is not None:
        remains.rows[table].setdefault(key, found)


def _place(cell: Cell, remains: Remains) -> None:
    """Put a row that nothing led to where it fits."""
    rowid, row = cell
    for table, names in COLUMNS.items():
        if len(row) != len(names):
            continue
        if table in BESIDE:
            continue  # nothing of the past is brought along
        if table == "meta":
            if isinstance(row[0], str) and fits_meta(row[0], row[1]):
                remains.rows[table].setdefault(row[0], dict(zip(names, row, strict=True)))
        elif _fits(table, row):
            known = any(row[0] in rows for rows in remains.rows.values())
            if not known:
                _take(table, names, (rowid, row), remains)
            return


def _fits(kind: str, row: Row) -> bool:
    """Whether each value may stand in its column."""
    fields = FIELDS[KINDS[kind]]
    try:
        for field_, column, value in zip(fields, columns_of(kind), row, strict=True):
            if fault(field_, read_value(column, value)) is not None:
                return False
    except Unfit:
        return False
    return True


def _is_sealed(remains: Remains) -> bool:
    """Whether the rows are, one by one, those that were sealed."""
    seal = Seal()
    for table, names in COLUMNS.items():
        found = remains.rows[table]
        try:
            rows = [tuple(row[name] for name in names) for _, row in sorted(found.items())]
            seal.see(table, list(_stored(table, rows)))
        except (KeyError, TypeError, ValueError):
            return False
    said = remains.rows["meta"].get("seal")
    return said is not None and said.get("value") == seal.text()


def _stored(table: str, rows: list[Row]) -> Iterator[Row]:
    """Rows as SQLite hands them out: a REAL that is whole is stored as a whole number."""
    if table not in KINDS:
        yield from rows
        return
    real = [column.form.sql == "REAL" for column in columns_of(table)]
    for row in rows:
        yield tuple(
            float(value) if is_real and type(value) is int else value
            for is_real, value in zip(real, row, strict=True)
        )
