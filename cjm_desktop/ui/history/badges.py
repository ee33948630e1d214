"""Signs at the corners of what differs; they keep their size on the screen, however far one is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from cjm_desktop.journey.comparing import Sort
from cjm_desktop.layout.compared import BADGE, SIGNS, colour_of
from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.layout.theme import DARK, LIGHT, Theme
from cjm_desktop.ui import icons
from cjm_desktop.ui.canvas.traces import Traces

LEAST = 8.0
"""Radius of a sign, px."""
APART = 11.0
"""Signs nearer than this hide each other: one of them is painted, px."""
INSIDE = 2.0
"""How far inside the corner of what differs its sign stands, px."""
_RIM = 1.5


class Badges(Traces):
    """The signs of a comparison over one view, in place of what a search has found."""

    sorts: Mapping[str, Sort] = {}
    """What became of the records that differ."""

    def show_sorts(self, sorts: Mapping[str, Sort]) -> None:
        """Sign other records."""
        self.sorts = sorts
        self.show([(one,) for one in sorts])

    def paint(self, painter: QPainter, drawing: Drawing, *, edge: bool) -> None:
        """Paint the signs.

        Args:
            painter: in pixels of the viewport.
            drawing: what is shown.
            edge: those in what sticks to the edges, else those under it.
        """
        if not self.sorts:
            return
        theme = LIGHT if QColor(drawing.paper).lightness() > 128 else DARK
        radius = max(LEAST, BADGE * self._camera.scale)
        ratio = painter.device().devicePixelRatio()
        signs = {sort: _sign(sort, radius, theme, ratio) for sort in set(self.sorts.values())}
        taken: set[tuple[int, int]] = set()
        for x, y, sort in self._corners(drawing, edge=edge):
            spot = int(x // APART), int(y // APART)
            if spot not in taken:
                taken.add(spot)
                painter.drawPixmap(QPointF(x - radius, y - radius), signs[sort])

    def _corners(self, drawing: Drawing, *, edge: bool) -> Iterator[tuple[float, float, Sort]]:
        """Where signs stand, px of the viewport; of what sticks to the edges in its middle."""
        sorts, seen = self.sorts, self._seen(drawing, edge=edge)
        if not edge:
            scale, corner = self._camera.scale, self._camera.to_view(0, 0)
            x, y = corner.x() - INSIDE, corner.y() + INSIDE
            for one in seen:
                yield x + one.right * scale, y + one.top * scale, sorts[one.record_id]
            return
        for one in seen:
            mark = self._marks.of(one.record_id)
            if mark is not None:
                rect = mark.rect
                yield rect.center().x() + rect.width() / 4, rect.center().y(), sorts[one.record_id]


def _sign(sort: Sort, radius: float, theme: Theme, ratio: float) -> QPixmap:
    """A disc with the sign of a sort of difference, and a rim that parts it from the card."""
    picture = icons.blank(round(2 * radius * ratio))
    picture.setDevicePixelRatio(ratio)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = QPointF(radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.paper))
    painter.drawEllipse(middle, radius, radius)
    painter.setBrush(QColor(colour_of(sort, theme)))
    painter.drawEllipse(middle, radius - _RIM, radius - _RIM)
    half = (radius - _RIM) * 0.72
    icons.draw(
        painter, SIGNS[sort], theme.paper,
        QRectF(radius - half, radius - half, 2 * half, 2 * half),
    )  # fmt: skip
    painter.end()
    return picture
