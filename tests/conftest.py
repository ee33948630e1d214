"""The ground under every test: no screen, no network, nobody's own settings."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import pytest

X11 = os.environ.get("CJM_X11") == "1"


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
if not X11:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for variable in ("DISPLAY", "WAYLAND_DISPLAY"):
        os.environ.pop(variable, None)
if os.environ.get("CJM_ACCESSIBILITY") != "1":
    os.environ["QT_ACCESSIBILITY"] = "0"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave tests that need an X server for the run that has one."""
    if X11:
        return
    reason = pytest.mark.skip(reason="needs an X server: CJM_X11=1 xvfb-run -a pytest -m x11")
    for item in items:
        if item.get_closest_marker("x11"):
            item.add_marker(reason)


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
