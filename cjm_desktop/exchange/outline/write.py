"""From a map to its outline."""

from __future__ import annotations

from cjm_desktop.exchange.outline import content, escapes, kindwords, spans
from cjm_desktop.exchange.outline.content import Content, Entry
from cjm_desktop.exchange.outline.items import SIGNS, Item, Outline
from cjm_desktop.exchange.outline.parse import parse
from cjm_desktop.journey import felt
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
    record = entry.record
    item = Item(entry.kind, "", 0)
    if isinstance(record, (Stage, Step)):
        item = item._replace(text=record.title, span=said.span(record))
    elif isinstance(record, Feeling):
        item = item._replace(text=record.word, value=record.value)
    elif isinstance(record, Card):
        severity = record.severity if isinstance(record, Barrier) else 1
        item = item._replace(text=record.text, severity=severity)
    return line_of(item, language)


def line_of(item: Item, language: str) -> str:
    """The line that names a thing."""
    sign, text = SIGNS[item.kind], escapes.on_one_line(item.text)
    if item.kind in ("stage", "step"):
        text = spans.joined(escapes.numbered(text), item.span, language)
    elif item.kind == "feeling":
        text = felt.written(item.value, text, language)
    elif item.kind == "action":
        text = kindwords.guarded(text)
    elif item.kind == "contact":
        text = escapes.without_commas(text)
    elif item.kind == "barrier":
        sign *= item.severity
    return f"{sign} {text}".rstrip()
