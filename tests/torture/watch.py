"""Watching over a long proof: how far it is, what it counted, and when time is up."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator

EVERY = 1.0
"""Seconds between two words of progress."""


class Watch:
    """Counts the rounds of a proof.

    Args:
        seconds: after which no new round begins; 0: none is left out.
        tells: says on standard error how far it is.
    """

    def __init__(self, seconds: float = 0, *, tells: bool = False) -> None:
        self.done = 0
        self.counted: Counter[str] = Counter()
        self.began = time.monotonic()
        self._end = self.began + seconds if seconds else None
        self._tells = tells
        self._told = self.began

    @property
    def over(self) -> bool:
        """Time is up."""
        return self._end is not None and time.monotonic() >= self._end

    @property
    def took(self) -> float:
        """Seconds since the beginning."""
        return time.monotonic() - self.began

    def rounds(self, count: int) -> Iterator[int]:
        """The numbers of so many rounds; fewer where time is up."""
        for number in range(count):
            if self.over:
                return
            yield number
            self.done += 1
            now = time.monotonic()
            if self._tells and now - self._told >= EVERY:
                self._told = now
                print(f"\r{self.done} ({self.took:.0f} s) ", end="", file=sys.stderr, flush=True)

    def count(self, what: str, happened: bool | int = True) -> None:
        """Count something for the figures at the end."""
        self.counted[what] += int(happened)
