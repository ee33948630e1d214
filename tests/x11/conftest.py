"""A screen for the tests that drive the real program."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.x11.screen import Program, Screen

Start = Callable[..., Program]


@pytest.fixture
def screen() -> Iterator[Screen]:
    """A screen of our own."""
    made = Screen()
    yield made
    made.close()


@pytest.fixture
def start(screen: Screen, tmp_path: Path) -> Iterator[Start]:
    """Start the program, with one and the same home each time; it is killed if a test fails."""
    running: list[Program] = []

    def one(language: str, *files: Path) -> Program:
        running.append(Program(screen, tmp_path / "home", language, *files))
        return running[-1]

    yield one
    for program in running:
        program.kill()
