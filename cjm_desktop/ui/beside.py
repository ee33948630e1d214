"""Both paths of a map at once: as it is above, as it should be below, each to be worked on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from cjm_desktop.ui import plain
from cjm_desktop.ui.canvas.view import Canvas
from cjm_desktop.ui.floating import FloatingBar

if TYPE_CHECKING:
    from cjm_desktop.ui.work import Work


class Beside(QObject):
    """A second canvas under that of a document; the one with the keyboard is in front.

    What is done goes to the path of the canvas it is done on. They zoom together and scroll
    together sideways, each keeps its own height.

    Args:
        work: whose canvas is above.
        column: that it lies in.
        bar: makes the floating bar of the canvas that is in front.
        in_front: told when another canvas is.
    """

    def __init__(
        self,
        work: Work,
        column: QVBoxLayout,
        bar: Callable[[], FloatingBar],
        in_front: Callable[[], None],
    ) -> None:
        super().__init__()
        self._work, self._column, self._in_front = work, column, in_front
        self._following = False
        self.above = work.canvas
        work.set_look(path="as_is")
        self.below = Canvas(work.document, work.map_id, replace(work.look, path="to_be"))
        self.heads = (plain.label(role="secondary"), plain.label(role="secondary"))
        at = column.indexOf(self.above)
        for offset, (head, canvas) in enumerate(zip(self.heads, self.panes, strict=True)):
            head.setContentsMargins(16, 4, 16, 4)
            column.insertWidget(at + 2 * offset, head)
            if canvas is self.below:
                column.insertWidget(at + 3, canvas, 1)
        self._ties = [
            canvas.view_changed.connect(lambda canvas=canvas: self._follow(canvas))
            for canvas in self.panes
        ]
        work.canvas = self.below
        self._bar = bar()
        self._step_forward(self.above)
        self.say()
        QApplication.instance().focusChanged.connect(self._focused)  # type: ignore[union-attr]

    @property
    def panes(self) -> tuple[Canvas, Canvas]:
        """The two canvases, the upper one first."""
        return self.above, self.below

    def say(self) -> None:
        """Write over each canvas what it shows, in the window's language."""
        for head, text in zip(
            self.heads, (self.tr("As is"), self.tr("As it should be")), strict=True
        ):
            head.setText(plain.clean(text))

    def settle(self) -> None:
        """Show below what is seen above."""
        self._follow(self.above)

    def _follow(self, canvas: Canvas) -> None:
        """Let the other canvas zoom and scroll sideways as this one did."""
        if self._following or not canvas.isVisible():
            return
        other = self.below if canvas is self.above else self.above
        self._following = True
        try:
            seen = canvas.camera.seen()
            if other.zoom != canvas.zoom:
                other.set_zoom(canvas.zoom)
            there = other.camera.seen()
            # Where one shows the whole map, so does the other.
            level = (other.map_scene.paper if canvas.shows_whole else there).center().y()
            middle = QPointF(seen.left() + there.width() / 2, level)
            off = (middle - there.center()) * canvas.camera.scale
            if max(abs(off.x()), abs(off.y())) >= 1:
                other.camera.centre(middle)
        finally:
            self._following = False

    def _focused(self, _old: QWidget | None, now: QWidget | None) -> None:
        for canvas in self.panes:
            if now is not None and (canvas is now or canvas.isAncestorOf(now)):
                self._step_forward(canvas)

    def _step_forward(self, canvas: Canvas) -> None:
        """Let commands and panels be about this canvas."""
        work = self._work
        if work.canvas is canvas:
            return
        work.canvas = canvas
        work.look = canvas.look
        work.editing.view = canvas.look.path
        self._in_front()

    def close(self) -> None:
        """Let the upper canvas be the only one again."""
        QApplication.instance().focusChanged.disconnect(self._focused)  # type: ignore[union-attr]
        for tie in self._ties:
            QObject.disconnect(tie)
        self._step_forward(self.above)
        self.below.close_map()
        self._bar.hide()
        for widget in (*self.heads, self.below):
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.deleteLater()
