"""Pieces as DrawingML: what a presentation program takes for its own shapes (ECMA-376, part 1)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from cjm_desktop.layout.pieces import (
    Box,
    Cell,
    Disc,
    Fill,
    FontName,
    Gradient,
    Line,
    Path,
    Photo,
    Piece,
    Primitive,
)
from cjm_desktop.poster import bounds
from cjm_desktop.poster.escaping import escape, quoted
from cjm_desktop.poster.slides.texts import Paragraph, joined, paragraphs
from cjm_desktop.poster.slideshow import LEAST

FACE = "Arial"
"""Slides carry no fonts. Arial or its twin is on every computer, and narrower than Inter: what
fitted still fits."""
_LETTERS = str.maketrans(dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535)))
_MARKS: dict[FontName, str] = {
    "italic": ' i="1"',
    "semibold": ' b="1"',
    "bold": ' b="1"',
}
_ABOVE, _ABOVE_MANY = 0.905, 1.03
"""How far above the first baseline a text begins, of its size: for one line and for several."""
_NO_MARGINS = 'lIns="0" tIns="0" rIns="0" bIns="0"'
_TURN = 60_000
Rect = tuple[float, float, float, float]
Picture = Callable[[Photo], tuple[str, str] | None]
"""The id by which a slide knows a picture and how it is cropped; None: it is damaged."""
_NO_PICTURE = "#DDE2E8"


class Size(NamedTuple):
    """How large things are: EMU (1/914400 of an inch) to a unit, and points to a unit."""

    emu: float

    @property
    def points(self) -> float:
        """Points to a unit."""
        return self.emu / 12_700

    def of(self, value: float) -> int:
        """A length in EMU."""
        return round(value * self.emu)


class Shapes:
    """Writes pieces as shapes of one slide.

    Args:
        emu: to a unit of the drawing.
        known: the map's words, to put parted ones together.
        picture: makes a stored picture part of the slide.
    """

    def __init__(self, emu: float, known: frozenset[str], picture: Picture) -> None:
        self._size, self._known, self._picture = Size(emu), known, picture
        self._number = 1

    def piece(self, piece: Piece, cell: Cell) -> str:
        """A piece: a group where it has several parts, so that it is moved as one."""
        x, y = cell.x + piece.x, cell.y + piece.y
        parts = [*paragraphs(piece.shape.primitives)]
        if not parts:
            return ""
        name = _name(parts, self._known) or piece.kind
        group = len(parts) > 1 or bool(piece.turn)
        self._number += group
        number = self._number
        inside = "".join([self._part(one, x, y, name) for one in parts])
        if not group:
            return inside
        where = self._box((x, y, x + max(piece.shape.w, 0.1), y + max(piece.shape.h, 0.1)))
        turn = f' rot="{round(piece.turn * _TURN)}"' if piece.turn else ""
        child = where.replace("a:off", "a:chOff").replace("a:ext", "a:chExt")
        return (
            f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{number}" name={_quoted(name)}/><p:cNvGrpSpPr/>'
            f"<p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm{turn}>{where}{child}</a:xfrm></p:grpSpPr>"
            f"{inside}</p:grpSp>"
        )

    def _box(self, rect: Rect) -> str:
        left, top, right, bottom = (self._size.of(side) for side in rect)
        ext = f'<a:ext cx="{max(0, right - left)}" cy="{max(0, bottom - top)}"/>'
        return f'<a:off x="{left}" y="{top}"/>{ext}'

    def _part(self, part: Primitive | Paragraph, x: float, y: float, name: str) -> str:
        self._number += 1
        if isinstance(part, Paragraph):
            return self._text(part, x, y, name)
        if isinstance(part, Line):
            return self._line(part, x, y, name)
        if isinstance(part, Photo):
            return self._photo(part, x, y, name)
        return self._outline(part, x, y, name)

    def _outline(self, part: Primitive, x: float, y: float, name: str) -> str:
        if isinstance(part, Box):
            rect = (part.x, part.y, part.x + part.w, part.y + part.h)
            shape, fill = _rounded(part), part.fill
        elif isinstance(part, Disc):
            rect = (part.cx - part.r, part.cy - part.r, part.cx + part.r, part.cy + part.r)
            shape, fill = _preset("ellipse"), part.fill
        elif isinstance(part, Path):
            rect, fill = _extent(part), part.fill
            shape = self._freeform(part, rect)
        else:
            return ""
        paint = shape + _filled(fill, rect) + self._stroke(part, rect)
        return self._shape(paint, _moved(rect, x, y), name)

    def _shape(self, paint: str, rect: Rect, name: str) -> str:
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{self._number}" name={_quoted(name)}/><p:cNvSpPr/>'
            f"<p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>{self._box(rect)}</a:xfrm>{paint}</p:spPr></p:sp>"
        )

    def _stroke(self, part: Box | Disc | Path | Line, rect: Rect) -> str:
        if part.line is None:
            return "<a:ln><a:noFill/></a:ln>"
        smooth = isinstance(part, Path | Line) and part.round
        dash = () if isinstance(part, Disc) else part.dash
        # Order as the schema has it: fill, dash, join.
        parts = _filled(part.line, rect) + _dashed(dash, part.width)
        parts += "<a:round/>" if smooth else '<a:miter lim="800000"/>'
        cap = ' cap="rnd"' if smooth else ' cap="flat"'
        return f'<a:ln w="{max(1, self._size.of(part.width))}"{cap}>{parts}</a:ln>'

    def _freeform(self, path: Path, rect: Rect) -> str:
        left, top, right, bottom = rect
        width, height = self._size.of(right - left), self._size.of(bottom - top)
        steps = []
        for letter, values in path.commands:
            points = [
                f'<a:pt x="{self._size.of(px - left)}" y="{self._size.of(py - top)}"/>'
                for px, py in zip(values[0::2], values[1::2], strict=True)
            ]
            tag = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo", "Z": "close"}[letter]
            steps.append(f"<a:{tag}>{''.join(points)}</a:{tag}>")
        return (
            "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
            '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
            f'<a:path w="{width}" h="{height}">{"".join(steps)}</a:path></a:pathLst></a:custGeom>'
        )

    def _line(self, line: Line, x: float, y: float, name: str) -> str:
        rect = _moved((line.x0, line.y0, line.x1, line.y1), x, y)
        left, right = sorted((rect[0], rect[2]))
        top, bottom = sorted((rect[1], rect[3]))
        flip = ' flipH="1"' if rect[2] < rect[0] else ""
        flip += ' flipV="1"' if rect[3] < rect[1] else ""
        paint = _preset("line") + self._stroke(line, rect)
        return (
            f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{self._number}" name={_quoted(name)}/>'
            f"<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr><a:xfrm{flip}>"
            f"{self._box((left, top, right, bottom))}</a:xfrm>{paint}</p:spPr></p:cxnSp>"
        )

    def _photo(self, photo: Photo, x: float, y: float, name: str) -> str:
        rect = _moved((photo.x, photo.y, photo.x + photo.w, photo.y + photo.h), x, y)
        shape = _preset("ellipse" if photo.round else "rect")
        found = self._picture(photo)
        if found is None:
            return self._shape(shape + _filled(_NO_PICTURE, rect), rect, name)
        known, crop = found
        return (
            f'<p:pic><p:nvPicPr><p:cNvPr id="{self._number}" name={_quoted(name)}/><p:cNvPicPr/>'
            f'<p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="{known}"/>{crop}'
            f"<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>{self._box(rect)}"
            f"</a:xfrm>{shape}</p:spPr></p:pic>"
        )

    def _text(self, part: Paragraph, x: float, y: float, name: str) -> str:
        first, many = part.first, len(part.runs) > 1
        top = y + first.y - first.size * (_ABOVE_MANY if many else _ABOVE)
        height = part.leading * (len(part.runs) - 1) + first.size * 1.25
        # A little wider than Inter was: the end of a line must not jump to the next one.
        wide = part.width * 1.02 + 0.1 * first.size
        points = max(LEAST, first.size * self._size.points)
        raised = points / (first.size * self._size.points)
        left = x + part.left - (wide - part.width) / 2 * part.centred
        # What is a little too small grows about its middle: letters on a face stay there.
        left -= part.width * (raised - 1) / 2
        wide *= raised
        looks = f'sz="{round(points * 100)}"{_MARKS.get(first.font, "")} dirty="0"'
        spacing = (
            f'<a:lnSpc><a:spcPts val="{round(part.leading * self._size.points * 100)}"/></a:lnSpc>'
        )
        paragraph = (
            f'<a:pPr algn="{"ctr" if part.centred else "l"}">{spacing if many else ""}</a:pPr>'
        )
        face = f'<a:latin typeface="{FACE}"/><a:cs typeface="{FACE}"/>'
        wrap = "square" if many else "none"
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{self._number}" name={_quoted(name)}/>'
            '<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
            f"<p:spPr><a:xfrm>{self._box((left, top, left + wide, top + height))}</a:xfrm>"
            f'{_preset("rect")}<a:noFill/></p:spPr><p:txBody><a:bodyPr wrap="{wrap}" {_NO_MARGINS} '
            f'rtlCol="0" anchor="t"><a:noAutofit/></a:bodyPr><a:lstStyle/><a:p>{paragraph}'
            f"<a:r><a:rPr {looks}>{_filled(first.colour, (0, 0, 1, 1))}{face}</a:rPr>"
            f"<a:t>{_plain(joined(part, self._known))}</a:t></a:r></a:p></p:txBody></p:sp>"
        )


def _moved(rect: Rect, x: float, y: float) -> Rect:
    return rect[0] + x, rect[1] + y, rect[2] + x, rect[3] + y


def _plain(words: str) -> str:
    return escape(words.translate(_LETTERS))


def _quoted(words: str) -> str:
    return quoted(words.translate(_LETTERS)[:80])


def _name(parts: Sequence[Primitive | Paragraph], known: frozenset[str]) -> str:
    """What a group is called in the list of a slide's objects: its first words."""
    texts = [joined(one, known) for one in parts if isinstance(one, Paragraph)]
    return next((one for one in texts if len(one) > 2), "")


