"""Colours: the contrasts the specification promises, and a style sheet without gaps."""

from __future__ import annotations

import re

import pytest

from cjm_desktop.ui import stylesheet
from cjm_desktop.ui.palette import DARK, LIGHT, Tokens, contrast

BOTH = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21.0)
    assert contrast("#FFFFFF", "#767676") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("colours", BOTH)
def test_texts_can_be_read(colours: Tokens) -> None:
    for ink in (colours.ink, colours.ink2, colours.ink3, colours.accent_ink):
        for ground in (colours.bar, colours.card, colours.field):
            assert contrast(ink, ground) >= 4.5, (ink, ground)
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    assert contrast(colours.accent_ink, colours.accent_soft) >= 4.5
    assert contrast(colours.warn, colours.warn_soft) >= 4.5
    assert contrast(colours.alarm, colours.alarm_soft) >= 4.5
    assert contrast(colours.ink, colours.hover) >= 4.5


@pytest.mark.parametrize("colours", BOTH)
def test_edges_of_fields_can_be_seen(colours: Tokens) -> None:
    assert contrast(colours.fline, colours.bar) >= 3.0
    assert contrast(colours.focus, colours.bar) >= 3.0


@pytest.mark.parametrize("colours", BOTH)
@pytest.mark.parametrize("font", [12, 13, 18])
def test_the_style_sheet_is_filled_in(colours: Tokens, font: int) -> None:
    sheet = stylesheet.stylesheet(colours, font)
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")
    assert len(sheet.strip().splitlines()) < 120


def test_rows_grow_with_the_text() -> None:
    small, large = (stylesheet.stylesheet(LIGHT, size) for size in (12, 18))
    heights = [
        [int(found) for found in re.findall(r"min-height: (\d+)px", sheet)]
        for sheet in (small, large)
    ]
    assert sum(heights[1]) > 1.3 * sum(heights[0])
