"""The pane of the quick sketch: the lines, what their signs mean, and how the map follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QToolButton,
    QVBoxLayout,
)

from cjm_desktop.exchange.outline import marks, spans, typing
from cjm_desktop.ui import areas, icons, plain
from cjm_desktop.ui.controls import icon_button, line, name_button
from cjm_desktop.ui.keyhints import KeyRows
from cjm_desktop.ui.leftpane import LeftPane
from cjm_desktop.ui.sketch.card import SignCard, short
from cjm_desktop.ui.sketch.lines import Lines
from cjm_desktop.ui.sketch.live import Live
from cjm_desktop.ui.sketch.pasting import Pasting
from cjm_desktop.ui.stylesheet import NORMAL_FONT, scaled

if TYPE_CHECKING:
    from cjm_desktop.ui.work import Work

WORDED = 470
"""From here on the head has room for words on its buttons, px."""


class Pane(LeftPane):
    """Lies left of the map.

    Args:
        work: whose map.
        language: of the window.
    """

    hinted = Signal(str)
    """What the status bar is to say while one types here."""

    def __init__(self, work: Work, language: str) -> None:
        super().__init__("sketch")
        self.lines = Lines()
        self.counts = plain.label(role="secondary")
        self.paste_button = QToolButton()
        self.follow_button = icon_button("target")
        self.follow_button.setCheckable(True)
        self.follow_button.setChecked(True)
        self.help_button = icon_button("help")
        self.help_button.setCheckable(True)
        self.card = SignCard()
        self.hints = KeyRows()
        self._language = language
        self._build()
        self.live = Live(work, self.lines, language)
        self.pasting = Pasting(work, self.lines, self.live)
        self._say(language)
        self._connect()
        self.live.report()

    def _build(self) -> None:
        column = self.column
        self._build_head()
        column.addWidget(self.lines, 1)
        self._signs = areas.scrolling(self.card)
        self._signs.hide()
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 8, 8, 8)
        foot.addWidget(self.hints)
        column.addWidget(line())
        column.addWidget(self._signs)
        column.addLayout(foot)

    def _build_head(self) -> None:
        self.paste_button.setIcon(icons.icon("table-plus"))
        self.paste_button.setIconSize(icons.BESIDE)
        self.paste_button.setProperty("look", "worded")
        self.paste_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.paste_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.add_head(self.counts, self.paste_button, self.follow_button, self.help_button)

    def _connect(self) -> None:
        self.live.counted.connect(self._count)
        self.lines.pasted.connect(self.pasting.take)
        self.lines.help_asked.connect(self.help_button.toggle)
        self.help_button.toggled.connect(self._show_card)
        self.follow_button.toggled.connect(self._follow)
        self.paste_button.clicked.connect(self._paste)
        self.lines.entered.connect(self.hint)
        self.lines.cursorPositionChanged.connect(self.hint)
        self.lines.textChanged.connect(self.hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        style = Qt.ToolButtonStyle
        worded = scaled(WORDED, max(NORMAL_FONT, self.font().pixelSize()))
        self.paste_button.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if self.width() >= worded else style.ToolButtonIconOnly
        )
        self._share()

    def _share(self) -> None:
        """Let the signs take half of the pane at most: the lines are what one writes."""
        wanted = self.card.rows.totalHeightForWidth(self._signs.viewport().width())
        self._signs.setFixedHeight(min(wanted, self.height() // 2))

    def _follow(self, on: bool) -> None:
        self.live.follows = on
        self.lines.setFocus()
        self.live.show_on_map()

    def _show_card(self, on: bool) -> None:
        """Show what signs mean; the line one is in stays in sight."""
        self._signs.setVisible(on)
        self._share()
        inside = self.widget().layout()
        if inside is not None:
            inside.activate()
        self.lines.ensureCursorVisible()

    def _paste(self) -> None:
        self.lines.setFocus()
        self.pasting.take(QGuiApplication.clipboard().mimeData(), ask=True)

    def dress(self, language: str) -> None:
        self._say(language)
        self.live.dress(language)

    def hint(self) -> None:
        """Tell which line of how many one is in."""
        if self.lines.hasFocus():
            said = self.tr("line {line} of {count}").format(
                line=self.lines.line, count=self.lines.document().blockCount()
            )
            self.hinted.emit("\t".join((self.tr("Sketch"), said, self._about_line())))

    def _about_line(self) -> str:
        """What is to be known of the line one is in."""
        kind = typing.kind_of(self.lines.line_text)
        if kind == "feeling":
            return self.tr("feeling: −2 to +2, or 1/5 to 5/5 as keys 1–5 on the map")
        text = marks.read(self.lines.line_text).text
        if kind in (None, "stage", "step"):
            odd = spans.untaken(text)
            if odd is not None and odd.span is not None:
                short = spans.written(odd.span, self._language)
                said = self.tr(
                    "“{text}” stays in the title; as a time write “{short}”, or a comma before it"
                )
                return said.format(text=odd.said, short=short)
            if odd is not None:
                said = self.tr(
                    "“{text}” stays in the title; a time is like “3 d”, “2–4 w” or “1.5 h”"
                )
                return said.format(text=odd.said)
        elif spans.split(text)[1] is not None:
            return self.tr("a time belongs to a stage or a step: write it behind # or ##")
        return self.tr("one undo takes back the whole line")

    def _say(self, language: str) -> None:
        self._language = language
        self.title.setText(self.tr("Sketch"))
        self.lines.setAccessibleName(self.tr("Lines of the sketch"))
        self.lines.setPlaceholderText(self.tr("# Awareness\n- Sees an advertisement\n! Too dear"))
        self.paste_button.setText(self.tr("Paste"))
        name_button(
            self.paste_button, self.tr("Paste a list or a table: first you see what becomes what")
        )
        name_button(self.follow_button, self.tr("The map follows the line"))
        name_button(self.help_button, self.tr("What the signs and keys mean"), "Ctrl+/")
        name_button(self.close_button, self.tr("Close the sketch"), "Ctrl+Enter")
        keys = self.tr("[Tab] deeper\t[Ctrl] + [/] all signs\t[Alt] + [↑] move")
        self.hints.say(f"{short()}\t{keys}")
        self._fill(language)
        self.hint()

    def _fill(self, language: str) -> None:
        """Write the help card."""
        self.card.fill(
            language,
            (
                ("Tab", self.tr("one level deeper; Shift+Tab: higher")),
                ("Enter", self.tr("another line like it; once more: one level higher")),
                ("Alt+↑↓", self.tr("move the line with all it holds")),
                ("Esc", self.tr("to the map; Ctrl+Enter closes the sketch")),
            ),
        )

    def _count(self, stages: int, steps: int) -> None:
        said = (self.tr("%n stage(s)", "", stages), self.tr("%n step(s)", "", steps))
        self.counts.setText(", ".join(said))
