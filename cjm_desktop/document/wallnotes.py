"""Lines of the wall notes that are not brought in yet, kept beside the files: they are no edit."""

from __future__ import annotations

from pathlib import Path

from cjm_desktop.document.copies import read_json, write_json
from cjm_desktop.storage.problems import translated

FILE = "wallnotes.json"
MOST = 200
"""Maps whose lines are kept; those that were typed longest ago go."""


def lines_of(home: Path, document_id: str) -> str:
    """The lines that were typed for a map and not brought in; empty: there are none.

    Args:
        home: the application's folder.
        document_id: of the map; it is the same wherever its file lies.
    """
    return _known(home).get(document_id, "")


def keep_lines(home: Path, document_id: str, text: str, *, durable: bool = True) -> None:
    """Keep the lines of a map; blank ones are forgotten.

    Args:
        home: the application's folder.
        document_id: of the map.
        text: the lines.
        durable: wait until they are on the disk itself.

    Raises:
        FileProblem: the disk refuses.
    """
    known = _known(home)
    kept = text if text.strip() else ""
    if known.pop(document_id, "") == kept:
        return
    if kept:
        known[document_id] = kept
    with translated(home):
        write_json(home / FILE, {"lines": dict(list(known.items())[-MOST:])}, durable=durable)


def _known(home: Path) -> dict[str, str]:
    found = read_json(home / FILE).get("lines")
    if not isinstance(found, dict):
        return {}
    return {one: text for one, text in found.items() if isinstance(text, str)}
