"""What stands beside the curve: why the weakest point is weak, and how wide the gap is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, dist

from cjm_desktop.journey import naming
from cjm_desktop.journey.records import Barrier, Persona
from cjm_desktop.layout import faces, style
from cjm_desktop.layout.context import Context
from cjm_desktop.layout.feelings import Gap, Plot, Point
from cjm_desktop.layout.outline import polygon
from cjm_desktop.layout.pieces import Box, Colour, Disc, Line, Path, Piece, Primitive, Shape, Zone
from cjm_desktop.layout.slots import Crowd, Rect
from cjm_desktop.layout.style import Block, Style

_TITLE = Style("bold", 7.2, 1.2, hyphenate=False)
_WHY = Style("regular", 6.3, 1.28)
_QUIET = Style("regular", 6.3, 1.28)
_PILL = Style("semibold", 6.3, 1.2, hyphenate=False)
_PAD = 6.0
_WIDTHS = (104.0, 132.0, 164.0, 74.0)
"""Of boxes at most, the one that looks best first, u."""
_TIP = 4.0
_AWAY = faces.ALARM_RING + 2.5 + _TIP
"""From the middle of a face to a box beside it, u."""
_FAR, _STEP = 110.0, 8.0
"""How far from the middle of a face a box may begin, and how densely places are tried there, u."""
_CLEAR = 1.0
"""Free space between a box and faces, u."""
_CORNER = 6.5
"""Nearer to a corner of a box no tip begins, u."""
_LINE = 0.9
"""Width of the line to a box farther away, u."""
_PART = 4.0
"""A line is looked at in parts so long, u."""
_NEAR = 4.0
"""How far beyond a box something may matter to it, u."""


def weak_reason(ctx: Context, point: Point) -> str:
    """Why the point is weak: its own note, else the worst barrier of the same place."""
    feeling = point.feeling
    if feeling.note:
        return feeling.note
    cards = ctx.journey.cards_of_stage(feeling.stage_id)
    barriers = [
        one
        for one in cards
        if isinstance(one, Barrier)
        and one.text
        and one.step_id in (feeling.step_id, None)
        and ctx.shown(one.path)
    ]
    worst = max(barriers, key=lambda one: (one.severity, one.frequency, one.id), default=None)
    return worst.text if worst is not None else ""


def callout(
    ctx: Context, point: Point, who: str, why: str, crowd: Crowd, dots: Sequence[Rect]
) -> Piece:
    """The alarm-coloured box beside the weakest point, with a tip towards its face.

    Narrower and wider boxes are tried on all sides; where each covers something, farther away.

    Args:
        who: whose feeling it is, where that is to be said.
        dots: other points of curves, which are to be seen too.
    """
    said = ctx.say("lowest_of", who=who) if who else ctx.say("lowest")
    told: dict[tuple[float, float], tuple[Block, Block | None]] = {}
    for most in _WIDTHS if why else (_WIDTHS[0], _WIDTHS[-1]):
        title = style.block(said, _TITLE, most - 2 * _PAD, balance=True)
        reason = style.block(why, _WHY, most - 2 * _PAD, balance=True) if why else None
        wide = max(title.width, reason.width if reason else 0.0) + 2 * _PAD
        high = title.height + (reason.height + 1.0 if reason else 0.0) + 8.4
        told.setdefault((wide, high), (title, reason))
    sizes = tuple(told)
    reach = max(wide for wide, _ in sizes) + _FAR + _NEAR
    there = crowd.about(point.x - reach, point.x + reach)
    made_from = (point.x, point.y, sizes, there, tuple(dots))
    spot = ctx.memo.once(("callout", point.feeling.id), made_from, _spot, point, sizes, crowd, dots)
    crowd.add(spot.grown(4.0))
    x, y, shape = _callout_shape(ctx, point, spot, *told[(spot.w, spot.h)])
    feeling = point.feeling
    return Piece(f"why:{feeling.id}", "ground", feeling.id, x, y, shape)


def whose(ctx: Context, plotted: Plot) -> str:
    """Whose the weakest point is, where curves of several people are drawn."""
    if plotted.weak is None or len(plotted.whose) < 2:
        return ""
    person = ctx.journey.find(plotted.weak.feeling.persona_id)
    if not isinstance(person, Persona):
        return ctx.say("customer")
    return naming.in_role(person, ctx.options.language)


def voiceless(ctx: Context, persona_id: str, width: float) -> Piece:
    """That nobody has said how the persona in question feels."""
    person = ctx.journey.get(Persona, persona_id)
    said = ctx.say("no_feelings", who=naming.in_role(person, ctx.options.language))
    block = style.block(said, _QUIET, max(width - 4 * _PAD, 60.0))
    wide, high = block.width + 2 * _PAD, block.height + _PAD
    pill = Box(0, 0, wide, high, ctx.theme.paper, ctx.theme.line2, 0.4, radius=3.0)
    drawn = (pill, *block.draw(_PAD, _PAD / 2, ctx.theme.ink2))
    return Piece(f"voiceless:{persona_id}", "ground", "", _PAD, _PAD, Shape(wide, high, drawn))


def _spot(
    point: Point, sizes: Sequence[tuple[float, float]], crowd: Crowd, dots: Sequence[Rect]
) -> Rect:
    """Where the box lies: near its face unless all places there cover a face, a word or a dot."""
    best, least = Rect(0, 0, *sizes[0]), (float("inf"), float("inf"))
    left, right = (point.x + side * (_FAR + max(wide for wide, _ in sizes)) for side in (-1, 1))
    there = [*crowd.near(left, right), *(one for one in dots if left < one.x < right)]
    for places in (_near, _around):
        for number, size in enumerate(sizes):
            for rect, before in places(point, *size, crowd.bounds):
                covered = _covered(point, rect, there, least[0])
                if covered <= least[0]:
                    outside = rect.w * rect.h - rect.overlap(crowd.bounds)
                    cost = round(covered + outside, 1), crowd.cost(rect) + before + 4.0 * number
                    best, least = (rect, cost) if cost < least else (best, least)
        if not least[0]:
            break
    return best


def _covered(point: Point, rect: Rect, there: Sequence[Rect], most: float) -> float:
    """What a box and the line to it cover of what must be seen, u2; more than `most` is as bad."""
    found = _on(rect.grown(_CLEAR), there, most)
    if found > most:
        return found
    (x0, y0), (x1, y1) = _pin(point, rect)
    parts = int(dist((x0, y0), (x1, y1)) / _PART)
    for at in range(1, parts + 1):
        x, y = x0 + (x1 - x0) * at / parts, y0 + (y1 - y0) * at / parts
        found += _on(Rect(x - 1, y - 1, 2, 2), there, most)
    return found


def _on(rect: Rect, there: Sequence[Rect], most: float) -> float:
    """How much of some rectangles another one covers, u2, counted no further than `most`."""
    left, top, right, bottom = rect.x, rect.y, rect.x + rect.w, rect.y + rect.h
    found = 0.0
    for x, y, w, h in there:
        # Thousands of places are looked at: `Rect.overlap` takes twice as long.
        if x < right and left < x + w and y < bottom and top < y + h:
            found += (min(right, x + w) - max(left, x)) * (min(bottom, y + h) - max(top, y))
            if found > most:
                break
    return found


def _near(point: Point, wide: float, high: float, bounds: Rect) -> list[tuple[Rect, float]]:
    """Places of a box beside a face, each with what it costs: best at the right, in the middle."""
    found = list[tuple[Rect, float]]()
    for part in (0.5, 0.3, 0.7, 0.16, 0.84):
        y, cost = point.y - part * high, abs(part - 0.5) * 24
        found.append((Rect(point.x + _AWAY, y, wide, high), cost))
        found.append((Rect(point.x - _AWAY - wide, y, wide, high), cost + 10))
    for part in (0.5, 0.3, 0.7, 0.1, 0.9):
        x, cost = point.x - part * wide, abs(part - 0.5) * 12 + 20
        found.append((Rect(x, point.y + _AWAY, wide, high), cost))
        found.append((Rect(x, point.y - _AWAY - high, wide, high), cost + 6))
    return found


def _around(point: Point, wide: float, high: float, bounds: Rect) -> Iterator[tuple[Rect, float]]:
    """Places of a box up to `_FAR` away wherever the lane has room, the near ones cheaper."""
    ys = _steps(
        max(point.y - _FAR - high, bounds.y), min(point.y + _FAR, bounds.y + bounds.h - high)
    )
    for x in _steps(
        max(point.x - _FAR - wide, bounds.x), min(point.x + _FAR, bounds.x + bounds.w - wide)
    ):
        for y in ys:
            rect = Rect(x, y, wide, high)
            end, foot = _pin(point, rect)
            yield rect, dist(end, foot) * 2


def _steps(first: float, last: float) -> list[float]:
    """Places from the first to the last, both among them."""
    count = max(0, ceil((last - first) / _STEP))
    return [first + (last - first) * at / count for at in range(count + 1)] if count else [first]


def _pin(point: Point, box: Rect) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where the line from a face to its box begins and where it ends, at the nearest edge."""
    x = min(max(point.x, box.x + _CORNER), box.x + box.w - _CORNER)
    y = min(max(point.y, box.y + _CORNER), box.y + box.h - _CORNER)
    if box.x <= point.x <= box.x + box.w:
        y = box.y if box.y > point.y else box.y + box.h
    else:
        x = box.x if box.x > point.x else box.x + box.w
    long = dist((point.x, point.y), (x, y)) or 1.0
    part = min(1.0, (faces.ALARM_RING + 2.5) / long)
    return (point.x + (x - point.x) * part, point.y + (y - point.y) * part), (x, y)


