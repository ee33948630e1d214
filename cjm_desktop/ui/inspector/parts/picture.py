"""The picture of a persona or of a card on a storyboard."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout

from cjm_desktop.journey import moves, naming
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.records import Card, Lane, Persona, Picture
from cjm_desktop.ui import picture_file, plain
from cjm_desktop.ui.controls import button
from cjm_desktop.ui.dialogs import choosing
from cjm_desktop.ui.inspector.parts.part import Part

SHOWN = QSize(280, 140)
MediaType = Literal["image/png", "image/jpeg", "image/webp"]


class PicturePart(Part):
    """Shows the picture, takes another one from a file, or none."""

    def set_up(self) -> None:
        self._shown = plain.label()
        self._shown.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._choose = button(self.tr("Choose a picture…"), "photo-plus")
        self._choose.clicked.connect(self._ask)
        self._remove = button(self.tr("Without a picture"), "x", "flat")
        self._remove.clicked.connect(lambda: self._set(None))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._choose)
        row.addWidget(self._remove)
        row.addStretch(1)
        self.column.addWidget(self._shown)
        self.column.addLayout(row)

    def _owner(self) -> Persona | Card | None:
        found = self.journey.find(self.record_id)
        return found if isinstance(found, Persona | Card) else None

    def _picture(self) -> Picture | None:
        owner = self._owner()
        found = self.journey.find(owner.picture_id) if owner is not None else None
        return found if isinstance(found, Picture) else None

    def state(self) -> object:
        owner = self._owner()
        return (owner.picture_id if owner is not None else None, "")

    def build(self) -> None:
        owner, stored = self._owner(), self._picture()
        lane = self.journey.find(owner.lane_id) if isinstance(owner, Card) else None
        takes = isinstance(owner, Persona) or (isinstance(lane, Lane) and lane.holds == "picture")
        self.setVisible(takes or stored is not None)
        self._remove.setVisible(stored is not None)
        self._shown.setVisible(stored is not None)
        picture = QPixmap()
        if stored is not None and picture.loadFromData(stored.data):
            smooth = Qt.TransformationMode.SmoothTransformation
            keep = Qt.AspectRatioMode.KeepAspectRatio
            ratio = self.devicePixelRatioF()
            small = picture.scaled(SHOWN * ratio, keep, smooth)
            small.setDevicePixelRatio(ratio)
            self._shown.setPixmap(small)
            self._shown.setAccessibleName(stored.name)

    def _ask(self) -> None:
        kinds = self.tr("Pictures (*.png *.jpg *.jpeg *.webp)")
        for path in choosing.to_read(self, self.tr("Choose a picture"), "", kinds):
            self.take(path)

    def take(self, path: Path) -> None:
        """Take the picture of a file, or say that it is none."""
        loaded = picture_file.load(path)
        if loaded is None:
            said = self.tr("“{file}” is no PNG, JPEG or WebP picture, or it is too large.")
            self.editing.refused.emit(said.format(file=plain.clean(path.name)))
            return
        self._set(
            Picture(
                name=plain.clean(path.name)[:200],
                media_type=cast("MediaType", loaded.media_type),
                width=loaded.width,
                height=loaded.height,
                data=loaded.data,
            )
        )

    def _set(self, picture: Picture | None) -> None:
        owner, before = self._owner(), self._picture()
        if owner is None:
            return

        def act(draft: Draft) -> None:
            if picture is not None:
                draft.put(picture)
            chosen = picture.id if picture is not None else None
            moves.set_fields(draft, owner.id, picture_id=chosen)
            if before is not None:
                moves.drop(draft, before.id)

        self.editing.do("step.picture", naming.label(owner, self.language), act)
