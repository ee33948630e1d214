"""The real program dies three times over: with two unsaved maps, and while one is had back."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

PROGRAM = """
import faulthandler, json, os, signal, sys
from PySide6.QtCore import QTimer
from cjm_desktop import app

def tell():
    window, survivors = desk.active, desk.survivors
    print(json.dumps({
        "strips": window.banners.sentences(),
        "survivors": [one.title for one in survivors.copies],
        "failed": [one.title for one in survivors.failed],
        "shown": [(one.title, one.failed) for one in window.page.right._survivors],
    }), flush=True)

def crash():
    for title in ("One", "Two"):
        window = desk.new_window()
        window.files.new("blank")
        window.work.editing.set("document", "title", title, 1)
    faulthandler._sigsegv()

def die_recovering():
    tell()
    counted = []
    def hear(event, values):
        # The attempt is noted, and the copy is about to be opened.
        if event == "os.rename" and str(values[1]).endswith("attempts.json"):
            counted.append(values)
        elif counted and event == "open":
            os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(hear)
    desk.active.page.recover.emit(desk.survivors.copies[0].folder.name)

def look():
    tell()
    desk.application.quit()

desk = app.begin([])

def deed():
    desk.active.growing.finish()
    globals()[sys.argv[1]]()

QTimer.singleShot(300, deed)
sys.exit(desk.application.exec())
"""


def run(folder: Path, deed: str) -> tuple[int, dict[str, Any]]:
    names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "HOME", "TMPDIR")
    env = {**os.environ, **dict.fromkeys(names, str(folder)), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, deed],
        capture_output=True, text=True, env=env, timeout=120, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, json.loads(done.stdout or "{}")


def test_two_unsaved_maps_a_crash_and_a_crash_while_recovering(tmp_path: Path) -> None:
    code, _ = run(tmp_path, "crash")
    assert code == -signal.SIGSEGV

    code, found = run(tmp_path, "die_recovering")
    assert code == -signal.SIGKILL
    assert found["strips"]["crash"].startswith("Last time the program crashed.")
    assert found["survivors"] == ["One", "Two"]
    assert found["shown"] == [["One", False], ["Two", False]]
    (log,) = tmp_path.rglob("fault.log")
    assert log.read_text(encoding="utf-8") == "", "what was told is not told again"

    code, found = run(tmp_path, "look")
    assert code == 0
    assert found["strips"] == {}
    assert found["survivors"] == ["Two"], "no loop: what ended the program once is set aside"
    assert found["failed"] == ["One"]
    assert found["shown"] == [["Two", False], ["One", True]]
