"""Imports and pictures that nobody should have to open, made when they are needed."""

from __future__ import annotations

import json
import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

MB = 1024**2
Make = Callable[[Path], None]
"""Writes one to a path."""


def text(content: str, encoding: str = "utf-8") -> Make:
    """A file with that text."""
    return lambda path: path.write_bytes(content.encode(encoding, "surrogatepass")) and None


def raw(content: bytes) -> Make:
    """A file with those bytes."""
    return lambda path: path.write_bytes(content) and None


def hollow(size: int) -> Make:
    """A file that is long and takes no room."""

    def make(path: Path) -> None:
        path.touch()
        os.truncate(path, size)

    return make


def _document(**more: object) -> str:
    return json.dumps({"format": "cjm", "version": 1, "title": "x", "maps": [], **more})


IMPORTS: dict[str, tuple[str, Make]] = {
    # JSON
    "nested lists": (".json", text("[" * 100_000 + "]" * 100_000)),
    "nested objects": (".json", text('{"a":' * 50_000 + "1" + "}" * 50_000)),
    "a huge integer": (".json", text('{"maps": ' + "9" * 100_000 + "}")),
    "numbers that are none": (".json", text('{"maps": [NaN, Infinity, -1e999]}')),
    "ten megabytes of title": (".json", text(_document(title="x" * 10 * MB))),
    "a million empty maps": (".json", text('{"maps": [' + "{}," * 500_000 + "{}]}")),
    "half a surrogate": (".json", text(_document(title="\ud800"))),
    "cut in the middle": (".json", text(_document()[:20])),
    "wrong types": (".json", text('{"maps": {"stages": 5}, "title": []}')),
    "a list for a document": (".json", text("[1, 2, 3]")),
    "the same key again and again": (".json", text("{" + '"a": 1, ' * 100_000 + '"a": 2}')),
    # Mermaid
    "a hundred thousand tasks": (".mmd", text("journey\n" + "a: 5: Me\n" * 100_000)),
    "a hundred thousand sections": (".mmd", text("journey\n" + "section s\n" * 100_000)),
    "a line of a megabyte": (".mmd", text("journey\n" + "x" * MB + ": 5: Me\n")),
    "directives that never end": (".mmd", text("journey\n" + "%%{" * 200_000)),
    "codes of letters": (".mmd", text("journey\ntitle " + "#35;" * 200_000 + "\na: 5\n")),
    "front matter that never ends": (".mmd", text("---\n" + "a: b\n" * 200_000)),
    "nothing but colons": (".mmd", text("journey\n" + ":" * MB)),
    "ten thousand people": (".mmd", text("journey\na: 5: " + ", ".join(map(str, range(10_000))))),
    # Markdown
    "a thousand fences": (".md", text("```mermaid\njourney\na: 5\n" * 5_000)),
    "a fence of backticks": (".md", text("`" * MB)),
    "stars and lines": (".md", text("*_" * 500_000)),
    "a table of a thousand columns": (".md", text(("| x " * 1_000 + "|\n") * 100)),
    "backslashes": (".md", text("\\" * MB)),
    # Outlines
    "lists in lists": (".txt", text("".join(" " * n + "- x\n" for n in range(1_500)))),
    "a hundred thousand lines": (".txt", text("- строка\n" * 100_000)),
    "nothing but signs": (".txt", text("- !!! ??? +++ ---\n" * 50_000)),
    "blanks": (".txt", text(" " * MB + "\n- x")),
    "letters that turn round": (".txt", text("- \u202e\u2066abc\n" * 20_000)),
    "marks on marks": (".txt", text("- a" + "\u0301" * 200_000)),
    # Whatever the name says
    "zeros": (".txt", raw(bytes(MB))),
    "noise": (".md", raw(bytes(range(256)) * 4_000)),
    "half a letter": (".txt", raw("- ж".encode()[:-1])),
    "UTF-16 that ends early": (".txt", raw("- x".encode("utf-16")[:-1])),
    "a picture": (".md", raw(b"\x89PNG\r\n\x1a\n" + bytes(1000))),
    "an archive": (".json", raw(b"PK\x03\x04" + bytes(1000))),
    "laughter in XML": (
        ".md",
        text("<!DOCTYPE a [" + '<!ENTITY b "&b;&b;">' * 999 + "]><a>&b;</a>"),
    ),
    "gigabytes": (".txt", hollow(8 * 1024 * MB)),
    "nothing": (".md", raw(b"")),
}


def _chunk(kind: bytes, data: bytes) -> bytes:
    checked = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + checked


def png(width: int, height: int, data: bytes | None = None, more: bytes = b"") -> bytes:
    """A PNG of that size; without `data` it is all black and very small."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    if data is None:
        packer = zlib.compressobj(9)
        line = bytes(1 + 3 * width)
        data = b"".join(packer.compress(line) for _ in range(height)) + packer.flush()
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", head)
        + more
        + _chunk(b"IDAT", data)
        + _chunk(b"IEND", b"")
    )


SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg"><defs><g id="a"><rect width="9" height="9"/></g>'
    + b"".join(
        b'<g id="%c">' % (98 + n) + (b'<use href="#%c"/>' % (97 + n)) * 10 + b"</g>"
        for n in range(20)
    )
    + b'</defs><use href="#u"/></svg>'
)
WEBP = b"RIFF\xff\xff\xff\x7fWEBPVP8X\n\0\0\0\0\0\0\0\xff\xff\xff\xff\xff\xff"
JPEG = b"\xff\xd8\xff\xc0\x00\x11\x08\xff\xff\xff\xff\x03\x01\x11\0\x02\x11\0\x03\x11\0"

PICTURES: dict[str, Callable[[], bytes]] = {
    "a bomb of 60 000 by 60 000": lambda: png(60_000, 60_000, zlib.compress(bytes(MB))),
    "as wide as can be": lambda: png(2**31 - 1, 1, b""),
    "no width": lambda: png(0, 10, b""),
    "negative": lambda: png(2**32 - 1, 2**32 - 1, b""),
    "less than it says": lambda: png(4_000, 4_000, zlib.compress(bytes(100))),
    "no data": lambda: png(4_000, 4_000, b""),
    "a hundred megabytes of words": lambda: png(
        9, 9, None, _chunk(b"zTXt", b"k\0\0" + zlib.compress(bytes(100 * MB)))
    ),
    "a profile that unfolds": lambda: png(
        9, 9, None, _chunk(b"iCCP", b"k\0\0" + zlib.compress(bytes(100 * MB)))
    ),
    "a piece that is longer than all": lambda: png(9, 9)[:33] + b"\xff\xff\xff\xffIDAT",
    "a hundred thousand empty pieces": lambda: png(9, 9, None, _chunk(b"tEXt", b"a\0") * 100_000),
    "a drawing that never ends": lambda: SVG,
    "the same with a PNG's name on it": lambda: b"\x89PNG\r\n\x1a\n" + SVG,
    "a JPEG of 65 535 by 65 535": lambda: JPEG + bytes(100),
    "a JPEG that goes over itself": lambda: b"\xff\xd8\xff" + b"\xff\xda" * 5_000,
    "a WebP larger than its file": lambda: WEBP,
    "a GIF": lambda: b"GIF89a\xff\xff\xff\xff\x80\0\0" + bytes(100),
    "an icon of icons": lambda: b"\0\0\1\0\xff\xff" + bytes(5_000),
    "half a PNG": lambda: png(2_000, 2_000)[:-9],
}
"""Each as bytes, for whatever way it comes in: a file, a drop, the clipboard."""
