"""Lines of the wall notes stay with a map on this computer until they are brought in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cjm_desktop.document import Document, Home, wallnotes
from cjm_desktop.storage.problems import FileProblem
from tests.document.doing import add_card


def test_lines_are_there_when_the_map_is_opened_again_and_are_no_edit(
    saved: Document, home: Home, tmp_path: Path
) -> None:
    path = tmp_path / "map.cjm"
    before = path.read_bytes()
    saved.wall_notes = "Б12 дольше\nпросто слова"
    assert not saved.unpublished
    saved.close()
    assert path.read_bytes() == before
    moved = path.rename(tmp_path / "elsewhere.cjm")
    again = Document.open(moved, home)
    assert again.wall_notes == "Б12 дольше\nпросто слова"
    again.wall_notes = " \n"
    assert again.wall_notes == ""
    again.close()
    assert json.loads((home.folder / wallnotes.FILE).read_text()) == {"lines": {}}


def test_lines_outlive_a_map_that_was_not_saved(document: Document, home: Home) -> None:
    add_card(document, "a")
    document.wall_notes = "+ 1.1 b"
    document.discard()
    (copy,) = home.discarded()
    again = Document.recover(copy, home)
    assert again.wall_notes == "+ 1.1 b"
    again.discard()


def test_only_so_many_maps_are_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wallnotes, "MOST", 2)
    for one in ("a", "b", "a", "c"):
        wallnotes.keep_lines(tmp_path, one, f"{one} new")
    wallnotes.keep_lines(tmp_path, "a", "a newer")
    wallnotes.keep_lines(tmp_path, "d", "d new")
    kept = {one: wallnotes.lines_of(tmp_path, one) for one in "abcd"}
    assert kept == {"a": "a newer", "b": "", "c": "", "d": "d new"}
    (tmp_path / wallnotes.FILE).write_text('{"lines": {"a": 3, "b": "x"}}')
    assert [wallnotes.lines_of(tmp_path, one) for one in "ab"] == ["", "x"]
    (tmp_path / wallnotes.FILE).write_text('{"lines": ["a"]}')
    assert wallnotes.lines_of(tmp_path, "a") == ""


def test_a_disk_that_refuses_is_told(saved: Document) -> None:
    (saved.home.folder / wallnotes.FILE).mkdir()
    with pytest.raises(FileProblem):
        saved.wall_notes = "Б12 x"
