"""The commands of one window as Qt's actions: made from the registry, wired by id."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from cjm_desktop.ui import icons, plain, registry
from cjm_desktop.ui.calling.reasons import REASONS, why_not
from cjm_desktop.ui.registry import Command

if TYPE_CHECKING:
    from cjm_desktop.ui.keys.bindings import Bindings


def name(command: Command) -> str:
    """The command's name in the window's language, without mnemonic and dots."""
    return text(command).replace("&", "").rstrip("…")


def text(command: Command) -> str:
    """The command's text for a menu, in the window's language."""
    return QCoreApplication.translate("Actions", command.text)


def word(command: Command) -> str:
    """The command's short name, in the window's language."""
    return QCoreApplication.translate("Actions", command.word) if command.word else name(command)


class Actions(QObject):
    """Every command of one window.

    Args:
        window: what the keys work in; its own actions are the menu bar's too.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.by_id: dict[str, QAction] = {}
        self.wired: set[str] = set()
        self._groups: dict[str, QActionGroup] = {}
        self._menus: dict[str, QMenu] = {}
        self._details: dict[str, str] = {}
        self._has_map = False
        for command in registry.commands():
            self.by_id[command.id] = self._make(command, window)

    def _make(self, command: Command, window: QWidget) -> QAction:
        action = QAction(self)
        action.setObjectName(command.id)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setCheckable(command.check)
        if command.icon:
            action.setIcon(icons.icon(command.icon))
        if command.needs_map or command.id in REASONS:
            action.enabledChanged.connect(lambda _on: self._explain(command))
        if command.group:
            self._group(command.group).addAction(action)
        if command.canvas:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        else:
            # A hidden menu bar answers no keys: the window does.
            window.addAction(action)
        return action

    def give_keys(self, bindings: Bindings) -> None:
        """Let every command have the keys that the user wants it to have."""
        for command_id, action in self.by_id.items():
            keys = [QKeySequence(key) for key in bindings.of(command_id)]
            if keys != action.shortcuts():
                action.setShortcuts(keys)

    def keys(self, command_id: str) -> tuple[str, ...]:
        """The keys of a command as people read them, the first one is shown."""
        native = QKeySequence.SequenceFormat.NativeText
        return tuple(one.toString(native) for one in self.by_id[command_id].shortcuts())

    def key(self, command_id: str) -> str:
        """The key of a command that tooltips name; empty: it has none."""
        return "".join(self.keys(command_id)[:1])

    def shortcut(self, command_id: str) -> str:
        """The first key of a command as programs spell it; empty: it has none."""
        found = self.by_id[command_id].shortcuts()
        return found[0].toString(QKeySequence.SequenceFormat.PortableText) if found else ""

    def _group(self, group: str) -> QActionGroup:
        if group not in self._groups:
            self._groups[group] = QActionGroup(self)
        return self._groups[group]

    def __getitem__(self, command_id: str) -> QAction:
        return self.by_id[command_id]

    def on(self, command_id: str, do: Callable[[], object]) -> None:
        """Say what a command does when it is given."""
        self.wired.add(command_id)
        self.by_id[command_id].triggered.connect(lambda _on: do())

    def on_switch(self, command_id: str, do: Callable[[bool], object]) -> None:
        """Say what a command that stays pressed does; it is told which way."""
        self.wired.add(command_id)
        self.by_id[command_id].triggered.connect(lambda on: do(bool(on)))

    def give_canvas(self, canvas: QWidget) -> None:
        """Let the map's own keys work in this widget."""
        for command in registry.commands():
            if command.canvas:
                canvas.addAction(self.by_id[command.id])

    def enable(self, *, has_map: bool) -> None:
        """Switch off what makes no sense without a map."""
        self._has_map = has_map
        for command in registry.commands():
            if command.needs_map:
                self.by_id[command.id].setEnabled(has_map)

    def fill(self, bar: QMenuBar, extra: dict[str, QMenu]) -> dict[str, QMenu]:
        """Fill a menu bar.

        Args:
            bar: the empty menu bar.
            extra: submenus by the id of the command they follow.

        Returns:
            The menus by name.
        """
        for menu_id, _ in registry.MENUS:
            menu = bar.addMenu("")
            self._menus[menu_id] = menu
            for command in registry.COMMANDS[menu_id]:
                if command is None:
                    menu.addSeparator()
                    continue
                menu.addAction(self.by_id[command.id])
                if command.id in extra:
                    menu.addMenu(extra[command.id])
        self.retranslate()
        return self._menus

    def rename(self, command_id: str, detail: str) -> None:
        """Put what a command would do behind its name: "Undo: move the card"."""
        command = registry.command(command_id)
        shown = f"{text(command)}: {plain.menu_text(detail)}" if detail else text(command)
        action = self.by_id[command_id]
        action.setText(shown)
        self._details[command_id] = plain.clean(detail)
        self._explain(command)

    def said(self, command_id: str) -> str:
        """The name of a command and its key, as tooltips say it."""
        return self.with_key(name(registry.command(command_id)), command_id)

    def _explain(self, command: Command) -> None:
        """Say in the tooltip what it would do, or why it cannot be done now.

        Screen readers read it as the description of the command's buttons.
        """
        action, detail = self.by_id[command.id], self._details.get(command.id)
        said = f"{name(command)}: {detail}" if detail else name(command)
        why = "" if action.isEnabled() else why_not(command, has_map=self._has_map)
        said = self.with_key(said, command.id)
        plain.tip(action, f"{said}\n{why[:1].upper()}{why[1:]}" if why else said)

    def retranslate(self) -> None:
        """Say every name in the window's language."""
        for command in registry.commands():
            action = self.by_id[command.id]
            action.setText(text(command))
            action.setIconText(word(command))
            self._details.pop(command.id, None)
            self._explain(command)
        for menu_id, title in registry.MENUS:
            if menu_id in self._menus:
                self._menus[menu_id].setTitle(QCoreApplication.translate("Menus", title))

    def with_key(self, said: str, command_id: str) -> str:
        """A tooltip: the name, and the key in brackets."""
        key = self.key(command_id)
        return f"{said} ({key})" if key else said

    def __iter__(self) -> Iterator[QAction]:
        return iter(self.by_id.values())
