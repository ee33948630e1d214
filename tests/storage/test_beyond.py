"""What a newer program of the same format keeps in a file outlives being saved by this one."""

import shutil
from pathlib import Path

import apsw
import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import moves, templates
from cjm_desktop.journey.records import Stage, Touchpoint
from cjm_desktop.storage import beyond, reader
from cjm_desktop.storage.problems import Damaged, NotAMap
from cjm_desktop.storage.seal import Seal
from tests.document.doing import add_card
from tests.hostile import making as m

STAGE = "  \"mood\" TEXT NOT NULL DEFAULT 'calm'"
TOUCHPOINT = (
    '  "reach" REAL NOT NULL DEFAULT 0.5,\n'
    '  "next_id" TEXT REFERENCES "touchpoint" ("id") DEFERRABLE INITIALLY DEFERRED'
)
REMARK = """CREATE TABLE "remark" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "card_id" TEXT NOT NULL DEFAULT '' REFERENCES "touchpoint" ("id") DEFERRABLE INITIALLY DEFERRED,
  "weight" REAL,
  "raw" BLOB
) STRICT"""
INDEX = 'CREATE INDEX "remark_card_id" ON "remark" ("card_id")'


def rewrite(path: Path, table: str, more: str) -> None:
    """Let a newer program's definition stand where ours stood."""
    connection = m.connect(path)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(
        "UPDATE sqlite_schema SET sql = replace(sql, char(10) || ') STRICT', ?) WHERE name = ?",
        (f",\n{more}\n) STRICT", table),
    )
    connection.close()


def seal_of(connection: apsw.Connection) -> str:
    """As the newer program seals: all tables as they stand, with all columns."""
    seal = Seal()
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    for (table,) in names:
        rows = connection.execute(f'SELECT * FROM "{table}" ORDER BY 1').fetchall()
        seal.see(str(table), rows)
    return seal.text()


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """A map that a newer program has saved."""
    document = Document.create(templates.make("sample-b2b", "ru"), Home(tmp_path / "home"))
    add_card(document, "раньше")
    document.save_as(tmp_path / "map.cjm")
    cards = document.journey.all(Touchpoint)
    document.close()
    path = tmp_path / "map.cjm"
    rewrite(path, "stage", STAGE)
    rewrite(path, "touchpoint", TOUCHPOINT)
    connection = m.connect(path)
    connection.execute("PRAGMA writable_schema = RESET")
    connection.execute("UPDATE stage SET mood = 'glad ' || title")
    connection.execute("UPDATE touchpoint SET reach = 0.25, next_id = ?", (cards[1].id,))
    connection.execute(REMARK)
    connection.execute(INDEX)
    rows = [(f"r{one}", card.id, float(one), bytes([one])) for one, card in enumerate(cards)]
    connection.executemany("INSERT INTO remark VALUES (?, ?, ?, ?)", rows)
    connection.execute("UPDATE meta SET value = ? WHERE key = 'seal'", (seal_of(connection),))
    connection.close()
    return path


