"""Finding names by a few letters, in either language and with either keyboard."""

from __future__ import annotations

import random
import string
import time

import pytest

from cjm_desktop.journey.keyboards import readings
from cjm_desktop.journey.matching import Candidate, seek

NAMES = (
    ("Save", "Сохранить", "File", "Файл"),
    ("Save as", "Сохранить как", "File", "Файл"),
    ("Select all", "Выделить всё", "Edit", "Правка"),
    ("Undo", "Отменить", "Edit", "Правка"),
    ("Zoom in", "Крупнее", "View", "Вид"),
    ("Zoom out", "Мельче", "View", "Вид"),
    ("Whole map", "Вся карта", "View", "Вид"),
    ("Move left", "Сдвинуть влево", "Map", "Карта"),
    ("Overview", "Обзор", "View", "Вид"),
)
CANDIDATES = [Candidate.of(one, (other,), places) for one, other, *places in NAMES]


def found(asked: str) -> list[str]:
    return [NAMES[one.at][0] for one in seek(asked, CANDIDATES)]


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("save", "Save"),
        ("save as", "Save as"),
        ("sa", "Save as"),
        ("svas", "Save as"),
        ("zi", "Zoom in"),
        ("mvlft", "Move left"),
        ("out", "Zoom out"),
        ("ALL", "Select all"),
        ("сохр", "Save"),
        ("сохр как", "Save as"),
        ("все", "Select all"),
        ("всё", "Select all"),
        ("отм", "Undo"),
        ("ылдулв фдд", ""),
        ("ыфму", "Save"),
        ("jnvtybnm", "Undo"),
        ("rfhnf", "Whole map"),
        ("view zoom", "Zoom in"),
        ("вид обз", "Overview"),
    ],
)
def test_what_is_meant_comes_first(asked: str, first: str) -> None:
    assert [*found(asked), ""][0] == first


@pytest.mark.parametrize("asked", ["xyzzy", "tuo mooz", "oee", "здравствуйте", "mtfl"])
def test_letters_by_chance_find_nothing(asked: str) -> None:
    assert found(asked) == []


def test_nothing_asked_finds_everything_and_the_last_ones_first() -> None:
    assert [one.at for one in seek("  ", CANDIDATES, [3, 1])] == [3, 1, 0, 2, 4, 5, 6, 7, 8]


def test_what_was_chosen_lately_wins_among_equals_only() -> None:
    assert [one.at for one in seek("zoom", CANDIDATES, [5])] == [5, 4]
    assert seek("save", CANDIDATES, [7])[0].at == 0


def test_the_letters_that_were_found_are_those_of_the_shown_name() -> None:
    candidate = Candidate.of("Всё  «Ещё ﬁрма»")
    (one,) = seek("еще", [candidate])
    assert one.letters == (6, 7, 8)
    (other,) = seek("сохр", [CANDIDATES[0]])
    assert other.letters == ()


def test_every_beginning_of_every_name_finds_it_in_both_languages_and_keyboards() -> None:
    for index, (*names, _, _) in enumerate(NAMES):
        for name in names:
            for length in range(1, len(name) + 1):
                for typed in readings(name[:length]):
                    assert index in [one.at for one in seek(typed, CANDIDATES)], typed


def test_letters_found_spell_what_was_asked_whatever_it_is() -> None:
    chance = random.Random(7)
    for _ in range(400):
        name = "".join(chance.choices("абв abc -", k=chance.randint(1, 14)))
        asked = "".join(chance.choices("абвabc", k=chance.randint(1, 4)))
        for one in seek(asked, [Candidate.of(name)]):
            taken = "".join(name[at] for at in one.letters)
            assert taken in readings(asked)


def test_the_other_keyboard_and_back_is_what_was_typed() -> None:
    for text in ("сохранить как", "Ёж", "save as", "Zoom"):
        *_, other = readings(text)
        assert readings(other)[-1].casefold() == text.casefold()
    assert readings("12 3") == ("12 3",)


def test_three_hundred_names_are_looked_through_between_two_keys() -> None:
    chance = random.Random(3)
    words = ["".join(chance.choices(string.ascii_lowercase, k=6)) for _ in range(200)]
    many = [Candidate.of(" ".join(chance.choices(words, k=4)), [words[0]]) for _ in range(300)]
    few = min(_cost(many[:30]) for _ in range(5))
    assert min(_cost(many) for _ in range(5)) < few * 30, "it grows with the number of names"


def _cost(many: list[Candidate]) -> float:
    start = time.process_time()
    for asked in ("a", "ab", "ab c"):
        seek(asked, many)
    return time.process_time() - start
