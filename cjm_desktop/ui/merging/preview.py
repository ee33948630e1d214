"""What a merge would do, computed beside the window's own work."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from cjm_desktop.document import HistoryStep, Home
from cjm_desktop.document.merging import Copy, Reunion, Unrelated, read_copy
from cjm_desktop.journey import comparing
from cjm_desktop.journey.merging.conflicts import Side
from cjm_desktop.journey.merging.telling import Question, questions
from cjm_desktop.journey.problems import Problem
from cjm_desktop.storage.past import Past


class Preview(NamedTuple):
    """What came of looking at a copy."""

    copy: Copy | None = None
    """None: it could not be read."""
    reunion: Reunion | None = None
    """None: it cannot be merged."""
    problem: Problem | None = None
    """Why not."""
    questions: Sequence[Question] = ()
    groups: Sequence[comparing.Group] = ()
    """What comes from the copy, unless it is asked about."""
    counts: str = ""
    said: dict[tuple[str, Side], HistoryStep] = {}  # noqa: RUF012 - nobody writes into it
    """In which step a side did what is asked about (see `Reunion.said`)."""

    @property
    def parted(self) -> datetime | None:
        """When the copy was saved last."""
        return self.copy.saved_at if self.copy is not None else None

    @property
    def may_adopt(self) -> bool:
        """The copy is none of this map, but its maps may stand beside it."""
        return isinstance(self.problem, Unrelated)


def look(past: Past, path: Path, home: Home, language: str) -> Preview:
    """Look at a copy.

    Args:
        past: of the map that is open.
        path: of the copy, which is only read.
        home: the application's folder.
        language: to say it in.
    """
    copy = None
    try:
        copy = read_copy(path, home)
        reunion = Reunion(past, copy)
        outcome = reunion.outcome({})
    except Problem as problem:
        return Preview(copy, problem=problem)
    found = comparing.compare(past.journey, outcome)
    return Preview(
        copy,
        reunion,
        None,
        questions(reunion.merging, language),
        comparing.groups(found, language),
        comparing.count_words(found.counts, language),
        reunion.said(reunion.conflicts),
    )
