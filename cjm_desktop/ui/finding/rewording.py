"""What would be replaced: every text before and after, to choose from; then all in one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from cjm_desktop.journey import rewording
from cjm_desktop.journey.finding import Excerpt, Hit
from cjm_desktop.journey.naming import LONGEST_LABEL
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.rewording import Proposal
from cjm_desktop.ui import plain, tables
from cjm_desktop.ui.dialogs.frame import Frame, Told
from cjm_desktop.ui.editing import Editing
from cjm_desktop.ui.finding.listing import EXCERPT, Index, draw_parts, row_height
from cjm_desktop.ui.palette import tokens

WHERE, BEFORE, AFTER = range(3)
_ROUND, _REST = 30, 200
"""So many characters before the first and after the last place that changes are shown."""
_CHECK = Qt.ItemDataRole.CheckStateRole
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


def parts(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[str, bool]]:
    """A text from shortly before the first place that changes, on one line.

    Args:
        spans: what changes, in characters.

    Returns:
        Its parts, and whether each changes.
    """
    at = max(0, spans[0][0] - _ROUND)
    found = [("…", False)] if at else []
    for start, end in spans:
        found += [(text[at:start], False), (text[start:end], True)]
        at = end
    found.append((text[at : at + _REST], False))
    return [(one.replace("\n", " "), changes) for one, changes in found if one]


class Proposals(QAbstractTableModel):
    """The texts that would change; each can be left as it is.

    Args:
        listed: in the order of reading.
        places: where each stands, in words, when somebody looks.
    """

    def __init__(self, listed: Sequence[Proposal], places: Callable[[int], str]) -> None:
        super().__init__()
        self._listed, self._places = listed, places
        self.on = [one.fits for one in listed]
        """Which of them are chosen."""
        self.heads: tuple[str, str, str] = ("", "", "")
        self.too_long = ""
        """What is said of a text that its field could not hold."""

    @property
    def chosen(self) -> tuple[Proposal, ...]:
        """Those that are to be replaced."""
        return tuple(one for one, on in zip(self._listed, self.on, strict=True) if on)

    def choose_all(self, *, on: bool) -> None:
        """Choose all that fit, or none."""
        self.on = [on and one.fits for one in self._listed]
        last = self.index(len(self._listed) - 1, WHERE)
        self.dataChanged.emit(self.index(0, WHERE), last, [_CHECK])

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._listed)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        return self.heads[section] if across and role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = Qt.ItemFlag.ItemIsSelectable
        if self._listed[index.row()].fits:
            found |= Qt.ItemFlag.ItemIsEnabled
            if index.column() == WHERE:
                found |= Qt.ItemFlag.ItemIsUserCheckable
        return found

    def data(self, index: Index, role: int = 0) -> Any:
        one, column = self._listed[index.row()], index.column()
        if column == WHERE:
            return self._where(index.row(), role)
        text, spans = (one.before, one.spans) if column == BEFORE else (one.after, one.put)
        if role == EXCERPT:
            return parts(text, spans)
        if role == Qt.ItemDataRole.DisplayRole:
            return plain.clean(text)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.tip_text(text)
        return None

    def _where(self, row: int, role: int) -> Any:
        if role == _CHECK:
            return _ON if self.on[row] else _OFF
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            place = plain.clean(self._places(row))
            place = place if self._listed[row].fits else f"{self.too_long}: {place}"
            return plain.tip_text(place) if role == Qt.ItemDataRole.ToolTipRole else place
        return None

    def setData(self, index: Index, value: Any, role: int = 0) -> bool:
        if role != _CHECK or not self._listed[index.row()].fits:
            return False
        self.on[index.row()] = Qt.CheckState(value) == _ON
        self.dataChanged.emit(index, index, [_CHECK])
        return True


class _Cell(QStyledItemDelegate):
    """Paints a text before or after."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, area = tokens(), option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        painter.save()
        if chosen:
            painter.fillRect(area, QColor(colours.accent_soft))
        ink = colours.accent_ink if chosen else colours.ink if enabled else colours.ink3
        inside = QRect(area).adjusted(6, 0, -6, 0)
        gone = index.column() == BEFORE
        draw_parts(painter, inside, index.data(EXCERPT), option.font, ink, gone=gone)
        painter.restore()


