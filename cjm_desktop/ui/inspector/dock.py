"""The inspector at the right of the map: what is selected, or else the map itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QDockWidget, QScrollArea, QVBoxLayout, QWidget

from cjm_desktop.document import Change
from cjm_desktop.journey import moves, naming
from cjm_desktop.journey.records import (
    Card,
    Feeling,
    Lane,
    MapDocument,
    Persona,
    Record,
    Stage,
    Step,
)
from cjm_desktop.ui import areas, focus
from cjm_desktop.ui.actions import Actions
from cjm_desktop.ui.editing import Editing
from cjm_desktop.ui.inspector.head import Head
from cjm_desktop.ui.inspector.page import Page
from cjm_desktop.ui.inspector.parts.mapwide import MapWide
from cjm_desktop.ui.people import sure_to_delete
from cjm_desktop.ui.stylesheet import NORMAL_FONT, scaled

if TYPE_CHECKING:
    from cjm_desktop.ui.several.deeds import SeveralDeeds
    from cjm_desktop.ui.several.panel import SeveralPanel

WIDTH = 320
HEADING = 40
"""Height of the heading of a section, px."""
ON_MAP = (Card, Feeling, Lane, Stage, Step)
"""Records that the map itself shows and can select."""
STAYS = (*ON_MAP, MapDocument)
"""Records that are deleted on the map, or not at all."""


class Inspector(QDockWidget):
    """Shows the selection and changes it; a record it jumps to is selected on the map as well.

    Args:
        actions: the window's commands.
    """

    jumped = Signal(str)
    """The user went to this record, which lies on the map."""
    turned = Signal(str)
    """Another record is shown: its id; empty: several are selected."""
    left = Signal()
    """The user goes back from what lies on the map to the map itself."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self.setTitleBarWidget(QWidget())
        self.editing: Editing | None = None
        self.page: Page | None = None
        self.several: SeveralDeeds | None = None
        """Changes what is selected where that is more than one thing."""
        self._many: SeveralPanel | None = None
        self._map_id = ""
        self._selection: tuple[str, ...] = ()
        self._way: list[str] = []
        self._from: tuple[str, str] | None = None
        """The part of the map's page from which one went to what is selected, and that record."""
        self._folded: dict[str, dict[str, bool]] = {}
        self._actions = actions
        self.head = Head(actions)
        self.head.back.connect(self._back)
        self.head.drop.connect(self._drop)
        self._area = QScrollArea()
        areas.let_scroll(self._area)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._area, 1)
        self.setWidget(inside)
        self._inside = inside
        self._widen()

    def _widen(self) -> None:
        """Be as wide as the words want it: the panel grows with the interface text."""
        least = scaled(WIDTH, max(NORMAL_FONT, self.font().pixelSize()))
        self._inside.setMinimumWidth(least)
        self._inside.setMaximumWidth(least + 160)

    def show_document(self, editing: Editing | None) -> None:
        """Show records of the document that this changes from now on."""
        self._way, self._selection, self._map_id = [], (), ""
        self.editing = editing
        self._replace(None)
        self.head.say()

    def show_selection(self, map_id: str, selection: Sequence[str], *, anew: bool = False) -> None:
        """Show what is selected on the map; nothing selected: the map itself.

        Args:
            anew: the user has just turned to it, away from what else was opened in the panel.
        """
        if anew:
            self._way = []
        if (map_id, tuple(selection)) == (self._map_id, self._selection) and (
            self._way or (self.page is not None and self.page.record_id == self.shown)
        ):
            return
        self._map_id, self._selection = map_id, tuple(selection)
        self._way = []
        self._show()

    def show_record(self, record_id: str) -> None:
        """Show a record that the map does not show: a persona, a metric, a hypothesis."""
        if self.editing is None or record_id not in self.editing.journey:
            return
        record = self.editing.journey.find(record_id)
        if isinstance(record, ON_MAP):
            page = self.page
            here = page is not None and page.record_id == self._map_id
            self._from = (page.left_at, record_id) if page is not None and here else None
            self.jumped.emit(record_id)
            return
        self._way.append(record_id)
        self._show()

    def _show_made(self, record_id: str) -> None:
        """Show a record just made, with the cursor where its name goes."""
        self.show_record(record_id)
        if self.page is not None and self.page.record_id == record_id:
            self.page.begin()

    def stand_in(self, old_id: str, new_id: str) -> None:
        """Go on with the record that stands for the shown one now, while it is being typed into."""
        if self.page is not None and self.page.record_id == old_id and not self._way:
            self.page.record_id = new_id
            for part in self.page.parts:
                part.record_id = new_id
            self._selection = (new_id,)

    @property
    def shown(self) -> str:
        """The id of the record it shows; nothing where several are selected."""
        if self._way:
            return self._way[-1]
        if len(self._selection) > 1:
            return ""
        return self._selection[0] if self._selection else self._map_id

    def _show(self) -> None:
        if self.editing is None:
            return
        journey, language = self.editing.journey, self.editing.language
        record = journey.find(self.shown)
        self.turned.emit(self.shown)
        if record is None:
            self.head.show_many(len(self._selection))
            self.head.show_buttons(neighbours=False, back=False, drop=False)
            self._replace(self._panel())
            return
        self.head.show_record(record, journey, language)
        on_map = isinstance(record, ON_MAP)
        self.head.show_buttons(
            neighbours=on_map,
            back=bool(self._way or self._came_from),
            drop=bool(self._way) and not isinstance(record, STAYS),
        )
        self._replace(self._page(record))

    def _page(self, record: Record) -> Page:
        assert self.editing is not None  # noqa: S101 - asked by every caller
        page = Page(self.editing, record, self._folded.setdefault(record.kind, {}))
        page.jump.connect(self.show_record)
        page.made.connect(self._show_made)
        page.asked.connect(lambda command_id: self._actions[command_id].trigger())
        return page

    def _panel(self) -> SeveralPanel | None:
        """What is shown where several things are selected."""
        if self.several is None:
            return None
        from cjm_desktop.ui.several.panel import SeveralPanel

        return SeveralPanel(self.several, self._actions)

    def _replace(self, widget: Page | SeveralPanel | None) -> None:
        before, self.page = self.page, widget if isinstance(widget, Page) else None
        self._many = None if isinstance(widget, Page) else widget
        same = before is not None and self.page and before.record_id == self.page.record_id
        with focus.kept(self._area, at_top=not same):
            areas.empty(self._area)
            if widget is not None:
                self._area.setWidget(widget)

    def document_changed(self, change: Change) -> None:
        """Keep in step with the document."""
        if self.editing is None:
            return
        journey = self.editing.journey
        self._way = [one for one in self._way if one in journey]
        self._selection = tuple(one for one in self._selection if one in journey)
        page = self.page
        if self._many is not None and not self.shown and not self._many.outdated():
            self._many.refresh()
            return
        if page is None or page.record_id != self.shown or page.outdated():
            self._show()
            return
        record = journey.find(page.record_id)
        if record is not None:
            self.head.show_record(record, journey, self.editing.language)
            page.refresh(change)

    def _back(self) -> None:
        if self._way:
            self._way.pop()
            self._show()
        elif self._came_from:
            self.show_part(self._came_from)

    @property
    def _came_from(self) -> str:
        """The part of the map's page from which one went to what is selected."""
        if self._from is None or self._selection != (self._from[1],):
            return ""
        return self._from[0]

    def show_part(self, name: str) -> None:
        """Show the map's own page, unfold a part of it and put the keyboard on one of its rows.

        It is the row of what is selected where one has come from there, else the first one.
        """
        record_id = self._selection[0] if self._came_from == name else ""
        self.left.emit()
        if self.shown != self._map_id:
            # It was on its way through the records of the same selection.
            self.show_record(self._map_id)
        page = self.page
        part = page.unfold(name) if page is not None and name in page.named else None
        if isinstance(part, MapWide):
            part.work_out()
            # The rows take their places in the next round of the loop.
            QTimer.singleShot(0, part, lambda: self._reveal(part, record_id))

    def _reveal(self, part: MapWide, record_id: str) -> None:
        if self.page is None or part not in self.page.parts:
            return  # something else is shown by now
        row = part.rows.get(record_id) or next(iter(part.rows.values()), None)
        bar, seen = self._area.verticalScrollBar(), self._area.viewport()
        bar.setValue(bar.value() + part.mapTo(seen, QPoint()).y() - HEADING)
        if row is not None:
            self._area.ensureWidgetVisible(row, 0, 0)
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self) -> None:
        record = self.editing.journey.find(self.shown) if self.editing else None
        if self.editing is None or record is None:
            return
        person = isinstance(record, Persona)
        if person and not sure_to_delete(self, self.editing, record.id):
            return
        name = naming.called(self.editing.journey, record, self.editing.language)
        self._way.pop()
        self.editing.do(naming.deleting(record), name, lambda draft: moves.drop(draft, record.id))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._widen()
        if event.type() == QEvent.Type.PaletteChange and self.editing is not None:
            self._show()
