"""The bundled fonts in a PDF: exactly the shaped glyphs, and the text they stand for.

A composite font (Type 0, Identity-H) whose codes are handed out as glyphs are met: one code for
each pair of a glyph and the text a reader should copy. So the same glyph may stand for different
letters, ligatures and emoji beyond U+FFFF copy rightly, and no character table limits what shaping
may choose.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

from cjm_desktop.layout import fonts as bundled
from cjm_desktop.layout.pieces import FontName, Glyphs

_COPIED_AS = {0xA0: " ", 0x202F: " ", 0x2011: "-"}
"""No-break blanks and hyphens hold lines together; whoever searches the poster types plain ones."""
_ESCAPES = {ord("("): "\\(", ord(")"): "\\)", ord("\\"): "\\\\", ord("\r"): "\\r"}
_SHAPING_TABLES = ("GSUB", "GPOS", "GDEF", "STAT")
_TO_UNICODE_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_TO_UNICODE_TAIL = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"


def open_face(name: FontName) -> Any:
    """The HarfBuzz face of a bundled font."""
    import uharfbuzz

    return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(bundled.path(name))))


@dataclass(frozen=True, slots=True)
class Metrics:
    """What a PDF font descriptor says; lengths in thousandths of the font size."""

    name: str
    box: tuple[float, float, float, float]
    ascent: float
    descent: float
    cap_height: float
    slant: float
    weight: int


def read_metrics(face: Any) -> Metrics:
    """Read a face's head, OS/2, hhea and post tables (OpenType 1.9)."""
    tables = {
        tag: bytes(face.reference_table(tag).data) for tag in ("head", "OS/2", "hhea", "post")
    }
    k = 1000 / face.upem
    box = struct.unpack(">4h", tables["head"][36:44])
    ascent, descent = struct.unpack(">2h", tables["hhea"][4:8])
    weight = struct.unpack(">H", tables["OS/2"][4:6])[0]
    cap_height = struct.unpack(">h", tables["OS/2"][88:90])[0] or ascent
    slant = struct.unpack(">i", tables["post"][4:8])[0] / 65536
    name = "".join(c for c in face.get_name(6) if c.isalnum() or c in "-_")
    return Metrics(
        name,
        (box[0] * k, box[1] * k, box[2] * k, box[3] * k),
        ascent * k,
        descent * k,
        cap_height * k,
        slant,
        weight,
    )


class _Pieces(dict[tuple[int, int, str], tuple[str, int]]):
    """How one glyph is written, and how far the pen then is, in thousandths of the font size.

    By (glyph, advance in font units, text); made when first asked for.
    """

    def __init__(self, font: PdfFont) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, key: tuple[int, int, str]) -> tuple[str, int]:
        glyph, advance, text = key
        code = self._font.code(glyph, text)
        piece = chr(code >> 8).translate(_ESCAPES) + chr(code & 255).translate(_ESCAPES)
        width = self._font.width(glyph)
        if advance != self._font.advance(glyph):
            kern = width - round(advance * 1000 / self._font.upem)
            piece += f"){kern}("
            width -= kern
        self[key] = piece, width
        return self[key]


