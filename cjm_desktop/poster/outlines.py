"""Glyphs as outlines, for where letters must be curves."""

from __future__ import annotations

from typing import Any

from cjm_desktop.layout import fonts
from cjm_desktop.layout.pieces import FontName


class Outlines:
    """The outlines of bundled fonts' glyphs as SVG path data, y upwards, in font units."""

    def __init__(self) -> None:
        import uharfbuzz

        self._known: dict[tuple[FontName, int], str] = {}
        self._draw = uharfbuzz.DrawFuncs()
        self._draw.set_move_to_func(_move)
        self._draw.set_line_to_func(_line)
        self._draw.set_quadratic_to_func(_quadratic)
        self._draw.set_cubic_to_func(_cubic)
        self._draw.set_close_path_func(_close)

    def glyph(self, font: FontName, glyph: int) -> str:
        """A glyph's path data; empty for a blank."""
        known = self._known.get((font, glyph))
        if known is None:
            parts: list[str] = []
            fonts.shaper(font)[0].draw_glyph(glyph, self._draw, parts)
            known = self._known[(font, glyph)] = "".join(parts)
        return known


def _points(letter: str, values: tuple[float, ...]) -> str:
    return letter + " ".join(f"{value:g}" for value in values)


def _move(x: float, y: float, parts: Any) -> None:
    parts.append(_points("M", (x, y)))


def _line(x: float, y: float, parts: Any) -> None:
    parts.append(_points("L", (x, y)))


def _quadratic(x1: float, y1: float, x: float, y: float, parts: Any) -> None:
    parts.append(_points("Q", (x1, y1, x, y)))


def _cubic(x1: float, y1: float, x2: float, y2: float, x: float, y: float, parts: Any) -> None:
    parts.append(_points("C", (x1, y1, x2, y2, x, y)))


def _close(parts: Any) -> None:
    parts.append("Z")
