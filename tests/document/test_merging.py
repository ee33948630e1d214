"""A copy of a map that went on elsewhere comes back, in real files."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cjm_desktop.document import Document, Home
from cjm_desktop.document.merging import MERGED, Reunion, Unrelated, read_copy
from cjm_desktop.journey import moves, rules, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.merging import Choices
from cjm_desktop.journey.records import Stage
from cjm_desktop.storage import problems
from cjm_desktop.storage.past import Past
from tests.document.doing import add_card, set_text, state, texts
from tests.journey import roles
from tests.journey.test_merging import judged
from tests.journey.walk import random_verb, seeded_ids

LONG = int(os.environ.get("CJM_LAPTOPS", "300"))
Laptops = Callable[[int], list[Document]]


@pytest.fixture
def laptops(saved: Document, tmp_path: Path) -> Laptops:
    """So many copies of the saved map, each open on a computer of its own."""
    made: list[Document] = []

    def make(count: int) -> list[Document]:
        for number in range(count):
            path = tmp_path / f"copy{number}.cjm"
            shutil.copyfile(tmp_path / "map.cjm", path)
            made.append(Document.open(path, Home(tmp_path / f"home{number}")))
        return made

    yield make
    for one in made:
        one.close()


def merge(ours: Document, theirs: Document) -> int:
    """Bring one map's file into another, as anybody would decide; return how much was asked."""
    if theirs.unpublished:
        theirs.publish()
    assert theirs.path is not None
    reunion = Reunion(ours.past(), read_copy(theirs.path, ours.home))
    choices: Choices = {one.key: judged(one, reunion.merging) for one in reunion.conflicts}
    before = state(ours)
    if reunion.bring(ours, reunion.outcome(choices)) is not None:
        now, step = state(ours), ours.undo_step
        assert step is not None
        assert step.key == MERGED
        ours.undo()
        assert ours.journey == before
        ours.redo()
        assert ours.journey == now
    return len(choices)


def rename(document: Document, title: str) -> None:
    stage = document.journey.all(Stage)[0]
    with document.edit("step.edit") as draft:
        moves.set_fields(draft, stage.id, title=title)


def first_title(document: Document) -> str:
    return document.journey.all(Stage)[0].title


def test_what_both_did_is_in_both_and_asked_only_once(laptops: Laptops) -> None:
    ours, theirs = laptops(2)
    rename(ours, "Наше")
    rename(theirs, "Чужое")
    card = add_card(theirs, "их карточка")
    theirs.publish()
    assert theirs.path is not None
    reunion = Reunion(ours.past(), read_copy(theirs.path, ours.home))
    (conflict,) = reunion.conflicts
    assert (reunion.steps("ours"), reunion.steps("theirs")) == (1, 2)
    said = reunion.said(reunion.conflicts)
    assert said[conflict.key, "ours"] == ours.history()[-1]
    assert said[conflict.key, "theirs"] == theirs.history()[-2]
    reunion.bring(ours, reunion.outcome({conflict.key: "theirs"}))
    assert (first_title(ours), card in ours.journey) == ("Чужое", True)
    assert merge(theirs, ours) == 0
    assert theirs.journey == ours.journey
    rename(ours, "Снова наше")
    set_text(theirs, card, "другая")
    assert merge(theirs, ours) == 0, "what was decided is not asked again"
    assert (first_title(theirs), texts(theirs)) == ("Снова наше", ["другая", "первая"])
    assert merge(ours, theirs) == 0
    assert ours.journey == theirs.journey


def test_what_one_had_taken_back_is_no_work_of_the_other(laptops: Laptops) -> None:
    ours, theirs = laptops(2)
    ours.undo()
    add_card(theirs, "вторая")
    assert merge(ours, theirs) == 0
    assert texts(ours) == ["вторая"]


def test_what_is_typed_on_after_a_save_is_a_step_of_its_own(
    saved: Document, tmp_path: Path
) -> None:
    card = add_card(saved, "")
    set_text(saved, card, "Зво", merge="typing")
    saved.publish()
    shutil.copyfile(tmp_path / "map.cjm", tmp_path / "copy.cjm")
    set_text(saved, card, "Звонит", merge="typing")
    copy = Document.open(tmp_path / "copy.cjm", Home(tmp_path / "elsewhere"))
    add_card(copy, "их")
    assert merge(saved, copy) == 0, "the copy has the step as it was when it was saved"
    assert texts(saved) == ["Звонит", "их", "первая"]
    copy.close()


def test_a_decision_against_a_third_one_is_kept(laptops: Laptops) -> None:
    first, second, third = laptops(3)
    rename(second, "2")
    assert merge(first, second) == merge(third, second) == 0
    rename(third, "как было")
    assert merge(first, third) == 0, "both have it from the second one"
    assert first_title(first) == "как было"


