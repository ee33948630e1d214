"""An opportunity in the matrix or in the tray beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from cjm_desktop.journey.records import Opportunity
from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.carried import EDGE, Carried, wrapped
from cjm_desktop.ui.controls import sized
from cjm_desktop.ui.improving.plane import Cell
from cjm_desktop.ui.palette import tokens


class OpportunityCard(Carried):
    """One opportunity.

    Args:
        opportunity: which.
        aside: whose it is, or what is known of it, in a few words.
    """

    def __init__(self, opportunity: Opportunity, aside: str) -> None:
        super().__init__(opportunity.id)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_opportunity(opportunity, aside)

    def show_opportunity(self, opportunity: Opportunity, aside: str) -> None:
        """Show the opportunity as it is now."""
        self._text = plain.clean(opportunity.text) or self.tr("New opportunity")
        self._aside = plain.clean(aside)
        self.cell: Cell = (opportunity.effect, opportunity.effort)
        self.setAccessibleName(", ".join(one for one in self.texts if one))
        plain.tip(self, self._text)
        self.update()

    @property
    def texts(self) -> tuple[str, str]:
        """Every text it shows."""
        return (self._text, self._aside)

    @property
    def rated(self) -> bool:
        """Both its effect and its effort are known."""
        return all(self.cell)

    def high(self) -> int:
        """How high it is, px."""
        return 3 * self._line() + 2 * EDGE + 12

    def _line(self) -> int:
        return round(sized(self.font(), -1).pixelSize() * 1.3)

    def sizeHint(self) -> QSize:
        return QSize(160, self.high())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.high())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        frame = self.draw_ground(painter, 6)
        if self.lifted:
            return
        high, left = self._line(), int(frame.x()) + 28
        room = int(frame.right()) - 8 - left
        small = sized(self.font(), -1)
        lines = [*wrapped(self._text, small, room, 2 if self._aside else 3)]
        top = int(frame.center().y() - (len(lines) + bool(self._aside)) * high / 2) + 1
        icons.draw(painter, "bulb", colours.good, QRectF(frame.x() + 7, top, 15, 15))
        painter.setFont(small)
        painter.setPen(QColor(colours.ink))
        for line in lines:
            painter.drawText(QRectF(left, top, room, high), Qt.AlignmentFlag.AlignVCenter, line)
            top += high
        painter.setFont(sized(self.font(), -2))
        painter.setPen(QColor(colours.ink2))
        aside = plain.elided(self._aside, painter.fontMetrics(), room)
        painter.drawText(QRectF(left, top, room, high), Qt.AlignmentFlag.AlignVCenter, aside)