def _preset(name: str, adjust: int | None = None) -> str:
    guide = f'<a:gd name="adj" fmla="val {adjust}"/>' if adjust is not None else ""
    return f'<a:prstGeom prst="{name}"><a:avLst>{guide}</a:avLst></a:prstGeom>'


def _rounded(box: Box) -> str:
    short = min(box.w, box.h)
    if box.radius <= 0 or short <= 0:
        return _preset("rect")
    return _preset("roundRect", round(min(0.5, box.radius / short) * 100_000))


def _extent(path: Path) -> Rect:
    """Of its points and handles: a shape's own box, without its line."""
    return bounds.of_primitive(path._replace(line=None))


def _dashed(dash: Sequence[float], width: float) -> str:
    if len(dash) < 2 or width <= 0:
        return '<a:prstDash val="solid"/>'
    long, gap = (max(1, round(one / width * 100_000)) for one in dash[:2])
    return f'<a:custDash><a:ds d="{long}" sp="{gap}"/></a:custDash>'


def _filled(fill: Fill, rect: Rect) -> str:
    if fill is None:
        return "<a:noFill/>"
    if isinstance(fill, Gradient):
        return _gradient(fill, rect)
    return f'<a:solidFill><a:srgbClr val="{fill[1:].upper()}"/></a:solidFill>'


