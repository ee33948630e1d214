"""The keys of the table: walking and emptying; everything else that writes is typed.

Copying, pasting and the like are commands, with the keys the user gave them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from cjm_desktop.ui.ways.editor import ENTER

if TYPE_CHECKING:
    from cjm_desktop.ui.tabular.view import TableView

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
    if event.modifiers() & _COMMANDS:
        return False
    return bool(event.text().strip()) or event.key() in (*_OWN, Qt.Key.Key_Space)


def press(view: TableView, event: QKeyEvent) -> bool:
    """Do what a key says; False: it is none of these."""
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
    elif key == Qt.Key.Key_Escape:
        view.everything_asked.emit()
    else:
        return False
    return True
