"""The pane of the quick sketch: the lines, what is worth telling of them, and the help card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from cjm_desktop.exchange.outline import card
from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import Section, icon_button, line, name_button
from cjm_desktop.ui.sketch.lines import Lines
from cjm_desktop.ui.sketch.live import Live

if TYPE_CHECKING:
    from cjm_desktop.ui.work import Work

WIDTH = 340
"""The least, px."""


class Pane(QDockWidget):
    """Lies left of the map.

    Args:
        work: whose map.
        language: of the window.
    """

    def __init__(self, work: Work, language: str) -> None:
        super().__init__()
        self.setObjectName("sketch")
        self.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self.setTitleBarWidget(QWidget())
        self.lines = Lines()
        self.title = plain.label(role="panel")
        self.counts = plain.label(role="secondary")
        self.close_button = icon_button("x")
        self.told = plain.label(role="secondary", wrap=True)
        self.told.setContentsMargins(16, 6, 16, 6)
        self.help = Section()
        self._rows = QWidget()
        inside = QWidget()
        inside.setMinimumWidth(WIDTH)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        for widget in (line(), self.lines, self.told, self.help):
            column.addWidget(widget, 1 if widget is self.lines else 0)
        self.setWidget(inside)
        self._counted = (0, 0)
        self._say(language)
        self.live = Live(work, self.lines, language)
        self.live.told.connect(self._tell)
        self.live.counted.connect(self._count)
        self.live.report()

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 8, 8)
        head.setSpacing(8)
        for widget in (self.title, self.counts):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.close_button)
        return head

    def dress(self, language: str) -> None:
        """Wear the colours and speak the language of the window."""
        self._say(language)
        self.live.language = language
        self.live.report()
        self.lines.dress()

    def _say(self, language: str) -> None:
        self.title.setText(self.tr("Quick sketch"))
        self.lines.setAccessibleName(self.tr("Lines of the sketch"))
        self.lines.setPlaceholderText(self.tr("# Awareness\n- Sees an advertisement\n! Too dear"))
        name_button(self.close_button, self.tr("Close the sketch"), "Ctrl+Enter")
        self.help.say(self.tr("Signs and keys"))
        self._fill(language)

    def _fill(self, language: str) -> None:
        """Write the help card."""
        self._rows.deleteLater()
        self._rows = QWidget()
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(1, 1)
        said = [(row.sign, row.meaning, row.example) for row in card(language)]
        said += [
            ("Tab", self.tr("one level deeper; Shift+Tab: higher"), ""),
            ("Enter", self.tr("another line like it; once more: one level higher"), ""),
            ("Alt+↑↓", self.tr("move the line"), ""),
            ("Esc", self.tr("to the map; Ctrl+Enter closes the sketch"), ""),
        ]
        for number, (sign, meaning, example) in enumerate(said):
            key, words = plain.label(sign, "strong"), plain.label(meaning, "secondary", wrap=True)
            plain.tip(words, example)
            grid.addWidget(key, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, number, 1)
        self.help.inside.addWidget(self._rows)

    def _tell(self, sentence: str) -> None:
        self.told.setText(plain.clean(sentence))
        self.told.setVisible(bool(sentence))

    def _count(self, stages: int, steps: int) -> None:
        said = (self.tr("%n stage(s)", "", stages), self.tr("%n step(s)", "", steps))
        self.counts.setText(", ".join(said))
