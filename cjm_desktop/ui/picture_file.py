"""Pictures from outside: known by their first bytes, measured before they are decoded, made small.

Of what comes in nothing but its dots is kept: where and when a photo was taken stays with its
owner. SVG is not taken: one of 1.5 KB named photo.png hangs Qt's reader for ever.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QPainter

from cjm_desktop.journey.records import Picture
from cjm_desktop.ui import plain

MOST_BYTES = 64 * 1024 * 1024
MOST_DOTS = 60_000_000
"""More than telephones take; at four bytes each less than Qt allows for one picture, 256 MB."""
MOST_SCANS = 100
"""Of a JPEG: each goes over the whole picture once more, and ten are usual."""
LONGEST = 1024
"""Longest side that is kept, dots: sharp enough on a wall."""
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", 0, b"png"),
    (b"\xff\xd8\xff", 0, b"jpeg"),
    (b"WEBP", 8, b"webp"),
)
_ENCODED = ("image/png", "image/jpeg", "image/webp")
_DOTS = "application/x-qt-image"
"""What other programs offer as a picture in the clipboard, whatever they call it."""
_SUFFIXES = frozenset(
    f".{one}"
    for one in [
        "png",
        "jpg",
        "jpeg",
        "jfif",
        "webp",
        "gif",
        "bmp",
        "svg",
        "heic",
        "heif",
        "avif",
        "tif",
        "tiff",
    ]
)
"""Of files that people take for pictures, whether we can or not."""
KEEP = Qt.AspectRatioMode.KeepAspectRatio


@dataclass(frozen=True, slots=True)
class Loaded:
    """A picture as it is stored."""

    media_type: Literal["image/png", "image/jpeg"]
    width: int
    height: int
    data: bytes

    def record(self, name: str) -> Picture:
        """A new record that holds it."""
        return Picture(
            name=plain.clean(name)[:200],
            media_type=self.media_type,
            width=self.width,
            height=self.height,
            data=self.data,
        )


def load(path: Path) -> Loaded | None:
    """Read a picture from a file; None: it is none that can be taken."""
    try:
        # Reading what is no file, such as a pipe, may never end.
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            return None
        return decode(path.read_bytes())
    except OSError:
        return None


def decode(data: bytes) -> Loaded | None:
    """Read a picture from bytes; None: it is none that can be taken."""
    kind = next((name for sign, at, name in _MAGIC if data[at : at + len(sign)] == sign), None)
    if kind is None or (kind == b"jpeg" and data.count(b"\xff\xda") > MOST_SCANS):
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
    if max(size.width(), size.height()) > LONGEST:
        reader.setScaledSize(_small(size))
    return stored(reader.read())


def _small(size: QSize) -> QSize:
    # A line of one dot stays a line.
    return size.scaled(QSize(LONGEST, LONGEST), KEEP).expandedTo(QSize(1, 1))


def stored(image: QImage) -> Loaded | None:
    """A picture made small and encoded anew; None: there is nothing in it."""
    if image.isNull():
        return None
    if max(image.width(), image.height()) > LONGEST:
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(_small(image.size()), Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    if image.colorSpace().isValid():
        image.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    see_through = _see_through(image)
    # A fresh one: texts, colour profile and dots per inch of the old one would be written too.
    clean = QImage(
        image.size(), QImage.Format.Format_ARGB32 if see_through else QImage.Format.Format_RGB32
    )
    clean.fill(Qt.GlobalColor.transparent if see_through else Qt.GlobalColor.white)
    painter = QPainter(clean)
    painter.drawImage(clean.rect(), image)
    painter.end()
    media_type: Literal["image/png", "image/jpeg"] = "image/png" if see_through else "image/jpeg"
    return Loaded(media_type, clean.width(), clean.height(), _encoded(clean, media_type))


def _see_through(image: QImage) -> bool:
    """Whether any dot lets something through; many files only could."""
    if not image.hasAlphaChannel():
        return False
    alpha = image.convertToFormat(QImage.Format.Format_Alpha8)
    wide, rows = alpha.bytesPerLine(), bytes(alpha.constBits())
    full = b"\xff" * alpha.width()
    starts = range(0, wide * alpha.height(), wide)
    return any(rows[at : at + alpha.width()] != full for at in starts)


def _encoded(image: QImage, media_type: str) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # The stub asks for bytes, the binding for str.
    if media_type == "image/png":
        image.save(buffer, "PNG")  # type: ignore[call-overload]
    else:
        image.save(buffer, "JPEG", 88)  # type: ignore[call-overload]
    buffer.close()
    return bytes(data.data())


# What is dropped or pasted


def offered(mime: QMimeData) -> bool:
    """Whether what is dropped or pasted may be a picture; it is not read yet."""
    return bool(_file(mime) or _formats(mime))


def named_so(mime: QMimeData) -> bool:
    """Whether it calls itself a picture: a file by its name, too."""
    file = _file(mime)
    if file is not None:
        return file.suffix.lower() in _SUFFIXES
    return bool(_formats(mime))


def name_of(mime: QMimeData) -> str:
    """What the picture that is dropped or pasted is called: its file's name, or nothing."""
    found = _file(mime)
    return found.name if found is not None else ""


def taken(mime: QMimeData) -> Loaded | None:
    """The picture that is dropped or pasted; None: it is none that can be taken."""
    file = _file(mime)
    if file is not None:
        return load(file)
    for kind in _formats(mime):
        if kind == _DOTS:
            image = mime.imageData()
            return stored(image) if isinstance(image, QImage) else None
        data = bytes(mime.data(kind).data())
        if data and len(data) <= MOST_BYTES:
            return decode(data)
    return None


def _file(mime: QMimeData) -> Path | None:
    found = (Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    return next(found, None)


def _formats(mime: QMimeData) -> list[str]:
    """In which formats a picture is offered, the best first."""
    there = mime.formats()
    encoded = [one for one in _ENCODED if one in there]
    # Qt would decode whatever is there, a drawing that never ends too.
    drawing = any("svg" in one for one in there)
    return encoded or ([_DOTS] if _DOTS in there and not drawing else [])
