"""R1 and R2: `kill -9` at random moments of editing and of saving."""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import rules
from cjm_desktop.storage import reader
from tests.torture import victim
from tests.torture.watch import Watch

MOST_WORDS = 10
"""So many things a victim may say before its last moment comes, however slow the machine is."""
LAST_MOMENT = 0.012
"""Seconds in which it is killed at random then; a save takes about as long."""
A_LITTLE_SAVING, MUCH_SAVING = 0.05, 0.8
"""Share of all actions that are saves."""


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
        self.within_save = 0
        """Kills between the beginning of a save and its end."""

    def round(self) -> None:
        """One life and what is left of it."""
        said = self._live()
        self.within_save += said[-1][0] == "saving"
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


LIVES = 50
"""Of one map; then another is begun, for its history grows, and with it what a look at it takes."""


def _prove(folder: Path, count: int, seed: int, watch: Watch, saving: float) -> None:
    murderer = Murderer(folder, seed, saving)
    for number in watch.rounds(count):
        if number and number % LIVES == 0:
            shutil.rmtree(murderer.folder, ignore_errors=True)
            place = folder / str(number)
            place.mkdir(parents=True)
            murderer = Murderer(place, seed + number, saving)
        before = murderer.acknowledged, murderer.within_save
        murderer.round()
        watch.count("edits and saves acknowledged", murderer.acknowledged - before[0])
        watch.count("killed within a save", murderer.within_save - before[1])


def prove_editing(folder: Path, count: int, seed: int, watch: Watch) -> None:
    """R1: no acknowledged edit is lost, and it comes back with its undo."""
    _prove(folder, count, seed, watch, A_LITTLE_SAVING)


def prove_saving(folder: Path, count: int, seed: int, watch: Watch) -> None:
    """R2: the file is the old one or the new one, sealed, with nothing beside it."""
    _prove(folder, count, seed, watch, MUCH_SAVING)


def prove_window(folder: Path, count: int, seed: int, watch: Watch) -> None:
    """R1 with the real program: its window edits, is killed, and says at its start what it has."""
    rng = random.Random(seed)
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
        **{f"XDG_{one}_HOME": str(folder / one.lower()) for one in ("DATA", "CONFIG", "CACHE")},
    }
    last: str | None = None
    for _ in watch.rounds(count):
        command = [sys.executable, "-m", "tests.torture.windowed", str(rng.getrandbits(30))]
        program = subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, env=environment, stderr=subprocess.DEVNULL
        )
        try:
            assert program.stdout is not None
            said = program.stdout.readline().split()
            lines = [program.stdout.readline() for _ in range(rng.randint(1, 2 * MOST_WORDS))]
            time.sleep(rng.uniform(0, LAST_MOMENT))
        finally:
            program.kill()
        lines += program.stdout.read().splitlines(keepends=True)
        program.wait()
        assert said[:1] == ["begun"], "it did not start"
        assert last is None or last in said[1:], "an acknowledged edit is lost"
        words = [line.split() for line in lines if line.startswith("done") and line.endswith("\n")]
        watch.count("edits acknowledged", len(words))
        last = words[-1][1] if words else last
        watch.count("killed with edits", bool(words))
