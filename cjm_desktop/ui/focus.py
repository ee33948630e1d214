"""Keeps the keyboard where one works while what one works in is made anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget


@contextmanager
def kept(holder: QWidget, *, at_top: bool = False) -> Iterator[None]:
    """Let the keyboard go on in a widget whose inside changes meanwhile.

    Qt gives it to whatever comes next in the window when the widget that has it goes. Here it goes
    to what lies nearest to the place it was at, once everything new has taken its place.

    Args:
        holder: what stays.
        at_top: something else is shown in it: the keyboard goes to the first thing there.
    """
    had = QApplication.focusWidget()
    spot: QPoint | None = None
    if had is not None and holder.isAncestorOf(had):
        spot = QPoint() if at_top else had.mapTo(holder, had.rect().center())
    yield
    now = QApplication.focusWidget()
    if spot is not None and (now is None or not holder.isAncestorOf(now)):
        QTimer.singleShot(0, holder, lambda: _settle(holder, spot, now))


def _settle(holder: QWidget, spot: QPoint, lost_to: QWidget | None) -> None:
    if QApplication.focusWidget() is not lost_to:
        return  # somebody has given it away on purpose
    there = [one for one in holder.findChildren(QWidget) if _takes_keys(one)]
    nearest = min(there, key=lambda one: _far(one, holder, spot), default=None)
    if nearest is not None:
        nearest.setFocus(Qt.FocusReason.OtherFocusReason)


def _takes_keys(one: QWidget) -> bool:
    return one.isVisible() and one.isEnabled() and bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _far(one: QWidget, holder: QWidget, spot: QPoint) -> int:
    """How far a widget is; on the same line is nearer than above or below."""
    away = one.mapTo(holder, one.rect().center()) - spot
    return 4 * abs(away.y()) + abs(away.x())
