"""What can be done to the cells that are selected: copying, pasting, and making columns."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from cjm_desktop.journey import tables
from cjm_desktop.journey.clipping.landing import plan
from cjm_desktop.journey.gestures import making
from cjm_desktop.journey.gestures.walk import STAGES, STEPS, Direction, Spot, Stand
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.tables import HEADS, STAGE_ROW, STEP_ROW, Place
from cjm_desktop.journey.tables.writing import missing
from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.tabular.grid import NOTHING

if TYPE_CHECKING:
    from cjm_desktop.ui.tabular.view import TableView
    from cjm_desktop.ui.work import Work

Block = list[list[str]]


class Deeds(QObject):
    """Works on the table of a document.

    Args:
        view: the table.
        work: the document.
        show_on_map: brings the map to the front.
    """

    def __init__(self, view: TableView, work: Work, show_on_map: Callable[[], object]) -> None:
        super().__init__(view)
        self._view, self._work, self._show_on_map = view, work, show_on_map
        self.show_table: Callable[[Block], None] | None = None
        """Shows where a table with headings lands, and puts it there."""
        view.insert_asked.connect(self.insert)
        view.menu_asked.connect(self._menu)
        view.lane_menu_asked.connect(work.canvas.contextMenu)

    # The clipboard

    def copy(self, *, cut: bool = False) -> None:
        """Put the selected cells on the clipboard; with `cut` they are emptied."""
        view = self._view
        block = view.source.block(*view.region())
        data = QMimeData()
        data.setText(tables.to_tsv(block))
        data.setData("text/html", tables.to_html(block).encode())
        QGuiApplication.clipboard().setMimeData(data)
        if cut:
            view.source.clear(view.places())

    def paste(self) -> None:
        """Write what is on the clipboard from the cell one stands in to the right and down.

        A table with headings of its own is shown first, with what lands where, as on the map.
        """
        try:
            block = _read(QGuiApplication.clipboard().mimeData())
        except Problem as problem:
            self._work.canvas.refuse(problem)
            return
        if self.show_table is not None and self._has_heads(block):
            self.show_table(block)
        elif block:
            self.put(block)

    def _has_heads(self, block: Block) -> bool:
        """Whether a block says itself to which lanes or steps of the map it goes."""
        at, work = self._view.place, self._work
        if len(block) < 2 or len(block[0]) < 2 or at.row < HEADS:
            return False
        found = plan(work.journey, work.map_id, block, at, work.look.path)
        known = [*found.columns, *found.rows] if found.heads else list(found.rows)
        return (found.named or bool(found.heads)) and any(one.state == "there" for one in known)

    def put(self, block: Block) -> None:
        """Write a block; one text alone fills every selected cell."""
        view = self._view
        rows, columns = view.region()
        at = Place(rows.start, columns.start)
        places = view.places()
        if len(block) == len(block[0]) == 1 and len(places) > 1:
            block = [block[0] * len(columns) for _ in rows]
        elif len(block) == len(block[0]) == 1:
            try:
                block = [[self._under(view.place, block[0][0])]]
            except Problem as problem:
                self._work.canvas.refuse(problem)
                return
        fits = self._fitting(at, block)
        if fits and self._write(at, fits):
            wide, high = max(map(len, fits)), len(fits)
            last = min(at.row + high, view.source.rowCount()) - 1
            view.select_places(
                [
                    Place(row, column)
                    for row in range(at.row, last + 1)
                    for column in range(at.column, at.column + wide)
                ]
            )

    def _under(self, at: Place, text: str) -> str:
        """A text as it is put into a cell: of several lines those stay that it does not say anew.

        Raises:
            Problem: it is not understood.
        """
        source, work = self._view.source, self._work
        there = source.content(*at) if at.column < source.table.width else NOTHING
        if len(there.lines) < 2 or not text.strip():
            return text
        if there.writes == "feelings":
            return text + there.text[len(there.lines[0].text) :]
        return tables.beside(work.journey, there, text, work.look.path)

    def _write(self, at: Place, block: Block, step: str = "step.write_cells") -> bool:
        """Write a block, and say how many cards gave way to it; False: it was refused."""
        pasted = self._view.source.paste(at, block, step)
        if pasted is not None and pasted.gone:
            self._work.canvas.refuse(Problem("table.gave_way", n=pasted.gone))
        return pasted is not None

    def duplicate(self) -> None:
        """Fill the selected cells with their first row, as a spreadsheet does.

        Of one row its first cell fills the others; one cell alone takes what stands above it.
        """
        view = self._view
        rows, columns = view.region()
        if len(rows) > 1:
            first = view.source.block(range(rows.start, rows.start + 1), columns)[0]
        elif len(columns) > 1:
            first = [view.source.content(rows.start, columns.start).text] * len(columns)
        elif rows.start:
            first = view.source.block(range(rows.start - 1, rows.start), columns)[0]
        else:
            return
        places = view.places()
        at = Place(rows.start, columns.start)
        if self._write(at, [first] * len(rows), "step.fill_cells"):
            view.select_places(places)

    def _fitting(self, at: Place, block: Block) -> Block:
        """A block as it shall be pasted, after asking about what lies beyond the edges."""
        table = self._view.source.table
        more, below = missing(table, at, block), at.row + len(block) - table.height
        said = []
        if more:
            said.append(self.tr("It is wider than the table: %n column(s) would be new.", "", more))
        if below > 0:
            said.append(self.tr("It is higher than the table: %n row(s) find no lane.", "", below))
        if not said:
            return block
        new = [(self.tr("Paste with new columns"), "accept")] if more else []
        answers = [*new, (self.tr("Paste what fits"), "accept"), (self.tr("Cancel"), "reject")]
        if at.column >= table.width:
            answers = [*new, (self.tr("Cancel"), "reject")]
        answer = plain.ask(
            self._view.window(),
            self.tr("Paste all of it?"),
            " ".join(said),
            answers,  # type: ignore[arg-type]
        )
        if answer < 0 or answers[answer][1] == "reject":
            return []
        fits = block[: table.height - at.row]
        if more and answer == 0:
            return fits
        return [row[: table.width - at.column] for row in fits]

    # Columns

    def insert(self) -> None:
        """Make a column behind this one: a stage in the row of the stages, else a step."""
        self.add("stage" if self._view.place.row == STAGE_ROW else "step")

    def add(self, kind: str) -> None:
        """Make a stage or step behind the column one stands in, and name it."""
        work, view = self._work, self._view
        made = making.plan(work.journey, work.map_id, kind, self._stand(), work.look.path)
        if made is None:
            return
        new_id = work.canvas.change(made.step, made.do, {"name": made.name}, made.merge)
        at = view.source.place_of(new_id) if new_id else None
        if at is not None:
            view.go(at)
            view.begin_edit(anew=True)

    def _stand(self) -> Stand | None:
        """Where one stands, as the map sees it."""
        table, at = self._view.source.table, self._view.place
        if not table.columns:
            return None
        stage, step = table.columns[min(at.column, table.width - 1)]
        if step is None:
            return Stand(Spot(STAGES, stage.id, None), stage.id)
        return Stand(Spot(STEPS, stage.id, step.id), step.id)

    def _delete(self, record_id: str) -> None:
        canvas = self._work.canvas
        canvas.select((record_id,))
        canvas.delete_selection()

    # The menu

    def _menu(self, at: QPoint) -> None:
        menu = self.menu()
        menu.exec(at)
        # What it lies over may have gone to the map, and the menu with it.
        if isValid(menu):
            menu.deleteLater()

    def menu(self) -> QMenu:
        """What can be done to the selected cells."""
        view, menu = self._view, QMenu(self._view)
        menu.addAction(icons.icon("copy"), self.tr("Copy"), self.copy)
        menu.addAction(icons.icon("cut"), self.tr("Cut"), partial(self.copy, cut=True))
        menu.addAction(icons.icon("clipboard"), self.tr("Paste"), self.paste)
        menu.addAction(icons.icon("arrow-down"), self.tr("Fill down"), self.duplicate)
        menu.addAction(
            icons.icon("x"), self.tr("Empty the cells"), lambda: view.source.clear(view.places())
        )
        menu.addSeparator()
        menu.addAction(
            icons.icon("column-insert-right"), self.tr("Add a step"), partial(self.add, "step")
        )
        menu.addAction(icons.icon("columns-3"), self.tr("Add a stage"), partial(self.add, "stage"))
        self._of_column(menu)
        menu.addSeparator()
        menu.addAction(icons.icon("map"), self.tr("Show on the map"), self._show_on_map)
        return menu

    def _of_column(self, menu: QMenu) -> None:
        """What can be done to the step and the stage one stands in."""
        view, table = self._view, self._view.source.table
        column = view.place.column
        if column >= table.width:
            return
        stage, step = table.columns[column]
        said = {
            "step": (
                self.tr("Rename the step"),
                self.tr("Move the step to the left"),
                self.tr("Move the step to the right"),
                self.tr("Delete the step"),
            ),
            "stage": (
                self.tr("Rename the stage"),
                self.tr("Move the stage to the left"),
                self.tr("Move the stage to the right"),
                self.tr("Delete the stage"),
            ),
        }
        for record, row in ((step, STEP_ROW), (stage, STAGE_ROW)):
            if record is None:
                continue
            rename, left, right, delete = said[record.kind]
            menu.addSeparator()
            menu.addAction(icons.icon("pencil"), rename, partial(self._rename, row, column))
            menu.addAction(icons.icon("arrow-left"), left, partial(self._move, record.id, "left"))
            menu.addAction(
                icons.icon("arrow-right"), right, partial(self._move, record.id, "right")
            )
            menu.addAction(icons.icon("trash"), delete, partial(self._delete, record.id))

    def _rename(self, row: int, column: int) -> None:
        self._view.go(Place(row, self._view.source.table.covered(row, column).start))
        self._view.begin_edit(anew=True)

    def _move(self, record_id: str, way: Direction) -> None:
        self._work.canvas.select((record_id,))
        self._work.canvas.deeds.move(way)
        at = self._view.source.place_of(record_id)
        if at is not None:
            self._view.go(at)


def _read(data: QMimeData) -> Block:
    """The table on the clipboard; a plain text is a column of its lines.

    Raises:
        Problem: it is far larger than a map.
    """
    found = tables.from_html(data.html()) if data.hasHtml() else None
    if found is None and data.hasText():
        found = tables.from_tsv(data.text())
    return found or []
