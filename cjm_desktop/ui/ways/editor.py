"""The field that lies over a cell or line while one types, and what opens and closes it."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from shiboken6 import isValid

from cjm_desktop.journey.tables import Place
from cjm_desktop.ui.spelling.marked import spelled

Index = QModelIndex | QPersistentModelIndex
DOWN = 6
"""Pixels above and below a text."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
NEW_LINE = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.AltModifier
)
_EDIT = Qt.ItemDataRole.EditRole


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
    """Opens and closes the editor; what is refused stays open to be put right."""

    left = Signal(object, int, int)
    """What was typed into a place has been kept; go so many rows and columns on from there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.typing = False
        """The editor is opened by a key that writes."""
        self.anew = False
        """What stands there is all selected: typing takes its place."""
        self._open: CellEditor | None = None
        self._refused = False
        self.closeEditor.connect(self._closed)

    def open(self, parent: QWidget, index: Index, name: str, *, one_line: bool) -> CellEditor:
        """Make the editor of a cell.

        Args:
            name: of the cell, for screen readers.
            one_line: Ctrl+Enter begins no other line in it.
        """
        index.model().modelAboutToBeReset.connect(self._let_go, Qt.ConnectionType.UniqueConnection)
        self._open = made = CellEditor(parent)
        made.at = Place(index.row(), index.column())
        made.one_line = one_line
        made.setAccessibleName(name)
        made.left.connect(lambda down, across: self._keep(made, down, across))
        made.given_up.connect(lambda: self._close(made))
        return made

    def _close(self, editor: CellEditor) -> None:
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def _let_go(self) -> None:
        """Its cell is gone, and the view knows it no more: losing the keyboard writes nothing."""
        editor, self._open = self._open, None
        if editor is not None and isValid(editor):
            editor.removeEventFilter(self)

    def _closed(self, editor: QWidget) -> None:
        if editor is self._open:
            self._open = None

    def commit(self) -> None:
        """Keep what is being typed, and close its editor."""
        editor, self._open = self._open, None
        # Where its cell has gone the view has let go of it without a word.
        if editor is not None and isValid(editor) and not editor.isHidden():
            self.commitData.emit(editor)
            self._close(editor)

    def _keep(self, editor: CellEditor, down: int, across: int) -> None:
        """Write what was typed and go on."""
        self.commitData.emit(editor)
        if not self._refused:
            self._close(editor)
            self.left.emit(editor.at, down, across)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, CellEditor) and editor.property("filled") is None:
            # Once only: what is shown may be drawn anew while one types.
            editor.setProperty("filled", True)  # noqa: FBT003 - Qt's signature
            editor.write(self.begun(index) if self.typing else str(index.data(_EDIT) or ""))
            begins = self.typing and editor.toPlainText().startswith("\n")
            way = editor.textCursor().MoveOperation
            editor.moveCursor(way.Start if begins else way.End)
            if self.anew:
                editor.selectAll()

    def begun(self, index: Index) -> str:
        """What stays in the editor that a key opens: of one thing nothing, the key says it anew.

        Where it begins with an empty line the key writes there, else at the end.
        """
        return ""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, CellEditor) and isinstance(index, QModelIndex):
            self._refused = False
            text = editor.written()
            if text != str(index.data(_EDIT) or ""):
                self._refused = not model.setData(index, text)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        if isinstance(editor, CellEditor):
            editor.place = self.place(option, index)
            editor.fit()

    def place(self, option: QStyleOptionViewItem, index: Index) -> QRect:
        """Where the editor of a cell lies."""
        return QRect(option.rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The editor's keys are its own; leaving it keeps what was typed."""
        if event.type() == QEvent.Type.KeyPress:
            return False
        return super().eventFilter(watched, event)
