"""A map as a table: what stands in each cell, written and read as a spreadsheet does."""

from cjm_desktop.journey.tables.adding import beside
from cjm_desktop.journey.tables.contents import content, contents
from cjm_desktop.journey.tables.lines import Content, Line, typed
from cjm_desktop.journey.tables.shape import HEADS, STAGE_ROW, STEP_ROW, Place, Table, of_map
from cjm_desktop.journey.tables.sheets import from_html, from_tsv, to_html, to_tsv
from cjm_desktop.journey.tables.writing import Pasted, rows, write, write_cell

__all__ = [
    "HEADS",
    "STAGE_ROW",
    "STEP_ROW",
    "Content",
    "Line",
    "Pasted",
    "Place",
    "Table",
    "beside",
    "content",
    "contents",
    "from_html",
    "from_tsv",
    "of_map",
    "rows",
    "to_html",
    "to_tsv",
    "typed",
    "write",
    "write_cell",
]
