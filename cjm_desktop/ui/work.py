"""One document that is open in a window: its map on the canvas, and how it is looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from cjm_desktop.document import Change, Document
from cjm_desktop.journey import sought
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import JourneyMap
from cjm_desktop.ui import remembered, thumbnail
from cjm_desktop.ui.canvas.view import Canvas
from cjm_desktop.ui.editing import Editing
from cjm_desktop.ui.hearing import announcing
from cjm_desktop.ui.look import Look
from cjm_desktop.ui.saving import Saving

if TYPE_CHECKING:
    from cjm_desktop.layout.pieces import Drawing
    from cjm_desktop.ui.beside import Beside

LAYOUTS = ("map", "table", "outline")


class Work(QObject):
    """A document with the canvas that shows it and what saves it.

    Args:
        document: that is open.
        look: how the user wants maps to look.
        laid: the drawing of the map that was seen last, where it is there already.
    """

    changed = Signal(object)
    """A `Change` of the document, after the canvas has drawn it."""
    turned = Signal()
    """Another map of the document is shown, or it is looked at in another way."""

    def __init__(self, document: Document, look: Look, laid: Drawing | None = None) -> None:
        super().__init__()
        self.document = document
        seen = document.view_state
        kept = seen.get("export")
        self.export: dict[str, Any] = kept if isinstance(kept, dict) else {}
        """What was chosen when this map was last exported."""
        self.look = remembered.look_of(document, look)
        map_id = laid.map_id if laid is not None else document.journey.maps()[0].id
        self.canvas = Canvas(document, map_id, self.look, laid=laid)
        self.editing = Editing(document, look.language)
        self.editing.view = self.look.path
        self.saving = Saving(document, self.note_view, self._picture)
        self._seen = seen.get("canvas")
        self.beside: Beside | None = None
        """Both paths are shown at once; then `canvas` is the one in front."""
        self.table_widths = _widths(seen.get("widths"))
        """Pixels of the table's columns that are not as wide as usual, by step or stage."""
        self.folded = _folded(seen.get("folded"))
        """Stages and steps of the outline whose contents are folded away."""
        way = seen.get("layout")
        self.layout: str = way if way in LAYOUTS else "map"
        """How the map is shown: as itself, as a table or as an outline."""
        self.panels: Callable[[], dict[str, Any]] = dict
        """Tells which panels are shown beside the map, and how wide they are."""
        self._stop: Callable[[], None] = document.watch(self._tell)

    def restore_view(self) -> None:
        """Show the part of the map that was seen when the file was saved; at first all of it."""
        if isinstance(self._seen, dict):
            self.canvas.restore_view_state(self._seen)
        else:
            self.canvas.fit_map()
        self._seen = None

    def stand_in(self, old_id: str, new_id: str) -> None:
        """Let what stands for a chosen record be chosen."""
        chosen = self.canvas.selection
        if old_id in chosen or not chosen:
            self.canvas.select([new_id if one == old_id else one for one in chosen] or [new_id])

    def _picture(self) -> bytes:
        return thumbnail.png(self.canvas.drawing)

    def note_view(self) -> None:
        """Remember what part of the map is seen, for the next time the file is opened."""
        self.document.view_state = {
            "canvas": self.canvas.view_state,
            "path": "beside" if self.beside is not None else self.look.path,
            "personas": list(self.look.persona_ids),
            "width_by_time": self.look.width_by_time,
            "codes": self.look.codes,
            "layout": self.layout,
            "panels": self.panels(),
            "widths": self.table_widths,
            "folded": sorted(one for one in self.folded if one in self.journey),
            "filter": {
                "rests": self.look.rests,
                "sources": list(self.look.sources),
                "others": self.look.others,
                **sought.kept(self.look.only),
            },
            "export": self.export,
        }

    def _tell(self, change: Change) -> None:
        if self.canvas.map_id not in self.journey:
            # Undo may take away the very map one is looking at.
            for canvas in self.canvases:
                canvas.set_map(self.journey.maps()[0].id)
        self.changed.emit(change)
        announcing.tell(self.document, change, self.look.language, self.canvas)
        self.saving.touched()

    @property
    def journey(self) -> Journey:
        """The records as they are."""
        return self.document.journey

    @property
    def map_id(self) -> str:
        """Which map is shown."""
        return self.canvas.map_id

    @property
    def map(self) -> JourneyMap:
        """The map that is shown."""
        return self.journey.get(JourneyMap, self.map_id)

    def turn_to(self, map_id: str) -> None:
        """Show another map of the document."""
        if map_id in self.journey and map_id != self.map_id:
            self.canvas.writing.commit()
            for canvas in self.canvases:
                canvas.set_map(map_id)
            self.turned.emit()

    @property
    def canvases(self) -> tuple[Canvas, ...]:
        """Every canvas that shows the document: one, or both paths side by side."""
        return self.beside.panes if self.beside is not None else (self.canvas,)

    def leave_beside(self) -> None:
        """Show one canvas again."""
        if self.beside is not None:
            beside, self.beside = self.beside, None
            beside.close()

    def set_look(self, **changes: Any) -> None:
        """Look at the map in another way."""
        look = replace(self.look, **changes)
        if look != self.look:
            if look.path != self.look.path:
                # What is being typed belongs to the path that was seen.
                self.canvas.writing.commit()
            self.look = look
            self.editing.language = look.language
            self.editing.view = look.path
            for canvas in self.canvases:
                canvas.setAccessibleName(QCoreApplication.translate("Canvas", "Map"))
                own = canvas.look.path if self.beside is not None else look.path
                canvas.set_look(replace(look, path=own))
            self.turned.emit()

    def close(self) -> None:
        """Let go of the document; the caller closes or discards it."""
        self.leave_beside()
        self.saving.stop()
        self._stop()
        self.canvas.close_map()


def _folded(kept: object) -> set[str]:
    return {one for one in kept if isinstance(one, str)} if isinstance(kept, list) else set()


def _widths(kept: object) -> dict[str, int]:
    """Widths of columns, as far as they make sense."""
    if not isinstance(kept, dict):
        return {}
    return {str(one): width for one, width in kept.items() if type(width) is int and width > 0}
