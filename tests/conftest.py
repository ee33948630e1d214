"""The ground under every test: no screen, no network, nobody's own settings."""

import atexit
import gc
import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from cjm_desktop import preflight

X11_TOOLS = ("Xvfb", "xdotool", "setxkbmap")
"""What tests need to drive the program on a screen of its own."""

FIRST = {"x11", "walk", "crash", "monkey"}
"""Folders of tests that begin before all others."""


def _isolate() -> Path:
    """Point everything a program keeps for its user at a folder that goes when the tests end."""
    home = Path(tempfile.mkdtemp(prefix="cjm-tests-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    os.environ["HOME"] = str(home)
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(home / name.lower())
    runtime = home / "run"
    runtime.mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    return home


# Before any test module can import Qt.
HOME = _isolate()
os.environ["QT_QPA_PLATFORM"] = "offscreen"
for variable in ("DISPLAY", "WAYLAND_DISPLAY"):
    os.environ.pop(variable, None)
if os.environ.get("CJM_ACCESSIBILITY") != "1":
    os.environ["QT_ACCESSIBILITY"] = "0"


# On a busy machine it takes seconds to make what takes none otherwise.
settings.register_profile("suite", suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The style of the program, for every test that needs Qt's application."""
    return ["cjm-desktop", "-style", "Fusion"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out the tests that drive the real program where there is no screen to be had."""
    missing = [one for one in X11_TOOLS if shutil.which(one) is None]
    found = preflight.problems({"DISPLAY": "none"})
    missing += [one.package for one in found if one.kind == "library"]
    # They take longest: at the end all cores but one would wait for the last of them.
    items.sort(key=lambda item: not FIRST & set(item.path.parts))
    if not missing:
        return
    reason = pytest.mark.skip(reason=f"a screen of our own needs {', '.join(missing)}")
    for item in items:
        if item.get_closest_marker("x11"):
            item.add_marker(reason)


def pytest_collection_finish() -> None:
    """Keep thousands of collected tests out of each later search for garbage, and search seldom."""
    gc.collect()
    gc.freeze()
    # As often as usual it takes a fifteenth of the time of all tests.
    gc.set_threshold(20_000)


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """Let what a test has closed go: Qt puts it off until a loop runs that no test has here."""
    qt = sys.modules.get("PySide6.QtWidgets")
    if qt is not None and qt.QApplication.instance() is not None:
        from PySide6.QtCore import QCoreApplication, QEvent

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish() -> None:
    """Empty the clipboard: without a screen Qt keeps it longer than there is an interpreter."""
    qt = sys.modules.get("PySide6.QtWidgets")
    if qt is not None and qt.QApplication.instance() is not None:
        qt.QApplication.clipboard().clear()


@pytest.fixture(scope="session")
def home() -> Path:
    """The folder that stands for the user's home during the tests."""
    return HOME


@pytest.fixture(scope="session")
def data() -> Path:
    """Real files with their expected answers, kept outside the repository."""
    place = os.environ.get("CJM_TEST_DATA")
    if not place:
        pytest.skip("CJM_TEST_DATA does not name the folder of real files")
    folder = Path(place)
    if not folder.is_dir():
        pytest.skip(f"CJM_TEST_DATA names {folder}, which is not a folder")
    return folder
