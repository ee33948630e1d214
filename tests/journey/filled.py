"""The small map with something in it, under names that tests can use."""

from __future__ import annotations

from cjm_desktop.journey import moves
from tests.journey.small import Small, small


class Filled:
    """Touchpoints "one", "two", "three" in a1 and "far" in b1, a note, a thought-out curve."""

    def __init__(self) -> None:
        self.map: Small = small()
        made = self.map
        self.one = made.card("touchpoints", "a1", "one")
        self.two = made.card("touchpoints", "a1", "two")
        self.three = made.card("touchpoints", "a1", "three")
        self.far = made.card("touchpoints", "b1", "far")
        self.act = made.card("actions", "a1", "act")
        self.note = made.card("barriers", "a2", "note", severity=2)
        self.idea = made.card("opportunities", "b1", "idea")
        self.calm = self._feel("a1", 0.5, "calm")
        self.cross = self._feel("b1", -1.0, "cross")
        made.settle()

    def _feel(self, where: str, value: float, word: str) -> str:
        lane_id = self.map.lane["feelings"]
        return moves.set_feeling(self.map.draft, lane_id, *self.map.at[where], value, word=word)
