"""Pictures from files: known by their first bytes, measured before they are decoded, made small.

SVG is not taken: one of 1.5 KB named photo.png hangs Qt's reader for ever.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

MOST_BYTES = 64 * 1024 * 1024
MOST_DOTS = 50_000_000
LONGEST = 1600
"""Longest side that is kept, dots: sharp enough on a wall."""
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", 0, b"png"),
    (b"\xff\xd8\xff", 0, b"jpeg"),
    (b"WEBP", 8, b"webp"),
)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A picture as it is stored."""

    media_type: str
    width: int
    height: int
    data: bytes


def load(path: Path) -> Loaded | None:
    """Read a picture from a file; None: it is none that can be taken."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return None
        return decode(path.read_bytes())
    except OSError:
        return None


def decode(data: bytes) -> Loaded | None:
    """Read a picture from bytes; None: it is none that can be taken."""
    kind = next((name for sign, at, name in _MAGIC if data[at : at + len(sign)] == sign), None)
    if kind is None:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setDecideFormatFromContent(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_DOTS:
        return None
    longest = max(size.width(), size.height())
    if longest > LONGEST:
        reader.setScaledSize(
            size.scaled(QSize(LONGEST, LONGEST), Qt.AspectRatioMode.KeepAspectRatio)
        )
    image = reader.read()
    return _stored(image) if not image.isNull() else None


def _stored(image: QImage) -> Loaded:
    """Encoded anew: nothing of the file but its dots is kept."""
    see_through = image.hasAlphaChannel()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # The stub asks for bytes, the binding for str.
    if see_through:
        image.save(buffer, "PNG")  # type: ignore[call-overload]
    else:
        image.save(buffer, "JPEG", 88)  # type: ignore[call-overload]
    buffer.close()
    media_type = "image/png" if see_through else "image/jpeg"
    return Loaded(media_type, image.width(), image.height(), bytes(data.data()))
