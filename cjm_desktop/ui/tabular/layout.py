"""The table in the place of the map: in step with the document and with what is selected."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from cjm_desktop.ui.tabular.deeds import Deeds
from cjm_desktop.ui.tabular.view import TableView

if TYPE_CHECKING:
    from cjm_desktop.ui.work import Work


class TableLayout:
    """Shows a map as a table.

    Args:
        work: the document.
        to_map: brings the map to the front.
    """

    def __init__(self, work: Work, to_map: Callable[[], None]) -> None:
        self._work = work
        self.widget = TableView(work)
        self.deeds = self.clips = Deeds(self.widget, work, to_map)
        self._told: frozenset[str] = frozenset()
        """What the canvas was last let select."""
        self._busy = False
        self.widget.chosen.connect(self.tell)

    def refresh(self) -> None:
        """Show the records as they are."""
        self._busy = True
        try:
            self.widget.source.refresh()
        finally:
            self._busy = False

    def follow(self) -> None:
        """Select the cells of what is selected on the canvas.

        What is left of what was selected here, after some of it went, changes nothing.
        """
        wanted = self._work.canvas.selection
        if self._busy or not wanted or self._told.issuperset(wanted):
            return
        source = self.widget.source
        places = [source.place_of(one) for one in wanted]
        found = list(dict.fromkeys(one for one in places if one is not None))
        if found:
            self._told = frozenset(wanted)
            self._busy = True
            try:
                self.widget.select_places(found)
            finally:
                self._busy = False
            self.widget.scrollTo(source.index(*found[-1]))

    def tell(self) -> None:
        """Let the canvas select what stands in the selected cells, or stand in the empty one."""
        if self._busy:
            return
        view, canvas = self.widget, self._work.canvas
        places = view.places()
        ids = [one for at in places for one in view.source.content(*at).ids]
        self._told = frozenset(ids)
        table, at = view.source.table, view.place
        empty = len(places) == 1 and not ids and at.column < table.width
        if ids != list(canvas.selection):
            canvas.select(ids)
        canvas.stand_in(table.cell(*at) if empty else None)

    def begin_edit(self) -> None:
        """Edit the text of the cell one stands in."""
        self.widget.setFocus()
        self.widget.begin_edit()

    def commit(self) -> None:
        """Keep what is being typed, and close its editor."""
        self.widget.cells.commit()

    def keys(self) -> tuple[str, ...]:
        """The keys that help here."""
        return self.widget.hints()

    def dress(self) -> None:
        """Wear the colours and speak the language of the window."""
        self.widget.dress()
        source = self.widget.source
        for way, count in (
            (Qt.Orientation.Vertical, source.rowCount()),
            (Qt.Orientation.Horizontal, source.columnCount()),
        ):
            source.headerDataChanged.emit(way, 0, count - 1)
        self.widget.fit_rows()
