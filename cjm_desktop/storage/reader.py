"""The guarded way in: a file is read by value, through a whitelist, and never trusted.

The order matters: what the file is, its header by hand, side files, the schema against the only
one there is, the pages, the rows, the seal, what the rows say. Whatever is wrong raises one
`FileProblem` with one sentence, and the file is never written.
"""

from __future__ import annotations

import hashlib
import os
import stat
import struct
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

import apsw

from cjm_desktop.replacing import real_path
from cjm_desktop.storage import beyond, migrations
from cjm_desktop.storage.beyond import Beyond
from cjm_desktop.storage.checks import check_contents, fits_meta
from cjm_desktop.storage.codec import Row, Unfit, Value
from cjm_desktop.storage.contents import COLUMNS, Contents, read_all
from cjm_desktop.storage.migrations import Older, lift, version_of
from cjm_desktop.storage.problems import (
    Damaged,
    FileProblem,
    Missing,
    NotAMap,
    TooNew,
    problem_of,
)
from cjm_desktop.storage.proof import Proof
from cjm_desktop.storage.schema import APPLICATION_ID, FORMAT, version_name, whitelist
from cjm_desktop.storage.seal import Seal
from cjm_desktop.storage.sidefiles import alone, side_files

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_IN_MEMORY = 64 * 1024**2
# Read in one thread, so without a lock for each single value.
_MEMORY = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE | apsw.SQLITE_OPEN_NOMUTEX
_GUARDED = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI | apsw.SQLITE_OPEN_NOMUTEX


@dataclass(frozen=True, slots=True)
class Caps:
    """What a file may cost at most."""

    size: int = 512 * 1024**2
    """Bytes of the file."""
    value: int = 128 * 1024**2
    """Bytes of one value."""
    rows: int = 1_000_000
    seconds: float = 1.5
    """For a small file; a large one gets time to be read from a slow stick."""
    bytes_per_second: float = 5e6

    def deadline(self, size: int) -> float:
        """The moment, on the monotonic clock, at which reading a file is given up."""
        return time.monotonic() + self.seconds + size / self.bytes_per_second


def read(path: Path, caps: Caps | None = None, proven: Collection[str] = frozenset()) -> Contents:
    """Everything a map's file holds.

    Args:
        path: of the file; links are followed.
        caps: what it may cost.
        proven: SHA-256 digests of files that this computer has written and verified itself. One
            that is still the same byte for byte needs no second proof, which takes longer than
            reading it.

    Raises:
        FileProblem: the file is no map, is damaged, too new, or cannot be read.
    """
    caps = caps or Caps()
    return _read_proven(path, caps, proven) or _read_guarded(path, caps)


def digest_of(path: Path) -> str:
    """What tells a file, byte for byte, from every other.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _read_proven(path: Path, caps: Caps, proven: Collection[str]) -> Contents | None:
    if not proven or check_header(path, caps) > _IN_MEMORY or side_files(real_path(path)):
        return None
    with _translated(path.name):
        data = path.read_bytes()
        if _version(data) != FORMAT:
            return None  # an older program wrote and verified it
        if hashlib.sha256(data).hexdigest() not in proven:
            return None
        connection = apsw.Connection(":memory:", flags=_MEMORY)
        try:
            # These very bytes, whatever happens to the file meanwhile.
            connection.deserialize("main", data)
            found = _check_schema(connection, path.name)
            return _carrying(connection, read_all(connection), found)
        finally:
            connection.close(force=True)


def _read_guarded(path: Path, caps: Caps) -> Contents:
    seal, proof = Seal(), Proof()

    def see(table: str, rows: list[Row]) -> None:
        seal.see(table, rows)
        proof.see(table, rows)

    with _open(path, caps) as (connection, found):
        if isinstance(found, Older):
            contents, sealed = _lifted(connection, found, proof, seal, path.name)
        elif found is None:
            contents = read_all(connection, see)
            sealed = contents.meta.get("seal")
        else:
            contents = _carrying(connection, read_all(connection, proof.see), found)
            beyond.see(connection, found, seal.see)
            sealed = contents.meta.get("seal")
    if sealed != seal.text():
        raise Damaged("storage.seal_broken", file=path.name)
    check_contents(contents, proof, path.name)
    return contents


def _lifted(
    connection: apsw.Connection, older: Older, proof: Proof, seal: Seal, name: str
) -> tuple[Contents, Value]:
    """What a file of an old format holds by today's, and the seal that it bears."""
    for table, asked in older.selects.items():
        seal.see(table, connection.execute(asked).fetchall())
    (sealed,) = connection.execute("SELECT value FROM meta WHERE key = 'seal'").fetchone() or (
        None,
    )
    copy = apsw.Connection(":memory:", flags=_MEMORY)
    try:
        with copy.backup("main", connection, "main") as whole:
            whole.step()
        lift(copy)
        if _check_schema(copy, name) is not None:
            raise Damaged("storage.damaged", file=name)
        contents = read_all(copy, proof.see)
    finally:
        copy.close(force=True)
    contents.meta.pop("seal", None)
    return contents, sealed


