"""What a screen reader can do with the things of a map, and read of them as numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAttributesInterface,
    QAccessibleValueInterface,
)

from cjm_desktop.journey.hearing import Trail
from cjm_desktop.journey.weakness import LOWEST

if TYPE_CHECKING:
    from cjm_desktop.ui.hearing.tree import Tree

STEP = 0.1
"""The least by which keys raise a point of a curve."""


class Doing(QAccessibleActionInterface):
    """Choosing a thing, and opening the editor over it."""

    def __init__(self, tree: Tree, trail: Trail) -> None:
        super().__init__()
        self._tree, self._trail = tree, trail

    def actionNames(self) -> list[str]:
        own = QAccessibleActionInterface
        return [own.setFocusAction(), own.pressAction()]

    def doAction(self, name: str) -> None:
        if name in self.actionNames():
            press = name == QAccessibleActionInterface.pressAction()
            self._tree.take(self._trail, edit=press)

    def keyBindingsForAction(self, name: str) -> list[str]:
        return []


class Depth(QAccessibleAttributesInterface):
    """How deep in the tree a thing lies.

    Args:
        level: 1 for a stage.
    """

    def __init__(self, level: int) -> None:
        super().__init__()
        self._level = level

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        return [QAccessible.Attribute.Level]

    def attributeValue(self, key: QAccessible.Attribute) -> Any:
        return self._level if key == QAccessible.Attribute.Level else None


class Height(QAccessibleValueInterface):
    """How high a point of a curve is."""

    def __init__(self, tree: Tree, trail: Trail) -> None:
        super().__init__()
        self._tree, self._trail = tree, trail

    def currentValue(self) -> Any:
        point = self._tree.point(self._trail)
        return point.value if point is not None else 0.0

    def setCurrentValue(self, value: Any) -> None:
        point = self._tree.point(self._trail)
        if point is not None:
            self._tree.take(self._trail)
            self._tree.canvas.feelings.nudge(float(value) - point.value)

    def minimumValue(self) -> Any:
        return LOWEST

    def maximumValue(self) -> Any:
        return -LOWEST

    def minimumStepSize(self) -> Any:
        return STEP
