"""A database read page by page, by hand: for files that SQLite itself refuses to open.

Only reading, and only what is needed to find rows: table and index trees, cells, overflow chains,
records. Whatever a damaged page says is checked against the file's size; nothing is followed twice.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator

from cjm_desktop.storage.codec import Row, Value

PAGE = 4096
"""Bytes of a page of our files, where the header does not say."""
_HEADER = 100
_INNER = frozenset({2, 5})
_LEAF = frozenset({10, 13})
_BY_ROWID = frozenset({5, 13})
MOST_COLUMNS = 100
"""Of a row; ours have some twenty."""

Cell = tuple[int | None, Row]
"""The rowid, where the table has one, and the values."""


class Torn(ValueError):
    """The bytes make no row."""


class Pages:
    """The pages of a database.

    Args:
        data: the whole file.
    """

    def __init__(self, data: bytes) -> None:
        said = struct.unpack_from(">H", data, 16)[0] if len(data) >= _HEADER else 0
        said = 65536 if said == 1 else said
        self.size = said if said >= 512 and said & (said - 1) == 0 else PAGE
        self.count = -(-len(data) // self.size)
        self._data = data
        self._seen: set[int] = set()
        self.torn: set[int] = set()
        """Pages of which something could not be read."""

    @property
    def unread(self) -> list[int]:
        """Pages that nothing led to so far."""
        return [one for one in range(1, self.count + 1) if one not in self._seen]

    def rows_under(self, root: int) -> Iterator[Cell]:
        """The rows of the tree with that root, as far as they can be read.

        Args:
            root: number of the page, from 1.
        """
        waiting = [root]
        while waiting:
            number = waiting.pop()
            if not 1 <= number <= self.count or number in self._seen:
                self.torn.add(number)
                continue
            self._seen.add(number)
            yield from self._rows_of(number, waiting)

    def rows_on(self, number: int) -> list[Cell]:
        """The rows on a page that nothing led to; none where it is no leaf."""
        if self._data[(number - 1) * self.size] not in _LEAF:
            return []
        self._seen.add(number)
        return list(self._rows_of(number, []))

    def _rows_of(self, number: int, below: list[int]) -> Iterator[Cell]:
        page = self._page(number)
        begin = _HEADER if number == 1 else 0
        kind = page[begin]
        if kind not in _INNER | _LEAF:
            self.torn.add(number)
            return
        inner = kind in _INNER
        cells = struct.unpack_from(">H", page, begin + 3)[0]
        first = begin + (12 if inner else 8)
        if inner:
            below.append(struct.unpack_from(">I", page, begin + 8)[0])
        for index in range(min(cells, (self.size - first) // 2)):
            try:
                at = struct.unpack_from(">H", page, first + 2 * index)[0]
                if inner:
                    below.append(struct.unpack_from(">I", page, at)[0])
                    at += 4
                if kind != 5:
                    yield self._cell(page, at, by_rowid=kind == 13)
            except (Torn, IndexError, struct.error, UnicodeError):
                self.torn.add(number)

    def _page(self, number: int) -> bytes:
        return self._data[(number - 1) * self.size : number * self.size].ljust(self.size, b"\0")

    def _cell(self, page: bytes, at: int, *, by_rowid: bool) -> Cell:
        length, at = _varint(page, at)
        rowid = None
        if by_rowid:
            rowid, at = _varint(page, at)
        return rowid, _record(self._payload(page, at, length, by_rowid=by_rowid))

    def _payload(self, page: bytes, at: int, length: int, *, by_rowid: bool) -> bytes:
        if not 0 < length <= len(self._data):
            raise Torn("a row longer than the file")
        usable = self.size
        most = usable - 35 if by_rowid else (usable - 12) * 64 // 255 - 23
        if length <= most:
            return page[at : at + length]
        least = (usable - 12) * 32 // 255 - 23
        local = least + (length - least) % (usable - 4)
        local = local if local <= most else least
        found = bytearray(page[at : at + local])
        (following,) = struct.unpack_from(">I", page, at + local)
        while len(found) < length:
            if not 1 <= following <= self.count or following in self._seen:
                raise Torn("a broken chain")
            self._seen.add(following)
            more = self._page(following)
            found += more[4 : 4 + length - len(found)]
            (following,) = struct.unpack_from(">I", more)
        return bytes(found)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends."""
    found = 0
    for index in range(8):
        byte = data[at + index]
        found = found << 7 | byte & 0x7F
        if byte < 0x80:
            return found, at + index + 1
    found = found << 8 | data[at + 8]
    return found - (1 << 64) if found >= 1 << 63 else found, at + 9


_WIDTHS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_PLAIN: dict[int, Value] = {0: None, 8: 0, 9: 1}


def _record(payload: bytes) -> Row:
    header, at = _varint(payload, 0)
    kinds: list[int] = []
    while at < header:
        kind, at = _varint(payload, at)
        kinds.append(kind)
        if len(kinds) > MOST_COLUMNS:
            raise Torn("more columns than any table has")
    if at != header or not kinds:
        raise Torn("a broken head")
    found: list[Value] = []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        found.append(value)
    if at != len(payload):
        raise Torn("a row with a rest")
    return tuple(found)


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind in _PLAIN:
        return _PLAIN[kind], at
    read: Callable[[bytes], Value]
    if kind in _WIDTHS:
        end, read = at + _WIDTHS[kind], lambda raw: int.from_bytes(raw, signed=True)
    elif kind == 7:
        end, read = at + 8, lambda raw: float(struct.unpack(">d", raw)[0])
    elif kind >= 12:
        end = at + (kind - 12) // 2
        read = (lambda raw: raw.decode("utf-8", "replace")) if kind % 2 else bytes
    else:
        raise Torn("a value of no kind")
    if end > len(payload):
        raise Torn("a value beyond its row")
    return read(payload[at:end]), end
