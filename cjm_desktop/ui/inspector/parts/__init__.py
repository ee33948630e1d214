"""Parts of the inspector that are more than a field: chains, lists, who takes part."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cjm_desktop.ui.editing import Editing
from cjm_desktop.ui.inspector.parts.answers import Answers
from cjm_desktop.ui.inspector.parts.barriers import BarriersHere, Pin, Severity
from cjm_desktop.ui.inspector.parts.chain import Chain
from cjm_desktop.ui.inspector.parts.figures import Reading
from cjm_desktop.ui.inspector.parts.file import File
from cjm_desktop.ui.inspector.parts.following import Differs, Follows
from cjm_desktop.ui.inspector.parts.part import Part
from cjm_desktop.ui.inspector.parts.passages import Passages
from cjm_desktop.ui.inspector.parts.people import (
    Buying,
    Cast,
    Colour,
    Participants,
    Personas,
    Walks,
)
from cjm_desktop.ui.inspector.parts.picture import PicturePart
from cjm_desktop.ui.inspector.parts.records import (
    Departments,
    EndMetric,
    EvidenceList,
    Metrics,
    MetricsHere,
    Steps,
)
from cjm_desktop.ui.inspector.parts.rolenotes import RoleNotes
from cjm_desktop.ui.inspector.parts.sizes import Days, Height
from cjm_desktop.ui.inspector.parts.trial import Trial
from cjm_desktop.ui.inspector.parts.values import Values
from cjm_desktop.ui.inspector.parts.weak import Manual, MapTime, WeakPoints
from cjm_desktop.ui.inspector.parts.worth import Worth

PARTS: dict[str, type[Part]] = {
    "answers": Answers,
    "barriers": BarriersHere,
    "by_hand": Manual,
    "buying": Buying,
    "cast": Cast,
    "chain": Chain,
    "colour": Colour,
    "days": Days,
    "departments": Departments,
    "differs": Differs,
    "end_metric": EndMetric,
    "evidence": EvidenceList,
    "file": File,
    "follows": Follows,
    "height": Height,
    "metrics": Metrics,
    "metrics_here": MetricsHere,
    "participation": Participants,
    "passages": Passages,
    "personas": Personas,
    "picture": PicturePart,
    "pin": Pin,
    "severity": Severity,
    "reading": Reading,
    "role_notes": RoleNotes,
    "steps": Steps,
    "time": MapTime,
    "trial": Trial,
    "values": Values,
    "walks": Walks,
    "weak": WeakPoints,
    "worth": Worth,
}
"""The parts by the names that forms use."""


def make(name: str, editing: Editing, record_id: str, parent: QWidget) -> Part:
    """The part of that name for a record, in the widget it is to lie in."""
    return PARTS[name](editing, record_id, parent)


__all__ = ["PARTS", "Part", "make"]
