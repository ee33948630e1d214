"""R5: the file is moved, replaced, damaged, locked or gone, the disk is full; in any order."""

from __future__ import annotations

import random
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import templates
from cjm_desktop.journey.problems import Problem
from cjm_desktop.storage import reader
from tests.document.doing import add_card
from tests.torture.disk import Disk, faulty
from tests.torture.victim import digest
from tests.torture.watch import Watch


class Place:
    """A map on a disk where things happen."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.rng = random.Random(seed)
        self.folder = folder / "maps"
        self.folder.mkdir()
        self.path = self.folder / "map.cjm"
        self.home = Home(folder / "home")
        self.elsewhere = folder / "elsewhere"
        self.disk = Disk(full=True, forever=True)
        self.sentences: set[str] = set()
        self.document = Document.create(templates.make("b2b", "ru"), self.home)
        self.document.save_as(self.path)

    # What happens to it

    def moved(self) -> None:
        self.path.replace(self.path.with_name("moved.cjm"))

    def gone(self) -> None:
        self.path.unlink()

    def folder_gone(self) -> None:
        shutil.rmtree(self.folder)

    def replaced(self) -> None:
        """By another map."""
        home = Home(self.elsewhere)
        other = Document.create(templates.make("sketch", "en"), home)
        other.save_as(self.path)
        other.close()

    def another_thing(self) -> None:
        self.path.write_text("a shopping list")

    def damaged(self) -> None:
        raw = self.path.read_bytes()
        self.path.write_bytes(raw[: len(raw) // 2])

    def read_only(self) -> None:
        self.path.chmod(0o444)

    def copied_back(self) -> None:
        """By a synchronising program: the same bytes, another file."""
        raw = self.path.read_bytes()
        self.path.unlink()
        self.path.write_bytes(raw)

    def a_link(self) -> None:
        """To where the file lies now."""
        real = self.path.with_name("real.cjm")
        self.path.replace(real)
        self.path.symlink_to(real)

    def a_folder(self) -> None:
        self.path.unlink()
        self.path.mkdir()

    def full(self) -> None:
        self.disk.at = self.disk.count + 1

    # What is done meanwhile

    def edit(self) -> None:
        """Always goes, whatever the disk does."""
        before = len(self.document.journey)
        add_card(self.document, f"card {self.rng.random()}")
        assert len(self.document.journey) == before + 1

    def save(self) -> bool:
        """The file is the new state, or what is there stays as it is."""
        before = self._seen()
        try:
            self.document.publish()
        except Problem as problem:
            self.sentences.add(problem.sentence("ru"))
            refused = True
        else:
            refused = False
        if refused:
            assert self._seen() == before, "a file was touched by a save that failed"
            return False
        assert digest(reader.read(self.path).journey) == digest(self.document.journey)
        assert not self.document.unpublished
        return True

    def _seen(self) -> dict[str, tuple[int, bytes]]:
        found = {}
        for one in sorted(self.folder.rglob("*")) if self.folder.is_dir() else ():
            mode = one.lstat().st_mode
            found[one.name] = mode, one.read_bytes() if stat.S_ISREG(mode) else b""
        return found

    def settle(self) -> None:
        """The disk is well again: the work is all there, also after the program ended."""
        self.disk.at = 0
        last = digest(self.document.journey)
        self.document.return_to_disk()
        self.document.close()
        left = Document.recoverable(self.home)
        if left:
            again = Document.recover(left[0], self.home)
            assert digest(again.journey) == last, "an edit is lost"
            again.save_as(self.folder.parent / "saved.cjm")
            again.close()
        else:
            assert digest(reader.read(self.path).journey) == last


Happening = Callable[[Place], None]
HAPPENINGS: tuple[Happening, ...] = (
    Place.moved,
    Place.gone,
    Place.folder_gone,
    Place.replaced,
    Place.another_thing,
    Place.damaged,
    Place.read_only,
    Place.copied_back,
    Place.a_link,
    Place.a_folder,
    Place.full,
)
HARMLESS = (Place.copied_back, Place.a_link)
"""A save goes on as if nothing had happened."""


def stay(folder: Path, seed: int, happenings: tuple[Happening, ...]) -> int:
    """Edit and save while these things happen; how many saves were refused."""
    refused = 0
    place = Place(folder, seed)
    with faulty(place.disk):
        for happen in happenings:
            place.edit()
            try:
                place.disk.working = False
                happen(place)
            except (OSError, Problem):
                continue  # it cannot happen there: what it would do was done before
            finally:
                place.disk.working = True
            place.edit()
            refused += not place.save()
            place.edit()
        place.disk.working = False
        place.settle()
    return refused


def prove(folder: Path, count: int, seed: int, watch: Watch) -> None:
    """R5: each by itself first, then so many random orders of three."""
    rng = random.Random(seed)
    for number in watch.rounds(count):
        chosen = (
            (HAPPENINGS[number],)
            if number < len(HAPPENINGS)
            else tuple(rng.choices(HAPPENINGS, k=3))
        )
        place = folder / str(number)
        place.mkdir()
        watch.count("saves refused with a sentence", stay(place, seed + number, chosen))
        shutil.rmtree(place)