def _carrying(
    connection: apsw.Connection, contents: Contents, found: Beyond | Older | None
) -> Contents:
    """With what a newer program keeps in the file."""
    if not isinstance(found, Beyond):
        return contents
    return replace(contents, beyond=beyond.pack(beyond.take(connection, found)))


def read_meta(path: Path, key: str) -> Value:
    """One value of a file's `meta`, such as its thumbnail; None where it has none.

    Raises:
        FileProblem: it is no map of ours.
    """
    with _open(path, Caps()) as (connection, _):
        rows = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchall()
    found: Value = rows[0][0] if rows else None
    return found if fits_meta(key, found) else None


def read_save_id(path: Path) -> str | None:
    """The id of the save that made a file.

    Raises:
        FileProblem: it is no map of ours.
    """
    found = read_meta(path, "save_id")
    return found if isinstance(found, str) else None


def check_header(path: Path, caps: Caps | None = None) -> int:
    """Look at a file's first bytes without SQLite; return its size.

    Raises:
        FileProblem: it cannot be a map of ours.
    """
    caps = caps or Caps()
    try:
        found = path.stat()
    except (OSError, ValueError) as error:
        raise problem_of(error, path.name) or Missing("storage.missing", file=path.name) from error
    if not stat.S_ISREG(found.st_mode):
        raise NotAMap("storage.not_a_file", file=path.name)
    if found.st_size == 0:
        raise NotAMap("storage.empty", file=path.name)
    if found.st_size > caps.size:
        raise NotAMap("storage.too_large", file=path.name)
    try:
        # Should it become a pipe meanwhile, opening it must not wait for a writer.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as file:
            header = file.read(_HEADER)
    except OSError as error:
        raise problem_of(error, path.name) or error from error
    _check_header(header, found.st_size, path.name)
    return found.st_size


def _check_header(header: bytes, size: int, name: str) -> None:
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise NotAMap("storage.not_a_map", file=name)
    page, encoding, version, application = (
        struct.unpack(">H", header[16:18])[0],
        struct.unpack(">I", header[56:60])[0],
        _version(header),
        struct.unpack(">I", header[68:72])[0],
    )
    if application != APPLICATION_ID:
        raise NotAMap("storage.other_program", file=name)
    if version > FORMAT:
        raise TooNew("storage.too_new", file=name, version=version_name(version))
    page = 65536 if page == 1 else page
    pages = struct.unpack(">I", header[28:32])[0]
    whole = page >= 512 and page & (page - 1) == 0 and size % page == 0 and pages * page <= size
    known = version == FORMAT or version in migrations.OLDER
    if not known or encoding != 1 or not whole:
        raise Damaged("storage.damaged", file=name)


