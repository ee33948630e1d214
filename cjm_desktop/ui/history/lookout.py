"""A canvas to look at only: what is on it can be chosen and copied, and nothing changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent

from cjm_desktop.document.versions_shown import ShownDocument
from cjm_desktop.journey.memo import Memo
from cjm_desktop.layout import hit
from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.ui.canvas.keys import CONTROL, Keys
from cjm_desktop.ui.canvas.view import Canvas
from cjm_desktop.ui.hearing import telling
from cjm_desktop.ui.history.scenes import Scene
from cjm_desktop.ui.look import Look
from cjm_desktop.ui.tools.gesture import Gesture, Hint, Pointer, Tool
from cjm_desktop.ui.tools.hands import Hands
from cjm_desktop.ui.tools.pan import Pan

if TYPE_CHECKING:
    from cjm_desktop.journey.comparing import Sort
    from cjm_desktop.ui.history.badges import Badges

Key = Qt.Key
_WALKING = frozenset({
    Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End,
    Key.Key_PageUp, Key.Key_PageDown, Key.Key_Tab, Key.Key_Backtab,
})  # fmt: skip
Words = Callable[[], Hint]


class Lookout(Canvas):
    """Shows a state of a map.

    Args:
        document: that shows the state.
        map_id: which map.
        look: how the user wants it.
        previous: a drawing of much the same map, to be quick.
        laid: the drawing of this very map, where it is there already.
    """

    left = Signal()
    """Escape was pressed with nothing chosen."""

    def __init__(
        self,
        document: ShownDocument,
        map_id: str,
        look: Look,
        previous: Drawing | None = None,
        laid: Drawing | None = None,
    ) -> None:
        if previous is not None and isinstance(previous.memo, Memo):
            # States are laid out in a thread, and the map goes on with its own.
            previous = replace(previous, memo=previous.memo.fork())
        self.words: Words | None = None
        """What the status bar says where nothing is chosen; None: that one only looks."""
        super().__init__(document, map_id, look, None, previous, laid)
        self._shows = document
        self._badges: Badges | None = None
        self.take_turns()
        self.hands.deleteLater()
        self.keys = _Keys(self)
        self.hands = Hands(self, (_Looking(self),))
        self.hands.refresh()

    def show_scene(self, scene: Scene, sorts: Mapping[str, Sort]) -> None:
        """Show another state, which is laid out already.

        Args:
            sorts: what became of the records that differ, to be signed.
        """
        turned, paper = scene.drawing.map_id != self.map_id, self.map_scene.paper
        if turned:
            self.select(())
        self.sheet.expect(scene.drawing)
        self._sign(sorts)
        self.take_turns()
        self._shows.show(scene.state)
        self.viewport().update()
        if turned:
            telling.turned(self)
        if turned or (self.shows_whole and paper != self.map_scene.paper):
            self.fit_map()

    def _sign(self, sorts: Mapping[str, Sort]) -> None:
        if self._badges is None and sorts:
            # What they need is long to load, and not needed for looking back.
            from cjm_desktop.ui.history.badges import Badges

            self._badges = Badges(self.camera, self.map_scene, self.marks)
            self.traces = self._badges
        if self._badges is not None:
            self._badges.show_sorts(sorts)


class _Looking(Tool):
    """Chooses what is under the pointer, and moves the paper."""

    name = "select"

    def press(self, pointer: Pointer) -> Gesture | None:
        one = self.point(pointer)
        if one and pointer.control:
            chosen = self.canvas.selection
            rest = tuple(other for other in chosen if other != one)
            self.canvas.select(rest if one in chosen else (*chosen, one))
            return None
        self.canvas.select((one,) if one else ())
        return Pan(self.canvas, pointer)

    def point(self, pointer: Pointer) -> str:
        found = hit.at(self.canvas.drawing, pointer.x, pointer.y)
        if found is None or found.record_id not in self.canvas.document.journey:
            return ""
        return found.record_id

    def hover(self, pointer: Pointer) -> Qt.CursorShape:
        one = self.point(pointer)
        self.canvas.mark_hovered(one)
        return Qt.CursorShape.ArrowCursor if one else Qt.CursorShape.OpenHandCursor

    def hint(self) -> Hint:
        said = QCoreApplication.translate("Lookout", "Only to look at")
        copy = QCoreApplication.translate("Lookout", "[Ctrl+C] copy what is selected")
        back = QCoreApplication.translate("Lookout", "[Esc] back to now")
        chosen = bool(self.canvas.selection)
        if isinstance(self.canvas, Lookout) and self.canvas.words is not None:
            told = self.canvas.words()
            return Hint(told.state, (*told.keys, *((copy,) if chosen else ())))
        return Hint(said, (copy, back) if chosen else (back,))


class _Keys(Keys):
    """Walks over the map; every other key is for whoever shows it."""

    def press(self, event: QKeyEvent) -> bool:
        canvas = self._canvas
        if event.key() == Key.Key_Escape and isinstance(canvas, Lookout):
            if canvas.selection:
                canvas.select(())
            else:
                canvas.left.emit()
            return True
        plain = not event.modifiers() & (CONTROL | Qt.KeyboardModifier.AltModifier)
        return event.key() in _WALKING and plain and super().press(event)

    def wants(self, event: QKeyEvent) -> bool:
        return False

    def release(self, event: QKeyEvent) -> None:
        """Nothing is held here."""
