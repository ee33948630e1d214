"""R6, R7, S5: others beside us: copies made meanwhile, two programs on one file, shared copies."""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import threading
from multiprocessing.synchronize import Barrier
from pathlib import Path

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import templates
from cjm_desktop.storage import problems, reader
from tests.document.doing import add_card, set_text, state
from tests.torture.watch import Watch

A_SAVE = 0.03
"""Seconds; a save takes about as long."""


def begun(folder: Path) -> Document:
    """A saved map."""
    document = Document.create(templates.make("b2b", "ru"), Home(folder / "home"))
    document.save_as(folder / "map.cjm")
    return document


def prove_copies(folder: Path, count: int, seed: int, watch: Watch) -> None:
    """R6: a copy made at any moment, also while a save is under way, is complete and sealed."""
    document, rng = begun(folder), random.Random(seed)
    path, copy = folder / "map.cjm", folder / "copy.cjm"
    before = state(document)
    for number in watch.rounds(count):
        card = add_card(document, f"card {number}")
        job = document.publish_job()
        saving = threading.Thread(target=job.run)
        saving.start()
        for _ in range(rng.randrange(3)):
            set_text(document, card, f"card {number}, {rng.random()}")
        saving.join(rng.uniform(0, A_SAVE))
        shutil.copy(path, copy)
        saving.join()
        job.finish()
        found, after = reader.read(copy).journey, reader.read(path).journey
        assert found in (before, after), "a copy is neither the old state nor the new one"
        watch.count("copies of the state before", found == before)
        assert not list(folder.glob("map.cjm-*"))
        before = after
        if number % 50 == 49:
            document.go_to(0)
    document.discard()


def race(folder: Path, number: int, text: str, ready: Barrier) -> None:
    """One of two programs, each on a computer of its own, that save the same file."""
    document = Document.open(folder / "map.cjm", Home(folder / "homes" / str(number)))
    add_card(document, text)
    ready.wait()
    try:
        document.publish()
    except problems.ChangedElsewhere:
        os._exit(7)
    os._exit(0)


def prove_races(folder: Path, count: int, seed: int, watch: Watch) -> None:
    """R7: of two programs that save one file, whoever is later is told, however little later."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.torture.victim"])
    begun(folder).close()
    for lap in watch.rounds(count):
        ready = context.Barrier(2)
        said = [f"lap {seed}.{lap}, racer {one}" for one in (1, 2)]
        racers = [
            context.Process(target=race, args=(folder, one, text, ready))
            for one, text in enumerate(said, 1)
        ]
        for racer in racers:
            racer.start()
        for racer in racers:
            racer.join()
        codes = sorted(racer.exitcode or 0 for racer in racers)
        assert codes == [0, 7], "one of them overwrote the other without a word"
        found = {getattr(one, "text", "") for one in reader.read(folder / "map.cjm").journey}
        assert len(found & set(said)) == 1
        assert not list(folder.glob(".*.tmp*"))
        shutil.rmtree(folder / "homes")
        if lap % 50 == 49:
            (folder / "map.cjm").unlink()
            begun(folder).close()


OF_ONE_MAP = 200
"""Secrets that are written into one map and taken out again."""


def prove_secrets(folder: Path, count: int, seed: int, watch: Watch) -> None:
    """S5: a shared copy contains nothing that was deleted, undone or written over."""
    rng = random.Random(seed)
    for lap in range(-(-count // OF_ONE_MAP)):
        if watch.over:
            return
        place = folder / str(lap)
        place.mkdir()
        document = begun(place)
        secrets = []
        for number in watch.rounds(min(OF_ONE_MAP, count - lap * OF_ONE_MAP)):
            secrets.append(f"ТАЙНА{lap:03}{number:04}")
            hide(document, secrets[-1], rng)
            if rng.random() < 0.1:
                document.publish(thumbnail=secrets[-1].encode())
        document.share_copy(place / "shared.cjm")
        raw = (place / "shared.cjm").read_bytes()
        assert [one for one in secrets if one.encode() in raw] == [], "a secret is shared"
        assert reader.read(place / "shared.cjm").journey == document.journey
        document.discard()
        shutil.rmtree(place)


def hide(document: Document, secret: str, rng: random.Random) -> None:
    """Write something down and take it back in one of the ways there are."""
    card = add_card(document, secret)
    way = rng.randrange(5)
    if way == 0:
        document.undo()
    elif way == 1:
        set_text(document, card, "открыто")
    elif way == 2:
        with document.edit("step.delete", name=secret) as draft:
            draft.drop(card)
    elif way == 3:
        document.undo()
        add_card(document, "и всё")
    else:
        document.view_state = {"sought": secret}
        document.revert()
