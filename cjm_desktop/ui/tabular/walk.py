"""Where Tab and Enter lead in a table. No Qt."""

from __future__ import annotations

from cjm_desktop.journey.tables import Place, Table


class Walk:
    """Goes on as a spreadsheet does: Enter comes back to below where walking by Tab began."""

    def __init__(self) -> None:
        self._began: int | None = None

    def forget(self) -> None:
        """One has gone elsewhere."""
        self._began = None

    def on(self, table: Table, at: Place, down: int, across: int) -> Place:
        """The cell to go to.

        Args:
            table: its rows and columns; right of them one column is empty.
            at: where one stands.
            down: rows to go, of Enter.
            across: 1 or -1 column, of Tab; 0: it was Enter.
        """
        began = at.column if self._began is None else self._began
        if across:
            self._began = began
            return _along(table, at, across)
        self._began = None
        return Place(min(max(0, at.row + down), table.height - 1), began)


def _along(table: Table, at: Place, by: int) -> Place:
    """The next cell of the row; behind the last one the next row begins."""
    covered = table.covered(*at)
    row, column = at.row, covered.stop if by > 0 else covered.start - 1
    if column > table.width:
        row, column = row + 1, 0
    elif column < 0:
        row, column = row - 1, table.width
    if not 0 <= row < table.height:
        return at
    return Place(row, table.covered(row, column).start)
