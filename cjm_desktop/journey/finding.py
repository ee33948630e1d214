"""Finding words in every text of a document that people wrote and can see."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cjm_desktop.journey import codes, reading
from cjm_desktop.journey.folding import Folded, fold, fold_only, spans
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import (
    KINDS,
    Difference,
    Feeling,
    MapDocument,
    Participant,
    Picture,
    Record,
)
from cjm_desktop.journey.values import FIELDS

UNSEEN = (Difference, Participant, Picture)
"""Records whose texts no map and no panel shows."""
_TEXTS = {
    cls: tuple((one.name, one.kind == "texts") for one in FIELDS[cls] if one.free_text)
    for cls in KINDS.values()
    if cls not in UNSEEN
}
_BETWEEN = "\n"
"""Parts the texts of a record; no folded text holds it."""
_BEFORE, _AFTER = 28, 120
"""So many characters round a hit are enough to know it again."""


class Hit(NamedTuple):
    """A place where what is looked for stands."""

    record_id: str
    field: str
    item: int
    """Which of the texts of a field that holds several; 0 elsewhere."""
    start: int
    end: int
    """From which to which character."""


class Excerpt(NamedTuple):
    """A hit with what stands round it, on one line."""

    before: str
    found: str
    after: str


class _Known:
    """The folded texts of a record; one by one only where something was found in them."""

    __slots__ = ("_parts", "joined", "record")

    def __init__(self, record: Record) -> None:
        self.record = record
        self.joined = _BETWEEN.join([fold_only(text) for _, _, text in texts(record)])
        self._parts: tuple[tuple[str, int, Folded], ...] | None = None

    def hits(self, wanted: str) -> Iterator[Hit]:
        """Where a folded text stands."""
        if self._parts is None:
            self._parts = tuple((name, item, fold(text)) for name, item, text in texts(self.record))
        for name, item, folded in self._parts:
            for start, end in spans(folded, wanted):
                yield Hit(self.record.id, name, item, start, end)


class Finder:
    """Finds words in a journey that changes: every text is folded once.

    Records are frozen, so what is known of one is good for as long as it is the same object.
    """

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}

    def find(self, journey: Journey, text: str, map_id: str | None = None) -> tuple[Hit, ...]:
        """Every place where a text stands, in the order of reading.

        Args:
            journey: as it is now.
            text: what to look for; see `folding` for what is not told apart.
            map_id: look on this map only, with what it shares with others; None: everywhere.
        """
        wanted = fold(text).text
        if not wanted.strip():
            return ()
        order = reading.Order(journey)
        found = []
        for known in self._with(journey, wanted):
            key = order.key(known.record)
            on = order.map_of(key)
            elsewhere = map_id is not None and on != map_id
            if elsewhere and (
                on is not None or not reading.concerns(journey, known.record, str(map_id))
            ):
                continue
            found.append((key, known))
        found.sort(key=_by_key)
        return tuple(hit for _, known in found for hit in known.hits(wanted))

    def _with(self, journey: Journey, wanted: str) -> Iterator[_Known]:
        """The records in whose texts something may stand."""
        known_of, twice = self._known, _says_twice(journey)
        for record in journey:
            if type(record) not in _TEXTS:
                continue
            known = known_of.get(record.id)
            if known is None or known.record is not record:
                known = known_of[record.id] = _Known(record)
            if wanted in known.joined and not (twice and isinstance(record, MapDocument)):
                yield known
        if len(known_of) > 2 * len(journey) + 100:
            self._known = {one: known for one, known in known_of.items() if one in journey}


def whole(record: Record) -> Hit:
    """All of a card's own text, as the hit that its code is."""
    field = "word" if isinstance(record, Feeling) else "text"
    return Hit(record.id, field, 0, 0, len(getattr(record, field, "")))


def by_code(journey: Journey, text: str, map_id: str, *, everywhere: bool) -> tuple[Hit, ...]:
    """What has a code, if a text is one with its letter.

    Args:
        map_id: that is shown.
        everywhere: also on the other maps.
    """
    said = codes.read(text)
    if said is None or not said.letter:
        return ()
    try:
        look = codes.find if everywhere else codes.find_here
        return (whole(look(journey, map_id, said)),)
    except Problem:
        return ()


def _by_key(found: tuple[reading.Key, _Known]) -> reading.Key:
    return found[0]


def _says_twice(journey: Journey) -> bool:
    """Whether the document is called as its only map is; they share their title then."""
    maps = journey.maps()
    return len(maps) == 1 and maps[0].title == journey.document.title


def texts(record: Record) -> list[tuple[str, int, str]]:
    """The texts of a record that can be found: field, which of its texts, and the text."""
    found: list[tuple[str, int, str]] = []
    for name, many in _TEXTS.get(type(record), ()):
        value = getattr(record, name)
        if many:
            found += [(name, number, one) for number, one in enumerate(value)]
        elif value:
            found.append((name, 0, value))
    return found


def text_of(journey: Journey, hit: Hit) -> str:
    """The text a hit stands in; empty where it is there no more."""
    record = journey.find(hit.record_id)
    found = texts(record) if record is not None else ()
    return next((text for name, item, text in found if (name, item) == (hit.field, hit.item)), "")


def excerpt(journey: Journey, hit: Hit) -> Excerpt:
    """A hit with what stands round it."""
    text = text_of(journey, hit)
    begin = max(0, hit.start - _BEFORE)
    if begin:
        # From a whole word on.
        gap = text.find(" ", begin, hit.start)
        begin = gap + 1 if gap >= 0 else begin
    before = ("…" if begin else "") + text[begin : hit.start]
    end = hit.end + _AFTER
    after = text[hit.end : end] + ("…" if end < len(text) else "")
    return Excerpt(*(_one_line(one) for one in (before, text[hit.start : hit.end], after)))


def _one_line(text: str) -> str:
    return text.replace("\n", " ")


def nearest(journey: Journey, hits: tuple[Hit, ...], map_id: str, record_id: str) -> int:
    """The index of the first hit at or after a record, or else on or after a map.

    Args:
        hits: in the order of reading.
        map_id: that is shown.
        record_id: that is chosen on it; empty: none.
    """
    order = reading.Order(journey)
    record = journey.find(record_id) or journey.find(map_id)
    if record is None:
        return 0
    here = order.key(record)
    for number, hit in enumerate(hits):
        found = journey.find(hit.record_id)
        if found is not None and order.key(found) >= here:
            return number
    return 0
