"""The first sheet of a tiled poster: its plan, how to put it together, and a ruler. In mm."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from cjm_desktop.journey import words
from cjm_desktop.layout import style
from cjm_desktop.layout.pieces import Box, Disc, Glyphs, Piece, Primitive, Shape
from cjm_desktop.layout.style import Style
from cjm_desktop.poster import bounds, lines
from cjm_desktop.poster.bounds import Rect
from cjm_desktop.poster.lines import GREY, INK
from cjm_desktop.poster.paint import Placed
from cjm_desktop.poster.paper import size_in_cm
from cjm_desktop.poster.tiles import Grid, Spot

_BLUE = "#1F6FA8"
_WHITE = "#FFFFFF"
_EDGE = 12.0
"""Free border, mm, so that no printer cuts the ruler."""
_TOO_SMALL = 0.5
"""Text below this size on the plan is no more than dust, mm."""


@dataclass(frozen=True, slots=True)
class Guide:
    """What the assembly sheet is about."""

    title: str
    grid: Grid
    used: Sequence[Spot]
    language: str
    scale: float
    """Of the poster, against the paper that was asked for."""
    named: str = ""
    """What people call that paper, such as A0; empty: nothing they know."""

    def say(self, key: str, **values: object) -> str:
        """A sentence of the room's own words."""
        return words.say(f"poster.{key}", self.language, **values)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where things lie on the sheet; `unit` is 1 on A4 and grows with the sheet."""

    unit: float
    plan: Rect
    steps_x: float
    steps_y: float
    steps_width: float
    ruler_y: float


def frame(guide: Guide) -> Frame:
    """The plan beside the steps on a lying sheet, above them on a standing one."""
    grid = guide.grid
    sheet = grid.sheet
    unit = min(1.6, min(sheet.width, sheet.height) / 210)
    top = _EDGE + 26 * unit
    bottom = sheet.height - _EDGE - 4
    if sheet.landscape:
        steps = 80 * unit
        room = (sheet.width - 2 * _EDGE - steps - 8 * unit, bottom - 12 * unit - top)
    else:
        steps = sheet.width - 2 * _EDGE
        room = (steps, (bottom - top) * 0.5)
    k = min(room[0] / grid.width, room[1] / grid.height)
    plan = (_EDGE, top, _EDGE + grid.width * k, top + grid.height * k)
    if sheet.landscape:
        return Frame(unit, plan, plan[2] + 8 * unit, top, steps, bottom)
    return Frame(unit, plan, _EDGE, plan[3] + 8 * unit, steps, bottom)


def heading(guide: Guide, where: Frame) -> list[Primitive]:
    """What this sheet is, and the poster's size."""
    grid, unit = guide.grid, where.unit
    room = grid.sheet.width - 2 * _EDGE
    size = size_in_cm(grid.width, grid.height, guide.language)
    paper = grid.sheet.label(guide.language)
    parts = [
        guide.say("sheets_of_paper", n=len(guide.used), paper=paper),
        guide.say("finished_size", size=size),
    ]
    if guide.named and abs(guide.scale - 1) >= 0.005:
        # No percentage: a reader would take it for what to set in the printer.
        key = "larger_than" if guide.scale > 1 else "smaller_than"
        parts.append(guide.say(key, paper=guide.named))
    facts = " · ".join(parts)
    small = 4.1 * unit
    small *= min(1.0, room / lines.width(facts, "regular", small))
    left = room - lines.width(f" · {facts}", "regular", small)
    title = lines.shortened(guide.title, "regular", small, left)
    below = f"{title} · {facts}" if title else facts
    large = 9.4 * unit
    large *= min(1.0, room / lines.width(guide.say("assembly"), "bold", large))
    return [
        *lines.line(guide.say("assembly"), "bold", large, _EDGE, _EDGE + 9 * unit),
        *lines.line(below, "regular", small, _EDGE, _EDGE + 17.5 * unit, GREY),
    ]


def thumbnail(placed: Sequence[Placed], scale: float) -> list[Placed]:
    """The pieces as far as they can be made out at a scale (mm for a unit of the drawing)."""
    seen: dict[int, Shape] = {}
    found = []
    for one in placed:
        shape = one.piece.shape
        if id(shape) not in seen:
            kept = tuple([each for each in shape.primitives if _visible(each, scale)])
            whole = len(kept) == len(shape.primitives)
            seen[id(shape)] = shape if whole else Shape(shape.w, shape.h, kept)
        small = seen[id(shape)]
        if small is shape:
            found.append(one)
        elif small.primitives:
            piece = one.piece
            seen_piece = Piece(piece.id, piece.kind, "", piece.x, piece.y, small, piece.turn)
            found.append(Placed(seen_piece, one.place, one.reach))
    return found


