"""Letters become glyphs of the bundled fonts, and what cannot be drawn is said."""

import pytest

from cjm_desktop.layout import fonts, text
from cjm_desktop.layout.pieces import Box, Glyphs


def test_every_bundled_font_has_russian_and_english() -> None:
    for name in fonts.NAMES:
        if name != "emoji":
            known = fonts.characters(name)
            assert {ord(one) for one in "AzЖяЁё«»—№₽%→…"} <= known


def test_kerning_is_on() -> None:
    pair = text.shape_word("Гу", "bold").width
    apart = text.shape_word("Г", "bold").width + text.shape_word("у", "bold").width
    assert pair < apart - 0.01


def test_no_ligature_swallows_letters() -> None:
    for word in ("fi", "->", "x", "10:30", "ffl"):
        run = text.shape_word(word, "regular").runs[0]
        assert len(run.glyphs) == len(word)
        assert run.clusters == tuple(range(len(word)))


def test_emoji_come_from_their_own_font() -> None:
    runs = text.shape_line("Едет 🚚 быстро", "regular").runs
    assert [run.font for run in runs] == ["regular", "emoji", "regular"]
    assert "".join(run.text for run in runs) == "Едет 🚚 быстро"


def test_an_unknown_character_is_its_code_in_a_box() -> None:
    drawn = text.place("\u0600", "regular", 10.0, 0.0, 10.0, "#000000")
    assert isinstance(drawn[0], Box)
    assert isinstance(drawn[1], Glyphs)
    assert drawn[1].text == "0600"
    assert text.missing_in("да \u0600 нет 🚚") == {"\u0600"}


@pytest.mark.parametrize(
    ("raw", "drawn"),
    [
        ("а\u00adб", "аб"),
        ("👩\u200d🔧", "👩🔧"),
        ("❤\ufe0f", "❤"),
        ("e\u0301", "é"),
        ("раз\tдва  три", "раз два три"),
        ("раз\r\nдва", "раз\nдва"),
        ("a\x07b", "ab"),
        ("10\u00a0%", "10\u00a0%"),
    ],
)
def test_invisible_characters_go(raw: str, drawn: str) -> None:
    assert text.clean(raw) == drawn


def test_a_line_is_as_wide_as_its_words_and_blanks() -> None:
    blank = text.shape_word(" ", "regular").width
    apart = sum(text.shape_word(one, "regular").width for one in ("Три", "слова", "тут"))
    assert text.width_of("Три слова тут", "regular") == pytest.approx(apart + 2 * blank)


def test_places_grow_with_the_size() -> None:
    small = text.place("слово", "medium", 5.0, 1.0, 2.0, "#000000")[0]
    large = text.place("слово", "medium", 10.0, 1.0, 2.0, "#000000")[0]
    assert isinstance(small, Glyphs)
    assert isinstance(large, Glyphs)
    assert large.xs == pytest.approx(tuple(2 * one for one in small.xs))
    assert large.width == pytest.approx(2 * small.width)
