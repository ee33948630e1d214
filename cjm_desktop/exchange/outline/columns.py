"""Stages and steps as an outline has them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cjm_desktop.exchange.outline.places import staying
from cjm_desktop.exchange.outline.work import Work
from cjm_desktop.journey import moves
from cjm_desktop.journey.moves.inheriting import with_path
from cjm_desktop.journey.moves.stages import rehome
from cjm_desktop.journey.records import Stage, Step


class Columns:
    """The stages and steps of one change."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._draft = work.draft

    def line_up(self) -> None:
        """Add, move and rename stages and steps; what is not in the outline stays for now."""
        work = self._work
        wanted: dict[int, list[int]] = {}
        for number, item in enumerate(work.items):
            if item.kind == "stage":
                wanted[number] = []
            elif item.kind == "step":
                wanted[work.spots[number].stage].append(number)
        self._stages(list(wanted))
        for stage, steps in wanted.items():
            self._steps(work.record(stage), steps)
        for number, item in enumerate(work.items):
            if item.kind in ("stage", "step"):
                self.say(number)

    def _stages(self, wanted: Sequence[int]) -> None:
        work, map_id = self._work, self._work.content.map_id

        def there() -> list[str]:
            return [one.id for one in self._draft.journey.stages(map_id)]

        def bring(number: int, place: int) -> None:
            record_id = work.ids[number]
            if record_id is None:
                title = work.items[number].text
                work.add(number, moves.add_stage(self._draft, map_id, title, place))
            else:
                moves.move_stage(self._draft, record_id, place)
                work.moved[record_id] = None

        self._arrange(wanted, there, bring)

    def _steps(self, stage_id: str, wanted: Sequence[int]) -> None:
        work = self._work

        def there() -> list[str]:
            return [one.id for one in self._draft.journey.steps(stage_id)]

        def bring(number: int, place: int) -> None:
            record_id = work.ids[number]
            if record_id is None:
                title = work.items[number].text
                made = moves.add_step(self._draft, stage_id, title, place, settle=False)
                work.add(number, made)
            else:
                self._move_step(record_id, stage_id, place)
                work.moved[record_id] = None

        self._arrange(wanted, there, bring)

    def _move_step(self, step_id: str, stage_id: str, place: int) -> None:
        step = self._draft.journey.get(Step, step_id)
        if step.stage_id == stage_id:
            moves.move_step(self._draft, step_id, stage_id, place)
            return
        # The verb would give what lies in the other stage as a whole a step of its own.
        stage = self._draft.journey.get(Stage, stage_id)
        rehome(self._draft, [with_path(self._draft, step, stage)], stage_id, place)

    def _arrange(
        self,
        wanted: Sequence[int],
        there: Callable[[], list[str]],
        bring: Callable[[int, int], None],
    ) -> None:
        """Bring what is new or moves behind what stands before it."""
        ids = [self._work.ids[one] for one in wanted]
        now = there()
        known = set(now)
        stay = staying(now, [one for one in ids if one is not None and one in known])
        last: str | None = None
        for number in wanted:
            record_id = self._work.ids[number]
            if record_id is None or record_id not in stay:
                rest = [one for one in there() if one != record_id]
                bring(number, 0 if last is None else rest.index(last) + 1)
            last = self._work.record(number)

    def say(self, number: int) -> None:
        """Let a stage or step have the title and the time its line says."""
        work, item = self._work, self._work.items[number]
        record_id = work.record(number)
        was = work.was.get(record_id)
        if was is not None and was.text != item.text:
            work.change(record_id, title=item.text)
        if item.span != (was.span if was is not None else None):
            record = self._draft.journey.find(record_id)
            if isinstance(record, (Stage, Step)):
                work.change(record_id, **{work.content.said_time(record): item.span})
