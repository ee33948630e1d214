"""The gallery of personas: cards by segment, and all that is known of the chosen one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMargins, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QMenu,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from cjm_desktop.document import Change
from cjm_desktop.journey.records import Persona
from cjm_desktop.ui import areas, plain
from cjm_desktop.ui.controls import button, line
from cjm_desktop.ui.dialogs.frame import EditingFrame, add_undo
from cjm_desktop.ui.inspector.page import Page
from cjm_desktop.ui.personas.board import Board
from cjm_desktop.ui.personas.deeds import Deeds
from cjm_desktop.ui.personas.reading import groups
from cjm_desktop.ui.picture_taking import PictureTaking
from cjm_desktop.ui.stylesheet import scaled

if TYPE_CHECKING:
    from cjm_desktop.ui.bench import Bench
    from cjm_desktop.ui.work import Work

_FORM = 352
"""Width of the column with the chosen persona's sheet at the usual size of text, px."""
Key = Qt.Key


class Gallery(EditingFrame):
    """Every persona of the document that a bench shows.

    Args:
        bench: its commands undo what is done here.
        work: the document.
        persona_id: who is chosen at first; empty: the first one.
    """

    def __init__(self, bench: Bench, work: Work, persona_id: str = "") -> None:
        title = QCoreApplication.translate("Gallery", "Personas")
        super().__init__(bench.window, work.editing, title, QSize(1280, 860))
        self._bench, self._work = bench, work
        self.deeds = Deeds(work)
        self.taking = PictureTaking(work.editing)
        self.page: Page | None = None
        self.add: QPushButton = button(self.tr("New persona"), "user-plus")
        self._folded: dict[str, bool] = {}
        self._build()
        self._connect()
        work.changed.connect(self._changed)
        wide = scaled(_FORM, self.fontInfo().pixelSize())
        self._form.setFixedWidth(min(wide, self.width() // 2))
        self._show(persona_id)
        (self.board.card or self.add).setFocus()

    # Putting it together

    def _build(self) -> None:
        self._build_head()
        self.board = Board()
        self.area = areas.scrolling(self.board)
        self.area.setProperty("look", "ground")
        self.board.setProperty("look", "ground")
        self.middle.addWidget(self.area, 1)
        self.middle.addWidget(line("post"))
        self._form = areas.scrolling(QWidget())
        self.middle.addWidget(self._form)
        self._hint()

    def _build_head(self) -> None:
        row = self.head
        row.setSpacing(8)
        self._count = plain.Elided("", "secondary")
        self._count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self._count, 1)
        add_undo(row, self, self._bench.commands)
        row.addSpacing(8)
        self.segment = button(self.tr("New segment"), "users-group")
        for one in (self.segment, self.add):
            one.setAutoDefault(False)
            row.addWidget(one)

    def _hint(self) -> None:
        self.told.hint(self.tr(
            "Drag cards to order them and to move them to another segment; Ctrl with the arrows "
            "does the same. A picture may be dropped on a card or pasted with Ctrl+V."
        ))  # fmt: skip

    def _connect(self) -> None:
        board = self.board
        board.chosen.connect(self._show)
        board.moved.connect(self._move)
        board.parted.connect(
            lambda one: self._move(one, self.deeds.new_segment(), 0, describe=True)
        )
        board.described.connect(self.deeds.describe)
        board.more_asked.connect(self._create)
        board.opened.connect(self.edit)
        board.menu_asked.connect(self._menu)
        board.pictured.connect(self.taking.take)
        self.add.clicked.connect(lambda: self._create(self._segment_of_chosen()))
        self.segment.clicked.connect(self._create_segment)

    # What is shown

    @property
    def chosen(self) -> Persona | None:
        """Who is chosen."""
        found = self._work.journey.find(self.board.current)
        return found if isinstance(found, Persona) else None

    def _segment_of_chosen(self) -> str:
        return self.chosen.segment.strip() if self.chosen is not None else ""

    def _show(self, persona_id: str = "") -> None:
        """Show everybody, and choose somebody."""
        journey = self._work.journey
        personas = [one for group in groups(journey.personas()) for one in group.personas]
        known = [one.id for one in personas]
        current = persona_id if persona_id in known else (known[0] if known else "")
        self.board.show_people(journey, current)
        self._count.set(self.tr("%n in this file", "", len(personas)))
        card = self.board.card
        if card is not None:
            self.area.ensureWidgetVisible(card, 0, 24)
        if self.page is None or self.page.record_id != current:
            self._show_sheet()

    def _show_sheet(self) -> None:
        persona = self.chosen
        self.page = None
        areas.empty(self._form)
        if persona is not None:
            self.page = Page(self._work.editing, persona, self._folded)
            self._form.setWidget(self.page)
        else:
            self._form.setWidget(areas.remark(self.tr(
                "A persona is the typical person of a segment: what they need, how they choose, "
                "what they fear. People of one segment decide and buy alike, whatever their age."
            ), QMargins(20, 20, 20, 20)))  # fmt: skip

    def _changed(self, change: Change) -> None:
        gone = self.board.current not in self._work.journey
        beside = self._beside() if gone else self.board.current
        if change.cause != "edit" and self._form.isAncestorOf(self.focusWidget()):
            # What is being typed must not come back over what undo shows.
            (self.board.card or self.add).setFocus()
        made = next((one.id for one in change.put if isinstance(one, Persona)), "")
        back = change.cause != "edit" and made
        self._show(made if back else beside)
        if self.page is not None:
            self.page.refresh(change)
        self._hint()

    def _beside(self) -> str:
        """The neighbour of the chosen one, who is gone."""
        cards = [card.persona.id for shelf in self.board.shelves for card in shelf.cards]
        at = cards.index(self.board.current) if self.board.current in cards else 0
        near = (*cards[at + 1 :], *reversed(cards[:at]))
        return next((one for one in near if one in self._work.journey), "")

    # What is done

    def _create(self, segment: str) -> None:
        made = self.deeds.create(segment)
        if made:
            self._show(made)
            self.edit()

    def _create_segment(self) -> None:
        made = self.deeds.create(self.deeds.new_segment())
        if made:
            self._show(made)
            self._describe(made)

    def _describe(self, persona_id: str) -> None:
        """Let the user say what is special about a persona's segment."""
        card = self.board.cards[persona_id]
        shelf = next(one for one in self.board.shelves if card in one.cards)
        if shelf.heading is not None:
            shelf.heading.setFocus()
            shelf.heading.selectAll()

    def _move(self, persona_id: str, segment: str, index: int, *, describe: bool = False) -> None:
        self.deeds.move(persona_id, segment, index)
        self._show(persona_id)
        self.board.cards[persona_id].setFocus()
        if describe:
            self._describe(persona_id)

    def edit(self) -> None:
        """Put the cursor into the chosen persona's name."""
        if self.page is not None:
            self.page.begin()

    def copy(self) -> None:
        """Copy the chosen persona and choose the copy."""
        made = self.deeds.copy(self.board.current) if self.chosen is not None else None
        if made:
            self._show(made)
            self.board.cards[made].setFocus()

    def delete(self) -> None:
        """Delete the chosen persona."""
        if self.chosen is not None and self.deeds.delete(self, self.board.current):
            (self.board.card or self.add).setFocus()

    def make_map(self) -> None:
        """Make a map for the chosen persona that follows the one that is shown, and go to it."""
        if self.chosen is not None:
            self._bench.roles.make(self.board.current)
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        deed = self._deed(event) if self.board.isAncestorOf(self.focusWidget()) else None
        if deed is not None:
            deed()
        else:
            super().keyPressEvent(event)

    def _deed(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What a key on a card does."""
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            known: dict[int, Callable[[], object]] = {
                Key.Key_V: lambda: self.taking.paste(self.board.current),
                Key.Key_D: self.copy,
            }
            return known.get(event.key()) if self.chosen is not None else None
        return {
            Key.Key_Delete: self.delete,
            Key.Key_F2: self.edit,
            Key.Key_Return: self.edit,
            Key.Key_Enter: self.edit,
            Key.Key_Insert: lambda: self._create(self._segment_of_chosen()),
        }.get(Key(event.key()))

    def _menu(self, persona_id: str, at: QPoint) -> None:
        self._show(persona_id)
        menu = self.menu()
        menu.exec(at)
        menu.deleteLater()

    def menu(self) -> QMenu:
        """What can be done to the chosen persona."""
        menu, chosen = QMenu(self), self.board.current
        menu.addAction(self.tr("Copy"), self.copy)
        segments = menu.addMenu(self.tr("Move to the segment"))
        for shelf in self.board.shelves:
            named = plain.menu_text(shelf.segment) or self.tr("Without a segment")
            segments.addAction(named, partial(self._move, chosen, shelf.segment, 10**6))
        segments.addSeparator()
        segments.addAction(
            self.tr("A segment of their own"), lambda: self.board.parted.emit(chosen)
        )
        menu.addSeparator()
        menu.addAction(self.tr("Choose a picture…"), lambda: self.taking.ask(self, chosen))
        paste = menu.addAction(self.tr("Paste the picture"), lambda: self.taking.paste(chosen))
        paste.setEnabled(self.taking.can_paste())
        without = menu.addAction(self.tr("Without a picture"), lambda: self.taking.remove(chosen))
        without.setEnabled(self.chosen is not None and self.chosen.picture_id is not None)
        menu.addSeparator()
        menu.addAction(self.tr("Make a map for them"), self.make_map)
        menu.addAction(self.tr("Delete"), self.delete)
        return menu
