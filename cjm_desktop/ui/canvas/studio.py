"""What all cells of a scene paint with."""

from __future__ import annotations

from typing import NamedTuple

from cjm_desktop.ui.canvas.fonts import Fonts
from cjm_desktop.ui.canvas.looks import Looks
from cjm_desktop.ui.canvas.pace import Pace
from cjm_desktop.ui.canvas.sprites import Sprite, Sprites
from cjm_desktop.ui.canvas.tape import Tape

Part = tuple[Tape | str, float, float, int] | None
"""Of a long cell: which piece, how it is turned, in parts of what width, and which part.

A word instead of a piece: all that is there. None: all of a short cell."""


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
