"""Prints that save ink: all of it in greys, or as outlines without filled grounds.

What is drawn stays where it is; only its colours change. As nothing on a map is told by colour
alone, nothing is lost: a feeling is a face and a height, a severity is dots as well.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from math import dist

from cjm_desktop.layout.colour import contrast, grey, luminance
from cjm_desktop.layout.curve import Segment
from cjm_desktop.layout.marks import recoloured
from cjm_desktop.layout.pieces import (
    Box,
    Colour,
    Command,
    Disc,
    Drawing,
    Fill,
    Glyphs,
    Gradient,
    Line,
    Path,
    Photo,
    Primitive,
    Shape,
)
from cjm_desktop.poster import bounds, photos
from cjm_desktop.poster.bounds import Rect
from cjm_desktop.poster.leaves import Leaf

_PAPER: Colour = "#FFFFFF"
_INK: Colour = "#1F1F1F"
_THICK = 3.3
"""u: a thinner ground, such as a dot or the ribbon of the curve, takes little ink and stays."""
_DARK, _BEARING = 0.3, 0.8
"""Luminance of a ground below which the line round it is dark, and below which it may bear light
text, which turns dark once the ground is gone."""
_UNSEEN, _BARE = 3.0, 1.5
"""Contrast with paper below which text is not read, and a small sign is not seen."""
_WASH = 1.4
"""Contrast between the ends of a gradient that fades out: the area under a curve, not a note."""
_EDGE, _PALE_EDGE = 0.6, 0.45
"""Width of a line round what was filled, dark or light, u."""
_PALE: Colour = "#8C8C8C"
_BARELY = 1.12
"""Contrast with paper of a zebra band: its edge is to be seen no more than it was."""
_FAINT: Colour = "#C4C4C4"
_FAINTEST: Colour = "#8A8A8A"
"""The lightest grey of the curve; as text, a darker grey is the lesser one."""
_STEPS = 6
"""Straight pieces a curve is measured by."""

Toned = Callable[[Shape], Shape]


def toned(drawing: Drawing, tone: str, known: dict[int, Shape]) -> Drawing:
    """A drawing in the colours of a tone.

    Args:
        tone: "colour", "grey" or "outline".
        known: what shapes have become so far, by their ids; the drawings must live as long.
    """
    if tone == "colour":
        return drawing
    change: Toned = _grey if tone == "grey" else _outlined

    def made(shape: Shape) -> Shape:
        found = known.get(id(shape))
        if found is None:
            found = known[id(shape)] = change(shape)
        return found

    cells = {
        key: cell._replace(
            pieces=tuple([one._replace(shape=made(one.shape)) for one in cell.pieces])
        )
        for key, cell in drawing.cells.items()
    }
    return replace(drawing, cells=cells, paper=grey(drawing.paper))


def toned_leaves(leaves: Sequence[Leaf], tone: str) -> tuple[Leaf, ...]:
    """Pages in the colours of a tone."""
    known: dict[int, Shape] = {}
    return tuple(
        leaf._replace(
            parts=tuple(
                [one._replace(drawing=toned(one.drawing, tone, known)) for one in leaf.parts]
            )
        )
        for leaf in leaves
    )


def _grey(shape: Shape) -> Shape:
    """A shape in greys as light as its colours, its pictures too."""
    found = recoloured(shape, grey)
    return replace(found, primitives=tuple([_faded(one) for one in found.primitives]))


def _faded(one: Primitive) -> Primitive:
    if isinstance(one, Photo):
        return one._replace(data=photos.in_grey(one.data))
    if isinstance(one, Path) and isinstance(one.fill, Gradient) and _thickness(one) < _THICK:
        return one._replace(fill=_plain(one.fill))
    return one


def _plain(ribbon: Gradient) -> Gradient:
    """The colours of a curve, none so light that it is lost on paper."""
    stops = tuple((at, min(colour, _FAINTEST)) for at, colour in ribbon.stops)
    return replace(ribbon, stops=stops)


def _outlined(shape: Shape) -> Shape:
    """A shape in greys whose large grounds are white with a line round them."""
    gone: list[Rect] = []
    """Grounds that are white now: what is light on them must turn dark."""
    drawn = [_emptied(one, gone) for one in _grey(shape).primitives]
    return replace(shape, primitives=tuple([one for one in drawn if one is not None]))


def _emptied(one: Primitive, gone: list[Rect]) -> Primitive | None:
    """A primitive of an outline; None: nothing of it is left.

    Args:
        gone: such grounds so far; grows.
    """
    if isinstance(one, Photo):
        return one
    bare = _on_any(one, gone)
    if isinstance(one, Glyphs):
        return one._replace(colour=_seen(one.colour, bare=bare))
    if isinstance(one, Line):
        return one._replace(line=_seen(one.line, bare=bare))
    if one.line and not isinstance(one.line, Gradient):
        one = one._replace(line=_seen(one.line, bare=bare))
    if one.fill is None or (one.fill == _PAPER and not bare):
        return one
    if _thickness(one) < _THICK:
        lost = bare and isinstance(one.fill, str) and contrast(one.fill, _PAPER) < _BARE
        return one._replace(fill=_INK) if lost else one
    return _hollow(one, gone)


def _hollow(one: Box | Disc | Path, gone: list[Rect]) -> Primitive | None:
    """A large ground without its colour, with a line round it."""
    ends = _ends(one.fill)
    if contrast(*ends) > _WASH:
        return one._replace(fill=None) if one.line else None
    light = max(luminance(ends[0]), luminance(ends[1]))
    if light < _BEARING:
        gone.append(bounds.of_primitive(one))
    if one.line:
        return one._replace(fill=_PAPER)
    colour, width = (_INK, _EDGE) if light < _DARK else (_PALE, _PALE_EDGE)
    if 1.05 / (light + 0.05) < _BARELY:
        colour = _FAINT
    return one._replace(fill=_PAPER, line=colour, width=width)


def _ends(fill: Fill) -> tuple[Colour, Colour]:
    """The first and the last colour of a ground."""
    if isinstance(fill, Gradient):
        return fill.stops[0][1], fill.stops[-1][1]
    return fill or _PAPER, fill or _PAPER


def _seen(colour: Colour, *, bare: bool) -> Colour:
    """The colour of a text or line, dark where the ground it was read on is gone."""
    return _INK if bare and contrast(colour, _PAPER) < _UNSEEN else colour


def _on_any(one: Primitive, gone: list[Rect]) -> bool:
    """Whether the middle of a primitive lies on a ground that is gone."""
    if not gone:
        return False
    left, top, right, bottom = bounds.of_primitive(one)
    x, y = (left + right) / 2, (top + bottom) / 2
    return any(area[0] <= x <= area[2] and area[1] <= y <= area[3] for area in gone)


def _thickness(one: Box | Disc | Path) -> float:
    """How thick a ground is: twice its area by its edge; of a long bar its width, u."""
    if isinstance(one, Disc):
        return one.r
    if isinstance(one, Box):
        return one.w * one.h / max(one.w + one.h, 1e-9)
    area, edge = _measured(one.commands)
    return 2 * area / max(edge, 1e-9)


def _measured(commands: Sequence[Command]) -> tuple[float, float]:
    """The area a path goes round, and how long the path is."""
    area = edge = 0.0
    for outline in _outlines(commands):
        for (x0, y0), (x1, y1) in pairwise([*outline, outline[0]]):
            area += (x0 * y1 - x1 * y0) / 2
            edge += dist((x0, y0), (x1, y1))
    return abs(area), edge


def _outlines(commands: Sequence[Command]) -> list[list[tuple[float, float]]]:
    """The outlines of a path as points, its curves as short straight pieces."""
    found: list[list[tuple[float, float]]] = []
    for letter, values in commands:
        if letter == "M":
            found.append([(values[0], values[1])])
        elif letter == "L":
            found[-1].append((values[0], values[1]))
        elif letter == "C":
            way = Segment(*found[-1][-1], *values)
            found[-1] += [way.at(step / _STEPS) for step in range(1, _STEPS + 1)]
    return found
