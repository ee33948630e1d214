"""How long a frame may paint: everything at rest, a few milliseconds while the map moves."""

from __future__ import annotations

from time import perf_counter

MOVING = 0.003
"""Seconds of fresh painting a frame while the map is scrolled or zoomed by hand."""
REFINING = 0.005
"""The same just after it came to rest: the next event must not wait long."""


class Pace:
    """The clock of one view's frames."""

    def __init__(self) -> None:
        self.moving = False
        """The map is being scrolled or zoomed: what is known is shown, sharp or not."""
        self.refining = False
        """It has just come to rest: what is not sharp is painted anew, frame by frame."""
        self.unfinished = False
        """Something in this frame was not painted as it should look."""
        self._until = 0.0
        self._started = False

    def begin(self) -> None:
        """A frame begins."""
        self.unfinished = False
        self._started = False
        if self.moving or self.refining:
            self._until = perf_counter() + (MOVING if self.moving else REFINING)

    def may_paint(self, known: bool) -> bool:
        """Whether there is time to paint one more cell anew; else the frame stays unfinished.

        At rest each frame paints at least one, so that it is finished some day.

        Args:
            known: there is an older picture of it, if not a sharp one.
        """
        if not (self.moving or self.refining):
            return True
        if self.moving and known:
            self.unfinished = True
            return False
        if not self._started and self.refining:
            self._started = True
            return True
        if perf_counter() < self._until:
            return True
        self.unfinished = True
        return False
