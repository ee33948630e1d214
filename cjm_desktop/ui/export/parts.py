"""What of the map is on the poster."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import line
from cjm_desktop.ui.export.choices import SHOWN, Choices


class Parts(QWidget):
    """Boxes to tick; they stand below the purposes, or below the details where it is narrow."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(line())
        column.addSpacing(4)
        head = plain.label(self.tr("On the poster"), "secondary")
        column.addWidget(head)
        said = {
            "show_persona": self.tr("Persona and roles"),
            "show_legend": self.tr("Legend"),
            "show_metrics": self.tr("Metrics and funnel"),
            "show_evidence": self.tr("Marks of evidence"),
            "codes": self.tr("Short codes, such as B24"),
            "width_by_time": self.tr("Column widths by time"),
        }
        self.boxes = {name: QCheckBox(said[name]) for name in SHOWN}
        for box in self.boxes.values():
            box.clicked.connect(self.changed.emit)
            column.addWidget(box)

    def show_choices(self, choices: Choices) -> None:
        """Show what is chosen, without telling anybody."""
        for name, box in self.boxes.items():
            box.setChecked(getattr(choices, name))
        self.setVisible(choices.purpose not in ("cards", "report"))

    def with_parts(self, choices: Choices) -> Choices:
        """The choices with the parts that are picked here."""
        parts: dict[str, Any] = {name: box.isChecked() for name, box in self.boxes.items()}
        return replace(choices, **parts)