def _gradient(gradient: Gradient, rect: Rect) -> str:
    """A gradient across or down a shape: DrawingML ties it to the shape's own box."""
    down = abs(gradient.y1 - gradient.y0) >= abs(gradient.x1 - gradient.x0)
    begin, end = (gradient.y0, gradient.y1) if down else (gradient.x0, gradient.x1)
    low, high = (rect[1], rect[3]) if down else (rect[0], rect[2])
    stops = [(begin + (end - begin) * at, colour) for at, colour in gradient.stops]
    stops.sort(key=lambda one: one[0])
    inside = [one for one in stops if low < one[0] < high]
    seen = [(low, _colour_at(stops, low)), *inside, (high, _colour_at(stops, high))]
    long = (high - low) or 1.0
    listed = "".join(
        f'<a:gs pos="{round((at - low) / long * 100_000)}"><a:srgbClr val="{colour[1:]}"/></a:gs>'
        for at, colour in seen
    )
    angle = 90 * _TURN if down else 0
    return f'<a:gradFill><a:gsLst>{listed}</a:gsLst><a:lin ang="{angle}" scaled="0"/></a:gradFill>'


def _colour_at(stops: Sequence[tuple[float, str]], place: float) -> str:
    before, after = stops[0], stops[-1]
    for stop in stops:
        if stop[0] <= place:
            before = stop
        elif stop[0] > place:
            after = stop
            break
    if after[0] <= before[0] or place <= before[0]:
        return before[1].upper()
    part = min(1.0, (place - before[0]) / (after[0] - before[0]))
    mixed = (
        round(int(before[1][at : at + 2], 16) * (1 - part) + int(after[1][at : at + 2], 16) * part)
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{one:02X}" for one in mixed)
