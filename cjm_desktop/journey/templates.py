"""Starting maps: templates, filled samples, and a map from nothing but the names of its stages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from cjm_desktop.journey import moves, words
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.filling import fill
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.offers import SAMPLES, TEMPLATES, contents, names, spoken, summary, title
from cjm_desktop.journey.records import Language, MapDocument
from cjm_desktop.journey.values import clean_text

__all__ = [
    "SAMPLES", "TEMPLATES", "add", "from_stages", "made_of", "make", "names", "stage_names",
    "summary", "title",
]  # fmt: skip

MOST_STAGES = 60
"""More lines than this are no list of stages."""


def make(name: str, language: Language, title: str = "") -> Journey:
    """A whole new document with the template's map.

    Args:
        title: of the document and its map; empty: the template's own.

    Raises:
        KeyError: there is no such template.
    """
    return made_of(spoken(contents(name), language), language, title)


def made_of(data: Mapping[str, Any], language: Language, title: str = "") -> Journey:
    """A whole new document with the map of a template's data.

    Args:
        data: in one language (see `filling.fill`).
        language: of the document.
        title: of the document and its map; empty: that of the data's map.
    """
    draft = Draft(Journey())
    titled = clean_text(title) or data["map"]["title"]
    draft.put(MapDocument(title=titled, language=language, **data.get("document", {})))
    map_id = fill(draft, data)
    if title:
        moves.set_fields(draft, map_id, title=titled)
    return Journey(draft.changed())


def add(draft: Draft, name: str, language: Language, title: str = "") -> str:
    """Add a template's map to a document; return the map's id."""
    map_id = fill(draft, spoken(contents(name), language))
    if title:
        moves.set_fields(draft, map_id, title=title)
    return map_id


_HEAD = re.compile(r"\s*(?:stages?|этапы?)\s*:", re.IGNORECASE)


def stage_names(text: str) -> tuple[str, ...]:
    """The stages someone typed: one a line, or parted by commas, semicolons or arrows."""
    text = _HEAD.sub("", text)
    parts = re.split(r"\n|->|[→>;]" if "\n" in text.strip() else r"->|[→>;,]", clean_text(text))
    found = (re.sub(r"^\s*(?:[-*•#]+|\d+[.)])\s+", "", part).strip(" \t,") for part in parts)
    return tuple(one[:1].upper() + one[1:] for one in found if one)[:MOST_STAGES]


def from_stages(text: str, language: Language, title: str = "") -> Journey:
    """A quick sketch: the stages someone typed, with the lanes of the sketch template."""
    data: dict[str, Any] = spoken(contents("sketch"), language)
    data["stages"] = [{"title": one} for one in stage_names(text)]
    draft = Draft(Journey())
    titled = clean_text(title) or words.say("new.map", language)
    data["map"]["title"] = titled
    draft.put(MapDocument(title=titled, language=language))
    fill(draft, data)
    return Journey(draft.changed())
