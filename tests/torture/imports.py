"""S3: imports and pictures that would take the machine: each is over at once, or refused.

In a program of its own, for what one takes cannot be told from what others took before it.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from pathlib import Path

from cjm_desktop import exchange
from cjm_desktop.journey import rules
from cjm_desktop.journey.problems import Problem
from tests.hostile import bombs
from tests.torture.watch import Watch

MOST_SECONDS = 3.0
MOST_MEMORY = 200
"""MB more than before."""


def try_imports(folder: Path, every: int) -> None:
    """Every so-many-th in this process, each measured."""
    for name in list(bombs.IMPORTS)[::every]:
        suffix, make = bombs.IMPORTS[name]
        path = folder / f"bomb{suffix}"
        make(path)
        before = peak()
        begun = time.process_time()
        try:
            journey, _ = exchange.read_any(path)
        except Problem as problem:
            print(end="" if problem.sentence("ru") else f"{name}: not a word\n")
        else:
            if rules.check_all(journey):
                print(f"{name}: broke the rules of maps")
        told(name, before, begun)
        path.unlink()


def try_pictures() -> None:
    """The same for pictures."""
    from PySide6.QtGui import QGuiApplication

    from cjm_desktop.ui import picture_file

    application = QGuiApplication([])
    for name, make in bombs.PICTURES.items():
        data = make()
        before = peak()
        begun = time.process_time()
        picture_file.decode(data)
        told(name, before, begun)
    del application


def told(name: str, before: int, begun: float) -> None:
    """Complain of one that took too much."""
    took, more = time.process_time() - begun, peak() - before
    if took > MOST_SECONDS or more > MOST_MEMORY:
        print(f"{name}: {took:.1f} s, {more} MB")


def peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def prove(folder: Path, count: int, seed: int, watch: Watch) -> None:
    """S3: every so-many-th import from one on, and all pictures.

    Args:
        folder: empty.
        count: every so-many-th; 1: each.
        seed: not needed; there is nothing random about them.
        watch: counts.
    """
    done = subprocess.run(
        [sys.executable, "-m", "tests.torture.imports", str(folder), str(count)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr
    for _ in watch.rounds(len(list(bombs.IMPORTS)[::count]) + len(bombs.PICTURES)):
        pass


if __name__ == "__main__":
    try_imports(Path(sys.argv[1]), int(sys.argv[2]))
    try_pictures()
