"""The list of keys, made from the registry of commands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cjm_desktop.ui import actions, plain, registry, spoken
from cjm_desktop.ui.dialogs.frame import Frame


class KeysDialog(Frame):
    """Every key, by menu.

    Args:
        parent: the window it belongs to.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, QCoreApplication.translate("KeysDialog", "Keys"))
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        columns = QHBoxLayout(holder)
        columns.setContentsMargins(0, 0, 12, 0)
        columns.setSpacing(40)
        groups = [
            (QCoreApplication.translate("Menus", title).replace("&", ""), self._of(menu))
            for menu, title in registry.MENUS
        ]
        groups.append((self.tr("On the map"), self._gestures()))
        full = [(title, rows) for title, rows in groups if rows]
        half = sum(len(rows) + 2 for _, rows in full) / 2
        left: list[tuple[str, list[tuple[str, str]]]] = []
        while full and sum(len(rows) + 2 for _, rows in left) < half - 3:
            left.append(full.pop(0))
        for listed in (left, full):
            columns.addLayout(self._column(listed), 1)
        area.setWidget(holder)
        self.inside.addWidget(area)
        self.add_close(self.tr("Close"))
        self.resize(880, min(760, parent.window().height() - 60))

    def _of(self, menu: str) -> list[tuple[str, str]]:
        found = (one for one in registry.COMMANDS[menu] if one is not None and one.keys)
        return [
            (actions.name(one), "  ".join(spoken.key(key) for key in one.keys)) for one in found
        ]

    def _gestures(self) -> list[tuple[str, str]]:
        return [
            (QCoreApplication.translate("Gestures", one.text), _keys(one.keys))
            for one in registry.GESTURES
        ]

    def _column(self, groups: Sequence[tuple[str, list[tuple[str, str]]]]) -> QVBoxLayout:
        column = QVBoxLayout()
        # Or it would take that of the columns beside each other.
        column.setSpacing(0)
        for title, rows in groups:
            column.addWidget(plain.label(title, "panel"))
            grid = QGridLayout()
            grid.setContentsMargins(0, 6, 0, 16)
            grid.setVerticalSpacing(5)
            grid.setColumnStretch(0, 1)
            for index, (name, keys) in enumerate(rows):
                grid.addWidget(plain.label(name), index, 0)
                grid.addWidget(
                    plain.label(keys, "secondary"), index, 1, Qt.AlignmentFlag.AlignRight
                )
            column.addLayout(grid)
        column.addStretch(1)
        return column


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