def _callout_shape(
    ctx: Context, point: Point, spot: Rect, title: Block, reason: Block | None
) -> tuple[float, float, Shape]:
    """The box with its tip, and where its top left is."""
    theme, (_, _, wide, high) = ctx.theme, spot
    (tip_x, tip_y), (at_x, at_y) = _pin(point, spot)
    left, top = min(spot.x, tip_x), min(spot.y, tip_y)
    x, y = spot.x - left, spot.y - top
    drawn: list[Primitive] = [
        Box(x, y, wide, high, theme.alarm, None, radius=3.0),
        *_tip(theme.alarm, (tip_x - left, tip_y - top), (at_x - left, at_y - top)),
        *title.draw(x + _PAD, y + 4.0, theme.on_alarm),
    ]
    zones: tuple[Zone, ...] = ()
    if reason is not None:
        below, room = y + 5.0 + title.height, wide - 2 * _PAD
        drawn += reason.draw(x + _PAD, below, theme.on_alarm)
        zones = (reason.zone("note", x + _PAD, below, room, theme.on_alarm),)
    right, bottom = max(spot.x + wide, tip_x), max(spot.y + high, tip_y)
    return left, top, Shape(right - left, bottom - top, tuple(drawn), zones)


def _tip(colour: Colour, end: tuple[float, float], foot: tuple[float, float]) -> list[Primitive]:
    """What leads from a box to the face: a tip, and before it a line where the box is far away.

    Args:
        end, foot: where it points to, and where it begins at the box.
    """
    across, down = end[0] - foot[0], end[1] - foot[1]
    long = dist(end, foot) or 1.0
    if long > 2 * _TIP:
        return [Line(*foot, *end, colour, _LINE, round=True), Disc(*end, _LINE * 1.3, colour)]
    level = abs(across) >= abs(down)
    # The tip's foot lies a little inside the box, along its edge.
    x, y = (
        (foot[0] - (0.5 if across > 0 else -0.5), foot[1])
        if level
        else (foot[0], foot[1] - (0.5 if down > 0 else -0.5))
    )
    wide, high = (0.0, 4.0) if level else (4.0, 0.0)
    return [Path(polygon(end, (x - wide, y - high), (x + wide, y + high)), colour)]


