"""Files that nobody should have to open, made from a good one."""

from __future__ import annotations

import os
import random
import shutil
import socket
import sqlite3
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import apsw

from cjm_desktop.storage.contents import COLUMNS, select
from cjm_desktop.storage.schema import FORMAT
from cjm_desktop.storage.seal import Seal

Make = Callable[[Path], None]
"""Turns a good map's file into a hostile one, in place."""


def connect(path: Path) -> apsw.Connection:
    """The file without any guard."""
    connection = apsw.Connection(str(path))
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 0)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA ignore_check_constraints = ON")
    return connection


def seal(connection: apsw.Connection) -> None:
    """Seal it again, as an attacker can."""
    found = Seal()
    for table in COLUMNS:
        found.see(table, connection.execute(select(table)).fetchall())
    connection.execute("UPDATE meta SET value = ? WHERE key = 'seal'", (found.text(),))


def sql(*statements: str, sealed: bool = True) -> Make:
    """Statements that its own schema lets through."""

    def make(path: Path) -> None:
        connection = connect(path)
        for statement in statements:
            connection.execute(statement)
        if sealed:
            seal(connection)
        connection.close()

    return make


def schema(table: str, old: str, new: str, *statements: str) -> Make:
    """The text of a table's definition changed, then statements."""

    def make(path: Path) -> None:
        connection = connect(path)
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = ?", (old, new, table)
        )
        connection.close()
        if statements:
            sql(*statements)(path)

    return make


def raw(offset: int, data: bytes) -> Make:
    """Bytes written over; a negative offset counts from the end."""

    def make(path: Path) -> None:
        with path.open("r+b") as file:
            file.seek(offset, os.SEEK_SET if offset >= 0 else os.SEEK_END)
            file.write(data)

    return make


def content(data: bytes) -> Make:
    """Another content altogether."""
    return lambda path: path.write_bytes(data) and None


def cut(share: float) -> Make:
    """Only the first part of the file."""
    return lambda path: os.truncate(path, int(path.stat().st_size * share))


def appended(data: bytes) -> Make:
    """More at the end."""

    def make(path: Path) -> None:
        with path.open("ab") as file:
            file.write(data)

    return make


def schema_in_bytes(kind: str) -> Make:
    """What tables or indexes are, as bytes: SQLite reads them for text."""

    def make(path: Path) -> None:
        connection = connect(path)
        connection.execute("PRAGMA writable_schema = ON")
        changed = "UPDATE sqlite_schema SET sql = CAST(sql AS BLOB) WHERE type = ? AND sql != ''"
        connection.execute(changed, (kind,))
        connection.close()

    return make


def other_database(path: Path) -> None:
    """What another program keeps in SQLite."""
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE items (id INTEGER PRIMARY KEY, type TEXT, data BLOB)")
    connection.execute("PRAGMA application_id = 2060242126")
    connection.commit()
    connection.close()


def copied_mark(path: Path) -> None:
    """Another program's database with our mark on it."""
    other_database(path)
    raw(68, b"CJM1")(path)
    raw(60, struct.pack(">I", FORMAT))(path)


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def socket_file(path: Path) -> None:
    path.unlink()
    # Such an address has 107 bytes at most, so the folder is named by its number.
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(f"/proc/self/fd/{folder}/{path.name}")
    finally:
        os.close(folder)


def link_to_nothing(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.parent / "nothing")


def link_to_itself(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


def link_to_device(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def huge_and_hollow(path: Path) -> None:
    os.truncate(path, 3 * 1024**4)


def large_and_hollow(path: Path) -> None:
    """Within the cap, and its header says that all pages are there."""
    os.truncate(path, 64 * 1024**2)
    raw(28, struct.pack(">I", 64 * 1024**2 // 4096))(path)


def unreadable(path: Path) -> None:
    path.chmod(0)


def noise(seed: int, count: int) -> Make:
    """Random bytes here and there, past the header."""

    def make(path: Path) -> None:
        rng = random.Random(seed)
        with path.open("r+b") as file:
            for _ in range(count):
                file.seek(rng.randrange(100, path.stat().st_size))
                file.write(rng.randbytes(1))

    return make


def pages_swapped(path: Path) -> None:
    """Two pages in each other's place."""
    data = path.read_bytes()
    pages = [data[at : at + 4096] for at in range(0, len(data), 4096)]
    pages[5], pages[9] = pages[9], pages[5]
    path.write_bytes(b"".join(pages))


def archive(path: Path) -> None:
    with zipfile.ZipFile(path.with_suffix(".zip"), "w") as packed:
        packed.writestr("map.xml", "<map/>")
    path.with_suffix(".zip").replace(path)


def shared_root(path: Path) -> None:
    """Two tables that are the same pages."""
    connection = connect(path)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(
        "UPDATE sqlite_schema SET rootpage ="
        " (SELECT rootpage FROM sqlite_schema WHERE name = 'card') WHERE name = 'touchpoint'"
    )
    connection.close()


def endless_view(path: Path) -> None:
    """A view that stands where a table should, and never ends."""
    connection = connect(path)
    connection.execute("DROP TABLE link")
    connection.execute(
        "CREATE VIEW link AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
        " SELECT x AS id FROM n"
    )
    connection.close()


def hostile_text(path: Path) -> None:
    """Schema text that is no UTF-8."""
    connection = connect(path)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(
        "UPDATE sqlite_schema SET sql = CAST(CAST(sql AS BLOB) || x'2d2dfffe' AS TEXT)"
        " WHERE name = 'card'"
    )
    connection.close()


def hostile_row(path: Path) -> None:
    """A text that is no UTF-8, sealed as if it were."""
    sql("UPDATE map SET title = CAST(x'fffe41' AS TEXT)", sealed=False)(path)


def with_log(path: Path) -> None:
    """A write-ahead log beside it, full of nonsense."""
    path.with_name(path.name + "-wal").write_bytes(b"\x37\x7f\x06\x82" + b"x" * 5000)


def with_log_of_changes(path: Path) -> None:
    """Changed by another tool that is still running: a live log beside it."""
    copy = path.with_name("copy.cjm")
    shutil.copy(path, copy)
    connection = apsw.Connection(str(copy))
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("UPDATE map SET title = 'changed'")
    shutil.copy(copy, path)
    shutil.copy(f"{copy}-wal", f"{path}-wal")
    connection.close()
    copy.unlink()


def recursive_json(path: Path) -> None:
    deep = "[" * 900 + "]" * 900
    sql(f"UPDATE persona SET quotes = '{deep}'")(path)
