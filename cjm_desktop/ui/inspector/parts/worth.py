"""The part about what a touchpoint is worth: where it falls short of what is expected, in words."""

from __future__ import annotations

from cjm_desktop.journey import gaps
from cjm_desktop.journey.records import Touchpoint
from cjm_desktop.ui import plain
from cjm_desktop.ui.inspector.parts.part import Part, empty


class Worth(Part):
    """What is expected of a touchpoint against what customers get, and how that ranks."""

    _beside: str = ""
    _said: tuple[str, ...] = ()

    def state(self) -> object:
        """What is said beside the heading and below it: found at once, by a look at all stages."""
        map_id = self.journey.map_of(self.record(Touchpoint))
        memo = self.editing.memo
        found = gaps.fulfilment_gaps(self.journey, map_id, memo) if map_id is not None else ()
        own = next((one for one in found if one.contact.id == self.record_id), None)
        self._beside, self._said = "", self._lines(found, own)
        if own is not None and own.size > 0:
            self._beside = self.say("gap.summary", n=own.size)
        return self._beside, self._said

    def _lines(
        self, found: tuple[gaps.FulfilmentGap, ...], own: gaps.FulfilmentGap | None
    ) -> tuple[str, ...]:
        """Expectation, gap and rank as lines; none where nothing has been said of them."""
        if own is None:
            return ()
        short = [one for one in found if one.weighted > 0]
        if own.size <= 0:
            return (self.say("gap.exceeds" if own.size < 0 else "gap.meets"),)
        rank = short.index(own) + 1
        place = self.say("gap.rank", rank=rank, count=len(short)) if len(short) > 1 else ""
        return tuple(one for one in (self.say("gap.short", n=own.size), place) if one)

    def build(self) -> None:
        empty(self.column)
        for index, said in enumerate(self._said):
            self.column.addWidget(plain.label(said, "" if index == 0 else "secondary", wrap=True))

    @property
    def summary(self) -> str:
        """How far it falls short, beside the heading."""
        return self._beside
