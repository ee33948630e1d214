"""A long walk over everything that can be done: memory and disk agree after every step.

R8, in short: 600 steps; the long form, on new maps with seeds of their own, is
`python -m tests.torture r8`.
"""

import random
from pathlib import Path

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import rules, templates
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import KINDS
from cjm_desktop.storage.contents import rows_of, select
from cjm_desktop.storage.reader import read
from tests.journey import roles
from tests.journey.walk import random_verb, seeded_ids

STEPS = 600
OF_ROLES = 0.04
"""Share of the edits that have to do with role maps."""
SEED = 20261121


class Walker:
    """Walks with one document through edits, saves, closings and crashes."""

    def __init__(self, folder: Path, rng: random.Random) -> None:
        self.home = Home(folder / "home")
        self.path = folder / "map.cjm"
        self.rng = rng
        self.document = Document.create(templates.make("b2b", "ru"), self.home)
        self.opened = self.document.journey.fork()
        self.reverted_to = self.opened
        self.done: dict[str, int] = {}

    def step(self) -> None:
        """Do one thing and compare."""
        action = self.rng.choices(
            [
                self.verb,
                self.undo,
                self.redo,
                self.save,
                self.reopen,
                self.crash,
                self.jump,
                self.revert,
            ],
            [750, 90, 75, 30, 10, 10, 10, 3],
        )[0]
        action()
        if self.rng.random() < OF_ROLES:
            roles.check_roles(self.document.journey)
        self.done[action.__name__] = self.done.get(action.__name__, 0) + 1
        self.compare()

    def verb(self) -> None:
        merge = self.rng.choice((None, None, "typing"))
        values: dict[str, object] = {"name": "?"}
        with self.document.edit("step.edit", merge=merge, **values) as draft:
            if self.rng.random() > OF_ROLES or not roles.random_verb(draft, self.rng):
                random_verb(draft, self.rng)

    def undo(self) -> None:
        for _ in range(self.rng.choice((1, 1, 2, 5))):
            self.document.undo()

    def redo(self) -> None:
        for _ in range(self.rng.choice((1, 1, 2, 5))):
            self.document.redo()

    def save(self) -> None:
        self.document.view_state = {"at": self.rng.random()}
        if self.document.path is None:
            self.document.save_as(self.path)
        self.document.publish()
        assert not self.document.unpublished

    def reopen(self) -> None:
        self.save()
        before, steps, view = (
            self.document.journey,
            self.document.history(),
            self.document.view_state,
        )
        self.document.close()
        self.document = Document.open(self.path, self.home)
        assert self.document.journey == before
        assert self.document.history() == steps
        assert self.document.view_state == view
        self.reverted_to = before

    def crash(self) -> None:
        """The program ends as by a kill: nothing is closed, nothing is said."""
        before, steps = self.document.journey, self.document.history()
        unpublished = self.document.unpublished
        if not self.document._keeper.built:
            return
        self.document._keeper.copy.connection.close()
        self.document._keeper.folder.release()
        left = Document.recoverable(self.home)
        assert len(left) == int(unpublished)
        if unpublished:
            self.document = Document.recover(left[0], self.home)
        else:
            self.document = Document.open(self.path, self.home)
            self.reverted_to = before
        assert self.document.journey == before
        assert self.document.history() == steps
        self.document.settled()

    def jump(self) -> None:
        self.document.go_to(self.rng.randrange(len(self.document.history()) + 1))

    def revert(self) -> None:
        self.document.revert()
        assert self.document.journey == self.reverted_to

    def compare(self) -> None:
        """Every record and every step, in memory and on disk."""
        document = self.document
        if not document._keeper.built:
            return
        connection = document._keeper.copy.connection
        maps = {kind: connection.execute(select(kind)).fetchall() for kind in KINDS}
        memory = {kind: sorted(rows) for kind, rows in rows_of(document.journey).items()}
        assert memory == maps
        rows = connection.execute("SELECT number, undone FROM history ORDER BY number").fetchall()
        assert rows == [(step.number, int(step.undone)) for step in document.history()]


def walk(folder: Path, steps: int, seed: int) -> Walker:
    """Take so many steps, then undo everything and do it all again."""
    rng = random.Random(seed)
    with seeded_ids(seed):
        walker = Walker(folder, rng)
        for _ in range(steps):
            walker.step()
    document = walker.document
    last = document.journey.fork()
    kept = document.history()
    document.go_to(kept[-1].number)
    last = document.journey.fork()
    while document.undo():
        pass
    walker.compare()
    assert document.journey == walker.opened
    while document.redo():
        pass
    walker.compare()
    assert document.journey == last
    assert rules.check_all(document.journey) == ()
    assert document.journey == Journey(tuple(document.journey))
    walker.save()
    assert read(walker.path).journey == last
    document.close()
    return walker


def test_a_walk(tmp_path: Path) -> None:
    walker = walk(tmp_path, STEPS, SEED)
    assert set(walker.done) == {"verb", "undo", "redo", "save", "reopen", "crash", "jump", "revert"}
    assert sum(walker.done.values()) == STEPS
