"""What belongs to what: which records go along when one goes, and which merely forget it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal, NamedTuple

from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Barrier, Card, Feeling, Participation, Record
from cjm_desktop.journey.references import Reference, references

Fate = Literal["goes", "forgets", "unpins"]

_FATES: tuple[tuple[type[Record], str, Fate], ...] = (
    (Barrier, "on_id", "unpins"),
    (Card, "step_id", "goes"),
    (Feeling, "step_id", "goes"),
    (Feeling, "persona_id", "goes"),
)
"""What becomes of a record when what a field points to goes, where it is not the usual.

Usual: who needs it (a stage its map, evidence its card) goes too; everyone else forgets it.
"""


def _fate(record: Record, reference: Reference) -> Fate:
    for cls, name, fate in _FATES:
        if isinstance(record, cls) and reference.name == name:
            return fate
    return "goes" if reference.needed else "forgets"


def holders(record: Record) -> tuple[str, ...]:
    """The ids of what a record goes with: when one of them goes, it goes too."""
    return tuple([target for r, target in references(record) if _fate(record, r) == "goes"])


def dependents(journey: Journey, record_id: str) -> dict[str, Record]:
    """The record and all that would go with it, by id; what it belongs to comes first."""
    found: dict[str, Record] = {}
    waiting = [record_id]
    while waiting:
        one = waiting.pop()
        if one in found:
            continue
        found[one] = journey.get(Record, one)
        waiting += [
            record.id
            for record in reversed(journey.referrers(one))
            if any(target == one and _fate(record, r) == "goes" for r, target in references(record))
        ]
    return found


class Hanging(NamedTuple):
    """What is lost with a persona, and what merely forgets them."""

    points: int
    """Of their emotion curves."""
    parts: int
    """Stages they take part in."""
    cards: int
    """Cards that are theirs, and would be everyone's."""

    @property
    def loses(self) -> bool:
        """Something goes along that was said about them elsewhere."""
        return any(self)


def hanging(journey: Journey, persona_id: str) -> Hanging:
    """What hangs on a persona."""
    going = dependents(journey, persona_id).values()
    return Hanging(
        sum(isinstance(one, Feeling) for one in going),
        sum(isinstance(one, Participation) for one in going),
        sum(isinstance(one, Card) for one in journey.referrers(persona_id)),
    )


def take_out(draft: Draft, record_id: str) -> None:
    """Take out a record and all that depends on it; whoever merely refers to it forgets it.

    A picture goes with the last one that shows it.

    Raises:
        KeyError: there is no record of that id.
    """
    going = dependents(draft.journey, record_id)
    for one in going:
        for referrer in draft.journey.referrers(one):
            if referrer.id not in going:
                # An earlier one may have been forgotten by the same referrer already.
                draft.put(_without(draft.journey.get(Record, referrer.id), one))
    for one in going:
        draft.drop(one)
    drop_unused(draft, (getattr(one, "picture_id", None) for one in going.values()))


def drop_unused(draft: Draft, picture_ids: Iterable[str | None]) -> None:
    """Drop those of some pictures that nobody shows any more: they are what makes files large."""
    for one in dict.fromkeys(picture_ids):
        if one is not None and one in draft.journey and not draft.journey.referrers(one):
            draft.drop(one)


def _without(record: Record, gone: str) -> Record:
    """A record that does not refer to what goes."""
    changes: dict[str, object] = {}
    for reference, target in references(record):
        if target == gone and reference.many:
            listed: tuple[str, ...] = getattr(record, reference.name)
            changes[reference.name] = tuple(one for one in listed if one != gone)
        elif target == gone:
            changes[reference.name] = None
            if _fate(record, reference) == "unpins":
                changes.update(dx=0.0, dy=0.0)
    return replace(record, **changes)  # type: ignore[arg-type]
