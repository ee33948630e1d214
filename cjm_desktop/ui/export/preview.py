"""The poster as the PDF has it, with the sheets it is cut into drawn over it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from cjm_desktop.poster.tiles import Grid, Spot
from cjm_desktop.ui.controls import bold
from cjm_desktop.ui.palette import tokens

_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
EDGE = 28
"""Room outside the paper for row letters and column numbers, px."""


class Preview(QWidget):
    """Shows one page of the PDF."""

    pointed = Signal(object)
    """The `Spot` of the sheet under the pointer, or None."""
    picked = Signal(object)
    """The `Spot` of the sheet that was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._picture = QPixmap()
        self._grid: Grid | None = None
        self._spots: tuple[Spot, ...] = ()
        self._sentence = ""
        self._calm = False
        self._marked: Spot | None = None

    def sizeHint(self) -> QSize:
        return QSize(640, 480)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 160)

    def show_page(self, picture: QImage | None, grid: Grid | None, spots: tuple[Spot, ...]) -> None:
        """Show a page.

        Args:
            picture: of the page.
            grid: how it is cut into sheets, to be drawn over it; None: not at all.
            spots: the sheets, in the order of printing.
        """
        self._grid, self._spots, self._sentence = grid, spots, ""
        self.setAccessibleDescription("")
        if picture is not None:
            self._picture = QPixmap.fromImage(picture)
        if self._marked not in spots:
            self._marked = None
        self.update()

    def say(self, sentence: str, *, calm: bool = False) -> None:
        """Show a sentence instead of a page; in red unless it is a calm one."""
        self._sentence, self._picture, self._grid = sentence, QPixmap(), None
        self._calm = calm
        self.setAccessibleDescription(sentence)
        self.update()

    @property
    def dots(self) -> int:
        """How wide a picture of a page fills the room, device pixels."""
        return max(80, round(self._room().width() * self.devicePixelRatioF()))

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE / 2, -EDGE / 2)

    def paper(self) -> QRectF:
        """Where the page lies in this widget."""
        room, size = self._room(), self._picture.size()
        if size.isEmpty():
            return room
        scale = min(room.width() / size.width(), room.height() / size.height())
        width, height = size.width() * scale, size.height() * scale
        left = room.x() + (room.width() - width) / 2
        return QRectF(left, room.y(), width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._sentence:
            painter.setPen(QColor(tokens().ink2 if self._calm else tokens().alarm))
            wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self._room(), wrapped, self._sentence)
        if self._picture.isNull():
            return
        paper = self.paper()
        painter.drawPixmap(paper.toRect(), self._picture)
        painter.setPen(QPen(QColor(tokens().line2), 1))
        painter.drawRect(paper)
        if self._grid is not None:
            self._draw_cut(painter, paper, self._grid)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens().focus), 2))
            painter.drawRect(paper.adjusted(-3, -3, 3, 3))

    def _scale(self, paper: QRectF, grid: Grid) -> float:
        """Pixels to a millimetre of the poster."""
        return paper.width() / grid.width

    def _draw_cut(self, painter: QPainter, paper: QRectF, grid: Grid) -> None:
        scale = self._scale(paper, grid)
        self._draw_strips(painter, paper, grid, scale)
        marked = self._marked
        font = bold(self.font()) if marked else self.font()
        colours = tokens()
        for column in range(grid.columns):
            x0, _, x1, _ = grid.window(Spot(0, column))
            own = marked is not None and marked.column == column
            painter.setFont(font if own else self.font())
            painter.setPen(QColor(colours.accent_ink if own else colours.ink2))
            box = QRectF(paper.x() + x0 * scale, paper.y() - EDGE, (x1 - x0) * scale, EDGE - 4)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(column + 1))
        for row in range(grid.rows):
            _, y0, _, y1 = grid.window(Spot(row, 0))
            own = marked is not None and marked.row == row
            painter.setFont(font if own else self.font())
            painter.setPen(QColor(colours.accent_ink if own else colours.ink2))
            box = QRectF(paper.x() - EDGE, paper.y() + y0 * scale, EDGE - 4, (y1 - y0) * scale)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, Spot(row, 0).name[:-1])
        if marked is not None:
            self._draw_marked(painter, paper, grid, marked)

    def _draw_strips(self, painter: QPainter, paper: QRectF, grid: Grid, scale: float) -> None:
        """Where sheets are cut, dashed, and where the next one is glued on, tinted."""
        strip = QColor(42, 134, 196, 40)
        painter.setPen(QPen(QColor("#2A86C4"), 1.2, Qt.PenStyle.DashLine))
        for column in range(1, grid.columns):
            x = paper.x() + grid.window(Spot(0, column))[0] * scale
            painter.fillRect(QRectF(x, paper.y(), grid.overlap * scale, paper.height()), strip)
            painter.drawLine(QPointF(x, paper.top()), QPointF(x, paper.bottom()))
        for row in range(1, grid.rows):
            y = paper.y() + grid.window(Spot(row, 0))[1] * scale
            painter.fillRect(QRectF(paper.x(), y, paper.width(), grid.overlap * scale), strip)
            painter.drawLine(QPointF(paper.left(), y), QPointF(paper.right(), y))

    def _draw_marked(self, painter: QPainter, paper: QRectF, grid: Grid, spot: Spot) -> None:
        scale = self._scale(paper, grid)
        x0, y0, x1, y1 = (one * scale for one in grid.window(spot))
        box = QRectF(paper.x() + x0, paper.y() + y0, x1 - x0, y1 - y0)
        painter.setPen(QPen(QColor("#135B8C"), 2))
        painter.setBrush(QColor(19, 91, 140, 22))
        painter.drawRect(box)
        painter.setFont(bold(self.font()))
        width = painter.fontMetrics().horizontalAdvance(spot.name) + 14
        tag = QRectF(box.right() - width - 4, box.bottom() - 25, width, 21)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#135B8C"))
        painter.drawRoundedRect(tag, 4, 4)
        painter.setPen(QColor("#FFFFFF"))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, spot.name)

    def spot_at(self, at: QPointF) -> Spot | None:
        """The sheet that shows a point; where two overlap, the later one lies on top."""
        paper, grid = self.paper(), self._grid
        if grid is None or not paper.contains(at):
            return None
        scale = self._scale(paper, grid)
        x, y = (at.x() - paper.x()) / scale, (at.y() - paper.y()) / scale
        found = None
        for spot in self._spots:
            x0, y0, x1, y1 = grid.window(spot)
            if x0 <= x <= x1 and y0 <= y <= y1:
                found = spot
        return found

    def mark(self, spot: Spot | None) -> None:
        """Mark a sheet, or none."""
        if spot != self._marked:
            self._marked = spot
            self.update()
            self.pointed.emit(spot)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grid is not None:
            spot = self.spot_at(event.position())
            shape = (
                Qt.CursorShape.ArrowCursor if spot is None else Qt.CursorShape.PointingHandCursor
            )
            self.setCursor(shape)
            self.mark(spot)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        if spot is not None:
            self.picked.emit(spot)

    def leaveEvent(self, event: QEvent) -> None:
        self.unsetCursor()
        self.mark(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._grid is None or not self._spots:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.picked.emit(self._marked or self._spots[0])
        elif Qt.Key(event.key()) in _STEPS:
            row, column = self._marked or self._spots[0]
            down, right = _STEPS[Qt.Key(event.key())]
            wanted = Spot(row + down, column + right)
            self.mark(wanted if wanted in self._spots and self._marked else Spot(row, column))
        else:
            super().keyPressEvent(event)
