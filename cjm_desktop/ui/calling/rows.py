"""The rows of the list of commands: a model over what was found, and how a row is drawn."""

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

from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.calling.entries import Entry
from cjm_desktop.ui.controls import bold, sized
from cjm_desktop.ui.palette import Tokens, tokens

Index = QModelIndex | QPersistentModelIndex
_EDGE, _ICON, _GAP = 16, 16, 12
"""Free room at the sides, side of the icon, room between parts, px."""


class Row(NamedTuple):
    """One thing that was found."""

    entry: Entry
    letters: tuple[int, ...]
    """Which letters of its name were asked for."""


class Rows(QAbstractListModel):
    """What was found, the best first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these in place of what was shown."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.rows):
            return None
        entry = self.rows[index.row()].entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.said
        return None


class RowDelegate(QStyledItemDelegate):
    """Draws a row: icon, name with the letters that were asked for, place or reason, key."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, row_height(option.fontMetrics))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, Rows):
            return
        row, colours, rect = model.rows[index.row()], tokens(), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.accent_soft))
            painter.fillRect(rect.x(), rect.y(), 3, rect.height(), QColor(colours.accent_ink))
        inside = rect.adjusted(_EDGE, 0, -_EDGE, 0)
        inside.setLeft(self._sign(painter, inside, row.entry, colours))
        inside.setRight(_key(painter, inside, row.entry.key, option.font, colours))
        _words(painter, inside, row, option.font, colours)
        painter.restore()

    def _sign(self, painter: QPainter, inside: QRect, entry: Entry, colours: Tokens) -> int:
        """Draw the icon, or a check mark for what is on; where the words begin."""
        name = "check" if entry.checked else entry.icon
        if name:
            ink = colours.accent_ink if entry.checked else colours.ink2
            ink = ink if entry.enabled else colours.ink3
            top = inside.y() + (inside.height() - _ICON) / 2
            icons.draw(painter, name, ink, QRectF(inside.x(), top, _ICON, _ICON))
        return inside.x() + _ICON + _GAP


def row_height(metrics: QFontMetrics) -> int:
    """Of every row, px."""
    return metrics.height() + 18


def _key(painter: QPainter, inside: QRect, key: str, font: QFont, colours: Tokens) -> int:
    """Draw the key at the right; where the words must end."""
    if not key:
        return inside.right()
    painter.setFont(sized(font, -1))
    width = painter.fontMetrics().horizontalAdvance(key) + 12
    height = painter.fontMetrics().height() + 4
    left = inside.right() - width
    box = QRectF(left + 0.5, inside.y() + (inside.height() - height) // 2 + 0.5, width, height)
    painter.setPen(QPen(QColor(colours.line2), 1))
    painter.setBrush(QColor(colours.field))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor(colours.ink2))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
    return left - _GAP


def _words(painter: QPainter, inside: QRect, row: Row, font: QFont, colours: Tokens) -> None:
    """Write the name at the left and the place, or why not, at the right."""
    entry, small = row.entry, sized(font, -1)
    middle = Qt.AlignmentFlag.AlignVCenter
    needed = QFontMetrics(bold(font)).horizontalAdvance(entry.name)
    aside = entry.place if entry.enabled else entry.why or entry.place
    painter.setFont(small)
    painter.setPen(QColor(colours.ink2 if entry.enabled else colours.ink3))
    room = max(inside.width() - needed - _GAP, inside.width() // 3)
    shown = plain.elided(aside, painter.fontMetrics(), room)
    painter.drawText(inside, middle | Qt.AlignmentFlag.AlignRight, shown)
    left = inside.width() - painter.fontMetrics().horizontalAdvance(shown) - _GAP
    painter.setPen(QColor(colours.ink if entry.enabled else colours.ink3))
    _name(painter, QRect(inside.x(), inside.y(), left, inside.height()), row, font)


def _name(painter: QPainter, box: QRect, row: Row, font: QFont) -> None:
    """Write the name, the letters that were asked for heavier."""
    heavy, taken = bold(font, QFont.Weight.Bold), set(row.letters)
    name = plain.elided(row.entry.name, QFontMetrics(heavy if taken else font), box.width())
    start, at = 0, box.x()
    while start < len(name):
        marked, end = start in taken, start + 1
        while end < len(name) and (end in taken) == marked:
            end += 1
        painter.setFont(heavy if marked else font)
        part = name[start:end]
        width = painter.fontMetrics().horizontalAdvance(part)
        place = QRect(at, box.y(), width + 2, box.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, part)
        at, start = at + width, end
