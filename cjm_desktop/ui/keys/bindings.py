"""Which command has which keys: those of the registry, unless the user chose others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal

from cjm_desktop.ui import registry

Keys = tuple[str, ...]
Refusal = Literal["bare", "map", "compare", "system", ""]
"""Why a key cannot be a command's: it writes a letter, or it is the map's own, that of comparing
versions, or the system's."""

_PARTS: Final = re.compile(r"^((?:(?:Ctrl|Alt|Shift|Meta)\+)*)(.+)$")
_ALONE: Final = re.compile(r"^(?:F\d{1,2}|Ins|Del|Menu|Help|Pause|Print)$")
"""Keys that write nothing and may stand without Ctrl or Alt."""
_WALKING: Final = frozenset(
    {
        "Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown", "Tab", "Backtab",
        "Return", "Enter", "Space", "Esc", "Backspace",
    }
)  # fmt: skip
_TAKEN: Final[dict[str, Refusal]] = {
    "Ins": "map",
    "F8": "compare",
    "Shift+F8": "compare",
    "Alt+F4": "system",
    "Alt+Space": "system",
    "Ctrl+Alt+Del": "system",
}
"""Keys that do something without being a command's; two that share one would both be dead."""


class Bindings:
    """The keys of every command.

    Args:
        chosen: keys by the id of a command, where the user chose others. What makes no sense any
            more is left out.
    """

    def __init__(self, chosen: Mapping[str, Keys]) -> None:
        self._defaults = {one.id: one.keys for one in registry.commands()}
        self._chosen = {one: keys for one, keys in chosen.items() if one in self._defaults}
        self._held = self._deal()

    def _deal(self) -> dict[str, Keys]:
        """Give every key to one command; what the user chose goes before what was so at first."""
        taken: dict[str, str] = {}
        for command_id in self._defaults:
            for key in self._chosen.get(command_id, ()):
                if not refusal(key):
                    taken.setdefault(key, command_id)
        for command_id, keys in self._defaults.items():
            if command_id not in self._chosen:
                for key in keys:
                    taken.setdefault(key, command_id)
        return {
            one: tuple(
                key for key in self._chosen.get(one, default) if taken.get(key) == one
            )
            for one, default in self._defaults.items()
        }  # fmt: skip

    @property
    def chosen(self) -> dict[str, Keys]:
        """What differs from the registry, by command."""
        return {one: keys for one, keys in self._held.items() if keys != self._defaults[one]}

    def of(self, command_id: str) -> Keys:
        """The keys of a command, the first one is shown."""
        return self._held[command_id]

    def holder(self, key: str) -> str:
        """The command that has a key; nothing: it is free."""
        return next((one for one, keys in self._held.items() if key in keys), "")

    def give(self, command_id: str, *keys: str) -> None:
        """Let a command have these keys and no others; whoever had them loses them."""
        held = dict(self._held)
        for key in keys:
            loser = self.holder(key)
            if loser and loser != command_id:
                held[loser] = tuple(one for one in held[loser] if one != key)
        held[command_id] = keys
        self._chosen = {one: own for one, own in held.items() if own != self._defaults[one]}
        self._held = self._deal()

    def reset(self, command_id: str) -> tuple[str, ...]:
        """Let a command have its keys as they were at first.

        Returns:
            The commands that lost a key by it.
        """
        keys = self._defaults[command_id]
        losers = {self.holder(key) for key in keys} - {"", command_id}
        self.give(command_id, *keys)
        return tuple(one for one in self._defaults if one in losers)

    def reset_all(self) -> None:
        """Let every command have its keys as they were at first."""
        self._chosen = {}
        self._held = self._deal()


_AT_FIRST: Final = frozenset(key for one in registry.commands() for key in one.keys)


def refusal(key: str) -> Refusal:
    """Why a key cannot be given to a command, if so.

    Args:
        key: as Qt writes it in any language, such as "Ctrl+Shift+Z".
    """
    if key in _AT_FIRST or key in _TAKEN:
        return _TAKEN.get(key, "")
    found = _PARTS.match(key)
    if found is None:
        return "bare"
    held, base = found.groups()
    if base in _WALKING:
        return "map"
    if _ALONE.match(base):
        return ""
    return "" if re.search("Ctrl|Alt|Meta", held) else "bare"
