"""Whose stance counts in a stage."""

import pytest

from cjm_desktop.journey.consensus import dissent, has_voice
from cjm_desktop.journey.records import Participation


@pytest.mark.parametrize(
    ("involvement", "stance", "voice", "dissents"),
    [
        ("decides", "for", True, False),
        ("decides", "against", True, True),
        ("takes_part", "unsure", True, True),
        ("absent", "against", False, False),
        ("influences", "", False, False),
    ],
)
def test_the_absent_and_the_silent_have_no_voice(
    involvement: str, stance: str, voice: bool, dissents: bool
) -> None:
    part = Participation(
        persona_id="p",
        stage_id="s",
        involvement=involvement,  # type: ignore[arg-type]
        stance=stance,  # type: ignore[arg-type]
    )
    assert has_voice(part) is voice
    assert bool(dissent([part])) is dissents
