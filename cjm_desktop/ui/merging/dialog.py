"""The dialog of a merge: a copy is looked at, questions are answered, and it comes in one step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QProgressBar, QPushButton, QWidget

from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.merging.conflicts import SIDES, Side
from cjm_desktop.journey.problems import Problem
from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import button
from cjm_desktop.ui.dialogs.frame import Frame
from cjm_desktop.ui.merging.drawing import MergeDelegate
from cjm_desktop.ui.merging.preview import Preview, look
from cjm_desktop.ui.merging.rows import MergeRows
from cjm_desktop.ui.spoken import when
from cjm_desktop.ui.worker import Worker

if TYPE_CHECKING:
    from cjm_desktop.document import Document
    from cjm_desktop.document.merging import Reunion
    from cjm_desktop.journey.merging.conflicts import Choices

_KEYS: dict[int, Side] = {Qt.Key.Key_Left: "ours", Qt.Key.Key_Right: "theirs"}


class MergeList(QListView):
    """Questions and what comes along; arrows to the sides answer."""

    chosen = Signal(int, str)
    """A row, and the side whose answer is taken."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "rows")
        self.drawing = MergeDelegate(self)
        self.setItemDelegate(self.drawing)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        # A copy may bring thousands of lines: they are laid out while one reads.
        self.setLayoutMode(QListView.LayoutMode.Batched)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, side = self.currentIndex().row(), _KEYS.get(event.key())
        if side is None and event.key() == Qt.Key.Key_Space:
            model = self.model()
            taken = model.chosen(row) if isinstance(model, MergeRows) else None
            side = "ours" if taken == "theirs" else "theirs"
        if side is None:
            super().keyPressEvent(event)
        else:
            self.chosen.emit(row, side)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            for side, box in zip(SIDES, self._boxes(index), strict=True):
                if box.contains(at):
                    self.chosen.emit(index.row(), side)

    def _boxes(self, index: QModelIndex) -> tuple[QRect, QRect]:
        return self.drawing.boxes(self.visualRect(index), self.font())


