"""The outline: it folds, renames in place, and carries things from one place to another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QBrush,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPalette,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from cjm_desktop.ui.palette import tokens
from cjm_desktop.ui.tree.model import TreeModel
from cjm_desktop.ui.tree.telling import DIM, HEAD, SEVERITY
from cjm_desktop.ui.ways.editor import ENTER, Index, Typing
from cjm_desktop.ui.whole import whole

if TYPE_CHECKING:
    from cjm_desktop.ui.work import Work

FAINT = 90
"""Of 255: the ink of what is not looked for."""
ICON, DOT = 24, 7
"""Pixels of a line's sign with what parts it from the words, and of a dot of severity."""
ROW = 28
"""Pixels of a line, at least."""
_OWN = (*ENTER, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F2, Qt.Key.Key_Insert,
        Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)  # fmt: skip
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Lines(Typing):
    """Draws the lines of an outline, stages and steps heavier, and makes their editors."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.data(DIM):
            faint = QColor(tokens().ink)
            faint.setAlpha(FAINT)
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, faint)
        if index.data(HEAD):
            font = QFont(option.font)
            font.setWeight(QFont.Weight.DemiBold)
            option.font = font
            if not index.parent().isValid():
                option.backgroundBrush = QBrush(QColor(tokens().hover))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        severity = index.data(SEVERITY) or 0
        if not severity:
            return
        said = str(index.data(Qt.ItemDataRole.DisplayRole))
        x = option.rect.left() + ICON + option.fontMetrics.horizontalAdvance(said) + 2 * DOT
        x = min(x, option.rect.right() - severity * 2 * DOT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = tokens()
        colour = QColor(colours.alarm if severity == 3 else colours.warn)
        colour.setAlpha(FAINT if index.data(DIM) else 255)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for number in range(severity):
            y = option.rect.center().y() - DOT / 2 + 1
            painter.drawEllipse(QRectF(x + number * (DOT + 3), y, DOT, DOT))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), max(ROW, hint.height() + 8))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        self.anew = True
        name = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
        return self.open(parent, index, name, one_line=index.data(HEAD) is True)

    def place(self, option: QStyleOptionViewItem, index: Index) -> QRect:
        self.initStyleOption(option, index)
        icon = ICON if index.data(Qt.ItemDataRole.DecorationRole) is not None else 0
        return option.rect.adjusted(icon, 0, 0, 0)


class TreeView(QTreeView):
    """Shows the outline of a map.

    Args:
        work: the document that is shown.
    """

    chosen = Signal()
    """Other lines are selected."""
    move_asked = Signal(str)
    """What is selected is to be moved: "left", "right", "up" or "down" on the map."""
    insert_asked = Signal()
    delete_asked = Signal()
    everything_asked = Signal()
    """Nothing is to be left in the background any more."""
    menu_asked = Signal(object)
    """A menu is asked for at a point of the screen."""

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = TreeModel(work, self)
        self.setModel(self.source)
        self.lines = Lines(self)
        self.setItemDelegate(self.lines)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setIndentation(24)
        # Ten thousand lines are measured by their first one.
        self.setUniformRowHeights(True)
        self.setIconSize(QSize(16, 16))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed)
        self.setExpandsOnDoubleClick(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.dress()
        self._folded = work.folded
        self._unfold()
        self.source.rowsInserted.connect(self._open)
        self.source.modelReset.connect(self._unfold)
        self.collapsed.connect(lambda one: self._folded.add(self.source.item(one).id))
        self.expanded.connect(lambda one: self._folded.discard(self.source.item(one).id))
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())

    def dress(self) -> None:
        """Wear the colours and speak the language of the window."""
        colours = tokens()
        self.setAccessibleName(self.tr("Outline of the map"))
        self.setStyleSheet(
            f"QTreeView {{ background: {colours.card}; color: {colours.ink}; border: none;"
            f" outline: none; padding: 8px 16px; show-decoration-selected: 1;"
            f" selection-background-color: {colours.accent_soft};"
            f" selection-color: {colours.ink}; }}"
            f"QTreeView::item:focus {{ border: 2px solid {colours.focus}; }}"
            f"QPlainTextEdit {{ background: {colours.card}; color: {colours.ink};"
            f" border: 2px solid {colours.focus}; border-radius: 0; padding: 4px; }}"
        )

    def hints(self) -> tuple[str, ...]:
        """The keys that help here, each in square brackets before what it does."""
        return (
            self.tr("[Enter] rename"),
            self.tr("[Ctrl]+[↑↓] move"),
            self.tr("[Ins] one more"),
            self.tr("[Del] delete"),
            self.tr("[Alt]+[8] to the map"),
        )

    def menu_names(self) -> tuple[str, str, str, str]:
        """What the menu calls renaming, adding, deleting and showing on the map."""
        return self.tr("Rename"), self.tr("Add"), self.tr("Delete"), self.tr("Show on the map")

    def _open(self, above: QModelIndex, low: int, high: int) -> None:
        """Unfold what is new, so that one sees it."""
        self.expand(above)
        for row in range(low, high + 1):
            self.expand(self.source.index(row, 0, above))

    def _unfold(self) -> None:
        """Show stages and steps with what they hold, but for those that were folded before."""
        kept = tuple(self._folded)
        self.expandToDepth(1)
        for one in kept:
            index = self.source.find(one)
            if index.isValid():
                self.collapse(index)

    # What is selected

    def ids(self) -> list[str]:
        """The selected records, top to bottom."""
        found = self.selectionModel().selectedIndexes()
        return [self.source.item(one).id for one in found]

    def select_ids(self, ids: Sequence[str]) -> None:
        """Select records, and stand on the last one."""
        chosen = QItemSelection()
        last = QModelIndex()
        for one in ids:
            index = self.source.find(one)
            if index.isValid():
                chosen.select(index, index)
                last = index
        flag = QItemSelectionModel.SelectionFlag
        if last.isValid():
            self.selectionModel().setCurrentIndex(last, flag.NoUpdate)
            self.scrollTo(last)
        self.selectionModel().select(chosen, flag.ClearAndSelect)

    @whole
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever stands on a line has it selected."""
        super().focusInEvent(event)
        here, selection = self.currentIndex(), self.selectionModel()
        if here.isValid() and not selection.hasSelection():
            selection.select(here, QItemSelectionModel.SelectionFlag.Select)

    # Keys

    def begin_edit(self) -> None:
        """Edit the text one stands on."""
        if self.state() != QAbstractItemView.State.EditingState and self.currentIndex().isValid():
            self.edit(self.currentIndex())

    def event(self, event: QEvent) -> bool:
        """Keep what is pressed here from being a command of the map."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & _COMMANDS
            moves = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            writes = bool(event.text().strip()) or event.key() in _OWN
            if (plain and writes) or (moves and event.key() in _ARROWS):
                event.accept()
                return True
        return super().event(event)

    @whole
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._does(event):
            super().keyPressEvent(event)

    def _does(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers()
        if held & Qt.KeyboardModifier.ControlModifier:
            if key not in _ARROWS:
                return False
            self.move_asked.emit(Qt.Key(key).name.removeprefix("Key_").lower())
        elif key in (*ENTER, Qt.Key.Key_F2):
            self.begin_edit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_asked.emit()
        elif key == Qt.Key.Key_Insert:
            self.insert_asked.emit()
        elif key == Qt.Key.Key_Escape:
            self.everything_asked.emit()
        else:
            return False
        return True

    @whole
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.globalPos())
        event.accept()
