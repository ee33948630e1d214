"""Two states of a map in one drawing: what is new, gone, changed and moved, and the curve it was.

The drawing is that of the later state with all that was removed back in its place. The form always
says what colour says: a sign on a disc, an edge, words struck through, a dashed line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from cjm_desktop.journey import words
from cjm_desktop.journey.comparing import Comparison, Contrast, Sort
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Feeling, Lane
from cjm_desktop.layout import icons, marks, style
from cjm_desktop.layout.changes import struck
from cjm_desktop.layout.curve import Point, Segment, commands, segments
from cjm_desktop.layout.outline import polygon
from cjm_desktop.layout.pieces import (
    Box,
    Cell,
    Colour,
    Disc,
    Drawing,
    LaneBox,
    Line,
    Path,
    Piece,
    Primitive,
    Shape,
)
from cjm_desktop.layout.style import Style
from cjm_desktop.layout.theme import Theme

SIGNS: Final[dict[Sort, str]] = {
    "added": "plus", "removed": "x", "changed": "pencil", "moved": "arrow-right",
}  # fmt: skip
MOVED: Final = "#6B4FA0"
"""Of what has moved; 6.4:1 with the white sign on it."""
BADGE: Final = 3.6
"""Radius of a sign at its natural size, u."""
_OUT, _EDGE = 0.9, 0.9
_GONE_DASH = (1.6, 1.2)
_OLD_DASH = (0.01, 2.2)
_OLD_WIDTH = 1.15
"""Dots with round ends: dashes are the plan's."""
_ARROW, _HEAD = 0.6, 2.2
_PILL = Style("semibold", 5.4, 1.0, hyphenate=False)
_LEAST = 0.35
"""How far a feeling must have gone for an arrow to say so, of the scale from -2 to +2."""
_PLAIN = frozenset({"ground", "prompt", "header"})
"""Pieces that are nobody's own."""


def colour_of(sort: Sort, theme: Theme) -> Colour:
    """The colour that repeats what a sign says."""
    colours = {"added": theme.good, "removed": theme.alarm, "changed": theme.accent}
    return colours.get(sort, MOVED)


def marked(
    drawing: Drawing, found: Comparison, theme: Theme, *, badge: float = BADGE, was: bool = True
) -> Drawing:
    """A drawing with what differs marked on it.

    Args:
        drawing: of `found.both`, or of one of the two.
        found: the differences.
        theme: of the drawing.
        badge: radius of the signs, u; 0: they are put over it by whoever shows it.
        was: with the curves as they were.
    """
    signs = {one.record_id: one for one in found.told}
    gone = {one.record_id for one in found.contrasts if one.sort == "removed"}
    cells: dict[str, Cell] = {}
    for key, cell in drawing.cells.items():
        cells[key] = _cell(cell, signs, gone, theme, badge)
        if cell.kind == "band" and was:
            cells.update((one.id, one) for one in _was(drawing, found, cell.lane_id, theme))
    return replace(drawing, cells=cells)


def _cell(
    cell: Cell, signs: dict[str, Contrast], gone: set[str], theme: Theme, badge: float
) -> Cell:
    if not any(one.record_id in signs or one.record_id in gone for one in cell.pieces):
        return cell
    pieces = tuple(
        [_piece(one, signs.get(one.record_id), gone, theme, badge) for one in cell.pieces]
    )
    return cell._replace(pieces=pieces)


def _piece(piece: Piece, one: Contrast | None, gone: set[str], theme: Theme, badge: float) -> Piece:
    if piece.kind in _PLAIN:
        return piece
    shape = piece.shape
    if piece.record_id in gone:
        pale = marks.recoloured(shape, theme.pale)
        lines = struck(shape.primitives, theme.alarm)
        shape = Shape(shape.w, shape.h, (*pale.primitives, *lines), shape.zones)
    if one is None:
        return piece._replace(shape=shape)
    return piece._replace(shape=_signed(shape, one.sort, piece.kind, theme, badge))


def _signed(shape: Shape, sort: Sort, kind: str, theme: Theme, badge: float) -> Shape:
    """A shape with an edge round it, and a sign at its corner if it is to have one."""
    colour = colour_of(sort, theme)
    drawn: list[Primitive] = []
    x, y = shape.w - 1.0, 1.0
    if kind == "face":
        face = next((zone for zone in shape.zones if zone.name == "face"), None)
        x, y = (face.x + face.w, face.y + 1) if face is not None else (x, y)
    elif kind in ("stage", "lane", "cell"):
        x, y = (shape.w * 0.5, badge + 1.2) if kind == "stage" else (badge, badge)
    else:
        dash = _GONE_DASH if sort == "removed" else ()
        drawn += _edge(shape, colour, dash)
    sign = _badge(theme, sort, x, y, badge) if badge else []
    return Shape(shape.w, shape.h, (*shape.primitives, *drawn, *sign), shape.zones)


def _edge(shape: Shape, colour: Colour, dash: tuple[float, ...]) -> list[Primitive]:
    left, top, right, bottom = -_OUT, -_OUT, shape.w + _OUT, shape.h + _OUT
    if not dash:
        wide, high = right - left, bottom - top
        return [Box(left, top, wide, high, None, colour, _EDGE, 4.0 + _OUT)]
    corners = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    return [
        Line(*corners[at], *corners[at + 1], colour, _EDGE, dash) for at in range(len(corners) - 1)
    ]


