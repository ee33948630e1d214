"""The bundled fonts: which file a font name means, what it can draw, and its HarfBuzz face."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, cast

import uharfbuzz as hb

from cjm_desktop import assets
from cjm_desktop.layout.pieces import FontName

_FILES: dict[FontName, str] = {
    "regular": "Inter_400Regular.ttf",
    "italic": "Inter_400Regular_Italic.ttf",
    "medium": "Inter_500Medium.ttf",
    "semibold": "Inter_600SemiBold.ttf",
    "bold": "Inter_700Bold.ttf",
    "emoji": "NotoEmoji_500Medium.ttf",
}
NAMES: tuple[FontName, ...] = tuple(_FILES)

CAP_HEIGHT = 0.7275
"""Height of Inter's capitals in em."""


def path(name: FontName) -> Path:
    """The TrueType file of a font."""
    return assets.path("fonts", _FILES[name])


@cache
def shaper(name: FontName) -> tuple[Any, float]:
    """The HarfBuzz font and how many of its units make one em."""
    face = hb.Face(hb.Blob.from_file_path(str(path(name))))
    return hb.Font(face), float(face.upem)


@cache
def characters(name: FontName) -> frozenset[int]:
    """The code points a font can draw."""
    font, _ = shaper(name)
    return frozenset(cast("set[int]", font.face.unicodes))


def best(character: str, wanted: FontName) -> FontName | None:
    """The font to draw a character with: the wanted one, else the emoji, else None."""
    code = ord(character)
    if code in characters(wanted):
        return wanted
    return "emoji" if code in characters("emoji") else None
