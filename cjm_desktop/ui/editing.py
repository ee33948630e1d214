"""How panels and menus change the map: one edit each, or one for an editing session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from cjm_desktop.document import Document
from cjm_desktop.journey import moves, naming
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.memo import Memo
from cjm_desktop.journey.plans import OnPath
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Card, Path, Record, Source

R = TypeVar("R")
_STEPS = {
    "severity": "step.severity",
    "frequency": "step.frequency",
    "status": "step.status",
    "channel": "step.channel",
    "owner": "step.owner",
    "department_id": "step.department",
    "importance": "step.importance",
    "automated": "step.automated",
    "votes": "step.votes",
    "effect": "step.effect",
    "effort": "step.effort",
    "goal": "step.goal",
    "planned": "step.duration",
    "actual": "step.duration",
    "path": "step.path",
    "colour": "step.colour",
    "text": "step.edit_text",
    "review_date": "step.review_date",
    "per": "step.lane_per",
    "persona_ids": "step.card_personas",
}
"""What a change of a field is called in the history, where it has a name of its own."""
_STEPS_OF_KIND = {
    "map": "step.edit_map",
    "persona": "step.edit_persona",
    "feeling": "step.edit_feeling",
    "metric": "step.edit_metric",
    "hypothesis": "step.edit_hypothesis",
    "evidence": "step.edit_evidence",
    "measurement": "step.edit_measurement",
    "document": "step.document",
}

_OF_BOTH = frozenset({"path", "votes", "importance", "expectation", "fulfilment"})
"""Fields of a card that say nothing of the plan: they are the same on both paths."""


def _set(draft: Draft, record: Record, name: str, value: object) -> str:
    """Change one field; return the id of the record that has it now."""
    if record.kind == "lane" and name == "per":
        moves.set_lane_per(draft, record.id, value)  # type: ignore[arg-type]
    elif name == "title":
        moves.set_title(draft, record.id, str(value))
    elif name == "path" and isinstance(record, OnPath):
        moves.set_path(draft, record.id, value)  # type: ignore[arg-type]
        twin_of = getattr(record, "moved_from", None)
        return twin_of if twin_of and record.id not in draft.journey else record.id
    else:
        moves.set_fields(draft, record.id, **{name: value})
    return record.id


class Editing(QObject):
    """Changes records of one document on behalf of the window.

    Args:
        document: whose records.
        language: of the sentences when something is refused.
    """

    refused = Signal(str)
    """Why a change was not made."""
    stood_in = Signal(str, str)
    """Another record stands for one from now on: a card that the plan words in its own way."""
    map_asked = Signal(str)
    """A panel wants this map to be turned to."""
    personas_asked = Signal(str)
    """A panel wants all personas to be shown, with this one chosen."""

    board_asked = Signal(str)
    """A panel wants the board and the matrix to be shown, with this record chosen."""

    def __init__(self, document: Document, language: str) -> None:
        super().__init__()
        self.document = document
        self.language = language
        self.view: Path = "both"
        """What the user looks at: of how it should be only the plan changes."""
        self.memo = Memo()
        """What panels and bars have worked out of the whole map."""
        self._sessions = count(1)

    def session(self) -> int:
        """A number for a new editing session: its edits become one step of the history."""
        return next(self._sessions)

    @property
    def journey(self) -> Journey:
        """The records as they are."""
        return self.document.journey

    def set(self, record_id: str, name: str, value: object, session: int) -> bool:
        """Change one field; changes of one session become one step of the history.

        Args:
            record_id: whose field.
            name: of the field.
            value: the new one.
            session: see `session`.
        """
        record = self.journey.find(record_id)
        if record is None:
            return False
        # Named by what it is called afterwards: while a name is typed it grows with it.
        after = replace(record, **{name: value})  # type: ignore[arg-type]
        step = _STEPS_OF_KIND.get(record.kind) or _STEPS.get(name, "step.edit")
        if step == "step.edit" and name == "title" and naming.own_words(after):
            step = "step.rename"

        planned = self.view == "to_be" and isinstance(record, Card) and name not in _OF_BOTH
        step = "step.plan_fields" if planned else step

        def act(draft: Draft) -> str:
            if planned:
                return moves.plan_fields(draft, record_id, **{name: value})
            return _set(draft, record, name, value)

        # What is typed goes on where a twin has come to say it.
        merge = f"{getattr(record, 'moved_from', None) or record_id}.{name}.{session}"
        now = self.do(step, naming.called(self.journey, after, self.language), act, merge)
        if now is not None and now != record_id:
            self.stood_in.emit(record_id, now)
        return now is not None

    def turn_persona(self, record_id: str, persona_id: str) -> None:
        """Let a card be a persona's, or a map their journey; or no more."""
        record = self.journey.find(record_id)
        if isinstance(record, Card):
            on = record.persona_ids
            rest = tuple(one for one in on if one != persona_id)
            now = rest if persona_id in on else (*on, persona_id)
            self.set(record_id, "persona_ids", now, self.session())
        elif record is not None:
            self.do(
                "step.map_personas",
                naming.called(self.journey, record, self.language),
                lambda draft: moves.turn_persona(draft, record_id, persona_id),
            )

    def add_evidence(self, record_id: str, source: Source) -> str | None:
        """Say what a card or a feeling rests on.

        Returns:
            The id of the evidence; None when the edit was refused.
        """
        record = self.journey.find(record_id)
        if record is None:
            return None
        return self.do(
            "step.add_evidence",
            naming.called(self.journey, record, self.language),
            lambda draft: moves.add_evidence(draft, record_id, source=source),
        )

    def do(
        self, step: str, name: str, act: Callable[[Draft], R], merge: str | None = None
    ) -> R | None:
        """Make one edit.

        Args:
            step: key of its name in the history.
            name: of what it is done to.
            act: makes the changes in a draft.
            merge: edits one after the other with the same key are one step.

        Returns:
            What `act` returned; None when the edit was refused, which has been told then.
        """
        try:
            with self.document.edit(step, merge=merge, name=name) as draft:
                made = act(draft)
        except Problem as problem:
            self.refused.emit(problem.sentence(self.language))
            return None
        return made
