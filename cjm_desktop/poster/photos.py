"""Stored pictures as PDF images: a JPEG as it is, anything else as packed RGB without alpha."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from cjm_desktop.layout.pieces import Colour

_DAMAGED = (OSError, SyntaxError, ValueError)
"""What Pillow says of files that are no pictures."""
_JPEG_SPACES = {"RGB": "DeviceRGB", "L": "DeviceGray"}


def readable(data: bytes) -> bool:
    """Whether bytes look like a picture; damage further in is found only by reading it all."""
    from reportlab.lib.utils import Image

    try:
        with Image.open(BytesIO(data)):
            return True
    except _DAMAGED:
        return False


def image(data: bytes, paper: Colour) -> tuple[Any, int, int] | None:
    """A picture as a reportlab image object, its width and height in pixels.

    Args:
        data: PNG, JPEG or WebP.
        paper: what shows where the picture is transparent.

    Returns:
        None where the bytes are no picture, or a damaged one.
    """
    try:
        return _read(data, paper)
    except _DAMAGED:
        return None


def in_grey(data: bytes) -> bytes:
    """A picture in greys, white where it is transparent; damaged bytes stay as they are."""
    from reportlab.lib.utils import Image

    try:
        with Image.open(BytesIO(data)) as picture:
            flat = Image.new("RGBA", picture.size, "white")
            flat.alpha_composite(picture.convert("RGBA"))
            file = BytesIO()
            flat.convert("L").save(file, "JPEG", quality=92)
            return file.getvalue()
    except _DAMAGED:
        return data


def for_slides(data: bytes) -> tuple[bytes, int, int] | None:
    """A picture as every presentation program reads it, its width and height in pixels.

    Returns:
        None where the bytes are no picture, or a damaged one.
    """
    from reportlab.lib.utils import Image

    try:
        with Image.open(BytesIO(data)) as picture:
            picture.load()
            if picture.format in {"PNG", "JPEG"}:
                return data, *picture.size
            file = BytesIO()
            picture.convert("RGBA").save(file, "PNG")
            return file.getvalue(), *picture.size
    except _DAMAGED:
        return None


def _read(data: bytes, paper: Colour) -> tuple[Any, int, int]:
    # Pillow, which reportlab brings along.
    from reportlab.lib.utils import Image

    with Image.open(BytesIO(data)) as picture:
        width, height = picture.size
        if picture.format == "JPEG" and picture.mode in _JPEG_SPACES:
            space = _JPEG_SPACES[picture.mode]
            return _object(data, picture.size, space, "DCTDecode"), width, height
        flat = Image.new("RGB", picture.size, paper)
        seen = picture.convert("RGBA")
        flat.paste(seen, mask=seen.getchannel("A"))
        return _object(flat.tobytes(), picture.size, "DeviceRGB", None), width, height


def _object(data: bytes, size: tuple[int, int], space: str, packed: str | None) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream, PDFZCompress

    entries: dict[str, object] = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": size[0],
        "Height": size[1],
        "ColorSpace": PDFName(space),
        "BitsPerComponent": 8,
    }
    if packed is not None:
        entries["Filter"] = PDFName(packed)
    return PDFStream(PDFDictionary(entries), data, [] if packed else [PDFZCompress])
