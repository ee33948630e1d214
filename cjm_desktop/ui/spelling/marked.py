"""Says of a field that its words are to be checked; known to all fields, so it loads nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

SPELLED = "spelled"
"""The property of a field whose words are checked."""


def spelled(widget: QWidget) -> None:
    """Let the words of a field be checked."""
    widget.setProperty(SPELLED, True)  # noqa: FBT003 - Qt's signature
