"""What the pages of one PDF share: fonts, gradients and pictures, each put into the file once."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable
from itertools import pairwise
from math import ceil, floor
from typing import Any

from cjm_desktop.layout import fonts as bundled
from cjm_desktop.layout import svgpath
from cjm_desktop.layout.pieces import Colour, FontName, Gradient, Primitive
from cjm_desktop.poster import bounds, content, packing, photos
from cjm_desktop.poster.fonts import PdfFont
from cjm_desktop.poster.outlines import Outlines

Name = tuple[str, str]
"""Kind of resource ("Font", "Shading", "Pattern", "XObject") and its name in content streams."""

Shared = str
"""A reference to operators that several pages have, as it stands in the file."""

_OFTEN = 3
"""So many times something must come up to get a form of its own, which costs some 180 bytes."""
_SHORT = 40
"""Letters of what is never worth that."""
_ROOM = 12.0
"""Beyond what is drawn: lines may be wider where it is used again."""


class Supplies:
    """The fonts, gradients and pictures of one document.

    Args:
        document: the reportlab document they go into.
        paper: what shows where a picture is transparent.
    """

    def __init__(self, document: Any, paper: Colour) -> None:
        self._document = document
        self._paper = paper
        self._fonts: dict[FontName, tuple[Name, PdfFont, Any]] = {}
        self._names: dict[tuple[str, object], Name] = {}
        self._references: dict[Name, Any] = {}
        self._written: dict[Name, str] = {}
        """What stands in resource dictionaries of them."""
        self._pictures: dict[bytes, tuple[Name, int, int] | None] = {}
        self._dictionaries: dict[frozenset[Name], Any] = {}
        self.grey = False
        """All is painted in greys, which take black ink alone: what is said round a poster too."""
        self._stamps: dict[str, int] = {}
        """How often each sign has come up."""
        self._forms: dict[str, Name] = {}
        self._outlines: Outlines | None = None

    def font(self, font: FontName) -> tuple[Name, PdfFont]:
        """A font and its name."""
        known = self._fonts.get(font)
        if known is None:
            known = self._fonts[font] = self._open_font(font)
        return known[0], known[1]

    def _open_font(self, font: FontName) -> tuple[Name, PdfFont, Any]:
        from reportlab.pdfbase.pdfdoc import PDFDictionary

        # Filled in at the end, when it is known which glyphs the pages use.
        entries = PDFDictionary({})
        name = self._put("Font", font, lambda: entries)
        return name, PdfFont(font), entries

    def shading(self, gradient: Gradient) -> Name:
        """A gradient that fills the clip it is painted in, in the coordinates of that moment."""
        return self._put("Shading", gradient, lambda: _shading(gradient))

    def pattern(self, gradient: Gradient, matrix: content.Matrix) -> Name:
        """A gradient for strokes; `matrix` leads from the stroke's coordinates to the page's."""
        return self._put("Pattern", (gradient, matrix), lambda: _pattern(gradient, matrix))

    def picture(self, data: bytes) -> tuple[Name, int, int] | None:
        """A stored picture, its width and height in pixels; None where it is damaged."""
        if data not in self._pictures:
            read = photos.image(data, self._paper)
            self._pictures[data] = read and (
                self._put("XObject", data, lambda: read[0]),
                read[1],
                read[2],
            )
        return self._pictures[data]

    def form(self, box: bounds.Rect, operators: str, names: Iterable[Name]) -> Name:
        """Something drawn that several pages show, and how far it goes, in its own coordinates."""

        def make() -> Any:
            return packing.packed_stream(
                zlib.compress(operators.encode("latin-1")),
                Subtype="/Form",
                BBox=_around(box),
                Resources=self.resources(names),
            )

        return self._put("XObject", (box, operators), make)

    def shared(self, operators: str) -> Shared:
        """Operators that several pages have, which leave the state as it is or begin a page."""
        stream = packing.packed_stream(packing.small(operators))
        return packing.text(self._document.Reference(stream), self._document)

    def overprint(self, *, on: bool) -> Name:
        """Whether what is painted from now on leaves the other inks below it alone."""
        from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName

        said = "true" if on else "false"
        entries = {"Type": PDFName("ExtGState"), "OP": said, "op": said, "OPM": 1}
        return self._put("ExtGState", on, lambda: PDFDictionary(entries))

    def outline(self, font: FontName, glyph: int) -> Name:
        """A letter as a filled shape, 1 high and growing downwards, in the colour of its page."""

        def make() -> Any:
            if self._outlines is None:
                self._outlines = Outlines()
            commands = svgpath.parse(self._outlines.glyph(font, glyph))
            upem = bundled.shaper(font)[1]
            drawn = f"{1 / upem:.6f} 0 0 {-1 / upem:.6f} 0 0 cm {content.path(commands)} f"
            return _stamp(drawn, (-2.0, -3.0, 4.0, 3.0))

        return self._put("XObject", ("outline", font, glyph), make)

    def stamp(self, operators: str, drawn: Primitive, place: tuple[float, float]) -> Name | None:
        """A form for something that comes up often; None as long as it does not.

        Written out each time such signs, discs and rounded corners are most of a poster, and
        each of many sheets has to say anew what a viewer could know from the others.

        Args:
            operators: draw it at the origin; colours and widths are set where it is used.
            drawn: what it is.
            place: where that stands.
        """
        name = self._forms.get(operators)
        if name is None and len(operators) >= _SHORT:
            often = self._stamps[operators] = self._stamps.get(operators, 0) + 1
            if often == _OFTEN:
                left, top, right, bottom = bounds.of_primitive(drawn)
                x, y = place
                box = (left - x - _ROOM, top - y - _ROOM, right - x + _ROOM, bottom - y + _ROOM)
                name = self._forms[operators] = self._put(
                    "XObject", ("stamp", operators), lambda: _stamp(operators, box)
                )
        return name

    def _put(self, kind: str, key: object, make: Callable[[], Any]) -> Name:
        name = self._names.get((kind, key))
        if name is None:
            name = self._names[(kind, key)] = (kind, f"{kind[0]}{len(self._references) + 1}")
            self._references[name] = self._document.Reference(make())
        return name

    def resources(self, names: Iterable[Name]) -> Any:
        """The resource dictionary of a page that uses just these names."""
        used = frozenset(names)
        if used not in self._dictionaries:
            kinds: dict[str, list[str]] = {}
            for name in sorted(used):
                kinds.setdefault(name[0], []).append(self._entry(name))
            # As text: reportlab takes a twentieth of the time of a poster on sheets to write them.
            said = "".join([f"/{kind}<<{''.join(each)}>>" for kind, each in kinds.items()])
            self._dictionaries[used] = self._document.Reference(f"<<{said}>>")
        return self._dictionaries[used]

    def _entry(self, name: Name) -> str:
        """A name and what it stands for."""
        found = self._written.get(name)
        if found is None:
            said = packing.text(self._references[name], self._document)
            found = self._written[name] = f"/{name[1]} {said}"
        return found

    def finish(self) -> None:
        """Embed the fonts, now that every page is painted."""
        for _, font, entries in self._fonts.values():
            entries.dict.update(font.embed(self._document))


def _stamp(operators: str, box: bounds.Rect) -> Any:
    return packing.packed_stream(
        packing.small(operators),
        Subtype="/Form",
        BBox=_around(box),
        Resources="<<>>",
    )


def _around(box: bounds.Rect) -> str:
    return f"[{floor(box[0])} {floor(box[1])} {ceil(box[2])} {ceil(box[3])}]"


def _function(gradient: Gradient) -> Any:
    """The stops as a stitching of linear functions (PDF 32000-1, 7.10)."""
    from reportlab.pdfbase.pdfdoc import PDFDictionary

    stops = gradient.stops if len(gradient.stops) > 1 else gradient.stops * 2
    parted = content.as_light if _is_grey(gradient) else content.rgb
    parts = [
        f"<< /FunctionType 2 /Domain [0 1] /N 1 /C0 [{parted(a)}] /C1 [{parted(b)}] >>"
        for (_, a), (_, b) in pairwise(stops)
    ]
    bounds = content.numbers(at for at, _ in stops[1:-1])
    return PDFDictionary(
        {
            "FunctionType": 3,
            "Domain": f"[{content.number(stops[0][0])} {content.number(stops[-1][0])}]",
            "Functions": f"[{' '.join(parts)}]",
            "Bounds": f"[{bounds}]",
            "Encode": f"[{' '.join(['0 1'] * len(parts))}]",
        }
    )


def _is_grey(gradient: Gradient) -> bool:
    return all(colour[1:3] == colour[3:5] == colour[5:] for _, colour in gradient.stops)


def _shading(gradient: Gradient) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName

    first, last = gradient.stops[0][0], gradient.stops[-1][0]
    ends = content.numbers((gradient.x0, gradient.y0, gradient.x1, gradient.y1))
    return PDFDictionary(
        {
            "ShadingType": 2,
            "ColorSpace": PDFName("DeviceGray" if _is_grey(gradient) else "DeviceRGB"),
            "Coords": f"[{ends}]",
            "Domain": "[0 1]" if first == last else f"[{content.numbers((first, last))}]",
            "Function": _function(gradient),
            "Extend": "[true true]",
        }
    )


def _pattern(gradient: Gradient, matrix: content.Matrix) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName

    return PDFDictionary(
        {
            "Type": PDFName("Pattern"),
            "PatternType": 2,
            "Shading": _shading(gradient),
            "Matrix": "[" + " ".join(f"{value:.6f}" for value in matrix) + "]",
        }
    )
