"""A page being written, packed as it grows, so that no poster is ever held as plain text."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from cjm_desktop.poster import content
from cjm_desktop.poster.bounds import Rect
from cjm_desktop.poster.supplies import Name, Shared

_HELD = 200_000
"""Letters that wait to be packed together."""
_STEPS = 500
"""So many places one after another are told from the one before: programs that read a page with few
digits would be off by more than a hair after thousands."""


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
        self.before: list[Shared] = []
        self.after: list[Shared] = []
        """What other pages have as well, drawn before and after its own; uses no resources."""
        self._packer: Any = None
        """Made when it is needed: most sheets need it only at their end, one after the other."""
        self._packed: list[bytes] = []
        self._waiting: list[str] = []
        self._letters = 0
        self._begun = ""
        self._at, self._steps = (0, 0), 0

    def begin(self, operators: str) -> None:
        """Save the state and change it by operators; what comes up to `end` may use `onto`."""
        self._begun = f"q {operators}"
        self._at, self._steps = (0, 0), 0
        self.add(self._begun)

    def end(self) -> None:
        """Go back to how it was before `begin`."""
        self.add("Q")

    @property
    def origin(self) -> tuple[float, float]:
        """Where the origin was put last."""
        return self._at[0] / 1000, self._at[1] / 1000

    def onto(self, x: float, y: float) -> str:
        """The operators that put the origin at a place, told from the one before.

        Things stand in rows: that is shorter than where each one is, and often the same again.
        """
        here, (left, top) = (round(x * 1000), round(y * 1000)), self._at
        self._at = here
        self._steps += 1
        if self._steps == _STEPS:
            self._steps = left = top = 0
            return f"Q\n{self._begun}\n{_step(*here)}"
        return _step(here[0] - left, here[1] - top)

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
        if self._packer is None:
            self._packer = zlib.compressobj()
        self._packed.append(self._packer.compress(text.encode("latin-1")))
        self._waiting, self._letters = [], 0

    def packed(self) -> bytes:
        """All of the content, deflated; nothing can be added afterwards."""
        self._pack()
        done = b"".join([*self._packed, self._packer.flush()])
        self._packer = None
        return done


@lru_cache(maxsize=4096)
def _step(across: int, down: int) -> str:
    """The operator that moves the origin by thousandths."""
    return f"{content.shift(across / 1000, down / 1000)}\n"
