"""From a fresh process to what is seen, beside an empty PySide6 window (target 6).

Three things are told apart: the window that is visible and hears what one does to it (its frame,
the ground and the large buttons of its first page), the whole first page with the maps opened
lately, and a whole map; besides, its canvas with the bars. Each counts when it has been painted.
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
WINDOW = 1.25
"""Times as long as an empty window."""
PAGE = 1.9
MAP = 4.0
MARGIN = 2

WATCH = """
import os, sys, time
from pathlib import Path

def tell(application, find, complete=None):
    from PySide6.QtCore import QEvent, QObject

    class Watch(QObject):
        painted = 0

        def eventFilter(self, watched, event):
            self.painted += event.type() == QEvent.Type.Paint
            return False

    watch, seen, before = Watch(), 0.0, -1
    while (watched := find()) is None:
        application.processEvents()
    watched.installEventFilter(watch)
    # To the end: everything is made, and what it changed has been painted.
    while watch.painted == 0 or (complete and not (complete() and watch.painted == before)):
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
tell(application, lambda: window)
"""
OURS = """
from cjm_desktop import app, preflight

found = preflight.problems()
desk = app.begin([Path(name) for name in sys.argv[1:]])
heavy = {"networkx", "reportlab", "xlsxwriter", "python_calamine", "PIL"} & sys.modules.keys()
assert not found and not heavy, (found, heavy)
application, window = desk.application, desk.windows[0]
"""
WINDOW_SEEN = WATCH + OURS + "tell(application, lambda: window)"
PAGE_SEEN = (
    WATCH + OURS + "tell(application, lambda: window.page.right if window.bones is None else None)"
)
MAP_SEEN = WATCH + OURS + "tell(application, lambda: window.bones or window.work.canvas)"
MAP_USED = (
    WATCH
    + OURS
    + "canvas = lambda: window.work and window.work.canvas.viewport()\n"
    + "tell(application, canvas, lambda: window.seen)"
)


def seconds(script: str, folder: Path, *arguments: str) -> float:
    """What a fresh process tells."""
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True, text=True, check=False, timeout=60,
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
    settings.map_edges = "57 88 321 29"
    settings.sync()
    return path


def test_what_is_seen_comes_almost_as_fast_as_an_empty_window(
    figures: Figures, tmp_path: Path
) -> None:
    path = used(tmp_path)
    asked: tuple[tuple[str, str, tuple[str, ...]], ...] = (
        ("bare PySide6 window", WATCH + BARE, ()),
        ("window", WINDOW_SEEN, ()),
        ("first page", PAGE_SEEN, ()),
        ("map", MAP_SEEN, (str(path),)),
        ("map with everything round it", MAP_USED, (str(path),)),
    )
    told: dict[str, list[float]] = {name: [] for name, _, _ in asked}
    for run in range(RUNS + 1):
        for name, script, arguments in asked:
            found = seconds(script, tmp_path, *arguments)
            if run:  # the first one makes folders and byte code
                told[name].append(found)
    spent = {name: statistics.median(found) for name, found in told.items()}
    for name, median in spent.items():
        figures.note(f"start, {name}", median, "s")
    bare = spent["bare PySide6 window"]
    for name, seen, limit in (
        ("start, visible window to a bare one", "window", WINDOW),
        ("start, whole first page to a bare window", "first page", PAGE),
        ("start with a file, map to a bare window", "map", MAP),
    ):
        figures.check(name, spent[seen] / bare, limit, margin=MARGIN)