class PdfFont:
    """One font of one PDF: codes handed out so far, and how runs are written with them."""

    def __init__(self, name: FontName) -> None:
        import uharfbuzz

        self.name = name
        self.face = open_face(name)
        self.upem: int = self.face.upem
        self._font = uharfbuzz.Font(self.face)
        self._codes: dict[tuple[int, str], int] = {}
        self._advances: dict[int, int] = {}
        self._pieces = _Pieces(self)

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
        """The operators that show a run: its glyphs, and between them what kerning takes away.

        What rounding to thousandths adds up to over a word is made good at the blank after it.
        """
        scale = self.upem / run.size
        advances = [round((b - a) * scale) for a, b in pairwise(run.xs)]
        if run.glyphs:
            advances.append(self.advance(run.glyphs[-1]))
        pieces = self._pieces
        said = copied(run)
        found = [pieces[key] for key in zip(run.glyphs, advances, said, strict=True)]
        if " " in said:
            _make_good(found, run, said)
        shown = "".join([piece for piece, _ in found])
        if "" in said and not isinstance(said, str):
            # More glyphs than letters: say beside them what they are.
            words = ("\ufeff" + run.text).encode("utf-16-be").hex().upper()
            return f"/Span <</ActualText <{words}>>> BDC [({shown})] TJ EMC"
        return f"[({shown})]TJ"

    def embed(self, document: Any) -> dict[str, object]:
        """Put subset, widths and text map into a reportlab document; return the font's entries."""
        from reportlab.pdfbase.pdfdoc import PDFArrayCompact, PDFDictionary, PDFName

        file, new_glyph = subset(self.face, (glyph for glyph, _ in self._codes))
        metrics = read_metrics(self.face)
        mark = hashlib.sha256(file).digest()
        tag = "".join(chr(ord("A") + byte % 26) for byte in mark[:6])
        name = PDFName(f"{tag}+{metrics.name}")
        stream = _Streams(document)
        places = b"\0\0" + b"".join(struct.pack(">H", new_glyph[glyph]) for glyph, _ in self._codes)
        widths = [self.width(glyph) for glyph, _ in self._codes]
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": name,
                "CIDSystemInfo": "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
                "FontDescriptor": document.Reference(
                    _descriptor(metrics, name, stream.add(file, Length1=len(file)))
                ),
                "W": PDFArrayCompact([1, PDFArrayCompact(widths)]),
                "CIDToGIDMap": stream.add(places),
            }
        )
        texts = (text for _, text in self._codes)
        return {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": name,
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArrayCompact([document.Reference(descendant)]),
            "ToUnicode": stream.add(to_unicode(texts).encode("ascii")),
        }


def _make_good(pieces: list[tuple[str, int]], run: Glyphs, said: Sequence[str]) -> None:
    """After each blank, bring the pen to where the layout put the next word."""
    scale = 1000 / run.size
    pens = list(accumulate([width for _, width in pieces]))
    mended = 0
    for at, letter in enumerate(said):
        if letter == " " and at + 1 < len(pieces):
            drift = pens[at] - mended - round((run.xs[at + 1] - run.xs[0]) * scale)
            if drift:
                pieces[at] = (f"{pieces[at][0]}){drift}(", 0)
                mended += drift


class _Streams:
    """Compressed streams of a document."""

    def __init__(self, document: Any) -> None:
        self._document = document

    def add(self, content: bytes, **entries: object) -> Any:
        """Add a stream with further dictionary entries; return the reference."""
        from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFStream, PDFZCompress

        return self._document.Reference(
            PDFStream(PDFDictionary(dict(entries)), content, [PDFZCompress])
        )


def _descriptor(metrics: Metrics, name: object, file: object) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFArrayCompact, PDFDictionary, PDFName

    symbolic, italic = 4, 64
    return PDFDictionary(
        {
            "Type": PDFName("FontDescriptor"),
            "FontName": name,
            "Flags": symbolic | (italic if metrics.slant else 0),
            "FontBBox": PDFArrayCompact([round(side) for side in metrics.box]),
            "ItalicAngle": metrics.slant,
            "Ascent": metrics.ascent,
            "Descent": metrics.descent,
            "CapHeight": metrics.cap_height,
            # The usual guess: fonts do not say how thick their stems are.
            "StemV": 10 + 220 * (metrics.weight - 50) / 900,
            "FontFile2": file,
        }
    )


def copied(run: Glyphs) -> str | list[str]:
    """For each glyph of a run, the text it copies as; "" where an earlier glyph says it all."""
    text = run.text.translate(_COPIED_AS)
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


def subset(face: Any, glyphs: Iterable[int]) -> tuple[bytes, dict[int, int]]:
    """A font file with only these glyphs, and the new number of each old one."""
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.glyph_set.update(sorted(set(glyphs)))
    wanted.drop_table_tag_set.update(
        int.from_bytes(tag.encode("ascii"), "big") for tag in _SHAPING_TABLES
    )
    wanted.flags = uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
    plan = uharfbuzz.SubsetPlan(face, wanted)
    new_glyph = dict(plan.old_to_new_glyph_mapping)
    return bytes(plan.execute().blob.data), new_glyph


def to_unicode(texts: Iterable[str]) -> str:
    """The CMap from codes 1, 2, 3 ... to texts, in UTF-16 with surrogates (PDF 32000-1, 9.10.3)."""
    lines = [
        f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        for code, text in enumerate(texts, start=1)
        if text
    ]
    blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    body = "".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks
    )
    return _TO_UNICODE_HEAD + body + _TO_UNICODE_TAIL
