"""The bundled typefaces, made known to Qt."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from cjm_desktop import assets

FAMILY = "Inter"
EMOJI_FAMILY = "Noto Emoji"
NORMAL_FONT = 13
"""Size of the interface text the measures of the window are given for, px."""


def register() -> None:
    """Make the bundled families known to Qt's own text, once."""
    for family, pattern in ((FAMILY, "Inter_*.ttf"), (EMOJI_FAMILY, "NotoEmoji_*.ttf")):
        if not QFontDatabase.hasFamily(family):
            for file in sorted(assets.path("fonts").glob(pattern)):
                QFontDatabase.addApplicationFont(str(file))


def interface_font(pixels: int) -> QFont:
    """The font of the window's own texts."""
    font = QFont()
    font.setFamilies([FAMILY, EMOJI_FAMILY])
    font.setPixelSize(pixels)
    return font


def scaled(size: float, font: int) -> int:
    """A measure given for the normal interface text, for text of `font` px."""
    return round(size * font / NORMAL_FONT)
