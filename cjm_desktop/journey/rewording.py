"""Replacing words in every text of a document: what would become of each, and then to do it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from cjm_desktop.journey import finding, moves
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.finding import Hit
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Record
from cjm_desktop.journey.values import FIELDS, clean_text


class Proposal(NamedTuple):
    """What would become of one text."""

    record_id: str
    field: str
    item: int
    before: str
    after: str
    spans: tuple[tuple[int, int], ...]
    """What goes, in characters of the text before."""
    put: tuple[tuple[int, int], ...]
    """What comes in its place, in characters of the text after."""
    fits: bool
    """The field can hold it."""


def proposals(
    journey: Journey, hits: Iterable[Hit], words: str, asked: str = ""
) -> tuple[Proposal, ...]:
    """What would become of every text in which something was found, in the same order.

    Args:
        journey: as it is now.
        hits: what was found, those of one text one after the other.
        words: what to put there; where it is written small it takes the capitals of what goes.
        asked: what was looked for; what is found just so in capitals, as an abbreviation, gives
            none.
    """
    words = clean_text(words)
    found = []
    for (record_id, field, item), several in groupby(hits, key=lambda one: one[:3]):
        listed = tuple(several)
        text = finding.text_of(journey, listed[0])
        after, put = _replaced(text, [(one.start, one.end) for one in listed], words, asked)
        record = journey.get(Record, record_id)
        most = next(one.length for one in FIELDS[type(record)] if one.name == field)
        spans = tuple((one.start, one.end) for one in listed)
        found.append(Proposal(record_id, field, item, text, after, spans, put, len(after) <= most))
    return tuple(found)


def _replaced(
    text: str, spans: Sequence[tuple[int, int]], words: str, asked: str
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A text with other words in some places, and where they stand in it."""
    made, put, at = "", [], 0
    for start, end in spans:
        made += text[at:start]
        old = text[start:end]
        said = words if old == asked == old.upper() else as_written(words, old)
        put.append((len(made), len(made) + len(said)))
        made += said
        at = end
    return made + text[at:], tuple(put)


def as_written(words: str, like: str) -> str:
    """Words that are written small, with the capitals of those they replace: Shop, SHOP."""
    if not words or words != words.lower():
        return words
    letters = [one for one in like if one.isalpha()]
    if len(letters) > 1 and like == like.upper():
        return words.upper()
    if letters and like[:1].isupper() and like[1:] == like[1:].lower():
        return words[:1].upper() + words[1:]
    return words


def replace(draft: Draft, chosen: Iterable[Proposal]) -> int:
    """Put the words into the texts that still are as they were when it was proposed.

    Returns:
        How many texts were changed.
    """
    changed = 0
    for record_id, several in groupby(chosen, key=lambda one: one.record_id):
        record = draft.journey.find(record_id)
        if record is None:
            continue
        now = {(name, item): text for name, item, text in finding.texts(record)}
        good = [one for one in several if now.get((one.field, one.item)) == one.before]
        fields = _fields(record, good)
        title = fields.pop("title", None)
        if fields:
            moves.set_fields(draft, record_id, **fields)
        if title is not None:
            moves.set_title(draft, record_id, title)
        changed += len(good)
    return changed


def _fields(record: Record, chosen: Iterable[Proposal]) -> dict[str, Any]:
    """The fields of a record with what was chosen; an emptied one of several texts goes."""
    fields: dict[str, Any] = {}
    for one in chosen:
        value = getattr(record, one.field)
        if isinstance(value, tuple):
            texts = list(fields.get(one.field, value))
            texts[one.item] = one.after
            fields[one.field] = tuple(texts)
        else:
            fields[one.field] = one.after
    for name, value in fields.items():
        if isinstance(value, tuple):
            fields[name] = tuple(text for text in value if text.strip())
    return fields
