"""Hostile and foreign files: one sentence each, quickly, and the file stays as it was."""

import os
import shutil
import stat
import struct
import time
from pathlib import Path

import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import templates
from cjm_desktop.storage import problems
from cjm_desktop.storage.problems import (
    Damaged,
    FileProblem,
    LinksAround,
    Missing,
    NotAMap,
    ReadOnly,
    TooNew,
)
from cjm_desktop.storage.schema import FORMAT
from tests.hostile import making as m

MOST_SECONDS = 2.0

CASES: dict[str, tuple[m.Make, type[FileProblem], str]] = {
    # Not a map at all
    "text": (m.content("купить молоко\n".encode() * 99), NotAMap, "storage.not_a_map"),
    "empty": (m.content(b""), NotAMap, "storage.empty"),
    "one byte": (m.content(b"S"), NotAMap, "storage.not_a_map"),
    "magic only": (m.content(b"SQLite format 3\0"), NotAMap, "storage.not_a_map"),
    "zeros": (m.content(bytes(8192)), NotAMap, "storage.not_a_map"),
    "zip": (m.archive, NotAMap, "storage.not_a_map"),
    "pdf": (m.content(b"%PDF-1.7\n" + bytes(500)), NotAMap, "storage.not_a_map"),
    "another program": (m.other_database, NotAMap, "storage.other_program"),
    "another program under our mark": (m.copied_mark, NotAMap, "storage.foreign_schema"),
    "folder": (m.folder, NotAMap, "storage.not_a_file"),
    "pipe": (m.pipe, NotAMap, "storage.not_a_file"),
    "socket": (m.socket_file, NotAMap, "storage.not_a_file"),
    "device": (m.link_to_device, NotAMap, "storage.not_a_file"),
    "link to nothing": (m.link_to_nothing, Missing, "storage.missing"),
    "link to itself": (m.link_to_itself, LinksAround, "storage.links_around"),
    "nothing": (Path.unlink, Missing, "storage.missing"),
    "terabytes": (m.huge_and_hollow, NotAMap, "storage.too_large"),
    "hollow": (m.large_and_hollow, Damaged, "storage.damaged"),
    # Other versions
    "newer": (m.raw(60, struct.pack(">I", 2_005_000)), TooNew, "storage.too_new"),
    "much newer": (m.raw(60, b"\xff\xff\xff\xff"), TooNew, "storage.too_new"),
    "no version": (m.raw(60, struct.pack(">I", 0)), Damaged, "storage.damaged"),
    # Cut and damaged
    "half": (m.cut(0.5), Damaged, "storage.damaged"),
    "nearly whole": (m.cut(0.99), Damaged, "storage.damaged"),
    "a page short": (lambda p: os.truncate(p, p.stat().st_size - 4096), Damaged, "storage.damaged"),
    "header only": (lambda p: os.truncate(p, 100), Damaged, "storage.damaged"),
    "half a header": (lambda p: os.truncate(p, 60), NotAMap, "storage.not_a_map"),
    "page size 0": (m.raw(16, b"\0\0"), Damaged, "storage.damaged"),
    "page size 3": (m.raw(16, b"\0\3"), Damaged, "storage.damaged"),
    "page size 512": (m.raw(16, b"\2\0"), Damaged, "storage.damaged"),
    "page size 64 K": (m.raw(16, b"\0\1"), Damaged, "storage.damaged"),
    "UTF-16": (m.raw(56, struct.pack(">I", 2)), Damaged, "storage.damaged"),
    "schema format 9": (m.raw(44, struct.pack(">I", 9)), Damaged, "storage.damaged"),
    "file format 9": (m.raw(18, b"\x09\x09"), Damaged, "storage.damaged"),
    "reserved space": (m.raw(20, b"\xf0"), Damaged, "storage.damaged"),
    "noise in the schema": (m.raw(3950, b"\xff" * 140), Damaged, "storage.damaged"),
    "tables in bytes": (m.schema_in_bytes("table"), Damaged, "storage.damaged"),
    "indexes in bytes": (m.schema_in_bytes("index"), Damaged, "storage.damaged"),
    "noise": (m.noise(1, 40), Damaged, ""),
    "much noise": (m.noise(2, 4000), Damaged, ""),
    "end overwritten": (m.raw(-5000, b"\xaa" * 5000), Damaged, ""),
    "pages swapped": (m.pages_swapped, Damaged, ""),
    "two tables in one": (m.shared_root, Damaged, "storage.damaged"),
    "a row too few": (m.sql("DELETE FROM history", sealed=False), Damaged, "storage.seal_broken"),
    "a word changed": (
        m.sql("UPDATE map SET title = 'x'", sealed=False),
        Damaged,
        "storage.seal_broken",
    ),
    "no seal": (
        m.sql("DELETE FROM meta WHERE key = 'seal'", sealed=False),
        Damaged,
        "storage.seal_broken",
    ),
    "a seal of another kind": (
        m.sql("UPDATE meta SET value = 5 WHERE key = 'seal'", sealed=False),
        Damaged,
        "storage.seal_broken",
    ),
    # A schema that is not ours
    "trigger": (
        m.sql("CREATE TRIGGER t AFTER INSERT ON card BEGIN DELETE FROM barrier; END", sealed=False),
        NotAMap,
        "storage.foreign_schema",
    ),
    "extra view": (
        m.sql("CREATE VIEW v AS SELECT * FROM card", sealed=False),
        NotAMap,
        "storage.foreign_schema",
    ),
    "endless view": (m.endless_view, NotAMap, "storage.foreign_schema"),
    "extra table": (
        m.sql("CREATE TABLE extra (x)", sealed=False),
        NotAMap,
        "storage.foreign_schema",
    ),
    "statistics": (m.sql("ANALYZE", sealed=False), NotAMap, "storage.foreign_schema"),
    "extra index": (
        m.sql("CREATE INDEX i ON card (text)", sealed=False),
        NotAMap,
        "storage.foreign_schema",
    ),
    "search table": (
        m.sql("CREATE VIRTUAL TABLE f USING fts5(x)", sealed=False),
        NotAMap,
        "storage.foreign_schema",
    ),
    "missing table": (m.sql("DROP TABLE link", sealed=False), NotAMap, "storage.foreign_schema"),
    "missing index": (
        m.sql("DROP INDEX card_stage_id", sealed=False),
        NotAMap,
        "storage.foreign_schema",
    ),
    "extra column": (
        m.sql("ALTER TABLE card ADD COLUMN more TEXT", sealed=False),
        NotAMap,
        "storage.foreign_schema",
    ),
    "no longer strict": (
        m.schema("feeling", "STRICT, WITHOUT ROWID", "WITHOUT ROWID"),
        NotAMap,
        "storage.foreign_schema",
    ),
    "no longer checked": (
        m.schema("feeling", '"value" <= 2', '"value" <= 9'),
        NotAMap,
        "storage.foreign_schema",
    ),
    "a default that calls": (
        m.schema("card", '"votes" INTEGER', '"votes" INTEGER DEFAULT (load_extension(1))'),
        NotAMap,
        "storage.foreign_schema",
    ),
    "schema nonsense": (m.schema("card", "CREATE TABLE", "CREATE TROUBLE"), Damaged, ""),
    "schema no UTF-8": (m.hostile_text, Damaged, "storage.damaged"),
    # Sealed by somebody who knows how
    "text no UTF-8": (m.hostile_row, Damaged, "storage.damaged"),
    "too high": (m.sql("UPDATE feeling SET value = 7.0"), Damaged, "storage.inconsistent"),
    "not finite": (m.sql("UPDATE feeling SET value = 9e999"), Damaged, "storage.inconsistent"),
    "NaN": (
        m.schema(
            "feeling", '"value" REAL NOT NULL', '"value" REAL', "UPDATE feeling SET value = NULL"
        ),
        NotAMap,
        "storage.foreign_schema",
    ),
    "unknown choice": (m.sql("UPDATE map SET state = 'maybe'"), Damaged, "storage.inconsistent"),
    "too long": (
        m.sql("UPDATE stage SET title = printf('%.*c', 9999, 'x')"),
        Damaged,
        "storage.inconsistent",
    ),
    "twelve megabytes of text": (
        m.sql(
            "UPDATE stage SET title = printf('%.*c', 12000000, 'x')"
            " WHERE id = (SELECT min(id) FROM stage)",
            sealed=False,
        ),
        Damaged,
        "storage.damaged",
    ),
    "control characters": (
        m.sql("UPDATE stage SET title = 'a' || char(0) || char(27) || 'b'"),
        Damaged,
        "storage.inconsistent",
    ),
    "no such day": (
        m.sql("UPDATE document SET review_date = '2026-99-99'"),
        Damaged,
        "storage.inconsistent",
    ),
    "no document": (m.sql("DELETE FROM document"), Damaged, "storage.inconsistent"),
    "no map": (
        m.sql(*(f'DELETE FROM "{t}"' for t in ("map", "stage", "step", "lane", "touchpoint"))),
        Damaged,
        "storage.inconsistent",
    ),
    "a lane of no map": (m.sql("DELETE FROM map"), Damaged, "storage.inconsistent"),
    "a reference to nothing": (
        m.sql("UPDATE touchpoint SET stage_id = 'nowhere'"),
        Damaged,
        "storage.inconsistent",
    ),
    "a reference to another kind": (
        m.sql("UPDATE touchpoint SET stage_id = lane_id"),
        Damaged,
        "storage.inconsistent",
    ),
    "a map that follows itself": (
        m.sql("UPDATE map SET general_id = id"),
        Damaged,
        "storage.inconsistent",
    ),
    "one id twice": (
        m.sql(
            "UPDATE persona SET id = (SELECT id FROM map) WHERE id = (SELECT max(id) FROM persona)"
        ),
        Damaged,
        "storage.inconsistent",
    ),
    "a place that orders nothing": (
        m.sql("UPDATE stage SET place = '!!'"),
        Damaged,
        "storage.inconsistent",
    ),
    "a list of numbers": (m.sql("UPDATE persona SET quotes = '[1,2]'"), Damaged, ""),
    "a list of lists": (m.recursive_json, Damaged, ""),
    "a duration of words": (
        m.sql("""UPDATE stage SET planned = '["a","days",null,null]'"""),
        Damaged,
        "storage.damaged",
    ),
    "a duration of years": (
        m.sql("""UPDATE stage SET planned = '[1,"years",null,null]'"""),
        Damaged,
        "storage.damaged",
    ),
    "a history of nonsense": (
        m.sql("UPDATE history SET time = 'once'"),
        Damaged,
        "storage.damaged",
    ),
    "a history undone in the middle": (
        m.sql(
            "INSERT INTO history VALUES (7, '2026-01-01T00:00:00+00:00', 'x', '{}', 1, x'')",
            "INSERT INTO history VALUES (8, '2026-01-01T00:00:00+00:00', 'x', '{}', 0, x'')",
        ),
        Damaged,
        "storage.inconsistent",
    ),
    "an unknown note": (
        m.sql("INSERT INTO meta VALUES ('plugin', 'x')"),
        Damaged,
        "storage.inconsistent",
    ),
    "a thumbnail of text": (
        m.sql("INSERT OR REPLACE INTO meta VALUES ('thumbnail', 'x')"),
        Damaged,
        "storage.inconsistent",
    ),
    "a view of nonsense": (
        m.sql("INSERT OR REPLACE INTO meta VALUES ('view_state', '[[[')"),
        Damaged,
        "storage.inconsistent",
    ),
    "an id that is a path": (
        m.sql("UPDATE meta SET value = '../../../tmp/x' WHERE key = 'document_id'"),
        Damaged,
        "storage.inconsistent",
    ),
    "saved once upon a time": (
        m.sql("UPDATE meta SET value = 'once' WHERE key = 'saved_at'"),
        Damaged,
        "storage.inconsistent",
    ),
    # Company
    "a log of changes": (m.with_log_of_changes, Damaged, ""),
}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A good map with something in every corner."""
    folder = tmp_path_factory.mktemp("good")
    document = Document.create(templates.make("sample-b2b", "ru"), Home(folder / "home"))
    with document.edit("step.edit") as draft:
        from cjm_desktop.journey import moves

        moves.add_department(draft, "Закупки")
        moves.add_persona(draft, "Снабженец")
    document.save_as(folder / "map.cjm", thumbnail=b"\x89PNG")
    document.close()
    return folder / "map.cjm"


def fingerprint(folder: Path) -> dict[str, object]:
    """Every file of a folder, byte for byte, without following links."""
    found: dict[str, object] = {}
    for path in sorted(folder.rglob("*")):
        mode = path.lstat().st_mode
        small = stat.S_ISREG(mode) and path.stat().st_size < 1024**3
        found[path.name] = (
            stat.S_IFMT(mode),
            path.lstat().st_size,
            path.read_bytes() if small else None,
        )
    return found


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_file_is_one_sentence(name: str, good: Path, tmp_path: Path) -> None:
    make, expected, key = CASES[name]
    path = tmp_path / "files" / "карта.cjm"
    path.parent.mkdir()
    shutil.copy(good, path)
    make(path)
    before = fingerprint(path.parent)
    home = Home(tmp_path / "home")
    begun = time.perf_counter()
    with pytest.raises(FileProblem) as caught:
        Document.open(path, home)
    took = time.perf_counter() - begun
    problem = caught.value
    assert type(problem) is expected, (type(problem), problem.key)
    assert not key or problem.key == key
    for language in ("en", "ru"):
        sentence = problem.sentence(language)
        assert "карта.cjm" in sentence
        assert "\n" not in sentence
    assert took < MOST_SECONDS
    assert fingerprint(path.parent) == before
    assert list((home.folder / "copies").iterdir()) == []


def test_there_are_enough_kinds() -> None:
    assert len(CASES) >= 60


def test_the_good_file_opens(good: Path, tmp_path: Path) -> None:
    """What the cases are made from is no trouble by itself."""
    document = Document.open(good, Home(tmp_path / "home"))
    assert document.history()
    document.close()


def test_nonsense_beside_a_file_does_no_harm(good: Path, tmp_path: Path) -> None:
    path = tmp_path / "map.cjm"
    shutil.copy(good, path)
    m.with_log(path)
    before = fingerprint(tmp_path)
    document = Document.open(path, Home(tmp_path.parent / "home"))
    document.close()
    assert fingerprint(tmp_path) == before


def test_a_newer_file_names_the_version_it_needs(good: Path, tmp_path: Path) -> None:
    path = tmp_path / "map.cjm"
    shutil.copy(good, path)
    m.raw(60, struct.pack(">I", FORMAT + 2_003_000))(path)
    with pytest.raises(problems.TooNew) as caught:
        Document.open(path, Home(tmp_path / "home"))
    assert "2.4" in caught.value.sentence("en")
    assert "2.4" in caught.value.sentence("ru")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read(good: Path, tmp_path: Path) -> None:
    path = tmp_path / "map.cjm"
    shutil.copy(good, path)
    path.chmod(0)
    with pytest.raises(ReadOnly):
        Document.open(path, Home(tmp_path / "home"))
