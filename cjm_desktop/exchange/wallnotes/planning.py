"""What wall notes would do to a map, line by line, before anything is done."""

from __future__ import annotations

from typing import Literal, NamedTuple

from cjm_desktop.exchange.wallnotes import acting
from cjm_desktop.exchange.wallnotes.reading import Add, Drop, read
from cjm_desktop.journey import codes, rules
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Record

Kind = Literal["reword", "move", "raise", "lower", "drop", "add", "refused"]
MOST = 2000
"""Lines that are read; nobody types more after a workshop."""


class Planned(NamedTuple):
    """What a line would do."""

    line: int
    """Its number, from 1."""
    text: str
    kind: Kind
    record_id: str
    """What it changes or makes; empty where it is refused."""
    words: Problem
    """What it does, or why it cannot."""
    at_id: str = ""
    """The step or stage that something goes to."""

    @property
    def refused(self) -> bool:
        """Whether nothing comes of it."""
        return self.kind == "refused"

    def sentence(self, language: str) -> str:
        """What it does, or why it cannot."""
        return self.words.sentence(language)


class Plan(NamedTuple):
    """What all lines together would do."""

    lines: tuple[Planned, ...]
    put: tuple[Record, ...]
    """Every new or changed record, as it would be."""
    dropped: tuple[str, ...]
    """The ids of the records that would be gone."""

    @property
    def applied(self) -> int:
        """How many lines would do something."""
        return sum(not one.refused for one in self.lines)

    @property
    def drops(self) -> int:
        """How many cards would be deleted."""
        return sum(one.kind == "drop" for one in self.lines)

    def apply(self, draft: Draft) -> None:
        """Do it, in a draft of the very journey it was planned for."""
        for record_id in self.dropped:
            draft.drop(record_id)
        for record in self.put:
            draft.put(record)


def plan(journey: Journey, map_id: str, text: str, *, dropping: bool = True) -> Plan:
    """Plan the lines of a text for a map; each sees what those before it would do.

    Args:
        dropping: whether lines may delete cards; else they are refused.
    """
    codes.numbered(journey)
    planner = _Planner(Draft(journey), map_id, dropping=dropping)
    listed = enumerate(text.split("\n"), 1)
    lines = tuple([planner.line(number, one.strip()) for number, one in listed if one.strip()])
    draft = planner.draft
    return Plan(lines, draft.changed(), tuple([one.id for one in draft.dropped()]))


class _Planner:
    """Plans line after line.

    Args:
        draft: of the map as the lines so far would leave it.
        map_id: which map.
        dropping: whether lines may delete cards.
    """

    def __init__(self, draft: Draft, map_id: str, *, dropping: bool) -> None:
        self.draft, self._map_id, self._dropping = draft, map_id, dropping
        self._gone: dict[int, int] = {}
        """Which line deletes the card of a number."""

    def line(self, number: int, text: str) -> Planned:
        """What a line would do; if it can, it is done in the draft."""
        trial = Draft(self.draft.journey)
        try:
            done = self._tried(trial, number, text)
        except Problem as why:
            return Planned(number, text, "refused", "", why)
        for record in trial.dropped():
            self.draft.drop(record.id)
        for record in trial.changed():
            self.draft.put(record)
        return Planned(number, text, done.kind, done.record_id, done.words, done.at_id)

    def _tried(self, trial: Draft, number: int, text: str) -> acting.Done:
        if number > MOST:
            raise Problem("wallnotes.too_many", most=MOST)
        note = read(text)
        if not isinstance(note, Add) and note.said.number in self._gone:
            line = self._gone[note.said.number]
            raise Problem("wallnotes.gone", code=note.said.text, line=line)
        if isinstance(note, Drop) and not self._dropping:
            # Where there is no such card, that is what is wrong.
            acting.act(Draft(trial.journey), self._map_id, note)
            raise Problem("wallnotes.asks", code=note.said.text)
        done = acting.act(trial, self._map_id, note)
        rules.check(trial)
        if isinstance(note, Drop):
            self._gone[note.said.number] = number
        return done
