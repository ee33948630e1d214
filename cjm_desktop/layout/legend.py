"""The legend: what curves, faces, notes and marks mean, as far as the map shows them."""

from __future__ import annotations

from collections.abc import Callable

from cjm_desktop.layout import (
    axis,
    changes,
    chips,
    faces,
    icons,
    marks,
    roles,
    signs,
    style,
    trends,
    waits,
)
from cjm_desktop.layout.context import Context
from cjm_desktop.layout.outline import polygon
from cjm_desktop.layout.pieces import Box, Colour, Disc, Line, Path, Primitive, Shape

_LINE = 10.5
_GAP = 8.0
_AFTER_SIGN = 2.6
Entry = tuple[float, Callable[[float, float], list[Primitive]]]
"""Its width, and what draws it from x with its middle at y."""
Sign = Callable[[float, float], list[Primitive]]


def legend(ctx: Context, width: float) -> Shape | None:
    """The legend in as many lines as it needs: every sign of the map and no other."""
    kinds, seen = {lane.holds for lane in ctx.journey.lanes(ctx.map.id)}, signs.found(ctx)
    entries: list[Entry] = []
    if "feelings" in kinds:
        entries += _curves(ctx, seen)
    entries += _severities(ctx, seen)
    entries += _evidence(ctx, seen)
    entries += _influence(ctx, seen)
    entries += _stances(ctx, seen)
    entries += _small(ctx, seen)
    if ctx.differing:
        entries.append(_named(ctx, "differs", 6.0, lambda x, y: _corner(ctx, x, y)))
    entries += _timed(ctx)
    entries += _charted(ctx, seen)
    entries += _planned(ctx)
    drawn: list[Primitive] = []
    x, y = 0.0, _LINE / 2
    for wide, draw in entries:
        if x and x + wide > width:
            x, y = 0.0, y + _LINE
        drawn += draw(x, y)
        x += wide + _GAP
    return Shape(width, y + _LINE / 2, tuple(drawn)) if drawn else None


def _corner(ctx: Context, x: float, y: float) -> list[Primitive]:
    return [Path(polygon((x, y - 3), (x + 6, y - 3), (x, y + 3)), ctx.theme.accent)]


def _named(ctx: Context, key: str, wide: float, sign: Sign) -> Entry:
    """A sign with its name after it."""
    words = style.line(ctx.say(f"legend.{key}"), style.CAPTION)

    def draw(x: float, y: float) -> list[Primitive]:
        name = words.draw(x + wide + _AFTER_SIGN, y - words.height / 2, ctx.theme.ink2)
        return [*sign(x, y), *name]

    return wide + _AFTER_SIGN + words.width, draw


def _curves(ctx: Context, seen: frozenset[str]) -> list[Entry]:
    theme = ctx.theme
    words = style.line(ctx.say("legend.feelings"), style.CAPTION_STRONG)
    step, r = 10.4, 4.6

    def scale(x: float, y: float) -> list[Primitive]:
        found = words.draw(x, y - words.height / 2, theme.ink)
        for index, value in enumerate((-2, -1, 0, 1, 2)):
            cx = x + words.width + 4.0 + r + index * step
            found += faces.face(cx, y, r, value, theme)
        return found

    found: list[Entry] = [(words.width + 4.0 + 5 * step, scale)]
    if "as_is" in seen:
        found.append(
            _named(
                ctx, "as_is", 18, lambda x, y: [Line(x, y, x + 18, y, theme.ink, 1.6, round=True)]
            )
        )
    if "to_be" in seen:
        found.append(
            _named(
                ctx,
                "to_be",
                18,
                lambda x, y: [
                    Line(x, y, x + 18, y, theme.ink, 1.6, round=True)
                    if ctx.options.path == "to_be"  # by itself it is the thick one
                    else Line(x, y, x + 18, y, theme.ink3, 0.9, (3.2, 2.2))
                ],
            )
        )
    return found


def _severities(ctx: Context, seen: frozenset[str]) -> list[Entry]:
    theme = ctx.theme

    def square(level: int) -> Sign:
        return lambda x, y: [
            Box(x, y - 3.6, 14.6, 7.2, theme.severities[level - 1], radius=1.2),
            *marks.dots(x + 3.2, y, 1.3, 4.1, level, theme.note_ink, "", hollow=True),
        ]

    named = ((f"severity.{level}", level) for level in (1, 2, 3))
    return [_named(ctx, name, 14.6, square(level)) for name, level in named if name in seen]


def _evidence(ctx: Context, seen: frozenset[str]) -> list[Entry]:
    """Findings have full bullets and check marks, assumptions hollow bullets and dashed edges."""
    theme = ctx.theme
    if "finding" not in seen:
        return []
    return [
        _named(
            ctx,
            "finding",
            10.0,
            lambda x, y: [
                Disc(x + 1.4, y, 1.4, theme.ink2),
                marks.finding(x + 4.0, y - 3, 6.0, theme.good),
            ],
        ),
        _named(
            ctx,
            "assumption",
            17.0,
            lambda x, y: [
                Disc(x + 1.4, y, 1.15, None, theme.ink2, 0.55),
                Box(x + 4.6, y - 3.2, 12.4, 6.4, None, theme.ink3, 0.45, 3.2, marks.DASH),
            ],
        ),
    ]


