"""What an empty card asks for is seen while nothing has been written into it."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from cjm_desktop.ui.canvas.editor import Editor
from cjm_desktop.ui.canvas.view import Canvas
from cjm_desktop.ui.look import Look
from tests.journey.filled import Filled
from tests.ui.canvas.hand import Hand


def begun(canvas: Canvas, filled: Filled, lane: str, where: str) -> Editor:
    """The editor over a card that has just been made."""
    canvas.add("card", (filled.map.lane[lane], *filled.map.at[where]))
    QApplication.processEvents()
    editor = canvas.writing.editor
    assert editor is not None
    return editor


def inked(editor: Editor) -> tuple[int, int]:
    """How many pixels right of the cursor differ from the ground, and by how much at most."""
    image = editor.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    places = [(x, y) for x in range(14, image.width() - 9) for y in range(9, image.height() - 9)]
    shades = [QColor(image.pixel(*place)).lightness() for place in places]
    ground = max(set(shades), key=shades.count)
    apart = [abs(shade - ground) for shade in shades if abs(shade - ground) > 20]
    return len(apart), max(apart, default=0)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("lane", ["actions", "barriers", "opportunities"])
def test_an_empty_card_asks_until_something_is_written(
    hand: Hand, canvas: Canvas, filled: Filled, lane: str, dark: bool
) -> None:
    canvas.set_look(Look(prompts=False, dark=dark, dark_map=dark))
    canvas.set_zoom(1.0)
    editor = begun(canvas, filled, lane, "a2")
    number, strength = inked(editor)
    assert number > 100
    assert strength > 60, "it can be read on this ground"
    hand.type(".")
    assert inked(editor)[0] < 40


def test_all_of_it_is_seen(canvas: Canvas, filled: Filled) -> None:
    canvas.set_zoom(1.0)
    editor = begun(canvas, filled, "actions", "a2")
    asks = editor.height()
    editor.insertPlainText("x")
    assert asks > 1.8 * editor.height()


def test_an_empty_chip_has_room_to_ask(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    canvas.set_zoom(1.0)
    editor = begun(canvas, filled, "touchpoints", "a2")
    asks = editor.width()
    assert asks > 80
    assert editor.height() < asks, "not a word on each line"
    hand.type("x")
    assert editor.width() < asks / 2, "what is written lies on the chip itself"


def test_a_text_that_is_there_asks_for_nothing(canvas: Canvas, filled: Filled) -> None:
    canvas.edit_text(filled.one)
    editor = canvas.writing.editor
    assert editor is not None
    assert not editor.asks
