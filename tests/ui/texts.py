"""Every text a window shows, for tests that read it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QToolButton,
    QWidget,
)

from cjm_desktop.ui.plain import Elided

ICON_ONLY = Qt.ToolButtonStyle.ToolButtonIconOnly


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


def clipped(widget: QWidget) -> Iterator[str]:
    """Labels and buttons that are seen but narrower or lower than their text needs."""
    for one in widget.findChildren(QWidget):
        if not one.isVisible() or not one.visibleRegion().boundingRect().isValid():
            continue
        needs = _needed(one)
        if needs is not None and (one.width() < needs[0] or one.height() < needs[1]):
            yield f"{type(one).__name__} {_said(one)!r}: {one.width()}x{one.height()} of {needs}"


def _said(one: QWidget) -> str:
    return one.text() if isinstance(one, QLabel | QAbstractButton) else one.accessibleName()


def _needed(one: QWidget) -> tuple[int, int] | None:
    """Width and height that the text of a widget takes; None: it has none, or says it elsewhere."""
    only_icon = isinstance(one, QToolButton) and one.toolButtonStyle() == ICON_ONLY
    if isinstance(one, Elided) or hasattr(one, "texts") or only_icon:
        return None  # its tooltip says all, or it breaks its lines itself
    line = one.fontMetrics().height()
    if isinstance(one, QLabel) and one.wordWrap():
        return 20, one.heightForWidth(one.width())
    if isinstance(one, QLabel):
        return (one.sizeHint().width(), line) if one.text() else None
    if isinstance(one, QAbstractButton):
        return one.fontMetrics().horizontalAdvance(one.text().replace("&", "")), line
    if isinstance(one, QComboBox):
        return one.fontMetrics().horizontalAdvance(one.currentText()) + 28, line
    return None