def _version(header: bytes) -> int:
    """The `user_version` of a file."""
    found: int = struct.unpack(">I", header[60:64])[0]
    return found


@contextmanager
def _open(path: Path, caps: Caps) -> Iterator[tuple[apsw.Connection, Beyond | Older | None]]:
    """A connection that has passed every check which needs no rows.

    With it what a newer program keeps in the file, or the old format it is of.
    """
    deadline = caps.deadline(check_header(path, caps))
    with alone(path) as place, _translated(path.name):
        connection = apsw.Connection(
            f"{place.absolute().as_uri()}?mode=ro&immutable=1",
            flags=_GUARDED,
        )
        try:
            _confine(connection, caps, deadline)
            found = _check_schema(connection, path.name)
            _check_pages(connection, _tables(found), caps, path.name)
            yield connection, found
        finally:
            connection.close(force=True)


@contextmanager
def _translated(name: str) -> Iterator[None]:
    """Whatever reading a hostile database raises, as one problem."""
    try:
        yield
    except FileProblem:
        raise
    except apsw.InterruptError as error:
        raise Damaged("storage.too_slow", file=name) from error
    except OSError as error:
        raise problem_of(error, name) or error from error
    except (apsw.Error, Unfit, UnicodeError, OverflowError, MemoryError) as error:
        raise Damaged("storage.damaged", file=name) from error


def _confine(connection: apsw.Connection, caps: Caps, deadline: float) -> None:
    connection.limit(apsw.SQLITE_LIMIT_LENGTH, caps.value)
    connection.limit(apsw.SQLITE_LIMIT_ATTACHED, 0)
    connection.limit(apsw.SQLITE_LIMIT_TRIGGER_DEPTH, 1)
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
    connection.config(apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0)
    connection.config(apsw.SQLITE_DBCONFIG_ENABLE_VIEW, 0)
    late: Callable[[], bool] = lambda: time.monotonic() > deadline  # noqa: E731
    connection.set_progress_handler(late, 2000)
    for setting in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0"):
        connection.execute(f"PRAGMA {setting}")


def _tables(found: Beyond | Older | None) -> tuple[str, ...]:
    if isinstance(found, Older):
        return tuple(found.selects)
    return found.order if found else tuple(COLUMNS)


def _check_schema(connection: apsw.Connection, name: str) -> Beyond | Older | None:
    """What the file holds that we do not know, if it is what a newer program may add.

    Or the old format whose schema it has, word for word.
    """
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema LIMIT 1000")
    found_rows = [tuple(row) for row in rows]
    if not all(isinstance(one, str | None) for row in found_rows for one in row):
        # SQLite takes bytes there for text, and no program writes them.
        raise Damaged("storage.damaged", file=name)
    schema = [cast("tuple[str, str, str, str | None]", row) for row in found_rows]
    older = migrations.OLDER.get(version_of(connection))
    expected = older.schema if older else whitelist()
    if len(schema) == len(expected) and set(schema) == expected:
        return older
    if older is not None:
        raise NotAMap("storage.foreign_schema", file=name)
    found = beyond.find(schema)
    if found is None:
        raise NotAMap("storage.foreign_schema", file=name)
    return found


def _check_pages(connection: apsw.Connection, tables: Iterable[str], caps: Caps, name: str) -> None:
    """The pages themselves, and that each column holds its STRICT type.

    Not the CHECKs: SQLite does not even parse them on a connection that may only read. The rules
    look at every value anyway.
    """
    answer = connection.execute("PRAGMA quick_check(1)").fetchone()
    if answer != ("ok",):
        raise Damaged("storage.damaged", file=name)
    left = caps.rows
    for table in tables:
        counted = f'SELECT count(*) FROM (SELECT 1 FROM "{table}" LIMIT {left + 1})'  # noqa: S608
        left -= cast("int", connection.execute(counted).fetchall()[0][0])
        if left < 0:
            raise NotAMap("storage.too_large", file=name)
