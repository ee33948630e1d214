"""Telling a screen reader what goes on on a canvas; where none listens, nothing is made.

Whether one listens Qt knows; it may come at any time. The tree of a map is made when the first one
asks for the canvas, or when there is something to tell.
"""

from __future__ import annotations

import atexit
from typing import TYPE_CHECKING
from weakref import WeakSet

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface

from cjm_desktop.ui import plain

if TYPE_CHECKING:
    from cjm_desktop.document import Change
    from cjm_desktop.ui.canvas.view import Canvas
    from cjm_desktop.ui.hearing.tree import Tree

_installed = False
_trees: WeakSet[Tree] = WeakSet()


def install() -> None:
    """Let Qt ask us for what is heard of a canvas; once in a process."""
    global _installed  # noqa: PLW0603 - Qt's list of factories is the process's too
    if not _installed:
        _installed = True
        QAccessible.installFactory(_made)
        atexit.register(_close_all)


def _close_all() -> None:
    """Let go of what was made, however the program ends: Python and Qt would both delete it."""
    for one in tuple(_trees):
        one.close()


def _made(key: str, target: QObject) -> QAccessibleInterface | None:
    """What Qt's factory of accessible interfaces gets of us: only canvases are ours."""
    if key != "Canvas" or not getattr(target, "is_open", False):
        return None
    return tree_of(target).root  # type: ignore[arg-type]  # the name says which class it is


def tree_of(canvas: Canvas) -> Tree:
    """What is heard of a canvas; made when it is first asked for."""
    if canvas.heard is None:
        from cjm_desktop.ui.hearing.tree import Tree

        canvas.heard = Tree(canvas)
        _trees.add(canvas.heard)
    return canvas.heard


def follow(canvas: Canvas, state: str) -> None:
    """Tell where the keyboard is now, and what is going on.

    Args:
        canvas: whose keyboard.
        state: what the status bar has just said; empty: the same as before.
    """
    if QAccessible.isActive():
        tree_of(canvas).follow(plain.clean(state))


def changed(canvas: Canvas, change: Change) -> None:
    """Bring what is heard up to date with the records."""
    if canvas.heard is not None:
        canvas.heard.change(change)


def turned(canvas: Canvas) -> None:
    """Another map is shown, or the same in another way."""
    if canvas.heard is not None:
        canvas.heard.begin_anew()


def regain(canvas: Canvas) -> None:
    """The keyboard is back on the canvas: tell on what it stands, after Qt has told of it."""
    if QAccessible.isActive():
        QTimer.singleShot(0, canvas, lambda: tree_of(canvas).tell_focus())


def leave(canvas: Canvas) -> None:
    """Let go of all that was made for a canvas; to be called before it goes."""
    if canvas.heard is not None:
        heard, canvas.heard = canvas.heard, None
        heard.close()
