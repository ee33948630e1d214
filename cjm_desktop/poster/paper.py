"""Paper: the sizes people have, and how they name them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from cjm_desktop.journey import words
from cjm_desktop.journey.problems import Problem

SIZES: dict[str, tuple[float, float]] = {
    "A0": (841, 1189),
    "A1": (594, 841),
    "A2": (420, 594),
    "A3": (297, 420),
    "A4": (210, 297),
    "Letter": (215.9, 279.4),
    "Tabloid": (279.4, 431.8),
}
"""Short and long side in mm."""
ROLLS: tuple[int, ...] = (610, 914, 1067, 1118, 1524)
"""Widths of plotter rolls in mm."""
ROLL_EDGE = 5.0
"""What a plotter cannot print at either edge of a roll, mm."""
SMALLEST, LARGEST = 40.0, 50_000.0
"""Sides allowed for a size of one's own, mm."""

_ROLL = re.compile(r"(?:roll|рулон)[\s_-]*(\d+)(?:\s*(?:mm|мм))?", re.IGNORECASE)
_OWN = re.compile(
    r"(\d+(?:[.,]\d+)?)\s*[xх×*]\s*(\d+(?:[.,]\d+)?)\s*(mm|cm|m|мм|см|м)?", re.IGNORECASE
)
_UNITS = {"mm": 1.0, "мм": 1.0, "cm": 10.0, "см": 10.0, "m": 1000.0, "м": 1000.0}


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper as it lies, mm. A side of 0 is as long as the map needs: a roll."""

    name: str
    width: float
    height: float

    @property
    def roll(self) -> bool:
        """Whether one side is as long as the map needs."""
        return (self.width == 0) != (self.height == 0)

    @property
    def as_needed(self) -> bool:
        """Whether both sides are as long as the map needs."""
        return self.width == self.height == 0

    @property
    def landscape(self) -> bool:
        """Whether it lies on its long side; for a roll, whether the map runs along it."""
        if self.as_needed:
            return True
        return self.height != 0 and (self.width == 0 or self.width >= self.height)

    def turned(self, landscape: bool | None) -> Paper:
        """The same paper on its long side, or on its short one; None leaves it as it lies."""
        if landscape is None or landscape == self.landscape or self.as_needed:
            return self
        return replace(self, width=self.height, height=self.width)

    def label(self, language: str) -> str:
        """What people call it."""
        if self.as_needed:
            return words.say("poster.for_notes", language)
        if self.roll:
            return words.say("poster.roll", language, width=self.name.removeprefix("roll-"))
        if self.name in SIZES:
            return self.name
        return size_in_cm(self.width, self.height, language)


A0 = Paper("A0", 1189, 841)
FOR_NOTES = Paper("notes", 0, 0)
"""As large as a blank map must be for sticky notes to fit everywhere."""
A4 = Paper("A4", 297, 210)


def size_in_cm(width: float, height: float, language: str) -> str:
    """A size as it is told to people, such as 119 x 84 cm; to the millimetre below 10 cm."""

    def side(value: float) -> str:
        return words.number(round(value / 10, 0 if value >= 100 else 1), language)

    return words.say("poster.size_cm", language, width=side(width), height=side(height))


def parse(name: str, landscape: bool | None = None) -> Paper:
    """The paper of a name: `A0`, `A3`, `Letter`, `roll-914`, `500x700mm`, `50x70cm`.

    Args:
        name: capitals do not matter.
        landscape: None leaves a size of one's own as it is written and lays any other on its
            long side.

    Raises:
        Problem: there is no such paper, or it is too small or too large.
    """
    wanted = name.strip()
    known = {each.lower(): each for each in SIZES}.get(wanted.lower())
    if known:
        short, long = SIZES[known]
        return Paper(known, long, short).turned(landscape)
    if wanted.lower() == FOR_NOTES.name:
        return FOR_NOTES
    roll = _ROLL.fullmatch(wanted)
    if roll:
        width = _allowed(float(roll[1]), wanted)
        return Paper(f"roll-{roll[1]}", 0.0, width - 2 * ROLL_EDGE).turned(landscape)
    own = _OWN.fullmatch(wanted)
    if own:
        unit = _UNITS[(own[3] or "mm").lower()]
        sides = [_allowed(float(own[i].replace(",", ".")) * unit, wanted) for i in (1, 2)]
        return Paper(f"{sides[0]:g}x{sides[1]:g}mm", sides[0], sides[1]).turned(landscape)
    raise Problem("poster.paper_unknown", name=wanted, known=", ".join(SIZES))


def _allowed(side: float, name: str) -> float:
    if not SMALLEST <= side <= LARGEST:
        raise Problem(
            "poster.paper_size", name=name, smallest=SMALLEST / 10, largest=LARGEST / 1000
        )
    return side
