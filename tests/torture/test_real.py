"""The disk of the tests against a real one: what it records, and what it does when it is full."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import templates
from cjm_desktop.storage import reader
from cjm_desktop.storage.problems import FileProblem
from tests.document.doing import add_card
from tests.torture.disk import Disk, faulty
from tests.torture.power import Platter
from tests.torture.victim import digest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no signals, no limits")
CONTEXT = multiprocessing.get_context("forkserver")


class Told(Disk):
    """Tells each operation as it is done, and ends the program after so many."""

    def __init__(self, records: Path, pipe: Connection, last: int) -> None:
        super().__init__(records=records)
        self.pipe = pipe
        self.last = last

    def note(self, what: str, name: str, at: int = 0, data: bytes = b"", other: str = "") -> None:
        known = len(self.operations)
        super().note(what, name, at, data, other)
        if len(self.operations) > known:
            self.pipe.send(self.operations[-1])
            if len(self.operations) == self.last:
                os.kill(os.getpid(), signal.SIGKILL)


def edit_and_save(folder: Path, pipe: Connection, last: int) -> None:
    with faulty(Told(folder, pipe, last)):
        document = Document.create(templates.make("b2b", "ru"), Home(folder / "home"))
        document.save_as(folder / "map.cjm")
        for number in range(100):
            add_card(document, f"card {number}")
            document.publish()


@pytest.mark.parametrize("last", random.Random(1).sample(range(60, 900), 4))
def test_after_a_real_kill_the_disk_is_as_recorded(last: int, tmp_path: Path) -> None:
    """Byte by byte: the database, its log, the user's file and what is being made beside it."""
    ours, theirs = CONTEXT.Pipe(duplex=False)
    program = CONTEXT.Process(target=edit_and_save, args=(tmp_path, theirs, last))
    program.start()
    theirs.close()
    platter = Platter()
    for _ in range(last):
        platter.play(ours.recv())
    program.join()
    assert program.exitcode == -signal.SIGKILL
    recorded = {
        name: data
        for name, data in platter.after_kill().items()
        if "work.sqlite" in name or not name.startswith("home/")
    }
    found = {
        name: path.read_bytes()
        for path in tmp_path.rglob("*")
        if path.is_file()
        and ("work.sqlite" in (name := path.relative_to(tmp_path).as_posix()) or "/" not in name)
    }
    assert found.keys() == recorded.keys()
    assert found == recorded


class Story(NamedTuple):
    """What came of running out of room, and whether all was well again after it."""

    in_memory: bool
    """The edit went on in memory."""
    refused: bool
    """Saving was refused with a sentence."""
    steps: int
    beside: list[str]
    well: bool
    saved: bool


def on_a_small_disk(folder: Path, pipe: Connection, *, real: bool) -> None:
    """Edit, save, and run out of room: really, or as the disk of the tests says."""
    import resource

    disk = Disk(full=True, forever=True)
    with faulty(disk):
        document = Document.create(templates.make("b2b", "ru"), Home(folder / "home"))
        document.save_as(folder / "map.cjm")
        add_card(document, "before")
        if real:
            # No file may grow by a byte, and the signal of it is not to end the program.
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (1024, resource.RLIM_INFINITY))
        else:
            disk.at = disk.count + 1
        add_card(document, "after")
        in_memory, refused = document.at_risk is not None, False
        try:
            document.publish()
        except FileProblem:
            refused = True
        steps, beside = len(document.history()), sorted(one.name for one in folder.iterdir())
        if real:
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
        disk.at = 0
        document.return_to_disk()
        document.publish()
        well = document.at_risk is None and not document.unpublished
        saved = digest(reader.read(folder / "map.cjm").journey) == digest(document.journey)
    pipe.send(Story(in_memory, refused, steps, beside, well, saved))
    os._exit(0)


def test_a_real_limit_and_a_disk_that_says_it_is_full_are_met_alike(tmp_path: Path) -> None:
    for real in (True, False):
        folder = tmp_path / str(real)
        folder.mkdir()
        ours, theirs = CONTEXT.Pipe(duplex=False)
        arguments = {"target": on_a_small_disk, "args": (folder, theirs), "kwargs": {"real": real}}
        program = CONTEXT.Process(**arguments)
        program.start()
        theirs.close()
        assert ours.recv() == Story(
            in_memory=True, refused=True, steps=2, beside=["home", "map.cjm"], well=True, saved=True
        )
        program.join()
