"""The bundled fonts as Qt knows them: raw ones for the map, a family for editors laid over it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontDatabase, QGlyphRun, QGuiApplication, QRawFont

from cjm_desktop.layout import fonts
from cjm_desktop.layout.pieces import FontName, Glyphs

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
KEPT = 4000
"""Glyph runs that are kept: those of a thousand cards and more."""


class Fonts(NamedTuple):
    """Raw fonts by name and size, and lines set in them: all maps of the program share them."""

    def raw(self, name: FontName, size: float) -> QRawFont:
        """The font that draws the glyph numbers of the layout.

        Args:
            name: which of the bundled fonts.
            size: of the em, poster units.
        """
        return _raw(name, size)

    def run(self, lines: tuple[Glyphs, ...]) -> QGlyphRun:
        """A glyph run of lines in one font and colour: where only the ground under a text changes
        it is the same run, and so it is where a map is shown again."""
        return _run(lines)


@lru_cache(maxsize=KEPT)
def _raw(name: FontName, size: float) -> QRawFont:
    hinting = QFont.HintingPreference.PreferNoHinting
    return QRawFont(str(fonts.path(name)), size, hinting)


@lru_cache(maxsize=KEPT)
def _run(lines: tuple[Glyphs, ...]) -> QGlyphRun:
    run = QGlyphRun()
    run.setRawFont(_raw(lines[0].font, lines[0].size))
    run.setGlyphIndexes([glyph for line in lines for glyph in line.glyphs])
    run.setPositions([place for line in lines for place in _places(line)])
    return run


def _places(line: Glyphs) -> list[QPointF]:
    if line.ys:
        pairs = zip(line.xs, line.ys, strict=True)
        return [QPointF(line.x + x, line.y + y) for x, y in pairs]
    return [QPointF(line.x + x, line.y) for x in line.xs]


def register() -> None:
    """Make the bundled families known to Qt's own text, once."""
    known = QFontDatabase.families()
    for name in fonts.NAMES:
        if (EMOJI_FAMILY if name == "emoji" else FAMILY) not in known:
            QFontDatabase.addApplicationFont(str(fonts.path(name)))


@lru_cache(maxsize=KEPT)
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
