"""What stands beside the curve: why the weakest point is weak, and how wide the gap is."""

from __future__ import annotations

from cjm_desktop.journey import naming
from cjm_desktop.journey.records import Barrier, Persona
from cjm_desktop.layout import faces, style
from cjm_desktop.layout.context import Context
from cjm_desktop.layout.feelings import Gap, Plot, Point
from cjm_desktop.layout.outline import polygon
from cjm_desktop.layout.pieces import Box, Line, Path, Piece, Primitive, Shape, Zone
from cjm_desktop.layout.slots import Crowd, Rect
from cjm_desktop.layout.style import Block, Style

_TITLE = Style("bold", 7.2, 1.2, hyphenate=False)
_WHY = Style("regular", 6.3, 1.28)
_QUIET = Style("regular", 6.3, 1.28)
_PILL = Style("semibold", 6.3, 1.2, hyphenate=False)
_PAD = 6.0
_WIDTHS = (104.0, 132.0, 164.0)
_TIP = 4.0
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


def callout(ctx: Context, point: Point, who: str, why: str, crowd: Crowd) -> Piece:
    """The alarm-coloured box beside the weakest point, with a tip towards its face.

    Narrower and wider boxes are tried at both sides, higher and lower.

    Args:
        who: whose feeling it is, where that is to be said.
    """
    said = ctx.say("lowest_of", who=who) if who else ctx.say("lowest")
    title = style.block(said, _TITLE, _WIDTHS[0] - 2 * _PAD)
    slots: list[tuple[Rect, float]] = []
    reasons: dict[tuple[float, float], Block] = {}
    for number, most in enumerate(_WIDTHS if why else _WIDTHS[:1]):
        reason = style.block(why, _WHY, most - 2 * _PAD, balance=True)
        wide = max(title.width, reason.width if why else 0.0) + 2 * _PAD
        high = title.height + (reason.height + 1.0 if why else 0.0) + 8.4
        reasons[(wide, high)] = reason
        slots += [(rect, cost + 4.0 * number) for rect, cost in _sides(point, wide, high)]
    left = min(rect.x for rect, _ in slots) - _NEAR
    right = max(rect.x + rect.w for rect, _ in slots) + _NEAR
    made_from = (slots, crowd.about(left, right))
    spot = ctx.memo.once(("callout", point.feeling.id), made_from, crowd.choose, slots)
    crowd.add(spot.grown(4.0))
    reason = reasons[(spot.w, spot.h)]
    shape = _callout_shape(ctx, point, spot, title, reason if why else None)
    feeling = point.feeling
    x = spot.x - (_TIP if spot.x > point.x else 0.0)
    return Piece(f"why:{feeling.id}", "ground", feeling.id, x, spot.y, shape)


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


def _sides(point: Point, wide: float, high: float) -> list[tuple[Rect, float]]:
    """Places of a box at the right and left of a face, the middle ones first."""
    away = faces.ALARM_RING + 2.5 + _TIP
    found = []
    for part in (0.5, 0.3, 0.7, 0.16, 0.84):
        y, cost = point.y - part * high, abs(part - 0.5) * 24
        found.append((Rect(point.x + away, y, wide, high), cost))
        found.append((Rect(point.x - away - wide, y, wide, high), cost + 10))
    return found


def _callout_shape(
    ctx: Context, point: Point, spot: Rect, title: Block, reason: Block | None
) -> Shape:
    theme, (_, _, wide, high) = ctx.theme, spot
    right = spot.x > point.x
    inset = _TIP if right else 0.0
    at = min(max(point.y - spot.y, 6.5), high - 6.5)
    tip = (
        polygon((0, at), (_TIP + 0.5, at - 4), (_TIP + 0.5, at + 4))
        if right
        else polygon((wide + _TIP, at), (wide - 0.5, at - 4), (wide - 0.5, at + 4))
    )
    drawn: list[Primitive] = [
        Box(inset, 0, wide, high, theme.alarm, None, radius=3.0),
        Path(tip, theme.alarm),
        *title.draw(inset + _PAD, 4.0, theme.on_alarm),
    ]
    zones: tuple[Zone, ...] = ()
    if reason is not None:
        drawn += reason.draw(inset + _PAD, 5.0 + title.height, theme.on_alarm)
        top, room = 5.0 + title.height, wide - 2 * _PAD
        zones = (reason.zone("note", inset + _PAD, top, room, theme.on_alarm),)
    return Shape(wide + _TIP, high, tuple(drawn), zones)


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
