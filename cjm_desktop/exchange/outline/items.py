"""What an outline consists of: lines of a kind, and the things they name."""

from __future__ import annotations

from typing import Literal, NamedTuple

from cjm_desktop.exchange.report import Note
from cjm_desktop.journey.records import Duration, Record

Kind = Literal["stage", "step", "action", "contact", "thought", "feeling", "barrier", "idea"]
LineKind = (
    Kind
    | Literal[
        "title",  # of the map, where a whole Markdown document begins with it
        "blank",
        "rule",  # a row of dashes, which means nothing
        "left_out",  # more than a map can hold; it is told
    ]
)
KINDS: tuple[Kind, ...] = (
    "stage", "step", "action", "contact", "thought", "feeling", "barrier", "idea",
)  # fmt: skip
SIGNS: dict[Kind, str] = {
    "stage": "#",
    "step": "##",
    "action": "-",
    "contact": "@",
    "thought": '"',
    "feeling": ":",
    "barrier": "!",
    "idea": "+",
}
"""What a line begins with."""


class Item(NamedTuple):
    """One thing that an outline names."""

    kind: Kind
    text: str
    line: int
    """Number of its line, from 1; 0: the stage without a name that others begin with."""
    start: int = 0
    end: int = 0
    """Where its text stands in the line, in characters from 0."""
    severity: int = 0
    """Of a barrier."""
    value: float = 0.0
    """Of a feeling."""
    span: Duration | None = None
    """How long a stage or step takes."""
    record_id: str | None = None
    """Of the record it stands for, as soon as there is one."""


class Gone(NamedTuple):
    """A line that went, for when it comes back."""

    item: Item
    records: tuple[Record, ...]
    """Its own, and those that went along."""


class Outline(NamedTuple):
    """A text, what each of its lines is, and what they name."""

    text: str
    lines: tuple[LineKind, ...]
    items: tuple[Item, ...]
    notes: tuple[Note, ...] = ()
    """What is worth telling: each one sentence, with the number of its line."""
    title: str = ""
    """Of the map, where the text says it."""
    persona_id: str | None = None
    """Whose feelings the lines are; None: the customer's in general."""

    gone: tuple[Gone, ...] = ()
    """Lines that were taken out of it one edit after another, and may be pasted again."""

    def at(self, line: int, column: int = 0) -> Item | None:
        """The thing that a place in the text belongs to.

        Args:
            line: from 1.
            column: characters from 0; a line of contacts may name several.
        """
        here = [one for one in self.items if one.line == line]
        return next((one for one in here if column <= one.end), here[-1] if here else None)

    def above(self, line: int) -> Item | None:
        """The thing of a line, or the last one before it."""
        return next((one for one in reversed(self.items) if one.line <= line), None)

    def find(self, record_id: str) -> Item | None:
        """Where a record stands in the text."""
        return next((one for one in self.items if one.record_id == record_id), None)
