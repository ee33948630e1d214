"""The display list: what a journey looks like, in poster units, for any painter.

One poster unit (u) is one millimetre on an A0 landscape poster; x to the right, y down. A `Drawing`
is an ordered set of `Cell`s; a cell places `Piece`s; a piece places a `Shape`, whose primitives lie
in its own coordinates with (0, 0) at its top left. Shapes and the tuples that hold them keep their
identity while nothing in them changes, so painters cache by `is`. The many small things are named
tuples, which are made in a sixth of the time of frozen dataclasses.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Colour = str
"""`#RRGGBB`; there is no transparency anywhere, so that every printer agrees."""


@dataclass(frozen=True, slots=True)
class Gradient:
    """A linear gradient from one point to another, stops as (0..1, colour)."""

    x0: float
    y0: float
    x1: float
    y1: float
    stops: tuple[tuple[float, Colour], ...]


Fill = Colour | Gradient | None


class Box(NamedTuple):
    """A rectangle with rounded corners."""

    x: float
    y: float
    w: float
    h: float
    fill: Fill = None
    line: Colour | None = None
    width: float = 0.35
    radius: float = 0.0
    dash: tuple[float, ...] = ()


class Disc(NamedTuple):
    """A circle."""

    cx: float
    cy: float
    r: float
    fill: Fill = None
    line: Colour | None = None
    width: float = 0.35


class Line(NamedTuple):
    """A straight line."""

    x0: float
    y0: float
    x1: float
    y1: float
    line: Colour
    width: float = 0.35
    dash: tuple[float, ...] = ()
    round: bool = False


Command = tuple[str, tuple[float, ...]]
"""("M", (x, y)), ("L", (x, y)), ("C", (x1, y1, x2, y2, x, y)) or ("Z", ())."""


class Path(NamedTuple):
    """Lines and cubic curves, filled by the nonzero rule, stroked, or both."""

    commands: tuple[Command, ...]
    fill: Fill = None
    line: Colour | Gradient | None = None
    width: float = 0.35
    dash: tuple[float, ...] = ()
    round: bool = True
    """Round caps and joins."""


FontName = Literal["regular", "italic", "medium", "semibold", "bold", "emoji"]


class Glyphs(NamedTuple):
    """One shaped run of text on one line: a font, its glyphs and where each stands.

    `text` is what a reader copies; `clusters[i]` is the index in `text` where glyph i begins.
    `xs[i]` is glyph i's place from `x`, `ys[i]` (empty: all 0) below the baseline `y`.
    """

    x: float
    y: float
    font: FontName
    size: float
    colour: Colour
    text: str
    glyphs: tuple[int, ...]
    xs: tuple[float, ...]
    clusters: tuple[int, ...]
    width: float
    ys: tuple[float, ...] = ()


class Photo(NamedTuple):
    """A stored picture fitted into a rectangle; `round` cuts it to an ellipse."""

    x: float
    y: float
    w: float
    h: float
    data: bytes
    round: bool = False


Primitive = Box | Disc | Line | Path | Glyphs | Photo


class Zone(NamedTuple):
    """A part of a shape that answers the pointer: a text to edit, a dot, an edge.

    `name` says what it is ("text", "title", "goal", "face", "severity", "icon", ...); rectangle in
    the shape's coordinates. Text zones carry what an editor laid over them needs.
    """

    name: str
    x: float
    y: float
    w: float
    h: float
    font: FontName = "regular"
    size: float = 0.0
    leading: float = 0.0
    colour: Colour = ""
    record_id: str = ""
    """The record the zone stands for, where it is not the piece's own."""


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """What one piece looks like, in its own coordinates. Compared by identity."""

    w: float
    h: float
    primitives: tuple[Primitive, ...]
    zones: tuple[Zone, ...] = ()


PieceKind = Literal[
    "card",  # action, thought, owner's bar, free text, picture: one record
    "touchpoint",
    "barrier",
    "opportunity",
    "stage",  # chevron
    "step",  # step name
    "lane",  # lane label
    "face",  # a feeling on its curve, with its word
    "cell",  # content of a cell that is no card: duration, goal, metric, participation, ...
    "prompt",  # the grey hint of an empty cell; never on paper
    "header",  # title block, persona card, legend
    "ground",  # bands, separators, curve, scale: nothing to take hold of
]


class Piece(NamedTuple):
    """A shape in its place.

    `id` is unique in the drawing and stable between drawings; `record_id` is what it shows ("" for
    none). `x`, `y` from the cell's top left. `turn`: degrees clockwise about its middle.
    """

    id: str
    kind: PieceKind
    record_id: str
    x: float
    y: float
    shape: Shape
    turn: float = 0.0


class Cell(NamedTuple):
    """A rectangle of the drawing and the pieces that lie in it; painted and moved as one.

    `kind` "grid" is a cell of the grid (lane, stage, step set as far as they apply); "stage" a
    stage's chevron and step names; "lane" a lane's label; "band" a lane's ground over the whole
    width with the emotion curve; "header" the top; "free" freely placed notes; "footer". Words
    beside faces, callouts and turned notes may reach out of their cell.
    """

    id: str
    kind: Literal["grid", "stage", "lane", "band", "header", "free", "footer"]
    x: float
    y: float
    w: float
    h: float
    pieces: tuple[Piece, ...]
    lane_id: str = ""
    stage_id: str = ""
    step_id: str | None = None


class ColumnBox(NamedTuple):
    """Where a column of the grid lies."""

    stage_id: str
    step_id: str | None
    x: float
    w: float


class LaneBox(NamedTuple):
    """Where a lane lies; for a feelings lane also where +2 and -2 are."""

    lane_id: str
    y: float
    h: float
    top_value_y: float = 0.0
    bottom_value_y: float = 0.0
    reach: float = 0.0
    """How far things in it reach beyond the right edge of their cells at most, u."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole map laid out."""

    map_id: str
    width: float
    height: float
    paper: Colour
    cells: dict[str, Cell]
    """In paint order."""
    columns: tuple[ColumnBox, ...]
    lanes: tuple[LaneBox, ...]
    label_x: float
    grid_x: float
    """Left edge of the first column."""
    grid_y: float
    """Top of the first lane."""
    stages_y: float
    """Top of the stage chevrons."""
    body_size: float
    """Size of the body text in u, after fitting."""
    smallest_size: float
    missing: tuple[str, ...] = ()
    """Characters no bundled font can draw."""
    anchors: dict[str, tuple[float, float]] = field(default_factory=dict)
    """Top left of every touchpoint, step and stage, for what is pinned to them."""
    memo: object = field(default=None, compare=False, repr=False)
    """What the layout keeps for the next drawing of the same map."""
