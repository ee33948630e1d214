"""The board: hypotheses in columns by status, walked, chosen, carried and moved."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cjm_desktop.journey.hypotheses import STATUSES, Status, board
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Hypothesis, Metric
from cjm_desktop.ui import charts, plain
from cjm_desktop.ui.carried import Ghost
from cjm_desktop.ui.controls import button, name_button
from cjm_desktop.ui.hypotheses import today
from cjm_desktop.ui.improving.card import HypothesisCard
from cjm_desktop.ui.improving.reading import told
from cjm_desktop.ui.palette import tokens
from cjm_desktop.ui.stylesheet import NORMAL_FONT, scaled

Key = Qt.Key
_STEPS = {Key.Key_Left: -1, Key.Key_Right: 1, Key.Key_Up: -1, Key.Key_Down: 1}
_SIDEWAYS = (Key.Key_Left, Key.Key_Right)
_LEAST, _NARROW = 190, 150
"""Width of the narrowest column, px, and where there is little room."""


class Column(QWidget):
    """The hypotheses of one status under their heading.

    Args:
        status: of all of them.
    """

    def __init__(self, status: Status) -> None:
        super().__init__()
        self.status = status
        self.cards: list[HypothesisCard] = []
        self._lit = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        strip = QWidget()
        strip.setFixedHeight(scaled(36, max(NORMAL_FONT, self.font().pixelSize())))
        head = QHBoxLayout(strip)
        head.setContentsMargins(3, 0, 3, 0)
        head.setSpacing(6)
        self.title = plain.label("", "strong")
        self.count = plain.label("", "secondary")
        head.addWidget(self.title)
        head.addWidget(self.count)
        head.addStretch(1)
        self.head = head
        column.addWidget(strip)
        self.hint = plain.label("", "secondary", wrap=True)
        self.hint.setObjectName("zone")
        edge = f"border: 1px dashed {tokens().line2}; border-radius: 8px;"
        self.hint.setStyleSheet(f"QLabel {{ {edge} }}")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setMinimumHeight(72)
        self.hint.setMargin(12)
        column.addWidget(self.hint)
        self._inside = QVBoxLayout()
        self._inside.setSpacing(4)
        column.addLayout(self._inside)
        column.addStretch(1)

    def say(self, title: str, hint: str) -> None:
        """Write the heading, and what an empty column is for."""
        self.title.setText(title)
        self.hint.setText(hint)
        self.setAccessibleName(title)

    def light(self, *, on: bool) -> None:
        """Show whether what is carried would land here."""
        if self._lit != on:
            self._lit = on
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._lit:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens().accent_soft))
            painter.drawRoundedRect(self.rect(), 8, 8)

    def fill(self, cards: list[HypothesisCard]) -> None:
        """Hold these cards, in this order."""
        if cards != self.cards:
            for one in self.cards:
                self._inside.removeWidget(one)
            for one in cards:
                self._inside.addWidget(one)
                # At once, not in the next round of the loop: it may get the focus.
                one.show()
            self.cards = list(cards)
        self.count.setText(str(len(cards) or ""))
        self.hint.setVisible(not cards)


class Board(QWidget):
    """All hypotheses of a map by status."""

    chosen = Signal(str)
    """The user turned to this hypothesis."""
    moved = Signal(str, str, int)
    """A hypothesis is to stand in the column of this status, at this index among its others."""
    opened = Signal(str)
    """The texts of this hypothesis are to be edited."""
    menu_asked = Signal(str, QPoint)
    concluded = Signal(str, str)
    """What came of this hypothesis."""

    def __init__(self) -> None:
        super().__init__()
        self.cards: dict[str, HypothesisCard] = {}
        self.current = ""
        """The id of the hypothesis that is chosen."""
        self._ghost: Ghost | None = None
        self.add: QPushButton = button(self.tr("Hypothesis"), "plus", "link")
        self.add.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 14, 20, 20)
        row.setSpacing(12)
        self.columns = [Column(one) for one in STATUSES]
        for one in self.columns:
            row.addWidget(one, 1)
        self.columns[0].head.addWidget(self.add)
        self._mark = QFrame(self)
        self._mark.hide()
        self._row = row
        self._say()
        self.narrow(narrow=False)

    def _say(self) -> None:
        said = (
            (self.tr("Idea"), self.tr("What could be tried? A hypothesis comes from an "
                                      "opportunity or from a barrier.")),
            (self.tr("Running"), self.tr("Drag here what you try now, one at a time.")),
            (self.tr("Confirmed"), self.tr("What worked ends here.")),
            (self.tr("Rejected"), self.tr("What did not work ends here. That is worth knowing "
                                          "too.")),
        )  # fmt: skip
        for column, (title, hint) in zip(self.columns, said, strict=True):
            column.say(title, hint)

    def narrow(self, *, narrow: bool) -> None:
        """Take less room: in the smallest window all columns are seen at once."""
        side, gap = (8, 8) if narrow else (20, 12)
        self._row.setContentsMargins(side, 14, side, 20)
        self._row.setSpacing(gap)
        self.add.setText("" if narrow else self.tr("Hypothesis"))
        name_button(self.add, self.tr("Hypothesis"), "Ins")
        size = max(NORMAL_FONT, self.font().pixelSize())
        for one in self.columns:
            one.setMinimumWidth(scaled(_NARROW if narrow else _LEAST, size))

    # What is shown

    def show_map(self, journey: Journey, map_id: str, language: str, current: str) -> None:
        """Show the hypotheses of a map, one of them chosen."""
        found = board(journey, map_id)
        known = {one.id for column in found.values() for one in column}
        focused = next((key for key, one in self.cards.items() if one.hasFocus()), "")
        for key in [one for one in self.cards if one not in known]:
            gone = self.cards.pop(key)
            gone.hide()
            gone.deleteLater()
        for column in self.columns:
            column.fill([self._card(journey, one, language) for one in found[column.status]])
        if focused in self.cards:
            self.cards[focused].setFocus()
        self.choose(current)

    def _card(self, journey: Journey, one: Hypothesis, language: str) -> HypothesisCard:
        said = told(journey, one, language, today())
        metric = journey.find(one.metric_id)
        series = charts.Series()
        if isinstance(metric, Metric):
            series = charts.series(journey, metric.id, one.started)
        card = self.cards.get(one.id)
        if card is None:
            card = self.cards[one.id] = HypothesisCard(one.id, said, series)
            card.clicked.connect(lambda: self._turn(one.id))
            card.dragged.connect(self._drag)
            card.let_go.connect(self._drop)
            card.opened.connect(self.opened)
            card.menu_asked.connect(self.menu_asked)
            card.concluded.connect(lambda text: self.concluded.emit(one.id, text))
        else:
            card.show_told(said, series)
        return card

    def choose(self, hypothesis_id: str) -> None:
        """Choose a hypothesis without telling anybody."""
        self.current = hypothesis_id
        for key, card in self.cards.items():
            card.setChecked(key == hypothesis_id)

    def _turn(self, hypothesis_id: str) -> None:
        self.choose(hypothesis_id)
        self.chosen.emit(hypothesis_id)

    @property
    def card(self) -> HypothesisCard | None:
        """The card that is chosen."""
        return self.cards.get(self.current)

    # By keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Key(event.key())
        if key == Key.Key_Escape and self._ghost is not None:
            self._end()
        elif key not in _STEPS or self.card is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._carry(key)
        else:
            self._walk(key)

    def _where(self) -> tuple[int, int]:
        """Column and place of the chosen card."""
        return next(
            (at, column.cards.index(card))
            for at, column in enumerate(self.columns)
            for card in column.cards
            if card.record_id == self.current
        )

    def _walk(self, key: Qt.Key) -> None:
        at, place = self._where()
        by = _STEPS[key]
        cards = self.columns[at].cards
        if key in _SIDEWAYS:
            beyond = self.columns[at + 1 :] if by > 0 else self.columns[:at][::-1]
            cards = next((one.cards for one in beyond if one.cards), cards)
            by = 0
        card = cards[max(0, min(len(cards) - 1, place + by))]
        card.setFocus(Qt.FocusReason.TabFocusReason)
        self._turn(card.record_id)

    def _carry(self, key: Qt.Key) -> None:
        """Move the chosen card: up and down in its column, sideways to another one."""
        at, place = self._where()
        by = _STEPS[key]
        if key in _SIDEWAYS:
            if 0 <= at + by < len(self.columns):
                column = self.columns[at + by]
                self.moved.emit(self.current, column.status, len(column.cards))
        elif 0 <= place + by < len(self.columns[at].cards):
            self.moved.emit(self.current, self.columns[at].status, place + by)

    # By mouse

    def _rect(self, one: QWidget) -> QRect:
        return QRect(one.mapTo(self, QPoint(0, 0)), one.size())

    def landing_at(self, hypothesis_id: str, point: QPoint) -> tuple[Column, int, QRect] | None:
        """Where a card would land: column, index among its others, and where a mark goes; None:
        off the board."""
        if not self.visibleRegion().boundingRect().contains(point):
            return None
        gaps = [abs(self._rect(one).center().x() - point.x()) for one in self.columns]
        column = self.columns[gaps.index(min(gaps))]
        others = [self._rect(one) for one in column.cards if one.record_id != hypothesis_id]
        index = sum(one.center().y() < point.y() for one in others)
        whole = self._rect(column)
        if index < len(others):
            top = others[index].top() - 3
        else:
            top = others[-1].bottom() + 1 if others else self._rect(column.hint).top()
        return column, index, QRect(whole.x() + 4, top, whole.width() - 8, 3)

    def _drag(self, hypothesis_id: str, at: QPoint) -> None:
        card, point = self.cards[hypothesis_id], self.mapFromGlobal(at)
        if self._ghost is None:
            self._ghost = ghost = Ghost(card, self)
            ghost.scrolled.connect(lambda: self._drag(hypothesis_id, ghost.at))
            self._mark.setStyleSheet(f"background: {tokens().focus}; border-radius: 1px;")
        self._ghost.go(point)
        landing = self.landing_at(hypothesis_id, point)
        for one in self.columns:
            one.light(on=landing is not None and one is landing[0])
        if landing is not None:
            self._mark.setGeometry(landing[2])
            self._mark.raise_()
        self._mark.setVisible(landing is not None)
        card.update()

    def _drop(self, hypothesis_id: str, at: QPoint) -> None:
        if self._ghost is None:
            return
        landing = self.landing_at(hypothesis_id, self.mapFromGlobal(at))
        self._end()
        if landing is not None:
            self.moved.emit(hypothesis_id, landing[0].status, landing[1])

    def _end(self) -> None:
        """Nothing is dragged any more."""
        ghost, self._ghost = self._ghost, None
        if ghost is not None:
            ghost.vanish()
        self._mark.hide()
        for one in self.columns:
            one.light(on=False)
        for card in self.cards.values():
            card.put_down()
