"""Formats below the first one, which exist only here, go through the real opening code.

0.0.800 called a department's name `title`; 0.0.900 wrote the goal of a stage as `aim`. A file of
either opens with its history, is lifted in the working copy, and keeps its bytes until it is saved.
"""

from pathlib import Path

import apsw
import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import moves, templates
from cjm_desktop.journey.records import Department, Stage
from cjm_desktop.storage import migrations, reader
from cjm_desktop.storage.migrations import Older, remake
from cjm_desktop.storage.problems import Damaged, NotAMap
from cjm_desktop.storage.schema import FORMAT, published
from cjm_desktop.storage.seal import Seal
from cjm_desktop.storage.workcopy import WorkCopy
from tests.document.doing import add_card, texts
from tests.document.test_recovery import end


def called(table: str, now: str, then: str, statements: tuple[str, ...]) -> tuple[str, ...]:
    """The same statements with a column that had another name."""
    begun = f'CREATE TABLE "{table}" ('
    return tuple(
        one.replace(f'"{now}"', f'"{then}"') if one.startswith(begun) else one for one in statements
    )


OF_900 = called("stage", "goal", "aim", published())
OF_800 = called("department", "name", "title", OF_900)


def from_900(connection: apsw.Connection) -> None:
    remake(connection, "stage", {"goal": '"aim"'})


def from_800(connection: apsw.Connection) -> None:
    remake(connection, "department", {"name": '"title"'}, OF_900)


FORMATS = {800: Older(OF_800, from_800, 900), 900: Older(OF_900, from_900, FORMAT)}


@pytest.fixture(autouse=True)
def formats(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program knows these formats."""
    monkeypatch.setattr(migrations, "OLDER", FORMATS)


def aged(path: Path, version: int) -> bytes:
    """Write a map as a program of that format did, sealed as it sealed; return its bytes."""
    older = FORMATS[version]
    connection = apsw.Connection(str(path))
    connection.execute("PRAGMA foreign_keys = OFF")
    with connection:
        remake(connection, "stage", {"aim": '"goal"'}, OF_900)
        if version == 800:
            remake(connection, "department", {"title": '"name"'}, OF_800)
        connection.execute(f"PRAGMA user_version = {version}")
        seal = Seal()
        for table, asked in older.selects.items():
            seal.see(table, connection.execute(asked).fetchall())
        connection.execute("UPDATE meta SET value = ? WHERE key = 'seal'", (seal.text(),))
    connection.execute("VACUUM")
    connection.close()
    return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A saved map with a history, written today."""
    document = Document.create(templates.make("b2b", "ru"), Home(tmp_path / "first"))
    with document.edit("step.edit") as draft:
        moves.add_department(draft, "Склад")
        moves.set_fields(draft, draft.journey.all(Stage)[0].id, goal="Понять")
    add_card(document, "раз")
    add_card(document, "два")
    document.undo()
    document.save_as(tmp_path / "map.cjm")
    document.close()
    return tmp_path / "map.cjm"


@pytest.mark.parametrize("version", FORMATS)
def test_an_old_file_opens_and_keeps_its_bytes_until_it_is_saved(
    path: Path, tmp_path: Path, version: int
) -> None:
    today = reader.read(path).journey
    raw = aged(path, version)
    home = Home(tmp_path / "home")
    document = Document.open(path, home)
    assert document.journey == today
    assert "Склад" in [one.name for one in document.journey.all(Department)]
    assert not document.unpublished
    document.redo()
    assert "два" in texts(document)
    document.go_to(0)
    assert document.journey.all(Stage)[0].goal != "Понять"
    document.go_to(2)
    add_card(document, "сегодня")
    assert path.read_bytes() == raw
    end(document)
    assert path.read_bytes() == raw
    (copy,) = Document.recoverable(home)
    again = Document.recover(copy, home)
    again.publish()
    again.close()
    assert reader.check_header(path)
    with apsw.Connection(str(path)) as connection:
        assert migrations.version_of(connection) == FORMAT
    assert {"раз", "сегодня"} <= {getattr(one, "text", "") for one in reader.read(path).journey}


def test_a_file_that_this_computer_itself_wrote_with_an_older_program(
    path: Path, tmp_path: Path
) -> None:
    """Its digest is known; it is looked at all the same, for it is no file of today."""
    raw = aged(path, 900)
    home = Home(tmp_path / "home")
    home.prove(reader.digest_of(path))
    Document.open(path, home).close()
    assert path.read_bytes() == raw


def test_a_working_copy_that_an_older_program_left_behind(path: Path, tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    document = Document.open(path, home)
    first = document.journey.fork()
    add_card(document, "не сохранено")
    last = document.journey.fork()
    end(document)
    (copy,) = home.left_over()
    for one in (copy.database, copy.folder / "opened.sqlite"):
        connection = apsw.Connection(str(one))
        connection.execute("PRAGMA foreign_keys = OFF")
        with connection:
            remake(connection, "stage", {"aim": '"goal"'}, OF_900)
            connection.execute("PRAGMA user_version = 900")
        connection.close()
    again = Document.recover(Document.recoverable(home)[0], home)
    assert again.journey == last
    again.undo()
    assert "не сохранено" not in texts(again)
    again.redo()
    again.revert()
    assert again.journey == first
    again.discard()


def test_what_an_old_file_may_not_be(path: Path) -> None:
    raw = aged(path, 900)
    # Changed behind the back of its own seal.
    connection = apsw.Connection(str(path))
    connection.execute("UPDATE stage SET aim = 'Другое'")
    connection.close()
    with pytest.raises(Damaged, match="seal"):
        reader.read(path)
    # With something that its format did not have.
    path.write_bytes(raw)
    connection = apsw.Connection(str(path))
    connection.execute("CREATE VIEW more AS SELECT 1")
    connection.close()
    with pytest.raises(NotAMap):
        reader.read(path)
    # Of a format that nobody knows any more.
    path.write_bytes(raw[:60] + (700).to_bytes(4, "big") + raw[64:])
    with pytest.raises(Damaged):
        reader.read(path)


def test_a_step_that_fails_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(connection: apsw.Connection) -> None:
        connection.execute("DROP TABLE stage")
        connection.execute("SELECT nothing FROM nowhere")

    raw = aged(path, 900)
    monkeypatch.setattr(migrations, "OLDER", {900: Older(OF_900, fails, FORMAT)})
    with pytest.raises(Damaged):
        reader.read(path)
    assert path.read_bytes() == raw
    with pytest.raises(Exception, match="work"):
        WorkCopy.open(path.rename(path.with_name("work.sqlite")))
    assert path.with_name("work.sqlite").exists()
