"""Role maps follow their general map through whatever is done to either, undone and done again."""

import random
from pathlib import Path

import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import moves, rules, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import JourneyMap
from cjm_desktop.storage.reader import read
from tests.journey import anything, roles
from tests.journey.walk import seeded_ids
from tests.seeds import seeds

STEPS = 100


def edit(document: Document, rng: random.Random) -> None:
    """One edit of one or several verbs; what it did not touch and was changed before stays.

    What breaks no rule by itself is never refused because of what follows from it.
    """
    before = document.journey.fork()
    count, sound = rng.choice((1, 1, 1, 2, 4)), False
    try:
        with document.edit("step.edit", name="?", merge=rng.choice((None, "typing"))) as draft:
            for _ in range(count):
                anything.tried(draft, rng, anything.deed(rng))
            touched = {one.id for one in (*draft.changed(), *draft.dropped())}
            rules.check(draft)
            sound = True
    except Problem:
        assert not sound
        assert document.journey == before
        return
    if count == 1:  # of several, a later one may have lost what an earlier one made
        roles.check_untouched(before, document.journey, touched)


def opened_again(document: Document, home: Home) -> Document:
    """The same map, saved, closed and opened; it is as it was."""
    path, last = document.path, document.journey.fork()
    assert path is not None
    document.publish()
    document.close()
    assert read(path).journey == last
    again = Document.open(path, home)
    assert again.journey == last
    return again


@pytest.mark.parametrize("seed", seeds(2, 4))
def test_a_role_map_is_its_general_map_but_for_its_differences(tmp_path: Path, seed: int) -> None:
    rng, home = random.Random(seed), Home(tmp_path / "home")
    with seeded_ids(seed):
        made = templates.make("sample-b2b", "en") if seed == 0 else roles.dense(rng)
        document = Document.create(roles.with_roles(made), home)
        opened = document.journey.fork()
        document.save_as(tmp_path / "map.cjm")
        for step in range(STEPS // 2 if seed == 0 else STEPS):
            if rng.random() < 0.8:
                edit(document, rng)
            else:
                rng.choice((document.undo, document.redo))()
            roles.check_roles(document.journey)
            if step % (STEPS // 4) == STEPS // 4 - 1:
                document = opened_again(document, home)
    assert rules.check_all(document.journey) == ()
    document.go_to(0)
    assert document.journey == opened
    document.close()


def test_what_follows_is_part_of_the_edit(home: Home) -> None:
    document = Document.create(roles.with_roles(templates.make("b2b", "en")), home)
    general, *family = document.journey.maps()
    told: list[set[str | None]] = []
    document.watch(lambda change: told.append({document.journey.map_of(one) for one in change.put}))
    stage = document.journey.stages(general.id)[0]
    with document.edit("step.rename", name="New") as draft:
        moves.set_title(draft, stage.id, "New")
    assert told == [{general.id, *(one.id for one in family)}]
    titles = {document.journey.stages(one.id)[0].title for one in family}
    assert titles == {"New"}
    assert len(document.history()) == 1
    document.undo()
    assert {document.journey.stages(one.id)[0].title for one in family} == {stage.title}
    document.close()


def test_an_edit_that_breaks_a_rule_is_refused_before_anything_follows(home: Home) -> None:
    document = Document.create(roles.with_roles(templates.make("b2b", "en")), home)
    before = document.journey.fork()
    general = document.journey.maps()[0]
    with pytest.raises(Problem), document.edit("step.edit", name="?") as draft:
        draft.put(JourneyMap(title="x" * 400, general_id=general.id))
    with pytest.raises(Problem), document.edit("step.edit", name="?") as draft:
        moves.set_fields(draft, document.journey.stages(general.id)[0].id, map_id="nothing")
    assert document.journey == before
    document.close()


def test_a_preview_follows_nothing(home: Home) -> None:
    """A drag shows what a verb does on a draft that nobody keeps."""
    journey = Journey(roles.with_roles(templates.make("b2b", "en")))
    draft = Draft(journey)
    moves.move_stage(draft, journey.stages(journey.maps()[0].id)[0].id, 2)
    assert len(draft.changed()) == 1
