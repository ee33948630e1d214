"""The walk without a window, through the program itself in processes of its own."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cjm_desktop.journey.records import Barrier, Card, Feeling, Opportunity, Stage, Step, Touchpoint
from cjm_desktop.storage import reader
from tests.poster import made

BODY_PT = 26.0
"""The least size of a template's body text on A0."""
JOURNEY = """
journey
    title My working day
    section Go to work
      Make tea: 5: Me
      Go upstairs: 3: Me
      Do work: 1: Me, Cat
    section Go home
      Go downstairs: 5: Me
      Sit down: 3: Me
"""


def cjm(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a folder, without a display."""
    return subprocess.run(
        [sys.executable, "-m", "cjm_desktop.cli", *words],
        cwd=folder, env=os.environ, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


def done(folder: Path, *words: str) -> str:
    """Run a command that must succeed; what it says."""
    answer = cjm(folder, *words)
    assert (answer.returncode, answer.stderr) == (0, "")
    return answer.stdout


def bare(text: str) -> str:
    """Letters and digits alone: the rest is the layout's business."""
    return "".join(letter for letter in text if letter.isalnum())


@pytest.mark.parametrize("template", ["b2b", "sample-b2b"])
def test_from_a_template_to_the_wall(tmp_path: Path, template: str) -> None:
    done(tmp_path, "new", "b2b.cjm", "--template", template, "--language", "ru")
    said = done(tmp_path, "export", "b2b.cjm", "b2b.pdf", "--paper", "A0")
    size = re.search(r"text ([\d.]+) pt", said)
    assert size is not None, said
    if template == "b2b":
        assert float(size[1]) >= BODY_PT
    pdf = (tmp_path / "b2b.pdf").read_bytes()
    assert made.size_mm(pdf) == pytest.approx((1189, 841), abs=0.1)
    fonts = made.fonts_of(pdf)
    assert fonts
    assert all(fonts.values()), "every font is embedded"
    journey = reader.read(tmp_path / "b2b.cjm").journey
    texts = [one.title for one in journey.all(Stage)] + [one.title for one in journey.all(Step)]
    for kind in (Card, Touchpoint, Barrier, Opportunity):
        texts += [one.text for one in journey.all(kind)]
    curve = [one for one in journey.all(Feeling) if one.path == "as_is" and not one.persona_id]
    texts += [one.word for one in curve]
    found = bare(made.words_on(pdf))
    assert texts
    assert [one for one in texts if bare(one) not in found] == []


def test_a_foreign_journey_becomes_a_map_that_opens_prints_and_goes_back(tmp_path: Path) -> None:
    (tmp_path / "day.mmd").write_text(JOURNEY, encoding="utf-8")
    told = json.loads(done(tmp_path, "import", "day.mmd", "day.cjm", "--json"))
    assert (told["stages"], told["steps"]) == (2, 5)
    assert done(tmp_path, "check", "day.cjm")
    shown = json.loads(done(tmp_path, "show", "day.cjm", "--json"))
    assert "Make tea" in json.dumps(shown)
    done(tmp_path, "export", "day.cjm", "day.pdf", "--paper", "A3", "--tiles", "A4")
    done(tmp_path, "export", "day.cjm", "again.mmd")
    done(tmp_path, "import", "again.mmd", "again.cjm")
    for name in ("Go to work", "Do work", "Cat"):
        assert name in (tmp_path / "again.mmd").read_text(encoding="utf-8")


def text(file: Path) -> None:
    file.write_text("Not a map, a letter to a map.\n" * 20, encoding="utf-8")


def empty(file: Path) -> None:
    file.write_bytes(b"")


def truncated(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def foreign(file: Path) -> None:
    file.unlink()
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url TEXT)")
    connection.close()


def newer(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()


COMMANDS = (
    ("show", "bad.cjm"),
    ("check", "bad.cjm"),
    ("history", "bad.cjm"),
    ("export", "bad.cjm", "out.pdf"),
    ("screenshot", "bad.cjm", "out.png"),
)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A map in order."""
    folder = tmp_path_factory.mktemp("good")
    done(folder, "new", "good.cjm", "--template", "sketch")
    return folder / "good.cjm"


@pytest.mark.parametrize("spoil", [text, empty, truncated, foreign, newer])
def test_a_file_that_is_no_map_gets_a_sentence_and_stays_as_it_is(
    good: Path, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    file = tmp_path / "bad.cjm"
    shutil.copy(good, file)
    spoil(file)
    before, changed = file.read_bytes(), file.stat().st_mtime_ns
    said = set()
    for command in COMMANDS:
        answer = cjm(tmp_path, *command)
        assert (answer.returncode, answer.stdout) == (1, ""), command
        assert answer.stderr.count("\n") == 1
        assert "bad.cjm" in answer.stderr
        assert "Traceback" not in answer.stderr
        said.add(answer.stderr)
    assert len(said) == 1, "one and the same sentence whatever is asked"
    assert (file.read_bytes(), file.stat().st_mtime_ns) == (before, changed)
    assert [one.name for one in tmp_path.iterdir()] == ["bad.cjm"]
