"""Lines break where good typesetting lets them."""

import re
import time

import pyphen
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm_desktop.journey import words
from cjm_desktop.layout import hyphens, text, wrap
from cjm_desktop.layout.wrap import NBSP


@pytest.mark.parametrize(
    ("sentence", "glued"),
    [
        ("в доме", "в_доме"),
        ("и в доме", "и_в_доме"),
        ("Он — друг", "Он_— друг"),
        ("ждёт 11 дней ответа", "ждёт 11_дней ответа"),
        ("стоит 3 200 000 руб. сразу", "стоит 3_200_000_руб. сразу"),
        ("аванс 40 % сразу", "аванс 40_% сразу"),
        ("not a word of it", "not a_word of_it"),
        ("слишком ли дорого", "слишком_ли дорого"),
        ("«я не знаю»", "«я_не_знаю»"),
        ("дом № 5", "дом №_5"),
        ("Ждёт КП на насос", "Ждёт КП на_насос"),
        ("five offers", "five offers"),
    ],
)
def test_no_break_spaces(sentence: str, glued: str) -> None:
    assert wrap.glue(sentence).replace(NBSP, "_") == glued


def test_short_words_never_end_a_line() -> None:
    sentence = "Он идёт в лес и к реке за водой, а потом и на гору с друзьями у дома"
    for width in range(6, 30):
        for line in wrap.lines(sentence, "regular", width).lines[:-1]:
            assert len(line.replace(NBSP, " ").split(" ")[-1]) > 2, (width, line)


def test_dash_never_begins_a_line() -> None:
    for width in range(6, 30):
        for line in wrap.lines(
            "Сделка — это долго, а договор — ещё дольше", "regular", width
        ).lines:
            assert not line.startswith("—")


def test_a_full_line_is_not_hyphenated() -> None:
    broken = wrap.lines("Получает предложение поставщика", "regular", 9.0)
    assert broken.lines == ("Получает", "предложение", "поставщика")
    assert broken.whole


def test_a_sparse_line_takes_part_of_a_word() -> None:
    broken = wrap.lines("Он предоставляет", "regular", 8.4)
    assert broken.lines[0].endswith("-")
    assert broken.whole


def test_a_word_wider_than_the_line_is_said_to_be_parted() -> None:
    assert not wrap.lines("предоставляет", "regular", 5.0).whole
    assert not wrap.lines("Он предоставляет", "regular", 5.0).whole
    assert not wrap.lines("Ы" * 40, "regular", 5.0).whole


def test_headings_keep_their_words() -> None:
    assert wrap.lines("Он предоставляет", "regular", 8.4, hyphenate=False).lines == (
        "Он",
        "предоставляет",
    )


@pytest.mark.parametrize("word", ["предоставляет", "поставщиков", "government", "documentation"])
def test_three_letters_before_and_four_after_the_hyphen(word: str) -> None:
    found = hyphens.points(word)
    assert found
    assert all(3 <= at <= len(word) - 4 for at in found)


@pytest.mark.parametrize("language", ["ru_RU", "en_US"])
def test_words_are_parted_where_pyphen_parts_them(language: str) -> None:
    ours, theirs = hyphens.Patterns(language), pyphen.Pyphen(lang=language, left=0, right=0)
    sentences = " ".join(one for key in words.known() for one in words.forms(key, language[:2]))
    said = set(re.findall(r"[^\W\d_]+", sentences))
    assert len(said) > 300
    assert all(ours.points(word) == theirs.positions(word) for word in said)


def test_capitals_and_short_words_stay_whole() -> None:
    assert hyphens.points("ГОСТРАНСНАДЗОР") == ()
    assert hyphens.points("насос") == ()


def test_compounds_part_after_their_own_hyphen_without_another() -> None:
    broken = wrap.lines("государственно-частное", "regular", 9.2)
    assert broken.lines == ("государственно-", "частное")


def test_a_loose_no_break_space_leaves_no_second_blank() -> None:
    broken = wrap.lines(f"да {NBSP}предоставляет-ся{NBSP}нет", "regular", 9.0, hyphenate=False)
    assert broken.lines == ("да", "предоставляет-ся", "нет")


def test_line_breaks_of_the_author_stay() -> None:
    assert wrap.lines("раз\n\nдва", "regular", 20).lines == ("раз", "", "два")


def test_balanced_lines_are_about_equally_long() -> None:
    plain = wrap.lines("Использование и возвращение клиентов", "bold", 22, hyphenate=False)
    even = wrap.balanced("Использование и возвращение клиентов", "bold", 22)
    assert len(even.lines) == len(plain.lines)
    assert even.width <= plain.width


def test_wide_text_has_no_widow() -> None:
    sentence = "Заменить два старых компрессора до лета и не остановить ни розлив ни цех"
    for width in (20.0, 24.0, 28.0):
        last = wrap.lines(sentence, "regular", width).lines[-1]
        assert text.width_of(last, "regular") > 0.15 * width


SYLLABLES = st.text(
    alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюя abcdefghijklmnop-—.,%0123456789№", max_size=120
)


@settings(max_examples=300, deadline=None)
@given(SYLLABLES, st.floats(min_value=3.0, max_value=40.0), st.booleans())
def test_nothing_is_lost_and_nothing_is_too_wide(
    sentence: str, width: float, hyphenate: bool
) -> None:
    broken = wrap.lines(sentence, "regular", width, hyphenate)
    for line in broken.lines:
        assert text.width_of(line, "regular") <= width + 1e-5 or len(line) == 1
    widths = [text.width_of(line, "regular") for line in broken.lines]
    assert broken.width == pytest.approx(max(widths))
    assert broken.last == pytest.approx(widths[-1])
    kept = "".join(broken.lines)
    for blank in (" ", NBSP, "-"):
        kept, sentence = kept.replace(blank, ""), sentence.replace(blank, "")
    assert kept == sentence


def test_a_line_of_thousands_of_letters_holds_nothing_up() -> None:
    begun = time.process_time()
    for letter in "xж":
        broken = wrap.lines(letter * 20_000, "regular", 9.0)
        assert "".join(broken.lines).replace("-", "") == letter * 20_000
        assert broken.width <= 9.0 + 1e-6
    # It took minutes, or as many calls within each other as Python forbids.
    assert time.process_time() - begun < 2.0
