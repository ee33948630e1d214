"""The filled samples on the wall: large enough to read, no text over another."""

from dataclasses import replace

import pytest

from cjm_desktop.journey import moves, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Language
from cjm_desktop.layout.drawing import draw
from cjm_desktop.layout.fit import fit
from cjm_desktop.layout.options import Options
from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.layout.theme import DARK, LIGHT, Theme
from tests.layout.drawn import callouts, covered, overlaps, pieces, runs, texts

PT = 0.3528
"""Millimetres in a point."""
A0 = (1189.0, 841.0)
LEAST_BODY = 24.0


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
    assert covered(drawing) == []


def test_a_long_footer_takes_two_lines_and_is_not_set_smaller() -> None:
    journey = templates.make("sample-b2c", "ru")
    options = Options("ru", paper=True, today="2026-11-22", show_header=False)
    chosen = replace(options, stage_ids=(journey.stages(journey.maps()[0].id)[0].id,))
    found = fit(journey, journey.maps()[0].id, LIGHT, chosen, 210, 200)
    footer = next(piece for _, piece in pieces(found) if piece.id == "footer")
    assert {run.size for run in runs(footer)} == {5.6}
    assert overlaps(found) == []


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
        assert len(callouts(drawing)) == 1
        assert covered(drawing) == []
    screen = draw(draft.journey, roles[1], LIGHT, Options(language=language))
    assert covered(screen) == [], "the lane of the screen is lower and has less room"
