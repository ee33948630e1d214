"""The filled samples on the wall: large enough to read, no text over another."""

import math
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

import pytest

from cjm_desktop.journey import moves, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Language
from cjm_desktop.layout.fit import fit
from cjm_desktop.layout.options import Options
from cjm_desktop.layout.pieces import Drawing, Glyphs
from cjm_desktop.layout.theme import DARK, LIGHT, Theme

PT = 0.3528
"""Millimetres in a point."""
A0 = (1189.0, 841.0)
LEAST_BODY = 24.0
ABOVE, BELOW = 0.73, 0.2
"""Parts of its size by which a line's capitals rise and its tails fall."""
TOUCH = 0.3
"""Units by which boxes may meet before their letters do."""


class TextBox(NamedTuple):
    """Where the ink of a line of text lies, u."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    def over(self, other: "TextBox") -> bool:
        """The two lie over one another."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > TOUCH and down > TOUCH


def texts(drawing: Drawing) -> Iterator[TextBox]:
    """Every line of text of a drawing, turned notes with the box round their line."""
    for cell in drawing.cells.values():
        for piece in cell.pieces:
            angle = math.radians(piece.turn)
            cos, sin = math.cos(angle), math.sin(angle)
            middle_x, middle_y = piece.shape.w / 2, piece.shape.h / 2
            left, top = cell.x + piece.x + middle_x, cell.y + piece.y + middle_y
            for run in piece.shape.primitives:
                if not isinstance(run, Glyphs) or not run.text.strip():
                    continue
                # The middle of a line turns with its note; a line itself lies nearly level.
                x = run.x + run.width / 2 - middle_x
                y = run.y - (ABOVE - BELOW) / 2 * run.size - middle_y
                at_x, at_y = left + x * cos - y * sin, top + x * sin + y * cos
                wide, high = run.width / 2, (ABOVE + BELOW) / 2 * run.size
                yield TextBox(at_x - wide, at_y - high, at_x + wide, at_y + high, run.text)


def on_a0(name: str, language: Language, theme: Theme) -> Drawing:
    """A sample laid out for one page of A0."""
    journey = templates.make(name, language)
    return fitted(journey, journey.maps()[0].id, language, theme)


def fitted(journey: Journey, map_id: str, language: Language, theme: Theme) -> Drawing:
    """A map laid out for one page of A0."""
    options = Options(language=language, paper=True, today="2026-11-22")
    return fit(journey, map_id, theme, options, *A0)


def pt(drawing: Drawing) -> float:
    """Size of the body text on A0."""
    return drawing.body_size * A0[0] / drawing.width / PT


def overlaps(drawing: Drawing) -> list[tuple[str, str]]:
    """The texts that lie over one another."""
    pairs = combinations(texts(drawing), 2)
    return [(one.text, other.text) for one, other in pairs if one.over(other)]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("name", templates.SAMPLES)
def test_a_sample_is_read_from_afar_and_no_text_lies_over_another(
    name: str, language: Language, theme: Theme
) -> None:
    drawing = on_a0(name, language, theme)
    assert pt(drawing) >= LEAST_BODY
    assert len(list(texts(drawing))) > 200
    assert overlaps(drawing) == []


@pytest.mark.parametrize("language", ["ru", "en"])
def test_so_is_the_map_of_each_role(language: Language) -> None:
    draft = Draft(templates.make("sample-b2b", language))
    general = draft.journey.maps()[0]
    roles = [
        moves.make_role_map(draft, general.id, one.id) for one in draft.journey.personas(general.id)
    ]
    for role in roles:
        drawing = fitted(draft.journey, role, language, LIGHT)
        assert pt(drawing) >= LEAST_BODY
        assert overlaps(drawing) == []
