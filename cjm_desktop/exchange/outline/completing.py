"""What a line that is being typed may end with: names that are in the document already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cjm_desktop.exchange.outline import channels, escapes, marks
from cjm_desktop.exchange.outline.items import Kind
from cjm_desktop.exchange.outline.typing import kind_of
from cjm_desktop.journey import words
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    Department,
    Persona,
    Stage,
    Step,
    Touchpoint,
)

MOST = 6
"""Names that are offered at once."""
LEAST = 2
"""Letters to type before any are."""


class Offer(NamedTuple):
    """Names that a part of a line may be the beginning of."""

    start: int
    """Where that part begins, in characters from 0."""
    names: tuple[str, ...]


def offer(journey: Journey, line: str, column: int) -> Offer | None:
    """What may stand where somebody types.

    Args:
        line: the whole line.
        column: of the caret; names are offered at the end of a line only.
    """
    mark, kind = marks.read(line), kind_of(line)
    if kind is None or column < mark.start or line[column:].strip():
        return None
    said = line[mark.start : column]
    start = _begin(kind, said)
    begun = _folded(said[start:])
    if len(begun) < LEAST:
        return None
    found = dict.fromkeys(
        one for one in _names(journey, kind) if _folded(one).startswith(begun) and _new(one, begun)
    )
    names = tuple(found)[:MOST]
    return Offer(mark.start + start, names) if names else None


def _begin(kind: Kind, said: str) -> int:
    """Where the name begins that is being typed."""
    if kind == "contact":
        return max((one.start for one in escapes.parts(said)), default=0)
    if kind in ("stage", "step"):
        return 0
    return len(said) - len(said.rsplit(" ", maxsplit=1)[-1])


def _new(name: str, begun: str) -> bool:
    return bool(name.strip()) and _folded(name) != begun and "\n" not in name


def _names(journey: Journey, kind: Kind) -> Iterator[str]:
    """The names a kind of line may hold, the likeliest first."""
    if kind == "stage":
        yield from _often(one.title for one in journey.all(Stage))
    elif kind == "step":
        yield from _often(one.title for one in journey.all(Step))
    elif kind == "contact":
        yield from _often(escapes.without_commas(one.text) for one in journey.all(Touchpoint))
        language = journey.document.language
        yield from (words.say(f"channel.{one}", language) for one in channels.NAMED)
    else:
        people = journey.all(Persona)
        yield from (one.name for one in people)
        yield from (one.role for one in people)
        yield from (one.name for one in journey.all(Department))


def _often(names: Iterable[str]) -> list[str]:
    return [one for one, _ in Counter(names).most_common()]


def _folded(text: str) -> str:
    return text.casefold().replace("ё", "е")
