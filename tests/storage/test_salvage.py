"""What can be read of damaged maps: a map that keeps every rule, and a list of what could not."""

import random
import re
import shutil
from collections import Counter
from pathlib import Path

import apsw
import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.document.salvaging import salvage
from cjm_desktop.journey import codes, moves, rules, templates
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Barrier, Card, Feeling, Picture, Stage, Touchpoint
from cjm_desktop.storage.pages import Pages
from cjm_desktop.storage.problems import FileProblem, Missing, NotAMap
from tests.document.doing import add_card
from tests.hostile import making as m
from tests.journey.walk import random_verb, seeded_ids

PAGE = 4096
PAST = {"history", "versions"}
"""Is never brought along."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Journey]:
    """A map with a history and long texts, and what is in it."""
    folder, rng = tmp_path_factory.mktemp("whole"), random.Random(2)
    with seeded_ids(2):
        document = Document.create(templates.make("sample-b2b", "ru"), Home(folder / "home"))
        for _ in range(30):
            with document.edit("step.edit") as draft:
                random_verb(draft, rng)
        with document.edit("step.edit") as draft:
            card = draft.journey.all(Touchpoint)[0].id
            moves.set_fields(draft, card, text="длинный текст " * 900)
            picture = Picture(name="photo", data=random.Random(1).randbytes(30_000))
            draft.put(picture)
            moves.set_fields(draft, draft.journey.personas()[0].id, picture_id=picture.id)
    document.save_as(folder / "map.cjm")
    document.close()
    return folder / "map.cjm", document.journey


@pytest.fixture
def path(whole: tuple[Path, Journey], tmp_path: Path) -> Path:
    """A copy of its file."""
    shutil.copy(whole[0], tmp_path / "map.cjm")
    return tmp_path / "map.cjm"


def keys(lost: tuple[object, ...]) -> set[str]:
    return {one.key.removeprefix("storage.lost.") for one in lost}  # type: ignore[attr-defined]


def test_of_a_whole_map_everything_is_there(path: Path, whole: tuple[Path, Journey]) -> None:
    found = salvage(path)
    assert found.journey == whole[1]
    assert keys(found.lost) == PAST
    card = found.journey.all(Touchpoint)[0].id
    assert codes.numbered(found.journey).number(card) == codes.numbered(whole[1]).number(card)


def test_what_was_recovered_is_a_map_like_any_other(path: Path, tmp_path: Path) -> None:
    path.write_bytes(path.read_bytes()[: -PAGE * 3])
    found = salvage(path)
    document = Document.create(found.journey, Home(tmp_path / "home"), edited=True)
    document.save_as(tmp_path / "recovered.cjm")
    document.close()
    again = Document.open(tmp_path / "recovered.cjm", Home(tmp_path / "home"))
    assert again.journey == found.journey
    again.close()


@pytest.mark.parametrize("page", range(1, 12))
def test_one_page_that_is_gone_takes_only_what_was_on_it(
    path: Path, whole: tuple[Path, Journey], page: int
) -> None:
    data = bytearray(path.read_bytes())
    data[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    path.write_bytes(data)
    found = salvage(path)
    assert path.read_bytes() == data
    assert rules.check_all(found.journey) == ()
    assert keys(found.lost) & {"pages", "records", "some"} or found.journey == whole[1]
    same = sum(whole[1].find(one.id) == one for one in found.journey)
    assert same > len(whole[1]) * 0.9


def test_what_is_lost_is_told_by_kind_and_count_and_never_where_nothing_is(
    path: Path, whole: tuple[Path, Journey]
) -> None:
    """Whatever page is gone: of cards and feelings their indexes still know how many there were."""
    raw, counted = path.read_bytes(), 0
    for page in range(1, len(raw) // PAGE, 2):
        path.write_bytes(raw[: page * PAGE] + bytes(PAGE) + raw[(page + 1) * PAGE :])
        found = salvage(path)
        gone = Counter(one.kind for one in whole[1] if found.journey.find(one.id) is None)
        for one in found.lost:
            if one.key == "storage.lost.records":
                kind = str(one.values["kind"]).removeprefix("kind.")
                assert one.values["n"] == gone[kind]
                counted += 1
        if found.journey == whole[1]:
            # Where the tables lie may be lost, and every record be found all the same.
            assert found.complete or keys(found.lost) - PAST == {"pages"}
        else:
            assert not found.complete or "changed" in keys(found.lost)
        assert found.complete == found.told.sentence("en").startswith("All ")
    assert counted > 3


def test_what_has_no_words_of_its_own_is_called_by_its_kind_once(path: Path) -> None:
    m.sql("DELETE FROM metric")(path)
    lines = salvage(path).losses("en")
    assert any(re.search(r"belonged to is lost: measurement( × \d+)?\.$", one) for one in lines)


def test_what_would_be_said_again_is_counted(path: Path) -> None:
    m.sql("DELETE FROM stage")(path)
    lines = salvage(path).losses("en")
    assert len(lines) == len(set(lines))
    assert any(re.search(r"made anew.*stage × \d+\.$", one) for one in lines)


def test_a_change_that_cannot_be_told_is_told_of(path: Path) -> None:
    # Everywhere: pages keep bytes of rows that lay on them while the file was made.
    path.write_bytes(path.read_bytes().replace("длинный".encode(), "ДЛинный".encode()))
    assert keys(salvage(path).lost) == PAST | {"changed"}


def test_cards_of_a_stage_that_is_lost_stay_together(path: Path) -> None:
    connection = m.connect(path)
    ((stage,),) = connection.execute(
        "SELECT stage_id FROM touchpoint GROUP BY stage_id ORDER BY count(*) DESC LIMIT 1"
    )
    connection.execute("DELETE FROM stage WHERE id = ?", (stage,))
    connection.close()
    found = salvage(path)
    made = found.journey.get(Stage, str(stage))
    assert made.title == "Восстановленный этап"
    assert found.journey.cards_of_stage(made.id)
    assert rules.check_all(found.journey) == ()
    assert "made" in keys(found.lost)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM map",
        "DELETE FROM lane",
        "DELETE FROM document",
        "DELETE FROM persona",
        "DELETE FROM step",
        "DELETE FROM metric",
        "DELETE FROM touchpoint",
        "UPDATE feeling SET value = 99.0",
        "UPDATE map SET general_id = id",
        "UPDATE card SET lane_id = 'nowhere'",
        "UPDATE card SET votes = -5",
        "UPDATE stage SET title = printf('%.*c', 9999, 'x')",
        "UPDATE barrier SET on_id = stage_id, colour = 'red'",
        "UPDATE link SET to_id = from_id",
        "UPDATE stage SET place = ''",
    ],
)
def test_whatever_breaks_the_rules_is_mended_or_told(path: Path, statement: str) -> None:
    m.sql(statement)(path)
    found = salvage(path)
    assert rules.check_all(found.journey) == ()
    assert keys(found.lost) - PAST
    for one in found.lost:
        assert one.sentence("ru")
        assert one.sentence("en")


def test_a_working_copy_that_was_set_aside_is_read_with_its_log(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    document = Document.create(templates.make("b2b", "ru"), home)
    add_card(document, "только в журнале")
    document._keeper.copy.connection.close(force=True)
    held = document._keeper.folder
    assert held is not None
    held.count_attempt()
    held.release()
    assert Document.recoverable(home) == ()
    (aside,) = home.set_aside()
    found = salvage(aside.database)
    assert found.journey == document.journey
    (aside.database.with_name("work.sqlite-wal")).write_bytes(b"")
    data = bytearray(aside.database.read_bytes())
    data[:100] = bytes(100)
    aside.database.write_bytes(data)
    assert len(salvage(aside.database).journey) > 10


def test_a_map_of_an_older_program_has_what_it_had(path: Path) -> None:
    connection = m.connect(path)
    connection.execute("ALTER TABLE lane DROP COLUMN colour")
    connection.close()
    found = salvage(path)
    assert len(found.journey) == len(salvage(path).journey)
    assert keys(found.lost) == PAST | {"changed"}


@pytest.mark.parametrize("data", [b"", b"text", bytes(9000), b"SQLite format 3\0" + bytes(9000)])
def test_where_there_is_nothing_it_says_so(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "map.cjm"
    path.write_bytes(data)
    with pytest.raises(NotAMap):
        salvage(path)
    with pytest.raises(Missing):
        salvage(tmp_path / "none.cjm")


def test_another_program_s_rows_are_none_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    m.sql("CREATE TABLE stage (id TEXT, x)", sealed=False)(path)
    m.sql("INSERT INTO stage VALUES ('a', 1)", sealed=False)(path)
    with pytest.raises(FileProblem):
        salvage(path)


def test_pages_read_by_hand_are_what_sqlite_reads(path: Path) -> None:
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    pages = Pages(path.read_bytes())
    schema = [row for _, row in pages.rows_under(1)]
    wanted = connection.execute("SELECT * FROM sqlite_schema").fetchall()
    assert sorted(map(repr, schema)) == sorted(map(repr, wanted))
    for kind, name, _, root, _ in schema:
        if kind == "table" and name != "history":
            rows = connection.execute(f'SELECT * FROM "{name}"').fetchall()
            found = [row for _, row in pages.rows_under(int(str(root)))]
            # A whole number in a REAL column is stored as one.
            assert sorted(map(repr, _plain(found))) == sorted(map(repr, _plain(rows))), name
    assert pages.torn == set()


def _plain(rows: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    return [tuple(float(one) if type(one) is int else one for one in row) for row in rows]


def test_the_kinds_this_is_tried_on_are_there(whole: tuple[Path, Journey]) -> None:
    assert all(whole[1].all(cls) for cls in (Barrier, Card, Feeling, Picture))
