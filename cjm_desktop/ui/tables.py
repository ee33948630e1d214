"""What the tables of the window look like."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from cjm_desktop.ui.controls import sized
from cjm_desktop.ui.palette import tokens


def dress(table: QTableView) -> None:
    """Give a table quiet headings and no grid; the style sheet of the window does the rest."""
    colours = tokens()
    table.setProperty("look", "rows")
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    head = table.horizontalHeader()
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    head.setHighlightSections(False)
    head.setStyleSheet(
        "QHeaderView { background: transparent; border: none; }"
        f"QHeaderView::section {{ background: transparent; border: none; color: {colours.ink2};"
        f" border-bottom: 1px solid {colours.line}; padding: 4px;"
        f" font-size: {sized(table.font(), -1).pixelSize()}px; }}"
    )
