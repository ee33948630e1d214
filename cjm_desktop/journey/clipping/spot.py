"""Where one stands when something is put down."""

from __future__ import annotations

from typing import NamedTuple


class Spot(NamedTuple):
    """A place of a map, as far as one stands somewhere."""

    map_id: str
    lane_id: str = ""
    stage_id: str = ""
    step_id: str | None = None
    after_id: str = ""
    """The card or point one stands on: what is put comes right behind it."""
    beside: bool = False
    """Each thing comes right behind the one it was copied from, wherever one stands."""
