"""The matrix: opportunities by effect and effort, and beside it those nobody has rated."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cjm_desktop.journey import words
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Department, Opportunity
from cjm_desktop.ui import plain
from cjm_desktop.ui.areas import Ground
from cjm_desktop.ui.carried import Ghost
from cjm_desktop.ui.improving.field import Field
from cjm_desktop.ui.improving.opportunity import OpportunityCard
from cjm_desktop.ui.improving.plane import Cell
from cjm_desktop.ui.improving.reading import Direction, opportunities, stepped

Key = Qt.Key
_WAYS: dict[Qt.Key, Direction] = {
    Key.Key_Left: "left", Key.Key_Right: "right", Key.Key_Up: "up", Key.Key_Down: "down",
}  # fmt: skip
_TRAY, _NARROW = 216, 150
"""Width of the tray, and in a small window, px."""
NOT_SAID: Cell = (0, 0)


class Matrix(QWidget):
    """The plane and the tray of one map."""

    chosen = Signal(str)
    """The user turned to this opportunity."""
    rated = Signal(str, int, int)
    """An opportunity is to have this effect and effort; 0: not said."""
    opened = Signal(str)
    menu_asked = Signal(str, QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.cards: dict[str, OpportunityCard] = {}
        self.current = ""
        """The id of the opportunity that is chosen."""
        self._ghost: Ghost | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 14, 20, 14)
        row.setSpacing(16)
        row.addWidget(self._make_tray())
        self.field = Field()
        self.area = Ground(self.field)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        row.addWidget(self.area, 1)

    def _make_tray(self) -> QFrame:
        self.tray = QFrame()
        self.tray.setProperty("look", "quiet")
        self.narrow(narrow=False)
        column = QVBoxLayout(self.tray)
        column.setContentsMargins(8, 8, 4, 8)
        column.setSpacing(6)
        self.tray_title: QLabel = plain.label("", "strong")
        self.tray_title.setMargin(4)
        column.addWidget(self.tray_title)
        self.tray_hint: QLabel = plain.label("", "secondary", wrap=True)
        self.tray_hint.setMargin(4)
        column.addWidget(self.tray_hint)
        inside = QWidget()
        self._waiting = QVBoxLayout(inside)
        self._waiting.setContentsMargins(0, 0, 4, 0)
        self._waiting.setSpacing(2)
        self._waiting.addStretch(1)
        column.addWidget(Ground(inside), 1)
        return self.tray

    def narrow(self, *, narrow: bool) -> None:
        """Take less room for the tray, or the usual one."""
        self.tray.setFixedWidth(_NARROW if narrow else _TRAY)

    # What is shown

    def show_map(self, journey: Journey, map_id: str, language: str, current: str) -> None:
        """Show the opportunities of a map, one of them chosen."""
        self.field.language = language
        found = opportunities(journey, map_id)
        known = {one.id for one in found}
        focused = next((key for key, one in self.cards.items() if one.hasFocus()), "")
        for key in [one for one in self.cards if one not in known]:
            gone = self.cards.pop(key)
            gone.hide()
            gone.deleteLater()
        cards = [self._card(one, self._aside(journey, one, language)) for one in found]
        self._fill_tray([one for one in cards if not one.rated])
        self.field.hold([one for one in cards if one.rated])
        if focused in self.cards:
            self.cards[focused].setFocus()
        self.choose(current)

    def _card(self, one: Opportunity, aside: str) -> OpportunityCard:
        card = self.cards.get(one.id)
        if card is None:
            card = self.cards[one.id] = OpportunityCard(one, aside)
            card.clicked.connect(lambda: self._turn(one.id))
            card.dragged.connect(self._drag)
            card.let_go.connect(self._drop)
            card.opened.connect(self.opened)
            card.menu_asked.connect(self.menu_asked)
        else:
            card.show_opportunity(one, aside)
        return card

    def _aside(self, journey: Journey, one: Opportunity, language: str) -> str:
        department = journey.find(one.department_id)
        parts = [department.name] if isinstance(department, Department) else []
        if bool(one.effect) != bool(one.effort):
            parts = [self._named((one.effect, one.effort), language)]
        return ", ".join(parts)

    def _named(self, cell: Cell, language: str) -> str:
        """What a card in a cell is rated, in words."""
        effect = words.say(f"effect.{cell[0]}", language)
        effort = words.say(f"effort.{cell[1]}", language)
        return self.tr("effect: {effect}, effort: {effort}").format(effect=effect, effort=effort)

    def _fill_tray(self, cards: list[OpportunityCard]) -> None:
        while self._waiting.count() > 1:
            self._waiting.takeAt(0)
        for at, one in enumerate(cards):
            self._waiting.insertWidget(at, one)
            one.show()
        self.tray_title.setText(self.tr("Not rated"))
        hint = self.tr("Drag a card to the place that fits its effect and its effort.")
        if not self.cards:
            hint = self.tr("This map has no opportunities yet.")
        elif not cards:
            hint = self.tr("Every opportunity is rated. A card dragged here is not any more.")
        self.tray_hint.setText(hint)

    def choose(self, opportunity_id: str) -> None:
        """Choose an opportunity without telling anybody."""
        self.current = opportunity_id
        for key, card in self.cards.items():
            card.setChecked(key == opportunity_id)

    def _turn(self, opportunity_id: str) -> None:
        self.choose(opportunity_id)
        self.chosen.emit(opportunity_id)

    @property
    def card(self) -> OpportunityCard | None:
        """The card that is chosen."""
        return self.cards.get(self.current)

    # By keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, card = Key(event.key()), self.card
        if key == Key.Key_Escape and self._ghost is not None:
            self._end()
        elif card is None:
            super().keyPressEvent(event)
        elif key == Key.Key_0:
            self.rated.emit(self.current, *NOT_SAID)
        elif key not in _WAYS:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.rated.emit(self.current, *stepped(*card.cell, _WAYS[key]))
        else:
            self._walk(card, _WAYS[key])

    def _walk(self, card: OpportunityCard, way: Direction) -> None:
        """Turn to the nearest card in a direction."""
        here = self._centre(card)
        along = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}[way]

        def far(one: OpportunityCard) -> float:
            way_to = self._centre(one) - here
            ahead = way_to.x() * along[0] + way_to.y() * along[1]
            beside = abs(way_to.x() * along[1]) + abs(way_to.y() * along[0])
            return ahead + 2 * beside if ahead > 0 else float("inf")

        found = min(self.cards.values(), key=far)
        if far(found) < float("inf"):
            found.setFocus(Qt.FocusReason.TabFocusReason)
            self._turn(found.record_id)

    def _centre(self, card: OpportunityCard) -> QPoint:
        return card.mapTo(self, card.rect().center())

    # By mouse

    def cell_at(self, point: QPoint) -> Cell | None:
        """The cell at a point of the matrix; in the tray: the one of what is not rated."""
        if self.tray.geometry().contains(point):
            return NOT_SAID
        if not self.area.geometry().contains(point):
            return None
        inside = self.field.mapFrom(self, point)
        return self.field.laid().at(inside.x(), inside.y())

    def _drag(self, opportunity_id: str, at: QPoint) -> None:
        card, point = self.cards[opportunity_id], self.mapFromGlobal(at)
        if self._ghost is None:
            self._ghost = Ghost(card, self)
        self._ghost.go(point)
        cell = self.cell_at(point)
        said = (
            self.tr("Not rated")
            if cell == NOT_SAID
            else cell and self._named(cell, self.field.language)
        )
        self._ghost.say(said or "")
        self.field.over = cell if cell != NOT_SAID else None
        plain.set_property(self.tray, "look", "card" if cell == NOT_SAID else "quiet")
        self.field.update()
        card.update()

    def _drop(self, opportunity_id: str, at: QPoint) -> None:
        if self._ghost is None:
            return
        cell = self.cell_at(self.mapFromGlobal(at))
        self._end()
        if cell is not None:
            self.rated.emit(opportunity_id, *cell)

    def _end(self) -> None:
        """Nothing is dragged any more."""
        ghost, self._ghost = self._ghost, None
        if ghost is not None:
            ghost.vanish()
        self.field.over = None
        plain.set_property(self.tray, "look", "quiet")
        self.field.update()
        for card in self.cards.values():
            card.put_down()
