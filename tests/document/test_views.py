"""Where the user was looking comes back with a file, here and nowhere else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cjm_desktop.document import Document, Home, views
from cjm_desktop.document.views import keep_view, view_of
from cjm_desktop.journey import templates


def saved(home: Home, path: Path) -> None:
    made = Document.create(templates.make("blank", "en"), home)
    made.view_state = {"canvas": {"zoom": 2.0}}
    made.save_as(path)
    made.close()


def seen(path: Path, home: Home) -> object:
    opened = Document.open(path, home)
    found = opened.view_state
    assert not opened.unpublished
    opened.close()
    return found


def test_looking_is_no_edit_and_comes_back(tmp_path: Path) -> None:
    home, path = Home(tmp_path / "home"), tmp_path / "a.cjm"
    saved(home, path)
    before = path.read_bytes()
    opened = Document.open(path, home)
    opened.view_state = {"layout": "table"}
    assert not opened.unpublished
    opened.close()
    assert path.read_bytes() == before
    assert seen(path, home) == {"layout": "table"}
    moved = tmp_path / "Карты" / "b.cjm"
    moved.parent.mkdir()
    path.rename(moved)
    assert seen(moved, home) == {"layout": "table"}


def test_a_copy_elsewhere_starts_fresh(tmp_path: Path) -> None:
    home, path = Home(tmp_path / "home"), tmp_path / "a.cjm"
    saved(home, path)
    copy = tmp_path / "copy.cjm"
    shutil.copy(path, copy)
    other = Home(tmp_path / "other")
    assert seen(copy, other) == {}
    # Here the copy begins as the file was saved, not as its original is looked at.
    opened = Document.open(path, home)
    opened.view_state = {"layout": "table"}
    opened.close()
    assert seen(copy, home) == {"canvas": {"zoom": 2.0}}


def test_only_so_many_files_are_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "MOST", 3)
    for number in range(6, 11):
        keep_view(tmp_path, tmp_path / f"{number}.cjm", "d", {"n": number})
        (tmp_path / f"{number}.cjm").touch()
    assert view_of(tmp_path, tmp_path / "9.cjm", "d") == {"n": 9}
    assert view_of(tmp_path, tmp_path / "6.cjm", "d") is None
    assert view_of(tmp_path, tmp_path / "9.cjm", "other") is None
    (tmp_path / "views.json").write_text('{"views": [3, {"document": "d", "state": 5}]}')
    assert view_of(tmp_path, tmp_path / "9.cjm", "d") is None


def test_a_disk_that_refuses_does_not_keep_a_map_open(tmp_path: Path) -> None:
    home, path = Home(tmp_path / "home"), tmp_path / "a.cjm"
    saved(home, path)
    opened = Document.open(path, home)
    opened.view_state = {"layout": "table"}
    (home.folder / "views.json").unlink()
    (home.folder / "views.json").mkdir()
    opened.close()
    assert seen(path, home) == {"canvas": {"zoom": 2.0}}
