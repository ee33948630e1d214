"""Whether the last choice has made a poster read from less far than the one before."""

from __future__ import annotations

from cjm_desktop.journey.problems import Problem
from cjm_desktop.poster import Plan
from cjm_desktop.poster.rowed import NOTICED, both
from cjm_desktop.ui.export.choices import Choices


class Earlier:
    """What was previewed before the last choice."""

    def __init__(self) -> None:
        self._choices: Choices | None = None
        self._body = 0.0
        self._lost: Problem | None = None

    def lost(self, choices: Choices, plan: Plan) -> Problem | None:
        """What the last choice cost, in a sentence with both figures; None: nothing.

        Args:
            choices: as they are now; the same ones again cost what they did.
            plan: what they come to.
        """
        before, body = self._choices, self._body
        if choices != before:
            same = before is not None and before.purpose == choices.purpose
            lost = same and plan.body_pt < body * NOTICED
            self._lost = Problem("poster.less_far", **both(plan.body_pt, body)) if lost else None
        self._choices, self._body = choices, plan.body_pt
        return self._lost
