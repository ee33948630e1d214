"""The points of a curve as an outline has them."""

from __future__ import annotations

from typing import Any

from cjm_desktop.exchange.outline.content import Place
from cjm_desktop.exchange.outline.spacing import betweens
from cjm_desktop.exchange.outline.work import Work
from cjm_desktop.journey import moves
from cjm_desktop.journey.records import Feeling


class Curve:
    """The curve of one change."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._draft = work.draft

    def draw(self) -> None:
        """Add, move and change points; what is not in the outline is gone already."""
        work = self._work
        columns: dict[Place, list[int]] = {}
        for number, item in enumerate(work.items):
            if item.kind == "feeling":
                stage_id, step_id = work.place(number)
                per = work.lanes("feeling")[0].per
                place = stage_id, None if per == "stage" else step_id
                columns.setdefault(place, []).append(number)
        coming: list[tuple[int, Place, float]] = []
        for place, numbers in columns.items():
            coming += self._column(place, numbers)
        for number, place, between in coming:  # when no point is in their way any more
            self._add(number, place, between)

    def _column(self, place: Place, numbers: list[int]) -> list[tuple[int, Place, float]]:
        """Put the points that are there where they belong; return what is to be added."""
        work, coming = self._work, []
        now = {
            record_id: point.between
            for record_id in (work.ids[one] for one in numbers)
            if record_id is not None
            for point in (self._draft.journey.get(Feeling, record_id),)
            if (point.stage_id, point.step_id) == place
        }
        found = betweens([work.ids[one] for one in numbers], now)
        for number, between in zip(numbers, found, strict=True):
            record_id = work.ids[number]
            if record_id is None:
                coming.append((number, place, between))
            else:
                self._put(number, place, between)
        return coming

    def say(self, number: int) -> None:
        """Let a point say what its line says."""
        work, item = self._work, self._work.items[number]
        record_id = work.record(number)
        was = work.was[record_id]
        said: dict[str, Any] = {}
        if item.value != was.value:
            said["value"] = item.value
        if item.text != was.text:
            said["word"] = item.text
        work.change(record_id, **said)

    def _put(self, number: int, place: Place, between: float) -> None:
        work, record_id = self._work, self._work.record(number)
        self.say(number)
        point = self._draft.journey.get(Feeling, record_id)
        if (point.stage_id, point.step_id, point.between) != (*place, between):
            moves.set_fields(
                self._draft, record_id, stage_id=place[0], step_id=place[1], between=between
            )
            work.moved[record_id] = None

    def _add(self, number: int, place: Place, between: float) -> None:
        work, item = self._work, self._work.items[number]
        record_id = moves.set_feeling(
            self._draft,
            work.lanes("feeling")[0].id,
            *place,
            item.value,
            persona_id=work.content.persona_id,
            path=work.content.state,
            between=between,
            word=item.text,
        )
        work.add(number, record_id)
