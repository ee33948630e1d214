"""How a document lies in JSON: records nested where they belong, every field by its own name."""

from __future__ import annotations

from typing import NamedTuple

from cjm_desktop.journey.records import (
    KINDS,
    Barrier,
    Card,
    Department,
    Difference,
    Evidence,
    Feeling,
    Hypothesis,
    JourneyMap,
    Lane,
    Link,
    Measurement,
    Metric,
    Opportunity,
    Participant,
    Participation,
    Persona,
    Picture,
    Record,
    Stage,
    Step,
    Touchpoint,
)
from cjm_desktop.journey.values import FIELDS, Field

NAME = "cjm-desktop"
VERSION = 1
FIGURES = "figures"
"""What a document comes to, beside what it holds: written for scripts, never read back."""
CODE = "code"
"""By which people name a card or a curve point, such as B12; read from `CODES` only."""
CODES = "codes"
"""The ids that codes were ever given to, in the order of their numbers."""
CARDS: tuple[type[Record], ...] = (Card, Touchpoint, Barrier, Opportunity)


class Listing(NamedTuple):
    """One list inside an object."""

    name: str
    classes: tuple[type[Record], ...]
    """What it holds; where there are several, each object says its `kind`."""
    parent: str
    """The field that names the record it lies in, "" at the top."""


_EVIDENCE = Listing("evidence", (Evidence,), "about_id")
TOP = (
    Listing("personas", (Persona,), ""),
    Listing("departments", (Department,), ""),
    Listing("participants", (Participant,), ""),
    Listing("maps", (JourneyMap,), ""),
    Listing("pictures", (Picture,), ""),
)
INSIDE: dict[type[Record], tuple[Listing, ...]] = {
    JourneyMap: (
        Listing("stages", (Stage,), "map_id"),
        Listing("lanes", (Lane,), "map_id"),
        Listing("metrics", (Metric,), "map_id"),
        Listing("hypotheses", (Hypothesis,), "map_id"),
        Listing("links", (Link,), "map_id"),
        Listing("differences", (Difference,), "map_id"),
    ),
    Stage: (
        Listing("steps", (Step,), "stage_id"),
        Listing("participation", (Participation,), "stage_id"),
    ),
    Lane: (
        Listing("cards", CARDS, "lane_id"),
        Listing("feelings", (Feeling,), "lane_id"),
    ),
    Metric: (Listing("measurements", (Measurement,), "metric_id"),),
    Feeling: (_EVIDENCE,),
    **dict.fromkeys(CARDS, (_EVIDENCE,)),
}


def fields(cls: type[Record], listing: Listing | None) -> tuple[Field, ...]:
    """The fields that are written: all but the one that the nesting says already."""
    parent = listing.parent if listing else "id"
    return tuple(field for field in FIELDS[cls] if field.name != parent)


def listings(cls: type[Record]) -> tuple[Listing, ...]:
    """The lists inside an object of a class."""
    return INSIDE.get(cls, ())


def class_of(kind: str, listing: Listing) -> type[Record] | None:
    """The class of that kind, if the list may hold it."""
    found = KINDS.get(kind)
    return found if found in listing.classes else None
