"""Paint the display list into PDF content streams.

A shape is written once, in its own coordinates, and its text is kept: the sheets of a tiled poster
take it from there. Text is never laid out here, only placed glyph by glyph as the layout found it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from cjm_desktop.layout.pieces import (
    Box,
    Cell,
    Disc,
    Drawing,
    Fill,
    Glyphs,
    Gradient,
    Line,
    Path,
    Photo,
    Piece,
    Primitive,
    Shape,
)
from cjm_desktop.poster import bounds, content
from cjm_desktop.poster.bounds import Rect
from cjm_desktop.poster.content import Matrix
from cjm_desktop.poster.supplies import Name, Supplies

UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Writer:
    """Writes primitives as operators and keeps track of what the content stream already knows.

    Args:
        supplies: of the document.
        matrix: from the primitives' coordinates to the page's; only strokes with gradients need it.
    """

    def __init__(self, supplies: Supplies, matrix: Matrix = UNIT) -> None:
        self.operators: list[str] = []
        self.names: set[Name] = set()
        self._supplies = supplies
        self._matrix = matrix
        # What a page begins with.
        self._state: dict[str, object] = {"dash": (), "smooth": False}
        self._in_text = False
        self._write: dict[type[Any], Callable[[Any], None]] = {
            Box: self._box,
            Disc: self._disc,
            Line: self._line,
            Path: self._path,
            Glyphs: self._glyphs,
            Photo: self._photo,
        }

    def write(self, primitives: Iterable[Primitive]) -> None:
        """Write primitives, first to last."""
        for primitive in primitives:
            self._write[type(primitive)](primitive)
        self._end_text()

    def _end_text(self) -> None:
        if self._in_text:
            self.operators.append("ET")
            self._in_text = False

    def _set(self, what: str, value: object, operator: str) -> None:
        """Write an operator unless it would say what already holds."""
        if self._state.get(what) != value:
            self._state[what] = value
            self.operators.append(operator)

    def _glyphs(self, run: Glyphs) -> None:
        if not run.glyphs:
            return
        if not self._in_text:
            self.operators.append("BT")
            self._in_text = True
        name, font = self._supplies.font(run.font)
        self.names.add(name)
        self._set("fill", run.colour, f"{content.rgb(run.colour)} rg")
        self._set("font", (name, run.size), f"/{name[1]} {run.size:.3f} Tf")
        for part in _levels(run):
            y = part.y + (part.ys[0] if part.ys else 0.0)
            self.operators.append(f"1 0 0 -1 {part.x:.3f} {y:.3f} Tm{font.show(part)}")

    def _box(self, box: Box) -> None:
        outline = content.rectangle(box.x, box.y, box.w, box.h, box.radius)
        self._shape(outline, box.fill, box.line, box.width, box.dash)

    def _disc(self, disc: Disc) -> None:
        outline = content.ellipse(disc.cx, disc.cy, disc.r, disc.r)
        self._shape(outline, disc.fill, disc.line, disc.width)

    def _line(self, line: Line) -> None:
        outline = content.path((("M", (line.x0, line.y0)), ("L", (line.x1, line.y1))))
        self._shape(outline, None, line.line, line.width, line.dash, smooth=line.round)

    def _path(self, path: Path) -> None:
        outline = content.path(path.commands)
        self._shape(outline, path.fill, path.line, path.width, path.dash, smooth=path.round)

    def _shape(
        self,
        outline: str,
        fill: Fill,
        line: Fill,
        width: float,
        dash: Sequence[float] = (),
        *,
        smooth: bool = False,
    ) -> None:
        """Fill an outline, stroke it, or both."""
        self._end_text()
        if isinstance(fill, Gradient):
            self._fill_gradient(outline, fill)
            fill = None
        if fill is not None:
            self._set("fill", fill, f"{content.rgb(fill)} rg")
        if line is not None:
            self._stroke_state(line, width, dash, smooth=smooth)
        paint = {(True, True): "B", (True, False): "f", (False, True): "S"}.get(
            (fill is not None, line is not None)
        )
        if paint:
            self.operators.append(f"{outline} {paint}")

    def _fill_gradient(self, outline: str, gradient: Gradient) -> None:
        name = self._supplies.shading(gradient)
        self.names.add(name)
        self.operators.append(f"q {outline} W n /{name[1]} sh Q")

    def _stroke_state(
        self, line: Fill, width: float, dash: Sequence[float], *, smooth: bool
    ) -> None:
        if isinstance(line, Gradient):
            name = self._supplies.pattern(line, self._matrix)
            self.names.add(name)
            self._set("line", line, f"/Pattern CS /{name[1]} SCN")
        elif line is not None:
            self._set("line", line, f"{content.rgb(line)} RG")
        self._set("width", width, f"{content.number(width)} w")
        self._set("dash", tuple(dash), content.dash(dash))
        self._set("smooth", smooth, "1 J 1 j" if smooth else "0 J 0 j")

    def _photo(self, photo: Photo) -> None:
        """Fill the rectangle with the middle of the picture, whose proportions stay."""
        self._end_text()
        name, width, height = self._supplies.picture(photo.data)
        self.names.add(name)
        scale = max(photo.w / width, photo.h / height)
        w, h = width * scale, height * scale
        cx, cy = photo.x + photo.w / 2, photo.y + photo.h / 2
        cut = (
            content.ellipse(cx, cy, photo.w / 2, photo.h / 2)
            if photo.round
            else content.rectangle(photo.x, photo.y, photo.w, photo.h)
        )
        # Images stand on their bottom line, and y grows downwards here.
        place = content.concat((w, 0.0, 0.0, -h, cx - w / 2, cy + h / 2))
        self.operators.append(f"q {cut} W n {place} /{name[1]} Do Q")


def _levels(run: Glyphs) -> Iterable[Glyphs]:
    """A run as parts whose glyphs stand on one line; `x` and `xs` of each are its own."""
    if not any(run.ys):
        return (run,)
    return (
        Glyphs(
            x=run.x + run.xs[at],
            y=run.y,
            font=run.font,
            size=run.size,
            colour=run.colour,
            text=run.text[cluster : next((c for c in run.clusters[at:] if c > cluster), None)]
            if run.clusters.index(cluster) == at
            else "",
            glyphs=(run.glyphs[at],),
            xs=(0.0,),
            clusters=(0,),
            width=run.width,
            ys=(run.ys[at],),
        )
        for at, cluster in enumerate(run.clusters)
    )


class Placed(NamedTuple):
    """A piece and where it stands in the drawing."""

    piece: Piece
    place: Matrix
    """From the piece's coordinates to the drawing's."""
    reach: Rect
    """How far its ink goes, in the drawing's coordinates; `NOTHING` where not asked for."""


