"""R10: how long an edit takes until it is acknowledged, and how long a save holds up the window."""

from __future__ import annotations

import random
import time
from pathlib import Path

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import moves
from cjm_desktop.journey.records import Card
from tests.journey.big import big_journey
from tests.torture.disk import Disk, faulty
from tests.torture.watch import Watch

CARDS = 1_000
SAVES = 20


def prove(folder: Path, count: int, seed: int, watch: Watch) -> None:
    """R10: so many edits of a map of 1 000 cards, and 20 saves.

    What is counted are microseconds: on a machine that others use they say little by themselves.
    """
    rng = random.Random(seed)
    document = Document.create(big_journey(CARDS, 80), Home(folder / "home"))
    document.save_as(folder / "map.cjm")
    document.prepare()
    cards = [one.id for one in document.journey.all(Card)]
    edits = []
    for number in watch.rounds(count):
        begun = time.perf_counter()
        with document.edit("step.edit_text", name="x") as draft:
            moves.set_fields(draft, rng.choice(cards), text=f"text {number}")
        edits.append(time.perf_counter() - begun)
    holds = []
    for number in range(SAVES):
        with document.edit("step.edit_text", name="x") as draft:
            moves.set_fields(draft, cards[0], text=f"saved {number}")
        begun = time.perf_counter()
        job = document.publish_job()
        held = time.perf_counter() - begun
        job.run()
        begun = time.perf_counter()
        job.finish()
        holds.append(held + time.perf_counter() - begun)
    edits.sort()
    watch.count("edit p50, µs", int(edits[len(edits) // 2] * 1e6))
    watch.count("edit p99, µs", int(edits[len(edits) * 99 // 100] * 1e6))
    watch.count("a save holds up the window, median µs", int(sorted(holds)[SAVES // 2] * 1e6))
    document.discard()


def waits(folder: Path) -> dict[str, list[int]]:
    """How often the one who edits waits for a disk to sync, and how often the thread that saves.

    On a disk that takes 500 ms for a sync this is all that counts.
    """
    disk = Disk()
    with faulty(disk):
        document = Document.create(big_journey(50, 10), Home(folder / "home"))
        document.save_as(folder / "map.cjm")
        cards = [one.id for one in document.journey.all(Card)]
        found: dict[str, list[int]] = {"edit": [], "begin": [], "save": [], "finish": []}

        def noting(what: str) -> None:
            found[what].append(len(disk.syncs))
            disk.syncs.clear()

        disk.syncs.clear()
        for number in range(3):
            with document.edit("step.edit_text", name="x") as draft:
                moves.set_fields(draft, cards[0], text=f"text {number}")
            noting("edit")
            job = document.publish_job()
            noting("begin")
            job.run()
            noting("save")
            job.finish()
            noting("finish")
        document.close()
    return found
