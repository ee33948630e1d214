"""Single lines of text for what stands round a map: labels, steps, rulers. In mm."""

from __future__ import annotations

from collections.abc import Sequence

from cjm_desktop.layout import text
from cjm_desktop.layout.pieces import Colour, FontName, Line, Piece, Primitive, Shape

INK: Colour = "#17202B"
GREY: Colour = "#46525F"
FAINT: Colour = "#8D98A6"


def width(words: str, font: FontName, size: float) -> float:
    """Width of a line in mm."""
    return text.width_of(text.clean(words), font) * size


def line(
    words: str, font: FontName, size: float, x: float, y: float, colour: Colour = INK
) -> list[Primitive]:
    """A line that begins at `x` with its baseline at `y`."""
    return text.place(text.clean(words), font, size, x, y, colour)


def centred(
    words: str, font: FontName, size: float, x: float, y: float, colour: Colour = INK
) -> list[Primitive]:
    """A line round `x`."""
    return line(words, font, size, x - width(words, font, size) / 2, y, colour)


def shortened(words: str, font: FontName, size: float, room: float) -> str:
    """The line, or as much of its beginning as fits, with an ellipsis."""
    if width(words, font, size) <= room:
        return words
    for end in range(len(words) - 1, 0, -1):
        short = words[:end].rstrip() + "…"
        if width(short, font, size) <= room:
            return short
    return ""


def turned(
    words: str, font: FontName, size: float, cx: float, cy: float, colour: Colour = GREY
) -> Piece:
    """A line turned a quarter clockwise, its middle at a point."""
    long = width(words, font, size)
    # Capitals are 0.7275 of the size high: half of that below the middle puts them in it.
    shape = Shape(long, 0.0, tuple(line(words, font, size, 0.0, size * 0.36, colour)))
    return Piece(f"turned:{words}", "ground", "", cx - long / 2, cy, shape, 90.0)


def standing(primitives: Sequence[Primitive]) -> Piece:
    """Primitives as a piece of their own, as they are."""
    return Piece("standing", "ground", "", 0.0, 0.0, Shape(0.0, 0.0, tuple(primitives)))


def ruler(x: float, y: float, tall: float, colour: Colour = INK) -> list[Primitive]:
    """A ruler of 100 mm that stands on `y`; `tall` is the height of its longest ticks, mm."""
    found: list[Primitive] = [Line(x, y, x + 100, y, colour, 0.25)]
    for at in range(0, 101, 2):
        part = 1.0 if at % 10 == 0 else 0.4
        found.append(Line(x + at, y, x + at, y - tall * part, colour, 0.2))
    return found


def labelled_ruler(x: float, y: float, tall: float, label: str, size: float) -> list[Primitive]:
    """A ruler with its label at the right; `size` is the label's, mm."""
    return ruler(x, y, tall) + line(label, "semibold", size, x + 103, y)
