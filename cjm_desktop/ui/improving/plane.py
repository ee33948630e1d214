"""Where the parts of the matrix lie, without a window: its cells, its quadrants, its cards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

LEVELS = (1, 2, 3)
Cell = tuple[int, int]
"""Effect and effort, 1 to 3."""


class Box(NamedTuple):
    """A rectangle, px."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


class Measures(NamedTuple):
    """How large the parts are, px."""

    left: float = 76
    """Room for the words of effect, at the left."""
    foot: float = 46
    """Room for the words of effort, at the bottom."""
    label: float = 28
    """Room for the name of a quadrant, in the corner cells."""
    card: float = 52
    gap: float = 2
    pad: float = 6


class Plane(NamedTuple):
    """The matrix laid out."""

    cells: dict[Cell, Box]
    slots: dict[Cell, tuple[Box, ...]]
    """Of each cell: where its cards lie, one under the other."""
    height: float
    field: Box
    """All cells together."""

    def at(self, x: float, y: float) -> Cell | None:
        """The cell at a point."""
        return next((key for key, box in self.cells.items() if box.holds(x, y)), None)

    @property
    def quadrants(self) -> tuple[Box, Box, Box, Box]:
        """Much effect for little effort, much for much, little for little, little for much."""
        middle = self.cells[2, 2]
        x, y = middle.x + middle.width / 2, middle.y + middle.height / 2
        field = self.field
        right, low = field.x + field.width - x, field.y + field.height - y
        return (
            Box(field.x, field.y, x - field.x, y - field.y),
            Box(x, field.y, right, y - field.y),
            Box(field.x, y, x - field.x, low),
            Box(x, y, right, low),
        )


def plane(
    counts: Mapping[Cell, int], width: float, height: float, measures: Measures | None = None
) -> Plane:
    """Lay the matrix out: it grows in height until no card lies over another one.

    Args:
        counts: how many cards each cell holds.
        width, height: at least, px.
    """
    size = measures or Measures()
    wide = (width - size.left) / len(LEVELS)
    room = height - size.foot
    rows = _rows(counts, room, size)
    cells: dict[Cell, Box] = {}
    slots: dict[Cell, tuple[Box, ...]] = {}
    top = 0.0
    for effect in reversed(LEVELS):
        for effort in LEVELS:
            cell = Box(size.left + (effort - 1) * wide, top, wide, rows[effect])
            cells[effect, effort] = cell
            begins = cell.y + size.pad + (size.label if effect == LEVELS[-1] else 0)
            slots[effect, effort] = tuple(
                Box(
                    cell.x + size.pad,
                    begins + at * (size.card + size.gap),
                    cell.width - 2 * size.pad,
                    size.card,
                )
                for at in range(counts.get((effect, effort), 0))
            )
        top += rows[effect]
    return Plane(cells, slots, top + size.foot, Box(size.left, 0, width - size.left, top))


def _rows(counts: Mapping[Cell, int], room: float, size: Measures) -> dict[int, float]:
    """How high the rows are: as equal as the cards in them allow."""
    needs: dict[int, float] = {}
    for effect in LEVELS:
        most = max(counts.get((effect, effort), 0) for effort in LEVELS)
        cards = most * size.card + max(0, most - 1) * size.gap
        needs[effect] = cards + 2 * size.pad + _label(effect, size)
    rows: dict[int, float] = {}
    for effect in sorted(LEVELS, key=lambda one: -needs[one]):
        rows[effect] = max(needs[effect], room / (len(LEVELS) - len(rows)))
        room -= rows[effect]
    return rows


def _label(effect: int, size: Measures) -> float:
    """The room that the names of quadrants take in a row of cells, px."""
    return 0 if effect == 2 else size.label
