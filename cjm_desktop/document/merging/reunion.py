"""A copy of a map that went on elsewhere, and what comes of bringing it back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from cjm_desktop.document.document import Document
from cjm_desktop.document.home import Home
from cjm_desktop.document.merging.lineage import MERGED, TIPS, Base, Strand, common
from cjm_desktop.document.opening import read_file
from cjm_desktop.document.watching import Change
from cjm_desktop.journey import rules
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.merging import Choices, Conflict, Merging, Side
from cjm_desktop.journey.merging.weaving import changed
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Record
from cjm_desktop.storage.contents import HistoryStep
from cjm_desktop.storage.past import Moment, Past
from cjm_desktop.storage.placing import Known


class Unrelated(Problem):
    """The other file did not begin as a copy of this map, as far as its history tells."""


class Copy(NamedTuple):
    """A file that is to be merged."""

    path: Path
    past: Past
    document_id: str
    """Empty where it was shared without its history."""
    saved_at: datetime | None
    known: Known
    """The file as it was read."""

    @property
    def name(self) -> str:
        """What people call it."""
        return self.path.stem


def read_copy(path: Path, home: Home) -> Copy:
    """Read a file that is to be merged; it is only looked at.

    Raises:
        FileProblem: it cannot be read.
    """
    contents, known = read_file(path.absolute(), home.proven())
    said = contents.meta.get("saved_at")
    return Copy(
        path,
        Past.of(contents.journey, contents.rows["history"]),
        str(contents.meta.get("document_id") or ""),
        datetime.fromisoformat(str(said)) if said else None,
        known,
    )


class Reunion:
    """One map and a copy of it, side by side. Made in any thread.

    Args:
        ours: the past of the map as it is now.
        copy: the file that went on elsewhere.

    Raises:
        Unrelated: they have nothing in common.
        StepFailed: a history does not fit its map.
    """

    def __init__(self, ours: Past, copy: Copy) -> None:
        self.copy = copy
        self._strands: dict[Side, Strand] = {"ours": Strand(ours), "theirs": Strand(copy.past)}
        first, second = self._strands["ours"], self._strands["theirs"]
        base = common(first, second)
        if base is None:
            raise Unrelated("merging.unrelated", file=copy.path.name)
        self.base: Base = base
        self._parted = {"ours": first.known_to(second), "theirs": second.known_to(first)}
        self.merging = Merging(base.journey, ours.journey, copy.past.journey, base.contested)

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What a person is asked."""
        return self.merging.conflicts

    def steps(self, side: Side) -> int:
        """How many steps a side made since they parted."""
        return max(0, self._strands[side].past.done - self._parted[side])

    @property
    def tips(self) -> tuple[str, ...]:
        """What the step of the merge has to note of the copy."""
        return self._strands["theirs"].tips

    @property
    def brings(self) -> bool:
        """Whether the copy has anything that the map lacks."""
        return bool(self.conflicts) or self.merging.outcome() != self.merging.ours

    def outcome(self, choices: Choices) -> Journey:
        """What the map becomes; in any thread.

        Args:
            choices: whose value is taken, by the key of the conflict; ours where nothing is said.

        Raises:
            Problem: it would break a rule.
        """
        outcome = self.merging.outcome(choices)
        for problem in rules.broken(outcome):
            raise problem
        return outcome

    def bring(self, document: Document, outcome: Journey) -> Change | None:
        """Let the map become what came of it, as one step.

        Args:
            document: the map, as it was when this was made.
            outcome: what it becomes.

        Returns:
            What changed; None where the map has all of it already.

        Raises:
            Problem: the disk refuses; nothing has changed.
        """
        known = {TIPS: " ".join(self.tips)}
        return document.become(outcome, MERGED, "edit", file=self.copy.name, **known)

    def said(self, conflicts: Iterable[Conflict]) -> dict[tuple[str, Side], HistoryStep]:
        """In which step each side last did what a conflict is about.

        Returns:
            By the key of the conflict and the side; a side of which it is not known is left out.
        """
        found: dict[tuple[str, Side], HistoryStep] = {}
        for side, strand in self._strands.items():
            wanted = {one.key: one for one in conflicts}
            for moment in strand.past.back():
                if not wanted or moment.at < self._parted[side]:
                    break
                for key in [key for key, one in wanted.items() if _did(moment, one, side)]:
                    del wanted[key]
                    found[key, side] = strand.past.step(moment.at)
        return found


def _did(moment: Moment, conflict: Conflict, side: Side) -> bool:
    """Whether a step did what a conflict is about."""
    changes = moment.changes
    if conflict.gone == side:
        return any(one.id in conflict.record_ids for one in changes.dropped)
    about = set(conflict.touched if conflict.gone is not None else conflict.record_ids)
    for now in changes.put:
        if now.id in about:
            before: Record | None = moment.before.get(now.id)
            names = changed(before, now) if before is not None else (conflict.name,)
            if not conflict.name or conflict.name in names:
                return True
    return False
