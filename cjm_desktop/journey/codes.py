"""Short codes of cards, such as Б12: a letter for the kind, and a number that never changes.

All cards and curve points of a document are numbered in one row, in the order of reading at first
and then as they come, so the number alone says which one is meant and the letter only helps.
Numbers are kept in a ledger by id (`ledger`): undo and redo bring back the same record and with it
its number, a copy has another id and another number, and none is given twice. In a role map what
follows the general map has the general card's number, so that people before two posters speak of
the same thing by the same name; what only the role map has got its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from cjm_desktop.journey import following, keyboards, reading
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.ledger import Ledger
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Card, Feeling, JourneyMap, Lane, Record

Coded = Card | Feeling
LETTERS: Final[dict[str, dict[str, str]]] = {
    "en": {
        "actions": "A",
        "touchpoints": "C",
        "thoughts": "T",
        "feelings": "F",
        "barriers": "B",
        "opportunities": "I",
    },
    "ru": {
        "actions": "Д",
        "touchpoints": "К",
        "thoughts": "М",
        "feelings": "Ч",
        "barriers": "Б",
        "opportunities": "И",
    },
}
"""By the language of the map, and by the kind of lane."""
OTHER: Final = {"en": "N", "ru": "Т"}
"""Of every other kind: a note, a text."""
_LATIN, _CYRILLIC = "ABCEHKMOPTXY", "АВСЕНКМОРТХУ"
_ALIKE: Final = str.maketrans(_LATIN + _CYRILLIC, _CYRILLIC + _LATIN)
_FORM: Final = re.compile(r"\s*(?P<letter>[^\W\d_]?)[\s.№#-]*(?P<number>\d{1,6})\s*")


class Said(NamedTuple):
    """A code as somebody wrote it."""

    letter: str
    """In capitals; empty: none was given."""
    number: int

    @property
    def text(self) -> str:
        """The same without blanks."""
        return f"{self.letter}{self.number}"


def letter(holds: str, language: str) -> str:
    """The letter of what lies in a kind of lane."""
    return LETTERS[language].get(holds, OTHER[language])


def holds_of(said: str) -> str | None:
    """The kind of lane that a letter of either language stands for, or one that looks like it.

    Where a letter stands for one kind and looks like another's, the first is meant.
    """
    capital = said.upper()
    return _kind_of(capital) or _kind_of(capital.translate(_ALIKE))


def _kind_of(capital: str) -> str | None:
    if capital in OTHER.values():
        return "text"
    known = (item for letters in LETTERS.values() for item in letters.items())
    return next((holds for holds, own in known if own == capital), None)


def read(text: str) -> Said | None:
    """A code as it may be typed: `б 12`, `B-12`, `12`; None where it is none."""
    for typed in keyboards.readings(text):
        found = _FORM.fullmatch(typed)
        if found:
            return Said(found["letter"].upper(), int(found["number"]))
    return None


def numbered(journey: Journey) -> Ledger:
    """Number every card and curve point that was never looked at; return the ledger.

    Thousands take a moment, so it is done once, and not before anybody asks for a code.
    """
    if not journey.ledger.whole:
        journey.ledger.give(fresh(journey, _all(journey)))
        journey.ledger.whole = True
    return journey.ledger


def _all(journey: Journey) -> list[Record]:
    return [one for one in journey if isinstance(one, Card | Feeling)]


def fresh(journey: Journey, records: Iterable[Record], numbers: Ledger | None = None) -> list[str]:
    """The ids among some records that need a number of their own, in the order of reading.

    Args:
        journey: that the records are in, if they are not gone again.
        numbers: that were given; None: those of the journey.
    """
    known = journey.ledger if numbers is None else numbers
    wanted = [
        one
        for one in records
        if isinstance(one, Card | Feeling)
        and one.id not in known
        and journey.find(one.id) is not None
        and following.general_of(journey, one.id) is None
        and _twin(journey, one) not in known
    ]
    if len(wanted) > 1:
        wanted.sort(key=reading.Order(journey).key)
    return [one.id for one in wanted]


def _twin(journey: Journey, record: Record) -> str:
    """The id of the general card of which a record's id was made, if it was."""
    map_id = journey.map_of(record)
    return following.general_id(map_id, record.id) if map_id else ""


def number_of(journey: Journey, map_id: str, record_id: str) -> int | None:
    """The number of a card or curve point of a map; None: it is too new to have one."""
    known = numbered(journey)
    general = known.number(following.general_id(map_id, record_id))
    if general is not None:
        return general
    found = known.number(record_id)
    if found is None:
        named = following.general_of(journey, record_id)
        found = known.number(named.id) if named is not None else None
    return found


def code_of(journey: Journey, map_id: str, record: Record) -> str:
    """The code of a card or curve point; empty where it is too new to have one."""
    number = number_of(journey, map_id, record.id)
    lane = journey.find(getattr(record, "lane_id", None))
    if number is None or not isinstance(lane, Lane):
        return ""
    return f"{letter(lane.holds, journey.document.language)}{number}"


def find(journey: Journey, map_id: str, said: Said) -> Coded:
    """The card or curve point that a code names.

    Args:
        map_id: that is looked at; what follows it goes before what it follows.

    Raises:
        Problem: nobody has it, it was deleted, or its letter is that of another kind.
    """
    first = numbered(journey).id_of(said.number)
    if first is None:
        raise Problem("codes.unknown", code=said.text, last=len(journey.ledger))
    found = _there(journey, map_id, first)
    if found is None:
        raise Problem("codes.gone", code=said.text)
    lane = journey.get(Lane, found.lane_id)
    if said.letter and not _fits(said.letter, lane.holds):
        own = code_of(journey, str(journey.map_of(found)), found)
        raise Problem("codes.other_kind", code=said.text, own=own)
    return found


def find_here(journey: Journey, map_id: str, said: Said) -> Coded:
    """The same on this map only.

    Raises:
        Problem: as for `find`, or it lies on another map.
    """
    found = find(journey, map_id, said)
    on = journey.map_of(found)
    if on != map_id:
        raise Problem("codes.elsewhere", code=said.text, map=journey.get(JourneyMap, str(on)).title)
    return found


def _there(journey: Journey, map_id: str, first: str) -> Coded | None:
    """Who has the number of an id: on this map if anybody has, else where it still is."""
    here = [journey.find(following.copy_id(map_id, first)), journey.find(first)]
    here += following.copies_of(journey, first)
    here += [journey.find(following.copy_id(one.id, first)) for one in journey.maps()]
    there = [one for one in here if isinstance(one, Card | Feeling)]
    there.sort(key=lambda one: journey.map_of(one) != map_id)
    return there[0] if there else None


def _fits(said: str, holds: str) -> bool:
    """Whether a letter may stand for a kind: in either language, or looking like it."""
    own = {letter(holds, language) for language in LETTERS}
    return bool({said, said.translate(_ALIKE)} & own)


def coordinates(journey: Journey, map_id: str) -> dict[str, str]:
    """The numbers of a map's stages and steps by their ids: `3`, and `3.2`."""
    found: dict[str, str] = {}
    for number, stage in enumerate(journey.stages(map_id), 1):
        found[stage.id] = str(number)
        for at, step in enumerate(journey.steps(stage.id), 1):
            found[step.id] = f"{number}.{at}"
    return found
