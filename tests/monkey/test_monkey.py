"""Random events on a filled map: nothing is raised, Qt says nothing, and the file is the memory.

The long form is `pytest -m long tests/monkey -s`; CJM_MONKEY="seed events language theme sample"
repeats one run, such as CJM_MONKEY="7 5000 ru dark sample-b2c".
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import templates
from cjm_desktop.journey.records import Language
from cjm_desktop.storage import reader
from tests.monkey.monkey import Monkey
from tests.walk.opened import Opened


class Run(NamedTuple):
    """One monkey."""

    seed: int
    events: int
    language: Language
    theme: str
    sample: str


LONG = [
    Run(seed, 5000, language, theme, sample)
    for seed, (language, theme, sample) in enumerate(
        (language, theme, sample)
        for sample in ("sample-b2b", "sample-b2c")
        for language in ("ru", "en")
        for theme in ("light", "dark")
        for _ in range(2)
    )
]


def let_loose(application: QApplication, folder: Path, run: Run) -> None:
    """Let a monkey loose on a sample, and look what it left."""
    print(f"CJM_MONKEY={' '.join(map(str, run))!r}")
    files = folder / "files"
    files.mkdir()
    picture = QImage(64, 48, QImage.Format.Format_RGB32)
    picture.fill(0x336699)
    picture.save(str(files / "photo.png"))
    file = files / "map.cjm"
    home = Home(folder / "made")
    made = Document.create(templates.make(run.sample, run.language), home)
    made.save_as(file)
    made.close()
    shutil.copy(file, files / "other.cjm")
    opened = Opened(application, folder / "desk", file, language=run.language, theme=run.theme)
    monkey = Monkey(opened, run.seed, run.events, files)
    try:
        monkey.run()
        print(f"never given: {monkey.aims.never}; compared {monkey.checked} times")
        print(f"given: {dict(monkey.aims.given)}")
        assert not monkey.wrong, "\n\n".join(monkey.wrong)
        print(f"the slowest act: {monkey.slowest[0]:.2f} s, {monkey.slowest[1]}")
        work = opened.work
        print(f"{work.document.step_count} steps; in front: {dict(monkey.fronts)}")
        work.canvas.writing.commit()
        opened.window.bench.sketch.settle()
        assert work.saving.save()
        path, memory = work.document.path, work.journey
        assert path is not None
        assert reader.read(path).journey == memory
    except BaseException:
        monkey.fence.open()
        opened.abandon()
        raise
    monkey.fence.open()
    opened.close()
    again = Document.open(path, home)
    assert again.journey == memory
    again.close()


@pytest.mark.parametrize("run", [Run(1, 50, "ru", "light", "sample-b2c")], ids=str)
def test_a_few_random_events(qapp: QApplication, tmp_path: Path, run: Run) -> None:
    let_loose(qapp, tmp_path, run)


def _asked() -> list[Run]:
    words = os.environ.get("CJM_MONKEY", "").split()
    if not words:
        return LONG
    seed, events, language, theme, sample = words
    return [Run(int(seed), int(events), "ru" if language == "ru" else "en", theme, sample)]


@pytest.mark.long
@pytest.mark.parametrize("run", _asked(), ids=str)
def test_thousands_of_random_events(qapp: QApplication, tmp_path: Path, run: Run) -> None:
    let_loose(qapp, tmp_path, run)
