"""The board of hypotheses and the matrix of opportunities, over the map they belong to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget

from cjm_desktop.document import Change
from cjm_desktop.journey import naming
from cjm_desktop.journey.hypotheses import STATUSES
from cjm_desktop.journey.records import Hypothesis, Opportunity
from cjm_desktop.ui import charts, plain
from cjm_desktop.ui.areas import Ground
from cjm_desktop.ui.controls import Segments, line
from cjm_desktop.ui.dialogs.frame import EditingFrame, add_undo
from cjm_desktop.ui.hypotheses import Deeds
from cjm_desktop.ui.improving import hints
from cjm_desktop.ui.improving.board import Board
from cjm_desktop.ui.improving.hints import Tab
from cjm_desktop.ui.improving.matrix import NOT_SAID, Matrix
from cjm_desktop.ui.improving.menus import fill_add_menu
from cjm_desktop.ui.improving.sheet import Sheet, begin

if TYPE_CHECKING:
    from cjm_desktop.ui.bench import Bench
    from cjm_desktop.ui.work import Work

Key = Qt.Key
_SMALL = 1100
"""Below this width sheet and tray are narrower, px."""
_TABS: tuple[Tab, Tab] = ("board", "matrix")


class Improving(EditingFrame):
    """Hypotheses and opportunities of the map that a bench shows.

    Args:
        bench: its commands undo what is done here.
        work: the document.
        tab: what is shown at first.
        record_id: what is chosen at first: a hypothesis, an opportunity; empty: the first one.
    """

    map_asked = Signal(str)
    """This record is to be shown on the map."""

    def __init__(self, bench: Bench, work: Work, tab: Tab = "board", record_id: str = "") -> None:
        title = QCoreApplication.translate("Improving", "Hypotheses and opportunities")
        super().__init__(bench.window, work.editing, title, QSize(1480, 900))
        self._bench, self._work = bench, work
        self.deeds = Deeds(work.editing)
        self._chosen: dict[Tab, str] = {"board": "", "matrix": ""}
        self._finished: dict[str, str] = {}
        """The edits that ended a hypothesis whose outcome is still asked for."""
        self._build()
        self._connect()
        self._chosen[tab] = record_id
        self.turn(tab)

    # Putting it together

    def _build(self) -> None:
        self.head.setSpacing(16)
        self.tabs = Segments(_TABS)
        self.tabs.say((self.tr("Board"), self.tr("Effect and effort")))
        self.head.addWidget(self.tabs)
        self.head.addStretch(1)
        add_undo(self.head, self, self._bench.commands)
        self.board, self.matrix = Board(), Matrix()
        self.stack = QStackedWidget()
        self._area = Ground(self.board)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        for one in (self._area, self.board, self.matrix, self.matrix.area):
            one.setProperty("look", "ground")
        self.stack.addWidget(self._area)
        self.stack.addWidget(self.matrix)
        self.middle.addWidget(self.stack, 1)
        self.middle.addWidget(line("post"))
        self.sheet = Sheet(self._work.editing)
        self.middle.addWidget(self.sheet)

    def _connect(self) -> None:
        board, matrix = self.board, self.matrix
        self._work.changed.connect(self._changed)
        self.tabs.chosen.connect(self.turn)
        board.chosen.connect(self._choose)
        board.moved.connect(self._move)
        board.concluded.connect(self._conclude)
        board.add.clicked.connect(self.ask_about)
        matrix.chosen.connect(self._choose)
        matrix.rated.connect(self._rate)
        for one in (board, matrix):
            one.opened.connect(self._edit)
            one.menu_asked.connect(self._menu)
        self.sheet.jumped.connect(self.go_to)
        self.sheet.map_asked.connect(self._to_map)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for one in (self.sheet, self.matrix, self.board):
            one.narrow(narrow=self.width() < _SMALL)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Before it had its size the board was scrolled as in a much narrower one.
        self._area.horizontalScrollBar().setValue(0)
        self._reach()

    # What is shown

    @property
    def tab(self) -> Tab:
        """What is shown: the board or the matrix."""
        return _TABS[self.stack.currentIndex()]

    @property
    def _shown(self) -> Board | Matrix:
        return self.board if self.tab == "board" else self.matrix

    @property
    def chosen(self) -> str:
        """The id of the hypothesis or opportunity that is chosen; empty: none."""
        return self._chosen[self.tab]

    def turn(self, tab: str) -> None:
        """Show the board or the matrix."""
        self.tabs.choose(tab)
        self.stack.setCurrentIndex(_TABS.index("matrix" if tab == "matrix" else "board"))
        self.told.hint(hints.how(self.tab, self._key("edit.hypothesis")))
        self._show()
        self.sheet.show_record(self.chosen, hints.nothing(self.tab, self._key("edit.answer")))
        (self._shown.card or self.close_button).setFocus()

    def _show(self) -> None:
        work, tab = self._work, self.tab
        for one in (self.board, self.matrix):
            one.show_map(work.journey, work.map_id, work.look.language, "")
        cards = self._shown.cards
        if self.chosen not in cards:
            self._chosen[tab] = next(iter(self._order()), "")
        self._shown.choose(self.chosen)
        self._reach()
        self.sheet.keep(self.chosen, hints.nothing(tab, self._key("edit.answer")))

    def _reach(self) -> None:
        """Scroll the board to the chosen card."""
        if self.board.card is not None and self.tab == "board":
            self._area.ensureWidgetVisible(self.board.card, 24, 24)

    def _order(self) -> list[str]:
        """The cards that are shown, in reading order."""
        if self.tab == "matrix":
            return list(self.matrix.cards)
        return [card.record_id for column in self.board.columns for card in column.cards]

    def _choose(self, record_id: str) -> None:
        self._chosen[self.tab] = record_id
        self.sheet.show_record(record_id)

    def _changed(self, change: Change) -> None:
        self.sheet.document_changed(change)
        if change.cause != "edit":
            back = [one.id for one in change.put if one.id in self._shown.cards]
            self._chosen[self.tab] = back[0] if back else self.chosen
        self._show()
        self.told.hint(hints.how(self.tab, self._key("edit.hypothesis")))

    def go_to(self, record_id: str) -> None:
        """Go to what the sheet names: a card of board or matrix, else look it up in the sheet."""
        record = self._work.journey.find(record_id)
        if isinstance(record, Hypothesis | Opportunity):
            tab: Tab = "board" if isinstance(record, Hypothesis) else "matrix"
            self._chosen[tab] = record_id
            self.turn(tab)
        else:
            self.sheet.look_up(record_id)

    def _to_map(self, record_id: str) -> None:
        self.map_asked.emit(record_id)
        self.accept()

    # What is done

    def _move(self, hypothesis_id: str, status: str, place: int) -> None:
        was = self._work.journey.get(Hypothesis, hypothesis_id)
        after = next(one for one in STATUSES if one == status)
        merge = self.deeds.move(self, hypothesis_id, after, place)
        self._chosen["board"] = hypothesis_id
        self._show()
        card = self.board.cards[hypothesis_id]
        card.setFocus()
        if merge and after == "idea" and was.started:
            name = plain.clean(naming.label(was, self._work.look.language))
            self.told.hint(hints.untried(name, charts.long_date(was.started)))
        if merge and after != was.status and after in ("confirmed", "rejected"):
            self._finished[hypothesis_id] = merge
            card.ask()

    def _conclude(self, hypothesis_id: str, outcome: str) -> None:
        merge = self._finished.pop(hypothesis_id, None)
        found = self._work.journey.find(hypothesis_id)
        if isinstance(found, Hypothesis) and found.outcome != outcome:
            self.deeds.conclude(hypothesis_id, outcome, merge)

    def _rate(self, opportunity_id: str, effect: int, effort: int) -> None:
        self.deeds.rate(opportunity_id, effect, effort)
        self._chosen["matrix"] = opportunity_id
        self._show()
        self.matrix.cards[opportunity_id].setFocus()

    def _edit(self, record_id: str) -> None:
        """Put the cursor into the texts of a card."""
        self._choose(record_id)
        if self.sheet.page is not None:
            begin(self.sheet.page)

    def make(self, about_id: str) -> None:
        """Make a hypothesis of an opportunity or a barrier, and let its texts be edited."""
        made = self.deeds.create(about_id)
        if made:
            self._chosen["board"] = made
            self.turn("board")
            self._edit(made)

    def ask_about(self) -> None:
        """Ask what a new hypothesis comes from, and make it."""
        menu = self.add_menu()
        menu.exec(self.board.add.mapToGlobal(self.board.add.rect().bottomLeft()))
        menu.deleteLater()

    def add_menu(self) -> QMenu:
        """What a new hypothesis may come from."""
        work, menu = self._work, QMenu(self)
        fill_add_menu(menu, work.journey, work.map_id, work.look.language, self.make)
        return menu

    def delete(self) -> None:
        """Delete the chosen hypothesis; opportunities are deleted on the map."""
        if self.tab == "board" and self.chosen:
            order, gone = self._order(), self.chosen
            at = order.index(gone)
            near = (*order[at + 1 :], *reversed(order[:at]))
            self._chosen["board"] = next(iter(near), "")
            self.deeds.delete(gone)
            self._show()
            (self.board.card or self.board.add).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        deed = self._deed(event) if self._shown.isAncestorOf(self.focusWidget()) else None
        if deed is not None:
            deed()
        elif event.key() in (Key.Key_Return, Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _key(self, command_id: str) -> str:
        """The key of a command of the map, which does the same here."""
        return self._bench.commands.key(command_id)

    def _deed(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What a key on a card does."""
        known: dict[int, Callable[[], object]] = {Key.Key_Insert: self.ask_about}
        if self.chosen:
            edit = partial(self._edit, self.chosen)
            known |= {Key.Key_F2: edit, Key.Key_Return: edit, Key.Key_Enter: edit}
            if self.tab == "board":
                known[Key.Key_Delete] = self.delete
            elif (
                QKeySequence(event.keyCombination())
                in self._bench.commands["edit.hypothesis"].shortcuts()
            ):
                return partial(self.make, self.chosen)
        return known.get(event.key())

    def _menu(self, record_id: str, at: QPoint) -> None:
        menu = self.menu(record_id)
        menu.exec(at)
        menu.deleteLater()

    def menu(self, record_id: str) -> QMenu:
        """What can be done to a card."""
        self._choose(record_id)
        self._shown.choose(record_id)
        menu = QMenu(self)
        menu.addAction(self.tr("Edit the texts"), partial(self._edit, record_id))
        menu.addAction(self.tr("Show on the map"), partial(self._to_map, record_id))
        menu.addSeparator()
        if self.tab == "board":
            for column in self.board.columns:
                if record_id not in [card.record_id for card in column.cards]:
                    move = partial(self.board.moved.emit, record_id, column.status, 10**6)
                    menu.addAction(column.title.text(), move)
            menu.addSeparator()
            menu.addAction(self.tr("Delete"), self.delete)
        else:
            menu.addAction(self.tr("Make a hypothesis of it"), partial(self.make, record_id))
            menu.addAction(
                self.tr("Not rated"), partial(self.matrix.rated.emit, record_id, *NOT_SAID)
            )
        return menu
