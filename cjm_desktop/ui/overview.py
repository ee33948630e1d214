"""The overview under the inspector: the whole map small, and a frame round what is seen of it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cjm_desktop.journey import words
from cjm_desktop.ui import plain
from cjm_desktop.ui.actions import Actions
from cjm_desktop.ui.canvas.view import Canvas
from cjm_desktop.ui.controls import icon_button, line, name_button
from cjm_desktop.ui.palette import tokens

SHADE = QColor(42, 134, 196, 28)


class Overview(QDockWidget):
    """The dock with the whole map.

    Args:
        actions: the window's commands.
    """

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("overview")
        self.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self.setTitleBarWidget(QWidget())
        self._title = plain.label(role="panel")
        self._count = plain.label(role="secondary")
        self._close = icon_button("x", 16)
        self._close.clicked.connect(actions["view.overview"].trigger)
        self.picture = Picture()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line())
        head = QHBoxLayout()
        head.setContentsMargins(16, 4, 8, 4)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._count)
        head.addWidget(self._close)
        column.addLayout(head)
        column.addWidget(self.picture)
        # What is left of a high window is the inspector's.
        for said in (self._title, self._count):
            said.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetMinAndMaxSize)
        self.setWidget(inside)

    def show_canvas(self, canvas: Canvas | None, language: str) -> None:
        """Show the map of this canvas from now on."""
        self._title.setText(self.tr("Overview"))
        name_button(self._close, self.tr("Close the overview"))
        self.picture.show_canvas(canvas)
        self.count(language)

    def count(self, language: str) -> None:
        """Say how many stages and steps the map has."""
        canvas = self.picture.canvas
        columns = canvas.drawing.columns if canvas is not None else ()
        stages = len({one.stage_id for one in columns})
        steps = sum(one.step_id is not None for one in columns)
        counted = (("count.stages", stages), ("count.steps", steps))
        said = [words.say(key, language, n=number) for key, number in counted if number]
        self._count.setText(", ".join(said))


class Picture(QFrame):
    """The map in small; dragging the frame moves what is seen."""

    def __init__(self) -> None:
        super().__init__()
        self.canvas: Canvas | None = None
        self._drawn = QPixmap()
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(120)
        self._late.timeout.connect(self._draw)
        self.setContentsMargins(16, 0, 16, 16)
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(320, 180)

    def show_canvas(self, canvas: Canvas | None) -> None:
        """Show this canvas's map."""
        if canvas is self.canvas:
            self._late.start()
            return
        self.canvas = canvas
        if canvas is not None:
            canvas.view_changed.connect(self.update)
            canvas.drawing_changed.connect(self._late.start)
        # The map itself is painted first.
        self._drawn = QPixmap()
        self._late.start()

    def _draw(self) -> None:
        inside = self.contentsRect()
        if self.canvas is None or not self.isVisible() or inside.width() < 1:
            return
        self._drawn = self.canvas.overview_pixmap(inside.width(), inside.height())
        self.update()

    def showEvent(self, event: object) -> None:
        self._late.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._late.start()

    def _place(self) -> QRectF:
        """Where the map lies in this widget."""
        inside, size = QRectF(self.contentsRect()), self._drawn.deviceIndependentSize()
        left = inside.x() + (inside.width() - size.width()) / 2
        return QRectF(QPointF(left, inside.y()), size)

    def _frame(self) -> QRectF:
        """Where what is seen lies in this widget."""
        place, canvas = self._place(), self.canvas
        if canvas is None or place.isEmpty():
            return QRectF()
        scale = place.width() / canvas.drawing.width
        seen = canvas.camera.seen()
        frame = QRectF(
            place.x() + seen.x() * scale,
            place.y() + seen.y() * scale,
            seen.width() * scale,
            seen.height() * scale,
        )
        return frame & place

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        place = self._place()
        if self.canvas is None or place.isEmpty():
            return
        painter.drawPixmap(place.topLeft(), self._drawn)
        painter.setPen(QPen(QColor(tokens().line2), 1))
        painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.setPen(QPen(QColor(tokens().focus), 2))
        painter.setBrush(SHADE)
        painter.drawRect(self._frame().adjusted(1, 1, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def _go(self, at: QPointF) -> None:
        place = self._place()
        if self.canvas is not None and not place.isEmpty():
            scale = self.canvas.drawing.width / place.width()
            self.canvas.centerOn((at - place.topLeft()) * scale)
