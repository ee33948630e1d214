"""A lane of feelings: scale, areas, curves, faces with their words, gap and weakest point."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from cjm_desktop.journey.records import Lane
from cjm_desktop.layout import coding, curve, curves, faces, feelings, handles, marks, style
from cjm_desktop.layout.callouts import callout, gap_arrow, voiceless, weak_reason, whose
from cjm_desktop.layout.context import Columns, Context
from cjm_desktop.layout.feelings import Plot, Point, Scale, plot
from cjm_desktop.layout.pieces import (
    Disc,
    Glyphs,
    Piece,
    Primitive,
    Shape,
    Zone,
)
from cjm_desktop.layout.slots import Crowd, Rect, around

_WORD_WIDTH = 92.0
_NEAR = 8.0
"""How far beyond a word's farthest place something may matter to it, u."""
_ZERO_STEP = 9.0
_RISE, _HIGH = 0.98, 1.24
"""How far a line of text rises over its foot, and its height, of its size."""
_CODE_ROW = 7.0
"""Height of the code under a word, u."""


class Emotions(NamedTuple):
    """What a lane of feelings shows."""

    ground: tuple[Piece, ...]
    """On the band; x from the grid's left edge, y from the lane's top."""
    faces: tuple[tuple[Point, Piece], ...]
    """The same way; they belong to the cells of their points."""
    scale: Scale


def scale_for(height: float, label: float) -> Scale:
    """Where +2 and -2 lie in a lane of that height; `label` is how far down its name reaches."""
    top = max(feelings.TOP, label + 5.0)
    return Scale(top, max(height - feelings.BOTTOM, top + 40.0))


def lay_out(ctx: Context, lane: Lane, columns: Columns, height: float, label: float) -> Emotions:
    """Everything of a lane of feelings.

    Args:
        height: of the lane, u.
        label: how far down the lane's name reaches, u.
    """
    made_from = (ctx.journey.feelings(lane.id), columns, ctx.personas, height, label)
    drawn = ctx.memo.once(
        ("plot", lane.id), made_from, plot, ctx, lane, columns, scale_for(height, label)
    )
    why = weak_reason(ctx, drawn.weak) if drawn.weak is not None else ""
    who = whose(ctx, drawn)
    faint = _faint(ctx, lane)
    size = (columns.right - columns.xs[0], height) if columns.xs else (0.0, height)
    return ctx.memo.once(
        ("emotions", lane.id),
        (*made_from, who, why, faint, coding.known(ctx)),
        _emotions,
        ctx,
        lane,
        drawn,
        size,
        (who, why),
        faint,
    )


def _faint(ctx: Context, lane: Lane) -> frozenset[str]:
    """The points that do not rest on what is looked for."""
    if not ctx.options.sifts_points:
        return frozenset()
    points = ctx.journey.feelings(lane.id)
    return frozenset(one.id for one in points if not ctx.in_question(one))


def _emotions(
    ctx: Context,
    lane: Lane,
    drawn: Plot,
    size: tuple[float, float],
    said: tuple[str, str],
    faint: frozenset[str],
) -> Emotions:
    rings = _rings(drawn)
    crowd = _crowd(drawn, Rect(0, 3, size[0], size[1] - 6), rings)
    extra: list[Piece] = []
    if drawn.gap is not None:
        extra.append(gap_arrow(ctx, drawn.gap, drawn.weak, crowd))
    if drawn.weak is not None:
        extra.append(callout(ctx, drawn.weak, *said, crowd, handles.dots(ctx, drawn)))
    if drawn.voiceless and not ctx.options.paper:
        extra.append(voiceless(ctx, drawn.voiceless, size[0]))
    theirs = handles.of_others(ctx, drawn, crowd)
    faced = _faces(ctx, drawn, crowd)
    # What is large has had the first choice of places.
    found = [*(handles.drawn(ctx, one, rings, crowd) for one in theirs), *faced]
    said_at = _words(piece for _, piece in found)
    shape = Shape(size[0], size[1], tuple(curves.ground(ctx, drawn, size[0], said_at)))
    ground = Piece(f"curve:{lane.id}", "ground", "", 0, 0, shape)
    pieces = [(one, _sifted(ctx, piece, faint)) for one, piece in found]
    if ctx.options.others == "hide":
        pieces = [one for one in pieces if one[1].record_id not in faint]
    return Emotions((ground, *extra), tuple(pieces), drawn.scale)


def _sifted(ctx: Context, piece: Piece, faint: frozenset[str]) -> Piece:
    """A face, faintly where it is not what is looked for."""
    return piece._replace(shape=marks.dim(piece.shape, ctx.theme)) if piece.id in faint else piece


def _radius(point: Point, weak: Point | None) -> float:
    return faces.ALARM_RING if point is weak else faces.RADIUS * faces.RING


def _rings(drawn: Plot) -> list[Rect]:
    """What the faces cover, the ring of the weakest point included."""
    ringed = list(drawn.main.points) if drawn.main else []
    if drawn.weak is not None and drawn.weak not in ringed:
        ringed.append(drawn.weak)
    return [handles.round_about(one, _radius(one, drawn.weak)) for one in ringed]


