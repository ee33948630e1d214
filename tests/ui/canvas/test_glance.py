"""What is read large of a thing, without a window."""

import pytest

from cjm_desktop.journey import moves, templates
from cjm_desktop.journey.records import Barrier, Card, Feeling, Language, Stage, Step
from cjm_desktop.ui.canvas import glance
from tests.journey.filled import Filled


@pytest.mark.parametrize("language", ["en", "ru"])
def test_everything_on_the_sample_says_where_it_is_and_what(language: Language) -> None:
    journey = templates.make("sample-b2c", language)
    for one in journey:
        if not isinstance(one, Card | Feeling | Stage | Step):
            continue
        said = glance.of(journey, (one.id,), language)
        assert said is not None
        assert said.text
        assert said.place
        if isinstance(one, Card):
            assert said.text == one.text
        if isinstance(one, Barrier):
            assert said.more


def test_of_several_each_is_a_line_and_of_many_the_rest_is_counted() -> None:
    filled = Filled()
    ids = (filled.one, filled.two, filled.three)
    said = glance.of(filled.map.journey, ids, "en")
    assert said == glance.Glance("", "• one\n• two\n• three", "")
    many = glance.of(filled.map.journey, ids * 5, "en")
    assert many is not None
    assert many.more == "+ 3"
    assert glance.of(filled.map.journey, (), "en") is None
    assert glance.of(filled.map.journey, ("gone",), "en") is None


def test_a_text_without_end_is_cut() -> None:
    filled = Filled()
    moves.set_fields(filled.map.draft, filled.one, text="word " * 1000, detail="more " * 1000)
    said = glance.of(filled.map.draft.journey, (filled.one,), "en")
    assert said is not None
    assert len(said.text) <= glance.LONGEST
    assert len(said.more) <= glance.LONGEST


def test_a_feeling_is_read_by_its_value_and_its_level() -> None:
    assert glance.level(-1.5, "en")[0] == "−1.5"
    assert glance.level(2.0, "ru")[0] == "+2"
    filled = Filled()
    said = glance.of(filled.map.journey, (filled.calm,), "en")
    assert said is not None
    assert said.text.startswith("+0.5 ")
    assert said.text.endswith("\ncalm")
