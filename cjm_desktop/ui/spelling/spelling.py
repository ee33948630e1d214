"""Spelling for all windows: the dictionaries, the user's own words, and who watches which field."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from cjm_desktop.journey.spelling import Dictionary, Speller, folded
from cjm_desktop.ui.settings import Settings
from cjm_desktop.ui.spelling.enchanted import Missing
from cjm_desktop.ui.spelling.fields import field_of
from cjm_desktop.ui.spelling.watch import Watch

USUAL = ("ru", "en")
"""Languages that are checked until the user says otherwise."""
ARRIVAL = 30
"""Milliseconds between two looks whether they are loaded."""


class Source(Protocol):
    """Where dictionaries come from."""

    @property
    def missing(self) -> Missing:
        """What keeps them from being there."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages that have one."""

    @property
    def broken(self) -> tuple[str, ...]:
        """Names of those that are there and could not be loaded."""

    def load(self, languages: Sequence[str]) -> tuple[Dictionary, ...]:
        """Load those of some languages that can be."""


def chosen(wanted: Sequence[str], source: Source) -> tuple[str, ...]:
    """Which of the languages there are to check.

    Args:
        wanted: by the user; none: the usual ones.
        source: of dictionaries.
    """
    return tuple(one for one in source.languages if one in (wanted or USUAL))


class _Loading(threading.Thread):
    """Finds and loads dictionaries: a tenth of a second that is not taken from who types.

    Args:
        settings: which languages.
        source: of dictionaries.
    """

    def __init__(self, settings: Settings, source: Source) -> None:
        super().__init__(daemon=True)
        self._wanted, self._source = settings.spelling_languages, source
        self.found: tuple[Dictionary, ...] = ()

    def run(self) -> None:
        """Load them."""
        self.found = self._source.load(chosen(self._wanted, self._source))


class Spelling(QObject):
    """Checks the words of the fields that the keyboard enters.

    Args:
        settings: whether, in which languages, and the user's own words.
        source: of dictionaries.
        parent: whom it goes with.
    """

    changed = Signal()
    """Dictionaries or own words are others now."""

    def __init__(self, settings: Settings, source: Source, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self.source = source
        self.speller: Speller | None = None
        """None: it is switched off, not there, or not loaded yet."""
        self._dictionaries: tuple[Dictionary, ...] = ()
        self._loading: _Loading | None = None
        self._arrival = QTimer(self)
        self._arrival.setInterval(ARRIVAL)
        self._arrival.timeout.connect(self._see_arrival)
        self.refresh()

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that are checked."""
        return chosen(self._settings.spelling_languages, self.source)

    def refresh(self) -> None:
        """Do as the settings say."""
        self._loading = None
        if not self._settings.spelling:
            self._dictionaries = ()
            self._renew()
            return
        self._loading = _Loading(self._settings, self.source)
        self._loading.start()
        self._arrival.start()

    def wait(self) -> None:
        """Wait until the dictionaries are loaded that were asked for."""
        if self._loading is not None:
            self._loading.join()
            self._see_arrival()

    def _see_arrival(self) -> None:
        loading = self._loading
        if loading is not None and loading.is_alive():
            return
        self._arrival.stop()
        if loading is not None:
            self._loading = None
            self._dictionaries = loading.found
            self._renew()

    def _renew(self) -> None:
        known = self._dictionaries
        self.speller = Speller(known, self._settings.own_words) if known else None
        self.changed.emit()

    def enter(self, widget: QWidget | None) -> None:
        """Watch a field from now on, if it is one whose words are checked."""
        field = field_of(widget)
        if field is not None and field.widget.findChild(Watch) is None:
            Watch(field, self)

    # The user's own words

    def add(self, word: str) -> None:
        """Know a word from now on."""
        self.keep((*self._settings.own_words, word))

    def forget(self, word: str) -> None:
        """Know one of the user's own words no more."""
        gone = folded(word)
        self.keep([one for one in self._settings.own_words if folded(one) != gone])

    def keep(self, words: Sequence[str]) -> None:
        """Know these words and no others besides the dictionaries."""
        known = {folded(one): one for one in words if one.strip()}
        self._settings.own_words = tuple(sorted(known.values(), key=folded))
        self._renew()
