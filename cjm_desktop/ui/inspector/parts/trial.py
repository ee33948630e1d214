"""Where a hypothesis stands: an idea, on trial, or at its end, and what came of it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from cjm_desktop.journey.hypotheses import STATUSES
from cjm_desktop.journey.records import Hypothesis
from cjm_desktop.ui import plain
from cjm_desktop.ui.charts import short_date
from cjm_desktop.ui.controls import Segments
from cjm_desktop.ui.hypotheses import Deeds
from cjm_desktop.ui.inspector.fields import Text
from cjm_desktop.ui.inspector.parts.part import Part


class Trial(Part):
    """The status of a hypothesis; at its end, one field for what came of it."""

    def set_up(self) -> None:
        self._deeds = Deeds(self.editing)
        self._merge = ""
        self.segments = Segments(STATUSES, stretch=True)
        self.segments.say([self.say(f"hypothesis_status.{one}") for one in STATUSES])
        self.segments.chosen.connect(self._choose)
        self.column.addWidget(self.segments)
        self._days: QLabel = plain.label("", "secondary")
        self.column.addWidget(self._days)
        self.outcome = Text(self.tr("What came of it?"))
        self.outcome.entered.connect(self._enter)
        self.outcome.edited.connect(self._write)
        self.column.addWidget(self.outcome)

    def _choose(self, key: str) -> None:
        before = self.record(Hypothesis).status
        status = next(one for one in STATUSES if one == key)
        merge = self._deeds.move(self.window(), self.record_id, status) if status != before else ""
        # A question may have been asked, and the hypothesis be gone by the time of the answer.
        self.refresh()
        if merge and status in ("confirmed", "rejected"):
            self.outcome.control.setFocus()
            # What is written now belongs to the step that ended it.
            self._merge = merge

    def _enter(self) -> None:
        self._merge = f"{self.record_id}.outcome.{self.editing.session()}"

    def _write(self, text: str) -> None:
        self._deeds.conclude(self.record_id, text, self._merge)

    def build(self) -> None:
        one = self.record(Hypothesis)
        self.segments.choose(one.status)
        ended = one.status in ("confirmed", "rejected")
        days = self._said(short_date(one.started), short_date(one.ended) if ended else "")
        self._days.setText(days)
        self._days.setVisible(bool(days))
        self.outcome.setVisible(ended)
        if not self.outcome.busy:
            self.outcome.show_value(one.outcome)

    def _said(self, started: str, ended: str) -> str:
        if started and ended:
            return self.tr("from {day} to {end}").format(day=started, end=ended)
        return self.tr("since {day}").format(day=started) if started else ""
