"""Pasting into the lines of a sketch; a list or table is shown first as what it becomes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from shiboken6 import isValid

from cjm_desktop.exchange.outline import KINDS, Kind, pasted
from cjm_desktop.exchange.outline.pasted import Pasted
from cjm_desktop.journey import tables as sheets
from cjm_desktop.journey.problems import Problem
from cjm_desktop.ui import icons, plain, tables
from cjm_desktop.ui.controls import line
from cjm_desktop.ui.dialogs.frame import Frame
from cjm_desktop.ui.sketch.lines import Lines
from cjm_desktop.ui.sketch.signs import ICONS

if TYPE_CHECKING:
    from cjm_desktop.ui.sketch.live import Live
    from cjm_desktop.ui.work import Work

_SHOWN = 300
"""Lines in the preview; more would only be slow. All of them are taken."""
_LETTERS = 120
Read = Callable[[Kind | None], Pasted]


class Pasting(QObject):
    """Takes what is pasted or dropped into the lines.

    Args:
        work: whose map.
        lines: the field.
        live: what keeps both the same.
    """

    def __init__(self, work: Work, lines: Lines, live: Live) -> None:
        super().__init__(lines)
        self._work, self._lines, self._live = work, lines, live

    def take(self, data: QMimeData, *, ask: bool = False) -> None:
        """Put in words and lines of our own as they are; show first what others become.

        Args:
            data: from the clipboard, or dropped.
            ask: show lines of our own first too.
        """
        try:
            rows = sheets.from_html(data.html()) if data.hasHtml() else None
            text = data.text()
            own = not rows and pasted.is_own(text)
            if own and not ask:
                self._lines.put_in(text)
                return
            self._ask(rows, text)
        except Problem as problem:
            self._work.editing.refused.emit(problem.sentence(self._live.language))

    def _ask(self, rows: list[list[str]] | None, text: str) -> None:
        language = self._work.journey.document.language

        def read(kind: Kind | None) -> Pasted:
            if rows:
                return pasted.of_rows(rows, language, kind)
            return pasted.of_text(text, language, kind)

        lines = self._lines
        likely = pasted.kind_at(lines.text.split("\n"), lines.line - 1)
        dialog = Preview(lines.window(), read, likely, self._live.language)
        taken = dialog.exec() == Preview.DialogCode.Accepted
        # The document may have been closed by another program meanwhile, and its sketch with it.
        if isValid(lines):
            if taken:
                lines.put_lines(dialog.found.text)
                self._live.settle()
            lines.setFocus()
        if isValid(dialog):
            dialog.deleteLater()


class Preview(Frame):
    """Shows what each line becomes; a list of one level may be taken for anything.

    Args:
        parent: the window.
        read: reads what is pasted, a list of one level as things of a kind.
        likely: what such a list is where the caret stands.
        language: of sentences.
    """

    def __init__(
        self, parent: QWidget | None, read: Read, likely: Kind | None, language: str
    ) -> None:
        super().__init__(parent, self.tr("Paste into the sketch"))
        self._read, self._language = read, language
        self.found = read(likely)
        self.kinds = QComboBox()
        self.kinds.setAccessibleName(self.tr("Each line becomes"))
        for kind, name in zip(KINDS, self._names(), strict=True):
            self.kinds.addItem(icons.icon(ICONS[kind]), name, kind)
        self.kinds.setCurrentIndex(KINDS.index(self.found.lines[0].kind))
        self.kinds.currentIndexChanged.connect(self._again)
        if self.found.flat:
            self.inside.addLayout(self._choice())
        self.told = plain.label("", "secondary", wrap=True)
        self.inside.addWidget(self.told)
        self.inside.addWidget(line())
        self.table = QTableWidget()
        self.table.setAccessibleName(self.tr("What becomes what"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tables.dress(self.table)
        self.inside.addWidget(self.table, 1)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.accept_button = self.add_button(self.tr("Paste"), main=True)
        self.accept_button.clicked.connect(self.accept)
        self.setMinimumSize(640, 440)
        self._show()
        self.accept_button.setFocus()

    def _choice(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(plain.label(self.tr("Each line becomes")))
        row.addWidget(self.kinds)
        row.addStretch(1)
        return row

    def _names(self) -> tuple[str, ...]:
        return (
            self.tr("stage"), self.tr("step"), self.tr("action"), self.tr("contact"),
            self.tr("thought"), self.tr("feeling"), self.tr("barrier"), self.tr("idea"),
        )  # fmt: skip

    def _again(self, index: int) -> None:
        self.found = self._read(KINDS[index])
        self._show()

    def _show(self) -> None:
        lines = self.found.lines
        names = dict(zip(KINDS, self._names(), strict=True))
        self.table.setColumnCount(3)
        self.table.setHorizontalHeaderLabels(
            [self.tr("Pasted"), self.tr("Becomes"), self.tr("In the sketch")]
        )
        self.table.horizontalHeader().setVisible(True)
        self.table.setRowCount(min(len(lines), _SHOWN))
        for number, one in enumerate(lines[:_SHOWN]):
            kind = QTableWidgetItem(names[one.kind])
            kind.setIcon(icons.icon(ICONS[one.kind]))
            texts = (_short(one.source), _short(one.text))
            for column, item in enumerate(
                (QTableWidgetItem(texts[0]), kind, QTableWidgetItem(texts[1]))
            ):
                self.table.setItem(number, column, item)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(1, self.table.sizeHintForColumn(1) + 28)
        said = [self.tr("%n line(s) go into the sketch; Esc leaves all as it is", "", len(lines))]
        said += [one.sentence(self._language) for one in self.found.notes[:3]]
        self.told.setText("\n".join(map(plain.clean, said)))


def _short(text: str) -> str:
    shown = plain.clean(text)
    return shown if len(shown) <= _LETTERS else f"{shown[: _LETTERS - 1]}…"
