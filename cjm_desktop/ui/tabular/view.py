"""The table one types in: it walks, copies and pastes as a spreadsheet does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QWidget

from cjm_desktop.journey.tables import STAGE_ROW, STEP_ROW, Place
from cjm_desktop.ui.palette import tokens
from cjm_desktop.ui.stylesheet import scaled
from cjm_desktop.ui.tabular import keys
from cjm_desktop.ui.tabular.cells import Cells
from cjm_desktop.ui.tabular.heads import Heads
from cjm_desktop.ui.tabular.model import TableModel
from cjm_desktop.ui.tabular.selecting import Selecting
from cjm_desktop.ui.tabular.walk import Walk
from cjm_desktop.ui.tabular.widths import Widths
from cjm_desktop.ui.ways.editor import Index
from cjm_desktop.ui.whole import whole

if TYPE_CHECKING:
    from cjm_desktop.ui.work import Work

WIDTH, NARROWEST = 184, 56
"""Pixels of a column at first, and at least."""
NAMES, MOST_NAMES = 132, 220
"""Pixels of the names of the rows, at least and at most."""


class TableView(Selecting):
    """Shows the table of a map.

    Args:
        work: the document that is shown.
    """

    chosen = Signal()
    """Other cells are selected, by the user."""
    everything_asked = Signal()
    """Nothing is to be left in the background any more."""
    insert_asked = Signal()
    menu_asked = Signal(QPoint)
    """A menu is asked for at a point of the screen."""

    lane_menu_asked = Signal(str, QPoint)
    """A menu of a lane, by its id, is asked for at a point of the screen."""

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(0)
        self._late.timeout.connect(self.fit_rows)
        self._walk = Walk()
        self.source = TableModel(work, self)
        self.cells = Cells(self.source, self)
        self.setItemDelegate(self.cells)
        self.setModel(self.source)
        self.heads = Heads(self, self.source)
        self._dress()
        across = self.horizontalHeader()
        across.setDefaultSectionSize(scaled(WIDTH, work.look.font_size))
        across.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        across.customContextMenuRequested.connect(self._ask_of_column)
        self._widths = Widths(self, work)
        names = self.verticalHeader()
        names.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        names.customContextMenuRequested.connect(self._ask_of_lane)
        self.source.reshaped.connect(self.reshape)
        self.source.reshaped.connect(self._widths.lay)
        self.source.dataChanged.connect(lambda *_: self._late.start())
        self.horizontalHeader().sectionResized.connect(lambda *_: self._late.start())
        self.cells.left.connect(self._go_on)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        self._widths.lay()
        self.reshape()
        self.go(Place(0, 0))

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.AnyKeyPressed | trigger.DoubleClicked | trigger.EditKeyPressed)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setMinimumSectionSize(NARROWEST)
        across.setHighlightSections(True)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        down.setIconSize(QSize(16, 16))
        self.dress()

    def dress(self) -> None:
        """Wear the colours and speak the language of the window."""
        self.setAccessibleName(self.tr("Table of the map"))
        colours = tokens()
        self.setStyleSheet(
            f"QTableView {{ background: {colours.canvas}; border: none; outline: none; }}"
            f"QHeaderView {{ background: {colours.bar}; border: none; }}"
            f"QHeaderView::section {{ background: {colours.bar}; color: {colours.ink2};"
            f" border: none; border-right: 1px solid {colours.line};"
            f" border-bottom: 1px solid {colours.line}; padding: 2px 8px; }}"
            f"QHeaderView::section:checked {{ color: {colours.accent_ink};"
            f" background: {colours.accent_soft}; }}"
            f"QTableCornerButton::section {{ background: {colours.bar}; border: none;"
            f" border-right: 1px solid {colours.line}; border-bottom: 1px solid {colours.line}; }}"
        )
        self.cells.forget()
        self.viewport().update()

    def hints(self) -> tuple[str, ...]:
        """The keys that help here, each in square brackets before what it does."""
        return (
            self.tr("[Enter] down"),
            self.tr("[Tab] right"),
            self.tr("[F2] edit"),
            self.tr("[Ctrl]+[Enter] one more card"),
            self.tr("[Alt]+[7] to the map"),
        )

    # Its shape

    def reshape(self) -> None:
        """Join the cells of a stage, and measure rows and their names."""
        names = self.verticalHeader()
        names.setFixedWidth(min(MOST_NAMES, max(NAMES, names.sizeHint().width() + 8)))
        table = self.source.table
        self.clearSpans()
        for row in range(table.height):
            if not table.is_wide(row):
                continue
            for column in range(table.width):
                covered = table.covered(row, column)
                if len(covered) > 1 and covered.start == column:
                    self.setSpan(row, column, 1, len(covered))
        self.fit_rows()
        self.heads.dress()

    def fit_rows(self) -> None:
        """Let every row be as high as its texts need."""
        for row in range(self.source.rowCount()):
            height = self._height(row)
            if height != self.rowHeight(row):
                self.setRowHeight(row, height)
        self.heads.lie()

    def _height(self, row: int) -> int:
        table, tallest, column = self.source.table, 0, 0
        font = self.font()
        while column < table.width:
            covered = table.covered(row, column)
            width = sum(self.columnWidth(one) for one in covered)
            content = self.source.shown(row, column)
            tallest = max(tallest, self.cells.height(content, width, font))
            column = covered.stop
        return tallest or self.cells.height(self.source.shown(row, 0), WIDTH, font)

    @whole
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit_rows()

    @whole
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.heads.lie()

    @whole
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.cells.forget()
            self._late.start()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into sight, not under the names of stages and steps."""
        super().scrollTo(index, hint)
        hidden = self.heads.covers - self.visualRect(index).top()
        if hidden > 0 and index.row() > 1:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - hidden)

    def _ask_of_column(self, at: QPoint) -> None:
        """A menu over a column's head is about its step, or its stage where it has none."""
        column = self.columnAt(at.x())
        if column >= 0:
            table = self.source.table
            head = column < table.width and table.columns[column].step is None
            self.go(Place(STAGE_ROW if head else STEP_ROW, column))
            self.menu_asked.emit(self.horizontalHeader().mapToGlobal(at))

    def _ask_of_lane(self, at: QPoint) -> None:
        lane = self.source.table.lane(max(0, self.rowAt(at.y())))
        if lane is not None:
            self.lane_menu_asked.emit(lane.id, self.verticalHeader().mapToGlobal(at))

    # Walking

    def _go_on(self, at: Place, down: int, across: int) -> None:
        """Go on from where one typed: a new column has moved what was selected."""
        if self.place != at:
            self.go(at)
        self.walk(down, across)

    def walk(self, down: int, across: int) -> None:
        """Go on as a spreadsheet does: Tab along the row, Enter to the row below its beginning."""
        self.go(self._walk.on(self.source.table, self.place, down, across))

    # Keys

    def edit(  # type: ignore[override]
        self,
        index: QModelIndex,
        trigger: QAbstractItemView.EditTrigger = QAbstractItemView.EditTrigger.AllEditTriggers,
        event: QEvent | None = None,
    ) -> bool:
        """Open an editor; a key that writes takes the place of what stood there."""
        self.cells.typing = trigger == QAbstractItemView.EditTrigger.AnyKeyPressed
        return super().edit(index, trigger, event)  # type: ignore[arg-type]

    @property
    def edits(self) -> bool:
        """Whether a cell is being edited."""
        return self.state() == QAbstractItemView.State.EditingState

    def begin_edit(self, *, anew: bool = False) -> None:
        """Edit the text of the cell one stands in.

        Args:
            anew: all of it is selected, so that typing takes its place.
        """
        if not self.edits:
            self.cells.anew = anew
            self.edit(self.currentIndex(), QAbstractItemView.EditTrigger.EditKeyPressed, None)

    def event(self, event: QEvent) -> bool:
        """Keep what is typed from being a command of the map."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and keys.wants(event):
            event.accept()
            return True
        return super().event(event)

    @whole
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not keys.press(self, event):
            if event.key() in keys.WALKING:
                self.forget_tab()
            super().keyPressEvent(event)

    def forget_tab(self) -> None:
        """One goes elsewhere: Enter stays in the column it is pressed in."""
        self._walk.forget()

    def focusNextPrevChild(self, next_one: bool) -> bool:
        """Tab walks over the table; F6 leaves it."""
        return False

    @whole
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.forget_tab()
        super().mousePressEvent(event)

    @whole
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.globalPos())
        event.accept()
