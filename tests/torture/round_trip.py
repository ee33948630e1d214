"""R8 and R9: undo over restarts, and what is saved is what is opened."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import rules, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Record
from cjm_desktop.journey.values import FIELDS, cleaned, fault
from cjm_desktop.storage import reader
from cjm_desktop.storage.publish import make_file
from cjm_desktop.storage.workcopy import WorkCopy
from tests.journey.walk import random_verb
from tests.torture.watch import Watch

LAP = 1_000
"""Actions on one map."""
LETTERS = range(17 << 16)
"""Of every plane of Unicode, those that are no letters too."""
BASES = ("b2b", "sample-b2b", "sketch")
VERBS = 12
OF_TEXTS = 0.3
"""Share of the texts that are written over at random."""


def prove_undo(folder: Path, count: int, seed: int, watch: Watch) -> None:
    """R8: undoing all gives what was opened, making all again what there was; over restarts."""
    from tests.document.test_walk import walk

    for lap in range(-(-count // LAP)):
        if watch.over:
            return
        place = folder / str(lap)
        place.mkdir()
        steps = min(LAP, count - lap * LAP)
        walker = walk(place, steps, seed + lap)
        for what in ("reopen", "crash", "undo"):
            watch.count(what, walker.done.get(what, 0))
        for _ in watch.rounds(steps):
            pass
        shutil.rmtree(place)


def any_text(rng: random.Random, longest: int) -> str:
    """Letters from every plane of Unicode, or none."""
    many = rng.choice((0, 1, 3, 12, longest if rng.random() < 0.02 else 5))
    return "".join(map(chr, rng.choices(LETTERS, k=min(many, longest))))


@cache
def _base(name: str) -> Journey:
    """A map to begin with; made once, for making it takes longer than changing it."""
    return templates.make(name, "ru")


def any_map(rng: random.Random) -> Journey:
    """A map after some verbs, with texts of any letters in many of its fields."""
    draft = Draft(_base(rng.choice(BASES)))
    for _ in range(VERBS):
        random_verb(draft, rng)
    return Journey([_written(one, rng) for one in draft.journey])


def _written(record: Record, rng: random.Random) -> Record:
    cls = type(record)
    values: dict[str, Any] = {}
    for field in FIELDS[cls]:
        if field.free_text and field.kind == "text" and rng.random() < OF_TEXTS:
            values[field.name] = any_text(rng, field.length)
    values = cleaned(cls, values)
    for field in FIELDS[cls]:
        assert field.name not in values or fault(field, values[field.name]) is None
    return replace(record, **values) if values else record


def prove_saving(folder: Path, count: int, seed: int, watch: Watch) -> None:
    """R9: what is saved is what is opened, record by record."""
    home = Home(folder / "home")
    for number in watch.rounds(count):
        rng = random.Random(seed * 1_000_003 + number)
        made = any_map(rng)
        assert rules.check_all(made) == ()
        path = folder / "map.cjm"
        if number % 10:
            # Without what is around a document, which takes most of the time.
            contents = Document.create(made, home)._keeper._contents
            copy = WorkCopy.create(None, contents, {})
            make_file(copy.snapshot(), path, dict(contents.meta))
            copy.close()
            shutil.rmtree(home.folder / "copies")
            (home.folder / "copies").mkdir()
        else:
            document = Document.create(made, home)
            document.save_as(path)
            document.close()
        found = reader.read(path).journey
        assert found == made, "what was opened is not what was saved"
        watch.count("records", len(made))
        path.unlink()