class Rewording(Frame):
    """Shows every text before and after, and replaces those that are chosen.

    Args:
        window: it is laid over.
        editing: makes the one step.
        hits: what was found.
        asked: what was looked for, and what is to be put in its place.
        tell: puts a hit, by its number, into words; the second of them is its place.
    """

    replaced = Signal(int)
    """So many texts were changed."""

    def __init__(
        self,
        window: QWidget,
        editing: Editing,
        hits: Sequence[Hit],
        asked: tuple[str, str],
        tell: Callable[[int], tuple[Excerpt, str]],
    ) -> None:
        super().__init__(window, "")
        self._editing, self._asked = editing, asked
        title = self.tr("Replace “{old}” with “{new}”") if asked[1] else self.tr("Take out “{old}”")
        title = title.format(old=_short(asked[0]), new=_short(asked[1]))
        self.heading.setText(title)
        self.setWindowTitle(f"{title} - CJM Desktop")
        listed = rewording.proposals(editing.journey, hits, asked[1], asked[0])
        first = {hit[:3]: number for number, hit in reversed(list(enumerate(hits)))}
        rows = [first[one[:3]] for one in listed]
        self.model = Proposals(listed, lambda row: tell(rows[row])[1])
        self.model.heads = (self.tr("Where"), self.tr("Before"), self.tr("After"))
        self.model.too_long = self.tr("Too long")
        self.model.dataChanged.connect(self._count)
        self._add_all()
        self.inside.addWidget(self._table(), 1)
        self.told = Told()
        self.inside.addWidget(self.told)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.take = self.add_button("", main=True)
        self.take.clicked.connect(self._take)
        self._count()
        if editing.view == "to_be":
            self.told.hint(self.tr("The journey as it is changes too, not only the plan."))
        self.setMinimumSize(720, 400)
        self.resize(QSize(1000, 640).boundedTo(window.size() - QSize(48, 48)))
        self.table.setFocus()

    def _add_all(self) -> None:
        row = QHBoxLayout()
        self.every = QCheckBox(self.tr("All"))
        self.every.clicked.connect(lambda on: self.model.choose_all(on=on))
        self.said = plain.label("", "secondary")
        row.addWidget(self.every)
        row.addStretch(1)
        row.addWidget(self.said)
        self.inside.addLayout(row)

    def _table(self) -> QTableView:
        self.table = made = QTableView()
        tables.dress(made)
        made.setModel(self.model)
        made.setAccessibleName(self.tr("What would change"))
        made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setWordWrap(False)
        made.verticalHeader().setDefaultSectionSize(row_height(made.fontMetrics()))
        head = made.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        delegate = _Cell(made)
        made.setItemDelegateForColumn(BEFORE, delegate)
        made.setItemDelegateForColumn(AFTER, delegate)
        if self.model.rowCount():
            made.setCurrentIndex(self.model.index(0, WHERE))
        return made

    def _count(self, _first: QModelIndex | None = None) -> None:
        """Say how many texts will change."""
        chosen, every = sum(self.model.on), len(self.model.on)
        self.said.setText(self.tr("{chosen} of {every} texts").format(chosen=chosen, every=every))
        self.take.setText(self.tr("Replace in %n text(s)", "", chosen))
        self.take.setEnabled(chosen > 0)
        some = 0 < chosen < every
        self.every.setCheckState(
            Qt.CheckState.PartiallyChecked if some else _ON if chosen else _OFF
        )

    def _take(self) -> None:
        """Replace what is chosen, all at once; what is refused is told and changes nothing."""
        editing, (old, new) = self._editing, self._asked
        key = "step.replace_words" if new else "step.remove_words"
        try:
            with editing.document.edit(key, old=_short(old), new=_short(new)) as draft:
                rewording.replace(draft, self.model.chosen)
        except Problem as problem:
            self.told.refuse(problem.sentence(editing.language))
            return
        self.replaced.emit(sum(self.model.on))
        self.accept()


def _short(words: str) -> str:
    """Words for a sentence."""
    words = plain.clean(words)
    return words if len(words) <= LONGEST_LABEL else words[: LONGEST_LABEL - 1].rstrip() + "…"
