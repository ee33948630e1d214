"""The seal: a SHA-256 over every row of a file, so that no silent change goes unnoticed.

Canonical form, tables in the order of `contents.COLUMNS`: the table's name and a line feed, then
its rows ordered by their first column, each row in the encoding of marshal version 2, which has
been the same since Python 3.0: `(` and the count as 4 bytes, little end first, then each value as
`N`; `i` and 4 bytes; `l` and its 15-bit digits for larger numbers; `g` and 8 bytes; `u` or `s`, the
length as 4 bytes and the UTF-8 or raw bytes. marshal is only the quickest writer of that form; a
test keeps a plain one beside it.
"""

from __future__ import annotations

import hashlib
import marshal

import apsw

from cjm_desktop.storage import beyond
from cjm_desktop.storage.beyond import Beyond
from cjm_desktop.storage.codec import Row
from cjm_desktop.storage.contents import see_all

UNSEALED = frozenset({"seal"})
"""Keys of `meta` that the seal does not cover."""
_LARGE = frozenset({"picture", "history", "version"})
"""Tables whose rows hold bytes: hashed one by one to save memory."""
_LIST_HEADER = 5


class Seal:
    """The seal of rows that are shown to it, table by table in the order of `contents.COLUMNS`."""

    def __init__(self) -> None:
        self._digest = hashlib.sha256()

    def see(self, table: str, rows: list[Row]) -> None:
        """Take in the rows of one table."""
        self._digest.update(table.encode() + b"\n")
        if table == "meta":
            rows = [row for row in rows if row[0] not in UNSEALED]
        if table in _LARGE:
            for row in rows:
                self._digest.update(marshal.dumps(row, 2))
        else:
            # The same bytes as row by row, without the list's own header.
            self._digest.update(memoryview(marshal.dumps(rows, 2))[_LIST_HEADER:])

    def text(self) -> str:
        """The seal in hexadecimal digits."""
        return self._digest.hexdigest()


def seal_of(connection: apsw.Connection, found: Beyond | None = None) -> str:
    """The seal of a database whose schema is known to be ours, but for what is `found` in it.

    Raises:
        apsw.Error: the database cannot be read.
    """
    seal = Seal()
    if found is None:
        see_all(connection, seal.see)
    else:
        beyond.see(connection, found, seal.see)
    return seal.text()
