"""The keys of commands in hints: those that the user has chosen, not those they began with."""

from __future__ import annotations

from collections.abc import Callable

from cjm_desktop.ui import registry

Shortcut = Callable[[str], str]
"""The first key of a command by its id, in Qt's portable spelling; empty: it has none."""
_ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


def of_registry(command_id: str) -> str:
    """The key a command begins with."""
    keys = registry.command(command_id).keys
    return keys[0] if keys else ""


def hint(shortcut: Shortcut, command_id: str, said: str) -> str:
    """What a command does, behind its keys in square brackets; nothing where it has none.

    Args:
        shortcut: the keys of commands.
        command_id: of the command.
        said: what it does here.
    """
    keys = shortcut(command_id)
    if not keys:
        return ""
    # Plus parts the keys and may be one of them.
    parts = keys.replace("++", "+plus").split("+") if keys != "+" else ["plus"]
    shown = [{**_ARROWS, "plus": "+"}.get(one, one) for one in parts]
    return "+".join(f"[{one}]" for one in shown) + f" {said}"
