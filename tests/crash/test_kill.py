"""`kill -9` at random moments: no acknowledged edit is lost, the user's file is always whole.

100 kills in the suite; the long form takes CJM_KILLS (2 000 unless said):
`CJM_KILLS=2000 python -m pytest -m long tests/crash`.
"""

import multiprocessing
import os
import random
import sys
import time
from pathlib import Path

import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import rules
from cjm_desktop.storage import reader
from tests.torture import victim

LONG = int(os.environ.get("CJM_KILLS", "2000"))
SEED = int(os.environ.get("CJM_SEED", "9"))
MOST_WORDS = 10
"""So many things a victim may say before its last moment comes, however slow the machine is."""
LAST_MOMENT = 0.012
"""Seconds in which it is killed at random then; a save takes about as long."""

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="there is no kill -9; TerminateProcess is tried by hand"
)


class Murderer:
    """Lets a program live on one map, kills it, and looks at what it left."""

    def __init__(self, folder: Path, seed: int, saving: float) -> None:
        self.folder = folder
        self.path = folder / "map.cjm"
        self.rng = random.Random(seed)
        self.saving = saving
        self.context = multiprocessing.get_context("forkserver")
        self.context.set_forkserver_preload(["tests.torture.victim"])
        self.acknowledged = 0
        self.saved: set[str] = set()
        """What the file may hold: the last state saved, or the one being saved when killed."""
        self.exists = False

    def round(self) -> None:
        """One life and what is left of it."""
        said = self._live()
        state = said[-1][1]
        for what, digest in said:
            self.acknowledged += what in ("done", "saved")
            if what == "saved":
                self.saved, self.exists = {digest}, True
            elif what == "saving":
                self.saved.add(digest)
        self._look_at_file()
        self._look_at_work(state)

    def _live(self) -> list[tuple[str, str]]:
        ours, theirs = self.context.Pipe(duplex=False)
        arguments = (theirs, self.folder, self.rng.getrandbits(32), self.saving)
        process = self.context.Process(target=victim.live, args=arguments)
        process.start()
        theirs.close()
        said = [ours.recv() for _ in range(self.rng.randint(1, MOST_WORDS))]
        end = time.monotonic() + self.rng.uniform(0, LAST_MOMENT)
        while (left := end - time.monotonic()) > 0:
            if ours.poll(left):
                said.append(ours.recv())
        process.kill()
        try:
            while True:
                said.append(ours.recv())
        except EOFError:
            pass
        process.join()
        assert process.exitcode == -9, "it ended by itself"
        return said

    def _look_at_file(self) -> None:
        if not self.saved:
            assert not self.path.exists() or reader.read(self.path)
            return
        if not self.path.exists():
            assert not self.exists, "the file is gone"
            return  # killed within the very first save
        self.exists = True
        found = victim.digest(reader.read(self.path).journey)
        assert found in self.saved, "the file is neither the old state nor the new one"
        self.saved = {found}

    def _look_at_work(self, state: str) -> None:
        """The state acknowledged last, or the one after it whose word did not reach us."""
        home = Home(self.folder / "home")
        document = victim.open_again(home, self.path)
        found = victim.digest(document.journey)
        if found != state:
            before = [self._neighbour(document, move) for move in ("undo", "redo")]
            assert state in before, "an acknowledged edit is lost"
        assert rules.check_all(document.journey) == ()
        steps = document.history()
        document.go_to(0)
        document.go_to(sum(not step.undone for step in steps))
        assert victim.digest(document.journey) == found
        document.close()
        left = {one.name for one in self.folder.iterdir()} - {"home", "map.cjm"}
        assert not left, "something is left beside the file"

    def _neighbour(self, document: Document, move: str) -> str:
        back = {"undo": document.redo, "redo": document.undo}[move]
        if getattr(document, move)() is None:
            return ""
        found = victim.digest(document.journey)
        back()
        return found


def kill(folder: Path, times: int, seed: int, saving: float) -> Murderer:
    """So many kills over one map."""
    murderer = Murderer(folder, seed, saving)
    for _ in range(times):
        murderer.round()
    return murderer


def test_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    murderer = kill(tmp_path, 60, SEED, saving=0.05)
    assert murderer.acknowledged > 60


def test_a_kill_within_saving_leaves_the_file_whole(tmp_path: Path) -> None:
    murderer = kill(tmp_path, 40, SEED, saving=0.8)
    assert murderer.acknowledged > 40


@pytest.mark.long
@pytest.mark.parametrize("saving", [0.05, 0.8])
def test_many_kills(tmp_path: Path, saving: float) -> None:
    kill(tmp_path, LONG // 2, SEED, saving)
