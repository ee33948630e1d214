"""The bundled fonts as Qt knows them: raw ones for the map, a family for editors laid over it."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QRawFont

from cjm_desktop.layout import fonts
from cjm_desktop.layout.pieces import FontName

WEIGHTS: dict[FontName, QFont.Weight] = {
    "regular": QFont.Weight.Normal,
    "italic": QFont.Weight.Normal,
    "medium": QFont.Weight.Medium,
    "semibold": QFont.Weight.DemiBold,
    "bold": QFont.Weight.Bold,
    "emoji": QFont.Weight.Normal,
}
FAMILY = "Inter"
EMOJI_FAMILY = "Noto Emoji"


class Fonts:
    """Raw fonts by name and size, loaded when first asked for."""

    def __init__(self) -> None:
        self._raw: dict[tuple[FontName, float], QRawFont] = {}

    def raw(self, name: FontName, size: float) -> QRawFont:
        """The font that draws the glyph numbers of the layout.

        Args:
            name: which of the bundled fonts.
            size: of the em, poster units.
        """
        font = self._raw.get((name, size))
        if font is None:
            font = QRawFont(
                str(fonts.path(name)),
                size,
                QFont.HintingPreference.PreferNoHinting,
            )
            self._raw[name, size] = font
        return font


def register() -> None:
    """Make the bundled families known to Qt's own text, once."""
    known = QFontDatabase.families()
    for name in fonts.NAMES:
        if (EMOJI_FAMILY if name == "emoji" else FAMILY) not in known:
            QFontDatabase.addApplicationFont(str(fonts.path(name)))


def font(name: FontName, pixels: float) -> QFont:
    """The font for an editor laid over a text of the map, or for a word painted by hand.

    Args:
        name: the layout's name of the font.
        pixels: size of the em on the screen.
    """
    made = QFont()
    made.setFamilies([FAMILY, EMOJI_FAMILY])
    made.setWeight(WEIGHTS[name])
    made.setItalic(name == "italic")
    # setPixelSize takes whole pixels only; points keep the fraction.
    made.setPointSizeF(max(1.0, pixels) * 72 / _dots_per_inch())
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def _dots_per_inch() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.logicalDotsPerInch()
