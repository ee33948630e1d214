"""The start of the editor: what is asked before Qt, what is put together, and its picture."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cjm_desktop import app, preflight
from cjm_desktop.document import Document, Home
from cjm_desktop.journey import templates

PATIENCE = 120
"""Seconds: ten programs at once on two processors are no failure."""


def start(folder: Path, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    """Start the editor in a process of its own, with a home of its own."""
    home = {
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "TMPDIR": str(folder),
    }
    return subprocess.Popen(
        [sys.executable, "-m", "cjm_desktop", *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, **home, **environment},
    )  # fmt: skip


def test_a_missing_library_is_said_before_qt_is_loaded(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = [preflight.Problem("library", "libGL is missing.", "Нет libGL.", "libgl1")]
    monkeypatch.setattr(preflight, "problems", lambda: found)
    assert app.main([]) == 3
    assert "libGL is missing." in capsys.readouterr().err
    found[0] = preflight.Problem("display", "There is no display.", "Нет экрана.")
    assert app.main([]) == 4


@pytest.mark.parametrize(
    ("language", "said"), [("ru_RU.UTF-8", "какие карты открыть"), ("de_DE.UTF-8", "maps to open")]
)
def test_help_speaks_the_language_of_the_system(
    language: str, said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", language)
    with pytest.raises(SystemExit) as left:
        app.main(["--help"])
    assert left.value.code == 0
    assert said in capsys.readouterr().out


def test_the_version_is_told_without_a_window(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        app.main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.strip().count(".") == 2


def test_no_source_is_read_at_the_start(tmp_path: Path) -> None:
    script = (
        "import linecache; from cjm_desktop import app; application = app.make_application()\n"
        "import cjm_desktop.ui.bench\n"
        "print([name for name in linecache.cache if 'cjm_desktop' in name])"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert told.stdout.strip() == "[]"


def test_a_second_start_hands_over_and_ends(tmp_path: Path) -> None:
    path = tmp_path / "map.cjm"
    document = Document.create(templates.make("sketch", "en"), Home(tmp_path / "made"))
    document.save_as(path)
    document.close()
    # The path of a socket may have 107 bytes, and a folder's own name takes many.
    sockets = tmp_path.parent / "s"
    sockets.mkdir()
    around = {"QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(sockets)}
    first = start(tmp_path, **around)
    try:
        wait_for(lambda: any(sockets.glob("cjm-desktop-*")), first)
        second = start(tmp_path, str(path), **around)
        assert second.wait(timeout=PATIENCE) == 0
        assert first.poll() is None
        # The first one has the file open: it holds a working copy of it.
        wait_for(lambda: any(tmp_path.glob("data/**/copies/*/info.json")), first)
    finally:
        first.terminate()
        first.wait(timeout=PATIENCE)
    assert "Traceback" not in (first.stderr.read() if first.stderr else "")


def wait_for(seen: object, running: subprocess.Popen[str]) -> None:
    """Wait until something is so, as long as the program runs."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if callable(seen) and seen():
            return
        assert running.poll() is None, running.stderr.read() if running.stderr else ""
        time.sleep(0.05)
    raise AssertionError(f"it did not happen within {PATIENCE} seconds")


@pytest.mark.parametrize(("size", "theme", "language"), [((1024, 700), "dark", "ru")])
def test_a_picture_of_the_real_window(
    tmp_path: Path, size: tuple[int, int], theme: str, language: str
) -> None:
    from PIL import Image

    path, out = tmp_path / "map.cjm", tmp_path / "window.png"
    document = Document.create(templates.make("sample-b2b", "ru"), Home(tmp_path / "made"))
    document.save_as(path)
    document.close()
    before = path.read_bytes()
    # A process of its own: a picture dresses the whole application in its language and theme.
    asked = f"{path} {out} --size {size[0]}x{size[1]} --theme {theme} --language {language}"
    command = [sys.executable, "-m", "cjm_desktop.cli", "screenshot", *asked.split()]
    subprocess.run(command, check=True, timeout=60, capture_output=True)
    with Image.open(out) as picture:
        assert picture.size == size
        colours = picture.convert("RGB")
        assert colours.getpixel((4, 400)) == (0x1A, 0x1F, 0x27)
        # The map stays on white paper.
        counted = {colour: number for number, colour in colours.getcolors(1 << 24) or ()}
    white = counted[(255, 255, 255)]
    assert white > 0.2 * size[0] * size[1]
    assert path.read_bytes() == before
