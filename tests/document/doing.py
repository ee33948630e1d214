"""The few edits that most tests of documents make, and a disk that is full."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager

from cjm_desktop.document import Document
from cjm_desktop.journey import moves
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Touchpoint


def add_card(document: Document, text: str) -> str:
    """Add a touchpoint to the first cell; return its id."""
    (journey_map,) = document.journey.maps()
    lane = next(one for one in document.journey.lanes(journey_map.id) if one.holds == "touchpoints")
    stage, step = document.journey.columns(journey_map.id)[0]
    with document.edit("step.add_card", name=text) as draft:
        return moves.add_card(draft, lane.id, stage.id, step.id if step else None, text)


def set_text(document: Document, card_id: str, text: str, merge: str | None = None) -> None:
    """Edit a card's text."""
    with document.edit("step.edit_text", merge=merge, name=text) as draft:
        moves.set_fields(draft, card_id, text=text)


def texts(document: Document) -> list[str]:
    """The texts of all touchpoints, sorted."""
    return sorted(card.text for card in document.journey.all(Touchpoint))


def state(document: Document) -> Journey:
    """The records as they are now, to compare with later."""
    return document.journey.fork()


@contextmanager
def room(size: int) -> Iterator[None]:
    """No file may be larger, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
