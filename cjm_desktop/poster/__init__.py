"""Posters: paper, sheets to glue, and pictures. Nothing but this room knows reportlab."""

from cjm_desktop.poster.job import Job
from cjm_desktop.poster.paper import Paper
from cjm_desktop.poster.planning import Plan, SheetChoice, plan, row_choices, sheet_choices
from cjm_desktop.poster.raster import page_image
from cjm_desktop.poster.rowed import RowChoice, row_gain
from cjm_desktop.poster.slides import slide_count, write_pptx
from cjm_desktop.poster.webpage import save_html, write_html
from cjm_desktop.poster.writing import (
    dots_of,
    make_pdf,
    save_pdf,
    save_png,
    save_svg,
    write_pdf,
    write_png,
    write_svg,
)

__all__ = [
    "Job",
    "Paper",
    "Plan",
    "RowChoice",
    "SheetChoice",
    "dots_of",
    "make_pdf",
    "page_image",
    "plan",
    "row_choices",
    "row_gain",
    "save_html",
    "save_pdf",
    "save_png",
    "save_svg",
    "sheet_choices",
    "slide_count",
    "write_html",
    "write_pdf",
    "write_png",
    "write_pptx",
    "write_svg",
]
