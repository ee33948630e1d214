"""The table in the place of the map: in step with the document and with what is selected."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from cjm_desktop.ui.tabular.deeds import Deeds
from cjm_desktop.ui.tabular.view import TableView
from cjm_desktop.ui.ways.layout import Layout

if TYPE_CHECKING:
    from cjm_desktop.ui.work import Work


class TableLayout(Layout):
    """Shows a map as a table.

    Args:
        work: the document.
        to_map: brings the map to the front.
    """

    def __init__(self, work: Work, to_map: Callable[[], None]) -> None:
        self.widget = TableView(work)
        super().__init__(work, self.widget, self.widget.cells)
        self.deeds = self.clips = Deeds(self.widget, work, to_map)

    def _knows(self, wanted: Iterable[str]) -> bool:
        """Of what was selected here, what is left after some of it went changes nothing."""
        return self._told.issuperset(wanted)

    def _select(self, wanted: tuple[str, ...]) -> bool:
        source = self.widget.source
        places = [source.place_of(one) for one in wanted]
        found = list(dict.fromkeys(one for one in places if one is not None))
        if found:
            self.widget.select_places(found)
            self.widget.scrollTo(source.index(*found[-1]))
        return bool(found)

    def tell(self) -> None:
        """Let the canvas select what stands in the selected cells, or stand in the empty one."""
        if self._busy:
            return
        view, canvas = self.widget, self._work.canvas
        places = view.places()
        ids = list(dict.fromkeys(one for at in places for one in view.source.content(*at).ids))
        self._told = frozenset(ids)
        table, at = view.source.table, view.place
        empty = len(places) == 1 and not ids and at.column < table.width
        if ids != list(canvas.selection):
            canvas.select(ids)
        canvas.stand_in(table.cell(*at) if empty else None)

    def ask_with(self, show: Callable[[list[list[str]]], None]) -> None:
        """Say who shows where a table with headings lands."""
        self.deeds.show_table = show

    def delete(self) -> None:
        """Empty the selected cells, as a spreadsheet does."""
        self.widget.source.clear(self.widget.places())

    def dress(self) -> None:
        """Wear the colours and speak the language of the window."""
        super().dress()
        source = self.widget.source
        for way, count in (
            (Qt.Orientation.Vertical, source.rowCount()),
            (Qt.Orientation.Horizontal, source.columnCount()),
        ):
            source.headerDataChanged.emit(way, 0, count - 1)
        self.widget.fit_rows()
