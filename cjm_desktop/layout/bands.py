"""The ground of a lane over the whole width, and the prompts of its empty cells."""

from __future__ import annotations

from cjm_desktop.journey import naming
from cjm_desktop.journey.records import Lane, LaneKind
from cjm_desktop.layout import marks, style
from cjm_desktop.layout.colour import mix
from cjm_desktop.layout.context import LABEL, MARGIN, Columns, Context, Place
from cjm_desktop.layout.emotions import Emotions
from cjm_desktop.layout.pieces import Box, Cell, Colour, Line, Piece, Primitive, Shape
from cjm_desktop.layout.waits import Strip

OVERHANG = 4.0
"""How far a band reaches beyond the label and the last column."""
_DOTTED = (0.3, 2.2)
_AIR = 0.5
"""Room at both sides of a dotted line."""
_PROMPT_PAD = 3.5
_GAP_INK = 0.24
"""How much darker than paper a wait between two columns is."""


def band(
    ctx: Context,
    columns: Columns,
    width: float,
    lane: Lane,
    box: tuple[float, float],
    zebra: bool,
    emotions: Emotions | None,
    strip: Strip,
) -> Cell:
    """The zebra, the dotted lines between stages and, for feelings, the curve.

    Args:
        box: top and height of the lane, u.
        strip: what lies along its lower edge.
    """
    y, height = box
    left, across = MARGIN - OVERHANG, width - 2 * (MARGIN - OVERHANG)
    made_from = (across, height, zebra, lane.holds)
    shape = ctx.memo.once(("ground", lane.id), made_from, _ground, ctx, *made_from)
    pieces = [Piece(f"ground:{lane.id}", "ground", "", 0, 0, shape)]
    if columns.gaps and lane.holds != "divider":
        key = ("gaps", lane.id)
        pieces += ctx.memo.once(key, (columns, height), _gaps, ctx, columns, lane, height)
    edges = ctx.memo.once(("edges", lane.id), (columns, height), _edges, ctx, columns, lane, height)
    if emotions is not None and columns.xs:
        dx = columns.xs[0] - left
        areas, *rest = (one._replace(x=one.x + dx) for one in emotions.ground)
        pieces += [areas, *edges, *rest]
    else:
        pieces += edges
    if strip.pieces:
        at = (strip, columns.xs[0] - left, height - strip.height)
        pieces += ctx.memo.once(("strip at", lane.id), at, _along, *at)
    kept = ctx.memo.once(("band", lane.id), tuple(pieces), lambda: tuple(pieces))
    return Cell(f"band:{lane.id}", "band", left, y, across, height, kept, lane.id)


def _ground(ctx: Context, width: float, height: float, zebra: bool, holds: LaneKind) -> Shape:
    drawn: list[Primitive] = []
    if zebra:
        drawn.append(Box(0, 0, width, height, ctx.theme.zebra, radius=3.0))
    if holds == "divider":
        start, end, at = OVERHANG + LABEL, width - OVERHANG, height / 2
        drawn.append(Line(start, at, end, at, ctx.theme.ink3, 0.6, (3.0, 2.0)))
    return Shape(width, height, tuple(drawn))


def _along(strip: Strip, dx: float, dy: float) -> tuple[Piece, ...]:
    """What lies along a lane's lower edge, in its place."""
    return tuple([one._replace(x=one.x + dx, y=one.y + dy) for one in strip.pieces])


def _gaps(ctx: Context, columns: Columns, lane: Lane, height: float) -> tuple[Piece, ...]:
    """The ground of the waits between columns; x from the band's left."""
    found, left = [], MARGIN - OVERHANG
    colour = mix(ctx.theme.paper, ctx.theme.line2, _GAP_INK)
    for (stage, step), x, w, gap in zip(
        columns.columns, columns.xs, columns.ws, columns.gaps, strict=True
    ):
        if gap:
            shape = Shape(gap, height, (Box(0, 0, gap, height, colour),))
            name = f"gap:{lane.id}:{(step or stage).id}"
            found.append(Piece(name, "ground", "", x + w - gap - left, 0, shape))
    return tuple(found)


def _edges(ctx: Context, columns: Columns, lane: Lane, height: float) -> tuple[Piece, ...]:
    """A dotted line for each border between stages; x from the band's left.

    On a blank map also for each between steps: there is nothing else to see where a note belongs.
    """

    def line(colour: Colour) -> Shape:
        dotted = Line(_AIR, 0, _AIR, height, colour, 0.35, _DOTTED, round=True)
        return Shape(2 * _AIR, height, (dotted,))

    left = MARGIN - OVERHANG + _AIR
    shape = ctx.memo.once(("edge", lane.id), (height,), line, ctx.theme.line2)
    found = [(run.stage.id, run.first, shape) for run in columns.runs[1:]]
    if ctx.options.blank and lane.per != "stage":
        faint = line(ctx.theme.line)
        inner = ((run, at) for run in columns.runs for at in range(1, run.cols))
        found += [(run.steps[at].id, run.first + at, faint) for run, at in inner]
    return tuple(
        Piece(f"edge:{lane.id}:{key}", "ground", "", columns.xs[at] - left, 0, drawn)
        for key, at, drawn in found
    )


def prompt(ctx: Context, place: Place, height: float) -> tuple[Piece, ...]:
    """A dashed box that says what belongs into an empty cell; on a blank map on paper no box."""
    options, lane = ctx.options, place.lane
    here = options.blank if options.paper else options.prompt_stage == place.stage.id
    if not options.prompts or not here:
        return ()
    if lane.holds == "divider" or lane.folded:
        return ()
    if options.paper and lane.holds == "feelings":
        return ()
    theme, curve = ctx.theme, lane.holds == "feelings"
    w, h = place.w - 2 * _PROMPT_PAD, min(height - 2 * _PROMPT_PAD, 26.0 if curve else 64.0)
    top = (height - h) / 2 if curve else _PROMPT_PAD
    ground = theme.paper if curve else None

    asked = naming.lane_asks(lane, ctx.options.language)

    def make() -> tuple[Piece, ...]:
        words = style.shrunk(asked, style.PROMPT, w - 6, h - 2, (1.0, 0.9, 0.8))
        faint = theme.line2 if options.paper else theme.ink3
        drawn: list[Primitive] = [
            *words.draw(3, (h - words.height) / 2, faint, within=w - 6, align="centre")
        ]
        if not options.paper:
            drawn.insert(0, Box(0, 0, w, h, ground, theme.line2, 0.5, 4.0, marks.DASH))
        zone = words.zone("text", 3, 2, w - 6, theme.ink)
        shape = Shape(w, h, tuple(drawn), (zone,))
        step = place.step.id if place.step else ""
        return (
            Piece(
                f"prompt:{lane.id}:{place.stage.id}:{step}", "prompt", "", _PROMPT_PAD, top, shape
            ),
        )

    key = ("prompt", lane.id, place.stage.id, place.step.id if place.step else "")
    return ctx.memo.once(key, (w, h, top, lane.holds, asked), make)
