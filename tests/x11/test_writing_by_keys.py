"""On a keyboard that writes Russian: letters fill a card, digits and signs set a feeling."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import moves, templates
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Card, Feeling
from cjm_desktop.storage import reader
from tests.x11.conftest import Start
from tests.x11.screen import CTRL, Screen, soon, until

pytestmark = [pytest.mark.x11, pytest.mark.long]

SHIFT, F, S, ENTER = 50, 41, 39, 36
ONE, TWO, FIVE, MINUS, EQUAL = 10, 11, 14, 20, 21
LETTERS = dict(
    zip(
        "йцукенгшщзхъфывапролджэячсмитьбю",
        (*range(24, 36), *range(38, 49), *range(52, 61)),
        strict=True,
    )
)
"""Where the letters lie, by what they write in Russian."""


class Writer:
    """Works in the real program by the places of keys only.

    Args:
        screen: with the program's window.
        file: that is open.
    """

    def __init__(self, screen: Screen, file: Path) -> None:
        self._screen, self._file = screen, file

    def press(self, *strokes: int | tuple[int, ...]) -> None:
        """Press keys, one stroke after the other."""
        self._screen.press(*(one if isinstance(one, tuple) else (one,) for one in strokes))

    def write(self, text: str) -> None:
        """Write Russian, a capital with Shift, ё by its own key."""
        for letter in text:
            code = {" ": 65, "ё": 49}.get(letter) or LETTERS[letter.lower()]
            self.press((SHIFT, code) if letter.isupper() else code)

    def find(self, word: str) -> None:
        """Find a word, and have the keyboard on the map again, with what was found chosen."""
        self.press((CTRL, F))
        self.write(word)
        self.press(ENTER)
        self._screen.keys("Escape")

    def saved(self, condition: Callable[[Journey], object]) -> bool:
        """Save; whether the file then says so."""
        self.press((CTRL, S))
        return soon(lambda: condition(reader.read(self._file).journey))


def test_letters_digits_and_signs_on_a_russian_keyboard(
    screen: Screen, start: Start, tmp_path: Path
) -> None:
    file = tmp_path / "map.cjm"
    document = Document.create(templates.make("sample-b2b", "ru"), Home(tmp_path / "made"))
    card = document.journey.all(Card)[0].id
    point = next(one.id for one in document.journey.all(Feeling) if one.word == "Тревога")
    with document.edit("step.edit", name="x") as draft:
        moves.set_fields(draft, card, text="носорог")
        moves.set_fields(draft, point, value=0.0, word="зебра")
    document.save_as(file)
    title = document.journey.document.title
    document.close()
    program = start("ru_RU.UTF-8", file)
    program.window(f"{title}.* - CJM Desktop")
    screen.write_with("ru,us")
    writer = Writer(screen, file)

    def value_is(value: float) -> Callable[[Journey], bool]:
        return lambda journey: journey.get(Feeling, point).value == value

    def first() -> bool:
        # Again, if need be: the program may have had no ears yet.
        writer.find("зебра")
        writer.press(FIVE)
        return writer.saved(value_is(2.0))

    until(first, "a feeling to be set")
    for strokes, value in (
        ([ONE], -2.0), ([TWO], -1.0), ([EQUAL], -0.5), ([(SHIFT, EQUAL)], 0.0),
        ([MINUS], -0.5), ([FIVE, MINUS, MINUS], 1.0),
    ):  # fmt: skip
        writer.press(*strokes)
        until(partial(writer.saved, value_is(value)), f"{value} by {strokes}")
    writer.find("носорог")
    writer.press(ENTER, (CTRL, 38))  # all that is written goes
    writer.write("Щука съела ёжа")
    writer.press(ENTER)
    text = "Щука съела ёжа"
    until(partial(writer.saved, lambda journey: journey.get(Card, card).text == text), text)
    screen.keep("written-in-russian")
    writer.press((CTRL, 24))
    assert program.end() == 0
    assert program.said == ""
