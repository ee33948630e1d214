"""Tapes in their places, and rectangles that stand for them from far."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from cjm_desktop.layout.pieces import Piece, Shape
from cjm_desktop.ui.canvas.tape import Tape, brush

CHEAP = 5
"""Steps up to which painting costs less than copying a picture of what is painted."""
EDGE, OVERHANG = 1.5, 8.0
"""How far lines may stand out of a piece, and shadows and turned corners, poster units."""
STICKING_OUT = frozenset({"barrier", "face", "ground", "header", "stage"})
"""Pieces with something that does."""
SOME = 20
"""Rectangles of a colour that are looked at to tell how large they are."""
OPAQUE = 7
"""Letters of a colour without transparency; bars for texts are transparent."""
Patches = dict[str, list[QRectF]]
"""Rectangles by colour: a thing seen from far."""


class Placed(NamedTuple):
    """A tape in its place in the cell."""

    x: float
    y: float
    turn: float
    shape: Shape
    tape: Tape

    @property
    def light(self) -> bool:
        """Whether it is painted more quickly than a picture of it is copied."""
        return not self.turn and self.tape.weight <= CHEAP

    def alone(self) -> Placed:
        """The same where the painter stands: a picture of it is good wherever it lies."""
        return self._replace(x=0.0, y=0.0)

    def area(self) -> QRectF:
        """What it may paint on."""
        out = OVERHANG
        return QRectF(self.x - out, self.y - out, self.shape.w + 2 * out, self.shape.h + 2 * out)


def room(pieces: Iterable[Piece]) -> QRectF:
    """What pieces may paint on, in the coordinates of their cell."""
    left = top = math.inf
    right = bottom = -math.inf
    for one in pieces:
        out = OVERHANG if one.turn or one.kind in STICKING_OUT else EDGE
        left, top = min(left, one.x - out), min(top, one.y - out)
        right = max(right, one.x + one.shape.w + out)
        bottom = max(bottom, one.y + one.shape.h + out)
    return QRectF(left, top, right - left, bottom - top) if right > left else QRectF()


def play(painter: QPainter, placed: Iterable[Placed], scale: float) -> None:
    """Paint tapes; the painter is where it was afterwards, its pen and brush are not.

    Args:
        painter: in the coordinates of the cell.
        placed: what to paint, in order.
        scale: pixels a poster unit.
    """
    for x, y, turn, shape, one in placed:
        if turn:
            painter.save()
            painter.translate(x + shape.w / 2, y + shape.h / 2)
            painter.rotate(turn)
            painter.translate(-shape.w / 2, -shape.h / 2)
            for step in one.steps(scale, turned=True):
                step(painter)
            painter.restore()
            continue
        painter.translate(x, y)
        for step in one.steps(scale):
            step(painter)
        painter.translate(-x, -y)


def add_patches(to: Patches, placed: Iterable[Placed]) -> None:
    """Add what things look like from far."""
    for one in placed:
        for colour, rect in one.tape.far:
            to.setdefault(colour, []).append(rect.translated(one.x, one.y))


def paint_patches(painter: QPainter, patches: Patches) -> None:
    """Paint rectangles, one call a colour."""
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, rects in patches.items():
        painter.setBrush(brush(colour))
        painter.drawRects(rects)


def large_first(patches: Patches) -> Patches:
    """Patches in an order in which no large one hides a small one: by size, texts at the end."""

    def key(pair: tuple[str, list[QRectF]]) -> tuple[bool, float]:
        colour, rects = pair
        some = rects[:SOME]
        size = max(rect.width() * rect.height() for rect in some)
        return len(colour) > OPAQUE, -size

    return dict(sorted(patches.items(), key=key))
