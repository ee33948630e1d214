"""Runs of shaped glyphs as PDF text: exactly the glyphs and places the layout found.

Codes are handed out as glyphs are met: one for each pair of a glyph and the text a reader should
copy. So the same glyph may stand for different letters, ligatures and emoji beyond U+FFFF copy
rightly, and no character table limits what shaping may choose.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from cjm_desktop.layout import fonts as bundled
from cjm_desktop.layout.pieces import FontName, Glyphs
from cjm_desktop.poster import embedding

_COPIED_AS = {"\u00a0": " ", "\u202f": " ", "\u2011": "-"}
"""No-break blanks and hyphens hold lines together; whoever searches the poster types plain ones."""
_ESCAPES = {ord("("): "\\(", ord(")"): "\\)", ord("\\"): "\\\\", ord("\r"): "\\r"}
_DRIFT = 2
"""Thousandths of the font size by which a word may stand beside its place: nobody sees 0.02 mm."""
_LAST = -1
Spelt = tuple[str, int]
"""How a glyph or a word is written, and how far the pen is after it, thousandths."""


class PdfFont:
    """One font of one PDF: codes handed out so far, and how runs are written with them."""

    def __init__(self, name: FontName) -> None:
        import uharfbuzz

        self.face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(bundled.path(name))))
        self.upem: int = self.face.upem
        self._font = uharfbuzz.Font(self.face)
        self._codes: dict[tuple[int, str], int] = {}
        self._advances: dict[int, int] = {}
        self._words: dict[tuple[tuple[int, ...], str, int], Spelt] = {}

    def advance(self, glyph: int) -> int:
        """A glyph's own advance, font units."""
        known = self._advances.get(glyph)
        if known is None:
            known = self._advances[glyph] = self._font.get_glyph_h_advance(glyph)
        return known

    def width(self, glyph: int) -> int:
        """A glyph's advance as the PDF states it, thousandths; PDFium cuts off fractions."""
        return round(self.advance(glyph) * 1000 / self.upem)

    def code(self, glyph: int, text: str) -> int:
        """The code that shows `glyph` and copies as `text`."""
        return self._codes.setdefault((glyph, text), len(self._codes) + 1)

    def show(self, run: Glyphs) -> str:
        """The operators that show a run: its glyphs, and between them what kerning takes away."""
        said = copied(run)
        if isinstance(said, str):
            return f"[({self._line(run, said)})]TJ"
        advances = [*self._between(run, 0, len(run.glyphs)), None]
        shown = "".join(
            self._glyph(*each)[0] for each in zip(run.glyphs, advances, said, strict=True)
        )
        if "" not in said:
            return f"[({shown})]TJ"
        # More glyphs than letters: say beside them what they are.
        words = ("\ufeff" + run.text).encode("utf-16-be").hex().upper()
        return f"/Span <</ActualText <{words}>>> BDC [({shown})] TJ EMC"

    def _line(self, run: Glyphs, said: str) -> str:
        """A run word by word: most words have been written before.

        A word is known by its glyphs, its text and its length up to the next word.
        """
        xs, glyphs, count = run.xs, run.glyphs, len(run.glyphs)
        units, thousandths = self.upem / run.size, 1000 / run.size
        parts: list[str] = []
        begin, pen = 0, 0
        for word in said.split(" "):
            end = begin + len(word) + 1
            long = round((xs[end] - xs[begin]) * units) if end < count else _LAST
            key = (glyphs[begin:end], word, long)
            spelt = self._words.get(key)
            if spelt is None:
                spelt = self._words[key] = self._spell(run, said, begin, min(end, count))
            parts.append(spelt[0])
            if end >= count:
                break
            pen += spelt[1]
            drift = pen - round((xs[end] - xs[0]) * thousandths)
            if drift > _DRIFT or drift < -_DRIFT:
                parts.append(f"){drift}(")
                pen -= drift
            begin = end
        return "".join(parts)

    def _spell(self, run: Glyphs, said: str, begin: int, end: int) -> Spelt:
        """Glyphs `begin` to `end` of a run, written for the first time."""
        advances: list[int | None] = [*self._between(run, begin, end)]
        if end == len(run.glyphs):
            advances.append(None)
        found = [
            self._glyph(*each)
            for each in zip(run.glyphs[begin:end], advances, said[begin:end], strict=True)
        ]
        return "".join(text for text, _ in found), sum(width for _, width in found)

    def _between(self, run: Glyphs, begin: int, end: int) -> list[int]:
        """From each glyph to the next, font units: where HarfBuzz found them."""
        scale = self.upem / run.size
        return [round((after - x) * scale) for x, after in pairwise(run.xs[begin : end + 1])]

    def _glyph(self, glyph: int, advance: int | None, text: str) -> Spelt:
        """One glyph; `advance` in font units leads to the next one, None: there is none."""
        code, width = self.code(glyph, text), self.width(glyph)
        piece = chr(code >> 8).translate(_ESCAPES) + chr(code & 255).translate(_ESCAPES)
        if advance is None or advance == self.advance(glyph):
            return piece, width
        kern = width - round(advance * 1000 / self.upem)
        return f"{piece}){kern}(", width - kern

    def embed(self, document: Any) -> dict[str, object]:
        """Put the glyphs in use into a reportlab document; return the font's entries."""
        widths = [self.width(glyph) for glyph, _ in self._codes]
        return embedding.entries(document, self.face, list(self._codes), widths)


def copied(run: Glyphs) -> str | list[str]:
    """For each glyph of a run, the text it copies as; "" where an earlier glyph says it all."""
    text = run.text
    for letter, plain in _COPIED_AS.items():
        if letter in text:
            text = text.replace(letter, plain)
    if len(run.glyphs) == len(text) and (not text or run.clusters[-1] == len(text) - 1):
        return text
    starts = sorted(set(run.clusters))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    left = {start: text[start:end] for start, end in ends.items()}
    count = dict.fromkeys(starts, 0)
    for cluster in run.clusters:
        count[cluster] += 1
    said: list[str] = []
    for cluster in run.clusters:
        count[cluster] -= 1
        # A letter for each glyph of the cluster, and the rest with the last one.
        take = len(left[cluster]) if count[cluster] == 0 else min(1, len(left[cluster]))
        said.append(left[cluster][:take])
        left[cluster] = left[cluster][take:]
    return said


def levels(run: Glyphs) -> Iterable[Glyphs]:
    """A run whose glyphs stand at different heights, glyph by glyph."""
    for at, cluster in enumerate(run.clusters):
        end = next((each for each in run.clusters[at:] if each > cluster), None)
        first = run.clusters.index(cluster) == at
        yield Glyphs(
            x=run.x + run.xs[at],
            y=run.y + run.ys[at],
            font=run.font,
            size=run.size,
            colour=run.colour,
            text=run.text[cluster:end] if first else "",
            glyphs=(run.glyphs[at],),
            xs=(0.0,),
            clusters=(0,),
            width=run.width,
        )