def everything(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """What a newer program finds in a file, whose seal it looks at too."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    ((sealed,),) = connection.execute("SELECT value FROM meta WHERE key = 'seal'").fetchall()
    assert sealed == seal_of(connection)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    found = {
        "schema": sorted(
            connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema"), key=repr
        ),
        "order": connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table'"
        ).fetchall(),
        "stage": connection.execute("SELECT id, mood FROM stage ORDER BY 1").fetchall(),
        "touchpoint": connection.execute(
            "SELECT id, reach, next_id FROM touchpoint ORDER BY 1"
        ).fetchall(),
        "remark": connection.execute("SELECT * FROM remark ORDER BY 1").fetchall(),
    }
    connection.close()
    return found


def test_it_opens_and_nothing_is_lost_by_saving_it(newer: Path, tmp_path: Path) -> None:
    before, raw = everything(newer), newer.read_bytes()
    home = Home(tmp_path / "other")
    for lap in range(2):  # the second time it is opened as one of our own files
        document = Document.open(newer, home)
        if lap == 0:
            assert newer.read_bytes() == raw
        stage = document.journey.all(Stage)[0]
        with document.edit("step.edit") as draft:
            moves.set_fields(draft, stage.id, title=f"Переименован {lap}")
        document.publish()
        document.close()
        assert everything(newer) == before


def test_it_outlives_a_crash(newer: Path, tmp_path: Path) -> None:
    before, home = everything(newer), Home(tmp_path / "other")
    document = Document.open(newer, home)
    with document.edit("step.edit") as draft:
        moves.set_fields(draft, "document", title="Новое название")
    document._keeper.copy.connection.close()
    assert document._keeper.folder is not None
    document._keeper.folder.release()
    again = Document.recover(Document.recoverable(home)[0], home)
    again.publish()
    again.close()
    assert everything(newer) == before


def test_new_records_have_what_the_newer_program_gives_them(newer: Path, tmp_path: Path) -> None:
    before = everything(newer)
    document = Document.open(newer, Home(tmp_path / "other"))
    made = add_card(document, "новая")
    gone = str(before["remark"][0][1])
    pointed_to = str(before["touchpoint"][0][2])
    with document.edit("step.delete", name="x") as draft:
        moves.drop(draft, gone)
        if pointed_to in draft.journey:
            moves.drop(draft, pointed_to)
    document.publish()
    document.close()
    after = everything(newer)
    assert (made, 0.5, None) in after["touchpoint"]
    assert gone not in [row[1] for row in after["remark"]]
    assert len(after["remark"]) >= len(before["remark"]) - 2
    assert {row[2] for row in after["touchpoint"]} == {None}


def test_undo_of_what_the_newer_program_did_leaves_its_own_alone(
    newer: Path, tmp_path: Path
) -> None:
    document = Document.open(newer, Home(tmp_path / "other"))
    connection = m.connect(newer)
    session = apsw.Session(connection, "main")
    session.attach()
    stage = document.journey.all(Stage)[0]
    connection.execute("UPDATE stage SET title = 'newer', mood = 'sad' WHERE id = ?", (stage.id,))
    step = session.changeset()
    session.close()
    row = (99, "2026-11-22T00:00:00+00:00", "step.edit", "{}", 0, step)
    connection.execute("INSERT INTO history VALUES (?, ?, ?, ?, ?, ?)", row)
    connection.execute("UPDATE meta SET value = ? WHERE key = 'seal'", (seal_of(connection),))
    connection.close()
    document.close()
    again = Document.open(newer, Home(tmp_path / "third"))
    again.undo()
    assert again.journey.get(Stage, stage.id).title == stage.title
    again.publish()
    again.close()
    assert (stage.id, "sad") in everything(newer)["stage"]


def test_a_shared_copy_has_none_of_it(newer: Path, tmp_path: Path) -> None:
    document = Document.open(newer, Home(tmp_path / "other"))
    document.share_copy(tmp_path / "shared.cjm")
    document.close()
    assert reader.read(tmp_path / "shared.cjm").beyond == b""


def test_a_change_of_it_breaks_the_seal(newer: Path) -> None:
    m.sql("UPDATE remark SET weight = 9.5", sealed=False)(newer)
    with pytest.raises(Damaged):
        reader.read(newer)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON remark BEGIN DELETE FROM card; END",
        "CREATE VIEW v AS SELECT 1",
        'CREATE TABLE "more" ("id" TEXT)',
        'CREATE TABLE "more" (\n  "id" TEXT PRIMARY KEY NOT NULL,\n  "x" TEXT CHECK (1)\n) STRICT',
        'CREATE TABLE "more" (\n  "id" TEXT PRIMARY KEY NOT NULL,\n  "x" TEXT AS (1)\n) STRICT',
        'CREATE TABLE "more" (\n  "id" TEXT PRIMARY KEY NOT NULL,\n  "x" TEXT\n)',
        'CREATE TABLE "more" (\n  "id" TEXT PRIMARY KEY NOT NULL,\n  "x" ANY DEFAULT (9)\n) STRICT',
        'CREATE INDEX "i" ON "remark" (length("card_id"))',
        "CREATE VIRTUAL TABLE f USING fts5(x)",
        "ALTER TABLE card ADD COLUMN more TEXT",
    ],
)
def test_what_breaks_its_rules_is_refused(newer: Path, statement: str) -> None:
    m.sql(statement, sealed=False)(newer)
    with pytest.raises(NotAMap):
        reader.read(newer)


def test_our_own_schema_holds_nothing_beyond(tmp_path: Path, newer: Path) -> None:
    shutil.copy(newer, tmp_path / "copy.cjm")
    connection = apsw.Connection(str(tmp_path / "copy.cjm"))
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall()
    found = beyond.find(rows)
    assert found is not None
    assert [one.table for one in found.extras] == ["stage", "touchpoint", "remark"]
    assert beyond.unpack(beyond.pack(beyond.take(connection, found))).columns() == found.columns()
    connection.close()
