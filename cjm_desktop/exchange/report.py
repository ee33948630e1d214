"""What came of reading or writing a foreign format, point by point."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cjm_desktop.journey import words
from cjm_desktop.journey.journey import CARD_KINDS, Journey
from cjm_desktop.journey.records import Lane, Stage, Step


@dataclass(frozen=True, slots=True)
class Note:
    """One thing worth telling, and the line it is about."""

    key: str
    """Of the sentence in `resources/words`."""
    values: Mapping[str, object] = field(default_factory=dict)
    line: int | None = None
    """Number of the line in the file, from 1."""

    def sentence(self, language: str) -> str:
        """What to tell, beginning with the line where there is one."""
        text = words.say(self.key, language, **self.values)
        if self.line is None:
            return text
        return words.say("exchange.line", language, line=self.line, text=text)

    def as_json(self, language: str) -> dict[str, Any]:
        """For scripts: the line, a name that stays the same, and the sentence."""
        return {"line": self.line, "code": self.key, "text": self.sentence(language)}


@dataclass(frozen=True, slots=True)
class Report:
    """What was read: how much, what was put right, left out or only noticed."""

    format: str
    stages: int = 0
    steps: int = 0
    lanes: int = 0
    cards: int = 0
    repaired: tuple[Note, ...] = ()
    skipped: tuple[Note, ...] = ()
    noted: tuple[Note, ...] = ()

    @classmethod
    def of(
        cls,
        name: str,
        journey: Journey,
        repaired: tuple[Note, ...] = (),
        skipped: tuple[Note, ...] = (),
        noted: tuple[Note, ...] = (),
    ) -> Report:
        """The report on a journey read from the format of that name."""
        return cls(
            name,
            stages=len(journey.all(Stage)),
            steps=len(journey.all(Step)),
            lanes=len(journey.all(Lane)),
            cards=sum(len(journey.all(kind)) for kind in CARD_KINDS),
            repaired=repaired,
            skipped=skipped,
            noted=noted,
        )

    def as_json(self, language: str) -> dict[str, Any]:
        """For scripts."""
        counts = {name: getattr(self, name) for name in ("stages", "steps", "lanes", "cards")}
        notes = {
            name: [note.as_json(language) for note in getattr(self, name)]
            for name in ("repaired", "skipped", "noted")
        }
        return {"format": self.format, **counts, **notes}