def _visible(primitive: Primitive, scale: float) -> bool:
    if isinstance(primitive, Glyphs):
        return primitive.size * scale >= _TOO_SMALL
    left, top, right, bottom = bounds.of_primitive(primitive)
    return max(right - left, bottom - top) * scale >= _TOO_SMALL


def plan(guide: Guide, where: Frame) -> tuple[list[Primitive], list[tuple[Spot, Rect]]]:
    """The sheets drawn over the small poster, and the rectangle of each on this sheet."""
    grid = guide.grid
    k = (where.plan[2] - where.plan[0]) / grid.width
    outlines: list[Primitive] = [
        Box(where.plan[0], where.plan[1], grid.width * k, grid.height * k, None, GREY, 0.2)
    ]
    names: list[Primitive] = []
    places = []
    for spot in guide.used:
        window = grid.window(spot)
        left, top, right, bottom = (side * k for side in window)
        left, right = left + where.plan[0], right + where.plan[0]
        top, bottom = top + where.plan[1], bottom + where.plan[1]
        places.append((spot, (left, top, right, bottom)))
        outlines.append(Box(left, top, right - left, bottom - top, None, _BLUE, 0.25))
        names += _pill(
            spot.name, (left + right) / 2, (top + bottom) / 2, right - left, bottom - top
        )
    return outlines + names, places


def _pill(name: str, cx: float, cy: float, width: float, height: float) -> list[Primitive]:
    """A sheet's name on a label no larger than the sheet."""
    size = min(5.2, height * 0.5, width / (lines.width(name, "bold", 1.0) + 1.1))
    long, tall = lines.width(name, "bold", size) + size, size * 1.55
    return [
        Box(cx - long / 2, cy - tall / 2, long, tall, _BLUE, _WHITE, size * 0.09, tall / 2),
        *lines.centred(name, "bold", size, cx, cy + size * 0.36, _WHITE),
    ]


def instructions(guide: Guide) -> list[str]:
    """The steps, as many as this poster needs."""
    grid, used = guide.grid, guide.used
    across, down = grid.columns > 1, grid.rows > 1
    found = [guide.say("step_print")]
    if not across and not down:
        return [*found, guide.say("step_trim")]
    shape = "" if across and down else ("_row" if across else "_column")
    first_row = [spot for spot in used if spot.row == used[0].row]
    second = next((spot for spot in used if spot.row > used[0].row), used[-1])
    last = first_row[-1] if across else used[-1]
    found.append(
        guide.say(f"step_lay{shape}", first=used[0].name, last=last.name, second=second.name)
    )
    if grid.margin > 0:
        found.append(guide.say(f"step_cut{shape}"))
    if grid.overlap > 0:
        overlap = words.number(grid.overlap, guide.language)
        key = "step_glue" if across else "step_glue_column"
        found.append(guide.say(key, overlap=overlap))
    else:
        found.append(guide.say("step_butt"))
    found.append(guide.say("step_rows" if across and down else "step_trim"))
    return found


def steps(guide: Guide, where: Frame) -> list[Primitive]:
    """The numbered steps; their type shrinks until they end above the ruler."""
    size = 4.3 * where.unit
    while True:
        found, bottom = _steps(instructions(guide), where, size)
        if bottom <= where.ruler_y - 10 * where.unit or size < 2.4:
            return found
        size *= 0.94


def _steps(texts: Collection[str], where: Frame, size: float) -> tuple[list[Primitive], float]:
    found: list[Primitive] = []
    radius, y = size * 0.72, where.steps_y
    indent = radius * 2 + size * 0.7
    for number, words_of_step in enumerate(texts, start=1):
        block = style.block(
            words_of_step, Style("regular", size, 1.3, hyphenate=False), where.steps_width - indent
        )
        middle = y + size * 0.65
        found.append(Disc(where.steps_x + radius, middle, radius, _BLUE))
        found += lines.centred(
            str(number), "bold", size * 0.82, where.steps_x + radius, middle + size * 0.295, _WHITE
        )
        found += block.draw(where.steps_x + indent, y, INK)
        y += block.height + size * 0.75
    return found, y


def ruler(guide: Guide, where: Frame) -> list[Primitive]:
    """A ruler of 100 mm at the foot of the sheet, unless the sheet is narrower."""
    label, free = guide.say("ruler"), guide.grid.sheet.width - 100
    if free >= _EDGE + 3 + lines.width(label, "semibold", 4.2) + 4:
        return lines.labelled_ruler(_EDGE, where.ruler_y, 4.0, label, 4.2)
    if free < 2:
        return []
    bare = lines.ruler(free / 2, where.ruler_y, 4.0)
    return bare + lines.line(label, "semibold", 3.4, free / 2, where.ruler_y + 5)
