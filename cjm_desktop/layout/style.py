"""The type scale, and blocks of text set in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cjm_desktop.layout import text, wrap
from cjm_desktop.layout.pieces import Colour, FontName, Primitive, Zone


@dataclass(frozen=True, slots=True)
class Style:
    """How text is set."""

    font: FontName
    size: float
    """u"""
    leading: float = 1.26
    """Distance of lines in sizes."""
    hyphenate: bool = True


TITLE = Style("bold", 29.0, 1.12, hyphenate=False)
SUBTITLE = Style("regular", 10.4, 1.3, hyphenate=False)
STAGE = Style("bold", 15.0, 1.14, hyphenate=False)
NUMBER = Style("regular", 15.0, 1.14, hyphenate=False)
LANE = Style("bold", 9.2, 1.16, hyphenate=False)
STEP = Style("semibold", 7.9, 1.2, hyphenate=False)
BODY = Style("regular", 7.9, 1.26)
QUOTE = Style("italic", 8.4, 1.3)
STICKY = Style("medium", 8.4, 1.24, hyphenate=False)
FEELING = Style("semibold", 8.2, 1.2, hyphenate=False)
CHIP = Style("medium", 7.2, 1.2, hyphenate=False)
BIG = Style("bold", 16.5, 1.1, hyphenate=False)
CAPTION = Style("regular", 5.6, 1.28)
CAPTION_STRONG = Style("semibold", 5.6, 1.28)
PROMPT = Style("regular", 6.3, 1.25)

_OPTICAL = 0.70
"""Part of the size that seems to be a line's height to the eye (between x-height and capitals)."""


def baseline(style: Style) -> float:
    """How far below a line's top its baseline lies, u."""
    return style.size * (style.leading + _OPTICAL) / 2


@dataclass(frozen=True, slots=True)
class Block:
    """Text broken into lines in one style."""

    style: Style
    lines: tuple[str, ...]
    width: float
    """Of the widest line, u."""
    whole: bool

    @property
    def height(self) -> float:
        """Of all lines, u."""
        return len(self.lines) * self.style.size * self.style.leading

    def draw(
        self, x: float, y: float, colour: Colour, within: float = 0.0, align: str = "left"
    ) -> list[Primitive]:
        """The lines as primitives.

        Args:
            x, y: top left, u.
            within: width in which to centre the lines or set them right, u.
            align: left, centre or right.
        """
        found: list[Primitive] = []
        size, step = self.style.size, self.style.size * self.style.leading
        down = y + baseline(self.style)
        for line in self.lines:
            left = x
            if align != "left":
                free = within - text.width_of(line, self.style.font) * size
                left += free / 2 if align == "centre" else free
            found += text.place(line, self.style.font, size, left, down, colour)
            down += step
        return found

    def zone(
        self, name: str, x: float, y: float, width: float, colour: Colour, record_id: str = ""
    ) -> Zone:
        """The zone that lets this text be edited in place."""
        style = self.style
        height = max(self.height, style.size * style.leading)
        return Zone(
            name, x, y, width, height, style.font, style.size, style.leading, colour, record_id
        )


def block(words: str, style: Style, width: float, balance: bool = False) -> Block:
    """Break text to a width in u."""
    breaker = wrap.balanced if balance else wrap.lines
    done = breaker(words, style.font, round(max(width, 0.1) / style.size, 4), style.hyphenate)
    return Block(style, done.lines, done.width * style.size, done.whole)


def line(words: str, style: Style) -> Block:
    """Text on a single line, however long."""
    flat = " ".join(text.clean(words).split("\n"))
    return Block(style, (flat,), text.width_of(flat, style.font) * style.size, whole=True)


def shrunk(
    words: str,
    style: Style,
    width: float,
    height: float,
    steps: Sequence[float],
    balance: bool = False,
) -> Block:
    """Text in the largest of several sizes that keeps its words whole and its height in bounds.

    Where none does, the last size is taken, as high as it needs to be.

    Args:
        steps: parts of the style's size to try, largest first.
    """
    tried = block(words, style, width, balance)
    for part in steps:
        tried = block(words, replace(style, size=style.size * part), width, balance)
        if tried.whole and tried.height <= height + 1e-6:
            return tried
    return tried