def placement(piece: Piece, cell: Cell) -> Matrix:
    """From a piece's coordinates to the drawing's."""
    x, y = cell.x + piece.x, cell.y + piece.y
    if not piece.turn:
        return 1.0, 0.0, 0.0, 1.0, x, y
    cos, sin = math.cos(math.radians(piece.turn)), math.sin(math.radians(piece.turn))
    cx, cy = piece.shape.w / 2, piece.shape.h / 2
    return cos, sin, -sin, cos, x + cx - cos * cx + sin * cy, y + cy - sin * cx - cos * cy


def place_all(drawing: Drawing, *, reaches: bool) -> list[Placed]:
    """The pieces of a drawing in paint order.

    Args:
        reaches: whether some are to be chosen by how far they reach.
    """
    known: dict[int, Rect] = {}
    placed = []
    for cell in drawing.cells.values():
        for piece in cell.pieces:
            reach = bounds.NOTHING
            if reaches:
                shape = known.get(id(piece.shape))
                if shape is None:
                    shape = known[id(piece.shape)] = bounds.of_shape(piece.shape)
                reach = bounds.moved(bounds.of_piece(piece, shape), cell.x, cell.y)
            placed.append(Placed(piece, placement(piece, cell), reach))
    return placed


def touching(placed: Iterable[Placed], window: Rect) -> list[Placed]:
    """The pieces that reach into a window, in paint order."""
    left, top, right, bottom = window
    return [
        one
        for one in placed
        if one.reach[0] < right
        and left < one.reach[2]
        and one.reach[1] < bottom
        and top < one.reach[3]
    ]


class Painter:
    """Paints pieces onto the pages of one document, each shape written once."""

    def __init__(self, supplies: Supplies) -> None:
        self._supplies = supplies
        self._written: dict[int, tuple[Shape, str, frozenset[Name]]] = {}

    def paint(
        self, placed: Iterable[Placed], matrix: Matrix, window: Rect | None = None
    ) -> tuple[list[str], set[Name]]:
        """The operators that paint pieces, and the resources they name; ([], {}) for no ink at all.

        Args:
            placed: those that touch the window.
            matrix: from the drawing's coordinates to the page's.
            window: in the drawing's coordinates; of pieces that reach beyond it, only the
                primitives that touch it are painted. None: all of them.
        """
        operators: list[str] = []
        names: set[Name] = set()
        for one in placed:
            if window is None or one.piece.turn or bounds.within(one.reach, window):
                text, used = self._shape(one, matrix)
            else:
                text, used = self._part(one, matrix, window)
            if text:
                operators.append(f"q {content.concat(one.place)} {text} Q")
                names.update(used)
        return (["q", content.concat(matrix), *operators, "Q"] if operators else []), names

    def _shape(self, one: Placed, matrix: Matrix) -> tuple[str, Iterable[Name]]:
        shape = one.piece.shape
        known = self._written.get(id(shape))
        if known is None:
            writer = Writer(self._supplies, content.multiply(one.place, matrix))
            writer.write(shape.primitives)
            known = (shape, "\n".join(writer.operators), frozenset(writer.names))
            # Stroke gradients are tied to the page's coordinates: such a shape is written anew.
            if not any(kind == "Pattern" for kind, _ in known[2]):
                self._written[id(shape)] = known
        return known[1], known[2]

    def _part(self, one: Placed, matrix: Matrix, window: Rect) -> tuple[str, Iterable[Name]]:
        """The primitives of an upright piece that touch the window."""
        inner = bounds.moved(window, -one.place[4], -one.place[5])
        primitives = one.piece.shape.primitives
        seen = [each for each in primitives if bounds.touches(bounds.of_primitive(each), inner)]
        writer = Writer(self._supplies, content.multiply(one.place, matrix))
        writer.write(seen)
        return "\n".join(writer.operators), writer.names
