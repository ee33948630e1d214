"""The canvas: one map of a document, to look at and to work on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent
from PySide6.QtWidgets import QWidget

from cjm_desktop.document import Change, Document, Ready
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.gestures import planning
from cjm_desktop.journey.gestures.walk import Place
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Record
from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.ui.canvas import framing
from cjm_desktop.ui.canvas.choosing import Choosing
from cjm_desktop.ui.canvas.deeds import Deeds
from cjm_desktop.ui.canvas.feelings import Feelings
from cjm_desktop.ui.canvas.keys import Keys
from cjm_desktop.ui.canvas.removing import Removing
from cjm_desktop.ui.canvas.roles import Roles
from cjm_desktop.ui.canvas.series import Series
from cjm_desktop.ui.canvas.sheet import Sheet
from cjm_desktop.ui.canvas.walker import Walker
from cjm_desktop.ui.canvas.writing import Writing
from cjm_desktop.ui.hearing import telling
from cjm_desktop.ui.look import Look
from cjm_desktop.ui.tools import all_tools
from cjm_desktop.ui.tools.gesture import Hint
from cjm_desktop.ui.tools.hands import Hands

if TYPE_CHECKING:
    from cjm_desktop.ui.hearing.tree import Tree

T = TypeVar("T")


class Canvas(Choosing):
    """Shows one map and lets tools work on it.

    Args:
        document: whose map it is; several canvases may watch one document.
        map_id: which map.
        look: how the user wants it.
        previous: a drawing of much the same map, to be quick.
        laid: the drawing of this very map, where it is there already.
    """

    status_changed = Signal(str)
    """What is going on and the keys that help, parted by tabs: "Barrier selected\\t[Enter] edit".

    A key stands in square brackets."""
    tool_changed = Signal(str)
    refused = Signal(str)
    """A sentence for the user: why something was not done."""
    everything_asked = Signal()
    """The user wants to see the whole map again, whatever a filter leaves out."""
    text_editing = Signal(bool)
    drawing_changed = Signal()
    gesture_changed = Signal(bool)
    """A gesture of the mouse began (True) or ended."""
    contextMenu = Signal(str, QPoint)
    """A menu is asked for: of a record ("" for the map itself), at a point of the screen."""

    def __init__(
        self,
        document: Document,
        map_id: str,
        look: Look,
        parent: QWidget | None = None,
        previous: Drawing | None = None,
        laid: Drawing | None = None,
    ) -> None:
        telling.install()
        super().__init__(parent)
        self.heard: Tree | None = None
        """What screen readers get of the map; None as long as none has asked."""
        self.setAccessibleName(self.tr("Map"))
        self.document = document
        self.sheet = Sheet(document, map_id, look, self._show, previous, laid)
        self.sheet.after_change = self._document_changed
        self.walker = Walker(self)
        self.deeds = Deeds(self)
        self.writing = Writing(self)
        self.series = Series(self)
        self.roles = Roles(self)
        self.feelings = Feelings(self)
        self.keys = Keys(self)
        self.marks.token = self.roles.rect
        self.hands = Hands(self, all_tools(self))
        self._said = ""
        self._shape = len(self.drawing.columns), len(self.drawing.lanes)
        self._ready = True
        self._show(self.sheet.drawing)
        self.hands.refresh()

    def close_map(self) -> None:
        """Watch the document no more; to be called before the canvas goes."""
        self._leave()
        self._ready = False
        telling.leave(self)
        self.sheet.close()

    @property
    def is_open(self) -> bool:
        """Whether there is a map to be asked about."""
        return self._ready

    # What is shown

    def set_map(self, map_id: str) -> None:
        """Show another map of the document."""
        if map_id != self.map_id:
            self._leave()
            self.select(())
            self.sheet.turn_to(map_id, self.look)
            telling.turned(self)
            self.fit_map()
            self.take_turns()

    def set_look(self, look: Look) -> None:
        """Show the map in another way."""
        self._leave()
        before = self.map_scene.paper
        self.sheet.turn_to(self.map_id, look)
        self.let_go_of_unseen()
        telling.turned(self)
        if self._whole and self.map_scene.paper != before:
            self.fit_map()
        self.viewport().update()
        self.hands.refresh()

    def _leave(self) -> None:
        """End whatever is under way: keep the text, drop the gesture."""
        self.writing.commit()
        self.hands.cancel()

    def _show(self, drawing: Drawing) -> None:
        before = self.map_scene.paper
        if self._ready:
            self.touch(self.marks.areas(self.marks.chosen))
        self.map_scene.show_drawing(drawing)
        self.touch_beyond(*self.map_scene.moved)
        self.sticky.drawing = drawing
        if not self._ready:
            return
        self.marks.tint(drawing)
        self.touch(self.marks.areas(self.marks.chosen))
        self.touch_edges(self.map_scene.differing)
        if before != self.map_scene.paper:
            self.camera.paper = self.map_scene.paper
            self.camera.hold()
            self.touch(self.bars.areas())
        self.join_touched()
        self.drawing_changed.emit()

    def _document_changed(self, change: Change) -> None:
        self.walker.leave_what_went()
        self.hands.cancel()
        self._follow_growth()
        journey = self.document.journey
        kept = tuple(one for one in self.marks.chosen if one in journey)
        if kept != self.marks.chosen:
            self.select(kept)
        telling.changed(self, change)
        self.writing.document_changed(change)

    def _follow_growth(self) -> None:
        """Where the whole map is seen, see the whole of it with new stages and lanes too."""
        shape = len(self.drawing.columns), len(self.drawing.lanes)
        if self._whole and shape != self._shape:
            self.fit_map()
        self._shape = shape

    # Coming back

    @property
    def view_state(self) -> dict[str, Any]:
        """What part of the map is seen and what is chosen, to come back to."""
        middle = self.camera.seen().center()
        return {
            "map": self.map_id,
            "whole": self.shows_whole,
            "zoom": self.zoom,
            "x": middle.x(),
            "y": middle.y(),
            "selection": list(self.selection),
        }

    def restore_view_state(self, state: dict[str, Any]) -> None:
        """Come back to what `view_state` told; what no longer is there is passed over."""
        journey = self.document.journey
        seen = framing.read(state, journey, self.map_id)
        self.set_map(seen.map_id)
        if state.get("whole") is True:
            # Also in a window of another size.
            self.fit_map()
        elif seen.zoom is not None:
            self._fitted, self._whole = True, False
            self.camera.set_zoom(seen.zoom)
            self.camera.centre(QPointF(*seen.middle))
        chosen = state.get("selection")
        known = chosen if isinstance(chosen, list | tuple) else ()
        self.select(one for one in known if isinstance(one, str) and one in journey)

    # What is done

    @property
    def tool(self) -> str:
        """The name of the tool in hand."""
        return self.hands.tool.name

    def set_tool(self, name: str) -> None:
        """Take up another tool."""
        if name != self.tool:
            self.writing.commit()
            self.hands.take(name)
            self.tool_changed.emit(name)

    def change(
        self,
        key: str,
        do: Callable[[Draft], T],
        values: Mapping[str, object] | None = None,
        merge: str | None = None,
        ready: tuple[Ready, T] | None = None,
    ) -> T | None:
        """Make one edit of the document; what it refuses is told, not raised.

        Args:
            key: of the step's name in resources/words.
            do: writes into the draft.
            values: what to fill into the step's name.
            merge: edits in a row with the same key become one step.
            ready: the same done before, and what came of it.
        """
        try:
            key = planning.step_name(key, self.look.path)
            if ready is not None and self.document.keep(ready[0], key, **(values or {})):
                return ready[1]
            with self.document.edit(key, merge=merge, **(values or {})) as draft:
                return do(draft)
        except Problem as problem:
            self.refuse(problem)
            return None

    def take_back(self) -> None:
        """Undo the last step: what was begun has been given up."""
        try:
            self.document.undo()
        except Problem as problem:
            self.refuse(problem)

    def foresee(self, draft: Draft) -> None:
        """Lay out and paint what an edit would come to; if it comes to that, it is only shown.

        Args:
            draft: of the document's records, with the edit in it.
        """
        self.sheet.foresee(draft)
        if self.sheet.foreseen is not None:
            drawing, camera = self.sheet.foreseen.drawing, self.camera
            self.map_scene.foresee(drawing, camera.seen(), camera.scale)

    def refuse(self, problem: Problem) -> None:
        """Tell the user why something was not done, or came out in another way."""
        self.refused.emit(problem.sentence(self.look.language))

    def edit_text(self, record_id: str | None = None, field: str = "") -> None:
        """Open the editor over a record's text.

        Args:
            record_id: None: the one that is chosen.
            field: of the record; empty: its main text.
        """
        wanted = record_id or (self.selection[-1] if self.selection else "")
        if wanted:
            self.writing.open(wanted, field)

    def delete_selection(self) -> None:
        """Drop what is chosen with all that depends on it, as one step."""
        self._leave()
        Removing(self).delete(self.selection)

    def add(self, kind: str, where: str | Place | None = None) -> str | None:
        """Make something new and begin to type.

        Args:
            kind: the name of a tool ("touchpoint", "stage", ...), "step", "card" or "lane".
            where: a record or a cell to make it at; None: at what is chosen.

        Returns:
            The new id, or None when it was refused.
        """
        self._leave()
        return self.deeds.add(kind, where, series=kind == "step")

    def record(self, record_id: str) -> Record | None:
        """A record as it is shown."""
        return self.sheet.journey.find(record_id)

    def say(self, hint: Hint, *, again: bool = False) -> None:
        """Tell the status bar.

        Args:
            hint: what is going on.
            again: even if it was the last thing said.
        """
        new = again or hint.text() != self._said
        if new:
            self._said = hint.text()
            self.status_changed.emit(self._said)
        telling.follow(self, hint.state if new else "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever listens hears on what the keyboard stands."""
        super().focusInEvent(event)
        telling.regain(self)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Begin a text with what an input method writes."""
        self.keys.letters.compose(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Input methods write here where letters are text."""
        if query == Qt.InputMethodQuery.ImEnabled:
            return self._ready and self.keys.letters.ready
        return super().inputMethodQuery(query)
