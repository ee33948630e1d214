"""Why a command cannot be given now, and what to do about it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from cjm_desktop.ui.registry import Command
from cjm_desktop.ui.translation import QT_TRANSLATE_NOOP

_NO_MAP: Final = QT_TRANSLATE_NOOP("Reasons", "open a map first")
_NOTHING_CHOSEN: Final = QT_TRANSLATE_NOOP("Reasons", "select something on the map first")
_ALREADY: Final = QT_TRANSLATE_NOOP("Reasons", "nothing is selected that is otherwise")
_ONE_MAP: Final = QT_TRANSLATE_NOOP("Reasons", "there is only one map in this file")
_GIVING: Final = QT_TRANSLATE_NOOP("Reasons", "select a stage of several steps with a neighbour")

REASONS: Final = {
    "edit.undo": QT_TRANSLATE_NOOP("Reasons", "nothing was done yet"),
    "edit.redo": QT_TRANSLATE_NOOP("Reasons", "nothing was taken back"),
    "edit.text": _NOTHING_CHOSEN,
    "edit.delete": _NOTHING_CHOSEN,
    "edit.cut": _NOTHING_CHOSEN,
    "edit.copy": _NOTHING_CHOSEN,
    "edit.duplicate": _NOTHING_CHOSEN,
    "edit.previous": _NOTHING_CHOSEN,
    "edit.next": _NOTHING_CHOSEN,
    "view.fit_selection": _NOTHING_CHOSEN,
    "edit.answer": QT_TRANSLATE_NOOP("Reasons", "select a barrier first"),
    "edit.hypothesis": QT_TRANSLATE_NOOP("Reasons", "select a barrier or an opportunity first"),
    "file.revert": QT_TRANSLATE_NOOP("Reasons", "nothing was changed yet"),
    "view.everything": QT_TRANSLATE_NOOP("Reasons", "everything is shown already"),
    "map.left": QT_TRANSLATE_NOOP("Reasons", "it is the first map already"),
    "map.right": QT_TRANSLATE_NOOP("Reasons", "it is the last map already"),
    "map.delete": _ONE_MAP,
    "map.next": _ONE_MAP,
    "map.previous": _ONE_MAP,
    "map.own": QT_TRANSLATE_NOOP("Reasons", "it is on its own already"),
    "map.split": QT_TRANSLATE_NOOP("Reasons", "select a later step of a stage first"),
    "map.merge": QT_TRANSLATE_NOOP("Reasons", "select a stage before the last one first"),
    "map.give_first": _GIVING,
    "map.give_last": _GIVING,
    "map.path_as_is": _ALREADY,
    "map.path_to_be": _ALREADY,
    "map.path_both": _ALREADY,
}
"""By the id of the command."""


def why_not(command: Command, *, has_map: bool) -> str:
    """Why a command that is switched off is so; nothing where nobody knows."""
    reason = _NO_MAP if command.needs_map and not has_map else REASONS.get(command.id, "")
    return QCoreApplication.translate("Reasons", reason) if reason else ""
