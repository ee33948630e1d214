"""What is seen of a window but not whole: texts without room, and what lies outside its place."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QToolButton,
    QWidget,
)

from cjm_desktop.ui.controls import bold
from cjm_desktop.ui.inspector.fields import MOST, Text
from cjm_desktop.ui.people import Chip
from cjm_desktop.ui.plain import Elided

ICON_ONLY = Qt.ToolButtonStyle.ToolButtonIconOnly
BESIDE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon


def clipped(top: QWidget) -> Iterator[str]:
    """What of a window is seen, but narrower or lower than it needs, or partly hidden."""
    for one in top.findChildren(QWidget):
        if not one.isVisible() or not one.visibleRegion().boundingRect().isValid():
            continue
        yield from _parts(one)
        needs = _needed(one)
        if needs is None:
            continue
        if one.width() < needs[0] or one.height() < needs[1]:
            yield f"{_said(one)}: {one.width()}x{one.height()} of {needs}"
        elif hidden := _hidden(one, top):
            yield f"{_said(one)}: {hidden}"


def _said(one: QWidget) -> str:
    text = one.text() if isinstance(one, QLabel | QAbstractButton) else ""
    return f"{type(one).__name__} {text or one.accessibleName()!r}"


def _needed(one: QWidget) -> tuple[int, int] | None:
    """Width and height that a widget takes; None: it has no text, or says all elsewhere."""
    if isinstance(one, Elided):
        return None  # its tooltip says all
    if isinstance(one, Chip | QCheckBox | QRadioButton):
        return one.sizeHint().width(), one.fontMetrics().height()
    if isinstance(one, QLabel):
        return _of_label(one)
    if isinstance(one, QAbstractButton):
        return None if hasattr(one, "texts") else _of_button(one)
    if isinstance(one, QComboBox):
        return _words(one, one.currentText()) + 28, one.fontMetrics().height()
    return None


def _of_label(one: QLabel) -> tuple[int, int] | None:
    if one.wordWrap():
        longest = max((_words(one, word) for word in one.text().split()), default=0)
        return min(longest, one.sizeHint().width()), one.heightForWidth(one.width())
    line = one.fontMetrics().height()
    return (one.sizeHint().width(), line) if one.text() else None


def _of_button(one: QAbstractButton) -> tuple[int, int]:
    icon = one.iconSize()
    if isinstance(one, QToolButton) and one.toolButtonStyle() == ICON_ONLY:
        return icon.width(), icon.height()
    metrics = QFontMetrics(bold(one.font())) if one.isCheckable() else one.fontMetrics()
    wide = metrics.horizontalAdvance(one.text().replace("&", ""))
    beside = not isinstance(one, QToolButton) or one.toolButtonStyle() == BESIDE
    if beside and not one.icon().isNull():
        wide += icon.width()
    return wide, metrics.height()


def _words(one: QWidget, text: str) -> int:
    return one.fontMetrics().horizontalAdvance(text)


def _hidden(one: QWidget, top: QWidget) -> str:
    """Where it reaches out of what it lies in and cannot be scrolled to; empty: nowhere."""
    rect, inside = QRect(QPoint(0, 0), one.size()), one
    while inside is not top:
        rect.translate(inside.pos())
        around: QWidget | None = inside.parentWidget()
        if around is None:
            break
        above, room = around.parentWidget(), around.rect()
        area = above if isinstance(above, QAbstractScrollArea) else None
        if area is not None and around is not area.viewport():
            area = None
        if area is not None and area.horizontalScrollBar().isVisible():
            return ""  # it says itself that there is more
        if rect.left() < room.left() or rect.right() > room.right():
            return f"cut at the sides by {type(area or around).__name__}"
        if area is not None:
            return ""
        if rect.top() < room.top() or rect.bottom() > room.bottom():
            return f"cut above or below by {type(around).__name__}"
        inside = around
    return ""


def _parts(one: QWidget) -> Iterator[str]:
    """What is cut of the parts of a widget that are no widgets."""
    if isinstance(one, QTabBar):
        metrics = QFontMetrics(bold(one.font()))
        for index in range(one.count()):
            wants = metrics.horizontalAdvance(one.tabText(index).replace("&&", "&"))
            if one.tabRect(index).width() < min(wants, 240):
                yield f"tab {one.tabText(index)!r}: {one.tabRect(index).width()} of {wants}"
    elif isinstance(one, QHeaderView):
        yield from _of_header(one)
    elif isinstance(one, QScrollArea):
        held: QWidget | None = one.widget()
        sideways = one.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if held is not None and held.width() > one.viewport().width() and not sideways:
            yield f"{type(held).__name__} scrolls sideways: {held.width()} of {one.width()}"
    elif isinstance(one, QPlainTextEdit) and isinstance(one.parentWidget(), Text):
        lines = one.document().documentLayout().documentSize().height()
        high = one.fontMetrics().lineSpacing() * min(lines, MOST)
        if one.viewport().height() < high:
            yield f"field {one.accessibleName()!r}: {one.viewport().height()} of {high}"


def _of_header(one: QHeaderView) -> Iterator[str]:
    model = one.model()
    if one.orientation() != Qt.Orientation.Horizontal:
        return
    for index in range(one.count()):
        text = str(model.headerData(index, one.orientation()) or "")
        wants = _words(one, text)
        if not one.isSectionHidden(index) and one.sectionSize(index) < wants:
            yield f"header {text!r}: {one.sectionSize(index)} of {wants}"
