"""A map as a Qt table: cells are read from the records, and what is typed becomes an edit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt

from cjm_desktop.journey import hearing, naming, plans, tables
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.records import Card, Feeling
from cjm_desktop.journey.tables import HEADS, STAGE_ROW, STEP_ROW, Content, Place
from cjm_desktop.journey.tables.lines import SOFT
from cjm_desktop.layout.icons import LANES
from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.hypotheses import today
from cjm_desktop.ui.tabular.grid import Grid
from cjm_desktop.ui.ways.editor import Index

_TYPES = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class TableModel(Grid):
    """The cells of one map, to be shown and written by Qt."""

    # What Qt asks

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.EditRole:
            return self.content(index.row(), index.column()).text
        text = self.shown(index.row(), index.column()).text
        if role == Qt.ItemDataRole.DisplayRole:
            return text.replace(SOFT, " ")
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._told(self.content(index.row(), index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            # Its row and column readers say by themselves, each when one comes into it.
            return plain.clean(text.replace("\n", "; ")) or self.tr("empty")
        return None

    def _told(self, content: Content) -> str:
        """What is heard after the words of a cell: what is said of the one thing in it."""
        journey, look = self._work.journey, self._work.look
        record = journey.find(content.ids[0]) if len(content.ids) == 1 else None
        if not isinstance(record, Card | Feeling):
            return ""
        return plain.clean(hearing.facts(journey, record, look.language, look.path))

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
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return plain.clean(self.column_name(section))
            shown = str(section + 1) if section < self.table.width else "+"
            return shown if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return plain.clean(self.row_name(section))
        if role == Qt.ItemDataRole.DecorationRole and section >= HEADS:
            holds = self.table.lanes[section - HEADS].holds
            return icons.icon(LANES.get(holds, "minus"))
        if role == Qt.ItemDataRole.ToolTipRole and section >= HEADS:
            lane = self.table.lanes[section - HEADS]
            return plain.tip_text(lane.question or naming.lane_question(lane.holds, self._language))
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

    def paste(
        self, at: Place, block: Sequence[Sequence[str]], step: str = "step.write_cells"
    ) -> tables.Pasted | None:
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
        return self._work.canvas.change(step, do, {"n": cells})

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
