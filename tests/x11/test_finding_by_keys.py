"""Finding on a keyboard that writes Russian: the keys are those of the places, the letters not."""

from __future__ import annotations

from pathlib import Path

import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import moves, templates
from cjm_desktop.journey.records import Card
from cjm_desktop.storage import reader
from tests.x11.conftest import Start
from tests.x11.screen import CTRL, Screen, soon

pytestmark = pytest.mark.x11

F, DEL, ENTER = 41, 119, 36
ZEBRA = (33, 28, 59, 43, 41)
"""The places of з, е, б, р, а."""


def test_ctrl_f_and_the_words_are_typed_as_russian(
    screen: Screen, start: Start, tmp_path: Path
) -> None:
    file = tmp_path / "map.cjm"
    document = Document.create(templates.make("sample-b2b", "ru"), Home(tmp_path / "made"))
    card = document.journey.all(Card)[0].id
    with document.edit("step.edit", name="x") as draft:
        moves.set_fields(draft, card, text="Кто видел зёбра")
    document.save_as(file)
    title = document.journey.document.title
    document.close()
    program = start("ru_RU.UTF-8", file)
    program.window(f"{title}.* - CJM Desktop")

    def gone() -> bool:
        return card not in reader.read(file).journey

    # Again, if need be: the program may have had no ears yet.
    for _ in range(5):
        screen.press_as_russian(CTRL, F)
        for letter in ZEBRA:
            screen.press_as_russian(letter)
        screen.press_as_russian(ENTER)
        screen.keys("Escape")
        # The keyboard is the map's again, and what was found is chosen on it.
        screen.press_as_russian(DEL)
        screen.keys("ctrl+s")
        if soon(gone):
            break
    assert gone(), program.said
    assert len(reader.read(file).journey.all(Card)) > 1
    screen.keys("ctrl+q")
    assert program.end() == 0
    assert program.said == ""
