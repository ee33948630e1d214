"""What a drag adds to a map on dark paper is dark too."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor

from cjm_desktop.ui.canvas.view import Canvas
from cjm_desktop.ui.look import Look
from tests.journey.filled import Filled
from tests.ui.canvas.hand import Hand


@pytest.mark.parametrize("dark", [False, True])
def test_ghost_slot_and_the_thing_held_are_of_the_papers_kind(
    hand: Hand, canvas: Canvas, filled: Filled, dark: bool
) -> None:
    canvas.set_look(Look(prompts=False, dark=dark, dark_map=dark))
    canvas.set_zoom(1.0)
    cell = (filled.map.lane["touchpoints"], *filled.map.at["b2"])
    end = hand.cell(*cell) + QPointF(0, 20)
    hand.carry(hand.at(filled.one), end)
    (trial,) = canvas.sheet.journey.cards(*cell)
    slot, ghost = canvas.record_rect(trial.id), canvas.record_rect(filled.one)
    held = canvas.hands.gesture.held.rect(end)  # type: ignore[union-attr]
    assert slot is not None
    assert ghost is not None
    image = canvas.viewport().grab().toImage()
    found = {
        name: QColor(image.pixel((rect.topRight() + QPointF(-9, 6)).toPoint())).lightness()
        for name, rect in (("slot", slot), ("ghost", ghost), ("held", held))
    }
    assert all(one < 90 if dark else one > 200 for one in found.values()), found
