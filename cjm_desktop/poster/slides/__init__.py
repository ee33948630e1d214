"""A map as slides: native shapes and texts that can be changed in a presentation program."""

from cjm_desktop.poster.slides.deck import make_pptx, write_pptx

__all__ = ["make_pptx", "write_pptx"]
