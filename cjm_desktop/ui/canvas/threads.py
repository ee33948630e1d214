"""Thin lines from a chosen barrier, opportunity or metric to the rest of its chain on the map."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from cjm_desktop.journey import chain
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Metric
from cjm_desktop.layout.pieces import Drawing

INK = QColor("#2A86C4")
HALO = QColor("#FFFFFF")
DOT = 3.0
"""Radius of a line's ends, pixels."""
Tie = tuple[str, str]


def ties(journey: Journey, record_id: str) -> tuple[Tie, ...]:
    """Between which things of the map the lines of a chain run.

    A barrier leads to the opportunities that answer it, and these, through their hypotheses, to the
    metrics that should move; a metric stands in its lane, or else for what it is about.
    """
    found = chain.of(journey, record_id)
    hypotheses = {one.id: one.about_id for one in found.hypotheses}
    # What a hypothesis is about comes first, since the map itself shows no hypotheses.
    listed = [
        (hypotheses.get(cause, cause), effect)
        for cause, effect in found.ties
        if effect not in hypotheses
    ]
    return tuple(dict.fromkeys(listed))


class Threads:
    """The lines of one view.

    Args:
        source: gives the records and the drawing that are shown.
        place: where a record is seen, pixels of the viewport; None: it is not.
    """

    def __init__(
        self,
        source: Callable[[], tuple[Journey, Drawing]],
        place: Callable[[str], QRectF | None],
    ) -> None:
        self._source, self._place = source, place
        self._known: tuple[Sequence[str], Drawing, tuple[Tie, ...]] | None = None

    def of(self, chosen: Sequence[str]) -> tuple[Tie, ...]:
        """The lines while these are chosen; found anew only where they or the drawing differ."""
        journey, drawing = self._source()
        known = self._known
        if known is not None and known[0] == chosen and known[1] is drawing:
            return known[2]
        found = ties(journey, chosen[0]) if len(chosen) == 1 and chosen[0] in journey else ()
        self._known = chosen, drawing, found
        return found

    def paint(self, painter: QPainter, chosen: Sequence[str]) -> None:
        """Paint the lines whose ends the map shows."""
        found = self.of(chosen)
        if not found:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for start, end in found:
            here, there = self._place(start), self._at(end)
            if here is not None and there is not None:
                _thread(painter, here, there)
        painter.restore()

    def _at(self, record_id: str) -> QRectF | None:
        """Where a link is seen; a metric that no lane shows stands where it is measured."""
        found = self._place(record_id)
        record = self._source()[0].find(record_id)
        return (
            self._place(record.about_id) if found is None and isinstance(record, Metric) else found
        )


def _thread(painter: QPainter, here: QRectF, there: QRectF) -> None:
    """One line from edge to edge, with a dot at each end."""
    down = there.center().y() >= here.center().y()
    start = QPointF(here.center().x(), here.bottom() if down else here.top())
    end = QPointF(there.center().x(), there.top() if down else there.bottom())
    bend = max(abs(end.y() - start.y()) / 2, 12.0) * (1 if down else -1)
    path = QPainterPath(start)
    path.cubicTo(start + QPointF(0, bend), end - QPointF(0, bend), end)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((HALO, 4.0), (INK, 1.6)):
        painter.setPen(QPen(colour, width))
        painter.drawPath(path)
    painter.setPen(QPen(HALO, 1.0))
    painter.setBrush(QBrush(INK))
    for point in (start, end):
        painter.drawEllipse(point, DOT, DOT)
