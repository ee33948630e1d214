"""`cjm new` and `cjm import`."""

import json
import os
import tempfile
from pathlib import Path

import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.document.shelf import TemplateShelf, data_folder
from cjm_desktop.journey import moves, templates
from cjm_desktop.storage import reader
from tests.cli.conftest import Cjm

SLIPS = "journey\ntitle Кофе\nsection Выбор\nИщет: 4: Анна\nЗовёт -> 2: Анна\nЖдёт: 7: Анна\n"


@pytest.mark.parametrize("name", templates.names())
@pytest.mark.parametrize("language", ["ru", "en"])
def test_new_makes_every_template(cjm: Cjm, name: str, language: str) -> None:
    answer = cjm("new", "a.cjm", "--template", name, "--language", language)
    assert (answer.code, answer.err) == (0, "")
    journey = reader.read(Path("a.cjm")).journey
    made = templates.make(name, "ru" if language == "ru" else "en")
    assert journey.document == made.document
    assert [one.title for one in journey.maps()] == [one.title for one in made.maps()]
    assert len(journey) == len(made)


def test_new_takes_title_and_language_of_the_system(
    cjm: Cjm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "ru_RU.UTF-8")
    answer = cjm("new", "a.cjm", "--title", "Наша <карта>")
    assert answer.out == "Создан файл a.cjm.\n"
    document = reader.read(Path("a.cjm")).journey.document
    assert (document.title, document.language) == ("Наша <карта>", "ru")


def test_new_leaves_nothing_but_the_map(
    cjm: Cjm, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted(home.rglob("*"))
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    cjm("new", "a.cjm")
    assert list(folder.iterdir()) == []
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.cjm", "tmp"]
    assert sorted(home.rglob("*")) == before


def test_a_new_map_opens_and_can_be_edited(cjm: Cjm, tmp_path: Path) -> None:
    cjm("new", "a.cjm", "--template", "b2c")
    document = Document.open(tmp_path / "a.cjm", Home(tmp_path / "home"))
    try:
        assert document.journey.maps()
        assert not document.unpublished
    finally:
        document.close()


def test_the_first_editor_that_opens_it_takes_the_map_for_its_own(cjm: Cjm, tmp_path: Path) -> None:
    cjm("new", "a.cjm")
    document = Document.open(tmp_path / "a.cjm", Home(tmp_path / "fresh"))
    assert (document.asks_how_to_save, document.automatic) == (False, True)
    with document.edit("step.edit_text") as draft:
        moves.set_fields(draft, "document", title="Mine")
    document.publish()
    document.close()
    document = Document.open(tmp_path / "a.cjm", Home(tmp_path / "another"))
    with document.edit("step.edit_text") as draft:
        moves.set_fields(draft, "document", title="Theirs")
    assert document.asks_how_to_save
    document.close()


def test_a_map_that_is_there_is_not_replaced_unless_asked(cjm: Cjm) -> None:
    cjm("new", "a.cjm", "--title", "one")
    Path("b.mmd").write_text(SLIPS)
    before = Path("a.cjm").read_bytes()
    for command in (["new", "a.cjm"], ["import", "b.mmd", "a.cjm"]):
        answer = cjm(*command)
        assert answer.code == 1
        assert answer.err == "cjm: a.cjm is there already; --force replaces it.\n"
        assert Path("a.cjm").read_bytes() == before
    assert cjm("new", "a.cjm", "--title", "two", "--force").code == 0
    assert reader.read(Path("a.cjm")).journey.document.title == "two"
    assert cjm("import", "b.mmd", "a.cjm", "--force").code == 0
    assert reader.read(Path("a.cjm")).journey.document.title == "Кофе"


def test_a_link_that_leads_nowhere_is_not_replaced_unless_asked(cjm: Cjm) -> None:
    Path("round.cjm").symlink_to("round.cjm")
    Path("lost.cjm").symlink_to("gone.cjm")
    for name, said in (
        ("round.cjm", "a link that leads back to itself"),
        ("lost.cjm", "a link to a file that is not there"),
        ("n" * 300, "is too long: choose a shorter one"),
    ):
        answer = cjm("new", name)
        assert (answer.code, said in answer.err) == (1, True), answer.err
    cjm("new", "a.cjm")
    assert "is too long" in cjm("screenshot", "a.cjm", "n" * 300 + ".png").err
    assert Path("round.cjm").is_symlink()
    assert not Path("gone.cjm").exists()
    assert cjm("new", "lost.cjm", "--force").code == 0
    assert Path("gone.cjm").is_file()


def test_the_help_of_import_says_what_it_reads(cjm: Cjm) -> None:
    said = " ".join(cjm("import", "--help").out.split())
    for one in ("Mermaid", "Markdown", "outline", "JSON", "paste them in the window"):
        assert one in said


def test_a_refused_import_leaves_the_map_that_is_there(cjm: Cjm) -> None:
    cjm("new", "a.cjm")
    before = Path("a.cjm").read_bytes()
    Path("b.mmd").write_text("journey\nA")
    assert cjm("import", "b.mmd", "a.cjm", "--force").code == 1
    assert Path("a.cjm").read_bytes() == before
    assert cjm("import", "b.mmd", "c.cjm").code == 1
    assert not Path("c.cjm").exists()


def test_import_tells_what_it_did(cjm: Cjm) -> None:
    Path("b.mmd").write_text(SLIPS)
    answer = cjm("import", "b.mmd", "a.cjm")
    assert answer.code == 0
    made, repaired, skipped = answer.out.splitlines()
    assert (made, repaired) == (
        "a.cjm: 1 stage, 3 steps, 2 lanes, 3 cards.",
        "Repaired. Line 5: “Зовёт -> 2: Анна” was read as “Зовёт: 2: Анна”.",
    )
    assert skipped.startswith("Left out. Line 6: the score 7 of “Ждёт” is not between 1 and 5")
    russian = cjm("import", "b.mmd", "a.cjm", "--force", "--language", "ru").out.splitlines()
    assert russian[0] == "a.cjm: 1 этап, 3 подэтапа, 2 дорожки, 3 карточки."
    assert russian[1].startswith("Исправлено. Строка 5: «Зовёт -> 2: Анна»")


def test_import_summary_for_scripts(cjm: Cjm) -> None:
    Path("b.mmd").write_text(SLIPS)
    answer = cjm("import", "b.mmd", "a.cjm", "--json", "--scores", "clamp")
    data = json.loads(answer.out)
    assert {key: data[key] for key in ("map", "format", "stages", "steps", "lanes", "cards")} == {
        "map": "a.cjm", "format": "mermaid", "stages": 1, "steps": 3, "lanes": 2, "cards": 3,
    }  # fmt: skip
    assert [one["line"] for one in data["repaired"]] == [5]
    assert data["skipped"] == []
    assert [one["code"] for one in data["noted"]] == ["exchange.mermaid.clamped"]
    assert set(data["noted"][0]) == {"line", "code", "text"}


def test_import_options(cjm: Cjm) -> None:
    Path("b.md").write_text(f"```mermaid\njourney\nA: 1\n```\n```mermaid\n{SLIPS}```\n")
    several = cjm("import", "b.md", "a.cjm")
    assert (several.code, "--block" in several.err) == (1, True)
    assert cjm("import", "b.md", "a.cjm", "--block", 2, "--language", "en").code == 0
    document = reader.read(Path("a.cjm")).journey.document
    assert (document.title, document.language) == ("Кофе", "en")
    Path("c.txt").write_text("journey\nA: 2: Тревога\n")
    cjm("import", "c.txt", "c.cjm", "--emotions", "--format", "mermaid")
    assert reader.read(Path("c.cjm")).journey.personas() == ()


def test_what_is_shown_can_be_imported(cjm: Cjm) -> None:
    cjm("new", "a.cjm", "--template", "sample-b2b", "--language", "ru")
    Path("a.json").write_text(cjm("show", "a.cjm", "--json").out)
    assert cjm("import", "a.json", "b.cjm").code == 0
    assert reader.read(Path("b.cjm")).journey == reader.read(Path("a.cjm")).journey


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("missing.mmd", "a.cjm", "There is no file missing.mmd."),
        (".", "a.cjm", ". is a folder"),
        ("words.txt", "a.cjm", "words.txt is neither"),
        ("map.cjm", "a.cjm", "a journey map already"),
        ("flow.mmd", "a.cjm", "Line 1: a Mermaid journey begins with the word “journey”"),
        ("good.mmd", "no/such/a.cjm", "The folder no/such does not exist."),
        ("good.mmd", "good.mmd/a.cjm", "The folder good.mmd does not exist."),
        ("good.mmd", "folder", "folder is a folder."),
        ("good.mmd", "/dev/full/a.cjm", "The folder /dev/full"),
        ("good.mmd", f"{'x' * 300}.cjm", "xxx"),
    ],
)
def test_import_refuses_in_one_sentence(cjm: Cjm, source: str, target: str, expected: str) -> None:
    cjm("new", "map.cjm")
    Path("folder").mkdir()
    Path("words.txt").write_text("just words")
    Path("flow.mmd").write_text("flowchart LR")
    Path("good.mmd").write_text("journey\nA: 3")
    files = sorted(Path().rglob("*"))
    answer = cjm("import", source, target)
    assert (answer.code, answer.out) == (1, "")
    assert expected in answer.err
    assert answer.err.count("\n") == 1
    assert sorted(Path().rglob("*")) == files


