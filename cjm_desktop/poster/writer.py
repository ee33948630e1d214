"""Write primitives as the operators of a PDF content stream."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

from cjm_desktop.layout.pieces import (
    Box,
    Colour,
    Command,
    Disc,
    Fill,
    Glyphs,
    Gradient,
    Line,
    Path,
    Photo,
    Primitive,
)
from cjm_desktop.poster import bounds, content, fonts, parts, trim
from cjm_desktop.poster.bounds import Rect
from cjm_desktop.poster.content import Matrix
from cjm_desktop.poster.remembering import by_identity
from cjm_desktop.poster.supplies import Name, Supplies

UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_DAMAGED = "#DDE2E8"
_SIGN = 200
"""Commands a path has at least that is no sign."""
_PAINT = {(True, True): " B", (True, False): " f", (False, True): " S"}
"""By whether there is a fill and a line."""


class Writer:
    """Writes primitives and keeps track of what the content stream already knows.

    It begins with the state a page begins with, and is done after one `write`.

    Args:
        supplies: of the document.
        matrix: from the primitives' coordinates to the page's; only strokes with gradients need it.
        stamped: signs that come up often are forms: it pays where many pages share them, and not on
            one page, which packs them as well and is drawn faster without.
    """

    def __init__(self, supplies: Supplies, matrix: Matrix = UNIT, *, stamped: bool = False) -> None:
        self.operators: list[str] = []
        self.names: set[Name] = set()
        self.tied = False
        """Whether what was written looks right in one place of the page only."""
        self._drawn: list[tuple[int, Primitive]] = []
        """Which operators leave ink, and of what; the others say how."""
        self._reaches: list[Rect] = []
        """How far these go, once that was asked."""
        self._outlines: dict[int, list[trim.Outline]] = {}
        """Those of the long paths among them, by their operators."""
        self._supplies, self._stamps = supplies, stamped
        self._matrix = matrix
        self._fill: Colour | None = None
        self._stroke: tuple[Fill, float, Sequence[float], bool] | None = None
        self._font: tuple[str, float] | None = None
        self._in_text = False
        self._pen: tuple[int, int] | None = None
        """Where the line of text before began, thousandths."""

    def _ways(self) -> dict[type[Any], Callable[[Any, Any], None]]:
        """How each kind of primitive is written."""
        return _WRITE

    def write(self, primitives: Iterable[Primitive]) -> None:
        """Write primitives, first to last."""
        ways = self._ways()
        for primitive in primitives:
            ways[type(primitive)](self, primitive)
        self._end_text()

    def part(self, window: Rect) -> str:
        """What was written as far as it can be seen in a window; empty: nothing is.

        Without the colours, widths and fonts of what is not.
        """
        if not self._reaches:
            self._reaches = bounds.of_each([primitive for _, primitive in self._drawn])
        kept: dict[int, str] = {}
        left, top, right, bottom = window
        whole = True
        for (index, primitive), reach in zip(self._drawn, self._reaches, strict=True):
            if reach[0] >= right or reach[2] <= left or reach[1] >= bottom or reach[3] <= top:
                whole = False
                continue
            kept[index] = self.operators[index]
            if type(primitive) is Path and not bounds.within(reach, window):
                less = self._less(index, primitive, window)
                if less is None:
                    del kept[index]
                elif less is not primitive:
                    kept[index] = _redrawn(kept[index], less)
                whole = whole and less is primitive
        if whole or not kept:
            return "\n".join(self.operators) if kept else ""
        parts.place_alone(self._drawn, kept)
        return parts.joined(self.operators, kept)

    def _less(self, index: int, path: Path, window: Rect) -> Path | None:
        """A path as short as may be where only a window of it is seen."""
        if not trim.is_long(path):
            return path
        outlines = self._outlines.get(index)
        if outlines is None:
            outlines = self._outlines[index] = trim.outlines(path)
        kept = trim.shortened(path, window, outlines)
        # Of a shading no outline at all would be no bounds at all.
        return kept if kept.commands else None

    def _draw(self, operator: str, primitive: Primitive) -> None:
        self._drawn.append((len(self.operators), primitive))
        self.operators.append(operator)

    def _end_text(self) -> None:
        if self._in_text:
            self.operators.append("ET")
            self._in_text = False
            self._pen = None

    def _set_fill(self, colour: Colour) -> None:
        if self._fill != colour:
            self._fill = colour
            self.operators.append(content.fill(colour, grey=self._supplies.grey))

    def _set_ink(self, colour: Colour) -> None:
        """Before text of a colour."""
        self._set_fill(colour)

    def glyphs(self, run: Glyphs) -> None:
        """A run of text."""
        if not run.glyphs:
            return
        if not self._in_text:
            self.operators.append("BT")
            self._in_text = True
        name, font = self._supplies.font(run.font)
        self._set_ink(run.colour)
        if self._font != (run.font, run.size):
            self._font = (run.font, run.size)
            self.names.add(name)
            self.operators.append(f"/{name[1]} {content.number(run.size)} Tf")
        if any(run.ys):
            for part in fonts.levels(run):
                self._draw(parts.at(part.x, part.y) + font.show(part), run)
            self._pen = None
        else:
            self._draw(self._move(run.x, run.y) + font.show(run), run)

    def _move(self, x: float, y: float) -> str:
        """To where a run begins; from the one before it is shorter, and often the same."""
        pen = round(x * 1000), round(y * 1000)
        before, self._pen = self._pen, pen
        if before is None:
            return parts.at(x, y)
        across, down = (pen[0] - before[0]) / 1000, (before[1] - pen[1]) / 1000
        return f"{content.number(across)} {content.number(down)} Td"

    def box(self, box: Box) -> None:
        """A rectangle."""
        place = (box.x, box.y) if box.radius > 0 and self._is_sign(box) else None
        x, y = (0.0, 0.0) if place else (box.x, box.y)
        outline = content.rectangle(x, y, box.w, box.h, box.radius)
        self._shape(box, outline, box.fill, box.line, box.width, box.dash, place=place)

    def disc(self, disc: Disc) -> None:
        """A circle."""
        place = (disc.cx, disc.cy) if self._is_sign(disc) else None
        x, y = (0.0, 0.0) if place else (disc.cx, disc.cy)
        outline = content.ellipse(x, y, disc.r, disc.r)
        self._shape(disc, outline, disc.fill, disc.line, disc.width, place=place)

    def line(self, line: Line) -> None:
        """A straight line."""
        outline = content.path((("M", (line.x0, line.y0)), ("L", (line.x1, line.y1))))
        self._shape(line, outline, None, line.line, line.width, line.dash, smooth=line.round)

    def path(self, path: Path) -> None:
        """Lines and curves."""
        place, outline = None, ""
        if self._is_sign(path) and len(path.commands) < _SIGN:
            place, outline = _sign(path.commands)
            if place is None and not trim.is_long(path):
                place, outline = (0.0, 0.0), content.path(path.commands)
        if place is None:
            outline = content.path(path.commands)
        self._shape(
            path,
            outline,
            path.fill,
            path.line,
            path.width,
            path.dash,
            smooth=path.round,
            place=place,
        )

    def _shape(
        self,
        drawn: Primitive,
        outline: str,
        fill: Fill,
        line: Fill,
        width: float,
        dash: Sequence[float] = (),
        *,
        smooth: bool = False,
        place: tuple[float, float] | None = None,
    ) -> None:
        """Fill an outline, stroke it, or both.

        Args:
            place: where the origin of the outline stands; None: it is where it belongs.
        """
        self._end_text()
        if isinstance(fill, Gradient):
            self._fill_gradient(drawn, outline, fill)
            fill = None
        if fill is not None:
            self._set_fill(fill)
        if line is not None and self._stroke != (line, width, dash, smooth):
            self._set_stroke(line, width, dash, smooth=smooth)
        paint = _PAINT.get((fill is not None, line is not None))
        if paint and place:
            self._draw(self._stamped(outline + paint, drawn, place), drawn)
        elif paint:
            self._draw(outline + paint, drawn)

    def _is_sign(self, drawn: Box | Disc | Path) -> bool:
        """Whether it may come from a form; gradients are tied to their place."""
        tied = isinstance(drawn.fill, Gradient) or isinstance(drawn.line, Gradient)
        return self._stamps and not tied

    def _stamped(self, operators: str, drawn: Primitive, place: tuple[float, float]) -> str:
        """Something that stands at a place, from a form where it has come up often."""
        name = self._supplies.stamp(operators, drawn, place)
        if name is not None:
            self.names.add(name)
            operators = f"/{name[1]} Do"
        if place == (0.0, 0.0):
            return operators
        return f"q {content.shift(*place)} {operators} Q"

    def _fill_gradient(self, drawn: Primitive, outline: str, gradient: Gradient) -> None:
        name = self._supplies.shading(gradient)
        self.names.add(name)
        self._draw(f"q {outline} W n /{name[1]} sh Q", drawn)

    def _set_stroke(self, line: Fill, width: float, dash: Sequence[float], *, smooth: bool) -> None:
        before = self._stroke or (None, -1.0, (), False)
        self._stroke = (line, width, dash, smooth)
        if isinstance(line, Gradient):
            name = self._supplies.pattern(line, self._matrix)
            self.names.add(name)
            self.tied = True
            self.operators.append(f"/Pattern CS /{name[1]} SCN")
        elif line is not None and line != before[0]:
            self.operators.append(content.stroke(line, grey=self._supplies.grey))
        if width != before[1]:
            self.operators.append(content.width(width))
        if dash != before[2]:
            self.operators.append(content.dash(dash))
        if smooth != before[3]:
            self.operators.append("1 J 1 j" if smooth else "0 J 0 j")

    def photo(self, photo: Photo) -> None:
        """A picture that fills its rectangle with its middle and keeps its proportions.

        A damaged one is a grey field, as on the screen.
        """
        cx, cy = photo.x + photo.w / 2, photo.y + photo.h / 2
        cut = (
            content.ellipse(cx, cy, photo.w / 2, photo.h / 2)
            if photo.round
            else content.rectangle(photo.x, photo.y, photo.w, photo.h)
        )
        picture = self._supplies.picture(photo.data)
        if picture is None:
            self._shape(photo, cut, _DAMAGED, None, 0.0)
            return
        self._end_text()
        name, width, height = picture
        self.names.add(name)
        scale = max(photo.w / width, photo.h / height)
        w, h = width * scale, height * scale
        # Images stand on their bottom line, and y grows downwards here.
        place = content.concat((w, 0.0, 0.0, -h, cx - w / 2, cy + h / 2))
        self._draw(f"q {cut} W n {place} /{name[1]} Do Q", photo)


_WRITE: dict[type[Any], Callable[[Writer, Any], None]] = {
    Box: Writer.box,
    Disc: Writer.disc,
    Line: Writer.line,
    Path: Writer.path,
    Glyphs: Writer.glyphs,
    Photo: Writer.photo,
}


@by_identity
@lru_cache(maxsize=2048)
def _sign(commands: Sequence[Command]) -> tuple[tuple[float, float] | None, str]:
    """Where a sign stands, and its outline from there; None: it is none."""
    place = trim.place_of_sign(commands)
    return place, content.path(content.moved(commands, *place)) if place else ""


def _redrawn(operator: str, kept: Path) -> str:
    """The operator of a path for what is kept of it."""
    outline = content.path(kept.commands)
    clip = operator.rfind(" W n")
    return outline + operator[-2:] if clip < 0 else f"q {outline}{operator[clip:]}"
