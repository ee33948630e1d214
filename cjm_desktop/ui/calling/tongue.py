"""The names of commands in the language the window does not speak at the moment."""

from __future__ import annotations

from PySide6.QtCore import QTranslator

from cjm_desktop import assets


class Tongue:
    """Says texts in the language that the window does not speak.

    Args:
        spoken: the window's language.
    """

    def __init__(self, spoken: str) -> None:
        self.language = "en" if spoken == "ru" else "ru"
        self._translator = QTranslator()
        # English is what stands in the sources. Qt does not keep what it reads from.
        self._data = b""
        if self.language == "ru":
            self._data = assets.path("translations", "cjm_ru.qm").read_bytes()
            self._translator.load(self._data)

    def say(self, context: str, text: str) -> str:
        """A text of the program in that language."""
        return self._translator.translate(context, text) or text
