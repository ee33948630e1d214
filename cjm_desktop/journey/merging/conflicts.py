"""What two sides cannot both have, and whose it shall be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple, get_args

Side = Literal["ours", "theirs"]
SIDES: Final[tuple[Side, ...]] = get_args(Side)
Sort = Literal["field", "gone", "same"]
"""Both changed a field; one deleted what the other worked on; both put one to the same place."""


class Conflict(NamedTuple):
    """One question that only a person can answer."""

    key: str
    """What tells it from the others; the same whichever side is called ours."""
    sort: Sort
    record_ids: tuple[str, ...]
    """What it is about: one record; of `gone` those that were deleted and belong to none of the
    others; of `same` ours and theirs."""
    name: str = ""
    """The field; `place` for where a thing stands."""
    gone: Side | None = None
    """Who deleted it."""
    touched: tuple[str, ...] = ()
    """What the other side changed or added there since."""


Choices = Mapping[str, Side]
"""Whose value is taken, by the key of the conflict."""


def other(side: Side) -> Side:
    """The other side."""
    return "theirs" if side == "ours" else "ours"
