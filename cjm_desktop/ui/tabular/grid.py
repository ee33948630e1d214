"""The rows and columns of the table, in step with the records."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from cjm_desktop.journey import naming, sifting, tables
from cjm_desktop.journey.journey import Column
from cjm_desktop.journey.records import Lane
from cjm_desktop.journey.tables import HEADS, STAGE_ROW, STEP_ROW, Content, Place, Table
from cjm_desktop.ui.ways.editor import Index

if TYPE_CHECKING:
    from cjm_desktop.ui.work import Work

T = TypeVar("T")
Key = tuple[str, str, str | None]
"""A row by its lane or number, and a column by stage and step: what a cell is whatever moves."""
NOTHING = Content()


class Grid(QAbstractTableModel):
    """The cells of one map; right of the last column an empty one waits for what comes next.

    Args:
        work: the document that is shown; the map and the path are those of its canvas.
    """

    reshaped = Signal()
    """There are other rows or columns than before."""

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._map_id, self._view = work.map_id, work.look.path
        self.table = self._read_table()
        self._cells = self._read_cells(self.table)
        self.dimmed: frozenset[str] = frozenset()
        """What is not looked for: it stands behind, or is not shown."""
        self._hides = False
        self._sift()

    # What is shown

    def _sift(self) -> bool:
        """See what is looked for; whether that changes anything."""
        work, before = self._work, (self.dimmed, self._hides)
        self.dimmed = frozenset()
        if work.look.sifted:
            self.dimmed = sifting.sift(work.journey, work.map_id, work.look.sieve).dimmed
        self._hides = work.look.others == "hide"
        return before != (self.dimmed, self._hides)

    def refresh(self) -> None:
        """Show the records as they are: only what differs is told."""
        work, sifted = self._work, self._sift()
        if (work.map_id, work.look.path) != (self._map_id, self._view):
            self.beginResetModel()
            self._map_id, self._view = work.map_id, work.look.path
            self.table = self._read_table()
            self._cells = self._read_cells(self.table)
            self.endResetModel()
            self.reshaped.emit()
            return
        table = self._read_table()
        before, cells = self._cells, self._read_cells(table)
        self._cells = {**before, **cells}
        renamed = [one.id for one in self.table.lanes if one not in table.lanes]
        moved = self._shift_columns(table.columns) | self._shift_rows(table.lanes)
        self.table, self._cells = table, cells
        if renamed and table.lanes:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, HEADS, table.height - 1)
        self._tell(before)
        if sifted and table.columns:
            corner = self.index(table.height - 1, table.width - 1)
            self.dataChanged.emit(self.index(0, 0), corner)
        if moved:
            self.reshaped.emit()

    def _read_table(self) -> Table:
        return tables.of_map(self._work.journey, self._map_id, self._view)

    def _read_cells(self, table: Table) -> dict[Key, Content]:
        found = tables.contents(self._work.journey, self._map_id, table, self._view)
        return {_key(table, place): one for place, one in found.items()}

    def _shift_columns(self, then: Sequence[Column]) -> bool:
        """Bring the columns up to date; whether any came or went."""
        moved = False
        for low, gone, came in _runs(self.table.columns, then, _column_key):
            line, nowhere = list(self.table.columns), QModelIndex()
            shared = min(gone, len(came))
            line[low : low + shared] = came[:shared]
            at, more, less = low + shared, len(came) - shared, gone - shared
            if less:
                self.beginRemoveColumns(nowhere, at, at + less - 1)
            elif more:
                self.beginInsertColumns(nowhere, at, at + more - 1)
            line[at : at + less] = came[shared:]
            self.table = self.table._replace(columns=tuple(line))
            if less:
                self.endRemoveColumns()
            elif more:
                self.endInsertColumns()
            moved = moved or bool(less or more)
        return moved

    def _shift_rows(self, then: Sequence[Lane]) -> bool:
        """Bring the rows up to date; whether any came or went."""
        moved = False
        for low, gone, came in _runs(self.table.lanes, then, _lane_key):
            line, nowhere = list(self.table.lanes), QModelIndex()
            shared = min(gone, len(came))
            line[low : low + shared] = came[:shared]
            at, more, less = low + shared, len(came) - shared, gone - shared
            row = HEADS + at
            if less:
                self.beginRemoveRows(nowhere, row, row + less - 1)
            elif more:
                self.beginInsertRows(nowhere, row, row + more - 1)
            line[at : at + less] = came[shared:]
            self.table = self.table._replace(lanes=tuple(line))
            if less:
                self.endRemoveRows()
            elif more:
                self.endInsertRows()
            moved = moved or bool(less or more)
        return moved

    def _tell(self, before: dict[Key, Content]) -> None:
        """Tell of every cell that says something else than it did, row by row."""
        for row in range(self.table.height):
            keys = [_key(self.table, Place(row, column)) for column in range(self.table.width)]
            changed = [
                column
                for column, key in enumerate(keys)
                if before.get(key, NOTHING) != self._cells.get(key, NOTHING)
            ]
            if changed:
                self.dataChanged.emit(self.index(row, changed[0]), self.index(row, changed[-1]))

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else self.table.height

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else self.table.width + 1

    def content(self, row: int, column: int) -> Content:
        """What stands in a cell; in a wide one, wherever in it one asks."""
        if not (0 <= column < self.table.width and 0 <= row < self.rowCount()):
            return NOTHING
        first = self.table.covered(row, column).start
        key = _key(self.table, Place(row, first))
        return self._cells.get(key, NOTHING)

    def shown(self, row: int, column: int) -> Content:
        """What is seen of a cell: without what is not looked for, if that is to be hidden."""
        found = self.content(row, column)
        if not (self._hides and self.dimmed):
            return found
        seen = tuple(one for one in found.lines if one.record_id not in self.dimmed)
        return found._replace(lines=seen)

    @property
    def _language(self) -> str:
        return self._work.look.language

    def row_name(self, row: int) -> str:
        """What a row is called."""
        if row in (STAGE_ROW, STEP_ROW):
            return self.tr("Stage") if row == STAGE_ROW else self.tr("Step")
        return naming.label(self.table.lanes[row - HEADS], self._language)

    def column_name(self, column: int) -> str:
        """What a column is called: its stage and step."""
        if column >= self.table.width:
            return self.tr("new column")
        stage, step = self.table.columns[column]
        found = (naming.label(one, self._language) for one in (stage, step) if one is not None)
        return " › ".join(found)

    # Where records stand

    def place_of(self, record_id: str) -> Place | None:
        """The cell a record stands in; None where it is in none."""
        lane = next((row for row, one in enumerate(self.table.lanes) if one.id == record_id), None)
        if lane is not None:
            return Place(HEADS + lane, 0)
        for row in range(self.rowCount()):
            for column in range(self.table.width):
                key = _key(self.table, Place(row, column))
                if record_id in self._cells.get(key, NOTHING).ids:
                    return Place(row, column)
        return None


def _key(table: Table, at: Place) -> Key:
    stage, step = table.columns[at.column]
    row = str(at.row) if at.row < HEADS else table.lanes[at.row - HEADS].id
    return row, stage.id, step.id if step is not None else None


def _column_key(column: Column) -> Hashable:
    return column.stage.id, column.step.id if column.step is not None else None


def _lane_key(lane: Lane) -> Hashable:
    return lane.id


def _runs(
    now: Sequence[T], then: Sequence[T], key: Callable[[T], Hashable]
) -> list[tuple[int, int, Sequence[T]]]:
    """Where two lists differ, last first: at which index, how many go, and what comes instead."""
    matcher = SequenceMatcher(None, [key(one) for one in now], [key(one) for one in then])
    return [
        (low, high - low, then[start:stop])
        for kind, low, high, start, stop in reversed(matcher.get_opcodes())
        if kind != "equal"
    ]
