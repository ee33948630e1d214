"""Copying, cutting and pasting in and between documents, with role maps that follow."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.exchange import clips
from cjm_desktop.journey import moves, rules, templates
from cjm_desktop.journey.clipping import Clip, Spot, duplicate, put, take
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import AnyCard, Feeling, Lane, Record, Stage, Step
from cjm_desktop.storage.reader import read
from tests.journey import roles
from tests.journey.walk import seeded_ids
from tests.seeds import seeds

STEPS = 40
REFUSED = {"clip.no_stages", "move.no_stages", "table.no_room", "rule.last_map"}


def things(journey: Journey, map_id: str, rng: random.Random) -> list[str]:
    """Some things of one kind on a map."""
    kinds: tuple[tuple[type[Record], ...], ...] = (
        (*AnyCard.__args__, Feeling), (Stage,), (Step,), (Lane,),
    )  # fmt: skip
    kind = rng.choices(kinds, (6, 1, 1, 1))[0]
    found = [one.id for one in journey
             if isinstance(one, kind) and journey.map_of(one) == map_id]  # fmt: skip
    return rng.sample(found, min(len(found), rng.choice((1, 1, 2, 5))))


def spot(journey: Journey, map_id: str, rng: random.Random) -> Spot:
    """Some cell of a map."""
    columns, lanes = journey.columns(map_id), journey.lanes(map_id)
    if not columns or not lanes or rng.random() < 0.1:
        return Spot(map_id)
    stage, step = rng.choice(columns)
    return Spot(map_id, rng.choice(lanes).id, stage.id, step.id if step else None)


class Walker:
    """Two documents and what was copied last."""

    def __init__(self, folder: Path, rng: random.Random) -> None:
        self.rng = rng
        self.documents = [
            Document.create(templates.make(name, "en"), Home(folder / name))
            for name in ("sample-b2b", "b2b")
        ]
        for document in self.documents:
            with document.edit("step.add_map", name="?") as draft:
                journey = draft.journey
                personas = journey.personas() or (moves.add_persona(draft, "Ann"),)
                persona = personas[0] if isinstance(personas[0], str) else personas[0].id
                moves.make_role_map(draft, journey.maps()[0].id, persona)
        self.clip: Clip | None = None

    def step(self) -> None:
        document = self.rng.choice(self.documents)
        before = document.journey.fork()
        try:
            self._do(document)
        except Problem as problem:
            if problem.key not in REFUSED:
                raise
            assert document.journey == before
            return
        assert rules.check_all(document.journey) == ()
        roles.check_roles(document.journey)
        after = document.journey.fork()
        if after != before:
            document.undo()
            assert document.journey == before
            document.redo()
            assert document.journey == after

    def _do(self, document: Document) -> None:
        rng, journey = self.rng, document.journey
        map_id = rng.choice(journey.maps()).id
        ids = things(journey, map_id, rng)
        view = rng.choice(("both", "both", "as_is", "to_be"))
        deed = rng.choice(("copy", "cut", "put", "put", "put", "duplicate"))
        if deed == "put" and self.clip is not None:
            clip, at = clips.read(clips.write(self.clip)), spot(journey, map_id, rng)
            with document.edit("step.paste", n=1) as draft:
                put(draft, clip, at, view)
        elif ids and deed == "duplicate":
            with document.edit("step.duplicate", n=1) as draft:
                duplicate(draft, map_id, tuple(ids), view)
        elif ids and deed in ("copy", "cut"):
            self.clip = take(journey, ids, cut=deed == "cut")
            if deed == "cut":
                with document.edit("step.cut", n=1) as draft:
                    for one in self.clip.ids:
                        moves.drop(draft, one)


@pytest.mark.parametrize("seed", seeds(1, 3))
def test_whatever_is_copied_and_pasted_keeps_the_rules_and_the_file(
    tmp_path: Path, seed: int
) -> None:
    rng = random.Random(seed)
    with seeded_ids(seed):
        walker = Walker(tmp_path, rng)
        for _ in range(STEPS):
            walker.step()
    for number, document in enumerate(walker.documents):
        path = tmp_path / f"{number}.cjm"
        document.save_as(path)
        known = document.journey.fork()
        document.close()
        assert read(path).journey == known
