"""From a fresh process to what is seen, beside an empty PySide6 window (target 6).

Seen is what has been painted: the whole first page with the maps opened lately, or a whole map.
Told are seconds of processor time since the process began.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import templates
from cjm_desktop.ui.settings import Recent, Settings
from tests.benchmarks.conftest import Figures

pytestmark = pytest.mark.benchmark

RUNS = 9
PAGE = 1.25
"""Times as long as an empty window."""
MAP = 4.0
MARGIN = 2

WATCH = """
import os, sys, time
from pathlib import Path

def tell(application, watched, at_rest):
    from PySide6.QtCore import QEvent, QObject

    class Watch(QObject):
        painted = 0

        def eventFilter(self, watched, event):
            self.painted += event.type() == QEvent.Type.Paint
            return False

    watch, seen, before = Watch(), 0.0, -1
    watched.installEventFilter(watch)
    while watch.painted == 0 or (at_rest and watch.painted > before):
        before = watch.painted
        application.processEvents()
        if watch.painted > before:
            seen = time.process_time()
    print(seen)
    sys.stdout.flush()
    os._exit(0)
"""
BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow

application = QApplication(sys.argv)
window = QMainWindow()
window.resize(1440, 900)
window.show()
tell(application, window, False)
"""
OURS = """
from cjm_desktop import app, preflight

found = preflight.problems()
desk = app.begin([Path(name) for name in sys.argv[1:]])
heavy = {"networkx", "reportlab", "xlsxwriter", "python_calamine", "PIL"} & sys.modules.keys()
assert not found and not heavy, (found, heavy)
application, window = desk.application, desk.windows[0]
"""
PAGE_SEEN = WATCH + OURS + "tell(application, window.page.right, False)"
MAP_SEEN = WATCH + OURS + "tell(application, window.work.canvas.viewport(), True)"


def seconds(script: str, folder: Path, *arguments: str) -> float:
    """What a fresh process tells."""
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True, text=True, check=False,
        env={
            **os.environ,
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_DATA_HOME": str(folder / "data"),
            "TMPDIR": str(folder),
            # An installed program has its byte code; a test run may be told not to write any.
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
        },
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return float(done.stdout)


def used(folder: Path) -> Path:
    """Make the folder of someone who uses the program, and a map in it."""
    path = folder / "map.cjm"
    document = Document.create(templates.make("sample-b2b", "en"), Home(folder / "made"))
    document.save_as(path)
    document.close()
    settings = Settings(folder / "config" / "cjm-desktop" / "settings.ini")
    for number in range(4):
        now = datetime.now(UTC).isoformat(timespec="seconds")
        settings.remember(Recent(str(path), f"A map of the way of a client, {number}", now))
    settings.sync()
    return path


def test_what_is_seen_comes_almost_as_fast_as_an_empty_window(
    figures: Figures, tmp_path: Path
) -> None:
    path = used(tmp_path)
    told: dict[str, list[float]] = {"bare PySide6 window": [], "first page": [], "map": []}
    for run in range(RUNS + 1):
        for name, script, arguments in (
            ("bare PySide6 window", WATCH + BARE, ()),
            ("first page", PAGE_SEEN, ()),
            ("map", MAP_SEEN, (str(path),)),
        ):
            found = seconds(script, tmp_path, *arguments)
            if run:  # the first one makes folders and byte code
                told[name].append(found)
    spent = {name: statistics.median(found) for name, found in told.items()}
    for name, median in spent.items():
        figures.note(f"start, {name}", median, "s")
    bare = spent["bare PySide6 window"]
    figures.check(
        "start, first page to a bare window", spent["first page"] / bare, PAGE, margin=MARGIN
    )
    figures.check(
        "start with a file, map to a bare window", spent["map"] / bare, MAP, margin=MARGIN
    )
