"""Maps and templates as cards with a picture: a list that the keyboard and screen readers know."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.controls import bold, sized
from cjm_desktop.ui.palette import Tokens, tokens

Index = QModelIndex | QPersistentModelIndex
INSET = 12
"""Room round a card on each side, px: half the gap between two, and place for the ring of focus."""
LEAST = 230
"""Width of the narrowest card of all, px."""
PICTURE = Qt.ItemDataRole.UserRole + 1
ASPECT = 0.49
"""Height of the picture to its width."""


class CardInfo(NamedTuple):
    """What one card says."""

    key: str
    title: str
    detail: str
    aside: str = ""
    """At the right of the title."""
    tooltip: str = ""
    missing: bool = False
    """The file is not where it was."""


class CardModel(QAbstractListModel):
    """The cards of one list, in order, with pictures that may come later."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cards: tuple[CardInfo, ...] = ()
        self._pictures: dict[str, QPixmap] = {}

    def set_cards(self, cards: Sequence[CardInfo]) -> None:
        """Show these cards."""
        if tuple(cards) == self.cards:
            return
        self.beginResetModel()
        self.cards = tuple(cards)
        self.endResetModel()

    def set_picture(self, key: str, picture: QPixmap) -> None:
        """Give a card its picture."""
        self._pictures[key] = picture
        for row, card in enumerate(self.cards):
            if card.key == key:
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        card = self.cards[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return card.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (card.title, card.detail, card.aside) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.tip_text(card.tooltip) if card.tooltip else None
        if role == PICTURE:
            return self._pictures.get(card.key)
        return None


class CardDelegate(QStyledItemDelegate):
    """Draws a card: its picture, a line, its words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        return view.gridSize() if isinstance(view, QListView) else super().sizeHint(option, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, CardModel):
            return
        card = model.cards[index.row()]
        colours = tokens()
        rect: QRect = option.rect
        view = option.widget
        font: QFont = option.font
        frame = QRectF(rect.adjusted(INSET, INSET, -INSET, -INSET))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        # What the option says of its state would load Qt's widest list of names at the start.
        hovered = isinstance(view, CardList) and view.hovered == index.row()
        picture = _card(painter, frame, colours, hovered=hovered)
        _fill(painter, picture, index.data(PICTURE), colours)
        _words(painter, frame, picture, card, font, colours)
        if isinstance(view, CardList) and view.hasFocus() and view.currentIndex() == index:
            _ring(painter, frame, colours)
        painter.restore()


def _card(painter: QPainter, frame: QRectF, colours: Tokens, *, hovered: bool) -> QRectF:
    """Draw the empty card and say where its picture goes."""
    painter.setPen(QPen(QColor(colours.line2 if hovered else colours.line), 1))
    painter.setBrush(QColor(colours.card))
    painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
    return QRectF(frame.x(), frame.y(), frame.width(), round(frame.width() * ASPECT))


def _fill(painter: QPainter, where: QRectF, picture: object, colours: Tokens) -> None:
    """Draw the picture, or a sign where there is none, cut by the round corners; a line below."""
    outline = QPainterPath()
    outline.addRoundedRect(where.adjusted(1, 1, -1, 8), 7, 7)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.save()
    painter.setClipRect(where.adjusted(0, 0, 0, -1))
    if isinstance(picture, QPixmap) and not picture.isNull():
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
        painter.fillPath(outline, QColor(colours.paper))
        inside = where.adjusted(1, 1, -1, 0)
        height = picture.height() * inside.width() / max(1, picture.width())
        painter.drawPixmap(QRectF(inside.x(), inside.y(), inside.width(), height).toRect(), picture)
    else:
        painter.fillPath(outline, QColor(colours.field))
        icons.draw(painter, "map", colours.line2, _square(where, 40))
    painter.restore()
    painter.setPen(QPen(QColor(colours.line), 1))
    painter.drawLine(where.bottomLeft(), where.bottomRight())


def _square(where: QRectF, side: float) -> QRectF:
    centre = where.center()
    return QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)


def _words(
    painter: QPainter,
    frame: QRectF,
    picture: QRectF,
    card: CardInfo,
    font: QFont,
    colours: Tokens,
) -> None:
    words = QRectF(frame.x() + 14, picture.bottom() + 10, frame.width() - 28, 0)
    small = sized(font, -1)
    painter.setFont(small)
    height = painter.fontMetrics().height() + 2
    width = int(words.width())
    aside = painter.fontMetrics().horizontalAdvance(card.aside)
    room = width - (aside + 12 if aside else 0)
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.setPen(QColor(colours.alarm if card.missing else colours.ink3))
    row = QRectF(words.x(), words.y(), width, height + 2)
    painter.drawText(row, Qt.AlignmentFlag.AlignRight | middle, card.aside)
    painter.setFont(bold(font))
    painter.setPen(QColor(colours.ink3 if card.missing else colours.ink))
    for line in plain.lines(card.title, painter.fontMetrics(), room, 2):
        painter.drawText(row, middle, line)
        row.translate(0, height)
    painter.setFont(small)
    painter.setPen(QColor(colours.ink3))
    row.translate(0, 3)
    left = 3 if card.aside else 4
    used = round((row.y() - words.y()) / height)
    for line in plain.lines(card.detail, painter.fontMetrics(), width, max(1, left + 1 - used)):
        painter.drawText(row, middle, line)
        row.translate(0, height)


def _ring(painter: QPainter, frame: QRectF, colours: Tokens) -> None:
    painter.setPen(QPen(QColor(colours.focus), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame.adjusted(-1, -1, 1, 1), 9, 9)


class CardList(QListView):
    """Cards in rows that fill the width.

    Args:
        least: width of the narrowest card, px.
        lines: of text on a card, title and detail together.
    """

    opened = Signal(str)
    """Enter or a click on the card of this key."""
    removed = Signal(str)
    """Del on the card of this key."""
    menu_asked = Signal(str, QPoint)
    """The menu of the card of this key is wanted at this point of the screen."""

    def __init__(self, least: int, lines: int) -> None:
        super().__init__()
        self._least = least
        self._lines = lines
        self.cards = CardModel(self)
        self.setModel(self.cards)
        self.setItemDelegate(CardDelegate(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setProperty("look", "open")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hovered = -1
        """The row of the card under the pointer; -1: none."""
        self.clicked.connect(lambda index: self.opened.emit(self._key(index)))
        self.entered.connect(lambda index: self._hover(index.row()))
        self.viewportEntered.connect(lambda: self._hover(-1))
        self.cards.modelReset.connect(self.arrange)

    def _hover(self, row: int) -> None:
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _key(self, index: Index) -> str:
        return self.cards.cards[index.row()].key

    @property
    def current(self) -> str:
        """The key of the card with the focus, or nothing."""
        index = self.currentIndex()
        return self._key(index) if index.isValid() else ""

    def columns(self) -> int:
        """How many cards stand in a row."""
        room = self.width() // (self._least + 2 * INSET)
        # In a small window two narrower cards are better than one that fills it.
        return max(room, min(2, self.width() // (LEAST + 2 * INSET)), 1)

    def arrange(self) -> None:
        """Fit the cards to the width and the list to the cards."""
        columns = self.columns()
        # A pixel to spare: Qt wraps a row that fills the list to the last one.
        width = (self.width() - 1) // columns
        words = self._lines * (self.fontMetrics().height() + 1) + 24
        height = round((width - 2 * INSET) * ASPECT) + words + 2 * INSET
        self.setGridSize(QSize(width, height))
        rows = -(-len(self.cards.cards) // columns)
        self.setFixedHeight(max(1, rows * height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.oldSize().width() != event.size().width():
            self.arrange()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.arrange()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.cards.cards:
            self.setCurrentIndex(self.cards.index(0))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            middle = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_asked.emit(self._key(index), middle if by_key else event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.current:
            self.opened.emit(self.current)
        elif event.key() == Qt.Key.Key_Delete and self.current:
            self.removed.emit(self.current)
        else:
            super().keyPressEvent(event)
