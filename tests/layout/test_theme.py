"""Colours can be told apart and read."""

import pytest

from cjm_desktop.layout import DARK, LIGHT, Theme
from cjm_desktop.layout.colour import contrast, mix, oklch, tint

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


def test_the_ramp_is_the_one_that_was_computed() -> None:
    found = [LIGHT.stage(index, 6).fill for index in range(6)]
    assert found == ["#484687", "#34518D", "#135B8C", "#006487", "#006C7C", "#00726E"]


@pytest.mark.parametrize("count", range(1, 31))
def test_white_on_every_stage(count: int) -> None:
    for index in range(count):
        ink = LIGHT.stage(index, count)
        assert contrast(ink.fill, "#FFFFFF") >= 5.75
        assert ink.on_fill == "#FFFFFF"


@THEMES
@pytest.mark.parametrize("count", [1, 2, 6, 12, 20])
def test_text_of_stages_is_readable(theme: Theme, count: int) -> None:
    for index in range(count):
        ink = theme.stage(index, count)
        assert contrast(ink.on_fill, ink.fill) >= 4.5
        assert contrast(ink.text, theme.paper) >= 4.5
        assert contrast(ink.text, theme.zebra) >= 4.5
        assert contrast(theme.ink, ink.tint) >= 7
        assert contrast(ink.dim_on_fill, ink.fill) >= 3


@THEMES
@pytest.mark.parametrize("own", ["#FFEE00", "#000000", "#FFFFFF", "#D55E00", "nonsense"])
def test_a_stage_of_any_colour_stays_readable(theme: Theme, own: str) -> None:
    ink = theme.stage(0, 3, own)
    assert contrast(ink.on_fill, ink.fill) >= 4.5
    assert contrast(ink.text, theme.zebra) >= 4.5


@THEMES
def test_inks(theme: Theme) -> None:
    for ground in (theme.paper, theme.zebra, theme.card):
        assert contrast(theme.ink, ground) >= 12
        assert contrast(theme.ink2, ground) >= 7
        assert contrast(theme.ink3, ground) >= 4.5
        assert contrast(theme.alarm, ground) >= 4.5
        assert contrast(theme.good, ground) >= 4.5
    assert contrast(theme.on_alarm, theme.alarm) >= 4.5
    assert contrast(theme.on_disc, theme.disc) >= 4.5
    for note in (*theme.severities, *theme.free):
        assert contrast(theme.note_ink, note) >= 4.5


@THEMES
def test_feelings_run_through_their_five_colours(theme: Theme) -> None:
    for value, colour in zip((-2, -1, 0, 1, 2), theme.emotions, strict=True):
        assert theme.emotion(value) == colour
    assert theme.emotion(0.5) not in theme.emotions
    assert theme.emotion(5) == theme.emotions[4]


def test_mixing() -> None:
    assert mix("#102030", "#FFFFFF", 0) == "#102030"
    assert mix("#102030", "#FFFFFF", 1) == "#FFFFFF"
    assert tint("#000000", "#FFFFFF", 0.5) in ("#7F7F7F", "#808080")
    assert oklch(1.0, 0.0, 0.0) == "#FFFFFF"
