"""A map as a Qt table: cells are read from the records, and what is typed becomes an edit."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from cjm_desktop.journey import naming, plans, tables
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Column
from cjm_desktop.journey.records import Lane
from cjm_desktop.journey.tables import HEADS, STAGE_ROW, STEP_ROW, Content, Place, Table
from cjm_desktop.journey.tables.lines import SOFT
from cjm_desktop.layout.icons import LANES
from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.hypotheses import today

if TYPE_CHECKING:
    from cjm_desktop.ui.work import Work

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
Key = tuple[str, str, str | None]
"""A row by its lane or number, and a column by stage and step: what a cell is whatever moves."""
NOTHING = Content()
_TYPES = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class TableModel(QAbstractTableModel):
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

    # What is shown

    def refresh(self) -> None:
        """Show the records as they are: only what differs is told."""
        work = self._work
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

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        text = self.content(index.row(), index.column()).text
        if role == Qt.ItemDataRole.EditRole:
            return text
        if role == Qt.ItemDataRole.DisplayRole:
            return text.replace(SOFT, " ")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = text.replace("\n", "; ").replace(SOFT, " ") or self.tr("empty")
            return f"{self.row_name(index.row())}, {self.column_name(index.column())}: {said}"
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        at = Place(index.row(), index.column())
        return self._edit("step.write_cell", {str(at): ""}, [at], str(value))

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        ghost = index.column() >= self.table.width
        if not ghost and not self.content(index.row(), index.column()).writes:
            return _TYPES
        return _TYPES | Qt.ItemFlag.ItemIsEditable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return str(section + 1) if section < self.table.width else "+"
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return plain.clean(self.row_name(section))
        if role == Qt.ItemDataRole.DecorationRole and section >= HEADS:
            holds = self.table.lanes[section - HEADS].holds
            return icons.icon(LANES.get(holds, "minus"))
        if role == Qt.ItemDataRole.ToolTipRole and section >= HEADS:
            lane = self.table.lanes[section - HEADS]
            return plain.tip_text(lane.question or naming.lane_question(lane.holds, self._language))
        return None

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

    # What is done

    def _edit(self, step: str, values: dict[str, object], places: list[Place], text: str) -> bool:
        """Write the same into cells as one step."""
        map_id, view = self._map_id, self._view
        if len(places) == 1:
            values = {"name": self._called(places[0], text)}

        def do(draft: Draft) -> bool:
            for at in places:
                tables.write_cell(draft, map_id, at, text, view, today())
            return True

        return bool(self._work.canvas.change(step, do, values))

    def _called(self, at: Place, text: str) -> str:
        """What the step that writes a cell is called by."""
        if at.row in (STAGE_ROW, STEP_ROW) or at.column >= self.table.width:
            return plain.clean(" ".join(text.split()))[: naming.LONGEST_LABEL]
        stage, step = self.table.columns[at.column]
        wide = self.table.is_wide(at.row) or step is None
        language = self._work.document.language
        return plans.where(
            self._work.journey, stage.id, None if wide or step is None else step.id, language
        )

    def clear(self, places: Sequence[Place]) -> bool:
        """Empty cells as one step; those that only show something stay."""
        taken = {self._first(one) for one in places if self.content(*one).writes}
        found = sorted(one for one in taken if self.content(*one).lines)
        if len(found) > 1:
            # Whoever empties a part of a map wants its cards gone, not its names.
            found = [one for one in found if one.row >= HEADS]
        if not found:
            return False
        return self._edit("step.clear_cells", {"n": len(found)}, found, "")

    def _first(self, at: Place) -> Place:
        return Place(at.row, self.table.covered(*at).start)

    def paste(self, at: Place, block: Sequence[Sequence[str]]) -> tables.Pasted | None:
        """Write a block as one step; None where it was refused."""
        cells = sum(map(len, block))
        do = partial(
            tables.write,
            map_id=self._map_id,
            at=self._first(at),
            block=block,
            view=self._view,
            day=today(),
        )
        return self._work.canvas.change("step.write_cells", do, {"n": cells})

    def block(self, rows: range, columns: range) -> list[list[str]]:
        """The texts of a block of cells; a wide one stands where it begins."""
        found = []
        for row in rows:
            texts = []
            for column in columns:
                begins = self.table.covered(row, column).start
                shown = column in (begins, columns.start)
                texts.append(self.content(row, column).text if shown else "")
            found.append(texts)
        return found


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