def _badge(theme: Theme, sort: Sort, x: float, y: float, badge: float) -> list[Primitive]:
    size = badge * 1.5
    return [
        Disc(x, y, badge + 0.6, theme.paper),
        Disc(x, y, badge, colour_of(sort, theme)),
        icons.icon(SIGNS[sort], x - size / 2, y - size / 2, size, theme.paper, 3.0),
    ]


# The curve as it was


def _was(drawing: Drawing, found: Comparison, lane_id: str, theme: Theme) -> Iterator[Cell]:
    """The curves of a lane as they were, dashed, with arrows to where points are now."""
    box = next((one for one in drawing.lanes if one.lane_id == lane_id), None)
    lane = found.before.find(lane_id)
    if box is None or not isinstance(lane, Lane) or lane.holds != "feelings":
        return
    changed = [
        one for one in found.contrasts
        if isinstance(one.record, Feeling) and one.record.lane_id == lane_id
    ]  # fmt: skip
    curves = dict.fromkeys((_point(one).persona_id, _point(one).path) for one in changed)
    drawn: list[Primitive] = []
    for persona_id, path in curves:
        old = found.before.curve(lane_id, persona_id, path)
        places = [(one.id, _place(drawing, box, one)) for one in old]
        placed = [(record_id, place) for record_id, place in places if place is not None]
        drawn += [
            Path(commands(part), None, theme.ink2, _OLD_WIDTH, _OLD_DASH)
            for part in _parted(placed, changed)
        ]
    taken: set[int] = set()
    for one in sorted(changed, key=_gone_far, reverse=True):
        arrow = _arrow(drawing, box, one, theme, found.after)
        at = round(arrow[0].x0) if arrow and isinstance(arrow[0], Line) else 0
        if at not in taken:  # of several people's at one place that of who went farthest
            drawn += arrow
            taken.add(at)
    if drawn:
        shape = Shape(drawing.width, box.h, tuple(drawn))
        piece = Piece(f"was:{lane_id}", "ground", "", 0, 0, shape)
        yield Cell(f"was:{lane_id}", "free", 0, box.y, drawing.width, box.h, (piece,))


def _parted(
    placed: Sequence[tuple[str, Point]], changed: Sequence[Contrast]
) -> Iterator[list[Segment]]:
    """The stretches of an old curve beside points that changed; all of it where one is new."""
    whole = segments([at for _, at in placed])
    ids = {one.record_id for one in changed}
    if len(whole) != len(placed) - 1 or any(one.sort == "added" for one in changed):
        yield whole
        return
    part: list[Segment] = []
    for at, one in enumerate(whole):
        if ids & {placed[at][0], placed[at + 1][0]}:
            part.append(one)
        elif part:
            yield part
            part = []
    if part:
        yield part


def _point(one: Contrast) -> Feeling:
    record = one.record
    if not isinstance(record, Feeling):
        raise TypeError(record.kind)
    return record


def _gone_far(one: Contrast) -> float:
    """How far a feeling has gone."""
    old, new = one.before, one.after
    if isinstance(old, Feeling) and isinstance(new, Feeling):
        return abs(new.value - old.value)
    return 0.0


def _place(drawing: Drawing, box: LaneBox, point: Feeling) -> Point | None:
    """Where a point of a curve lies, from the left of the drawing and the top of its lane."""
    middles = [(one.stage_id, one.step_id, one.x + one.w / 2) for one in drawing.columns]
    at = _column(middles, point)
    if at is None:
        return None
    x = middles[at][2]
    if point.between and at + 1 < len(middles):
        x += (middles[at + 1][2] - x) * point.between
    part = (2 - point.value) / 4
    y = box.top_value_y + (box.bottom_value_y - box.top_value_y) * part
    return x, y - box.y


def _column(middles: Sequence[tuple[str, str | None, float]], point: Feeling) -> int | None:
    for at, (stage_id, step_id, _) in enumerate(middles):
        if step_id == point.step_id and (step_id is not None or stage_id == point.stage_id):
            return at
    return next((at for at, one in enumerate(middles) if one[0] == point.stage_id), None)


def _arrow(
    drawing: Drawing, box: LaneBox, one: Contrast, theme: Theme, after: Journey
) -> tuple[Primitive, ...]:
    """From where a feeling was to where it is, with how far it went."""
    old, new = one.before, one.after
    if not isinstance(old, Feeling) or not isinstance(new, Feeling):
        return ()
    size = new.value - old.value
    start, end = _place(drawing, box, old), _place(drawing, box, new)
    if start is None or end is None or abs(size) < _LEAST:
        return ()
    colour = theme.good if size > 0 else theme.alarm
    x, top = end[0], end[1]
    way = 1 if end[1] > start[1] else -1
    tip = top - way * 10.5
    if (tip - start[1]) * way <= _HEAD:
        tip = top
    said = ("+" if size > 0 else "−") + words.number(abs(size), after.document.language)
    label = style.line(said, _PILL)
    wide, high = label.width + 5, label.height + 3
    left, middle = x + 3, (start[1] + tip) / 2
    return (
        Line(x, start[1], x, tip, colour, _ARROW),
        Path(
            polygon(
                (x, tip), (x - _HEAD / 2, tip - way * _HEAD), (x + _HEAD / 2, tip - way * _HEAD)
            ),
            colour,
        ),
        Box(left, middle - high / 2, wide, high, theme.paper, colour, 0.5, high / 2),
        *label.draw(left, middle - label.height / 2, colour, within=wide, align="centre"),
    )
