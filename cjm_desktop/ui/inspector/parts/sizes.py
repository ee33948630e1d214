"""Parts about sizes: how a stage's time splits into work and waiting, how high a lane is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cjm_desktop.journey import moves, naming
from cjm_desktop.journey.durations import minutes, total
from cjm_desktop.journey.records import Lane, Stage
from cjm_desktop.ui.controls import button, sized
from cjm_desktop.ui.inspector.parts.part import Part, empty
from cjm_desktop.ui.palette import tokens


class Days(Part):
    """How long a stage takes, and how much of it is waiting."""

    def state(self) -> object:
        return (self.record(Stage), self.journey.steps(self.record_id))

    def build(self) -> None:
        empty(self.column)
        steps = self.journey.steps(self.record_id)
        waiting = total(one.actual for one in steps if one.waiting)
        working = total(one.actual for one in steps if not one.waiting)
        if waiting is None or working is None:
            return
        self.column.addWidget(
            Split(
                self.tr("work {time}").format(time=naming.amount(working, self.language)),
                self.tr("waiting {time}").format(time=naming.amount(waiting, self.language)),
                minutes(working) / (minutes(working) + minutes(waiting) or 1),
            )
        )


class Split(QWidget):
    """Two parts of a whole as a bar with a word under each end.

    Args:
        first, second: what the parts are called.
        share: of the first, 0 to 1.
    """

    def __init__(self, first: str, second: str, share: float) -> None:
        super().__init__()
        self._words = (first, second)
        self._share = share
        self.setAccessibleName(f"{first}, {second}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def texts(self) -> tuple[str, str]:
        """Every text it shows."""
        return self._words

    def sizeHint(self) -> QSize:
        return QSize(160, 14 + self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter = tokens(), QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        middle = self.width() * self._share
        painter.setBrush(QColor(colours.accent))
        painter.drawRect(QRectF(0, 0, middle - 1, 7))
        painter.setBrush(QColor(colours.alarm))
        painter.drawRect(QRectF(middle + 1, 0, self.width() - middle - 1, 7))
        painter.setFont(sized(self.font(), -1))
        painter.setPen(QColor(colours.ink2))
        below = QRectF(0, 10, self.width(), self.height() - 10)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, self._words[0])
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, self._words[1])


class Height(Part):
    """The way back from a height that was given by hand."""

    def set_up(self) -> None:
        self._back = button(self.tr("As high as its content"), "arrows-vertical")
        self._back.clicked.connect(self._reset)
        self.column.addWidget(self._back)

    def build(self) -> None:
        self._back.setVisible(self.record(Lane).height is not None)

    def _reset(self) -> None:
        name = naming.label(self.record(Lane), self.language)
        self.editing.do(
            "step.resize_lane",
            name,
            lambda draft: moves.resize_lane(draft, self.record_id, None),
        )
