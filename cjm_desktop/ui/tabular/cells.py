"""How a cell of the table looks, and the editor that lies over it while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QTextOption,
)
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from shiboken6 import isValid

from cjm_desktop.journey.tables import STAGE_ROW, STEP_ROW, Place
from cjm_desktop.journey.tables.lines import Content
from cjm_desktop.layout.theme import DARK, LIGHT
from cjm_desktop.ui.palette import tokens
from cjm_desktop.ui.spelling.marked import spelled
from cjm_desktop.ui.tabular.model import Index, TableModel

if TYPE_CHECKING:
    from cjm_desktop.journey.records import Stage

ACROSS, DOWN, APART = 8, 6, 5
"""Pixels left and right of a text, above and below it, and between two cards."""
DOT = 10
"""Pixels that the dot before each of several cards takes."""
TALLEST = 420
"""Pixels; what a cell holds beyond it is seen while it is edited."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
NEW_LINE = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.AltModifier
)
_WRAP = Qt.TextFlag.TextWordWrap


class CellEditor(QPlainTextEdit):
    """Lines are cards: Enter keeps them and goes down, Ctrl+Enter begins another line."""

    left = Signal(int, int)
    """The text is to be kept; go so many rows and columns on."""
    given_up = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        spelled(self)
        self.one_line = False
        self.at = Place(0, 0)
        """The cell whose text it is."""
        self.place = QRect()
        """The cell it lies over; it grows down from there."""
        self.textChanged.connect(self.fit)
        # Lines are as wide as the cell: there is nothing to see at the right.
        self.horizontalScrollBar().valueChanged.connect(self._stay)

    def _stay(self, value: int) -> None:
        if value:
            self.horizontalScrollBar().setValue(0)

    def written(self) -> str:
        """What stands in it, a break inside one card as it came."""
        # `toPlainText` makes line ends of breaks inside a card, and blanks of no-break spaces.
        return self.document().toRawText().replace("\u2029", "\n")

    def write(self, text: str) -> None:
        """Begin with a text."""
        self.setPlainText(text)

    def fit(self) -> None:
        """Be as high as the text needs, if there is room."""
        frame: QWidget | None = self.parentWidget()
        if frame is None or self.place.isNull():
            return
        # A plain text tells its height in lines.
        lines = round(self.document().size().height())
        needed = lines * self.fontMetrics().lineSpacing() + 2 * DOWN + 4
        room = max(self.place.height(), frame.height() - self.place.top())
        height = max(self.place.height(), min(needed, room))
        self.setGeometry(self.place.left(), self.place.top(), self.place.width(), height)
        scrolls = Qt.ScrollBarPolicy
        bar = scrolls.ScrollBarAsNeeded if needed > room else scrolls.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep, give up, go on, or type."""
        key, held = event.key(), event.modifiers()
        if key in ENTER:
            if held & NEW_LINE and not self.one_line:
                self.insertPlainText("\n")
            else:
                up = bool(held & Qt.KeyboardModifier.ShiftModifier)
                self.left.emit(-1 if up else 1, 0)
        elif key == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.left.emit(0, 1 if key == Qt.Key.Key_Tab else -1)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next_one: bool) -> bool:
        """Tab is a key of ours."""
        return False


class Typing(QStyledItemDelegate):
    """Knows the editor that is open, to close it when what is typed must be kept now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open: CellEditor | None = None
        self.closeEditor.connect(self._closed)

    def opened(self, editor: CellEditor) -> None:
        """Remember the editor that is open."""
        self._open = editor

    def _closed(self, editor: QWidget) -> None:
        if editor is self._open:
            self._open = None

    def commit(self) -> None:
        """Keep what is being typed, and close its editor."""
        editor, self._open = self._open, None
        # Where its cell has gone the view has let go of it without a word.
        if editor is not None and isValid(editor) and not editor.isHidden():
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


