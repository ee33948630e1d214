"""Carrying things over the map: the preview makes room for them, the release writes one edit."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QRegion

from cjm_desktop.document import Ready
from cjm_desktop.journey import naming
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Path
from cjm_desktop.ui.tools import brushes, texts, trial
from cjm_desktop.ui.tools.gesture import Gesture, Hint, Pointer
from cjm_desktop.ui.tools.held import Held
from cjm_desktop.ui.tools.patience import Patience
from cjm_desktop.ui.tools.trial import Landing, Trial

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas

REST = 50
"""Milliseconds without a move after which the hand may be about to let go."""
AIR = 10.0
"""Pixels round what is painted that are painted anew with it."""
HELD = (Qt.CursorShape.ClosedHandCursor, Qt.CursorShape.DragCopyCursor)
"""The cursor while things are moved, and while they are copied."""


class Carry(Gesture):
    """Things in the hand.

    Args:
        canvas: the map.
        record_ids: what is carried, in order.
        pointer: where it was taken.
        grabbed: the one that is under the pointer.
    """

    copies = False
    """Whether Ctrl makes copies."""

    def __init__(
        self, canvas: Canvas, record_ids: Sequence[str], pointer: Pointer, grabbed: str
    ) -> None:
        super().__init__(canvas)
        self.ids = tuple(record_ids)
        self.held = Held(canvas, grabbed, pointer.at, len(self.ids))
        self.pointer = pointer
        self.trial: Trial | None = None
        self.landing: Landing | None = None
        self.why_not = ""
        self._key: object = None
        self._areas: list[QRectF] = []
        self._ready: tuple[Landing, tuple[Ready, tuple[str, ...]]] | None = None
        """What letting go comes to, and the ids then, if the hand has rested over a place."""
        self._patience = Patience()
        self._rest = QTimer()
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._foresee)

    # What a kind of thing decides for itself

    @abstractmethod
    def find(self, pointer: Pointer) -> Landing | str:
        """Where it would be put down, or in words why it cannot be."""

    @abstractmethod
    def step_name(self, *, copy: bool) -> tuple[str, dict[str, object]]:
        """Key and values of the step's name."""

    @abstractmethod
    def where(self, landing: Landing) -> tuple[str, str]:
        """What the pill says: the place, and the place among its neighbours."""

    def paint_place(self, painter: QPainter) -> None:
        """Paint where it comes from and where it would go."""

    def paint_over(self, painter: QPainter) -> None:
        """Paint what must be seen though the hand covers it."""

    def place_areas(self) -> list[QRectF]:
        """What `paint_place` covers."""
        return []

    # The gesture

    def move(self, pointer: Pointer) -> None:
        """Follow the pointer; arrange the map anew only where that means another place."""
        self.pointer = pointer
        found, copy = self.find(pointer), self.copies and pointer.control
        if (found, copy) != self._key:
            self._key = (found, copy)
            self.landing = found if isinstance(found, Landing) else None
            self.why_not = "" if self.landing else str(found)
            self._show_cursor()
            self._patience.call(lambda: self._arrange(found, copy=copy))
        self._rest.start()
        self._touch()

    def _touch(self) -> None:
        """Have what is painted over the map painted anew, where it was and where it is."""
        before = self._areas
        sign = [brushes.plus_rect(self.pointer.at)] if self.copying else []
        self._areas = [*self.place_areas(), self.held.area(self.hand), *sign, self._pill_area()]
        self.canvas.touch(before)
        self.canvas.touch(self._areas)

    def _show_cursor(self) -> None:
        shape = Qt.CursorShape.ForbiddenCursor if self.landing is None else HELD[self.copying]
        self.cursor = shape

    @property
    def hand(self) -> QPointF:
        """Where the hand seems to be: the pointer, or where what it holds falls into line."""
        return self.pointer.at

    @property
    def copying(self) -> bool:
        """Whether the release would leave what is held where it was, too."""
        return self.copies and self.pointer.control and self.landing is not None

    def _arrange(self, found: Landing | str, *, copy: bool) -> None:
        """Show the map as it would be."""
        self.trial = None
        journey = self.canvas.document.journey
        if isinstance(found, Landing) and self._makes_room(found, copy=copy):
            try:
                self.trial = trial.attempt(journey, self.ids, found, copy=copy, view=self._view)
            except Problem as problem:
                self.landing, self.why_not = None, problem.sentence(self.canvas.look.language)
        if self.trial is None:
            self.canvas.sheet.end_preview()
        else:
            self.canvas.sheet.preview(self.trial.journey, steady=True)
        self.arranged()
        self._show_cursor()
        self._touch()

    def _foresee(self) -> None:
        """Lay out what letting go here comes to, so that it is seen at once when it does."""
        self._patience.now()
        landing = self.landing
        # What is copied gets ids that nobody knows yet.
        if landing is None or self.copying or self._changes_nothing():
            return
        draft = Draft(self.canvas.document.journey)
        ids = trial.put(draft, self.ids, landing, copy=False, view=self._view)
        self.canvas.foresee(draft)
        # What the rules refuse is told when it is let go.
        with suppress(Problem):
            self._ready = landing, (self.canvas.document.ready(draft), ids)

    def _changes_nothing(self) -> bool:
        """Whether letting go here leaves all as it is; pins are put where no room is made."""
        pinned = self.landing is not None and self.landing.kind == "pin"
        return self.trial is None and not pinned

    def _makes_room(self, to: Landing, *, copy: bool) -> bool:
        """Whether the map would look different: a note pinned anywhere needs no room."""
        if to.kind == "pin":
            return False
        journey = self.canvas.document.journey
        return copy or not trial.is_home(journey, self.ids, to, self._view)

    @property
    def _view(self) -> Path:
        return self.canvas.look.path

    def arranged(self) -> None:
        """Another place has been found, or none: bring what is hidden up to date."""

    @property
    def shown_ids(self) -> tuple[str, ...]:
        """The ids of what is carried in what is shown now."""
        return self.trial.ids if self.trial is not None else self.ids

    def release(self, pointer: Pointer) -> None:
        """Put it down: one edit."""
        self._patience.now()
        landing, copy = self.landing, self.copies and pointer.control
        nothing = self._changes_nothing()
        self._let_go()
        if landing is None or nothing:
            self.canvas.sheet.end_preview()
            if landing is None and self.why_not:
                self.canvas.refused.emit(self.why_not)
            return
        key, values = self.step_name(copy=copy)
        there, ready = self._ready or (None, None)
        done = self.canvas.change(
            key,
            lambda draft: trial.put(draft, self.ids, landing, copy=copy, view=self._view),
            values,
            ready=ready if there == landing and not copy else None,
        )
        # Where the edit was refused the preview is still shown.
        self.canvas.sheet.end_preview()
        if done:
            self.canvas.select(done)

    def cancel(self) -> None:
        """Put it back."""
        self._let_go()
        self.canvas.sheet.end_preview()

    def _let_go(self) -> None:
        self._rest.stop()
        self._patience.forget()
        self.canvas.marks.hide(frozenset())
        self.canvas.marks.unringed = frozenset()

    def wipe(self) -> None:
        """Only what was painted goes."""
        self.canvas.touch(self._areas)

    def paint(self, painter: QPainter) -> None:
        """Paint the places, the thing at the pointer and the pill."""
        painter.save()
        self._keep_off_edges(painter)
        self.paint_place(painter)
        painter.restore()
        self.held.paint(painter, self.hand)
        self.paint_over(painter)
        if self.copying:
            brushes.plus(painter, self.pointer.at)
        strong, plain = self._said()
        if strong or plain:
            room = QRectF(self.canvas.viewport().rect())
            refused = self.landing is None
            brushes.pill(painter, self.pointer.at, strong, plain, room, alarm=refused)

    def _keep_off_edges(self, painter: QPainter) -> None:
        """What sticks to the edges lies over the places."""
        strips = self.canvas.sticky.strips()
        free = QRegion(self.canvas.viewport().rect())
        for strip in strips:
            free -= QRegion(strip.toRect())
        painter.setClipRegion(free)

    def _said(self) -> tuple[str, str]:
        if self.landing is None:
            return "", self.why_not
        return self.where(self.landing)

    def _pill_area(self) -> QRectF:
        strong, plain = self._said()
        room = QRectF(self.canvas.viewport().rect())
        rect = brushes.pill_rect(self.pointer.at, strong, plain, room)
        return rect.adjusted(-AIR, -AIR, AIR, AIR)

    def hint(self) -> Hint:
        """What helps while carrying."""
        keys = [texts.escape_key()]
        if self.copies:
            keys.append(QCoreApplication.translate("Canvas", "[Ctrl] copy"))
        keys.append(QCoreApplication.translate("Canvas", "the same by keys: [Ctrl]+[←↑↓→]"))
        return Hint(QCoreApplication.translate("Canvas", "Moving"), tuple(keys))

    def name(self) -> str:
        """What is carried, for the step's name."""
        record = self.canvas.document.journey.find(self.ids[0])
        language = self.canvas.document.language
        return naming.label(record, language) if record is not None else ""
