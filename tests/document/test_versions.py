"""Earlier states of a map: after each step, and versions that were named or noted at a save."""

import json
import time
import zlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw
import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.document.versions import thinned
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.storage import reader
from cjm_desktop.storage.problems import StepFailed
from cjm_desktop.storage.versions import Version, read_content, write_content
from tests.document.doing import add_card, set_text, state, texts
from tests.journey.big import big_journey

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_the_map_after_each_step_done_and_undone(document: Document) -> None:
    states = [state(document)]
    card = add_card(document, "одна")
    states.append(state(document))
    for said in ("две", "три"):
        set_text(document, card, said)
        states.append(state(document))
    document.undo()
    assert [document.versions.after(number) for number in range(4)] == states
    assert state(document) == states[2]


def test_restoring_is_one_step_that_can_be_taken_back(document: Document) -> None:
    card = add_card(document, "одна")
    set_text(document, card, "две")
    now = state(document)
    document.restore(document.versions.after(1), "12:00")
    assert texts(document) == ["одна"]
    assert document.undo_step is not None
    assert "12:00" in document.undo_step.name("ru")
    document.undo()
    assert state(document) == now


def test_a_named_version_outlives_history_and_reopening(document: Document, tmp_path: Path) -> None:
    card = add_card(document, "одна")
    kept = state(document)
    named = document.versions.keep("До  встречи")
    assert (named.name, named.size > 0, document.unpublished) == ("До встречи", True, True)
    for said in ("две", "три"):
        set_text(document, card, said)
    document.versions.forget_before(3)
    assert [step.number for step in document.history()] == [3]
    document.save_as(tmp_path / "map.cjm")
    document.close()
    again = Document.open(tmp_path / "map.cjm", document.home)
    found = [one for one in again.versions.all() if one.name]
    assert [one.name for one in found] == ["До встречи"]
    assert again.versions.of(found[0]) == kept
    again.versions.rename(found[0], "Раньше")
    again.versions.drop(again.versions.all()[0])
    assert [one.name for one in again.versions.all()] == [""]
    with pytest.raises(Problem):
        again.versions.keep(" ")
    again.close()


def test_each_save_notes_a_version_once(saved: Document) -> None:
    assert [one.step for one in saved.versions.all()] == [1]
    before = state(saved)
    add_card(saved, "вторая")
    saved.publish()
    saved.publish()
    assert [one.step for one in saved.versions.all()] == [1, 2]
    assert saved.versions.of(saved.versions.all()[0]) == before
    assert not saved.unpublished


def test_what_was_saved_and_undone_is_kept_when_an_edit_takes_its_place(saved: Document) -> None:
    add_card(saved, "вторая")
    add_card(saved, "третья")
    saved.publish()
    lost = state(saved)
    saved.undo()
    saved.undo()
    add_card(saved, "другая")
    kept = [one for one in saved.versions.all() if one.size]
    assert [saved.versions.of(one) for one in kept] == [lost]
    saved.publish()
    assert lost in [saved.versions.of(one) for one in saved.versions.all()]


def test_forgetting_wins_room_and_keeps_the_last_step(saved: Document) -> None:
    for number in range(5):
        add_card(saved, f"карточка {number}")
    whole = saved.versions.weight()
    now = state(saved)
    promised = saved.versions.forgetting(4)
    saved.versions.forget_before(4)
    assert whole.whole - saved.versions.weight().whole == promised > 0
    assert [step.number for step in saved.history()] == [4, 5, 6]
    assert [one.step for one in saved.versions.all()] == []
    saved.undo()
    saved.redo()
    assert state(saved) == now
    saved.versions.forget_before(99)
    assert [step.number for step in saved.history()] == [6]
    add_card(saved, "ещё")
    assert saved.history()[-1].number == 7


def test_a_shared_copy_has_no_versions(saved: Document, tmp_path: Path) -> None:
    saved.versions.keep("секрет")
    saved.share_copy(tmp_path / "copy.cjm")
    assert reader.read(tmp_path / "copy.cjm").rows["version"] == []


def version(name: str, age: timedelta) -> Version:
    """A version of so long ago, called by its age."""
    return Version(f"{name}{age}", NOW - age, name, 1, 0)


def test_versions_noted_by_themselves_thin_out_with_age() -> None:
    hours = [version("", timedelta(hours=one)) for one in range(24 * 500, -1, -6)]
    named = [version("named", timedelta(days=one)) for one in (1, 100, 1000)]
    gone = set(thinned(named + hours, NOW))
    kept = [one for one in hours if one.id not in gone]
    assert not gone & {one.id for one in named}
    ages = [(NOW - one.time).days for one in kept]
    assert sum((NOW - one.time) < timedelta(hours=13) for one in kept) == 3
    assert 14 <= sum(age <= 14 for age in ages) <= 18
    assert 6 <= sum(14 < age <= 56 for age in ages) <= 8
    assert 10 <= sum(age > 56 for age in ages) <= 12
    assert max(ages) <= 365
    assert thinned(kept, NOW) == []


def broken() -> list[bytes]:
    """Contents that no version of ours holds."""
    whole = json.loads(zlib.decompress(write_content(Journey())))
    wrong = {**whole, "stage": [["a", "no map", *[None] * 7]]}
    bomb = zlib.compress(b"[" + b" " * 3_000_000)
    return [b"", b"no", zlib.compress(b"[]"), zlib.compress(json.dumps(wrong).encode()), bomb]


@pytest.mark.parametrize("number", range(5))
def test_a_version_that_makes_no_sense_is_refused(number: int) -> None:
    with pytest.raises(StepFailed):
        read_content(broken()[number], 1_000_000)


def test_a_hostile_version_row_is_passed_over(saved: Document) -> None:
    connection: apsw.Connection = saved._keeper.copy.connection
    connection.execute("INSERT INTO version VALUES ('a', 'never', 'x', 1, x'00')")
    connection.execute(
        "INSERT INTO version VALUES ('b', '2026-01-01T00:00:00+00:00', 'y', 1, x'00')"
    )
    (found,) = [one for one in saved.versions.all() if one.name]
    with pytest.raises(StepFailed):
        saved.versions.of(found)


def test_looking_back_over_many_steps_costs_little_beside_making_them(home: Home) -> None:
    document = Document.create(big_journey(1000), home)
    card = add_card(document, "")
    began = time.process_time()
    for number in range(100):
        set_text(document, card, str(number))
    made = time.process_time() - began
    began = time.process_time()
    past = document.versions.after(1)
    assert time.process_time() - began < made / 4
    assert len(past) == len(document.journey)
    document.close()
