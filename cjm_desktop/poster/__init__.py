"""Posters: paper, sheets to glue, and pictures. Nothing but this room knows reportlab."""

from cjm_desktop.poster.job import Job
from cjm_desktop.poster.paper import Paper
from cjm_desktop.poster.planning import Plan, SheetChoice, plan, sheet_choices
from cjm_desktop.poster.raster import page_image
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
    "SheetChoice",
    "dots_of",
    "make_pdf",
    "page_image",
    "plan",
    "save_pdf",
    "save_png",
    "save_svg",
    "sheet_choices",
    "write_pdf",
    "write_png",
    "write_svg",
]
