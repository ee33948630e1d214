"""Pages as dots: the very PDF, rasterised by PDFium, whole for a preview or in bands for a file."""

from __future__ import annotations

import struct
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, NamedTuple

_PDFIUM = threading.Lock()
"""PDFium crashes when two threads are in it, as a preview and a picture being saved may be."""
_WHITE = 0xFFFFFFFF
_BAND = 24_000_000
"""Bytes of dots held at a time."""
# Runs of equal dots are all there is to gain; higher levels only take longer.
_LEVEL = 4
_FINE, _FINEST = 4500, 4
"""Dots across that a page is rasterised with at least, and how many times as fine at most."""


class Dots(NamedTuple):
    """A rasterised page: rows of red, green and blue bytes without gaps."""

    width: int
    height: int
    data: bytes


@contextmanager
def open_page(pdf: bytes, page: int) -> Iterator[Any]:
    """A page (counted from 0) of a PDF, open in PDFium."""
    import pypdfium2

    with _PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        opened = document[page]
    try:
        yield opened
    finally:
        with _PDFIUM:
            opened.close()
            document.close()


def band(page: Any, width: int, height: int, top: int, rows: int) -> bytes:
    """Some rows of a page that is `width` x `height` dots in all.

    PDFium sets letters on whole dots: those of a turned note would dance and jump from one size of
    a preview to the next, so small pictures are made from finer ones.
    """
    fine = _times_as_fine(width)
    dots = plain_band(page, width * fine, height * fine, top * fine, rows * fine)
    if fine == 1:
        return dots
    # Pillow, which reportlab brings along.
    from reportlab.lib.utils import Image

    whole = Image.frombuffer("RGB", (width * fine, rows * fine), dots, "raw", "RGB", 0, 1)
    return bytes(whole.reduce(fine).tobytes())


def _times_as_fine(width: int) -> int:
    return max(1, min(_FINEST, _FINE // width))


def plain_band(page: Any, width: int, height: int, top: int, rows: int) -> bytes:
    """The same, each dot as PDFium paints it."""
    import pypdfium2
    from pypdfium2 import raw

    with _PDFIUM:
        bitmap = pypdfium2.PdfBitmap.new_native(width, rows, raw.FPDFBitmap_BGR, rev_byteorder=True)
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, rows, _WHITE)
        flags = raw.FPDF_REVERSE_BYTE_ORDER | raw.FPDF_ANNOT
        raw.FPDF_RenderPageBitmap(bitmap, page, 0, -top, width, height, 0, flags)
        dots = bytes(bitmap.buffer)
        stride, packed = bitmap.stride, width * 3
        bitmap.close()
    if stride == packed:
        return dots
    return b"".join(dots[at : at + packed] for at in range(0, stride * rows, stride))


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of each page of a PDF, mm."""
    import pypdfium2

    with _PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        sizes = [document.get_page_size(at) for at in range(len(document))]
        document.close()
    return [(width / 72 * 25.4, height / 72 * 25.4) for width, height in sizes]


def page_image(pdf: bytes, page: int, width: int) -> Dots:
    """A page for the screen.

    Args:
        page: counted from 0.
        width: of the picture in dots; its height follows from the page.
    """
    with open_page(pdf, page) as opened:
        with _PDFIUM:
            across, down = opened.get_size()
        height = max(1, round(width * down / across))
        return Dots(width, height, band(opened, width, height, 0, height))


def bands(page: Any, width: int, height: int) -> Iterator[bytes]:
    """A page's rows from top to bottom, a few megabytes at a time."""
    rows = max(16, _BAND // (width * 3 * _times_as_fine(width) ** 2))
    for top in range(0, height, rows):
        yield band(page, width, height, top, min(rows, height - top))


class PngFile:
    """Writes a PNG from top to bottom without ever holding it whole (ISO/IEC 15948).

    Args:
        file: open for writing.
        width, height: dots.
        dpi: told to whoever prints the picture.
    """

    def __init__(self, file: BinaryIO, width: int, height: int, dpi: float) -> None:
        self._file, self._row = file, width * 3
        self._before = b""
        self._packer = zlib.compressobj(_LEVEL)
        file.write(b"\x89PNG\r\n\x1a\n")
        eight_bit_rgb = (8, 2, 0, 0, 0)
        self._chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, *eight_bit_rgb))
        per_metre = round(dpi / 0.0254)
        self._chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1))

    def _chunk(self, kind: bytes, data: bytes) -> None:
        check = zlib.crc32(kind + data)
        self._file.write(struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check))

    def add(self, dots: bytes) -> None:
        """Add rows of red, green and blue bytes."""
        same = b"\x02" + bytes(self._row)
        rows = []
        for at in range(0, len(dots), self._row):
            row = dots[at : at + self._row]
            # Filter 2 stores the difference to the row above; 0 stores the row itself.
            rows.append(same if row == self._before else b"\x00" + row)
            self._before = row
        packed = self._packer.compress(b"".join(rows))
        if packed:
            self._chunk(b"IDAT", packed)

    def finish(self) -> None:
        """Write what is left and the end mark."""
        self._chunk(b"IDAT", self._packer.flush())
        self._chunk(b"IEND", b"")


def ink(dots: Dots) -> float:
    """How much ink a page takes: the sum of its four printing inks, 1 = one ink all over.

    Plain conversion with all grey printed in black, as desktop printers do.
    """
    from collections import Counter

    data = dots.data
    colours = Counter(zip(data[0::3], data[1::3], data[2::3], strict=True))
    total = 0.0
    for (red, green, blue), times in colours.items():
        light = max(red, green, blue)
        black = 1 - light / 255
        coloured = (3 * light - red - green - blue) / light if light else 0.0
        total += (black + coloured) * times
    return total / (dots.width * dots.height)
