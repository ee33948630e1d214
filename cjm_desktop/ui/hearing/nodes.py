"""The map and each thing in it, as Qt hands them to screen readers.

Objects of these classes belong to Qt's cache as soon as it has given them a number: only
`Tree.drop` may let them go, through that cache.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor
from PySide6.QtWidgets import QWidget
from shiboken6 import VoidPtr

from cjm_desktop.journey.hearing import Trail
from cjm_desktop.ui.hearing.doing import Depth, Doing, Height

if TYPE_CHECKING:
    from cjm_desktop.ui.hearing.tree import Tree

NOTHING = VoidPtr(0)
Text, Role, Kind = QAccessible.Text, QAccessible.Role, QAccessible.InterfaceType
Maybe = Any
"""What Qt wants, or None, of which PySide's types know nothing."""


class Part(QAccessibleInterface):
    """What the map and the things in it have in common: a place in the tree and words.

    Args:
        tree: of the map.
        trail: where in it; empty: the map itself.
    """

    def __init__(self, tree: Tree, trail: Trail) -> None:
        super().__init__()
        self.tree, self.trail = tree, trail
        self.leaving = False
        """What it stood for is gone, and that is just being told: of what is not valid Qt says
        nothing."""

    def isValid(self) -> bool:
        return self.leaving or self.tree.has(self.trail)

    def window(self) -> Maybe:
        return self.tree.canvas.window().windowHandle()

    def relations(self, match: Any = None) -> list[Any]:
        return []

    def childCount(self) -> int:
        return len(self.tree.keys(self.trail))

    def child(self, index: int) -> Maybe:
        keys = self.tree.keys(self.trail)
        return self.tree.node((*self.trail, keys[index])) if 0 <= index < len(keys) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        keys = self.tree.keys(self.trail)
        key = child.trail[-1] if isinstance(child, Part) and child.trail else ""
        return keys.index(key) if key in keys else -1

    def childAt(self, x: int, y: int) -> Maybe:
        return None

    def text(self, kind: QAccessible.Text) -> str:
        if kind == Text.Name:
            return self.tree.name(self.trail)
        if kind == Text.Description:
            return self.tree.told(self.trail)
        return self.tree.value(self.trail) if kind == Text.Value else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nothing is written this way: the editor over the map does it."""

    def foregroundColor(self) -> QColor:
        return QColor()

    def backgroundColor(self) -> QColor:
        return QColor()


class Root(Part):
    """The map: stages, then the list of lanes, then what floats over the paper."""

    def __init__(self, tree: Tree) -> None:
        super().__init__(tree, ())

    def object(self) -> Maybe:
        return self.tree.canvas

    def parent(self) -> Maybe:
        above = self.tree.canvas.parentWidget()
        return QAccessible.queryAccessibleInterface(above) if above is not None else None

    def childCount(self) -> int:
        return super().childCount() + len(self._floating())

    def child(self, index: int) -> Maybe:
        own = super().childCount()
        if index < own:
            return super().child(index)
        there = self._floating()[index - own : index - own + 1]
        return QAccessible.queryAccessibleInterface(there[0]) if there else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if not isinstance(child, Part) and child.object() in self._floating():
            return super().childCount()
        return super().indexOfChild(child)

    def _floating(self) -> list[QWidget]:
        """The viewport, where an editor or a bar lies on it."""
        viewport = self.tree.canvas.viewport()
        return [viewport] if any(one.isVisible() for one in viewport.findChildren(QWidget)) else []

    def childAt(self, x: int, y: int) -> Maybe:
        return self.tree.at(QPoint(x, y))

    def focusChild(self) -> Maybe:
        return self.tree.focused()

    def role(self) -> QAccessible.Role:
        return Role.Tree

    def rect(self) -> QRect:
        canvas = self.tree.canvas
        return QRect(canvas.mapToGlobal(QPoint(0, 0)), canvas.size())

    def state(self) -> QAccessible.State:
        canvas, found = self.tree.canvas, QAccessible.State()
        found.focusable = True
        found.multiSelectable = True
        found.invisible = not canvas.isVisible()
        found.focused = canvas.hasFocus() and not self.tree.here
        return found


class Node(Part):
    """A stage, a step, a lane in one of them, a card, a point of a curve, a number."""

    def __init__(self, tree: Tree, trail: Trail) -> None:
        super().__init__(tree, trail)
        self._means: dict[QAccessible.InterfaceType, object] = {}

    def object(self) -> Maybe:
        return None

    def parent(self) -> Maybe:
        return self.tree.node(self.trail[:-1])

    def focusChild(self) -> Maybe:
        here = self.tree.here
        below = len(here) > len(self.trail) and here[: len(self.trail)] == self.trail
        return self.tree.focused() if below else None

    def role(self) -> QAccessible.Role:
        # What holds others is a group: readers say the name of one when they come into it, so that
        # a card is heard with its stage and lane once, and not at every step.
        if self.tree.point(self.trail) is not None:
            return Role.Slider
        return Role.Grouping if self.tree.holds(self.trail) else Role.ListItem

    def rect(self) -> QRect:
        return self.tree.rect(self.trail)

    def state(self) -> QAccessible.State:
        tree, found = self.tree, QAccessible.State()
        found.focusable = found.selectable = True
        found.selected = tree.is_selected(self.trail)
        found.focused = tree.canvas.hasFocus() and tree.here == self.trail
        found.invisible = not tree.canvas.isVisible()
        found.offscreen = not tree.rect(()).intersects(self.rect())
        return found

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """What can be done with it, how high it is, how deep it lies."""
        if kind not in self._means:
            if kind == Kind.ActionInterface:
                self._means[kind] = Doing(self.tree, self.trail)
            elif kind == Kind.AttributesInterface:
                self._means[kind] = Depth(len(self.trail))
            elif kind == Kind.ValueInterface and self.tree.point(self.trail) is not None:
                self._means[kind] = Height(self.tree, self.trail)
        # None would be taken for a pointer to Python's None.
        return self._means.get(kind, NOTHING)
