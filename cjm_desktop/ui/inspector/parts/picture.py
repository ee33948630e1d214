"""The picture of a persona or of a card on a storyboard."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from cjm_desktop.journey.records import Card, Lane, Persona, Picture
from cjm_desktop.ui import picture_file, plain
from cjm_desktop.ui.controls import button, icon_button, name_button
from cjm_desktop.ui.flow import Flow
from cjm_desktop.ui.inspector.parts.part import Part
from cjm_desktop.ui.picture_drop import PictureDrop
from cjm_desktop.ui.picture_taking import PictureTaking

SHOWN = QSize(280, 140)


class PicturePart(Part):
    """Shows the picture; takes another one from a file, dropped or pasted, or none."""

    def set_up(self) -> None:
        self.taking = PictureTaking(self.editing)
        self._shown = plain.label()
        self._shown.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._hint: QLabel = plain.label(
            self.tr("Drop a picture here, or paste one."), "faint", wrap=True
        )
        self.choose = button(self.tr("Choose a picture…"), "photo-plus")
        self.choose.clicked.connect(lambda: self.taking.ask(self, self.record_id))
        drop = PictureDrop(self)
        # The button that a drop does the work of looks pressed.
        drop.invited.connect(self.choose.setDown)
        drop.dropped.connect(lambda mime: self.taking.take(self.record_id, mime))
        self.paste = icon_button("clipboard", 16)
        name_button(self.paste, self.tr("Paste the picture from the clipboard"))
        self.paste.clicked.connect(lambda: self.taking.paste(self.record_id))
        self.remove = icon_button("x", 16)
        name_button(self.remove, self.tr("Without a picture"))
        self.remove.clicked.connect(lambda: self.taking.remove(self.record_id))
        holder = QWidget()
        row = Flow(holder, 4)
        for one in (self.choose, self.paste, self.remove):
            row.addWidget(one)
        self.column.addWidget(self._shown)
        self.column.addWidget(holder)
        self.column.addWidget(self._hint)

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
        self.remove.setVisible(stored is not None)
        self._shown.setVisible(stored is not None)
        self._hint.setVisible(stored is None)
        picture = QPixmap()
        if stored is not None and picture.loadFromData(stored.data):
            smooth = Qt.TransformationMode.SmoothTransformation
            ratio = self.devicePixelRatioF()
            small = picture.scaled(SHOWN * ratio, picture_file.KEEP, smooth)
            small.setDevicePixelRatio(ratio)
            self._shown.setPixmap(small)
            self._shown.setAccessibleName(stored.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.taking.paste(self.record_id)
        else:
            super().keyPressEvent(event)
