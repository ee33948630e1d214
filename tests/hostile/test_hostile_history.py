"""Histories from elsewhere: a step that does not fit is one sentence, and nothing moves."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import rules, templates
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import KINDS
from cjm_desktop.storage import problems
from cjm_desktop.storage.contents import read_all
from tests.document.doing import add_card
from tests.hostile import making as m

RANDOM = 80


def changeset(path: Path, *statements: str, patch: bool = False) -> bytes:
    """What a session without any rules records of some statements; the file stays as it is."""
    copy = path.with_name("scratch.cjm")
    shutil.copy(path, copy)
    for table in KINDS:
        m.schema(table, "STRICT, WITHOUT ROWID", "WITHOUT ROWID")(copy)
    connection = m.connect(copy)
    session = apsw.Session(connection, "main")
    session.attach()
    for statement in statements:
        connection.execute(statement)
    found = session.patchset() if patch else session.changeset()
    session.close()
    connection.close()
    copy.unlink()
    return found


def undoing(*statements: str) -> Callable[[Path], bytes]:
    """A step whose taking back does what the statements say."""
    return lambda path: apsw.Changeset.invert(changeset(path, *statements))


def other_table(path: Path) -> bytes:
    """A step of a table that no map has."""
    connection = apsw.Connection(":memory:")
    connection.execute("CREATE TABLE notes (id TEXT PRIMARY KEY, x)")
    session = apsw.Session(connection, "main")
    session.attach()
    connection.execute("INSERT INTO notes VALUES ('a', 1)")
    return session.changeset()


def narrow_table(path: Path) -> bytes:
    """A step of a table that has our name and fewer columns."""
    connection = apsw.Connection(":memory:")
    connection.execute('CREATE TABLE "card" (id TEXT PRIMARY KEY, x)')
    session = apsw.Session(connection, "main")
    session.attach()
    connection.execute("INSERT INTO card VALUES ('a', 1)")
    return session.changeset()


STEPS: dict[str, Callable[[Path], bytes]] = {
    "noise": lambda _: b"\xff" * 400,
    "the letter of a table": lambda _: b"T",
    "a table with a million columns": lambda _: b"T\xff\xff\xff\x7f" + b"\1" * 50,
    "another table": other_table,
    "a narrow table": narrow_table,
    "the notes": undoing("UPDATE meta SET value = 'x' WHERE key = 'save_id'"),
    "the history itself": undoing("INSERT INTO history VALUES (9, '', '', '{}', 0, x'')"),
    "a record that is not there": lambda path: changeset(
        path, "INSERT INTO department VALUES ('nobody', 'x', '', 'V')"
    ),
    "a record that is there already": undoing(
        "INSERT INTO department SELECT * FROM (SELECT id, 'x', '', 'V' FROM stage LIMIT 1)"
    ),
    "a value that was never there": lambda path: changeset(
        path,
        "UPDATE stage SET title = 'b'",
    ),
    "the last map": undoing("DELETE FROM map"),
    "a stage under its cards": undoing("DELETE FROM stage"),
    "the document": undoing("DELETE FROM document"),
    "a choice that is none": undoing("UPDATE map SET state = 'maybe'"),
    "another type": undoing("UPDATE stage SET colour = 5"),
    "a blob for a text": undoing("UPDATE stage SET title = x'00ff'"),
    "a text that is no UTF-8": undoing("UPDATE stage SET title = CAST(x'fffe' AS TEXT)"),
    "not finite": undoing("UPDATE feeling SET value = 9e999"),
    "no number": undoing("UPDATE feeling SET value = 'high'"),
    "a list of numbers": undoing("UPDATE map SET persona_ids = '[1]'"),
    "a list of lists": undoing("UPDATE map SET persona_ids = '" + "[" * 500 + "]" * 500 + "'"),
    "no duration": undoing("""UPDATE stage SET planned = '["x","days",null,null]'"""),
    "a reference to nothing": undoing("UPDATE touchpoint SET stage_id = 'nowhere'"),
    "a circle": undoing("UPDATE map SET general_id = id"),
    "a text of a megabyte": undoing("UPDATE stage SET goal = printf('%.*c', 1000000, 'x')"),
    "no place": undoing("UPDATE stage SET place = '!'"),
    "a patch": lambda path: changeset(path, "UPDATE stage SET title = 'x'", patch=True),
}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A map with one step of its own."""
    folder = tmp_path_factory.mktemp("good")
    document = Document.create(templates.make("sample-b2b", "ru"), Home(folder / "home"))
    document.save_as(folder / "map.cjm")
    document.close()
    return folder / "map.cjm"


