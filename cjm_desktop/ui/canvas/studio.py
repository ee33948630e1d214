"""What all cells of a scene paint with."""

from __future__ import annotations

from cjm_desktop.layout.pieces import Piece
from cjm_desktop.ui.canvas.fonts import Fonts
from cjm_desktop.ui.canvas.pace import Pace
from cjm_desktop.ui.canvas.sprites import Sprite, Sprites


class Studio:
    """What all cells of a scene paint with."""

    def __init__(self) -> None:
        self.fonts = Fonts()
        self.sprites = Sprites()
        self.pace = Pace()
        self.ratio = 1.0
        """Device pixels in a pixel."""
        self.ahead: dict[str, tuple[tuple[Piece, ...], Sprite]] = {}
        """By the id of a cell pieces it does not show yet, and the picture of them."""