def gap_arrow(ctx: Context, gap: Gap, weak: Point | None, crowd: Crowd) -> Piece:
    """An arrow from the face up to the planned curve, with the difference in a pill."""
    theme, point = ctx.theme, gap.point
    label = style.line(ctx.say("gap", value=ctx.number(round(gap.size, 1))), _PILL)
    wide, high = label.width + 8.0, 10.4
    reach = (faces.ALARM_RING if weak is point else faces.RADIUS * faces.RING) + 1.5
    top, bottom = gap.y + 2.2, point.y - reach
    middle = wide / 2
    length = bottom - top
    drawn: list[Primitive] = []
    if length > 4:
        drawn.append(Line(middle, 1.5, middle, length, theme.alarm, 0.7))
        drawn.append(Path(polygon((middle, 0), (middle - 2, 4.2), (middle + 2, 4.2)), theme.alarm))
    at = length * 0.42 - high / 2
    drawn.append(Box(0, at, wide, high, theme.paper, theme.alarm, 0.7, high / 2))
    drawn += label.draw(0, at + (high - label.height) / 2, theme.alarm, within=wide, align="centre")
    x = point.x - middle
    crowd.add(Rect(x, top + at, wide, high))
    crowd.add(Rect(point.x - 1.5, top, 3, max(length, 1)))
    shape = Shape(wide, max(length, at + high), tuple(drawn))
    return Piece(f"gap:{point.feeling.id}", "ground", "", x, top, shape)
