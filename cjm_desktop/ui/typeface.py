"""The bundled typefaces, made known to Qt."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from cjm_desktop import assets

FAMILY = "Inter"
EMOJI_FAMILY = "Noto Emoji"


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