def _crowd(drawn: Plot, bounds: Rect, rings: list[Rect]) -> Crowd:
    main, planned = drawn.main, drawn.planned
    on_main = [one for part in main.parts for one in curve.samples(part, 24)] if main else []
    aside = [
        part
        for line in (*drawn.others, *((planned,) if planned else ()))
        for part in (*line.parts, line.bridges)
    ]
    aside += [main.bridges] if main else []
    thin = [one for part in aside for one in curve.samples(part)]
    zero = drawn.scale.y(0)
    thin += [(x * _ZERO_STEP, zero) for x in range(int(bounds.w / _ZERO_STEP))]
    return Crowd(bounds, on_main, thin, rings)


def _words(pieces: Iterable[Piece]) -> list[Rect]:
    """Where the words and codes beside faces stand; letters on a face cover nothing more."""
    found = []
    for piece in pieces:
        _, x, y, w, h = next(zone for zone in piece.shape.zones if zone.name == "face")[:5]
        for run in piece.shape.primitives:
            if isinstance(run, Glyphs):
                line = Rect(run.x, run.y - _RISE * run.size, run.width, _HIGH * run.size)
                across, down = line.x + line.w / 2 - x, line.y + line.h / 2 - y
                if not (0 <= across <= w and 0 <= down <= h):
                    found.append(line._replace(x=piece.x + line.x, y=piece.y + line.y))
    return found


def _faces(ctx: Context, plotted: Plot, crowd: Crowd) -> list[tuple[Point, Piece]]:
    """The faces of the main curve, and of the weakest point where that is on another one."""
    main, weak = plotted.main, plotted.weak
    found: list[tuple[Point, Piece]] = []
    if weak is not None and any(weak in line.points for line in plotted.others):
        found.append((weak, _face_piece(ctx, weak, crowd, weak=True)))
    points = main.points if main is not None else ()
    for index, point in enumerate(points):
        before = points[index - 1].feeling.value if index else point.feeling.value
        after = points[index + 1].feeling.value if index + 1 < len(points) else before
        value = point.feeling.value
        upward = (
            value >= before and value >= after if value != before or value != after else value >= 0
        )
        found.append((point, _face_piece(ctx, point, crowd, weak=point is weak, upward=upward)))
    return found


def _face_piece(
    ctx: Context, point: Point, crowd: Crowd, *, weak: bool, upward: bool = False
) -> Piece:
    """A face and its word as one piece."""
    feeling, ring = point.feeling, _ring(weak)
    aside: tuple[float, float] | None = None
    code = coding.code(ctx, feeling.id)
    if feeling.word or code:
        wide, high = _said_size(feeling.word, code)
        place = (point.x, point.y, ring, wide, high, upward)
        reach = ring + wide + _NEAR
        there = crowd.about(point.x - reach, point.x + reach)
        spot = ctx.memo.once(
            ("spot", feeling.id), (*place, there), lambda: crowd.choose(around(*place))
        )
        crowd.add(spot)
        aside = (round(spot.x - point.x, 4), round(spot.y - point.y, 4))
    made_from = (feeling.value, feeling.word, weak, aside, code)
    left, top, shape = ctx.memo.once(("face", feeling.id), made_from, _face, ctx, *made_from)
    return Piece(feeling.id, "face", feeling.id, point.x + left, point.y + top, shape)


def _said_size(word: str, code: str) -> tuple[float, float]:
    """Width and height of a word with the code under it, u."""
    words = style.block(word, style.FEELING, _WORD_WIDTH, balance=True)
    high = (words.height if word else 0.0) + (_CODE_ROW if code else 0.0)
    return max(words.width, coding.width(code)), high


def _ring(weak: bool) -> float:
    """Radius of the ring round a face, u."""
    return faces.ALARM_RING + 0.5 if weak else faces.RADIUS * faces.RING


def _face(
    ctx: Context, value: float, word: str, weak: bool, aside: tuple[float, float] | None, code: str
) -> tuple[float, float, Shape]:
    """A face with its word, and where its top left is, seen from its middle.

    Args:
        aside: where the word begins, seen from there; None: there is no word.
        code: under the word; may be empty.
    """
    theme, ring = ctx.theme, _ring(weak)
    left, top, right, bottom = -ring, -ring, ring, ring
    words = style.block(word, style.FEELING, _WORD_WIDTH, balance=True)
    if aside is not None:
        left, top = min(left, aside[0]), min(top, aside[1])
        wide, high = _said_size(word, code)
        right, bottom = max(right, aside[0] + wide), max(bottom, aside[1] + high)
    drawn: list[Primitive] = [Disc(-left, -top, ring, theme.paper)]
    if weak:
        drawn = [Disc(-left, -top, faces.ALARM_RING, theme.paper, theme.alarm, 0.9)]
    drawn += faces.face(-left, -top, faces.WEAKEST if weak else faces.RADIUS, value, theme)
    zones = [Zone("face", -left - ring, -top - ring, 2 * ring, 2 * ring)]
    if aside is not None:
        x, y = aside[0] - left, aside[1] - top
        if word:
            drawn += words.draw(x, y, theme.ink, within=wide, align="centre")
            zones.append(words.zone("word", x, y, wide, theme.ink))
        if code:
            under = style.line(code, coding.CODE)
            at = y + high - _CODE_ROW
            drawn += under.draw(x, at, theme.ink2, within=wide, align="centre")
    return left, top, Shape(right - left, bottom - top, tuple(drawn), tuple(zones))
