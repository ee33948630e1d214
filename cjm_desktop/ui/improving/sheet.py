"""The sheet at the right of board and matrix: all that is known of what is chosen."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cjm_desktop.document import Change
from cjm_desktop.journey import words
from cjm_desktop.ui import areas, plain
from cjm_desktop.ui.controls import button, icon_button, name_button
from cjm_desktop.ui.editing import Editing
from cjm_desktop.ui.inspector.fields import Text
from cjm_desktop.ui.inspector.page import Page
from cjm_desktop.ui.stylesheet import NORMAL_FONT, scaled

_WIDTH, _NARROW = 344, 308
"""Usual width, and in a small window, px with the normal interface text."""


class Sheet(QWidget):
    """One record's form, as in the inspector, and the way back from what was looked up.

    Args:
        editing: makes the changes.
    """

    jumped = Signal(str)
    """The user went to this record from the form of another one."""
    map_asked = Signal(str)
    """This record is to be shown on the map."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self._way: list[str] = []
        self._folded: dict[str, dict[str, bool]] = {}
        self.page: Page | None = None
        self.narrow(narrow=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(16, 10, 12, 2)
        self.title = plain.Elided("", "panel")
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.back = icon_button("arrow-left", 16)
        name_button(self.back, self.tr("Back"))
        self.back.setAutoRaise(True)
        self.back.clicked.connect(self._back)
        self.on_map = button(self.tr("Show on the map"), "map-pin", "link")
        self.on_map.setAutoDefault(False)
        self.on_map.clicked.connect(lambda: self.map_asked.emit(self.record_id))
        row.addWidget(self.back)
        row.addWidget(self.title, 1)
        row.addWidget(self.on_map)
        column.addLayout(row)
        self._area = areas.scrolling(QWidget())
        column.addWidget(self._area, 1)

    def narrow(self, *, narrow: bool) -> None:
        """Take less room, or the usual one."""
        width = _NARROW if narrow else _WIDTH
        self.setFixedWidth(scaled(width, max(NORMAL_FONT, self.font().pixelSize())))

    @property
    def record_id(self) -> str:
        """The id of the record it shows; empty: of none."""
        return self._way[-1] if self._way else ""

    def show_record(self, record_id: str, otherwise: str = "") -> None:
        """Show a record, from the beginning of a new way.

        Args:
            record_id: of the record; empty: there is none.
            otherwise: what is said then.
        """
        if self.record_id == record_id and self.page is not None:
            return
        self._way = [record_id] if record_id in self._editing.journey else []
        self._show(otherwise)

    def keep(self, record_id: str, otherwise: str = "") -> None:
        """Show a record, or what was looked up from it: an edit does not lead away from there.

        Args:
            record_id: of the record; empty: there is none.
            otherwise: what is said then.
        """
        if self.page is None or self._way[:1] != [record_id]:
            self.show_record(record_id, otherwise)

    def look_up(self, record_id: str) -> None:
        """Show a record that belongs to the one that is shown."""
        if record_id in self._editing.journey and record_id != self.record_id:
            self._way.append(record_id)
            self._show()

    def _back(self) -> None:
        self._way.pop()
        self._show()

    def _show(self, otherwise: str = "") -> None:
        record = self._editing.journey.find(self.record_id)
        self.page = None
        areas.empty(self._area)
        self.back.setVisible(len(self._way) > 1)
        self.on_map.setVisible(record is not None)
        if record is None:
            self.title.set("")
            self._area.setWidget(areas.remark(otherwise, QMargins(16, 12, 20, 20)))
            return
        said = words.say(f"kind.{record.kind}", self._editing.language)
        self.title.set(said[:1].upper() + said[1:])
        page = Page(self._editing, record, self._folded.setdefault(record.kind, {}))
        page.jump.connect(self.jumped)
        page.made.connect(self._made)
        self.page = page
        self._area.setWidget(page)
        page.show()

    def _made(self, record_id: str) -> None:
        self.jumped.emit(record_id)
        if self.page is not None and self.page.record_id == record_id:
            begin(self.page)

    def document_changed(self, change: Change) -> None:
        """Keep in step with the document."""
        before = list(self._way)
        self._way = [one for one in before if one in self._editing.journey]
        page = self.page
        if self._way != before or (page is not None and page.outdated()):
            self._show()
        elif page is not None:
            page.refresh(change)


def begin(page: Page) -> None:
    """Put the cursor where a hypothesis is still to be written, or else behind its first text."""
    texts = [page.fields[name] for name in ("if_text", "then_text", "because")
             if name in page.fields]  # fmt: skip
    fields = [one for one in texts if isinstance(one, Text)]
    if not fields:
        page.begin()
        return
    field = next((one for one in fields if not one.control.toPlainText().strip()), fields[0])
    field.control.setFocus(Qt.FocusReason.OtherFocusReason)
    field.control.moveCursor(QTextCursor.MoveOperation.End)