def test_a_copy_without_history_is_known_by_what_it_holds(laptops: Laptops, tmp_path: Path) -> None:
    (ours,) = laptops(1)
    add_card(ours, "вторая")
    ours.share_copy(tmp_path / "shared.cjm")
    rename(ours, "Наше")
    shared = Document.open(tmp_path / "shared.cjm", Home(tmp_path / "elsewhere"))
    add_card(shared, "третья")
    assert merge(ours, shared) == 0
    assert (first_title(ours), texts(ours)) == ("Наше", ["вторая", "первая", "третья"])
    shared.close()


def test_what_never_was_a_copy_is_refused(laptops: Laptops, tmp_path: Path) -> None:
    (ours,) = laptops(1)
    other = Document.create(templates.make("b2b", "ru"), Home(tmp_path / "other"))
    other.save_as(tmp_path / "other.cjm")
    other.close()
    with pytest.raises(Unrelated) as refused:
        Reunion(ours.past(), read_copy(tmp_path / "other.cjm", ours.home))
    assert "other.cjm" in refused.value.sentence("ru")
    with pytest.raises(problems.Missing):
        read_copy(tmp_path / "nothing.cjm", ours.home)


def test_a_forged_history_is_a_sentence(laptops: Laptops) -> None:
    ours, theirs = laptops(2)
    add_card(theirs, "вторая")
    past = theirs.past()
    rows = [(*row[:-1], b"T\x01 nonsense") for row in past.rows]
    forged = read_copy(theirs.path or Path(), ours.home)._replace(
        past=Past(past.journey, rows, past.done)
    )
    with pytest.raises(problems.StepFailed):
        Reunion(ours.past(), forged)
    # As many steps, but they lead to a map without its first stage.
    draft = Draft(past.journey)
    moves.drop(draft, past.journey.all(Stage)[0].id)
    other = Past(draft.journey, ours.past().rows[:1], 1)
    with pytest.raises(Unrelated):
        Reunion(ours.past(), forged._replace(past=other))


def test_a_file_that_was_changed_elsewhere_is_merged_and_then_saved(
    saved: Document, tmp_path: Path
) -> None:
    path = tmp_path / "map.cjm"
    elsewhere = Document.open(path, Home(tmp_path / "elsewhere"))
    add_card(elsewhere, "их")
    elsewhere.publish()
    add_card(saved, "наша")
    with pytest.raises(problems.ChangedElsewhere):
        saved.publish()
    copy = read_copy(path, saved.home)
    reunion = Reunion(saved.past(), copy)
    reunion.bring(saved, reunion.outcome({}))
    saved.expect(copy.known)
    theirs = path.read_bytes()
    assert theirs in [one.read_bytes() for one in saved.home.backups_of(path)]
    saved.publish()
    assert texts(saved) == ["их", "наша", "первая"]
    add_card(elsewhere, "ещё их")
    with pytest.raises(problems.ChangedElsewhere):
        elsewhere.publish()
    elsewhere.close()


def laps(folder: Path, seed: int, order: list[tuple[int, int, int]]) -> None:
    """Three laptops work and merge in some order; in the end all have the same map."""
    rng = random.Random(seed)
    with seeded_ids(seed):
        begun = Document.create(templates.make("b2c", "ru"), Home(folder / "home"))
        begun.save_as(folder / "map.cjm")
        begun.close()
        three = []
        for number in range(3):
            path = folder / f"{number}.cjm"
            shutil.copyfile(folder / "map.cjm", path)
            three.append(Document.open(path, Home(folder / f"home{number}")))
            _work(three[-1], rng, 3)
        for ours, apart, edits in order:
            merge(three[ours], three[(ours + apart) % 3])
            _work(three[ours - 1], rng, edits)
        for ours, theirs in ((0, 1), (0, 2), (1, 0), (2, 1)):
            merge(three[ours], three[theirs])
        assert three[0].journey == three[1].journey == three[2].journey
        assert rules.check_all(three[0].journey) == ()
        asked = [merge(three[ours], three[ours - 1]) for ours in range(3)]
        assert asked == [0, 0, 0]
        for one in three:
            one.close()


def _work(document: Document, rng: random.Random, edits: int) -> None:
    for _ in range(edits):
        with document.edit("step.edit", name="?") as draft:
            if not (rng.random() < 0.2 and roles.random_verb(draft, rng)):
                random_verb(draft, rng)


ORDERS = st.lists(
    st.tuples(st.integers(0, 2), st.integers(1, 2), st.integers(0, 2)), min_size=2, max_size=5
)
FORM = settings(
    max_examples=3,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@given(seed=st.integers(0, 10_000), order=ORDERS)
@FORM
def test_three_laptops_agree_in_whatever_order_they_merge(
    tmp_path_factory: pytest.TempPathFactory, seed: int, order: list[tuple[int, int, int]]
) -> None:
    laps(tmp_path_factory.mktemp("laptops"), seed, order)


@pytest.mark.long
@given(seed=st.integers(0, 1_000_000), order=ORDERS)
@settings(FORM, max_examples=LONG)
def test_three_laptops_agree_for_hours(
    tmp_path_factory: pytest.TempPathFactory, seed: int, order: list[tuple[int, int, int]]
) -> None:
    folder = tmp_path_factory.mktemp("laptops")
    laps(folder, seed, order)
    shutil.rmtree(folder)
