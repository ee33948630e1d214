"""What a line of the outline says and which sign it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from cjm_desktop.journey import hearing, naming, words
from cjm_desktop.journey.records import Barrier, Feeling, Lane
from cjm_desktop.journey.tables.branches import Branch
from cjm_desktop.layout.icons import LANES
from cjm_desktop.ui import icons, plain

if TYPE_CHECKING:
    from cjm_desktop.ui.work import Work

_ROLE = Qt.ItemDataRole
HEAD = _ROLE.UserRole
"""Whether a line is a stage or step."""
DIM = _ROLE.UserRole + 1
"""Whether a line is not what is looked for."""
SEVERITY = _ROLE.UserRole + 2
"""How bad a barrier is, 1 to 3; 0 of all else."""
_MOODS = ("mood-angry", "mood-sad", "mood-neutral", "mood-smile", "mood-happy")
"""Faces of feelings, from -2 to +2."""


class Telling:
    """Answers what Qt asks about a line.

    Args:
        work: whose records they are.
    """

    def __init__(self, work: Work) -> None:
        self._work = work
        self._answers = {
            _ROLE.EditRole: lambda one: one.text,
            _ROLE.DisplayRole: lambda one: " ".join(one.text.split()) or self._nameless(one),
            _ROLE.DecorationRole: self._sign,
            _ROLE.AccessibleTextRole: self._heard,
            _ROLE.AccessibleDescriptionRole: self._told,
            _ROLE.ToolTipRole: self._tip,
            HEAD: lambda one: not one.lane_id,
            SEVERITY: self._severity,
        }

    def data(self, branch: Branch, role: int) -> object:
        """What a line is to Qt in a role."""
        answer = self._answers.get(role)
        return answer(branch) if answer is not None else None

    def _sign(self, branch: Branch) -> object:
        """The sign of its lane; of a feeling its face; none of stages and steps."""
        if not branch.lane_id:
            return None
        record = self._work.journey.find(branch.record_id)
        if isinstance(record, Feeling):
            return icons.icon(_MOODS[round(record.value) + 2])
        lane = self._work.journey.find(branch.lane_id)
        return icons.icon(LANES.get(getattr(lane, "holds", ""), "minus"))

    def _severity(self, branch: Branch) -> int:
        record = self._work.journey.find(branch.record_id)
        return record.severity if isinstance(record, Barrier) else 0

    def _said(self, branch: Branch) -> str:
        """Its words, and how bad it is."""
        said, severity = branch.text or self._nameless(branch), self._severity(branch)
        if not severity:
            return said
        return f"{said} ({words.say(f'severity.{severity}', self._work.look.language)})"

    def _tip(self, branch: Branch) -> str | None:
        return plain.tip_text(self._said(branch)) if self._severity(branch) else None

    def _nameless(self, branch: Branch) -> str:
        record = self._work.journey.find(branch.record_id)
        return naming.kind_name(record.kind, self._work.look.language) if record else ""

    def _heard(self, branch: Branch) -> str:
        """Its own words, for those who hear it; of a feeling how high it is too."""
        record = self._work.journey.find(branch.record_id)
        if record is None or isinstance(record, Feeling):
            return plain.clean(branch.text)
        return plain.clean(hearing.name(self._work.journey, record, self._work.look.language))

    def _told(self, branch: Branch) -> str:
        """What is heard after its words: its lane, and how bad it is or what it rests on."""
        journey, look = self._work.journey, self._work.look
        record, lane = journey.find(branch.record_id), journey.find(branch.lane_id)
        said = naming.label(lane, look.language) if isinstance(lane, Lane) else ""
        facts = hearing.facts(journey, record, look.language, look.path) if record else ""
        return plain.clean(", ".join(one for one in (said, facts) if one))