def test_a_real_journey(cjm: Cjm, data: Path) -> None:
    file = data / "mermaid" / "wild" / "w038_ru_snowflake-desktop.mmd"
    answer = cjm("import", file, "a.cjm", "--json")
    assert answer.code == 0
    assert reader.read(Path("a.cjm")).journey.document.language == "ru"


def test_new_makes_a_template_of_ones_own(
    cjm: Cjm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    shelf = TemplateShelf(data_folder())
    sample = templates.make("sample-b2c", "ru")
    shelf.keep(sample, sample.maps()[0].id, "Наш путь")
    assert cjm("new", "a.cjm", "--template", "Наш путь", "--title", "Мой").code == 0
    made = reader.read(tmp_path / "a.cjm").journey
    assert made.document.title == "Мой"
    assert len(list(made)) == len(list(sample))
    (shelf.folder / "bad.json").write_text("{", encoding="utf-8")
    answer = cjm("new", "b.cjm", "--template", "bad")
    assert answer.code != 0
    assert "its file is damaged" in answer.err
    assert not (tmp_path / "b.cjm").exists()
    assert "наш-путь" in cjm("new", "c.cjm", "--template", "nothing").err


def test_nothing_but_a_file_is_replaced_however_it_is_asked_for(cjm: Cjm) -> None:
    os.mkfifo("pipe.cjm")
    answer = cjm("new", "pipe.cjm", "--force")
    assert (answer.code, answer.err) == (1, "cjm: pipe.cjm is not an ordinary file.\n")
    assert Path("pipe.cjm").is_fifo()


def test_what_is_no_file_cannot_be_recovered_and_is_told_once(cjm: Cjm) -> None:
    Path("folder").mkdir()
    answer = cjm("check", "folder", "--recover", "a.cjm")
    assert (answer.code, answer.out) == (1, "")
    assert "not a file but a folder" in answer.err
