"""Settings keep their types from one process to the next."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from cjm_desktop.ui.settings import MOST_RECENTS, Recent, Settings

READ = """
import json, sys
from pathlib import Path
from cjm_desktop.ui.settings import Settings
s = Settings(Path(sys.argv[1]))
print(json.dumps([s.language, s.theme, s.font_size, s.wheel_zooms, s.automatic, s.overview,
                  bytes(s.geometry.data()).decode("latin-1"),
                  [(r.path, r.title, r.opened) for r in s.recents]]))
"""


def read_elsewhere(file: Path) -> list[object]:
    import json

    done = subprocess.run(
        [sys.executable, "-c", READ, str(file)], capture_output=True, text=True, check=True
    )
    found: list[object] = json.loads(done.stdout)
    return found


def test_a_fresh_process_reads_what_was_written(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    settings = Settings(file)
    settings.language, settings.theme, settings.font_size = "ru", "dark", 16
    settings.wheel_zooms, settings.automatic = True, False
    settings.geometry = settings.geometry.fromBase64(b"AQIDBA==")
    settings.remember(
        Recent("/a/Карта, первая.cjm", "Карта; «первая»", "2026-11-21T10:00:00+00:00")
    )
    settings.sync()
    assert read_elsewhere(file) == [
        "ru", "dark", 16, True, False, True, "\x01\x02\x03\x04",
        [["/a/Карта, первая.cjm", "Карта; «первая»", "2026-11-21T10:00:00+00:00"]],
    ]  # fmt: skip


def test_an_empty_file_gives_the_defaults(tmp_path: Path) -> None:
    assert read_elsewhere(tmp_path / "none.ini") == [
        "system", "system", 13, False, True, True, "", [],
    ]  # fmt: skip


def test_nonsense_gives_the_defaults(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    file.write_text(
        "[interface]\nlanguage=klingon\ntheme=\nfont_size=400\n"
        '[files]\nrecents=[1, {\\"path\\": 3\n',
        encoding="utf-8",
    )
    settings = Settings(file)
    assert (settings.language, settings.theme, settings.font_size) == ("system", "system", 13)
    assert settings.recents == ()


def test_recents_are_few_and_the_last_one_comes_first(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    for number in range(MOST_RECENTS + 5):
        settings.remember(Recent(f"/m{number}.cjm", str(number), ""))
    settings.remember(Recent("/m10.cjm", "ten", ""))
    assert len(settings.recents) == MOST_RECENTS
    assert settings.recents[0] == Recent("/m10.cjm", "ten", "")
    settings.forget("/m10.cjm")
    assert "/m10.cjm" not in [one.path for one in settings.recents]


def test_a_recent_file_may_have_a_name_of_another_system(tmp_path: Path) -> None:
    name = os.fsdecode("/карта.cjm".encode("cp866"))
    for title in ("one", "two"):
        Settings(tmp_path / "settings.ini").remember(Recent(name, title, ""))
    assert Settings(tmp_path / "settings.ini").recents == (Recent(name, "two", ""),)
