"""Personas in the window: a disc with two letters, and the chip that carries it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from cjm_desktop.journey import belonging, naming, words
from cjm_desktop.journey.records import Persona
from cjm_desktop.layout.colour import readable
from cjm_desktop.layout.marks import initials
from cjm_desktop.layout.theme import LIGHT
from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.controls import bold, line
from cjm_desktop.ui.gathered import Gathered
from cjm_desktop.ui.palette import tokens

if TYPE_CHECKING:
    from cjm_desktop.ui.editing import Editing

_DARK_INK, _WHITE = "#17202B", "#FFFFFF"
_GREEN, _DEEPER_GREEN = "#009E73", "#007D5B"
_DISC = 22
BEFORE = 16
"""What the line before the chips takes, px."""


def colour(persona: Persona, index: int) -> str:
    """The colour of a persona's disc, by their place among the map's personas."""
    own = LIGHT.role(index, persona.colour)
    # White letters on the palette's green reach a contrast of 3.4 only.
    return _DEEPER_GREEN if own.upper() == _GREEN else own


def called(persona: Persona) -> str:
    """What a persona is called on a chip: their role, or else their name."""
    return plain.clean(naming.in_role(persona))


def draw_head(painter: QPainter, persona: Persona, index: int, rect: QRectF) -> None:
    """Draw a persona as a disc with two letters."""
    fill = colour(persona, index)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    painter.drawEllipse(rect)
    font = bold(painter.font())
    font.setPixelSize(max(8, round(rect.height() * 0.45)))
    painter.setFont(font)
    painter.setPen(QColor(readable(fill, _DARK_INK, _WHITE)))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, initials(naming.in_role(persona)))


def head(persona: Persona, index: int, size: int = _DISC) -> QIcon:
    """A persona's disc as an icon, for menus."""
    picture = icons.blank(size * 2)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_head(painter, persona, index, QRectF(0, 0, 2 * size, 2 * size))
    painter.end()
    picture.setDevicePixelRatio(2)
    return QIcon(picture)


class Chip(QToolButton):
    """A checkable pill with a persona's disc and name; without a persona it stands for everyone.

    Args:
        persona: whom it stands for.
        index: their place among the map's personas.
    """

    def __init__(self, persona: Persona | None, index: int = 0) -> None:
        super().__init__()
        self.persona = persona
        self._index = index
        self._short = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if persona is not None:
            self.say(called(persona))

    def say(self, name: str) -> None:
        """Write a name on it."""
        self._name = name
        self.setAccessibleName(name)
        plain.tip(self, name)
        self.updateGeometry()

    def shorten(self, *, short: bool) -> None:
        """Show the disc only, or the name too."""
        if short != self._short:
            self._short = short
            self.updateGeometry()
            self.update()

    def disc(self) -> QIcon:
        """Whom it stands for, as an icon for a menu."""
        return head(self.persona, self._index) if self.persona is not None else icons.icon("users")

    def width_of(self, *, short: bool) -> int:
        """How wide the chip is with and without its name, px."""
        if short:
            return _DISC + 8
        words = self.fontMetrics().horizontalAdvance(self._name) + 2
        return words + (_DISC + 22 if self.persona is not None else 24)

    def sizeHint(self) -> QSize:
        return QSize(
            self.width_of(short=self._short), max(_DISC + 6, self.fontMetrics().height() + 10)
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, on = tokens(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        fill = colours.accent_soft if on else colours.hover if self.underMouse() else colours.card
        ring = on and self._short  # of a disc no more is seen than its edge
        edge = colours.accent_ink if ring else colours.accent_soft if on else colours.line
        edge = colours.focus if self.hasFocus() else edge
        painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() or ring else 1))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        left = 12.0
        if self.persona is not None:
            top = (self.height() - _DISC) / 2
            painter.setFont(self.font())
            draw_head(painter, self.persona, self._index, QRectF(4, top, _DISC, _DISC))
            left = _DISC + 10
        elif self._short:
            ink = colours.accent_ink if on else colours.ink2
            icons.draw(painter, "users", ink, QRectF(7, (self.height() - 16) / 2, 16, 16))
        if self._short:
            return
        painter.setFont(bold(self.font()) if on else self.font())
        painter.setPen(QColor(colours.accent_ink if on else colours.ink))
        words = QRectF(left, 0, self.width() - left - 4, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._name)


