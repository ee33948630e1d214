"""The chain from a barrier to the number it should move: each link, or the offer to add it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QDialog, QMenu, QPushButton, QSizePolicy, QWidget

from cjm_desktop.journey import chain, moves, naming
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.records import (
    Barrier,
    Card,
    Department,
    Hypothesis,
    Metric,
    Opportunity,
    Record,
)
from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.controls import bold, button, sized
from cjm_desktop.ui.hypotheses import Deeds
from cjm_desktop.ui.inspector.parts.figures import EndView, MetricView, sentences, show_all
from cjm_desktop.ui.inspector.parts.part import Part, empty
from cjm_desktop.ui.inspector.parts.wrapped import AsHighAsWords
from cjm_desktop.ui.palette import tokens

_ICONS = {
    "barrier": ("alert-triangle", "#A62B1F"),
    "opportunity": ("bulb", "#2B7A4B"),
    "hypothesis": ("flask", "#135B8C"),
    "metric": ("chart-line", "#484687"),
}


_WORDS = 32
"""Where the words of a link begin, px."""


class Chain(Part):
    """Barrier, opportunity, hypothesis, metric: click one to see it, or add what is missing."""

    def set_up(self) -> None:
        self._board: QPushButton | None = None

    def _found(self) -> chain.Chain:
        return chain.of(self.journey, self.record_id)

    def state(self) -> object:
        found = self._found()
        shown = [*found.metrics, *([found.end] if found.end is not None else ())]
        others = [self.journey.hypotheses(one.map_id) for one in shown[:1]]
        return found, [self.journey.measurements(one.id) for one in shown], others

    def build(self) -> None:
        empty(self.column)
        found = self._found()
        links = found.links
        numbers = found.metrics if not isinstance(self._own(), Metric) else ()
        for one in links:
            self._link(one, last=one is links[-1])
            if one in numbers:
                self._numbers(one, found)
        self._offer(found)
        if not isinstance(self._own(), Metric):
            self._outcome(found)
        self._lead(found)
        show_all(self.column)
        self._fit_lead()

    def _own(self) -> Record | None:
        return self.journey.find(self.record_id)

    def _link(self, record: Record, *, last: bool) -> None:
        icon, colour = _ICONS[record.kind]
        own = record.id == self.record_id
        kind = self.say(f"kind.{record.kind}")
        node = Node(
            icon, colour, kind[:1].upper() + kind[1:], self._text(record), self._aside(record)
        )
        node.set_place(own=own, last=last)
        if not own:
            node.clicked.connect(lambda _on=False: self.jump.emit(record.id))
        self.column.addWidget(node)

    def _text(self, record: Record) -> str:
        if isinstance(record, Hypothesis):
            parts = (record.if_text, record.then_text)
            return ", ".join(one for one in parts if one) or naming.label(record, self.language)
        return getattr(record, "text", "") or naming.label(record, self.language)

    def _aside(self, record: Record) -> str:
        if isinstance(record, Opportunity):
            department = self.journey.find(record.department_id)
            return department.name if isinstance(department, Department) else ""
        if isinstance(record, Hypothesis):
            return self.say(f"hypothesis_status.{record.status}")
        return ""

    # What the numbers say

    def _tested(self, found: chain.Chain) -> Hypothesis | None:
        """The hypothesis whose start parts before from after: the own one, else the last begun."""
        own = self._own()
        if isinstance(own, Hypothesis):
            return own
        begun = [one for one in found.hypotheses if one.started]
        return max(begun, key=lambda one: one.started, default=None)

    def _numbers(self, metric: Metric, found: chain.Chain) -> None:
        about = [one for one in found.hypotheses if one.metric_id == metric.id and one.started]
        tested = self._tested(found)
        if tested not in about:
            tested = about[-1] if about else None
        view = MetricView(self.journey, metric, tested, self.language)
        view.setContentsMargins(_WORDS, 0, 0, 6)
        self.column.addWidget(view)

    def _outcome(self, found: chain.Chain) -> None:
        """The verdict, and the end metric, which stands beside every other one."""
        tested = self._tested(found)
        if tested is not None and (tested.started or tested.metric_id):
            self.column.addWidget(sentences(self.journey, tested, self.language))
        if found.end is not None and found.end not in found.metrics:
            view = EndView(self.journey, found.end, tested, self.language)
            view.clicked.connect(self.jump)
            self.column.addWidget(view)

    def _lead(self, found: chain.Chain) -> None:
        """Lead to the board or to the matrix, whichever the chain has got to."""
        shown: Record | None = next(iter((*found.hypotheses, *found.opportunities)), None)
        self._board = None
        if shown is not None:
            on_board = isinstance(shown, Hypothesis)
            said = self.tr("On the board…") if on_board else self.tr("Effect and effort…")
            lead = self._board = button(said, "columns-3" if on_board else "target-arrow", "link")
            lead.setAutoDefault(False)
            lead.clicked.connect(lambda: self.editing.board_asked.emit(shown.id))
            self.column.addWidget(lead, 0, Qt.AlignmentFlag.AlignLeft)

    def _fit_lead(self) -> None:
        """Board and matrix are dialogs: one that stands on them need not lead there."""
        if self._board is not None:
            self._board.setVisible(not isinstance(self.window(), QDialog))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_lead()

    # What is missing

    def _offer(self, found: chain.Chain) -> None:
        if found.missing == "opportunity":
            self._add(self.tr("Opportunity"), self._add_opportunity)
        elif found.missing == "hypothesis":
            self._add(self.tr("Hypothesis"), self._add_hypothesis)
        elif found.missing == "metric":
            add = self._add(self.tr("Metric"), None)
            add.setMenu(self._metric_menu(found.hypotheses[-1], add))

    def _add(self, text: str, do: Callable[[], None] | None) -> QPushButton:
        add = self.add_button(text)
        add.setAutoDefault(False)
        if do is not None:
            add.clicked.connect(do)
        self.column.addWidget(add)
        return add

    def _add_opportunity(self) -> None:
        barrier = self.record(Barrier)
        made = self.editing.do(
            "step.answer_barrier",
            naming.label(barrier, self.language),
            lambda draft: moves.answer_barrier(draft, barrier.id, view=self.editing.view),
        )
        if made:
            self.made.emit(made)

    def _add_hypothesis(self) -> None:
        made = Deeds(self.editing).create(self._found().opportunities[0].id)
        if made:
            self.made.emit(made)

    def _metric_menu(self, hypothesis: Hypothesis, over: QWidget) -> QMenu:
        """The map's metrics, and a new one, of which one shall tell whether it worked."""
        menu = QMenu(over)
        for one in self.journey.metrics(hypothesis.map_id):
            text = plain.menu_text(naming.label(one, self.language))
            menu.addAction(text, partial(self._watch, hypothesis, one.id))
        menu.addSeparator()
        menu.addAction(self.tr("New metric"), partial(self._add_metric, hypothesis))
        return menu

    def _watch(self, hypothesis: Hypothesis, metric_id: str) -> None:
        self.editing.set(hypothesis.id, "metric_id", metric_id, self.editing.session())

    def _add_metric(self, hypothesis: Hypothesis) -> None:
        title = self.say("new.metric")
        about = self.journey.get(Card, hypothesis.about_id)

        def act(draft: Draft) -> str:
            place = about.step_id or about.stage_id
            made = moves.add_metric(draft, hypothesis.map_id, place, title)
            moves.set_fields(draft, hypothesis.id, metric_id=made)
            return made

        made = self.editing.do("step.add_metric", title, act)
        if made:
            self.made.emit(made)

    @property
    def summary(self) -> str:
        found = self._found()
        groups = (found.barriers, found.opportunities, found.hypotheses, found.metrics)
        return self.tr("%n link(s)", "", sum(bool(one) for one in groups))


