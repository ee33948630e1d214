"""The command that tells what differs: `diff`."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any, NamedTuple

from cjm_desktop.cli.exporting import map_id_of
from cjm_desktop.cli.outcomes import Senseless
from cjm_desktop.cli.speech import Speech
from cjm_desktop.exchange.json_write import plain
from cjm_desktop.journey import comparing
from cjm_desktop.journey.comparing import Comparison, Line, Sort
from cjm_desktop.journey.journey import Journey
from cjm_desktop.storage import reader, versions
from cjm_desktop.storage.contents import Contents

_SIGNS: dict[Sort, str] = {"added": "+", "removed": "-", "changed": "~", "moved": ">"}
MOST = 2
"""Versions, and maps, that can be compared."""


class Side(NamedTuple):
    """One of the two things that are compared."""

    journey: Journey
    map_id: str | None
    """None: every map of it."""


def diff(asked: Namespace, speech: Speech) -> None:
    """`cjm diff A.cjm [B.cjm]`."""
    _check(asked)
    before, after = _sides(asked)
    found = _compared(before, after)
    groups = comparing.groups(found, speech.language)
    if asked.json:
        listed = [_as_data(found, line, group.stage_id) for group in groups for line in group.lines]
        speech.data({"counts": found.counts, "differences": listed})
        return
    for group in groups:
        speech.line(group.title)
        for line in group.lines:
            speech.line(f"  {_SIGNS[line.contrast.sort]} {line.whole}")
    speech.line(comparing.count_words(found.counts, speech.language))


def _check(asked: Namespace) -> None:
    """Refuse what says too much, or nothing to compare with.

    Raises:
        Senseless: it does.
    """
    many = len(asked.versions or ()), len(asked.maps or ())
    if max(many) > MOST or (asked.other is not None and asked.versions):
        raise Senseless("cli.diff_too_much")
    if asked.other is None and not asked.versions and many[1] < MOST:
        raise Senseless("cli.diff_alone")


def _sides(asked: Namespace) -> tuple[Side, Side]:
    """What is compared with what."""
    contents = reader.read(Path(asked.map))
    journeys = (contents.journey, contents.journey)
    if asked.other is not None:
        journeys = (contents.journey, reader.read(Path(asked.other)).journey)
    elif asked.versions:
        journeys = _of_versions(contents, asked.versions)
    maps = asked.maps or [None]
    return Side(journeys[0], _map_id(journeys[0], maps[0])), Side(
        journeys[1], _map_id(journeys[1], maps[-1])
    )


def _of_versions(contents: Contents, said: list[str]) -> tuple[Journey, Journey]:
    """Two versions of a file, or one and how it is now."""
    found = [versions.find(contents, one) for one in said]
    return found[0], found[1] if len(found) > 1 else contents.journey


def _map_id(journey: Journey, name: str | None) -> str | None:
    return map_id_of(journey, name) if name is not None else None


def _compared(before: Side, after: Side) -> Comparison:
    """The same map by its ids; of what does not come from each other, what is alike."""
    if before.map_id is None and after.map_id is None:
        if {one.id for one in before.journey.maps()} & {one.id for one in after.journey.maps()}:
            return comparing.compare(before.journey, after.journey)
    elif before.map_id == after.map_id:
        return comparing.compare(before.journey, after.journey, after.map_id)
    first = before.map_id or before.journey.maps()[0].id
    second = after.map_id or after.journey.maps()[0].id
    return comparing.compare_maps(before.journey, first, after.journey, second)


def _as_data(found: Comparison, line: Line, stage_id: str | None) -> dict[str, Any]:
    """One difference for a script."""
    one = line.contrast
    return {
        "sort": one.sort,
        "kind": one.record.kind,
        "id": one.record_id,
        "map_id": found.both.map_of(one.record),
        "stage_id": stage_id,
        "text": line.text,
        "detail": line.detail,
        "fields": {
            name: [plain(getattr(side, name)) for side in (one.before, one.after)]
            for name in one.fields
            if name not in ("kind", "data")
        },
        "with_it": list(one.along),
    }
