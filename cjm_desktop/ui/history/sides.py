"""What can be compared with what: now, versions, steps, other maps of the document, other files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from cjm_desktop.document import Document
from cjm_desktop.document.versions import State
from cjm_desktop.journey import comparing, naming, words
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
    way: Callable[[], State]
    """Called in the window's own thread; what it gives makes the state, in any thread."""
    map_id: str | None = None
    """Which of its maps; None: the one that is shown."""
    moment: datetime | None = None
    """When it was so; None: nobody knows."""
    current: bool = False
    """It is as the map is now."""


def now(document: Document, language: str) -> Side:
    """The map as it is."""
    today = datetime.now().astimezone()
    said = QCoreApplication.translate("Sides", "Now, {date}")
    return Side(
        "now", said.format(date=spoken.date(today, language)), lambda: _as_it_is(document),
        moment=today,
    )  # fmt: skip


def _as_it_is(document: Document) -> State:
    journey = document.journey.fork()
    return lambda: journey


def of_step(document: Document, number: int, said: str, moment: datetime | None = None) -> Side:
    """The map as it was after a step."""
    way = partial(document.versions.way_to, number)
    return Side(f"step {number}", said, way, moment=moment)


def of_version(document: Document, version: Version, language: str) -> Side:
    """A version of the map."""
    when = spoken.when(version.time, language)
    if version.name:
        said = f"{plain.clean(version.name)}, {when}"
    else:
        said = QCoreApplication.translate("Sides", "Saved {when}").format(when=when)
    way = partial(document.versions.way_of, version)
    done = document.steps_done
    current = done > 0 and version.step == document.step_at(done - 1).number
    return Side(f"version {version.id}", said, way, moment=version.time, current=current)


def _told_apart(versions: list[Side]) -> list[Side]:
    """Versions with seconds in the time of those that are called the same."""
    often = Counter(one.said for one in versions)

    def told(one: Side) -> Side:
        if often[one.said] == 1 or one.moment is None:
            return one
        local = one.moment.astimezone()
        exact = one.said.replace(f"{local:%H:%M}", f"{local:%H:%M:%S}")
        return one._replace(said=exact)

    return [told(one) for one in versions]


def of_map(document: Document, map_id: str) -> Side:
    """Another map of the document, as it is."""
    titles = {one.id: one.title for one in document.journey.maps()}
    named = QCoreApplication.translate("Sides", "Map “{name}”")
    said = words.filled(named, name=plain.clean(titles.get(map_id, "")))
    return Side(f"map {map_id}", said, lambda: _as_it_is(document), map_id)


def of_file(path: Path) -> Side:
    """The first map of another file, which is read when it is compared."""
    named = QCoreApplication.translate("Sides", "File “{name}”")
    said = words.filled(named, name=plain.clean(path.name))
    return Side(f"file {path}", said, lambda: lambda: reader.read(path).journey)


def offered(document: Document, map_id: str, language: str) -> list[Side]:
    """Everything that can be compared, the likeliest first: now, versions, maps.

    Args:
        map_id: which map is shown.
        language: of the window.
    """
    versions = document.versions
    known = tuple(reversed(versions.all()))
    others = [one.id for one in document.journey.maps() if one.id != map_id]
    current = now(document, language)
    if others:
        # Any of the maps is as it is now: which one this is must be said.
        said = QCoreApplication.translate("Sides", "Map “{name}”, now")
        name = plain.clean(naming.map_title(document.journey, map_id))
        current = current._replace(said=words.filled(said, name=name))
    found = [current]
    named = [one for one in known if one.name]
    plain_ones = [one for one in known if not one.name][:MOST]
    shown = [of_version(document, one, language) for one in (*named, *plain_ones)]
    found += _told_apart(shown)
    if document.step_count:
        first = document.step_at(0)
        said = QCoreApplication.translate("Sides", "The beginning")
        found.append(of_step(document, first.number - 1, said, first.time))
    return [*found, *(of_map(document, one) for one in others)]


def usual(found: list[Side]) -> int:
    """What one compares with now unless one says otherwise: the newest named version that is not
    the map of now itself, or the beginning."""
    steps = [at for at, one in enumerate(found) if one.key.startswith("step ")]
    past = [at for at, one in enumerate(found) if one.key.startswith("version ")]
    named = [at for at in past if not found[at].current]
    return (named or steps or past or [0])[0]


def compared(before: Side, after: Side, map_id: str) -> Callable[[], Comparison]:
    """What finds the differences between two states, on the map that is shown; in any thread.

    Raises:
        Problem: a state cannot be read any more.
    """
    first_way, second_way = before.way(), after.way()

    def find() -> Comparison:
        old, new = first_way(), second_way()
        first = map_of(old, before.map_id or map_id)
        second = map_of(new, after.map_id or map_id)
        if first == second:
            return comparing.compare(old, new, second)
        return comparing.compare_maps(old, first, new, second)

    return find


def apart(before: Side, after: Side) -> timedelta | None:
    """How much time lies between two states; None: nobody knows."""
    if before.moment is None or after.moment is None:
        return None
    return abs(after.moment - before.moment)


def map_of(journey: Journey, wanted: str) -> str:
    """A map of a state: the one that is wanted, or else the first."""
    return wanted if wanted in journey else journey.maps()[0].id
