"""From a map to its outline."""

from __future__ import annotations

from cjm_desktop.exchange.outline import content, escapes, feelings, spans
from cjm_desktop.exchange.outline.content import Content, Entry
from cjm_desktop.exchange.outline.items import SIGNS, Outline
from cjm_desktop.exchange.outline.parse import parse
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Barrier, Card, Feeling, Stage, Step


def write(journey: Journey, map_id: str, like: Outline | None = None) -> Outline:
    """The outline of a map; reading its text gives the same again.

    Args:
        like: an outline of it from before, whose person's feelings these are too.
    """
    whose = content.whose(journey, map_id, like)
    said = Content(journey, map_id, whose)
    language = journey.document.language
    entries = list(said.entries())
    text = "".join(f"{_line(said, one, language)}\n" for one in entries)
    found = parse(text)
    items = tuple(item._replace(record_id=entries[item.line - 1].record.id) for item in found.items)
    return found._replace(items=items, persona_id=whose)


def _line(said: Content, entry: Entry, language: str) -> str:
    record, sign = entry.record, SIGNS[entry.kind]
    text = ""
    if isinstance(record, (Stage, Step)):
        title = escapes.numbered(escapes.on_one_line(record.title))
        text = spans.joined(title, said.span(record), language)
    elif isinstance(record, Feeling):
        text = feelings.written(record.value, escapes.on_one_line(record.word), language)
    elif isinstance(record, Card):
        text = escapes.on_one_line(record.text)
        if entry.kind == "contact":
            text = escapes.without_commas(text)
        if isinstance(record, Barrier):
            sign *= record.severity
    return f"{sign} {text}".rstrip()
