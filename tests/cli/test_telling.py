"""`cjm show`, `cjm check`, `cjm history`: what is in a map, and what is wrong with a file."""

import json
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from cjm_desktop import exchange
from cjm_desktop.document import Document, Home
from cjm_desktop.exchange import figures
from cjm_desktop.journey import moves, templates
from cjm_desktop.storage import reader
from tests.cli.conftest import Cjm
from tests.hostile.making import sql


def edited(folder: Path, name: str = "a.cjm") -> Path:
    """A map with three steps of history, the last one undone."""
    document = Document.create(templates.make("b2b", "ru"), Home(folder / "home"))
    map_id = document.journey.maps()[0].id
    for title in ("Один", "Два", "Три"):
        with document.edit("step.add_stage", name=title) as draft:
            moves.add_stage(draft, map_id, title)
    document.undo()
    document.save_as(folder / name)
    document.close()
    shutil.rmtree(folder / "home")
    return folder / name


def test_show_in_words(cjm: Cjm) -> None:
    cjm("new", "a.cjm", "--template", "sample-b2b", "--language", "ru")
    answer = cjm("show", "a.cjm", "--language", "ru")
    assert (answer.code, answer.err) == (0, "")
    journey = reader.read(Path("a.cjm")).journey
    for one in journey.maps():
        assert one.title in answer.out
        for stage in journey.stages(one.id):
            assert f". {stage.title}" in answer.out
            assert all(step.title in answer.out for step in journey.steps(stage.id))
        assert all(lane.title in answer.out for lane in journey.lanes(one.id) if lane.title)
    assert all(persona.name in answer.out for persona in journey.personas())


def test_show_for_scripts_is_the_whole_document(cjm: Cjm) -> None:
    cjm("new", "a.cjm", "--template", "sample-b2b", "--language", "ru")
    answer = cjm("show", "a.cjm", "--json")
    data = json.loads(answer.out)
    assert data["format"] == "cjm-desktop"
    assert data["document"]["language"] == "ru"
    journey = reader.read(Path("a.cjm")).journey
    assert exchange.import_json(answer.out) == (journey, ())
    assert data["figures"] == figures.of_document(journey, "en")


def test_history_in_words_and_for_scripts(cjm: Cjm, tmp_path: Path) -> None:
    file = edited(tmp_path)
    steps = json.loads(cjm("history", file, "--json", "--language", "ru").out)
    assert [(one["number"], one["undone"]) for one in steps] == [(1, False), (2, False), (3, True)]
    assert all(datetime.fromisoformat(one["time"]).tzinfo for one in steps)
    assert set(steps[0]) == {"number", "time", "name", "undone"}
    words = cjm("history", file, "--language", "ru").out.splitlines()
    assert [line.split()[0] for line in words] == ["1", "2", "3"]
    assert all(one["name"] in line for one, line in zip(steps, words, strict=True))
    assert words[2].endswith("(отменено)")
    assert json.loads(cjm("history", file, "--json").out)[0]["name"] != steps[0]["name"]


def test_a_map_without_history(cjm: Cjm) -> None:
    cjm("new", "a.cjm")
    assert cjm("history", "a.cjm").out == "This map has no history yet.\n"
    assert json.loads(cjm("history", "a.cjm", "--json").out) == []


def test_check_of_a_whole_map(cjm: Cjm, tmp_path: Path) -> None:
    answer = cjm("check", edited(tmp_path))
    assert (answer.code, answer.err) == (0, "")
    assert "is whole" in answer.out
    assert "3 steps of history" in answer.out


def broken(kind: str, folder: Path) -> Path:
    """A file that is no whole map."""
    file = edited(folder)
    content = bytearray(file.read_bytes())
    match kind:
        case "truncated":
            del content[len(content) // 2 :]
        case "changed":
            where = content.index("Два".encode())
            content[where : where + 2] = "Ж".encode()
        case "text":
            content = bytearray(b"journey\nA: 3\n")
        case "empty":
            content.clear()
        case "other":
            content[68:72] = b"\0\0\0\1"
        case "newer":
            content[60:64] = (9999).to_bytes(4, "big")
    file.write_bytes(content)
    return file


@pytest.mark.parametrize("kind", ["truncated", "changed", "text", "empty", "other", "newer"])
@pytest.mark.parametrize("command", ["check", "show", "history", "export"])
def test_a_broken_or_foreign_file_gets_one_sentence(
    cjm: Cjm, tmp_path: Path, kind: str, command: str
) -> None:
    file = broken(kind, tmp_path)
    before = file.read_bytes()
    answer = cjm(command, file, *(["out.json"] if command == "export" else []))
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("cjm: ")
    assert "a.cjm" in answer.err
    assert answer.err.count("\n") == 1
    assert "program (" not in answer.err
    assert file.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["a.cjm"]


@pytest.mark.parametrize("kind", ["truncated", "changed"])
def test_check_recovers_what_can_be_read(cjm: Cjm, tmp_path: Path, kind: str) -> None:
    file = broken(kind, tmp_path)
    before = file.read_bytes()
    answer = cjm("check", file, "--recover", "new.cjm")
    assert (answer.code, answer.err) == (0, "")
    told = answer.out.splitlines()
    assert "a.cjm" in told[0]
    assert len(told) > 2
    assert "records were read" in told[1]
    assert told[-1].startswith("Recovered into new.cjm")
    assert cjm("check", "new.cjm").code == 0
    assert file.read_bytes() == before
    assert cjm("check", file, "--recover", "new.cjm").code == 1  # never over something
    itself = cjm("check", file, "--recover", file, "--force", "--language", "en")
    assert itself.code == 1
    assert "a file of its own" in itself.err
    assert file.read_bytes() == before


def test_nothing_is_recovered_where_nothing_is_lost_or_left(cjm: Cjm, tmp_path: Path) -> None:
    said = cjm("check", edited(tmp_path), "--recover", "new.cjm").out
    assert "is whole" in said
    assert "new.cjm was not written" in said
    assert not (tmp_path / "new.cjm").exists()
    assert cjm("check", broken("text", tmp_path), "--recover", "new.cjm").code == 1
    assert not Path("new.cjm").exists()


def test_check_says_which_rules_a_file_breaks(cjm: Cjm, tmp_path: Path) -> None:
    """Sealed all the same: by a program that does not know the rules, or by a bug of ours."""
    file = edited(tmp_path)
    sql("UPDATE stage SET title = 'Первый'", "UPDATE stage SET map_id = 'nowhere'")(file)
    answer = cjm("check", file, "--language", "ru")
    assert answer.code == 1
    assert answer.err.count("\n") == 1
    told = answer.out.splitlines()
    assert told
    assert all("«Первый»" in line for line in told)
    assert cjm("show", file).out == ""


@pytest.mark.parametrize("place", ["missing.cjm", ".", "/dev/null", "a.txt/b.cjm"])
def test_places_without_a_map(cjm: Cjm, place: str) -> None:
    Path("a.txt").write_text("x")
    for command in ("check", "show", "history"):
        answer = cjm(command, place, "--language", "ru")
        assert (answer.code, answer.out) == (1, "")
        assert answer.err.count("\n") == 1
        assert "ошибка программы" not in answer.err
