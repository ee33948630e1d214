"""What one cell of a table says: its lines, and what typing into it would write."""

from __future__ import annotations

from typing import Literal, NamedTuple

from cjm_desktop.journey.journey import Cell

Writes = Literal["cards", "feelings", "goal", "stage", "step", "times", "numbers", "people", ""]
SOFT = "\u2028"
"""A break inside one card: Qt's and Unicode's line separator. No text of a record holds one."""


class Line(NamedTuple):
    """One line of a cell."""

    record_id: str
    text: str
    """As the record has it; it may have breaks of its own."""


class Content(NamedTuple):
    """What stands in a cell."""

    lines: tuple[Line, ...] = ()
    writes: Writes = ""
    """What is written by typing into it; empty: nothing, it only shows."""
    cell: Cell | None = None
    """Where a new card would lie; None in the headings."""

    @property
    def text(self) -> str:
        """All of it as one text: a line for each record, breaks inside one as `SOFT`."""
        return "\n".join(one.text.replace("\n", SOFT) for one in self.lines)

    @property
    def ids(self) -> tuple[str, ...]:
        """Whose words they are."""
        return tuple(one.record_id for one in self.lines)


def typed(text: str) -> tuple[str, ...]:
    """The lines of a text as people type it: one for each card; empty ones say nothing."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return tuple(one.replace(SOFT, "\n") for one in lines if one.strip())