class Chips(QWidget):
    """Chips of which none, one or several are on; Ctrl+click adds one."""

    chosen = Signal(tuple)
    """Ids of the personas whose chips are on, after the user has clicked; empty: everyone."""
    menu_asked = Signal(str, QPoint)
    """The id of a persona, empty for everyone, and where on the screen the menu belongs."""
    counted = Signal()
    """There are more or fewer of them."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self.everyone = Chip(None)
        self.everyone.hide()
        self.everyone.setChecked(True)
        self.everyone.clicked.connect(lambda: self._choose(()))
        self._post = line("post")
        self._post.setFixedHeight(20)
        self._post.hide()
        self._row.addWidget(self._post)
        self._row.addSpacing(4)
        self._row.addWidget(self.everyone)
        self.gathered = Gathered(self._offer)
        self._row.addWidget(self.gathered)
        self._row.addStretch(1)
        self._shown: tuple[Persona, ...] = ()
        self.chips: list[Chip] = []
        # It may get less room than its chips want: then they shrink to discs, or to one button.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_personas(self, personas: Sequence[Persona]) -> None:
        """Offer these personas, keeping those chosen that are still there."""
        if tuple(personas) == self._shown:
            return
        on = self.on
        self._shown = tuple(personas)
        self._post.setVisible(bool(personas))
        for chip in self.chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [Chip(persona, index) for index, persona in enumerate(personas)]
        for place, chip in enumerate(self.chips):
            chip.clicked.connect(lambda _on=False, chip=chip: self._click(chip))
            self._row.insertWidget(place + 3, chip)
            chip.setVisible(False)
        # Made last, they would be walked to last: behind the map itself.
        for before, chip in pairwise((self.everyone, *self.chips)):
            QWidget.setTabOrder(before, chip)
        self.show_chosen(tuple(one for one in on if one in {p.id for p in personas}))
        self._fit()
        self.counted.emit()

    @property
    def least(self) -> int:
        """The room the chips need as discs, px."""
        every = (self.everyone, *self.chips) if self.chips else ()
        return sum(chip.width_of(short=True) + 6 for chip in every) + BEFORE

    @property
    def on(self) -> tuple[str, ...]:
        """Ids of the personas whose chips are on."""
        return tuple(
            chip.persona.id for chip in self.chips if chip.isChecked() and chip.persona is not None
        )

    def show_chosen(self, persona_ids: Sequence[str]) -> None:
        """Switch these on without telling anybody."""
        for chip in self.chips:
            chip.setChecked(chip.persona is not None and chip.persona.id in persona_ids)
        self.everyone.setChecked(not self.on)
        self._tell()

    def say(self, everyone: str) -> None:
        """Say in the window's language that nobody is chosen."""
        self.everyone.say(everyone)
        self._tell()

    def _tell(self) -> None:
        """Say on the one button who is chosen."""
        on = [chip for chip in self.chips if chip.isChecked()]
        icon = on[0].disc() if len(on) == 1 else icons.icon("users")
        names = ", ".join(chip.accessibleName() for chip in on)
        self.gathered.say(
            names or self.everyone.accessibleName(), str(len(on)) if len(on) > 1 else "", icon
        )

    def _offer(self, menu: QMenu) -> None:
        """Offer everyone, and each of them to be added or taken away."""
        for chip in (self.everyone, *self.chips):
            action = menu.addAction(plain.menu_text(chip.accessibleName()))
            action.setCheckable(True)
            action.setChecked(chip.isChecked())
            action.setIcon(chip.disc())
            action.triggered.connect(lambda _on=False, chip=chip: self._toggle(chip))

    def _toggle(self, chip: Chip) -> None:
        own = chip.persona.id if chip.persona is not None else ""
        rest = tuple(one for one in self.on if one != own)
        self._choose((*rest, own) if own and own not in self.on else rest if own else ())

    def _click(self, chip: Chip) -> None:
        from PySide6.QtWidgets import QApplication

        adds = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier
        own = chip.persona.id if chip.persona is not None else ""
        if adds:
            self._choose(self.on)
        else:
            self._choose((own,) if chip.isChecked() else ())

    def _choose(self, persona_ids: Sequence[str]) -> None:
        self.show_chosen(persona_ids)
        self.chosen.emit(self.on)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        # By mouse it is asked over a chip; by key, of the one with the focus.
        chip = self.childAt(event.pos())
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            chip = self.focusWidget()
        if isinstance(chip, Chip):
            persona_id = chip.persona.id if chip.persona is not None else ""
            self.menu_asked.emit(persona_id, chip.mapToGlobal(chip.rect().bottomLeft()))

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def _fit(self) -> None:
        every = [self.everyone, *self.chips]
        gathered = bool(self.chips) and self.width() < self.least
        self.setMinimumWidth(self.gathered.sizeHint().width() + 16 if self.chips else 0)
        self.gathered.setVisible(gathered)
        for chip in every:
            chip.setVisible(bool(self.chips) and not gathered)
        wanted = sum(chip.width_of(short=False) + 6 for chip in every)
        room = self.width() - BEFORE
        for chip in self.chips:
            chip.shorten(short=wanted > room)
        discs = sum(chip.width_of(short=True) + 6 for chip in self.chips)
        self.everyone.shorten(short=wanted > room < discs + self.everyone.width_of(short=False) + 6)


def sure_to_delete(parent: QWidget, editing: Editing, persona_id: str) -> bool:
    """Whether a persona may go: where something hangs on them the user is asked.

    Args:
        parent: the window that asks.
        editing: knows the journey and the language.
        persona_id: who is to be deleted.
    """
    translate, language = QCoreApplication.translate, editing.language
    hanging = belonging.hanging(editing.journey, persona_id)
    if not hanging.loses:
        return True
    persona = editing.journey.get(Persona, persona_id)
    sentence = translate("Gallery", "Delete “{name}”?").format(name=called(persona))
    counts = (
        ("count.curve_points", hanging.points),
        ("count.stages_taken_part", hanging.parts),
    )
    going = [words.say(key, language, n=number) for key, number in counts if number]
    more = []
    if going:
        more.append(translate("Gallery", "With them go: {what}.").format(what=", ".join(going)))
    if hanging.cards:
        more.append(words.say("count.cards_freed", language, n=hanging.cards))
    more.append(translate("Gallery", "You can undo this."))
    answers: list[tuple[str, plain.Part]] = [
        (translate("Gallery", "Delete"), "destroy"),
        (translate("Gallery", "Cancel"), "reject"),
    ]
    return plain.ask(parent, sentence, " ".join(more), answers) == 0
