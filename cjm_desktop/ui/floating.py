"""The small bar beside a chosen barrier or opportunity: whose it is, and what follows from it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
)

from cjm_desktop.journey import words
from cjm_desktop.journey.records import Barrier, Opportunity, Source
from cjm_desktop.ui import icons, people, plain, raised, sources
from cjm_desktop.ui.actions import Actions
from cjm_desktop.ui.controls import icon_button, name_button
from cjm_desktop.ui.palette import tokens
from cjm_desktop.ui.work import Work

LEAST_ZOOM = 0.4
"""Below this the notes are too small for a bar beside them."""
GAP = 10
_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
_ADDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
"""With one of these held a click on the map chooses more."""


class FloatingBar(QFrame):
    """Follows one chosen barrier or opportunity; gone while something is dragged, typed or zoomed.

    Args:
        work: the document and its canvas.
        actions: the window's commands.
    """

    def __init__(self, work: Work, actions: Actions) -> None:
        super().__init__(work.canvas.viewport())
        self._canvas = work.canvas
        self._work, self._actions = work, actions
        self._record_id = ""
        self._answers = True
        self._gesture = self._typing = self._passing = False
        self.setProperty("look", "floating")
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(5, 4, 5, 6)
        column.setSpacing(2)
        self.severity = [Dots(number) for number in (1, 2, 3)]
        self.people = icon_button("user", 18)
        self.people.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self.people)
        self._menu.aboutToShow.connect(self._fill_people)
        self.people.setMenu(self._menu)
        self.evidence = icon_button("circle-check", 18)
        self.evidence.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        rests = QMenu(self.evidence)
        rests.aboutToShow.connect(lambda: sources.fill(rests, self._language, self._add_evidence))
        self.evidence.setMenu(rests)
        self.drop = icon_button("trash", 18)
        self.drop.clicked.connect(actions["edit.delete"].trigger)
        self.answer = QToolButton()
        self.answer.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.answer.setIcon(icons.icon("plus", "accent"))
        self.answer.setIconSize(icons.BESIDE)
        self.answer.setProperty("look", "worded")
        self.answer.clicked.connect(self._follow)
        column.addLayout(self._row(self.severity))
        column.addLayout(self._row([self.people, self.evidence, self.drop]))
        column.addWidget(self.answer, 0, Qt.AlignmentFlag.AlignHCenter)
        for number, made in enumerate(self.severity, 1):
            made.clicked.connect(partial(self._set_severity, number))
        self._connect()
        self.say()
        self.hide()

    def _row(self, buttons: list[QToolButton] | list[Dots]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        for made in buttons:
            made.setFixedSize(QSize(44, 30))
            row.addWidget(made)
        return row

    def _connect(self) -> None:
        for one in self.findChildren(QToolButton):
            one.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            one.installEventFilter(self)
        canvas = self._canvas
        canvas.selection_changed.connect(self.refresh)
        canvas.view_changed.connect(self.refresh)
        canvas.drawing_changed.connect(self.refresh)
        canvas.gesture_changed.connect(self._set_gesture)
        canvas.text_editing.connect(self._set_typing)

    def say(self) -> None:
        """Say everything in the window's language."""
        language = self._language
        for number, made in enumerate(self.severity, 1):
            name_button(made, words.say(f"severity.{number}", language), str(number))
        whose = self.tr("Whose barrier it is") if self._answers else self.tr("For whom it is")
        name_button(self.people, whose)
        name_button(self.evidence, self.tr("Add evidence"))
        name_button(self.drop, self.tr("Delete"), self._actions.key("edit.delete"))
        key = self._actions.key(self._answering)
        if self._answers:
            self.answer.setText(self.tr("Opportunity"))
            name_button(self.answer, self.tr("Opportunity from the barrier"), key)
        else:
            self.answer.setText(self.tr("Hypothesis"))
            name_button(self.answer, self.tr("Hypothesis from the opportunity"), key)

    def _set_gesture(self, on: bool) -> None:
        self._gesture = on
        self.refresh()

    def _set_typing(self, on: bool) -> None:
        self._typing = on
        self.refresh()

    def refresh(self) -> None:
        """Show the bar beside the chosen barrier, or not at all."""
        canvas, journey = self._canvas, self._work.journey
        chosen = canvas.selection
        record = journey.find(chosen[0]) if len(chosen) == 1 else None
        far = canvas.zoom < LEAST_ZOOM
        if self._gesture or self._typing or far:
            record = None
        if not isinstance(record, Barrier | Opportunity):
            self.hide()
            return
        self._offer(record)
        rect = canvas.record_rect(record.id)
        place = None if rect is None else self._place(rect.toAlignedRect())
        self.setVisible(place is not None)
        if place is not None:
            self.move(place)
            self.raise_()

    def _offer(self, record: Barrier | Opportunity) -> None:
        """Offer what there is for a barrier or for an opportunity."""
        self._record_id = record.id
        answers = isinstance(record, Barrier)
        if answers != self._answers:
            self._answers = answers
            for made in self.severity:
                made.setVisible(answers)
            self.say()
            self._column.activate()
        if isinstance(record, Barrier):
            for number, made in enumerate(self.severity, 1):
                made.setChecked(number == record.severity)

    def _place(self, rect: QRect) -> QPoint | None:
        """Right, left, below or above: the first that is seen whole and hides least."""
        room, size = self._canvas.viewport().rect(), self.sizeHint()
        if not room.intersects(rect):
            return None
        self.resize(size)
        middle = rect.center().y() - size.height() // 2
        for at in (
            QPoint(rect.right() + GAP, middle),
            QPoint(rect.left() - GAP - size.width(), middle),
            QPoint(rect.center().x() - size.width() // 2, rect.bottom() + GAP),
            QPoint(rect.center().x() - size.width() // 2, rect.top() - GAP - size.height()),
        ):
            if room.contains(QRect(at, size)):
                return at
        return None

    def _set_severity(self, number: int) -> None:
        self._canvas.deeds.set_severity(number)

    def _fill_people(self) -> None:
        self._menu.clear()
        record = self._work.journey.find(self._record_id)
        if not isinstance(record, Barrier | Opportunity):
            return
        for index, persona in enumerate(self._work.journey.personas(self._work.map_id)):
            action = self._menu.addAction(
                people.head(persona, index, 18), plain.menu_text(people.called(persona))
            )
            action.setCheckable(True)
            action.setChecked(persona.id in record.persona_ids)
            turn = partial(self._work.editing.turn_persona, record.id, persona.id)
            action.triggered.connect(turn)
        if self._menu.isEmpty():
            self._menu.addAction(self.tr("This map has no personas yet.")).setDisabled(True)

    def _follow(self) -> None:
        """Make what answers the barrier, or what tests the opportunity."""
        self._actions[self._answering].trigger()

    @property
    def _answering(self) -> str:
        """The command that the button at the bottom gives."""
        return "edit.answer" if self._answers else "edit.hypothesis"

    @property
    def _language(self) -> str:
        return self._work.look.language

    def _add_evidence(self, source: Source) -> None:
        self._work.editing.add_evidence(self._record_id, source)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a press that chooses more, and what follows it, go to the map under the bar."""
        if isinstance(event, QMouseEvent):
            if event.type() in _PRESSES:
                self._passing = bool(event.modifiers() & _ADDS)
            if self._passing:
                self._passing = event.type() != QEvent.Type.MouseButtonRelease
                self._pass_on(event)
                return True
        return super().eventFilter(watched, event)

    def _pass_on(self, event: QMouseEvent) -> None:
        below = self._canvas.viewport()
        there, held = event.globalPosition(), event.modifiers()
        at = below.mapFromGlobal(there)
        passed = QMouseEvent(event.type(), at, there, event.button(), event.buttons(), held)
        QApplication.sendEvent(below, passed)

    def paintEvent(self, event: QPaintEvent) -> None:
        raised.paint(self, edge=2)


class Dots(QToolButton):
    """One to three dots of which some are full, as on the notes.

    Args:
        full: how many.
    """

    def __init__(self, full: int) -> None:
        super().__init__()
        self._full = full
        self.setCheckable(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colours, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = QColor(colours.accent_ink if self.isChecked() else colours.ink2)
        painter.setPen(QPen(ink, 1.2))
        for index in range(3):
            painter.setBrush(ink if index < self._full else Qt.BrushStyle.NoBrush)
            box = QRectF(self.width() / 2 - 12 + index * 9, self.height() / 2 - 3, 6, 6)
            painter.drawEllipse(box)
