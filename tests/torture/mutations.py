"""S1: files damaged at random open as they were, or not at all, and never crash or hang."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

from cjm_desktop.document import Document, Home
from cjm_desktop.document.salvaging import salvage
from cjm_desktop.journey import moves, rules, templates
from cjm_desktop.storage import reader
from cjm_desktop.storage.codec import Row
from cjm_desktop.storage.contents import Contents, rows_of
from cjm_desktop.storage.problems import FileProblem
from tests.torture.watch import Watch

PAGE = 4096
MOST_SECONDS = 2.0
SALVAGED = 50
"""One of so many that are refused is recovered as well."""
Mutation = Callable[[bytearray, random.Random], None]


def flip(data: bytearray, rng: random.Random) -> None:
    """Some bits here and there."""
    for _ in range(rng.choice((1, 1, 1, 3, 20))):
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)


def smear(data: bytearray, rng: random.Random) -> None:
    """A stretch of the same byte."""
    at, length = rng.randrange(len(data)), rng.choice((8, 512, PAGE))
    data[at : at + length] = bytes([rng.randrange(256)]) * len(data[at : at + length])


def swap(data: bytearray, rng: random.Random) -> None:
    """Two pages, each in the other's place."""
    one, other = (rng.randrange(len(data) // PAGE) * PAGE for _ in range(2))
    data[one : one + PAGE], data[other : other + PAGE] = (
        data[other : other + PAGE],
        data[one : one + PAGE],
    )


def cut(data: bytearray, rng: random.Random) -> None:
    """The end is missing, or comes twice."""
    at = rng.randrange(len(data))
    if rng.random() < 0.5:
        del data[at:]
    else:
        data += data[at:]


def shift(data: bytearray, rng: random.Random) -> None:
    """A byte too many, or too few, in the middle."""
    at = rng.randrange(len(data))
    if rng.random() < 0.5:
        data.insert(at, rng.randrange(256))
    else:
        del data[at]


def cells(data: bytearray, rng: random.Random) -> None:
    """Numbers in the head of a page, where SQLite keeps its own book."""
    page = rng.randrange(len(data) // PAGE) * PAGE
    for _ in range(rng.choice((1, 2, 4))):
        data[page + rng.randrange(40)] = rng.randrange(256)


MUTATIONS: tuple[Mutation, ...] = (flip, flip, smear, swap, cut, shift, cells, cells)


def good_map(folder: Path) -> Path:
    """A map with something in every corner."""
    document = Document.create(templates.make("sample-b2b", "ru"), Home(folder / "home"))
    with document.edit("step.document") as draft:
        moves.set_fields(draft, "document", title="Другое название")
    document.save_as(folder / "map.cjm", thumbnail=b"\x89PNG" * 100)
    document.close()
    return folder / "map.cjm"


def rows(contents: Contents) -> list[Row]:
    """All that is written of a map, also what is not shown."""
    return [row for rows in rows_of(contents.journey).values() for row in rows]


def prove(folder: Path, count: int, seed: int, watch: Watch) -> None:
    """S1."""
    rng = random.Random(seed)
    good = good_map(folder)
    raw, wanted = good.read_bytes(), reader.read(good)
    said = rows(wanted)
    proven = Home(folder / "home").proven()
    path = folder / "mutated map.cjm"
    sentences: set[str] = set()
    for _ in watch.rounds(count):
        data = bytearray(raw)
        rng.choice(MUTATIONS)(data, rng)
        path.write_bytes(data)
        begun = time.monotonic()
        try:
            found = reader.read(path, proven=proven if rng.random() < 0.2 else ())
        except FileProblem as problem:
            watch.count("refused")
            sentences.update((problem.sentence("ru"), problem.sentence("en")))
            if watch.counted["refused"] % SALVAGED == 1:
                _salvage(path, watch)
        else:
            assert rows(found) == said, "a silent change"
            assert found == wanted, "a silent change"
            watch.count("opened unchanged")
        watch.count("slow", time.monotonic() - begun > MOST_SECONDS)
        assert path.read_bytes() == data, "the damaged file was touched"
    assert all(path.name in one for one in sentences)


def _salvage(path: Path, watch: Watch) -> None:
    """Whatever is recovered is a map that keeps every rule."""
    try:
        found = salvage(path)
    except FileProblem:
        return
    assert rules.check_all(found.journey) == ()
    assert all(one.sentence("ru") for one in found.lost)
    watch.count("recovered in part")
