"""Saving the report for a review meeting; what it needs is loaded when one is asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from cjm_desktop.journey.comparing import Comparison
from cjm_desktop.journey.problems import Problem
from cjm_desktop.layout.options import Options
from cjm_desktop.poster.job import Job
from cjm_desktop.poster.reports import review
from cjm_desktop.poster.writing import save_pdf
from cjm_desktop.ui.export.saving import Written, ask_where

__all__ = ["ask_where", "writer"]


def writer(
    found: Comparison, names: tuple[str, str], shows: Options, language: str, path: Path
) -> Callable[[], Written]:
    """What writes a report, in any thread.

    Args:
        found: the differences of one map.
        names: what the two states are called.
        shows: what of the map is to be seen.
        language: of the window.
        path: of the file.
    """
    job = Job(map_id=str(found.map_id), language="ru" if language == "ru" else "en", shows=shows)

    def write() -> Written:
        try:
            return Written(path, save_pdf(review.laid(found, review.States(*names), job), path))
        except Problem as problem:
            return Written(path, written=False, problem=problem)

    return write
