"""Role maps follow their general map through whatever is done to either."""

import random
from pathlib import Path

import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import moves, rules, templates
from cjm_desktop.journey.draft import Draft
from tests.journey import roles
from tests.journey.walk import VERBS, Done, seeded_ids


def begin(home: Home, name: str) -> Document:
    """A document with a general map and two role maps."""
    draft = Draft(templates.make(name, "en"))
    general = draft.journey.maps()[0].id
    people = [one.id for one in draft.journey.personas()]
    while len(people) < 2:
        people.append(moves.add_persona(draft, "Someone", general))
    for persona_id in people[:2]:
        moves.make_role_map(draft, general, persona_id)
    document = Document.create(draft.journey, home)
    roles.check_roles(document.journey)
    return document


CHOICES = [*VERBS, *roles.VERBS]


def verb(draft: Draft, rng: random.Random) -> Done:
    """One thing that can be done here."""
    while True:
        done = rng.choices([one for one, _ in CHOICES], [often for _, often in CHOICES])[0](
            draft, rng
        )
        if done is not None:
            return done


def edit(document: Document, rng: random.Random, count: int = 1) -> None:
    before = document.journey.fork()
    with document.edit("step.edit", name="?") as draft:
        for _ in range(count):
            verb(draft, rng)
        touched = {one.id for one in (*draft.changed(), *draft.dropped())}
    roles.check_roles(document.journey)
    roles.check_untouched(before, document.journey, touched)


@pytest.mark.parametrize("seed", range(4))
def test_a_role_map_is_its_general_map_but_for_its_differences(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    with seeded_ids(seed):
        document = begin(Home(tmp_path), ("sample-b2b", "b2b", "b2c", "sketch")[seed % 4])
        opened = document.journey.fork()
        for _ in range(150):
            action = rng.random()
            if action < 0.1:
                document.undo()
            elif action < 0.18:
                document.redo()
            else:
                edit(document, rng)
                continue
            roles.check_roles(document.journey)
        assert rules.check_all(document.journey) == ()
        while document.undo():
            pass
        assert document.journey == opened
    document.close()
