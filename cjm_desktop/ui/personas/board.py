"""The cards of the gallery on their shelves: walking, choosing and dragging them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from cjm_desktop.journey.journey import Journey
from cjm_desktop.ui import plain
from cjm_desktop.ui.carried import Ghost
from cjm_desktop.ui.palette import tokens
from cjm_desktop.ui.personas import landing
from cjm_desktop.ui.personas.card import PersonaCard
from cjm_desktop.ui.personas.landing import Box
from cjm_desktop.ui.personas.reading import Group, groups
from cjm_desktop.ui.personas.shelf import Shelf

Key = Qt.Key
_STEPS = {Key.Key_Left: -1, Key.Key_Right: 1, Key.Key_Up: -1, Key.Key_Down: 1}
OWN = "own"
"""The band at which a dragged card becomes the first of a new segment."""
LOOSE = ""
"""The segment of those who have none."""


class Board(QWidget):
    """All cards by segment."""

    chosen = Signal(str)
    """The user turned to this persona."""
    moved = Signal(str, str, int)
    """A persona is to stand in this segment, at this index among its others."""
    opened = Signal()
    """The texts of the chosen persona are to be edited."""
    parted = Signal(str)
    """A persona is to have a segment of their own."""
    described = Signal(str, str)
    more_asked = Signal(str)
    menu_asked = Signal(str, QPoint)
    pictured = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.cards: dict[str, PersonaCard] = {}
        self.shelves: list[Shelf] = []
        self.current = ""
        """The id of the persona that is chosen."""
        self._shape: object = None
        self._ghost: Ghost | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 16, 20, 20)
        self._column.setSpacing(18)
        self.own = self._zone(self.tr("A segment of their own"))
        self.loose = self._zone(self.tr("Without a segment"))
        _keep_room(self.own, kept=True)
        self._column.addStretch(1)
        self._mark = QFrame(self)
        self._mark.hide()

    def _zone(self, said: str) -> QLabel:
        """Where a card may be dropped that goes to no segment there is; seen while one is."""
        made = plain.label(said, "secondary")
        made.setObjectName("zone")
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
        made.setMinimumHeight(56)
        made.hide()
        self._column.addWidget(made)
        return made

    # What is shown

    def show_people(self, journey: Journey, current: str) -> None:
        """Show the personas of a journey, one of them chosen."""
        personas = journey.personas()
        for index, persona in enumerate(personas):
            if persona.id in self.cards:
                self.cards[persona.id].show_persona(persona, index, journey)
            else:
                self.cards[persona.id] = self._card(PersonaCard(persona, index, journey))
        found = groups(personas)
        shape = [[one.id for one in group.personas] for group in found]
        loose = [not group.segment for group in found]
        if (shape, loose) != self._shape:
            self._shape = (shape, loose)
            self._lay(found)
        for shelf, group in zip(self.shelves, found, strict=True):
            shelf.say(group)
        self.choose(current)

    def _card(self, card: PersonaCard) -> PersonaCard:
        persona_id = card.persona.id
        card.clicked.connect(lambda: self._turn(persona_id))
        card.dragged.connect(self._drag)
        card.let_go.connect(self._drop)
        card.opened.connect(self.opened)
        card.menu_asked.connect(self.menu_asked)
        card.pictured.connect(self.pictured)
        return card

    def _lay(self, found: Sequence[Group]) -> None:
        """Put all cards on new shelves."""
        focused = next((key for key, one in self.cards.items() if one.hasFocus()), "")
        old, self.shelves = self.shelves, []
        for shelf in old:
            # A description that is being typed must not come back over what is shown now.
            shelf.blockSignals(True)  # noqa: FBT003 - Qt's signature
        known = {one.id for group in found for one in group.personas}
        for key in [one for one in self.cards if one not in known]:
            gone = self.cards.pop(key)
            gone.hide()
            gone.deleteLater()
        for group in found:
            shelf = Shelf(group)
            shelf.described.connect(self.described)
            shelf.more_asked.connect(self.more_asked)
            self._column.insertWidget(len(self.shelves), shelf)
            # At once, not in the next round of the loop: it may get the focus.
            shelf.show()
            self.shelves.append(shelf)
            for one in group.personas:
                shelf.add(self.cards[one.id])
        for shelf in old:
            self._column.removeWidget(shelf)
            shelf.hide()
            shelf.deleteLater()
        _keep_room(self.loose, kept=all(group.segment for group in found))
        if focused in self.cards:
            self.cards[focused].setFocus()

    def choose(self, persona_id: str) -> None:
        """Choose a persona without telling anybody."""
        self.current = persona_id
        for key, card in self.cards.items():
            card.setChecked(key == persona_id)

    def _turn(self, persona_id: str) -> None:
        self.choose(persona_id)
        self.chosen.emit(persona_id)

    @property
    def card(self) -> PersonaCard | None:
        """The card that is chosen."""
        return self.cards.get(self.current)

    # By keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Key(event.key())
        if key == Key.Key_Escape and self._ghost is not None:
            self._end()
        elif key not in _STEPS or not self.current:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._carry(key)
        else:
            self._walk(key)

    def _walk(self, key: Qt.Key) -> None:
        cards = [card for shelf in self.shelves for card in shelf.cards]
        at = next(i for i, card in enumerate(cards) if card.persona.id == self.current)
        if key in (Key.Key_Left, Key.Key_Right):
            at = max(0, min(len(cards) - 1, at + _STEPS[key]))
        else:
            at = landing.beyond(self._boxes(cards), at, down=key == Key.Key_Down)
        cards[at].setFocus(Qt.FocusReason.TabFocusReason)
        self._turn(cards[at].persona.id)

    def _carry(self, key: Qt.Key) -> None:
        """Move the chosen card: sideways in its segment, up and down to another one."""
        row = next(i for i, shelf in enumerate(self.shelves) if self._on(shelf))
        by = _STEPS[key]
        if key in (Key.Key_Left, Key.Key_Right):
            shelf = self.shelves[row]
            at = [card.persona.id for card in shelf.cards].index(self.current) + by
            if 0 <= at < len(shelf.cards):
                self.moved.emit(self.current, shelf.segment, at)
        elif 0 <= row + by < len(self.shelves):
            shelf = self.shelves[row + by]
            self.moved.emit(self.current, shelf.segment, len(shelf.cards) if by < 0 else 0)

    def _on(self, shelf: Shelf) -> bool:
        return any(card.persona.id == self.current for card in shelf.cards)

    # By mouse

    def _boxes(self, cards: Sequence[QWidget]) -> list[Box]:
        found = (QRect(card.mapTo(self, QPoint(0, 0)), card.size()) for card in cards)
        return [Box(one.x(), one.y(), one.width(), one.height()) for one in found]

    def _drag(self, persona_id: str, at: QPoint) -> None:
        card, point = self.cards[persona_id], self.mapFromGlobal(at)
        if self._ghost is None:
            self._ghost = ghost = Ghost(card, self)
            ghost.scrolled.connect(lambda: self._drag(persona_id, ghost.at))
            self.own.show()
            self.loose.setVisible(all(shelf.segment for shelf in self.shelves))
            colours = tokens()
            edge = f"border: 1px dashed {colours.focus}; border-radius: 8px;"
            for zone in (self.own, self.loose):
                zone.setStyleSheet(f"QLabel {{ {edge} background: {colours.field}; }}")
            self._mark.setStyleSheet(f"background: {colours.focus}; border-radius: 1px;")
        self._ghost.go(point)
        self._show_landing(persona_id, point)
        card.update()

    def landing_at(self, persona_id: str, point: QPoint) -> tuple[str, int, QRect]:
        """Where a card would land: segment, index among its others, and where a mark goes.

        The segment is `OWN` with the index -1 for one of its own.
        """
        zones = [zone for zone in (self.own, self.loose) if zone.isVisible()]
        rows = [*self.shelves, *zones]
        row = landing.band(self._boxes(rows), point.y())
        if row >= len(self.shelves):
            where = rows[row].geometry()
            mark = QRect(where.x(), where.bottom() - 2, where.width(), 3)
            return (OWN, -1, mark) if rows[row] is self.own else (LOOSE, 0, mark)
        shelf = self.shelves[row]
        others = [card for card in shelf.cards if card.persona.id != persona_id]
        boxes = self._boxes(others)
        index = landing.slot(boxes, point.x(), point.y())
        if not boxes:
            return shelf.segment, 0, QRect()
        box = boxes[index] if index < len(boxes) else boxes[-1]
        x = box.x - 5 if index < len(boxes) else box.x + box.width + 2
        return shelf.segment, index, QRect(round(x), round(box.y + 4), 3, round(box.height - 8))

    def _show_landing(self, persona_id: str, point: QPoint) -> None:
        mark = self.landing_at(persona_id, point)[2]
        self._mark.setVisible(not mark.isNull())
        self._mark.setGeometry(mark)
        self._mark.raise_()

    def _drop(self, persona_id: str, at: QPoint) -> None:
        if self._ghost is None:
            return
        segment, index, _ = self.landing_at(persona_id, self.mapFromGlobal(at))
        self._end()
        if index < 0:
            self.parted.emit(persona_id)
        else:
            self.moved.emit(persona_id, segment, index)

    def _end(self) -> None:
        """Nothing is dragged any more."""
        ghost, self._ghost = self._ghost, None
        if ghost is not None:
            ghost.vanish()
        for one in (self._mark, self.own, self.loose):
            one.hide()
        for card in self.cards.values():
            card.put_down()


def _keep_room(zone: QWidget, *, kept: bool) -> None:
    """Let a zone keep its room while it is hidden: nothing moves when a drag begins."""
    policy = zone.sizePolicy()
    policy.setRetainSizeWhenHidden(kept)
    zone.setSizePolicy(policy)
