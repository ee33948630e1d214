"""The canvases of the past: one, two side by side, or one over the other behind a curtain."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QWidget

from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.history.lookout import Lookout
from cjm_desktop.ui.palette import tokens

Way = Literal["one", "beside", "curtain"]
WIDE = 24
"""Of the handle of the curtain, px."""
GAP = 3
"""Between two canvases side by side, px."""
STEP = 0.04
"""How far an arrow moves the curtain, of the width."""
_GRIP = 11.0


class Handle(QWidget):
    """The edge of the curtain: the mouse drags it, the arrows move it."""

    moved = Signal(float)
    """Where it is wanted, of the width of what it lies on."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.at = 0.5
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def step(self, by: float) -> None:
        """Move it by a part of the width."""
        self.moved.emit(self.at + by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Left: -STEP, Qt.Key.Key_Right: STEP}.get(Qt.Key(event.key()))
        to = {Qt.Key.Key_Home: 0.0, Qt.Key.Key_End: 1.0}.get(Qt.Key(event.key()))
        if by is not None:
            self.step(by)
        elif to is not None:
            self.moved.emit(to)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            at = self.mapToParent(event.position()).x()
            self.moved.emit(at / max(1, self._over.width()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter.fillRect(QRectF(middle.x() - 1.5, 0, 3, self.height()), QColor(colours.accent))
        painter.setBrush(QColor(colours.accent))
        painter.setPen(QPen(QColor(colours.focus if self.hasFocus() else colours.card), 2))
        painter.drawEllipse(middle, _GRIP, _GRIP)
        box = QRectF(0, 0, 16, 16)
        box.moveCenter(middle)
        icons.icon("arrows-horizontal", "on_accent").paint(painter, box.toRect())


class Panes(QWidget):
    """Holds the canvas of the page, and a second one with the earlier state where one is wanted.

    Both show the same part of the map: they zoom and scroll together.

    Args:
        canvas: of the page.
    """

    moved = Signal()
    """The curtain is elsewhere."""

    def __init__(self, canvas: Lookout) -> None:
        super().__init__()
        self.canvas = canvas
        self.other: Lookout | None = None
        self.spare: Lookout | None = None
        """The second canvas, shown or not: it is long to make, and longer to clear away."""
        self.way: Way = "one"
        self._clip = QWidget(self)
        self.handle = Handle(self)
        self.tags = (_tag(self), _tag(self))
        """What stands over the earlier and the later state."""
        self._following = self._choosing = False
        canvas.setParent(self)
        canvas.view_changed.connect(lambda: self._follow(canvas))
        self.handle.moved.connect(self._draw_curtain)
        for part in (self._clip, self.handle):
            part.hide()

    def say(self) -> None:
        """Say everything in the window's language."""
        self.handle.setAccessibleName(self.tr("Curtain"))
        plain.tip(self.handle, self.tr("Left of it the earlier state, right of it the later one"))

    def take(self, other: Lookout | None, way: Way) -> None:
        """Show one canvas, or two in some way.

        Args:
            other: with the earlier state; None: only that of the page.
        """
        self.other, self.way = other, way
        self._clip.setVisible(other is not None)
        self.handle.setVisible(way == "curtain")
        if other is not None and other is not self.spare:
            self.spare = other
            other.setParent(self._clip)
            other.show()
            other.view_changed.connect(lambda: self._follow(other))
        self._lie()

    def let_go(self) -> None:
        """Need a second canvas no more."""
        spare, self.spare = self.spare, None
        self.take(None, "one")
        if spare is not None:
            spare.close_map()
            spare.deleteLater()

    def tell(self, before: str, after: str) -> None:
        """Write over the states which they are; nothing where a name is empty."""
        for tag, said in zip(self.tags, (before, after), strict=True):
            tag.setText(plain.clean(said))
            tag.setVisible(bool(said))
        self._lay()

    def choose(self, canvas: Lookout) -> None:
        """Let the same be chosen on the other canvas, as far as it is there."""
        if self.other is None or self._choosing:
            return
        there = self.other if canvas is self.canvas else self.canvas
        self._choosing = True
        there.select(one for one in canvas.selection if one in there.document.journey)
        self._choosing = False

    @property
    def shown(self) -> tuple[Lookout, ...]:
        """The canvases that are shown."""
        return (self.canvas,) if self.other is None else (self.other, self.canvas)

    # Where they lie

    def sizeHint(self) -> QSize:
        return self.canvas.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lie()

    def _draw_curtain(self, at: float) -> None:
        self.handle.at = min(1.0, max(0.0, at))
        self._lay()
        self.moved.emit()

    def _lie(self) -> None:
        """Lay everything in its place; the canvas of the page leads, whatever Qt tells of sizes."""
        fitted, self._following = self.canvas.shows_whole, True
        self._lay()
        if fitted:
            self.canvas.fit_map()
        self._following = False
        self._follow(self.canvas)

    def _lay(self) -> None:
        whole = self.rect()
        left, right, cut = whole, whole, whole.width()
        if self.way == "beside":
            cut = (whole.width() - GAP) // 2
            left = QRect(0, 0, cut, whole.height())
            right = QRect(whole.width() - cut, 0, cut, whole.height())
        elif self.way == "curtain":
            cut = round(whole.width() * self.handle.at)
            self.handle.setGeometry(cut - WIDE // 2, 0, WIDE, whole.height())
        self.canvas.setGeometry(right)
        if self.other is not None:
            self._clip.setGeometry(0, 0, cut, whole.height())
            self.other.setGeometry(left)
        self._clip.raise_()
        self.handle.raise_()
        self._lay_tags(right.x() if self.way == "beside" else whole.width())

    def _lay_tags(self, right: int) -> None:
        """Put the names of the states at the foot of their canvases."""
        for tag in self.tags:
            tag.adjustSize()
            tag.raise_()
        before, after = self.tags
        low = self.height() - before.sizeHint().height() - 20
        before.move(12, low)
        after.move(right + 12 if self.way == "beside" else right - after.width() - 24, low)

    def _follow(self, canvas: Lookout) -> None:
        """Let the other canvas show the same part of the map."""
        if self.other is None or self._following or canvas not in self.shown:
            return
        there = self.other if canvas is self.canvas else self.canvas
        self._following = True
        try:
            there.look_at(canvas.camera.seen().topLeft(), canvas.zoom)
        finally:
            self._following = False


def _tag(over: QWidget) -> QLabel:
    made = plain.label("", "strong")
    made.setParent(over)
    made.setProperty("look", "card")
    made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    made.setContentsMargins(8, 3, 8, 3)
    made.setAutoFillBackground(True)
    made.hide()
    return made
