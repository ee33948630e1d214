"""Smileys drawn for any value: the shape says what the colour says."""

from __future__ import annotations

import math

from cjm_desktop.layout.colour import contrast, readable
from cjm_desktop.layout.pieces import Disc, Line, Path, Primitive
from cjm_desktop.layout.theme import Theme

RADIUS = 9.6
WEAKEST = 11.4
RING = 1.16
"""Paper ring round a face, in radii."""
ALARM_RING = 15.4
_STRONG = 1.5
"""From this strength on joy laughs and anger frowns."""
_DARK, _LIGHT = "#17202B", "#FFFFFF"


def face(cx: float, cy: float, r: float, value: float, theme: Theme) -> list[Primitive]:
    """A face of radius r; value -2..+2."""
    fill = theme.emotion(value)
    ink = _ink(value, theme)
    found: list[Primitive] = [Disc(cx, cy, r, fill)]
    found += _eyes(cx, cy, r, value, ink)
    found.append(_mouth(cx, cy, r, value, ink))
    return found


def _ink(value: float, theme: Theme) -> str:
    """The colour of eyes and mouth: one for all strong moods, so that they look like one mood."""
    if abs(value) < _STRONG:
        return readable(theme.emotion(value), _DARK, _LIGHT)
    ends = [theme.emotion(math.copysign(one, value)) for one in (_STRONG, 2.0)]
    return max(_DARK, _LIGHT, key=lambda ink: min(contrast(ink, end) for end in ends))


def _eyes(cx: float, cy: float, r: float, value: float, ink: str) -> list[Primitive]:
    width = 0.115 * r
    found: list[Primitive] = []
    for side in (-1, 1):
        x = cx + side * 0.34 * r
        if value >= _STRONG:
            y = cy - 0.14 * r
            curve = (
                ("M", (x - 0.17 * r, y)),
                ("C", (x - 0.1 * r, y - 0.2 * r, x + 0.1 * r, y - 0.2 * r, x + 0.17 * r, y)),
            )
            found.append(Path(curve, line=ink, width=width))
            continue
        y = cy - (0.13 if value <= -_STRONG else 0.2) * r
        found.append(Disc(x, y, 0.115 * r, ink))
        if value <= -_STRONG:
            found.append(
                Line(
                    cx + side * 0.17 * r,
                    cy - 0.31 * r,
                    cx + side * 0.54 * r,
                    cy - 0.47 * r,
                    ink,
                    width,
                    round=True,
                )
            )
    return found


def _mouth(cx: float, cy: float, r: float, value: float, ink: str) -> Path:
    if value >= _STRONG:
        y, w = cy + 0.14 * r, 0.5 * r
        laugh = (
            ("M", (cx - w, y)),
            ("L", (cx + w, y)),
            ("C", (cx + w, y + 0.62 * r, cx - w, y + 0.62 * r, cx - w, y)),
            ("Z", ()),
        )
        return Path(laugh, ink, ink, 0.06 * r)
    part = max(-1.0, min(1.0, value / 2))
    w = (0.4 + 0.06 * abs(part)) * r
    ends = cy + (0.36 - 0.17 * part) * r if part >= 0 else cy + (0.36 - 0.3 * part) * r
    bend = ends + 0.62 * part * r
    curve = (
        ("M", (cx - w, ends)),
        ("C", (cx - w * 0.45, bend, cx + w * 0.45, bend, cx + w, ends)),
    )
    return Path(curve, line=ink, width=0.125 * r)
