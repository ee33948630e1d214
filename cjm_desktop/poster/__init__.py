"""Posters: paper, sheets to glue, and pictures. Nothing but this room knows reportlab."""

from cjm_desktop.poster.job import Job
from cjm_desktop.poster.paper import Paper
from cjm_desktop.poster.planning import Plan, SheetChoice, plan, sheet_choices
from cjm_desktop.poster.raster import page_image
from cjm_desktop.poster.writing import make_pdf, write_pdf, write_png, write_svg

__all__ = [
    "Job",
    "Paper",
    "Plan",
    "SheetChoice",
    "make_pdf",
    "page_image",
    "plan",
    "sheet_choices",
    "write_pdf",
    "write_png",
    "write_svg",
]
