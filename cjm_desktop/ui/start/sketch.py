"""The quick sketch: stages with commas between them, or a whole outline, become a map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import button, icon_button, name_button
from cjm_desktop.ui.keyhints import KeyRows
from cjm_desktop.ui.sketch.card import SignCard, short

if TYPE_CHECKING:
    from cjm_desktop.journey.problems import Problem
from cjm_desktop.ui.spelling.marked import spelled


class Sketch(QWidget):
    """A field for the stages and the button that makes a map of them."""

    asked = Signal(str)
    """The stages or the outline as they were typed."""

    def __init__(self) -> None:
        super().__init__()
        self.language = "en"
        """Of sentences that are not the window's own."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._title = plain.label(role="panel")
        self._how = plain.label(role="secondary", wrap=True)
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        spelled(self.field)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._count)
        self.signs = KeyRows()
        self.card = SignCard()
        self.card.rows.setContentsMargins(0, 0, 0, 0)
        self.card.hide()
        foot = QHBoxLayout()
        self.help = icon_button("help")
        self.help.setCheckable(True)
        self.help.toggled.connect(self._show_card)
        self._counted = plain.label(role="secondary", wrap=True)
        self.go = button("", "bolt")
        self.go.clicked.connect(self._ask)
        foot.addWidget(self.help)
        foot.addWidget(self._counted, 1)
        foot.addWidget(self.go)
        for widget in (self._title, self._how, self.field, self.signs):
            column.addWidget(widget)
        column.addLayout(foot)
        self._grow()
        column.addWidget(self.card)
        self._say()

    def _grow(self) -> None:
        """Let four lines be seen, whatever their size."""
        # What lies round the lines grows with them.
        self.field.setFixedHeight(round(5.25 * self.field.fontMetrics().lineSpacing()))

    def _say(self) -> None:
        self._title.setText(self.tr("Quick sketch"))
        self._how.setText(
            self.tr(
                "Stages with commas, an outline, a list or a table: the map grows while you type."
            )
        )
        self.field.setPlaceholderText(
            self.tr("Need, search, choice, purchase\n# Search\n- Reads reviews\n! No prices")
        )
        self.signs.say(short())
        name_button(self.help, self.tr("What the signs mean"))
        self.field.setAccessibleName(self.tr("Quick sketch"))
        self.go.setText(self.tr("Sketch"))
        plain.tip(self.go, self.tr("Sketch a map of these stages (Ctrl+Enter)"))
        self._show_card(self.help.isChecked())
        self._count()

    def _show_card(self, on: bool) -> None:
        """All there is to know of the signs, in the place of the short row."""
        if on:
            self.card.fill(self.language, (("Ctrl+Enter", self.tr("make the map")),))
        self.card.setVisible(on)
        self.signs.setHidden(on)

    def _count(self) -> None:
        """Say what there is so far, or why no map can be made of it."""
        text = self.field.toPlainText()
        stages, others, problem = _counts(text)
        said = [self.tr("%n stage(s)", "", stages)] if stages else []
        if others:
            said.append(self.tr("%n more line(s)", "", others))
        self._counted.setText(problem.sentence(self.language) if problem else ", ".join(said))
        self.go.setEnabled(bool(said))

    def _ask(self) -> None:
        if self.go.isEnabled():
            text = self.field.toPlainText()
            # It is a map now; left here it would become another one by the next click.
            self.field.clear()
            self.asked.emit(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        elif event.type() == QEvent.Type.FontChange:
            self._grow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.type() == QEvent.Type.KeyPress and enter and control:
                self._ask()
                return True
        return False


def _counts(text: str) -> tuple[int, int, Problem | None]:
    """How many stages a text names, how many lines it has besides, and what is wrong with it."""
    if not text.strip():
        return 0, 0, None
    from cjm_desktop.exchange import outline
    from cjm_desktop.journey import templates
    from cjm_desktop.journey.problems import Problem

    try:
        found = outline.beyond_stages(text, "en")
    except Problem as problem:
        return 0, 0, problem
    if found is None:
        return len(templates.stage_names(text)), 0, None
    stages = sum(one.kind == "stage" for one in found.lines)
    return stages, len(found.lines) - stages, None
