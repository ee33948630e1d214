"""Watches one field: underlines what is spelt wrong, and offers what may have been meant."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu

from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.controls import bold
from cjm_desktop.ui.spelling.fields import Field, Span, units

if TYPE_CHECKING:
    from cjm_desktop.journey.spelling import Speller
    from cjm_desktop.ui.spelling.spelling import Spelling

PAUSE = 350
"""Milliseconds without a key before words are checked."""
SLICE = 0.004
"""Seconds of checking before keys have their turn again."""


class Watch(QObject):
    """Checks the words of one field, a little at a time, when the hand rests.

    Args:
        field: lives as long as this.
        spelling: has the dictionaries and the user's own words.
    """

    def __init__(self, field: Field, spelling: Spelling) -> None:
        super().__init__(field.widget)
        self._field = field
        self._spelling = spelling
        self.wrong: tuple[Span, ...] = ()
        """What is underlined."""
        self._told: dict[str, tuple[Span, ...]] = {}
        """Paragraphs that were looked at, and what is wrong in them."""
        self._work: Iterator[None] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._go_on)
        for signal in field.changed:
            signal.connect(self._changed)
        for source in field.sources:
            source.installEventFilter(self)
        spelling.changed.connect(self.look_again)
        self._changed()

    def _changed(self) -> None:
        self._work = None
        self._pause.start(PAUSE)

    def look_again(self) -> None:
        """The dictionaries or the user's own words are others now."""
        self._told = {}
        self._work = None
        self._pause.start(0)

    def _go_on(self) -> None:
        speller = self._spelling.speller
        if speller is None:
            self._mark(())
            return
        if self._work is None:
            self._work = self._look(speller)
        until = time.perf_counter() + SLICE
        for _ in self._work:
            if time.perf_counter() > until:
                self._pause.start(0)
                return
        self._work = None

    def _look(self, speller: Speller) -> Iterator[None]:
        """Look at one paragraph after the other, then underline."""
        told: dict[str, tuple[Span, ...]] = {}
        found: list[Span] = []
        for paragraph in self._field.paragraphs():
            text = paragraph.text
            if text not in told:
                known = self._told.get(text)
                told[text] = tuple(_wrong_in(text, speller)) if known is None else known
            found += [Span(paragraph.start + one.start, one.length) for one in told[text]]
            yield
        self._told = told
        writing = self._field.caret if self._writing else -1
        # A word is not wrong before it is written to its end.
        self._mark(tuple(one for one in found if one.end != writing))

    @property
    def _writing(self) -> bool:
        return self._field.widget.hasFocus() and self._field.typed

    def _mark(self, spans: tuple[Span, ...]) -> None:
        if spans or self.wrong:
            self.wrong = spans
            self._field.mark(spans)

    # The menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._spelling.speller is None:
            return False
        if isinstance(event, QContextMenuEvent):
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            self._show_menu(None if by_key else event)
            return True
        if event.type() == QEvent.Type.KeyPress and _asks_for_menu(event):
            self._show_menu(None)
            return True
        return False

    def _show_menu(self, event: QContextMenuEvent | None) -> None:
        """Open the menu of the word under the pointer; without an event: at the caret."""
        field = self._field
        place = field.caret if event is None else field.at(event.pos())
        where = field.below_caret() if event is None else event.globalPos()
        self.menu_at(place).popup(where)

    def menu_at(self, place: int) -> QMenu:
        """The usual menu, and above it what concerns the word at a place.

        Args:
            place: in the text, in Qt's units.
        """
        menu = self._field.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._offer(menu, place)
        return menu

    def _offer(self, menu: QMenu, place: int) -> None:
        speller, found = self._spelling.speller, self._word_at(place)
        if speller is None or found is None:
            return
        span, word = found
        offered: list[QAction] = []
        if speller.is_own(word):
            forget = QAction(self.tr("Remove from my words"), menu)
            forget.triggered.connect(partial(self._spelling.forget, word))
            offered.append(forget)
        elif not speller.is_right(word):
            offered += [self._suggestion(menu, span, one) for one in speller.suggest(word)]
            if not offered:
                offered.append(QAction(self.tr("No suggestions"), menu))
                offered[0].setEnabled(False)
            add = QAction(icons.icon("plus"), self.tr("Add to my words"), menu)
            add.triggered.connect(partial(self._spelling.add, word))
            offered.append(add)
        first = next(iter(menu.actions()), None)
        if offered and first is not None:
            menu.insertActions(first, offered)
            menu.insertSeparator(first)
            menu.setActiveAction(offered[0])

    def _suggestion(self, menu: QMenu, span: Span, word: str) -> QAction:
        made = QAction(plain.menu_text(word), menu)
        made.setFont(bold(menu.font()))
        made.triggered.connect(partial(self._field.replace, span, word))
        return made

    def _word_at(self, place: int) -> tuple[Span, str] | None:
        from cjm_desktop.journey.spelling import words_of

        for paragraph in self._field.paragraphs():
            if not paragraph.start <= place <= paragraph.start + units(paragraph.text):
                continue
            for word in words_of(paragraph.text):
                span = _span(paragraph.text, word.start, word.text)
                span = Span(span.start + paragraph.start, span.length)
                if span.start <= place <= span.end:
                    return span, word.text
        return None


def _wrong_in(text: str, speller: Speller) -> Iterator[Span]:
    for word in speller.wrong(text):
        yield _span(text, word.start, word.text)


def _span(text: str, start: int, word: str) -> Span:
    return Span(units(text[:start]), units(word))


def _asks_for_menu(event: QEvent) -> bool:
    """Shift+F10; the menu key itself comes as the wish for a menu."""
    return (
        isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_F10
        and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    )
