"""What can be done to hypotheses and opportunities: each is one step that can be undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from cjm_desktop.journey import moves, naming
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.hypotheses import Status
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Hypothesis, Opportunity
from cjm_desktop.ui import plain
from cjm_desktop.ui.editing import Editing

_ENDS = ("confirmed", "rejected")


def today() -> str:
    """This day, ISO text."""
    return date.today().isoformat()  # noqa: DTZ011 - the user's own day


class Deeds:
    """Creates, moves, ends and deletes hypotheses, and rates opportunities.

    Args:
        editing: makes the changes.
    """

    def __init__(self, editing: Editing) -> None:
        self._editing = editing

    def _called(self, record_id: str) -> str:
        record = self._editing.journey.find(record_id)
        return "" if record is None else naming.label(record, self._editing.language)

    def create(self, about_id: str) -> str | None:
        """Make a hypothesis about an opportunity or a barrier, filled in as far as it is known."""
        return self._editing.do(
            "step.hypothesis_from",
            self._called(about_id),
            lambda draft: moves.hypothesis_from(draft, about_id),
        )

    def move(
        self, parent: QWidget, hypothesis_id: str, status: Status, place: int | None = None
    ) -> str:
        """Move a hypothesis to a place of a column; a second one that runs only after a question.

        Args:
            parent: over which the question is asked.
            place: index among the others of the column; None: at the end.

        Returns:
            The key of the edit, for what belongs to the same step; empty: nothing was moved.
        """
        before = self._editing.journey.get(Hypothesis, hypothesis_id)
        step = "step.move_hypothesis"
        if status != before.status and status == "running":
            step = "step.start_hypothesis"
        elif status != before.status and status in _ENDS:
            step = "step.finish_hypothesis"
        elif status != before.status and before.started:
            step = "step.untry_hypothesis"
        merge = f"{hypothesis_id}.move.{self._editing.session()}"

        def act(draft: Draft, *, even_if_another: bool) -> None:
            moves.move_hypothesis(draft, hypothesis_id, status, place, today(), even_if_another)

        return merge if self._made(parent, step, hypothesis_id, act, merge) else ""

    def _made(
        self,
        parent: QWidget,
        step: str,
        hypothesis_id: str,
        act: Callable[..., None],
        merge: str,
    ) -> bool:
        document, name = self._editing.document, self._called(hypothesis_id)
        for insisted in (False, True):
            try:
                with document.edit(step, merge=merge, name=name) as draft:
                    act(draft, even_if_another=insisted)
            except Problem as problem:
                sentence = problem.sentence(self._editing.language)
                if problem.key != "move.another_runs":
                    self._editing.refused.emit(sentence)
                    return False
                if not _insists(parent, sentence):
                    return False
            else:
                return True
        return False

    def conclude(self, hypothesis_id: str, outcome: str, merge: str | None) -> None:
        """Say what came of a hypothesis, as part of the step that ended it."""
        self._editing.do(
            "step.finish_hypothesis",
            self._called(hypothesis_id),
            lambda draft: moves.set_fields(draft, hypothesis_id, outcome=outcome),
            merge,
        )

    def delete(self, hypothesis_id: str) -> None:
        """Delete a hypothesis."""
        self._editing.do(
            "step.delete_hypothesis",
            self._called(hypothesis_id),
            lambda draft: moves.drop(draft, hypothesis_id),
        )

    def rate(self, opportunity_id: str, effect: float, effort: float) -> None:
        """Rate an opportunity by effect and effort at once; 0: not said."""
        one = self._editing.journey.get(Opportunity, opportunity_id)
        if (one.effect, one.effort) != (effect, effort):
            self._editing.do(
                "step.set_effect_effort",
                self._called(opportunity_id),
                lambda draft: moves.set_effect_effort(draft, opportunity_id, effect, effort),
            )


def _insists(parent: QWidget, sentence: str) -> bool:
    """Whether the user wants a second hypothesis to run beside the one that does."""
    translate = QCoreApplication.translate
    answers: list[tuple[str, plain.Part]] = [
        (translate("Improving", "Not now"), "reject"),
        (translate("Improving", "Start all the same"), "accept"),
    ]
    return plain.ask(
        parent, translate("Improving", "Start a second one beside it?"), sentence, answers
    ) == 1  # fmt: skip
