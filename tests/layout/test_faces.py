"""Faces: a mood keeps its looks over the whole of its range."""

import pytest

from cjm_desktop.layout import faces
from cjm_desktop.layout.pieces import Path
from cjm_desktop.layout.theme import DARK, LIGHT, Theme


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_strong_moods_of_one_kind_have_one_ink(theme: Theme) -> None:
    for low, high in ((1.5, 2.0), (-2.0, -1.5)):
        inks = set()
        for step in range(6):
            mouth = faces.face(0, 0, 10, low + (high - low) * step / 5, theme)[-1]
            assert isinstance(mouth, Path)
            inks.add(mouth.line)
        assert len(inks) == 1
