"""Finding words on the maps of a document, going from one to the next, and replacing them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from cjm_desktop.journey import finding, reading
from cjm_desktop.journey.finding import Finder, Hit
from cjm_desktop.journey.records import JourneyMap, Record
from cjm_desktop.ui.canvas.view import Canvas
from cjm_desktop.ui.verbs.verbs import Verbs

if TYPE_CHECKING:
    from cjm_desktop.ui.bench import Bench
    from cjm_desktop.ui.finding.bar import FindBar
    from cjm_desktop.ui.finding.listing import Told
    from cjm_desktop.ui.finding.rewording import Rewording

PAUSE = 60
"""Milliseconds after a change until one looks again: a text that is typed changes with each key."""
LONGEST = 100
"""Characters of what is chosen that may be looked for at once."""


class FindVerbs(Verbs):
    """Finds on the maps of the document on a bench.

    Args:
        bench: of one window.
    """

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._bar: FindBar | None = None
        self._finder = Finder()
        self.hits: tuple[Hit, ...] = ()
        """What was found, in the order of reading."""
        self._coded: frozenset[Hit] = frozenset()
        """Those of them that are found by their code; nothing in their words is replaced."""
        self.current = -1
        """The number of the hit one has gone to."""
        self._back: QWidget | None = None
        """What had the keyboard before."""
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(PAUSE)
        self._late.timeout.connect(self.look)
        on = bench.commands.on
        on("edit.find", self.open)
        on("edit.find_next", lambda: self.step(1))
        on("edit.find_previous", lambda: self.step(-1))
        on("edit.replace", self._open_replacing)
        bench.document_shown.connect(self._shown)

    @property
    def bar(self) -> FindBar:
        """The bar over the map, made when it is first asked for."""
        if self._bar is None:
            from cjm_desktop.ui.finding.bar import FindBar

            self._bar = bar = FindBar(self._tell, self._keys)
            self._bench.desk.look_changed.connect(bar.retranslate)
            bar.asked.connect(self._asked)
            bar.step.connect(self.step)
            bar.gone_to.connect(self.go_to)
            bar.preview_asked.connect(self._preview)
            bar.left.connect(self.close)
            bar.resized.connect(self._make_room)
            bar.hide()
            column = self._bench.page.layout()
            if isinstance(column, QVBoxLayout):
                column.insertWidget(1, bar)
            self._bench.overlay.below.append(bar)
        return self._bar

    def _keys(self) -> tuple[str, str]:
        commands = self._bench.commands
        return commands.key("edit.find_previous"), commands.key("edit.find_next")

    @property
    def _is_open(self) -> bool:
        return self._bar is not None and not self._bar.isHidden()

    def leave_document(self) -> None:
        """Forget what was found; the document goes."""
        self._late.stop()
        self._finder, self.hits, self.current, self._back = Finder(), (), -1, None
        if self._bar is not None:
            self._bar.list.hits.show_count(0)
            self._bar.hide()

    def _shown(self) -> None:
        self._work.changed.connect(self._changed)
        self._work.turned.connect(self._turned)

    def _changed(self) -> None:
        """Look again soon; how much was replaced before may be undone by now."""
        if self._is_open:
            self.bar.replaced = 0
            self._late.start()

    # Opening and leaving

    def open(self) -> None:
        """Let the user say what to look for; words that are chosen are a good beginning."""
        now = QApplication.focusWidget()
        words = _chosen_words(now)
        self._work.canvas.writing.commit()
        bar = self.bar
        if now is None or not (now is bar or bar.isAncestorOf(now)):
            self._back = now
        bar.begin(words)
        self._make_room()
        self.look()

    def _open_replacing(self) -> None:
        self.open()
        self.bar.show_replacing(shown=True)
        if self.hits:
            self.bar.words.setFocus()

    def _watch(self) -> None:
        """Hear Esc on what shows the map."""
        for one in (self._bench.layouts.front, *self._work.canvases):
            one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc on the map puts the bar away before it does anything else."""
        if event.type() != QEvent.Type.KeyPress or not self._is_open:
            return super().eventFilter(watched, event)
        leaves = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        busy = isinstance(watched, Canvas) and (
            watched.hands.gesture is not None or watched.tool != "select"
        )
        if not leaves or busy or not isinstance(watched, QWidget):
            return super().eventFilter(watched, event)
        self._back = watched
        self.close()
        return True

    def close(self) -> None:
        """Put the bar away; the keyboard goes back to where it was."""
        self.bar.hide()
        self._late.stop()
        self._make_room()
        self._mark()
        back = self._back
        there = back is not None and isValid(back) and back.isVisible()
        (back if there and back is not None else self._bench.layouts.front).setFocus()

    def _make_room(self) -> None:
        """Let what lies over the map begin below the bar."""
        self._bench.overlay.lie()
        self._bench.window.banners.begin(self._bench.overlay.top)

    # Looking

    def _asked(self) -> None:
        self.current, self.bar.replaced = -1, 0
        self.look()

    def _turned(self) -> None:
        if self._is_open:
            self.look()

    def look(self) -> None:
        """Find what is asked for in the document as it is, and stay at the same hit."""
        if not self._is_open or self._bench.work is None:
            return
        self._watch()
        work, bar = self._work, self.bar
        at = self.hits[self.current] if 0 <= self.current < len(self.hits) else None
        map_id = None if bar.everywhere else work.map_id
        text = bar.field.text()
        coded = finding.by_code(work.journey, text, work.map_id, everywhere=bar.everywhere)
        self._coded = frozenset(coded)
        self.hits = coded + self._finder.find(work.journey, text, map_id)
        self.current = self.hits.index(at) if at in self.hits else -1
        bar.show_maps(len(work.journey.maps()))
        bar.list.hits.show_count(len(self.hits))
        bar.show_found(len(self.hits), self.current, self._elsewhere())
        self._mark()

    def _elsewhere(self) -> int:
        """How many are found on other maps, where there are none on this one."""
        journey, bar = self._work.journey, self.bar
        if self.hits or bar.everywhere or len(journey.maps()) < 2:
            return 0
        return len(self._finder.find(journey, bar.field.text()))

    def _mark(self) -> None:
        """Mark on the map what was found while the bar is open."""
        if self._bench.work is None:
            return
        journey = self._work.journey
        hits = self.hits if self._is_open else ()
        found = [(one, *self._anchors(one)) for one in dict.fromkeys(hit.record_id for hit in hits)]
        now = self.hits[self.current].record_id if hits and self.current >= 0 else ""
        record = journey.find(now)
        held = reading.anchor(journey, record) if record is not None else None
        for canvas in self._work.canvases:
            strong = now if canvas.record_rect(now) is not None or held is None else held.id
            if canvas.traces.show(found, strong):
                canvas.viewport().update()

    def _anchors(self, record_id: str) -> tuple[str, ...]:
        record = self._work.journey.find(record_id)
        held = reading.anchor(self._work.journey, record) if record is not None else None
        return (held.id,) if held is not None else ()

    def _tell(self, row: int) -> Told:
        """A hit in words, for the list."""
        hit, work = self.hits[row], self._work
        journey, language = work.journey, self._bench.desk.language
        record = journey.find(hit.record_id)
        if record is None:  # it has just gone, and the list is not yet made anew
            return finding.Excerpt("", "", ""), ""
        return finding.excerpt(journey, hit), self._stands(record, hit, language)

    def _stands(self, record: Record, hit: Hit, language: str) -> str:
        journey = self._work.journey
        parts = [reading.place(journey, record, hit.field, language)]
        map_id = journey.map_of(record)
        if self.bar.everywhere and map_id and len(journey.maps()) > 1:
            parts.insert(0, journey.get(JourneyMap, map_id).title)
        return " · ".join(parts)

    # Going

    def step(self, by: int) -> None:
        """Go on by so many hits, round and round; open the bar where nothing is looked for."""
        if not self._is_open:
            asked = self._bar is not None and bool(self._bar.field.text().strip())
            self.open()
            if not asked:
                return
        if not self.hits:
            return
        if self.current >= 0:
            self.go_to((self.current + by) % len(self.hits))
            return
        begin = self._begin()
        self.go_to((begin if by > 0 else begin - 1) % len(self.hits))

    def _begin(self) -> int:
        """The first hit from what is chosen on; where nothing is, from the head of the map on."""
        work = self._work
        selection = work.canvas.selection
        if not selection and not self.bar.everywhere:
            return 0
        chosen = selection[-1] if selection else ""
        return finding.nearest(work.journey, self.hits, work.map_id, chosen)

    def go_to(self, number: int) -> None:
        """Go to the hit of this number."""
        from cjm_desktop.ui.finding.leading import lead

        if not 0 <= number < len(self.hits):
            return
        for canvas in self._work.canvases:
            canvas.keep_zoom()
        self._work.canvas.writing.commit()
        self.current, self.bar.replaced = number, 0
        lead(self._bench, self._work, self.hits[number])
        self.bar.show_found(len(self.hits), self.current)
        self._mark()

    # Replacing

    def _preview(self) -> None:
        dialog = self.preview()
        dialog.exec()
        dialog.deleteLater()
        self.look()

    def preview(self) -> Rewording:
        """What would be replaced, to choose from."""
        from cjm_desktop.ui.finding.rewording import Rewording

        self.look()
        bar = self.bar
        asked = bar.field.text(), bar.words.text()
        first = len(self._coded)
        made = Rewording(
            self._bench.window,
            self._work.editing,
            self.hits[first:],
            asked,
            lambda row: self._tell(row + first),
        )
        made.replaced.connect(partial(setattr, bar, "replaced"))
        return made


def _chosen_words(widget: QWidget | None) -> str:
    """What is chosen in the field that has the keyboard, if it is short and on one line."""
    chosen = ""
    if isinstance(widget, QLineEdit):
        chosen = widget.selectedText()
    elif isinstance(widget, QPlainTextEdit):
        chosen = widget.textCursor().selectedText()
    return chosen if len(chosen) <= LONGEST and "\u2029" not in chosen else ""