def with_step(good: Path, folder: Path, step: bytes, *, undone: bool = False) -> Path:
    """The good map with a step that somebody made up, sealed."""
    path = folder / "map.cjm"
    shutil.copy(good, path)
    connection = m.connect(path)
    connection.execute(
        "INSERT INTO history VALUES (1, '2026-11-21T00:00:00+00:00', 'step.edit', '{}', ?, ?)",
        (int(undone), step),
    )
    m.seal(connection)
    connection.close()
    return path


def check_unmoved(document: Document, before: object) -> None:
    assert document.journey == before
    assert read_all(document._keeper.copy.connection).journey == before
    assert rules.check_all(document.journey) == ()


@pytest.mark.parametrize("name", STEPS)
def test_a_made_up_step_moves_nothing(name: str, good: Path, tmp_path: Path) -> None:
    step = STEPS[name](good)
    document = Document.open(with_step(good, tmp_path, step), Home(tmp_path / "home"))
    before, steps = document.journey.fork(), document.history()
    with pytest.raises(Problem) as caught:
        document.undo()
    for language in ("ru", "en"):
        assert caught.value.sentence(language)
    check_unmoved(document, before)
    assert document.history() == steps
    add_card(document, "life goes on")
    document.undo()
    check_unmoved(document, before)
    document.close()


def test_a_made_up_step_that_fits_is_a_step(good: Path, tmp_path: Path) -> None:
    """The helper above makes what undo can take, so what it refuses is refused for a reason."""
    step = undoing("UPDATE stage SET title = 'x' WHERE id = (SELECT min(id) FROM stage)")(good)
    document = Document.open(with_step(good, tmp_path, step), Home(tmp_path / "home"))
    assert document.undo() is not None
    assert "x" in {one.title for one in document.journey.stages(document.journey.maps()[0].id)}
    check_unmoved(document, document.journey)
    document.close()


def test_a_step_of_nothing_does_nothing(good: Path, tmp_path: Path) -> None:
    document = Document.open(with_step(good, tmp_path, b""), Home(tmp_path / "home"))
    before = document.journey.fork()
    document.undo()
    check_unmoved(document, before)
    document.redo()
    check_unmoved(document, before)
    document.close()


def test_a_made_up_redo_moves_nothing(good: Path, tmp_path: Path) -> None:
    path = with_step(good, tmp_path, b"\xff" * 30, undone=True)
    document = Document.open(path, Home(tmp_path / "home"))
    before = document.journey.fork()
    with pytest.raises(problems.StepFailed):
        document.redo()
    check_unmoved(document, before)
    add_card(document, "drops it")
    assert len(document.history()) == 1
    document.close()


def test_mutated_steps_are_refused_or_fit(good: Path, tmp_path: Path) -> None:
    """Bytes of a good step changed at random: one sentence, or a map that keeps all rules."""
    rng = random.Random(5)
    real = undoing(
        "UPDATE stage SET title = 'a title that is long enough for a byte to change', goal = 'y'",
        "UPDATE lane SET height = 100.0, question = 'a question that is long enough for it too'",
    )(good)
    path, home = with_step(good, tmp_path, real), Home(tmp_path / "home")
    document = Document.open(path, home)
    before = document.journey.fork()
    outcomes = {"refused": 0, "fitted": 0}
    for _ in range(RANDOM):
        step = bytearray(real)
        for _ in range(rng.choice((1, 1, 2, 8))):
            step[rng.randrange(len(step))] = rng.randrange(256)
        connection = document._keeper.copy.connection
        connection.execute("UPDATE history SET changeset = ?", (bytes(step),))
        try:
            document.undo()
        except Problem:
            outcomes["refused"] += 1
            assert document.journey == before
            continue
        outcomes["fitted"] += 1
        check_unmoved(document, document.journey)
        try:
            document.redo()
            check_unmoved(document, before)
        except problems.StepFailed:
            document.discard()
            document = Document.open(path, home)
    assert min(outcomes.values()) > 0, outcomes
    check_unmoved(document, before)
    document.close()
