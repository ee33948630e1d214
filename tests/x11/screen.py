"""A screen of our own, hands for its mouse and keyboard, and the real program on it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageGrab

PATIENCE = 30.0
"""Seconds to wait for something that should come at once; the machine may be busy."""
ANSWER = 3.0
"""Seconds within which a program answers a key where it answers at all."""
PAUSE = 0.05
"""Seconds between two looks at what is waited for."""
STEPS = 8
"""Moves of the mouse between the ends of a drag."""


def until(condition: Callable[[], object], what: str) -> None:
    """Look again and again until a condition holds.

    Raises:
        AssertionError: it did not hold in time.
    """
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(PAUSE)


def soon(condition: Callable[[], object]) -> bool:
    """Whether a condition comes to hold within a few seconds."""
    end = time.monotonic() + ANSWER
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(PAUSE)
    return True


CTRL, Z = 37, 52
"""Places of keys, which are the same whatever is written on them."""


class Point(NamedTuple):
    """Pixels of the screen."""

    x: int
    y: int


class Screen:
    """An X server without a monitor; nobody else's windows are on it."""

    def __init__(self, width: int = 1600, height: int = 1000) -> None:
        read, write = os.pipe()
        screen = ("-screen", "0", f"{width}x{height}x24")
        self._server = subprocess.Popen(
            # Without -noreset it is deaf for a moment whenever its last client leaves.
            ["Xvfb", "-displayfd", str(write), *screen, "-nolisten", "tcp", "-noreset"],
            pass_fds=(write,),
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as told:
            # All of the line: the server ends when nobody reads the end of it.
            number = told.readline().strip()
        assert number, "Xvfb did not start"
        self.name = f":{number}"

    def close(self) -> None:
        """Switch it off."""
        self._server.terminate()
        self._server.wait(PATIENCE)

    def hands(self, *words: str | int) -> str:
        """Move the mouse, press keys, look for windows: what xdotool can do."""
        done = subprocess.run(
            ["xdotool", *map(str, words)],
            env={**os.environ, "DISPLAY": self.name},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        return done.stdout.strip()

    def drag(self, start: Point, end: Point) -> None:
        """Press the left button at one place, move on, release it at another."""
        words: list[str | int] = ["mousemove", *start, "mousedown", 1]
        for step in range(1, STEPS + 1):
            part = step / STEPS
            x = round(start.x + (end.x - start.x) * part)
            y = round(start.y + (end.y - start.y) * part)
            words += ["mousemove", x, y]
        self.hands(*words, "mouseup", 1)

    def click(self, at: Point) -> None:
        """Click with the left button."""
        self.hands("mousemove", *at, "click", 1)

    def write(self, text: str) -> None:
        """Type."""
        self.hands("type", "--delay", "2", text)

    def keys(self, *names: str) -> None:
        """Press keys one after the other, such as "ctrl+z"."""
        self.hands("key", "--clearmodifiers", *names)

    def write_with(self, alphabets: str) -> None:
        """Let the keyboard write with these alphabets, such as "ru,us"; the first one is on."""
        subprocess.run(
            ["setxkbmap", "-display", self.name, alphabets], check=True, timeout=PATIENCE
        )

    def press(self, *strokes: tuple[int, ...]) -> None:
        """Press keys by their places, one stroke after the other, whatever they write.

        Args:
            strokes: what is pressed together; the keys that are held come first.
        """
        words: list[str | int] = []
        for codes in strokes:
            words += [word for code in codes for word in ("keydown", code)]
            words += [word for code in reversed(codes) for word in ("keyup", code)]
        self.hands(*words)

    def press_as_russian(self, *codes: int) -> None:
        """Press keys together, by their places, on a keyboard that writes Russian."""
        self.write_with("ru,us")
        self.press(codes)
        self.write_with("us")

    def picture(self) -> Image.Image:
        """All that is seen."""
        return ImageGrab.grab(xdisplay=self.name).convert("RGB")

    def keep(self, name: str) -> None:
        """Keep a picture for people to look at, where CJM_X11_PICTURES names a folder."""
        folder = os.environ.get("CJM_X11_PICTURES")
        if folder:
            self.picture().save(Path(folder) / f"{name}.png")


def at_home(folder: Path, language: str) -> dict[str, str]:
    """The environment of somebody whose home is a folder, without a display.

    Args:
        folder: made if it is not there.
        language: such as "ru_RU.UTF-8".
    """
    runtime = folder / "run"
    runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("QT_", "XDG_", "LC_", "WAYLAND", "DISPLAY"))
    }
    return {**kept, "HOME": str(folder), "LANG": language, "XDG_RUNTIME_DIR": str(runtime)}


class Program:
    """The editor, started as its user starts it.

    Args:
        screen: to open windows on.
        folder: its user's home.
        language: its user's, such as "ru_RU.UTF-8".
        files: to open.
    """

    def __init__(self, screen: Screen, folder: Path, language: str, *files: Path) -> None:
        self.screen = screen
        self._log = folder / "said.txt"
        environment = {**at_home(folder, language), "DISPLAY": screen.name}
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "cjm_desktop.app", *map(str, files)],
                env=environment,
                stdout=log,
                stderr=log,
            )

    @property
    def said(self) -> str:
        """What it wrote to its terminal."""
        return self._log.read_text(errors="replace")

    def has_window(self, title: str) -> bool:
        """Whether a window of that title is seen."""
        return bool(self._windows(title))

    def window(self, title: str) -> Point:
        """Wait for the window of that title and give it the keyboard; its top left.

        Args:
            title: a regular expression.
        """
        until(lambda: self._windows(title), f"a window called {title}")
        found = self._windows(title)[-1]
        told = self.screen.hands("getwindowgeometry", "--shell", found)
        place = dict(line.split("=") for line in told.splitlines())
        # There is no window manager here that would do it.
        self.screen.hands("windowfocus", "--sync", found)
        return Point(int(place["X"]), int(place["Y"]))

    def _windows(self, title: str) -> list[str]:
        assert self._process.poll() is None, self.said
        return self.screen.hands("search", "--onlyvisible", "--name", title).split()

    def end(self) -> int:
        """Wait until it has ended by itself.

        Returns:
            Its exit code.
        """
        return self._process.wait(PATIENCE)

    def kill(self) -> None:
        """End it in any case."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait(PATIENCE)
