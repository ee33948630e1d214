"""The quick sketch: stages typed with commas between them become a map."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import button
from cjm_desktop.ui.spelling.marked import spelled


class Sketch(QWidget):
    """A field for the stages and the button that makes a map of them."""

    asked = Signal(str)
    """The stages as they were typed."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._title = plain.label(role="panel")
        self._how = plain.label(role="secondary", wrap=True)
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        spelled(self.field)
        self.field.setFixedHeight(104)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._count)
        foot = QHBoxLayout()
        self._counted = plain.label(role="secondary")
        self.go = button("", "bolt")
        self.go.clicked.connect(self._ask)
        foot.addWidget(self._counted)
        foot.addStretch(1)
        foot.addWidget(self.go)
        for widget in (self._title, self._how, self.field):
            column.addWidget(widget)
        column.addLayout(foot)
        self._say()

    def _say(self) -> None:
        self._title.setText(self.tr("Quick sketch"))
        self._how.setText(self.tr("Stages with commas between them. The map is built from them."))
        self.field.setPlaceholderText(self.tr("Need, search, choice, purchase, use"))
        self.field.setAccessibleName(self.tr("Quick sketch"))
        self.go.setText(self.tr("Sketch"))
        plain.tip(self.go, self.tr("Sketch a map of these stages (Ctrl+Enter)"))
        self._count()

    def _count(self) -> None:
        number = len(_stages(self.field.toPlainText()))
        self._counted.setText(self.tr("%n stage(s)", "", number) if number else "")
        self.go.setEnabled(number > 0)

    def _ask(self) -> None:
        text = self.field.toPlainText()
        if _stages(text):
            # It is a map now; left here it would become another one by the next click.
            self.field.clear()
            self.asked.emit(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.type() == QEvent.Type.KeyPress and enter and control:
                self._ask()
                return True
        return False


def _stages(text: str) -> tuple[str, ...]:
    if not text.strip():
        return ()
    from cjm_desktop.journey import templates

    return templates.stage_names(text)
