"""Putting a font into a PDF: a subset of its glyphs, their widths, and the text they stand for."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

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


def entries(
    document: Any, face: Any, codes: Sequence[tuple[int, str]], widths: Sequence[int]
) -> dict[str, object]:
    """The entries of a composite font (Type 0, Identity-H; PDF 32000-1, 9.7).

    Args:
        document: the reportlab document that subset and tables go into.
        codes: the glyph and the text of code 1, 2, 3 ...
        widths: of the same codes, thousandths of the font size.
    """
    from reportlab.pdfbase.pdfdoc import PDFArrayCompact, PDFDictionary, PDFName

    file, new_glyph = subset(face, (glyph for glyph, _ in codes))
    metrics = read_metrics(face)
    mark = hashlib.sha256(file).digest()
    tag = "".join(chr(ord("A") + byte % 26) for byte in mark[:6])
    name = PDFName(f"{tag}+{metrics.name}")
    stream = _Streams(document)
    places = b"\0\0" + b"".join(struct.pack(">H", new_glyph[glyph]) for glyph, _ in codes)
    descriptor = _descriptor(metrics, name, stream.add(file, Length1=len(file)))
    descendant = PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2"),
            "BaseFont": name,
            "CIDSystemInfo": "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
            "FontDescriptor": document.Reference(descriptor),
            "W": PDFArrayCompact([1, PDFArrayCompact(widths)]),
            "CIDToGIDMap": stream.add(places),
        }
    )
    texts = (text for _, text in codes)
    return {
        "Type": PDFName("Font"),
        "Subtype": PDFName("Type0"),
        "BaseFont": name,
        "Encoding": PDFName("Identity-H"),
        "DescendantFonts": PDFArrayCompact([document.Reference(descendant)]),
        "ToUnicode": stream.add(to_unicode(texts).encode("ascii")),
    }


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
