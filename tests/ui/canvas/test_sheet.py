"""The drawn map of a document: what is left when it is closed."""

from __future__ import annotations

import weakref
from pathlib import Path

import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import moves, templates
from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.ui.canvas import sheet as sheets
from cjm_desktop.ui.canvas.sheet import Sheet
from cjm_desktop.ui.look import Look
from tests.layout.test_walk import seen


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


def test_a_map_one_turns_back_to_is_laid_out_only_where_it_has_changed(tmp_path: Path) -> None:
    document = Document.create(templates.make("sketch", "en"), Home(tmp_path))
    first = document.journey.maps()[0].id
    with document.edit("step.copy_map", name="x") as draft:
        second = moves.copy_map(draft, first, "Another")
        moves.add_stage(draft, second, "One more")
    shown: list[Drawing] = []
    sheet = Sheet(document, first, Look("en"), shown.append)
    before = sheet.drawing
    sheet.turn_to(second, sheet.look)
    assert sheet.drawing.cells.keys() != before.cells.keys()
    sheet.turn_to(first, sheet.look)
    assert all(cell.pieces is before.cells[key].pieces for key, cell in sheet.drawing.cells.items())
    sheet.turn_to(second, sheet.look)
    stage = document.journey.stages(first)[0]
    with document.edit("step.edit_text", name="x") as draft:
        moves.set_fields(draft, stage.id, title="Named anew meanwhile")
    sheet.turn_to(first, sheet.look)
    fresh = Sheet(document, first, Look("en"), lambda _: None)
    assert seen(shown[-1]) == seen(fresh.drawing)
    same = [key for key, cell in shown[-1].cells.items() if cell.pieces is before.cells[key].pieces]
    assert same
    for one in (sheet, fresh):
        one.close()
    document.close()


def test_of_large_maps_none_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST", 3)
    document = Document.create(templates.make("sketch", "en"), Home(tmp_path))
    first = document.journey.maps()[0].id
    with document.edit("step.copy_map", name="x") as draft:
        second = moves.copy_map(draft, first, "Another")
    sheet = Sheet(document, first, Look("en"), lambda _: None)
    before = sheet.drawing
    for one in (second, first):
        sheet.turn_to(one, sheet.look)
    assert seen(sheet.drawing) == seen(before)
    assert sheet.drawing.memo is not before.memo
    sheet.close()
    document.close()


def test_a_map_is_laid_out_before_one_turns_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = Document.create(templates.make("sketch", "en"), Home(tmp_path))
    first = document.journey.maps()[0].id
    with document.edit("step.copy_map", name="x") as draft:
        second = moves.copy_map(draft, first, "Another")
        stage = moves.add_stage(draft, second, "One more")
    look, dark = Look("en", prompts=False), Look("en", prompts=False, dark_map=True)
    sheet = Sheet(document, first, look, lambda _: None)
    assert sheet.unlaid() == second
    ahead = sheet.laid(document.journey.fork(), second)
    sheet.remember(ahead, look)
    assert sheet.unlaid() == ""
    with document.edit("step.edit_text", name="x") as draft:
        moves.set_fields(draft, stage, title="Named anew meanwhile")
    sheet.turn_to(second, look)
    fresh = Sheet(document, second, look, lambda _: None)
    assert seen(sheet.drawing) == seen(fresh.drawing), "what has changed since is drawn anew"
    same = [key for key, cell in sheet.drawing.cells.items() if key in ahead.cells]
    taken = [key for key in same if sheet.drawing.cells[key].pieces is ahead.cells[key].pieces]
    assert len(taken) > len(same) / 2
    assert sheet.unlaid() == "", "the first one has been seen"
    sheet.turn_to(second, dark)
    assert sheet.unlaid() == first, "in this look it was not"
    monkeypatch.setattr(sheets, "MOST", 3)
    sheet.remember(sheet.laid(document.journey.fork(), first), dark)
    assert not sheet._recent
    assert sheet.unlaid() == "", "what is too large is not laid out again and again"
    for one in (sheet, fresh):
        one.close()
    document.close()
