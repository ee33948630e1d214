"""What can be compared with what: now, versions, steps, other maps of the document, other files."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from cjm_desktop.document import Document
from cjm_desktop.journey import comparing
from cjm_desktop.journey.comparing import Comparison
from cjm_desktop.journey.journey import Journey
from cjm_desktop.storage import reader
from cjm_desktop.storage.versions import Version
from cjm_desktop.ui import plain, spoken

MOST = 40
"""Versions that were noted by themselves, of those offered."""


class Side(NamedTuple):
    """One of the two states that are compared."""

    key: str
    """Tells it from the others."""
    said: str
    state: Callable[[], Journey]
    map_id: str | None = None
    """Which of its maps; None: the one that is shown."""


def now(document: Document) -> Side:
    """The map as it is."""
    return Side("now", QCoreApplication.translate("Sides", "Now"), lambda: document.journey)


def of_step(document: Document, number: int, said: str) -> Side:
    """The map as it was after a step."""
    return Side(f"step {number}", said, partial(document.versions.after, number))


def of_version(document: Document, version: Version, language: str) -> Side:
    """A version of the map."""
    when = spoken.when(version.time, language)
    if version.name:
        said = f"{plain.clean(version.name)}, {when}"
    else:
        said = QCoreApplication.translate("Sides", "Saved {when}").format(when=when)
    return Side(f"version {version.id}", said, partial(document.versions.of, version))


def of_map(document: Document, map_id: str) -> Side:
    """Another map of the document, as it is."""
    titles = {one.id: one.title for one in document.journey.maps()}
    said = QCoreApplication.translate("Sides", "Map “{name}”").format(
        name=plain.clean(titles.get(map_id, ""))
    )
    return Side(f"map {map_id}", said, lambda: document.journey, map_id)


def of_file(path: Path) -> Side:
    """The first map of another file; it is read once, now.

    Raises:
        FileProblem: it is no map, or cannot be read.
    """
    journey = reader.read(path).journey
    said = QCoreApplication.translate("Sides", "File “{name}”").format(name=plain.clean(path.name))
    return Side(f"file {path}", said, lambda: journey)


def offered(document: Document, map_id: str, language: str) -> list[Side]:
    """Everything that can be compared, the likeliest first: now, versions, maps.

    Args:
        map_id: which map is shown.
        language: of the window.
    """
    versions = document.versions
    known = tuple(reversed(versions.all()))
    found = [now(document)]
    named = [one for one in known if one.name]
    plain_ones = [one for one in known if not one.name][:MOST]
    found += [of_version(document, one, language) for one in (*named, *plain_ones)]
    if document.step_count:
        first = document.step_at(0).number - 1
        found.append(of_step(document, first, QCoreApplication.translate("Sides", "The beginning")))
    others = (one.id for one in document.journey.maps() if one.id != map_id)
    return [*found, *(of_map(document, one) for one in others)]


def usual(found: list[Side]) -> int:
    """What one compares with now unless one says otherwise: the newest named version, or the
    beginning."""
    keys = [one.key for one in found]
    steps = [at for at, key in enumerate(keys) if key.startswith("step ")]
    named = [at for at, key in enumerate(keys) if key.startswith("version ")]
    return (named or steps or [0])[0]


def compared(before: Side, after: Side, map_id: str) -> Comparison:
    """The differences between two states, on the map that is shown.

    Raises:
        Problem: a state cannot be read any more.
    """
    old, new = before.state(), after.state()
    first = _map_of(old, before.map_id or map_id)
    second = _map_of(new, after.map_id or map_id)
    if first == second:
        return comparing.compare(old, new, second)
    return comparing.compare_maps(old, first, new, second)


def _map_of(journey: Journey, wanted: str) -> str:
    return wanted if wanted in journey else journey.maps()[0].id
