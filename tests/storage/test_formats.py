"""Every format that was ever published opens for ever, and stays as it is until it is saved."""

import hashlib
import shutil
import sqlite3
from pathlib import Path

import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.storage import reader
from cjm_desktop.storage.schema import FORMAT, version_name
from tests.document.doing import add_card, texts

FORMATS = Path(__file__).parent / "formats"
MADE = {
    "0.1/with_history.cjm": "037a4c0e07bdfbb1",
    "0.1/shared.cjm": "a3470f988c8bcd1f",
}
"""Their digests: these files are never made again."""


@pytest.mark.parametrize("name", MADE)
def test_a_file_of_a_published_format(name: str, tmp_path: Path) -> None:
    made = FORMATS / name
    raw = made.read_bytes()
    assert hashlib.sha256(raw).hexdigest()[:16] == MADE[name]
    path = tmp_path / made.name
    shutil.copy(made, path)
    document = Document.open(path, Home(tmp_path / "home"))
    assert "вторая" in texts(document)
    steps = document.history()
    if steps:
        assert [one.undone for one in steps] == [False, False, True]
        document.redo()
        assert "третья" in texts(document)
        document.go_to(0)
        assert "первая" not in texts(document)
        document.go_to(2)
    add_card(document, "сегодня")
    assert path.read_bytes() == raw
    document.publish()
    document.close()
    assert path.read_bytes() != raw
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (FORMAT,)
    found = reader.read(path)
    assert {"вторая", "сегодня"} <= {getattr(one, "text", "") for one in found.journey}


def test_there_are_files_of_this_format_too() -> None:
    """Before a format is published its files are put beside these, with their digests."""
    assert version_name(FORMAT) in {one.name for one in FORMATS.iterdir()}
    assert {one.relative_to(FORMATS).as_posix() for one in FORMATS.rglob("*.cjm")} == set(MADE)
