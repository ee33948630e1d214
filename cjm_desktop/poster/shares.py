"""What of a stage stands on one page or slide: some of its lanes, and of its steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from cjm_desktop.journey.records import Lane, Stage, Step
from cjm_desktop.layout import Options
from cjm_desktop.layout.pieces import Drawing


class Share(NamedTuple):
    """Lanes of a map and steps of a stage."""

    stage: Stage
    lanes: tuple[Lane, ...]
    steps: tuple[Step, ...]

    def options(self, options: Options) -> Options:
        """The same, with nothing but the stage, these steps and lanes to be seen."""
        return replace(
            options,
            stage_ids=(self.stage.id,),
            step_ids=tuple([one.id for one in self.steps]),
            lane_ids=tuple([one.id for one in self.lanes]),
            show_header=False,
        )

    def by_steps(self) -> list[Share]:
        """Both halves of the steps."""
        half = (len(self.steps) + 1) // 2
        return [self._replace(steps=one) for one in (self.steps[:half], self.steps[half:])]

    def by_lanes(self, drawing: Drawing) -> list[Share]:
        """Both halves of the lanes, as high as each other as far as can be.

        Args:
            drawing: of the whole share.
        """
        half = _half(drawing, self.lanes)
        return [self._replace(lanes=one) for one in (self.lanes[:half], self.lanes[half:])]


def _half(drawing: Drawing, lanes: Sequence[Lane]) -> int:
    """After how many lanes half of their height is reached, at least one and not all."""
    tall = {one.lane_id: one.h for one in drawing.lanes}
    total, sofar = sum(tall.values()), 0.0
    for at, lane in enumerate(lanes):
        sofar += tall.get(lane.id, 0.0)
        if sofar >= total / 2:
            return max(1, min(len(lanes) - 1, at + (sofar - total / 2 < tall[lane.id] / 2)))
    return max(1, len(lanes) // 2)
