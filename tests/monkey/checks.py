"""What must hold between two acts of a monkey: history, drawing, table and outline agree."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtTest import QAbstractItemModelTester
from shiboken6 import isValid

from cjm_desktop.document.editing import Editable
from cjm_desktop.document.keeping import Keeper
from cjm_desktop.ui.canvas.view import Canvas
from cjm_desktop.ui.tabular.model import TableModel
from cjm_desktop.ui.tree.model import TreeModel
from cjm_desktop.ui.work import Work
from tests.layout.test_walk import seen

SINGLE = 30
"""Steps that are taken back one by one; the others go at once."""


class Followers(QObject):
    """A table and an outline that follow a document from the moment they are made.

    Args:
        work: the document.
    """

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work
        self._models = TableModel(work, self), TreeModel(work, self)
        warn = QAbstractItemModelTester.FailureReportingMode.Warning
        self._testers = [QAbstractItemModelTester(one, warn, self) for one in self._models]
        work.changed.connect(self._refresh)
        work.turned.connect(self._refresh)

    def leave(self) -> None:
        """Follow no more."""
        if isValid(self.work):
            self.work.changed.disconnect(self._refresh)
            self.work.turned.disconnect(self._refresh)
        self._testers.clear()
        self.deleteLater()

    def _refresh(self) -> None:
        for model in self._models:
            model.refresh()

    def faults(self) -> Iterator[str]:
        """In what they differ from ones that are made now."""
        table, tree = self._models
        if list(_cells(table)) != list(_cells(TableModel(self.work))):
            yield "the table that followed is another one than a new one"
        if list(_lines(tree)) != list(_lines(TreeModel(self.work))):
            yield "the outline that followed is another one than a new one"


def _cells(model: TableModel) -> Iterator[object]:
    for row in range(model.rowCount()):
        yield model.row_name(row)
        for column in range(model.columnCount()):
            yield model.data(model.index(row, column))
            yield model.content(row, column)


def _lines(model: TreeModel, above: QModelIndex | None = None, deep: int = 0) -> Iterator[object]:
    above = above or QModelIndex()
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        yield deep, model.item(index).id, model.data(index), model.parent(index) == above
        yield from _lines(model, index, deep + 1)


def history_faults(work: Work) -> Iterator[str]:
    """What does not come back when everything is taken back and made again, on a copy.

    Args:
        work: the document.
    """
    document = work.document
    store = document._keeper.copy.in_memory()
    contents = store.load()
    if contents.journey != work.journey:
        yield "the working copy is not the memory"
        return
    copy = Editable(contents.journey, Keeper(None, contents, {}, store), "{}")
    done, count = copy.steps_done, copy.step_count
    if (done, count) != (document.steps_done, document.step_count):
        yield f"{done} of {count} steps in the copy"
    for _ in range(count - done):
        copy.redo()
    last = copy.journey.fork()
    for _ in range(min(SINGLE, count)):
        copy.undo()
    copy.go_to(0)
    first = copy.journey.fork()
    if count:
        copy.go_to(copy.step_at(count - 1).number)
    if copy.journey != last:
        yield "all steps taken back and made again give another map"
    copy.go_to(0)
    if copy.journey != first:
        yield "all steps taken back twice give another map"
    if done:
        copy.go_to(copy.step_at(done - 1).number)
    if copy.journey != work.journey:
        yield "the steps that are done give another map than there is"
    store.close()


def drawing_faults(canvas: Canvas) -> Iterator[str]:
    """In what the kept drawing differs from a fresh one, and the scene from the drawing."""
    sheet = canvas.sheet
    fresh, kept = seen(sheet._draw(sheet.document.journey, None)), seen(sheet.settled)
    differing = sorted(one for one in fresh.keys() | kept.keys() if fresh.get(one) != kept.get(one))
    if differing:
        yield f"the kept drawing is not a fresh one: {differing[:12]}"
    shown = {one.cell.id: one.cell for one in canvas.map_scene._items.values()}
    if shown != sheet.drawing.cells:
        yield "the scene is not the drawing"
