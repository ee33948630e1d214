"""Operators of a PDF content stream, as text: numbers, colours, paths (PDF 32000-1, 8 and 9)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from cjm_desktop.layout.colour import grey as grey_of
from cjm_desktop.layout.pieces import Command

Matrix = tuple[float, float, float, float, float, float]
"""x' = a x + c y + e, y' = b x + d y + f."""

_ROUND = 0.552284749831
"""Handle of the cubic curve nearest to a quarter circle, of its radius."""
_OPERATOR = {"M": "m", "L": "l", "C": "c", "Z": "h"}


@lru_cache(maxsize=4096)
def number(value: float) -> str:
    """A number to a thousandth, without an exponent; most of a map's come up again and again."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def numbers(values: Iterable[float]) -> str:
    """Numbers parted by blanks."""
    return " ".join([number(value) for value in values])


@lru_cache(maxsize=1024)
def rgb(colour: str) -> str:
    """The operands of a colour `#RRGGBB`."""
    return numbers(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))


@lru_cache(maxsize=1024)
def as_light(colour: str) -> str:
    """The operand of the grey that is as light as a colour `#RRGGBB`."""
    return number(int(grey_of(colour)[1:3], 16) / 255)


@lru_cache(maxsize=1024)
def fill(colour: str, *, grey: bool) -> str:
    """The operator that fills with a colour from now on, or with the grey that is as light."""
    return f"{as_light(colour)} g" if grey else f"{rgb(colour)} rg"


@lru_cache(maxsize=1024)
def stroke(colour: str, *, grey: bool) -> str:
    """The same of lines."""
    return f"{as_light(colour)} G" if grey else f"{rgb(colour)} RG"


@lru_cache(maxsize=1024)
def width(value: float) -> str:
    """The operator for the width of lines."""
    return f"{number(value)} w"


@lru_cache(maxsize=4096)
def shift(x: float, y: float) -> str:
    """The operator that puts the origin where signs often stand in their pieces."""
    return f"1 0 0 1 {number(x)} {number(y)} cm"


def concat(matrix: Matrix) -> str:
    """The operator that puts `matrix` before the current one."""
    if matrix[:4] == (1.0, 0.0, 0.0, 1.0):
        return f"1 0 0 1 {number(matrix[4])} {number(matrix[5])} cm"
    # What is turned or enlarged is long: its ends would move by more than its beginning.
    turned = " ".join([f"{value:.6f}".rstrip("0").rstrip(".") for value in matrix[:4]])
    return f"{turned} {number(matrix[4])} {number(matrix[5])} cm"


def multiply(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that applies `first` and `then` after it."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def inverse(matrix: Matrix) -> Matrix:
    """The matrix that leads back."""
    a, b, c, d, e, f = matrix
    det = a * d - b * c
    return (
        d / det,
        -b / det,
        -c / det,
        a / det,
        (c * f - d * e) / det,
        (b * e - a * f) / det,
    )


def dash(lengths: Sequence[float]) -> str:
    """The operator for dashes and gaps."""
    return f"[{numbers(lengths)}] 0 d"


def path(commands: Sequence[Command]) -> str:
    """A path of lines and cubic curves."""
    found: list[str] = []
    for letter, values in commands:
        found += [number(value) for value in values]
        found.append(_OPERATOR[letter])
    return " ".join(found)


@lru_cache(maxsize=4096)
def rectangle(x: float, y: float, w: float, h: float, radius: float = 0.0) -> str:
    """A rectangle, its corners rounded as far as its size allows."""
    r = min(radius, w / 2, h / 2)
    if r <= 0:
        return f"{numbers((x, y, w, h))} re"
    k = r * (1 - _ROUND)
    right, bottom = x + w, y + h
    return path(
        (
            ("M", (x + r, y)),
            ("L", (right - r, y)),
            ("C", (right - k, y, right, y + k, right, y + r)),
            ("L", (right, bottom - r)),
            ("C", (right, bottom - k, right - k, bottom, right - r, bottom)),
            ("L", (x + r, bottom)),
            ("C", (x + k, bottom, x, bottom - k, x, bottom - r)),
            ("L", (x, y + r)),
            ("C", (x, y + k, x + k, y, x + r, y)),
            ("Z", ()),
        )
    )


@lru_cache(maxsize=4096)
def ellipse(cx: float, cy: float, rx: float, ry: float) -> str:
    """An ellipse of four curves."""
    kx, ky = rx * _ROUND, ry * _ROUND
    return path(
        (
            ("M", (cx + rx, cy)),
            ("C", (cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry)),
            ("C", (cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy)),
            ("C", (cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry)),
            ("C", (cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy)),
            ("Z", ()),
        )
    )


def moved(commands: Iterable[Command], x: float, y: float) -> list[Command]:
    """A path whose origin is at a place."""
    found: list[Command] = []
    for letter, values in commands:
        if len(values) == 6:
            a, b, c, d, e, f = values
            found.append((letter, (a - x, b - y, c - x, d - y, e - x, f - y)))
        else:
            found.append((letter, (values[0] - x, values[1] - y) if values else ()))
    return found
