"""A program that edits and saves, says what it has done, and will be killed."""

import hashlib
import random
from multiprocessing.connection import Connection
from pathlib import Path

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import templates
from cjm_desktop.journey.journey import Journey
from cjm_desktop.storage.codec import row_of
from tests.journey.walk import random_verb, seeded_ids


def digest(journey: Journey) -> str:
    """What tells one state of a map from another."""
    rows = sorted((one.kind, *row_of(one)) for one in journey)
    return hashlib.sha256(repr(rows).encode()).hexdigest()


def open_again(home: Home, path: Path) -> Document:
    """What the program does at its start: what was left behind, or the file, or a new map."""
    for copy in Document.recoverable(home):
        document = Document.recover(copy, home)
        document.settled()
        return document
    if path.exists():
        return Document.open(path, home)
    with seeded_ids(1):  # a map in which nothing was done yet is the same each time
        return Document.create(templates.make("b2b", "ru"), home)


def live(pipe: Connection, folder: Path, seed: int, saving: float) -> None:
    """Edit and save until killed; every line is sent once the thing is done.

    Args:
        pipe: to say what is done.
        folder: holds the home and the file.
        seed: of what to do.
        saving: how large a share of all actions are saves.
    """
    rng = random.Random(seed)
    path = folder / "map.cjm"
    document = open_again(Home(folder / "home"), path)
    pipe.send(("begun", digest(document.journey)))
    while True:
        if rng.random() < saving:
            pipe.send(("saving", digest(document.journey)))
            if document.path is None:
                document.save_as(path)
            else:
                document.publish()
            pipe.send(("saved", digest(document.journey)))
            continue
        if rng.random() < 0.2:
            change = document.undo() if rng.random() < 0.6 else document.redo()
            if change is None:
                continue
        else:
            with document.edit("step.edit", name="x") as draft:
                random_verb(draft, rng)
        pipe.send(("done", digest(document.journey)))
