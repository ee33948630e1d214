"""Cells longer than a window: what of them is painted, and in how many pieces."""

import pytest
from PySide6.QtCore import QRectF

from cjm_desktop.layout.pieces import Box, Disc, Glyphs, Line, Shape
from cjm_desktop.ui.canvas.fonts import Fonts
from cjm_desktop.ui.canvas.long import CROWD, RUN, Spread, part_width, parts
from cjm_desktop.ui.canvas.placed import Placed
from cjm_desktop.ui.canvas.tape import Tape

FONTS = Fonts()
BORDER = Shape(1.0, 100.0, (Line(0.5, 0, 0.5, 100.0, "#DDE2E8", 0.35, (0.3, 2.2)),))
FACE = Shape(20.0, 20.0, tuple(Disc(10, 10, 10 - one, "#2A86C4") for one in range(4)))
BAND = Shape(4000.0, 100.0, (Box(0, 0, 4000.0, 100.0, "#F6F7F9", radius=3.0),))


def at(x: float, shape: Shape) -> Placed:
    return Placed(x, 0.0, 0.0, shape, Tape(shape, FONTS))


def spread(borders: int, faces: int) -> Spread:
    lines = [at(100.0 * (1 + one), BORDER) for one in range(borders)]
    return Spread([at(0, BAND), *lines, *(at(10.0 * one, FACE) for one in range(faces))], FONTS)


def test_lines_in_a_row_are_one_thing_and_only_those_about_are_looked_at() -> None:
    made = spread(2 * RUN, 0)
    assert len(made.placed) == 3
    first, second = made.placed[1:]
    assert [one.x0 for one in second.shape.primitives if isinstance(one, Line)] == [
        0.5 + 100.0 * one for one in range(RUN)
    ]
    assert (first.x, second.x) == (100.0, 100.0 * (1 + RUN))
    assert first.light, "a picture of mostly nothing would take longer"
    assert made.between(150.0, 250.0) == [0, 1]


def test_what_lies_over_or_under_what_is_seen_is_not_looked_at() -> None:
    made = Spread([at(10.0, FACE)._replace(y=1000.0), at(20.0, FACE), at(2000.0, FACE)], FONTS)
    assert made.within(QRectF(0, -50.0, 400.0, 100.0)) == [made.placed[1]]
    assert made.within(QRectF(0, 0.0, 400.0, 1005.0)) == list(made.placed[:2])


def test_what_is_crowded_is_one_picture_a_part() -> None:
    width = part_width(1.0)
    assert not spread(3, CROWD).crowded(4000.0, width)
    made = spread(3, 400)
    assert made.crowded(4000.0, width)
    assert made.ground(QRectF(0, 0, 400.0, 50.0)) == list(made.placed[:2])
    seen = list(parts(QRectF(0, 0, 4000.0, 100.0), QRectF(600.0, 0, 500.0, 50.0), width))
    assert [index for index, _ in seen] == [1, 2]
    shown = made.tile(seen[0][1])
    assert {one.shape for one in shown} == {FACE}
    assert min(one.x for one in shown) < width < max(one.x for one in shown) < 2 * width + 20
    assert made.tile(seen[0][1]) is shown


@pytest.mark.usefixtures("qapp")
def test_a_line_is_set_once_for_all_maps_that_show_it() -> None:
    def line() -> Glyphs:
        return Glyphs(0.0, 10.0, "regular", 10.0, "#172030", "ab", (3, 4), (0.0, 6.0), (0, 1), 12.0)

    assert FONTS.run((line(),)) is Fonts().run((line(),))
    assert FONTS.run((line()._replace(y=20.0),)) is not Fonts().run((line(),))
