"""What an export comes to in figures: pixels, size of the file, how its text is seen on a slide."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cjm_desktop.journey import words
from cjm_desktop.poster import Plan

SLIDE = 1920
"""Width of a slide or screen that people have, px."""
LEAST_ON_SLIDE = 9
"""Height of the type below which text on a slide is not read, px."""
_MM_OF_POINT = 25.4 / 72
_UNIT = re.compile(r"(?<=\d) (?=(?:mm|cm|m|pt|px|%|мм|см|м|пт|пикс)\b|%)")
_GROWTH = 1.2
"""A PNG of a map grows so with its width, measured on maps from empty to full: 1.1 to 1.25."""


@dataclass(frozen=True, slots=True)
class Made:
    """What the file will be.

    Args:
        width, height: of a picture of dots, px; 0: it has none.
        size: of the file in bytes, as well as it is known; 0: not at all.
    """

    width: int = 0
    height: int = 0
    size: int = 0


def unbroken(text: str) -> str:
    """A text in which no line ends between a number and its unit."""
    return _UNIT.sub("\u00a0", text)


def png_size(preview: int, width: int, wanted: int) -> int:
    """About how large a PNG will be, bytes.

    Args:
        preview: size of the same picture when it is small, bytes.
        width: of that one, px.
        wanted: width of the one that will be written, px.
    """
    return round(preview * math.pow(wanted / width, _GROWTH))


def on_slide(plan: Plan) -> int:
    """How high the main text is where the whole picture fills a slide, px."""
    return round(plan.body_pt * _MM_OF_POINT / plan.width * SLIDE)


def amount(size: int, language: str) -> str:
    """A size in bytes as people say it: 60 KB, 1.2 MB."""
    if size < 950_000:
        number = max(10, round(size, -4) // 1000)
        return QCoreApplication.translate("Export", "{number} KB").format(number=number)
    whole = size >= 10_000_000
    said = words.number(round(size / 1e6, 0 if whole else 1), language)
    return QCoreApplication.translate("Export", "{number} MB").format(number=said)