class Cells(Typing):
    """Draws cells and makes their editors.

    Args:
        model: what they show.
        parent: the view.
    """

    left = Signal(object, int, int)
    """What was typed into a place has been kept; go so many rows and columns on from there."""

    def __init__(self, model: TableModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.typing = False
        """The editor is opened by a key that writes: what stood there goes."""
        self.anew = False
        """What stands there is only a first name: typing takes its place."""
        self._refused = False
        self._heights: dict[tuple[Content, int], int] = {}

    # Its look

    def forget(self) -> None:
        """Measure anew: the font is another one."""
        self._heights.clear()

    def height(self, content: Content, width: int, font: QFont) -> int:
        """How high a text is in a cell, pixels."""
        key = content, width
        if key not in self._heights:
            metrics = QFontMetrics(font)
            total = 2 * DOWN
            for number, rect in enumerate(self._rects(content, metrics, width)):
                total += rect.height() + (APART if number else 0)
            least = metrics.lineSpacing() + 2 * DOWN
            self._heights[key] = min(TALLEST, max(least, total))
        return self._heights[key]

    def _rects(self, content: Content, metrics: QFontMetrics, width: int) -> list[QRect]:
        several = len(content.lines) > 1
        room = QRect(0, 0, max(20, width - 2 * ACROSS - (DOT if several else 0)), 100_000)
        return [metrics.boundingRect(room, int(_WRAP), one.text or " ") for one in content.lines]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, column = index.row(), index.column()
        content = self._model.content(row, column)
        colours = tokens()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        ground, ink = self._colours(row, column, content)
        painter.fillRect(option.rect, QColor(ground))
        if selected:
            wash = QColor(colours.focus)
            wash.setAlpha(56)
            painter.fillRect(option.rect, wash)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.drawLine(option.rect.topRight(), option.rect.bottomRight())
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if row in (STAGE_ROW, STEP_ROW) else font.weight())
        painter.setFont(font)
        painter.setPen(QColor(ink))
        self._write(painter, option.rect, content, font)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _colours(self, row: int, column: int, content: Content) -> tuple[str, str]:
        """Ground and ink of a cell."""
        colours, table = tokens(), self._model.table
        if column >= table.width:
            return colours.field, colours.ink3
        if row == STAGE_ROW:
            stages: list[Stage] = list(dict.fromkeys(one.stage for one in table.columns))
            stage = table.columns[column].stage
            theme = DARK if colours.dark else LIGHT
            inks = theme.stage(stages.index(stage), len(stages), stage.colour)
            return inks.fill, inks.on_fill
        if row == STEP_ROW:
            return colours.hover, colours.ink
        return colours.card, colours.ink if content.writes else colours.ink2

    def _write(self, painter: QPainter, rect: QRect, content: Content, font: QFont) -> None:
        several = len(content.lines) > 1
        painter.setClipRect(rect.adjusted(0, 0, -1, -1))
        y = rect.top() + DOWN
        metrics = QFontMetrics(font)
        left = rect.left() + ACROSS + (DOT if several else 0)
        rects = self._rects(content, metrics, rect.width())
        for line, size in zip(content.lines, rects, strict=True):
            room = QRect(left, y, rect.right() - ACROSS - left + 1, size.height())
            painter.drawText(room, int(_WRAP), line.text)
            if several:
                painter.setBrush(painter.pen().color())
                middle = y + metrics.lineSpacing() // 2
                painter.drawEllipse(rect.left() + ACROSS, middle - 1, 3, 3)
            y += size.height() + APART

    # Editing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        made = CellEditor(parent)
        self.opened(made)
        made.at = Place(index.row(), index.column())
        made.one_line = index.row() in (STAGE_ROW, STEP_ROW)
        row, column = index.row(), index.column()
        made.setAccessibleName(f"{self._model.row_name(row)}, {self._model.column_name(column)}")
        made.left.connect(lambda down, across: self._keep(made, down, across))
        made.given_up.connect(
            lambda: self.closeEditor.emit(made, QStyledItemDelegate.EndEditHint.NoHint)
        )
        colours = tokens()
        made.setStyleSheet(
            f"QPlainTextEdit {{ background: {colours.card}; color: {colours.ink};"
            f" border: 2px solid {colours.focus}; border-radius: 0;"
            f" padding: {DOWN - 2}px {ACROSS - 2}px; }}"
        )
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, CellEditor) and editor.property("filled") is None:
            # Once only: the table may be drawn anew while one types.
            editor.setProperty("filled", True)  # noqa: FBT003 - Qt's signature
            editor.write("" if self.typing else str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.moveCursor(editor.textCursor().MoveOperation.End)
            if self.anew:
                editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, CellEditor) and isinstance(index, QModelIndex):
            self._refused = False
            text = editor.written()
            if text != str(index.data(Qt.ItemDataRole.EditRole) or ""):
                self._refused = not model.setData(index, text)

    def _keep(self, editor: CellEditor, down: int, across: int) -> None:
        """Write what was typed and go on; what is refused stays to be put right."""
        self.commitData.emit(editor)
        if not self._refused:
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
            self.left.emit(editor.at, down, across)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        if isinstance(editor, CellEditor):
            editor.place = QRect(option.rect)
            editor.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The editor's keys are its own; leaving it keeps what was typed."""
        if event.type() == QEvent.Type.KeyPress:
            return False
        return super().eventFilter(watched, event)
