"""What a clip says to other programs: lines where it is of one cell, else a table with headings."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from cjm_desktop.journey import tables
from cjm_desktop.journey.clipping.clip import Clip
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Lane, Record, Stage, Step
from cjm_desktop.journey.tables.lines import SOFT, typed
from cjm_desktop.journey.tables.writing import row_name


class Told(NamedTuple):
    """The words of a clip."""

    rows: tuple[tuple[str, ...], ...]
    """Of a table; each cell is one text, its cards are lines."""
    is_list: bool
    """It is but a list: one column without headings, a card in each row."""


def tell(clip: Clip) -> Told:
    """The words of a clip, for a text and a table on the clipboard."""
    journey = _unfolded(clip)
    table = tables.of_map(journey, clip.map_id)
    found = tables.contents(journey, clip.map_id, table)
    said = {place: one.text for place, one in found.items() if place.row >= tables.HEADS}
    full = [place for place in said if said[place].strip()]
    if clip.kind == "cells" and len(full) <= 1:
        lines = typed(said[full[0]]) if full else ()
        return Told(tuple((one,) for one in lines), is_list=True)
    chosen = {one for one in map(journey.find, clip.ids) if isinstance(one, Record)}
    stages = {one.id for one in chosen if isinstance(one, Stage)}
    steps = {one.id for one in chosen if isinstance(one, Step)}
    lanes = {one.id for one in chosen if isinstance(one, Lane)}
    columns = [
        number
        for number, (stage, step) in enumerate(table.columns)
        if stage.id in stages
        or (step is not None and step.id in steps)
        or lanes
        or any(number in table.covered(*place) for place in full)
    ]
    rows = [
        row
        for row in range(tables.HEADS, table.height)
        if any(place.row == row for place in full) or getattr(table.lane(row), "id", "") in lanes
    ]
    language = journey.document.language
    heads = _heads(table, columns)
    body = [
        (
            row_name(table, row, language),
            *(_cell(table, said, row, one, columns) for one in columns),
        )
        for row in rows
    ]
    return Told((*(("", *row) for row in heads), *body), is_list=False)


def _unfolded(clip: Clip) -> Journey:
    """A table leaves out lanes that are folded; what is copied from them is there all the same."""
    journey = clip.journey.fork()
    for lane in journey.lanes(clip.map_id):
        if lane.folded:
            journey.put(replace(lane, folded=False))
    return journey


def _heads(table: tables.Table, columns: list[int]) -> list[tuple[str, ...]]:
    """The names of stages and steps; a stage is named over its first column."""
    stages: list[str] = []
    before = ""
    for number in columns:
        stage = table.columns[number].stage
        stages.append("" if stage.id == before else stage.title)
        before = stage.id
    steps = [
        step.title if step is not None else ""
        for _, step in map(table.columns.__getitem__, columns)
    ]
    return [tuple(stages), *([tuple(steps)] if any(steps) else [])]


def _cell(
    table: tables.Table, said: dict[tables.Place, str], row: int, column: int, columns: list[int]
) -> str:
    """The text of a cell; a wide one stands in the first of its columns that is told."""
    covered = table.covered(row, column)
    if any(one in covered for one in columns if one < column):
        return ""
    return said.get(tables.Place(row, covered.start), "").replace(SOFT, "\n")
