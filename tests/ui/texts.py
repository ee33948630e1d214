"""Every text a window shows, for tests that read it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)


def texts(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Each text with where it was found, those of hidden widgets too."""
    for one in (widget, *widget.findChildren(QWidget)):
        if one.objectName().startswith("qt_dockwidget"):
            continue  # hidden behind our own title
        where = f"{type(one).__name__} {one.objectName()}".strip()
        for text in _of(one):
            if text:
                yield where, text
    for action in widget.findChildren(QAction):
        for text in (action.text(), action.toolTip(), action.iconText()):
            yield f"action {action.objectName()}", text


def _of(one: QWidget) -> Iterator[str]:
    yield one.toolTip()
    yield one.accessibleName()
    yield one.windowTitle() if one.isWindow() else ""
    if isinstance(one, QLabel | QAbstractButton):
        yield one.text()
    if isinstance(one, QLineEdit | QPlainTextEdit):
        yield one.placeholderText()
    if isinstance(one, QComboBox):
        yield from (one.itemText(index) for index in range(one.count()))
    if isinstance(one, QTabBar):
        yield from (one.tabText(index) for index in range(one.count()))
    if isinstance(one, QMenu):
        yield one.title()
    own = getattr(one, "texts", ())
    if isinstance(own, tuple):
        yield from own
