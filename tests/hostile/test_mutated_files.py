"""Files damaged at random: they open as they were, or not at all, with one sentence.

500 in the suite; the long form takes CJM_MUTATIONS (100 000 unless said).
"""

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import templates
from cjm_desktop.storage import reader
from cjm_desktop.storage.contents import Contents, rows_of
from cjm_desktop.storage.problems import FileProblem

SHORT = 500
LONG = int(os.environ.get("CJM_MUTATIONS", "100000"))
PAGE = 4096

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


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("good")
    document = Document.create(templates.make("sample-b2b", "ru"), Home(folder / "home"))
    with document.edit("step.document") as draft:
        from cjm_desktop.journey import moves

        moves.set_fields(draft, "document", title="Другое название")
    document.save_as(folder / "map.cjm", thumbnail=b"\x89PNG" * 100)
    document.close()
    return folder / "map.cjm"


def same(found: Contents, wanted: Contents) -> bool:
    """Nothing has changed, not even what is not shown."""
    one, other = (
        [row for rows in rows_of(each.journey).values() for row in rows] for each in (found, wanted)
    )
    return found == wanted and one == other


def mutate(good: Path, folder: Path, times: int) -> dict[str, int]:
    """So many damaged files; how many opened all the same."""
    rng = random.Random(times)
    raw, wanted = good.read_bytes(), reader.read(good)
    proven = Home(good.parent / "home").proven()
    outcomes = {"opened": 0, "refused": 0}
    refused: set[str] = set()
    path = folder / "map.cjm"
    for _ in range(times):
        data = bytearray(raw)
        rng.choice(MUTATIONS)(data, rng)
        path.write_bytes(data)
        try:
            found = reader.read(path, proven=proven if rng.random() < 0.2 else ())
        except FileProblem as problem:
            refused.add(problem.sentence("ru"))
            outcomes["refused"] += 1
        else:
            assert same(found, wanted), "a silent change"
            outcomes["opened"] += 1
        assert path.read_bytes() == data
    assert all("map.cjm" in sentence for sentence in refused)
    return outcomes


def test_damaged_files_open_as_they_were_or_not_at_all(good: Path, tmp_path: Path) -> None:
    outcomes = mutate(good, tmp_path, SHORT)
    assert outcomes["refused"] > SHORT / 4
    assert outcomes["opened"] > 0


@pytest.mark.long
def test_many_damaged_files(good: Path, tmp_path: Path) -> None:
    mutate(good, tmp_path, LONG)


def test_a_proven_file_that_differs_by_one_bit_is_proved_again(good: Path, tmp_path: Path) -> None:
    proven = Home(good.parent / "home").proven()
    assert reader.digest_of(good) in proven
    data = bytearray(good.read_bytes())
    at = data.index("Другое".encode())
    data[at + 1] ^= 1
    path = tmp_path / "map.cjm"
    path.write_bytes(data)
    with pytest.raises(FileProblem):
        reader.read(path, proven=proven)
