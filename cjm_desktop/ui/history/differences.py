"""The list of differences: grouped by stage, each with its sign, stepped through by keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cjm_desktop.journey.comparing import Figure, Group, Line, Sort
from cjm_desktop.layout.compared import MOVED, SIGNS
from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.controls import bold, icon_button, line, name_button, sized
from cjm_desktop.ui.history.figures import FigureRows
from cjm_desktop.ui.history.heads import headed
from cjm_desktop.ui.history.model import Index
from cjm_desktop.ui.palette import Tokens, tokens

_EDGE, _WORDS, _GAP = 16, 46, 7
"""Free room at the sides, where the words begin, above and below them, px."""
_SIGN = 10
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class DifferenceModel(QAbstractListModel):
    """Rows of headings and differences."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[str | Line] = []

    def show(self, groups: Sequence[Group]) -> None:
        """Show other differences."""
        self.beginResetModel()
        self.rows = []
        for group in groups:
            self.rows += [group.title, *group.lines]
        self.endResetModel()

    def line(self, row: int) -> Line | None:
        """The difference in a row; None: it is a heading."""
        found = self.rows[row] if 0 <= row < len(self.rows) else None
        return None if isinstance(found, str) else found

    def row_of(self, record_id: str) -> int:
        """The row of a record's difference; -1: it has none."""
        for row in range(len(self.rows)):
            found = self.line(row)
            if found is not None and found.contrast.record_id == record_id:
                return row
        return -1

    def next(self, row: int, by: int) -> int:
        """The next row with a difference, round the ends; -1 where there is none."""
        count = len(self.rows)
        for away in range(1, count + 1):
            at = (row + by * away) % count
            if self.line(at) is not None:
                return at
        return -1

    # Qt's side

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.line(index.row()) is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        found = self.rows[index.row()]
        return plain.clean(found if isinstance(found, str) else found.whole)


def ink_of(sort: Sort, colours: Tokens) -> str:
    """The colour that repeats a sign."""
    inks = {"added": colours.good, "removed": colours.alarm, "changed": colours.accent_ink}
    return inks.get(sort, MOVED)


