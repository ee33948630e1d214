"""The keys of the table: walking, copying, emptying; everything else that writes is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from cjm_desktop.ui.tabular.cells import ENTER

if TYPE_CHECKING:
    from cjm_desktop.ui.tabular.view import TableView

_STANDARD = QKeySequence.StandardKey
_ASKED = (_STANDARD.Copy, _STANDARD.Cut, _STANDARD.Paste, _STANDARD.SelectAll)
_EMPTIES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_OWN = (*ENTER, *_EMPTIES, *_TABS, Qt.Key.Key_F2, Qt.Key.Key_Insert, Qt.Key.Key_Escape)
WALKING = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
)
"""Keys by which one goes elsewhere."""
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def wants(event: QKeyEvent) -> bool:
    """Whether a key belongs to the table before it is a command of the window."""
    if any(event.matches(one) for one in _ASKED):
        return True
    if event.modifiers() & _COMMANDS:
        return False
    return bool(event.text().strip()) or event.key() in (*_OWN, Qt.Key.Key_Space)


def press(view: TableView, event: QKeyEvent) -> bool:
    """Do what a key says; False: it is none of these."""
    if any(event.matches(one) for one in _ASKED):
        _ask(view, event)
        return True
    key, held = event.key(), event.modifiers()
    if held & _COMMANDS:
        return False
    if key in ENTER:
        view.walk(-1 if held & Qt.KeyboardModifier.ShiftModifier else 1, 0)
    elif key in _TABS:
        view.walk(0, 1 if key == Qt.Key.Key_Tab else -1)
    elif key in _EMPTIES:
        view.source.clear(view.places())
    elif key == Qt.Key.Key_Insert:
        view.insert_asked.emit()
    elif key == Qt.Key.Key_F2:
        view.begin_edit()
    else:
        return False
    return True


def _ask(view: TableView, event: QKeyEvent) -> None:
    if event.matches(_STANDARD.Paste):
        view.paste_asked.emit()
    elif event.matches(_STANDARD.SelectAll):
        view.selectAll()
    else:
        view.copy_asked.emit(event.matches(_STANDARD.Cut))
