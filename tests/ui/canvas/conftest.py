"""A canvas in a window, with a small map on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cjm_desktop.document import Document, Home
from cjm_desktop.journey.journey import Journey
from cjm_desktop.ui.canvas.view import Canvas
from cjm_desktop.ui.look import Look
from tests.journey.big import big_journey
from tests.journey.filled import Filled
from tests.ui.canvas.hand import Hand


@pytest.fixture
def filled() -> Filled:
    """The small map with something in it."""
    return Filled()


@pytest.fixture
def canvas(qtbot: QtBot, filled: Filled, tmp_path: Path) -> Iterator[Canvas]:
    """The small map on a canvas of 1000 x 800 pixels, fitted."""
    document = Document.create(Journey(tuple(filled.map.journey)), Home(tmp_path / "home"))
    made = Canvas(document, filled.map.map_id, Look(language="en", prompts=False))
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    yield made
    made.close_map()
    document.close()


@pytest.fixture
def hand(canvas: Canvas) -> Hand:
    """The mouse and the keyboard over the canvas."""
    return Hand(canvas)


@pytest.fixture
def large(qtbot: QtBot, tmp_path: Path) -> Iterator[Canvas]:
    """Seven hundred cards on sixty columns."""
    document = Document.create(big_journey(700, 60), Home(tmp_path / "home"))
    made = Canvas(document, "map", Look(prompts=False))
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close_map()
    document.close()
