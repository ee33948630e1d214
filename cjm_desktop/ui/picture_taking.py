"""How personas and cards get their pictures: from a file, dropped, or pasted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from cjm_desktop.journey import moves, naming
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.records import Picture
from cjm_desktop.ui import choosing, picture_file, plain
from cjm_desktop.ui.editing import Editing

Place = tuple[str, str, str | None]
"""Lane, stage, and step or None for the stage as a whole."""


class PictureTaking:
    """Gives records their pictures, or says why one cannot be taken.

    Args:
        editing: makes the changes and tells what is refused.
    """

    def __init__(self, editing: Editing) -> None:
        self._editing = editing

    def ask(self, parent: QWidget, record_id: str) -> None:
        """Let the user choose a file."""
        translate = QCoreApplication.translate
        kinds = translate("PictureTaking", "Pictures (*.png *.jpg *.jpeg *.webp)")
        said = translate("PictureTaking", "Choose a picture")
        for path in choosing.to_read(parent, said, "", kinds):
            self.take_file(record_id, path)

    def take_file(self, record_id: str, path: Path) -> bool:
        """Take the picture of a file; False: it is none."""
        with Waiting():
            loaded = picture_file.load(path)
        return self._take(record_id, loaded, path.name)

    def take(self, record_id: str, mime: QMimeData) -> bool:
        """Take what was dropped; False: it is no picture."""
        with Waiting():
            loaded = picture_file.taken(mime)
        return self._take(record_id, loaded, picture_file.name_of(mime))

    def take_into(self, place: Place, mime: QMimeData) -> str | None:
        """Make a card of what was dropped or pasted in a cell of pictures; return its id."""
        with Waiting():
            loaded = picture_file.taken(mime)
        name = picture_file.name_of(mime)
        if loaded is None:
            self._editing.refused.emit(_refusal(name))
            return None
        picture = loaded.record(name)

        def act(draft: Draft) -> str:
            card_id = moves.add_card(draft, *place)
            moves.set_picture(draft, card_id, picture)
            return card_id

        said = naming.kind_name(Picture.kind, self._editing.language)
        return self._editing.do("step.add_card", plain.clean(name) or said, act)

    def paste_into(self, place: Place) -> str | None:
        """Make a card of the picture in the clipboard."""
        return self.take_into(place, _clipboard())

    def paste(self, record_id: str) -> bool:
        """Take the picture in the clipboard; False: there is none."""
        return self.take(record_id, _clipboard())

    @staticmethod
    def can_paste() -> bool:
        """Whether there may be a picture in the clipboard."""
        return picture_file.offered(_clipboard())

    def remove(self, record_id: str) -> None:
        """Let a record have no picture."""
        self._set(record_id, None)

    def _take(self, record_id: str, loaded: picture_file.Loaded | None, name: str) -> bool:
        if loaded is None:
            self._editing.refused.emit(_refusal(name))
            return False
        self._set(record_id, loaded.record(name))
        return True

    def _set(self, record_id: str, picture: Picture | None) -> None:
        owner = self._editing.journey.find(record_id)
        if owner is not None:
            self._editing.do(
                "step.picture",
                naming.label(owner, self._editing.language),
                lambda draft: moves.set_picture(draft, record_id, picture),
            )


def _clipboard() -> QMimeData:
    """What is in the clipboard; the stub does not know that there may be nothing at all."""
    found: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return found if found is not None else QMimeData()


def _refusal(name: str) -> str:
    translate = QCoreApplication.translate
    if not name:
        return translate("PictureTaking", "There is no picture in the clipboard.")
    said = translate(
        "PictureTaking", "“{file}” is no PNG, JPEG or WebP picture, or it is too large."
    )
    return said.format(file=plain.clean(name))


class Waiting:
    """The pointer asks for patience: a photo of a telephone takes a moment."""

    def __enter__(self) -> None:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)

    def __exit__(self, *_: object) -> None:
        QGuiApplication.restoreOverrideCursor()
