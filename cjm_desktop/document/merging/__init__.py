"""Bringing a copy of a map that went on elsewhere back into it."""

from cjm_desktop.document.merging.lineage import MERGED
from cjm_desktop.document.merging.reunion import Copy, Reunion, Unrelated, read_copy

__all__ = ["MERGED", "Copy", "Reunion", "Unrelated", "read_copy"]
