"""How lines of a sketch look: their signs, weights and the icons beside them."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat

from cjm_desktop.exchange.outline import Kind, typing
from cjm_desktop.ui.palette import Tokens, tokens

ICONS: dict[Kind, str] = {
    "stage": "columns-3",
    "step": "column-insert-right",
    "action": "list-check",
    "contact": "message-2",
    "thought": "quote",
    "feeling": "mood-smile",
    "barrier": "alert-triangle",
    "idea": "bulb",
}
"""As on the rail and in the heads of lanes."""


def colour(kind: Kind, colours: Tokens) -> str:
    """What a kind of line is marked with."""
    if kind == "barrier":
        return colours.alarm
    if kind == "idea":
        return colours.good
    return colours.accent_ink if kind in ("stage", "step", "contact") else colours.ink2


class Signs(QSyntaxHighlighter):
    """Sets the lines of an outline in the weight and colour of what they are."""

    def highlightBlock(self, text: str) -> None:
        kind = typing.kind_of(text) if text.strip() else None
        if kind is None:
            return
        colours = tokens()
        self.setFormat(0, len(text), _words(kind, colours))
        begin = len(text) - len(text.lstrip())
        end = begin
        while end < len(text) and not (text[end].isalnum() or text[end].isspace()):
            end += 1
        sign = QTextCharFormat()
        sign.setForeground(QColor(colour(kind, colours)))
        sign.setFontWeight(QFont.Weight.Bold)
        self.setFormat(begin, end - begin, sign)


def _words(kind: Kind, colours: Tokens) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(colours.accent_ink if kind == "stage" else colours.ink))
    if kind in ("stage", "step"):
        made.setFontWeight(QFont.Weight.Bold if kind == "stage" else QFont.Weight.DemiBold)
    made.setFontItalic(kind == "thought")
    return made
