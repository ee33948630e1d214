"""Writing a PDF file small: its many little objects go into object streams (PDF 32000-1, 7.5).

reportlab writes every object on its own and a table of their places as text. On sheets to glue that
table and the pages' little dictionaries were a tenth of the file.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from functools import cache
from typing import Any

_HEAD = b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n"
_TOGETHER = 200
"""Objects in one stream; readers unpack all of them to get at one."""
_IN_FILE, _IN_STREAM = 1, 2
Place = tuple[int, int, int]
"""Where an object is: its kind, then the offset and 0, or the stream that holds it and which."""


def packed_stream(content: bytes, **entries: object) -> Any:
    """A stream whose content is deflated already, as a reportlab object.

    Args:
        entries: of its dictionary, written as short as may be: a poster on sheets has hundreds.
    """
    return _packed()(entries, content, [])


def small(content: str) -> bytes:
    """A few operators deflated: a packer without much room is ready in a tenth of the time."""
    packer = zlib.compressobj(wbits=11, memLevel=4)
    return packer.compress(content.encode("latin-1")) + packer.flush()


@cache
def _packed() -> type[Any]:
    from reportlab.pdfbase import pdfdoc

    class Packed(pdfdoc.PDFStream):  # type: ignore[misc]
        def format(self, document: Any) -> bytes:
            return _dressed(_entries(self.dictionary, document), self.content)

    return Packed


def dictionary(**entries: object) -> Any:
    """A dictionary written as short as may be, as a reportlab object."""
    return _dictionary()(entries)


@cache
def _dictionary() -> type[Any]:
    from reportlab.pdfbase import pdfdoc

    class Dictionary(pdfdoc.PDFDictionary):  # type: ignore[misc]
        __RefOnly__ = 1

        def format(self, document: Any) -> bytes:
            return b"<<%b>>" % _entries(self.dict, document)

    return Dictionary


def _entries(entries: dict[str, object], document: Any) -> bytes:
    """What stands in a dictionary."""
    said = [(name, _said(one, document)) for name, one in entries.items()]
    # What begins like this needs no blank before it.
    parts = [
        b"/%b%b%b" % (name.encode("ascii"), b"" if value[:1] in b"/[<(" else b" ", value)
        for name, value in said
    ]
    return b"".join(parts)


def _said(one: object, document: Any) -> bytes:
    if isinstance(one, str):
        return one.encode("ascii")
    from reportlab.pdfbase import pdfdoc

    return bytes(pdfdoc.format(one, document))


def text(one: object, document: Any) -> str:
    """How a reportlab object is written."""
    return _said(one, document).decode("ascii")


def file_of(document: Any) -> bytes:
    """The finished file of a reportlab document."""
    catalog, info = document.Catalog, document.info
    root, about = document.Reference(catalog), document.Reference(info)
    file = _File()
    little: list[tuple[int, bytes]] = []
    for number, value, is_stream in _objects(document):
        if is_stream:
            file.add(number, value)
        else:
            little.append((number, value))
    following = len(document.numberToId) + 1
    for start in range(0, len(little), _TOGETHER):
        file.add_together(following, little[start : start + _TOGETHER])
        following += 1
    ends = root.format(document), about.format(document)
    return file.finished(following, *ends)


def _objects(document: Any) -> Iterator[tuple[int, bytes, bool]]:
    """Every object's number, what is written of it, and whether it is a stream."""
    from reportlab.pdfbase import pdfdoc

    number = 1
    # Writing an object may bring forth further ones.
    while number in document.numberToId:
        found = document.idToObject[document.numberToId[number]]
        yield (
            number,
            pdfdoc.format(found, document, toplevel=1),
            isinstance(found, pdfdoc.PDFStream),
        )
        number += 1


class _File:
    """The file as it grows, and where in it the objects are."""

    def __init__(self) -> None:
        self._parts = [_HEAD]
        self._length = len(_HEAD)
        self._places: dict[int, Place] = {0: (0, 0, 65535)}

    def add(self, number: int, value: bytes) -> None:
        """Add an object by itself."""
        self._places[number] = (_IN_FILE, self._length, 0)
        part = b"%d 0 obj\n%b\nendobj\n" % (number, value.rstrip(b"\n"))
        self._parts.append(part)
        self._length += len(part)

    def add_together(self, number: int, little: list[tuple[int, bytes]]) -> None:
        """Add objects that are no streams as one stream with that number."""
        begins, at = [], 0
        for index, (one, value) in enumerate(little):
            self._places[one] = (_IN_STREAM, number, index)
            begins.append(b"%d %d" % (one, at))
            at += len(value) + 1
        head = b" ".join(begins) + b"\n"
        entries = b"/Type/ObjStm/N %d/First %d" % (len(little), len(head))
        self.add(number, _stream(entries, head + b"\n".join(value for _, value in little)))

    def finished(self, number: int, root: bytes, info: bytes) -> bytes:
        """The file, ended by the table of places, which is the object with that number."""
        begin = self._length
        self._places[number] = (_IN_FILE, begin, 0)
        wide = (begin.bit_length() + 7) // 8
        table = b"".join(
            [
                bytes([kind]) + place.to_bytes(wide, "big") + which.to_bytes(2, "big")
                for kind, place, which in (self._places[one] for one in range(number + 1))
            ]
        )
        digest = hashlib.sha256(b"".join(self._parts)).hexdigest()[:32].encode("ascii")
        entries = b"/Type/XRef/Size %d/W[1 %d 2]/Root %b/Info %b/ID[<%b><%b>]" % (
            *(number + 1, wide, root, info, digest, digest),
        )
        self.add(number, _stream(entries, table))
        self._parts.append(b"startxref\n%d\n%%%%EOF\n" % begin)
        return b"".join(self._parts)


def _stream(entries: bytes, content: bytes) -> bytes:
    return _dressed(entries, zlib.compress(content, 9))


def _dressed(entries: bytes, packed: bytes) -> bytes:
    """A stream with its dictionary; its content is deflated already."""
    head = b"<<%b/Filter/FlateDecode/Length %d>>" % (entries, len(packed))
    return b"%b\nstream\n%b\nendstream" % (head, packed)
