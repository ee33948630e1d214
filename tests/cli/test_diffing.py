"""What differs, in words and for scripts: between files, versions of a file and its maps."""

import json
from pathlib import Path

import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import moves, templates
from cjm_desktop.journey.records import Barrier, Stage
from tests.cli.conftest import Cjm


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A map with a named version, three steps after it, and a copy of it beside it."""
    document = Document.create(templates.make("sample-b2b", "en"), Home(tmp_path / "home"))
    first = document.journey.all(Stage)[0]
    barrier = document.journey.all(Barrier)[0]
    with document.edit("step.rename", name="Now") as draft:
        moves.set_fields(draft, first.id, title="Now")
    document.versions.keep("Before the meeting")
    document.save_as(tmp_path / "old.cjm")
    with document.edit("step.status", name="x") as draft:
        moves.set_fields(draft, barrier.id, status="solved")
    with document.edit("step.copy_map", name="Copy") as draft:
        moves.copy_map(draft, document.journey.maps()[0].id, "Copy")
    document.save_as(tmp_path / "new.cjm")
    document.close()
    return tmp_path / "new.cjm"


def test_two_files(cjm: Cjm, file: Path) -> None:
    answer = cjm("diff", "old.cjm", file, "--map", "1")
    assert (answer.code, answer.err) == (0, "")
    stage, line, counts = answer.out.splitlines()
    assert line.startswith("  ~ Barrier “")
    assert line.endswith(" closed")
    assert stage
    assert counts == "1 changed"
    assert cjm("diff", "old.cjm", "old.cjm").out == "Nothing differs\n"
    assert "Снят барьер" in cjm("diff", "old.cjm", file, "--language", "ru").out


def test_versions_of_a_file_by_name_and_by_step(cjm: Cjm, file: Path) -> None:
    by_name = cjm("diff", file, "--version", "before the meeting").out
    by_step = cjm("diff", file, "--version", 1).out
    assert by_name == by_step
    assert "closed" in by_name
    found = json.loads(cjm("diff", file, "--version", 0, "--version", 1, "--json").out)
    assert found["counts"] == {"added": 0, "removed": 0, "changed": 1, "moved": 0}
    (one,) = found["differences"]
    assert one["kind"] == "stage"
    assert one["fields"]["title"][1] == "Now"
    assert one["id"] == one["stage_id"]


def test_two_maps_of_a_file_and_unrelated_files(cjm: Cjm, file: Path) -> None:
    said = cjm("diff", file, "--map", "1", "--map", "Copy").out
    assert said.splitlines()[-1] == "1 changed"
    cjm("new", "other.cjm", "--template", "sample-b2b")
    out = cjm("diff", "other.cjm", "old.cjm").out
    assert "renamed" in out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 2),
        (["old.cjm", "--version", "1"], 2),
        (["--version", "1", "--version", "2", "--version", "3"], 2),
        (["--version", "never"], 1),
        (["--version", "99"], 1),
        (["missing.cjm"], 1),
    ],
)
def test_what_cannot_be_compared(cjm: Cjm, file: Path, arguments: list[str], code: int) -> None:
    answer = cjm("diff", file, *arguments)
    assert (answer.code, answer.out) == (code, "")
    assert answer.err.count("\n") == 1
