"""The list of what was found: each hit with what stands round it, and where on the map it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cjm_desktop.journey.finding import Excerpt
from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import bold, sized
from cjm_desktop.ui.palette import tokens
from cjm_desktop.ui.whole import whole

Index = QModelIndex | QPersistentModelIndex
ROWS, FEW = 5, 3
"""Rows that are seen before the list scrolls, and where there is little room."""
EDGE = 12
"""Left and right of the words, px."""
EXCERPT = int(Qt.ItemDataRole.UserRole)
PLACE = EXCERPT + 1
Parts = Sequence[tuple[str, bool]]
"""A text in parts, and which of them was found."""
Told = tuple[Excerpt, str]
"""A hit with what stands round it, and where it is."""


class Hits(QAbstractListModel):
    """What was found; a row is put into words only when somebody looks at it.

    Args:
        tell: puts the hit of a row into words.
    """

    def __init__(self, tell: Callable[[int], Told]) -> None:
        super().__init__()
        self._tell, self._count = tell, 0

    def show_count(self, count: int) -> None:
        """There are so many hits now, and none is as it was."""
        self.beginResetModel()
        self._count = count
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._count

    def data(self, index: Index, role: int = 0) -> Any:
        if not 0 <= index.row() < self._count:
            return None
        if role == EXCERPT:
            return self._tell(index.row())[0]
        if role == PLACE:
            return self._tell(index.row())[1]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            excerpt, place = self._tell(index.row())
            return plain.clean(f"{''.join(excerpt)}. {place}")
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.tip_text(self._tell(index.row())[1])
        return None


def draw_parts(
    painter: QPainter, area: QRect, parts: Parts, font: QFont, ink: str, *, gone: bool = False
) -> None:
    """Write what was found heavier and underlined, between what stands round it.

    Args:
        gone: what was found is struck out.
    """
    heavy = bold(font, QFont.Weight.Bold)
    heavy.setUnderline(not gone)
    heavy.setStrikeOut(gone)
    x, flags = area.left(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.setPen(QColor(ink))
    for text, found in parts:
        room = area.right() - x
        if room <= 0:
            return
        face = heavy if found else font
        metrics = QFontMetrics(face)
        painter.setFont(face)
        shown = plain.elided(text, metrics, room)
        painter.drawText(QRect(x, area.top(), room, area.height()), flags, shown)
        x += metrics.horizontalAdvance(shown)


class _Row(QStyledItemDelegate):
    """Paints a hit: the words at the left, where they stand at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, row_height(option.fontMetrics))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, area = tokens(), option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(colours.accent_soft if chosen else colours.hover))
        place = plain.clean(str(index.data(PLACE)))
        small = sized(option.font, -1)
        metrics = QFontMetrics(small)
        width = min(metrics.horizontalAdvance(place), area.width() * 45 // 100)
        right = QRect(area.right() - EDGE - width, area.top(), width + 1, area.height())
        painter.setFont(small)
        painter.setPen(QColor(colours.ink2))
        said = plain.elided(place, metrics, width + 1)
        painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, said)
        left = area.adjusted(EDGE, 0, -(width + 2 * EDGE), 0)
        ink = colours.accent_ink if chosen else colours.ink
        before, found, after = index.data(EXCERPT)
        parts = ((before, False), (found, True), (after, False))
        draw_parts(painter, left, parts, option.font, ink)
        painter.restore()


def row_height(metrics: QFontMetrics) -> int:
    """The height of a row, px."""
    return metrics.height() + 10


class HitList(QListView):
    """The hits in the order of reading.

    Args:
        tell: puts the hit of a row into words.
    """

    gone_to = Signal(int)
    """The user chose this row."""
    left = Signal()
    """The user goes up from the first row."""

    def __init__(self, tell: Callable[[int], Told], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = 0
        self.hits = Hits(tell)
        self.setModel(self.hits)
        self.setItemDelegate(_Row(self))
        self.setProperty("look", "open")
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: self.gone_to.emit(index.row()))

    def go_to(self, row: int) -> None:
        """Choose a row without telling anybody; -1: none."""
        if row < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        elif row != self.currentIndex().row():
            self.setCurrentIndex(self.hits.index(row, 0))

    def fit(self, rows: int) -> None:
        """Be as high as so many rows."""
        self._rows = rows
        self.setFixedHeight(rows * row_height(self.fontMetrics()) + 2)

    @whole
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit(self._rows)

    def event(self, event: QEvent) -> bool:
        """Keep bare keys, such as Del, from being commands of the map while one reads."""
        bare = isinstance(event, QKeyEvent) and not event.modifiers()
        if event.type() == QEvent.Type.ShortcutOverride and bare:
            key = event.key() if isinstance(event, QKeyEvent) else 0
            if key < Qt.Key.Key_F1 or key > Qt.Key.Key_F35:
                event.accept()
                return True
        return super().event(event)

    @whole
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self.currentIndex().row(), event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.gone_to.emit(row)
        elif key == Qt.Key.Key_Up and row <= 0:
            self.left.emit()
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
            now = self.currentIndex().row()
            if now >= 0 and now != row:
                self.gone_to.emit(now)
