"""Posters: paper, sheets to glue, and pictures. Nothing but this room knows reportlab.

Each part is loaded when it is first asked for: who copies a card as a picture needs no print shop.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cjm_desktop.poster.against import losses
    from cjm_desktop.poster.gridding import Reach, reach
    from cjm_desktop.poster.job import Job
    from cjm_desktop.poster.paper import Paper
    from cjm_desktop.poster.planning import Plan, SheetChoice, ink, plan, sheet_choices
    from cjm_desktop.poster.raster import page_image
    from cjm_desktop.poster.rowed import RowChoice, row_gain, row_offers, row_word
    from cjm_desktop.poster.slides import write_pptx
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
    "Reach",
    "RowChoice",
    "SheetChoice",
    "dots_of",
    "ink",
    "losses",
    "make_pdf",
    "page_image",
    "plan",
    "reach",
    "row_gain",
    "row_offers",
    "row_word",
    "save_html",
    "save_pdf",
    "save_png",
    "save_svg",
    "sheet_choices",
    "write_html",
    "write_pdf",
    "write_png",
    "write_pptx",
    "write_svg",
]
_IN = {
    "against": ("losses",),
    "gridding": ("Reach", "reach"),
    "job": ("Job",),
    "paper": ("Paper",),
    "planning": (
        "Plan",
        "SheetChoice",
        "ink",
        "plan",
        "sheet_choices",
    ),
    "raster": ("page_image",),
    "rowed": (
        "RowChoice",
        "row_gain",
        "row_offers",
        "row_word",
    ),
    "slides": ("write_pptx",),
    "webpage": (
        "save_html",
        "write_html",
    ),
    "writing": (
        "dots_of",
        "make_pdf",
        "save_pdf",
        "save_png",
        "save_svg",
        "write_pdf",
        "write_png",
        "write_svg",
    ),
}
"""Which module has which of them."""


def __getattr__(name: str) -> Any:
    for module, names in _IN.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(name)
