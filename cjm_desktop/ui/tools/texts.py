"""What the status bar and the pill say about things, in the window's language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cjm_desktop.journey import following, naming, plans, sifting, sought, words
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    Barrier,
    Card,
    Feeling,
    Lane,
    Opportunity,
    Path,
    Persona,
    Record,
    Stage,
    Step,
    Touchpoint,
)
from cjm_desktop.ui.look import Look
from cjm_desktop.ui.tools import shortcuts
from cjm_desktop.ui.tools.gesture import Hint
from cjm_desktop.ui.tools.shortcuts import Shortcut

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas

GLANCE = 32
"""Most letters of a name in the pill."""
NAMED = 3
"""Most names in a row there."""


def chosen(
    journey: Journey,
    record_ids: tuple[str, ...],
    language: str,
    view: Path = "both",
    shortcut: Shortcut = shortcuts.of_registry,
) -> Hint:
    """What is chosen, what the plan or a role map does to it, and what can be done with it.

    Args:
        journey: the records.
        record_ids: what is chosen.
        language: of the window.
        view: what of the map is seen.
        shortcut: the keys of commands.
    """
    if not record_ids:
        return Hint("")
    if len(record_ids) > 1:
        return Hint(
            words.say("count.chosen", language, n=len(record_ids)),
            _some(move_key(), delete_key(shortcut), escape_key()),
        )
    record = journey.find(record_ids[0])
    if record is None:
        return Hint("")
    said = (_state(record), _planned(journey, record, language), differs(journey, record))
    keys = _keys(record, shortcut)
    if view == "to_be" and isinstance(record, Stage | Step):
        # Their order is one for both paths: it is said before it is done.
        keys = tuple(f"{one} {on_both_paths()}" if "[Ctrl]" in one else one for one in keys)
    return Hint(": ".join(one for one in said if one), keys)


def of_chosen(canvas: Canvas) -> Hint:
    """The same of a canvas."""
    look, shown = canvas.look, canvas.sheet.journey
    return chosen(shown, canvas.selection, look.language, look.path, canvas.shortcut)


def _planned(journey: Journey, record: Record, language: str) -> str:
    """What the plan does to a thing."""
    mark = plans.mark_of(journey, record) if isinstance(record, plans.OnPath) else None
    return plans.mark_words(journey, mark, language) if mark is not None else ""


def differs(journey: Journey, record: Record) -> str:
    """How a thing of a role map stands to the general one."""
    found = following.differs(journey, record.id)
    if following.OWN in found:
        return QCoreApplication.translate("Canvas", "only on this map")
    return QCoreApplication.translate("Canvas", "not as on the general map") if found else ""


def _state(record: Record) -> str:
    for cls, said in (
        (Touchpoint, QCoreApplication.translate("Canvas", "Touchpoint selected")),
        (Barrier, QCoreApplication.translate("Canvas", "Barrier selected")),
        (Opportunity, QCoreApplication.translate("Canvas", "Opportunity selected")),
        (Card, QCoreApplication.translate("Canvas", "Card selected")),
        (Feeling, QCoreApplication.translate("Canvas", "Feeling selected")),
        (Stage, QCoreApplication.translate("Canvas", "Stage selected")),
        (Step, QCoreApplication.translate("Canvas", "Step selected")),
        (Lane, QCoreApplication.translate("Canvas", "Lane selected")),
        (Persona, QCoreApplication.translate("Canvas", "Persona selected")),
    ):
        if isinstance(record, cls):
            return said
    return QCoreApplication.translate("Canvas", "Selected")


def _some(*hints: str) -> tuple[str, ...]:
    """Those of commands that have a key."""
    return tuple(one for one in hints if one)


def _keys(record: Record, shortcut: Shortcut) -> tuple[str, ...]:
    delete = delete_key(shortcut)
    if isinstance(record, Barrier):
        following = QCoreApplication.translate("Canvas", "next barrier")
        return _some(
            edit_key(),
            QCoreApplication.translate("Canvas", "[1]–[3] severity"),
            _command(shortcut, "edit.answer", QCoreApplication.translate("Canvas", "opportunity")),
            _hypothesis_key(shortcut),
            _command(shortcut, "edit.next", following),
        )
    if isinstance(record, Feeling):
        return _some(
            QCoreApplication.translate("Canvas", "[1]–[5] from −2 to +2"),
            QCoreApplication.translate("Canvas", "[+] [−] by 0.5"),
            QCoreApplication.translate("Canvas", "[Enter] word"),
            delete,
        )
    if isinstance(record, Stage):
        given = QCoreApplication.translate("Canvas", "last step to the next")
        return _some(
            QCoreApplication.translate("Canvas", "[Enter] name"),
            QCoreApplication.translate("Canvas", "[Ctrl]+[→] move"),
            QCoreApplication.translate("Canvas", "[Ins] stage after it"),
            delete,
            _command(shortcut, "map.give_last", given),
        )
    if isinstance(record, Step | Lane):
        return _some(QCoreApplication.translate("Canvas", "[Enter] name"), move_key(), delete)
    if isinstance(record, Card):
        more = QCoreApplication.translate("Canvas", "[Ins] one more")
        if isinstance(record, Opportunity):
            more = _hypothesis_key(shortcut)
        return _some(edit_key(), move_key(), more, delete)
    return (edit_key(),)


def _command(shortcut: Shortcut, command_id: str, said: str) -> str:
    return shortcuts.hint(shortcut, command_id, said)


def _hypothesis_key(shortcut: Shortcut) -> str:
    said = QCoreApplication.translate("Canvas", "hypothesis")
    return _command(shortcut, "edit.hypothesis", said)


def editing(*, series: bool) -> Hint:
    """What helps while a text is typed.

    Args:
        series: it is one of several in a row.
    """
    done = QCoreApplication.translate("Canvas", "[Enter] done")
    more = QCoreApplication.translate("Canvas", "[Enter] one more below")
    return Hint(
        QCoreApplication.translate("Canvas", "Editing"),
        (
            more if series else done,
            QCoreApplication.translate("Canvas", "[Tab] next cell"),
            QCoreApplication.translate("Canvas", "[Ctrl]+[Enter] new line"),
            escape_key(),
        ),
    )


def cell_keys(*, feelings: bool) -> tuple[str, ...]:
    """What can be done in an empty cell.

    Args:
        feelings: it is one of a curve.
    """
    typed = QCoreApplication.translate("Canvas", "type, or [Enter]: add here")
    drawn = QCoreApplication.translate("Canvas", "[1]–[5] a point, from −2 to +2")
    return (drawn if feelings else typed, QCoreApplication.translate("Canvas", "[Tab] next cell"))


def edit_key() -> str:
    """The key that opens the editor."""
    return QCoreApplication.translate("Canvas", "[Enter] edit")


def move_key() -> str:
    """The keys that move."""
    return QCoreApplication.translate("Canvas", "[Ctrl]+[←↑↓→] move")


def delete_key(shortcut: Shortcut) -> str:
    """The key that deletes."""
    return _command(shortcut, "edit.delete", QCoreApplication.translate("Canvas", "delete"))


def escape_key() -> str:
    """The key that cancels."""
    return QCoreApplication.translate("Canvas", "[Esc] cancel")


def on_both_paths() -> str:
    """What is said of an edit in the view of how it should be that the plan cannot have alone."""
    return QCoreApplication.translate("Canvas", "on both paths")


def sifted(journey: Journey, map_id: str, look: Look) -> Hint:
    """What of the map stands out, if anything does, and how to see all of it again."""
    told = sought.told(journey, look.sieve, look.language)
    if not sifting.any_passes(journey, map_id, replace(look.sieve, path=look.path)):
        said = QCoreApplication.translate("Canvas", "Nothing fits: %1")
    elif look.others == "hide":
        said = QCoreApplication.translate("Canvas", "Shown only: %1")
    else:
        said = QCoreApplication.translate("Canvas", "Stands out: %1")
    everything = QCoreApplication.translate("Canvas", "[Esc] show everything")
    return Hint(said.replace("%1", ", ".join(told)), (everything,))


def column(journey: Journey, stage_id: str, step_id: str | None) -> str:
    """A stage, or a stage and its step: "Contract › Advance payment"."""
    language = journey.document.language
    names = [journey.find(one) for one in (stage_id, step_id) if one]
    return " › ".join(naming.label(one, language) for one in names if one is not None)


def cell(journey: Journey, lane_id: str, stage_id: str, step_id: str | None) -> str:
    """A stage, its step and a lane, for the pill: "Contract › Advance payment · Contacts"."""
    language = journey.document.language
    names = [
        short(naming.label(one, language)) if one is not None else ""
        for one in map(journey.find, (stage_id, step_id, lane_id))
    ]
    return " · ".join(one for one in (" › ".join(filter(None, names[:2])), names[2]) if one)


def copy_word() -> str:
    """What is said besides of a copy."""
    return QCoreApplication.translate("Canvas", "a copy")


def place_of(number: int, total: int) -> str:
    """Which place among how many."""
    said = QCoreApplication.translate("Canvas", "place %1 of %2")
    return said.replace("%1", str(number)).replace("%2", str(total))


def short(name: str) -> str:
    """A name for the pill, not longer than one reads at a glance."""
    line = " ".join(name.split())
    return line if len(line) <= GLANCE else line[: GLANCE - 1].rstrip() + "…"


def listed(names: Sequence[str]) -> str:
    """Names in a row for the pill, and how many more there are."""
    shown = ", ".join(short(one) for one in names[:NAMED])
    return shown if len(names) <= NAMED else f"{shown} +{len(names) - NAMED}"
