"""The one place where labels, tooltips and questions are made: users' text is never markup.

Qt guesses whether a text is rich text, and a rich text may name a file to load. So labels are made
plain here, tooltips that would pass for markup are escaped, and a test forbids the bare calls
anywhere else in the window.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextBrowser

_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
Part = Literal["accept", "reject", "destroy"]
"""What an answer to a question does: go on, leave everything as it is, or throw something away."""


def clean(text: str) -> str:
    """A title or file name on one line, without direction overrides and control characters."""
    return _CONTROLS.sub(" ", _OVERRIDES.sub("", text)).strip()


def menu_text(text: str) -> str:
    """A user's text for a menu, button or tab, where one `&` would underline a letter."""
    return clean(text).replace("&", "&&")


def tip(target: QWidget | QAction, text: str) -> None:
    """Give a widget or an action its tooltip."""
    target.setToolTip(tip_text(text))


def status(action: QAction, text: str) -> None:
    """Say something about an action in the status bar while one is over it."""
    action.setStatusTip(clean(text))


def show_tip(at: QPoint, text: str, over: QWidget) -> None:
    """Show a tooltip there on the screen, for what is a part of a widget; without text: none."""
    QToolTip.showText(at, tip_text(text), over)


def tip_text(text: str) -> str:
    """A tooltip that Qt shows letter by letter, whatever stands in it."""
    text = _OVERRIDES.sub("", text)
    # Qt guesses by the first tag or entity; we do not wait for its guess.
    if "<" in text or "&" in text:
        import html  # 2 ms that most starts can do without

        return f"<span>{html.escape(text)}</span>"
    return text


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A label that shows its text as it is.

    Args:
        text: to show.
        role: its look in the style sheet: "secondary", "faint", "panel", "strong", "alarm", ...
        wrap: break long lines instead of growing.
    """
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    made.setText(text)
    return made


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Change a property the style sheet looks at, and let it look again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


class Elided(QLabel):
    """A label on one line that ends in an ellipsis where there is no room; its tooltip says all."""

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        if role:
            self.setProperty("role", role)
        self.set(text)

    def set(self, text: str) -> None:
        """Show this text."""
        text = clean(text)
        if text != self.text():
            self.setText(text)
            self._explain()

    def minimumSizeHint(self) -> QSize:
        return QSize(
            min(self.sizeHint().width(), 3 * self.fontMetrics().averageCharWidth()),
            super().minimumSizeHint().height(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._explain()

    def _explain(self) -> None:
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
        tip(self, self.text() if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room = self.contentsRect()
        shown = elided(self.text(), self.fontMetrics(), room.width())
        painter.drawText(room, self.alignment(), shown)


def elided(text: str, metrics: QFontMetrics, width: int) -> str:
    """A text cut to a width in pixels with an ellipsis at its end."""
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def lines(text: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """A text on at most some lines of a width in pixels; only the last one may be cut short."""
    found: list[str] = []
    rest = text.split(" ")
    while rest and len(found) < most - 1:
        line = rest.pop(0)
        # Where a text just fits by its advance, an ellipsis may stand in it nevertheless.
        while rest and elided(longer := f"{line} {rest[0]}", metrics, width) == longer:
            line, rest = longer, rest[1:]
        found.append(elided(line, metrics, width))
    return [*found, elided(" ".join(rest), metrics, width)] if rest else found


def page() -> QTextBrowser:
    """A page for Markdown of our own, never for users' texts. Links are told, not followed."""
    from PySide6.QtWidgets import QTextBrowser

    made = QTextBrowser()
    made.setOpenLinks(False)
    made.setOpenExternalLinks(False)
    return made


def ask(
    parent: QWidget | None, sentence: str, more: str, answers: Sequence[tuple[str, Part]]
) -> int:
    """Ask and wait for the answer; the first one is suggested.

    Args:
        parent: the window it belongs to.
        sentence: what is asked, one sentence.
        more: what else there is to know.
        answers: what the buttons say, each with the part it plays.

    Returns:
        The index of the answer; -1 for none.
    """
    from PySide6.QtWidgets import QMessageBox

    from cjm_desktop.ui.lifted import Lifted

    roles = {
        "accept": QMessageBox.ButtonRole.AcceptRole,
        "reject": QMessageBox.ButtonRole.RejectRole,
        "destroy": QMessageBox.ButtonRole.DestructiveRole,
    }
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle("CJM Desktop")
    box.setText(sentence)
    box.setInformativeText(more)
    made = [box.addButton(text, roles[part]) for text, part in answers]
    set_property(made[0], "look", "main")
    box.setDefaultButton(made[0])
    for button, (_, part) in zip(made, answers, strict=True):
        if part == "reject":
            box.setEscapeButton(button)
    Lifted(box)
    box.exec()
    pressed = box.clickedButton()
    return next((index for index, button in enumerate(made) if button is pressed), -1)
