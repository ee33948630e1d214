"""Whether a thing stands elsewhere than before: in another cell, or in another order."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Final

from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    Barrier,
    Card,
    Feeling,
    JourneyMap,
    Lane,
    Record,
    Stage,
    Step,
)

WHERE: Final = frozenset(
    {"id", "map_id", "lane_id", "stage_id", "step_id", "place", "between", "on_id", "dx", "dy"}
)
"""Fields that say where a record stands, and its id."""
_ORDERED = (Card, Stage, Step, Lane, JourneyMap)
"""Records whose order among their like people see."""


class Places:
    """Where things stand before and after.

    Args:
        before, after: two states of a document.
    """

    def __init__(self, before: Journey, after: Journey) -> None:
        self._before, self._after = before, after
        self._ranks: dict[Hashable, tuple[dict[str, int], dict[str, int]]] = {}

    def differs(self, old: Record, new: Record) -> bool:
        """Whether a person sees it elsewhere; a key of order that changed alone is not seen."""
        if self._holder(self._before, old) != self._holder(self._after, new):
            return not self._came_along(old, new)
        if isinstance(old, Feeling) and isinstance(new, Feeling):
            return old.between != new.between
        if _pin(old) != _pin(new):
            return True
        if not isinstance(new, _ORDERED) or _key(old) == _key(new):
            return False
        before, after = self._rank(old, new)
        return before.get(new.id) != after.get(new.id)

    def _holder(self, journey: Journey, record: Record) -> Hashable:
        """What a thing lies in."""
        if isinstance(record, Card | Feeling):
            return (record.lane_id, record.stage_id, record.step_id)
        if isinstance(record, Step):
            return record.stage_id
        return getattr(record, "map_id", None)

    def _came_along(self, old: Record, new: Record) -> bool:
        """Whether it only went to another stage with the step it lies in."""
        if not isinstance(old, Card | Feeling) or not isinstance(new, Card | Feeling):
            return False
        same = (old.lane_id, old.step_id) == (new.lane_id, new.step_id)
        return same and new.step_id is not None

    def _rank(self, old: Record, new: Record) -> tuple[dict[str, int], dict[str, int]]:
        """The places among those that lie together before and after."""
        key = (new.kind, self._holder(self._after, new))
        if key not in self._ranks:
            was = [one.id for one in self._together(self._before, old)]
            now = [one.id for one in self._together(self._after, new)]
            both = {*was} & {*now}
            self._ranks[key] = (_numbered(was, both), _numbered(now, both))
        return self._ranks[key]

    @staticmethod
    def _together(journey: Journey, record: Record) -> tuple[Record, ...]:
        if isinstance(record, Card):
            return journey.cards(record.lane_id, record.stage_id, record.step_id)
        if isinstance(record, Step):
            return journey.steps(record.stage_id)
        if isinstance(record, Stage):
            return journey.stages(record.map_id)
        if isinstance(record, Lane):
            return journey.lanes(record.map_id)
        return journey.maps()


def _pin(record: Record) -> Hashable:
    """What a note is pinned to, and where on it."""
    return (record.on_id, record.dx, record.dy) if isinstance(record, Barrier) else None


def _key(record: Record) -> object:
    return getattr(record, "place", None)


def _numbered(ids: list[str], both: set[str]) -> dict[str, int]:
    return {one: at for at, one in enumerate(o for o in ids if o in both)}
