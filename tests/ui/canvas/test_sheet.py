"""The drawn map of a document: what is left when it is closed."""

from __future__ import annotations

import weakref
from pathlib import Path

import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import templates
from cjm_desktop.ui.canvas import sheet as sheets
from cjm_desktop.ui.canvas.sheet import Sheet
from cjm_desktop.ui.look import Look


def test_closed_maps_give_their_memory_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "LITTER", 4)
    document = Document.create(templates.make("sketch", "en"), Home(tmp_path))
    map_id = document.journey.maps()[0].id
    gone: list[weakref.ref[Sheet]] = []
    for _ in range(2 * sheets.LITTER):
        sheet = Sheet(document, map_id, Look("en"), lambda _: None)
        sheet.after_change = lambda _, kept=sheet: None  # a circle, as each window has many
        gone.append(weakref.ref(sheet))
        sheet.close()
        del sheet
    document.close()
    assert sum(one() is not None for one in gone) <= sheets.LITTER
