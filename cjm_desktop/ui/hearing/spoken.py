"""What was heard of roles, numbers, times and goals: they change with records of other names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleValueChangeEvent

from cjm_desktop.journey.hearing import Trail

if TYPE_CHECKING:
    from cjm_desktop.ui.hearing.tree import Tree


class Words(NamedTuple):
    """All that is heard of a node."""

    name: str
    value: str
    more: str


class Spoken:
    """Remembers the words of nodes that stand for no record of their own, and tells new ones.

    Args:
        tree: whose nodes.
    """

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._words: dict[Trail, Words] = {}

    def __contains__(self, trail: Trail) -> bool:
        return trail in self._words

    def keep(self, trail: Trail) -> None:
        """Remember what is heard of a node that was just made."""
        heard = self._tree.outline.find(trail)
        if heard is not None and (heard.sort == "fact" or heard.told):
            self._words[trail] = self._read(trail)

    def drop(self, trail: Trail) -> None:
        """Remember nothing more of a node."""
        self._words.pop(trail, None)

    def renew(self, *, tell: bool) -> None:
        """Read all again, and tell what has become different since.

        Args:
            tell: False: too much has changed to tell one by one.
        """
        for trail, before in tuple(self._words.items()):
            if self._tree.has(trail):
                self._words[trail] = now = self._read(trail)
                if tell and now != before and QAccessible.isActive():
                    self._tell(trail, before, now)

    def _read(self, trail: Trail) -> Words:
        tree = self._tree
        return Words(tree.name(trail), tree.value(trail), tree.told(trail))

    def _tell(self, trail: Trail, before: Words, now: Words) -> None:
        node, event = self._tree.node(trail), QAccessible.Event
        if now.name != before.name:
            QAccessible.updateAccessibility(QAccessibleEvent(node, event.NameChanged))
        if now.more != before.more:
            QAccessible.updateAccessibility(QAccessibleEvent(node, event.DescriptionChanged))
        if now.value != before.value:
            QAccessible.updateAccessibility(QAccessibleValueChangeEvent(node, now.value))
