"""Icons are read from SVG paths."""

import math
from typing import get_args

import pytest

from cjm_desktop import assets
from cjm_desktop.journey.records import Channel, LaneKind, Source
from cjm_desktop.layout import icons, svgpath


def test_relative_and_absolute_commands() -> None:
    found = svgpath.parse("M1 2l3 4H10v-1z")
    assert found == (
        ("M", (1, 2)),
        ("L", (4, 6)),
        ("L", (10, 6)),
        ("L", (10, 5)),
        ("Z", ()),
    )


def test_numbers_may_touch_and_commands_repeat() -> None:
    assert svgpath.parse("M0 0 1-1.5") == (("M", (0, 0)), ("L", (1, -1.5)))
    assert svgpath.parse("M0 0l.5.5-1-1") == (("M", (0, 0)), ("L", (0.5, 0.5)), ("L", (-0.5, -0.5)))


def test_smooth_and_quadratic_curves() -> None:
    found = svgpath.parse("M0 0C1 1 2 1 3 0S5 -1 6 0Q7 3 8 0T10 0")
    assert found[2] == ("C", (4, -1, 5, -1, 6, 0))
    assert found[3][1] == pytest.approx((6 + 2 / 3, 2, 8 - 2 / 3, 2, 8, 0))
    assert found[4][1][4:] == (10, 0)


def test_an_arc_stays_on_its_circle() -> None:
    commands = svgpath.parse("M12 21a9 9 0 1 1 0 -18a9 9 0 0 1 0 18")
    x, y = commands[0][1]
    for _, (x1, y1, x2, y2, x3, y3) in commands[1:]:
        for step in range(11):
            t = step / 10
            s = 1 - t
            px = s**3 * x + 3 * s * s * t * x1 + 3 * s * t * t * x2 + t**3 * x3
            py = s**3 * y + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t**3 * y3
            assert math.hypot(px - 12, py - 12) == pytest.approx(9, abs=0.01)
        x, y = x3, y3
    assert (x, y) == pytest.approx((12, 21))


@pytest.mark.parametrize("data", ["1 2", "M1", "M0 0L1", "M0 0Z1"])
def test_what_is_no_path_is_refused(data: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        svgpath.parse(data)


def test_every_icon_parses_and_stays_on_its_grid() -> None:
    for file in assets.path("icons").glob("*.svg"):
        if 'viewBox="0 0 24 24"' not in file.read_text(encoding="utf-8"):
            continue
        found = icons.commands(file.stem, 0.0, 0.0, 24.0)
        assert found, file.stem
        for letter, numbers in found:
            ends = numbers[-2:] if letter != "Z" else ()
            assert all(-0.5 <= one <= 24.5 for one in ends), file.stem


def test_every_channel_lane_and_source_has_an_icon() -> None:
    assert set(icons.CHANNELS) == set(get_args(Channel))
    assert set(icons.SOURCES) == set(get_args(Source))
    assert set(icons.LANES) == set(get_args(LaneKind)) - {"divider"}
    for name in {*icons.CHANNELS.values(), *icons.LANES.values(), *icons.SOURCES.values()}:
        assert icons.commands(name, 0.0, 0.0, 24.0)
