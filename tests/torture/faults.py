"""R4: the n-th operation on the disk fails: once or for ever, broken or full, or half way."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import templates
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.storage import reader
from cjm_desktop.storage.problems import FileProblem
from tests.document.doing import add_card, set_text, state
from tests.torture.disk import Disk, faulty
from tests.torture.watch import Watch

KINDS: dict[str, dict[str, bool]] = {
    "an error once": {},
    "an error for ever": {"forever": True},
    "full once": {"full": True},
    "full for ever": {"full": True, "forever": True},
    "half a write once": {"full": True, "short": True},
    "half a write for ever": {"full": True, "short": True, "forever": True},
}


class Session:
    """What a person does in a short session, and what must hold whatever the disk does."""

    def __init__(self, path: Path, home: Home) -> None:
        self.path = path
        self.home = home
        self.refused: list[str] = []
        self.document: Document | None = None
        self.bytes = path.read_bytes()

    def run(self) -> None:
        """Open, edit, undo, save, edit, save."""
        try:
            self.document = Document.open(self.path, self.home)
        except FileProblem as problem:
            self.refused.append(problem.sentence("en"))
            return
        for action in (self.edit, self.edit, self.undo, self.save, self.type, self.redo, self.save):
            self.attempt(action)

    def attempt(self, action: Callable[[], object]) -> None:
        """It works as a whole, or it is refused with a sentence and nothing has moved."""
        assert self.document is not None
        before = state(self.document)
        try:
            action()
        except Problem as problem:
            self.refused.append(problem.sentence("en"))
            assert self.document.journey == before

    def edit(self) -> None:
        add_card(self.document, "карточка")

    def type(self) -> None:
        for text in ("п", "пи"):
            set_text(self.document, add_card(self.document, text), text + "!", merge="typing")

    def undo(self) -> None:
        self.document.undo()

    def redo(self) -> None:
        self.document.redo()

    def save(self) -> None:
        """The file is the new state, or byte for byte the old one.

        A disk that breaks for good between a new file and its name may hold the new one, whole,
        of which it is said that it was not saved.
        """
        assert self.document is not None
        try:
            self.document.publish()
        except Problem:
            if self.path.read_bytes() != self.bytes:
                assert self.document.unpublished
                assert reader.read(self.path).journey == state(self.document)
                self.bytes = self.path.read_bytes()
            raise
        self.bytes = self.path.read_bytes()

    def check(self) -> None:
        """After the disk has recovered."""
        assert [one.name for one in self.path.parent.iterdir() if ".tmp" in one.name] == []
        if self.document is None:
            assert self.path.read_bytes() == self.bytes
            Document.open(self.path, self.home).close()
            return
        last = state(self.document)
        self.document.return_to_disk()
        assert self.document.at_risk is None
        assert self.document._keeper.copy.load().journey == last
        self.document.publish()
        assert reader.read(self.path).journey == last
        steps = self.document.history()
        self.document.go_to(0)
        self.document.go_to(sum(not step.undone for step in steps))
        assert self.document.journey == last
        self.document.close()


class SlowSession(Session):
    """The same on a slow disk: what it owes is brought now and then, and all is thrown away."""

    def __init__(self, path: Path, home: Home) -> None:
        super().__init__(path, home)
        home.pace.waits = False
        home.pace.learn([1.0, 1.0])
        self.last: Journey | None = None
        self.gone = False

    def run(self) -> None:
        super().run()
        if self.document is not None:
            self.edit()
            self.last = state(self.document)
            self.attempt(self.throw_away)

    def attempt(self, action: Callable[[], object]) -> None:
        super().attempt(action)
        assert self.document is not None
        job = None if self.gone else self.document.settle_job()
        if job is not None and len(self.document.history()) % 2:
            job.run()
            job.finish()

    def throw_away(self) -> None:
        assert self.document is not None
        self.document.discard()
        self.gone = True

    def check(self) -> None:
        if self.document is None:
            return super().check()
        if not self.gone:
            assert state(self.document) == self.last
            self.document.discard()
        # Where it could not be put there it is offered at the next start.
        (copy,) = (*self.home.discarded(), *Document.recoverable(self.home))
        again = Document.recover(copy, self.home)
        assert again.journey == self.last
        again.discard()
        return None


def attempt(original: Path, folder: Path, disk: Disk, *, slow: bool = False) -> Session:
    """One session over a disk with a fault."""
    folder.mkdir()
    path = folder / "map.cjm"
    shutil.copy(original, path)
    session = (SlowSession if slow else Session)(path, Home(folder / "home"))
    with faulty(disk):
        session.run()
    session.check()
    return session


def original(folder: Path) -> Path:
    """A saved map with a card."""
    document = Document.create(templates.make("b2b", "ru"), Home(folder / "first"))
    add_card(document, "первая")
    document.save_as(folder / "original.cjm")
    document.close()
    return folder / "original.cjm"


def sweep(
    folder: Path,
    watch: Watch,
    every: int,
    begin: int,
    how: dict[str, bool],
    *,
    slow: bool = False,
) -> None:
    """A fault at every so-many-th operation of a session, from one on."""
    begun = original(folder)
    whole = Disk(**how)
    assert attempt(begun, folder / "0", whole, slow=slow).refused == []
    assert whole.count > 100
    for at in range(begin, whole.count + 1, every):
        if watch.over:
            return
        disk = Disk(at, **how)
        session = attempt(begun, folder / str(at), disk, slow=slow)
        assert disk.failed
        watch.count("refused with a sentence", bool(session.refused))
        shutil.rmtree(folder / str(at))
        for _ in watch.rounds(1):
            pass


def prove(folder: Path, count: int, seed: int, watch: Watch) -> None:
    """R4 at every so-many-th operation, for each kind of fault.

    Args:
        folder: empty.
        count: every so-many-th; 1: each.
        seed: which is the first.
        watch: counts.
    """
    for slow in (False, True):
        for name, how in KINDS.items():
            place = folder / f"{name} {slow}"
            place.mkdir()
            sweep(place, watch, count, 1 + seed % count, how, slow=slow)
