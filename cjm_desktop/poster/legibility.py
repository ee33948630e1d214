"""From how far text is read, and how large a poster must be to be read from there.

Cap height = distance / 200: 17 minutes of arc (ISO 9241-3 asks for 16 and prefers 20 to 22).
"""

from __future__ import annotations

from cjm_desktop.layout.fonts import CAP_HEIGHT
from cjm_desktop.layout.pieces import Drawing

LEAST_BODY, LEAST_SIZE = 7.0, 5.5
"""pt: below these, body text and the smallest text are hard to read in the hand."""
NEAREST, FARTHEST = 0.2, 20.0
"""m: from how far a poster can be asked to be read."""
_MM_OF_POINT = 25.4 / 72
_CAPS = 200


def points(size: float, unit: float) -> float:
    """A size of a drawing in pt, its unit being so many mm."""
    return size * unit / _MM_OF_POINT


def distance(pt: float) -> float:
    """From how far text of a size is read, m."""
    return pt * _MM_OF_POINT * CAP_HEIGHT * _CAPS / 1000


def metres(away: float) -> float:
    """A distance as it is said, to the centimetre everywhere: a figure is the same in all places.

    Args:
        away: m.
    """
    return round(away, 2)


def read_from(drawing: Drawing, metres: float) -> tuple[float, float]:
    """Width and height, mm, at which the main text of a drawing is read from so far.

    A layout depends on the proportions of its page alone, so its text grows with the page.
    """
    unit = metres / distance(points(drawing.body_size, 1.0))
    return drawing.width * unit, drawing.height * unit
