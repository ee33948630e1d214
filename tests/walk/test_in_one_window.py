"""The walk in this process: drag, undo, close, open again, undo what was done before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from cjm_desktop import cli
from cjm_desktop.storage import reader
from tests.walk import gestures
from tests.walk.gestures import Drag
from tests.walk.opened import Opened

Open = Callable[..., Opened]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The filled sample, made from a shell."""
    file = tmp_path / "sample.cjm"
    assert cli.main(["new", str(file), "--template", "sample-b2b", "--language", "ru"]) == 0
    return file


@pytest.fixture
def open_file(qapp: QApplication, tmp_path: Path) -> Iterator[Open]:
    """Open windows as one and the same user; what a test leaves open is closed."""
    made: list[Opened] = []

    def one(file: Path | None = None, language: str = "ru") -> Opened:
        made.append(Opened(qapp, tmp_path / "user", file, language=language))
        return made[-1]

    yield one
    for window in made:
        if window.desk.windows:
            window.close()


def drag(window: Opened, one: Drag) -> None:
    window.press(one.start)
    window.move(one.start, one.end)
    window.release(one.end)


def test_drag_undo_close_open_and_undo_again(sample: Path, open_file: Open) -> None:
    window = open_file(sample)
    opened = reader.read(sample).journey
    states = [opened]
    for make in gestures.ALL:
        one = make(window)
        assert not one.done(window.journey)
        drag(window, one)
        assert one.done(window.journey)
        assert window.document.history()[-1].key == one.step
        states.append(window.journey.fork())
        window.fit()
    window.key(Qt.Key.Key_Z, CONTROL)
    assert window.journey == states[-2]
    assert reader.read(sample).journey == opened, "nothing is saved while the hand is at work"
    window.close()
    assert reader.read(sample).journey == states[-2]

    window = open_file(sample)
    assert window.journey == states[-2]
    for state in reversed(states[:-2]):
        window.key(Qt.Key.Key_Z, CONTROL)
        assert window.journey == state
    window.key(Qt.Key.Key_Z, CONTROL)
    assert window.journey == opened, "there is nothing more to undo"
    window.key(Qt.Key.Key_Y, CONTROL)
    assert window.journey == states[1]
    window.close()
    found = reader.read(sample)
    assert found.journey == states[1]
    assert [step.undone for step in found.steps] == [False, True, True, True]


@pytest.mark.parametrize("make", gestures.ALL, ids=lambda one: one.__name__)
def test_escape_puts_it_back(sample: Path, open_file: Open, make: Callable[[Opened], Drag]) -> None:
    window = open_file(sample)
    one, opened = make(window), window.journey.fork()
    window.press(one.start)
    window.move(one.start, one.end)
    assert window.journey == opened, "nothing is written before the release"
    window.key(Qt.Key.Key_Escape)
    window.release(one.end)
    assert window.journey == opened
    assert window.canvas.drawing is window.canvas.sheet.settled, "no preview is left"
    assert not window.document.unpublished
    assert window.document.history() == ()


def test_the_hand_is_told_what_it_does_in_its_own_language(sample: Path, open_file: Open) -> None:
    """Every hint of the status bar during all drags, in both languages."""
    for language, strange in (("ru", "abcdefghijklmnopqrstuvwxyz"), ("en", "абвгдеёжзийклмно")):
        window = open_file(sample, language=language)
        said: list[str] = []
        window.canvas.status_changed.connect(said.append)
        for make in gestures.ALL:
            one = make(window)
            window.press(one.start)
            window.move(one.start, one.end)
            window.key(Qt.Key.Key_Escape)
            window.release(one.end)
        for kind in ("touchpoint", "thought", "feeling", "barrier", "opportunity", "stage"):
            window.canvas.set_tool(kind)
        window.canvas.set_tool("select")
        assert len(set(said)) > 10
        words = [without_keys(hint) for hint in said]
        assert [one for one in words if set(one.lower()) & set(strange)] == []
        window.close()


def without_keys(hint: str) -> str:
    """A hint without the names of keys, which stand in square brackets."""
    return "".join(part.rpartition("]")[2] for part in hint.split("["))


def test_a_lane_is_made_higher_by_its_edge(sample: Path, open_file: Open) -> None:
    window = open_file(sample)
    lane = gestures.lane(window, "thoughts")
    stage = window.journey.stages(window.work.map_id)[0]
    cell = window.cell(lane.id, stage.id, None)
    # Beside its name: the edge between the cards is theirs.
    start = QPoint(round(cell.left()) - 20, round(cell.bottom()))
    drag(window, Drag("edge", start, start + QPoint(0, 40), lambda _: True, ""))
    assert window.cell(lane.id, stage.id, None).height() == pytest.approx(cell.height() + 40, abs=2)
    assert window.document.history()[-1].key == "step.resize_lane"
    window.key(Qt.Key.Key_Z, CONTROL)
    assert window.cell(lane.id, stage.id, None).height() == pytest.approx(cell.height(), abs=1)
