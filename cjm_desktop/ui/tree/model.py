"""A map as a Qt tree: stages, steps, cards; renamed and moved in place."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, Qt

from cjm_desktop.journey import moves, naming, sifting
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.gestures import planning
from cjm_desktop.journey.records import Feeling, Stage, Step
from cjm_desktop.journey.tables import curve
from cjm_desktop.journey.tables.branches import Branch, Landing, branches, landing, without
from cjm_desktop.ui.tree.telling import DIM, Telling
from cjm_desktop.ui.ways.editor import Index

if TYPE_CHECKING:
    from cjm_desktop.ui.work import Work

MIME = "application/x-cjm-outline"
"""Ids of this tree while they are carried over it."""
Flag = Qt.ItemFlag


class Item:
    """One line of the tree."""

    def __init__(self, number: int, branch: Branch, parent: Item | None) -> None:
        self.number, self.branch, self.parent = number, branch, parent
        self.children: list[Item] = []

    @property
    def id(self) -> str:
        """The record's id."""
        return self.branch.record_id


class TreeModel(QAbstractItemModel):
    """The stages of one map with all they hold.

    Args:
        work: the document that is shown; the map and the path are those of its canvas.
    """

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._map_id, self._view = work.map_id, work.look.path
        self._telling = Telling(work)
        self._numbers = count(1)
        self._items: dict[int, Item] = {}
        self._by_id: dict[str, Item] = {}
        self._dimmed: frozenset[str] = frozenset()
        self._root = Item(0, Branch("", ""), None)
        self._fill(self._root, self._read(), 0)

    def _read(self) -> tuple[Branch, ...]:
        work = self._work
        self._dimmed = frozenset()
        if work.look.sifted:
            self._dimmed = sifting.sift(work.journey, self._map_id, work.look.sieve).dimmed
        found = branches(work.journey, self._map_id, self._view)
        return without(found, self._dimmed) if work.look.hides else found

    # Being in step with the records

    def refresh(self) -> None:
        """Show the records as they are: only what differs is told."""
        work = self._work
        if (work.map_id, work.look.path) != (self._map_id, self._view):
            self.beginResetModel()
            self._map_id, self._view = work.map_id, work.look.path
            self._items.clear()
            self._by_id.clear()
            self._root.children = []
            self._fill(self._root, self._read(), 0)
            self.endResetModel()
            return
        before = self._dimmed
        self._sync(self._root, self._read())
        for one in before ^ self._dimmed:
            index = self.find(one)
            if index.isValid():
                self.dataChanged.emit(index, index)

    def _fill(self, parent: Item, found: Sequence[Branch], at: int) -> None:
        for row, branch in enumerate(found, at):
            item = Item(next(self._numbers), branch, parent)
            self._items[item.number] = item
            self._by_id[item.id] = item
            parent.children.insert(row, item)
            self._fill(item, branch.children, 0)

    def _sync(self, parent: Item, now: Sequence[Branch]) -> None:
        """Bring what lies in a branch up to date, the last first."""
        old, new = [one.id for one in parent.children], [one.record_id for one in now]
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        above = self.index_of(parent)
        for kind, low, high, start, stop in reversed(matcher.get_opcodes()):
            if kind == "equal":
                continue
            if high > low:
                self.beginRemoveRows(above, low, high - 1)
                for item in parent.children[low:high]:
                    self._forget(item)
                del parent.children[low:high]
                self.endRemoveRows()
            if stop > start:
                self.beginInsertRows(above, low, low + stop - start - 1)
                self._fill(parent, now[start:stop], low)
                self.endInsertRows()
        for item, branch in zip(parent.children, now, strict=True):
            before, item.branch = item.branch, branch
            if before != branch:
                if (before.text, before.lane_id) != (branch.text, branch.lane_id):
                    index = self.index_of(item)
                    self.dataChanged.emit(index, index)
                self._sync(item, branch.children)

    def _forget(self, item: Item) -> None:
        for child in item.children:
            self._forget(child)
        del self._items[item.number]
        if self._by_id.get(item.id) is item:
            del self._by_id[item.id]

    # What Qt asks

    def item(self, index: Index) -> Item:
        """The line of an index; the root where there is none."""
        return self._items.get(index.internalId(), self._root) if index.isValid() else self._root

    def index_of(self, item: Item) -> QModelIndex:
        """Where a line stands."""
        if item.parent is None:
            return QModelIndex()
        return self.createIndex(item.parent.children.index(item), 0, item.number)

    def find(self, record_id: str) -> QModelIndex:
        """Where a record stands; no index where it is not in the tree."""
        item = self._by_id.get(record_id)
        return self.index_of(item) if item is not None else QModelIndex()

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        children = self.item(parent).children
        if column or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row].number)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        above = self.item(index).parent
        return self.index_of(above) if above is not None else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self.item(parent).children)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item = self.item(index)
        if role == DIM:
            return item.id in self._dimmed
        return self._telling.data(item.branch, role)

    def flags(self, index: Index) -> Flag:
        if not index.isValid():
            return Flag.ItemIsDropEnabled
        found = Flag.ItemIsEnabled | Flag.ItemIsSelectable | Flag.ItemIsEditable
        record = self._work.journey.find(self.item(index).id)
        if not isinstance(record, Feeling):
            found |= Flag.ItemIsDragEnabled
        if isinstance(record, Stage | Step):
            found |= Flag.ItemIsDropEnabled
        return found

    # What is done

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        record = self._work.journey.find(self.item(index).id) if index.isValid() else None
        if role != Qt.ItemDataRole.EditRole or record is None:
            return False
        text, view = str(value), self._view

        def do(draft: Draft) -> bool:
            if isinstance(record, Stage | Step):
                moves.set_title(draft, record.id, " ".join(text.split()))
            elif isinstance(record, Feeling):
                curve.rewrite(draft, record.id, text)
            else:
                planning.set_fields(draft, view, record.id, text=text)
            return True

        head = isinstance(record, Stage | Step)
        name = " ".join(text.split())[: naming.LONGEST_LABEL] or naming.named(record)
        step = "step.rename" if head else "step.edit_text"
        return bool(self._work.canvas.change(step, do, {"name": name}))

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(MIME, "\n".join(self.item(one).id for one in indexes).encode())
        return data

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        return data.hasFormat(MIME) and self._landing(data, row, parent) is not None

    def _landing(self, data: QMimeData, row: int, parent: Index) -> Landing | None:
        item, moved = self.item(parent), _ids(data)
        if not moved or any(one not in self._by_id for one in moved):
            return None
        above = item.branch if item.parent is not None else None
        siblings = [one.branch for one in item.children]
        return landing(self._work.journey, moved, above, siblings, row)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        there = self._landing(data, row, parent)
        if there is not None:
            self._move(_ids(data), there)
        # The edit has moved the lines already: nothing is left for the view to take away.
        return False

    def _move(self, moved: Sequence[str], there: Landing) -> None:
        journey, view = self._work.journey, self._view
        first = journey.find(moved[0])
        above = journey.find(there.parent_id)

        def do(draft: Draft) -> tuple[str, ...]:
            if isinstance(first, Stage):
                planning.move_stage(draft, view, first.id, there.place)
                return tuple(moved)
            if isinstance(first, Step):
                planning.move_step(draft, view, first.id, there.parent_id, there.place)
                return tuple(moved)
            lane_id = getattr(first, "lane_id", "")
            stage_id = above.stage_id if isinstance(above, Step) else there.parent_id
            cell = lane_id, stage_id, above.id if isinstance(above, Step) else None
            return planning.move_cards(draft, view, moved, cell, there.place)

        if first is None:
            return
        step = "step.move_card"
        if isinstance(first, Stage | Step):
            step = f"step.move_{first.kind}"
        name = naming.label(first, self._work.document.language)
        ids = self._work.canvas.change(step, do, {"name": name})
        if ids:
            self._work.canvas.select(ids)


def _ids(data: QMimeData) -> list[str]:
    return bytes(data.data(MIME).data()).decode().split("\n") if data.hasFormat(MIME) else []
