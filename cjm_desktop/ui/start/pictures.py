"""Pictures for the cards of the first page: from the files themselves, or drawn by our layout."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

import cjm_desktop
from cjm_desktop import layout
from cjm_desktop.journey import offers, templates
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Language
from cjm_desktop.layout.theme import LIGHT
from cjm_desktop.storage import reader
from cjm_desktop.ui import thumbnail

SHAPE = (900.0, 441.0)
"""The paper a template is laid out on for its picture, mm: the shape of a card."""


class Pictures(QObject):
    """Makes pictures one at a time while nothing else happens.

    Args:
        parent: of the first page.
        own: makes the map of one of the user's own templates; None: it cannot be made.
    """

    ready = Signal(str, QPixmap)
    """The key of a card and its picture."""

    def __init__(self, parent: QWidget, own: Callable[[str], Journey | None]) -> None:
        super().__init__(parent)
        self._own = own
        self._owned: frozenset[str] = frozenset()
        self._asked: list[tuple[str, Language | None]] = []
        self._made: dict[tuple[str, Language | None], QPixmap] = {}
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._next)

    def ask(
        self, paths: list[str], names: list[str], language: str, own: list[str] | None = None
    ) -> None:
        """Make the pictures of files, of templates and of the user's own templates."""
        self._owned = frozenset(own or ())
        spoken: Language = "ru" if language == "ru" else "en"
        wanted: list[tuple[str, Language | None]] = [(one, None) for one in paths]
        wanted += [(one, spoken) for one in names]
        # Files like those of maps: what they hold may have changed since.
        wanted += [(one, None) for one in own or ()]
        self._asked = []
        for one in wanted:
            if one in self._made and one[1] is not None:
                self.ready.emit(one[0], self._made[one])
            else:
                self._asked.append(one)
        if self._asked:
            self._idle.start()

    @property
    def waiting(self) -> int:
        """How many pictures are still to be made."""
        return len(self._asked)

    def _next(self) -> None:
        if not self._asked:
            self._idle.stop()
            return
        asked = self._asked.pop(0)
        key, language = asked
        picture = self._picture(key, language)
        if picture is not None:
            self._made[asked] = picture
            self.ready.emit(key, picture)

    def _picture(self, key: str, language: Language | None) -> QPixmap | None:
        if language is not None:
            return _of_template(key, language)
        if key not in self._owned:
            return _of_file(Path(key))
        journey = self._own(key)
        return _picture_of(journey, full=False) if journey is not None else None


def _of_file(path: Path) -> QPixmap | None:
    """The picture that was stored in a map's file when it was saved."""
    try:
        data = reader.read_meta(path, "thumbnail")
    except Problem:
        return None
    picture = QPixmap()
    if isinstance(data, bytes) and picture.loadFromData(data, "PNG"):
        return picture
    return None


def _of_template(name: str, language: Language) -> QPixmap:
    """A template as the layout draws it, kept in the cache."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation)
    made_from = zlib.crc32(repr(offers.contents(name)).encode())
    version = f"{cjm_desktop.__version__}-{made_from:08x}"
    file = Path(folder) / "templates" / f"{name}-{language}-{version}.png"
    picture = QPixmap(str(file))
    if picture.isNull():
        picture = _draw(name, language)
        file.parent.mkdir(parents=True, exist_ok=True)
        picture.save(str(file), "PNG")
    return picture


def _draw(name: str, language: Language) -> QPixmap:
    """A template as its poster would look, laid out for the shape of a card: nothing is added."""
    return _picture_of(templates.make(name, language), full=name in templates.SAMPLES)


def _picture_of(journey: Journey, *, full: bool) -> QPixmap:
    """A map for a card.

    Args:
        full: with its title and persona.
    """
    language = journey.document.language
    options = layout.Options(
        language=language, paper=True, show_header=full, show_legend=False, show_persona=full
    )
    drawing = layout.fit(journey, journey.maps()[0].id, LIGHT, options, SHAPE[0], SHAPE[1])
    return QPixmap.fromImage(thumbnail.picture(drawing))
