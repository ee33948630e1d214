"""How high a feeling is, as people write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm_desktop.journey import felt


@pytest.mark.parametrize(
    ("text", "value", "word"),
    [
        ("-2 lost", -2, "lost"),
        ("+0,25 облегчение", 0.25, "облегчение"),
        ("1.25", 1.25, ""),
        ("– 1.5  so  so", -1.5, "so  so"),
        ("−1", -1, ""),
        ("—1", -1, ""),
        ("‑1", -1, ""),
        ("-0", 0, ""),
        ("1.128", 1.13, ""),
        ("7 wonderful", 7, "wonderful"),
        ("4/5 good", 1, "good"),
    ],
)
def test_a_feeling_is_a_number_and_a_word(text: str, value: float, word: str) -> None:
    assert felt.read(text) == (value, word)


@pytest.mark.parametrize("text", ["", "lost", "2nd thoughts", "2024 was bad", "--1", "+", "1,"])
def test_what_begins_with_no_number_is_no_feeling(text: str) -> None:
    assert felt.read(text) is None


@given(st.floats(-2, 2), st.sampled_from(["", "lost", "5 of them"]), st.sampled_from(["en", "ru"]))
def test_what_is_written_is_read(value: float, word: str, language: str) -> None:
    found = felt.read(felt.written(value, word, language))
    assert found == (round(value, 2), word)
    assert found is not None
    assert found.on_scale
