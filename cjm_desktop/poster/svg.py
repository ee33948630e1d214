"""A laid-out poster as one SVG picture: text stays text, each letter where the layout put it."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any

from cjm_desktop.layout import fonts
from cjm_desktop.layout.pieces import (
    Box,
    Cell,
    Colour,
    Disc,
    Drawing,
    Fill,
    FontName,
    Glyphs,
    Gradient,
    Line,
    Path,
    Photo,
    Piece,
    Primitive,
)
from cjm_desktop.poster import reading
from cjm_desktop.poster.bounds import Rect
from cjm_desktop.poster.content import number, numbers
from cjm_desktop.poster.escaping import escape, quoted
from cjm_desktop.poster.outlines import Outlines

if TYPE_CHECKING:
    from cjm_desktop.poster.laid import Laid

_FACES: dict[FontName, str] = {
    "regular": 'font-family="CJM Inter, Inter, sans-serif"',
    "italic": 'font-family="CJM Inter, Inter, sans-serif" font-style="italic"',
    "medium": 'font-family="CJM Inter, Inter, sans-serif" font-weight="500"',
    "semibold": 'font-family="CJM Inter, Inter, sans-serif" font-weight="600"',
    "bold": 'font-family="CJM Inter, Inter, sans-serif" font-weight="700"',
    "emoji": 'font-family="CJM Emoji, Noto Emoji, sans-serif"',
}
_RULES: dict[FontName, str] = {
    "regular": "font-family:'CJM Inter'",
    "italic": "font-family:'CJM Inter';font-style:italic",
    "medium": "font-family:'CJM Inter';font-weight:500",
    "semibold": "font-family:'CJM Inter';font-weight:600",
    "bold": "font-family:'CJM Inter';font-weight:700",
    "emoji": "font-family:'CJM Emoji'",
}
# As the layout shaped it: kerning is in the places, ligatures are off.
_TEXT_STYLE = "text{white-space:pre;font-variant-ligatures:none;font-kerning:none}"
# Older programs, Inkscape before 1.0 and LibreOffice among them, know links by this name alone.
_LINKS = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
_MEDIA = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"RIFF": "image/webp"}


def picture(laid: Laid, *, curves: bool = False) -> str:
    """A laid-out poster as SVG.

    Args:
        curves: letters as outlines instead of text with embedded fonts.
    """
    drawing, job = laid.drawing, laid.job
    whole = (0.0, 0.0, drawing.width, drawing.height)
    unit, title = laid.unit / job.reduction, (job.language, laid.title)
    return _page(drawing.paper, reading.pieces(drawing), whole, unit, title, curves=curves)


def part(drawing: Drawing, area: Rect, pieces: Iterable[tuple[Cell, Piece]], language: str) -> str:
    """Some pieces of a drawing as SVG, their letters as outlines: nothing is known of who reads it.

    Args:
        drawing: that they are of.
        area: of it that is seen, in its units, each of them a millimetre.
        pieces: with the cells they lie in.
        language: of the texts.
    """
    return _page(drawing.paper, pieces, area, 1.0, (language, ""), curves=True)


def _page(
    paper: Colour,
    pieces: Iterable[tuple[Cell, Piece]],
    area: Rect,
    unit: float,
    titled: tuple[str, str],
    *,
    curves: bool,
) -> str:
    """A picture of an area; its unit is so many mm, its title and the texts are of a language."""
    left, top, right, bottom = area
    writer = _Writer(curves=curves)
    body = "".join([writer.piece(piece, cell) for cell, piece in pieces])
    width, height = number((right - left) * unit), number((bottom - top) * unit)
    language, title = titled
    seen = f"{number(left)} {number(top)}"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" {_LINKS} width="{width}mm" height="{height}mm" '
        f'viewBox="{seen} {number(right - left)} {number(bottom - top)}" '
        f"xml:lang={quoted(language)}>\n<title>{escape(title)}</title>\n"
        f"<defs>\n{writer.definitions()}</defs>\n"
        f'<rect x="{number(left)}" y="{number(top)}" width="100%" height="100%" fill="{paper}"/>\n'
        f"{body}</svg>\n"
    )


class _Writer:
    """Writes pieces as elements and gathers what they refer to."""

    def __init__(self, *, curves: bool) -> None:
        self._outlines = Outlines() if curves else None
        self._letters: dict[FontName, set[str]] = {}
        self._shared: dict[object, tuple[str, str]] = {}
        self._elements: dict[type[Any], Callable[[Any], str]] = {
            Box: self._box,
            Disc: self._disc,
            Line: self._line,
            Path: self._path,
            Glyphs: self._glyphs,
            Photo: self._photo,
        }

    def piece(self, piece: Piece, cell: Cell) -> str:
        """A piece as a group in its place."""
        move = f"translate({numbers((cell.x + piece.x, cell.y + piece.y))})"
        if piece.turn:
            centre = numbers((piece.turn, piece.shape.w / 2, piece.shape.h / 2))
            move += f" rotate({centre})"
        inside = "".join(self._element(each) for each in piece.shape.primitives)
        return f'<g transform="{move}">{inside}</g>\n'

    def _element(self, primitive: Primitive) -> str:
        return self._elements[type(primitive)](primitive)

    def definitions(self) -> str:
        """Gradients, glyphs and fonts that were referred to."""
        shared = "".join(f"{text}\n" for _, text in self._shared.values())
        faces = "".join(_font_face(font, letters) for font, letters in self._letters.items())
        return f"{shared}<style>{_TEXT_STYLE}{faces}</style>\n"

    def _share(self, key: object, make: Callable[[str], str]) -> str:
        """The id of something defined once."""
        if key not in self._shared:
            name = f"d{len(self._shared) + 1}"
            self._shared[key] = (name, make(name))
        return self._shared[key][0]

    def _colour(self, fill: Fill) -> str:
        if isinstance(fill, Gradient):
            return f"url(#{self._share(fill, lambda name: _gradient(fill, name))})"
        return fill or "none"

    def _paint(
        self,
        fill: Fill,
        line: Fill = None,
        width: float = 0.0,
        dash: Sequence[float] = (),
        *,
        smooth: bool = False,
    ) -> str:
        paint = f'fill="{self._colour(fill)}"'
        if line is not None:
            paint += f' stroke="{self._colour(line)}" stroke-width="{number(width)}"'
            if dash:
                paint += f' stroke-dasharray="{numbers(dash)}"'
            if smooth:
                paint += ' stroke-linecap="round" stroke-linejoin="round"'
        return paint

    def _box(self, box: Box) -> str:
        place = f'x="{number(box.x)}" y="{number(box.y)}"'
        radius = f' rx="{number(min(box.radius, box.w / 2, box.h / 2))}"' if box.radius else ""
        paint = self._paint(box.fill, box.line, box.width, box.dash)
        return f'<rect {place} width="{number(box.w)}" height="{number(box.h)}"{radius} {paint}/>'

    def _disc(self, disc: Disc) -> str:
        place = f'cx="{number(disc.cx)}" cy="{number(disc.cy)}" r="{number(disc.r)}"'
        return f"<circle {place} {self._paint(disc.fill, disc.line, disc.width)}/>"

    def _line(self, line: Line) -> str:
        # Gradients and bounding boxes of straight lines are troublesome in SVG; paths are not.
        ends = f"M{numbers((line.x0, line.y0))}L{numbers((line.x1, line.y1))}"
        paint = self._paint(None, line.line, line.width, line.dash, smooth=line.round)
        return f'<path d="{ends}" {paint}/>'

    def _path(self, path: Path) -> str:
        data = "".join(f"{letter}{numbers(values)}" for letter, values in path.commands)
        paint = self._paint(path.fill, path.line, path.width, path.dash, smooth=path.round)
        return f'<path d="{data}" {paint}/>'

    def _photo(self, photo: Photo) -> str:
        media = next((kind for mark, kind in _MEDIA.items() if photo.data.startswith(mark)), "")
        place = (
            f'x="{number(photo.x)}" y="{number(photo.y)}" '
            f'width="{number(photo.w)}" height="{number(photo.h)}"'
        )
        shape = ""
        if photo.round:
            cut = self._share(("cut", photo), lambda name: _ellipse(photo, name))
            shape = f'clip-path="url(#{cut})" '
        data = base64.b64encode(photo.data).decode("ascii")
        return (
            f'<image {place} preserveAspectRatio="xMidYMid slice" {shape}'
            f'xlink:href="data:{media};base64,{data}"/>'
        )

    def _glyphs(self, run: Glyphs) -> str:
        if self._outlines is not None:
            return self._curves(run, self._outlines)
        self._letters.setdefault(run.font, set()).update(run.text)
        head = f'{_FACES[run.font]} font-size="{number(run.size)}" fill="{run.colour}"'
        parts = []
        for x, y, text in _spelt(run):
            parts.append((f'x="{numbers(x)}" y="{number(y)}"', escape(text)))
        if len(parts) == 1:
            return f"<text {parts[0][0]} {head}>{parts[0][1]}</text>"
        inside = "".join(f"<tspan {place}>{text}</tspan>" for place, text in parts)
        return f"<text {head}>{inside}</text>"

    def _curves(self, run: Glyphs, outlines: Outlines) -> str:
        scale = run.size / fonts.shaper(run.font)[1]
        found = []
        for index, glyph in enumerate(run.glyphs):
            data = outlines.glyph(run.font, glyph)
            if data:
                name = self._share((run.font, glyph), partial(_outline, data))
                y = run.y + (run.ys[index] if run.ys else 0.0)
                place = f"{scale:.6f} 0 0 {-scale:.6f} {numbers((run.x + run.xs[index], y))}"
                found.append(f'<use xlink:href="#{name}" transform="matrix({place})"/>')
        # What the outlines say, for those who have the picture read aloud.
        return f'<g fill="{run.colour}" aria-label={quoted(run.text)}>{"".join(found)}</g>'


def _spelt(run: Glyphs) -> Iterable[tuple[list[float], float, str]]:
    """A run as pieces of text with the place of each letter.

    Letters beyond U+FFFF and clusters count more than once in a list of places: they stand alone.
    """
    plain = len(run.glyphs) == len(run.text) and not any(run.ys) and max(run.text) <= "\uffff"
    if plain and run.clusters[-1] == len(run.text) - 1:
        return [([run.x + x for x in run.xs], run.y, run.text)]
    found = []
    for cluster, group in groupby(range(len(run.glyphs)), key=lambda at: run.clusters[at]):
        first = next(group)
        end = next((after for after in run.clusters if after > cluster), len(run.text))
        y = run.y + (run.ys[first] if run.ys else 0.0)
        found.append(([run.x + run.xs[first]], y, run.text[cluster:end]))
    return found


def _outline(data: str, name: str) -> str:
    return f'<path id="{name}" d="{data}"/>'


def _ellipse(photo: Photo, name: str) -> str:
    centre = f'cx="{number(photo.x + photo.w / 2)}" cy="{number(photo.y + photo.h / 2)}"'
    radii = f'rx="{number(photo.w / 2)}" ry="{number(photo.h / 2)}"'
    return f'<clipPath id="{name}"><ellipse {centre} {radii}/></clipPath>'


def _gradient(gradient: Gradient, name: str) -> str:
    stops = "".join(
        f'<stop offset="{number(at)}" stop-color="{colour}"/>' for at, colour in gradient.stops
    )
    return (
        f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" '
        f'x1="{number(gradient.x0)}" y1="{number(gradient.y0)}" '
        f'x2="{number(gradient.x1)}" y2="{number(gradient.y1)}">{stops}</linearGradient>'
    )


def _font_face(font: FontName, letters: Iterable[str]) -> str:
    """A style rule that carries the font with just these letters."""
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(sorted({ord(letter) for letter in letters}))
    file = uharfbuzz.subset(fonts.shaper(font)[0].face, wanted).blob.data
    data = base64.b64encode(bytes(file)).decode("ascii")
    return f"@font-face{{{_RULES[font]};src:url(data:font/ttf;base64,{data})}}"
