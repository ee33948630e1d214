"""`cjm screenshot`: the real window in a process of its own, and what is refused before Qt."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from cjm_desktop import preflight
from tests.cli.conftest import Cjm


def kept() -> list[Path]:
    """All that a program keeps for its user, but for what it can make again."""
    return sorted(p for p in Path(os.environ["HOME"]).rglob("*") if "cache" not in p.parts)


@pytest.mark.skipif(bool(preflight.problems(window=False)), reason="a library of Qt is missing")
def test_the_real_window(cjm: Cjm, tmp_path: Path) -> None:
    cjm("new", "a.cjm", "--template", "b2b", "--language", "ru")
    home = kept()
    before = Path("a.cjm").read_bytes()
    arguments = ["screenshot", "a.cjm", "a.png", "--size", "1000x700", "--language", "ru"]
    arguments.append("--width-by-time")
    env = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    done = subprocess.run(
        [sys.executable, "-m", "cjm_desktop.cli", *arguments],
        cwd=tmp_path, capture_output=True, check=False, timeout=60, env=env,
    )  # fmt: skip
    assert (done.returncode, done.stderr.decode()) == (0, "")
    with Image.open("a.png") as picture:
        assert picture.size == (1000, 700)
        assert len(set(picture.convert("RGB").resize((100, 70)).tobytes())) > 20
    assert Path("a.cjm").read_bytes() == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.cjm", "a.png"]
    assert kept() == home


@pytest.mark.parametrize(
    ("source", "out", "expected"),
    [
        ("missing.cjm", "a.png", "missing.cjm"),
        ("text.cjm", "a.png", "not a journey map"),
        ("a.cjm", "no/such/a.png", "cannot be written"),
        ("a.cjm", "folder.png", "cannot be written"),
        ("a.cjm", "map.png", "--force"),
    ],
)
def test_refused_before_qt_is_loaded(cjm: Cjm, source: str, out: str, expected: str) -> None:
    cjm("new", "a.cjm")
    cjm("new", "map.png")
    Path("text.cjm").write_text("x" * 200)
    Path("folder.png").mkdir()
    answer = cjm("screenshot", source, out)
    assert (answer.code, answer.out) == (1, "")
    assert expected in answer.err
    assert answer.err.count("\n") == 1


def test_a_missing_library_is_named(cjm: Cjm, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preflight, "_FOR_ALL", {"libno.so.1": "libno1"})
    cjm("new", "a.cjm")
    answer = cjm("screenshot", "a.cjm", "a.png")
    assert answer.code == 1
    assert "libno.so.1" in answer.err
    assert answer.err.endswith("sudo apt-get install -y libno1\n")
