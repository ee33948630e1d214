"""From how far a poster is read: a picture of poster, distance and reader, with the figures."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cjm_desktop.journey import words
from cjm_desktop.journey.problems import Problem
from cjm_desktop.poster import Plan, legibility
from cjm_desktop.poster.legibility import LEAST_BODY
from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import bold, button
from cjm_desktop.ui.export.figures import LEAST_ON_SLIDE, SLIDE, Made, on_slide, unbroken
from cjm_desktop.ui.palette import tokens

_OF_PAPER = {"poster.warn_body", "poster.warn_smallest"}
"""Warnings of what is too small on paper."""


def metres(value: float, language: str) -> str:
    """A distance in metres as people write it."""
    return words.number(legibility.metres(value), language)


class Figure(QWidget):
    """A poster, an arrow with a distance, and a person who reads."""

    def __init__(self) -> None:
        super().__init__()
        self._distance = ""
        self._small = False
        self.setFixedSize(self.sizeHint())

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text it shows."""
        return (self._distance,)

    def sizeHint(self) -> QSize:
        return QSize(196, 66)

    def show_distance(self, distance: str, *, small: bool) -> None:
        """Show a distance; red where the text is too small."""
        self._distance, self._small = distance, small
        self.setAccessibleName(distance)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.ink2), 1.4))
        painter.drawRect(QRectF(1, 10, 36, 26))
        painter.setPen(QPen(QColor(colours.accent_ink), 1.6))
        curve = QPainterPath(QPointF(6, 26))
        curve.cubicTo(12, 14, 16, 18, 20, 24)
        curve.cubicTo(24, 30, 28, 16, 33, 16)
        painter.drawPath(curve)
        self._arrow(painter, 48, 142, 23)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.ink2))
        painter.drawEllipse(QRectF(159, 4, 20, 20))
        body = QPainterPath()
        body.addRoundedRect(QRectF(153, 27, 32, 44), 11, 11)
        painter.setClipRect(QRectF(0, 0, 196, 64))
        painter.drawPath(body)
        painter.setClipping(False)
        painter.setPen(QColor(colours.alarm if self._small else colours.ink))
        painter.setFont(bold(self.font()))
        painter.drawText(QRectF(42, 30, 106, 24), Qt.AlignmentFlag.AlignCenter, self._distance)

    def _arrow(self, painter: QPainter, left: float, right: float, y: float) -> None:
        ink = QColor(tokens().ink2)
        painter.setPen(QPen(ink, 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(left + 6, y), QPointF(right - 6, y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        for tip, back in ((left, left + 7), (right, right - 7)):
            painter.drawPolygon(
                QPolygonF([QPointF(tip, y), QPointF(back, y - 4), QPointF(back, y + 4)])
            )


class Reading(QFrame):
    """Says how large the text comes out and from how far it is read."""

    glue = Signal()
    """A blank map is to be as large as notes need, glued from sheets."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(16)
        self._figure = Figure()
        self._pictured = True
        row.addWidget(self._figure)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        self.head = plain.label("", "strong", wrap=True)
        self.body = plain.label("", "secondary", wrap=True)
        self.stages = plain.label("", "secondary", wrap=True)
        self.warning = plain.label("", "alarm", wrap=True)
        for one in (self.head, self.body, self.stages, self.warning):
            lines.addWidget(one)
        self.offer = button("", "scissors", "link")
        self.offer.setAutoDefault(False)
        self.offer.clicked.connect(self.glue)
        self.offer.hide()
        lines.addWidget(self.offer, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(lines, 1)

    def say(
        self, plan: Plan, language: str, made: Made | None = None, lost: Problem | None = None
    ) -> None:
        """Show what a plan comes to.

        Args:
            plan: of the poster.
            language: of the window.
            made: what the picture will be, where it is one: nobody reads that from afar.
            lost: what the last choice cost, if it did.
        """
        self._pictured = made is None
        self._fit()
        self.stages.setVisible(made is None and plan.stages_m > 0)
        told = [one for one in plan.warnings if made is None or one.key not in _OF_PAPER]
        if lost is not None and made is None:
            told.insert(0, lost)
        self.warning.setText(unbroken("\n".join(one.sentence(language) for one in told)))
        self.warning.setVisible(bool(told))
        # Where a sentence names but a few of many, here are all of them.
        plain.tip(self.warning, "\n".join(str(one.values.get("all", "")) for one in told).strip())
        self._offer(plan, language)
        if made is not None:
            self._say_picture(plan, made)
            return
        away = metres(plan.distance_m, language)
        shown = self.tr("{distance} m").format(distance=away)
        self._figure.show_distance(shown, small=plan.body_pt < LEAST_BODY)
        said = self.tr("Readable from up to {distance} m away")
        self.head.setText(unbroken(said.format(distance=away)))
        sizes = [words.number(round(one), language) for one in (plan.body_pt, plan.smallest_pt)]
        if plan.body_pt < LEAST_BODY * 2:
            sizes = [
                words.number(round(one, 1), language) for one in (plan.body_pt, plan.smallest_pt)
            ]
        said = self.tr("Body text {body} pt, the smallest {smallest} pt.")
        self.body.setText(unbroken(said.format(body=sizes[0], smallest=sizes[1])))
        said = self.tr("Names of stages are seen from up to {distance} m away.")
        self.stages.setText(unbroken(said.format(distance=metres(plan.stages_m, language))))

    def _offer(self, plan: Plan, language: str) -> None:
        """Offer a size at which notes fit, where they do not."""
        small = next((one for one in plan.warnings if one.key == "poster.warn_cells"), None)
        self.offer.setVisible(small is not None)
        if small is not None:
            size = {name: small.values[f"wanted_{name}"] for name in ("width", "height")}
            self.offer.setText(Problem("poster.offer_notes", **size).sentence(language))

    def _fit(self) -> None:
        """Leave the picture out where words need its room."""
        self._figure.setVisible(self._pictured and self.width() > 30 * self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _say_picture(self, plan: Plan, made: Made) -> None:
        if made.width:
            said = self.tr("{width} × {height} pixels")
            self.head.setText(said.format(width=made.width, height=made.height))
        else:
            self.head.setText(self.tr("Sharp at any size"))
        high = on_slide(plan)
        said = self.tr("On a slide {slide} pixels wide the main text is {high} pixels high.")
        self.body.setText(said.format(slide=SLIDE, high=high))
        if high < LEAST_ON_SLIDE:
            small = self.tr("Too small for a slide: choose a smaller size, or fold lanes.")
            self.warning.setText("\n".join(filter(None, (small, self.warning.text()))))
            self.warning.show()
