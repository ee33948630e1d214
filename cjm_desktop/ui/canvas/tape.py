"""A shape of the layout turned into ready calls of QPainter, once.

Painting is what a frame is made of, and most of it in Python is finding methods and building
arguments. A tape holds bound arguments: playing it is one C call a step, and a pen or a brush that
is already in hand is not taken up again. What is asked for at no zoom is never made.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from operator import methodcaller
from typing import Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen

from cjm_desktop.layout.pieces import (
    Box,
    Disc,
    Fill,
    Glyphs,
    Gradient,
    Line,
    Path,
    Photo,
    Primitive,
    Shape,
)
from cjm_desktop.ui.canvas.fonts import Fonts
from cjm_desktop.ui.canvas.outlines import letters, painter_path
from cjm_desktop.ui.canvas.patches import Patch, bar_of, faint, patches
from cjm_desktop.ui.canvas.photos import photo_steps

Step = Callable[[QPainter], object]
Letters = Literal["runs", "outlines", "bars"]
"""What stands for a line of text: its glyphs, their outlines, or a grey bar."""
NO_PEN = QPen(Qt.PenStyle.NoPen)
NO_BRUSH = QBrush(Qt.BrushStyle.NoBrush)
READABLE = 0.5
"""Pixels a poster unit from which on body text is at least 4 pixels, and all text is drawn."""
TEXT = 4.0
"""Pixels of the em from which on larger text is drawn, from farther off too."""
LARGEST_RUN = 60.0
"""Pixels of the em from which on letters are painted as outlines."""
KEPT = 2000
"""Pens, and brushes, that are kept: a map has a few dozen."""


class Tape:
    """How to paint one shape.

    Args:
        shape: what to paint.
        fonts: where letters come from.
    """

    __slots__ = ("_far", "_fonts", "_kept", "_shape", "_sizes", "weight")

    def __init__(self, shape: Shape, fonts: Fonts) -> None:
        self._shape, self._fonts = shape, fonts
        self._kept: dict[tuple[Letters, float], tuple[Step, ...]] = {}
        self._far: tuple[Patch, ...] | None = None
        texts = [one for one in shape.primitives if isinstance(one, Glyphs)]
        self._sizes = sorted({one.size for one in texts})
        runs = {(one.font, one.size, one.colour) for one in texts}
        self.weight = 3 * (len(shape.primitives) - len(texts)) + 2 * len(runs)
        """About how many steps there are."""

    @property
    def near(self) -> tuple[Step, ...]:
        """Every step, letters as glyph runs."""
        return self._steps("runs")

    @property
    def middle(self) -> tuple[Step, ...]:
        """The same with a grey bar for each line of text, which is too small to read."""
        return self._steps("bars")

    @property
    def outlined(self) -> tuple[Step, ...]:
        """Every step, the outlines of letters filled.

        Qt sets turned glyphs on whole pixels, which makes letters dance, and paints no glyph of
        a `QRawFont` that is larger than 64 pixels after scaling.
        """
        return self._steps("outlines")

    @property
    def far(self) -> tuple[Patch, ...]:
        """Coloured rectangles only, in order."""
        if self._far is None:
            self._far = tuple(patches(self._shape.primitives))
        return self._far

    def _steps(self, text: Letters, least: float = 0.0) -> tuple[Step, ...]:
        """The steps with letters of a kind; text of a size below `least` is grey bars."""
        known = self._kept.get((text, least))
        if known is None:
            made = _Recorder(self._fonts, text, least).record(self._shape.primitives)
            known = self._kept[text, least] = tuple(made)
        return known

    def steps(self, scale: float, *, turned: bool = False) -> tuple[Step, ...]:
        """The steps for a scale.

        Args:
            scale: pixels a poster unit.
            turned: the shape is painted at an angle.
        """
        sizes, least = self._sizes, 0.0
        if scale < READABLE:
            least = next((one for one in sizes if one * scale >= TEXT), 0.0)
            if not least:
                return self.middle
        if turned or (sizes and sizes[-1] * scale >= LARGEST_RUN):
            return self._steps("outlines", least)
        return self._steps("runs", least)


@lru_cache(maxsize=KEPT)
def brush(fill: Fill) -> QBrush:
    """Qt's brush for a colour, a gradient or nothing."""
    if fill is None:
        return NO_BRUSH
    if isinstance(fill, Gradient):
        gradient = QLinearGradient(fill.x0, fill.y0, fill.x1, fill.y1)
        for place, colour in fill.stops:
            gradient.setColorAt(place, QColor(colour))
        return QBrush(gradient)
    return QBrush(QColor(fill))


