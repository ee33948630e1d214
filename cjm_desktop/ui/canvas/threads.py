"""Thin lines from a chosen barrier, opportunity or metric to the rest of its chain on the map."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from cjm_desktop.journey import chain
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Hypothesis, Metric
from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.ui.canvas import routes

INK = QColor("#2A86C4")
HALO = QColor("#FFFFFF")
DOT = 3.0
"""Radius of a line's ends, pixels."""
ROUND = 6.0
"""How far from a corner a line begins to bend, pixels."""
Tie = tuple[str, str]


def ties(journey: Journey, record_id: str) -> tuple[Tie, ...]:
    """Between which things of the map the lines of a chain run.

    A barrier leads to the opportunities that answer it, and these, through their hypotheses, to the
    metrics that should move; a metric stands in its lane, or else for what it is about.
    """
    if not isinstance(journey.find(record_id), chain.Link):
        return ()
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
        across: where a place across the paper is seen, pixels of the viewport.
    """

    def __init__(
        self,
        source: Callable[[], tuple[Journey, Drawing]],
        place: Callable[[str], QRectF | None],
        across: Callable[[float], float],
    ) -> None:
        self._source, self._place, self._across = source, place, across
        self._known: tuple[Sequence[str], Drawing, tuple[Tie, ...]] | None = None
        self._also = ""

    def follow(self, record_id: str) -> bool:
        """Show the chain of a link that the map itself does not show; False: as it was.

        Args:
            record_id: a hypothesis or metric that a panel shows; anything else: none.
        """
        record = self._source()[0].find(record_id)
        also = record_id if isinstance(record, Hypothesis | Metric) else ""
        changed = also != self._also
        self._also = also
        return changed

    def of(self, chosen: Sequence[str]) -> tuple[Tie, ...]:
        """The lines while these are chosen; found anew only where they or the drawing differ."""
        journey, drawing = self._source()
        subject = (self._also,) if self._also in journey else chosen
        known = self._known
        if known is not None and known[0] == subject and known[1] is drawing:
            return known[2]
        found = ties(journey, subject[0]) if len(subject) == 1 and subject[0] in journey else ()
        self._known = subject, drawing, found
        return found

    def paint(self, painter: QPainter, chosen: Sequence[str]) -> None:
        """Paint the lines whose ends the map shows."""
        found = self.of(chosen)
        if not found:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for corners in self.ways(found):
            _thread(painter, corners)
        painter.restore()

    def ways(self, found: Sequence[Tie]) -> list[list[routes.Point]]:
        """The corners of the lines whose ends the map shows, pixels of the viewport."""
        columns = self._source()[1].columns
        ends = [one.x + one.w for one in columns[-1:]]
        gaps = [self._across(x) for x in (*(one.x for one in columns), *ends)]
        made = []
        for start, end in found:
            here, there = self._place(start), self._at(end)
            if here is not None and there is not None:
                made.append(routes.route(_area(here), _area(there), gaps))
        return made

    def _at(self, record_id: str) -> QRectF | None:
        """Where a link is seen; a metric that no lane shows stands where it is measured."""
        found = self._place(record_id)
        record = self._source()[0].find(record_id)
        return (
            self._place(record.about_id) if found is None and isinstance(record, Metric) else found
        )


def _area(rect: QRectF) -> routes.Area:
    return routes.Area(rect.left(), rect.top(), rect.right(), rect.bottom())


def _thread(painter: QPainter, corners: Sequence[routes.Point]) -> None:
    """One line from edge to edge with rounded corners and a dot at each end."""
    points = [QPointF(*one) for one in corners]
    path = QPainterPath(points[0])
    for before, at, after in zip(points, points[1:], points[2:], strict=False):
        path.lineTo(_towards(at, before))
        path.quadTo(at, _towards(at, after))
    path.lineTo(points[-1])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((HALO, 4.0), (INK, 1.6)):
        painter.setPen(QPen(colour, width))
        painter.drawPath(path)
    painter.setPen(QPen(HALO, 1.0))
    painter.setBrush(QBrush(INK))
    for point in (points[0], points[-1]):
        painter.drawEllipse(point, DOT, DOT)


def _towards(at: QPointF, other: QPointF) -> QPointF:
    """A little way from a corner to the next one, at most half of it."""
    way = other - at
    length = math.hypot(way.x(), way.y())
    return at + way * (min(ROUND, length / 2) / length) if length else at
