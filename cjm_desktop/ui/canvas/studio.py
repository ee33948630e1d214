"""What all cells of a scene paint with."""

from __future__ import annotations

from collections import OrderedDict
from typing import NamedTuple

from cjm_desktop.layout.pieces import Cell
from cjm_desktop.ui.canvas.fonts import Fonts
from cjm_desktop.ui.canvas.looks import Looks
from cjm_desktop.ui.canvas.pace import Pace
from cjm_desktop.ui.canvas.sprites import Sprite, Sprites
from cjm_desktop.ui.canvas.tape import Tape

Part = tuple[Tape | str, float, float, int] | None
"""Of a long cell: which piece, how it is turned, in parts of what width, and which part.

A word instead of a piece: all that is there. None: all of a short cell."""


SHELVED = 2000
"""Cells that are not shown any more of which one remembers what they looked like."""


class Ahead(NamedTuple):
    """What a cell will look like, and pictures of its parts; None where one would be empty."""

    looks: Looks
    sprites: dict[Part, Sprite | None]


class Studio:
    """What all cells of a scene paint with."""

    def __init__(self) -> None:
        self.fonts = Fonts()
        self.sprites = Sprites()
        self.pace = Pace()
        self.ratio = 1.0
        """Device pixels in a pixel."""
        self.ahead: dict[tuple[str, bool], Ahead] = {}
        """What is not shown yet, by the id of its cell and whether it is only its ground."""
        self._shelf: OrderedDict[int, Looks] = OrderedDict()
        """Of cells that are not shown any more, by their pieces; the last one last."""

    def shelve(self, looks: Looks) -> None:
        """Keep what a cell of the grid looked like, for when one turns back to its map."""
        self._shelf[id(looks.pieces)] = looks
        if len(self._shelf) > SHELVED:
            self._shelf.popitem(last=False)

    def take(self, cell: Cell) -> Looks | None:
        """What a cell looked like when it was shown with just these pieces, all of them."""
        # As long as they are kept no other pieces have that address.
        return self._shelf.pop(id(cell.pieces), None)
