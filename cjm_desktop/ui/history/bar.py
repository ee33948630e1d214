"""The strip over a state of the map: what is seen, and the ways on."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QSizePolicy

from cjm_desktop.journey.journey import Journey
from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.controls import button

LEAST = 60
"""What the sign and the gaps take, px."""
LONGEST_NAME = 80
"""Characters of the name of a version."""


class StateBar(QFrame):
    """Says which state of the map is seen, and offers to restore, name and copy it."""

    back = Signal()
    restore = Signal()
    compare = Signal()
    named = Signal(str)
    """The name that was typed for this state."""
    unnamed = Signal()
    """The name was emptied: it is not wanted any more."""
    copy = Signal()
    map_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "warn")
        self.said = plain.Elided("", "strong")
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.maps = QComboBox()
        self.maps.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.maps.setMaximumWidth(220)
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.hide()
        self._why = ""
        self.known_name = ""
        """What the state is called already."""
        self.copy_button = button("", "copy")
        self.name_button = button("", "flag")
        self.compare_button = button("", "git-compare")
        self.restore_button = button("", "arrow-back-up")
        self.back_button = button("", look="main")
        self._buttons = (
            self.copy_button, self.name_button, self.compare_button, self.restore_button,
            self.back_button,
        )  # fmt: skip
        self._texts = ("", "")
        """Of the two lesser ones, where there is room."""
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(8)
        sign = plain.label()
        sign.setPixmap(icons.icon("history", "warn").pixmap(QSize(18, 18)))
        row.addWidget(sign)
        row.addWidget(self.said, 1)
        row.addWidget(self.name, 1)
        for one in (self.maps, *self._buttons):
            row.addWidget(one)

    def _connect(self) -> None:
        self.maps.activated.connect(self._map_chosen)
        self.name.returnPressed.connect(self._type_name)
        self.name_button.clicked.connect(self._turn_name)
        for made, signal in (
            (self.copy_button, self.copy),
            (self.compare_button, self.compare),
            (self.restore_button, self.restore),
            (self.back_button, self.back),
        ):
            made.clicked.connect(lambda _on=False, signal=signal: signal.emit())

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.know_name(self.known_name)
        self.offer_copy(self._why)
        plain.tip(self.name_button, self.tr("Give this version a name: it stays for ever"))
        self.name.setAccessibleName(self.tr("Name of the version"))
        self.compare_button.setText(self.tr("Compare with now"))
        plain.tip(self.compare_button, self.tr("See what has changed since"))
        self.restore_button.setText(self.tr("Restore"))
        plain.tip(self.restore_button, self.tr("Make the map so again, as one step"))
        self.back_button.setText(self.tr("Back to now"))
        self.maps.setAccessibleName(self.tr("Map"))

    def offer_copy(self, why: str) -> None:
        """Offer to copy what is selected; with a sentence that says why that cannot be: do not."""
        self._why = why
        self.copy_button.setEnabled(not why)
        usual = self.tr("Copy what is selected, to paste it into the map")
        plain.tip(self.copy_button, why or usual)

    def know_name(self, name: str) -> None:
        """Offer what can be done with the name of the state; empty: it has none."""
        self.known_name = name
        self._texts = self.tr("Copy"), self.tr("Rename…") if name else self.tr("Name it…")
        self.name.setPlaceholderText(
            self.tr("Enter without a name takes it away")
            if name
            else self.tr("Name of the version, such as “Before the pilot”")
        )
        self._fit()

    def _fit(self) -> None:
        """Let the lesser buttons do with their icons where there is no room for the sentence."""
        lesser = (self.copy_button, self.name_button)
        for made, text in zip(lesser, self._texts, strict=True):
            made.setText(text)
            made.setAccessibleName(text)
        if (
            self.said.sizeHint().width()
            + LEAST
            + sum(one.sizeHint().width() + 8 for one in self._buttons if not one.isHidden())
            > self.width()
        ):
            for made in lesser:
                made.setText("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_state(self, said: str) -> None:
        """Say which state is seen."""
        self.said.set(said)
        self._fit()

    def _turn_name(self) -> None:
        """Ask for a name, or take the one that was typed."""
        if self.name.isVisible():
            self._type_name()
            return
        self.name.setText(self.known_name)
        self._show_name(shown=True)
        self.name.selectAll()
        self.name.setFocus()

    def _show_name(self, *, shown: bool) -> None:
        if not shown and self.name.hasFocus():
            self.name_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.setVisible(shown)
        self.said.setVisible(not shown)

    def _type_name(self) -> None:
        said = plain.clean(self.name.text())
        self._show_name(shown=False)
        if not said and self.known_name:
            self.unnamed.emit()
        elif said and said != self.known_name:
            self.named.emit(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.name.isVisible():
            self._show_name(shown=False)
        else:
            super().keyPressEvent(event)

    def show_maps(self, journey: Journey, map_id: str) -> None:
        """Offer the maps of the state, if it has several."""
        self.maps.clear()
        for one in journey.maps():
            self.maps.addItem(plain.clean(one.title) or self.tr("Untitled"), one.id)
        self.maps.setCurrentIndex(max(0, self.maps.findData(map_id)))
        self.maps.setVisible(self.maps.count() > 1)

    def _map_chosen(self, index: int) -> None:
        self.map_chosen.emit(str(self.maps.itemData(index)))
