"""Where the user was looking in each file, kept beside the files: looking is no edit of a map.

A copy of a file that is opened on another computer begins as if it had never been looked at.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cjm_desktop.document.copies import read_json, write_json
from cjm_desktop.replacing import real_path
from cjm_desktop.storage.problems import translated

FILE = "views.json"
MOST = 200
"""Files that are remembered; the one looked at longest ago goes."""


def view_of(home: Path, path: Path, document_id: str) -> dict[str, Any] | None:
    """Where the user was looking when a file was last closed here; None: it never was.

    Args:
        home: the application's folder.
        path: of the file; one that was moved or renamed is known by its document.
        document_id: of what is in it.
    """
    same = [one for one in _known(home) if one.get("document") == document_id]
    for one in reversed(same):
        if one.get("path") == str(real_path(path)):
            return _state(one)
    moved = [one for one in same if not Path(str(one.get("path"))).exists()]
    return _state(moved[-1]) if moved else None


def keep_view(home: Path, path: Path, document_id: str, state: dict[str, Any]) -> None:
    """Remember where the user is looking.

    Raises:
        FileProblem: the disk refuses.
    """
    where = str(real_path(path))
    others = [one for one in _known(home) if one.get("path") != where]
    added = {"path": where, "document": document_id, "state": state}
    with translated(home):
        # While a window closes; a power cut may take where one looked, but nobody waits for it.
        write_json(home / FILE, {"views": [*others, added][-MOST:]}, durable=False)


def _known(home: Path) -> list[dict[str, Any]]:
    found = read_json(home / FILE).get("views")
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _state(one: dict[str, Any]) -> dict[str, Any] | None:
    state = one.get("state")
    return state if isinstance(state, dict) else None