class Node(AsHighAsWords):
    """One link of a chain: its sign on a line to the next one, what it is, and what it says.

    Args:
        icon: name of its icon.
        colour: of its disc.
        kind: what it is.
        text: what it says, as long as it likes.
        aside: at the right of the kind.
    """

    def __init__(self, icon: str, colour: str, kind: str, text: str, aside: str) -> None:
        super().__init__(QSizePolicy.Policy.Preferred)
        self._icon, self._colour = icon, colour
        self.texts = (plain.clean(kind), plain.clean(text), plain.clean(aside))
        self._own = self._last = False
        self.setAccessibleName(", ".join(one for one in self.texts if one))

    def set_place(self, *, own: bool, last: bool) -> None:
        """Say whether it is the record that is shown, and whether the chain ends here."""
        self._own, self._last = own, last
        if own:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _words(self, width: int) -> tuple[QRect, QRect]:
        """Where the kind and the text stand."""
        room, line = max(60, width - _WORDS - 4), self.fontMetrics().height()
        wrapped = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        metrics = QFontMetrics(bold(self.font()) if self._own else self.font())
        text = metrics.boundingRect(QRect(0, 0, room, 2000), wrapped, self.texts[1])
        return QRect(_WORDS, 4, room, line), QRect(_WORDS, 5 + line, room, text.height() + 2)

    def heightForWidth(self, width: int) -> int:
        return self._words(width)[1].bottom() + 6

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colours, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._last:
            painter.setPen(QPen(QColor(colours.line2), 2))
            painter.drawLine(QPointF(11, 24), QPointF(11, self.height()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colour))
        painter.drawEllipse(QRectF(0, 3, 22, 22))
        icons.draw(painter, self._icon, "#FFFFFF", QRectF(4, 7, 14, 14))
        kind, text = self._words(self.width())
        painter.setFont(sized(self.font(), -1))
        painter.setPen(QColor(colours.ink2))
        painter.drawText(kind, Qt.AlignmentFlag.AlignVCenter, self.texts[0])
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(kind, right, self.texts[2])
        painter.setFont(bold(self.font()) if self._own else self.font())
        painter.setPen(QColor(colours.ink))
        wrapped = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        painter.drawText(text, wrapped, self.texts[1])
