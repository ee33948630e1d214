"""A damaged map: reading what is left of it in a thread, and telling what is not."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPlainTextEdit, QProgressBar, QWidget

from cjm_desktop.document.salvaging import Salvaged, salvage
from cjm_desktop.journey.problems import Problem
from cjm_desktop.ui import plain
from cjm_desktop.ui.dialogs.frame import Frame
from cjm_desktop.ui.worker import Worker

FEW = 4
"""Losses that a low window shows."""
Answer = tuple[Salvaged | None, Problem | None]


class SalvageDialog(Frame):
    """What could be read of a damaged map, before it is opened as a new one.

    Args:
        place: of the damaged file; it is only read.
        title: as the user knows it.
        language: of the window.
        parent: the window it belongs to.
    """

    def __init__(self, place: Path, title: str, language: str, parent: QWidget) -> None:
        said = QCoreApplication.translate("SalvageDialog", "Recover what can be read")
        super().__init__(parent, said)
        self._language = language
        self.salvaged: Salvaged | None = None
        """What was recovered; None: nothing yet, or nothing at all."""
        self.inside.addWidget(plain.label(plain.clean(title), "strong"))
        self.told = plain.label(self.tr("Reading what is left of the map…"), wrap=True)
        self.inside.addWidget(self.told)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.inside.addWidget(self.bar)
        self.lost = QPlainTextEdit()
        self.lost.setReadOnly(True)
        self.lost.setAccessibleName(self.tr("What could not be recovered"))
        self.lost.hide()
        self.inside.addWidget(self.lost, 1)
        self.inside.addStretch()
        self.cancel = self.add_button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.go = self.add_button(self.tr("Open as a new map"), main=True)
        self.go.clicked.connect(self.accept)
        self.go.setEnabled(False)
        self.resize(560, 200)
        self._worker = Worker(self)
        self._worker.done.connect(self._read)
        self._worker.do(partial(_answer, partial(salvage, place)))

    def _read(self, came: Answer) -> None:
        self.bar.hide()
        answer, problem = came
        if problem is not None:
            self.told.setText(problem.sentence(self._language))
            self.cancel.setText(self.tr("Close"))
        if answer is None:
            return
        self.salvaged = answer
        self.go.setEnabled(True)
        self.go.setFocus()
        read = answer.told.sentence(self._language)
        if not answer.lost:
            self.told.setText(read)
            return
        said = (
            self.tr("The damaged file itself stays as it is. To be known:")
            if answer.complete
            else self.tr("This could not be recovered. The damaged file itself stays as it is.")
        )
        self.told.setText(f"{read} {said}")
        self.lost.setPlainText("\n".join(answer.losses(self._language)))
        self.lost.show()
        self.resize(self.width(), 280 if len(answer.lost) < FEW else 420)

    def done(self, result: int) -> None:
        self._worker.stop()
        super().done(result)


def _answer(do: Callable[[], Salvaged]) -> Answer:
    """What was recovered, or why nothing was."""
    try:
        return do(), None
    except Problem as problem:
        return None, problem
