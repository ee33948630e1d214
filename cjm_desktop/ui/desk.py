"""The desk the windows lie on: the settings, the application's folder, and every open window."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from cjm_desktop.ui import palette, typeface
from cjm_desktop.ui.recovery.survivors import Survivors, bring_back
from cjm_desktop.ui.settings import Recent, Settings
from cjm_desktop.ui.translation import Translation, chosen
from cjm_desktop.ui.window import Window

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from cjm_desktop.document import Document, Home
    from cjm_desktop.document.shelf import TemplateShelf
    from cjm_desktop.journey.records import Language
    from cjm_desktop.layout.pieces import Drawing
    from cjm_desktop.ui.look import Look
    from cjm_desktop.ui.mishaps.telling import Mishaps
    from cjm_desktop.ui.spelling.spelling import Spelling


class Desk(QObject):
    """Opens windows and keeps what they share.

    Args:
        application: Qt's own, in the style Fusion.
        folder: the application's own, for working copies and backups.
        settings: what the user chose.
        sparing: the first picture comes first; what it can do without is put on by `furnish`.
    """

    look_changed = Signal()
    """Language, theme or another setting of the look is another one now."""
    recents_changed = Signal()
    seen = Signal()
    """A window has been painted for the first time."""

    def __init__(
        self, application: QApplication, folder: Path, settings: Settings, *, sparing: bool = False
    ) -> None:
        super().__init__(application)
        self.application = application
        self.folder = folder
        self._home: Home | None = None
        self.homeless = False
        """Our own folder cannot be made or written; a temporary one stands in for it."""
        self.settings = settings
        self.windows: list[Window] = []
        self.translation = Translation(application)
        self.survivors = Survivors(self)
        self._spelling: Spelling | None = None
        self.mishaps: Mishaps | None = None
        """Watches for errors nobody foresaw; None: nobody does."""
        self._furnished = False
        typeface.register()
        if sparing:
            # Which list says so is long to load; Qt's own palette follows it.
            first = application.palette().color(palette.Role.Window)
            wanted = self.settings.theme
            self._dress(dark=first.lightness() < 128 if wanted == "system" else wanted == "dark")
        else:
            self.furnish()

    @property
    def home(self) -> Home:
        """The application's folder. Nothing is read from it before the first window is seen."""
        if self._home is None:
            self._home = self._make_home()
        return self._home

    def _make_home(self) -> Home:
        from cjm_desktop.document import Home
        from cjm_desktop.storage.problems import FileProblem

        try:
            return Home(self.folder)
        except FileProblem:
            import tempfile

            # One can work all the same. The folder is not tidied away: unsaved work is in it.
            self.homeless = True
            return Home(Path(tempfile.mkdtemp(prefix="cjm-desktop-")))

    @property
    def spelling(self) -> Spelling:
        """What checks the words one types."""
        if self._spelling is None:
            from cjm_desktop.ui.spelling.enchanted import Enchanted
            from cjm_desktop.ui.spelling.spelling import Spelling

            self._spelling = Spelling(self.settings, Enchanted(), self)
        return self._spelling

    @spelling.setter
    def spelling(self, value: Spelling) -> None:
        self._spelling = value

    def _focused(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now.property("spelled"):
            self.spelling.enter(now)

    # What everything looks like

    @property
    def shelf(self) -> TemplateShelf:
        """The user's own templates."""
        from cjm_desktop.document.shelf import TemplateShelf

        return TemplateShelf(self.folder)

    def furnish(self) -> None:
        """Put on what a first picture does without, once: the style sheet, and ears."""
        if self._furnished:
            return
        self._furnished = True
        self.dress()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        self.application.focusChanged.connect(self._focused)

    def dress(self) -> None:
        """Take on the language, the theme and the size of text that the settings ask for."""
        from cjm_desktop.ui import stylesheet

        colours = self._dress(dark=self.dark)
        self.application.setStyleSheet(stylesheet.stylesheet(colours, self.settings.font_size))
        self.look_changed.emit()

    def _dress(self, *, dark: bool) -> palette.Tokens:
        colours = palette.DARK if dark else palette.LIGHT
        self.application.setFont(typeface.interface_font(self.settings.font_size))
        self.application.setPalette(palette.qt_palette(colours))
        language = chosen(self.settings.language)
        if language != self.translation.language or not self.translation.spoken:
            self.translation.switch(language)
        return colours

    def _system_changed(self) -> None:
        if self.settings.theme == "system":
            self.dress()

    @property
    def language(self) -> str:
        """Of the window: "ru" or "en"."""
        return self.translation.language

    @property
    def map_language(self) -> Language:
        """Of new maps."""
        wanted = self.settings.map_language
        return "ru" if wanted == "ru" else "en" if wanted == "en" else self.translation.language

    @property
    def dark(self) -> bool:
        """Whether the window is dark."""
        if self.settings.theme == "system":
            from PySide6.QtCore import Qt

            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self.settings.theme == "dark"

    def look(self) -> Look:
        """How maps look as far as the settings say."""
        from cjm_desktop.ui.look import Look

        return Look(
            language=self.language,
            dark=self.dark,
            dark_map=self.settings.dark_map,
            prompts=self.settings.prompts,
            font_size=self.settings.font_size,
        )

    # Windows

    def begin(self, paths: Sequence[Path] = ()) -> None:
        """Open the first window: what it shows is seen at once, and complete a moment later.

        Args:
            paths: of files to open; none: the first page.
        """
        if len(paths) != 1:
            self._show_begun(paths)
            return
        document = self._opened(paths[0])
        if document is None:
            self.open_files(paths)
            return
        window = self._add_window()
        if window.show_map_bones(document):
            window.show()
        else:
            self.take(document, window).orders.recovery.tell_of_survivors()

    def _show_begun(self, paths: Sequence[Path]) -> None:
        if paths:
            self.open_files(paths)
        else:
            window = self._add_window()
            window.show_bones()
            window.show()

    def _opened(self, path: Path) -> Document | None:
        """A file's document; None where there is anything to be said about it."""
        from cjm_desktop.document import Document
        from cjm_desktop.journey.problems import Problem

        if self.survivors.has(path):
            return None
        try:
            return Document.open(path, self.home)
        except Problem:
            return None

    def new_window(self) -> Window:
        """Another window, on its first page."""
        window = self._add_window()
        window.show_first_page()
        window.show()
        return window

    def _add_window(self) -> Window:
        window = Window(self)
        self.windows.append(window)
        window.closed.connect(lambda: self._closed(window))
        window.restore_place(step=len(self.windows) - 1)
        return window

    def _closed(self, window: Window) -> None:
        if window in self.windows:
            self.windows.remove(window)
        window.deleteLater()
        self.settings.sync()

    @property
    def active(self) -> Window | None:
        """The window the user is in, or the last one opened."""
        for window in self.windows:
            if window.isActiveWindow():
                return window
        return self.windows[-1] if self.windows else None

    def window_of(self, path: Path) -> Window | None:
        """The window that has a file open."""
        for window in self.windows:
            if window.work is not None and window.work.document.is_at(path):
                return window
        return None

    def open_files(self, paths: Iterable[Path], window: Window | None = None) -> None:
        """Open files: each in its own window, the first in one that shows its first page.

        Args:
            paths: of the files.
            window: where it was asked; None: from outside.
        """
        listed = list(paths)
        for one in tuple(self.windows):
            if one.bones is not None:
                one.growing.finish()
        for path in listed:
            self._open(path, window or self.active)
        if not listed:
            self._come_forward(self.active or self.new_window())

    def _open(self, path: Path, window: Window | None) -> None:
        there = self.window_of(path)
        if there is not None:
            self._come_forward(there)
            return
        from cjm_desktop.document import Document
        from cjm_desktop.journey.problems import Problem

        survivor = self.survivors.of(path)
        try:
            if survivor is not None:
                recover = partial(Document.recover, survivor, self.home)
                document = bring_back(window, self.home.pace, recover)
            else:
                document = Document.open(path, self.home)
        except Problem as problem:
            asked = window or self.new_window()
            asked.orders.recovery.tell_refused(path, problem)
            return
        shown = self.take(document, window)
        if survivor is not None:
            self._tell_recovered(shown)
        shown.orders.recovery.tell_of_survivors()

    def _tell_recovered(self, window: Window) -> None:
        window.offer(
            "recovered",
            self.tr("The edits that had not reached the file are here."),
            [(self.tr("Back to the file"), window.files.back_to_file)],
            "done",
        )

    def take(
        self, document: Document, window: Window | None = None, laid: Drawing | None = None
    ) -> Window:
        """Show a document in a window that has none, or in a new one.

        Args:
            laid: the drawing of the map that was seen last, where it is there already.
        """
        if window is None or window.work is not None:
            window = self._add_window()
        window.show_document(document, laid)
        self.remember(document)
        self._come_forward(window)
        return window

    def _come_forward(self, window: Window) -> None:
        from PySide6.QtCore import Qt

        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    # What is remembered

    def remember(self, document: Document) -> None:
        """Put a document at the head of the recent ones."""
        if document.path is not None:
            from datetime import UTC, datetime

            title = document.journey.document.title
            now = datetime.now(UTC).isoformat(timespec="seconds")
            self.settings.remember(Recent(str(document.path), title, now))
            self.recents_changed.emit()

    def forget(self, path: str) -> None:
        """Take a file off the recent ones; the file stays."""
        self.settings.forget(path)
        self.recents_changed.emit()
