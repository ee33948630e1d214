"""One light line at the foot of a map that was only begun: what to do next. Never on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel

from cjm_desktop.journey import naming
from cjm_desktop.journey.nextstep import Next, next_on
from cjm_desktop.journey.records import Lane
from cjm_desktop.ui import plain

if TYPE_CHECKING:
    from cjm_desktop.ui.actions import Actions
    from cjm_desktop.ui.canvas.view import Canvas

ABOVE = 16
"""Pixels from the lower edge."""
SIDE = 24
"""Pixels it keeps free at each side."""


class NextHint(QLabel):
    """Lies over the lower edge of a canvas and lets every click through.

    Args:
        canvas: whose map it is about.
        actions: the window's commands, for their keys.
    """

    def __init__(self, canvas: Canvas, actions: Actions) -> None:
        super().__init__(canvas.viewport())
        self._canvas, self._actions = canvas, actions
        self._busy = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setProperty("look", "card")
        self.setProperty("role", "secondary")
        self.setMargin(8)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        canvas.drawing_changed.connect(self.refresh)
        # A view that scrolls takes along what lies on it.
        canvas.view_changed.connect(self._stay)
        canvas.text_editing.connect(self._set_busy)
        canvas.gesture_changed.connect(self._set_busy)
        canvas.viewport().installEventFilter(self)
        self.refresh()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.refresh()

    def refresh(self) -> None:
        """Say what is to be done now; nothing while something is done, or unasked."""
        canvas = self._canvas
        look = canvas.look
        wanted = look.prompts and not look.hides and not self._busy
        found = next_on(canvas.document.journey, canvas.map_id) if wanted else None
        self.setText(self._said(found) if found else "")
        self.setVisible(found is not None)
        if found is not None:
            self._lie()

    def _said(self, found: Next) -> str:
        if found.kind == "begin":
            return self.tr("Click a cell and type; Tab leads to the next cell")
        if found.kind == "stage":
            return self.tr("For the next stage click this one and press Ins")
        if found.kind == "step":
            said = self.tr("To split a stage into steps click it and press {key}")
            return said.format(key=self._actions.key("insert.step"))
        if found.kind == "feeling":
            said = self.tr("How does it feel? Press {key} and click at the height of the mood")
            return said.format(key=self._actions.key("tool.feeling"))
        journey = self._canvas.document.journey
        lane = naming.called(journey, journey.get(Lane, found.lane_id), journey.document.language)
        said = self.tr("“{lane}” is still empty: click a cell there and type")
        return said.format(lane=plain.clean(lane))

    def _stay(self) -> None:
        if not self.isHidden():
            self._lie()

    def _lie(self) -> None:
        room = self._canvas.viewport().rect()
        # As wide as its words on one line, where there is the room.
        words = self.fontMetrics().horizontalAdvance(self.text()) + 2 * SIDE
        width = min(words, room.width() - 2 * SIDE)
        height = self.heightForWidth(width)
        self.setGeometry((room.width() - width) // 2, room.height() - height - ABOVE, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._stay()
        return super().eventFilter(watched, event)
