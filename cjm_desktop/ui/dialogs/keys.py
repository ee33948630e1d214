"""The list of keys, made from the registry of commands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

from cjm_desktop.journey.matching import Candidate, seek
from cjm_desktop.ui import actions, plain, registry
from cjm_desktop.ui.calling.othernames import other_names
from cjm_desktop.ui.calling.tongue import Tongue
from cjm_desktop.ui.dialogs.frame import Frame

if TYPE_CHECKING:
    from cjm_desktop.ui.window import Window


class _Line(NamedTuple):
    """A command or a gesture with its keys."""

    name: str
    keys: str
    others: tuple[str, ...]
    """What else it is called, in either language, which is looked through too."""


EDGE, AROUND = 48, 64
"""Between the dialog and the window's edges, and between its own edges and the keys, px."""
_STEPS = {
    Qt.Key.Key_Up: QScrollBar.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QScrollBar.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QScrollBar.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QScrollBar.SliderAction.SliderPageStepAdd,
}
_Group = tuple[str, list[_Line]]


class KeysDialog(Frame):
    """Every key, by menu.

    Args:
        window: the window it belongs to.
    """

    change_asked = Signal()
    """The user wants other keys."""

    def __init__(self, window: Window) -> None:
        super().__init__(window, QCoreApplication.translate("KeysDialog", "Keys"))
        self._window = window
        self._tongue = Tongue(window.desk.language)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a key or what it does"))
        self.search.setAccessibleName(self.tr("Find a key or what it does"))
        self.search.textChanged.connect(self._show)
        self.inside.addWidget(self.search)
        self._area = QScrollArea()
        self._area.setAccessibleName(self.heading.text())
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inside.addWidget(self._area, 1)
        self.change = self.add_button(self.tr("Change keys…"))
        self.change.clicked.connect(self.change_asked)
        self.add_close(self.tr("Close"))
        wide = max(880, self._show("") + AROUND)
        self.search.setFocus()
        self.resize(min(wide, window.width() - EDGE), min(800, window.height() - 60))

    def refresh(self) -> None:
        """Show the keys as they are now."""
        self._show(self.search.text())

    def _show(self, asked: str) -> int:
        """Show the groups, or what is left of them where something is looked for.

        Returns:
            How wide they are, px.
        """
        groups = [(title, _fitting(lines, asked)) for title, lines in self._groups()]
        full = [(title, lines) for title, lines in groups if lines]
        holder = QWidget()
        columns = QHBoxLayout(holder)
        columns.setContentsMargins(0, 0, 12, 0)
        columns.setSpacing(40)
        half = sum(len(lines) + 2 for _, lines in full) / 2
        left: list[_Group] = []
        while full and sum(len(lines) + 2 for _, lines in left) < half - 3:
            left.append(full.pop(0))
        if not left and not full:
            sentence = self.tr("No key is called so. Try other letters; either language will do.")
            columns.addWidget(
                plain.label(sentence, "secondary", wrap=True), 1, Qt.AlignmentFlag.AlignTop
            )
        for listed in (left, full):
            if listed:
                columns.addLayout(self._column(listed), 1)
        room = self._window.width() - EDGE - AROUND
        if left and full and holder.minimumSizeHint().width() > room:
            holder = self._under_each_other([*left, *full])
        self._area.setWidget(holder)
        return holder.minimumSizeHint().width()

    def _under_each_other(self, groups: Sequence[_Group]) -> QWidget:
        holder = QWidget()
        column = self._column(groups)
        column.setContentsMargins(0, 0, 12, 0)
        holder.setLayout(column)
        return holder

    def _groups(self) -> list[_Group]:
        groups = [
            (QCoreApplication.translate("Menus", title).replace("&", ""), self._of(menu))
            for menu, title in registry.MENUS
        ]
        return [*groups, (self.tr("On the map"), self._gestures())]

    def _of(self, menu: str) -> list[_Line]:
        found = []
        for one in registry.COMMANDS[menu]:
            keys = self._window.commands.keys(one.id) if one is not None else ()
            if one is not None and keys:
                other = self._tongue.say("Actions", one.text).replace("&", "")
                others = (other, *other_names().get(one.id, ()))
                found.append(_Line(actions.name(one), "  ".join(keys), others))
        return found

    def _gestures(self) -> list[_Line]:
        zooms = self._window.desk.settings.wheel_zooms
        return [
            _Line(
                QCoreApplication.translate("Gestures", one.text),
                _keys(one.keys),
                (self._tongue.say("Gestures", one.text),),
            )
            for one in (*registry.GESTURES, *(registry.ZOOMING if zooms else registry.SCROLLING))
        ]

    def _column(self, groups: Sequence[_Group]) -> QVBoxLayout:
        column = QVBoxLayout()
        # Or it would take that of the columns beside each other.
        column.setSpacing(0)
        for title, lines in groups:
            column.addWidget(plain.label(title, "panel"))
            grid = QGridLayout()
            grid.setContentsMargins(0, 6, 0, 16)
            grid.setVerticalSpacing(5)
            grid.setColumnStretch(0, 1)
            for index, line in enumerate(lines):
                grid.addWidget(plain.label(line.name), index, 0)
                grid.addWidget(
                    plain.label(line.keys, "secondary"), index, 1, Qt.AlignmentFlag.AlignRight
                )
            column.addLayout(grid)
        column.addStretch(1)
        return column

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys the field has no use for walk the list."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._area.verticalScrollBar().triggerAction(step)


def _fitting(lines: Sequence[_Line], asked: str) -> list[_Line]:
    """Those that fit what is looked for, in their order."""
    if not asked.strip():
        return list(lines)
    pressed = asked.replace(" ", "").casefold()
    by_key = {at for at, one in enumerate(lines) if pressed in one.keys.replace(" ", "").casefold()}
    candidates = [Candidate.of(one.name, one.others) for one in lines]
    found = by_key | {one.at for one in seek(asked, candidates)}
    return [lines[at] for at in sorted(found)]


def _keys(keys: tuple[str, ...]) -> str:
    """The keys of a gesture, with words for the mouse in the window's language."""
    mouse = {
        "drag": QCoreApplication.translate("Gestures", "drag"),
        "wheel": QCoreApplication.translate("Gestures", "wheel"),
    }
    held = {"Ctrl", "Shift", "Alt", "Space"}
    named = [mouse.get(key) or _named(key) for key in keys]
    return "+".join(named) if keys[0] in held else " ".join(named)


def _named(key: str) -> str:
    if key.isalpha() and key not in {"Ctrl", "Shift", "Alt"}:
        return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) or key
    return key
