"""Colour arithmetic in OKLab, where equal steps look equal, and WCAG contrast.

Formulas: Björn Ottosson, "A perceptual color space for image processing" (2020); WCAG 2.2,
relative luminance and contrast ratio.
"""

from __future__ import annotations

import math
from functools import lru_cache

Triple = tuple[float, float, float]


def _split(colour: str) -> Triple:
    number = int(colour[1:7], 16)
    return ((number >> 16) / 255, (number >> 8 & 255) / 255, (number & 255) / 255)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _companded(part: float) -> float:
    part = min(1.0, max(0.0, part))
    return 12.92 * part if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)


def _to_lab(colour: str) -> Triple:
    r, g, b = (_linear(part) for part in _split(colour))
    long = math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    middle = math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    short = math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _from_lab(lightness: float, a: float, b: float) -> str:
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    parts = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    return "#" + "".join(f"{round(_companded(part) * 255):02X}" for part in parts)


def oklch(lightness: float, chroma: float, hue: float) -> str:
    """A colour from OKLCH; lightness 0..1, hue in degrees. Clipped to what sRGB holds."""
    angle = math.radians(hue)
    return _from_lab(lightness, chroma * math.cos(angle), chroma * math.sin(angle))


@lru_cache(maxsize=8192)
def mix(first: str, second: str, part: float) -> str:
    """The colour on the way from `first` to `second`, at `part` 0..1, evenly to the eye."""
    if part <= 0.0:
        return first
    if part >= 1.0:
        return second
    one, two = _to_lab(first), _to_lab(second)
    return _from_lab(*(a + (b - a) * part for a, b in zip(one, two, strict=True)))


@lru_cache(maxsize=8192)
def tint(colour: str, ground: str, part: float) -> str:
    """What a colour of that opacity over the ground looks like, opaque."""
    parts = zip(_split(colour), _split(ground), strict=True)
    return "#" + "".join(f"{round((a * part + b * (1 - part)) * 255):02X}" for a, b in parts)


def luminance(colour: str) -> float:
    """WCAG relative luminance, 0 to 1."""
    r, g, b = (_linear(part) for part in _split(colour))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@lru_cache(maxsize=4096)
def grey(colour: str) -> str:
    """The grey that is as light as a colour."""
    part = round(_companded(luminance(colour)) * 255)
    return f"#{part:02X}{part:02X}{part:02X}"


def contrast(first: str, second: str) -> float:
    """WCAG contrast ratio, 1 to 21."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@lru_cache(maxsize=4096)
def readable(ground: str, dark: str, light: str) -> str:
    """Whichever of two inks reads better on the ground."""
    return dark if contrast(dark, ground) >= contrast(light, ground) else light


def is_colour(text: str) -> bool:
    """Whether the text is `#RRGGBB`."""
    return (
        len(text) == 7
        and text[0] == "#"
        and all(one in "0123456789abcdefABCDEF" for one in text[1:])
    )