@lru_cache(maxsize=KEPT)
def pen(line: Fill, width: float, dash: tuple[float, ...] = (), *, rounded: bool = False) -> QPen:
    """Qt's pen for a line of the layout; dashes are in poster units, not in widths."""
    if line is None:
        return NO_PEN
    cap = Qt.PenCapStyle.RoundCap if rounded else Qt.PenCapStyle.FlatCap
    join = Qt.PenJoinStyle.RoundJoin if rounded else Qt.PenJoinStyle.MiterJoin
    made = QPen(brush(line), width, Qt.PenStyle.SolidLine, cap, join)
    if dash and width > 0:
        even = dash if len(dash) % 2 == 0 else dash * 2
        made.setDashPattern([part / width for part in even])
    return made


class _Recorder:
    """Writes the steps of one tape, leaving out pens and brushes already in hand."""

    def __init__(self, fonts: Fonts, text: Letters, least: float = 0.0) -> None:
        self._fonts, self._text, self._least = fonts, text, least
        self._steps: list[Step] = []
        self._pen: object = ()
        self._brush: object = ()
        self._lines: list[Glyphs] = []
        self._last = "", 0
        """The last call for several things, and how many steps there were then."""
        self._things: list[QLineF | QRectF] = []

    def record(self, primitives: tuple[Primitive, ...]) -> list[Step]:
        for primitive in primitives:
            if isinstance(primitive, Glyphs):
                self._lines.append(primitive)
                continue
            self._flush()
            self._one(primitive)
        self._flush()
        return self._steps

    def _one(self, primitive: Box | Disc | Line | Path | Photo) -> None:
        if isinstance(primitive, Box):
            self._box(primitive)
        elif isinstance(primitive, Disc):
            self._hand(primitive.fill, primitive.line, primitive.width)
            middle, r = QPointF(primitive.cx, primitive.cy), primitive.r
            self._add("drawEllipse", middle, r, r)
        elif isinstance(primitive, Line):
            line = primitive
            self._hand(None, line.line, line.width, line.dash, rounded=line.round)
            self._many("drawLines", QLineF(line.x0, line.y0, line.x1, line.y1))
        elif isinstance(primitive, Path):
            path = primitive
            self._hand(path.fill, path.line, path.width, path.dash, rounded=path.round)
            self._add("drawPath", painter_path(path))
        else:
            self._steps += photo_steps(primitive)
            self._pen = self._brush = ()

    def _add(self, name: str, *arguments: object) -> None:
        self._steps.append(methodcaller(name, *arguments))

    def _many(self, name: str, thing: QLineF | QRectF) -> None:
        """Add a call for one thing, or let the last call, if it is the same, do it too."""
        if self._last != (name, len(self._steps)):
            self._things = []
            self._add(name, self._things)
            self._last = name, len(self._steps)
        self._things.append(thing)

    def _hand(
        self,
        fill: Fill,
        line: Fill,
        width: float = 0.0,
        dash: tuple[float, ...] = (),
        *,
        rounded: bool = False,
    ) -> None:
        """Take up a pen and a brush."""
        key = (line, width, dash, rounded) if line is not None else None
        if key != self._pen:
            self._pen = key
            self._add("setPen", pen(line, width, dash, rounded=rounded))
        if fill != self._brush:
            self._brush = fill
            self._add("setBrush", brush(fill))

    def _box(self, box: Box) -> None:
        self._hand(box.fill, box.line, box.width, box.dash)
        rect = QRectF(box.x, box.y, box.w, box.h)
        if box.radius > 0:
            round_by = min(box.radius, box.w / 2, box.h / 2)
            path = QPainterPath()
            path.addRoundedRect(rect, round_by, round_by)
            self._add("drawPath", path)
        else:
            self._many("drawRects", rect)

    def _flush(self) -> None:
        """Write the texts met since the last other thing, one glyph run for each font and colour:
        one run of three lines costs less than three runs."""
        groups: dict[tuple[object, ...], list[Glyphs]] = {}
        for one in self._lines:
            groups.setdefault((one.font, one.size, one.colour), []).append(one)
        self._lines.clear()
        for lines in groups.values():
            self._write(tuple(lines))
            self._pen = self._brush = ()

    def _write(self, lines: tuple[Glyphs, ...]) -> None:
        colour = lines[0].colour
        if self._text == "bars" or lines[0].size < self._least:
            self._add("setPen", NO_PEN)
            self._add("setBrush", brush(faint(colour)))
            self._add("drawRects", [bar_of(line) for line in lines if line.width > 0])
            return
        run = self._fonts.run(lines)
        if self._text == "outlines":
            self._add("fillPath", letters(run), brush(colour))
        else:
            self._add("setPen", pen(colour, 0.0))
            self._add("drawGlyphRun", QPointF(0, 0), run)
