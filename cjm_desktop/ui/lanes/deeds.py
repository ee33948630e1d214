"""What can be done to lanes and stages as a whole: each is one step that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm_desktop.journey import moves, naming, words
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.moves import joining
from cjm_desktop.journey.moves.transfers import STEPS, joined_copy
from cjm_desktop.journey.records import Lane, LaneKind, Stage
from cjm_desktop.ui.lanes import reading

if TYPE_CHECKING:
    from cjm_desktop.ui.editing import Editing


class Deeds:
    """Adds, copies, moves, hides, colours and deletes lanes.

    Args:
        editing: makes the changes.
    """

    def __init__(self, editing: Editing) -> None:
        self._editing = editing

    @property
    def journey(self) -> Journey:
        """The records as they are."""
        return self._editing.journey

    @property
    def language(self) -> str:
        """Of the window."""
        return self._editing.language

    def name(self, record: Lane | Stage) -> str:
        """What a lane or stage is called in a sentence."""
        return naming.label(record, self.language)

    def add(self, map_id: str, holds: LaneKind, place: int | None = None) -> str | None:
        """Add a lane of a kind with its usual name and question; return its id."""
        language = self.journey.document.language
        title = naming.lane_title(holds, language)
        question = naming.lane_question(holds, language)
        return self._editing.do(
            "step.add_lane",
            title,
            lambda draft: moves.add_lane(draft, map_id, holds, title, question, place=place),
        )

    def duplicate(self, lane: Lane) -> str | None:
        """Copy a lane with what lies on it; the copy stands right below. Return its id."""
        place = self.journey.lanes(lane.map_id).index(lane) + 1
        title = reading.title_of_copy(self.journey, lane, self.journey.document.language)

        def act(draft: Draft) -> str:
            copy = moves.copy_lane(draft, lane.id, lane.map_id, place)
            moves.set_title(draft, copy, title)
            return copy

        return self._editing.do("step.duplicate_lane", self.name(lane), act)

    def show(self, lane: Lane, *, shown: bool) -> None:
        """Show a lane, or leave only its name of it."""
        if lane.folded == (not shown):
            return
        self._editing.do(
            "step.unfold_lane" if shown else "step.fold_lane",
            self.name(lane),
            lambda draft: moves.set_fields(draft, lane.id, folded=not shown),
        )

    def show_all(self, map_id: str) -> None:
        """Show every lane of a map."""
        hidden = [one for one in self.journey.lanes(map_id) if one.folded]

        def act(draft: Draft) -> None:
            for one in hidden:
                moves.set_fields(draft, one.id, folded=False)

        if len(hidden) == 1:
            self.show(hidden[0], shown=True)
        elif hidden:
            self._editing.do("step.unfold_lanes", "", act)

    def move(self, lane: Lane, place: int) -> bool:
        """Give a lane another place; False where it has it already or there is none."""
        lanes = self.journey.lanes(lane.map_id)
        if not 0 <= place < len(lanes) or lanes.index(lane) == place:
            return False
        self._editing.do(
            "step.move_lane", self.name(lane), lambda draft: moves.move_lane(draft, lane.id, place)
        )
        return True

    def rename(self, lane: Lane, title: str) -> None:
        """Give a lane another name; without one it has that of its kind."""
        if title != lane.title:
            self._editing.set(lane.id, "title", title, self._editing.session())

    def recolour(self, lane: Lane, colour: str) -> None:
        """Give a lane's icon another ground; empty: the usual one."""
        if colour != lane.colour:
            self._editing.set(lane.id, "colour", colour, self._editing.session())

    def fit_height(self, lane: Lane) -> None:
        """Let a lane be as high again as what it holds."""
        if lane.height is not None:
            self._editing.do(
                "step.resize_lane",
                self.name(lane),
                lambda draft: moves.resize_lane(draft, lane.id, None),
            )

    def delete(self, lane: Lane) -> int:
        """Delete a lane; return how many cards and points of curves have gone with it."""
        gone = reading.holds(self.journey, lane.id)
        self._editing.do(
            "step.delete_lane", self.name(lane), lambda draft: moves.drop(draft, lane.id)
        )
        return gone if lane.id not in self.journey else 0

    # To another map

    def copy_to(self, record: Lane | Stage, map_id: str | None) -> tuple[str, str] | None:
        """Copy a lane or stage with what it holds to another map of the document.

        Args:
            record: the lane or stage.
            map_id: None: a new map. For a lane it gets the stages and steps of this one.

        Returns:
            The map and the copy by their ids; None: it was refused, which has been told.
        """
        title = words.say("new.map", self.journey.document.language)
        joined: tuple[str, ...] = ()

        def act(draft: Draft) -> tuple[str, str]:
            nonlocal joined
            target = map_id or moves.add_map(draft, title)
            if isinstance(record, Stage):
                copy, joined = joined_copy(draft, record.id, target)
                return target, copy
            if map_id is None:
                _copy_columns(draft, record.map_id, target)
            return target, moves.copy_lane(draft, record.id, target)

        step = STEPS["copy_stage" if isinstance(record, Stage) else "copy_lane"]
        made = self._editing.do(step, self.name(record), act)
        said = joining.said(self.journey, joined) if made is not None else None
        if said is not None:
            self._editing.refused.emit(said.sentence(self._editing.language))
        return made


def _copy_columns(draft: Draft, from_id: str, to_id: str) -> None:
    """Give an empty map the stages and steps of another one, without what lies in them."""
    for stage in draft.journey.stages(from_id):
        made = moves.add_stage(draft, to_id, stage.title, colour=stage.colour, path=stage.path)
        for step in draft.journey.steps(stage.id):
            moves.add_step(draft, made, step.title, path=step.path, waiting=step.waiting)