def _timed(ctx: Context) -> list[Entry]:
    """Silences, what is slowest, and an axis that is not to scale."""
    timing, theme = ctx.timing, ctx.theme

    def dashed(x: float, y: float) -> list[Primitive]:
        return [Line(x, y, x + 14.0, y, theme.ink2, 0.8, axis.BENT)]

    listed: dict[str, tuple[bool, float, Sign]] = {
        "silence": (
            bool(timing.silences),
            14.0,
            lambda x, y: waits.hatched(x, x + 14.0, y, theme.ink2),
        ),
        "slowest": (
            bool(timing.slowest),
            5.6,
            lambda x, y: waits.hourglass(x, y - 2.8, 5.6, theme.alarm),
        ),
        "bent": (any(one.minutes for one in timing.taken), 14.0, dashed),
    }
    return [_named(ctx, key, wide, sign) for key, (on, wide, sign) in listed.items() if on]


def _planned(ctx: Context) -> list[Entry]:
    """What the plan changes, as far as it does."""
    theme, occur = ctx.theme, changes.kinds(ctx)

    def outlined(sign: str) -> Sign:
        return lambda x, y: [
            Box(x + 1.0, y - 3.4, 13.0, 6.8, None, theme.accent, 0.9, 2.4),
            *changes.badge(theme, sign, x + 1.6, y - 2.6, 2.4),
        ]

    def gone(x: float, y: float) -> list[Primitive]:
        box = Box(x, y - 3.4, 14.0, 6.8, theme.track, None, radius=2.4)
        return [box, Line(x + 1.5, y, x + 12.5, y, theme.ink2, 0.7)]

    def arrow(x: float, y: float) -> list[Primitive]:
        head = polygon((x + 14.0, y), (x + 9.6, y - 2.0), (x + 9.6, y + 2.0))
        return [Line(x, y, x + 10.0, y, theme.accent, 0.8), Path(head, theme.accent)]

    def channels(x: float, y: float) -> list[Primitive]:
        return [
            Disc(x + 3.6, y, 3.4, theme.line2),
            Line(x + 1.0, y + 2.6, x + 6.2, y - 2.6, theme.ink, 0.8),
            Disc(x + 11.4, y, 3.0, theme.ink2),
            Disc(x + 11.4, y, 3.6, None, theme.accent, 0.8),
        ]

    listed = {
        "new": (15.0, outlined("plus")),
        "removed": (14.0, gone),
        "moved": (14.0, arrow),
        "reworded": (15.0, outlined("pencil")),
        "channel": (15.0, channels),
    }
    return [_named(ctx, name, *sign) for name, sign in listed.items() if name in occur]


def _influence(ctx: Context, seen: frozenset[str]) -> list[Entry]:
    ink = ctx.theme.ink2

    def sign(level: int) -> Sign:
        return lambda x, y: marks.dots(x + 1.5, y, 1.5, 3.9, level, ink, "", hollow=True)

    named = ((3, "decides"), (2, "influences"), (1, "takes_part"))
    found = [_named(ctx, name, 10.8, sign(level)) for level, name in named if name in seen]
    if "absent" in seen:
        dash: Sign = lambda x, y: [Line(x, y, x + 8.0, y, ctx.theme.ink3, 0.8, round=True)]  # noqa: E731
        found.append(_named(ctx, "absent", 8.0, dash))
    return found


def _stances(ctx: Context, seen: frozenset[str]) -> list[Entry]:
    def sign(stance: str) -> Sign:
        return lambda x, y: roles.stance(ctx.theme, stance, x + 3.4, y, 6.8)

    named = ("for", "unsure", "against")
    return [_named(ctx, name, 6.8, sign(name)) for name in named if name in seen]


def _small(ctx: Context, seen: frozenset[str]) -> list[Entry]:
    """The small icons on cards and beside steps."""
    theme = ctx.theme

    def icon(name: str, colour: Colour) -> Sign:
        return lambda x, y: [icons.icon(name, x, y - 3.1, 6.2, colour, 2.0)]

    listed = {
        "truth": icon("star", theme.ink2),
        "automated": icon("robot", theme.ink2),
        "in_work": icon("tools", theme.ink2),
        "solved": icon("check", theme.ink2),
        "votes": lambda x, y: marks.votes(3, x + 9.0, y, theme),
        "waiting": icon("clock-pause", theme.ink2),
    }
    found = [
        _named(ctx, name, 9.0 if name == "votes" else 6.2, sign)
        for name, sign in listed.items()
        if name in seen
    ]
    if ctx.worst:
        found.append(_named(ctx, "short", 6.2, icon(chips.SHORT, theme.alarm)))
    return found


def _charted(ctx: Context, seen: frozenset[str]) -> list[Entry]:
    """What the charts of metrics show beside their values."""
    theme = ctx.theme
    listed: dict[str, tuple[float, Sign]] = {
        "target": (12.0, lambda x, y: [trends.target_line(x, y, 12.0, theme.good)]),
        "began": (3.6, lambda x, y: trends.start_mark(x, y - 3.4, 6.8, theme.ink2)),
        "end": (6.2, lambda x, y: [icons.icon(trends.FLAG, x, y - 3.1, 6.2, theme.ink2, 2.0)]),
    }
    return [_named(ctx, name, *sign) for name, sign in listed.items() if name in seen]
