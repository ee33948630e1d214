"""Text from a file whose encoding nobody wrote down."""

from __future__ import annotations

import codecs
import math
import os
import re
import stat
from pathlib import Path

from cjm_desktop.exchange.system import reason
from cjm_desktop.journey.problems import Problem

_MB = 1024**2
MOST_BYTES = 2 * _MB
"""Of a text written by people."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")


def read_bytes(path: Path, most: int = MOST_BYTES) -> bytes:
    """The content of an ordinary file of limited size.

    Raises:
        Problem: it is missing, a folder or a device, too large, or may not be read.
    """
    try:
        # A pipe or a device would block or never end: look before reading.
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise Problem("exchange.folder", path=path)
        if not stat.S_ISREG(found.st_mode):
            raise Problem("exchange.not_regular", path=path)
        if found.st_size > most:
            raise too_large(path, found.st_size, most)
        handle = os.open(
            path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
        with os.fdopen(handle, "rb") as file:
            content = file.read(most + 1)
    except FileNotFoundError as error:
        raise Problem("exchange.missing", path=path) from error
    except (OSError, ValueError) as error:
        raise Problem("exchange.unreadable", path=path, reason=reason(error)) from error
    if len(content) > most:
        raise too_large(path, len(content), most)
    return content


def decode(content: bytes, path: Path) -> str:
    """The text of a file: UTF-8 with or without mark, UTF-16, UTF-32, Windows Cyrillic or Western.

    Raises:
        Problem: it is no text, or none at all.
    """
    if content.startswith(b"SQLite format 3\0"):
        raise Problem("exchange.is_map", path=path)
    text = _decoded(content)
    if text is None or _CONTROL.search(text):
        raise Problem("exchange.binary", path=path)
    if not text.strip("\ufeff \t\r\n"):
        raise Problem("exchange.empty", path=path)
    return text


def _decoded(content: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _try(content, encoding)
    if b"\0" in content:
        return _unmarked_utf16(content)
    return _try(content, "utf-8") or _try(content, _windows(content))


def _try(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeError:
        return None


def _unmarked_utf16(content: bytes) -> str | None:
    """UTF-16 without its mark: line ends and blanks have their zero bytes all on one side."""
    even, odd = content[0::2].count(0), content[1::2].count(0)
    if min(even, odd) > 0 or len(content) % 2:
        return None
    return _try(content, "utf-16-be" if even else "utf-16-le")


def _windows(content: bytes) -> str:
    """Cyrillic letters stand in words of their own, Western accents alone between plain ones."""
    runs = [len(run) for run in _HIGH_RUN.findall(content)]
    together = sum(run for run in runs if run > 1)
    return "cp1251" if together * 2 > sum(runs) else "cp1252"


def too_large(path: Path, size: int, most: int) -> Problem:
    """The refusal of a file with more bytes than can be read."""
    tenths = math.ceil(size / _MB * 10)  # never as much as would still do
    return Problem("exchange.too_large", path=path, size=tenths / 10, most=most / _MB)
