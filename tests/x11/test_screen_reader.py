"""What a screen reader gets of the real program, through the bus on which readers listen."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import hearing, templates
from cjm_desktop.journey.records import Feeling
from tests.x11.conftest import Start
from tests.x11.screen import PATIENCE, Screen, until

pytestmark = [pytest.mark.x11, pytest.mark.long]

LISTENER = Path(__file__).parent / "listener.py"
LISTENS = 60
"""Seconds after which the listener ends, whatever became of the test."""
TITLES = {"en": "Map", "ru": "Карта"}
QUOTES, UNDONE = {"en": "“", "ru": "«"}, {"en": "Undone: ", "ru": "Отменено: "}


def system_python() -> str | None:
    """A Python that has the library of screen readers."""
    try_it = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    for name in ("/usr/bin/python3", "python3"):
        found = shutil.which(name)
        done = found and subprocess.run(
            [found, "-c", try_it], capture_output=True, check=False, timeout=PATIENCE
        )
        if done and done.returncode == 0:
            return found
    return None


PYTHON = system_python()
BUS = shutil.which("dbus-daemon")
needs_bus = pytest.mark.skipif(
    PYTHON is None or BUS is None or not Path("/usr/libexec/at-spi-bus-launcher").exists(),
    reason="hearing the program needs dbus, at-spi2-core, python3-gi and gir1.2-atspi-2.0",
)


class Reader:
    """A listener on a bus of its own, and what it heard."""

    def __init__(self, screen: Screen, folder: Path, bus: str) -> None:
        assert PYTHON is not None
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("QT_", "PYTHON"))}
        environment = {**kept, "DISPLAY": screen.name, "DBUS_SESSION_BUS_ADDRESS": bus}
        self._log = folder / "heard.txt"
        self._log.touch()
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [PYTHON, str(LISTENER), str(LISTENS)],
                env=environment, stdin=subprocess.PIPE, stdout=log,
                stderr=subprocess.DEVNULL,
            )  # fmt: skip
        until(lambda: self.heard, "the listener")

    @property
    def heard(self) -> list[dict[str, Any]]:
        """Everything up to now."""
        lines = self._log.read_text(encoding="utf-8").split("\n")[:-1]
        return [json.loads(line) for line in lines]

    def tree(self) -> dict[str, Any] | None:
        """The map as it is heard now; None: there is none yet."""
        before = sum("tree" in one for one in self.heard)
        assert self._process.stdin is not None
        self._process.stdin.write(b"tree\n")
        self._process.stdin.flush()
        until(lambda: sum("tree" in one for one in self.heard) > before, "the tree")
        return [one["tree"] for one in self.heard if "tree" in one][-1]

    def focused(self) -> list[str]:
        """The names of what came into focus, in order."""
        return [
            one["name"] for one in self.heard if "focused" in one.get("event", "") and one["on"]
        ]

    def announced(self) -> list[str]:
        """The sentences that were read out."""
        return [one["said"] for one in self.heard if "announcement" in one.get("event", "")]

    def was_told(self, words: str) -> bool:
        """Whether some sentence with these words in it was read out."""
        return any(words in one for one in self.announced())

    def end(self) -> None:
        """Listen no more."""
        self._process.kill()
        self._process.wait(PATIENCE)


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A message bus of our own, on which somebody listens to programs."""
    assert BUS is not None
    for name in ("run", "cache"):
        (tmp_path / name).mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    daemon = subprocess.Popen(
        [BUS, "--session", "--nofork", "--print-address=1"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert daemon.stdout is not None
    address = daemon.stdout.readline().strip()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    yield address
    daemon.terminate()
    daemon.wait(PATIENCE)


def below(one: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for part in one["inside"]:
        yield part
        yield from below(part)


@needs_bus
@pytest.mark.parametrize(
    ("language", "locale"),
    [
        ("en", "en_US.UTF-8"),
        ("ru", "ru_RU.UTF-8"),
    ],
)
def test_the_map_is_heard_and_so_is_what_is_done_to_it(
    screen: Screen, start: Start, bus: str, tmp_path: Path, language: str, locale: str
) -> None:
    file = tmp_path / "map.cjm"
    made = templates.make("sample-b2b", "ru" if language == "ru" else "en")
    document = Document.create(made, Home(tmp_path / "made"))
    document.save_as(file)
    journey, map_id = document.journey, document.journey.maps()[0].id
    reader = Reader(screen, tmp_path, bus)
    program = start(locale, file)
    try:
        program.window(f"{journey.document.title}.* - CJM Desktop")
        found: list[dict[str, Any]] = []

        def read() -> bool:
            there = reader.tree()
            found.extend([there] if there and there["inside"] else [])
            return bool(found)

        until(read, "the map to be heard")
        tree = found[0]
        assert tree["name"] == TITLES[language]
        stages = [one.title for one in journey.stages(map_id)]
        assert [one["name"] for one in tree["inside"]][: len(stages)] == stages
        outline = hearing.Outline(journey, map_id, language)
        lowest = min(
            (one for one in journey.all(Feeling) if one.path == "as_is"), key=lambda p: p.value
        )
        heard = [one for one in below(tree) if one.get("value") == lowest.value]
        assert [(one["name"], one["told"]) for one in heard] == [
            (lowest.word, outline.told(outline.trail(lowest.id)))
        ]
        assert heard[0]["role"] == "slider"
        assert all(one["place"][2] > 0 for one in below(tree) if "showing" in one["states"])

        def walk() -> bool:
            screen.keys("Right")
            return stages[0] in reader.focused()

        until(walk, "the first stage to be focused")
        # However often that was pressed: back to the first one.
        screen.keys("Home", "ctrl+Right")
        until(lambda: reader.was_told(f"{QUOTES[language]}{stages[0]}"), "the move to be announced")
        screen.keys("ctrl+z")
        until(lambda: reader.was_told(UNDONE[language]), "the undo")
        screen.keys("ctrl+s", "ctrl+q")
        assert program.end() == 0
    finally:
        reader.end()
        document.close()
