"""A feeling is read alike wherever it is typed: a sketch, a table, notes from a wall."""

import pytest

from cjm_desktop.exchange import wallnotes
from cjm_desktop.exchange.outline import parse
from cjm_desktop.journey import moves, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Feeling
from cjm_desktop.journey.tables import curve


@pytest.fixture(scope="module")
def unfelt() -> Journey:
    draft = Draft(templates.make("sample-b2b", "en"))
    for one in draft.journey.all(Feeling):
        moves.drop(draft, one.id)
    return draft.journey


def noted(journey: Journey, text: str) -> list[tuple[float, str]]:
    """What a wall note adds."""
    stage = journey.stages(journey.maps()[0].id)[0]
    at = "1.1" if journey.steps(stage.id) else "1"
    draft = Draft(journey)
    wallnotes.plan(journey, journey.maps()[0].id, f"+F {at} {text}").apply(draft)
    return [(one.value, one.word) for one in draft.journey.all(Feeling)]


@pytest.mark.parametrize(
    ("text", "value", "word"),
    [
        ("+0,25 облегчение", 0.25, "облегчение"),
        ("1.25", 1.25, ""),
        ("− 1.5 so", -1.5, "so"),
        ("—1 so", -1, "so"),
        ("4/5 good", 1, "good"),
    ],
)
def test_all_readers_agree(unfelt: Journey, text: str, value: float, word: str) -> None:
    sketched = parse(f"# A\n: {text}").items[1]
    assert (sketched.value, sketched.text) == (value, word)
    assert curve.read(unfelt, unfelt.maps()[0].id, text)[:2] == (value, word)
    assert noted(unfelt, text) == [(value, word)]


@pytest.mark.parametrize("text", ["3 too much", "-2,5", "so", "2nd thoughts"])
def test_a_note_off_the_scale_or_without_a_number_adds_nothing(unfelt: Journey, text: str) -> None:
    assert noted(unfelt, text) == []
