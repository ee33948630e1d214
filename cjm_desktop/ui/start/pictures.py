"""Pictures for the cards of the first page: from the files themselves, or drawn by our layout."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

import cjm_desktop
from cjm_desktop import layout
from cjm_desktop.journey import templates
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Language
from cjm_desktop.layout.theme import LIGHT
from cjm_desktop.storage import reader
from cjm_desktop.ui.canvas import overview
from cjm_desktop.ui.canvas.scene import MapScene

WIDTH, HEIGHT = 720, 520
"""Largest picture, device pixels: sharp on a screen of double density."""


class Pictures(QObject):
    """Makes pictures one at a time while nothing else happens.

    Args:
        parent: of the first page.
    """

    ready = Signal(str, QPixmap)
    """The key of a card and its picture."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._asked: list[tuple[str, Language | None]] = []
        self._made: dict[tuple[str, Language | None], QPixmap] = {}
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._next)

    def ask(self, paths: list[str], names: list[str], language: str) -> None:
        """Make the pictures of files and of templates."""
        spoken: Language = "ru" if language == "ru" else "en"
        wanted: list[tuple[str, Language | None]] = [(one, None) for one in paths]
        wanted += [(one, spoken) for one in names]
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
        picture = _of_file(Path(key)) if language is None else _of_template(key, language)
        if picture is not None:
            self._made[asked] = picture
            self.ready.emit(key, picture)


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
    file = Path(folder) / "templates" / f"{name}-{language}-{cjm_desktop.__version__}.png"
    picture = QPixmap(str(file))
    if picture.isNull():
        picture = _draw(name, language)
        file.parent.mkdir(parents=True, exist_ok=True)
        picture.save(str(file), "PNG")
    return picture


def _draw(name: str, language: Language) -> QPixmap:
    journey = templates.make(name, language)
    options = layout.Options(language=language, paper=True)
    drawing = layout.draw(journey, journey.maps()[0].id, LIGHT, options)
    scene = MapScene()
    scene.show_drawing(drawing)
    return overview.pixmap(scene, drawing, WIDTH, HEIGHT)
