"""Spelling: whether, in which languages, and the user's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QWidget

from cjm_desktop.ui import plain
from cjm_desktop.ui.preferences.group import Group

if TYPE_CHECKING:
    from cjm_desktop.ui.desk import Desk

OURS = {"ru": "Русский", "en": "English"}
"""Qt would say which English."""
LINES = 3
"""Of the user's own words in sight."""


class Words(Group):
    """Switches spelling; where there is no dictionary it says how to get one.

    Args:
        desk: keeps the settings and checks the words.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.spelling = desk.spelling
        self.underline = QCheckBox()
        self.underline.setChecked(desk.settings.spelling)
        self.underline.toggled.connect(self._switch)
        self.column.insertWidget(1, self.underline)
        self.languages: dict[str, QCheckBox] = {}
        self._boxes = self._language_boxes()
        self.add_row(self._boxes)
        self.own = QPlainTextEdit("\n".join(desk.settings.own_words))
        self.own.setTabChangesFocus(True)
        self.own.textChanged.connect(self._keep_own)
        self.add_row(self.own)
        self.how = plain.label(role="secondary", wrap=True)
        self.how.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(self.how)
        desk.spelling.changed.connect(self._loaded)
        self._show()
        self.say()

    def _loaded(self) -> None:
        """Dictionaries came, or could not be loaded."""
        self.how.setText(self._how())
        self._show()

    def _language_boxes(self) -> QWidget:
        boxes = QWidget()
        row = QHBoxLayout(boxes)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        for language in self.spelling.source.languages:
            name = OURS.get(language) or QLocale(language).nativeLanguageName() or language
            made = QCheckBox(plain.menu_text(name[:1].upper() + name[1:]))
            made.setChecked(language in self.spelling.languages)
            made.toggled.connect(self._choose)
            self.languages[language] = made
            row.addWidget(made)
        row.addStretch(1)
        return boxes

    def _show(self) -> None:
        """Show only what makes sense: the choices, or how to get them."""
        missing = bool(self.spelling.source.missing)
        on = self.desk.settings.spelling and not missing
        self.underline.setEnabled(not missing)
        self.show_row(self._boxes, shown=on)
        self.show_row(self.own, shown=on)
        self.how.setVisible(missing or (on and bool(self.spelling.source.broken)))

    def _switch(self, on: bool) -> None:
        self.keep("spelling", on)
        self.spelling.refresh()
        self._show()

    def _choose(self) -> None:
        chosen = [language for language, box in self.languages.items() if box.isChecked()]
        if not chosen:
            # Without a language there is nothing to check.
            self.underline.setChecked(False)
            return
        self.keep("spelling_languages", chosen)
        self.spelling.refresh()

    def _keep_own(self) -> None:
        self.spelling.keep([one.strip() for one in self.own.toPlainText().split("\n")])

    def say(self) -> None:
        self.heading.setText(self.tr("Spelling"))
        self.underline.setText(self.tr("Underline what is misspelt"))
        self.name_rows((self.tr("Dictionaries"), self.tr("My words, one a line")))
        self.own.setFixedHeight(self.fontMetrics().lineSpacing() * LINES + 20)
        self.how.setText(self._how())

    def _how(self) -> str:
        """How to get what is missing."""
        broken = ", ".join(self.spelling.source.broken)
        dictionaries = "hunspell-ru hunspell-en-us"
        return {
            "": self.tr("A dictionary cannot be read; install it anew: {names}.").format(
                names=broken
            ),
            "package": self.tr(
                "This copy of the program cannot check spelling yet. Whoever installed it can add"
                " that: the guide (F1) says how, under Spelling. Until then, check a text where"
                " you write mail or documents."
            ),
            "library": self.tr(
                "This computer lacks {names}: they come from where its programs come from. The"
                " guide (F1) says how, under Spelling."
            ).format(names=f"libenchant-2-2 {dictionaries}"),
            "dictionary": self.tr(
                "This computer lacks dictionaries, such as {names}: they come from where its"
                " programs come from. The guide (F1) says how, under Spelling."
            ).format(names=dictionaries),
        }[self.spelling.source.missing]
