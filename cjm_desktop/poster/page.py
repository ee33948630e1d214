"""A page being written, packed as it grows, so that no poster is ever held as plain text."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from cjm_desktop.poster.bounds import Rect
from cjm_desktop.poster.supplies import Name

_HELD = 200_000
"""Letters that wait to be packed together."""


class Page:
    """The content of a page, in points from its bottom left.

    Args:
        width, height: mm.
    """

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self.boxes: dict[str, Rect] = {}
        """Further boxes by their names in a PDF, such as `TrimBox`; mm from the top left."""
        self.names: set[Name] = set()
        """The resources the content uses."""
        self._packer = zlib.compressobj()
        self._packed: list[bytes] = []
        self._waiting: list[str] = []
        self._letters = 0

    def add(self, operators: str, names: Iterable[Name] = ()) -> None:
        """Add operators and the names of the resources they use."""
        self.names.update(names)
        self._waiting.append(operators)
        self._letters += len(operators)
        if self._letters > _HELD:
            self._pack()

    def _pack(self) -> None:
        self._waiting.append("")
        text = "\n".join(self._waiting)
        self._packed.append(self._packer.compress(text.encode("latin-1")))
        self._waiting, self._letters = [], 0

    def packed(self) -> bytes:
        """All of the content, deflated; nothing can be added afterwards."""
        self._pack()
        return b"".join([*self._packed, self._packer.flush()])
