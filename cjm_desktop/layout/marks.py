"""Small signs that several things share: evidence, votes, people, dots, dimming."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from cjm_desktop.journey import naming
from cjm_desktop.journey.records import Card, Persona
from cjm_desktop.layout import icons, style, text
from cjm_desktop.layout.colour import is_colour, readable
from cjm_desktop.layout.pieces import (
    Box,
    Colour,
    Disc,
    Fill,
    Glyphs,
    Gradient,
    Line,
    Path,
    Photo,
    Primitive,
    Shape,
)
from cjm_desktop.layout.style import Style
from cjm_desktop.layout.theme import Theme

Recolour = Callable[[Colour], Colour]
DASH = (1.9, 1.5)
"""Edge of an assumption."""
_HEAD = Style("semibold", 4.1, 1.0, hyphenate=False)


def own(card: Card) -> Colour:
    """The colour someone gave to a card; empty where it looks as usual."""
    return card.colour if is_colour(card.colour) else ""


def dots(
    x: float,
    y: float,
    radius: float,
    step: float,
    count: int,
    full: Colour,
    empty: Colour,
    hollow: bool = False,
) -> list[Primitive]:
    """Three dots in a row of which `count` are full; (x, y) is the middle of the first."""
    found: list[Primitive] = []
    for index in range(3):
        cx = x + index * step
        if index < count:
            found.append(Disc(cx, y, radius, full))
        elif hollow:
            found.append(Disc(cx, y, radius - 0.25, None, full, 0.5))
        else:
            found.append(Disc(cx, y, radius, empty))
    return found


def initials(name: str) -> str:
    """Two letters for a person or role: «Главный инженер» ГИ, «Снабженец» СН."""
    parts = [word for word in text.clean(name).replace("/", " ").split() if word[0].isalnum()]
    if not parts:
        return "?"
    if len(parts) == 1:
        return parts[0][:2].upper()
    return (parts[0][0] + parts[1][0]).upper()


def head(person: Persona, colour: Colour, cx: float, cy: float, radius: float) -> list[Primitive]:
    """A person as a disc with two letters, readable without its colour."""
    label = style.line(initials(naming.in_role(person)), replace(_HEAD, size=radius * 0.98))
    ink = readable(colour, "#17202B", "#FFFFFF")
    found: list[Primitive] = [Disc(cx, cy, radius, colour)]
    return found + label.draw(
        cx - radius, cy - label.height / 2, ink, within=2 * radius, align="centre"
    )


def finding(x: float, y: float, size: float, ink: Colour) -> Primitive:
    """The check mark of what rests on evidence; (x, y) is its top left."""
    return icons.icon("circle-check", x, y, size, ink, 2.0)


def votes(count: int, right: float, y: float, theme: Theme) -> list[Primitive]:
    """A pill with the number of votes; its right edge and middle are given."""
    label = style.line(str(count), Style("bold", 5.6, 1.0, hyphenate=False))
    width = max(9.0, label.width + 5.6)
    pill = Box(right - width, y - 4.5, width, 9.0, theme.ink, None, radius=4.5)
    return [
        pill,
        *label.draw(right - width, y - label.height / 2, theme.paper, within=width, align="centre"),
    ]


def dim(shape: Shape, theme: Theme) -> Shape:
    """A shape drawn faintly."""
    return recoloured(shape, theme.dimmed)


def recoloured(shape: Shape, change: Recolour) -> Shape:
    """A shape whose every colour is another one; pictures stay as they are."""
    drawn = tuple([_recoloured(one, change) for one in shape.primitives])
    return Shape(shape.w, shape.h, drawn, shape.zones)


def _fill(fill: Fill, change: Recolour) -> Fill:
    if isinstance(fill, Gradient):
        return replace(fill, stops=tuple((at, change(colour)) for at, colour in fill.stops))
    return change(fill) if fill else fill


def _recoloured(one: Primitive, change: Recolour) -> Primitive:
    if isinstance(one, Photo):
        return one
    if isinstance(one, Glyphs):
        return one._replace(colour=change(one.colour))
    if isinstance(one, Line):
        return one._replace(line=change(one.line))
    if isinstance(one, Path):
        return one._replace(fill=_fill(one.fill, change), line=_fill(one.line, change))
    line = change(one.line) if one.line else one.line
    if isinstance(one, Box):
        return one._replace(fill=_fill(one.fill, change), line=line)
    return one._replace(fill=_fill(one.fill, change), line=line)
