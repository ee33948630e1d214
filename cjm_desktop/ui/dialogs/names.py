"""Titles as names of files that every system takes, also a memory stick or another computer."""

from __future__ import annotations

import re

from cjm_desktop.ui import plain

LONGEST = 180
"""Bytes of a name with its ending: file systems end at 255, and others add something to it."""
_INSTEAD = str.maketrans({"<": "(", ">": ")", '"': "'", "?": "", "*": ""})
_PARTING = re.compile(r"\s*[:|]+\s+|\s+[:|/\\]+\s*")
"""Between two parts of a title."""
_INSIDE = re.compile(r"[:|/\\]+")
_SPACES = re.compile(r"\s+")
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)
"""Names that mean a device on Windows, whatever their ending."""


def file_name(title: str, suffix: str) -> str:
    """A title as a file name.

    Args:
        title: of a map; anything.
        suffix: the ending, such as ".cjm".
    """
    text = plain.clean(title).translate(_INSTEAD)
    text = _INSIDE.sub("-", _PARTING.sub(" - ", text))
    text = _SPACES.sub(" ", text).strip(" .-")
    text = _DEVICE.sub(r"\1_", text, count=1) if _DEVICE.match(text) else text
    text = _cut(text, LONGEST - len(suffix.encode())).rstrip(" .") or "map"
    return text if text.lower().endswith(suffix) else text + suffix


def _cut(text: str, most: int) -> str:
    """The beginning of a text in at most so many bytes."""
    return text.encode("utf-8", "ignore")[:most].decode("utf-8", "ignore")
