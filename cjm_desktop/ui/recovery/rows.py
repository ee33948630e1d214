"""The list of what can be had back: headings with what each kind is, and what there is of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cjm_desktop.document.leftovers import Kind, Leftover, kinds
from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import bold, sized
from cjm_desktop.ui.palette import Tokens, tokens
from cjm_desktop.ui.sizes import size
from cjm_desktop.ui.spoken import when

Index = QModelIndex | QPersistentModelIndex
_EDGE, _GAP = 14, 12
"""Free room at the sides, and between words, px."""


class Line(NamedTuple):
    """What a row says."""

    text: str
    below: str
    aside: str = ""
    """At its right."""
    found: Leftover | None = None
    """What it is about; None: it is a heading."""


class LeftoverRows(QAbstractListModel):
    """Rows over what can be had back.

    Args:
        language: of the window.
        parent: Qt's.
    """

    def __init__(self, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._language = language
        self.lines: list[Line] = []

    def show_leftovers(self, found: Sequence[Leftover]) -> None:
        """Show these in place of what was shown."""
        self.beginResetModel()
        self.lines = []
        for kind in kinds(found):
            self.lines.append(Line(*self._heading(kind)))
            self.lines += [self._line(one) for one in found if one.kind == kind]
        self.endResetModel()

    def _heading(self, kind: Kind) -> tuple[str, str]:
        return {
            "unsaved": (self.tr("Not saved"), self.tr("Edits that are in no file yet.")),
            "aside": (
                self.tr("Set aside"),
                self.tr("Did not open after a crash, so it is not opened by itself again."),
            ),
            "discarded": (
                self.tr("Recently discarded"),
                self.tr("Closed with “Don't save”; kept for 30 days."),
            ),
            "backup": (
                self.tr("Backups"),
                self.tr("Earlier saved states of the maps you opened lately."),
            ),
        }[kind]

    def _line(self, found: Leftover) -> Line:
        told = [
            plain.clean(str(found.path)) if found.path else self.tr("no file of its own"),
            size(found.size, self._language),
        ]
        if found.steps is not None:
            told.append(self.tr("steps: {n}").format(n=found.steps))
        if found.goes is not None:
            goes = self.tr("goes {day}").format(day=when(found.goes, self._language))
            told.append(goes)
        title = plain.clean(found.title) or self.tr("Untitled")
        return Line(title, " · ".join(told), self._moment(found), found)

    def _moment(self, found: Leftover) -> str:
        """The day and the time, to the second where the minute is that of another one too."""
        local = found.when.astimezone()
        day, time = when(found.when, self._language), local.strftime("%H:%M")
        exact = local.strftime("%H:%M:%S") if found.twin else time
        return day.replace(time, exact) if time in day else f"{day}, {exact}"

    def leftover(self, row: int) -> Leftover | None:
        """What a row is about."""
        return self.lines[row].found if 0 <= row < len(self.lines) else None

    # Qt's side

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.leftover(index.row()) is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        selectable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return selectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(one for one in (line.text, line.aside, line.below) if one)
        if role == Qt.ItemDataRole.ToolTipRole and line.found is not None:
            return plain.tip_text(line.below)
        return None


class LeftoverDelegate(QStyledItemDelegate):
    """Draws a row: its name and time, and below where it belongs."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        small = QFontMetrics(sized(option.font, -1)).height()
        return QSize(200, option.fontMetrics.height() + small + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, LeftoverRows):
            return
        line, colours, rect = model.lines[index.row()], tokens(), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.found is not None:
            _ground(painter, option, colours)
        elif index.row():
            painter.fillRect(rect.x(), rect.y() + 3, rect.width(), 1, QColor(colours.line))
        _words(painter, rect.adjusted(_EDGE, 7, -_EDGE, -5), line, option.font, colours)
        painter.restore()


def _ground(painter: QPainter, option: QStyleOptionViewItem, colours: Tokens) -> None:
    rect, state = QRect(option.rect), option.state
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, QColor(colours.accent_soft))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -2), 4, 4)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, QColor(colours.hover))


def _words(painter: QPainter, box: QRect, line: Line, font: QFont, colours: Tokens) -> None:
    small = sized(font, -1)
    painter.setFont(small)
    painter.setPen(QColor(colours.ink2))
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
    painter.drawText(box, right, line.aside)
    room = box.width() - painter.fontMetrics().horizontalAdvance(line.aside) - _GAP
    below = plain.elided(line.below, painter.fontMetrics(), box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, below)
    painter.setFont(bold(font) if line.found is None else font)
    painter.setPen(QColor(colours.ink))
    shown = plain.elided(line.text, painter.fontMetrics(), room)
    painter.drawText(box, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, shown)
