"""What can be done to the map without a gesture: adding, deleting, moving by keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from cjm_desktop.journey import moves, naming, plans
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.gestures import making, nudging, planning
from cjm_desktop.journey.gestures.walk import Direction, Place, Stand, Walk
from cjm_desktop.journey.records import (
    Barrier,
    Feeling,
    Lane,
    Opportunity,
    Path,
)

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas

_OF_MANY = {"step.severity": "step.many_severity", "step.move_feeling": "step.many_feelings"}
"""What a change of one thing is called where it is one of several."""


class Deeds:
    """Does things to what is chosen on a canvas, each as one step."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas

    @property
    def _view(self) -> Path:
        return self._canvas.look.path

    @property
    def _whose(self) -> str:
        """The persona whose curves are shown alone: a new feeling is theirs."""
        shown = self._canvas.look.persona_ids
        return shown[0] if len(shown) == 1 else ""

    # Adding

    def add(
        self,
        kind: str,
        where: str | Place | None,
        *,
        series: bool = False,
        chain: bool = False,
        typed: str = "",
    ) -> str | None:
        """Make something new and begin to type (see `Canvas.add`).

        Args:
            kind: of what.
            where: a record or a cell to make it at.
            series: Enter goes on to the next one.
            chain: a name in a row of names: left as it is, it goes again.
            typed: its text begins so.
        """
        canvas = self._canvas
        spot = self._where(where)
        journey = canvas.document.journey
        made = making.plan(journey, canvas.map_id, kind, spot, self._view, whose=self._whose)
        return self._make(made, series=series, typed=typed, chain=chain)

    def add_stage_at(self, place: int) -> str | None:
        """Make a stage at a place among the others and begin to type its name."""
        canvas = self._canvas
        journey = canvas.document.journey
        stages = journey.stages(canvas.map_id)
        real = plans.real_place(journey, stages, self._view, place)
        return self._make(making.stage(journey, canvas.map_id, real, self._view))

    def add_feeling(self, place: Place, value: float | None, *, typing: bool = True) -> str | None:
        """Make a point of the curve in a cell.

        Args:
            place: the cell.
            value: -2 to 2; None: at the height of the curve there.
            typing: begin to type its word.
        """
        canvas, stand = self._canvas, self._canvas.walker.walk().at(place)
        journey, whose = canvas.document.journey, self._whose
        made = making.feeling(
            journey, canvas.map_id, stand, value=value, view=self._view, whose=whose
        )
        return self._make(made, typing=typing)

    def add_pinned(self, home: Place, on_id: str) -> str | None:
        """Make a barrier note that is pinned to a touchpoint, step or stage.

        Args:
            home: the cell of the barrier lane it belongs to.
            on_id: what it is pinned to.
        """
        return self._make(making.pinned(self._canvas.document.journey, home, on_id, self._view))

    def _make(
        self,
        made: making.Making | None,
        *,
        typing: bool = True,
        series: bool = False,
        typed: str = "",
        chain: bool = False,
    ) -> str | None:
        canvas = self._canvas
        if made is None:
            return None
        new_id = canvas.change(made.step, made.do, {"name": made.name}, made.merge)
        if new_id is None:
            return None
        canvas.stand_in(None)
        if canvas.look.hides and canvas.marks.on_paper(new_id) is None:
            canvas.everything_asked.emit()  # one must see what one types
        canvas.select((new_id,), reveal=True)
        if not typing:
            return new_id
        canvas.writing.open(
            new_id,
            step=made.step,
            merge=made.merge,
            fresh=made.needs_text or chain,
            series=series,
            typed=typed,
        )
        return new_id

    def add_like(self, typed: str = "") -> None:
        """Make another of what the keyboard stands on, or what the cell it stands in holds.

        Args:
            typed: its text begins so.
        """
        now, journey = self._canvas.walker.standing(), self._canvas.document.journey
        if now is None:
            if not self._canvas.drawing.columns:
                self.add("stage", None)
            else:
                # Another of what? First one sees where one is.
                self._canvas.walker.go("down")
            return
        lane = journey.find(now.spot.row)
        holds = lane.holds if isinstance(lane, Lane) and now.record_id != lane.id else ""
        if holds == "goals":
            self._canvas.writing.open(now.spot.stage_id, "goal", typed=typed)
        elif holds == "time":
            # How long it takes is said of the stage or step, beside the map.
            self._canvas.walker.choose(now.spot.step_id or now.spot.stage_id)
        else:
            kind = making.kind_of(journey, now)
            self.add(kind, now.record_id or now.place, series=True, typed=typed)

    def unmake(self, record_id: str, step: str, merge: str | None) -> None:
        """Let a thing that was just made go again, and its step with it.

        Args:
            record_id: of the thing.
            step: key of the name of the step that made it.
            merge: of that step: what is taken out of it leaves no trace in the history.
        """
        canvas, document = self._canvas, self._canvas.document
        record, made = document.journey.find(record_id), document.undo_step
        if record is None:
            return
        if merge is not None:
            name = making.name_of(document.journey, record)
            canvas.change(step, lambda draft: moves.drop(draft, record_id), {"name": name}, merge)
        left = document.undo_step
        if left is not None and made is not None and left.number == made.number:
            # More came with it, such as its lane.
            canvas.take_back()

    def _where(self, where: str | Place | None) -> Stand | None:
        walk = self._canvas.walker.walk()
        if isinstance(where, str):
            return walk.of(where)
        if where is not None:
            return walk.at(where)
        return self._canvas.walker.standing() or self._in_sight(walk)

    def _in_sight(self, walk: Walk) -> Stand | None:
        """The first stage that is seen."""
        canvas = self._canvas
        seen = canvas.camera.seen()
        for column in canvas.drawing.columns:
            if column.x + column.w / 2 >= seen.left():
                return walk.of(column.stage_id)
        return walk.first()

    # Changing

    def set_severity(self, severity: int) -> bool:
        """Set how bad the chosen barriers are; False when none is chosen."""
        journey = self._canvas.document.journey
        chosen = [journey.find(one) for one in self._canvas.selection]
        barriers = [one for one in chosen if isinstance(one, Barrier)]
        if not barriers:
            return False

        def do(draft: Draft) -> tuple[str, ...]:
            return tuple(
                planning.set_fields(draft, self._view, one.id, severity=severity)
                for one in barriers
            )

        self.step_of("step.severity", barriers, do)
        return True

    def answer(self) -> str | None:
        """Make an opportunity that answers the chosen barrier, and begin to type."""
        self._canvas.writing.commit()
        canvas, journey = self._canvas, self._canvas.document.journey
        barrier = journey.find(canvas.selection[-1]) if canvas.selection else None
        if not isinstance(barrier, Barrier):
            return None
        name = naming.label(barrier, journey.document.language)
        merge = making.merge_key()
        new_id = canvas.change(
            "step.answer_barrier",
            lambda draft: moves.answer_barrier(draft, barrier.id, view=self._view),
            {"name": name},
            merge,
        )
        if new_id is not None and isinstance(journey.find(new_id), Opportunity):
            canvas.writing.open(new_id, step="step.add_opportunity", merge=merge, fresh=True)
        return new_id

    def move(self, direction: Direction) -> None:
        """Move what is chosen one place in a direction."""
        canvas = self._canvas
        journey, chosen = canvas.document.journey, canvas.selection
        plan = nudging.plan(journey, canvas.map_id, chosen, direction, self._view)
        if plan is not None:
            self._follow(canvas.change(plan.step, plan.do, plan.values))
            canvas.reveal(canvas.selection[-1])

    def move_lane(self, by: int) -> None:
        """Move the lane one stands in up (-1) or down (1); one stands where one stood."""
        canvas, stand = self._canvas, self._canvas.walker.standing()
        if stand is None or not isinstance(canvas.record(stand.spot.row), Lane):
            return
        direction: Direction = "down" if by > 0 else "up"
        journey = canvas.document.journey
        plan = nudging.plan(journey, canvas.map_id, (stand.spot.row,), direction, self._view)
        if plan is not None and canvas.change(plan.step, plan.do, plan.values) is not None:
            canvas.reveal(stand.record_id) if stand.record_id else canvas.reveal_place(stand.place)

    def _follow(self, ids: tuple[str, ...] | None) -> None:
        """Choose what stands for the chosen things now, where that are others."""
        if ids and not set(ids) <= set(self._canvas.selection):
            self._canvas.select(ids)

    def step_of(
        self,
        step: str,
        records: Sequence[Barrier | Feeling],
        do: Callable[[Draft], tuple[str, ...]],
        merge: str | None = None,
    ) -> None:
        """Change things of one kind as one step.

        Args:
            step: its name where there is but one.
            records: what is changed.
            do: changes it, and tells what stands for the things then.
            merge: steps in a row with the same key become one.
        """
        name = making.name_of(self._canvas.document.journey, records[0])
        if len(records) > 1:
            self._follow(self._canvas.change(_OF_MANY[step], do, {"n": len(records)}, merge))
        else:
            self._follow(self._canvas.change(step, do, {"name": name}, merge))
