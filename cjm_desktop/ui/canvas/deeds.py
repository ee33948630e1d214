"""What can be done to the map without a gesture: adding, deleting, moving by keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from cjm_desktop.journey import moves, naming, plans
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.records import (
    Barrier,
    Feeling,
    Lane,
    Opportunity,
    Path,
)
from cjm_desktop.ui.canvas import making, nudging, planning
from cjm_desktop.ui.canvas.walk import Direction, Place, Stand, Walk

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas


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

    def add(self, kind: str, where: str | Place | None) -> str | None:
        """Make something new and begin to type (see `Canvas.add`)."""
        canvas = self._canvas
        spot = self._where(where)
        journey = canvas.document.journey
        return self._make(
            making.plan(journey, canvas.map_id, kind, spot, self._view, whose=self._whose)
        )

    def add_stage_at(self, place: int) -> str | None:
        """Make a stage at a place among the others and begin to type its name."""
        canvas = self._canvas
        journey = canvas.document.journey
        stages = journey.stages(canvas.map_id)
        real = plans.real_place(journey, stages, self._view, place)
        return self._make(making.stage(journey, canvas.map_id, real, self._view))

    def add_feeling(self, place: Place, value: float | None) -> str | None:
        """Make a point of the curve in a cell; without a value at the height of the curve."""
        canvas, stand = self._canvas, self._canvas.walker.walk().at(place)
        journey, whose = canvas.document.journey, self._whose
        return self._make(
            making.feeling(journey, canvas.map_id, stand, value=value, view=self._view, whose=whose)
        )

    def add_pinned(self, home: Place, on_id: str) -> str | None:
        """Make a barrier note that is pinned to a touchpoint, step or stage.

        Args:
            home: the cell of the barrier lane it belongs to.
            on_id: what it is pinned to.
        """
        return self._make(making.pinned(self._canvas.document.journey, home, on_id, self._view))

    def _make(self, made: making.Making | None) -> str | None:
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
        canvas.writing.open(new_id, step=made.step, merge=made.merge, fresh=made.needs_text)
        return new_id

    def add_like(self) -> None:
        """Make another of what the keyboard stands on, or what the cell it stands in holds."""
        now, journey = self._canvas.walker.standing(), self._canvas.document.journey
        if now is None:
            if not self._canvas.drawing.columns:
                self.add("stage", None)
            return
        lane = journey.find(now.spot.row)
        holds = lane.holds if isinstance(lane, Lane) and now.record_id != lane.id else ""
        if holds == "goals":
            self._canvas.writing.open(now.spot.stage_id, "goal")
        elif holds == "time":
            # How long it takes is said of the stage or step, beside the map.
            self._canvas.walker.choose(now.spot.step_id or now.spot.stage_id)
        else:
            self.add(making.kind_of(journey, now), now.record_id or now.place)

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

        self._step_of("step.severity", barriers, do)
        return True

    def answer(self) -> str | None:
        """Make an opportunity that answers the chosen barrier, and begin to type."""
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

    def nudge(self, by: float) -> bool:
        """Raise or lower the chosen feelings; False when none is chosen."""
        journey = self._canvas.document.journey
        chosen = [journey.find(one) for one in self._canvas.selection]
        feelings = [one for one in chosen if isinstance(one, Feeling)]
        if not feelings:
            return False

        def do(draft: Draft) -> tuple[str, ...]:
            for feeling in feelings:
                value = min(2.0, max(-2.0, round(feeling.value + by, 2)))
                moves.set_fields(draft, feeling.id, value=value)
            return tuple(one.id for one in feelings)

        self._step_of("step.move_feeling", feelings, do, merge=f"nudge {feelings[0].id}")
        return True

    def move(self, direction: Direction) -> None:
        """Move what is chosen one place in a direction."""
        canvas = self._canvas
        journey, chosen = canvas.document.journey, canvas.selection
        plan = nudging.plan(journey, canvas.map_id, chosen, direction, self._view)
        if plan is not None:
            self._follow(canvas.change(plan.step, plan.do, plan.values))
            canvas.reveal(canvas.selection[-1])

    def _follow(self, ids: tuple[str, ...] | None) -> None:
        """Choose what stands for the chosen things now, where that are others."""
        if ids and not set(ids) <= set(self._canvas.selection):
            self._canvas.select(ids)

    def _step_of(
        self,
        step: str,
        records: Sequence[Barrier | Feeling],
        do: Callable[[Draft], tuple[str, ...]],
        merge: str | None = None,
    ) -> None:
        name = making.name_of(self._canvas.document.journey, records[0])
        if len(records) > 1:
            self._follow(self._canvas.change("step.edit_many", do, {"n": len(records)}, merge))
        else:
            self._follow(self._canvas.change(step, do, {"name": name}, merge))
