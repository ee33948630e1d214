"""The whole walk with a real mouse: edit a map, close it, open it again, undo what was done before.

The program runs on a screen of its own and knows nothing of the test. Where things are is asked
of a second window over a copy of the same file, in this process: it lays the same records out at
the same size.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from cjm_desktop import cli
from cjm_desktop.journey.journey import Journey
from cjm_desktop.storage import reader
from cjm_desktop.storage.contents import Contents
from tests.walk import gestures
from tests.walk.opened import Opened
from tests.x11.conftest import Start
from tests.x11.screen import CTRL, Point, Program, Screen, Z, at_home, until

pytestmark = pytest.mark.x11

RUSSIAN = "ru_RU.UTF-8"
ALIKE = 12.0
"""How much two pictures of the same thing may differ, of 255, on the average."""
NEAR = 24
"""Pixels round a spot that are compared."""


class Walk:
    """A map's file, the program that has it open, and where its things are on the screen."""

    def __init__(self, application: QApplication, screen: Screen, start: Start, file: Path) -> None:
        self._application, self._screen, self._start = application, screen, start
        self.file = file
        self._looks = 0
        self.program: Program
        self.origin: Point

    def open(self) -> None:
        """Start the program with the file, and wait until the map is seen."""
        self.begin()
        with self.look() as window:
            stage = window.journey.stages(window.work.map_id)[0]
            self.wait_for(window, window.name_of_stage(stage.id))

    def begin(self) -> None:
        """Start the program with the file."""
        self.program = self._start(RUSSIAN, self.file)
        self.origin = self.program.window(f"{self.now.journey.document.title}.* - CJM Desktop")

    def close(self) -> None:
        """Quit, as people do; nothing may be said and nothing left beside the file."""
        self._screen.keys("ctrl+q")
        assert self.program.end() == 0
        assert self.program.said == ""
        assert [one.name for one in self.file.parent.iterdir()] == [self.file.name]

    @property
    def now(self) -> Contents:
        """What the file holds."""
        return reader.read(self.file)

    def steps(self) -> list[tuple[str, bool]]:
        """The history: what was done, and whether it was undone."""
        return [(one.key, one.undone) for one in self.now.steps]

    def look(self) -> Opened:
        """A window of our own over a copy of the file as it is now."""
        self._looks += 1
        folder = self.file.parent.parent / f"look-{self._looks}"
        folder.mkdir()
        copy = folder / self.file.name
        shutil.copy(self.file, copy)
        return Opened(self._application, folder, copy)

    def on_screen(self, window: Opened, at: QPoint) -> Point:
        """Where a point of our window's map is on the program's screen."""
        there = window.in_window(at)
        return Point(self.origin.x + there.x(), self.origin.y + there.y())

    def drag(self, window: Opened, start: QPoint, end: QPoint) -> None:
        """Drag from one place of the map to another, once what is there is seen."""
        self.wait_for(window, start)
        self._screen.drag(self.on_screen(window, start), self.on_screen(window, end))

    def save(self, condition: Callable[[Journey], object], what: str) -> Journey:
        """Save by key, and wait until the file says what was done."""
        self._screen.keys("ctrl+s")
        until(lambda: condition(self.now.journey), what)
        self._screen.keep(f"{self.file.stem}-{self._looks}-{what.replace(' ', '-')}")
        return self.now.journey

    def undo_until(self, state: Journey, *, russian: bool = False) -> None:
        """Undo one step by key, and save.

        Args:
            state: what the map must be then.
            russian: the keyboard writes Russian: the key that says Z elsewhere says Я.
        """
        if russian:
            self._screen.press_as_russian(CTRL, Z)
        else:
            self._screen.keys("ctrl+z")
        self.save(lambda journey: journey == state, "undo")

    def wait_for(self, window: Opened, at: QPoint) -> None:
        """Have the program show the whole map, until it shows at a place what our window shows."""
        there, ours = self.on_screen(window, at), window.in_window(at)
        expected = _image(window)
        seen = expected

        def alike() -> bool:
            nonlocal seen
            # Again each time: the program may have had no ears yet.
            self._screen.keys("ctrl+1")
            seen = self._screen.picture()
            pair = _around(seen, there.x, there.y), _around(expected, ours.x(), ours.y())
            return max(ImageStat.Stat(ImageChops.difference(*pair)).mean) < ALIKE

        try:
            until(alike, f"the map to be seen at {there}")
        except AssertionError:
            folder = self.file.parent.parent
            expected.save(folder / "expected.png")
            seen.save(folder / "seen.png")
            raise


def _image(window: Opened) -> Image.Image:
    grabbed = window.picture().toImage().convertToFormat(QImage.Format.Format_RGB888)
    size = (grabbed.width(), grabbed.height())
    return Image.frombuffer(
        "RGB", size, bytes(grabbed.constBits()), "raw", "RGB", grabbed.bytesPerLine(), 1
    )


def _around(picture: Image.Image, x: int, y: int) -> Image.Image:
    return picture.crop((x - NEAR, y - NEAR // 2, x + NEAR, y + NEAR // 2))


@pytest.fixture
def walk(qapp: QApplication, screen: Screen, start: Start, tmp_path: Path) -> Walk:
    """The filled sample, made from a shell."""
    folder = tmp_path / "maps"
    folder.mkdir()
    file = folder / "sample.cjm"
    made = subprocess.run(
        [sys.executable, "-m", "cjm_desktop.cli", "new", file, "--template", "sample-b2b"],
        env=at_home(tmp_path / "home", RUSSIAN),
        check=False,
    )
    assert made.returncode == 0
    return Walk(qapp, screen, start, file)


def test_drag_undo_close_open_and_undo_again(walk: Walk) -> None:
    walk.open()
    states, drags = [walk.now.journey], []
    for make in gestures.ALL:
        with walk.look() as window:
            one = make(window)
            assert not one.done(states[-1])
            walk.drag(window, one.start, one.end)
        states.append(walk.save(one.done, one.name))
        drags.append(one)
    done = [one.step for one in drags]
    assert walk.steps() == [(one, False) for one in done]

    walk.undo_until(states[3])
    assert walk.steps() == [*((one, False) for one in done[:3]), (done[3], True)]
    walk.close()

    walk.open()
    assert walk.now.journey == states[3]
    for state in reversed(states[:3]):
        walk.undo_until(state, russian=state is states[0])
    assert walk.steps() == [(one, True) for one in done]
    walk.close()
    assert cli.main(["check", str(walk.file)]) == 0
    assert walk.now.journey == states[0]


def test_killed_before_it_saved_it_comes_back_with_its_undo(walk: Walk) -> None:
    walk.open()
    before = walk.now.journey
    with walk.look() as window:
        one = gestures.stage(window)
        moved = window.journey.stages(window.work.map_id)[1].id
        walk.drag(window, one.start, one.end)
        # The same in our own window: when both look alike the edit is seen, so it is on disk.
        window.press(one.start)
        window.move(one.start, one.end)
        window.release(one.end)
        window.fit()
        walk.wait_for(window, window.name_of_stage(moved))
        walk.program.kill()
        if walk.now.journey != before:
            pytest.skip("this machine is too slow: the map had been saved before it was killed")
        walk.begin()
        window.canvas.select(())  # what was selected is not remembered, and a ring is seen
        walk.wait_for(window, window.name_of_stage(moved))
    walk.save(one.done, "recovered")
    walk.undo_until(before)
    walk.close()
