"""What is put into a cell beside what it says: a new word on the same matter replaces the old."""

from __future__ import annotations

from collections.abc import Sequence

from cjm_desktop.journey import words
from cjm_desktop.journey.journey import Cell, Journey
from cjm_desktop.journey.records import Metric, Participation, Path
from cjm_desktop.journey.tables import numbers, people, times
from cjm_desktop.journey.tables.lines import Content, typed


def beside(journey: Journey, there: Content, text: str, view: Path) -> str:
    """The whole text of a cell once more is put into it, for `write_cell`.

    Cards, feelings and goals come behind those there. What is said of a duration, a metric or a
    role takes the place of what was said of the same one.

    Args:
        there: what the cell says.
        text: what is put into it.
        view: the path that is looked at.

    Raises:
        Problem: it is not understood.
    """
    came = typed(text)
    if there.cell is None or not came or there.writes not in ("times", "numbers", "people"):
        return "\n".join(one for one in (there.text, text) if one.strip())
    if there.writes == "times":
        kept = _of_times(journey, there, came, view)
    elif there.writes == "numbers":
        kept = _of_numbers(journey, there, came)
    else:
        kept = _of_people(journey, there, there.cell, came)
    return "\n".join((*kept, *came))


def _of_times(journey: Journey, there: Content, came: Sequence[str], view: Path) -> list[str]:
    said, before = [times.read(one, view) for one in came], {}
    for line in there.lines:
        before[line.text] = times.read(line.text, view)
    spoken = {one.which for one in said if one.span is not None}
    kept = [text for text, one in before.items() if one.span is None or one.which not in spoken]
    waits = any(one.waits for one in before.values())
    if waits and not any(times.read(one, view).waits for one in (*kept, *came)):
        kept.append(words.say("table.waits", journey.document.language))
    return kept


def _of_numbers(journey: Journey, there: Content, came: Sequence[str]) -> list[str]:
    said = {_folded(numbers.read(one).title) for one in came}
    if "" in said and len(there.lines) == 1:
        return []  # a number alone is that of the only metric there is
    return [one.text for one in there.lines
            if _folded(journey.get(Metric, one.record_id).title) not in said]  # fmt: skip


def _of_people(journey: Journey, there: Content, cell: Cell, came: Sequence[str]) -> list[str]:
    holds = people.holds_of(journey, cell)
    said = {people.read(journey, holds, cell[1], one).persona_id for one in came}
    return [one.text for one in there.lines
            if journey.get(Participation, one.record_id).persona_id not in said]  # fmt: skip


def _folded(title: str) -> str:
    return " ".join(title.split()).casefold()