class MergeDialog(Frame):
    """A copy beside the map that is open.

    Args:
        document: the map; it is changed by nobody else while this is shown.
        path: of the copy.
        language: of the window.
        parent: the window it belongs to.
        foresee: is shown in a thread what the map becomes, before it does.
    """

    def __init__(
        self,
        document: Document,
        path: Path,
        language: str,
        parent: QWidget,
        foresee: Callable[[Draft], object],
    ) -> None:
        said = QCoreApplication.translate("MergeDialog", "Merge a copy")
        super().__init__(parent, said)
        self._document, self._language, self._foresee = document, language, foresee
        self.preview = Preview()
        self.outcome: Journey | None = None
        """What the map is to become; None: it stays as it is."""
        self.adopts = False
        """The maps of the copy are to stand beside this one's."""
        self.inside.addWidget(plain.label(plain.clean(path.name), "strong"))
        self.told = plain.label(self.tr("Reading the copy…"), "secondary", wrap=True)
        self.inside.addWidget(self.told)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.inside.addWidget(self.bar)
        self._fill()
        self._worker = Worker(self)
        self._worker.done.connect(self._came)
        self._worker.do(partial(look, document.past(), path, document.home, language))
        self.resize(820, min(660, parent.height() - 60))

    def _fill(self) -> None:
        self.rows = MergeRows(self._language, self)
        self.rows.answered.connect(self._refresh)
        self.list = MergeList()
        self.list.setAccessibleName(self.heading.text())
        self.list.setModel(self.rows)
        self.list.chosen.connect(self.rows.choose)
        self.all = {
            "ours": button(self.tr("All as in this map")),
            "theirs": button(self.tr("All as in the copy")),
        }
        row = QHBoxLayout()
        self.left = plain.label(role="secondary")
        row.addWidget(self.left, 1)
        for side in SIDES:
            self.all[side].clicked.connect(partial(self.rows.choose_all, side))
            row.addWidget(self.all[side])
        self.inside.addLayout(row)
        self.inside.addWidget(self.list, 1)
        said = self.tr(
            "The merge is one step: Undo takes all of it back. The copy stays as it is, with its "
            "own history; cards that come get numbers of this map."
        )
        self.note = plain.label(said, "secondary", wrap=True)
        self.inside.addWidget(self.note)
        self.inside.addStretch()
        self.cancel = self.add_button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.go = self.add_button(self.tr("Merge"), main=True)
        self.go.clicked.connect(self._go)
        for one in self.findChildren(QPushButton):
            one.setAutoDefault(one is self.go)
        self._refresh()

    def _refresh(self) -> None:
        """Show what the answers so far allow."""
        merges = self.preview.reunion is not None
        asked = len(self.rows.asked)
        for one in (self.left, *self.all.values()):
            one.setVisible(asked > 0)
        for one in (self.list, self.note):
            one.setVisible(bool(self.rows.lines))
        said = self.tr("%n to decide: click, or ← and →", "", self.rows.open)
        self.left.setText(said if self.rows.open else self.tr("All is decided."))
        ready = merges and bool(self.rows.lines) and not self.rows.open
        self.go.setEnabled((ready or self.preview.may_adopt) and not self._worker_busy)

    @property
    def _worker_busy(self) -> bool:
        return self.bar.isVisibleTo(self)

    # What came of it

    def _came(self, found: object) -> None:
        if isinstance(found, Preview):
            self.bar.hide()
            self._show(found)
        elif isinstance(found, Journey):
            self.outcome = found
            self.accept()
        elif isinstance(found, Problem):
            self.bar.hide()
            self.told.setText(found.sentence(self._language))
            self._refresh()

    def _show(self, preview: Preview) -> None:
        self.preview = preview
        self.rows.show_preview(preview)
        self.told.setText(self._sentence(preview))
        if preview.may_adopt:
            self.go.setText(self.tr("Take its maps beside this one"))
        self._refresh()
        stands = [row for row, one in enumerate(self.rows.lines) if one.level > 1]
        if stands:
            self.list.setCurrentIndex(self.rows.index(stands[0]))
            self.list.setFocus()
        else:
            self.cancel.setText(self.tr("Close") if not preview.may_adopt else self.cancel.text())
            self.cancel.setFocus()
            self.resize(self.width(), 240)

    def _sentence(self, preview: Preview) -> str:
        if preview.problem is not None:
            return preview.problem.sentence(self._language)
        if preview.reunion is None or not self.rows.lines:
            return self.tr("The copy has nothing that is not in this map.")
        here, there = (preview.reunion.steps(side) for side in SIDES)
        said = [
            self.tr("Since they parted: %n step(s) in this map", "", here),
            self.tr("%n step(s) in the copy", "", there),
        ]
        if preview.parted is not None:
            moment = when(preview.parted, self._language)
            said.append(self.tr("the copy was saved {when}").format(when=moment))
        return ", ".join(said) + "."

    def _go(self) -> None:
        """Take it: what it comes to is computed beside the window's own work."""
        if self.preview.may_adopt:
            self.adopts = True
            self.accept()
            return
        reunion = self.preview.reunion
        if reunion is None or self.rows.open:
            return
        self.bar.show()
        self._refresh()
        choices = dict(self.rows.choices)
        journey = self._document.journey
        self._worker.do(partial(_outcome, reunion, choices, journey, self._foresee))

    def done(self, result: int) -> None:
        self._worker.stop()
        super().done(result)


def _outcome(
    reunion: Reunion, choices: Choices, journey: Journey, foresee: Callable[[Draft], object]
) -> Journey | Problem:
    """What the map becomes, laid out already; or why it cannot."""
    try:
        outcome = reunion.outcome(choices)
    except Problem as problem:
        return problem
    foresee(Draft.becoming(journey, outcome))
    return outcome
