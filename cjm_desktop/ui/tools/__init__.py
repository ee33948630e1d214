"""Tools: gestures that work on ids and on the layout, and write once, on release."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas
    from cjm_desktop.ui.tools.gesture import Tool

NAMES = ("select", "touchpoint", "thought", "feeling", "barrier", "opportunity", "stage")


def all_tools(canvas: Canvas) -> tuple[Tool, ...]:
    """One of each tool, the one to begin with first."""
    from cjm_desktop.ui.tools.add import Add
    from cjm_desktop.ui.tools.select import Select

    return (Select(canvas), *(Add(canvas, name) for name in NAMES[1:]))
