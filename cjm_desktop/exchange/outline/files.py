"""Outlines as files: maps made from them, and what of a map they leave out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from cjm_desktop.exchange.outline import marks
from cjm_desktop.exchange.outline.apply import apply
from cjm_desktop.exchange.outline.content import HOLDS
from cjm_desktop.exchange.outline.items import Outline
from cjm_desktop.exchange.outline.parse import begins_outline, parse
from cjm_desktop.exchange.outline.pasted import beyond_stages
from cjm_desktop.exchange.outline.write import write
from cjm_desktop.exchange.report import Note, Report
from cjm_desktop.journey import moves, templates, words
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Feeling, Language, MapDocument
from cjm_desktop.journey.values import clean_text

MOST_THINGS = 2_000
"""More than any map on paper can hold."""
MOST_LINES = 20_000
"""Nobody wrote more of them by hand; what follows is not even looked at."""
_ALWAYS = ("action", "contact", "feeling", "barrier")
"""What a sketch has lanes for, even where there is nothing yet."""
_LOOKED_AT = 200
"""Lines, to see what a text is."""
_LONGEST = 100
"""Characters of a line without a sign."""
_ROW = re.compile(r"\||\S\t|;.*;")
"""What looks like a row of a table."""
_PROSE = 0.1
"""The most such lines may be of all. Of nine Markdown documents without a diagram two are outlines
by that, which are a list of steps and one of headings and bullets; seven hold tables."""
_FEW = 40
"""Lines that may well be typed without most signs."""
_SKIPPED = {f"outline.{name}" for name in ("feelings", "shortened", "too_many")}


def is_outline(text: str) -> bool:
    """Whether a text may be meant as an outline: lines with signs or a list, no prose, no table."""
    lines = (line for line in text.split("\n") if line.strip() and not marks.is_rule(line))
    looked_at = list(islice(lines, _LOOKED_AT))
    bare = [line for line in looked_at if marks.read(line).bare]
    prose = sum(len(line) > _LONGEST or _ROW.search(line) is not None for line in bare)
    if not looked_at or prose > _PROSE * len(looked_at):
        return False
    if begins_outline(text):
        return len(looked_at) <= _FEW or len(bare) * 3 <= len(looked_at) * 2
    return len(looked_at) > 1 or not bare


def to_journey(text: str, language: Language, title: str) -> tuple[Journey, Report]:
    """A document with one map made from an outline, and what was left out and noticed.

    Args:
        language: of the map; its lanes are named in it.
        title: of the map, where the text says none.

    Raises:
        Problem: the text names nothing.
    """
    found = _within(text)
    if not found.items:
        raise Problem("outline.nothing")
    titled = clean_text(found.title or title)[:300]
    draft = Draft(Journey())
    draft.put(MapDocument(title=titled, language=language))
    map_id = moves.add_map(draft, titled)
    said = {one.kind for one in found.items}
    for kind, holds in HOLDS.items():
        if kind in _ALWAYS or kind in said:
            moves.add_lane(draft, map_id, holds)
    apply(draft, map_id, found)
    journey = Journey(draft.changed())
    skipped = tuple(one for one in found.notes if one.key in _SKIPPED)
    noted = tuple(one for one in found.notes if one.key not in _SKIPPED)
    return journey, Report.of("outline", journey, skipped=skipped, noted=noted)


def begun(text: str, language: Language) -> Journey:
    """A document begun from the names of stages, or from a whole outline, list or table.

    Raises:
        Problem: the text is far larger than a map.
    """
    found = beyond_stages(text, language)
    if found is None:
        return templates.from_stages(text, language)
    return to_journey(found.text, language, found.title or words.say("new.map", language))[0]


def left_out(journey: Journey, map_id: str, outline: Outline) -> Iterator[Note]:
    """What of a map its outline does not say."""
    said = {one.record_id for one in outline.items}
    cards = [card for stage in journey.stages(map_id) for card in journey.cards_of_stage(stage.id)]
    points = [one for one in journey.all(Feeling) if journey.map_of(one) == map_id]
    evidence = sum(len(journey.evidence(one.id)) for one in (*cards, *points))
    counts = {
        "cards": sum(one.id not in said for one in cards),
        "feelings": sum(one.id not in said for one in points),
        "evidence": evidence,
        "metrics": len(journey.metrics(map_id)),
    }
    for name, count in counts.items():
        if count:
            yield Note(f"outline.lost.{name}", {"n": count})


def text_of(journey: Journey, map_id: str) -> tuple[str, tuple[Note, ...]]:
    """The outline of a map as text, and what it does not say."""
    found = write(journey, map_id)
    return found.text, tuple(left_out(journey, map_id, found))


def _within(text: str) -> Outline:
    """The outline of a text without what no map can take; that is told."""
    lines = clean_text(text).split("\n", MOST_LINES)
    found = parse("\n".join(lines[:MOST_LINES]), whole=True)
    if len(found.items) > MOST_THINGS:
        line = found.items[MOST_THINGS].line
    elif len(lines) > MOST_LINES and lines[MOST_LINES].strip():
        line = MOST_LINES + 1
    else:
        return found
    note = Note("outline.too_many", {"n": MOST_THINGS}, line)
    notes = [one for one in found.notes if one.line is None or one.line < line]
    return found._replace(items=found.items[:MOST_THINGS], notes=(*notes, note))
