"""From a fresh process to a visible window, beside an empty PySide6 window (target 6)."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.conftest import Figures

pytestmark = pytest.mark.benchmark

RUNS = 9
LIMIT = 1.25
MARGIN = 2

BARE = """
import sys, time
started = time.process_time()
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1440, 900)
window.show()
app.processEvents()
assert window.isVisible()
print(time.process_time() - started)
"""
OURS = """
import sys, time
started = time.process_time()
from pathlib import Path
from cjm_desktop import app as start
app = start.make_application()
desk = start.make_desk(app, Path(sys.argv[1]))
window = desk.new_window()
app.processEvents()
assert window.isVisible()
print(time.process_time() - started)
"""


def cpu(script: str, folder: Path) -> float:
    """Seconds of CPU a fresh process takes until its window is seen."""
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)],
        capture_output=True, text=True, check=True,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            # An installed program has its byte code; a test run may be told not to write any.
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
        },
    )  # fmt: skip
    return float(done.stdout)


def test_the_window_is_there_almost_as_fast_as_an_empty_one(
    figures: Figures, tmp_path: Path
) -> None:
    cpu(OURS, tmp_path)  # makes the folder, writes byte code
    bare, ours = [], []
    for _ in range(RUNS):
        bare.append(cpu(BARE, tmp_path))
        ours.append(cpu(OURS, tmp_path))
    empty, window = statistics.median(bare), statistics.median(ours)
    figures.note("start, bare PySide6 window", empty, "s")
    figures.note("start, our window", window, "s")
    figures.check("start against a bare window", window / empty, LIMIT, margin=MARGIN)
