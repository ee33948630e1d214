"""Whether what is seen is in the user's file: a mark and a word beside the title."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QWidget

from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.icons import IconRole
from cjm_desktop.ui.spoken import clock


class State(Enum):
    """How the map and its file stand to each other."""

    SAVED = "saved"
    EDITED = "edited"
    SAVING = "saving"
    NO_FILE = "no file"
    FAILED = "failed"
    AT_RISK = "at risk"
    """The disk of our own copy refuses too."""
    SETTLING = "settling"
    """The disk is slow, and does not have the last edits yet."""


_SIGNS: dict[State, tuple[str, IconRole]] = {
    State.SAVED: ("check", "faint"),
    State.EDITED: ("pencil", "faint"),
    State.SAVING: ("refresh", "faint"),
    State.NO_FILE: ("shield-check", "faint"),
    State.FAILED: ("alert-triangle", "warn"),
    State.AT_RISK: ("alert-triangle", "warn"),
    State.SETTLING: ("clock", "faint"),
}


class SavedState(QWidget):
    """ "Saved 12:04", and its like."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._sign = plain.label()
        self._word: QLabel = plain.label(role="secondary")
        row.addWidget(self._sign)
        row.addWidget(self._word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._state = State.NO_FILE
        self._moment: datetime | None = None
        self.set(State.NO_FILE)

    @property
    def state(self) -> State:
        """What it shows."""
        return self._state

    def set(self, state: State, moment: datetime | None = None) -> None:
        """Show a state, and since when."""
        self._state, self._moment = state, moment
        name, role = _SIGNS[state]
        self._sign.setPixmap(icons.icon(name, role).pixmap(QSize(14, 14)))
        self._word.setText(self._said())
        plain.tip(self, self._explained())

    def _said(self) -> str:
        if self._state is State.SAVED:
            return self.tr("Saved {time}").format(time=clock(self._moment)).strip()
        return {
            State.EDITED: self.tr("Not saved"),
            State.SAVING: self.tr("Saving…"),
            State.NO_FILE: self.tr("Kept here, no file yet"),
            State.FAILED: self.tr("Could not save"),
            State.AT_RISK: self.tr("Only in memory"),
            State.SETTLING: self.tr("On its way to the disk"),
        }[self._state]

    def _explained(self) -> str:
        return {
            State.SAVED: self.tr("All changes are in the file."),
            State.EDITED: self.tr(
                "All changes are kept on this computer; save to put them in the file."
            ),
            State.SAVING: self.tr(
                "All changes are kept on this computer and on their way to the file."
            ),
            State.NO_FILE: self.tr(
                "All changes are on this computer's disk; save to give them a file of their own."
            ),
            State.FAILED: self.tr(
                "All changes are kept on this computer; the file could not be written."
            ),
            State.AT_RISK: self.tr(
                "The disk refuses: the last changes go when the program ends. Save them elsewhere."
            ),
            State.SETTLING: self.tr(
                "The disk is slow: should the power go now, the last changes may be lost. "
                "A crash of the program takes nothing."
            ),
        }[self._state]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.set(self._state, self._moment)


class SavingBar(QWidget):
    """Tells that a file is being written, as long as that takes."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(8)
        self._word = plain.label(role="secondary")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setFixedSize(96, 4)
        row.addWidget(self._word)
        row.addWidget(self._bar)
        self._say()

    def _say(self) -> None:
        self._word.setText(self.tr("Writing the file…"))
        self._bar.setAccessibleName(self._word.text())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