def paint_sign(painter: QPainter, sort: Sort, middle: QPointF, colours: Tokens) -> None:
    """A disc with the sign of a sort of difference."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ink_of(sort, colours)))
    painter.drawEllipse(middle, _SIGN, _SIGN)
    picture = icons.icon(SIGNS[sort], "on_accent").pixmap(QSize(12, 12))
    painter.drawPixmap(QPointF(middle.x() - 6, middle.y() - 6), picture)


class _Delegate(QStyledItemDelegate):
    """Draws a heading, or a difference with its sign."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._known: dict[tuple[str, str, int, str], tuple[int, int]] = {}
        """How high texts are at a width and in a font: thousands are asked for again and again."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model, view = index.model(), self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else 320
        found = model.line(index.row()) if isinstance(model, DifferenceModel) else None
        if found is None:
            return QSize(width, option.fontMetrics.height() + 18)
        key = found.text, found.detail, width, option.font.key()
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = _heights(found, option, width - _WORDS - _EDGE)
        text, detail = known
        return QSize(width, text + detail + 2 * _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, DifferenceModel):
            return
        colours, rect = tokens(), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        found = model.line(index.row())
        if found is None:
            painter.setFont(bold(option.font))
            painter.setPen(QColor(colours.ink2))
            box = rect.adjusted(_EDGE, 8, -_EDGE, 0)
            said = plain.elided(str(model.data(index)), painter.fontMetrics(), box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, said)
        else:
            _paint_line(painter, option, rect, found)
        painter.restore()


def _heights(found: Line, option: QStyleOptionViewItem, width: int) -> tuple[int, int]:
    """How high the text and the detail of a difference are."""
    room = QRect(0, 0, max(40, width), 4000)
    text = QFontMetrics(bold(option.font)).boundingRect(room, _WRAP, plain.clean(found.text))
    if not found.detail:
        return text.height(), 0
    small = QFontMetrics(sized(option.font, -1))
    return text.height(), small.boundingRect(room, _WRAP, plain.clean(found.detail)).height() + 2


def _paint_line(painter: QPainter, option: QStyleOptionViewItem, rect: QRect, found: Line) -> None:
    colours, state = tokens(), option.state
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, QColor(colours.accent_soft))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, QColor(colours.hover))
    middle = QPointF(rect.x() + _EDGE + _SIGN, rect.y() + _GAP + _SIGN)
    paint_sign(painter, found.contrast.sort, middle, colours)
    box = rect.adjusted(_WORDS, _GAP, -_EDGE, 0)
    chosen = state & QStyle.StateFlag.State_Selected
    painter.setFont(bold(option.font) if chosen else option.font)
    painter.setPen(QColor(colours.ink))
    text = plain.clean(found.text)
    high = painter.fontMetrics().boundingRect(QRect(box), _WRAP, text).height()
    painter.drawText(box, _WRAP, text)
    painter.setFont(sized(option.font, -1))
    painter.setPen(QColor(colours.ink2))
    painter.drawText(box.adjusted(0, high + 2, 0, 0), _WRAP, plain.clean(found.detail))
    if chosen and state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(QColor(colours.focus), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(3, 2, -3, -2), 4, 4)


class _List(QListView):
    """Lays its rows anew when it gets another width."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _Count(QWidget):
    """How many differences there are of each sort: a sign and a number."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: dict[Sort, int] = {}
        self.setFixedHeight(2 * _SIGN + 4)

    def show_counts(self, counts: dict[Sort, int], said: str) -> None:
        """Show other numbers."""
        self._counts = {sort: count for sort, count in counts.items() if count}
        self.setAccessibleName(said)
        plain.tip(self, said)
        self.update()

    def paintEvent(self, _event: object) -> None:
        painter, colours = QPainter(self), tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, middle = float(_SIGN), self.height() / 2
        for sort, count in self._counts.items():
            paint_sign(painter, sort, QPointF(x, middle), colours)
            painter.setPen(QColor(colours.ink))
            painter.setFont(bold(self.font()))
            wide = painter.fontMetrics().horizontalAdvance(str(count))
            box = QRectF(x + _SIGN + 5, 0, wide + 4, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, str(count))
            x += 2 * _SIGN + wide + 19
        painter.end()


class DifferencePane(QWidget):
    """What differs, in words."""

    chosen = Signal(str)
    """The id of the record whose difference was chosen."""
    left = Signal()
    """It was closed."""

    def __init__(self) -> None:
        super().__init__()
        self.model = DifferenceModel(self)
        self.list = _List()
        self.list.setProperty("look", "open")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Thousands of rows are laid out while one reads the first ones.
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setModel(self.model)
        self.list.selectionModel().currentChanged.connect(self._moved)
        self.heading = plain.label(role="panel")
        self.close_button = icon_button("x", 16)
        self.close_button.clicked.connect(self.left)
        self.summary = plain.label(role="secondary", wrap=True)
        self.summary.setContentsMargins(16, 0, 16, 0)
        self.count = _Count()
        self.back = icon_button("chevron-up")
        self.forth = icon_button("chevron-down")
        self.back.clicked.connect(lambda: self.step(-1))
        self.forth.clicked.connect(lambda: self.step(1))
        self.figures = FigureRows()
        self._build()

    def _build(self) -> None:
        column = headed(self, self.heading, self.close_button)
        column.addWidget(self.summary)
        counts = QHBoxLayout()
        counts.setContentsMargins(16, 0, 8, 0)
        counts.addWidget(self.count, 1)
        counts.addWidget(self.back)
        counts.addWidget(self.forth)
        column.addLayout(counts)
        column.addWidget(line())
        column.addWidget(self.list, 1)
        column.addWidget(line())
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 2, 16, 2)
        foot.addWidget(self.figures)
        column.addLayout(foot)

    def say(self) -> None:
        """Say everything in the window's language."""
        name = self.tr("What changed")
        self.heading.setText(name)
        self.setAccessibleName(name)
        self.list.setAccessibleName(name)
        name_button(self.close_button, self.tr("Back to now"))
        name_button(self.back, self.tr("Previous change"), "Shift+F8")
        name_button(self.forth, self.tr("Next change"), "F8")

    def show_comparison(
        self, groups: Sequence[Group], figures: Sequence[Figure], summary: str, language: str
    ) -> None:
        """Show what differs, and what became of the numbers."""
        self.model.show(groups)
        for one in (self.back, self.forth):
            one.setEnabled(bool(self.model.rows))
        self.summary.setText(plain.clean(summary))
        self.figures.show_figures(figures, language)

    def step(self, by: int = 1) -> None:
        """Go to the next difference, or back to the one before."""
        if self.model.rows:
            self.stand(self.model.next(self.list.currentIndex().row(), by))

    def stand(self, row: int) -> None:
        """Stand in a row."""
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))
            self.list.scrollTo(self.model.index(row))

    def show_record(self, record_id: str) -> None:
        """Stand in the row of a record, if it differs, without telling anybody."""
        row = self.model.row_of(record_id)
        if row >= 0 and row != self.list.currentIndex().row():
            blocked = self.list.selectionModel().blockSignals(True)  # noqa: FBT003 - Qt's own
            self.stand(row)
            self.list.selectionModel().blockSignals(blocked)
            self.list.viewport().update()

    def _moved(self, index: QModelIndex) -> None:
        found = self.model.line(index.row()) if index.isValid() else None
        if found is not None:
            self.chosen.emit(found.contrast.record_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
