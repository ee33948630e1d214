"""A shape of the layout turned into ready calls of QPainter, once.

Painting is what a frame is made of, and most of it in Python is finding methods and building
arguments. A tape holds bound arguments: playing it is one C call a step, and a pen or a brush that
is already in hand is not taken up again.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import methodcaller
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QGlyphRun,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
)

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
from cjm_desktop.ui.canvas.photos import photo_steps

Step = Callable[[QPainter], object]
NO_PEN = QPen(Qt.PenStyle.NoPen)
NO_BRUSH = QBrush(Qt.BrushStyle.NoBrush)
READABLE = 0.5
"""Pixels a poster unit from which on body text is at least 4 pixels and drawn as text."""
LARGEST_RUN = 60.0
"""Pixels of the em from which on letters are painted as outlines."""
GROUND, SHADOW = 400.0, 4.0
"""Square poster units of a part that others lie on, and how far its shadow may stand out."""
BAR = 0.52
"""Height of the bar that stands for a line of text, in ems: from the x-height to the baseline."""


class Patch(NamedTuple):
    """A rectangle of one colour that stands for something seen from far."""

    colour: str
    rect: QRectF


class Tape:
    """How to paint one shape.

    Args:
        shape: what to paint.
        fonts: where letters come from.
    """

    __slots__ = ("_fonts", "_largest", "_outlined", "_shape", "far", "middle", "near")

    def __init__(self, shape: Shape, fonts: Fonts) -> None:
        made = _Recorder(fonts).record(shape.primitives)
        self.near: tuple[Step, ...] = tuple(made.near)
        """Every step, letters as glyph runs."""
        self.middle: tuple[Step, ...] = tuple(made.middle)
        """The same with a grey bar for each line of text, which is too small to read."""
        self.far: tuple[Patch, ...] = tuple(made.far)
        """Coloured rectangles only, in order."""
        self._outlined: tuple[Step, ...] | None = None
        self._shape, self._fonts = shape, fonts
        sizes = [one.size for one in shape.primitives if isinstance(one, Glyphs)]
        self._largest = max(sizes, default=0.0)

    def steps(self, scale: float, *, turned: bool = False) -> tuple[Step, ...]:
        """The steps for a scale.

        Args:
            scale: pixels a poster unit.
            turned: the shape is painted at an angle.
        """
        if scale < READABLE:
            return self.middle
        if turned or self._largest * scale >= LARGEST_RUN:
            return self.outlined()
        return self.near

    def outlined(self) -> tuple[Step, ...]:
        """Every step, the outlines of letters filled.

        Qt sets turned glyphs on whole pixels, which makes letters dance, and paints no glyph of
        a `QRawFont` that is larger than 64 pixels after scaling.
        """
        if self._outlined is None:
            made = _Recorder(self._fonts, outlines=True).record(self._shape.primitives)
            self._outlined = tuple(made.near)
        return self._outlined


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


def bar_of(glyphs: Glyphs) -> QRectF:
    """The bar that stands for a line of text."""
    height = glyphs.size * BAR
    return QRectF(glyphs.x, glyphs.y - height, glyphs.width, height)


class _Recorder:
    """Writes the steps of one tape, leaving out pens and brushes already in hand."""

    def __init__(self, fonts: Fonts, *, outlines: bool = False) -> None:
        self._fonts = fonts
        self._outlines = outlines
        self.near: list[Step] = []
        self.middle: list[Step] = []
        self.far: list[Patch] = []
        self._pen: object = ()
        self._brush: object = ()
        self._texts: list[Glyphs] = []

    def record(self, primitives: tuple[Primitive, ...]) -> _Recorder:
        for primitive in primitives:
            if isinstance(primitive, Glyphs):
                self._texts.append(primitive)
                continue
            self._flush()
            self._one(primitive)
        self._flush()
        return self

    def _one(self, primitive: Box | Disc | Line | Path | Photo) -> None:
        if isinstance(primitive, Box):
            self._box(primitive)
        elif isinstance(primitive, Disc):
            self._disc(primitive)
        elif isinstance(primitive, Line):
            self._line(primitive)
        elif isinstance(primitive, Path):
            self._path(primitive)
        else:
            self._photo(primitive)

    def _both(self, step: Step) -> None:
        self.near.append(step)
        self.middle.append(step)

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
            self._both(methodcaller("setPen", pen(line, width, dash, rounded=rounded)))
        if fill != self._brush:
            self._brush = fill
            self._both(methodcaller("setBrush", brush(fill)))

    def _patch(self, fill: Fill, line: Fill, rect: QRectF) -> None:
        colour = fill if fill is not None else line
        if isinstance(colour, Gradient):
            colour = colour.stops[len(colour.stops) // 2][1]
        if colour is None:
            return
        if rect.width() * rect.height() >= GROUND:
            # From far a shadow is what lies under its thing: hidden.
            around = rect.adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW)
            self.far = [one for one in self.far if not around.contains(one.rect)]
        self.far.append(Patch(colour, rect))

    def _box(self, box: Box) -> None:
        self._hand(box.fill, box.line, box.width, box.dash)
        rect = QRectF(box.x, box.y, box.w, box.h)
        if box.radius > 0:
            round_by = min(box.radius, box.w / 2, box.h / 2)
            path = QPainterPath()
            path.addRoundedRect(rect, round_by, round_by)
            self._both(methodcaller("drawPath", path))
        else:
            self._both(methodcaller("drawRect", rect))
        if box.fill is not None:
            self._patch(box.fill, None, rect)
        else:
            self._edges(box.line, rect)

    def _edges(self, line: Fill, rect: QRectF) -> None:
        """An empty box from far: its four edges, so that it does not hide what lies under it."""
        thick = 0.8
        for x, y, w, h in (
            (rect.left(), rect.top(), rect.width(), thick),
            (rect.left(), rect.bottom() - thick, rect.width(), thick),
            (rect.left(), rect.top(), thick, rect.height()),
            (rect.right() - thick, rect.top(), thick, rect.height()),
        ):
            self._patch(line, None, QRectF(x, y, w, h))

    def _disc(self, disc: Disc) -> None:
        self._hand(disc.fill, disc.line, disc.width)
        middle, r = QPointF(disc.cx, disc.cy), disc.r
        self._both(methodcaller("drawEllipse", middle, r, r))
        self._patch(disc.fill, disc.line, QRectF(disc.cx - r, disc.cy - r, 2 * r, 2 * r))

    def _line(self, line: Line) -> None:
        self._hand(None, line.line, line.width, line.dash, rounded=line.round)
        self._both(methodcaller("drawLine", QLineF(line.x0, line.y0, line.x1, line.y1)))
        if line.x0 == line.x1 or line.y0 == line.y1:
            half = line.width / 2
            corner, other = QPointF(line.x0, line.y0), QPointF(line.x1, line.y1)
            rect = QRectF(corner, other).normalized().adjusted(-half, -half, half, half)
            self._patch(None, line.line, rect)

    def _path(self, path: Path) -> None:
        self._hand(path.fill, path.line, path.width, path.dash, rounded=path.round)
        made = painter_path(path)
        self._both(methodcaller("drawPath", made))
        if path.fill is not None:
            self._patch(path.fill, None, made.boundingRect())

    def _photo(self, photo: Photo) -> None:
        for step in photo_steps(photo):
            self._both(step)
        self._patch("#DDE2E8", None, QRectF(photo.x, photo.y, photo.w, photo.h))

    def _flush(self) -> None:
        """Write the texts met since the last other thing, one glyph run for each font and colour:
        one run of three lines costs less than three runs."""
        groups: dict[tuple[object, ...], list[Glyphs]] = {}
        for one in self._texts:
            groups.setdefault((one.font, one.size, one.colour), []).append(one)
        self._texts.clear()
        for lines in groups.values():
            self._text(lines)

    def _text(self, lines: list[Glyphs]) -> None:
        first = lines[0]
        run = QGlyphRun()
        run.setRawFont(self._fonts.raw(first.font, first.size))
        run.setGlyphIndexes([glyph for line in lines for glyph in line.glyphs])
        run.setPositions([place for line in lines for place in _places(line)])
        self.near.append(methodcaller("setPen", pen(first.colour, 0.0)))
        if self._outlines:
            self.near.append(methodcaller("fillPath", letters(run), brush(first.colour)))
        else:
            self.near.append(methodcaller("drawGlyphRun", QPointF(0, 0), run))
        colour = faint(first.colour)
        bars = [bar_of(line) for line in lines if line.width > 0]
        self.middle.append(methodcaller("setPen", NO_PEN))
        self.middle.append(methodcaller("setBrush", brush(colour)))
        self.middle.append(methodcaller("drawRects", bars))
        self.far += [Patch(colour, bar) for bar in bars]
        # The two tapes now hold different pens and brushes.
        self._pen = self._brush = ()


def faint(colour: str) -> str:
    """The colour of a bar: text covers less than half of the line it stands on."""
    return "#70" + colour[1:]


def _places(line: Glyphs) -> list[QPointF]:
    if line.ys:
        pairs = zip(line.xs, line.ys, strict=True)
        return [QPointF(line.x + x, line.y + y) for x, y in pairs]
    return [QPointF(line.x + x, line.y) for x in line.xs]
