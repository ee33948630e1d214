"""The language of the window: which translations are on, and how to switch them while it runs."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, cast

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from cjm_desktop import assets

Language = Literal["ru", "en"]


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a text that is translated later, when it is shown; lupdate knows this name."""
    del context
    return text


LACKING = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Unknown"),
    QT_TRANSLATE_NOOP("QSidebar", "Remove"),
    QT_TRANSLATE_NOOP("QTabBar", "Close Tab"),
)
"""Texts of Qt's own dialogs that its Russian lacks; ours are looked through first."""


def system_language() -> Language:
    """The language the system asks for: Russian, or English for every other."""
    return "ru" if QLocale.system().language() == QLocale.Language.Russian else "en"


def chosen(setting: str) -> Language:
    """The language of a setting that may also say `system`."""
    return cast("Language", setting) if setting in {"ru", "en"} else system_language()


class Translation(QObject):
    """The translations that are on: Qt's own and the program's.

    Args:
        application: what they are put on; every widget hears of it through `changeEvent`.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._on: list[QTranslator] = []
        self._data: list[bytes] = []
        """What the translators read from; Qt does not keep it."""
        self.language: Language = "en"
        self.spoken = False
        """A language has been put on."""

    def switch(self, language: Language) -> None:
        """Speak this language from now on."""
        self.language, self.spoken = language, True
        QLocale.setDefault(QLocale(language))
        # What is there already keeps the way of writing numbers that it was made with.
        for window in self._application.topLevelWidgets():
            window.setLocale(QLocale(language))
        ours = assets.path("translations")
        read_from, self._data = self._data, []
        fresh = [self._load("qtbase", language, _qt_folder()), self._load("cjm", language, ours)]
        for translator in self._on:
            self._application.removeTranslator(translator)
        # Only now may the old bytes go.
        read_from.clear()
        self._on = [one for one in fresh if one is not None]
        for translator in self._on:
            self._application.installTranslator(translator)

    def _load(self, name: str, language: Language, folder: Path) -> QTranslator | None:
        translator = QTranslator(self)
        # Read, not mapped: a file that an upgrade rewrites in place must not pull the ground away.
        try:
            data = (folder / f"{name}_{language}.qm").read_bytes()
        except FileNotFoundError:
            return None
        if not translator.load(data):
            return None
        self._data.append(data)
        return translator


def _qt_folder() -> Path:
    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
