"""Many maps at once: into one folder, and one that fails stops no other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cjm_desktop import cli
from cjm_desktop.poster import slides


@pytest.fixture
def maps(tmp_path: Path) -> list[str]:
    found = []
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        path = tmp_path / folder / "map.cjm"
        assert cli.main(["new", str(path), "--title", folder]) == 0
        found.append(str(path))
    return found


def test_each_map_gets_a_file_and_a_failure_one_line(
    maps: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.cjm").write_text("no map")
    out = tmp_path / "out"
    given = [maps[0], str(tmp_path / "bad.cjm"), maps[1], str(out)]
    capsys.readouterr()
    assert cli.main(["export", *given, "--as", "mmd", "--language", "en"]) == 1
    assert sorted(one.name for one in out.iterdir()) == ["map 2.mmd", "map.mmd"]
    said = capsys.readouterr()
    assert said.err.count("bad.cjm") >= 1
    assert len(said.err.splitlines()) == 2
    assert "3 of 3" in said.out


def test_a_file_is_no_folder_and_one_file_needs_no_kind(maps: list[str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert cli.main(["export", *maps, str(tmp_path / "file")]) == 2
    # Each of the maps was meant to be one file: no folder of that name is made.
    assert cli.main(["export", *maps, str(tmp_path / "poster.pdf")]) == 2
    assert not (tmp_path / "poster.pdf").exists()
    assert cli.main(["export", maps[0], str(tmp_path / "a.mmd"), "--as", "mmd"]) == 2


def test_ctrl_c_leaves_whole_files_only(
    maps: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = tmp_path / "out"
    whole, made = slides.deck.make_pptx, []

    def interrupted(*args: Any) -> bytes:
        if made:
            raise KeyboardInterrupt
        made.append(1)
        return whole(*args)

    monkeypatch.setattr(slides.deck, "make_pptx", interrupted)
    asked = ["export", *maps, str(out), "--as", "pptx", "--language", "en"]
    assert cli.main(asked) == 130
    assert "Stopped: 1 of 2 are in" in capsys.readouterr().out
    assert [one.name for one in out.iterdir()] == ["map.pptx"]
