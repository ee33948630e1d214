"""What a screen reader is told while the keyboard walks over the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from cjm_desktop.journey import naming
from cjm_desktop.ui import plain

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas


def tell(canvas: Canvas, state: str) -> None:
    """Say what is going on, and what the chosen thing says.

    Args:
        canvas: whose map it is.
        state: what the status bar says of it.
    """
    chosen = canvas.selection
    record = canvas.record(chosen[0]) if len(chosen) == 1 else None
    own = naming.own_words(record) if record is not None else ""
    said = plain.clean(f"{state}: {own}" if own else state)
    canvas.setAccessibleDescription(said)
    if QAccessible.isActive() and canvas.hasFocus():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(canvas, said))
